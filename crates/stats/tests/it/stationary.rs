//! Steady states with known answers.

use portway_stats::stationary::{BATCHES, Truncation, autocorrelation, batch_means, mser5};
use portway_stats::{Estimate, Key, Sampler};

#[test]
fn mser5_drops_a_visible_transient_and_nothing_else() {
    let run = |transient: usize, length: usize| -> Vec<f64> {
        (0..length).map(|n| if n < transient { 10.0 } else { [0.0, 1.0, 2.0, 1.0, 1.0][n % 5] }).collect()
    };
    let dropped = |transient| mser5(&run(transient, 500));
    assert_eq!(dropped(0), Some(Truncation { discard: 0, settled: true }));
    assert_eq!(dropped(50), Some(Truncation { discard: 50, settled: true }));
    // Whole batches of five.
    assert_eq!(dropped(52), Some(Truncation { discard: 55, settled: true }));
    assert_eq!(mser5(&run(0, 19)), None);
}

#[test]
fn mser5_says_when_a_run_never_settles() {
    let growing: Vec<f64> = (0..500).map(f64::from).collect();
    assert_eq!(mser5(&growing), Some(Truncation { discard: 250, settled: false }));
}

/// Waits in a queue with one lane by Lindley's recurrence, Poisson arrivals every 2 and exponential services of 1.
fn waits(replication: u32, first_wait: f64, count: u64) -> Vec<f64> {
    let (gap, service) = (Sampler::exponential(2.0), Sampler::exponential(1.0));
    let key = Key::new(3, replication);
    let (gaps, services) = (key.with(1), key.with(2));
    let mut wait = first_wait;
    let step = |n| {
        let now = wait;
        wait = (wait + service.sample(services.draw(n)) - gap.sample(gaps.draw(n))).max(0.0);
        now
    };
    (0..count).map(step).collect()
}

#[test]
fn batch_means_of_a_queue_cover_its_mean_wait() {
    // M/M/1 with a load of one half: the mean wait is ρ/(μ − λ) = 1.
    const STUDIES: u32 = 400;
    let covered = (0..STUDIES).filter(|&study| {
        let batches = batch_means(&waits(study, 0.0, 20_000), BATCHES, 0.95).unwrap();
        assert_eq!(batches.batch_size, 1_000);
        batches.estimate.covers(1.0)
    });
    let share = covered.count() as f64 / f64::from(STUDIES);
    // Three standard errors are 3.3 %; batches of a skewed wait cover a little too seldom.
    assert!((0.91..0.98).contains(&share), "{share}");
}

#[test]
fn a_queue_that_starts_full_is_corrected_by_mser5() {
    const RUNS: u32 = 200;
    let mut discarded = Vec::new();
    let mut raw = Vec::new();
    let mut corrected = Vec::new();
    for run in 0..RUNS {
        let waits = waits(run, 200.0, 4_000);
        let truncation = mser5(&waits).unwrap();
        discarded.push(truncation.discard);
        raw.push(waits.iter().sum::<f64>() / waits.len() as f64);
        let rest = &waits[truncation.discard..];
        corrected.push(rest.iter().sum::<f64>() / rest.len() as f64);
    }
    // Work leaves by one unit of time each, two a vehicle, and comes by one a vehicle: 200 are gone after 200 vehicles.
    // The rule is known to drop far too much now and then, but never too little of a transient this large.
    discarded.sort_unstable();
    assert!(discarded[0] >= 100 && (150..300).contains(&discarded[discarded.len() / 2]), "{discarded:?}");
    let (raw, corrected) = (Estimate::of(&raw, 0.99).unwrap(), Estimate::of(&corrected, 0.99).unwrap());
    assert!(raw.mean > 5.0, "{raw:?}");
    assert!((corrected.mean - 1.0).abs() < 0.05, "{corrected:?}");
}

#[test]
fn dependence_is_seen_between_observations_and_gone_between_batches() {
    // Autoregression with a coefficient of 0.8, whose correlation at lag k is 0.8ᵏ.
    let noise = Sampler::normal(0.0, 1.0);
    let key = Key::new(9, 0);
    let mut last = 0.0;
    let series: Vec<f64> = (0..100_000)
        .map(|n| {
            last = 0.8 * last + noise.sample(key.draw(n));
            last
        })
        .collect();
    assert!((autocorrelation(&series, 1) - 0.8).abs() < 0.01);
    assert!((autocorrelation(&series, 3) - 0.512).abs() < 0.02);
    let batches = batch_means(&series, 100, 0.95).unwrap();
    assert!(batches.lag_one.abs() < 0.25, "{batches:?}");
    // Long batches have the variance σ²/(1 − 0.8)² over their length: a standard error of 5/√100,000.
    let half_width = batches.estimate.half_width.unwrap();
    assert!((half_width / (1.984 * 5.0 / 100_000f64.sqrt()) - 1.0).abs() < 0.25, "{half_width}");
}

#[test]
fn runs_that_are_too_short_give_nothing() {
    assert_eq!(batch_means(&[1.0, 2.0], 20, 0.95), None);
    assert_eq!(batch_means(&[1.0, 2.0], 1, 0.95), None);
    assert_eq!(batch_means(&[1.0, 2.0], 0, 0.95), None);
    assert_eq!(autocorrelation(&[], 1), 0.0);
    assert_eq!(autocorrelation(&[1.0, 2.0], 5), 0.0);
    assert_eq!(autocorrelation(&[2.0, 2.0, 2.0], 1), 0.0);
}
