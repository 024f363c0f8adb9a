//! Addressed random numbers, samplers, estimators, intervals and histograms. Knows no corridors.

pub mod histogram;

pub use histogram::Histogram;
