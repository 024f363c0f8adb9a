//! The quantile of the gamma law.

use super::normal::normal_lower;
use super::{LAST_STEP, Side};
use libm::{exp, log, sqrt};

/// The value of the gamma law of scale 1 with the given probability below it (`Lower`) or above it (`Upper`).
pub(super) fn gamma_inverse(shape: f64, log_gamma: f64, probability: f64, side: Side) -> f64 {
    // Wilson and Hilferty, "The distribution of chi-square" (1931): the cube root of a gamma is nearly normal.
    let z = if side == Side::Lower { normal_lower(probability) } else { -normal_lower(probability) };
    let root = 1.0 - 1.0 / (9.0 * shape) + z / (3.0 * sqrt(shape));
    let mut x = shape * root * root * root;
    if shape > NEARLY_NORMAL_SHAPE {
        return x;
    }
    // Far down the lower tail the law is a power.
    let power_law = exp((log(probability) + log_gamma + log(shape)) / shape);
    if side == Side::Lower && (root <= 0.3 || shape < 1.0) {
        x = power_law;
    } else if root <= 0.1 {
        x = shape.min(1.0) * 0.5;
    }
    for _ in 0..60 {
        if x < f64::MIN_POSITIVE {
            // The value is smaller than any number that can be told from zero.
            return 0.0;
        }
        let density = exp((shape - 1.0) * log(x) - x - log_gamma);
        let (lower, upper) = incomplete_gamma(shape, x, density);
        // Newton's method on the logarithm of the tail: along log x below, along x above, where it is nearly straight.
        let next = if side == Side::Lower {
            x * exp((log(probability / lower) * lower / (x * density)).clamp(-2.0, 2.0))
        } else {
            (x + log(upper / probability) * upper / density).clamp(x / 8.0, x * 8.0 + 1.0)
        };
        let close = (next - x).abs() <= LAST_STEP * x;
        x = next;
        if close {
            break;
        }
    }
    x
}

/// Above this shape (cv below 0.01) the cube-root approximation is closer to the law than the table is.
const NEARLY_NORMAL_SHAPE: f64 = 1e4;

/// Shares of the gamma law of scale 1 below and above `x`: the series below, the continued fraction above (Abramowitz
/// and Stegun 6.5.29 and 6.5.31, the latter by Lentz's method), whichever converges fast.
fn incomplete_gamma(shape: f64, x: f64, density: f64) -> (f64, f64) {
    if x < shape + 1.0 {
        let mut term = 1.0 / shape;
        let mut sum = term;
        let mut n = shape;
        while term > sum * 1e-16 {
            n += 1.0;
            term *= x / n;
            sum += term;
        }
        let lower = sum * density * x;
        (lower, 1.0 - lower)
    } else {
        let mut b = x + 1.0 - shape;
        let mut c = f64::MAX;
        let mut d = 1.0 / b;
        let mut h = d;
        for i in 1..10_000 {
            let i = f64::from(i);
            let a = -i * (i - shape);
            b += 2.0;
            d = 1.0 / (a * d + b);
            c = b + a / c;
            h *= d * c;
            if (d * c - 1.0).abs() < 1e-15 {
                break;
            }
        }
        let upper = h * density * x;
        (1.0 - upper, upper)
    }
}
