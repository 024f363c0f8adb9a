//! The table against its law, by integration and not by sampling: a bias of 10⁻⁶ would take 10¹² samples to see.

use super::*;

/// Mean, variance and the largest deviation from the law's quantiles, relative to the law's mean, variance and
/// standard deviation.
#[derive(Debug)]
struct Errors {
    mean: f64,
    variance: f64,
    quantile: f64,
}

/// Nodes and weights of the five-point Gauss–Legendre rule on 0 to 1, exact for polynomials of degree nine.
const GAUSS: [(f64, f64); 5] = [
    (0.046_910_077_030_668, 0.118_463_442_528_094_5),
    (0.230_765_344_947_158_5, 0.239_314_335_249_683_2),
    (0.5, 0.284_444_444_444_444_4),
    (0.769_234_655_052_841_5, 0.239_314_335_249_683_2),
    (0.953_089_922_969_332, 0.118_463_442_528_094_5),
];

/// Integrates the table, and what it calls beyond its pieces, over all draws.
fn errors(law: Law, mean: f64, sd: f64) -> Errors {
    let table = Table::of(law);
    let (mut first, mut second, mut quantile) = (0.0, 0.0, 0.0f64);
    for side in 0..2 {
        // The 60 octaves hold all draws but 2⁻⁶⁰ of them.
        for octave in 0..60 {
            let base = libm::ldexp(1.0, -octave - 2);
            for number in 0..PIECES {
                for (node, weight) in GAUSS {
                    let t = base * (1.0 + (number as f64 + node) / PIECES as f64);
                    let bits = (t * 18_446_744_073_709_551_616.0) as u64;
                    let value = table.sample(if side == 0 { bits } else { !bits }) - mean;
                    let exact = if side == 0 { law.lower(t) } else { law.upper(t) } - mean;
                    let weight = weight * base / PIECES as f64;
                    first += weight * value;
                    second += weight * value * value;
                    // Further out the value is the law's own, and `bits` too short to tell `t`.
                    if octave < OCTAVES as i32 {
                        quantile = quantile.max((value - exact).abs());
                    }
                }
            }
        }
    }
    Errors {
        mean: first / mean.abs().max(sd),
        variance: (second - first * first) / (sd * sd) - 1.0,
        quantile: quantile / sd,
    }
}

fn laws() -> Vec<(String, Law, f64, f64)> {
    let mut laws = vec![
        ("normal".to_string(), Law::Normal { mean: 0.0, sd: 25.0 }, 0.0, 25.0),
        ("normal far from zero".to_string(), Law::Normal { mean: 1e6, sd: 1e3 }, 1e6, 1e3),
    ];
    for cv in [0.005, 0.01, 0.1, 0.3, 0.6, 1.0, 1.5, 2.0, 3.0] {
        laws.push((format!("lognormal cv {cv}"), Law::lognormal(360.0, cv), 360.0, 360.0 * cv));
        laws.push((format!("gamma cv {cv}"), Law::gamma(360.0, cv), 360.0, 360.0 * cv));
        if cv > 1.0 {
            laws.push((format!("hyperexponential cv {cv}"), Law::hyperexponential(360.0, cv), 360.0, 360.0 * cv));
        }
    }
    for shape in [0.5, 0.8, 1.0, 1.5, 3.0, 10.0] {
        let second = libm::exp(libm::lgamma(1.0 + 2.0 / shape) - 2.0 * libm::lgamma(1.0 + 1.0 / shape));
        laws.push((format!("weibull shape {shape}"), Law::weibull(360.0, shape), 360.0, 360.0 * (second - 1.0).sqrt()));
    }
    laws
}

#[test]
fn tables_keep_mean_variance_and_quantiles() {
    for (name, law, mean, sd) in laws() {
        let errors = errors(law, mean, sd);
        assert!(errors.mean.abs() < 1e-8, "{name}: {errors:?}");
        assert!(errors.variance.abs() < 1e-6, "{name}: {errors:?}");
        assert!(errors.quantile < 1e-3, "{name}: {errors:?}");
    }
}
