//! What the vehicles of a flow weigh when they choose among several ways.

use super::FlowProgram;
use portway_stats::logit;
use std::ops::Range;

/// How the vehicles of a flow choose.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// Its ways in `Program::alternatives`.
    pub(crate) ways: Range<usize>,
    /// What holds from a tick on, sorted; the first at tick 0.
    pub(crate) terms: Vec<Terms>,
}

/// The numbers of a choice between two days on which any of them changes.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    /// First tick.
    pub(crate) from: i64,
    pub(crate) rule: Rule,
    /// By way.
    pub(crate) ways: Vec<WayTerms>,
}

/// What decides.
#[derive(Clone, Debug)]
pub(crate) enum Rule {
    /// Fixed parts, cumulative.
    Shares(Vec<f64>),
    /// Generalised cost, in units of the scale of the logit.
    Logit {
        /// Cost of a millisecond.
        per_ms: f64,
        /// Milliseconds of expected time that one of deviation counts like.
        reliability: f64,
        /// How far expectations move in a day.
        learning: f64,
        /// Cost from which on nobody travels; infinite when everybody always does.
        stay_home: f64,
    },
}

/// What is known of a way without travelling it.
#[derive(Clone, Debug)]
pub(crate) struct WayTerms {
    /// Money and constant, in units of the scale; 0 where shares are fixed.
    pub(crate) money: f64,
    /// Time from end to end when nobody waits.
    pub(crate) free_ms: f64,
    /// The same to each station that every vehicle passes.
    pub(crate) after_ms: Vec<i64>,
    /// The time in which a carrier that leaves when it is full comes back to its stop, there and back and with all seats taken,
    /// for each of those stations at which one is got on; 0 for the others.
    pub(crate) round_ms: Vec<i64>,
}

impl FlowProgram {
    /// Parts of the flow that take its ways when nobody waits, by the terms of a tick.
    pub(super) fn free_shares(&self, tick: i64) -> Vec<f64> {
        let Some(choice) = &self.choice else { return vec![1.0] };
        let at = choice.terms.partition_point(|terms| terms.from <= tick).saturating_sub(1);
        let Terms { rule, ways, .. } = &choice.terms[at];
        match rule {
            Rule::Shares(cumulative) => {
                let before = [0.0].iter().chain(cumulative);
                cumulative.iter().zip(before).map(|(up_to, before)| up_to - before).collect()
            }
            Rule::Logit { per_ms, stay_home, .. } => {
                let costs: Vec<f64> = ways.iter().map(|way| way.money + per_ms * way.free_ms).collect();
                if costs.iter().all(|cost| cost > stay_home) {
                    return vec![0.0; costs.len()];
                }
                logit::shares(&costs)
            }
        }
    }
}
