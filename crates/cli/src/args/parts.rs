//! What commands have in common, and the options of each: groups of arguments and how their words are read.

use clap::{Args, ValueEnum, ValueHint};
use jiff::civil::Date;
use portway_report::Language;
use portway_study::bottleneck::RankBy;
use portway_study::capacity::ClassShare;
use portway_study::sweep::{POINTS_UNASKED, Shard};
use portway_study::{CapacityOptions, Question};
use std::net::IpAddr;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ModelArgs {
    /// Model folder: holds corridor.toml
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) dir: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Address to listen on; another one than a loopback address needs --token
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    pub(crate) address: IpAddr,
    /// Port to listen on; 0 for any that is free
    #[arg(long, value_name = "N", default_value_t = DEFAULT_PORT)]
    pub(crate) port: u16,
    /// What users must know, 16 characters or more; PORTWAY_TOKEN in the environment does the same
    #[arg(long, value_name = "WORD")]
    pub(crate) token: Option<String>,
    /// Folder for finished studies
    #[arg(long, value_name = "FOLDER", default_value = "runs/studio", value_hint = ValueHint::DirPath)]
    pub(crate) runs: PathBuf,
    /// Number of threads of a study [default: all]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<usize>,
}

/// Nobody else is known to listen there.
const DEFAULT_PORT: u16 = 8470;

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Measure to explain, as listed by `portway measures`
    #[arg(value_name = "MEASURE")]
    pub(crate) measure: String,
    /// Stage, link or facility that it is measured for [default: the corridor]
    #[arg(long, value_name = "NAME")]
    pub(crate) scope: Option<String>,
    /// Only the traffic of this direction
    #[arg(long, value_name = "NAME")]
    pub(crate) direction: Option<String>,
    /// Only this class, or classes joined by `+`
    #[arg(long, value_name = "NAME")]
    pub(crate) class: Option<String>,
    /// Only the flows of this owner
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct WindowArgs {
    /// Scenario to simulate [default: the folder's own default]
    #[arg(long, value_name = "NAME")]
    pub(crate) scenario: Option<String>,
    /// First day of results, YYYY-MM-DD [default: the scenario's]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) from: Option<Date>,
    /// Last day of results, YYYY-MM-DD [default: the scenario's]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(crate) to: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct StudyArgs {
    /// Number of replications [default: 20]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = replications, conflicts_with = "precision")]
    pub(crate) replications: Option<u32>,
    /// Replicate until crossings a day and time door to door are this precise, e.g. 2%
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", value_parser = precision)]
    pub(crate) precision: Option<f64>,
    /// Seed of every random number
    #[arg(long, allow_negative_numbers = true, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of threads; the results do not depend on it [default: one per core]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct RankingArgs {
    /// Rank by this number: MEASURE[:p50|p90|p95][@STAGE][@DIRECTION] [default: door_to_door_h]
    #[arg(long, value_name = "MEASURE", value_parser = Question::parse)]
    pub(crate) by: Option<Question>,
    /// Which is better, when the measure does not tell: largest or smallest
    #[arg(long, value_name = "WHICH", value_parser = prefer)]
    pub(crate) prefer: Option<bool>,
    /// Smallest difference that matters, in the unit of the measure [default: 2 % of the first scenario]
    #[arg(long, allow_hyphen_values = true, value_name = "DIFFERENCE")]
    pub(crate) indifference: Option<f64>,
    /// Probability of choosing right when the best is better by the indifference [default: 95%]
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", value_parser = confidence)]
    pub(crate) confidence: Option<f64>,
}

/// Like [`StudyArgs`] for commands that run many scenarios, each as often as the others.
#[derive(Debug, Args)]
pub(crate) struct TrialArgs {
    /// Number of replications of each scenario that may matter
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = replications, default_value_t = 20)]
    pub(crate) replications: u32,
    /// Seed of every random number
    #[arg(long, allow_negative_numbers = true, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of threads; the results do not depend on it [default: one per core]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct SweepArgs {
    /// Input with the values that it is run at; again for more inputs
    #[arg(long, value_name = "PATH=VALUES", required = true)]
    pub(crate) vary: Vec<String>,
    /// Which combinations are run: every one (full), or a Latin hypercube (lhs)
    #[arg(long, value_enum, default_value_t = DesignName::Full)]
    pub(crate) design: DesignName,
    /// Number of points of a Latin hypercube
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = sweep_points)]
    pub(crate) points: Option<u32>,
    /// Number to ask of every point, NAME[:p50|p90|p95][@STAGE][@DIRECTION], again for more; all for every
    /// measure of the corridor. The first decides which point is the best [default: door_to_door_h,
    /// door_to_door_h:p90, wait_h, crossings_per_day]
    #[arg(long = "measure", value_name = "MEASURE")]
    pub(crate) measures: Vec<String>,
    /// Smallest difference of the first measure that matters, in its unit [default: 2 % of the best]
    #[arg(long, allow_hyphen_values = true, value_name = "DIFFERENCE", value_parser = difference)]
    pub(crate) indifference: Option<f64>,
    /// Run only this part of the points, e.g. 3/16
    #[arg(long, value_name = "I/N", value_parser = Shard::parse)]
    pub(crate) shard: Option<Shard>,
    /// Most points that are run
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = sweep_points, default_value_t = POINTS_UNASKED)]
    pub(crate) max_points: u32,
}

/// Which combinations a sweep runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DesignName {
    Full,
    Lhs,
}

#[derive(Debug, Args)]
pub(crate) struct SensitivityArgs {
    /// Answer to look at, may be given again: MEASURE[:p50|p90|p95][@STAGE][@DIRECTION]
    /// [default: door_to_door_h:p90 and crossings_per_day]
    #[arg(long, value_name = "MEASURE", value_parser = Question::parse)]
    pub(crate) by: Vec<Question>,
    /// Starts of the screening; each takes one run more than there are inputs [default: 8]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = design_points)]
    pub(crate) starts: Option<u32>,
    /// Rows of the design for shares of the variance; each takes up to eleven runs [default: 100]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = design_points)]
    pub(crate) rows: Option<u32>,
    /// Replications of each run, at least 2 [default: 2]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = replications)]
    pub(crate) replications: Option<u32>,
    /// Seed of every random number
    #[arg(long, allow_negative_numbers = true, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of threads; the results do not depend on it [default: one per core]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct CapacityArgs {
    /// Service standard that a flow must keep, see below
    #[arg(long, value_name = "WORDS", default_value = portway_study::capacity::DEFAULT_STANDARD)]
    pub(crate) standard: String,
    /// Let only this direction grow; the others stay as they are [default: all grow together]
    #[arg(long, value_name = "NAME")]
    pub(crate) direction: Option<String>,
    /// Class mix of what grows, e.g. loaded=60%,empty=40% [default: the scenario's own]
    #[arg(long, value_name = "CLASS=SHARE,...", value_parser = mix)]
    pub(crate) mix: Option<Mix>,
    /// Half of an interval over its middle to reach
    #[arg(long, allow_hyphen_values = true, value_name = "SHARE", value_parser = precision, default_value = "2%")]
    pub(crate) precision: f64,
    /// Replications of one flow after which it stays undecided: 24, 48 or 96
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = decided_by, default_value = "48")]
    pub(crate) replications: u32,
    /// Points of each frontier, 2 to 31; 0 for no frontier
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = frontier_points, default_value = "7")]
    pub(crate) points: usize,
    /// Seed of every random number
    #[arg(long, allow_negative_numbers = true, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of threads; the results do not depend on it [default: one per core]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<usize>,
}

/// Shares of classes, summing to 1.
pub(crate) type Mix = Vec<ClassShare>;

#[derive(Debug, Args)]
pub(crate) struct ProgrammeArgs {
    /// Year by the end of which the chance to be open is told [default: that of the next announced opening]
    #[arg(long, value_name = "YEAR", value_parser = year)]
    pub(crate) year: Option<i16>,
    /// Draws of each slip
    #[arg(long, value_name = "N", value_parser = draws, default_value_t = portway_study::programme::DEFAULT_DRAWS)]
    pub(crate) draws: u32,
    /// Scenario in which every project is opened and taken out, to see what it brings [default: none, nothing is simulated]
    #[arg(long, value_name = "NAME")]
    pub(crate) scenario: Option<String>,
    /// First day of what is simulated, YYYY-MM-DD [default: the scenario's]
    #[arg(long, value_name = "DATE", value_parser = date, requires = "scenario")]
    pub(crate) from: Option<Date>,
    /// Last day of what is simulated, YYYY-MM-DD [default: the scenario's]
    #[arg(long, value_name = "DATE", value_parser = date, requires = "scenario")]
    pub(crate) to: Option<Date>,
    /// Number of replications of the scenario with each project and without it, at least 2 [default: 20]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = replications, requires = "scenario")]
    pub(crate) replications: Option<u32>,
    /// Seed of every random number
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of threads; the results do not depend on it [default: one per core]
    #[arg(long, allow_negative_numbers = true, value_name = "N", value_parser = threads, requires = "scenario")]
    pub(crate) threads: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct OutputArgs {
    /// Print one JSON object to standard output and nothing else there
    #[arg(long)]
    pub(crate) json: bool,
    /// Folder to write; an existing one is replaced only if it is a run folder
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) out: Option<PathBuf>,
    /// Language of tables and reports: en, zh (Chinese) or ru (Russian)
    #[arg(long, value_name = "LANG", value_parser = language, default_value = "en")]
    pub(crate) lang: Language,
}

pub(super) fn language(text: &str) -> Result<Language, String> {
    let known = [("en", Language::En), ("zh", Language::Zh), ("ru", Language::Ru)];
    let found = known.into_iter().find(|(name, _)| *name == text);
    found.map(|(_, language)| language).ok_or_else(|| "write en, zh or ru".to_owned())
}

pub(super) fn rank_by(text: &str) -> Result<RankBy, String> {
    match text {
        "hours" => Ok(RankBy::Hours),
        "crossings" => Ok(RankBy::Crossings),
        "p90" => Ok(RankBy::P90),
        _ => Err("write hours, crossings or p90".to_owned()),
    }
}

pub(super) fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a date of the calendar as YYYY-MM-DD, e.g. 2026-01-31".to_owned())
}

fn replications(text: &str) -> Result<u32, String> {
    let most = portway_study::options::MOST_REPLICATIONS;
    let n = text.parse().ok().filter(|n| (1..=most).contains(n));
    n.ok_or_else(|| format!("write a whole number from 1 to {most}"))
}

fn draws(text: &str) -> Result<u32, String> {
    let most = portway_study::programme::MOST_DRAWS;
    let n = text.parse().ok().filter(|n| (1..=most).contains(n));
    n.ok_or_else(|| format!("write a whole number from 1 to {most}"))
}

fn year(text: &str) -> Result<i16, String> {
    text.parse().ok().filter(|year| (1900..=2200).contains(year)).ok_or_else(|| "write a year, e.g. 2027".to_owned())
}

fn difference(text: &str) -> Result<f64, String> {
    let value = text.parse().ok().filter(|value: &f64| value.is_finite() && *value >= 0.0);
    value.ok_or_else(|| "write a number that is not negative, in the unit of the measure".to_owned())
}

fn sweep_points(text: &str) -> Result<u32, String> {
    let most = portway_study::sweep::MOST_POINTS;
    let n = text.parse().ok().filter(|n| (1..=most).contains(n));
    n.ok_or_else(|| format!("write a whole number from 1 to {most}"))
}

fn design_points(text: &str) -> Result<u32, String> {
    let most = portway_study::sensitivity::MOST_POINTS;
    let n = text.parse().ok().filter(|n| (3..=most).contains(n));
    n.ok_or_else(|| format!("write a whole number from 3 to {most}"))
}

fn threads(text: &str) -> Result<usize, String> {
    let most = portway_study::options::MOST_THREADS;
    let n = text.parse().ok().filter(|n| (1..=most).contains(n));
    n.ok_or_else(|| format!("write a whole number from 1 to {most}"))
}

/// A part of a whole, in per cent or as a number.
fn share(text: &str) -> Option<f64> {
    let share = match text.trim().strip_suffix('%') {
        Some(percent) => percent.trim_end().parse::<f64>().map(|p| p / 100.0),
        None => text.trim().parse::<f64>(),
    };
    share.ok()
}

/// `loaded=60%,empty=40%`.
fn mix(text: &str) -> Result<Mix, String> {
    let one = |part: &str| -> Result<ClassShare, String> {
        let (class, of_it) = part.split_once('=').ok_or_else(|| format!("`{part}` is not CLASS=SHARE"))?;
        let of_it = share(of_it).filter(|of_it| (0.0..=1.0).contains(of_it));
        let of_it = of_it.ok_or_else(|| format!("`{part}` has no share from 0% to 100%"))?;
        Ok(ClassShare { class: class.trim().to_owned(), share: of_it })
    };
    let mix = text.split(',').map(one).collect::<Result<Vec<_>, _>>()?;
    if let Some(twice) = mix.iter().enumerate().find(|(at, of)| mix[..*at].iter().any(|other| other.class == of.class))
    {
        return Err(format!("`{}` is named twice", twice.1.class));
    }
    let sum: f64 = mix.iter().map(|of| of.share).sum();
    if (sum - 1.0).abs() > ROUNDING_OF_SHARES {
        return Err(format!("the shares add up to {:.1} %, not to 100 %", sum * 100.0));
    }
    Ok(mix)
}

/// Shares that people round to whole per cent may miss 100 % by this much.
const ROUNDING_OF_SHARES: f64 = 0.0051;

fn decided_by(text: &str) -> Result<u32, String> {
    let known = CapacityOptions::REPLICATIONS;
    let n = text.parse().ok().filter(|n| known.contains(n));
    n.ok_or_else(|| format!("write one of {}", known.map(|n| n.to_string()).join(", ")))
}

fn frontier_points(text: &str) -> Result<usize, String> {
    let n = text.parse().ok().filter(|n| *n == 0 || (2..=MOST_POINTS).contains(n));
    n.ok_or_else(|| format!("write 0, or a whole number from 2 to {MOST_POINTS}"))
}

/// More points of a curve are closer than their intervals.
const MOST_POINTS: usize = 31;

/// A precision: `2%`, `2 %` or `0.02`.
fn precision(text: &str) -> Result<f64, String> {
    let share = share(text).filter(|share| (MOST_PRECISE..1.0).contains(share));
    share.ok_or_else(|| "write a share from 0.1% to below 100%, e.g. 2% or 0.02".to_owned())
}

/// Whether the largest is the best.
fn prefer(text: &str) -> Result<bool, String> {
    match text {
        "largest" => Ok(true),
        "smallest" => Ok(false),
        _ => Err("write largest or smallest".to_owned()),
    }
}

/// A probability: `95%`, `95 %` or `0.95`.
fn confidence(text: &str) -> Result<f64, String> {
    let share = share(text).filter(|share| (0.5..1.0).contains(share));
    share.ok_or_else(|| "write a probability from 50% to below 100%, e.g. 95% or 0.95".to_owned())
}

/// Below this a study would need millions of replications.
const MOST_PRECISE: f64 = 0.001;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_precision_is_a_share() {
        assert_eq!(precision("2%"), Ok(0.02));
        assert_eq!(precision("2 %"), Ok(0.02));
        assert_eq!(precision("0.02"), Ok(0.02));
        for wrong in ["", "0", "0%", "100%", "-2%", "NaN", "2", "two", "%"] {
            assert!(precision(wrong).is_err(), "{wrong}");
        }
    }
}
