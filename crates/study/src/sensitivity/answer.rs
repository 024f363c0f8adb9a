//! What an analysis found, as values for tables, pages and programs.

use super::DECIDES;
use crate::options::{LEVEL, StudyError};
use crate::ranking::{Asked, Spread};
use crate::rests_on::RestsOn;
use crate::results::Note;
use crate::trials::{Answers, Question};
use portway_model::element::{EvidenceStatus, Money, Timeline};
use portway_model::uncertain::UncertainRow;
use portway_stats::sensitivity::{Bounded, Effect, VarianceShares};
use portway_stats::{Estimate, paired};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What decides the answers of a scenario, among what nobody knows. Serialises to what `portway sensitivity --json` prints.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sensitivity {
    /// What it rests on; its replications are those of each run.
    pub rests_on: RestsOn,
    /// Replications of the model as written and of inputs moved alone.
    pub replications_alone: u32,
    /// Runs of all designs together.
    pub runs: usize,
    /// Inputs that were varied, in the order of `evidence.csv`.
    pub inputs: Vec<VariedInput>,
    /// Assumptions that were not.
    pub fixed: Vec<FixedInput>,
    /// Inputs that stood out in the screening and were not looked at closer all the same, because only the eight largest are.
    pub set_aside: Vec<usize>,
    /// One for each question.
    pub answers: Vec<SensitivityAnswer>,
    /// Runs in which a queue grew until the window ended.
    pub growing: GrowingRuns,
    /// Findings about the model as written.
    pub diagnostics: Vec<Note>,
}

/// One row of `evidence.csv` with a range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = sensitivity::VariedInput))]
pub struct VariedInput {
    /// Path as the row writes it.
    pub path: String,
    /// How good its evidence is.
    pub status: Status,
    /// Lowest plausible value, as written.
    pub low: String,
    /// Highest plausible value, as written.
    pub high: String,
    /// The value in the folder, in the same words; that of the first input where the row speaks of several.
    pub written: String,
    /// Inputs that it moves together.
    pub parts: usize,
}

/// An assumption that cannot be varied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = sensitivity::FixedInput))]
pub struct FixedInput {
    /// Path as the row writes it.
    pub path: String,
    /// How good its evidence is.
    pub status: Status,
    /// What is wrong with its range; none when it gives none.
    pub mistake: Option<String>,
}

/// Status of evidence, as `evidence.csv` writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = EvidenceStatus))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Counted or measured.
    Observed,
    /// A design or legal figure.
    Design,
    /// Computed from other rows.
    Derived,
    /// Published by nobody.
    Assumption,
}

/// Runs in which the answer depends on the length of the window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = sensitivity::GrowingRuns))]
pub struct GrowingRuns {
    /// Runs with a queue that grows until the window ends.
    pub runs: usize,
    /// Runs in which all inputs vary.
    pub of: usize,
    /// Stage or link where it grows most often.
    pub scope: String,
    /// Runs that ended because a queue outgrew the kernel, and have no answer.
    pub left_out: usize,
}

/// What decides one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = sensitivity::Answer))]
pub struct SensitivityAnswer {
    /// The number that was asked for.
    pub asked: Asked,
    /// With the model as written.
    pub written: Spread,
    /// Mean over all that the inputs may be; none where it could not be told.
    pub mean: Option<Spread>,
    /// Standard deviation of the answer because of the inputs, without noise.
    pub deviation: Option<Spread>,
    /// Every input, the one that matters most first.
    pub rows: Vec<InputEffect>,
    /// The inputs that were not looked at closer, all together; none where each was or nothing varies.
    pub rest: Option<Rest>,
    /// Starts of the screening with an answer.
    pub starts: usize,
    /// Rows of the design for shares of the variance with an answer.
    pub design_rows: usize,
}

/// What one input does to one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = sensitivity::InputEffect))]
pub struct InputEffect {
    /// Index in `Sensitivity::inputs`.
    pub input: usize,
    /// What it comes to.
    pub weight: Weight,
    /// Mean effect of its whole range, with its sign (Morris's μ).
    pub mean: f64,
    /// Mean absolute effect of its whole range (μ*).
    pub mean_absolute: f64,
    /// Half-width of μ* over the starts, 95 %.
    pub mean_absolute_half_width: Option<f64>,
    /// Standard deviation of the effect over the starts (σ).
    pub spread: Option<f64>,
    /// What chance alone makes of one effect, as a standard error.
    pub noise: Option<f64>,
    /// Whether the effect is more than chance.
    pub real: bool,
    /// Share of the variance that it brings alone; none where it was not looked at closer.
    pub first: Option<Share>,
    /// Share of the variance that it has a part in.
    pub total: Option<Share>,
    /// The answer at its low less the answer as written, all others as written, paired; none where it was not moved alone.
    pub at_low: Option<Spread>,
    /// The same at its high.
    pub at_high: Option<Spread>,
}

/// What an input comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = sensitivity::Weight))]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// Its total index is at least [`DECIDES`] and its interval lies above zero.
    Decides,
    /// It was looked at closer and does not decide.
    Little,
    /// It is one of the rest.
    Rest,
}

/// A share of the variance with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = sensitivity::Share))]
pub struct Share {
    /// The share.
    pub value: f64,
    /// Lower end of the 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Inputs that were not looked at closer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = sensitivity::Rest))]
pub struct Rest {
    /// How many.
    pub inputs: usize,
    /// Share of the variance that any of them has a part in.
    pub total: Share,
}

impl SensitivityAnswer {
    /// The inputs that decide.
    pub fn deciding(&self) -> impl Iterator<Item = &InputEffect> {
        self.rows.iter().filter(|row| row.weight == Weight::Decides)
    }
}

impl From<EvidenceStatus> for Status {
    fn from(status: EvidenceStatus) -> Self {
        match status {
            EvidenceStatus::Observed => Self::Observed,
            EvidenceStatus::Design => Self::Design,
            EvidenceStatus::Derived => Self::Derived,
            EvidenceStatus::Assumption => Self::Assumption,
        }
    }
}

impl From<Bounded> for Share {
    fn from(bounded: Bounded) -> Self {
        Self { value: bounded.value, low: bounded.low, high: bounded.high }
    }
}

impl VariedInput {
    pub(super) fn of(row: &UncertainRow<'_>) -> Self {
        Self {
            path: row.evidence.path.clone(),
            status: row.evidence.status.into(),
            low: row.evidence.low.clone(),
            high: row.evidence.high.clone(),
            written: row.parts.first().map(|part| part.range.written()).unwrap_or_default(),
            parts: row.parts.len(),
        }
    }
}

/// The numbers of an analysis before they are put into order.
pub(super) struct Found {
    /// `[question][input]`; empty where too few starts have an answer.
    pub(super) effects: Vec<Vec<Effect>>,
    /// Inputs that were looked at closer, in the order of their groups.
    pub(super) closer: Vec<usize>,
    /// By question.
    pub(super) shares: Vec<Option<VarianceShares>>,
    pub(super) starts: Vec<usize>,
    pub(super) rows: Vec<usize>,
    /// Inputs that were moved alone: answers at low and at high.
    pub(super) alone: BTreeMap<usize, Vec<Answers>>,
}

impl Found {
    /// So many inputs of every question that matter most to it, without those that do nothing.
    pub(super) fn largest(&self, count: usize) -> Vec<usize> {
        let of_question = |question: usize| {
            let some = move |input: &usize| self.effects[question][*input].mean_absolute > 0.0;
            self.order(question).into_iter().filter(some).take(count)
        };
        (0..self.effects.len()).flat_map(of_question).collect()
    }

    /// The inputs, the one that matters most to a question first: by total index, or where there is none by the share of all
    /// mean square effects, which is the total index of a straight function.
    fn order(&self, question: usize) -> Vec<usize> {
        let square = |effect: &Effect| effect.mean_square.max(0.0);
        let sum: f64 = self.effects[question].iter().map(square).sum();
        let share = |input: usize| {
            let by_effects = || if sum > 0.0 { square(&self.effects[question][input]) / sum } else { 0.0 };
            self.group(question, input).map_or_else(by_effects, |(total, _)| total.value)
        };
        let mut all: Vec<usize> = (0..self.effects[question].len()).collect();
        all.sort_by(|&a, &b| share(b).total_cmp(&share(a)).then(a.cmp(&b)));
        all
    }

    /// Total and first-order index of an input that was looked at closer.
    fn group(&self, question: usize, input: usize) -> Option<(Share, Share)> {
        let at = self.closer.iter().position(|&closer| closer == input)?;
        let indices = self.shares[question].as_ref()?.groups.get(at)?;
        Some((indices.total.into(), indices.first.into()))
    }

    pub(super) fn answers(
        &self,
        questions: &[Question],
        base: &Answers,
        timeline: &Timeline,
    ) -> Result<Vec<SensitivityAnswer>, StudyError> {
        let money = timeline.first().money.as_ref();
        let answer = |(index, question): (usize, &Question)| self.answer(index, question, base, money);
        questions.iter().enumerate().map(answer).collect()
    }

    fn answer(
        &self,
        index: usize,
        question: &Question,
        base: &Answers,
        money: Option<&Money>,
    ) -> Result<SensitivityAnswer, StudyError> {
        let shares = self.shares[index].as_ref();
        let rest = shares.and_then(|shares| {
            let total = shares.groups.get(self.closer.len())?.total;
            Some(Rest { inputs: self.effects[index].len() - self.closer.len(), total: total.into() })
        });
        let root = |variance: Bounded| {
            let [value, low, high] = [variance.value, variance.low, variance.high].map(|v| v.max(0.0).sqrt());
            Bounded { value, low, high }
        };
        Ok(SensitivityAnswer {
            asked: Asked::new(question, money),
            written: spread(Estimate::of(&base.known(index), LEVEL)),
            mean: shares.map(|shares| half(shares.mean)),
            deviation: shares.map(|shares| half(root(shares.variance))),
            rows: self.order(index).into_iter().map(|input| self.row(index, input, base)).collect(),
            rest,
            starts: self.starts[index],
            design_rows: self.rows[index],
        })
    }

    fn row(&self, question: usize, input: usize, base: &Answers) -> InputEffect {
        let effect = &self.effects[question][input];
        let group = self.group(question, input);
        let weight = match group {
            Some((total, _)) if total.value >= DECIDES && total.low > 0.0 => Weight::Decides,
            _ if self.closer.contains(&input) => Weight::Little,
            _ => Weight::Rest,
        };
        let starts = self.starts[question] as u64;
        let end = |end: usize| {
            let (moved, written) = (&self.alone.get(&input)?.get(end)?.values, &base.values);
            // Pairs stay pairs where one of the two has no answer.
            let both = moved.get(question)?.iter().zip(&written[question]).filter_map(|(a, b)| Some(((*b)?, (*a)?)));
            let (before, after): (Vec<f64>, Vec<f64>) = both.unzip();
            Some(spread(paired(&before, &after, LEVEL).map(|paired| paired.difference)))
        };
        InputEffect {
            input,
            weight,
            mean: effect.mean,
            mean_absolute: effect.mean_absolute,
            mean_absolute_half_width: effect
                .mean_absolute_error
                .map(|error| error * portway_stats::interval::student_t(LEVEL, starts.saturating_sub(1))),
            spread: effect.spread,
            noise: effect.noise,
            real: effect.real,
            first: group.map(|(_, first)| first),
            total: group.map(|(total, _)| total),
            at_low: end(0),
            at_high: end(1),
        }
    }
}

fn spread(estimate: Option<Estimate>) -> Spread {
    Spread { mean: estimate.map(|e| e.mean), half_width: estimate.and_then(|e| e.half_width) }
}

/// An estimate with half the length of its interval, which is nearly even for a mean and a deviation over many rows.
fn half(bounded: Bounded) -> Spread {
    Spread { mean: Some(bounded.value), half_width: Some((bounded.high - bounded.low) / 2.0) }
}
