//! Histograms against the sorted list they stand for.

use portway_stats::Histogram;
use proptest::prelude::*;

fn of(values: &[u64]) -> Histogram {
    let mut histogram = Histogram::new();
    values.iter().for_each(|&value| histogram.record(value));
    histogram
}

#[test]
fn an_empty_histogram_has_no_mean_and_no_quantiles() {
    let empty = Histogram::new();
    assert_eq!((empty.count(), empty.sum(), empty.max(), empty.mean(), empty.quantile(0.5)), (0, 0, 0, None, None));
    assert_eq!((empty.fraction_at_most(10), empty.iter().count()), (0.0, 0));
}

#[test]
fn small_values_are_exact() {
    let histogram = of(&[0, 1, 1, 2, 100, 127]);
    assert_eq!(histogram.iter().collect::<Vec<_>>(), [(0, 1), (1, 2), (2, 1), (100, 1), (127, 1)]);
    assert_eq!(histogram.quantile(0.5), Some(1));
    assert_eq!(histogram.fraction_at_most(1), 0.5);
    assert_eq!(histogram.fraction_at_most(0), 1.0 / 6.0);
    assert_eq!(histogram.mean(), Some(231.0 / 6.0));
}

#[test]
fn the_largest_numbers_have_a_place() {
    let histogram = of(&[u64::MAX, u64::MAX - 1, 0]);
    assert_eq!((histogram.max(), histogram.quantile(1.0)), (u64::MAX, Some(u64::MAX)));
    assert_eq!(histogram.sum(), 2 * u128::from(u64::MAX) - 1);
    assert_eq!(histogram.iter().last(), Some((u64::MAX, 2)));
}

#[test]
fn negative_durations_count_as_zero() {
    let mut histogram = Histogram::new();
    histogram.record_ms(-5);
    assert_eq!(histogram, of(&[0]));
}

/// Values of all magnitudes, not only huge ones.
fn values() -> impl Strategy<Value = Vec<u64>> {
    prop::collection::vec((0u32..40, any::<u64>()).prop_map(|(bits, value)| value & ((1 << bits) - 1)), 1..200)
}

proptest! {
    #[test]
    fn quantiles_are_within_one_part_in_128(values in values(), q in 0.0f64..=1.0) {
        let histogram = of(&values);
        let mut sorted = values;
        sorted.sort_unstable();
        let rank = ((q * sorted.len() as f64).ceil() as usize).clamp(1, sorted.len());
        let exact = sorted[rank - 1];
        let error = histogram.quantile(q).unwrap().abs_diff(exact);
        prop_assert!(error * 128 <= exact, "{exact} is off by {error}");
        prop_assert_eq!(histogram.sum(), sorted.iter().map(|&value| u128::from(value)).sum::<u128>());
        prop_assert_eq!(histogram.max(), sorted[sorted.len() - 1]);
    }

    #[test]
    fn fractions_are_off_by_no_more_than_their_bin(values in values(), at in 0u64..1 << 36) {
        let histogram = of(&values);
        let exact = values.iter().filter(|&&value| value <= at).count() as f64 / values.len() as f64;
        let near = values.iter().filter(|&&value| value.abs_diff(at) <= at / 64).count() as f64 / values.len() as f64;
        prop_assert!((histogram.fraction_at_most(at) - exact).abs() <= near + 1e-12);
    }

    #[test]
    fn merging_is_recording_together_in_any_order(left in values(), right in values()) {
        let mut merged = of(&left);
        merged.merge(&of(&right));
        let mut swapped = of(&right);
        swapped.merge(&of(&left));
        prop_assert_eq!(&merged, &swapped);
        prop_assert_eq!(merged, of(&[right, left].concat()));
    }

    #[test]
    fn bins_ascend_and_hold_everything(values in values()) {
        let histogram = of(&values);
        let bins: Vec<_> = histogram.iter().collect();
        prop_assert!(bins.windows(2).all(|pair| pair[0].0 < pair[1].0));
        prop_assert_eq!(bins.iter().map(|bin| bin.1).sum::<u64>(), histogram.count());
        for value in values {
            prop_assert!(bins.iter().any(|&(edge, _)| value <= edge && edge - value <= value / 64));
        }
    }
}

/// The quantiles of an exponential law are known: −mean · ln(1 − q). The histogram of its values at even ranks must give
/// them far closer than the width of a bin.
#[test]
fn smooth_quantiles_of_an_exponential_are_within_two_parts_in_ten_thousand() {
    let (mean, count) = (48_000.0, 1_000_000);
    let value = |rank: u32| (-mean * f64::ln(1.0 - (f64::from(rank) + 0.5) / f64::from(count))).round() as u64;
    let histogram = of(&(0..count).map(value).collect::<Vec<_>>());
    for q in [0.1, 0.5, 0.75, 0.9, 0.95, 0.99] {
        let exact = -mean * f64::ln(1.0 - q);
        let smooth = histogram.smooth_quantile(q).expect("it is not empty");
        assert!((smooth / exact - 1.0).abs() < 2e-4, "{q}: {smooth} beside {exact}");
    }
    assert_eq!(Histogram::new().smooth_quantile(0.5), None);
    assert_eq!(of(&[7, 7, 9]).smooth_quantile(0.5), Some(7.0));
    assert_eq!(of(&[1000]).smooth_quantile(1.0), Some(1000.0));
}
