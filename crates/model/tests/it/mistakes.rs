//! Mistakes as text in, and what a person is told as text out.
//!
//! Most tests change one line of the small corridor, so that the mistake is all there is to read.

mod choice;
mod elements;
mod events;
mod files;
mod gauges;
mod limits;
mod money;
mod observations;
mod processes;
mod projects;
mod references;
mod scenarios;
mod seasons;
mod sense;
mod services;
mod stages;
mod syntax;
mod tables;
mod trade;
mod words;

use crate::folders::SMALL;
use expect_test::{Expect, expect};
use portway_model::{Folder, load, render};

/// Replaces a text of the small corridor and shows what is said about it.
pub(crate) fn check(right: &str, wrong: &str, expect: Expect) {
    assert!(SMALL.contains(right), "the small corridor should hold {right:?}");
    check_files(&[("corridor.toml", &SMALL.replacen(right, wrong, 1))], expect);
}

/// Adds lines to the small corridor and shows what is said about them.
fn check_more(more: &str, expect: Expect) {
    check_files(&[("corridor.toml", &format!("{SMALL}{more}"))], expect);
}

/// Adds a file to the small corridor, and lines that may name it.
fn check_with(more: &str, name: &str, content: &str, expect: Expect) {
    check_files(&[("corridor.toml", &format!("{SMALL}{more}")), (name, content)], expect);
}

pub(crate) fn check_files(files: &[(&str, &str)], expect: Expect) {
    check_folder(&Folder::of(files.iter().copied()), expect);
}

fn check_folder(folder: &Folder, expect: Expect) {
    let mut diagnostics = load(folder).diagnostics;
    // The small corridor has no evidence; that warning has its own test.
    diagnostics.retain(|diagnostic| diagnostic.code != "no-evidence");
    expect.assert_eq(&render(&diagnostics, folder, false));
}

#[test]
fn for_programs_a_diagnostic_is_json_with_line_and_column() {
    // Columns count characters, spans count bytes: the wide characters before the key tell them apart.
    let text = SMALL.replacen("{ bus = \"40 min\"", "{ other = \"二十\", buss = \"40 min\"", 1);
    let text = text.replacen(", other = \"20 min\" }", " }", 1);
    let folder = Folder::of([("corridor.toml", text.as_str())]);
    let found = load(&folder).diagnostics.into_iter().find(|diagnostic| diagnostic.code == "unknown-name");
    expect![[r#"
        {
          "severity": "error",
          "code": "unknown-name",
          "message": "there is no class `buss`",
          "labels": [
            {
              "file": "corridor.toml",
              "span": {
                "start": 441,
                "end": 445
              },
              "line": 31,
              "column": 27,
              "text": "not defined",
              "primary": true
            }
          ],
          "help": "did you mean `bus`?"
        }"#]]
    .assert_eq(&serde_json::to_string_pretty(&found).expect("a diagnostic is JSON"));
}
