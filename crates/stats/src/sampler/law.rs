//! Exact inverse distribution functions from both ends, by `libm` alone so that every machine builds the same tables.

mod gamma;
mod normal;

use gamma::gamma_inverse;
use libm::{exp, expm1, lgamma, log, log1p, pow, sqrt};
use normal::normal_lower;

/// A continuous law with unbounded tails, ready to be inverted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Law {
    Normal { mean: f64, sd: f64 },
    Lognormal { mu: f64, sigma: f64 },
    Weibull { scale: f64, shape: f64 },
    Gamma { scale: f64, shape: f64, log_gamma: f64 },
    Hyperexponential { first_share: f64, first_rate: f64, second_rate: f64 },
}

impl Law {
    pub(super) fn lognormal(mean: f64, cv: f64) -> Self {
        let variance = log1p(cv * cv);
        Self::Lognormal { mu: log(mean) - variance / 2.0, sigma: sqrt(variance) }
    }

    pub(super) fn weibull(mean: f64, shape: f64) -> Self {
        Self::Weibull { scale: mean / exp(lgamma(1.0 + 1.0 / shape)), shape }
    }

    pub(super) fn gamma(mean: f64, cv: f64) -> Self {
        let shape = 1.0 / (cv * cv);
        Self::Gamma { scale: mean / shape, shape, log_gamma: lgamma(shape) }
    }

    pub(super) fn hyperexponential(mean: f64, cv: f64) -> Self {
        let square = cv * cv;
        let first_share = 0.5 * (1.0 + sqrt((square - 1.0) / (square + 1.0)));
        Self::Hyperexponential {
            first_share,
            first_rate: 2.0 * first_share / mean,
            second_rate: 2.0 * (1.0 - first_share) / mean,
        }
    }

    /// The value that is exceeded with probability `1 − p`; best for `p` up to one half.
    pub(super) fn lower(&self, p: f64) -> f64 {
        match *self {
            Self::Normal { mean, sd } => mean + sd * normal_lower(p),
            Self::Lognormal { mu, sigma } => exp(mu + sigma * normal_lower(p)),
            Self::Weibull { scale, shape } => scale * power(-log1p(-p), shape),
            Self::Gamma { scale, shape, log_gamma } => scale * gamma_inverse(shape, log_gamma, p, Side::Lower),
            Self::Hyperexponential { first_share, first_rate, second_rate } => {
                // The distribution function is concave, so Newton's method climbs from zero without overshooting.
                newton(|x| {
                    let (first, second) = (expm1(-first_rate * x), expm1(-second_rate * x));
                    let miss = p + first_share * first + (1.0 - first_share) * second;
                    let slope =
                        first_share * first_rate * (first + 1.0) + (1.0 - first_share) * second_rate * (second + 1.0);
                    miss / slope
                })
            }
        }
    }

    /// The value that is exceeded with probability `q`; best for `q` up to one half.
    pub(super) fn upper(&self, q: f64) -> f64 {
        match *self {
            Self::Normal { mean, sd } => mean - sd * normal_lower(q),
            Self::Lognormal { mu, sigma } => exp(mu - sigma * normal_lower(q)),
            Self::Weibull { scale, shape } => scale * power(-log(q), shape),
            Self::Gamma { scale, shape, log_gamma } => scale * gamma_inverse(shape, log_gamma, q, Side::Upper),
            Self::Hyperexponential { first_share, first_rate, second_rate } => {
                // The logarithm of the survival function is convex, so Newton's method again climbs from zero.
                newton(|x| {
                    let first = first_share * exp(-first_rate * x);
                    let second = (1.0 - first_share) * exp(-second_rate * x);
                    let survival = first + second;
                    log(survival / q) * survival / (first * first_rate + second * second_rate)
                })
            }
        }
    }
}

/// `x` to the power of `1 / shape`, without the rounding of a power where it is the exponential.
fn power(x: f64, shape: f64) -> f64 {
    if shape == 1.0 { x } else { pow(x, 1.0 / shape) }
}

/// Newton's method doubles the digits: after a relative step this small the error is about 10⁻¹⁰, and the table's single
/// precision 6·10⁻⁸.
const LAST_STEP: f64 = 1e-5;

/// Climbs from zero by the given steps until they vanish.
fn newton(step: impl Fn(f64) -> f64) -> f64 {
    let mut x = 0.0;
    for _ in 0..200 {
        let by = step(x);
        x += by;
        if by.abs() <= LAST_STEP * x {
            break;
        }
    }
    x
}

/// The end of the law from which a probability is counted.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Lower,
    Upper,
}

#[cfg(test)]
mod tests;
