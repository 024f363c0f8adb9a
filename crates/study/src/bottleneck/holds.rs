//! Who held a lane or a piece of road, for how long, and for want of a place where: one replication reduced to sums.

use crate::replicate::Prepared;
use portway_sim::{Hold, Observations};
use std::collections::BTreeMap;

/// What one replication saw of blocking.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Held {
    /// By where it stands and what it waits for.
    pub(super) edges: BTreeMap<(usize, usize), HeldFor>,
    pub(super) stations: Vec<StationUse>,
}

/// Vehicles at one station that wait for a place at another.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct HeldFor {
    /// Time in which at least one waits.
    pub(super) some_ms: i64,
    /// Vehicles × time.
    pub(super) vehicle_ms: i64,
    /// The part of it in which the other is closed.
    pub(super) closed_vehicle_ms: i64,
}

/// Lanes × time of one station in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct StationUse {
    pub(super) queue_ms: f64,
    pub(super) busy_ms: f64,
    pub(super) blocked_ms: f64,
    pub(super) open_ms: f64,
}

/// Adds up the holds of one replication.
pub(super) fn reduce(prepared: &Prepared, seen: &Observations) -> Held {
    let stations = seen.stations.iter().map(|station| StationUse {
        queue_ms: station.queue_vehicle_ms as f64,
        busy_ms: station.busy_lane_ms as f64,
        blocked_ms: station.blocked_lane_ms as f64,
        open_ms: station.open_lane_ms as f64,
    });
    let mut held = Held { edges: BTreeMap::new(), stations: stations.collect() };
    let mut holds: Vec<&Hold> = seen.holds.iter().collect();
    holds.sort_by_key(|hold| (hold.station, hold.waits_for, hold.from_ms, hold.to_ms));
    let mut until_ms = i64::MIN;
    for hold in holds {
        let edge = held.edges.entry((hold.station as usize, hold.waits_for as usize)).or_insert_with(|| {
            until_ms = i64::MIN;
            HeldFor::default()
        });
        // Sorted by their beginning, spans that overlap the ones before add only what reaches beyond them.
        edge.some_ms += (hold.to_ms - hold.from_ms.max(until_ms)).max(0);
        until_ms = until_ms.max(hold.to_ms);
        edge.vehicle_ms += hold.to_ms - hold.from_ms;
        edge.closed_vehicle_ms += closed_ms(prepared, seen, hold);
    }
    held
}

/// The part of a hold in hours in which what it waits for has no open lane at all.
fn closed_ms(prepared: &Prepared, seen: &Observations, hold: &Hold) -> i64 {
    let window = &prepared.program.window;
    let open = &seen.stations[hold.waits_for as usize].open_lane_ms_by_hour;
    let (from, to) = (hold.from_ms - window.start_ms, hold.to_ms - window.start_ms);
    let first = window.hour_ticks.partition_point(|tick| *tick <= from).saturating_sub(1);
    let hours = window.hour_ticks.windows(2).zip(open).skip(first).take_while(|(hour, _)| hour[0] < to);
    hours.filter(|(_, open_ms)| **open_ms == 0).map(|(hour, _)| (hour[1].min(to) - hour[0].max(from)).max(0)).sum()
}
