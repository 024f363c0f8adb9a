//! The command line as it is typed. Meaning is given to it in [`settings`](crate::settings).

mod exchange;
mod parts;

pub(crate) use exchange::*;
pub(crate) use parts::*;

use clap::{Parser, Subcommand, ValueHint};
use jiff::civil::Date;
use portway_report::Language;
use portway_study::bottleneck::RankBy;
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
  portway serve my-corridor                    all of it in the browser

Exit codes:
  0  done
  1  findings, such as a queue that grows without bound, or a validation that does not hold
  2  wrong usage, an unreadable model, or a result that could not be written
  130  interrupted";

const SERVE_HELP: &str = "\
The studio is a server for this folder and the pages of it, on this machine and without any
network. What is changed in the browser is written back into the texts, with comments kept.
Finished studies stay in the folder of --runs and are there again the next time.

On another address than a loopback one it starts only with a token, which whoever opens the
pages needs to know. It does not encrypt: put it behind a server that does.

Examples:
  portway serve my-corridor
  portway serve my-corridor --address 0.0.0.0 --token \"$(openssl rand -hex 16)\"";

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
Each lane, waiting room, opening hour, slot, link, carrier, departure, quota, season and disturbance
of the scenario is raised alone by one unit, on the same random numbers; the difference is what the
unit buys. What nearly nobody waits for is not tried; all else is with a few replications, and what
may matter with as many as --replications says. Beside them stand all lanes of one country together,
service a tenth faster, and a tenth more demand. The chain of cause says which place holds the
vehicles of which other one, and for how many hours a day.

Examples:
  portway bottleneck corridors/amur
  portway bottleneck corridors/amur --scenario 2025-05 --by crossings
  portway bottleneck corridors/amur --scenario cableway-year --part cableway
  portway bottleneck corridors/amur --replications 40 --json")]
    Bottleneck {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        window: WindowArgs,
        /// What to rank by: hours (vehicle-hours a year), crossings (a day) or p90 (time door to door)
        #[arg(long, value_name = "MEASURE", value_parser = rank_by, default_value = "hours")]
        by: RankBy,
        /// Only resources of one part of the folder, e.g. a cableway among all ways [default: all]
        #[arg(long, value_name = "PART")]
        part: Option<String>,
        #[command(flatten)]
        trials: TrialArgs,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Find the largest flow that keeps a service standard, and what one part of the traffic costs another
    #[command(after_help = CAPACITY_HELP)]
    Capacity {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        window: WindowArgs,
        #[command(flatten)]
        asked: CapacityArgs,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Say where a number comes from: its parts, their shares, and the inputs behind them
    #[command(after_help = "\
A time is taken apart by stage and link in the order of travel, a count of traffic by direction and
class, a number of one stage by the traffic that uses it. Under each part stand the inputs that enter
it, with their evidence: ● observed, ◐ design figure, ◍ derived, ○ assumption. With --out a page and
explanation.json are written. `portway measures` lists what can be asked.

Examples:
  portway explain corridors/amur door_to_door_h --direction into-cn --class loaded
  portway explain corridors/amur crossings_per_day
  portway explain corridors/amur lane_use_share --scope kani-kurgan.freight
  portway explain corridors/amur cpmm_tfi1_h --scope kani-kurgan --direction into-ru --out runs/tfi1")]
    Explain {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        asked: ExplainArgs,
        #[command(flatten)]
        window: WindowArgs,
        #[command(flatten)]
        study: StudyArgs,
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
        #[command(flatten)]
        output: OutputArgs,
    },
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
    /// Say when agreed projects may open, how late that is against plan, and what each brings
    #[command(after_help = "\
Each [project.NAME] of the folder is told with its first planned date, the date announced now, and
the days on which a tenth, half and nine tenths of all draws of its slip have opened. The page draws
them beside the milestones, and lists what each project changes.

With --scenario, the scenario is run with each project, open from its first day, and without it, on
the same random numbers. Told are the crossings and seats a day that it brings, the time that it
saves, what a daily crossing costs, and what is lost when it slips. Without --scenario nothing is
simulated.

Examples:
  portway programme corridors/amur
  portway programme corridors/amur --year 2030 --lang zh
  portway programme corridors/amur --scenario corridor-2026 --from 2026-05-01 --to 2026-05-31")]
    Programme {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        asked: ProgrammeArgs,
        #[command(flatten)]
        output: OutputArgs,
    },
    /// Open the studio: see the corridor, change it and understand it in a browser
    #[command(after_help = SERVE_HELP)]
    Serve {
        #[command(flatten)]
        model: ModelArgs,
        #[command(flatten)]
        asked: ServeArgs,
    },
    /// Bring what other programs wrote into a model folder
    Import {
        #[command(subcommand)]
        what: ImportCommand,
    },
    /// Write what a scenario says for other programs
    Export {
        #[command(subcommand)]
        what: ExportCommand,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }
}
