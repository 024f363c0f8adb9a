//! When to stop: replications until the half-width is a wanted share of the mean.
//!
//! The sequential procedure of Law, *Simulation Modeling and Analysis*, section 9.4: replicate until the half-width is
//! at most γ/(1 + γ) of the estimated mean. The half-width is measured against the estimate, which may be too small or
//! too large itself; with this stricter bound the error is at most γ of the *true* mean whenever the interval covers it.
//! Stopping as soon as the numbers look good makes coverage a little smaller than the level, and less so the more
//! replications come first; Law advises at least ten.

use super::{mean, student_t, variance};

/// What precision is asked for, and how much work is allowed for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    /// Wanted half-width over true mean, e.g. 0.02.
    pub relative: f64,
    /// Confidence level.
    pub level: f64,
    /// Replications before the first look.
    pub least: u32,
    /// Replications after which to give up.
    pub most: u32,
}

/// Where a sequential run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The precision is reached.
    Reached,
    /// Run on until there are this many replications, then ask again.
    RunTo(u32),
    /// The precision is not reached and no further replication is allowed.
    GivenUp,
}

impl Precision {
    /// Replications before the first look that Law recommends.
    pub const LEAST: u32 = 10;

    /// What to do after the replications whose values are given.
    ///
    /// The next look is at the estimated need but after twice the replications at most, because the estimate from few is
    /// rough. The answer depends on the values alone, so a run takes the same steps on any number of threads.
    pub fn progress(&self, values: &[f64]) -> Progress {
        let n = u32::try_from(values.len()).unwrap_or(u32::MAX);
        if n < self.least.max(2).min(self.most) {
            return Progress::RunTo(self.least.max(2).min(self.most));
        }
        let needed = replications_needed(values, self.level, self.relative);
        match needed {
            Some(needed) if needed <= u64::from(n) => Progress::Reached,
            _ if n >= self.most => Progress::GivenUp,
            _ => {
                let needed = needed.map_or(u32::MAX, |needed| u32::try_from(needed).unwrap_or(u32::MAX));
                Progress::RunTo(needed.min(n.saturating_mul(2)).clamp(n + 1, self.most))
            }
        }
    }
}

/// How many replications the relative precision needs, judged by the variance so far; at least as many as there are when
/// they do not suffice. None with fewer than two values, or when the mean is zero and the values vary.
pub fn replications_needed(values: &[f64], level: f64, relative: f64) -> Option<u64> {
    let (mean, variance) = (mean(values)?, variance(values)?);
    let wanted = relative / (1.0 + relative) * mean.abs();
    let suffices = |n: u64| student_t(level, n - 1) * (variance / n as f64).sqrt() <= wanted;
    if variance == 0.0 {
        return Some(2);
    }
    if !(wanted > 0.0 && level < 1.0) {
        return None;
    }
    // The half-width falls with n, so bisection between powers of two finds the first n that suffices.
    let mut most = 2;
    while !suffices(most) {
        most = if most < LARGEST { most * 2 } else { return Some(LARGEST) };
    }
    let mut least = most / 2;
    while most - least > 1 {
        let middle = least + (most - least) / 2;
        if suffices(middle) { most = middle } else { least = middle }
    }
    Some(most)
}

/// More replications than anybody will run; the search ends here.
const LARGEST: u64 = 1 << 40;
