//! Distributions as the language says them, e.g. `lognormal(mean 22 min, cv 0.6)`.

mod argument;
mod form;
mod gaps;
mod limit;
mod words;

pub use crate::quantity::Sign;
pub use gaps::parse_gaps;
pub use limit::{MAX_CV, MAX_ERLANG_SHAPE, MIN_CV, WEIBULL_SHAPES};
pub use words::parse;

use crate::quantity::Dimension;

/// A probability distribution of a quantity, in the base unit of that quantity (durations: milliseconds).
///
/// Parameters are already checked: finite, in range, and at least one value is possible.
#[derive(Clone, Debug, PartialEq)]
pub enum Distribution {
    /// Always the same value: `constant(45 s)` or just `45 s`.
    Constant(f64),
    /// Every value between the bounds alike: `uniform(5 min, 9 min)`.
    Uniform {
        /// Smallest value.
        low: f64,
        /// Largest value.
        high: f64,
    },
    /// `exponential(mean 6 min)`.
    Exponential {
        /// Mean.
        mean: f64,
    },
    /// Sum of `shape` exponentials: `erlang(mean 6 min, shape 2)`.
    Erlang {
        /// Mean of the sum.
        mean: f64,
        /// Number of phases, at least 1.
        shape: u32,
    },
    /// `gamma(mean 6 min, cv 0.7)`.
    Gamma {
        /// Mean.
        mean: f64,
        /// Coefficient of variation, standard deviation over mean.
        cv: f64,
    },
    /// `lognormal(mean 22 min, cv 0.6)`; the mean and cv are of the time itself, not of its logarithm.
    Lognormal {
        /// Mean.
        mean: f64,
        /// Coefficient of variation.
        cv: f64,
    },
    /// `weibull(mean 6 min, shape 1.5)`.
    Weibull {
        /// Mean.
        mean: f64,
        /// Shape parameter k.
        shape: f64,
    },
    /// Two exponentials with balanced means, cv above 1: `hyperexponential(mean 6 min, cv 2)`.
    Hyperexponential {
        /// Mean.
        mean: f64,
        /// Coefficient of variation, at least 1.
        cv: f64,
    },
    /// `triangular(low 5 min, mode 7 min, high 20 min)`.
    Triangular {
        /// Smallest value.
        low: f64,
        /// Most likely value.
        mode: f64,
        /// Largest value.
        high: f64,
    },
    /// `normal(mean 0 min, sd 20 min)`; where a negative value makes no sense it is cut at zero.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// A list of observed values, each as likely: `empirical(4 min, 5 min, 9 min)`.
    Empirical(Vec<f64>),
}

impl Distribution {
    /// The mean, in the base unit. A normal's mean is that of the uncut normal.
    pub fn mean(&self) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Uniform { low, high } => (low + high) / 2.0,
            Self::Exponential { mean }
            | Self::Erlang { mean, .. }
            | Self::Gamma { mean, .. }
            | Self::Lognormal { mean, .. }
            | Self::Weibull { mean, .. }
            | Self::Hyperexponential { mean, .. }
            | Self::Normal { mean, .. } => *mean,
            Self::Triangular { low, mode, high } => (low + mode + high) / 3.0,
            Self::Empirical(values) => values.iter().sum::<f64>() / values.len() as f64,
        }
    }

    /// The same distribution around another mean, in the base unit; none when it cannot have it.
    ///
    /// Everything is scaled, so that shape and coefficient of variation stay. A normal, which says how early or late
    /// something is, is moved and keeps its standard deviation.
    pub fn with_mean(&self, mean: f64) -> Option<Self> {
        let scale = |value: &f64| value * mean / self.mean();
        let moved = match self {
            Self::Constant(_) => return Some(Self::Constant(mean)),
            Self::Normal { sd, .. } => return Some(Self::Normal { mean, sd: *sd }),
            Self::Exponential { .. } => Self::Exponential { mean },
            Self::Erlang { shape, .. } => Self::Erlang { mean, shape: *shape },
            Self::Gamma { cv, .. } => Self::Gamma { mean, cv: *cv },
            Self::Lognormal { cv, .. } => Self::Lognormal { mean, cv: *cv },
            Self::Weibull { shape, .. } => Self::Weibull { mean, shape: *shape },
            Self::Hyperexponential { cv, .. } => Self::Hyperexponential { mean, cv: *cv },
            Self::Uniform { low, high } => Self::Uniform { low: scale(low), high: scale(high) },
            Self::Triangular { low, mode, high } => {
                Self::Triangular { low: scale(low), mode: scale(mode), high: scale(high) }
            }
            Self::Empirical(values) => Self::Empirical(values.iter().map(scale).collect()),
        };
        // A mean of nothing has no scale, and a law of times has none below zero.
        (mean > 0.0 && self.mean() > 0.0).then_some(moved)
    }

    /// The distribution as words in good units, which [`parse`] reads back to exactly the same distribution.
    ///
    /// ```
    /// use portway_model::distribution::{Sign, parse};
    /// use portway_model::quantity::Dimension;
    /// let service = parse("lognormal(cv 0.6, mean 1320 s)", Dimension::Duration, Sign::NonNegative).unwrap();
    /// assert_eq!(service.words(Dimension::Duration), "lognormal(mean 22 min, cv 0.6)");
    /// ```
    pub fn words(&self, dimension: Dimension) -> String {
        words::print(self, dimension)
    }

    /// The distribution of gaps with mean 1 as words that [`parse_gaps`] reads back, e.g. `erlang 4`.
    pub fn gaps_words(&self) -> String {
        gaps::print_gaps(self)
    }
}
