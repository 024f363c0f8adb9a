use super::*;
use expect_test::{Expect, expect};

const FOLDER: &str = r#"# What we know of the lanes.
[scenario.base]
title = "As it is"   # today
from = "2026-01-01"

[scenario.more]
base = "base"
set.facility.port.stage.gate.lanes = 3   # from the plan of 2025
on.2026-03-01.link.bridge.speed = "40 km/h"
"#;

fn check(edited: Answered<Edited>, expected: Expect) {
    expected.assert_eq(&match edited {
        Ok(edited) => edited.diff(),
        Err(problem) => format!("{}\n{}\n", problem.title, problem.hint),
    });
}

fn set_one(scenario: &str, path: &str, value: &str) -> Answered<Edited> {
    let folder = Folder::of([("corridor.toml", FOLDER)]);
    set_in_scenario(&folder, scenario, &[(path.to_owned(), value.to_owned())])
}

#[test]
fn a_value_changes_where_it_stands_and_its_comment_stays() {
    check(
        set_one("more", "facility.port.stage.gate.lanes", "5"),
        expect![[r#"
            --- corridor.toml
            +++ corridor.toml
            @@ -6,4 +6,4 @@
             [scenario.more]
             base = "base"
            -set.facility.port.stage.gate.lanes = 3   # from the plan of 2025
            +set.facility.port.stage.gate.lanes = 5   # from the plan of 2025
             on.2026-03-01.link.bridge.speed = "40 km/h"
        "#]],
    );
}

#[test]
fn a_new_value_is_one_line() {
    check(
        set_one("base", "facility.port.stage.gate.service", "\"20 min\""),
        expect![[r#"
            --- corridor.toml
            +++ corridor.toml
            @@ -3,4 +3,5 @@
             title = "As it is"   # today
             from = "2026-01-01"
            +set.facility.port.stage.gate.service = "20 min"
             
             [scenario.more]
        "#]],
    );
}

#[test]
fn a_copy_stands_behind_all_that_was_there() {
    let folder = Folder::of([("corridor.toml", FOLDER)]);
    let changes = [("facility.port.stage.gate.lanes".to_owned(), "4".to_owned())];
    check(
        add_scenario(&folder, "four", "Four lanes", "more", &changes),
        expect![[r#"
            --- corridor.toml
            +++ corridor.toml
            @@ -8,2 +8,7 @@
             set.facility.port.stage.gate.lanes = 3   # from the plan of 2025
             on.2026-03-01.link.bridge.speed = "40 km/h"
            +
            +[scenario.four]
            +title = "Four lanes"
            +base = "more"
            +set.facility.port.stage.gate.lanes = 4
        "#]],
    );
}

#[test]
fn what_cannot_be_written_is_refused_with_a_reason() {
    check(
        set_one("base", "facility.port..lanes", "5"),
        expect![[r#"
            `.lanes` is no path of an input
            write names with dots between them
        "#]],
    );
    check(
        set_one("base", "facility.port.lanes", "5 lanes"),
        expect![[r#"
            `5 lanes` cannot be read: string values must be quoted, expected literal string
            write it as in the folder: 3, "22 min", ["Mo-Su 08:00-20:00"]
        "#]],
    );
    check(
        set_one("nobody", "facility.port.lanes", "5"),
        expect![[r#"
            there is no scenario `nobody`
            it may have been removed or renamed
        "#]],
    );
}

#[test]
fn line_ends_of_another_system_stay() {
    let text = FOLDER.replace('\n', "\r\n");
    let folder = Folder::of([("corridor.toml", text.as_str())]);
    let changes = [("facility.port.stage.gate.lanes".to_owned(), "5".to_owned())];
    let edited = set_in_scenario(&folder, "more", &changes).expect("it can be written");
    assert_eq!(edited.after, text.replace("lanes = 3", "lanes = 5"));
}

#[test]
fn a_byte_order_mark_stays() {
    let text = format!("\u{feff}{FOLDER}");
    let folder = Folder::of([("corridor.toml", text.as_str())]);
    let changes = [("facility.port.stage.gate.lanes".to_owned(), "5".to_owned())];
    let edited = set_in_scenario(&folder, "more", &changes).expect("it can be written");
    assert_eq!(edited.after, text.replace("lanes = 3", "lanes = 5"));
}

#[test]
fn a_table_on_one_line_keeps_its_spaces() {
    let text = "scenario.a.set.share = { truck = 0.2, bus = 1 }\n";
    let folder = Folder::of([("corridor.toml", text)]);
    let set = |path: &str| {
        let changes = [(format!("share.{path}"), "0.5".to_owned())];
        set_in_scenario(&folder, "a", &changes).expect("it can be written").after
    };
    assert_eq!(set("truck"), "scenario.a.set.share = { truck = 0.5, bus = 1 }\n");
    assert_eq!(set("car"), "scenario.a.set.share = { truck = 0.2, bus = 1, car = 0.5 }\n");
}

#[test]
fn what_a_file_says_of_itself_stays_when_its_first_scenario_goes() {
    let text =
        "# The scenarios of this folder.\n\n# As counted.\n[scenario.a]\ntitle = \"A\"\n\n[scenario.b]\nbase = \"a\"\n";
    let folder = Folder::of([("scenarios.toml", text)]);
    let edited = remove_scenario(&folder, "a").expect("it can be removed");
    assert_eq!(edited.after, "# The scenarios of this folder.\n\n[scenario.b]\nbase = \"a\"\n");
}
