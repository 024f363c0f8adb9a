//! Which rows get more replications, in which order they stand, and which is the best.

use super::effect::{self, Answered, difference};
use super::{Amount, Best, Demand, Group, Limit, RankBy, Resource, Row, Verdict};
use crate::options::LEVEL;
use crate::trials::Answers;
use portway_stats::Estimate;
use portway_stats::interval::{level_of_each, student_t};

/// Share of the largest effect of a measure that a resource must possibly reach to be looked at more closely.
const MAY_MATTER: f64 = 0.1;

/// Share of the crossings below which more of them are an edge of the window, not a lifted limit: who is faster crosses
/// before the window ends.
const EDGE_SHARE: f64 = 0.01;

/// Share of the extra demand that must cross for demand to be the limit.
const MOST: f64 = 0.5;

/// Rows in their final order, each with its place among the answers.
pub(super) struct Ranking {
    pub(super) rows: Vec<(usize, Row)>,
    pub(super) best: Option<Best>,
    pub(super) simultaneous_level: f64,
}

/// The candidates that may matter after the screening, in their order. Those of which no replication differed from the
/// scenario are settled, and so are those whose interval, wide enough to hold for all at once, stays below a tenth of the
/// largest effect. Sides and demand are always run in full, because they are shown whatever they bring.
pub(super) fn worth_more(base: &Answers, resources: &[Resource], answers: &[Answered]) -> Vec<usize> {
    let level = level_of_each(LEVEL, answers.len());
    let mut chosen: Vec<bool> = resources.iter().map(|r| matches!(r.group, Group::Side | Group::Demand)).collect();
    for by in [RankBy::Hours, RankBy::Crossings, RankBy::P90] {
        let of = |answers: &Answered| difference(Some(base), answers.as_ref().ok(), by.question(), level);
        let effects: Vec<Option<Estimate>> = answers.iter().map(of).collect();
        let competes = |index: &usize| matches!(resources[*index].group, Group::Resource | Group::Process);
        let seen = (0..answers.len()).filter(competes).filter_map(|index| Some(effects[index]?.mean.abs()));
        let largest = seen.fold(0.0, f64::max);
        for (index, effect) in effects.iter().enumerate() {
            let Some(Estimate { mean, half_width: Some(half_width), .. }) = effect else { continue };
            let reach = mean.abs() + half_width;
            chosen[index] |= reach > 0.0 && reach >= MAY_MATTER * largest;
        }
    }
    (0..answers.len()).filter(|index| chosen[*index] && answers[*index].is_ok()).collect()
}

/// Puts rows in order and looks for the best resource.
pub(super) fn rank(rows: Vec<Row>, answers: &[Answered], by: RankBy) -> Ranking {
    let mut rows: Vec<(usize, Row)> = rows.into_iter().enumerate().collect();
    let group = |row: &Row| match row.resource.group {
        Group::Resource => 0,
        Group::Side => 1,
        Group::Process => 2,
        Group::Demand => 3,
    };
    let class = |row: &Row| match row.verdict {
        Verdict::Gains => 0,
        Verdict::NoChangeSeen => 1,
        Verdict::CannotTell => 2,
        Verdict::Loses => 3,
    };
    let gain = |row: &Row| by.effect(row).difference.map_or(0.0, |difference| by.gain(difference));
    // Rows that show no change are not told apart, so they keep the order of the folder.
    let told = |row: &Row| if row.verdict == Verdict::NoChangeSeen { 0.0 } else { gain(row) };
    rows.sort_by(|(_, a), (_, b)| (group(a), class(a)).cmp(&(group(b), class(b))).then(told(b).total_cmp(&told(a))));
    let competing = rows.iter().filter(|(_, row)| row.resource.group == Group::Resource).count();
    let simultaneous_level = level_of_each(LEVEL, competing);
    let best = best(&rows[..competing], answers, by);
    Ranking { rows, best, simultaneous_level }
}

/// The first of the resources of which the effect is sure among all of them, and those that the same level cannot tell from it.
fn best(resources: &[(usize, Row)], answers: &[Answered], by: RankBy) -> Option<Best> {
    let level = level_of_each(LEVEL, resources.len());
    let is_sure = |row: &Row| -> Option<bool> {
        // The interval of one row, stretched to hold for all of them at once.
        let student = |level| student_t(level, u64::from(row.replications.max(2)) - 1);
        let effect = by.effect(row);
        let wide = effect.half_width? * student(level) / student(LEVEL);
        Some(row.verdict == Verdict::Gains && effect.difference?.abs() > wide)
    };
    let at = resources.iter().position(|(_, row)| is_sure(row) == Some(true))?;
    let answer = |at: usize| answers[resources[at].0].as_ref().ok();
    let is_open = |other: &usize| {
        let apart = difference(answer(at), answer(*other), by.question(), level);
        // That the other one buys more must be ruled out.
        *other != at && apart.is_some_and(|apart| apart.covers(0.0) || by.gain(apart.mean) > 0.0)
    };
    Some(Best { row: at, not_told_apart: (0..resources.len()).filter(is_open).collect() })
}

/// What becomes of more demand.
pub(super) fn demand(rows: &[(usize, Row)], base: &Answers, answers: &[Answered]) -> Option<Demand> {
    let (index, _) = rows.iter().find(|(_, row)| row.resource.group == Group::Demand)?;
    let (came, crossed) = effect::demand(base, answers[*index].as_ref().ok()?)?;
    let amount = |estimate: Estimate| Amount { mean: estimate.mean, half_width: estimate.half_width };
    Some(Demand { arrivals_per_day: amount(came), crossings_per_day: amount(crossed) })
}

/// Whether demand or a resource limits the crossings.
pub(super) fn limit(ranking: &Ranking, demand: Option<&Demand>, base: &Answers) -> Limit {
    let crossings = effect::base(base).crossings_per_day.mean;
    let lifts = |row: &Row| {
        let effect = row.crossings_per_day;
        let sure = effect.difference.zip(effect.half_width).map_or(0.0, |(difference, hw)| difference - hw);
        row.resource.group != Group::Demand && sure > EDGE_SHARE * crossings
    };
    if !base.growing.is_empty() || ranking.rows.iter().any(|(_, row)| lifts(row)) {
        return Limit::Resource;
    }
    let crosses = |demand: &Demand| {
        let sure = demand.crossings_per_day.mean - demand.crossings_per_day.half_width.unwrap_or(f64::INFINITY);
        sure > MOST * demand.arrivals_per_day.mean
    };
    if demand.is_none_or(crosses) { Limit::Demand } else { Limit::Unclear }
}
