//! Every draw has an address: the same vehicle meets the same luck, whatever else the model holds.

use crate::corridor::{cars, observe, port, program, station, visits};
use portway_sim::{Program, Visit};
use std::collections::BTreeMap;

const STAGES: &str = "[facility.port.stage.gate]\nlanes = 2\nservice = \"exponential(mean 5 min)\"\n\
                      [facility.port.stage.x-ray]\nlanes = 1\nservice = \"lognormal(mean 9 min, cv 1)\"\n";
const PROCESS: &str = r#"["gate", { stage = "x-ray", share = "20 %" }]"#;

fn base() -> String {
    port(STAGES, PROCESS, &cars("\"200/day\"", ""), 20, 0)
}

/// Service times of every car at a station, by its number.
fn services(program: &Program, name: &str) -> BTreeMap<u32, i64> {
    let seen = visits(program).visits;
    let (station, flow) =
        (station(program, name) as u32, program.flows.iter().position(|f| f.name == "cars").unwrap() as u32);
    let here = seen.iter().filter(|visit| visit.station == station && visit.flow == flow);
    here.map(|visit: &Visit| (visit.vehicle, visit.ended_ms - visit.started_ms)).collect()
}

/// Whoever is in both has the same value; the ends of the window may cut a few.
fn same_luck(one: &BTreeMap<u32, i64>, other: &BTreeMap<u32, i64>) {
    let common: Vec<_> = one.iter().filter(|(vehicle, _)| other.contains_key(vehicle)).collect();
    assert!(common.len() * 100 >= one.len() * 97 && common.len() > 500, "{} of {}", common.len(), one.len());
    for (vehicle, service) in common {
        assert_eq!(other[vehicle], *service, "car {vehicle}");
    }
}

#[test]
fn the_same_seed_gives_the_same_observations_and_another_does_not() {
    let program = program(&base());
    assert_eq!(observe(&program, 3), observe(&program, 3));
    assert_ne!(observe(&program, 3).streams, observe(&program, 4).streams);
}

#[test]
fn more_lanes_change_nobodys_luck() {
    let (few, many) = (program(&base()), program(&base().replace("lanes = 2", "lanes = 9")));
    same_luck(&services(&few, "port.gate"), &services(&many, "port.gate"));
    let (one, other) = (services(&few, "port.x-ray"), services(&many, "port.x-ray"));
    assert!(one.keys().filter(|vehicle| other.contains_key(vehicle)).count() * 100 >= one.len() * 97);
}

/// A second facility with its own flow, a stage before the gate, an incident elsewhere: all of it comes first in the model.
#[test]
fn unrelated_elements_change_nobodys_luck() {
    let before = "[facility.another]\nnode = \"b\"\n[facility.another.stage.desk]\nlanes = 1\nservice = \"exponential(mean 1 min)\"\n\
                  [facility.another.process]\nback = [\"desk\"]\n[route.back]\ndirection = \"back\"\npath = [\"another\"]\n\
                  [flow.all]\nclass = \"bus\"\nroute = \"back\"\nvolume = \"500/day\"\n\
                  [incident.power]\nat = [\"another.desk\"]\nevery = \"exponential(mean 1 d)\"\nlasts = \"1 h\"\n";
    let (alone, among) = (program(&base()), program(&format!("{before}{}", base())));
    assert_eq!(services(&alone, "port.gate"), services(&among, "port.gate"));
    assert_eq!(services(&alone, "port.x-ray"), services(&among, "port.x-ray"));
}

#[test]
fn a_stage_before_changes_nobodys_luck_behind_it() {
    let with = base().replace("out = [\"gate\"", "out = [\"booth\", \"gate\"").replace(
        "[facility.port.stage.gate]",
        "[facility.port.stage.booth]\nlanes = 4\nservice = \"2 min\"\n[facility.port.stage.gate]",
    );
    same_luck(&services(&program(&base()), "port.gate"), &services(&program(&with), "port.gate"));
}

/// A larger share sends the same vehicles and some more.
#[test]
fn a_coin_that_falls_falls_for_every_larger_share() {
    let (few, more) = (program(&base()), program(&base().replace("20 %", "40 %")));
    let (few, more) = (services(&few, "port.x-ray"), services(&more, "port.x-ray"));
    let kept = few.keys().filter(|vehicle| more.contains_key(vehicle)).count();
    assert!(
        kept * 100 >= few.len() * 90 && more.len() > few.len() * 3 / 2,
        "{kept} of {} and {}",
        few.len(),
        more.len()
    );
}
