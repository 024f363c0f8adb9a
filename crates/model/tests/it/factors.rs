//! Inputs that are tried at several values, and every mistake in their words at once.

use crate::folders::SMALL;
use expect_test::{Expect, expect};
use portway_model::factor::{Level, factors};
use portway_model::levels::Levels;
use portway_model::vary::{InputValue, Variation, vary};
use portway_model::{Corridor, Folder, load, render};

const MORE: &str = r#"
[facility.gate.stage.seals]
lanes = 1
service = "lognormal(mean 22 min, cv 0.6)"
[facility.gate.stage.yard]
lanes = 9
service = { bus = "uniform(2 min, 4 min)", other = "normal(mean 3 min, sd 1 min)" }
share = { bus = "5 %", other = "0 %" }
[scenario.later]
base = "now"
set.facility.gate.process.east = ["documents", "seals", "yard"]
set.facility.gate.stage.documents.lanes = 5
"#;

fn folder() -> (Folder, Corridor) {
    let folder = Folder::of([("corridor.toml", &*format!("{SMALL}{MORE}"))]);
    let loaded = load(&folder);
    (folder.clone(), loaded.corridor.unwrap_or_else(|| panic!("{}", render(&loaded.diagnostics, &folder, false))))
}

/// The model values of every level of every factor.
fn values(words: &[&str], expected: &Expect) {
    let (folder, corridor) = folder();
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let read =
        factors(&words, &corridor, "later").unwrap_or_else(|r| panic!("{}", render(&r.diagnostics, &r.folder, false)));
    let mut text = String::new();
    for factor in &read {
        text += &format!("{} is {}\n", factor.path, factor.now);
        let levels: Vec<Level> = match &factor.levels {
            Levels::Numbers { values, .. } => values.iter().map(|value| Level::Number(*value)).collect(),
            Levels::Between { low, high, .. } => vec![Level::Number(*low), Level::Number(*high)],
            Levels::Texts(texts) => texts.iter().map(|text| Level::Text(text.clone())).collect(),
        };
        for level in levels {
            let value = factor.model_value(&level).expect("it was tried when the words were read");
            text += &format!("  {value}\n");
            let change = InputValue { path: factor.path.clone(), value };
            let accepted = vary(&folder, &corridor, "later", &[Variation { changes: vec![change] }]);
            assert!(
                accepted.is_ok(),
                "{}",
                accepted.map_or_else(|r| render(&r.diagnostics, &r.folder, false), |_| String::new())
            );
        }
    }
    expected.assert_eq(&text);
}

#[test]
fn a_quantity_moves_the_mean_of_a_distribution_and_replaces_anything_else() {
    values(
        &[
            "facility.gate.stage.documents.lanes=2,unlimited",
            "facility.gate.stage.seals.service=11 min,33 min",
            "facility.gate.stage.yard.service.bus=6 min",
            "facility.gate.stage.yard.service.truck=1 min..5 min",
            "facility.gate.stage.yard.share.bus=10 %..20 % in 2",
            "facility.gate.stage.documents.service.bus=gamma(mean 30 min, cv 0.5),35 min",
            "link.bridge.speed=20 km/h",
            "flow.trucks.volume=30/day..90/day in 3",
        ],
        &expect![[r#"
            facility.gate.stage.documents.lanes is 5
              2
              "unlimited"
            facility.gate.stage.seals.service is "lognormal(mean 22 min, cv 0.6)"
              "lognormal(mean 11 min, cv 0.6)"
              "lognormal(mean 33 min, cv 0.6)"
            facility.gate.stage.yard.service.bus is "uniform(2 min, 4 min)"
              "uniform(4 min, 8 min)"
            facility.gate.stage.yard.service.truck is "normal(mean 3 min, sd 1 min)"
              "normal(mean 1 min, sd 1 min)"
              "normal(mean 5 min, sd 1 min)"
            facility.gate.stage.yard.share.bus is "5 %"
              "10 %"
              "20 %"
            facility.gate.stage.documents.service.bus is "40 min"
              "gamma(mean 30 min, cv 0.5)"
              "35 min"
            link.bridge.speed is "36 km/h"
              "20 km/h"
            flow.trucks.volume is "60/day"
              "30/day"
              "60/day"
              "90/day"
        "#]],
    );
}

#[test]
fn every_mistake_is_told_at_once() {
    let (_, corridor) = folder();
    let words = [
        "facility.gate.stage.document.lanes=2..8",
        "facility.gate.stage.documents.lanes=8..2",
        "facility.gate.stage.documents.lanes",
        "facility.gate.stage.yard.service=1 min..5 min in 3",
        "facility.gate.stage.seals.service=0 min..5 min in 3",
        "link.bridge.speed=20 kmh,30 km/h",
        "flow.trucks.volume=30/day",
        "flow.trucks.volume=60/day",
    ];
    let refused = factors(&words.map(str::to_owned), &corridor, "later").expect_err("nearly all are wrong");
    expect![[r#"
        error[unknown-input]: `facility.gate.stage.document.lanes` is no input of this corridor
         --> --vary:1:1
          |
        1 | facility.gate.stage.document.lanes=2..8
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: did you mean `facility.gate.stage.documents.lanes`?

        error[vary]: a range goes from its lower to its higher end
         --> --vary:2:37
          |
        2 | facility.gate.stage.documents.lanes=8..2
          |                                     ^^^^
          |
          = help: write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8

        error[vary]: this names no values
         --> --vary:3:1
          |
        3 | facility.gate.stage.documents.lanes
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          |
          = help: write PATH=VALUES, e.g. facility.port.stage.gate.lanes=2..8

        error[vary]: its value is a table: name one class of it, or write tables in braces
         --> --vary:4:34
          |
        4 | facility.gate.stage.yard.service=1 min..5 min in 3
          |                                  ^^^^^^^^^^^^^^^^^

        error[vary]: `lognormal(mean 22 min, cv 0.6)` cannot have the mean 0 min
         --> --vary:5:35
          |
        5 | facility.gate.stage.seals.service=0 min..5 min in 3
          |                                   ^^^^^^^^^^^^^^^^^

        error[vary]: `kmh` is not a unit of speed
         --> --vary:6:22
          |
        6 | link.bridge.speed=20 kmh,30 km/h
          |                      ^^^
          |
          = help: did you mean `km/h`?

        error[vary]: `flow.trucks.volume` is varied twice
         --> --vary:8:1
          |
        8 | flow.trucks.volume=60/day
          | ^^^^^^^^^^^^^^^^^^

        7 errors
    "#]]
    .assert_eq(&render(&refused.diagnostics, &refused.folder, false));
}
