//! What is uncertain in a scenario, and a part of a table by date.

use crate::folders::{SMALL, good};
use crate::ranges::{DEMAND, MORE, folder};
use expect_test::expect;
use portway_model::load;
use portway_model::uncertain;
use portway_model::vary::{InputValue, Variation, vary};

#[test]
fn what_a_scenario_changes_is_uncertain_in_its_place_and_on_its_days() {
    let evidence = "\
facility.gate.stage.documents.lanes,assumption,nobody says,1,3
scenario.wide.set.facility.gate.stage.documents.lanes,assumption,nobody says,4,6
scenario.wide.on.2024-01-10.facility.gate.stage.documents.lanes,assumption,nobody says,6,8
scenario.wide.on.2025-01-10.facility.gate.stage.documents.lanes,assumption,nobody says,7,9
profile.year.month,assumption,nobody says,,
class.truck.load,observed,weighed,,
";
    let folder = folder(evidence);
    let corridor = load(&folder).corridor.expect("it is right");
    let told = |scenario: &str| {
        let uncertain = uncertain::of(&corridor, scenario);
        let parts = uncertain.rows.iter().flat_map(|row| &row.parts);
        let varied = parts.map(|part| format!("{} = {}\n", part.path, part.range.at(1.0)));
        let fixed = uncertain.fixed.iter().map(|row| format!("fixed: {}\n", row.evidence.path));
        varied.chain(fixed).collect::<String>()
    };
    expect![[r#"
        facility.gate.stage.documents.lanes = 3
        fixed: profile.year.month
    "#]]
    .assert_eq(&told("now"));
    expect![[r#"
        facility.gate.stage.documents.lanes = 6
        on.2024-01-10.facility.gate.stage.documents.lanes = 8
        fixed: profile.year.month
    "#]]
    .assert_eq(&told("wide"));

    let change = InputValue { path: "on.2024-01-10.facility.gate.stage.documents.lanes".into(), value: "8".into() };
    let varied = vary(&folder, &corridor, "wide", &[Variation { changes: vec![change] }]).expect("it is right");
    expect![[r#"["None Some(Fixed(5))", "Some(2024-01-10) Some(Fixed(8))", "Some(2025-01-10) Some(Fixed(7))"]"#]]
        .assert_eq(&format!("{:?}", lanes(&varied[0])));
}

/// Lanes for documents in every version of the model.
fn lanes(timeline: &portway_model::element::Timeline) -> Vec<String> {
    let of = |version: &portway_model::element::Version| {
        let stage = version.model.stages.iter().find(|stage| stage.name == "gate.documents");
        format!("{:?} {:?}", version.from, stage.map(|stage| &stage.lanes))
    };
    timeline.versions.iter().map(of).collect()
}

#[test]
fn a_part_of_a_table_by_date_can_be_written() {
    let text = format!("{SMALL}{}", MORE.replace("\"demand.csv\"", "\"150 % of demand.csv\""));
    let text = text.replace("east = [\"documents\"]", "east = [\"slots\", \"documents\", \"scan\"]");
    let corridor = good(&[("corridor.toml", &text), ("demand.csv", DEMAND)]);
    let timeline = corridor.timeline(Some("now")).expect("it is there");
    let flow = timeline.first().flows.iter().find(|flow| flow.name == "more").expect("it is there");
    expect!["Steps([(2023-01-01, 30.0), (2024-01-10, 45.0)])"].assert_eq(&format!("{:?}", flow.volume));
}
