//! The inverses against distribution functions of another library.

use super::*;
use statrs::function::gamma::{gamma_lr, gamma_ur};

/// Probabilities from the middle to the last draw.
fn probabilities() -> impl Iterator<Item = f64> {
    [0.5, 0.4999, 0.4, 0.25, 0.1, 0.075, 0.01].into_iter().chain((7..65).map(|power| libm::ldexp(1.0, -power)))
}

#[track_caller]
fn assert_near(found: f64, expected: f64, relative: f64, what: &str) {
    assert!((found - expected).abs() <= relative * expected, "{what}: {found:e}, not {expected:e}");
}

#[test]
fn the_normal_quantile_inverts_the_error_function() {
    for p in probabilities() {
        let z = normal_lower(p);
        // An error of z shows enlarged by |z| in the probability.
        assert_near(0.5 * libm::erfc(-z / std::f64::consts::SQRT_2), p, 1e-13 * (1.0 + z * z), &format!("p = {p:e}"));
    }
}

#[test]
fn the_gamma_quantile_inverts_the_incomplete_gamma() {
    for cv in [0.011, 0.05, 0.2, 0.5, 0.7, 0.99, 1.01, 1.5, 2.0, 3.0, 5.0] {
        let shape = 1.0 / (cv * cv);
        let log_gamma = lgamma(shape);
        for p in probabilities() {
            // In the tail of a narrow law a probability changes a hundred times faster than its quantile.
            let low = gamma_inverse(shape, log_gamma, p, Side::Lower);
            let high = gamma_inverse(shape, log_gamma, p, Side::Upper);
            if low > 1e-290 {
                assert_near(gamma_lr(shape, low), p, 1e-6, &format!("cv {cv}, lower {p:e}"));
            }
            assert_near(gamma_ur(shape, high), p, 1e-6, &format!("cv {cv}, upper {p:e}"));
        }
    }
}

#[test]
fn the_hyperexponential_quantile_inverts_its_mixture() {
    for cv in [1.001, 1.5, 3.0, 10.0] {
        let law = Law::hyperexponential(7.0, cv);
        let Law::Hyperexponential { first_share, first_rate, second_rate } = law else {
            panic!("not a hyperexponential law");
        };
        for p in probabilities() {
            let (low, high) = (law.lower(p), law.upper(p));
            let below = -first_share * expm1(-first_rate * low) - (1.0 - first_share) * expm1(-second_rate * low);
            let above = first_share * exp(-first_rate * high) + (1.0 - first_share) * exp(-second_rate * high);
            assert_near(below, p, 1e-9, &format!("cv {cv}, lower {p:e}"));
            assert_near(above, p, 1e-9, &format!("cv {cv}, upper {p:e}"));
        }
    }
}

#[test]
fn both_ends_meet_in_the_middle() {
    let laws = [
        Law::Normal { mean: 5.0, sd: 2.0 },
        Law::lognormal(5.0, 0.6),
        Law::weibull(5.0, 1.5),
        Law::gamma(5.0, 0.7),
        Law::gamma(5.0, 0.005),
        Law::hyperexponential(5.0, 2.0),
    ];
    for law in laws {
        assert_near(law.lower(0.5), law.upper(0.5), 1e-9, &format!("{law:?}"));
    }
}
