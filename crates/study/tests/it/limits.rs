//! Caps and quotas as measures of their own.

use crate::bridge::{TEXT, model, observation, options};
use expect_test::expect;
use portway_model::element::{Observation, Timeline};
use portway_model::{Corridor, Folder, load};
use portway_study::{Question, Results, Silent, explain};
use std::sync::atomic::AtomicBool;

/// The bridge's port with a cap on people and a quota of vehicles, both of which bind.
const LIMITS: &str = r#"
[limit.people]
counts = "people"
at-most = 5
enter = ["port.gate"]
leave = ["port.gate"]
[limit.trucks-a-day]
at-most = 60
enter = ["port.gate"]
every = "day"
"#;

fn corridor() -> Corridor {
    let text = format!("{TEXT}{LIMITS}").replacen("lanes = 1\n", "lanes = \"unlimited\"\n", 1);
    let loaded = load(&Folder::of([("corridor.toml", text.as_str())]));
    loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn timeline() -> Timeline {
    corridor().timeline(None).expect("there is a default")
}

fn results() -> Results {
    let never = AtomicBool::new(false);
    portway_study::run(&timeline(), model(), &options(4), &Silent, &never).expect("it runs").results
}

#[test]
fn a_limit_has_measures_under_its_name() {
    let results = results();
    let rows = results.measures.iter().filter(|row| row.name.starts_with("limit_"));
    let told: String = rows
        .map(|row| format!("{} {} {:.3} {}\n", row.name, row.scope, row.mean.expect("it occurred"), row.unit))
        .collect();
    // Sixty vehicles a day come in and no more: the quota is used up, and the cap has room.
    expect![[r#"
        limit_admissions_per_day people 91.179 people/day
        limit_admissions_per_day trucks-a-day 60.000 vehicles/day
        limit_mean people 0.646 people
        limit_max people 5.000 people
        limit_max trucks-a-day 60.000 vehicles
        limit_use_share people 0.129 share
        limit_use_share trucks-a-day 1.000 share
        limit_full_share people 0.074 share
        limit_full_share trucks-a-day 0.842 share
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_limit_can_be_observed() {
    let asked = |measure: &str, scope: &str| Observation { scope: scope.into(), ..observation(measure) };
    let by_class = Observation { class: "car".into(), ..asked("limit_max", "people") };
    let observations = [asked("limit_admissions_per_day", "trucks-a-day"), asked("limit_use_share", "buses"), by_class];
    let never = AtomicBool::new(false);
    let validation =
        portway_study::validate(&observations, &[timeline()], model(), &options(2), &Silent, &never).expect("it runs");
    let told: Vec<_> = validation.rows.iter().map(|row| (row.simulated, row.reason.as_str())).collect();
    assert_eq!(
        told,
        [(Some(60.0), ""), (None, "there is no limit `buses`"), (None, "`limit_max` is not told apart by class"),]
    );
}

#[test]
fn a_number_of_a_limit_rests_on_its_inputs() {
    let (corridor, timeline) = (corridor(), timeline());
    let question = Question { scope: "people".into(), ..Question::corridor("limit_use_share") };
    portway_study::explain::check(&timeline, &question).expect("every name is in the text");
    let never = AtomicBool::new(false);
    let found = explain(&corridor, &timeline, &question, &options(2), &Silent, &never).expect("it runs");
    assert!(found.inputs.iter().any(|input| input.path == "limit.people.at-most"), "{:?}", found.inputs);
    assert!(found.parts.is_empty());
    let wrong = Question { scope: "peple".into(), ..question };
    let refused = portway_study::explain::check(&timeline, &wrong).expect_err("there is none");
    assert_eq!(
        (refused[0].message.as_str(), refused[0].help.as_str()),
        ("there is no limit `peple`", "did you mean `people`?")
    );
}
