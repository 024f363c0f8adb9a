//! A run kept as text and compared with a later one.

use crate::bridge::{model, options, study, timeline};
use portway_study::{Obstacle, ObstacleKind, Samples, Silent, pair, samples};
use std::sync::atomic::AtomicBool;

fn through_text(samples: &Samples) -> Samples {
    let text = serde_json::to_string(samples).expect("samples are plain data");
    serde_json::from_str(&text).expect("it was just written")
}

#[test]
fn kept_runs_compare_as_if_they_were_run_together() {
    let [a, b] = ["base", "two-lanes"].map(|name| study(name, &options(5)).samples);
    let never = AtomicBool::new(false);
    let mut together =
        portway_study::compare(&timeline("base"), &timeline("two-lanes"), model(), &options(5), &Silent, &never)
            .expect("both run");
    together.rows.retain(|row| row.class.is_empty() && samples::ASKED_FIRST.contains(&row.name.as_str()));
    assert_eq!(pair(&through_text(&a), &through_text(&b)), together);
}

#[test]
fn text_keeps_every_digit() {
    let samples = study("base", &options(3)).samples;
    assert_eq!(through_text(&samples), samples);
    assert!(samples.rows.iter().any(|row| row.name == "door_to_door_h" && row.values.iter().all(Option::is_some)));
}

#[test]
fn a_measure_that_grows_keeps_no_values() {
    let samples = study("too-many", &options(2)).samples;
    let wait = samples.rows.iter().find(|row| row.name == "wait_h" && row.direction == "east").expect("it is asked");
    assert_eq!(wait.values, []);
    assert_eq!(samples.diagnostics.len(), 1);
}

#[test]
fn runs_are_paired_only_when_luck_and_question_are_the_same() {
    let base = study("base", &options(2)).samples;
    assert_eq!(base.obstacle(&base), None);
    let another_model =
        Samples { model: portway_study::results::ModelRef { hash: "other".into(), ..model() }, ..base.clone() };
    assert_eq!(base.obstacle(&another_model), None);
    let obstacle = |kind, before: &str, now: &str| Some(Obstacle { kind, before: before.into(), now: now.into() });
    let more = study("base", &options(3)).samples;
    assert_eq!(base.obstacle(&more), obstacle(ObstacleKind::Replications, "2", "3"));
    let other = Samples { seed: base.seed + 1, ..base.clone() };
    let (before, now) = (base.seed.to_string(), other.seed.to_string());
    assert_eq!(base.obstacle(&other), obstacle(ObstacleKind::Seed, &before, &now));
    let queued = portway_study::StateRow { flow: "east".into(), stage: "gate".into(), vehicles: 3, since_ms: None };
    let from_a_queue = Samples { state: vec![queued], ..base.clone() };
    assert_eq!(base.obstacle(&from_a_queue), obstacle(ObstacleKind::State, "0", "3"));
    let two_lanes = study("two-lanes", &options(2)).samples;
    assert_eq!(base.obstacle(&two_lanes), obstacle(ObstacleKind::Scenario, "base", "two-lanes"));
}
