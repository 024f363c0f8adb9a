//! The operations of every flow as the hot path reads them.

use super::draws::Draws;
use super::record::Record;
use super::vehicle::NONE;
use crate::program::{Epoch, Op, Program, Service};
use portway_stats::Sampler;
use portway_stats::random::Stream;
use std::ops::Index;

/// In place of a station: a carrier opens its doors here.
pub(super) const DOOR: u32 = NONE - 1;

/// One operation of one flow: all that is asked about it when a vehicle comes to it, in two lines of the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Stop<'p> {
    /// Address of the time on the lane, or of the coin that is thrown here.
    pub(super) bits: Stream,
    /// How long a lane takes, by the numbers that hold now: this law, or without one always the same.
    pub(super) sampler: Option<&'p Sampler>,
    pub(super) constant_ms: i64,
    /// The station that it visits; [`NONE`] when it visits none.
    pub(super) station: u32,
    /// Index of the visits of this kind in the record.
    pub(super) cell: u32,
    /// Stream of the vehicles that come here.
    pub(super) stream: u32,
    pub(super) flow: u16,
    pub(super) occurrence: u16,
    /// Neither a station nor the end: where it leads is to be found out.
    pub(super) leads_on: bool,
    /// Its rarer addresses in [`Stops::rare`]; [`NONE`] where nobody books or gives up.
    rare: u32,
    /// Waiting list of the station that its vehicles join, by the rules that hold now.
    pub(super) rank: u8,
    /// At the end of a way that its vehicles chose, the way; [`NONE`] elsewhere.
    pub(super) alternative: u32,
}

/// Addresses of what is drawn at few stations.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rare {
    pub(super) patience: Stream,
    pub(super) no_show: Stream,
    pub(super) punctuality: Stream,
}

/// All operations, and what deciding between them takes.
pub(super) struct Stops<'p> {
    all: Vec<Stop<'p>>,
    rare: Vec<Rare>,
    pub(super) ops: &'p [Op],
    /// Of the coins, by the numbers that hold now.
    pub(super) thresholds: &'p [u64],
}

impl<'p> Index<u32> for Stops<'p> {
    type Output = Stop<'p>;

    #[inline(always)]
    fn index(&self, op: u32) -> &Stop<'p> {
        &self.all[op as usize]
    }
}

impl<'p> Stops<'p> {
    /// The stop at an operation; none for [`NONE`].
    #[inline(always)]
    pub(super) fn get(&self, op: u32) -> Option<&Stop<'p>> {
        self.all.get(op as usize)
    }

    /// The rarer addresses of a stop at which vehicles book or give up.
    pub(super) fn rare(&self, stop: &Stop<'_>) -> &Rare {
        &self.rare[stop.rare as usize]
    }

    /// Copies the numbers of an epoch into the stops.
    pub(super) fn apply(&mut self, program: &'p Program, epoch: &'p Epoch) {
        self.thresholds = &epoch.thresholds;
        for stop in self.all.iter_mut().filter(|stop| stop.cell != NONE) {
            let class = program.streams[stop.stream as usize].class;
            (stop.constant_ms, stop.sampler) = match epoch.services[stop.station as usize * program.classes + class] {
                Service::Constant(ms) => (ms, None),
                Service::Sampler(sampler) => (0, Some(&program.samplers[sampler as usize])),
            };
            stop.rank = epoch.rules[stop.station as usize].rank[class];
        }
    }
}

/// The stops of a replication, one per operation. Keys are made for what a flow passes and for nothing else: a corridor of
/// many flows and stations has few of their pairs.
pub(super) fn all<'p>(program: &'p Program, draws: &Draws, record: &Record) -> Stops<'p> {
    let (mut stops, mut rare) = (Vec::with_capacity(program.ops.len()), Vec::new());
    let has_rare = |station: usize| {
        let rules = program.epochs.iter().map(|epoch| &epoch.rules[station]);
        rules.into_iter().any(|rules| rules.patience.is_some() || rules.booking.is_some())
    };
    for (flow, info) in program.flows.iter().enumerate() {
        let stream = info.stream as u32;
        let ops = info.first_ops.iter().map(|first| crate::compile::ops_of(&program.ops, *first));
        let first_way = info.choice.as_ref().map(|choice| choice.ways.start as u32);
        debug_assert_eq!(stops.len(), info.first_ops[0] as usize, "operations stand in the order of flows and ways");
        for (way, op) in ops.enumerate().flat_map(|(way, ops)| ops.iter().map(move |op| (way as u32, op))) {
            let mut stop = Stop {
                bits: draws.of_flow(flow).stream(),
                sampler: None,
                constant_ms: 0,
                station: NONE,
                cell: NONE,
                stream,
                flow: flow as u16,
                occurrence: 0,
                leads_on: !matches!(op, Op::Visit { .. } | Op::Leave | Op::Door(_)),
                rare: NONE,
                rank: 0,
                alternative: NONE,
            };
            match *op {
                Op::Visit { station, occurrence } => {
                    let name = &program.stations[station as usize].name;
                    stop.bits = draws.at_station(flow, "service", name).stream();
                    (stop.station, stop.occurrence) = (station, occurrence);
                    stop.cell = record.cell(station, stream);
                    if has_rare(station as usize) {
                        stop.rare = rare.len() as u32;
                        let of = |purpose| draws.at_station(flow, purpose, name).stream();
                        let (patience, no_show) = (of("patience"), of("no-show"));
                        rare.push(Rare { patience, no_show, punctuality: of("punctuality") });
                    }
                }
                Op::Coin { address, .. } | Op::OneOf { address, .. } | Op::BackTo { address, .. } => {
                    let name = &program.coin_names[address as usize];
                    stop.bits = draws.at_station(flow, "coin", name).stream();
                }
                Op::Door(_) => stop.station = DOOR,
                Op::Leave => stop.alternative = first_way.map_or(NONE, |first| first + way),
                Op::Jump(_) | Op::EndFacility => {}
            }
            stops.push(stop);
        }
    }
    Stops { all: stops, rare, ops: &program.ops, thresholds: &[] }
}
