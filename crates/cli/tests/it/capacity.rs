//! `portway capacity` through the binary, on the corridor of `portway new`.

use crate::world::World;
use expect_test::expect;

/// Options that make a search short.
const SHORT: [&str; 8] = ["--from", "2026-03-02", "--to", "2026-03-08", "--replications", "24", "--points", "2"];

#[test]
fn a_search_prints_its_answer_and_writes_a_folder() {
    let world = World::with_model();
    let said = world.portway(&[&["capacity", "model", "--out", "found"], &SHORT[..]].concat());
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("vehicles a day") && said.out.contains("fluid bound"), "{said:?}");
    assert!(said.out.lines().all(|line| line.chars().count() <= 80), "{said:?}");
    assert_eq!(world.list("found"), ["capacity.json", "manifest.json", "model", "report.html"]);
    let again = world.portway(&[&["capacity", "model", "--json", "--threads", "3"], &SHORT[..]].concat());
    assert_eq!(again.out, world.read("found/capacity.json"), "threads change no byte");
    let found: serde_json::Value = serde_json::from_str(&again.out).expect("it is one object");
    let whole = &found["capacities"][0];
    let number = |key: &str| whole[key].as_f64().unwrap_or(-1.0);
    assert!(number("low_per_day") <= number("per_day") && number("per_day") <= number("high_per_day"), "{whole}");
    assert_eq!(found["standard_text"], "P90 wait <= 4 h, carried >= 95 %");
}

#[test]
fn mistakes_name_what_is_wrong_and_what_is_known() {
    let world = World::with_model();
    let refused = |more: &[&str]| world.portway(&[&["capacity", "model"], more].concat()).failure().to_owned();
    expect![[r#"
        error: `queue` is not a time that can be limited
         --> --standard:1:5
          |
        1 | P90 queue <= 4 h
          |     ^^^^^
          |
          = help: write one of wait, total-wait, virtual-wait, yard-wait,
                  physical-wait, blocked-wait, door-to-door
        hint: portway capacity --help says how a standard is written"#]]
    .assert_eq(&refused(&["--standard", "P90 queue <= 4 h"]));
    expect![[r#"
        error: `km` is a length; a duration is wanted, e.g. "22 min"
         --> --standard:1:15
          |
        1 | P90 wait <= 4 km
          |               ^^
        hint: portway capacity --help says how a standard is written"#]]
    .assert_eq(&refused(&["--standard", "P90 wait <= 4 km"]));
    expect![[r#"
        error: there is no direction `north`; this corridor has `northbound`, `southbound`
        hint: portway capacity --help lists the options"#]]
    .assert_eq(&refused(&["--direction", "north"]));
    expect![[r#"
        error: there is no class `lorry`; this corridor has `truck`, `bus`
        hint: portway capacity --help lists the options"#]]
    .assert_eq(&refused(&["--mix", "lorry=100%"]));
    expect![[r#"
        error: invalid value 'truck=60%' for '--mix <CLASS=SHARE,...>': the shares add up to 60.0 %, not to 100 %

        For more information, try '--help'."#]]
    .assert_eq(&refused(&["--mix", "truck=60%"]));
    assert_eq!(world.list("."), ["model"], "a refused command leaves nothing behind");
}
