//! Replications in parallel, precision, comparison and validation. Prints nothing.

pub mod results;

pub use results::{Measure, Quantiles, Results};
