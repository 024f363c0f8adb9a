//! The addresses of random numbers.
//!
//! A draw is found by (seed, replication, name of the flow, purpose, name of the station or coin) and a counter made of the
//! vehicle's number in its flow, its repetition and its occurrence. Nothing in it depends on the order of events or on what
//! else the model holds, so the same vehicle meets the same luck in every scenario.

use super::stop::Stop;
use super::vehicle::Vehicle;
use crate::program::Program;
use portway_stats::random::{Key, Stream, word_of};

/// The keys of one replication.
pub(super) struct Draws {
    root: Key,
    flows: Vec<Key>,
    gaps: Vec<Stream>,
}

impl Draws {
    pub(super) fn new(program: &Program, seed: u64, replication: u32) -> Self {
        let root = Key::new(seed, replication);
        let flows: Vec<Key> =
            program.flows.iter().map(|flow| root.with(word_of("flow")).with(word_of(&flow.name))).collect();
        Self { root, gaps: flows.iter().map(|key| key.with(word_of("gap")).stream()).collect(), flows }
    }

    /// The bits of a gap between arrivals.
    #[inline]
    pub(super) fn gap(&self, flow: usize, arrival: u64) -> u64 {
        self.gaps[flow].draw(arrival)
    }

    /// The key of a flow.
    pub(super) fn of_flow(&self, flow: usize) -> Key {
        self.flows[flow]
    }

    /// The key of a purpose of a flow at a station, or of one of its coins.
    pub(super) fn at_station(&self, flow: usize, purpose: &str, name: &str) -> Key {
        self.flows[flow].with(word_of(purpose)).with(word_of(name))
    }

    /// The ways that the vehicles of a flow choose, one draw for each by its number.
    pub(super) fn ways(&self, flow: usize) -> Stream {
        self.flows[flow].with(word_of("way")).stream()
    }

    /// The key of something that belongs to no flow.
    pub(super) fn element(&self, kind: &str, name: &str, purpose: &str) -> Key {
        self.root.with(word_of(kind)).with(word_of(name)).with(word_of(purpose))
    }
}

impl Stop<'_> {
    /// The bits of a time on the lane.
    #[inline(always)]
    pub(super) fn draw_service(&self, number: u32, lap: u16) -> u64 {
        self.bits.draw(u64::from(number) | u64::from(lap) << 32 | u64::from(self.occurrence) << 48)
    }

    /// The bits of a coin.
    #[inline(always)]
    pub(super) fn draw_coin(&self, number: u32, lap: u16) -> u64 {
        self.bits.draw(u64::from(number) | u64::from(lap) << 32)
    }

    /// The counter of a vehicle that stands here, for the draws of rarer purposes.
    pub(super) fn counter(&self, vehicle: &Vehicle) -> u64 {
        u64::from(vehicle.number) | u64::from(vehicle.lap) << 32 | u64::from(self.occurrence) << 48
    }
}
