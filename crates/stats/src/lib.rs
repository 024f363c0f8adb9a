//! Addressed random numbers, samplers, estimators, intervals and histograms. Knows no corridors.
//!
//! | module | answers |
//! | --- | --- |
//! | [`random`] | which 64 bits stand at an address (seed, replication, names, counter) |
//! | [`sampler`] | which value of a distribution a draw is |
//! | [`histogram`] | how many integers were how large |
//! | [`interval`] | how sure a mean or a difference is, and how many replications it takes |
//! | [`logit`] | which of several alternatives is taken, and how often |
//! | [`selection`] | which of several alternatives is the best |
//! | [`sensitivity`] | which inputs of a function decide its values |
//! | [`stationary`] | what one long run says about a steady state |
//! | [`tests_of_fit`] | whether values may come from a law |

pub mod histogram;
pub mod interval;
pub mod logit;
pub mod random;
pub mod sampler;
pub mod selection;
pub mod sensitivity;
pub mod stationary;
pub mod tests_of_fit;

pub use histogram::Histogram;
pub use interval::{Estimate, Paired, Precision, Progress, paired};
pub use random::Key;
pub use sampler::Sampler;
