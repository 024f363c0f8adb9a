//! Windows, bases and changes.

use super::{check, check_more};
use expect_test::expect;

#[test]
fn a_window_that_is_reversed() {
    check(
        r#"to = "2024-01-31""#,
        r#"to = "2023-01-31""#,
        expect![[r#"
        error[wrong-window]: scenario `now` ends before it begins
          --> corridor.toml:50:6
           |
        49 | from = "2024-01-01"
           |        ------------ the first day
        50 | to = "2023-01-31"
           |      ^^^^^^^^^^^^ the last day

        1 error
    "#]],
    );
}

#[test]
fn a_window_that_is_too_long() {
    check(
        r#"to = "2024-01-31""#,
        r#"to = "2104-01-31""#,
        expect![[r#"
        error[wrong-window]: scenario `now` is longer than 50 years
          --> corridor.toml:50:6
           |
        49 | from = "2024-01-01"
           |        ------------ the first day
        50 | to = "2104-01-31"
           |      ^^^^^^^^^^^^ the last day

        1 error
    "#]],
    );
}

#[test]
fn a_window_without_an_end() {
    check(
        r#"to = "2024-01-31"
"#,
        "",
        expect![[r#"
            error[missing-key]: scenario `now` has no `to`
              --> corridor.toml:48:11
               |
            48 | [scenario.now]
               |           ^^^ needs `to`, its own or its base's

            1 error
        "#]],
    );
}

#[test]
fn a_date_that_is_none() {
    check(
        r#"to = "2024-01-31""#,
        r#"to = "2024-01-32""#,
        expect![[r#"
        error[wrong-date]: there is no day `2024-01-32`
          --> corridor.toml:50:7
           |
        50 | to = "2024-01-32"
           |       ^^^^^^^^^^

        1 error
    "#]],
    );
}

#[test]
fn a_warm_up_of_half_a_day() {
    check(
        r#"to = "2024-01-31""#,
        r#"to = "2024-01-31"
warm-up = "12 h""#,
        expect![[r#"
            error[out-of-range]: the warm-up is not whole days, or more than ten years
              --> corridor.toml:51:11
               |
            51 | warm-up = "12 h"
               |           ^^^^^^ write it as "3 d"

            1 error
        "#]],
    );
}

#[test]
fn an_unknown_base() {
    check_more(
        r#"[scenario.more]
base = "noww"
"#,
        expect![[r#"
            warning[no-default]: there are several scenarios and no default
             --> corridor.toml:2:2
              |
            2 | [corridor]
              |  ^^^^^^^^ needs `default-scenario`

            error[unknown-name]: there is no scenario `noww`
              --> corridor.toml:52:8
               |
            52 | base = "noww"
               |        ^^^^^^ not defined
               |
               = help: did you mean `now`?

            1 error, 1 warning
        "#]],
    );
}

#[test]
fn a_circle_of_bases() {
    check_more(
        r#"[scenario.a]
base = "b"
[scenario.b]
base = "c"
[scenario.c]
base = "a"
"#,
        expect![[r#"
            warning[no-default]: there are several scenarios and no default
             --> corridor.toml:2:2
              |
            2 | [corridor]
              |  ^^^^^^^^ needs `default-scenario`

            error[scenario-cycle]: scenarios start from each other in a circle
              --> corridor.toml:56:8
               |
            56 | base = "a"
               |        ^^^ a → b → c → a

            1 error, 1 warning
        "#]],
    );
}

#[test]
fn a_change_of_an_unknown_key() {
    check_more(
        r#"set.facility.gate.stage.documents.lane = 4
"#,
        expect![[r#"
            error[unknown-key]: unknown key `lane`
              --> corridor.toml:51:35
               |
            51 | set.facility.gate.stage.documents.lane = 4
               |                                   ^^^^ not a key of this table
               |
               = help: did you mean `lanes`?

            1 error
        "#]],
    );
}

#[test]
fn a_change_with_a_wrong_value() {
    check_more(
        r#"set.facility.gate.stage.documents.lanes = "four"
"#,
        expect![[r#"
            error[unknown-word]: expected "unlimited", found "four"
              --> corridor.toml:51:43
               |
            51 | set.facility.gate.stage.documents.lanes = "four"
               |                                           ^^^^^^

            1 error
        "#]],
    );
}

#[test]
fn a_change_that_breaks_a_route() {
    check_more(
        r#"set.route.east.path = ["gate", "bridge", "gate"]
"#,
        expect![[r#"
            error[not-connected]: the route does not connect at `gate`
              --> corridor.toml:51:42
               |
            51 | set.route.east.path = ["gate", "bridge", "gate"]
               |                                --------  ^^^^^^ stands at east
               |                                |
               |                                ends at west

            1 error
        "#]],
    );
}

#[test]
fn a_change_of_the_corridor() {
    check_more(
        r#"set.corridor.zone = "Asia/Shanghai"
"#,
        expect![[r#"
            error[not-changeable]: a scenario cannot change `corridor`
              --> corridor.toml:51:5
               |
            51 | set.corridor.zone = "Asia/Shanghai"
               |     ^^^^^^^^ the same in all scenarios

            1 error
        "#]],
    );
}

#[test]
fn a_change_on_no_date() {
    check_more(
        r#"[scenario.now.on.tomorrow]
facility.gate.stage.documents.lanes = 4
"#,
        expect![[r#"
            error[wrong-date]: `tomorrow` is not a date
              --> corridor.toml:51:18
               |
            51 | [scenario.now.on.tomorrow]
               |                  ^^^^^^^^
               |
               = help: write the first day of the change, as in on.2025-12-25

            1 error
        "#]],
    );
}

#[test]
fn a_dated_change_that_adds_an_element() {
    check_more(
        r#"[scenario.now.on.2024-01-10]
facility.gate.stage.xray = { lanes = 1, service = "4 min" }
"#,
        expect![[r#"
            error[structure-change]: a dated change may not add stage `xray`
              --> corridor.toml:52:21
               |
            52 | facility.gate.stage.xray = { lanes = 1, service = "4 min" }
               |                     ^^^^ vehicles are under way on this day
               |
               = help: write it under `set`, which holds from the beginning

            1 error
        "#]],
    );
}

#[test]
fn a_dated_change_that_moves_a_facility() {
    check_more(
        r#"[scenario.now.on.2024-01-10]
facility.gate.node = "west"
"#,
        expect![[r#"
            error[structure-change]: a dated change may not change `node` of a facility
              --> corridor.toml:52:15
               |
            52 | facility.gate.node = "west"
               |               ^^^^ vehicles are under way on this day
               |
               = help: write it under `set`, which holds from the beginning

            1 error
        "#]],
    );
}

#[test]
fn a_dated_change_of_what_the_field_calls_it() {
    check_more(
        r#"[scenario.now.on.2024-01-10]
facility.gate.bcp = "none"
facility.gate.stage.documents.step = "release"
"#,
        expect![[r#"
            error[structure-change]: a dated change may not change `bcp` of a facility
              --> corridor.toml:52:15
               |
            52 | facility.gate.bcp = "none"
               |               ^^^ vehicles are under way on this day
               |
               = help: write it under `set`, which holds from the beginning

            error[structure-change]: a dated change may not change `step` of a stage
              --> corridor.toml:53:31
               |
            53 | facility.gate.stage.documents.step = "release"
               |                               ^^^^ vehicles are under way on this day
               |
               = help: write it under `set`, which holds from the beginning

            2 errors
        "#]],
    );
}

#[test]
fn a_dated_change_of_steps() {
    check_more(
        r#"[scenario.now.on.2024-01-10]
facility.gate.process.east = ["documents", "documents"]
"#,
        expect![[r#"
            error[structure-change]: a dated change may not change the steps of `gate`
              --> corridor.toml:52:23
               |
            52 | facility.gate.process.east = ["documents", "documents"]
               |                       ^^^^ other steps than before this day
               |
               = help: change only shares, or write it under `set`

            1 error
        "#]],
    );
}

#[test]
fn several_scenarios_without_a_default() {
    check_more(
        r#"[scenario.later]
base = "now"
"#,
        expect![[r#"
            warning[no-default]: there are several scenarios and no default
             --> corridor.toml:2:2
              |
            2 | [corridor]
              |  ^^^^^^^^ needs `default-scenario`

            1 warning
        "#]],
    );
}

#[test]
fn no_scenario() {
    check(
        r#"[scenario.now]
from = "2024-01-01"
to = "2024-01-31"
"#,
        "",
        expect![[r#"
            error[no-scenario]: the folder has no scenario, so there is nothing to run
             |
             = help: add [scenario.NAME] with the dates from and to

            1 error
        "#]],
    );
}
