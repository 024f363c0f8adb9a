//! Arguments with their defaults filled in and checked against each other.

use crate::args::{RankingArgs, SensitivityArgs, StudyArgs};
use crate::failure::Failure;
use jiff::civil::Date;
use portway_study::measures::{self, Wanted};
use portway_study::options::ADVISED_FOR_PRECISION;
use portway_study::ranking::MOST_REPLICATIONS_RANKED;
use portway_study::{Question, RankingOptions, Replications, SensitivityOptions, StudyOptions};

/// Replications when nothing is said: enough for an interval that means something, few enough to wait for.
const DEFAULT_REPLICATIONS: u32 = 20;
/// Replications after which a precision is given up; what was reached is then said.
const MOST_FOR_PRECISION: u32 = 10_000;

/// The options of a study. Visits are recorded by `run` only.
pub(crate) fn study(args: &StudyArgs, record_visits: bool) -> StudyOptions {
    let fixed = args.replications.unwrap_or(DEFAULT_REPLICATIONS);
    let replications = args.precision.map_or(Replications::Fixed(fixed), |relative| Replications::Precision {
        relative,
        min: ADVISED_FOR_PRECISION,
        max: MOST_FOR_PRECISION,
    });
    StudyOptions { seed: args.seed, replications, threads: args.threads.unwrap_or(0), record_visits }
}

/// The replications of a folder of exact answers: to the precision that every row is to reach, or as many as are asked for.
pub(crate) fn exact_replications(args: &StudyArgs) -> Replications {
    let relative = args.precision.unwrap_or(portway_study::exact::BIAS_TO_FIND);
    args.replications.map_or(
        Replications::Precision { relative, min: ADVISED_FOR_PRECISION, max: MOST_FOR_PRECISION },
        Replications::Fixed,
    )
}

/// How scenarios are ranked.
pub(crate) fn ranking(args: &RankingArgs, study: &StudyArgs) -> Result<RankingOptions, Failure> {
    if study.precision.is_some() {
        return Err(Failure::new(
            "a ranking takes as many replications as its confidence needs, so --precision says nothing to it",
            "use --indifference for the smallest difference that matters",
        ));
    }
    let by = args.by.clone().unwrap_or_else(|| Question::corridor("door_to_door_h"));
    let wanted = measures::find(&by.measure).and_then(|measure| measure.wanted);
    let Some(largest) = args.prefer.or_else(|| Some(wanted? == Wanted::More)) else {
        return Err(Failure::new(
            format!("`{}` does not tell whether more of it is better or less", by.measure),
            "say which with --prefer largest or --prefer smallest",
        ));
    };
    let first_stage = study.replications.unwrap_or(DEFAULT_REPLICATIONS);
    Ok(RankingOptions {
        largest,
        by,
        confidence: args.confidence.unwrap_or(portway_study::options::LEVEL),
        indifference: args.indifference,
        first_stage,
        most: MOST_REPLICATIONS_RANKED.max(first_stage),
        seed: study.seed,
        threads: study.threads.unwrap_or(0),
    })
}

/// Refuses words about a ranking where two scenarios are compared row by row.
pub(crate) fn no_ranking(args: &RankingArgs) -> Result<Option<RankingOptions>, Failure> {
    let RankingArgs { by: _, prefer, indifference, confidence } = args;
    match prefer.is_some() || indifference.is_some() || confidence.is_some() {
        true => Err(Failure::new(
            "--prefer, --indifference and --confidence are about a ranking, and two scenarios are compared row by row",
            "say with --by which number decides, e.g. --by door_to_door_h",
        )),
        false => Ok(None),
    }
}

/// How far what is not known for sure is looked into.
pub(crate) fn sensitivity(args: &SensitivityArgs) -> SensitivityOptions {
    let default = SensitivityOptions::default();
    SensitivityOptions {
        questions: if args.by.is_empty() { default.questions } else { args.by.clone() },
        starts: args.starts.unwrap_or(default.starts),
        rows: args.rows.unwrap_or(default.rows),
        replications: args.replications.unwrap_or(default.replications),
        seed: args.seed,
        threads: args.threads.unwrap_or(0),
    }
}

/// Refuses a window that ends before it begins.
pub(crate) fn window(from: Option<Date>, to: Option<Date>) -> Result<(), Failure> {
    match (from, to) {
        (Some(from), Some(to)) if from > to => {
            Err(Failure::new(format!("--from {from} is after --to {to}"), "the window needs its first day first"))
        }
        _ => Ok(()),
    }
}
