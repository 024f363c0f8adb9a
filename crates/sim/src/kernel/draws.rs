//! The addresses of random numbers.
//!
//! A draw is found by (seed, replication, name of the flow, purpose, name of the station or coin) and a counter made of the
//! vehicle's number in its flow, its repetition and its occurrence. Nothing in it depends on the order of events or on what
//! else the model holds, so the same vehicle meets the same luck in every scenario.

use super::vehicle::Vehicle;
use crate::program::{Op, Program};
use portway_stats::random::{Key, word_of};

/// The keys of one replication.
pub(super) struct Draws {
    root: Key,
    flows: Vec<Key>,
    /// Per `flow * stations + station`.
    services: Vec<Key>,
    /// Per `flow * coins + coin`.
    coins: Vec<Key>,
    gaps: Vec<Key>,
    stations: usize,
    coin_count: usize,
}

impl Draws {
    pub(super) fn new(program: &Program, seed: u64, replication: u32) -> Self {
        let root = Key::new(seed, replication);
        let flows: Vec<Key> =
            program.flows.iter().map(|flow| root.with(word_of("flow")).with(word_of(&flow.name))).collect();
        let under = |purpose: &str, names: &mut dyn Iterator<Item = &str>| -> Vec<Key> {
            let words: Vec<u64> = names.map(word_of).collect();
            let keys = flows.iter().map(|key| key.with(word_of(purpose)));
            keys.flat_map(|key| words.iter().map(move |word| key.with(*word))).collect()
        };
        Self {
            root,
            services: under("service", &mut program.stations.iter().map(|station| station.name.as_str())),
            coins: under("coin", &mut program.coin_names.iter().map(String::as_str)),
            gaps: flows.iter().map(|key| key.with(word_of("gap"))).collect(),
            flows,
            stations: program.stations.len(),
            coin_count: program.coin_names.len(),
        }
    }

    /// The counter of a vehicle at its present operation.
    pub(super) fn counter(&self, vehicle: &Vehicle, op: Op) -> u64 {
        counter(vehicle.number, vehicle.lap, if let Op::Visit { occurrence, .. } = op { occurrence } else { 0 })
    }

    /// The bits of a time on the lane.
    #[inline(always)]
    pub(super) fn service(&self, flow: u16, station: u32, number: u32, lap: u16, occurrence: u16) -> u64 {
        self.services[usize::from(flow) * self.stations + station as usize].draw(counter(number, lap, occurrence))
    }

    /// The bits of a coin.
    #[inline]
    pub(super) fn coin(&self, flow: u16, address: u32, vehicle: u32, lap: u16) -> u64 {
        self.coins[usize::from(flow) * self.coin_count + address as usize]
            .draw(u64::from(vehicle) | u64::from(lap) << 32)
    }

    /// The bits of a gap between arrivals.
    #[inline]
    pub(super) fn gap(&self, flow: usize, arrival: u64) -> u64 {
        self.gaps[flow].draw(arrival)
    }

    /// The key of a rarer purpose of a flow at a station.
    pub(super) fn at_station(&self, flow: usize, purpose: &str, station: &str) -> Key {
        self.flows[flow].with(word_of(purpose)).with(word_of(station))
    }

    /// The key of something that belongs to no flow.
    pub(super) fn element(&self, kind: &str, name: &str, purpose: &str) -> Key {
        self.root.with(word_of(kind)).with(word_of(name)).with(word_of(purpose))
    }
}

#[inline]
fn counter(number: u32, lap: u16, occurrence: u16) -> u64 {
    u64::from(number) | u64::from(lap) << 32 | u64::from(occurrence) << 48
}
