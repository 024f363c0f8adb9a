//! Prints nanoseconds per draw, sample and record: `cargo bench -p portway-stats`. Nothing is asserted.
//!
//! "Apart" is the cost when draws overlap in the processor, as those of a simulation mostly do; "in a chain" is the time
//! from counter to result, when each needs the one before.

#![allow(clippy::print_stdout)]

use portway_stats::random::{Key, coin, threshold};
use portway_stats::{Histogram, Sampler};
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: u64 = 5_000_000;

fn main() {
    let key = Key::new(42, 0);
    println!("{:<34}{:>10}{:>14}", "ns per", "apart", "in a chain");
    row("empty loop", |n| n.rotate_left(7));
    row("draw", |n| key.draw(n));
    let heads = threshold(0.3);
    row("draw and coin", |n| u64::from(coin(key.draw(n), heads)));
    for (name, sampler) in samplers() {
        // A multiplication stands in for the draw, so that the sampler is measured and not the generator.
        row(name, |n| sampler.sample_ms(n.wrapping_mul(0x9E37_79B9_7F4A_7C15)) as u64);
    }
    let service = Sampler::lognormal(1_320_000.0, 0.6);
    row("draw and lognormal", |n| service.sample_ms(key.draw(n)) as u64);

    let mut histogram = Histogram::new();
    let values: Vec<u64> = (0..65_536).map(|n| service.sample_ms(key.draw(n)) as u64).collect();
    let start = Instant::now();
    for n in 0..ROUNDS {
        histogram.record(values[n as usize & 65_535]);
    }
    println!("{:<34}{:>10.2}", "record", start.elapsed().as_nanos() as f64 / ROUNDS as f64);
    black_box(&histogram);

    println!("\n{:<34}{:>10}", "microseconds to build", "");
    type Build = fn() -> Sampler;
    let builds: [(&str, Build); 6] = [
        ("exponential", || Sampler::exponential(black_box(360_000.0))),
        ("weibull", || Sampler::weibull(black_box(360_000.0), 1.5)),
        ("lognormal", || Sampler::lognormal(black_box(360_000.0), 0.6)),
        ("gamma", || Sampler::gamma(black_box(360_000.0), 0.7)),
        ("gamma of small cv", || Sampler::gamma(black_box(360_000.0), 0.02)),
        ("hyperexponential", || Sampler::hyperexponential(black_box(360_000.0), 2.0)),
    ];
    for (name, build) in builds {
        let start = Instant::now();
        for _ in 0..50 {
            black_box(build());
        }
        println!("{name:<34}{:>10.1}", start.elapsed().as_nanos() as f64 / 50_000.0);
    }
}

fn samplers() -> [(&'static str, Sampler); 6] {
    [
        ("constant", Sampler::constant(60_000.0)),
        ("uniform", Sampler::uniform(300_000.0, 540_000.0)),
        ("triangular", Sampler::triangular(300_000.0, 420_000.0, 1_200_000.0)),
        ("exponential", Sampler::exponential(360_000.0)),
        ("lognormal", Sampler::lognormal(1_320_000.0, 0.6)),
        ("gamma", Sampler::gamma(360_000.0, 0.7)),
    ]
}

/// Times a function of a counter with independent counters, and with each counter made of the last result.
fn row(name: &str, function: impl Fn(u64) -> u64) {
    let start = Instant::now();
    let mut sum = 0u64;
    for n in 0..ROUNDS {
        sum = sum.wrapping_add(function(black_box(n)));
    }
    black_box(sum);
    let apart = start.elapsed().as_nanos() as f64 / ROUNDS as f64;

    let start = Instant::now();
    let mut last = 0u64;
    for n in 0..ROUNDS {
        last = function(last.wrapping_add(n));
    }
    black_box(last);
    let chained = start.elapsed().as_nanos() as f64 / ROUNDS as f64;
    println!("{name:<34}{apart:>10.2}{chained:>14.2}");
}
