//! What was really observed beside what was simulated.

pub(crate) mod judge;

pub use judge::validate;

use crate::results::{ModelRef, Note};
use crate::said::Values;
use serde::{Deserialize, Serialize};

/// Every row of `observations.csv` with its simulated value. Serialises to the object that `portway validate --json` prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Validation {
    /// Version of Portway.
    pub portway: String,
    /// The model.
    pub model: ModelRef,
    /// Seed of every scenario.
    pub seed: u64,
    /// Replications of each scenario, in the order in which they were run.
    pub scenarios: Vec<ValidatedScenario>,
    /// Confidence level of the intervals, 0.95.
    pub level: f64,
    /// One per observation, in the order of the file.
    pub rows: Vec<ValidationRow>,
    /// Findings and warnings of the runs.
    pub diagnostics: Vec<Note>,
}

/// A scenario that was run for the validation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValidatedScenario {
    /// Scenario name.
    pub scenario: String,
    /// First day of results, ISO date.
    pub from: String,
    /// Last day of results, ISO date.
    pub to: String,
    /// Number of replications.
    pub replications: u32,
}

/// One observed fact and its simulated counterpart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValidationRow {
    /// Name of the check, e.g. `V1-mean`.
    pub id: String,
    /// Scenario that should reproduce it.
    pub scenario: String,
    /// Measure name.
    pub measure: String,
    /// Statistic of it: `mean`, `p50`, `p90` or `p95`.
    pub statistic: String,
    /// `corridor`, or the name of a stage or link.
    pub scope: String,
    /// Direction name; empty for all.
    pub direction: String,
    /// Class name; empty for all.
    pub class: String,
    /// Unit of all values; empty when the measure is unknown.
    pub unit: String,
    /// First day that the row is about, ISO date; the scenario's when the row names none.
    pub from: String,
    /// Last day that the row is about, ISO date.
    pub to: String,
    /// Observed value.
    pub observed: f64,
    /// Lowest value that counts as agreement.
    pub low: f64,
    /// Highest value that counts as agreement.
    pub high: f64,
    /// Simulated value; none when the run has no such measure or it grows without bound.
    pub simulated: Option<f64>,
    /// Half-width of the simulated value.
    pub half_width: Option<f64>,
    /// Whether the two agree.
    pub verdict: Verdict,
    /// Why the verdict cannot be told, in one English sentence; empty otherwise.
    pub reason: String,
    /// A stable code of the reason, e.g. `over-an-edge`; empty without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason_code: String,
    /// What the reason says, for reports in other languages.
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub reason_values: Values,
    /// Where the observation was published.
    pub source: String,
    /// Anything else worth knowing.
    pub note: String,
}

/// Whether simulation and observation agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The whole simulated interval lies inside `[low, high]`.
    Agrees,
    /// The whole simulated interval lies outside.
    Misses,
    /// The interval reaches over an edge, or there is none: more replications, or another row, are needed.
    CannotTell,
}

impl Verdict {
    /// Judges a simulated interval against the range that counts as agreement.
    ///
    /// No measure is negative, so the part of an interval below zero is not a doubt and is cut off.
    ///
    /// ```
    /// use portway_study::validation::Verdict;
    /// assert_eq!(Verdict::of(170.0, 2.0, 150.0, 184.0), Verdict::Agrees);
    /// assert_eq!(Verdict::of(190.0, 2.0, 150.0, 184.0), Verdict::Misses);
    /// assert_eq!(Verdict::of(183.0, 2.0, 150.0, 184.0), Verdict::CannotTell);
    /// assert_eq!(Verdict::of(0.1, 0.2, 0.0, 2.0), Verdict::Agrees);
    /// ```
    pub fn of(simulated: f64, half_width: f64, low: f64, high: f64) -> Self {
        let (from, to) = ((simulated - half_width).max(0.0), simulated + half_width);
        if from >= low && to <= high {
            Self::Agrees
        } else if to < low || from > high {
            Self::Misses
        } else {
            Self::CannotTell
        }
    }
}
