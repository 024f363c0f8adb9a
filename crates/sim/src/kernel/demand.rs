//! Vehicles that come, the operations they pass between stations, and those that lose patience.

use super::carrier::Party;
use super::draws::Draws;
use super::event::Event;
use super::plan::Plan;
use super::stop::{Stop, Stops};
use super::vehicle::{NONE, Parked, State, Vehicle};
use super::{InitialVehicle, Run, RunError, VEHICLES_MAX};
use crate::program::{Arrivals, FlowProgram, Op, Program};
use portway_stats::random::unit;

/// Where a flow stands.
#[derive(Clone, Debug)]
pub(super) struct FlowState {
    /// Number of the next vehicle.
    pub(super) next_vehicle: u32,
    /// Its way to the first station.
    plan: Plan,
    first_op: u32,
    pub(super) stream: u32,
    /// Vehicles per arrival.
    pub(super) batch: u32,
    /// Its vehicles choose among ways when they come, by [`Choices`](super::choice::Choices).
    chooses: bool,
    /// Number of the next arrival.
    next_arrival: u64,
    /// The gap before it, on the operational clock.
    hazard: f64,
    /// Rate step in force, or position in the timetable.
    step: usize,
    /// Arrivals per millisecond in the step, and its end in ticks.
    rate: f64,
    step_end: f64,
    /// Instant of the last arrival, ticks with their fraction, so that rounding never adds up.
    at: f64,
}

impl FlowState {
    pub(super) fn new(flow: &FlowProgram) -> Self {
        let mut state = Self {
            next_vehicle: 0,
            plan: Plan::default(),
            first_op: flow.first_ops[0],
            stream: flow.stream as u32,
            batch: flow.batch,
            chooses: flow.choice.is_some(),
            next_arrival: 0,
            hazard: 0.0,
            step: 0,
            rate: 0.0,
            step_end: f64::INFINITY,
            at: 0.0,
        };
        if let Arrivals::Rate { steps, .. } = &flow.arrivals {
            state.enter_step(steps, 0);
        }
        state
    }

    fn enter_step(&mut self, steps: &[(i64, f64)], step: usize) {
        self.step = step;
        self.rate = steps[step].1;
        self.step_end = steps.get(step + 1).map_or(f64::INFINITY, |(tick, _)| *tick as f64);
    }

    /// Plans the way of the next vehicle to its first station.
    #[inline(always)]
    pub(super) fn plan_next(&mut self, stops: &Stops<'_>) {
        self.plan = stops.plan(self.next_vehicle, 0, self.first_op);
    }

    /// The gap before the next arrival, on a clock that runs at the arrival rate.
    #[inline(always)]
    fn hazard(&self, flow: usize, program: &Program, draws: &Draws) -> f64 {
        let Arrivals::Rate { gaps, memoryless, .. } = &program.flows[flow].arrivals else { return 0.0 };
        let hazard = program.samplers[*gaps as usize].sample(draws.gap(flow, self.next_arrival)).max(0.0);
        if self.next_arrival == 0 && !memoryless {
            // The clock began to run somewhere inside a gap; without this all even flows would come together.
            hazard * unit(draws.gap(flow, u64::MAX))
        } else {
            hazard
        }
    }

    /// Tick of the next arrival, if there is one before the end.
    #[inline(always)]
    fn next_tick(&mut self, arrivals: &Arrivals, end: i64) -> Option<i64> {
        let steps = match arrivals {
            Arrivals::Rate { steps, .. } => steps,
            Arrivals::Times(ticks) => {
                self.step += 1;
                return ticks.get(self.step - 1).copied();
            }
        };
        let mut hazard = self.hazard;
        loop {
            let next = self.at + hazard / self.rate;
            if next <= self.step_end {
                self.at = next;
                break;
            }
            if self.step_end == f64::INFINITY {
                return None;
            }
            hazard -= (self.step_end - self.at) * self.rate;
            self.at = self.step_end;
            self.enter_step(steps, self.step + 1);
        }
        (self.at < end as f64).then_some(self.at as i64)
    }
}

impl Run<'_> {
    /// Works out the beginnings of a flow and schedules its first arrival.
    pub(super) fn begin_flow(&mut self, flow: u32) {
        let state = &mut self.flows[flow as usize];
        state.plan_next(&self.stops);
        state.hazard = state.hazard(flow as usize, self.program, &self.draws);
        self.schedule_arrival(flow);
    }

    /// Schedules the next arrival of a flow, if there is one before the end.
    #[inline(always)]
    fn schedule_arrival(&mut self, flow: u32) {
        let state = &mut self.flows[flow as usize];
        let arrivals = &self.program.flows[flow as usize].arrivals;
        let Some(tick) = state.next_tick(arrivals, self.program.window.to_tick) else { return };
        self.agenda.schedule(tick.max(self.now), Event::Arrival(flow));
        state.next_arrival += 1;
        state.hazard = state.hazard(flow as usize, self.program, &self.draws);
    }

    /// The next vehicles of a flow come.
    #[inline(never)]
    pub(super) fn arrive(&mut self, flow: u32) {
        self.schedule_arrival(flow);
        if self.flows[flow as usize].chooses {
            self.arrive_and_choose(flow);
            return;
        }
        if !self.lines.is_empty() && self.is_cancelled(flow) {
            return;
        }
        for _ in 0..self.flows[flow as usize].batch {
            self.come(flow);
        }
    }

    /// The next vehicle of a flow comes.
    #[inline(always)]
    pub(super) fn come(&mut self, flow: u32) {
        if self.fleet.alive() >= VEHICLES_MAX {
            self.crowded();
            return;
        }
        let state = &mut self.flows[flow as usize];
        let mut vehicle = Vehicle::new(state.next_vehicle, state.plan.op, self.now);
        vehicle.lap = state.plan.lap;
        vehicle.set_plan(state.plan);
        self.record.arrived(state.stream as usize);
        state.next_vehicle = state.next_vehicle.wrapping_add(1);
        state.plan_next(&self.stops);
        let index = self.add(vehicle);
        self.ask(index);
    }

    #[inline(always)]
    pub(super) fn add(&mut self, vehicle: Vehicle) -> u32 {
        let index = self.fleet.add(vehicle);
        if self.parks {
            let needed = self.fleet.vehicles.len();
            self.parked.resize(needed, Parked::NOTHING);
            self.parked[index as usize] = Parked::NOTHING;
        }
        if !self.lines.is_empty() {
            self.parties.resize(self.fleet.vehicles.len(), Party::NONE);
            self.parties[index as usize] = Party::NONE;
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
            let is_here = |op: &Op| matches!(op, Op::Visit { station, .. } if *station as usize == vehicle.station);
            let on_way = |first: &u32| {
                let at = crate::compile::ops_of(&program.ops, *first).iter().position(is_here)?;
                Some((*first as usize, *first as usize + at))
            };
            // Of several ways through the station, who waits there is on the first.
            let (first, stop) = flow
                .first_ops
                .iter()
                .find_map(on_way)
                .ok_or_else(|| RunError::NotOnRoute { flow: flow.name.clone(), station: vehicle.station })?;
            for _ in 0..vehicle.vehicles {
                if self.fleet.alive() >= VEHICLES_MAX {
                    self.crowded();
                    return Ok(());
                }
                let born = (vehicle.since_ms - program.window.start_ms).min(0);
                let number = u32::MAX - placed[vehicle.flow];
                placed[vehicle.flow] += 1;
                let index = self.add(Vehicle::new(number, stop as u32, born));
                if self.limits.exist() {
                    self.enter_before(index, first, stop);
                }
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
        let stop = &self.stops[vehicle.op];
        let bits = self.stops.rare(stop).patience.draw(stop.counter(vehicle));
        let patience_ms = self.program.samplers[sampler as usize].sample_ms(bits);
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
        let state = vehicle.state;
        let waited_ms = now - vehicle.since;
        let Stop { station, cell, stream, .. } = self.stops[vehicle.op];
        let place = &mut self.places[station as usize];
        if state == State::Waiter {
            place.outside.fall(now);
            place.waiters.remove(&mut self.fleet.vehicles, index);
        } else {
            self.take_from_queue(index, station);
        }
        self.unsettled.push(station);
        self.record.gave_up(cell, waited_ms);
        self.record.abandoned(stream as usize);
        if self.limits.exist() {
            self.drop_limits(index);
        }
        self.fleet.remove(index);
        if !self.parties.is_empty() {
            self.lost_on_the_way(index);
        }
    }
}
