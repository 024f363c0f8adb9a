//! How sure a mean is: Student intervals over replications, paired differences, and when to stop.
//!
//! Observations inside one replication depend on each other (a vehicle waits because the one before waited), so their
//! spread says little about the error of their mean. Replications are independent: each gives one number, and Student's
//! interval over these numbers holds what it promises when they are near to normal, which averages over many vehicles
//! are. Everything follows Law, *Simulation Modeling and Analysis*, chapters 9 and 10.
//!
//! Sums run in the order of the replications, so the result does not depend on which thread finished first.

mod precision;

pub use precision::{Precision, Progress, replications_needed};

use statrs::distribution::{Continuous, ContinuousCDF, StudentsT};
use statrs::function::erf::erf_inv;

/// A mean with its confidence interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Mean of the observations.
    pub mean: f64,
    /// Half of the length of the interval around the mean; none with fewer than two observations.
    pub half_width: Option<f64>,
    /// Probability that such an interval covers the true mean.
    pub level: f64,
    /// Number of independent observations.
    pub n: u64,
}

impl Estimate {
    /// The mean of independent observations and its Student interval of the given level; none without observations.
    ///
    /// ```
    /// use portway_stats::Estimate;
    ///
    /// let days = Estimate::of(&[168.0, 171.0, 173.0, 170.0, 168.0], 0.95).unwrap();
    /// assert_eq!(days.mean, 170.0);
    /// assert!((days.half_width.unwrap() - 2.63).abs() < 0.01);
    /// ```
    pub fn of(values: &[f64], level: f64) -> Option<Self> {
        let n = values.len() as u64;
        let mean = mean(values)?;
        let half_width = variance(values).map(|variance| student_t(level, n - 1) * (variance / n as f64).sqrt());
        Some(Self { mean, half_width, level, n })
    }

    /// Lower end of the interval.
    pub fn low(&self) -> Option<f64> {
        self.half_width.map(|half_width| self.mean - half_width)
    }

    /// Upper end of the interval.
    pub fn high(&self) -> Option<f64> {
        self.half_width.map(|half_width| self.mean + half_width)
    }

    /// Whether the interval covers a value; no interval covers nothing.
    pub fn covers(&self, value: f64) -> bool {
        self.half_width.is_some_and(|half_width| (value - self.mean).abs() <= half_width)
    }

    /// Half-width over mean; none without an interval or with a mean of zero.
    pub fn relative_half_width(&self) -> Option<f64> {
        self.half_width.filter(|_| self.mean != 0.0).map(|half_width| half_width / self.mean.abs())
    }
}

/// The difference of two scenarios that were run with the same draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paired {
    /// Mean of the differences second − first, over replications, with the interval of the differences.
    pub difference: Estimate,
    /// Variance that independent runs would give the difference, over the variance of the paired differences: how many
    /// times fewer replications the common draws need. None when the differences do not vary.
    pub variance_reduction: Option<f64>,
}

/// Compares two scenarios replication by replication (the paired-t interval); none without a pair.
///
/// Only as many pairs count as both slices have.
pub fn paired(first: &[f64], second: &[f64], level: f64) -> Option<Paired> {
    let pairs = first.len().min(second.len());
    let (first, second) = (&first[..pairs], &second[..pairs]);
    let differences: Vec<f64> = first.iter().zip(second).map(|(first, second)| second - first).collect();
    let difference = Estimate::of(&differences, level)?;
    let variance_reduction = variance(&differences).filter(|&together| together > 0.0).and_then(|together| {
        let apart = variance(first)? + variance(second)?;
        Some(apart / together)
    });
    Some(Paired { difference, variance_reduction })
}

/// The level that each of `count` intervals needs so that all of them cover together with the given level (Bonferroni).
pub fn level_of_each(level: f64, count: usize) -> f64 {
    1.0 - (1.0 - level) / count.max(1) as f64
}

/// Arithmetic mean; none without values.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Unbiased sample variance; none with fewer than two values.
pub fn variance(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() > 1)?;
    // The second pass costs little and keeps the digits that a difference of large squares would lose.
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    Some(squares / (values.len() - 1) as f64)
}

/// Two-sided Student factor of a level: an interval of that many standard errors on both sides of the mean covers the
/// true mean with that probability. No degrees of freedom, or a level outside 0 to 1, has no finite interval.
pub fn student_t(level: f64, degrees_of_freedom: u64) -> f64 {
    if degrees_of_freedom == 0 || !(0.0..1.0).contains(&level) {
        return f64::INFINITY;
    }
    let Ok(student) = StudentsT::new(0.0, 1.0, degrees_of_freedom as f64) else {
        return f64::INFINITY;
    };
    // The expansion of Cornish and Fisher around the normal factor falls a little short, and from below Newton's method
    // climbs without overshooting, because the distribution function is concave there. The library's own inverse is good
    // to five digits only and slower.
    let (x, n) = (std::f64::consts::SQRT_2 * erf_inv(level), degrees_of_freedom as f64);
    let square = x * x;
    let mut factor = x + x * (square + 1.0) / (4.0 * n) + x * ((5.0 * square + 16.0) * square + 3.0) / (96.0 * n * n);
    for _ in 0..100 {
        let step = (0.5 + level / 2.0 - student.cdf(factor)) / student.pdf(factor);
        factor += step;
        if step.abs() <= 1e-6 * factor {
            break;
        }
    }
    // The last digits come from the mathematics of the machine; nine places are the same on all of them.
    (factor * 1e9).round() / 1e9
}
