//! One scenario: what is measured, what is found, and that threads change nothing.

use crate::bridge::{find, mean, model, options, study, timeline};
use expect_test::expect;
use portway_study::measures::{MeasureDefinition, MeasureScope};
use portway_study::{Needs, Progress, Replications, Silent, StudyError, StudyOptions, measures};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let run = |threads| {
        let study = study("base", &StudyOptions { threads, record_visits: true, ..options(9) });
        let text = serde_json::to_string(&study.results).expect("results are plain data");
        (text, study.results.series, study.visits)
    };
    let alone = run(1);
    assert_eq!(alone, run(2));
    assert_eq!(alone, run(8));
}

#[test]
fn further_replications_do_not_change_the_first() {
    let few = study("base", &StudyOptions { record_visits: true, ..options(1) });
    let many = study("base", &StudyOptions { record_visits: true, ..options(5) });
    assert_eq!(few.visits, many.visits);
}

#[test]
fn every_measure_of_the_catalogue_is_reported_once_per_scope() {
    let results = study("base", &options(3)).results;
    let keys: Vec<_> = results.measures.iter().map(|m| (&m.name, &m.scope, &m.direction, &m.class)).collect();
    assert_eq!(keys.len(), keys.iter().collect::<BTreeSet<_>>().len());
    let names: BTreeSet<&str> = results.measures.iter().map(|m| m.name.as_str()).collect();
    // This corridor has no prices, no limits, and nobody chooses a way; those that do have tests of their own.
    let elsewhere =
        [MeasureScope::Way, MeasureScope::Limit, MeasureScope::Service, MeasureScope::Yearly, MeasureScope::Commodity];
    let is_known = |m: &&MeasureDefinition| m.needs == Needs::Nothing && !elsewhere.contains(&m.scope);
    let known = measures::catalogue().iter().filter(is_known);
    let mut known: BTreeSet<&str> = known.map(|m| m.name).collect();
    // The gate is the only stage that says its step, and nothing comes behind it.
    for interval in ["trs_to_lodgement_h", "trs_to_inspection_h", "trs_to_release_h", "trs_to_exit_h"] {
        assert!(known.remove(interval));
    }
    assert_eq!(names, known);
    for row in &results.measures {
        let definition = measures::find(&row.name).expect("checked above");
        assert_eq!(row.unit, definition.unit);
        assert_eq!(row.quantiles.is_some(), definition.quantiles && row.mean.is_some(), "{row:?}");
    }
}

#[test]
fn totals_are_the_sums_of_their_parts() {
    let results = study("base", &options(4)).results;
    let mean = |name, direction, class| mean(&results, name, direction, class);
    let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-9 * a.abs().max(1.0), "{a} {b}");
    let east = mean("crossings", "east", "truck") + mean("crossings", "east", "car");
    near(mean("crossings", "east", ""), east);
    near(mean("crossings", "", ""), east + mean("crossings", "west", ""));
    near(mean("crossings_per_day", "", "") * 14.0, mean("crossings", "", ""));
    // Cars carry no cargo, so mixing classes must not spread the trucks' load over them by accident.
    let trucks = mean("crossings", "east", "truck") + mean("crossings", "west", "truck");
    near(mean("cargo_t", "", ""), 20.0 * trucks);
    near(mean("passengers_per_day", "", ""), 3.0 * mean("crossings_per_day", "east", "car"));
    // Two weeks of ten weekdays and four days of weekend.
    let by_kind = 10.0 * mean("weekday_crossings_per_day", "", "") + 4.0 * mean("weekend_crossings_per_day", "", "");
    near(mean("crossings", "", ""), by_kind);
    let daily: f64 = results.series.daily.iter().flat_map(|series| &series.mean).sum();
    near(mean("crossings", "", ""), daily);
}

#[test]
fn a_dated_load_counts_from_its_day_on() {
    let before = study("base", &options(2)).results;
    let after = study("heavier", &options(2)).results;
    // The same vehicles cross, because a load changes no time; one week of two they carry half as much again.
    assert_eq!(mean(&before, "crossings", "", ""), mean(&after, "crossings", "", ""));
    let (light, heavy) = (mean(&before, "cargo_t", "", ""), mean(&after, "cargo_t", "", ""));
    assert!(heavy > 1.15 * light && heavy < 1.35 * light, "{light} {heavy}");
}

#[test]
fn the_use_of_lanes_is_the_offered_load() {
    let results = study("base", &options(20)).results;
    // 96 vehicles a day of 10 minutes on one lane.
    let lanes = find(&results, "lane_use_share", "port.gate", "", "");
    let (mean, half_width) = (lanes.mean.expect("it is open"), lanes.half_width.expect("20 replications"));
    assert!((mean - 96.0 / 144.0).abs() < 2.0 * half_width, "{mean} ± {half_width}");
    // An unlimited stage has no lanes to use.
    assert!(!results.measures.iter().any(|m| m.name == "lane_use_share" && m.scope == "port.gate-back"));
}

#[test]
fn one_replication_has_no_interval() {
    let results = study("base", &options(1)).results;
    assert!(results.measures.iter().all(|m| m.half_width.is_none() && m.quantile_half_widths.is_none()));
}

#[test]
fn a_growing_queue_is_named_and_has_no_mean() {
    let results = study("too-many", &options(4)).results;
    let findings: Vec<_> =
        results.diagnostics.iter().map(|n| format!("{} {} {}", n.severity.name(), n.code, n.scope)).collect();
    expect![[r#"
        [
            "finding queue-grows port.gate",
        ]
    "#]]
    .assert_debug_eq(&findings);
    let message = &results.diagnostics[0].message;
    assert!(message.starts_with("demand is 1.33 × capacity at Port, Gate from 2026-03-05 to the end"), "{message}");
    for name in ["door_to_door_h", "wait_h", "wait_physical_h"] {
        assert_eq!(find(&results, name, "corridor", "east", "").mean, None, "{name}");
        assert_eq!(find(&results, name, "corridor", "", "").mean, None, "{name}");
        assert!(find(&results, name, "corridor", "west", "").mean.is_some(), "{name}");
    }
    assert_eq!(find(&results, "queue_vehicles", "port.gate", "", "").mean, None);
    // What crosses and what is left over are still numbers.
    assert!(mean(&results, "crossings_per_day", "east", "") > 100.0);
    assert!(find(&results, "queue_at_end_vehicles", "port.gate", "", "").mean.is_some_and(|queue| queue > 300.0));
}

#[test]
fn a_precision_is_reached_or_its_absence_is_said() {
    let ask =
        |relative, max| StudyOptions { replications: Replications::Precision { relative, min: 10, max }, ..options(1) };
    let results = study("base", &ask(0.02, 2_000)).results;
    let time = find(&results, "door_to_door_h", "corridor", "", "");
    assert!(results.replications > 10);
    assert!(time.half_width.expect("many replications") <= 0.02 * time.mean.expect("it occurred"));
    assert!(results.diagnostics.is_empty());

    let results = study("base", &ask(0.001, 12)).results;
    assert_eq!(results.replications, 12);
    assert_eq!(results.diagnostics[0].code, "precision-not-reached");
}

#[test]
fn a_precision_takes_the_same_steps_on_any_number_of_threads() {
    let precision = Replications::Precision { relative: 0.1, min: 10, max: 500 };
    let run = |threads| study("base", &StudyOptions { threads, replications: precision, ..options(1) }).results;
    assert_eq!(run(1), run(8));
}

#[test]
fn progress_counts_to_the_end_and_a_cancelled_study_gives_nothing() {
    struct Count(AtomicU32);
    impl Progress for Count {
        fn replications(&self, done: u32, total: u32) {
            assert!(done <= total);
            self.0.fetch_max(done, Ordering::Relaxed);
        }
    }
    let (count, cancel) = (Count(AtomicU32::new(0)), AtomicBool::new(false));
    portway_study::run(&timeline("base"), model(), &options(6), &count, &cancel).expect("it runs");
    assert_eq!(count.0.load(Ordering::Relaxed), 6);

    cancel.store(true, Ordering::Relaxed);
    let stopped = portway_study::run(&timeline("base"), model(), &options(6), &Silent, &cancel);
    assert_eq!(stopped.map(|s| s.results), Err(StudyError::Cancelled));
}

#[test]
fn senseless_options_are_refused_with_a_reason() {
    let why = |options: &StudyOptions| {
        let never = AtomicBool::new(false);
        let refused = portway_study::run(&timeline("base"), model(), options, &Silent, &never);
        refused.map(|_| ()).expect_err("it makes no sense").to_string()
    };
    let precision =
        |relative| StudyOptions { replications: Replications::Precision { relative, min: 10, max: 20 }, ..options(1) };
    let all = [
        why(&options(0)),
        why(&options(4_000_000)),
        why(&StudyOptions { threads: 100_000, ..options(1) }),
        why(&precision(0.0)),
        why(&precision(f64::NAN)),
        why(&StudyOptions { replications: Replications::Precision { relative: 0.1, min: 9, max: 8 }, ..options(1) }),
    ];
    expect![[r#"
        at least one replication is needed
        4000000 replications are too many; at most 10000
        100000 threads are too many; at most 1024
        a precision lies between 0 and 1, not 0
        a precision lies between 0 and 1, not NaN
        replications to a precision run from at least 2 to at most 10000, not 9 to 8"#]]
    .assert_eq(&all.join("\n"));
}
