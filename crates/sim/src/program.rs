//! The compiled corridor: flat tables that the kernel reads and never changes.
//!
//! Inside a run, time is a tick: milliseconds since [`Window::start_ms`]. Stages and the ways of links are both
//! *stations*: a way's lanes are its storage places, its service is the travel, and it has no waiting room, so that a
//! vehicle that finds it full keeps its previous place.

mod choice;
pub mod load;
pub(crate) mod seasons;

pub(crate) use choice::{Choice, Rule, Terms, WayTerms};

use portway_model::Model;
use portway_model::quantity::Price;
use portway_stats::Sampler;

/// Lanes or places without limit.
pub(crate) const UNLIMITED: u32 = u32::MAX;

const M_PER_KM: f64 = 1000.0;

/// A corridor of one scenario, ready to run.
#[derive(Clone, Debug)]
pub struct Program {
    /// Direction, class, owner and cargo of travel, sorted; every vehicle belongs to one stream.
    pub streams: Vec<Stream>,
    /// Names of those who own flows, in the order of the folder. Empty when there are fewer than two to be told apart.
    pub owners: Vec<String>,
    /// Stages in the order of the model, then the used ways of links, then the platforms and berths of services.
    pub stations: Vec<Station>,
    /// Demand in the order of the model, then the carriers of services.
    pub flows: Vec<FlowProgram>,
    /// Ways of the flows that choose among several, flow by flow.
    pub alternatives: Vec<Alternative>,
    /// When the run begins, when it is observed, when it ends.
    pub window: Window,
    /// Operations of every way of every flow, one list after the other; flows point at their beginnings.
    pub(crate) ops: Vec<Op>,
    /// Numbers that change on dates, at least one entry, sorted by `from`; the first begins at tick 0.
    pub(crate) epochs: Vec<Epoch>,
    /// Every distribution once; epochs refer to them by index.
    pub(crate) samplers: Vec<Sampler>,
    /// Addresses of the coins that operations throw, unique.
    pub(crate) coin_names: Vec<String>,
    /// Number of vehicle classes, the row length of the tables per station and class.
    pub(crate) classes: usize,
    /// Lanes in force over time, per station: sorted `(tick, lanes)`, the first at tick 0.
    pub(crate) lane_steps: Vec<Vec<(i64, u32)>>,
    /// Slots of appointment stages, per station: sorted starts as ticks; empty elsewhere.
    pub(crate) slots: Vec<Vec<i64>>,
    /// Links that are worked in turns.
    pub(crate) decks: Vec<Deck>,
    /// Disturbances.
    pub(crate) incidents: Vec<IncidentProgram>,
    /// What of the year closes stations.
    pub(crate) seasons: Option<seasons::Seasons>,
    /// Caps and quotas.
    pub limits: Vec<LimitProgram>,
    /// Stations whose leaving is crossing the border.
    pub(crate) border: Vec<bool>,
    /// Links that a vehicle enters only with a place kept for it at the next stage.
    pub(crate) keep_clear: Vec<bool>,
    /// Per operation: the stage that keeps a place for who visits such a link here, `u32::MAX` for none.
    pub(crate) ahead: Vec<u32>,
    /// Per link, the stages at which places are kept for vehicles on it; per stage, the links on which those come.
    pub(crate) kept: Vec<Vec<u32>>,
    /// Stations that vehicles leave in the order of entry.
    pub(crate) in_order: Vec<bool>,
    /// Stations that ever have a least time between two vehicles leaving.
    pub(crate) metered: Vec<bool>,
    /// The ways of services.
    pub services: Vec<ServiceWay>,
    /// Per station: the way of a service whose platform or berth it is, [`NO_WAY`] for all others.
    pub(crate) way_of: Vec<u32>,
    /// Stations through which a vehicle may come again, or that lie on a circle of routes: only they can lock each other.
    pub(crate) cyclic: Vec<bool>,
}

/// Traffic of one class in one direction; of one owner and with one cargo, where those are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stream {
    /// Index of the direction in the model.
    pub direction: usize,
    /// Name of the direction.
    pub direction_name: String,
    /// Index of the class in the model.
    pub class: usize,
    /// Name of the class.
    pub class_name: String,
    /// Index of the owner in [`Program::owners`]; none for traffic of nobody, and where owners are not told apart.
    pub owner: Option<usize>,
    /// Index of a flow in the model whose cargo all of it has; none for traffic without a cargo.
    pub cargo: Option<usize>,
}

/// A place where vehicles wait, are served and may be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// `facility.stage`, or the name of the link.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What it is.
    pub kind: StationKind,
    /// The element behind it.
    pub element: StationElement,
    /// Direction (index in the model) when all traffic through it goes the same way.
    pub direction: Option<usize>,
}

/// How waiting at a station is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StationKind {
    /// Processing on lanes.
    Control,
    /// A lot: being held in it is yard waiting.
    Holding,
    /// Slots are booked here: waiting for one is virtual.
    Appointments,
    /// One way of a link.
    Link,
    /// Passengers wait here for a carrier; the ride counts as service.
    Platform,
    /// Carriers stand here until they leave.
    Berth,
}

/// The element of the model behind a station, as an index into its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StationElement {
    /// A stage.
    Stage(usize),
    /// A link in one way of travel.
    Link {
        /// Index of the link.
        link: usize,
        /// Travelled from its `to` to its `from`.
        reversed: bool,
    },
    /// A stop of a service, at which one of its ways begins.
    Stop {
        /// Index of the service.
        service: usize,
        /// The way back.
        back: bool,
        /// What of it.
        part: StopPart,
    },
}

/// The stations of a stop of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StopPart {
    /// Passengers wait here, and count as riding from here.
    Platform,
    /// Passengers ride on from here after a stop for controls. There when the way passes a facility.
    Aboard,
    /// Carriers stand here until they leave.
    Berth,
}

/// One way of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceWay {
    /// Station at which passengers wait and from which they count as riding.
    pub platform: u32,
    /// Station at which carriers stand.
    pub berth: u32,
    /// Passengers that a carrier takes.
    pub seats: u32,
    /// The way along the path of its service, which keeps count of the fleet: this one, or the one before on a way back.
    pub(crate) first: u32,
    /// Carriers that share the way with the way back; 0 where one comes for every departure.
    pub(crate) fleet: u32,
    /// Flow of the carriers.
    pub flow: u32,
    /// Time that each passenger takes to get on and off, milliseconds.
    pub(crate) boarding_ms: i64,
    pub(crate) alighting_ms: i64,
    pub(crate) departures: DepartureRule,
}

/// When a carrier that is ready leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DepartureRule {
    /// At once: it came for its departure.
    OnArrival,
    /// At these ticks, sorted; who is ready too late leaves at once, if the next departure has not come.
    At(Vec<i64>),
    /// When every seat can be taken, or after this time.
    WhenFull { at_most_ms: i64 },
}

/// No flow: who reaches the end of its way does not come again.
pub(crate) const NO_FLOW: u32 = u32::MAX;
/// No way of a service.
pub(crate) const NO_WAY: u32 = u32::MAX;

impl StationElement {
    /// What a passage costs a class, and how many times over: the fee of a stage and the fare of a ride once, the running cost of
    /// a link for each of its kilometres. None where nothing is paid.
    pub fn price(self, model: &Model, class: usize) -> Option<(Price, f64)> {
        match self {
            Self::Stage(stage) => {
                let fee = model.stages.iter().nth(stage)?.fee.as_ref()?;
                Some((*fee.get(class)?, 1.0))
            }
            Self::Link { link, .. } => {
                let link = model.links.iter().nth(link)?;
                let per_km = link.running_cost_per_km.as_ref()?;
                Some((*per_km.get(class)?, link.length_m / M_PER_KM))
            }
            Self::Stop { service, part: StopPart::Platform, .. } => {
                let fare = model.services.iter().nth(service)?.fare.as_ref()?;
                Some((*fare.get(class)?, 1.0))
            }
            Self::Stop { .. } => None,
        }
    }
}

/// When the run begins, is observed and ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Beginning of the run, warm-up included; milliseconds since 1970-01-01 UTC.
    pub start_ms: i64,
    /// Tick at which observation begins.
    pub from_tick: i64,
    /// Tick at which the run ends.
    pub to_tick: i64,
    /// Calendar days observed, corridor time.
    pub days: Vec<jiff::civil::Date>,
    /// Beginning of every hour of the window, 24 a day, and the end: `24 * days + 1` ticks. An hour that the local
    /// clock skips begins when the next one does.
    pub hour_ticks: Vec<i64>,
}

/// One flow, ready to arrive.
#[derive(Clone, Debug)]
pub struct FlowProgram {
    /// Name, part of the address of each of its draws.
    pub name: String,
    /// Index of its stream.
    pub stream: usize,
    /// Index of its class in the model.
    pub class: usize,
    /// First operation of its vehicles, by way.
    pub(crate) first_ops: Vec<u32>,
    /// How its vehicles choose among the ways, where they are several.
    pub(crate) choice: Option<Choice>,
    /// When its vehicles come.
    pub(crate) arrivals: Arrivals,
    /// Vehicles per arrival.
    pub(crate) batch: u32,
    /// Flow of the vehicle that takes the place of one that reaches the end; [`NO_FLOW`] when none does.
    pub(crate) then: u32,
    /// Way of a service whose carriers these are; [`NO_WAY`] for all others.
    pub(crate) carries: u32,
}

/// A way of a flow that chooses among several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// Index of the flow in [`Program::flows`].
    pub flow: usize,
    /// Index of the route in the model.
    pub route: usize,
    /// Stations that every vehicle on it passes, in the order of travel.
    pub(crate) certain: Vec<u32>,
}

/// When the vehicles of a flow come.
#[derive(Clone, Debug)]
pub(crate) enum Arrivals {
    /// By a rate that is constant between steps: sorted `(tick, arrivals per millisecond)`, the first at tick 0.
    Rate { steps: Vec<(i64, f64)>, gaps: u32, memoryless: bool },
    /// At given ticks, sorted.
    Times(Vec<i64>),
}

/// One operation of a vehicle's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    /// Pass a station; `occurrence` tells apart several visits of one way to the same station.
    Visit { station: u32, occurrence: u16 },
    /// Go on with the given share, jump otherwise.
    Coin { share: u32, address: u32, otherwise: u32 },
    /// Take one of the `ways` jumps that follow, by the cumulative shares from `share` on.
    OneOf { share: u32, address: u32, ways: u16 },
    /// Go on elsewhere.
    Jump(u32),
    /// Jump back with the given share and do it again.
    BackTo { share: u32, address: u32, target: u32 },
    /// The facility is passed: repetitions are counted anew in the next one.
    EndFacility,
    /// A carrier opens its doors.
    Door(Door),
    /// The end of the route.
    Leave,
}

/// What a carrier does with its passengers on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// They get off, to come back.
    SetDown,
    /// It waits until all of them are back.
    PickUp,
    /// They get off for good.
    Alight,
}

/// The numbers that hold from a date on.
#[derive(Clone, Debug)]
pub(crate) struct Epoch {
    /// First tick.
    pub(crate) from: i64,
    /// Time on the lane per `station * classes + class`.
    pub(crate) services: Vec<Service>,
    /// Mean of the same, milliseconds.
    pub(crate) service_means: Vec<f64>,
    /// Shares that operations refer to; those of a choice between ways are cumulative.
    pub(crate) shares: Vec<f64>,
    /// The same as thresholds of a coin.
    pub(crate) thresholds: Vec<u64>,
    /// Everything else about a station.
    pub(crate) rules: Vec<Rules>,
    /// Gaps and durations of the incidents that come at random, and the lanes each takes.
    pub(crate) incidents: Vec<IncidentNumbers>,
    /// Phase and clearance of each deck.
    pub(crate) phases: Vec<(i64, i64)>,
    /// Most of each limit, in thousandths.
    pub(crate) limits: Vec<u64>,
}

/// How long a lane takes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Service {
    /// Always this many milliseconds; no draw is spent on it.
    Constant(i64),
    /// By this sampler.
    Sampler(u32),
}

/// How a station treats its vehicles.
#[derive(Clone, Debug)]
pub(crate) struct Rules {
    /// Waiting places; `u32::MAX` for no limit.
    pub(crate) room: u32,
    /// A vehicle that finds no place goes away.
    pub(crate) turn_away: bool,
    /// Queue length from which arriving vehicles turn away; `u32::MAX` for never.
    pub(crate) balk_at: u32,
    /// How long a vehicle waits before it gives up.
    pub(crate) patience: Option<u32>,
    /// Lanes opened by queue length.
    pub(crate) extra: Option<Extra>,
    /// Which waiting list a class joins; lower lists go first unless weights are given.
    pub(crate) rank: Vec<u8>,
    /// Vehicles per turn of each list, for weighted cycles; empty otherwise.
    pub(crate) weights: Vec<u32>,
    /// Least time between two vehicles leaving, milliseconds; 0 for none.
    pub(crate) headway_ms: i64,
    /// Slots, at an appointment stage.
    pub(crate) booking: Option<Booking>,
}

/// Lanes opened by queue length.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Extra {
    pub(crate) lanes: u32,
    pub(crate) open_at: u32,
    pub(crate) close_at: u32,
}

/// How slots are booked.
#[derive(Clone, Debug)]
pub(crate) struct Booking {
    pub(crate) every_ms: i64,
    pub(crate) places: u32,
    pub(crate) lead_ms: i64,
    pub(crate) punctuality: u32,
    /// Coin thresholds and the shares behind them.
    pub(crate) no_show: u64,
    pub(crate) no_show_share: f64,
    pub(crate) lost: u64,
    pub(crate) lost_share: f64,
}

/// A link that both ways share in turns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deck {
    /// Stations of the way `from` → `to` and of the way back, where used.
    pub(crate) ways: [Option<u32>; 2],
}

/// A disturbance.
#[derive(Clone, Debug)]
pub(crate) struct IncidentProgram {
    pub(crate) name: String,
    pub(crate) stations: Vec<u32>,
    /// Ways along the paths of the services whose carriers it takes.
    pub(crate) fleets: Vec<u32>,
    /// First and last tick of a dated one.
    pub(crate) dated: Option<(i64, i64)>,
}

/// What limits count in, so that the mean passengers of a class need not be a whole number: thousandths.
pub const MILLI: u64 = 1000;

/// A cap on how many are inside at once, or a quota.
#[derive(Clone, Debug)]
pub struct LimitProgram {
    /// Name in the model.
    pub name: String,
    /// Stations at which it is entered, and left.
    pub(crate) enter: Vec<u32>,
    pub(crate) leave: Vec<u32>,
    /// Of a quota, the beginnings of its periods, the first at or before the run, the last at or behind its end.
    pub(crate) periods: Vec<i64>,
    /// What a vehicle of each class counts for, in thousandths.
    pub(crate) counted: Vec<u64>,
    /// The least that any vehicle counts for that comes here.
    pub(crate) least: u64,
    /// A vehicle may come to `enter` again while it is inside.
    pub(crate) revisited: bool,
}

/// The numbers of a disturbance.
#[derive(Clone, Debug)]
pub(crate) struct IncidentNumbers {
    /// Time between and duration, for random ones.
    pub(crate) random: Option<(u32, u32)>,
    /// Lanes it takes at each station; none for all.
    pub(crate) lanes: Option<u32>,
    /// Carriers it takes of each fleet; none for all.
    pub(crate) carriers: Option<u32>,
}

impl Program {
    /// Adds up, per station and day of the window, the work that the flows bring and the work that the lanes can do.
    pub fn offered_load(&self) -> Vec<load::StationLoad> {
        load::offered_load(self)
    }

    /// Vehicles that each flow is expected to bring on each day of the window: `[flow][day]`, in the order of `flows`.
    pub fn expected_vehicles(&self) -> Vec<Vec<f64>> {
        self.flows.iter().map(|flow| load::flow_vehicles(self, flow)).collect()
    }
}
