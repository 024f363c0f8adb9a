//! The operations of every flow as the hot path reads them.

use super::draws::Draws;
use super::record::Record;
use super::vehicle::NONE;
use crate::program::{Op, Program, Service};
use portway_stats::random::Key;

/// One operation of one flow: all that is asked about it when a vehicle comes to it, in one line of the cache.
#[derive(Clone, Copy, Debug)]
#[repr(align(64))]
pub(super) struct Stop {
    /// Address of the time on the lane, or of the coin that is thrown here.
    pub(super) key: Key,
    /// How long a lane takes, by the numbers that hold now.
    pub(super) service: Service,
    /// The station that it visits; [`NONE`] when it visits none.
    pub(super) station: u32,
    /// Index of the visits of this kind in the record.
    pub(super) cell: u32,
    /// Stream of the vehicles that come here.
    pub(super) stream: u32,
    pub(super) flow: u16,
    pub(super) occurrence: u16,
    /// Waiting list of the station that its vehicles join, by the rules that hold now.
    pub(super) rank: u8,
}

/// The stops of a replication, one per operation. Keys are made for what a flow passes and for nothing else: a corridor of
/// many flows and stations has few of their pairs.
pub(super) fn all(program: &Program, draws: &Draws, record: &Record) -> Vec<Stop> {
    let mut stops = Vec::with_capacity(program.ops.len());
    for (flow, info) in program.flows.iter().enumerate() {
        debug_assert_eq!(stops.len(), info.first_op as usize, "operations stand in the order of flows");
        let stream = info.stream as u32;
        for op in crate::compile::ops_of(&program.ops, info.first_op) {
            let mut stop = Stop {
                key: draws.of_flow(flow),
                service: Service::Constant(0),
                station: NONE,
                cell: NONE,
                stream,
                flow: flow as u16,
                occurrence: 0,
                rank: 0,
            };
            match *op {
                Op::Visit { station, occurrence } => {
                    stop.key = draws.at_station(flow, "service", &program.stations[station as usize].name);
                    (stop.station, stop.occurrence) = (station, occurrence);
                    stop.cell = record.cell(station, stream);
                }
                Op::Coin { address, .. } | Op::OneOf { address, .. } | Op::BackTo { address, .. } => {
                    stop.key = draws.at_station(flow, "coin", &program.coin_names[address as usize]);
                }
                Op::Jump(_) | Op::EndFacility | Op::Leave => {}
            }
            stops.push(stop);
        }
    }
    stops
}
