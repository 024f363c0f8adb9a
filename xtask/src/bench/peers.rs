//! `cargo xtask bench --peers`: the same networks in other engines, first their answers, then their processor time.

use super::agreement::{Sample, Verdict, Z_LIMIT, spread};
use super::engines::{ENGINES, Engine, NETWORKS, Outcome, Workshop, YEAR_DAYS};
use super::{median, page};
use crate::usage::measure;
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

/// Timed runs of each compiled engine; odd, so that the median is a measured run.
const TIMED_RUNS: u64 = 7;

/// Engines get seeds of their own: SimPy and salabim use the same generator, and equal draws would prove less.
const SEEDS_PER_ENGINE: u64 = 1000;

/// Proves agreement, measures, prints; writes the page when asked.
pub(super) fn run(root: &Path, write: bool) -> Result<(), String> {
    let workshop = Workshop::new(root);
    workshop.build()?;
    workshop.install()?;
    let answers = answers(&workshop)?;
    let mut section = agreement(&answers)?;
    section.push('\n');
    section.push_str(&speed(&workshop, &answers)?);
    let section = format!("{}\n{section}", page::made(root));
    println!("\n{section}");
    if write { page::write(root, page::PEERS, &section) } else { Ok(()) }
}

/// The runs of one engine, by network.
struct Answers {
    engine: &'static Engine,
    networks: Vec<Vec<Outcome>>,
}

impl Answers {
    fn version(&self) -> &str {
        self.networks.iter().flatten().next().map_or("", |outcome| &outcome.version)
    }
}

fn answers(workshop: &Workshop) -> Result<Vec<Answers>, String> {
    let mut all = Vec::new();
    for (index, engine) in ENGINES.iter().enumerate() {
        println!("asking {}: {} runs of each network", engine.name, engine.runs);
        let seeds = 1 + index as u64 * SEEDS_PER_ENGINE..;
        let runs = |(network, days): &(&str, u32)| -> Result<Vec<Outcome>, String> {
            let of_engine = seeds.clone().take(engine.runs as usize);
            of_engine.map(|seed| workshop.run(engine, network, *days, seed)).collect()
        };
        all.push(Answers { engine, networks: NETWORKS.iter().map(runs).collect::<Result<_, _>>()? });
    }
    Ok(all)
}

/// A measure of an answer: its name, and where it stands.
type Asked = (&'static str, fn(&Outcome) -> f64);

const ASKED: [Asked; 2] =
    [("mean time inside", |outcome| outcome.inside_min), ("mean wait", |outcome| outcome.wait_min)];

/// A table of answers; an error when two engines disagree.
fn agreement(answers: &[Answers]) -> Result<String, String> {
    let mut verdict = Verdict::default();
    let mut table = String::from("| mean of a run, min |");
    for answers in answers {
        let _ = write!(table, " {} |", answers.engine.name);
    }
    table.push_str("\n| --- |");
    table.push_str(&" ---: |".repeat(answers.len()));
    for (index, (network, days)) in NETWORKS.iter().enumerate() {
        for (name, value) in ASKED {
            let sample = |answers: &Answers| Sample {
                engine: answers.engine.name.into(),
                means: answers.networks[index].iter().map(value).collect(),
            };
            let samples: Vec<Sample> = answers.iter().map(sample).collect();
            verdict.compare(&format!("{network}, {name}"), &samples);
            let spread = spread(&samples);
            let _ = write!(table, "\n| {network}, {days} days, {name} |");
            for sample in &samples {
                let error = spread / (sample.means.len() as f64).sqrt();
                let _ = write!(table, " {:.3} ± {error:.3} |", sample.mean());
            }
        }
    }
    table.push_str("\n| runs of each network |");
    for answers in answers {
        let _ = write!(table, " {} |", answers.engine.runs);
    }
    let Verdict { comparisons, largest_z, disagreements } = verdict;
    if !disagreements.is_empty() {
        return Err(format!("the engines disagree, so their times are not compared\n{table}\n{disagreements}"));
    }
    Ok(format!(
        "All {comparisons} comparisons of two engines lie within {largest_z:.1} standard errors (limit {Z_LIMIT}); ± is one standard \
         error.\n\n{table}\n"
    ))
}

/// A table of processor time per vehicle, and how many times Portway's that is.
fn speed(workshop: &Workshop, answers: &[Answers]) -> Result<String, String> {
    let mut rows: Vec<(String, Vec<f64>)> = Vec::new();
    for answers in answers {
        println!("timing {}", answers.engine.name);
        let mut medians = Vec::new();
        for (index, (network, _)) in NETWORKS.iter().enumerate() {
            let times = if answers.engine.compiled {
                (1..=TIMED_RUNS).map(|seed| timed(workshop, answers.engine, network, seed)).collect::<Result<_, _>>()?
            } else {
                answers.networks[index].iter().filter_map(us_per_vehicle).collect()
            };
            medians.push(median(times));
        }
        rows.push((format!("{} {}", answers.engine.name, answers.version()), medians));
    }
    let kernel = NETWORKS.iter().map(|(network, _)| kernel(workshop, network)).collect::<Result<_, _>>()?;
    rows.insert(1, ("— its kernel alone".into(), kernel));

    let mut table = String::from("| processor time a vehicle |");
    for (network, _) in NETWORKS {
        let _ = write!(table, " {network}, µs | times Portway |");
    }
    table.push_str("\n| --- |");
    table.push_str(&" ---: | ---: |".repeat(NETWORKS.len()));
    let own = rows[0].1.clone();
    for (name, medians) in &rows {
        let _ = write!(table, "\n| {name} |");
        for (value, own) in medians.iter().zip(&own) {
            let _ = write!(table, " {} | {} |", digits(*value), digits(value / own));
        }
    }
    table.push('\n');
    Ok(table)
}

/// Microseconds per vehicle of a timed run of a compiled engine. Portway is measured from outside: its start, reading the
/// folder, all statistics and printing count, while the others say what their run alone took.
fn timed(workshop: &Workshop, engine: &Engine, network: &str, seed: u64) -> Result<f64, String> {
    let outcome = workshop.run(engine, network, YEAR_DAYS, seed)?;
    if let Some(us) = us_per_vehicle(&outcome) {
        return Ok(us);
    }
    let usage = measure(&workshop.command(engine, network, YEAR_DAYS, seed))?;
    Ok(usage.cpu_s.unwrap_or(usage.wall_s) * 1e6 / outcome.vehicles)
}

fn us_per_vehicle(outcome: &Outcome) -> Option<f64> {
    Some(outcome.cpu_s? * 1e6 / outcome.vehicles)
}

/// Microseconds per vehicle of Portway's kernel, median of as many replications of a year.
fn kernel(workshop: &Workshop, network: &str) -> Result<f64, String> {
    let folder = workshop.root.join("bench/models").join(network).display().to_string();
    let lines = super::kernel::lines(workshop, &folder, "-", "-", TIMED_RUNS)?;
    let us = |line: &Value| Some(line["cpu_s"].as_f64()? * 1e6 / line["vehicles"].as_f64()?);
    Ok(median(lines.iter().filter_map(us).collect()))
}

/// Three digits that count.
fn digits(value: f64) -> String {
    let places = (2 - value.abs().log10().floor() as i32).clamp(0, 3) as usize;
    format!("{value:.places$}")
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn three_digits_count() {
        assert_eq!([0.1234, 1.0, 23.456, 777.7].map(digits), ["0.123", "1.00", "23.5", "778"]);
    }
}
