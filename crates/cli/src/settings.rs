//! Arguments with their defaults filled in and checked against each other.

use crate::args::StudyArgs;
use crate::failure::Failure;
use jiff::civil::Date;
use portway_study::options::ADVISED_FOR_PRECISION;
use portway_study::{Replications, StudyOptions};

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

/// Refuses a window that ends before it begins.
pub(crate) fn window(from: Option<Date>, to: Option<Date>) -> Result<(), Failure> {
    match (from, to) {
        (Some(from), Some(to)) if from > to => {
            Err(Failure::new(format!("--from {from} is after --to {to}"), "the window needs its first day first"))
        }
        _ => Ok(()),
    }
}
