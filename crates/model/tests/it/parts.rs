//! Files that belong to a part of the corridor, and scenarios that are about some of the parts.

use crate::folders::{SMALL, good};
use crate::mistakes::check_files;
use expect_test::expect;
use portway_model::element::Timeline;
use portway_model::vary::{InputValue, Variation, inputs_of, vary};
use portway_model::{Corridor, Folder, uncertain};

/// A ferry beside the bridge of the small corridor.
const RIVER: &str = r#"
part = "river"

[link.river]
from = "west"
to = "east"
length = "2 km"
speed = "20 km/h"
border = true

[facility.pier]
node = "east"
[facility.pier.stage.customs]
lanes = 1
service = "5 min"
[facility.pier.process]
east = ["customs"]

[route.by-river]
direction = "east"
path = ["river", "pier"]

[flow.ferry]
class = "bus"
route = "by-river"
volume = "10/day"
"#;

const SCENARIOS: &str = r#"
[scenario.road]
base = "now"
parts = []

[scenario.road-and-river]
base = "road"
parts = ["river"]

[scenario.wider-road]
base = "road"
set.facility.gate.stage.documents.lanes = 3
set.facility.pier.stage.customs.lanes = 3
on.2024-01-10.link.river.speed = "10 km/h"
"#;

fn corridor(more: &str) -> Corridor {
    good(&[("corridor.toml", &format!("{SMALL}{SCENARIOS}{more}")), ("river.toml", RIVER)])
}

fn timeline(corridor: &Corridor, scenario: &str) -> Timeline {
    corridor.timeline(Some(scenario)).expect("a scenario of the folder")
}

#[test]
fn a_scenario_has_the_elements_of_its_parts_and_those_of_no_part() {
    let corridor = corridor("");
    let mut told = String::new();
    for scenario in corridor.scenarios() {
        let timeline = timeline(&corridor, &scenario.name);
        let links: Vec<&str> = timeline.first().links.iter().map(|link| link.name.as_str()).collect();
        let flows: Vec<&str> = timeline.first().flows.iter().map(|flow| flow.name.as_str()).collect();
        told += &format!("{} {:?}: {links:?} {flows:?}\n", scenario.name, scenario.parts);
    }
    expect![[r#"
        now None: ["bridge", "river"] ["trucks", "buses", "ferry"]
        road Some([]): ["bridge"] ["trucks", "buses"]
        road-and-river Some(["river"]): ["bridge", "river"] ["trucks", "buses", "ferry"]
        wider-road Some([]): ["bridge"] ["trucks", "buses"]
    "#]]
    .assert_eq(&told);
}

#[test]
fn what_a_scenario_changes_in_a_part_that_it_leaves_out_is_passed_over() {
    let timeline = timeline(&corridor(""), "wider-road");
    let changes: Vec<String> = timeline.scenario.changes.iter().map(|c| format!("{} {}", c.path, c.after)).collect();
    assert_eq!(changes, ["facility.gate.stage.documents.lanes 3"]);
    assert_eq!(timeline.versions.len(), 2, "the day of the change is a version, though nothing differs");
}

#[test]
fn inputs_of_a_scenario_are_those_of_its_parts() {
    let evidence = "path,status,source,low,high,note\n\
        link.*.speed,assumption,a guess,10 km/h,40 km/h,\n\
        facility.pier.stage.customs.service,assumption,a guess,3 min,9 min,\n";
    let corridor =
        good(&[("corridor.toml", &format!("{SMALL}{SCENARIOS}")), ("river.toml", RIVER), ("evidence.csv", evidence)]);
    let told = |scenario: &str| -> Vec<String> {
        let uncertain = uncertain::of(&corridor, scenario);
        uncertain.rows.iter().flat_map(|row| &row.parts).map(|part| part.path.clone()).collect()
    };
    assert_eq!(told("road"), ["link.bridge.speed"]);
    assert_eq!(told("now"), ["link.bridge.speed", "link.river.speed", "facility.pier.stage.customs.service"]);
    assert!(inputs_of(&corridor, "road").iter().all(|(path, _)| !path.contains("river") && !path.contains("pier")));
}

#[test]
fn a_variation_of_what_is_left_out_is_refused_and_of_the_rest_keeps_the_parts() {
    let folder = Folder::of([("corridor.toml", &*format!("{SMALL}{SCENARIOS}")), ("river.toml", RIVER)]);
    let corridor = portway_model::load(&folder).corridor.expect("the folder is right");
    let varied = |path: &str| {
        let change = InputValue { path: path.into(), value: "\"30 km/h\"".into() };
        vary(&folder, &corridor, "road", &[Variation { changes: vec![change] }])
    };
    let refused = varied("link.river.speed").expect_err("the river is left out");
    assert_eq!(
        refused.diagnostics[0].message,
        "`link.river.speed` belongs to part `river`, which scenario `road` leaves out"
    );
    assert_eq!(varied("link.bridge.speed").expect("the bridge is there")[0].first().links.iter().count(), 1);
}

#[test]
fn a_road_that_needs_the_river() {
    check_files(
        &[
            ("corridor.toml", &format!("{SMALL}{SCENARIOS}")),
            ("river.toml", RIVER),
            (
                "road.toml",
                "[incident.ice]\nat = [\"river\", \"pier.customs\"]\nfrom = \"2024-01-02 00:00\"\nto = \"2024-01-03 00:00\"\n",
            ),
            (
                "ways.toml",
                "[route.both]\ndirection = \"east\"\npath = [\"river\", \"gate\"]\n[flow.both]\nclass = \"bus\"\nroute = \"both\"\nvolume = \"1/day\"\n[flow.more]\nclass = \"bus\"\nroute = \"by-river\"\nvolume = \"1/day\"\n",
            ),
        ],
        expect![[r#"
            warning[no-default]: there are several scenarios and no default
             --> corridor.toml:2:2
              |
            2 | [corridor]
              |  ^^^^^^^^ needs `default-scenario`

            error[left-out]: link `river` belongs to part `river`, which scenario `road` leaves out
             --> road.toml:2:7
              |
            2 | at = ["river", "pier.customs"]
              |       ^^^^^^^ named here
              |
             ::: river.toml:4:7
              |
            4 | [link.river]
              |       ----- written in a file of part `river`
              |
              = help: add "river" to `parts` of `road`, or write what names it in a file
                      of that part

            error[left-out]: stage `pier.customs` belongs to part `river`, which scenario `road` leaves out
              --> road.toml:2:16
               |
             2 | at = ["river", "pier.customs"]
               |                ^^^^^^^^^^^^^^ named here
               |
              ::: river.toml:11:11
               |
            11 | [facility.pier]
               |           ---- written in a file of part `river`
               |
               = help: add "river" to `parts` of `road`, or write what names it in a file
                       of that part

            error[left-out]: link `river` belongs to part `river`, which scenario `road` leaves out
             --> ways.toml:3:9
              |
            3 | path = ["river", "gate"]
              |         ^^^^^^^ named here
              |
             ::: river.toml:4:7
              |
            4 | [link.river]
              |       ----- written in a file of part `river`
              |
              = help: add "river" to `parts` of `road`, or write what names it in a file
                      of that part

            error[left-out]: route `by-river` belongs to part `river`, which scenario `road` leaves out
              --> ways.toml:10:9
               |
            10 | route = "by-river"
               |         ^^^^^^^^^^ named here
               |
              ::: river.toml:19:8
               |
            19 | [route.by-river]
               |        -------- written in a file of part `river`
               |
               = help: add "river" to `parts` of `road`, or write what names it in a file
                       of that part

            4 errors, 1 warning
        "#]],
    );
}

#[test]
fn an_unknown_part() {
    check_files(
        &[("corridor.toml", &format!("{SMALL}parts = [\"rivr\"]\n")), ("river.toml", RIVER)],
        expect![[r#"
        error[unknown-name]: there is no part `rivr`
          --> corridor.toml:51:10
           |
        51 | parts = ["rivr"]
           |          ^^^^^^ not defined
           |
           = help: did you mean `river`?

        1 error
    "#]],
    );
}

#[test]
fn parts_of_a_folder_that_has_none() {
    check_files(
        &[("corridor.toml", &format!("{SMALL}parts = [\"river\"]\n"))],
        expect![[r#"
        error[unknown-name]: there is no part `river`
          --> corridor.toml:51:10
           |
        51 | parts = ["river"]
           |          ^^^^^^^ not defined
           |
           = help: the folder defines no part at all

        1 error
    "#]],
    );
}

#[test]
fn a_part_that_every_scenario_leaves_out() {
    check_files(
        &[("corridor.toml", &format!("{SMALL}parts = []\n")), ("river.toml", RIVER)],
        expect![[r#"
        warning[unused]: part `river` is never used
         --> river.toml:2:8
          |
        2 | part = "river"
          |        ^^^^^^^ every scenario leaves it out

        1 warning
    "#]],
    );
}

#[test]
fn a_part_that_is_no_name() {
    check_files(
        &[("a.toml", SMALL), ("b.toml", "part = \"The River\"\n"), ("c.toml", "part = 3\n")],
        expect![[r#"
        error[bad-name]: `The River` is not a name
         --> b.toml:1:8
          |
        1 | part = "The River"
          |        ^^^^^^^^^^^
          |
          = help: names are lower-case letters, digits and hyphens, at most 60

        error[wrong-type]: expected the name of a part, found a whole number
         --> c.toml:1:8
          |
        1 | part = 3
          |        ^
          |
          = help: the part that this file belongs to, as in part = "river"

        2 errors
    "#]],
    );
}

#[test]
fn a_part_that_a_scenario_would_change() {
    check_files(
        &[("corridor.toml", &format!("{SMALL}set.part = \"river\"\n"))],
        expect![[r#"
        error[not-changeable]: a scenario cannot change `part`
          --> corridor.toml:51:5
           |
        51 | set.part = "river"
           |     ^^^^ the same in all scenarios

        1 error
    "#]],
    );
}
