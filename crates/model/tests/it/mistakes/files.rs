//! Files that are not text, are too large, or contradict each other.

use super::{check_files, check_folder};
use crate::folders::SMALL;
use expect_test::{Expect, expect};
use portway_model::{Folder, SourceFile};

fn check_bytes(name: &str, bytes: &[u8], expect: Expect) {
    let mut folder = Folder::of([("corridor.toml", SMALL)]);
    folder.files.push(SourceFile { name: name.into(), bytes: bytes.into() });
    check_folder(&folder, expect);
}

#[test]
fn of_a_large_text_the_first_mistake_of_grammar_is_told() {
    let told = |lines: usize| {
        let text = format!("{SMALL}{}", "=\n".repeat(lines));
        let folder = Folder::of([("corridor.toml", text.as_str())]);
        let found = portway_model::load(&folder).diagnostics;
        let syntax = found.iter().filter(|diagnostic| diagnostic.code == "syntax");
        let mut lines: Vec<usize> = syntax.map(|diagnostic| diagnostic.labels[0].line).collect();
        // The parser has two remarks on each of these lines.
        lines.dedup();
        lines
    };
    let first = SMALL.lines().count() + 1;
    assert_eq!(told(3), [first, first + 1, first + 2]);
    assert_eq!(told(500_000), [first]);
}

#[test]
fn an_empty_folder() {
    check_files(
        &[],
        expect![[r#"
        error[missing-corridor]: no file has a [corridor] table
         |
         = help: begin corridor.toml with [corridor], language = 1, name and zone

        error[no-scenario]: the folder has no scenario, so there is nothing to run
         |
         = help: add [scenario.NAME] with the dates from and to

        2 errors
    "#]],
    );
}

#[test]
fn a_file_in_gbk() {
    check_bytes(
        "titles.toml",
        b"[class.car]\ntitle = \"\xd0\xa1\xb3\xb5\"\n",
        expect![[r#"
        error[not-utf-8]: titles.toml is not UTF-8: byte 0xb3 in line 2
         --> titles.toml:2:11
          |
        2 | title = "С��"
          |           ^ not a character of UTF-8
          |
          = help: save it as UTF-8; GBK and Windows-1251 are not read

        1 error
    "#]],
    );
}

#[test]
fn a_file_in_utf_16() {
    check_bytes(
        "holidays.csv",
        b"\xff\xfed\0a\0t\0e\0",
        expect![[r#"
        error[not-utf-8]: holidays.csv is UTF-16, not UTF-8
         --> holidays.csv:1:1
          |
        1 | ��d␀a␀t␀e␀
          | ^
          |
          = help: save it as UTF-8

        1 error
    "#]],
    );
}

#[test]
fn a_file_with_a_zero_byte() {
    check_bytes(
        "more.toml",
        b"[class.car]\n\0",
        expect![[r#"
        error[zero-byte]: more.toml holds a zero byte, so it is not text
         --> more.toml:2:1
          |
        2 | ␀
          | ^ here
          |
          = help: save it as UTF-8 text

        1 error
    "#]],
    );
}

#[test]
fn a_file_that_is_too_large() {
    check_bytes(
        "more.toml",
        &vec![b'#'; portway_model::folder::MAX_FILE_BYTES + 1],
        expect![[r#"
        error[file-too-large]: more.toml is larger than 8 MB
         |
         = help: a model is text that a person can read

        1 error
    "#]],
    );
}

#[test]
fn an_element_in_two_files() {
    check_files(
        &[("corridor.toml", SMALL), ("trucks.toml", "[class.truck]\nload = \"20 t\"\n")],
        expect![[r#"
        error[duplicate]: class `truck` is defined twice
         --> trucks.toml:1:8
          |
        1 | [class.truck]
          |        ^^^^^ defined again here
          |
         ::: corridor.toml:9:8
          |
        9 | [class.truck]
          |        ----- first defined here

        1 error
    "#]],
    );
}

#[test]
fn two_corridors() {
    check_files(
        &[("a.toml", SMALL), ("b.toml", "[corridor]\nlanguage = 1\n")],
        expect![[r#"
        error[duplicate]: corridor `language` is defined twice
         --> b.toml:2:1
          |
        2 | language = 1
          | ^^^^^^^^ defined again here
          |
         ::: a.toml:3:1
          |
        3 | language = 1
          | -------- first defined here

        1 error
    "#]],
    );
}

#[test]
fn the_same_mistake_in_every_scenario_is_told_once() {
    let text = SMALL.replacen("lanes = 2", "lanes = 2.5", 1);
    let more = "[scenario.later]\nbase = \"now\"\n[scenario.last]\nbase = \"later\"\n";
    let text = text.replacen("[corridor]", "[corridor]\ndefault-scenario = \"now\"", 1);
    check_files(
        &[("corridor.toml", &format!("{text}{more}"))],
        expect![[r#"
        error[wrong-type]: expected a whole number, found a number
          --> corridor.toml:31:9
           |
        31 | lanes = 2.5
           |         ^^^ this is a number

        1 error
    "#]],
    );
}

#[test]
fn byte_order_marks_and_line_ends_of_windows_are_read() {
    let text = format!("\u{feff}{SMALL}").replace('\n', "\r\n").replace("lanes = 2", "lanes = -2");
    check_files(
        &[("corridor.toml", &text)],
        expect![[r#"
            error[out-of-range]: -2 is negative
              --> corridor.toml:30:9
               |
            30 | lanes = -2
               |         ^^

            1 error
        "#]],
    );
}
