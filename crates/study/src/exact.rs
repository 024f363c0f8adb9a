//! Exact answers beside simulated ones: does the simulator compute what queueing theory says it must?
//!
//! A row is a statistical test. It agrees when the simulated mean lies so near to the answer that a correct simulator would
//! hardly ever miss by more, and it only counts as an answer when the run was long enough to find a bias of
//! [`BIAS_TO_FIND`]. All rows of a run share one error rate: with a correct simulator, the probability that any of them is
//! called a miss is at most [`FAMILY_ERROR`] (Bonferroni).

mod fingerprint;
mod judge;

pub use fingerprint::fingerprint;
pub use judge::check_exact;

use crate::options::{Replications, StudyOptions};
use crate::results::{ModelRef, Note};
use crate::said::Values;
use crate::validation::{ValidatedScenario, Verdict};
use serde::{Deserialize, Serialize};

/// Probability that a correct simulator is called wrong in any row of a run.
pub const FAMILY_ERROR: f64 = 0.01;

/// Bias, relative to the answer, that every row is to find unless another precision is asked for.
pub const BIAS_TO_FIND: f64 = 0.01;

/// Probability with which it is to be found.
pub const POWER: f64 = 0.9;

/// What all folders gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExactReport {
    /// Version of Portway.
    pub portway: String,
    /// Seed of every scenario.
    pub seed: u64,
    /// Number of rows over which the error rate is shared.
    pub rows: usize,
    /// [`FAMILY_ERROR`].
    pub family_error: f64,
    /// Bias, relative to the answer, that every row was to find.
    pub bias_to_find: f64,
    /// [`POWER`].
    pub power: f64,
    /// One per folder.
    pub checks: Vec<ExactCheck>,
}

impl ExactReport {
    /// A report to which the checks of folders are added; `rows` is the number of all their rows.
    pub fn new(rows: usize, options: &StudyOptions) -> Self {
        Self {
            portway: crate::VERSION.to_owned(),
            seed: options.seed,
            rows,
            family_error: FAMILY_ERROR,
            bias_to_find: bias_to_find(options),
            power: POWER,
            checks: Vec::new(),
        }
    }

    /// Whether every row agrees.
    pub fn holds(&self) -> bool {
        self.count(Verdict::Agrees) == self.rows
    }

    /// Number of rows with a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.checks.iter().flat_map(|check| &check.rows).filter(|row| row.verdict == verdict).count()
    }
}

/// The bias that every row is to find: the precision that is asked for, else [`BIAS_TO_FIND`].
fn bias_to_find(options: &StudyOptions) -> f64 {
    match options.replications {
        Replications::Precision { relative, .. } => relative,
        Replications::Fixed(_) => BIAS_TO_FIND,
    }
}

/// What one folder of exact answers gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExactCheck {
    /// The model.
    pub model: ModelRef,
    /// Its title for people.
    pub title: String,
    /// The scenarios that were run.
    pub scenarios: Vec<ValidatedScenario>,
    /// Events that the kernel handled, all replications together.
    pub events: u64,
    /// One per row of `exact.csv`, in the order of the file.
    pub rows: Vec<ExactRow>,
    /// Findings and warnings of the runs.
    pub diagnostics: Vec<Note>,
    /// What [`fingerprint`] gives for the folder; empty when nobody asked for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fingerprint: String,
}

/// One exact answer and its simulated counterpart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ExactRow {
    /// Name of the check, e.g. `O1-4-Wq`.
    pub id: String,
    /// Scenario.
    pub scenario: String,
    /// Measure name.
    pub measure: String,
    /// Statistic of it: `mean`, `p50`, `p90`, `p95`, or an hour of the day, `h00` to `h23`.
    pub statistic: String,
    /// `corridor`, or the name of a stage or link.
    pub scope: String,
    /// Direction name; empty for all.
    pub direction: String,
    /// Class name; empty for all.
    pub class: String,
    /// Unit of all values; empty when the measure is unknown.
    pub unit: String,
    /// The answer.
    pub exact: f64,
    /// Half-width of the 95 % interval of the answer, when it was itself simulated.
    pub exact_half_width: Option<f64>,
    /// Mean over replications.
    pub simulated: Option<f64>,
    /// Half-width of its 95 % Student interval.
    pub half_width: Option<f64>,
    /// Distance from the answer in standard errors, that of the answer included.
    pub z: Option<f64>,
    /// Largest distance in standard errors that still agrees.
    pub z_limit: Option<f64>,
    /// Smallest bias, relative to the answer, that this run finds with probability [`POWER`].
    pub detectable_bias: Option<f64>,
    /// Number of replications.
    pub replications: u32,
    /// Whether the two agree; cannot be told when the bias to find could hide in the noise of the run.
    pub verdict: Verdict,
    /// Why the verdict cannot be told, in one English sentence; empty otherwise.
    pub reason: String,
    /// A stable code of the reason, e.g. `over-an-edge`; empty without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason_code: String,
    /// What the reason says, for reports in other languages.
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub reason_values: Values,
    /// The formula or publication behind the answer.
    pub source: String,
}
