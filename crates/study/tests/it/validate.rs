//! Observations beside simulation.

use crate::bridge::{model, observation, options, timeline};
use jiff::civil::{Date, date};
use portway_model::element::Observation;
use portway_study::{Silent, ValidationRow, Verdict};
use std::sync::atomic::AtomicBool;

fn validate(observations: &[Observation], scenarios: &[&str], replications: u32) -> Vec<ValidationRow> {
    let never = AtomicBool::new(false);
    let timelines: Vec<_> = scenarios.iter().map(|name| timeline(name)).collect();
    let validation =
        portway_study::validate(observations, &timelines, model(), &options(replications), &Silent, &never);
    validation.expect("the scenarios run").rows
}

fn simulated(row: &ValidationRow) -> f64 {
    row.simulated.unwrap_or_else(|| panic!("{}: {}", row.id, row.reason))
}

#[test]
fn parts_of_the_window_and_lists_of_classes_add_up() {
    let on = |from: Date, to: Date| Observation { from: Some(from), to: Some(to), ..observation("crossings") };
    let class = |class: &str| Observation { class: class.into(), direction: "east".into(), ..observation("crossings") };
    let rows = validate(
        &[
            observation("crossings"),
            on(date(2026, 3, 2), date(2026, 3, 5)),
            on(date(2026, 3, 6), date(2026, 3, 15)),
            class("truck"),
            class("car"),
            class("truck+car"),
        ],
        &["base"],
        3,
    );
    let n: Vec<f64> = rows.iter().map(simulated).collect();
    assert!((n[0] - n[1] - n[2]).abs() < 1e-6, "{n:?}");
    assert!((n[3] + n[4] - n[5]).abs() < 1e-6, "{n:?}");
    assert_eq!((rows[0].from.as_str(), rows[1].to.as_str()), ("2026-03-02", "2026-03-05"));
}

#[test]
fn the_whole_interval_decides() {
    let range = |low, high| Observation { low, high, ..observation("crossings_per_day") };
    let rows = validate(&[range(120.0, 170.0), range(0.0, 100.0), range(0.0, 144.0)], &["base"], 5);
    let verdicts: Vec<Verdict> = rows.iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts, [Verdict::Agrees, Verdict::Misses, Verdict::CannotTell]);
}

#[test]
fn what_cannot_be_told_says_why() {
    let base = || observation("crossings");
    let observations = [
        observation("happiness"),
        Observation { statistic: "p90".into(), ..base() },
        Observation { scope: "port.gate".into(), ..base() },
        Observation { scope: "port.nowhere".into(), ..observation("stage_wait_min") },
        Observation { direction: "north".into(), ..base() },
        Observation { class: "truck+tram".into(), ..base() },
        Observation { from: Some(date(2025, 1, 1)), ..base() },
        Observation { from: Some(date(2026, 3, 9)), to: Some(date(2026, 3, 4)), ..base() },
        Observation { from: Some(date(2026, 3, 9)), ..observation("wait_h") },
        Observation { scenario: "two-lanes".into(), ..base() },
        Observation { scenario: "too-many".into(), ..observation("wait_h") },
    ];
    let rows = validate(&observations, &["base", "too-many"], 2);
    assert!(rows.iter().all(|row| row.verdict == Verdict::CannotTell && row.simulated.is_none()));
    let reasons: Vec<&str> = rows.iter().map(|row| row.reason.as_str()).collect();
    expect_test::expect![[r#"
        there is no measure `happiness`
        `crossings` has no statistic `p90`
        `crossings` is measured for the whole corridor only
        no vehicle passes a stage or link `port.nowhere`
        there is no direction `north`
        there is no class `tram`
        2025-01-01 is not a day of scenario `base`
        its last day is before its first
        `wait_h` is known for the whole window of a scenario only
        its scenario was not run
        the queue grows until the window ends, so there is no such mean"#]]
    .assert_eq(&reasons.join("\n"));
}

#[test]
fn quantiles_of_stages_can_be_observed() {
    let service = |statistic: &str| Observation {
        scope: "port.gate".into(),
        class: "truck".into(),
        statistic: statistic.into(),
        ..observation("stage_service_min")
    };
    let rows = validate(&[service("mean"), service("p50")], &["base"], 10);
    // Exponential with a mean of 10 minutes: the median is 10 ln 2.
    for (row, expected) in rows.iter().zip([10.0, 6.93]) {
        assert!((simulated(row) - expected).abs() < 0.1 * expected, "{row:?}");
    }
}
