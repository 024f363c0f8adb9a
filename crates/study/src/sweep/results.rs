//! From the answers of all points to means with intervals, and to the point that is best.
//!
//! The best of many estimated means is best by luck as well. So every other point is held against it replication by replication,
//! under the same random numbers, and kept as equally good unless its paired interval lies beyond the smallest difference that
//! matters. The level is shared out over all comparisons (Bonferroni): of the point that is really best, the intervals against all
//! others then hold together, so it is among those kept with the probability of the level, whichever point came out first. This is
//! the screening of Nelson, Swann, Goldsman and Song, "Simple procedures for selecting the best simulated system when the
//! number of alternatives is large", Operations Research 49, 2001. Nothing is promised of all the other differences at once.

use super::journal::{Journal, PointAnswer};
use super::plan::SweepPlan;
use super::{AskedMeasure, Points};
use crate::backlog::{self, Backlog};
use crate::measures::Wanted;
use crate::options::LEVEL;
use crate::ranking::INDIFFERENCE_SHARE;
use portway_model::factor::Level;
use portway_stats::Estimate;
use portway_stats::interval::{level_of_each, paired};
use serde::Serialize;

/// Everything a sweep found. Serialises to the object that `--json` prints.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SweepResults {
    /// What decided the answers.
    #[serde(flatten)]
    pub plan: SweepPlan,
    /// The measures, read.
    pub asked: Vec<AskedMeasure>,
    /// Every point, in the order of its number.
    pub points: Vec<SweptPoint>,
    /// The best point by the first measure; none when no point has it, or when nobody can say what is better.
    pub best: Option<Best>,
}

/// One point with its answers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SweptPoint {
    /// Number in the design, from 0.
    pub point: u32,
    /// The values of the inputs, in the order of the plan.
    pub inputs: Vec<Level>,
    /// The measures, in the order of the plan.
    pub measures: Vec<PointMeasure>,
    /// The first measure of this point minus that of the best one, replication by replication, with the interval that it was judged by:
    /// at the level of the plan shared out over all points. None for the best point, and where there is no pair.
    pub from_best: Option<PointMeasure>,
    /// Whether a queue from before the window is worked off in it, so that its traffic is no gain; only looked at where the first
    /// measure counts traffic.
    pub works_off: bool,
    /// Stages and links whose queue grows until the window ends.
    pub growing: Vec<String>,
    /// Stage or link whose queue outgrew the simulator.
    pub overflow: Option<String>,
}

/// A measure at one point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct PointMeasure {
    /// Mean over replications; none when it never occurred, or grows until the window ends.
    pub mean: Option<f64>,
    /// Half-width of the interval of the mean; none with fewer than two replications.
    pub half_width: Option<f64>,
    /// Replications in which it occurred.
    pub replications: u32,
}

/// The best point, and how sure that is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Best {
    /// Its number.
    pub point: u32,
    /// Other points, in ascending order, of which it cannot be said that they are worse by more than the indifference. The point that
    /// is really best is among them, or is this one, with the probability of the plan's level.
    pub as_good: Vec<u32>,
    /// Smallest difference that matters, in the unit of the first measure.
    pub indifference: f64,
    /// Whether there are intervals to tell points apart by; one replication has none.
    pub compared: bool,
}

/// Summarises the answers of a whole sweep.
///
/// Errors: what is wrong with a plan that somebody edited, or which point has no answer.
pub fn summarise(plan: &SweepPlan, journal: &Journal) -> Result<SweepResults, String> {
    let (points, asked) = (plan.points()?, plan.asked()?);
    if let Some(missing) = journal.missing(plan, points.len()).next() {
        return Err(format!("point {missing} has no answer"));
    }
    let mut swept: Vec<SweptPoint> =
        journal.answers.values().map(|answer| swept(answer, &points, asked.len())).collect();
    if let Some(first) = asked.first().filter(|first| backlog::adds_to(first.name)) {
        let at = |name: &str| asked.iter().position(|other| other.name == name && other.direction == first.direction);
        let pair = at("crossings_per_day").zip(at("arrivals_per_day"));
        for (point, answer) in swept.iter_mut().zip(journal.answers.values()) {
            let values = |index: usize| answer.values.get(index).map_or(&[][..], Vec::as_slice);
            point.works_off = pair.is_some_and(|(crossed, came)| Backlog::of(values(crossed), values(came)).is_some());
        }
    }
    let best = asked.first().and_then(|first| best(journal, first.wanted?, plan.indifference, &mut swept));
    Ok(SweepResults { plan: plan.clone(), asked, points: swept, best })
}

fn swept(answer: &PointAnswer, points: &Points, measures: usize) -> SweptPoint {
    let measure = |index: usize| {
        let values: Vec<f64> = answer.values.get(index).into_iter().flatten().flatten().copied().collect();
        PointMeasure::of(Estimate::of(&values, LEVEL))
    };
    SweptPoint {
        point: answer.point,
        inputs: points.get(answer.point),
        measures: (0..measures).map(measure).collect(),
        from_best: None,
        works_off: false,
        growing: answer.growing.clone(),
        overflow: answer.overflow.clone(),
    }
}

impl PointMeasure {
    fn of(estimate: Option<Estimate>) -> Self {
        Self {
            mean: estimate.map(|e| e.mean),
            half_width: estimate.and_then(|e| e.half_width),
            replications: estimate.map_or(0, |e| u32::try_from(e.n).unwrap_or(u32::MAX)),
        }
    }
}

/// The first measure of an answer, replication by replication.
fn first(answer: &PointAnswer) -> &[Option<f64>] {
    answer.values.first().map_or(&[], Vec::as_slice)
}

/// Finds the best point, and notes in every other one how far it is behind.
fn best(journal: &Journal, wanted: Wanted, indifference: Option<f64>, swept: &mut [SweptPoint]) -> Option<Best> {
    let gained = |point: &&SweptPoint| !point.works_off;
    let mean = |point: &SweptPoint| Some(point).filter(gained)?.measures.first().and_then(|measure| measure.mean);
    // Of equal means the first counts, so that the answer does not hang on an order.
    let better = |one: f64, other: f64| if wanted == Wanted::Less { one < other } else { one > other };
    let means = swept.iter().filter_map(|point| Some((mean(point)?, point.point)));
    let (value, point) = means.reduce(|best, next| if better(next.0, best.0) { next } else { best })?;
    let best = journal.answers.get(&point)?;
    let mut others: Vec<&mut SweptPoint> =
        swept.iter_mut().filter(|other| other.point != point && mean(other).is_some()).collect();
    let level = level_of_each(LEVEL, others.len());
    let indifference = indifference.unwrap_or(INDIFFERENCE_SHARE * value.abs());
    let mut found = Best { point, as_good: Vec::new(), indifference, compared: false };
    for other in &mut others {
        let answer = journal.answers.get(&other.point)?;
        let difference = difference(first(best), first(answer), level);
        other.from_best = difference.map(|difference| PointMeasure::of(Some(difference)));
        let open = difference.and_then(|difference| match wanted {
            Wanted::Less => Some(difference.low()? <= indifference),
            Wanted::More => Some(difference.high()? >= -indifference),
        });
        found.compared |= open.is_some();
        if open.unwrap_or(true) {
            found.as_good.push(other.point);
        }
    }
    Some(found)
}

/// Other minus best over the replications in which both have a value.
fn difference(best: &[Option<f64>], other: &[Option<f64>], level: f64) -> Option<Estimate> {
    let pairs = best.iter().zip(other).filter_map(|(best, other)| Some(((*best)?, (*other)?)));
    let (best, other): (Vec<f64>, Vec<f64>) = pairs.unzip();
    Some(paired(&best, &other, level)?.difference)
}
