//! Debug and release builds give the same bytes: optimisation may reorder instructions, and must not reorder sums.

use crate::cargo;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A week of the reference corridor, with every part of the kernel that it uses.
const QUESTION: [&str; 9] =
    ["run", "corridors/amur", "--from", "2026-01-05", "--to", "2026-01-11", "--replications", "3", "--json"];

/// Builds the command both ways and asks both the same.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    let [debug, release] = [&[][..], &["--release"]].map(|profile| answer(root, profile));
    let (debug, release) = (debug?, release?);
    if debug == release {
        println!("builds: debug and release give the same {} bytes", debug.len());
        return Ok(());
    }
    let at = debug.iter().zip(&release).take_while(|(one, other)| one == other).count();
    let near = |bytes: &[u8]| {
        String::from_utf8_lossy(&bytes[at.saturating_sub(60)..(at + 60).min(bytes.len())]).replace('\n', " ")
    };
    Err(format!("debug and release differ from byte {at} on:\n  {}\n  {}", near(&debug), near(&release)))
}

/// What the command of one build prints.
fn answer(root: &Path, profile: &[&str]) -> Result<Vec<u8>, String> {
    let binary = built(root, &[&["--package", "portway"], profile].concat())?;
    let output = Command::new(&binary)
        .args(QUESTION)
        .current_dir(root)
        .output()
        .map_err(|error| format!("{}: {error}", binary.display()))?;
    if output.stdout.is_empty() {
        return Err(format!("{} failed: {}", binary.display(), String::from_utf8_lossy(&output.stderr)));
    }
    Ok(output.stdout)
}

/// Builds what the arguments of `cargo build` name, and finds the file of the program.
pub(crate) fn built(root: &Path, arguments: &[&str]) -> Result<PathBuf, String> {
    let output = cargo()
        .current_dir(root)
        .args(["build", "--locked", "--message-format", "json-render-diagnostics"])
        .args(arguments)
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let file = lines.lines().rev().find_map(|line| line.split_once("\"executable\":\"")?.1.split('"').next());
    match file {
        Some(file) if output.status.success() => Ok(PathBuf::from(file)),
        _ => Err(format!("cargo build {} gave no program", arguments.join(" "))),
    }
}
