//! The answer: what one more unit of each resource buys, and what holds what.

use crate::rests_on::RestsOn;
use crate::results::Note;
use serde::{Deserialize, Serialize};

/// What holds a corridor back. Serialises to the object that `portway bottleneck --json` prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bottleneck {
    /// Model, scenario, seed, replications, evidence.
    pub rests_on: RestsOn,
    /// What the rows are ranked by.
    pub by: RankBy,
    /// Replications after which a resource that cannot matter was left alone.
    pub screening: u32,
    /// The scenario as it is.
    pub base: Base,
    /// What limits the crossings.
    pub limit: Limit,
    /// What becomes of a tenth more demand; none where all flows keep a timetable.
    pub demand: Option<Demand>,
    /// Level of each of the intervals that together hold at the level of `rests_on`.
    pub simultaneous_level: f64,
    /// The resource of which one more unit buys most; none when no effect is sure.
    pub best: Option<Best>,
    /// Resources, then sides, then service times, then demand; in each group those with an effect first, the largest first.
    pub rows: Vec<Row>,
    /// Resources that were not tried, because those who wait for them spend less than [`LEAST_SHARE`](super::LEAST_SHARE) of
    /// all the time there.
    pub not_tried: Vec<Resource>,
    /// The only part of the folder of which resources were tried; none for all.
    pub part: Option<String>,
    /// What holds what, from each cause to its effects.
    pub chain: Vec<Root>,
    /// Queues that grow.
    pub diagnostics: Vec<Note>,
}

/// What a ranking is by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::RankBy))]
#[serde(rename_all = "snake_case")]
pub enum RankBy {
    /// Vehicle-hours a year in the corridor, saved.
    #[default]
    Hours,
    /// Crossings a day, gained.
    Crossings,
    /// P90 of the time door to door, saved.
    P90,
}

/// The scenario as it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Base))]
pub struct Base {
    /// Crossings a day.
    pub crossings_per_day: Amount,
    /// Vehicles that come, a day.
    pub arrivals_per_day: Amount,
    /// P90 of the time door to door, hours; none while a queue grows.
    pub p90_h: Option<Amount>,
    /// Vehicle-hours in the corridor, scaled to a year of 365 days.
    pub vehicle_hours_per_year: Amount,
    /// Those of them that are waiting.
    pub waiting_hours_per_year: Amount,
}

/// A mean with the half-width of its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Amount))]
pub struct Amount {
    /// Mean over replications.
    pub mean: f64,
    /// Half-width.
    pub half_width: Option<f64>,
}

/// What limits the crossings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Limit))]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// Demand: no resource lets more vehicles cross, and more demand would.
    Demand,
    /// A resource: one more unit lets more vehicles cross, or a queue grows.
    Resource,
    /// Neither was shown.
    Unclear,
}

/// What becomes of a tenth more demand.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Demand))]
pub struct Demand {
    /// More vehicles that come, a day.
    pub arrivals_per_day: Amount,
    /// More that cross, a day.
    pub crossings_per_day: Amount,
}

/// The resource that buys most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Best))]
pub struct Best {
    /// Its row.
    pub row: usize,
    /// Rows that cannot be told from it at the level of the whole answer; empty when it is the best beyond doubt.
    pub not_told_apart: Vec<usize>,
}

/// One change and what it buys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Row))]
pub struct Row {
    /// What was changed.
    #[serde(flatten)]
    pub resource: Resource,
    /// Pairs of replications behind the effects.
    pub replications: u32,
    /// What its interval says of the measure that is ranked by.
    pub verdict: Verdict,
    /// Difference of crossings a day.
    pub crossings_per_day: Effect,
    /// Difference of the P90 of the time door to door, hours.
    pub p90_h: Effect,
    /// Difference of vehicle-hours a year.
    pub vehicle_hours_per_year: Effect,
    /// Difference of the waiting part of them.
    pub waiting_hours_per_year: Effect,
}

/// What is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Resource))]
pub struct Resource {
    /// The unit.
    pub kind: Kind,
    /// Where it is listed.
    pub group: Group,
    /// The input as `evidence.csv` writes it; with `*` where it is several.
    pub path: String,
    /// `facility.stage`, or the name of a link, service, class, calendar, limit, yearly day or incident; empty for several.
    pub scope: String,
    /// Title of the stage, link, services, calendar, limit, season or incident; the country of a side; empty for demand.
    pub title: String,
    /// The value on the first day of the window.
    pub from: String,
    /// The value with one more unit.
    pub to: String,
    /// The weakest evidence of the inputs that are changed: `none`, `assumption`, `derived`, `design` or `observed`; empty when
    /// none is an input of the folder.
    #[cfg_attr(feature = "openapi", schema(schema_with = crate::described::weakest_evidence))]
    pub evidence: String,
}

/// A unit of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Kind))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One more lane in every shift.
    Lanes,
    /// A tenth more places of a holding lot, at least one.
    LotPlaces,
    /// One more of the lanes that a long queue opens.
    ExtraLanes,
    /// A tenth more waiting places, at least one.
    Room,
    /// One more place in every slot of an electronic queue.
    Slots,
    /// An hour longer on every open day.
    Hours,
    /// No closure in the window.
    Closures,
    /// A tenth more vehicles that fit on a link, at least one.
    Storage,
    /// A tenth more vehicles that can leave a link in an hour.
    FlowCapacity,
    /// One more carrier that goes to and fro.
    Fleet,
    /// A tenth more seats in every carrier of a class, at least one.
    Seats,
    /// A tenth less time from one departure to the next.
    Headway,
    /// One more departure a day in each timetable.
    Departures,
    /// A tenth more of a cap or quota, at least one.
    AtMost,
    /// A season that ends a week later.
    Season,
    /// Disturbances half as often.
    Incidents,
    /// A dated disturbance that does not happen.
    Incident,
    /// Service a tenth shorter.
    Service,
    /// Slots that can be booked a tenth later before they begin.
    Lead,
    /// One more lane at every control of one country.
    SideLanes,
    /// A tenth more demand.
    Demand,
}

/// What rows are listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Group))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// One unit of one resource: these compete.
    Resource,
    /// Several of one country together.
    Side,
    /// No resource, but how fast the work is done, and how long before a slot is booked.
    Process,
    /// What the corridor is for.
    Demand,
}

/// A paired difference to the scenario as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Effect))]
pub struct Effect {
    /// Mean of the paired differences; none where either side has no value.
    pub difference: Option<f64>,
    /// Half-width at the level of a single row.
    pub half_width: Option<f64>,
}

/// What the interval of a row says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Verdict))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It makes things better.
    Gains,
    /// It makes things worse.
    Loses,
    /// The interval covers zero.
    NoChangeSeen,
    /// There is no interval.
    CannotTell,
}

/// A station where the flow is held, and everything that stands still behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Root))]
pub struct Root {
    /// The station.
    pub at: Where,
    /// Why it has no place.
    pub cause: Cause,
    /// Time its lanes serve over the time they are open; none for lanes without limit.
    pub lane_use_share: Option<Amount>,
    /// What it holds, directly first, then what these hold in turn.
    pub held: Vec<Held>,
}

/// A station by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Where))]
pub struct Where {
    /// `facility.stage`, or the name of a link.
    pub scope: String,
    /// Direction of a way of a link; empty for stages.
    pub direction: String,
    /// For people.
    pub title: String,
    /// Whether it is a way of a link.
    pub is_link: bool,
}

/// Why a station has no place for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Cause))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// More work comes than its lanes can do, until the window ends.
    Overloaded,
    /// Its lanes are busy, at times or always.
    Busy,
    /// It is closed for most of the time that others wait for it.
    Closed,
    /// A link that holds no more vehicles.
    Full,
}

/// Vehicles that are done at one station and stand there for want of a place at another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = bottleneck::Held))]
pub struct Held {
    /// Where they stand.
    pub at: Where,
    /// What has no place for them.
    pub waits_for: Where,
    /// Hours a day in which at least one is held.
    pub hours_per_day: Amount,
    /// Vehicles held, mean over the time of the window.
    pub vehicles: Amount,
    /// Part of the holding in which the other is closed.
    pub closed_share: f64,
}
