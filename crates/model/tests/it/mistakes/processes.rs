//! Steps, shares, rework.

use super::check;
use expect_test::expect;

#[test]
fn a_choice_that_does_not_add_up() {
    check(
        r#"east = ["documents"]"#,
        r#"east = [
  { one-of = [{ share = "60 %", path = ["documents"] }, { share = { bus = "40 %", other = "30 %" }, path = [] }] },
]"#,
        expect![[r#"
            error[shares]: the shares of class truck sum to 90 %, not 100 %
              --> corridor.toml:34:3
               |
            34 |   { one-of = [{ share = "60 %", path = ["documents"] }, { share = { bus ...
               |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ every vehicle takes exactly one way

            1 error
        "#]],
    );
}

#[test]
fn rework_that_never_ends() {
    check(
        r#"["documents"]"#,
        r#"["documents", { back-to = "documents" }]"#,
        expect![[r#"
        error[endless-rework]: going back never ends
          --> corridor.toml:33:22
           |
        33 | east = ["documents", { back-to = "documents" }]
           |                      ^^^^^^^^^^^^^^^^^^^^^^^^^ all or nearly all go back
           |
           = help: give `share`, at most 99 %: the part that goes back each time

        1 error
    "#]],
    );
}

#[test]
fn rework_that_hardly_ends() {
    check(
        r#"["documents"]"#,
        r#"["documents", { back-to = "documents", share = { bus = "10 %", other = "100 %" } }]"#,
        expect![[r#"
            error[endless-rework]: going back never ends
              --> corridor.toml:33:55
               |
            33 | ...re = { bus = "10 %", other = "100 %" } }]
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ all or nearly all go back
               |
               = help: give `share`, at most 99 %: the part that goes back each time

            1 error
        "#]],
    );
}

#[test]
fn going_back_to_what_comes_later() {
    check(
        r#"["documents"]"#,
        r#"[{ back-to = "documents", share = "10 %" }, "documents"]"#,
        expect![[r#"
        error[not-before]: no earlier step of this process passes this stage
          --> corridor.toml:33:21
           |
        33 | east = [{ back-to = "documents", share = "10 %" }, "documents"]
           |                     ^^^^^^^^^^^ goes forward, not back

        1 error
    "#]],
    );
}

#[test]
fn a_step_of_two_kinds() {
    check(
        r#"["documents"]"#,
        r#"[{ stage = "documents", path = [] }]"#,
        expect![[r#"
        error[conflict]: only one of `stage` or `path` or `one-of` or `back-to` may be written
          --> corridor.toml:33:39
           |
        33 | east = [{ stage = "documents", path = [] }]
           |                   ----------- here    ^^ and here

        1 error
    "#]],
    );
}

#[test]
fn classes_and_except() {
    check(
        r#"["documents"]"#,
        r#"[{ stage = "documents", classes = ["bus"], except = ["truck"] }]"#,
        expect![[r#"
        error[conflict]: `classes` and `except` cannot both be written
          --> corridor.toml:33:60
           |
        33 | east = [{ stage = "documents", classes = ["bus"], except = ["truck"] }]
           |                                          ------- here      ^^^^^^^^^ and here

        1 error
    "#]],
    );
}

#[test]
fn a_share_over_one() {
    check(
        r#"["documents"]"#,
        r#"[{ stage = "documents", share = 1.2 }]"#,
        expect![[r#"
        error[out-of-range]: 1.2 is not between 0 and 1
          --> corridor.toml:33:40
           |
        33 | east = [{ stage = "documents", share = 1.2 }]
           |                                        ^^^

        1 error
    "#]],
    );
}
