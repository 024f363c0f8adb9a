//! What a study is asked to do, and how it can fail.

use crate::said::{Said, Values, values};
use std::fmt;

/// Confidence level of every interval that Portway shows.
pub const LEVEL: f64 = 0.95;

/// Fewest replications from which a precision may be judged at all.
pub const FEWEST_FOR_PRECISION: u32 = 2;

/// Replications to begin with that Law advises before a precision is judged.
pub const ADVISED_FOR_PRECISION: u32 = portway_stats::Precision::LEAST;

/// Most replications of one study. It bounds the memory for the values kept of each (some 160 KB for a large corridor), and no
/// answer needs more: a half-width falls with the square root of their number.
pub const MOST_REPLICATIONS: u32 = 10_000;

/// Most threads of one study; more than this is a slip of the keyboard.
pub const MOST_THREADS: usize = 1_024;

/// How a study is run. Nothing here but the seed and the replications changes a result.
#[derive(Clone, Debug, PartialEq)]
pub struct StudyOptions {
    /// Seed of every random number.
    pub seed: u64,
    /// How many replications.
    pub replications: Replications,
    /// Number of threads; 0 for as many as the machine has.
    pub threads: usize,
    /// Whether to keep every visit of replication 0.
    pub record_visits: bool,
}

/// How many replications a study runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Replications {
    /// Exactly this many.
    Fixed(u32),
    /// Until the half-widths of the key measures are small enough (see [`KEY_MEASURES`](crate::precision::KEY_MEASURES)).
    Precision {
        /// Half-width over mean to reach, e.g. 0.02 for 2 %.
        relative: f64,
        /// Replications to begin with, at least [`FEWEST_FOR_PRECISION`]; the literature advises ten.
        min: u32,
        /// Replications after which to give up; a warning then says what was reached.
        max: u32,
    },
}

/// Hears how far a study is. Called from worker threads.
pub trait Progress: Sync {
    /// `done` replications are finished of the `total` that are planned now; a precision may plan more later.
    fn replications(&self, done: u32, total: u32);

    /// It is known now what is to come, and nothing else has been told since the beginning: `done` replications are finished of
    /// `total`, so that the time left can be told to those who have to plan it.
    fn foresees(&self, done: u32, total: u32) {
        let _ = (done, total);
    }

    /// `done` points of a sweep are finished of `total`, those of an earlier run included.
    fn points(&self, done: usize, total: usize) {
        let _ = (done, total);
    }

    /// A new scenario begins, when a study has several.
    fn scenario(&self, name: &str) {
        let _ = name;
    }
}

/// Listens to nothing.
#[derive(Clone, Copy, Debug)]
pub struct Silent;

impl Progress for Silent {
    fn replications(&self, _done: u32, _total: u32) {}
}

/// Why a study gave no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StudyError {
    /// The caller cancelled it. Nothing is wrong.
    Cancelled,
    /// The options make no sense; the sentence says which and why. Call again with others.
    Options(String),
    /// The model cannot be simulated as it is; the sentence says why. The folder must change.
    Model(String),
    /// A queue grew until the kernel could hold no more vehicles: a finding about the corridor, not a fault of the folder.
    Overflow {
        /// Stage or link with the longest queue.
        scope: String,
        /// Its title for people.
        title: String,
        /// Day on which it happened, ISO date; none when it was during the warm-up.
        day: Option<String>,
    },
    /// The machine gave no threads. Fewer may work.
    Threads(String),
}

impl fmt::Display for StudyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cancelled => f.write_str("the study was cancelled"),
            Self::Options(why) | Self::Model(why) => f.write_str(why),
            Self::Overflow { title, day, .. } => {
                let day = day.as_deref().unwrap_or("a day of the warm-up");
                write!(
                    f,
                    "the queue at {title} grows without bound: on {day} there were more vehicles inside than can be held"
                )
            }
            Self::Threads(why) => write!(f, "the machine gave no threads to work with: {why}"),
        }
    }
}

impl std::error::Error for StudyError {}

impl StudyError {
    /// The values of the sentence where reports may have to say it in other languages.
    pub(crate) fn values(&self) -> Values {
        let Self::Overflow { title, day, .. } = self else { return Values::new() };
        let place = ("place", Said::Place(vec![title.clone()]));
        match day {
            Some(day) => values([place, ("day", Said::Date(day.clone()))]),
            None => values([place]),
        }
    }
}

impl StudyOptions {
    /// Checks the numbers. Errors: [`StudyError::Options`].
    pub(crate) fn check(&self) -> Result<(), StudyError> {
        let refuse = |why: String| Err(StudyError::Options(why));
        if self.threads > MOST_THREADS {
            return refuse(format!("{} threads are too many; at most {MOST_THREADS}", self.threads));
        }
        match self.replications {
            Replications::Fixed(0) => refuse("at least one replication is needed".into()),
            Replications::Fixed(n) if n > MOST_REPLICATIONS => {
                refuse(format!("{n} replications are too many; at most {MOST_REPLICATIONS}"))
            }
            Replications::Precision { relative, .. } if !(relative > 0.0 && relative < 1.0) => {
                refuse(format!("a precision lies between 0 and 1, not {relative}"))
            }
            Replications::Precision { min, max, .. }
                if min < FEWEST_FOR_PRECISION || max < min || max > MOST_REPLICATIONS =>
            {
                refuse(format!(
                    "replications to a precision run from at least {FEWEST_FOR_PRECISION} to at most {MOST_REPLICATIONS}, \
                     not {min} to {max}"
                ))
            }
            _ => Ok(()),
        }
    }
}
