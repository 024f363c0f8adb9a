//! What the folder knows about its own numbers: evidence for inputs, observations and exact answers to
//! validate against.

use jiff::civil::Date;

/// Where a number comes from: a row of `evidence.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Dotted path of the input; a `*` stands for any one segment.
    pub path: String,
    /// How good it is.
    pub status: EvidenceStatus,
    /// Publication, site or reasoning.
    pub source: String,
    /// Lowest plausible value, as written.
    pub low: String,
    /// Highest plausible value, as written.
    pub high: String,
    /// Anything else worth knowing.
    pub note: String,
}

/// How good a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceStatus {
    /// Counted or measured.
    Observed,
    /// A design or legal figure.
    Design,
    /// Computed from other rows.
    Derived,
    /// Nobody published it.
    Assumption,
}

/// A fact to compare the simulation with: a row of `observations.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Name of the check, e.g. `V1-mean`.
    pub id: String,
    /// Scenario that should reproduce it.
    pub scenario: String,
    /// Measure name as listed by `portway measures`.
    pub measure: String,
    /// Statistic of it: `mean`, `p50`, `p90`, `p95`.
    pub statistic: String,
    /// Scope of the measure; empty for the corridor.
    pub scope: String,
    /// Direction; empty for all.
    pub direction: String,
    /// Class; empty for all.
    pub class: String,
    /// First day, when the row is about a part of the scenario.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
    /// Observed value in the measure's unit.
    pub value: f64,
    /// Lowest value that counts as agreement.
    pub low: f64,
    /// Highest value that counts as agreement.
    pub high: f64,
    /// Where it was published.
    pub source: String,
    /// Anything else worth knowing.
    pub note: String,
}

/// An answer that theory gives for a scenario, or that a long independent run does: a row of `exact.csv`.
#[derive(Clone, Debug, PartialEq)]
pub struct ExactAnswer {
    /// Name of the check, e.g. `O1-4-Wq`.
    pub id: String,
    /// Scenario that it is the answer for.
    pub scenario: String,
    /// Measure name as listed by `portway measures`.
    pub measure: String,
    /// Statistic of it: `mean`, `p50`, `p90`, `p95`, or an hour of the day, `h00` to `h23`.
    pub statistic: String,
    /// Scope of the measure; empty for the corridor.
    pub scope: String,
    /// Direction; empty for all.
    pub direction: String,
    /// Class, or classes joined by `+`; empty for all.
    pub class: String,
    /// The answer in the measure's unit.
    pub value: f64,
    /// Half-width of its 95 % interval when the answer was itself simulated; none when it is exact.
    pub half_width: Option<f64>,
    /// The formula or the publication behind it.
    pub source: String,
}
