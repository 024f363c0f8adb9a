//! What decides the answer, through the command.

use crate::world::World;
use serde_json::Value;

const QUICK: [&str; 10] =
    ["sensitivity", "model", "--from", "2026-01-05", "--to", "2026-01-11", "--starts", "3", "--rows", "8"];

const EVIDENCE: &str = "path,status,source,low,high\n\
    facility.north-checkpoint.stage.documents.service,assumption,nobody says,5 min,25 min\n\
    class.truck.load,assumption,nobody says,10 t,20 t\n";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn the_runs_are_announced_and_the_folder_holds_the_answer() {
    let world = World::with_model();
    world.write("model/evidence.csv", EVIDENCE);
    let said = world.portway(&[&QUICK[..], &["--out", "found"]].concat());
    assert_eq!(said.code, 0, "{said:?}");
    let announced = said.err.lines().find(|line| line.contains("inputs vary")).expect("it is announced");
    assert!(announced.starts_with("2 inputs vary: 9 runs for screening, at most 32 for shares"), "{announced}");
    assert_eq!(world.list("found"), ["manifest.json", "model", "report.html", "sensitivity.json"]);
    let found = json(&world.read("found/sensitivity.json"));
    assert_eq!(found["answers"][0]["asked"]["measure"], "door_to_door_h");
    assert_eq!(found["answers"][0]["rows"][0]["input"], 0, "the time is decided by the service");
    assert_eq!(found["answers"][1]["asked"]["measure"], "crossings_per_day");

    let printed = world.portway(&[&QUICK[..], &["--json", "--threads", "1"]].concat());
    assert_eq!(printed.out, world.read("found/sensitivity.json"));
    assert!(said.out.lines().all(|line| line.chars().count() <= 80), "{}", said.out);
}

#[test]
fn a_folder_without_ranges_is_told_what_to_fill_in() {
    let world = World::with_model();
    world.write("model/evidence.csv", "path,status,source,low,high\nclass.truck.load,assumption,nobody says,,\n");
    let said = world.portway(&QUICK);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
    assert!(said.err.contains("fill in `low` and `high`"), "{said:?}");
    assert!(!world.path("runs").exists());
}

#[test]
fn a_range_that_cannot_be_read_is_a_warning_of_check() {
    let world = World::with_model();
    world.write("model/evidence.csv", EVIDENCE.replace("10 t,20 t", "ten,20 t"));
    let said = world.portway(&["check", "model"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("warning[evidence-range]") || said.err.contains("warning[evidence-range]"), "{said:?}");
}

#[test]
fn options_outside_of_their_bounds_are_refused() {
    let world = World::with_model();
    for (more, hint) in
        [(["--starts", "2"], "from 3 to"), (["--by", "wait"], "wait_h"), (["--replications", "1"], "two")]
    {
        let said = world.portway(&[&["sensitivity", "model"][..], &more].concat());
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains(hint), "{said:?}");
    }
}
