//! Intervals: published factors, coverage of known systems, pairs and stopping.

use portway_stats::interval::{level_of_each, replications_needed, student_t, variance};
use portway_stats::{Estimate, Key, Precision, Progress, Sampler, paired};
use proptest::prelude::*;

#[test]
fn student_factors_are_those_of_the_tables() {
    let near = |level: f64, freedom: u64, table: f64| {
        let factor = student_t(level, freedom);
        assert!(
            (factor - table).abs() < 5e-7 * table.max(1.0),
            "level {level}, {freedom} degrees: {factor}, not {table}"
        );
    };
    near(0.95, 1, 12.706_205);
    near(0.95, 2, 4.302_653);
    near(0.95, 9, 2.262_157);
    near(0.95, 29, 2.045_230);
    near(0.90, 4, 2.131_847);
    near(0.99, 19, 2.860_935);
    near(0.95, 100_000, 1.959_988);
    near(0.999, 1, 636.619_249);
    near(0.5, 3, 0.764_892);
    assert_eq!(student_t(0.95, 0), f64::INFINITY);
    assert_eq!(student_t(1.0, 5), f64::INFINITY);
    assert_eq!(student_t(f64::NAN, 5), f64::INFINITY);
    assert_eq!(student_t(0.0, 5), 0.0);
}

#[test]
fn an_estimate_says_what_it_cannot_say() {
    assert_eq!(Estimate::of(&[], 0.95), None);
    let one = Estimate::of(&[7.0], 0.95).unwrap();
    assert_eq!((one.mean, one.half_width, one.low(), one.covers(7.0)), (7.0, None, None, false));
    let same = Estimate::of(&[7.0, 7.0, 7.0], 0.95).unwrap();
    assert_eq!((same.mean, same.half_width, same.covers(7.0)), (7.0, Some(0.0), true));
    assert_eq!(Estimate::of(&[-1.0, 1.0], 0.95).unwrap().relative_half_width(), None);
}

#[test]
fn an_interval_by_hand() {
    // Mean 5, sum of squares 10, variance 2.5, standard error √0.5, factor 2.776445.
    let estimate = Estimate::of(&[3.0, 4.0, 5.0, 6.0, 7.0], 0.95).unwrap();
    assert_eq!((estimate.mean, estimate.n), (5.0, 5));
    assert!((estimate.half_width.unwrap() - 2.776_445 * 0.5f64.sqrt()).abs() < 1e-6);
}

/// Share of `studies` intervals, each over `n` values of a sampler, that cover the true mean.
fn coverage(sampler: &Sampler, n: u64, studies: u64, mean: f64, level: f64) -> f64 {
    let covered = (0..studies).filter(|&study| {
        let key = Key::new(11, 0).with(study);
        let values: Vec<f64> = (0..n).map(|draw| sampler.sample(key.draw(draw))).collect();
        Estimate::of(&values, level).unwrap().covers(mean)
    });
    covered.count() as f64 / studies as f64
}

#[test]
fn intervals_cover_as_often_as_they_promise() {
    // With 8,000 studies three standard errors are 0.7 %.
    let normal = Sampler::normal(10.0, 3.0);
    for (level, n) in [(0.95, 2), (0.95, 10), (0.90, 10), (0.99, 30)] {
        let found = coverage(&normal, n, 8_000, 10.0, level);
        assert!((found - level).abs() < 0.01, "{n} normal values at {level}: {found}");
    }
    // Means of few skewed values are skewed too; the promise holds with more of them, as Law's table 4.1 shows.
    let exponential = Sampler::exponential(5.0);
    let (few, many) = (coverage(&exponential, 5, 8_000, 5.0, 0.95), coverage(&exponential, 200, 4_000, 5.0, 0.95));
    assert!((0.85..0.93).contains(&few), "{few}");
    assert!((0.935..0.96).contains(&many), "{many}");
}

#[test]
fn pairs_remove_what_both_have_in_common() {
    // Both scenarios share a spread of 3 and have one of 1 each: (9 + 1 + 9 + 1) / (1 + 1) = 10.
    let (common, own) = (Sampler::normal(0.0, 3.0), Sampler::normal(0.0, 1.0));
    let (key, other) = (Key::new(5, 0), Key::new(5, 1));
    let first: Vec<f64> =
        (0..20_000).map(|n| 20.0 + common.sample(key.draw(n)) + own.sample(other.draw(2 * n))).collect();
    let second: Vec<f64> =
        (0..20_000).map(|n| 21.0 + common.sample(key.draw(n)) + own.sample(other.draw(2 * n + 1))).collect();
    let pairs = paired(&first, &second, 0.95).unwrap();
    assert!(pairs.difference.covers(1.0), "{pairs:?}");
    assert!((9.5..10.5).contains(&pairs.variance_reduction.unwrap()), "{pairs:?}");
}

#[test]
fn pairs_without_spread_or_without_partner() {
    let shifted = paired(&[1.0, 5.0, 3.0], &[2.0, 6.0, 4.0], 0.95).unwrap();
    assert_eq!((shifted.difference.mean, shifted.difference.half_width), (1.0, Some(0.0)));
    assert_eq!(shifted.variance_reduction, None);
    assert_eq!(paired(&[1.0, 2.0, 9.0], &[1.0, 4.0], 0.95).unwrap().difference.n, 2);
    assert_eq!(paired(&[], &[1.0], 0.95), None);
}

#[test]
fn many_intervals_share_the_error() {
    assert!((level_of_each(0.95, 10) - 0.995).abs() < 1e-12);
    assert_eq!(level_of_each(0.95, 0), 0.95);
}

#[test]
fn the_first_look_comes_after_the_least_replications() {
    let precision = Precision { relative: 0.05, level: 0.95, least: Precision::LEAST, most: 100 };
    assert_eq!(precision.progress(&[]), Progress::RunTo(10));
    assert_eq!(precision.progress(&[1.0; 9]), Progress::RunTo(10));
    assert_eq!(precision.progress(&[1.0; 10]), Progress::Reached);
    // A rough value doubles the work at most, and never beyond the limit.
    let rough: Vec<f64> = (0..10).map(|n| f64::from(n % 2) * 10.0).collect();
    assert_eq!(precision.progress(&rough), Progress::RunTo(20));
    let rough: Vec<f64> = (0..100).map(|n| f64::from(n % 2) * 10.0).collect();
    assert_eq!(precision.progress(&rough), Progress::GivenUp);
    // A mean of zero has no relative precision.
    assert_eq!(precision.progress(&[-1.0, 1.0].repeat(10)), Progress::RunTo(40));
    let short = Precision { most: 3, ..precision };
    assert_eq!(short.progress(&[]), Progress::RunTo(3));
    assert_eq!(short.progress(&[0.0, 1.0, 2.0]), Progress::GivenUp);
}

#[test]
fn running_to_a_precision_keeps_its_promise() {
    // Mean 10, spread 3, 5 %: about (1.96 · 3 / (0.05/1.05 · 10))² = 152 replications.
    let sampler = Sampler::normal(10.0, 3.0);
    let precision = Precision { relative: 0.05, level: 0.95, least: 10, most: 10_000 };
    let (mut near, mut total) = (0, 0);
    const STUDIES: u64 = 1_000;
    for study in 0..STUDIES {
        let key = Key::new(13, 0).with(study);
        let mut values = Vec::new();
        while let Progress::RunTo(count) = precision.progress(&values) {
            assert!(count as usize > values.len());
            values.extend((values.len() as u64..u64::from(count)).map(|n| sampler.sample(key.draw(n))));
        }
        let estimate = Estimate::of(&values, 0.95).unwrap();
        assert!(estimate.relative_half_width().unwrap() <= 0.05 / 1.05);
        near += u64::from((estimate.mean - 10.0).abs() <= 0.05 * 10.0);
        total += values.len();
    }
    assert!(near as f64 / STUDIES as f64 > 0.94, "{near} of {STUDIES}");
    assert!((130..180).contains(&(total / STUDIES as usize)), "{} replications", total / STUDIES as usize);
}

proptest! {
    #[test]
    fn the_need_is_the_first_count_that_suffices(values in prop::collection::vec(1.0f64..100.0, 2..40), relative in 0.001f64..0.5) {
        let needed = replications_needed(&values, 0.95, relative).unwrap();
        let (mean, variance) = (values.iter().sum::<f64>() / values.len() as f64, variance(&values).unwrap());
        let half_width = |n: u64| student_t(0.95, n - 1) * (variance / n as f64).sqrt();
        let wanted = relative / (1.0 + relative) * mean;
        prop_assert!(half_width(needed) <= wanted);
        prop_assert!(needed == 2 || half_width(needed - 1) > wanted);
    }
}
