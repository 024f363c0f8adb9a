//! Samplers as the kernel uses them. The tables themselves are integrated in their own unit tests.

use portway_stats::{Key, Sampler};
use proptest::prelude::*;

fn all() -> Vec<(&'static str, Sampler)> {
    vec![
        ("constant", Sampler::constant(45_000.0)),
        ("uniform", Sampler::uniform(300_000.0, 540_000.0)),
        ("triangular", Sampler::triangular(300_000.0, 420_000.0, 1_200_000.0)),
        ("exponential", Sampler::exponential(360_000.0)),
        ("erlang", Sampler::erlang(360_000.0, 2)),
        ("gamma", Sampler::gamma(360_000.0, 0.7)),
        ("lognormal", Sampler::lognormal(1_320_000.0, 0.6)),
        ("weibull", Sampler::weibull(360_000.0, 1.5)),
        ("hyperexponential", Sampler::hyperexponential(360_000.0, 2.0)),
        ("normal", Sampler::normal(0.0, 1_200_000.0)),
        ("empirical", Sampler::empirical(&[240_000.0, 300_000.0, 540_000.0])),
    ]
}

#[test]
fn quantiles_are_those_of_the_textbook() {
    // A draw of u · 2⁶⁴ gives the quantile u.
    let at = |sampler: &Sampler, u: f64| sampler.sample((u * 2f64.powi(64)) as u64);
    let near = |value: f64, exact: f64| assert!((value - exact).abs() < 1e-4 * exact.abs(), "{value} against {exact}");
    near(at(&Sampler::exponential(100.0), 0.95), 299.573_227);
    near(at(&Sampler::normal(0.0, 1.0), 0.975), 1.959_964);
    near(at(&Sampler::normal(0.0, 1.0), 0.025), -1.959_964);
    near(at(&Sampler::lognormal(1.0, 1.0), 0.5), 0.5f64.sqrt());
    // Chi-square with 4 degrees of freedom is twice an Erlang of shape 2; its 95 % point is 9.487729.
    near(at(&Sampler::erlang(2.0, 2), 0.95), 9.487_729 / 2.0);
    // Chi-square with one degree of freedom: gamma of shape 1/2, mean 1 and cv √2; 5 % and 99 % points.
    near(at(&Sampler::gamma(1.0, 2f64.sqrt()), 0.05), 0.003_932_140);
    near(at(&Sampler::gamma(1.0, 2f64.sqrt()), 0.99), 6.634_897);
    near(at(&Sampler::weibull(1.0, 2.0), 0.5), 0.832_554_6 / 0.886_226_9);
    near(at(&Sampler::uniform(2.0, 4.0), 0.25), 2.5);
    near(at(&Sampler::triangular(0.0, 1.0, 2.0), 0.125), 0.5);
}

#[test]
fn far_tails_are_reached_and_finite() {
    for (name, sampler) in all() {
        for bits in [0, 1, 1 << 40, u64::MAX - (1 << 40), u64::MAX - 1, u64::MAX] {
            assert!(sampler.sample(bits).is_finite(), "{name} at {bits}");
        }
    }
    // The largest draw is the quantile 1 − 2⁻⁶⁵: 65 halvings of the tail of an exponential.
    let largest = Sampler::exponential(1.0).sample(u64::MAX);
    assert!((largest - 65.0 * std::f64::consts::LN_2).abs() < 1e-9, "{largest}");
}

#[test]
fn samples_have_the_mean_and_spread_of_their_law() {
    let expected = [
        (45_000.0, 0.0),
        (420_000.0, 69_282.03),
        (640_000.0, 200_499.4),
        (360_000.0, 360_000.0),
        (360_000.0, 254_558.4),
        (360_000.0, 252_000.0),
        (1_320_000.0, 792_000.0),
        (360_000.0, 244_439.6),
        (360_000.0, 720_000.0),
        (0.0, 1_200_000.0),
        (360_000.0, 129_614.8),
    ];
    const SAMPLES: u64 = 200_000;
    for ((name, sampler), (mean, sd)) in all().into_iter().zip(expected) {
        let key = Key::new(7, 0);
        let values: Vec<f64> = (0..SAMPLES).map(|n| sampler.sample_signed_ms(key.draw(n)) as f64).collect();
        let found = values.iter().sum::<f64>() / SAMPLES as f64;
        let square = values.iter().map(|value| (value - found).powi(2)).sum::<f64>() / SAMPLES as f64;
        assert!((found - mean).abs() <= 4.0 * sd / (SAMPLES as f64).sqrt(), "{name}: mean {found}");
        assert!((square.sqrt() - sd).abs() <= 0.02 * sd, "{name}: sd {}", square.sqrt());
    }
}

#[test]
fn rounding_goes_to_the_nearest_and_never_below_zero() {
    let rounded = |value: f64| (Sampler::constant(value).sample_ms(9), Sampler::constant(value).sample_signed_ms(9));
    assert_eq!(rounded(2.4), (2, 2));
    assert_eq!(rounded(2.6), (3, 3));
    assert_eq!(rounded(-2.4), (0, -2));
    assert_eq!(rounded(-2.6), (0, -3));
    assert_eq!(rounded(0.0), (0, 0));
    assert_eq!(rounded(1e30).0, i64::MAX);
}

#[test]
fn parameters_without_a_law_become_a_constant() {
    let always = |sampler: Sampler| (sampler.sample(0), sampler.sample(u64::MAX));
    assert_eq!(always(Sampler::lognormal(5.0, 0.0)), (5.0, 5.0));
    assert_eq!(always(Sampler::exponential(0.0)), (0.0, 0.0));
    assert_eq!(always(Sampler::exponential(f64::NAN)), (0.0, 0.0));
    assert_eq!(always(Sampler::gamma(f64::INFINITY, 1.0)), (0.0, 0.0));
    assert_eq!(always(Sampler::uniform(5.0, 5.0)), (5.0, 5.0));
    assert_eq!(always(Sampler::uniform(f64::NAN, 5.0)), (0.0, 0.0));
    assert_eq!(always(Sampler::triangular(3.0, 2.0, 1.0)), (3.0, 3.0));
    assert_eq!(always(Sampler::normal(3.0, 0.0)), (3.0, 3.0));
    assert_eq!(always(Sampler::empirical(&[])), (0.0, 0.0));
    assert_eq!(always(Sampler::empirical(&[f64::NAN, 4.0])), (4.0, 4.0));
    assert_eq!(always(Sampler::weibull(4.0, f64::NAN)), (4.0, 4.0));
    assert_eq!(always(Sampler::hyperexponential(4e-309, 1.03)), (4e-309, 4e-309));
}

proptest! {
    #[test]
    fn a_larger_draw_is_never_a_smaller_value(bits: u64, step in 0u32..64) {
        let more = bits.saturating_add(1 << step);
        for (name, sampler) in all() {
            prop_assert!(sampler.sample_ms(bits) <= sampler.sample_ms(more), "{}", name);
            prop_assert!(sampler.sample_signed_ms(bits) <= sampler.sample_signed_ms(more), "{}", name);
        }
    }

    #[test]
    fn any_parameters_give_values_in_order_without_a_panic(mean: f64, cv: f64, draws: [u64; 4]) {
        let mut draws = draws;
        draws.sort_unstable();
        for sampler in [
            Sampler::lognormal(mean, cv),
            Sampler::gamma(mean, cv),
            Sampler::weibull(mean, cv),
            Sampler::hyperexponential(mean, cv),
            Sampler::normal(mean, cv),
            Sampler::uniform(mean, cv),
            Sampler::triangular(mean, mean, cv),
        ] {
            let values = draws.map(|bits| sampler.sample_ms(bits));
            prop_assert!(values.is_sorted(), "{:?}", values);
        }
    }

    #[test]
    fn usual_parameters_scale_with_their_mean(mean in 1.0f64..1e9, cv in 0.01f64..5.0, bits: u64) {
        for law in [Sampler::lognormal, Sampler::gamma, Sampler::hyperexponential] {
            let (one, many) = (law(1.0, cv).sample(bits), law(mean, cv).sample(bits));
            prop_assert!((many - one * mean).abs() <= 1e-5 * many.abs().max(mean), "{} and {}", one, many);
        }
    }
}
