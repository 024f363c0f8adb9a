//! Queues that grow until the window ends. Their mean waits say nothing but how long the window is, so they are named instead.
//!
//! Two witnesses must agree. The plan: from some day on, the work that flows bring to a station exceeds the work that its lanes
//! can do, and the excess is never worked off. The simulation: the vehicles that the excess leaves behind are really inside the
//! corridor at the end. The first alone would accuse a station whose traffic is turned away before it, the second alone would
//! accuse a busy Friday.

use crate::query::Query;
use crate::replicate::{Prepared, Replicated};
use crate::results::{Note, Severity};
use crate::said::{Said, Values, values};
use jiff::civil::Date;

/// Days that an excess must last to count, unless the window is shorter: a closed weekend or a holiday is made up for by then.
const FEWEST_DAYS: usize = 7;
/// Fewest vehicles of excess: below this, chance alone leaves as many behind.
const FEWEST_VEHICLES: f64 = 10.0;
/// Share of the planned excess that must be inside the corridor at the end.
const SHARE_SEEN: f64 = 0.5;
/// Share of the vehicles left behind from which on a station's own queue counts as growing.
const SHARE_HELD: f64 = 0.25;

/// The growing queues of a study.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Growing {
    causes: Vec<Cause>,
    /// Whether the stream's waits grow, like `Layout::streams`.
    streams: Vec<bool>,
    /// Whether the station's queue grows, like `Layout::stations`.
    stations: Vec<bool>,
}

/// A station that gets more work than it can do.
#[derive(Clone, Debug, PartialEq)]
struct Cause {
    scope: String,
    titles: Vec<String>,
    from: Date,
    demand_over_capacity: f64,
    left_behind: f64,
}

/// An excess of work that lasts until the end of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Excess {
    /// First day, as an index.
    from: usize,
    /// Demand over capacity since then; infinite when nothing can be done.
    ratio: f64,
    /// Work left over at the end, as a share of the work that was asked for since then.
    share_left: f64,
}

/// Looks for queues that grow.
pub(crate) fn find(prepared: &Prepared, all: &Replicated) -> Growing {
    let layout = &prepared.layout;
    let sums = &all.sums;
    let mut growing = Growing {
        causes: Vec::new(),
        streams: vec![false; layout.streams.len()],
        stations: vec![false; layout.stations.len()],
    };
    for load in prepared.program.offered_load() {
        let Some(available) = &load.available_lane_ms else { continue };
        let Some(excess) = excess(&load.offered_lane_ms, available) else { continue };
        let through: Vec<usize> = (0..layout.streams.len()).filter(|&s| sums.passed(load.station, s)).collect();
        let planned = excess.share_left * load.offered_vehicles[excess.from..].iter().sum::<f64>();
        let left_behind = through.iter().map(|&s| sums.gained_vehicles(s)).sum::<f64>();
        if planned < FEWEST_VEHICLES || left_behind < SHARE_SEEN * planned {
            continue;
        }
        growing.causes.push(Cause {
            scope: layout.stations[load.station].scope.clone(),
            titles: layout.stations[load.station].titles.clone(),
            from: layout.days[excess.from],
            demand_over_capacity: excess.ratio,
            left_behind,
        });
        growing.stations[load.station] = true;
        for &stream in &through {
            growing.streams[stream] = true;
        }
        for station in 0..layout.stations.len() {
            let shares_traffic = through.iter().any(|&s| sums.passed(station, s));
            let held = sums.queue_at_end_vehicles(station) >= SHARE_HELD * left_behind;
            growing.stations[station] |= shares_traffic && held;
        }
    }
    growing
}

/// Follows the work left over from day to day. It is an excess when it is still there at the end and has been for long.
fn excess(demand: &[f64], capacity: &[f64]) -> Option<Excess> {
    let (mut left_over, mut from) = (0.0_f64, 0);
    for (day, (demand, capacity)) in demand.iter().zip(capacity).enumerate() {
        left_over = (left_over + demand - capacity).max(0.0);
        if left_over == 0.0 {
            from = day + 1;
        }
    }
    let lasted = demand.len().saturating_sub(from);
    if left_over <= 0.0 || lasted < FEWEST_DAYS.min(demand.len()) {
        return None;
    }
    let sum = |values: &[f64]| values[from..].iter().sum::<f64>();
    let (demand, capacity) = (sum(demand), sum(capacity));
    let ratio = if capacity > 0.0 { demand / capacity } else { f64::INFINITY };
    Some(Excess { from, ratio, share_left: left_over / demand })
}

impl Growing {
    /// Whether a query asks for something that grows.
    pub(crate) fn affects(&self, query: &Query) -> bool {
        query.measure.grows
            && query.station.map_or_else(|| self.any_of(&query.streams), |station| self.stations[station])
    }

    /// Whether the waits of one of some streams grow.
    pub(crate) fn any_of(&self, streams: &[usize]) -> bool {
        streams.iter().any(|&stream| self.streams[stream])
    }

    /// Says what grows, where and since when.
    pub(crate) fn notes(&self) -> Vec<Note> {
        let note = |cause: &Cause| Note {
            severity: Severity::Finding,
            code: "queue-grows".into(),
            scope: cause.scope.clone(),
            message: cause.sentence(),
            values: cause.values(),
        };
        self.causes.iter().map(note).collect()
    }
}

impl Cause {
    fn sentence(&self) -> String {
        let Self { titles, from, left_behind, .. } = self;
        let title = titles.join(", ");
        let load = if self.demand_over_capacity.is_finite() {
            format!("demand is {:.2} × capacity", self.demand_over_capacity)
        } else {
            "there is demand and no capacity".to_owned()
        };
        format!(
            "{load} at {title} from {from} to the end of the window, and {left_behind:.0} more vehicles are inside then \
             than at its beginning: waits there grow and have no mean"
        )
    }

    /// The same for other languages; there is no ratio where there is no capacity.
    fn values(&self) -> Values {
        let mut all = values([
            ("place", Said::Place(self.titles.clone())),
            ("from", Said::Date(self.from.to_string())),
            ("vehicles", Said::Number(format!("{:.0}", self.left_behind))),
        ]);
        if self.demand_over_capacity.is_finite() {
            all.insert("ratio".into(), Said::Number(format!("{:.2}", self.demand_over_capacity)));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excess_must_last_until_the_end() {
        let capacity = [10.0; 20];
        let mut demand = [7.0; 20];
        assert_eq!(excess(&demand, &capacity), None);
        // A busy week in the middle is worked off.
        demand[3..8].fill(11.0);
        assert_eq!(excess(&demand, &capacity), None);
        // From the thirteenth day on it never is.
        demand[12..].fill(13.0);
        let found =
            excess(&demand, &capacity).map(|e| (e.from, (e.ratio * 1000.0).round(), (e.share_left * 1000.0).round()));
        assert_eq!(found, Some((12, 1300.0, 231.0)));
    }

    #[test]
    fn a_closed_weekend_at_the_end_is_no_excess() {
        let mut capacity = [10.0; 14];
        capacity[12..].fill(0.0);
        assert_eq!(excess(&[8.0; 14], &capacity), None);
        // Nothing is ever done: the ratio has no number.
        let closed = excess(&[8.0; 14], &[0.0; 14]).map(|e| e.ratio);
        assert_eq!(closed, Some(f64::INFINITY));
    }
}
