//! What a search for capacity found.

use super::search::Verdict;
use super::standard::Standard;
use crate::rests_on::RestsOn;
use serde::{Deserialize, Serialize};

/// The largest sustained flows of a corridor. Serialises to the object that `--json` prints and `capacity.json` holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Capacity {
    /// Model, scenario, seed, replications behind each flow that keeps the standard, level of each capacity.
    pub rests_on: RestsOn,
    /// The standard.
    pub standard: Standard,
    /// The standard in the words that `--standard` reads.
    pub standard_text: String,
    /// Half of the distance between the ends of an interval over their middle, that a search tries to reach.
    pub precision: f64,
    /// The same for the points of a frontier.
    pub frontier_precision: f64,
    /// Replications of one flow after which it stays undecided.
    pub most_replications: u32,
    /// Replications of all searches together.
    pub replications_run: u32,
    /// Class mix of what grows, where it is not the scenario's own.
    pub mix: Vec<ClassShare>,
    /// Capacities: of what is asked about as a whole, then of each direction while the others stay as they are.
    pub capacities: Vec<Sustained>,
    /// What one part of the traffic costs the other.
    pub frontiers: Vec<Frontier>,
}

/// One class of a mix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::ClassShare))]
pub struct ClassShare {
    /// Class name.
    pub class: String,
    /// Share of the vehicles of each direction.
    pub share: f64,
}

/// One capacity: vehicles per day, means over the window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Sustained))]
pub struct Sustained {
    /// Direction that grows; empty for all.
    pub direction: String,
    /// How the search ended.
    pub outcome: Outcome,
    /// Where the statistic passes its limit; none unless the capacity was enclosed.
    pub per_day: Option<f64>,
    /// Largest flow that keeps the standard; 0 when none does.
    pub low_per_day: f64,
    /// Smallest flow that breaks it; none when none does.
    pub high_per_day: Option<f64>,
    /// The same traffic today.
    pub today_per_day: f64,
    /// Lanes' own limit, without chance.
    pub fluid: Option<Fluid>,
    /// What the smallest flow that breaks the standard on average breaks; the bound, where none that was looked at does.
    pub limit: Option<Limit>,
    /// All traffic of each direction at the capacity (else at `low_per_day`), what stays as it is included.
    pub by_direction: Vec<DirectionFlow>,
    /// Vehicles of the window's busiest day over those of its mean day.
    pub busiest_day_ratio: f64,
    /// Every flow that was looked at, in order.
    pub tested: Vec<Tested>,
}

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Outcome))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The capacity lies between two flows.
    Enclosed,
    /// The largest flow that was looked at keeps the standard: `low_per_day` is no limit.
    Beyond,
    /// The smallest flow that was looked at does not keep it.
    NoneKeeps,
    /// No flow could be told on one of the sides: more replications are needed.
    Unclear,
}

/// The fluid bound.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Fluid))]
pub struct Fluid {
    /// Vehicles per day at which a station is offered all the work that its lanes can do.
    pub per_day: f64,
    /// That stage or link.
    pub scope: String,
    /// Its title for people.
    pub title: String,
}

/// What breaks first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Limit))]
pub struct Limit {
    /// The kind.
    pub kind: LimitKind,
    /// Stage or link, for a queue that grows.
    pub scope: String,
    /// Its title for people.
    pub title: String,
    /// Direction whose traffic fails; empty for a queue that grows.
    pub direction: String,
    /// Whether the classes with passengers fail, not those without.
    pub passengers: bool,
}

impl Limit {
    /// A queue that grows at a stage or link.
    pub(crate) fn growth(scope: &str, title: &str) -> Self {
        let (scope, title) = (scope.to_owned(), title.to_owned());
        Self { kind: LimitKind::Growth, scope, title, direction: String::new(), passengers: false }
    }
}

/// Kinds of limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::LimitKind))]
#[serde(rename_all = "snake_case")]
pub enum LimitKind {
    /// The limited time.
    Time,
    /// Too few get through: turned away, given up, or stuck.
    Carried,
    /// A queue grows until the window ends.
    Growth,
}

/// Vehicles per day of one direction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::DirectionFlow))]
pub struct DirectionFlow {
    /// Direction name.
    pub direction: String,
    /// Vehicles per day.
    pub per_day: f64,
}

/// One flow that was looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Tested))]
pub struct Tested {
    /// Vehicles per day that grow.
    pub per_day: f64,
    /// Replications that decided.
    pub replications: u32,
    /// What they decided.
    pub verdict: TestedVerdict,
    /// Mean of the limited statistic of the traffic under most strain, hours; none where it grows.
    pub value_h: Option<f64>,
    /// What is under most strain.
    pub limit: Limit,
}

/// What the replications of a flow said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::TestedVerdict))]
#[serde(rename_all = "snake_case")]
pub enum TestedVerdict {
    /// It keeps the standard.
    Keeps,
    /// It does not.
    Breaks,
    /// They could not tell.
    Undecided,
}

impl From<Verdict> for TestedVerdict {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Keeps => Self::Keeps,
            Verdict::Breaks => Self::Breaks,
            Verdict::Undecided => Self::Undecided,
        }
    }
}

/// What can be sustained of two parts of the traffic at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Frontier))]
pub struct Frontier {
    /// What the two parts are.
    pub between: Between,
    /// The two parts.
    pub axes: [Axis; 2],
    /// From the first axis to the second.
    pub points: Vec<FrontierPoint>,
}

/// Kinds of frontiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Between))]
#[serde(rename_all = "snake_case")]
pub enum Between {
    /// Two directions; the axes are named by them.
    Directions,
    /// Classes without passengers (`freight`) and with (`passengers`).
    Classes,
}

/// One part of the traffic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::Axis))]
pub struct Axis {
    /// Name of the direction, or `freight` or `passengers`.
    pub name: String,
    /// Vehicles per day today.
    pub today_per_day: f64,
}

/// One ray of a frontier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = capacity::FrontierPoint))]
pub struct FrontierPoint {
    /// How the vehicles are shared between the axes; sums to 1.
    pub share: [f64; 2],
    /// What can be sustained of both together.
    pub sustained: Sustained,
}
