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
use super::stop::Stops;
use super::vehicle::{NONE, Vehicle};
use crate::program::Op;
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

    /// Plans what comes after the operation at which it is served.
    #[inline(always)]
    pub(super) fn plan_ahead(&mut self, stops: &Stops<'_>) {
        self.set_plan(stops.plan(self.number, self.lap, self.op + 1));
    }
}

impl Stops<'_> {
    /// The plan of a vehicle that passes operations from `op` on.
    #[inline(always)]
    pub(super) fn plan(&self, number: u32, lap: u16, op: u32) -> Plan {
        let mut stop = &self[op];
        let (mut op, mut lap) = (op, lap);
        if stop.leads_on {
            (op, lap) = self.walk(number, lap, op);
            stop = &self[op];
        }
        let service_ms = match stop.sampler {
            Some(sampler) => sampler.sample_ms(stop.draw_service(number, lap)),
            None => stop.constant_ms,
        };
        Plan { service_ms, op, lap }
    }

    /// The same, for those that have no plan.
    #[cold]
    #[inline(never)]
    pub(super) fn plan_anew(&self, number: u32, lap: u16, op: u32) -> Plan {
        self.plan(number, lap, op)
    }

    /// The next station, or the end of the route, from `op` on, and the repetitions there.
    #[inline(never)]
    fn walk(&self, number: u32, mut lap: u16, mut op: u32) -> (u32, u16) {
        let throw = |op: u32, lap: u16| self[op].draw_coin(number, lap);
        loop {
            match self.ops[op as usize] {
                Op::Visit { .. } | Op::Leave | Op::Door(_) => return (op, lap),
                Op::Jump(to) => op = to,
                Op::Coin { share, otherwise, .. } => {
                    op = if coin(throw(op, lap), self.thresholds[share as usize]) { op + 1 } else { otherwise };
                }
                Op::OneOf { share, ways, .. } => {
                    let bits = throw(op, lap);
                    let cumulative = &self.thresholds[share as usize..share as usize + ways as usize];
                    let way = cumulative.iter().position(|threshold| coin(bits, *threshold));
                    op += 1 + way.unwrap_or(ways as usize - 1) as u32;
                }
                Op::BackTo { share, target, .. } => {
                    if coin(throw(op, lap), self.thresholds[share as usize]) {
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

impl Run<'_> {
    /// Other numbers hold: nothing is planned any more.
    pub(super) fn drop_plans(&mut self) {
        for vehicle in &mut self.fleet.vehicles {
            vehicle.planned_op = NONE;
        }
        for flow in &mut self.flows {
            flow.plan_next(&self.stops);
        }
    }
}
