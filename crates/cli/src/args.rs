//! The command line as it is typed. Meaning is given to it in [`settings`](crate::settings).

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use jiff::civil::Date;
use portway_report::Language;
use portway_study::Question;
use portway_study::bottleneck::RankBy;
use portway_study::sweep::{MOST_POINTS, POINTS_UNASKED, Shard};
use portway_study::capacity::ClassShare;
use portway_study::{CapacityOptions, Question};
use std::path::PathBuf;

/// Plan and run a border corridor from one readable model.
#[derive(Debug, Parser)]
#[command(
    name = "portway",
    version,
    about = "Plan and run a border corridor from one readable model folder.",
    disable_help_subcommand = true,
    max_term_width = 100,
    after_help = AFTER_HELP
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const AFTER_HELP: &str = "\
Examples:
  portway new my-corridor                      a small corridor to start from
  portway check my-corridor                    every mistake at once, with line and reason
  portway run my-corridor                      simulate, print the table, write runs/.../report.html
  portway compare my-corridor base more-lanes  what a change brings, and how sure that is
  portway bottleneck my-corridor               what holds it back, and what one more unit would buy
  portway capacity my-corridor                 how much it can take

Exit codes:
  0  done
  1  findings, such as a queue that grows without bound, or a validation that does not hold
  2  wrong usage, an unreadable model, or a result that could not be written
  130  interrupted";

const CAPACITY_HELP: &str = "\
A standard is STATISTIC TIME <= LIMIT, e.g. \"P90 wait <= 4 h\" or \"mean door-to-door <= 6 h\".
STATISTIC is mean, P50, P90 or P95. TIME is wait (all but virtual), total-wait, virtual-wait,
yard-wait, physical-wait, blocked-wait or door-to-door. Behind a comma, \"carried >= 95 %\" says
which share of those who come must get through. Each direction keeps the standard for freight and
for passengers by itself, and a queue that grows breaks every standard.

A flow is the mean of the days of the window, with the scenario's own profile, holidays and random
closures. The fluid bound beside it is the flow at which some lanes get as much work as they can do.

Examples:
  portway capacity corridors/amur
  portway capacity corridors/amur --direction into-ru --standard \"mean door-to-door <= 6 h\"
  portway capacity corridors/amur --scenario design --mix loaded=60%,empty=40% --points 0";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a small commented corridor to start from
    #[command(after_help = "Example:\n  portway new my-corridor")]
    New {
        /// Folder to create; it must not exist, or be empty
        #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
        dir: PathBuf,
    },
    /// Read a model folder and report every mistake
    #[command(after_help = "\
Errors end with exit code 2; a folder with warnings only passes.

Example:
  portway check corridors/amur")]
    Check {
        #[command(flatten)]
        model: ModelArgs,
        /// Print one JSON object with the diagnostics instead of text
        #[arg(long)]
        json: bool,
    },
    /// Simulate a scenario and write tables and a report
    #[command(after_help = "\
The run folder holds report.html (opens from disk, no network), results.json, hourly.parquet,
and manifest.json and model/, with which the run can be repeated to the byte. It appears whole
or not at all, and takes the place of an earlier run of the same name. With --json and without
--out no folder is written.

When the model has changed since that earlier run, table and report begin with what changed and
how sure that is, paired replication by replication; the earlier texts and values are kept in
before/. That needs the same scenario, window, seed and number of replications. --against
compares with any other run folder in the same way.

Examples:
  portway run corridors/amur
  portway run corridors/amur --scenario 2025-05 --precision 2%
  portway run corridors/amur --out runs/two-lanes --against runs/amur-2026-01-seed1
  portway run corridors/amur --from 2026-01-10 --to 2026-01-20 --replications 50 --json
  portway run corridors/amur --from 2026-01-10 --to 2026-01-12 --state this-morning.csv")]
    Run {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        window: WindowArgs,
        #[command(flatten)]
        study: StudyArgs,
        #[command(flatten)]
        output: OutputArgs,
        /// Write every visit of the first replication, and of no other, to visits.parquet
        #[arg(long)]
        visits: bool,
        /// Begin with the vehicles of this CSV file (flow,stage,vehicles,since) and without a warm-up
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        state: Option<PathBuf>,
        /// Compare with this earlier run folder [default: the one that is replaced]
        #[arg(long, value_name = "RUN_FOLDER", value_hint = ValueHint::DirPath)]
        against: Option<PathBuf>,
    },
    /// Compare scenarios on the same random numbers: two row by row, three and more by rank
    #[command(after_help = "\
Two scenarios: every vehicle meets the same luck in both scenarios, so a difference shows with far fewer
replications; the last lines say how many times fewer. A difference is called a change when its
paired 95 % interval does not contain zero; of twenty rows without any difference, one is called
a change by chance.

Three and more, or --by: the best is chosen with a stated probability (procedure KN of Kim and
Nelson, 2001). Each scenario is replicated only for as long as it may still be the best;
--replications is the first stage. Scenarios that differ by less than --indifference count as
equally good.

Examples:
  portway compare corridors/amur temporary 2026-01 --replications 40
  portway compare corridors/amur 2026-01 temporary 2025-05-permanent --by door_to_door_h:p90
  portway compare corridors/amur 2026-01 temporary --by crossings_per_day --indifference 0.5")]
    Compare {
        #[command(flatten)]
        model: ModelArgs,
        /// Scenarios; of two, A B, differences are B minus A
        #[arg(value_name = "SCENARIO", num_args = 2.., required = true)]
        scenarios: Vec<String>,
        #[command(flatten)]
        ranking: RankingArgs,
        /// First day of results of all, YYYY-MM-DD
        #[arg(long, value_name = "DATE", value_parser = date)]
        from: Option<Date>,
        /// Last day of results of all, YYYY-MM-DD
        #[arg(long, value_name = "DATE", value_parser = date)]
        to: Option<Date>,
        #[command(flatten)]
        study: StudyArgs,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Rank every resource by what one more unit of it buys, and say what holds what
    #[command(after_help = "\
Each lane, waiting room, opening hour, slot, link and disturbance of the scenario is raised alone by
one unit, on the same random numbers; the difference is what the unit buys. All are tried with a
few replications, and those that may matter with as many as --replications says. Beside them stand
all lanes of one country together, service a tenth faster, and a tenth more demand. The chain of
cause says which place holds the vehicles of which other one, and for how many hours a day.

Examples:
  portway bottleneck corridors/amur
  portway bottleneck corridors/amur --scenario 2025-05 --by crossings
  portway bottleneck corridors/amur --replications 40 --json")]
    Bottleneck {
    /// Find the largest flow that keeps a service standard, and what one part of the traffic costs another
    #[command(after_help = CAPACITY_HELP)]
    Capacity {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        window: WindowArgs,
        /// What to rank by: hours (vehicle-hours a year), crossings (a day) or p90 (time door to door)
        #[arg(long, value_name = "MEASURE", value_parser = rank_by, default_value = "hours")]
        by: RankBy,
        #[command(flatten)]
        trials: TrialArgs,
        #[command(flatten)]
        asked: CapacityArgs,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Compare the simulation with what was really observed, or with exact answers
    #[command(after_help = "\
Runs each scenario that observations.csv names once. A row agrees when the whole simulated 95 %
interval lies inside its range, misses when the whole interval lies outside, and cannot be told
otherwise. Exit code 0 needs every row to agree.

A folder with exact.csv, or a folder of such folders, is held against queueing theory instead. Each row is run until a
bias of 1 % would be found, or of what --precision says; a correct simulator has all rows right with a probability of 99 %.

Examples:
  portway validate corridors/amur
  portway validate validation --write docs/validation.md")]
    Validate {
        #[command(flatten)]
        model: ModelArgs,
        /// Only the rows of this scenario
        #[arg(long, value_name = "NAME")]
        scenario: Option<String>,
        #[command(flatten)]
        study: StudyArgs,
        /// Write a page about exact answers, in Markdown
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["out", "scenario"])]
        write: Option<PathBuf>,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Run a scenario at many values of its inputs
    #[command(after_help = "\
Values are written as
  2..8                    whole numbers from 2 to 8
  2..8 step 2             2, 4, 6, 8
  '10 min..20 min in 5'   five values at equal distances
  2,4,8                   these values; a,b or '\"a\",\"b\"' for texts
A quantity that is given to a distribution moves its mean. A value by class is named alone, e.g.
facility.kani-kurgan.stage.freight.service.empty. Every point meets the same luck.

A full design runs every combination. A Latin hypercube (--design lhs) of N points meets N parts
of every range, each once; its ranges need no number of values.

Every finished point is kept on the disk at once. After an interruption, even a power failure,
the same command goes on: nothing finished is lost or run twice. The folder holds results.csv,
results.parquet, report.html and the points themselves.

--shard 3/16 runs the third of sixteen parts into a folder of its own, on any machine;
portway merge puts the parts together, to the same bytes as one process.

Examples:
  portway sweep corridors/amur --vary facility.kani-kurgan.stage.freight.lanes=2..8
  portway sweep corridors/amur --vary facility.kani-kurgan.stage.freight.lanes=2..6 \\
    --vary 'facility.kani-kurgan-holding.stage.booking.places=8..14 step 2'
  portway sweep corridors/amur --design lhs --points 50 --shard 1/2 \\
    --vary 'facility.kani-kurgan.stage.x-ray-in.share.loaded=10 %..60 %' \\
    --vary 'facility.kani-kurgan.stage.second-line.service=60 min..120 min'")]
    Sweep {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        sweep: SweepArgs,
        #[command(flatten)]
        window: WindowArgs,
        #[command(flatten)]
        trial: TrialArgs,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Put the shards of a sweep together
    #[command(after_help = "\
All shards must be of the same sweep and finished; what is missing is named. The folder that is
written has the same bytes as that of one process that ran the whole sweep.

Example:
  portway merge runs/amur-2026-01-sweep-seed1-shard-*")]
    Merge {
        /// Folders that portway sweep --shard has written
        #[arg(value_name = "SHARD", required = true, value_hint = ValueHint::DirPath)]
        shards: Vec<PathBuf>,
    /// Find which of the things that nobody knows decide the answer
    #[command(after_help = "\
Every row of evidence.csv with a low and a high is varied over its range. Screening moves each
input alone from many places; those that stand out are told apart by their share of the variance,
the rest together as one; the largest are moved alone from the model as written. An input decides
when it has a part in at least 5 % of the variance. The first line says how many runs that takes
and how long.

Examples:
  portway sensitivity corridors/amur
  portway sensitivity corridors/amur --scenario temporary --by door_to_door_h:p90@into-cn
  portway sensitivity corridors/amur --from 2026-01-10 --to 2026-01-20 --rows 200 --lang ru")]
    Sensitivity {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        window: WindowArgs,
        #[command(flatten)]
        design: SensitivityArgs,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Print the JSON Schema of model files, for editors
    #[command(after_help = "Example:\n  portway schema > portway.schema.json")]
    Schema,
    /// List every measure with its unit and definition
    #[command(after_help = "Example:\n  portway measures")]
    Measures {
        /// Print one JSON object instead of a table; its words stay English
        #[arg(long)]
        json: bool,
        /// Language of names and definitions: en, zh (Chinese) or ru (Russian)
        #[arg(long, value_name = "LANG", value_parser = language, default_value = "en")]
        lang: Language,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ModelArgs {
    /// Model folder: holds corridor.toml
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) dir: PathBuf,
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
    #[arg(long, value_name = "N", value_parser = replications, conflicts_with = "precision")]
    pub(crate) replications: Option<u32>,
    /// Replicate until crossings a day and time door to door are this precise, e.g. 2%
    #[arg(long, value_name = "SHARE", value_parser = precision)]
    pub(crate) precision: Option<f64>,
    /// Seed of every random number
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of threads; the results do not depend on it [default: one per core]
    #[arg(long, value_name = "N", value_parser = threads)]
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
    #[arg(long, value_name = "DIFFERENCE")]
    pub(crate) indifference: Option<f64>,
    /// Probability of choosing right when the best is better by the indifference [default: 95%]
    #[arg(long, value_name = "SHARE", value_parser = confidence)]
    pub(crate) confidence: Option<f64>,
}

/// Like [`StudyArgs`] for commands that run many scenarios, each as often as the others.
#[derive(Debug, Args)]
pub(crate) struct TrialArgs {
    /// Number of replications of each point, or of each scenario that may matter
    #[arg(long, value_name = "N", value_parser = replications, default_value_t = 20)]
    pub(crate) replications: u32,
    /// Seed of every random number
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of threads; the results do not depend on it [default: one per core]
    #[arg(long, value_name = "N", value_parser = threads)]
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
    #[arg(long, value_name = "N", value_parser = points)]
    pub(crate) points: Option<u32>,
    /// Number to ask of every point, NAME[:p50|p90|p95][@STAGE][@DIRECTION], again for more; all for every
    /// measure of the corridor. The first decides which point is the best [default: door_to_door_h,
    /// door_to_door_h:p90, wait_h, crossings_per_day]
    #[arg(long = "measure", value_name = "MEASURE")]
    pub(crate) measures: Vec<String>,
    /// Smallest difference of the first measure that matters, in its unit [default: 2 % of the best]
    #[arg(long, value_name = "DIFFERENCE", value_parser = difference)]
    pub(crate) indifference: Option<f64>,
    /// Run only this part of the points, e.g. 3/16
    #[arg(long, value_name = "I/N", value_parser = Shard::parse)]
    pub(crate) shard: Option<Shard>,
    /// Most points that are run
    #[arg(long, value_name = "N", value_parser = points, default_value_t = POINTS_UNASKED)]
    pub(crate) max_points: u32,
}

/// Which combinations a sweep runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DesignName {
    Full,
    Lhs,
pub(crate) struct SensitivityArgs {
    /// Answer to look at, may be given again: MEASURE[:p50|p90|p95][@STAGE][@DIRECTION]
    /// [default: door_to_door_h:p90 and crossings_per_day]
    #[arg(long, value_name = "MEASURE", value_parser = Question::parse)]
    pub(crate) by: Vec<Question>,
    /// Starts of the screening; each takes one run more than there are inputs [default: 8]
    #[arg(long, value_name = "N", value_parser = points)]
    pub(crate) starts: Option<u32>,
    /// Rows of the design for shares of the variance; each takes up to eleven runs [default: 100]
    #[arg(long, value_name = "N", value_parser = points)]
    pub(crate) rows: Option<u32>,
    /// Replications of each run, at least 2 [default: 2]
    #[arg(long, value_name = "N", value_parser = replications)]
    pub(crate) replications: Option<u32>,
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
    #[arg(long, value_name = "SHARE", value_parser = precision, default_value = "2%")]
    pub(crate) precision: f64,
    /// Replications of one flow after which it stays undecided: 24, 48 or 96
    #[arg(long, value_name = "N", value_parser = decided_by, default_value = "48")]
    pub(crate) replications: u32,
    /// Points of each frontier, 2 to 31; 0 for no frontier
    #[arg(long, value_name = "N", value_parser = points, default_value = "7")]
    pub(crate) points: usize,
    /// Seed of every random number
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Number of threads; the results do not depend on it [default: one per core]
    #[arg(long, value_name = "N", value_parser = threads)]
    pub(crate) threads: Option<usize>,
}

/// Shares of classes, summing to 1.
pub(crate) type Mix = Vec<ClassShare>;

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

fn language(text: &str) -> Result<Language, String> {
    let known = [("en", Language::En), ("zh", Language::Zh), ("ru", Language::Ru)];
    let found = known.into_iter().find(|(name, _)| *name == text);
    found.map(|(_, language)| language).ok_or_else(|| "write en, zh or ru".to_owned())
}

fn rank_by(text: &str) -> Result<RankBy, String> {
    match text {
        "hours" => Ok(RankBy::Hours),
        "crossings" => Ok(RankBy::Crossings),
        "p90" => Ok(RankBy::P90),
        _ => Err("write hours, crossings or p90".to_owned()),
    }
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a date of the calendar as YYYY-MM-DD, e.g. 2026-01-31".to_owned())
}

fn replications(text: &str) -> Result<u32, String> {
    let most = portway_study::options::MOST_REPLICATIONS;
    let n = text.parse().ok().filter(|n| (1..=most).contains(n));
    n.ok_or_else(|| format!("write a whole number from 1 to {most}"))
}

fn difference(text: &str) -> Result<f64, String> {
    let value = text.parse().ok().filter(|value: &f64| value.is_finite() && *value >= 0.0);
    value.ok_or_else(|| "write a number that is not negative, in the unit of the measure".to_owned())
}

fn points(text: &str) -> Result<u32, String> {
    let n = text.parse().ok().filter(|n| (1..=MOST_POINTS).contains(n));
    n.ok_or_else(|| format!("write a whole number from 1 to {MOST_POINTS}"))
fn points(text: &str) -> Result<u32, String> {
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

fn points(text: &str) -> Result<usize, String> {
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
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

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
