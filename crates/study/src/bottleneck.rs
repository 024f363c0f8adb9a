//! What holds a corridor back: every resource ranked by what one more unit of it buys, and the chain of cause.
//!
//! Each resource is raised alone, in a scenario that nobody wrote, and run on the random numbers of the scenario itself, so
//! that the paired difference shows what the unit buys and little else. All are screened with a few replications; those
//! that may matter get as many as were asked for. Vehicle-hours are counted as the mean number of vehicles inside times the
//! hours of a year, which Little's law makes the time spent there, and which exist also where a queue grows.

mod alter;
mod answer;
mod chain;
mod effect;
mod evidence;
mod holds;
mod rank;
mod resource;

pub use answer::{
    Amount, Base, Best, Bottleneck, Cause, Demand, Effect, Group, Held, Kind, Limit, RankBy, Resource, Root, Row,
    Verdict, Where,
};
pub(crate) use effect::difference;

use crate::options::{Progress, StudyError};
use crate::replicate::Prepared;
use crate::rests_on::RestsOn;
use crate::trials::{Answers, Trials};
use effect::questions;
use portway_model::Corridor;
use portway_model::element::Timeline;
use std::sync::atomic::AtomicBool;

/// Replications with which every resource is screened: enough for an interval, few enough to try a hundred resources.
pub const SCREENING: u32 = 8;

/// What a search for the bottleneck is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BottleneckOptions {
    /// Seed of every random number.
    pub seed: u64,
    /// Replications of the scenario and of every resource that may matter; at least two.
    pub replications: u32,
    /// Number of threads; 0 for as many as the machine has.
    pub threads: usize,
    /// What resources are ranked by.
    pub by: RankBy,
}

/// Ranks the resources of a scenario and follows the chain of cause.
///
/// Errors: [`StudyError`]; a resource whose change makes a queue outgrow the kernel is listed without an effect.
pub fn bottleneck(
    corridor: &Corridor,
    timeline: &Timeline,
    options: &BottleneckOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Bottleneck, StudyError> {
    let BottleneckOptions { seed, replications, threads, by } = *options;
    if replications < 2 {
        return Err(StudyError::Options("a difference has an interval only with at least two replications".into()));
    }
    let trials = Trials::new(seed, threads, progress, cancel)?;
    let prepared = Prepared::new(timeline)?;
    let (resources, timelines): (Vec<Resource>, Vec<Timeline>) =
        resource::candidates(corridor, timeline, &prepared.program)
            .into_iter()
            .map(|c| (c.resource, c.timeline))
            .unzip();
    let screening = SCREENING.min(replications);
    trials.plan(2 * replications + screening * timelines.len() as u32);
    let one = |first: &Timeline, range| Ok(trials.run(std::slice::from_ref(first), &questions(), range)?.remove(0));
    let base: Answers = one(timeline, 0..replications)??;
    let mut answers = trials.run(&timelines, &questions(), 0..screening)?;

    let chosen = rank::worth_more(&base, &resources, &answers);
    trials.plan((replications - screening) * chosen.len() as u32);
    let again: Vec<Timeline> = chosen.iter().map(|&index| timelines[index].clone()).collect();
    let more = trials.run(&again, &questions(), screening..replications)?;
    for (&index, more) in chosen.iter().zip(more) {
        effect::append(&mut answers[index], more);
    }
    let held = trials.observe_holds(&prepared, 0..replications, holds::reduce)?;
    let growing: Vec<String> = base.growing.iter().map(|note| note.scope.clone()).collect();

    let rows: Vec<Row> = resources.into_iter().zip(&answers).map(|(r, a)| effect::row(r, &base, a, by)).collect();
    let ranking = rank::rank(rows, &answers, by);
    let demand = rank::demand(&ranking.rows, &base, &answers);
    Ok(Bottleneck {
        rests_on: RestsOn::new(corridor, &timeline.scenario, seed, replications),
        by,
        screening,
        base: effect::base(&base),
        limit: rank::limit(&ranking, demand.as_ref(), &base),
        demand,
        simultaneous_level: ranking.simultaneous_level,
        best: ranking.best,
        rows: ranking.rows.into_iter().map(|(_, row)| row).collect(),
        chain: chain::chain(&prepared, &held, &growing),
        diagnostics: base.growing,
    })
}
