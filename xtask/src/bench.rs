//! `cargo xtask bench`: what a user waits for, and the kernel under it, as tables with the machine named.

mod agreement;
mod engines;
mod generated;
mod kernel;
mod page;
mod peers;
mod plot;
mod scaling;

use crate::cargo;
use crate::usage::{Usage, measure};
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// Runs behind the median of a year; odd, so that the median is a measured run.
const YEAR_RUNS: usize = 5;

/// Runs behind the median of a start-up, which is short and jumps more.
const START_RUNS: usize = 20;

/// The year that is measured, on the reference corridor.
const YEAR: [&str; 2] = ["2025-01-01", "2025-12-31"];

/// Compares with other engines; with `write`, into `docs/benchmarks.md` too.
pub(crate) fn peers(root: &Path, write: bool) -> Result<(), String> {
    peers::run(root, write)
}

/// Measures how speed and memory scale; with `write`, into `docs/benchmarks.md` and its plot too.
pub(crate) fn scaling(root: &Path, write: bool) -> Result<(), String> {
    scaling::run(root, write)
}

/// Measures, prints, and writes to `out` when asked.
pub(crate) fn run(root: &Path, out: Option<&Path>, quick: bool) -> Result<(), String> {
    build(root)?;
    let portway = target(root).join("release").join(format!("portway{}", std::env::consts::EXE_SUFFIX));
    let command = |arguments: &[&str]| -> Vec<String> {
        let program = portway.display().to_string();
        std::iter::once(program).chain(arguments.iter().map(ToString::to_string)).collect()
    };
    let corridor = root.join("corridors/amur").display().to_string();

    let year = command(&[
        "run",
        &corridor,
        "--from",
        YEAR[0],
        "--to",
        YEAR[1],
        "--replications",
        "1",
        "--threads",
        "1",
        "--json",
    ]);
    let check = command(&["check", &corridor]);
    let mut page = machine(root);
    page.push_str("\n| what | wall ms | CPU ms | peak MiB |\n| --- | ---: | ---: | ---: |\n");
    row(
        &mut page,
        &format!("a year of corridors/amur, 1 replication, 1 thread (median of {YEAR_RUNS})"),
        &year,
        YEAR_RUNS,
    )?;
    row(&mut page, &format!("portway check corridors/amur (median of {START_RUNS})"), &check, START_RUNS)?;
    print!("{page}");
    if !quick {
        let lines = microbenchmarks(root)?;
        println!("\n{lines}");
        let _ = write!(page, "\n```text\n{lines}```\n");
    }
    match out {
        Some(path) => std::fs::write(path, page).map_err(|error| format!("{}: {error}", path.display())),
        None => Ok(()),
    }
}

fn build(root: &Path) -> Result<(), String> {
    let status = cargo()
        .current_dir(root)
        .args(["build", "--release", "--package", "portway", "--locked"])
        .status()
        .map_err(|error| format!("cargo could not be started: {error}"))?;
    if status.success() { Ok(()) } else { Err("the release build failed".into()) }
}

fn target(root: &Path) -> std::path::PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into)
}

/// Runs the command `runs` times after one warm-up and adds the medians as a row.
fn row(page: &mut String, what: &str, command: &[String], runs: usize) -> Result<(), String> {
    measure(command)?;
    let all: Vec<Usage> = (0..runs).map(|_| measure(command)).collect::<Result<_, _>>()?;
    let column = |value: &dyn Fn(&Usage) -> Option<f64>, scale: f64| {
        let values: Option<Vec<f64>> = all.iter().map(value).collect();
        values.map_or("unknown".into(), |values| format!("{:.1}", median(values) * scale))
    };
    let wall = column(&|usage| Some(usage.wall_s), 1e3);
    let cpu = column(&|usage| usage.cpu_s, 1e3);
    let peak = column(&|usage| usage.peak_mib, 1.0);
    let _ = writeln!(page, "| {what} | {wall} | {cpu} | {peak} |");
    Ok(())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    if values.len() % 2 == 1 { values[half] } else { (values[half - 1] + values[half]) / 2.0 }
}

/// What the benches of the kernel and of the statistics print.
fn microbenchmarks(root: &Path) -> Result<String, String> {
    let mut lines = String::new();
    for package in ["portway-stats", "portway-sim"] {
        let output = cargo()
            .current_dir(root)
            .args(["bench", "--package", package, "--benches", "--locked"])
            .stderr(std::process::Stdio::inherit())
            .output()
            .map_err(|error| format!("cargo could not be started: {error}"))?;
        if !output.status.success() {
            return Err(format!("the benches of {package} failed"));
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let _ = writeln!(lines, "{line}");
        }
    }
    Ok(lines)
}

/// One line on the processor, the cores, the compiler and the commit.
fn machine(root: &Path) -> String {
    let cpuinfo = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpuinfo.lines().find(|line| line.starts_with("model name")).and_then(|line| line.split(": ").nth(1));
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let said = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).current_dir(root).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let rustc = said("rustc", &["--version"]).unwrap_or_else(|| "unknown compiler".into());
    let commit = said("git", &["rev-parse", "--short", "HEAD"]).unwrap_or_else(|| "no commit".into());
    format!("{}, {cores} cores, {}, {rustc}, {commit}\n", model.unwrap_or("unknown processor"), std::env::consts::OS)
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), 2.5);
    }
}
