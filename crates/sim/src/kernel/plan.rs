//! What a vehicle does next, worked out ahead.
//!
//! Draws have addresses, so where a vehicle goes next and how long that will take are known before it gets there. Worked out
//! when they are needed, the rounds of the generator and the table of the law would stand between one event and the
//! next, because the agenda cannot name the next event before it knows when this one ends. Worked out while the vehicle is
//! still served, they stand in nobody's way, and the processor does them beside the following events.
//!
//! A plan holds the numbers of its epoch. Later it is made anew, so the result is the same as without plans.

use super::{NONE, Run};
use crate::program::{Op, Service};
use portway_stats::random::coin;

/// The next station of a vehicle, or the end of its route; until its service there begins.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Plan {
    /// Time on the lane.
    pub(super) service_ms: i64,
    pub(super) op: u32,
    /// Epoch whose shares and laws it holds.
    pub(super) epoch: u32,
    /// Repetitions in the facility when it gets there.
    pub(super) lap: u16,
}

impl Run<'_> {
    /// The plan of a vehicle that passes operations from `op` on.
    #[inline(always)]
    pub(super) fn plan(&self, number: u32, lap: u16, op: u32) -> Plan {
        let mut stop = &self.stops[op as usize];
        let (mut op, mut lap) = (op, lap);
        if stop.station == NONE {
            (op, lap) = self.walk(number, lap, op);
            stop = &self.stops[op as usize];
        }
        let service_ms = match stop.service {
            Service::Constant(ms) => ms,
            Service::Sampler(sampler) => {
                self.program.samplers[sampler as usize].sample_ms(stop.draw_service(number, lap))
            }
        };
        Plan { service_ms, op, epoch: self.epoch_index as u32, lap }
    }

    /// Plans what comes after the operation at which a vehicle is served.
    #[inline(never)]
    pub(super) fn plan_ahead(&mut self, index: u32) {
        let vehicle = &self.fleet.vehicles[index as usize];
        self.plans[index as usize] = self.plan(vehicle.number, vehicle.lap, vehicle.op + 1);
    }

    /// The same by the numbers of another epoch, from `op` on.
    #[cold]
    #[inline(never)]
    pub(super) fn plan_anew(&mut self, index: u32, op: u32) {
        let vehicle = &self.fleet.vehicles[index as usize];
        self.plans[index as usize] = self.plan(vehicle.number, vehicle.lap, op);
    }

    /// The next station, or the end of the route, from `op` on, and the repetitions there.
    #[inline(never)]
    fn walk(&self, number: u32, mut lap: u16, mut op: u32) -> (u32, u16) {
        let thresholds = &self.epoch.thresholds;
        let throw = |op: u32, lap: u16| self.stops[op as usize].draw_coin(number, lap);
        loop {
            match self.program.ops[op as usize] {
                Op::Visit { .. } | Op::Leave => return (op, lap),
                Op::Jump(to) => op = to,
                Op::Coin { share, otherwise, .. } => {
                    op = if coin(throw(op, lap), thresholds[share as usize]) { op + 1 } else { otherwise };
                }
                Op::OneOf { share, ways, .. } => {
                    let bits = throw(op, lap);
                    let cumulative = &thresholds[share as usize..share as usize + ways as usize];
                    let way = cumulative.iter().position(|threshold| coin(bits, *threshold));
                    op += 1 + way.unwrap_or(ways as usize - 1) as u32;
                }
                Op::BackTo { share, target, .. } => {
                    if coin(throw(op, lap), thresholds[share as usize]) {
                        lap = lap.wrapping_add(1);
                        op = target;
                    } else {
                        op += 1;
                    }
                }
                Op::EndFacility => {
                    lap = 0;
                    op += 1;
                }
            }
        }
    }
}
