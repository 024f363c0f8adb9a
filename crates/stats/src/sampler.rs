//! Samplers: one draw of 64 bits becomes one value of a distribution, by the inverse of its distribution function.
//!
//! # Why the inverse
//!
//! Rejection methods take an unknown number of draws, and a vehicle that needs one more would shift everybody after it.
//! The inverse takes exactly one, and it is monotone: a larger draw is a larger value, whatever the parameters. When a
//! scenario halves a service time, every vehicle's own time halves; the difference between scenarios is then the change,
//! and hardly the luck.
//!
//! # How it is fast
//!
//! Inverses of the usual laws cost 10 to 1,000 ns. Constant, uniform, triangular and empirical laws are inverted
//! directly; the others read a table of quadratic pieces, cut finer and finer toward both tails, and
//! beyond the last piece, for one draw in 2¹⁶ at each end, the exact inverse of the law is called. Every
//! piece has the exact mean of the law over it, so the mean of a sampler is that of its law up to the rounding of
//! single-precision coefficients; the tests integrate the table and hold the mean to 10⁻⁸ and the variance to 10⁻⁶.
//!
//! # Bad parameters
//!
//! The model language checks its numbers. Whoever calls with others gets no panic: parameters that are not finite or out
//! of range fall back to a constant at the mean.

mod law;
mod table;

use law::Law;
use table::Table;

/// Maps 64 uniform bits to one value of a distribution, monotonically. Values carry the unit of the parameters.
///
/// ```
/// use portway_stats::{Sampler, random::Key};
///
/// let service_ms = Sampler::lognormal(1_320_000.0, 0.6);
/// let key = Key::new(42, 0);
/// let total: f64 = (0..10_000).map(|vehicle| service_ms.sample(key.draw(vehicle))).sum();
/// assert!((total / 10_000.0 / 1_320_000.0 - 1.0).abs() < 0.02);
/// ```
#[derive(Clone, Debug)]
pub struct Sampler(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Constant(f64),
    Uniform { low: f64, width: f64 },
    Triangular { low: f64, mode: f64, high: f64 },
    Empirical(Box<[f64]>),
    Table(Box<Table>),
}

/// Smallest mean of a law: a rate, which is one over it, must stay a number, and no simulation knows a shorter time than a
/// millisecond.
const SMALLEST: f64 = 1e-30;

/// Numbers beyond this are treated as mistakes; in milliseconds it is far longer than the universe has lasted.
const LARGEST: f64 = 1e30;

impl Sampler {
    /// Always the same value.
    pub fn constant(value: f64) -> Self {
        let usable = value.abs() <= LARGEST;
        Self(Kind::Constant(if usable { value } else { 0.0 }))
    }

    /// Every value between the bounds alike.
    pub fn uniform(low: f64, high: f64) -> Self {
        if !(low.abs() <= LARGEST && high <= LARGEST && low < high) {
            return Self::constant(low);
        }
        Self(Kind::Uniform { low, width: high - low })
    }

    /// Triangular between `low` and `high` with the peak at `mode`.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Self {
        if !(low.abs() <= LARGEST && high <= LARGEST && low <= mode && mode <= high && low < high) {
            return Self::constant(low);
        }
        Self(Kind::Triangular { low, mode, high })
    }

    /// One of the values, each as likely, in ascending order of the draw. Values that are not finite are left out.
    pub fn empirical(values: &[f64]) -> Self {
        let mut values: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        match values.as_slice() {
            [] => Self::constant(0.0),
            [only] => Self::constant(*only),
            _ => Self(Kind::Empirical(values.into())),
        }
    }

    /// Exponential.
    pub fn exponential(mean: f64) -> Self {
        Self::weibull(mean, 1.0)
    }

    /// Sum of `shape` exponentials, together of the given mean.
    pub fn erlang(mean: f64, shape: u32) -> Self {
        Self::gamma(mean, 1.0 / f64::from(shape.max(1)).sqrt())
    }

    /// Gamma with the given mean and coefficient of variation.
    pub fn gamma(mean: f64, cv: f64) -> Self {
        if cv == 1.0 {
            return Self::exponential(mean);
        }
        Self::spread(mean, cv, || Law::gamma(mean, cv))
    }

    /// Lognormal; mean and coefficient of variation are of the value itself, not of its logarithm.
    pub fn lognormal(mean: f64, cv: f64) -> Self {
        Self::spread(mean, cv, || Law::lognormal(mean, cv))
    }

    /// Weibull with the given mean and shape.
    pub fn weibull(mean: f64, shape: f64) -> Self {
        Self::spread(mean, 1.0 / shape, || Law::weibull(mean, shape))
    }

    /// Two exponentials with balanced means (Morse 1958). A coefficient of variation of 1 or less gives the exponential.
    pub fn hyperexponential(mean: f64, cv: f64) -> Self {
        if cv <= 1.0 {
            return Self::exponential(mean);
        }
        Self::spread(mean, cv, || Law::hyperexponential(mean, cv))
    }

    /// Normal, negative values included.
    pub fn normal(mean: f64, sd: f64) -> Self {
        if !(mean.abs() <= LARGEST && sd > 0.0 && sd <= LARGEST) {
            return Self::constant(mean);
        }
        Self(Kind::Table(Box::new(Table::of(Law::Normal { mean, sd }))))
    }

    /// A positive law, or the constant that it becomes when it has no mean or no spread.
    fn spread(mean: f64, cv: f64, law: impl FnOnce() -> Law) -> Self {
        if !((SMALLEST..=LARGEST).contains(&mean) && (LEAST_CV..=MOST_CV).contains(&cv)) {
            return Self::constant(mean);
        }
        Self(Kind::Table(Box::new(Table::of(law()))))
    }

    /// The value of a draw. Not decreasing in `bits`.
    #[inline]
    pub fn sample(&self, bits: u64) -> f64 {
        // Nearly every law is a table, so that is asked first and stands where the sampler is used.
        if let Kind::Table(table) = &self.0 { table.sample(bits) } else { self.sample_directly(bits) }
    }

    fn sample_directly(&self, bits: u64) -> f64 {
        match &self.0 {
            Kind::Table(table) => table.sample(bits),
            Kind::Constant(value) => *value,
            Kind::Uniform { low, width } => low + width * crate::random::unit(bits),
            Kind::Triangular { low, mode, high } => triangular(*low, *mode, *high, crate::random::unit(bits)),
            Kind::Empirical(values) => values[((u128::from(bits) * values.len() as u128) >> 64) as usize],
        }
    }

    /// The value of a draw as a duration: rounded to the nearest integer, negative values cut at zero.
    ///
    /// Rounding keeps the mean of a smooth law: for an exponential with a mean of m the relative change is 1/(24 m²),
    /// 4·10⁻⁸ at one second. Only laws that are narrower than a few milliseconds notice it.
    #[inline]
    pub fn sample_ms(&self, bits: u64) -> i64 {
        // Truncation rounds non-negative numbers, and the conversion saturates.
        (self.sample(bits).max(0.0) + 0.5) as i64
    }

    /// The value of a draw as a shift in time: rounded to the nearest integer, negative values kept.
    #[inline]
    pub fn sample_signed_ms(&self, bits: u64) -> i64 {
        let raised = self.sample(bits) + 0.5;
        let truncated = raised as i64;
        // Truncation goes up for negative numbers where the floor goes down; this avoids a call for the floor.
        truncated - i64::from(truncated as f64 > raised)
    }
}

/// Below this the spread is less than the rounding of the table's coefficients.
const LEAST_CV: f64 = 1e-6;
/// Beyond this a law has its mean in values that no run will ever draw.
const MOST_CV: f64 = 100.0;

#[inline]
fn triangular(low: f64, mode: f64, high: f64, u: f64) -> f64 {
    let width = high - low;
    let rise = mode - low;
    // The square root of IEEE 754 is exact to the last bit everywhere, unlike the logarithm.
    if u * width < rise { low + (u * width * rise).sqrt() } else { high - ((1.0 - u) * width * (high - mode)).sqrt() }
}
