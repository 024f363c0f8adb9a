//! Projects whose dates cannot be, and projects that change nothing.

use super::{check_files, check_more};
use crate::folders::SMALL;
use expect_test::{Expect, expect};

/// A project of the small corridor, with one of its lines changed.
fn project(right: &str, wrong: &str, expect: Expect) {
    const PROJECT: &str = r#"[project.gate]
status = "under construction"
planned = "2023-06-01"
opens = "2024-09-01"
slip = "normal(mean 0 d, sd 60 d)"
milestones = [
  { date = "2022-05-01", title = "Agreement", done = true },
  { date = "2024-05-01", title = "Roof" },
]
set.facility.gate.stage.documents.lanes = 4
"#;
    assert!(PROJECT.contains(right), "{right:?}");
    check_files(&[("corridor.toml", &format!("{SMALL}{}", PROJECT.replacen(right, wrong, 1)))], expect);
}

#[test]
fn a_project_is_fine() {
    project("gate", "gate", expect![""]);
}

#[test]
fn an_opening_before_what_is_done() {
    project(
        "opens = \"2024-09-01\"",
        "opens = \"2022-04-01\"",
        expect![[r#"
            error[reversed]: project `gate` is to open before its last done milestone
              --> corridor.toml:54:9
               |
            54 | opens = "2022-04-01"
               |         ^^^^^^^^^^^^ the opening
            ...
            57 |   { date = "2022-05-01", title = "Agreement", done = true },
               |            ------------ done later

            1 error
        "#]],
    );
}

#[test]
fn something_done_after_the_opening() {
    check_more(
        r#"[project.gate]
status = "open"
opens = "2024-09-01"
milestones = [{ date = "2024-10-01", title = "Roof", done = true }]
set.facility.gate.stage.documents.lanes = 2
"#,
        expect![[r#"
            error[reversed]: a milestone of `gate` was done after the project opened
              --> corridor.toml:53:9
               |
            53 | opens = "2024-09-01"
               |         ^^^^^^^^^^^^ the opening
            54 | milestones = [{ date = "2024-10-01", title = "Roof", done = true }]
               |                        ------------ done later

            1 error
        "#]],
    );
}

#[test]
fn milestones_out_of_order() {
    project(
        "2024-05-01",
        "2021-05-01",
        expect![[r#"
        error[reversed]: the milestones of `gate` are not in the order of dates
          --> corridor.toml:58:12
           |
        57 |   { date = "2022-05-01", title = "Agreement", done = true },
           |            ------------ than the one before it
        58 |   { date = "2021-05-01", title = "Roof" },
           |            ^^^^^^^^^^^^ earlier

        1 error
    "#]],
    );
}

#[test]
fn an_open_project_does_not_slip_and_has_opened_some_day() {
    project(
        "under construction",
        "open",
        expect![[r#"
            error[key-not-read]: `slip` is read only for a project that is to open
              --> corridor.toml:55:1
               |
            55 | slip = "normal(mean 0 d, sd 60 d)"
               | ^^^^ has no effect here

            warning[not-done]: project `gate` is open, and a milestone of it is not done
              --> corridor.toml:58:12
               |
            58 |   { date = "2024-05-01", title = "Roof" },
               |            ^^^^^^^^^^^^ still to come
               |
               = help: write `done = true`, or take it out

            1 error, 1 warning
        "#]],
    );
    check_more(
        "[project.gate]\nstatus = \"open\"\nset.facility.gate.stage.documents.lanes = 4\n",
        expect![[r#"
        error[missing-key]: project `gate` is open, but not since when
          --> corridor.toml:51:10
           |
        51 | [project.gate]
           |          ^^^^ needs `opens`

        1 error
    "#]],
    );
}

#[test]
fn a_slip_from_no_date() {
    project(
        "opens = \"2024-09-01\"\n",
        "",
        expect![[r#"
        error[missing-key]: project `gate` slips from no date
          --> corridor.toml:54:8
           |
        54 | slip = "normal(mean 0 d, sd 60 d)"
           |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ needs `opens`

        1 error
    "#]],
    );
}

#[test]
fn a_status_that_is_none() {
    project(
        "under construction",
        "under constructoin",
        expect![[r#"
        error[unknown-word]: expected "agreed" or "planned" or "under construction" or "open" or "stopped", found "under constructoin"
          --> corridor.toml:52:10
           |
        52 | status = "under constructoin"
           |          ^^^^^^^^^^^^^^^^^^^^
           |
           = help: did you mean `under construction`?

        1 error
    "#]],
    );
}

#[test]
fn a_cost_without_money() {
    project(
        "slip =",
        "cost = \"13 bn RUB\"\nslip =",
        expect![[r#"
        error[key-not-read]: `cost` is read only for a corridor with [money]
          --> corridor.toml:55:1
           |
        55 | cost = "13 bn RUB"
           | ^^^^ has no effect here

        1 error
    "#]],
    );
}

#[test]
fn a_project_that_changes_nothing() {
    project(
        "set.facility.gate.stage.documents.lanes = 4\n",
        "",
        expect![[r#"
        warning[changes-nothing]: project `gate` changes nothing
          --> corridor.toml:51:10
           |
        51 | [project.gate]
           |          ^^^^ needs `set`
           |
           = help: write under `set` what is different once it is open, as in a
                   scenario

        1 warning
    "#]],
    );
    project(
        "lanes = 4",
        "lanes = 2",
        expect![[r#"
        warning[changes-nothing]: project `gate` changes nothing
          --> corridor.toml:51:10
           |
        51 | [project.gate]
           |          ^^^^ needs `set`
           |
           = help: write under `set` what is different once it is open, as in a
                   scenario

        1 warning
    "#]],
    );
}

#[test]
fn a_change_of_what_is_not_there() {
    project(
        "documents.lanes = 4",
        "documents.lains = 4",
        expect![[r#"
        error[unknown-key]: unknown key `lains`
          --> corridor.toml:60:35
           |
        60 | set.facility.gate.stage.documents.lains = 4
           |                                   ^^^^^ not a key of this table
           |
           = help: did you mean `lanes`?

        1 error
    "#]],
    );
    project(
        "set.facility.gate.stage.documents.lanes = 4",
        "set.calender.gate.closed = []",
        expect![[r#"
        error[unknown-key]: unknown key `calender`
          --> corridor.toml:60:5
           |
        60 | set.calender.gate.closed = []
           |     ^^^^^^^^ not a key of this table
           |
           = help: did you mean `calendar`?

        1 error
    "#]],
    );
}

#[test]
fn a_change_to_a_value_that_cannot_be() {
    project(
        "lanes = 4",
        "lanes = 4.5",
        expect![[r#"
        error[wrong-type]: expected a whole number, found a number
          --> corridor.toml:60:43
           |
        60 | set.facility.gate.stage.documents.lanes = 4.5
           |                                           ^^^ this is a number

        1 error
    "#]],
    );
}

#[test]
fn a_change_of_what_a_project_cannot_change() {
    project(
        "set.facility.gate.stage.documents.lanes",
        "set.scenario.now.to",
        expect![[r#"
        error[not-changeable]: a project cannot change `scenario`
          --> corridor.toml:60:5
           |
        60 | set.scenario.now.to = 4
           |     ^^^^^^^^ the same in all scenarios

        1 error
    "#]],
    );
    check_more(
        "[scenario.late]\nbase = \"now\"\nset.project.gate.status = \"open\"\n",
        expect![[r#"
        warning[no-default]: there are several scenarios and no default
         --> corridor.toml:2:2
          |
        2 | [corridor]
          |  ^^^^^^^^ needs `default-scenario`

        error[not-changeable]: a scenario cannot change `project`
          --> corridor.toml:53:5
           |
        53 | set.project.gate.status = "open"
           |     ^^^^^^^ the same in all scenarios

        1 error, 1 warning
    "#]],
    );
}

#[test]
fn a_milestone_to_come_of_an_open_project() {
    check_more(
        r#"[project.gate]
status = "open"
opens = "2024-09-01"
milestones = [{ date = "2024-05-01", title = "Roof" }]
set.facility.gate.stage.documents.lanes = 2
"#,
        expect![[r#"
            warning[not-done]: project `gate` is open, and a milestone of it is not done
              --> corridor.toml:54:24
               |
            54 | milestones = [{ date = "2024-05-01", title = "Roof" }]
               |                        ^^^^^^^^^^^^ still to come
               |
               = help: write `done = true`, or take it out

            1 warning
        "#]],
    );
}

#[test]
fn a_milestone_to_come_after_the_opening() {
    project(
        "2024-05-01",
        "2024-10-01",
        expect![[r#"
            warning[not-done]: project `gate` is to open before its last milestone
              --> corridor.toml:58:12
               |
            54 | opens = "2024-09-01"
               |         ------------ the opening
            ...
            58 |   { date = "2024-10-01", title = "Roof" },
               |            ^^^^^^^^^^^^ after 2024-09-01
               |
               = help: name the opening that can still be kept; the slip is drawn around
                       it

            1 warning
        "#]],
    );
}
