//! Estimates from one long run of a system that has a steady state.
//!
//! A corridor with its calendar never rests, and is studied by replications over real dates. Closed forms and capacity
//! questions ask for the steady state instead. Then two things go wrong: the start is not typical (the bias of the
//! initial transient), and neighbouring observations depend on each other. [`mser5`] finds how much of the start to drop,
//! [`batch_means`] makes observations that are nearly independent.

use crate::interval::{Estimate, mean, variance};

/// Observations per batch in MSER-5.
const MSER_BATCH: usize = 5;

/// How much of the beginning of a run to drop.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Truncation {
    /// Number of observations to drop.
    pub discard: usize,
    /// The rule found its minimum before the half of the run. If not, the run is too short to tell, or has no steady state.
    pub settled: bool,
}

/// The MSER-5 rule: drops the beginning that makes the marginal standard error of the rest smallest.
///
/// White, "An effective truncation heuristic for bias reduction in simulation output" (Simulation 69, 1997), with
/// batches of five as in White, Cobb and Spratt, "A comparison of five steady-state truncation heuristics for
/// simulation" (Winter Simulation Conference 2000). Only the first half of the run is considered for dropping, because
/// the standard error of the last few batches is small by chance. None with fewer than 20 observations.
pub fn mser5(values: &[f64]) -> Option<Truncation> {
    let batches: Vec<f64> = values.chunks_exact(MSER_BATCH).filter_map(mean).collect();
    if batches.len() < 4 {
        return None;
    }
    let half = batches.len() / 2;
    let (mut best, mut best_error) = (0, f64::INFINITY);
    // From the end to the start, by Welford's recurrence, which keeps the digits of long runs.
    let (mut count, mut rest_mean, mut squares) = (0.0, 0.0, 0.0);
    for (first, batch) in batches.iter().enumerate().rev() {
        count += 1.0;
        let before = batch - rest_mean;
        rest_mean += before / count;
        squares += before * (batch - rest_mean);
        let error = squares / (count * count);
        // Of equal errors the earliest start wins, which drops least.
        if first <= half && error <= best_error {
            (best, best_error) = (first, error);
        }
    }
    Some(Truncation { discard: best * MSER_BATCH, settled: best < half })
}

/// A steady-state mean from batches of one run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatchMeans {
    /// Mean and Student interval over the batch means.
    pub estimate: Estimate,
    /// Observations in each batch; those left over at the start are dropped.
    pub batch_size: usize,
    /// Correlation of neighbouring batch means. Far from zero, the batches are too short and the interval is too narrow.
    pub lag_one: f64,
}

/// Batches that lose little precision and still leave each batch long (Schmeiser, "Batch size effects in the analysis of
/// simulation output", Operations Research 30, 1982: between 10 and 30).
pub const BATCHES: usize = 20;

/// Non-overlapping batch means. None with fewer than two batches or fewer observations than batches.
pub fn batch_means(values: &[f64], batches: usize, level: f64) -> Option<BatchMeans> {
    let batch_size = values.len().checked_div(batches).filter(|&size| size > 0 && batches > 1)?;
    let means: Vec<f64> =
        values[values.len() - batches * batch_size..].chunks_exact(batch_size).filter_map(mean).collect();
    Some(BatchMeans { estimate: Estimate::of(&means, level)?, batch_size, lag_one: autocorrelation(&means, 1) })
}

/// Correlation of a series with itself `lag` places later; 0 for a series that is too short or does not vary.
pub fn autocorrelation(values: &[f64], lag: usize) -> f64 {
    let (Some(mean), Some(variance)) = (mean(values), variance(values)) else {
        return 0.0;
    };
    if variance == 0.0 || lag >= values.len() {
        return 0.0;
    }
    let products: f64 = values.iter().zip(&values[lag..]).map(|(early, late)| (early - mean) * (late - mean)).sum();
    products / (variance * (values.len() - 1) as f64)
}
