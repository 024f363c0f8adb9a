//! Given states: tables that put vehicles at stages, and what is said about wrong ones.

use crate::folders::{SMALL, good};
use expect_test::{Expect, expect};
use portway_model::element::Timeline;
use portway_model::{Folder, SourceFile, render};

fn timeline() -> Timeline {
    let warm = SMALL.replacen("to = \"2024-01-31\"", "to = \"2024-01-31\"\nwarm-up = \"3 d\"", 1);
    good(&[("corridor.toml", &warm)]).timeline(None).expect("a default scenario")
}

fn file(text: &str) -> SourceFile {
    SourceFile { name: "state.csv".into(), bytes: text.into() }
}

fn check(text: &str, expect: Expect) {
    let diagnostics = timeline().with_state(&file(text)).expect_err("the table should be wrong");
    expect.assert_eq(&render(&diagnostics, &Folder { files: vec![file(text)] }, false));
}

#[test]
fn a_state_names_flows_and_stages_and_needs_no_warm_up() {
    let text = "flow,stage,vehicles,since\n\
                trucks,gate.documents,12,2023-12-31 22:00\n\
                # a queue seen this morning\n\
                buses,gate.documents,1,\n";
    assert_eq!(timeline().scenario.warm_up_days, 3);
    let timeline = timeline().with_state(&file(text)).expect("the table is right");
    assert_eq!(timeline.scenario.warm_up_days, 0);
    // 22:00 in Yakutsk is 13:00 UTC.
    expect![[r#"
        [
            Present {
                flow: #0,
                stage: #0,
                vehicles: 12,
                since_ms: Some(
                    1704027600000,
                ),
            },
            Present {
                flow: #1,
                stage: #0,
                vehicles: 1,
                since_ms: None,
            },
        ]
    "#]]
    .assert_debug_eq(&timeline.state);
}

#[test]
fn every_mistake_of_a_state_is_shown_at_once() {
    check(
        "flow,stage,vehicles,since\n\
         truks,gate.document,0,2024-01-01 00:01\n\
         buses,gate.documents,-3,last night\n\
         buses,gate.documents\n",
        expect![[r#"
            error[unknown-name]: there is no flow `truks`
             --> state.csv:2:1
              |
            2 | truks,gate.document,0,2024-01-01 00:01
              | ^^^^^ not defined
              |
              = help: did you mean `trucks`?

            error[unknown-name]: there is no stage `gate.document`
             --> state.csv:2:7
              |
            2 | truks,gate.document,0,2024-01-01 00:01
              |       ^^^^^^^^^^^^^ not defined
              |
              = help: did you mean `gate.documents`?

            error[wrong-number]: `0` is not a number of vehicles
             --> state.csv:2:21
              |
            2 | truks,gate.document,0,2024-01-01 00:01
              |                     ^
              |
              = help: a whole number from 1 to 1000000

            error[out-of-range]: 2024-01-01 00:01 is after the run begins
             --> state.csv:2:23
              |
            2 | truks,gate.document,0,2024-01-01 00:01
              |                       ^^^^^^^^^^^^^^^^
              |
              = help: the run begins at 2024-01-01 00:00

            error[wrong-number]: `-3` is not a number of vehicles
             --> state.csv:3:22
              |
            3 | buses,gate.documents,-3,last night
              |                      ^^
              |
              = help: a whole number from 1 to 1000000

            error[wrong-date]: `last` is not a date
             --> state.csv:3:25
              |
            3 | buses,gate.documents,-3,last night
              |                         ^^^^^^^^^^
              |
              = help: a date is year, month and day: "2024-02-10"

            error[wrong-row]: this row has 2 of 4 cells
             --> state.csv:4:1
              |
            4 | buses,gate.documents
              | ^^^^^^^^^^^^^^^^^^^^
              |
              = help: text with a comma is written in double quotes

            7 errors
        "#]],
    );
}

#[test]
fn a_state_without_its_columns_or_in_another_encoding_is_refused() {
    check(
        "flow,place,vehicles\n",
        expect![[r#"
        error[missing-column]: state.csv has no column `stage`
         --> state.csv:1:1
          |
        1 | flow,place,vehicles
          | ^^^^ the header

        error[unknown-column]: unknown column `place`
         --> state.csv:1:6
          |
        1 | flow,place,vehicles
          |      ^^^^^
          |
          = help: the columns are flow,stage,vehicles,since

        2 errors
    "#]],
    );
    let latin = SourceFile { name: "state.csv".into(), bytes: b"flow,stage,vehicles\n\xe9,gate.documents,1\n".into() };
    let codes: Vec<_> = timeline().with_state(&latin).expect_err("not UTF-8").iter().map(|d| d.code).collect();
    assert_eq!(codes, ["not-utf-8"]);
}
