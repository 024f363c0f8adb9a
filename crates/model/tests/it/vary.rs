//! Variations: a scenario with some inputs at other values.

use crate::folders::SMALL;
use expect_test::{Expect, expect};
use portway_model::element::Lanes;
use portway_model::vary::{InputValue, Variation, inputs_of, vary};
use portway_model::{Corridor, Folder, load, render};

const MORE: &str = r#"
[scenario.wide]
base = "now"
set.facility.gate.stage.documents.lanes = 5
"#;

fn folder() -> (Folder, Corridor) {
    let folder = Folder::of([("corridor.toml", &*format!("{SMALL}{MORE}"))]);
    let corridor = load(&folder).corridor.expect("it is right");
    (folder, corridor)
}

fn one(path: &str, value: &str) -> Variation {
    Variation { changes: vec![InputValue { path: path.into(), value: value.into() }] }
}

#[test]
fn a_scenario_is_had_at_other_values() {
    let (folder, corridor) = folder();
    let lanes = ["2", "7"].map(|lanes| one("facility.gate.stage.documents.lanes", lanes));
    let timelines = vary(&folder, &corridor, "wide", &lanes).expect("both are right");
    let open = |timeline: &portway_model::element::Timeline| {
        timeline.first().stages.iter().find(|stage| stage.name == "gate.documents").map(|stage| stage.lanes.clone())
    };
    assert_eq!(timelines.iter().map(open).collect::<Vec<_>>(), [2, 7].map(|n| Some(Lanes::Fixed(n))));
    assert!(timelines.iter().all(|timeline| timeline.scenario.name == "wide"));
    assert_eq!(timelines[0].scenario.changes.last().map(|change| change.after.as_str()), Some("2"));
}

#[test]
fn what_a_scenario_sets_is_where_its_variations_begin() {
    let (_, corridor) = folder();
    let lanes = |scenario: &str| {
        let inputs = inputs_of(&corridor, scenario);
        inputs.into_iter().find(|(path, _)| *path == "facility.gate.stage.documents.lanes").map(|(_, value)| value)
    };
    assert_eq!((lanes("now"), lanes("wide")), (Some("2"), Some("5")));
}

fn mistakes(variation: Variation, expected: &Expect) {
    let (folder, corridor) = folder();
    let refused = vary(&folder, &corridor, "now", &[variation]).expect_err("it is wrong");
    expected.assert_eq(&render(&refused.diagnostics, &refused.folder, false));
}

#[test]
fn a_path_that_is_no_input_is_told_with_the_one_that_was_meant() {
    mistakes(
        one("facility.gate.stage.document.lanes", "3"),
        &expect![[r#"
        error[unknown-input]: `facility.gate.stage.document.lanes` is no input of this corridor
         |
         = help: did you mean `facility.gate.stage.documents.lanes`?

        1 error
    "#]],
    );
    mistakes(
        one("facility.gate.stage.documents.lanes.x = 1\n[a]", "3"),
        &expect![[r#"
        error[unknown-input]: `facility.gate.stage.documents.lanes.x = 1 [a]` is no input of this corridor
         |
         = help: did you mean `facility.gate.stage.documents.lanes`?

        1 error
    "#]],
    );
}

#[test]
fn a_value_that_cannot_stand_there_is_shown_where_it_was_put() {
    mistakes(
        one("facility.gate.stage.documents.lanes", "\"many\""),
        &expect![[r#"
        error[unknown-word]: expected "unlimited", found "many"
         --> variations.toml:3:43
          |
        3 | set.facility.gate.stage.documents.lanes = "many"
          |                                           ^^^^^^

        1 error
    "#]],
    );
    mistakes(
        one("facility.gate.stage.documents.lanes", "3\n[corridor]"),
        &expect![[r#"
        error[unknown-input]: the value for `facility.gate.stage.documents.lanes` has more than one line

        1 error
    "#]],
    );
}
