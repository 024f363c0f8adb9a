//! Replications in parallel, precision, comparison and validation. Prints nothing.
//!
//! A study takes a `Timeline`, runs replications of it and reduces them to [`Results`]: measures with intervals, series for
//! charts, and findings. [`Comparison`] and [`Validation`] rest on the same reduction. The bytes of all of them depend on the
//! model, the seed and the number of replications only, never on the number of threads.

mod backlog;
pub mod bottleneck;
pub mod capacity;
pub mod comparison;
mod cost;
#[cfg(feature = "openapi")]
pub mod described;
pub mod exact;
pub mod explain;
mod growth;
pub mod journey;
mod layout;
pub mod measures;
pub mod options;
pub mod precision;
pub mod programme;
mod query;
pub mod ranking;
mod replicate;
pub mod rests_on;
pub mod results;
pub mod said;
pub mod samples;
pub mod sensitivity;
mod series;
pub mod study;
mod summary;
pub mod sweep;
pub mod trade;
pub mod trials;
pub mod validation;
pub mod visits;

pub use bottleneck::{Bottleneck, BottleneckOptions, bottleneck};
pub use capacity::{Capacity, CapacityOptions, Standard, capacity};
pub use comparison::{ChangeVerdict, ComparedScenario, Comparison, ComparisonRow, compare, pair};
pub use cost::Needs;
pub use exact::{ExactCheck, ExactReport, ExactRow, check_exact};
pub use explain::{Explanation, explain};
pub use journey::Journey;
pub use measures::MeasureDefinition;
pub use options::{Progress, Replications, Silent, StudyError, StudyOptions};
pub use programme::{EffectOptions, Effects, Programme, ProgrammeOptions, programme};
pub use ranking::{Ranking, RankingOptions, rank};
pub use rests_on::{EvidenceCounts, RestsOn};
pub use results::{Measure, OwnerResults, Quantiles, Results, Severity};
pub use samples::{Obstacle, ObstacleKind, SampleRow, Samples, StateRow};
pub use sensitivity::{Sensitivity, SensitivityOptions};
pub use study::{Study, run};
pub use sweep::{AskedMeasure, Sweep, SweepError, SweepPlan, SweepResults};
pub use trials::{Answers, Question, Trials};
pub use validation::{ValidatedScenario, Validation, ValidationRow, Verdict, validate};
pub use visits::{Visit, VisitRecords};

/// Version of Portway, as results and manifests carry it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
