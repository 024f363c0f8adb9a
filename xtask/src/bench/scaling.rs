//! `cargo xtask bench --scaling`: how speed and memory change with the size of a model and the number of replications.

use super::engines::{Workshop, last_day, printed};
use super::generated::{self, ALIVE_PER_DAY, ROUTE_PER_DAY, STAGES_PER_ROUTE};
use super::plot::{Panel, plot};
use super::{median, page};
use crate::usage::{Usage, measure};
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

/// Vehicles alive. The kernel has room for a million; the last is as near as chance allows.
const ALIVE: [u32; 5] = [100, 1_000, 10_000, 100_000, 990_000];

/// Days of a run: five mean stays of the largest, so that it has filled up for most of the run.
const ALIVE_DAYS: u32 = 5;

const STAGES: [u32; 4] = [10, 100, 1_000, 10_000];

/// Vehicles of a run, whatever the number of stages.
const STAGES_VEHICLES: u32 = 1_000_000;

const REPLICATIONS: [u32; 4] = [1, 10, 100, 1_000];

/// Days of a replication of the checkpoint network: a month, so that a thousand take seconds.
const REPLICATION_DAYS: u32 = 30;

/// Runs of the kernel behind a median.
const RUNS: u64 = 5;

/// Runs of the command behind a median; a thousand replications, twice, are most of this benchmark.
const COMMAND_RUNS: u64 = 3;

/// Measures, prints; writes the page and the plot when asked.
pub(super) fn run(root: &Path, write: bool) -> Result<(), String> {
    let workshop = Workshop::new(root);
    workshop.build()?;
    let mut section = page::made(root);
    let mut shown = 0;
    // Each table is printed when it is done: the next may take minutes.
    let mut show = |section: &str| {
        println!("{}", &section[shown..]);
        shown = section.len();
    };
    let alive = alive(&workshop, &mut section)?;
    show(&section);
    let stages = stages(&workshop, &mut section)?;
    show(&section);
    let replications = replications(&workshop, &mut section)?;
    show(&section);
    if !write {
        return Ok(());
    }
    let image = plot(&[
        Panel { title: "Vehicles alive", unit: "million events a second", points: alive },
        Panel { title: "Stages", unit: "million events a second", points: stages },
        Panel { title: "Replications", unit: "replications a second, all cores", points: replications },
    ]);
    let images = root.join("docs/images");
    let path = images.join("scaling.svg");
    let written = std::fs::create_dir_all(&images).and_then(|()| std::fs::write(&path, image));
    written.map_err(|error| format!("{}: {error}", path.display()))?;
    section.push_str("\n![Speed against vehicles alive, stages and replications](images/scaling.svg)\n");
    page::write(root, page::SCALING, &section)
}

/// What the kernel did with one folder: medians over the runs, and the memory of the first.
struct Kernel {
    events_m: f64,
    events_m_per_s: f64,
    load_ms: f64,
    inside: f64,
    peak_bytes: f64,
}

fn kernel(workshop: &Workshop, folder: &Path, days: u32) -> Result<Kernel, String> {
    let from = last_day(1);
    let lines = super::kernel::lines(workshop, &folder.display().to_string(), &from, &last_day(days), RUNS)?;
    let all = |value: &dyn Fn(&Value) -> Option<f64>| median(lines.iter().filter_map(value).collect());
    Ok(Kernel {
        events_m: all(&|line| Some(line["events"].as_f64()? / 1e6)),
        events_m_per_s: all(&|line| Some(line["events"].as_f64()? / line["cpu_s"].as_f64()? / 1e6)),
        load_ms: all(&|line| Some(line["load_s"].as_f64()? * 1e3)),
        inside: all(&|line| line["inside_at_end"].as_f64()),
        // Later runs of a process find its memory in pieces, which is not what one of them takes.
        peak_bytes: lines.first().and_then(|line| line["peak_bytes"].as_f64()).unwrap_or(f64::NAN),
    })
}

fn alive(workshop: &Workshop, section: &mut String) -> Result<Vec<(f64, f64)>, String> {
    let _ = write!(
        section,
        "\n**Vehicles alive.** One stage without a limit of lanes, {} million vehicles a day for {ALIVE_DAYS} days; the stay is as \
         long as it takes to have so many inside, and each has an event pending. One core, median of {RUNS}; memory of the first.\n\n\
         | vehicles inside at the end | million events | million events a second | peak MiB | bytes a live vehicle |\n\
         | ---: | ---: | ---: | ---: | ---: |\n",
        ALIVE_PER_DAY / 1_000_000
    );
    let mut points = Vec::new();
    let mut least = None;
    for vehicles in ALIVE {
        println!("running {vehicles} vehicles alive");
        let folder = generated::write(
            &workshop.folder.join("models"),
            &format!("alive-{vehicles}"),
            &generated::alive(vehicles),
        )?;
        let seen = kernel(workshop, &folder, ALIVE_DAYS)?;
        let (inside, bytes) = *least.get_or_insert((seen.inside, seen.peak_bytes));
        let each = (seen.peak_bytes - bytes) / (seen.inside - inside);
        // Below this many vehicles the difference is that of a few pages of memory.
        let each = if seen.inside >= 50_000.0 { format!("{each:.0}") } else { "–".into() };
        let _ = writeln!(
            section,
            "| {:.0} | {:.1} | {:.1} | {:.1} | {each} |",
            seen.inside,
            seen.events_m,
            seen.events_m_per_s,
            seen.peak_bytes / 1_048_576.0
        );
        points.push((f64::from(vehicles), seen.events_m_per_s));
    }
    Ok(points)
}

fn stages(workshop: &Workshop, section: &mut String) -> Result<Vec<(f64, f64)>, String> {
    let _ = write!(
        section,
        "\n**Stages.** Routes of {STAGES_PER_ROUTE} stages with one lane each, {ROUTE_PER_DAY} vehicles a day on each route; so many \
         days that a million vehicles pass. One core, median of {RUNS}; memory of the first.\n\n\
         | stages | vehicles inside at the end | million events | million events a second | reading and compiling, ms | peak MiB |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    let mut points = Vec::new();
    for stages in STAGES {
        println!("running {stages} stages");
        let folder =
            generated::write(&workshop.folder.join("models"), &format!("stages-{stages}"), &generated::stages(stages))?;
        let days = STAGES_VEHICLES / (stages / STAGES_PER_ROUTE * ROUTE_PER_DAY);
        let seen = kernel(workshop, &folder, days)?;
        let _ = writeln!(
            section,
            "| {stages} | {:.0} | {:.1} | {:.1} | {:.1} | {:.1} |",
            seen.inside,
            seen.events_m,
            seen.events_m_per_s,
            seen.load_ms,
            seen.peak_bytes / 1_048_576.0
        );
        points.push((f64::from(stages), seen.events_m_per_s));
    }
    Ok(points)
}

fn replications(workshop: &Workshop, section: &mut String) -> Result<Vec<(f64, f64)>, String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let _ = write!(
        section,
        "\n**Replications.** The whole command on {REPLICATION_DAYS} days of the checkpoint network, median of {COMMAND_RUNS}. Use of the \
         cores is the time of one thread over {cores} times the time of {cores}.\n\n\
         | replications | 1 thread, s | {cores} threads, s | use of the cores | replications a second | peak MiB |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    let mut points = Vec::new();
    for replications in REPLICATIONS {
        println!("running {replications} replications");
        let one = command(workshop, replications, 1)?;
        let all = command(workshop, replications, cores)?;
        let seconds = |runs: &[Usage]| median(runs.iter().map(|usage| usage.wall_s).collect());
        let (one_s, all_s) = (seconds(&one), seconds(&all));
        let peak = median(all.iter().filter_map(|usage| usage.peak_mib).collect());
        let per_s = f64::from(replications) / all_s;
        // Fewer replications than cores leave some of them nothing to do.
        let use_of_cores = if (replications as usize) < cores {
            "–".into()
        } else {
            format!("{:.0} %", one_s / (cores as f64 * all_s) * 100.0)
        };
        let _ =
            writeln!(section, "| {replications} | {one_s:.3} | {all_s:.3} | {use_of_cores} | {per_s:.0} | {peak:.1} |");
        points.push((f64::from(replications), per_s));
    }
    Ok(points)
}

fn command(workshop: &Workshop, replications: u32, threads: usize) -> Result<Vec<Usage>, String> {
    let folder = workshop.root.join("bench/models/checkpoint").display().to_string();
    let (first, last) = (last_day(1), last_day(REPLICATION_DAYS));
    let (replications, threads) = (replications.to_string(), threads.to_string());
    let program = workshop.portway().display().to_string();
    let words: Vec<String> = [
        &program,
        "run",
        &folder,
        "--from",
        &first,
        "--to",
        &last,
        "--replications",
        &replications,
        "--threads",
        &threads,
        "--json",
    ]
    .into_iter()
    .map(ToString::to_string)
    .collect();
    // Once for the caches, and to see that it answers.
    printed(&words)?;
    (0..COMMAND_RUNS).map(|_| measure(&words)).collect()
}
