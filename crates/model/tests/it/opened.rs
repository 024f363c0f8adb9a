//! A scenario with a project opened and without it.

use crate::folders::SMALL;
use expect_test::{Expect, expect};
use portway_model::element::{Lanes, Timeline};
use portway_model::{Folder, Opened, load, opened};

const LANES: &str = "facility.gate.stage.documents.lanes";

/// What each project makes of a scenario: lanes at the gate without it and with it, by the days on which they change.
fn told(more: &str, scenario: &str) -> String {
    let folder = Folder::of([("corridor.toml", &*format!("{SMALL}{more}"))]);
    let loaded = load(&folder);
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let lanes = |timeline: &Timeline| -> String {
        let of = timeline.versions.iter().map(|version| {
            let stage = version.model.stages.iter().find(|stage| stage.name == "gate.documents").expect("it is there");
            let Lanes::Fixed(lanes) = stage.lanes else { panic!("it is a number") };
            version.from.map_or(lanes.to_string(), |day| format!(", {lanes} from {day}"))
        });
        of.collect()
    };
    let all = opened(&folder, &corridor, scenario).expect("there is such a scenario");
    let rows = corridor.projects().iter().zip(all).map(|(project, opened)| {
        let said = match &opened {
            Opened::Pair { without, with } => format!("{} → {}", lanes(without), lanes(with)),
            Opened::Refused(refused) => refused.diagnostics[0].message.clone(),
            other => format!("{other:?}"),
        };
        format!("{}: {said}\n", project.name)
    });
    rows.collect()
}

fn check(more: &str, scenario: &str, expected: &Expect) {
    expected.assert_eq(&told(more, scenario));
}

fn project(name: &str, set: &str) -> String {
    format!("[project.{name}]\nstatus = \"open\"\nopens = \"2024-01-01\"\n{set}\n")
}

#[test]
fn a_project_is_put_over_the_scenario() {
    let more = project("wide", &format!("set.{LANES} = 4")) + &project("as-it-is", &format!("set.{LANES} = 2"));
    check(
        &(more + &project("silent", "")),
        "now",
        &expect![[r#"
            wide: 2 → 4
            as-it-is: AlreadyThere
            silent: Silent
        "#]],
    );
}

#[test]
fn a_project_may_bring_elements_of_its_own() {
    let set = "[project.new.set.node.far]\ncountry = \"RU\"\nzone = \"UTC\"\n\
               [project.new.set.link.there]\nfrom = \"east\"\nto = \"far\"\ntravel = \"1 min\"\n";
    check(&project("new", set), "now", &expect!["new: 2 → 2\n"]);
}

#[test]
fn what_the_scenario_does_as_the_project_is_taken_out_of_it() {
    let scenarios = format!(
        "[scenario.before]\nbase = \"now\"\nset.{LANES} = 1\n\
         [scenario.opening]\nbase = \"before\"\n[scenario.opening.on.2024-07-03]\n{LANES} = 4\n\
         [scenario.opened]\nbase = \"before\"\nset.{LANES} = 4\n\
         [scenario.beyond]\nbase = \"opened\"\nset.{LANES} = 6\n"
    );
    let more = scenarios + &project("wide", &format!("set.{LANES} = 4"));
    let all = ["now", "before", "opening", "opened", "beyond"].map(|name| format!("{name} {}", told(&more, name)));
    expect![[r#"
        now wide: 2 → 4
        before wide: 1 → 4
        opening wide: 1, 1 from 2024-07-03 → 4, 4 from 2024-07-03
        opened wide: 1 → 4
        beyond wide: 6 → 4
    "#]]
    .assert_eq(&all.concat());
}

#[test]
fn one_that_cannot_stand_in_a_scenario_leaves_the_others_alone() {
    let vans = "[scenario.vans]\nbase = \"now\"\n[scenario.vans.set.class.van]\n\
                [scenario.vans.set.flow.vans]\nclass = \"van\"\nroute = \"east\"\nvolume = \"1/day\"\n";
    let set = "[project.roof.set.facility.gate]\nprocess.east = [\"documents\", \"roof\"]\n\
               stage.roof = { lanes = 1, service = { truck = \"1 min\", bus = \"2 min\" } }\n";
    let more = format!("{vans}{}{}", project("wide", &format!("set.{LANES} = 4")), project("roof", set));
    check(&more, "now", &expect!["wide: 2 → 4\nroof: 2 → 2\n"]);
    check(
        &more,
        "vans",
        &expect![[r#"
        wide: 2 → 4
        roof: no value for class van
    "#]],
    );
}
