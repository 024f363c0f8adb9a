//! Traffic told apart by who owns it, on the corridor of [`bridge`](crate::bridge) with its trucks split between two firms.

use crate::bridge::{TEXT, mean, model, options, study};
use expect_test::expect;
use portway_model::{Corridor, Folder, load};
use portway_study::{Question, Results, Silent, StudyError, Trials, explain};
use std::sync::atomic::AtomicBool;

/// The trucks to the east belong to one firm, those to the west to another, the cars to nobody.
fn corridor() -> Corridor {
    let owned = |flow: &str, owner: &str| format!("[flow.{flow}]\nowner = \"{owner}\"\n");
    let text = TEXT
        .replace("[flow.trucks-east]\n", &owned("trucks-east", "Region group"))
        .replace("[flow.trucks-west]\n", &owned("trucks-west", "Amur timber"));
    let loaded = load(&Folder::of([("corridor.toml", text.as_str())]));
    loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn owned(replications: u32) -> Results {
    let (timeline, never) = (corridor().timeline(None).expect("the default scenario"), AtomicBool::new(false));
    portway_study::run(&timeline, model(), &options(replications), &Silent, &never).expect("it runs").results
}

#[test]
fn every_owner_has_its_traffic_and_all_of_them_are_the_whole() {
    let results = owned(3);
    let of = |owner: usize, name: &str| results.owners[owner].measure(name).and_then(|m| m.mean).expect("it occurred");
    let names: Vec<&str> = results.owners.iter().map(|owner| owner.owner.as_str()).collect();
    assert_eq!(names, ["Region group", "Amur timber", ""]);
    assert_eq!(of(0, "crossings"), mean(&results, "crossings", "east", "truck"));
    assert_eq!(of(1, "crossings"), mean(&results, "crossings", "west", "truck"));
    assert_eq!(of(2, "crossings"), mean(&results, "crossings", "east", "car"));
    assert_eq!(of(0, "door_to_door_h"), mean(&results, "door_to_door_h", "east", "truck"));
    assert_eq!(of(0, "cargo_t"), mean(&results, "cargo_t", "east", "truck"));
}

#[test]
fn telling_owners_apart_changes_no_other_number() {
    let (owned, plain) = (owned(3), study("base", &options(3)).results);
    assert!(plain.owners.is_empty());
    assert_eq!(owned.measures, plain.measures);
    assert_eq!(owned.series, plain.series);
    assert_eq!(owned.journey, plain.journey);
    assert!(!serde_json::to_string(&plain).expect("plain data").contains("owners"));
}

/// Two flows of one direction and class are one row of every table by class, whoever owns them.
#[test]
fn flows_of_two_owners_in_one_class_add_up() {
    let more = "[flow.more-east]\nclass = \"truck\"\nroute = \"east\"\nvolume = \"12/day\"\n";
    let run = |text: &str| {
        let corridor = load(&Folder::of([("corridor.toml", text)])).corridor.expect("it is right");
        let (timeline, never) = (corridor.timeline(None).expect("the default scenario"), AtomicBool::new(false));
        portway_study::run(&timeline, model(), &options(2), &Silent, &never).expect("it runs").results
    };
    let plain = run(&format!("{TEXT}{more}"));
    let first = TEXT.replace("[flow.trucks-east]\n", "[flow.trucks-east]\nowner = \"A\"\n");
    let owned = run(&format!("{first}{more}owner = \"B\"\n"));
    assert_eq!(owned.measures, plain.measures);
    assert_eq!(owned.series, plain.series);
    assert_eq!(owned.journey, plain.journey);
    let crossings = owned.owners.iter().filter_map(|owner| owner.measure("crossings")?.mean).sum::<f64>();
    assert!((crossings - mean(&plain, "crossings", "", "")).abs() < 1e-9);
}

#[test]
fn one_number_can_be_asked_of_one_owner() {
    let corridor = corridor();
    let (timeline, never) = (corridor.timeline(None).expect("the default scenario"), AtomicBool::new(false));
    let trials = Trials::new(7, 1, &Silent, &never).expect("threads");
    let ask = |word: &str| {
        let question = Question::parse(word).expect("a measure of the catalogue");
        trials.run(std::slice::from_ref(&timeline), &[question], 0..1)
    };
    let known = |word: &str| ask(word).expect("it runs")[0].as_ref().expect("no queue overflows").known(0);
    assert_eq!(known("crossings@owner=Amur timber"), known("crossings@west"));
    assert_eq!(known("door_to_door_h:p90@east@owner=Region group").len(), 1);
    let refused = |word: &str| match ask(word) {
        Err(StudyError::Options(why)) => why,
        other => panic!("{word} should be refused: {other:?}"),
    };
    expect!["there is no owner `Region`; known: Region group, Amur timber"]
        .assert_eq(&refused("crossings@owner=Region"));
    expect!["`queue_vehicles` is not told apart by owner"]
        .assert_eq(&refused("queue_vehicles@port.gate@owner=Region group"));
}

#[test]
fn an_explanation_of_one_owner_names_its_flows_only() {
    let corridor = corridor();
    let (timeline, never) = (corridor.timeline(None).expect("the default scenario"), AtomicBool::new(false));
    let question = Question { owner: "Region group".into(), ..Question::corridor("crossings_per_day") };
    let told = explain(&corridor, &timeline, &question, &options(2), &Silent, &never).expect("it runs");
    assert_eq!(told.owner, "Region group");
    assert_eq!(told.parts.len(), 1);
    let paths: Vec<&str> = told.inputs.iter().map(|input| input.path.as_str()).collect();
    assert_eq!(paths, ["flow.trucks-east.volume"]);
}
