//! What a command used: wall time, CPU time, peak memory.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What one run of a command used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// From start to end.
    pub(crate) wall_s: f64,
    /// User and system time on all cores; none where the operating system does not tell.
    pub(crate) cpu_s: Option<f64>,
    /// Largest resident memory; none where the operating system does not tell.
    pub(crate) peak_mib: Option<f64>,
}

/// Runs `command` in a process of its own and says what it used.
///
/// The operating system adds up what all finished children of a process used, so each measured command gets a fresh
/// parent: this same program, as `xtask usage`.
pub(crate) fn measure(command: &[String]) -> Result<Usage, String> {
    let this = std::env::current_exe().map_err(|error| format!("own program not found: {error}"))?;
    let output = Command::new(this)
        .arg("usage")
        .args(command)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{}: {error}", command[0]))?;
    let words: Vec<f64> =
        String::from_utf8_lossy(&output.stdout).split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match (output.status.success(), words.as_slice()) {
        (true, &[wall_s, cpu_s, peak_mib]) => {
            let known = |value: f64| value.is_finite().then_some(value);
            Ok(Usage { wall_s, cpu_s: known(cpu_s), peak_mib: known(peak_mib) })
        }
        _ => Err(format!("`{}` failed:\n{}", command.join(" "), String::from_utf8_lossy(&output.stderr))),
    }
}

/// The body of `xtask usage`: runs the command with its output thrown away, prints seconds, CPU seconds and MiB.
pub(crate) fn print(command: &[String]) -> Result<(), String> {
    let start = Instant::now();
    let status = Command::new(&command[0])
        .args(&command[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("{}: {error}", command[0]))?;
    let wall = start.elapsed();
    let (cpu, peak_mib) = children().unwrap_or((Duration::ZERO, f64::NAN));
    let cpu_s = if peak_mib.is_nan() { f64::NAN } else { cpu.as_secs_f64() };
    println!("{} {cpu_s} {peak_mib}", wall.as_secs_f64());
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", command[0])) }
}

#[cfg(unix)]
fn children() -> Option<(Duration, f64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
    let us = |time: nix::sys::time::TimeVal| time.tv_sec() as u64 * 1_000_000 + time.tv_usec() as u64;
    // Linux counts in KiB, macOS in bytes.
    let per_mib = if cfg!(target_os = "macos") { 1_048_576.0 } else { 1_024.0 };
    let cpu = Duration::from_micros(us(usage.user_time()) + us(usage.system_time()));
    Some((cpu, usage.max_rss() as f64 / per_mib))
}

#[cfg(not(unix))]
fn children() -> Option<(Duration, f64)> {
    None
}
