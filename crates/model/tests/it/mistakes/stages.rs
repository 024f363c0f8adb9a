//! Lanes, slots, disciplines.

use super::check;
use expect_test::expect;

#[test]
fn no_lane_at_all() {
    check(
        "lanes = 2",
        "lanes = 0",
        expect![[r#"
            error[no-lanes]: this stage has no lane at any time
              --> corridor.toml:30:9
               |
            30 | lanes = 0
               |         ^ nobody could ever pass
               |
               = help: to close it for some time, name a calendar in `hours`

            1 error
        "#]],
    );
}

#[test]
fn shifts_without_a_lane() {
    check(
        "lanes = 2",
        r#"lanes = [{ hours = "08:00-20:00", lanes = 0 }]"#,
        expect![[r#"
            error[no-lanes]: this stage has no lane at any time
              --> corridor.toml:30:9
               |
            30 | lanes = [{ hours = "08:00-20:00", lanes = 0 }]
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nobody could ever pass
               |
               = help: to close it for some time, name a calendar in `hours`

            1 error
        "#]],
    );
}

#[test]
fn shifts_that_overlap() {
    check(
        "lanes = 2",
        r#"lanes = [
  { hours = "08:00-20:00", lanes = 2 },
  { hours = "19:00-08:00", lanes = 1 },
]"#,
        expect![[r#"
            error[overlap]: two shifts overlap, so the number of lanes is not clear
              --> corridor.toml:32:3
               |
            31 |   { hours = "08:00-20:00", lanes = 2 },
               |   ------------------------------------ and this one
            32 |   { hours = "19:00-08:00", lanes = 1 },
               |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this one

            1 error
        "#]],
    );
}

#[test]
fn extra_lanes_that_close_too_early() {
    check(
        "lanes = 2",
        r#"lanes = 2
extra-lanes = { lanes = 1, open-at = 5, close-at = 8 }"#,
        expect![[r#"
            error[out-of-range]: `close-at` is not below `open-at`, so the lanes could not stay open
              --> corridor.toml:31:52
               |
            31 | extra-lanes = { lanes = 1, open-at = 5, close-at = 8 }
               |                                      - than this   ^ must be smaller

            1 error
        "#]],
    );
}

#[test]
fn both_disciplines() {
    check(
        "lanes = 2",
        r#"lanes = 2
discipline = { priority = ["bus"], weights = 1 }"#,
        expect![[r#"
            error[conflict]: only one of `priority` or `weights` may be written
              --> corridor.toml:31:46
               |
            31 | discipline = { priority = ["bus"], weights = 1 }
               |                           ------- here       ^ and here

            1 error
        "#]],
    );
}

#[test]
fn a_class_with_two_ranks() {
    check(
        "lanes = 2",
        r#"lanes = 2
discipline = { priority = ["bus", "truck", "bus"] }"#,
        expect![[r#"
            error[duplicate]: this class has a rank already
              --> corridor.toml:31:44
               |
            31 | discipline = { priority = ["bus", "truck", "bus"] }
               |                                            ^^^^^ named twice

            1 error
        "#]],
    );
}

#[test]
fn an_unknown_word() {
    check(
        "lanes = 2",
        r#"lanes = 2
when-full = "turn-awya""#,
        expect![[r#"
            error[unknown-word]: expected "block" or "turn-away", found "turn-awya"
              --> corridor.toml:31:13
               |
            31 | when-full = "turn-awya"
               |             ^^^^^^^^^^^
               |
               = help: did you mean `turn-away`?

            1 error
        "#]],
    );
}

#[test]
fn a_number_in_quotes() {
    check(
        "lanes = 2",
        r#"lanes = "3""#,
        expect![[r#"
        error[unknown-word]: expected "unlimited", found "3"
          --> corridor.toml:30:9
           |
        30 | lanes = "3"
           |         ^^^
           |
           = help: a plain number has no quotes: 3

        1 error
    "#]],
    );
}

#[test]
fn slots_at_a_stage_that_has_lanes() {
    check(
        "lanes = 2",
        r#"lanes = 2
places = 10"#,
        expect![[r#"
            error[key-not-read]: `places` is read only for kind = "appointments"
              --> corridor.toml:31:1
               |
            31 | places = 10
               | ^^^^^^ has no effect here

            1 error
        "#]],
    );
}

#[test]
fn lanes_at_a_stage_that_gives_slots() {
    check(
        "lanes = 2",
        r#"lanes = 2
kind = "appointments"
every = "1 h"
places = 10"#,
        expect![[r#"
            error[key-not-read]: `lanes` is read only for stages that are not appointments
              --> corridor.toml:30:1
               |
            30 | lanes = 2
               | ^^^^^ has no effect here

            error[key-not-read]: `service` is read only for stages that are not appointments
              --> corridor.toml:34:1
               |
            34 | service = { bus = "40 min", other = "20 min" }
               | ^^^^^^^ has no effect here

            2 errors
        "#]],
    );
}

#[test]
fn slots_that_nobody_keeps() {
    check(
        r#"lanes = 2
service = { bus = "40 min", other = "20 min" }"#,
        r#"kind = "appointments"
every = "1 h"
places = 10
no-show = 1.0"#,
        expect![[r#"
            error[out-of-range]: with this share nobody would ever come
              --> corridor.toml:33:11
               |
            33 | no-show = 1.0
               |           ^^^ must be below 100 %

            1 error
        "#]],
    );
}

#[test]
fn no_value_for_a_class() {
    check(
        r#"{ bus = "40 min", other = "20 min" }"#,
        r#"{ bus = "40 min" }"#,
        expect![[r#"
        error[missing-class]: no value for class truck
          --> corridor.toml:31:1
           |
        31 | service = { bus = "40 min" }
           | ^^^^^^^ a value by class
           |
           = help: name every class, or add `other = …` for the rest

        1 error
    "#]],
    );
}
