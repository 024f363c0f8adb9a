//! From the answers of trials to paired effects.

use super::{Amount, Base, Effect, RankBy, Resource, Row, Verdict};
use crate::options::{LEVEL, StudyError};
use crate::trials::{Answers, Question};
use portway_stats::{Estimate, paired};

/// Hours of a year of 365 days, to which everything is scaled from the window.
const YEAR_H: f64 = 8_760.0;

const CROSSINGS: usize = 0;
const ARRIVALS: usize = 1;
const P90: usize = 2;
const INSIDE: usize = 3;
const WAITING: usize = 4;

pub(super) fn questions() -> [Question; 5] {
    [
        Question::corridor("crossings_per_day"),
        Question::corridor("arrivals_per_day"),
        Question::corridor("door_to_door_h").statistic("p90"),
        Question::corridor("inside_vehicles"),
        Question::corridor("waiting_vehicles"),
    ]
    .map(Question::without_carriers)
}

/// What a trial answered, or why it could not.
pub(super) type Answered = Result<Answers, StudyError>;

/// Adds further replications of the same trial.
pub(super) fn append(all: &mut Answered, more: Answered) {
    match (&mut *all, more) {
        (Ok(all), Ok(more)) => all.extend(more),
        (_, Err(error)) => *all = Err(error),
        (Err(_), Ok(_)) => {}
    }
}

pub(super) fn base(base: &Answers) -> Base {
    let of = |question: usize, scale: f64| amount(&base.known(question), scale);
    let never = Amount { mean: 0.0, half_width: None };
    Base {
        crossings_per_day: of(CROSSINGS, 1.0).unwrap_or(never),
        arrivals_per_day: of(ARRIVALS, 1.0).unwrap_or(never),
        p90_h: of(P90, 1.0),
        vehicle_hours_per_year: of(INSIDE, YEAR_H).unwrap_or(never),
        waiting_hours_per_year: of(WAITING, YEAR_H).unwrap_or(never),
    }
}

fn amount(values: &[f64], scale: f64) -> Option<Amount> {
    let estimate = Estimate::of(values, LEVEL)?;
    Some(Amount { mean: estimate.mean * scale, half_width: estimate.half_width.map(|hw| hw * scale) })
}

/// One row: every effect, and what the one that is ranked by says.
pub(super) fn row(resource: Resource, base: &Answers, answers: &Answered, by: RankBy) -> Row {
    let answers = answers.as_ref().ok();
    let effect = |question: usize, scale: f64| {
        let estimate = difference(Some(base), answers, question, LEVEL);
        Effect {
            difference: estimate.map(|e| e.mean * scale),
            half_width: estimate.and_then(|e| e.half_width).map(|hw| hw * scale),
        }
    };
    let mut row = Row {
        resource,
        replications: answers.map_or(0, |answers| answers.values[CROSSINGS].len() as u32),
        verdict: Verdict::CannotTell,
        crossings_per_day: effect(CROSSINGS, 1.0),
        p90_h: effect(P90, 1.0),
        vehicle_hours_per_year: effect(INSIDE, YEAR_H),
        waiting_hours_per_year: effect(WAITING, YEAR_H),
    };
    row.verdict = by.effect(&row).verdict(by);
    row
}

/// The paired difference second − first of an answer; none unless every replication of the shorter one has a value.
pub(crate) fn difference(
    first: Option<&Answers>,
    second: Option<&Answers>,
    question: usize,
    level: f64,
) -> Option<Estimate> {
    let (first, second) = (&first?.values[question], &second?.values[question]);
    let pairs = first.len().min(second.len());
    let all = |values: &[Option<f64>]| -> Option<Vec<f64>> { values[..pairs].iter().copied().collect() };
    Some(paired(&all(first)?, &all(second)?, level)?.difference)
}

/// More vehicles that come, a day, and more that cross.
pub(super) fn demand(base: &Answers, answers: &Answers) -> Option<(Estimate, Estimate)> {
    let of = |question| difference(Some(base), Some(answers), question, LEVEL);
    Some((of(ARRIVALS)?, of(CROSSINGS)?))
}

impl RankBy {
    pub(super) fn question(self) -> usize {
        match self {
            Self::Hours => INSIDE,
            Self::Crossings => CROSSINGS,
            Self::P90 => P90,
        }
    }

    /// The effect that is ranked by.
    pub fn effect(self, row: &Row) -> Effect {
        match self {
            Self::Hours => row.vehicle_hours_per_year,
            Self::Crossings => row.crossings_per_day,
            Self::P90 => row.p90_h,
        }
    }

    /// An effect as a gain: hours saved, crossings gained.
    pub fn gain(self, difference: f64) -> f64 {
        if self == Self::Crossings { difference } else { -difference }
    }
}

impl Effect {
    /// What the interval says. Where nothing differed in any replication it has no length, and covers zero.
    fn verdict(self, by: RankBy) -> Verdict {
        match (self.difference, self.half_width) {
            (Some(difference), Some(half_width)) if difference.abs() <= half_width => Verdict::NoChangeSeen,
            (Some(difference), Some(_)) if by.gain(difference) > 0.0 => Verdict::Gains,
            (Some(_), Some(_)) => Verdict::Loses,
            _ => Verdict::CannotTell,
        }
    }

    /// The most that it may gain and still lie in its interval.
    pub fn most_gain(self, by: RankBy) -> Option<f64> {
        Some(by.gain(self.difference?) + self.half_width?)
    }
}
