//! Addressed random numbers, samplers, estimators, intervals and histograms. Knows no corridors.

pub mod histogram;
pub mod random;
pub mod sampler;

pub use histogram::Histogram;
pub use random::Key;
pub use sampler::Sampler;
