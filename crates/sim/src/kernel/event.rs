//! Everything that can happen at an instant.

/// An event with what it is about: a vehicle, flow, station, deck, incident, closure or
/// limit by its index.
///
/// They stand in the order among events of one tick. Rules change before vehicles move; lanes become free before vehicles
/// come; who would be served at the very instant of giving up is served. The window begins and hours end before any vehicle
/// moves, so that what happens at a full hour belongs to the hour that begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// Observation begins.
    WindowStart,
    /// An hour of the window is over.
    Hour,
    /// Other numbers hold from now on.
    Epoch,
    /// The number of lanes of a station changes by its calendar.
    Lanes(u32),
    /// The phase of a deck changes.
    Phase(u32),
    /// An incident begins or ends.
    Incident(u32),
    /// A part of the year closes a station or opens it again.
    Closure(u32),
    /// A new period of a quota begins.
    Quota(u32),
    /// A lane, or the travel over a link, is done with a vehicle.
    ServiceEnd(u32),
    /// A link may let its next vehicle out.
    Exit(u32),
    /// A carrier leaves its stop.
    Departure(u32),
    /// A carrier is done with boarding, or lets the next passenger off.
    Doors(u32),
    /// A vehicle comes to its appointment, or misses it.
    Appointment(u32),
    /// A flow brings its next vehicles.
    Arrival(u32),
    /// A vehicle gives up.
    Patience(u32),
}

impl Event {
    /// Position in the order among events of one tick.
    #[inline]
    pub(super) fn rank(self) -> u64 {
        match self {
            Self::WindowStart => 0,
            Self::Hour => 1,
            Self::Epoch => 2,
            Self::Lanes(_) => 3,
            Self::Phase(_) => 4,
            Self::Incident(_) => 5,
            Self::Closure(_) => 6,
            Self::Quota(_) => 7,
            Self::ServiceEnd(_) => 8,
            Self::Exit(_) => 9,
            Self::Departure(_) => 10,
            Self::Doors(_) => 11,
            Self::Appointment(_) => 12,
            Self::Arrival(_) => 13,
            Self::Patience(_) => 14,
        }
    }

    /// Index of what it is about; 0 for what concerns everything.
    #[inline]
    pub(super) fn about(self) -> u32 {
        match self {
            Self::WindowStart | Self::Hour | Self::Epoch => 0,
            Self::Lanes(about)
            | Self::Phase(about)
            | Self::Incident(about)
            | Self::Closure(about)
            | Self::Quota(about)
            | Self::ServiceEnd(about)
            | Self::Exit(about)
            | Self::Departure(about)
            | Self::Doors(about)
            | Self::Appointment(about)
            | Self::Arrival(about)
            | Self::Patience(about) => about,
        }
    }

    /// The event of a rank.
    #[inline]
    pub(super) fn of(rank: u64, about: u32) -> Self {
        match rank {
            0 => Self::WindowStart,
            1 => Self::Hour,
            2 => Self::Epoch,
            3 => Self::Lanes(about),
            4 => Self::Phase(about),
            5 => Self::Incident(about),
            6 => Self::Closure(about),
            7 => Self::Quota(about),
            8 => Self::ServiceEnd(about),
            9 => Self::Exit(about),
            10 => Self::Departure(about),
            11 => Self::Doors(about),
            12 => Self::Appointment(about),
            13 => Self::Arrival(about),
            14 => Self::Patience(about),
            _ => unreachable!("only events have ranks"),
        }
    }
}
