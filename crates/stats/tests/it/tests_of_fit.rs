//! Tests of fit: published values, and p-values that are uniform when the law holds.

use portway_stats::tests_of_fit::{chi_square, chi_square_tail, kolmogorov_smirnov, kolmogorov_smirnov_two};
use portway_stats::{Key, Sampler};

#[test]
fn chi_square_tails_are_those_of_the_tables() {
    for (value, freedom, tail) in
        [(3.841_459, 1, 0.05), (9.487_729, 4, 0.05), (37.566_235, 20, 0.01), (293.247_8, 255, 0.05)]
    {
        assert!((chi_square_tail(value, freedom) - tail).abs() < 1e-6, "{value} with {freedom} degrees");
    }
    assert_eq!((chi_square_tail(0.0, 3), chi_square_tail(5.0, 0)), (1.0, 1.0));
}

#[test]
fn chi_square_by_hand() {
    // Sixty throws of a die: (5² + 2² + 1² + 2² + 0 + 10²)/10 = 13.4 over five degrees of freedom.
    let fit = chi_square(&[5, 8, 9, 8, 10, 20], &[10.0; 6], 0).unwrap();
    assert!((fit.statistic - 13.4).abs() < 1e-12);
    assert!((fit.p_value - 0.019_905).abs() < 1e-5, "{}", fit.p_value);
    assert_eq!(chi_square(&[1, 2], &[1.0], 0), None);
    assert_eq!(chi_square(&[1, 2], &[1.0, 2.0], 1), None);
    assert_eq!(chi_square(&[1, 2], &[0.0, 3.0], 0), None);
    assert_eq!(chi_square(&[], &[], 0), None);
}

#[test]
fn the_distance_of_kolmogorov_by_hand() {
    let fit = kolmogorov_smirnov(&[0.1, 0.2, 0.3], |x| x).unwrap();
    assert!((fit.statistic - 0.7).abs() < 1e-12);
    // The 5 % point for 50 values is 0.18845 (Massey's table rounds it to 0.19).
    let values: Vec<f64> = (0..50).map(|n| ((f64::from(n) + 1.0) / 50.0 - 0.18845).max(0.0)).collect();
    let fit = kolmogorov_smirnov(&values, |x| x).unwrap();
    assert!((fit.statistic - 0.18845).abs() < 1e-9 && (fit.p_value - 0.05).abs() < 0.002, "{fit:?}");
    let two = kolmogorov_smirnov_two(&[1.0, 2.0, 2.0, 3.0], &[2.0, 3.0, 4.0, 4.0]).unwrap();
    assert_eq!(two.statistic, 0.5);
    assert_eq!(kolmogorov_smirnov(&[], |x| x), None);
    assert_eq!(kolmogorov_smirnov(&[f64::NAN], |x| x), None);
    assert_eq!(kolmogorov_smirnov_two(&[], &[1.0]), None);
}

#[test]
fn p_values_are_uniform_when_the_law_holds_and_small_when_not() {
    let p_values = |mean: f64| -> Vec<f64> {
        let sampler = Sampler::exponential(mean);
        let p_value = |study: u64| {
            let key = Key::new(17, 0).with(study);
            let values: Vec<f64> = (0..200).map(|n| sampler.sample(key.draw(n))).collect();
            kolmogorov_smirnov(&values, |x| 1.0 - (-x).exp()).unwrap().p_value
        };
        (0..1_000).map(p_value).collect()
    };
    let uniform = kolmogorov_smirnov(&p_values(1.0), |p| p).unwrap();
    assert!(uniform.p_value > 0.01, "{uniform:?}");
    assert!(p_values(1.5).iter().filter(|&&p| p < 0.01).count() > 900);
}
