//! The question that every author asks: I changed the text, so what changed in the answer, and how sure is that?

use crate::world::{Said, World};
use serde_json::Value;

const RUN: [&str; 4] = ["run", "model", "--replications", "8"];
const PLACE: &str = "runs/start-base-seed1";

fn run(world: &World, more: &[&str]) -> Said {
    let said = world.portway(&[&RUN[..], more].concat());
    assert_eq!(said.code, 0, "{said:?}");
    said
}

/// Gives the north checkpoint another number of document lanes; there are 3 in the template.
fn set_lanes(world: &World, before: u32, after: u32) {
    let text = world.read("model/checkpoints.toml");
    let (heading, lanes) = ("title = \"Documents\"\n", |n| format!("lanes = {n}\n"));
    let (old, new) = (format!("{heading}{}", lanes(before)), format!("{heading}{}", lanes(after)));
    assert_eq!(text.matches(&old).count(), 1, "{text}");
    world.write("model/checkpoints.toml", text.replace(&old, &new));
}

/// The lines from the heading of the block to the next empty one; none when there is no such heading.
fn block(said: &Said) -> Option<Vec<&str>> {
    let mut lines = said.out.lines().skip_while(|line| *line != "Since the run before");
    lines.next().map(|_| lines.take_while(|line| !line.is_empty()).collect())
}

#[test]
fn a_changed_lane_is_told_with_what_it_brought() {
    let world = World::with_model();
    assert_eq!(block(&run(&world, &[])), None);
    set_lanes(&world, 3, 4);
    let said = run(&world, &[]);
    let lines = block(&said).unwrap_or_else(|| panic!("{said:?}"));
    assert_eq!(lines[0], "facility.north-checkpoint.stage.documents.lanes: 3 → 4");
    let waiting = lines.iter().skip_while(|line| **line != "All waiting, h").nth(1).expect("it is told");
    assert!(waiting.contains("all traffic") && waiting.contains("−") && waiting.ends_with("changed"), "{waiting}");

    let page = world.read(&format!("{PLACE}/report.html"));
    let after_picture = page.find("Since the run before").expect("the page has the section");
    assert!(page.find("The corridor in the order of travel").is_some_and(|picture| picture < after_picture));
    assert!(page[after_picture..].contains("<code>facility.north-checkpoint.stage.documents.lanes</code>"));

    let told: Value = serde_json::from_str(&world.read(&format!("{PLACE}/since.json"))).expect("it is JSON");
    assert_eq!(told["files"], serde_json::json!(["checkpoints.toml"]));
    let path = "facility.north-checkpoint.stage.documents.lanes";
    assert_eq!(told["inputs"], serde_json::json!([{ "path": path, "before": "3", "after": "4" }]));

    // The same once more: the comparison is with the run before the change, and is not lost.
    let again = run(&world, &[]);
    assert_eq!(again.out, said.out);
    assert_eq!(world.read(&format!("{PLACE}/report.html")), page);
}

#[test]
fn a_kept_run_is_paired_as_compare_pairs_two_scenarios() {
    let world = World::with_model();
    run(&world, &[]);
    set_lanes(&world, 3, 4);
    run(&world, &[]);
    let told: Value = serde_json::from_str(&world.read(&format!("{PLACE}/since.json"))).expect("it is JSON");
    set_lanes(&world, 4, 3);
    let compared = world.portway(&["compare", "model", "base", "more-lanes", "--replications", "8", "--json"]);
    let compared: Value = serde_json::from_str(&compared.out).expect("it is JSON");
    let rows = |value: &Value| value.as_array().expect("it is a list").clone();
    let all = rows(&compared["rows"]);
    let kept = rows(&told["comparison"]["rows"]);
    assert!(kept.iter().any(|row| row["verdict"] == "changed"));
    for row in kept {
        assert!(all.contains(&row), "{row}");
    }
}

#[test]
fn nothing_is_told_when_nothing_was_edited() {
    let world = World::with_model();
    let first = run(&world, &[]);
    assert_eq!(run(&world, &[]).out, first.out);
    assert!(!world.path(&format!("{PLACE}/since.json")).exists());
}

#[test]
fn an_edit_that_no_number_sees_is_told_by_its_file() {
    let world = World::with_model();
    run(&world, &[]);
    world.write("model/demand.toml", world.read("model/demand.toml") + "# a remark\n");
    let said = run(&world, &[]);
    let lines = block(&said).unwrap_or_else(|| panic!("{said:?}"));
    assert!(lines[0].starts_with("no single number") && lines.join(" ").contains("demand.toml"), "{lines:?}");
    assert!(!lines.iter().any(|line| line.ends_with(" changed")), "{lines:?}");
}

#[test]
fn a_mean_that_a_growing_queue_took_away_is_named() {
    let world = World::with_model();
    run(&world, &[]);
    set_lanes(&world, 3, 2);
    let said = world.portway(&RUN);
    assert_eq!(said.code, 1, "{said:?}");
    let lines = block(&said).unwrap_or_else(|| panic!("{said:?}"));
    let time = lines.iter().skip_while(|line| **line != "Time door to door, h").nth(1).expect("it is told");
    assert!(time.contains("grows") && time.ends_with("no value"), "{time}");
}

#[test]
fn other_luck_is_no_comparison_and_one_line_says_so() {
    let world = World::with_model();
    run(&world, &["--out", "kept"]);
    set_lanes(&world, 3, 4);
    let line = |more: &[&str]| {
        let said = run(&world, &[&["--out", "other", "--against", "kept"], more].concat());
        assert_eq!(block(&said), None);
        let text = said.out.lines().find(|line| line.starts_with("Not compared")).map(str::to_owned);
        text.unwrap_or_else(|| panic!("{said:?}"))
    };
    assert_eq!(line(&["--seed", "2"]), "Not compared with the run before: its seed was 1, now 2.");
    assert!(line(&["--to", "2026-03-10"]).contains("its window was 2026-03-02 to 2026-03-15"));
    assert!(line(&["--scenario", "busy"]).contains("its scenario was base, now busy."));
    let more = world.portway(&["run", "model", "--replications", "2", "--out", "kept"]);
    assert!(more.out.contains("\nNot compared with the run before: its number of replications was 8, now 2.\n"));
}

#[test]
fn any_earlier_run_can_be_compared_with() {
    let world = World::with_model();
    run(&world, &["--out", "three"]);
    set_lanes(&world, 3, 4);
    run(&world, &["--out", "four"]);
    set_lanes(&world, 4, 5);
    let lanes = |said: &Said| block(said).map(|lines| lines[0].rsplit(": ").next().unwrap_or_default().to_owned());
    assert_eq!(lanes(&run(&world, &["--out", "five", "--against", "three"])), Some("3 → 5".into()));
    assert_eq!(lanes(&run(&world, &["--out", "five", "--against", "four"])), Some("4 → 5".into()));
    let same = run(&world, &["--out", "again", "--against", "five"]);
    assert_eq!(block(&same), None);
    assert!(same.err.contains("there is nothing to compare"), "{same:?}");
}

#[test]
fn a_folder_that_is_no_run_is_refused_before_anything_is_run() {
    let world = World::with_model();
    let refused = |arguments: &[&str], said: &str| {
        let failed = world.portway(&[&RUN[..], arguments].concat());
        assert!(failed.failure().contains(said), "{failed:?}");
        assert!(!world.path("runs").exists());
    };
    refused(&["--against", "model"], "cannot compare with model: it holds no samples.json");
    run(&world, &["--out", "kept"]);
    let demand = world.read("kept/model/demand.toml");
    world.write("kept/model/demand.toml", "# someone was here");
    refused(&["--against", "kept"], "are not those that were run");
    world.write("kept/model/demand.toml", demand);
    world.write("kept/samples.json", "{");
    refused(&["--against", "kept"], "its samples.json cannot be read");
    refused(&["--against", "kept", "--json"], "needs a run folder");
    // What lies in the place of a new run is no reason not to run.
    run(&world, &["--out", "kept"]);
}

#[test]
fn a_run_is_repeated_from_the_texts_in_its_folder() {
    let world = World::with_model();
    run(&world, &["--out", "kept"]);
    set_lanes(&world, 3, 4);
    let again = world.portway(&["run", "kept/model", "--replications", "8", "--out", "again"]);
    assert_eq!(again.code, 0, "{again:?}");
    for name in ["results.json", "samples.json", "report.html"] {
        assert_eq!(world.read(&format!("kept/{name}")), world.read(&format!("again/{name}")), "{name}");
    }
}
