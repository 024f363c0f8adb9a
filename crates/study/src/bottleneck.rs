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
mod relief;
mod resource;
mod transit;

pub use answer::{
    Amount, Base, Best, Bottleneck, Cause, Demand, Effect, Group, Held, Kind, Limit, RankBy, Resource, Root, Row,
    Verdict, Where,
};
pub(crate) use effect::difference;
#[cfg(feature = "openapi")]
pub(crate) use evidence::WORDS as EVIDENCE_WORDS;
pub use relief::LEAST_SHARE;

use crate::options::{Progress, StudyError};
use crate::replicate::Prepared;
use crate::rests_on::RestsOn;
use crate::trials::{Answers, Trials};
use effect::questions;
use portway_model::Corridor;
use portway_model::element::Timeline;
use resource::Candidate;
use std::sync::atomic::AtomicBool;

/// Replications with which every resource is screened: enough for an interval, few enough to try a hundred resources.
pub const SCREENING: u32 = 8;

/// What a search for the bottleneck is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BottleneckOptions {
    /// Seed of every random number.
    pub seed: u64,
    /// Replications of the scenario and of every resource that may matter; at least two.
    pub replications: u32,
    /// Number of threads; 0 for as many as the machine has.
    pub threads: usize,
    /// What resources are ranked by.
    pub by: RankBy,
    /// The only part of the folder of which resources are tried; none for all.
    pub part: Option<String>,
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
    let BottleneckOptions { seed, replications, threads, by, .. } = *options;
    if replications < 2 {
        return Err(StudyError::Options("a difference has an interval only with at least two replications".into()));
    }
    let trials = Trials::new(seed, threads, progress, cancel)?;
    let prepared = Prepared::new(timeline)?;
    let mut candidates = resource::candidates(corridor, timeline, &prepared.program);
    if let Some(part) = &options.part {
        keep_part(corridor, part, &mut candidates)?;
    }
    let screening = SCREENING.min(replications);
    trials.plan(2 * replications + screening * candidates.len() as u32);
    let held = trials.observe_holds(&prepared, 0..replications, holds::reduce)?;
    let matters = |candidate: &Candidate| {
        candidate.relief.as_ref().is_none_or(|relief| relief.most(&prepared.layout, &held) >= LEAST_SHARE)
    };
    let (tried, idle): (Vec<Candidate>, Vec<Candidate>) = candidates.into_iter().partition(matters);
    let not_tried: Vec<Resource> = idle.into_iter().map(|candidate| candidate.resource).collect();
    trials.spare(screening * not_tried.len() as u32);
    let (resources, timelines): (Vec<Resource>, Vec<Timeline>) =
        tried.into_iter().map(|c| (c.resource, c.timeline)).unzip();
    trials.foresee();
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
        not_tried,
        part: options.part.clone(),
        chain: chain::chain(&prepared, &held, &growing),
        diagnostics: base.growing,
    })
}

/// Leaves the resources of one part, and demand to compare with.
///
/// # Errors
/// [`StudyError::Options`], when nothing of the scenario belongs to the part.
fn keep_part(corridor: &Corridor, part: &str, candidates: &mut Vec<Candidate>) -> Result<(), StudyError> {
    let mut known: Vec<&str> = candidates.iter().filter_map(|c| corridor.part_of(&c.resource.path)).collect();
    known.sort_unstable();
    known.dedup();
    if !known.contains(&part) {
        let known =
            if known.is_empty() { "the scenario has none".into() } else { format!("known: {}", known.join(", ")) };
        return Err(StudyError::Options(format!("no resource of the scenario belongs to a part `{part}`; {known}")));
    }
    candidates.retain(|c| c.resource.group == Group::Demand || corridor.part_of(&c.resource.path) == Some(part));
    Ok(())
}
