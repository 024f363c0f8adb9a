//! Events that multiply nothing, or what cannot be multiplied.

use super::{check_files, check_more};
use crate::folders::SMALL;
use expect_test::expect;

/// An event of the window of the small corridor.
fn event(lines: &str) -> String {
    format!("{SMALL}\n[event.fair]\n{lines}\n")
}

fn check(lines: &str, expect: expect_test::Expect) {
    check_files(&[("corridor.toml", &event(lines))], expect);
}

#[test]
fn an_event_that_is_right() {
    check("from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5\nflows = [\"tr*\"]", expect![[""]]);
    check("from = \"2024-01-10\"\nto = \"2024-01-10\"\nfactor = 0\nclasses = [\"truck\"]", expect![[""]]);
}

#[test]
fn an_event_that_is_reversed() {
    check(
        "from = \"2024-01-12\"\nto = \"2024-01-10\"\nfactor = 1.5\nflows = [\"trucks\"]",
        expect![[r#"
        error[reversed]: this event ends before it begins
          --> corridor.toml:54:6
           |
        53 | from = "2024-01-12"
           |        ------------ the first day
        54 | to = "2024-01-10"
           |      ^^^^^^^^^^^^ the last day

        1 error
    "#]],
    );
}

#[test]
fn an_event_outside_of_every_window() {
    check(
        "from = \"2025-01-10\"\nto = \"2025-01-12\"\nfactor = 1.5\nflows = [\"trucks\"]",
        expect![[r#"
        warning[unused]: event `fair` lies outside the window of every scenario
          --> corridor.toml:52:8
           |
        52 | [event.fair]
           |        ^^^^ multiplies nothing

        1 warning
    "#]],
    );
}

#[test]
fn an_event_of_the_warm_up_is_seen() {
    check_more(
        "warm-up = \"3 d\"\n[event.fair]\nfrom = \"2023-12-29\"\nto = \"2023-12-29\"\nfactor = 2\nflows = [\"trucks\"]\n",
        expect![[""]],
    );
}

#[test]
fn an_event_that_matches_no_flow() {
    check(
        "from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5\nflows = [\"tourists-*\"]",
        expect![[r#"
        error[no-match]: `tourists-*` matches no flow
          --> corridor.toml:56:10
           |
        56 | flows = ["tourists-*"]
           |          ^^^^^^^^^^^^

        1 error
    "#]],
    );
    check(
        "from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5\nflows = [\"truck\"]",
        expect![[r#"
        error[unknown-name]: there is no flow `truck`
          --> corridor.toml:56:10
           |
        56 | flows = ["truck"]
           |          ^^^^^^^ not defined
           |
           = help: did you mean `trucks`?

        1 error
    "#]],
    );
}

#[test]
fn an_event_of_a_class_without_a_flow() {
    let text = event("from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5\nclasses = [\"car\"]");
    check_files(
        &[("corridor.toml", &text.replacen("[class.bus]", "[class.bus]\n[class.car]", 1))],
        expect![[r#"
        error[no-match]: event `fair` matches no flow
          --> corridor.toml:53:8
           |
        53 | [event.fair]
           |        ^^^^ multiplies nothing

        1 error
    "#]],
    );
}

#[test]
fn an_event_that_multiplies_a_timetable() {
    check(
        "from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5\nflows = [\"*\"]",
        expect![[r#"
        error[timetable]: event `fair` multiplies flow `buses`, which goes by a timetable
          --> corridor.toml:52:8
           |
        52 | [event.fair]
           |        ^^^^ a timetable has no volume to multiply
           |
           = help: name the flows that have a `volume`, or write more departures on
                   that day with a scenario

        1 error
    "#]],
    );
    check(
        "from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5\nclasses = [\"bus\"]",
        expect![[r#"
        error[timetable]: event `fair` multiplies flow `buses`, which goes by a timetable
          --> corridor.toml:52:8
           |
        52 | [event.fair]
           |        ^^^^ a timetable has no volume to multiply
           |
           = help: name the flows that have a `volume`, or write more departures on
                   that day with a scenario

        1 error
    "#]],
    );
}

#[test]
fn an_event_without_a_factor_or_with_one_that_is_too_large() {
    check(
        "from = \"2024-01-10\"\nto = \"2024-01-12\"\nflows = [\"trucks\"]",
        expect![[r#"
        error[missing-key]: `factor` is missing
          --> corridor.toml:52:8
           |
        52 | [event.fair]
           |        ^^^^ needs `factor`
           |
           = help: factor: What the demand of each of these days is multiplied by.

        1 error
    "#]],
    );
    check(
        "from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1500\nflows = [\"trucks\"]",
        expect![[r#"
        error[out-of-range]: 1500 is not between 0 and 1000
          --> corridor.toml:55:10
           |
        55 | factor = 1500
           |          ^^^^

        1 error
    "#]],
    );
}

#[test]
fn an_event_of_nothing_or_of_two_things() {
    check(
        "from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5",
        expect![[r#"
        error[missing-key]: `flows` or `classes` is missing
          --> corridor.toml:52:8
           |
        52 | [event.fair]
           |        ^^^^ needs one of them

        1 error
    "#]],
    );
    check(
        "from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5\nflows = [\"trucks\"]\nclasses = [\"truck\"]",
        expect![[r#"
            error[conflict]: only one of `flows` or `classes` may be written
              --> corridor.toml:57:11
               |
            56 | flows = ["trucks"]
               |         ---------- here
            57 | classes = ["truck"]
               |           ^^^^^^^^^ and here

            1 error
        "#]],
    );
}

#[test]
fn an_event_of_a_flow_that_a_scenario_leaves_out_is_passed_over_there() {
    let folder = event("from = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1.5\nflows = [\"ferry\"]");
    let river = "part = \"river\"\n[flow.ferry]\nclass = \"truck\"\nroute = \"east\"\nvolume = \"3/day\"\n";
    let road = "[corridor]\nlanguage = 1\nname = \"small\"\ntitle = \"A small corridor\"\nzone = \"Asia/Yakutsk\"\n";
    let folder = folder.replacen(road, &format!("{road}default-scenario = \"now\"\n"), 1);
    let folder = format!("{folder}\n[scenario.road]\nbase = \"now\"\nparts = []\n");
    check_files(&[("corridor.toml", &folder), ("river.toml", river)], expect![[""]]);
}
