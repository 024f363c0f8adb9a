//! Which of the things that nobody knows decide the answer.
//!
//! Every row of `evidence.csv` that gives a range is one input, from 0 at its low to 1 at its high, every position as likely and
//! all independent of each other. First all are screened by elementary effects; then those that stand out are told
//! apart by shares of the variance, the rest being one more input of its own; last, the largest are moved alone from the
//! model as it is written. All runs meet the same luck.

mod analysis;
mod answer;

pub use analysis::{Analysis, Base, SensitivityError};
pub use answer::{
    FixedInput, GrowingRuns, InputEffect, Rest, Sensitivity, SensitivityAnswer, Share, Status, VariedInput, Weight,
};

use crate::trials::Question;

/// Total index from which on an input decides an answer.
pub const DECIDES: f64 = 0.05;

/// Share of the sum of all mean square effects from which on an input is looked at closer.
const STANDS_OUT: f64 = 0.01;

/// Most inputs that are looked at closer. Each costs as many runs as the design has rows.
const MOST_CLOSER: usize = 8;

/// Inputs that are moved alone, for each answer: what a chart of bars can hold.
const MOVED_ALONE: usize = 10;

/// Replications of the model as written and of each input moved alone.
pub const REPLICATIONS_ALONE: u32 = 20;

/// Most starts or rows; more would take a day.
pub const MOST_POINTS: u32 = 10_000;

/// What an analysis is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub struct SensitivityOptions {
    /// The answers that are looked at.
    pub questions: Vec<Question>,
    /// Starts of the screening design; each takes one run more than there are inputs.
    pub starts: u32,
    /// Rows of the design for shares of the variance; each takes two runs and one for every input that stands out.
    pub rows: u32,
    /// Replications of each run, at least 2: with one, noise cannot be told from an effect.
    pub replications: u32,
    /// Seed of every random number.
    pub seed: u64,
    /// Number of threads; 0 for as many as the machine has.
    pub threads: usize,
}

impl Default for SensitivityOptions {
    fn default() -> Self {
        let questions =
            vec![Question::corridor("door_to_door_h").statistic("p90"), Question::corridor("crossings_per_day")];
        Self { questions, starts: 8, rows: 100, replications: 2, seed: 1, threads: 0 }
    }
}

/// How many runs an analysis takes, known before it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Inputs that vary.
    pub inputs: usize,
    /// Runs of the screening.
    pub screening: usize,
    /// Runs for shares of the variance, at most.
    pub closer: usize,
    /// Runs with one input moved alone, at most.
    pub alone: usize,
    /// Replications of all runs together, at most.
    pub replications: u32,
}

impl Plan {
    fn new(inputs: usize, options: &SensitivityOptions) -> Self {
        let screening = options.starts as usize * (inputs + 1);
        // The rest is a group of its own.
        let groups = inputs.min(MOST_CLOSER + 1);
        let closer = options.rows as usize * (groups + 2);
        let alone = 2 * inputs.min(MOVED_ALONE * options.questions.len());
        let replications = (screening + closer) * options.replications as usize + alone * REPLICATIONS_ALONE as usize;
        Self { inputs, screening, closer, alone, replications: u32::try_from(replications).unwrap_or(u32::MAX) }
    }
}
