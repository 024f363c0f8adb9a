//! Speed of the kernel, as a table: `cargo bench -p portway-sim`, or with names of networks behind `--` for those alone.
//!
//! Times are processor seconds, so that other work on the machine shows less; the best of some replications is kept,
//! because noise only ever adds. The digest is a hash of everything that replication 0 observed: a change that is meant to
//! be faster and nothing else leaves it as it is.
//!
//! With `--count DAYS` it only runs the light network for so many days and prints the number of events; the guard of the
//! instruction count runs that under callgrind.

#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

use portway_model::{Folder, SourceFile, folder::is_model_file, load};
use portway_sim::{Observations, Program, RunOptions, compile, run};
use portway_stats::random::word_of;
use std::path::Path;

/// Replications of which the fastest is kept.
const REPLICATIONS: u32 = 7;

/// Name, model folder, and the days that are run.
const NETWORKS: [(&str, &str, i64); 3] = [
    ("light", "bench/models/checkpoint", 365),
    ("heavy", "bench/models/checkpoint-heavy", 31),
    ("amur", "corridors/amur", 365),
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = words.iter().position(|word| word == "--count") {
        let days = words.get(at + 1).and_then(|days| days.parse().ok()).expect("a number of days follows --count");
        let (_, folder, _) = NETWORKS[0];
        println!("{}", once(&compiled(folder, days), 0).events);
        return;
    }
    let wanted: Vec<&String> = words.iter().filter(|word| !word.starts_with('-')).collect();
    println!(
        "| network | events | vehicles | CPU ms | M events/s | ns an event | µs a vehicle | load CPU ms | digest |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
    for (name, folder, days) in NETWORKS {
        if wanted.is_empty() || wanted.iter().any(|wanted| *wanted == name) {
            measure(name, folder, days);
        }
    }
}

fn measure(name: &str, folder: &str, days: i64) {
    let begin = cpu_s();
    let program = compiled(folder, days);
    let load_s = cpu_s() - begin;
    let (mut best, mut row) = (f64::INFINITY, String::new());
    let mut digest = 0;
    for replication in 0..REPLICATIONS {
        let begin = cpu_s();
        let seen = once(&program, replication);
        let seconds = cpu_s() - begin;
        if replication == 0 {
            digest = word_of(&format!("{seen:?}"));
        }
        let (events, vehicles) =
            (seen.events as f64, seen.streams.iter().map(|stream| stream.left).sum::<u64>() as f64);
        // The longest queue decides how long a replication takes, so they are compared by their time an event.
        if seconds / events < best {
            best = seconds / events;
            row = format!(
                "| {name} | {events} | {vehicles} | {:.1} | {:.1} | {:.1} | {:.3} | {:.1} |",
                seconds * 1e3,
                events / seconds / 1e6,
                seconds * 1e9 / events,
                seconds * 1e6 / vehicles,
                load_s * 1e3,
            );
        }
    }
    println!("{row} {digest:016x} |");
}

fn once(program: &Program, replication: u32) -> Observations {
    let options =
        RunOptions { seed: 1, replication, record_visits: false, record_holds: false, initial: &[], cancel: None };
    run(program, &options).expect("the run ends")
}

/// The program of a model folder, for the first days of 2025.
fn compiled(folder: &str, days: i64) -> Program {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root.join(folder)).expect("the folder is part of the repository") {
        let path = entry.expect("it can be read").path();
        let name = path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
        if is_model_file(&name) {
            files.push(SourceFile { name, bytes: std::fs::read(path).expect("it can be read") });
        }
    }
    let loaded = load(&Folder { files });
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let from = jiff::civil::date(2025, 1, 1);
    let to = from.saturating_add(jiff::Span::new().days(days - 1));
    let timeline =
        corridor.timeline(None).and_then(|all| all.with_window(Some(from), Some(to)).map_err(|one| vec![one]));
    compile(&timeline.expect("it has a scenario for 2025")).expect("it compiles")
}

/// Processor seconds of this thread so far.
#[cfg(unix)]
fn cpu_s() -> f64 {
    use nix::time::{ClockId, clock_gettime};
    std::time::Duration::from(clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).expect("every Unix has it")).as_secs_f64()
}

/// Wall clock, where processor time has no portable name.
#[cfg(not(unix))]
fn cpu_s() -> f64 {
    static BEGIN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGIN.elapsed().as_secs_f64()
}
