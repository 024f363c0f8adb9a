//! Log-linear histograms of non-negative integers, exact to merge.

/// Counts of values in log-linear bins: exact below [`Histogram::EXACT_BELOW`], relative width at most 1/64 above it.
///
/// Recording is a few instructions, merging adds counts, so results do not depend on the order of either.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    bins: Vec<u64>,
    count: u64,
    sum: u128,
    max: u64,
}
