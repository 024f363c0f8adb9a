//! `cargo xtask test`: every check of the project, the quick ones first.

use crate::{builds, cargo, instructions, pages, tidy};
use std::path::Path;
use std::time::Instant;

/// A step: its name, and the arguments of cargo that do it (none for those that run here).
const STEPS: [(&str, &[&str]); 9] = [
    ("tidy", &[]),
    ("format", &["fmt", "--all", "--check"]),
    ("lints", &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]),
    ("documentation", &["doc", "--workspace", "--no-deps", "--locked"]),
    ("instructions", &[]),
    ("builds", &[]),
    ("pages", &[]),
    ("browser", &[]),
    // Last, so that the closing lines of the test runners are the closing lines of the whole.
    ("tests", &["test", "--workspace", "--locked"]),
];

/// Runs all steps; stops at the first that fails unless `keep_going`.
pub(crate) fn run(root: &Path, keep_going: bool) -> Result<(), String> {
    let begin = Instant::now();
    let mut failed = Vec::new();
    let mut times = Vec::new();
    for (number, (name, arguments)) in STEPS.iter().enumerate() {
        println!("== {}/{} {name}", number + 1, STEPS.len());
        let start = Instant::now();
        let done = match *name {
            "tidy" => tidy(root),
            "instructions" => instructions::check(root),
            "builds" => builds::check(root),
            "pages" => pages::check(root),
            "browser" => pages::browser(root),
            _ => step(root, arguments, keep_going),
        };
        times.push(format!("{name} {}", seconds(start)));
        if let Err(message) = done {
            println!("== {name} FAILED after {}: {message}", seconds(start));
            failed.push(*name);
            if !keep_going {
                break;
            }
        }
    }
    println!("== {} in all: {}", seconds(begin), times.join(", "));
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

/// The tidy check alone.
pub(crate) fn tidy(root: &Path) -> Result<(), String> {
    let findings = tidy::check(root)?;
    for finding in &findings {
        println!("{finding}");
    }
    if findings.is_empty() { Ok(()) } else { Err(format!("{} findings", findings.len())) }
}

fn step(root: &Path, arguments: &[&str], keep_going: bool) -> Result<(), String> {
    let mut command = cargo();
    command.current_dir(root).args(arguments);
    match arguments[0] {
        "doc" => {
            command.env("RUSTDOCFLAGS", "-D warnings");
        }
        "test" if keep_going => {
            command.arg("--no-fail-fast");
        }
        _ => {}
    }
    let status = command.status().map_err(|error| format!("cargo could not be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("cargo {} said no ({status})", arguments.join(" "))) }
}

fn seconds(start: Instant) -> String {
    format!("{:.1} s", start.elapsed().as_secs_f64())
}
