//! Replications in parallel, precision, comparison and validation. Prints nothing.
//!
//! A study takes a `Timeline`, runs replications of it and reduces them to [`Results`]: measures with intervals, series for
//! charts, and findings. [`Comparison`] and [`Validation`] rest on the same reduction. The bytes of all of them depend on the
//! model, the seed and the number of replications only, never on the number of threads.

pub mod comparison;
pub mod measures;
pub mod results;
pub mod validation;

pub use comparison::{ChangeVerdict, ComparedScenario, Comparison, ComparisonRow};
pub use measures::MeasureDefinition;
pub use results::{Measure, Quantiles, Results};
pub use validation::{ValidatedScenario, Validation, ValidationRow, Verdict};
