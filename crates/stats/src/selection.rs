//! Which of several alternatives is the best, with a stated probability of choosing right.
//!
//! The procedure KN of Kim and Nelson, "A fully sequential procedure for indifference-zone selection in simulation", ACM
//! TOMACS 11(3), 2001. From a first stage it knows how much every pair of alternatives differs by luck; then it takes one
//! observation after another of every alternative that is still in question and drops those that a better one has left
//! behind. When the best is better than every other by at least the indifference, it is chosen with at least the stated
//! probability; of alternatives that are nearer to each other than that, whoever asks said not to mind which is chosen.
//!
//! Observations may depend on each other across alternatives, as under common random numbers: pairs are judged by the
//! variance of their difference, so common luck makes the procedure end sooner.

use crate::interval::{mean, variance};

/// What is asked of a selection.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SelectionRule {
    /// Probability of choosing the best when it is better by the indifference; above 1/number of alternatives.
    pub confidence: f64,
    /// The smallest difference that matters, in the unit of the observations; above zero.
    pub indifference: f64,
    /// Whether larger observations are better.
    pub largest: bool,
}

/// A selection under way: which alternatives are still in question after how many observations.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    rule: SelectionRule,
    /// Observations of the first stage.
    first_stage: usize,
    /// `h²` of the paper.
    h_square: f64,
    /// Variance of the difference in the first stage, `[i * alternatives + l]`.
    variances: Vec<f64>,
    /// Per alternative: the number of observations after which it was dropped.
    dropped_at: Vec<Option<usize>>,
    /// Observations that have been judged.
    judged: usize,
}

/// What a selection needs next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectionStep {
    /// Observations of every alternative in question, until each has at least this many.
    Observe {
        /// One more than have been judged.
        least: usize,
        /// After this many the selection ends whatever they show.
        most: usize,
    },
    /// The alternative that was chosen.
    Chosen(usize),
}

impl Selection {
    /// Begins with the first stage: `observations[alternative]`, all of the same length, at least two and better ten or more.
    /// None with fewer than two alternatives or observations, or with a rule that makes no sense.
    pub fn begin(observations: &[Vec<f64>], rule: SelectionRule) -> Option<Self> {
        let alternatives = observations.len();
        let first_stage = observations.iter().map(Vec::len).min()?;
        let sensible = rule.indifference > 0.0 && rule.confidence < 1.0 && rule.confidence > 1.0 / alternatives as f64;
        if alternatives < 2 || first_stage < 2 || !sensible {
            return None;
        }
        let freedom = (first_stage - 1) as f64;
        let error = 1.0 - rule.confidence;
        let eta = 0.5 * (libm::pow(2.0 * error / (alternatives - 1) as f64, -2.0 / freedom) - 1.0);
        let mut variances = vec![0.0; alternatives * alternatives];
        for i in 0..alternatives {
            for l in 0..i {
                let pairs = observations[i].iter().zip(&observations[l]).take(first_stage);
                let differences: Vec<f64> = pairs.map(|(one, other)| one - other).collect();
                let spread = variance(&differences)?;
                variances[i * alternatives + l] = spread;
                variances[l * alternatives + i] = spread;
            }
        }
        Some(Self {
            rule,
            first_stage,
            h_square: 2.0 * eta * freedom,
            variances,
            dropped_at: vec![None; alternatives],
            judged: 0,
        })
    }

    /// Judges all observations that every alternative in question has, one after the other as if they came so, and says
    /// what comes next. `observations[alternative]` begins with those of the first stage.
    pub fn judge(&mut self, observations: &[Vec<f64>]) -> SelectionStep {
        loop {
            let left = self.in_question();
            if let [only] = left[..] {
                return SelectionStep::Chosen(only);
            }
            let most = self.most(&left);
            if self.judged >= most {
                return SelectionStep::Chosen(self.best_mean(&left, observations, self.judged));
            }
            let next = (self.judged + 1).max(self.first_stage);
            if left.iter().any(|&i| observations[i].len() < next) {
                return SelectionStep::Observe { least: next, most };
            }
            self.judged = next;
            if next < most {
                self.screen(&left, observations, next);
            }
        }
    }

    /// Alternatives that have not been dropped.
    pub fn in_question(&self) -> Vec<usize> {
        (0..self.dropped_at.len()).filter(|&i| self.dropped_at[i].is_none()).collect()
    }

    /// The number of observations after which an alternative was dropped.
    pub fn dropped_at(&self, alternative: usize) -> Option<usize> {
        self.dropped_at[alternative]
    }

    /// Observations of each alternative in question that have been judged.
    pub fn judged(&self) -> usize {
        self.judged
    }

    /// Observations after which luck can no longer hide the indifference, for the pair that varies most.
    fn most(&self, left: &[usize]) -> usize {
        let square = self.rule.indifference * self.rule.indifference;
        let needed = |i: usize| {
            let others = left.iter().filter(move |&&l| l != i);
            others.map(move |&l| (self.h_square * self.variance(i, l) / square).floor())
        };
        let largest = left.iter().flat_map(|&i| needed(i)).fold(0.0, f64::max);
        (largest as usize).saturating_add(1).max(self.first_stage)
    }

    /// Drops every alternative that another one in question has left behind.
    fn screen(&mut self, left: &[usize], observations: &[Vec<f64>], count: usize) {
        let means: Vec<f64> = left.iter().map(|&i| self.signed_mean(&observations[i][..count])).collect();
        let indifference = self.rule.indifference;
        for (at, &i) in left.iter().enumerate() {
            let behind = left.iter().enumerate().any(|(other_at, &l)| {
                let lead = self.h_square * self.variance(i, l) / (indifference * indifference) - count as f64;
                let slack = (indifference / (2.0 * count as f64) * lead).max(0.0);
                l != i && means[at] < means[other_at] - slack
            });
            if behind {
                self.dropped_at[i] = Some(count);
            }
        }
    }

    fn best_mean(&self, left: &[usize], observations: &[Vec<f64>], count: usize) -> usize {
        let signed = |i: usize| self.signed_mean(&observations[i][..count]);
        // Of equal ones the first, so that the choice does not depend on anything else.
        left.iter().copied().reduce(|best, i| if signed(i) > signed(best) { i } else { best }).unwrap_or_default()
    }

    fn signed_mean(&self, values: &[f64]) -> f64 {
        let mean = mean(values).unwrap_or(f64::NAN);
        if self.rule.largest { mean } else { -mean }
    }

    fn variance(&self, i: usize, l: usize) -> f64 {
        self.variances[i * self.dropped_at.len() + l]
    }
}
