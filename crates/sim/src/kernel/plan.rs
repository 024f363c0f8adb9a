//! What a vehicle does next, worked out ahead.
//!
//! Draws have addresses, so where a vehicle goes next and how long that will take are known before it gets there. Worked out
//! when they are needed, the rounds of the generator and the table of the law would stand between one event and the
//! next, because the agenda cannot name the next event before it knows when this one ends. Worked out while the vehicle is
//! still served, they stand in nobody's way, and the processor does them beside the following events.
//!
//! When other numbers begin to hold, all plans are dropped and made anew where they are needed, so the result is the same as
//! without plans.

use super::Run;
use super::vehicle::{NONE, Vehicle};
use crate::program::{Op, Service};
use portway_stats::random::coin;

/// The next station of a vehicle, or the end of its route.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Plan {
    /// Time on the lane there.
    pub(super) service_ms: i64,
    pub(super) op: u32,
    /// Repetitions in the facility when it gets there.
    pub(super) lap: u16,
}

impl Vehicle {
    /// Notes a plan. One of more than seven weeks on a lane is not kept but made again, so that it takes four bytes.
    #[inline(always)]
    pub(super) fn set_plan(&mut self, plan: Plan) {
        self.planned_ms = plan.service_ms as u32;
        self.planned_lap = plan.lap;
        self.planned_op = if i64::from(self.planned_ms) == plan.service_ms { plan.op } else { NONE };
    }
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
        Plan { service_ms, op, lap }
    }

    /// Plans what comes after the operation at which a vehicle is served.
    #[inline(always)]
    pub(super) fn plan_ahead(&mut self, index: u32) {
        let vehicle = &self.fleet.vehicles[index as usize];
        let plan = self.plan(vehicle.number, vehicle.lap, vehicle.op + 1);
        self.fleet.vehicles[index as usize].set_plan(plan);
    }

    /// What is planned for a vehicle after the operation at which it was served.
    #[inline(always)]
    pub(super) fn planned(&self, index: u32) -> (u32, u16) {
        let vehicle = &self.fleet.vehicles[index as usize];
        if vehicle.planned_op != NONE {
            return (vehicle.planned_op, vehicle.planned_lap);
        }
        let plan = self.plan_anew(index, vehicle.op + 1);
        (plan.op, plan.lap)
    }

    /// A plan by the numbers that hold now, from `op` on.
    #[cold]
    #[inline(never)]
    pub(super) fn plan_anew(&self, index: u32, op: u32) -> Plan {
        let vehicle = &self.fleet.vehicles[index as usize];
        self.plan(vehicle.number, vehicle.lap, op)
    }

    /// Other numbers hold: nothing is planned any more.
    pub(super) fn drop_plans(&mut self) {
        for vehicle in &mut self.fleet.vehicles {
            vehicle.planned_op = NONE;
        }
        for flow in 0..self.flows.len() as u32 {
            self.plan_first(flow);
        }
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
