//! Everything that can happen at an instant.

/// An event with what it is about: a vehicle, flow, station, deck or incident by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// Other numbers hold from now on.
    Epoch,
    /// The number of lanes of a station changes by its calendar.
    Lanes(u32),
    /// The phase of a deck changes.
    Phase(u32),
    /// An incident begins or ends.
    Incident(u32),
    /// Observation begins.
    WindowStart,
    /// An hour of the window is over.
    Hour,
    /// A lane, or the travel over a link, is done with a vehicle.
    ServiceEnd(u32),
    /// A link may let its next vehicle out.
    Exit(u32),
    /// A vehicle comes to its appointment, or misses it.
    Appointment(u32),
    /// A flow brings its next vehicles.
    Arrival(u32),
    /// A vehicle gives up.
    Patience(u32),
    /// Never scheduled.
    Nothing,
}

impl Event {
    /// Order among events of one tick. Rules change before vehicles move; lanes become free before vehicles come;
    /// who would be served at the very instant of giving up is served. The window begins and hours end before any
    /// vehicle moves, so that what happens at a full hour belongs to the hour that begins.
    #[inline]
    pub(super) fn rank(self) -> u64 {
        match self {
            Self::WindowStart => 0,
            Self::Hour => 1,
            Self::Epoch => 2,
            Self::Lanes(_) => 3,
            Self::Phase(_) => 4,
            Self::Incident(_) => 5,
            Self::ServiceEnd(_) => 6,
            Self::Exit(_) => 7,
            Self::Appointment(_) => 8,
            Self::Arrival(_) => 9,
            Self::Patience(_) => 10,
            Self::Nothing => 15,
        }
    }
}
