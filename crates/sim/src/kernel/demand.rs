//! Vehicles that come, the operations they pass between stations, and those that lose patience.

use super::event::Event;
use super::plan::Plan;
use super::stop::Stop;
use super::vehicle::{NONE, OUTSIDE, Parked, State, Vehicle};
use super::{InitialVehicle, Run, RunError, VEHICLES_MAX};
use crate::program::{Arrivals, Op};
use portway_stats::random::unit;

/// Where a flow stands.
#[derive(Clone, Debug, Default)]
pub(super) struct FlowState {
    /// Number of the next vehicle.
    next_vehicle: u32,
    /// Its way to the first station.
    plan: Plan,
    /// Number of the next arrival.
    next_arrival: u64,
    /// The gap before it, on the operational clock.
    hazard: f64,
    /// Rate step in force, or position in the timetable.
    step: usize,
    /// Instant of the last arrival, ticks with their fraction, so that rounding never adds up.
    at: f64,
}

impl Run<'_> {
    /// Works out the beginnings of a flow and schedules its first arrival.
    pub(super) fn begin_flow(&mut self, flow: u32) {
        self.plan_first(flow);
        self.flows[flow as usize].hazard = self.hazard(flow);
        self.schedule_arrival(flow);
    }

    /// Plans the way of the next vehicle of a flow to its first station.
    #[inline(always)]
    pub(super) fn plan_first(&mut self, flow: u32) {
        let number = self.flows[flow as usize].next_vehicle;
        self.flows[flow as usize].plan = self.plan(number, 0, self.program.flows[flow as usize].first_op);
    }

    /// The gap before the next arrival, on a clock that runs at the arrival rate.
    #[inline]
    fn hazard(&self, flow: u32) -> f64 {
        let Arrivals::Rate { gaps, memoryless, .. } = &self.program.flows[flow as usize].arrivals else { return 0.0 };
        let arrival = self.flows[flow as usize].next_arrival;
        let hazard = self.program.samplers[*gaps as usize].sample(self.draws.gap(flow as usize, arrival)).max(0.0);
        if arrival == 0 && !memoryless {
            // The clock began to run somewhere inside a gap; without this all even flows would come together.
            hazard * unit(self.draws.gap(flow as usize, u64::MAX))
        } else {
            hazard
        }
    }

    /// Schedules the next arrival of a flow, if there is one before the end.
    #[inline]
    pub(super) fn schedule_arrival(&mut self, flow: u32) {
        let program = self.program;
        let state = &mut self.flows[flow as usize];
        match &program.flows[flow as usize].arrivals {
            Arrivals::Times(ticks) => {
                if let Some(tick) = ticks.get(state.step) {
                    state.step += 1;
                    self.agenda.schedule((*tick).max(self.now), Event::Arrival(flow));
                }
            }
            Arrivals::Rate { steps, .. } => {
                let mut hazard = state.hazard;
                state.next_arrival += 1;
                loop {
                    let rate = steps[state.step].1;
                    let end = steps.get(state.step + 1).map_or(f64::INFINITY, |(tick, _)| *tick as f64);
                    let needed = hazard / rate;
                    if state.at + needed <= end {
                        state.at += needed;
                        break;
                    }
                    if end == f64::INFINITY {
                        return;
                    }
                    hazard -= (end - state.at) * rate;
                    state.at = end;
                    state.step += 1;
                }
                if state.at >= program.window.to_tick as f64 {
                    return;
                }
                let tick = (state.at as i64).max(self.now);
                self.agenda.schedule(tick, Event::Arrival(flow));
                self.flows[flow as usize].hazard = self.hazard(flow);
            }
        }
    }

    /// The next vehicles of a flow come.
    #[inline(never)]
    pub(super) fn arrive(&mut self, flow: u32) {
        self.schedule_arrival(flow);
        for _ in 0..self.program.flows[flow as usize].batch {
            if self.fleet.alive() >= VEHICLES_MAX {
                self.crowded();
                return;
            }
            let number = self.flows[flow as usize].next_vehicle;
            self.flows[flow as usize].next_vehicle = number.wrapping_add(1);
            let index = self.create(flow, number, self.now);
            self.record.arrived(self.program.flows[flow as usize].stream);
            let plan = self.flows[flow as usize].plan;
            let vehicle = &mut self.fleet.vehicles[index as usize];
            vehicle.set_plan(plan);
            self.ask_for(index, plan.op, plan.lap);
            self.plan_first(flow);
        }
    }

    fn create(&mut self, flow: u32, number: u32, born: i64) -> u32 {
        let index = self.fleet.add(Vehicle {
            born,
            since: born,
            physical_ms: 0,
            blocked_ms: 0,
            number,
            op: self.program.flows[flow as usize].first_op,
            planned_op: NONE,
            planned_ms: 0,
            next: NONE,
            prev: NONE,
            place: OUTSIDE,
            lap: 0,
            planned_lap: 0,
            state: State::Ready,
            rank: 0,
        });
        if self.parks {
            let needed = self.fleet.vehicles.len();
            self.parked.resize(needed, Parked::NOTHING);
            self.parked[index as usize] = Parked::NOTHING;
        }
        if let Some(log) = &mut self.visits {
            log.make_room(self.fleet.vehicles.len());
        }
        index
    }

    /// Puts the vehicles of a given state where they are. Their numbers count down from the largest, so that the
    /// arrivals of the flow meet the same luck with and without them.
    pub(super) fn place_initial(&mut self, initial: &[InitialVehicle]) -> Result<(), RunError> {
        let program = self.program;
        let mut placed = vec![0u32; program.flows.len()];
        for vehicle in initial {
            let flow = program.flows.get(vehicle.flow).ok_or(RunError::UnknownFlow { flow: vehicle.flow })?;
            let first = flow.first_op as usize;
            let end =
                program.ops[first..].iter().position(|op| *op == Op::Leave).map_or(program.ops.len(), |at| first + at);
            let stop = (first..end)
                .find(|at| matches!(program.ops[*at], Op::Visit { station, .. } if station as usize == vehicle.station))
                .ok_or_else(|| RunError::NotOnRoute { flow: flow.name.clone(), station: vehicle.station })?;
            for _ in 0..vehicle.vehicles {
                if self.fleet.alive() >= VEHICLES_MAX {
                    self.crowded();
                    return Ok(());
                }
                let born = (vehicle.since_ms - program.window.start_ms).min(0);
                let number = u32::MAX - placed[vehicle.flow];
                placed[vehicle.flow] += 1;
                let index = self.create(vehicle.flow as u32, number, born);
                self.fleet.vehicles[index as usize].op = stop as u32;
                self.record.present(flow.stream);
                self.offer(index, false);
                self.settle_all();
            }
        }
        Ok(())
    }

    /// Starts the patience of a vehicle that begins to wait.
    pub(super) fn set_patience(&mut self, index: u32, station: u32) {
        let Some(sampler) = self.epoch.rules[station as usize].patience else { return };
        let vehicle = &self.fleet.vehicles[index as usize];
        let stop = &self.stops[vehicle.op as usize];
        let name = &self.program.stations[station as usize].name;
        let key = self.draws.at_station(usize::from(stop.flow), "patience", name);
        let counter = stop.counter(vehicle);
        let patience_ms = self.program.samplers[sampler as usize].sample_ms(key.draw(counter));
        // Part of it may be used up already, by a vehicle that waited at the door.
        let tick = vehicle.since.saturating_add(patience_ms).max(self.now);
        self.parked[index as usize].slot = self.agenda.schedule(tick, Event::Patience(index));
    }

    /// Ends the waiting of a vehicle that is served now.
    pub(super) fn cancel_patience(&mut self, index: u32) {
        let slot = std::mem::replace(&mut self.parked[index as usize].slot, NONE);
        if slot != NONE {
            self.agenda.cancel(slot);
        }
    }

    /// A vehicle gives up waiting and goes away.
    pub(super) fn give_up(&mut self, index: u32) {
        let now = self.now;
        self.parked[index as usize].slot = NONE;
        let vehicle = &self.fleet.vehicles[index as usize];
        let (state, rank) = (vehicle.state, vehicle.rank);
        let waited_ms = now - vehicle.since;
        let Stop { station, cell, stream, .. } = self.stops[vehicle.op as usize];
        let place = &mut self.places[station as usize];
        if state == State::Waiter {
            place.outside.fall(now);
            place.waiters.remove(&mut self.fleet.vehicles, index);
        } else {
            place.queue.fall(now);
            let rank = u32::from(rank);
            let list = &mut self.lists[(place.first_list + rank) as usize];
            list.remove(&mut self.fleet.vehicles, index);
            if list.head == NONE {
                place.mask &= !(1 << rank);
            }
        }
        self.unsettled.push(station);
        if self.places[station as usize].has_extra {
            self.extra_lanes(station);
        }
        self.record.gave_up(cell, waited_ms);
        self.record.abandoned(stream as usize);
        self.fleet.remove(index);
    }
}
