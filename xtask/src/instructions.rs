//! The guard of the kernel's speed: instructions an event, counted by callgrind.
//!
//! A time says little on a machine that others use too; the number of instructions is the same every time. So a change that
//! makes the kernel slower is seen where it is made. The number belongs to one compiler and one processor family; elsewhere,
//! and without valgrind, the guard steps aside and says so.

use crate::builds::built;
use std::path::Path;
use std::process::Command;

/// Instructions an event of the light checkpoint network. Who changes the kernel on purpose writes the new number here, and
/// what it bought in `docs/performance.md`.
const PER_EVENT: f64 = 558.0;

/// The compiler that makes this number.
const COMPILER: &str = "rustc 1.95.";

/// Share by which the number may differ: the smallest changes of the compiler and of the model stay inside, a new branch in
/// every event does not.
const MARGIN: f64 = 0.03;

/// Days of the two runs. What both have in common, reading and compiling the model, falls out of their difference.
const DAYS: [&str; 2] = ["20", "60"];

/// Counts and compares.
pub(crate) fn check(root: &Path) -> Result<(), String> {
    if let Some(reason) = cannot() {
        println!("instructions: not counted, because {reason}");
        return Ok(());
    }
    // As the command is built for users.
    let benchmark = built(root, &["--release", "--package", "portway-sim", "--bench", "kernel"])?;
    let [short, long] = DAYS.map(|days| count(&benchmark, days));
    let ((short_instructions, short_events), (long_instructions, long_events)) = (short?, long?);
    let per_event = (long_instructions - short_instructions) / (long_events - short_events);
    println!("instructions: {per_event:.1} an event, {PER_EVENT} expected");
    if (per_event / PER_EVENT - 1.0).abs() <= MARGIN {
        return Ok(());
    }
    let what = if per_event > PER_EVENT { "slower" } else { "faster" };
    Err(format!(
        "the kernel became {what}: {per_event:.1} instructions an event instead of {PER_EVENT}; \
         if that is meant, write the new number into xtask/src/instructions.rs"
    ))
}

/// Why the number cannot be compared here.
fn cannot() -> Option<String> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Some("the number is for Linux on x86-64".into());
    }
    let said = |program: &str| Command::new(program).arg("--version").output().ok().filter(|all| all.status.success());
    if said("valgrind").is_none() {
        return Some("valgrind is missing (apt-get install valgrind)".into());
    }
    let compiler = said("rustc").map(|all| String::from_utf8_lossy(&all.stdout).trim().to_owned()).unwrap_or_default();
    (!compiler.starts_with(COMPILER)).then(|| format!("the number is for {COMPILER}x, and this is {compiler}"))
}

/// Instructions and events of a run.
fn count(benchmark: &Path, days: &str) -> Result<(f64, f64), String> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(benchmark)
        .args(["--count", days])
        .output()
        .map_err(|error| format!("valgrind could not be started: {error}"))?;
    let (said, events) = (String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout));
    let instructions = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse::<f64>().ok());
    match (instructions, events.trim().parse::<f64>()) {
        (Some(instructions), Ok(events)) if output.status.success() => Ok((instructions, events)),
        _ => Err(format!("callgrind did not count: {said}")),
    }
}
