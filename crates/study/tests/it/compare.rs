//! Two scenarios on the same random numbers.

use crate::bridge::{model, options, timeline};
use portway_study::{ChangeVerdict, Comparison, ComparisonRow, Silent};
use std::sync::atomic::AtomicBool;

fn compare(a: &str, b: &str, replications: u32) -> Comparison {
    let never = AtomicBool::new(false);
    portway_study::compare(&timeline(a), &timeline(b), model(), &options(replications), &Silent, &never)
        .expect("both run")
}

fn row<'a>(comparison: &'a Comparison, name: &str, direction: &str) -> &'a ComparisonRow {
    let found = comparison.rows.iter().find(|r| r.name == name && r.direction == direction && r.class.is_empty());
    found.unwrap_or_else(|| panic!("no row {name} {direction}"))
}

#[test]
fn a_scenario_does_not_differ_from_itself() {
    for row in compare("base", "base", 3).rows {
        assert_eq!(row.a, row.b);
        assert_eq!(row.difference, row.a.map(|_| 0.0));
        assert_ne!(row.verdict, ChangeVerdict::Changed);
        assert_eq!(row.variance_reduction, None);
    }
}

#[test]
fn a_second_lane_shortens_the_wait_it_is_for_and_no_other() {
    let comparison = compare("base", "two-lanes", 12);
    let wait = row(&comparison, "wait_h", "east");
    assert_eq!(wait.verdict, ChangeVerdict::Changed);
    assert!(wait.difference.is_some_and(|difference| difference < 0.0));
    assert!(wait.variance_reduction.is_some_and(|factor| factor > 1.0), "{wait:?}");
    // The other direction meets the same draws and none of the change.
    let west = row(&comparison, "door_to_door_h", "west");
    assert_eq!((west.difference, west.half_width), (Some(0.0), Some(0.0)));
    assert_eq!(west.verdict, ChangeVerdict::NoChangeSeen);
}

#[test]
fn one_pair_tells_nothing_and_neither_does_a_growing_queue() {
    assert!(compare("base", "two-lanes", 1).rows.iter().all(|r| r.verdict == ChangeVerdict::CannotTell));
    let comparison = compare("base", "too-many", 3);
    let wait = row(&comparison, "wait_h", "east");
    assert!(wait.a.is_some() && wait.b.is_none());
    assert_eq!(wait.verdict, ChangeVerdict::CannotTell);
    assert_eq!(comparison.diagnostics.iter().filter(|note| note.code == "queue-grows").count(), 1);
}

/// With warm-ups of their own, other vehicles would come in the window and the pairs would have little in common.
#[test]
fn the_longer_warm_up_serves_both() {
    let never = AtomicBool::new(false);
    let mut longer = timeline("base");
    longer.scenario.warm_up_days += 4;
    let both = portway_study::compare(&timeline("base"), &longer, model(), &options(3), &Silent, &never);
    for row in both.expect("both run").rows {
        assert_eq!(row.a, row.b, "{row:?}");
    }
}

#[test]
fn windows_that_differ_are_pointed_out() {
    assert_eq!(compare("base", "two-lanes", 2).diagnostics, []);
    let never = AtomicBool::new(false);
    let later = timeline("base").with_window(Some(jiff::civil::date(2026, 3, 9)), None).expect("it is a window");
    let comparison = portway_study::compare(&timeline("base"), &later, model(), &options(2), &Silent, &never);
    let notes = comparison.expect("both run").diagnostics;
    assert_eq!(notes.iter().map(|note| note.code.as_str()).collect::<Vec<_>>(), ["windows-differ"]);
}
