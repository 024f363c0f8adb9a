//! Places of processing: facilities, their stages, and the order in which a vehicle passes them.

use super::PerClass;
use super::network::{Direction, Node};
use super::season::Season;
use crate::calendar::{Calendar, MinuteSpan};
use crate::distribution::Distribution;
use crate::id::{Id, Named};
use crate::quantity::Price;

/// A checkpoint, yard, toll plaza or terminal.
#[derive(Clone, Debug, PartialEq)]
pub struct Facility {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Where it stands.
    pub node: Id<Node>,
    /// The border crossing point that it is part of, as far as the folder says; [`travel`](crate::travel) knows the default.
    pub bcp: BorderCrossingPoint,
    /// What a vehicle goes through, per direction; a facility without a process for a direction is not on its routes.
    pub processes: Vec<Process>,
}

/// Which border crossing point a facility is part of. Each is named by one of its facilities, usually its checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BorderCrossingPoint {
    /// Nothing is said: the facility is one by itself when it is the last before the border on some route, or the first behind.
    ByRoute,
    /// It is part of none.
    Outside,
    /// It is part of the one that this facility names.
    Of(Id<Facility>),
}

/// The steps of one direction through a facility.
#[derive(Clone, Debug, PartialEq)]
pub struct Process {
    /// The direction.
    pub direction: Id<Direction>,
    /// Steps in order.
    pub steps: Vec<Step>,
}

/// One step of a process. Shares are probabilities per class; a class that a step is not for has share 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Pass a stage, with a probability.
    Visit {
        /// The stage.
        stage: Id<Stage>,
        /// Probability per class.
        share: PerClass<f64>,
    },
    /// Go through several steps, with one probability for all of them.
    Group {
        /// Probability per class.
        share: PerClass<f64>,
        /// The steps.
        steps: Vec<Step>,
    },
    /// Take exactly one of several ways; the shares of each class sum to 1.
    OneOf {
        /// Share per class and steps of each way.
        ways: Vec<(PerClass<f64>, Vec<Step>)>,
    },
    /// Go back and do it again from the named stage's step on (rework).
    BackTo {
        /// Stage that an earlier step of this process visits.
        stage: Id<Stage>,
        /// Probability per class, below 1.
        share: PerClass<f64>,
    },
}

/// A station of parallel lanes (servers) with one queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Qualified name, `facility.stage`.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// The facility it belongs to.
    pub facility: Id<Facility>,
    /// What it is.
    pub kind: StageKind,
    /// The step of the release of goods that is done here.
    pub step: Option<ReleaseStep>,
    /// Lanes by local time of day.
    pub lanes: Lanes,
    /// Lanes that open and close by queue length, on top of `lanes`.
    pub extra_lanes: Option<ExtraLanes>,
    /// Time on the lane per class, milliseconds.
    pub service_ms: PerClass<Distribution>,
    /// Waiting places in front of the lanes; none means no limit.
    pub room_vehicles: Option<u32>,
    /// What happens to a vehicle that finds the room full.
    pub when_full: WhenFull,
    /// Who is next.
    pub discipline: Discipline,
    /// When it works; always when none. A vehicle on a lane is finished first.
    pub hours: Option<Id<Calendar>>,
    /// Parts of the year in which it works; all of it when there is none.
    pub seasons: Vec<Id<Season>>,
    /// How long a vehicle waits here before it gives up; never when none.
    pub patience_ms: Option<Distribution>,
    /// Queue length at which arriving vehicles turn away; never when none.
    pub balk_at_vehicles: Option<u32>,
    /// Gauge of the wagons that the load goes on with from here, millimetres; none when it changes no wagons.
    pub to_gauge_mm: Option<u32>,
    /// What each visit costs, per class: a toll, the fee of a service; nothing when none.
    pub fee: Option<PerClass<Price>>,
}

/// Steps of the release of goods between arrival and exit, in their order (World Customs Organization, Guide to Measure the Time
/// Required for the Release of Goods, version 3, 2018).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReleaseStep {
    /// The declaration is handed in and accepted.
    Lodgement,
    /// The documents are checked.
    Assessment,
    /// The goods are looked at: x-ray, sampling, examination.
    Inspection,
    /// The goods are free to go.
    Release,
    /// They leave. No stage says so: what comes after its last labelled stage counts to it.
    Exit,
}

impl ReleaseStep {
    /// All steps in their order.
    pub const ALL: [Self; 5] = [Self::Lodgement, Self::Assessment, Self::Inspection, Self::Release, Self::Exit];

    /// The word that the language, measures and results have for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lodgement => "lodgement",
            Self::Assessment => "assessment",
            Self::Inspection => "inspection",
            Self::Release => "release",
            Self::Exit => "exit",
        }
    }
}

/// What a stage is, which decides how waiting at it is counted.
#[derive(Clone, Debug, PartialEq)]
pub enum StageKind {
    /// Ordinary processing: waiting for a lane is physical waiting, holding a lane after service is blocked time.
    Control,
    /// A holding lot: `lanes` are its places; time spent in one after registration (the service) counts as yard waiting,
    /// waiting for a place as physical waiting.
    Holding,
    /// An electronic queue: the vehicle books a slot and waits at home, which counts as virtual waiting.
    Appointments(Appointments),
}

/// Slots of an electronic queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Appointments {
    /// Length of a slot.
    pub every_ms: i64,
    /// Vehicles per slot.
    pub places: u32,
    /// A slot must begin at least this long after the booking.
    pub lead_ms: i64,
    /// Arrival minus slot start, may be negative (early); never before the booking itself.
    pub punctuality_ms: Distribution,
    /// Probability that the vehicle misses its slot and books again.
    pub no_show_share: f64,
    /// Probability that a place is taken by a booking with no vehicle behind it.
    pub lost_share: f64,
}

/// Number of lanes over the local day of the facility.
#[derive(Clone, Debug, PartialEq)]
pub enum Lanes {
    /// As many as vehicles: a delay without a queue.
    Unlimited,
    /// The same all day.
    Fixed(u32),
    /// By shift; minutes that no shift covers have no lane.
    Shifts(Vec<LaneShift>),
}

/// Lanes during a part of the local day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneShift {
    /// Part of the day; a shift over midnight was split by the loader.
    pub span: MinuteSpan,
    /// Lanes open.
    pub lanes: u32,
}

/// Lanes opened by a queue: all of them when it reaches `open_at`, closed again when it is down to `close_at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtraLanes {
    /// How many.
    pub lanes: u32,
    /// Queue length that opens them.
    pub open_at_vehicles: u32,
    /// Queue length that closes them; below `open_at_vehicles`.
    pub close_at_vehicles: u32,
}

/// What happens to a vehicle that finds no waiting place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenFull {
    /// It stays on its previous lane or link and blocks it (blocking after service).
    Block,
    /// It leaves the corridor and is counted as turned away.
    TurnAway,
}

/// Order of service. Inside a class it is always first come, first served.
#[derive(Clone, Debug, PartialEq)]
pub enum Discipline {
    /// First come, first served.
    Fifo,
    /// Rank per class, 0 first; non-preemptive.
    Priority(PerClass<u8>),
    /// Vehicles per turn and class in a weighted cycle, e.g. 1:1:1:5; each at least 1.
    Weighted(PerClass<u32>),
}

impl Named for Facility {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Stage {
    fn name(&self) -> &str {
        &self.name
    }
}
