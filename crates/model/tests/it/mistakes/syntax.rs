//! Texts that are not TOML. What only follows from a broken line is not told.

use super::check;
use expect_test::expect;

#[test]
fn a_text_that_is_not_closed() {
    check(
        r#"name = "small""#,
        r#"name = "small"#,
        expect![[r#"
        error[syntax]: not TOML: invalid basic string, expected `"`
         --> corridor.toml:4:14
          |
        4 | name = "small
          |              ^

        1 error
    "#]],
    );
}

#[test]
fn several_lines_that_are_not_toml() {
    check(
        "[class.bus]",
        r#"[class.bus
load == "3 t"
passengers = "#,
        expect![[r#"
            error[syntax]: not TOML: unclosed table, expected `]`
              --> corridor.toml:11:11
               |
            11 | [class.bus
               |           ^

            error[syntax]: not TOML: extra `=`
              --> corridor.toml:12:7
               |
            12 | load == "3 t"
               |       ^

            error[syntax]: not TOML: unexpected key or value, expected newline, `#`
              --> corridor.toml:12:9
               |
            12 | load == "3 t"
               |         ^

            3 errors
        "#]],
    );
}

#[test]
fn a_broken_line_hides_what_follows_from_it() {
    check(
        "[class.truck]",
        "[class truck]",
        expect![[r#"
        error[syntax]: not TOML: unclosed table, expected `]`
         --> corridor.toml:9:7
          |
        9 | [class truck]
          |       ^

        1 error
    "#]],
    );
}

#[test]
fn a_key_twice() {
    check(
        "border = true",
        r#"border = true
border = false"#,
        expect![[r#"
            error[duplicate]: `border` is defined twice
              --> corridor.toml:26:1
               |
            25 | border = true
               | ------ first defined here
            26 | border = false
               | ^^^^^^ defined again here

            1 error
        "#]],
    );
}

#[test]
fn an_element_twice_in_one_file() {
    check(
        "[class.bus]",
        r#"[class.bus]
[class.truck]"#,
        expect![[r#"
            error[duplicate]: `truck` is defined twice
              --> corridor.toml:12:8
               |
             9 | [class.truck]
               | ------------- first defined here
            ...
            12 | [class.truck]
               |        ^^^^^ defined again here

            1 error
        "#]],
    );
}

#[test]
fn a_huge_number() {
    check(
        "lanes = 2",
        "lanes = 99999999999999999999",
        expect![[r#"
        error[out-of-range]: this number is too large: at most 100000
          --> corridor.toml:30:9
           |
        30 | lanes = 99999999999999999999
           |         ^^^^^^^^^^^^^^^^^^^^

        1 error
    "#]],
    );
}

#[test]
fn text_in_three_scripts() {
    check(
        r#"title = "A small corridor""#,
        r#"title = "黑河—布拉戈维申斯克 Амур"
titel = "黑河—布拉戈维申斯克 Амур""#,
        expect![[r#"
            error[unknown-key]: unknown key `titel`
             --> corridor.toml:6:1
              |
            6 | titel = "黑河—布拉戈维申斯克 Амур"
              | ^^^^^ not a key of this table
              |
              = help: did you mean `title`?

            1 error
        "#]],
    );
}

#[test]
fn a_mistake_far_to_the_right() {
    check(
        r#"["documents"]"#,
        r#"[{ one-of = [{ share = "60 %", path = ["documents"] }, { share = "30 %", path = ["documents"] }, { share = "10 %", path = ["documetns"] }] }]"#,
        expect![[r#"
            error[unknown-name]: facility `gate` has no stage `documetns`
              --> corridor.toml:33:131
               |
            33 | ...hare = "10 %", path = ["documetns"] }] }]
               |                           ^^^^^^^^^^^ not defined
               |
               = help: did you mean `documents`?

            1 error
        "#]],
    );
}
