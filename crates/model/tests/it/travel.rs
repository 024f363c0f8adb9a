//! The order of travel, border crossing points and steps of release.

use crate::folders::{SMALL, good};
use expect_test::{Expect, expect};
use portway_model::element::Model;
use portway_model::{Id, travel};

/// A yard, a toll plaza and the gate of the small corridor behind its bridge; buses pass the toll plaza only.
const MORE: &str = r#"
[facility.yard]
node = "west"
[facility.yard.stage.lot]
kind = "holding"
lanes = 5
service = "1 min"
[facility.yard.process]
east = ["lot"]
[facility.toll]
node = "east"
[facility.toll.stage]
booth = { lanes = 1, service = "1 min" }
scales = { lanes = 1, service = "1 min", step = "inspection" }
desk = { lanes = 1, service = "1 min", step = "release" }
ramp = { lanes = 1, service = "1 min" }
[facility.toll.process]
east = [
  "booth",
  { stage = "scales", classes = ["truck"] },
  { share = { truck = "5 %", bus = "0 %" }, path = ["desk", { back-to = "scales", share = "50 %" }] },
  "ramp",
]
"#;

fn check(right: &str, wrong: &str, tell: impl Fn(&Model) -> String, expect: Expect) {
    let text = format!("{SMALL}{MORE}")
        .replace(r#"path = ["bridge", "gate"]"#, r#"path = ["yard", "bridge", "gate", "toll"]"#);
    assert!(text.contains(right), "the corridor should hold {right:?}");
    let corridor = good(&[("corridor.toml", &text.replacen(right, wrong, 1))]);
    expect.assert_eq(&tell(corridor.model()));
}

fn points(model: &Model) -> String {
    let of = |id| travel::border_crossing_point(model, id).map_or("none", |id| model.facilities[id].name.as_str());
    model.facilities.ids().map(|id| format!("{} {}\n", model.facilities[id].name, of(id))).collect()
}

#[test]
fn what_stands_next_to_the_border_is_a_crossing_point() {
    check(
        "",
        "",
        points,
        expect![[r#"
        gate gate
        yard yard
        toll none
    "#]],
    );
}

#[test]
fn a_crossing_point_has_as_many_facilities_as_name_it() {
    // The first behind the border, the gate, is now part of what the toll plaza names, which is one itself by being named.
    check(
        "[facility.gate]",
        "[facility.gate]\nbcp = \"toll\"",
        points,
        expect![[r#"
        gate toll
        yard yard
        toll toll
    "#]],
    );
    check(
        "[facility.yard]",
        "[facility.yard]\nbcp = \"none\"",
        points,
        expect![[r#"
        gate gate
        yard none
        toll none
    "#]],
    );
}

#[test]
fn a_stage_counts_to_the_next_step_that_its_class_passes() {
    let steps = |model: &Model| {
        let toll = model.facilities.find("toll").expect("it is in the text above");
        let of = |class: usize| {
            let steps = travel::release_steps(model, toll, 0, class).into_iter();
            let name = &model.classes[Id::new(class)].name;
            let words: Vec<_> = steps.map(|(stage, step)| format!("{} {step:?}", model.stages[stage].name)).collect();
            format!("{name}: {}\n", words.join(", "))
        };
        (0..model.classes.len()).map(of).collect()
    };
    check(
        "",
        "",
        steps,
        expect![[r#"
        truck: toll.booth Inspection, toll.scales Inspection, toll.desk Release, toll.ramp Exit
        bus: 
    "#]],
    );
}
