//! The chain of cause: from the station where the flow is held to everything that stands still behind it.
//!
//! The kernel says of every vehicle that is done and cannot go on which station has no place for it. These pairs are the
//! arrows of a graph; its roots are stations that hold others and are not held themselves.

use super::holds::{Held, HeldFor, StationUse};
use super::{Amount, Cause, Held as HeldLink, Root, Where};
use crate::options::LEVEL;
use crate::replicate::Prepared;
use portway_stats::Estimate;
use std::collections::BTreeSet;

/// Hours a day below which a hold is not worth a sentence: three minutes.
pub(super) const LEAST_HELD_H: f64 = 0.05;

/// Share of its occupied lane time from which on a station counts as held itself.
const HELD_SHARE: f64 = 0.1;

const H_PER_DAY: f64 = 24.0;

/// Roots with what they hold, the one behind which most vehicles stand first. `growing` are the scopes that get more work than
/// they can do.
pub(super) fn chain(prepared: &Prepared, seen: &[Held], growing: &[String]) -> Vec<Root> {
    let graph = Graph { prepared, seen, arrows: arrows(prepared, seen) };
    let targets: BTreeSet<usize> = graph.arrows.iter().map(|arrow| arrow.to).collect();
    let is_held = |station: usize| {
        graph.arrows.iter().any(|arrow| arrow.from == station) && graph.blocked_share(station) >= HELD_SHARE
    };
    let mut at: Vec<usize> = targets.iter().copied().filter(|station| !is_held(*station)).collect();
    if at.is_empty() {
        // Stations that hold each other in a circle: the one that is held least is where it begins.
        at.extend(targets.iter().copied().min_by(|a, b| graph.blocked_share(*a).total_cmp(&graph.blocked_share(*b))));
    }
    let mut roots: Vec<(f64, Root)> = at.into_iter().map(|station| graph.root(station, growing)).collect();
    roots.sort_by(|a, b| b.0.total_cmp(&a.0));
    roots.into_iter().map(|(_, root)| root).collect()
}

struct Arrow {
    from: usize,
    to: usize,
    hours: Amount,
    vehicles: Amount,
    closed_share: f64,
}

struct Graph<'a> {
    prepared: &'a Prepared,
    seen: &'a [Held],
    arrows: Vec<Arrow>,
}

/// Every pair that holds long enough to be worth a sentence, and surely more than never.
fn arrows(prepared: &Prepared, seen: &[Held]) -> Vec<Arrow> {
    let window_ms = prepared.layout.window_ms as f64;
    let pairs: BTreeSet<(usize, usize)> = seen.iter().flat_map(|held| held.edges.keys().copied()).collect();
    let arrow = |(from, to): (usize, usize)| {
        let edge = |held: &Held| held.edges.get(&(from, to)).copied().unwrap_or_default();
        let all =
            |held: &Held| -> i64 { held.edges.range((from, 0)..(from + 1, 0)).map(|(_, edge)| edge.vehicle_ms).sum() };
        // Those that stand on a link behind the first in the row ask for nothing: they are held for what it is held for.
        let vehicles = |held: &Held| {
            let share = edge(held).vehicle_ms as f64 / all(held).max(1) as f64;
            share * held.stations[from].blocked_ms / window_ms
        };
        let hours = amount(seen, |held| edge(held).some_ms as f64 / window_ms * H_PER_DAY);
        let sum = |of: fn(&HeldFor) -> i64| seen.iter().map(|held| of(&edge(held))).sum::<i64>() as f64;
        let closed_share = sum(|e| e.closed_vehicle_ms) / sum(|e| e.vehicle_ms).max(1.0);
        Arrow { from, to, hours, vehicles: amount(seen, vehicles), closed_share }
    };
    let sure = |arrow: &Arrow| arrow.hours.mean > arrow.hours.half_width.unwrap_or(0.0);
    pairs.into_iter().map(arrow).filter(|arrow| arrow.hours.mean >= LEAST_HELD_H && sure(arrow)).collect()
}

/// The mean over replications with its interval.
fn amount(seen: &[Held], of: impl Fn(&Held) -> f64) -> Amount {
    let values: Vec<f64> = seen.iter().map(of).collect();
    let estimate = Estimate::of(&values, LEVEL);
    Amount {
        mean: estimate.map_or(0.0, |estimate| estimate.mean),
        half_width: estimate.and_then(|estimate| estimate.half_width),
    }
}

impl Graph<'_> {
    /// The part of the time that its lanes are taken in which they are held by vehicles that are done.
    fn blocked_share(&self, station: usize) -> f64 {
        let sum = |of: fn(&StationUse) -> f64| self.seen.iter().map(|held| of(&held.stations[station])).sum::<f64>();
        let (busy, blocked) = (sum(|s| s.busy_ms), sum(|s| s.blocked_ms));
        blocked / (busy + blocked).max(1.0)
    }

    /// A root with the arrows that lead to it, in the order in which one explains the next, and the vehicles behind it.
    fn root(&self, station: usize, growing: &[String]) -> (f64, Root) {
        let mut order = vec![station];
        let mut held = Vec::new();
        let mut vehicles = 0.0;
        let mut next = 0;
        while let Some(&to) = order.get(next) {
            let mut direct: Vec<&Arrow> = self.arrows.iter().filter(|arrow| arrow.to == to).collect();
            direct.sort_by(|a, b| b.hours.mean.total_cmp(&a.hours.mean));
            for arrow in direct {
                if !order.contains(&arrow.from) {
                    order.push(arrow.from);
                }
                vehicles += arrow.vehicles.mean;
                held.push(HeldLink {
                    at: self.place(arrow.from),
                    waits_for: self.place(to),
                    hours_per_day: arrow.hours,
                    vehicles: arrow.vehicles,
                    closed_share: arrow.closed_share,
                });
            }
            next += 1;
        }
        let direct = self.arrows.iter().filter(|arrow| arrow.to == station);
        let (sum, closed) = direct.fold((0.0, 0.0), |(sum, closed), arrow| {
            (sum + arrow.vehicles.mean, closed + arrow.vehicles.mean * arrow.closed_share)
        });
        let place = self.place(station);
        let lanes_open = self.seen.iter().all(|held| held.stations[station].open_ms > 0.0);
        let cause = if closed > 0.5 * sum {
            Cause::Closed
        } else if growing.contains(&place.scope) {
            Cause::Overloaded
        } else if place.is_link {
            Cause::Full
        } else {
            Cause::Busy
        };
        let lane_use = |held: &Held| held.stations[station].busy_ms / held.stations[station].open_ms;
        let lane_use_share = lanes_open.then(|| amount(self.seen, lane_use));
        (vehicles, Root { at: place, cause, lane_use_share, held })
    }

    fn place(&self, station: usize) -> Where {
        let of = &self.prepared.layout.stations[station];
        Where { scope: of.scope.clone(), direction: of.direction.clone(), title: of.title(), is_link: of.is_link }
    }
}
