//! Two scenarios side by side under common random numbers.

mod pair;

pub(crate) use pair::{begin_together, windows_note};
pub use pair::{compare, pair};

use crate::results::{ModelRef, Note};
use serde::{Deserialize, Serialize};

/// Scenario B against scenario A. Serialises to the object that `portway compare --json` prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comparison {
    /// Version of Portway.
    pub portway: String,
    /// The model that both scenarios change.
    pub model: ModelRef,
    /// The scenario compared with.
    pub a: ComparedScenario,
    /// The scenario in question; differences are B − A.
    pub b: ComparedScenario,
    /// Seed, the same for both.
    pub seed: u64,
    /// Number of pairs of replications.
    pub replications: u32,
    /// Confidence level of every interval, 0.95.
    pub level: f64,
    /// One row per measure of either scenario, in the order of [`Results::measures`](crate::Results::measures) of A.
    pub rows: Vec<ComparisonRow>,
    /// Findings and warnings of both scenarios and of the comparison itself.
    pub diagnostics: Vec<Note>,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComparedScenario {
    /// Scenario name.
    pub scenario: String,
    /// Its title for people.
    pub title: String,
    /// First day of results, ISO date.
    pub from: String,
    /// Last day of results, ISO date.
    pub to: String,
}

/// One measure in both scenarios.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ComparisonRow {
    /// Measure name, e.g. `door_to_door_h`.
    pub name: String,
    /// `corridor`, or the name of a stage or link.
    pub scope: String,
    /// Direction name; empty for all.
    pub direction: String,
    /// Class name; empty for all.
    pub class: String,
    /// Unit of all values.
    pub unit: String,
    /// Mean in A; none when it grows without bound or never occurred.
    pub a: Option<f64>,
    /// Mean in B; none as for A.
    pub b: Option<f64>,
    /// Mean of the paired differences B − A over the replications that have both.
    pub difference: Option<f64>,
    /// Half-width of the Student interval of the paired differences.
    pub half_width: Option<f64>,
    /// Confidence level, 0.95.
    pub level: f64,
    /// What the interval says.
    pub verdict: ChangeVerdict,
    /// Variance that independent runs would give the difference, over the variance of the paired differences:
    /// how many times fewer replications the common random numbers need. None when nothing varies.
    pub variance_reduction: Option<f64>,
}

/// What the paired interval says about a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeVerdict {
    /// The interval of the difference does not contain zero.
    Changed,
    /// It does: a difference may exist, but this many replications do not show it.
    NoChangeSeen,
    /// One side has no value, or there are fewer than two pairs.
    CannotTell,
}
