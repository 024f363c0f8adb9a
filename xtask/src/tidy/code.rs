//! Size of files, length of lines, words that must not stand in them.

use super::{Finding, Text};

/// Longer files are hard to review in one sitting; one state machine kept whole may be listed in [`LONG_FILES`].
const FILE_LINES_MAX: usize = 500;

/// The formatter holds code to 120; comments may be a little wider, because nobody breaks a table or a formula well.
/// Tests are exempt: a text that is expected stands there as it is printed.
const LINE_CHARS_MAX: usize = 140;

/// Rust files that may be longer than [`FILE_LINES_MAX`], each with the reason.
const LONG_FILES: [(&str, &str); 1] = [(
    "crates/report/src/words.rs",
    "every word for people in one place, because other languages will stand beside English",
)];

/// The file that must spell the banned words.
const THIS_FILE: &str = "xtask/src/tidy/code.rs";

/// Words that no Rust file of the project contains: unfinished work and tests switched off.
const UNFINISHED: [(&str, &str); 6] = [
    ("todo!(", "finish it or leave it out"),
    ("unimplemented!(", "finish it or leave it out"),
    ("dbg!(", "remove the debugging aid"),
    ("FIXME", "mend it, or explain the limit in a sentence"),
    ("XXX", "mend it, or explain the limit in a sentence"),
    ("#[ignore", "a test that does not run asserts nothing; make it fast or remove it"),
];

/// Crates that take values and give values.
const CORE: [&str; 6] = ["model", "gtfs", "stats", "sim", "study", "report"];

/// What the core crates do not do: files, network, processes, threads, clocks, printing.
const OUTSIDE_WORLD: [(&str, &str); 16] = [
    ("std::fs", "files are the command line's work"),
    ("fs::", "files are the command line's work"),
    ("std::env", "the environment is the command line's work"),
    ("std::net", "a core crate has no network"),
    ("std::process", "a core crate starts and ends no process"),
    ("std::thread", "threads live in study, through rayon"),
    ("thread::", "threads live in study, through rayon"),
    ("Instant::now", "a core crate has no clock"),
    ("SystemTime", "a core crate has no clock"),
    ("Timestamp::now", "a core crate has no clock"),
    ("Zoned::now", "a core crate has no clock"),
    ("println!", "a core crate prints nothing"),
    ("print!", "a core crate prints nothing"),
    ("eprintln!", "a core crate prints nothing"),
    ("eprint!", "a core crate prints nothing"),
    ("stdin()", "a core crate reads no input"),
];

/// Checks one text; `places` are paths of this machine.
pub(super) fn check(text: &Text, places: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |line: usize, message: String| findings.push(Finding { file: text.file.clone(), line, message });
    let rust = text.file.ends_with(".rs");
    let core = CORE.iter().any(|name| text.file.starts_with(&format!("crates/{name}/src/")));
    let lines = text.content.lines().count();
    if rust && lines > FILE_LINES_MAX && !LONG_FILES.iter().any(|(file, _)| *file == text.file) {
        find(1, format!("{lines} lines, more than {FILE_LINES_MAX}: split it by its reasons to change"));
    }
    for (index, line) in text.content.lines().enumerate() {
        let number = index + 1;
        for place in places {
            if line.contains(place.as_str()) {
                find(number, format!("`{place}` is a path of one machine"));
            }
        }
        if text.file == THIS_FILE {
            continue;
        }
        for home in ["/home/", "/Users/", "C:\\Users"] {
            if line.contains(home) {
                find(number, format!("`{home}` begins a path of one machine"));
            }
        }
        if !rust {
            continue;
        }
        let chars = line.chars().count();
        if chars > LINE_CHARS_MAX && !text.file.contains("/tests/") && !line.contains("https://") {
            find(number, format!("{chars} characters, more than {LINE_CHARS_MAX}"));
        }
        for (word, why) in UNFINISHED {
            if line.contains(word) {
                find(number, format!("`{word}`: {why}"));
            }
        }
        let code = line.split("//").next().unwrap_or_default();
        for (word, why) in OUTSIDE_WORLD {
            if core && has_word(code, word) {
                find(number, format!("`{word}`: {why}"));
            }
        }
    }
    findings
}

/// Whether `word` stands in `code` and is not the tail of a longer name or path, nor the head of a longer name.
fn has_word(code: &str, word: &str) -> bool {
    let named = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        let inner_end = word.chars().next_back().is_some_and(named);
        let longer = before.is_some_and(|c| named(c) || c == ':') || (inner_end && after.is_some_and(named));
        !longer
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Text, render};
    use expect_test::{Expect, expect};

    fn check(file: &str, content: &str, expected: Expect) {
        let text = Text { file: file.into(), content: content.into() };
        expected.assert_eq(&render(&super::check(&text, &["/srv/checkout".into()])));
    }

    #[test]
    fn core_crates_do_not_touch_the_outside_world() {
        let content = "use std::fs;\nlet t = Instant::now();\nlet offs::set = 1; // fs::read is fine in a comment\n";
        check(
            "crates/sim/src/a.rs",
            content,
            expect![[r#"
                crates/sim/src/a.rs:1: `std::fs`: files are the command line's work
                crates/sim/src/a.rs:2: `Instant::now`: a core crate has no clock
            "#]],
        );
        check("crates/cli/src/a.rs", content, expect![""]);
        check("crates/sim/src/b.rs", "struct Instant;\nsprint!()", expect![""]);
    }

    #[test]
    fn unfinished_work_is_named() {
        check(
            "crates/cli/src/a.rs",
            &format!("fn f() {{ {}!() }}\n#[{}]\n", "todo", "ignore = \"slow\""),
            expect![[r#"
                crates/cli/src/a.rs:1: `todo!(`: finish it or leave it out
                crates/cli/src/a.rs:2: `#[ignore`: a test that does not run asserts nothing; make it fast or remove it
            "#]],
        );
    }

    #[test]
    fn paths_of_a_machine_are_found_in_any_text() {
        check(
            "docs/a.md",
            "see /srv/checkout/target",
            expect![[r#"
                docs/a.md:1: `/srv/checkout` is a path of one machine
            "#]],
        );
    }

    #[test]
    fn long_lines_and_files_are_named() {
        check(
            "crates/cli/src/a.rs",
            &format!("{}\n{}", "x".repeat(141), "\n".repeat(500)),
            expect![[r#"
                crates/cli/src/a.rs:1: 501 lines, more than 500: split it by its reasons to change
                crates/cli/src/a.rs:1: 141 characters, more than 140
            "#]],
        );
        check("crates/cli/src/a.rs", &format!("// https://example.org/{}", "x".repeat(200)), expect![""]);
    }
}
