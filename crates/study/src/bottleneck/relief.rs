//! What a resource can save at most, seen without trying it.
//!
//! A lane can take away no more than the wait in front of it, and the wait of those that are held because of it. Where nearly
//! nobody waits there is nothing to be tried, and in a corridor of many ways that is most of the places.

use super::Kind;
use super::chain::LEAST_HELD_H;
use super::holds::Held;
use super::resource::TENTH;
use crate::layout::Layout;
use portway_model::Model;
use portway_model::element::WhenFull;

/// Part of the time that all spend in the corridor below which a resource is not tried: one in ten thousand.
pub const LEAST_SHARE: f64 = 0.000_1;

const H_PER_DAY: f64 = 24.0;

/// Where the time stands that a unit of a resource can save.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Relief {
    /// Scope of the station.
    scope: String,
    /// Part of its service that is saved too.
    service_share: f64,
}

impl Relief {
    /// What bounds a change; none where a trial only tells: opening hours and departures let others come, a service that turns
    /// people away keeps nobody waiting.
    pub(super) fn of(kind: Kind, scope: &str, model: &Model) -> Option<Self> {
        let loses = model.stages.find(scope).is_some_and(|id| {
            let stage = &model.stages[id];
            stage.when_full == WhenFull::TurnAway || stage.patience_ms.is_some() || stage.balk_at_vehicles.is_some()
        });
        let service_share = match kind {
            Kind::Lanes | Kind::LotPlaces | Kind::ExtraLanes | Kind::Room | Kind::Storage => 0.0,
            Kind::Service => TENTH,
            _ => return None,
        };
        (!loses).then(|| Self { scope: scope.to_owned(), service_share })
    }

    /// The share of the time in the corridor that it can save at most, as the mean over replications.
    pub(super) fn most(&self, layout: &Layout, seen: &[Held]) -> f64 {
        let here = |station: &usize| self.is_at(&layout.stations[*station].scope);
        let at: Vec<usize> = (0..layout.stations.len()).filter(here).collect();
        let shares = seen.iter().map(|held| {
            let all: f64 = held.stations.iter().map(|s| s.queue_ms + s.busy_ms + s.blocked_ms).sum();
            let saved: f64 = at.iter().map(|station| self.service_share * held.stations[*station].busy_ms).sum();
            (waiting_for(&at, held, layout.window_ms as f64) + saved) / all.max(1.0)
        });
        shares.sum::<f64>() / seen.len().max(1) as f64
    }

    /// Whether a station is the one of this resource; a way of a link is called by its link.
    fn is_at(&self, scope: &str) -> bool {
        scope.strip_prefix(self.scope.as_str()).is_some_and(|rest| rest.is_empty() || rest == ".reversed")
    }
}

/// Vehicles × time that wait for a place at some stations: in front of them, and everywhere that stands still behind them.
fn waiting_for(at: &[usize], held: &Held, window_ms: f64) -> f64 {
    let least_ms = LEAST_HELD_H / H_PER_DAY * window_ms;
    let mut behind = at.to_vec();
    let mut next = 0;
    while let Some(&to) = behind.get(next) {
        let holds =
            held.edges.iter().filter(|((_, waits_for), edge)| *waits_for == to && edge.some_ms as f64 >= least_ms);
        for ((from, _), _) in holds {
            if !behind.contains(from) {
                behind.push(*from);
            }
        }
        next += 1;
    }
    let direct = held.edges.iter().filter(|((_, waits_for), _)| at.contains(waits_for));
    let short: f64 = direct.map(|(_, edge)| edge.vehicle_ms as f64).sum();
    let long: f64 = behind
        .iter()
        .map(|station| {
            let station_use = &held.stations[*station];
            let blocked_ms = if at.contains(station) { 0.0 } else { station_use.blocked_ms };
            station_use.queue_ms + blocked_ms
        })
        .sum();
    short + long
}
