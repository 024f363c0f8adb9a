//! Carriers and their passengers: waiting at a stop, getting on, riding, getting off for controls and for good.
//!
//! A carrier is a vehicle like any other. It stands at its berth until its departure, takes on whom it has seats for, and
//! then passes the stations of its way. Passengers are vehicles too: while they ride they stand in no queue, hold a place of
//! the platform at which they got on, and are chained to their carrier. In a facility on the way they get off and go through
//! its stages by themselves; the carrier waits, in the place that it has, until the last of them has come back.

use super::Run;
use super::event::Event;
use super::vehicle::{NONE, State, Waiters};
use crate::program::{DepartureRule, Door, NO_FLOW, NO_WAY, Op};
use std::collections::VecDeque;

/// What a vehicle has to do with a carrier. Kept apart from vehicles, because few corridors have any.
#[derive(Clone, Copy, Debug)]
pub(super) struct Party {
    /// The carrier of a passenger that rides, or is off for controls.
    pub(super) carrier: u32,
    /// Passengers on board a carrier, first come first.
    first: u32,
    last: u32,
    aboard: u32,
    /// Those of them who get off now; who comes back meanwhile stays.
    leaving: u32,
    /// Its passengers that are off for controls.
    away: u32,
    /// The carrier waits for them.
    waits: bool,
    /// It stands at the end of a border link, and those on board have been counted.
    has_crossed: bool,
}

impl Party {
    pub(super) const NONE: Self = Self {
        carrier: NONE,
        first: NONE,
        last: NONE,
        aboard: 0,
        leaving: 0,
        away: 0,
        waits: false,
        has_crossed: false,
    };
}

/// Where a way of a service stands.
#[derive(Clone, Debug, Default)]
pub(super) struct LineState {
    /// Carriers at the berth that may leave, first come first.
    ready: VecDeque<u32>,
    /// Position of the next departure in the timetable.
    next: usize,
    /// A departure came when no carrier was ready; the next that is leaves at once.
    is_due: bool,
    /// A look at whether a carrier has waited long enough is scheduled.
    is_watched: bool,
    /// A carrier takes passengers on, so who comes to the platform meanwhile makes no other leave.
    is_boarding: bool,
    /// Of the way along the path of a service: carriers of its fleet that incidents take, and those of them that stand at a berth
    /// already, each with its way.
    broken: u64,
    idle: Vec<(u32, u32)>,
}

impl LineState {
    /// Carriers of its fleet that are out of order.
    pub(super) fn broken(&self) -> u64 {
        self.broken
    }

    /// More carriers are out of order than stand still.
    fn has_to_stop_one(&self) -> bool {
        (self.idle.len() as u64) < self.broken
    }

    /// More carriers stand still than are out of order.
    fn may_repair_one(&self) -> bool {
        self.idle.len() as u64 > self.broken
    }
}

/// What the carriers of one way did. Counts of the window only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineObservations {
    /// Departures of the timetable at which the service was closed, or no carrier was there in time.
    pub cancelled: u64,
    /// Seats of the carriers that left.
    pub seats: u64,
    /// Departures that left somebody behind for want of a seat.
    pub full: u64,
    /// Of the way along the path: most who ever waited at the stops of both ways at once.
    pub waiting_max: u32,
    /// Departures and passengers that got on, by day of the window.
    pub by_day: Vec<LineDay>,
}

/// One day of one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineDay {
    /// Carriers that left.
    pub departures: u32,
    /// Passengers that got on.
    pub boarded: u32,
}

impl LineObservations {
    /// Carriers that left.
    pub fn departures(&self) -> u64 {
        self.by_day.iter().map(|day| u64::from(day.departures)).sum()
    }

    /// Passengers that got on.
    pub fn boarded(&self) -> u64 {
        self.by_day.iter().map(|day| u64::from(day.boarded)).sum()
    }
}

impl Run<'_> {
    /// Schedules the first departure of every way.
    pub(super) fn begin_services(&mut self) {
        for way in 0..self.lines.len() as u32 {
            self.schedule_departure(way);
        }
    }

    fn schedule_departure(&mut self, way: u32) {
        if let DepartureRule::At(ticks) = &self.program.services[way as usize].departures {
            let state = &mut self.lines[way as usize];
            if let Some(tick) = ticks.get(state.next) {
                state.next += 1;
                self.agenda.schedule(*tick, Event::Departure(way));
            }
        }
    }

    /// Whether nobody may leave a stop now.
    fn is_closed(&self, way: u32) -> bool {
        self.places[self.program.services[way as usize].berth as usize].lanes == 0
    }

    /// A departure of the timetable, or the end of waiting to be full.
    pub(super) fn departure(&mut self, way: u32) {
        match self.program.services[way as usize].departures {
            DepartureRule::OnArrival => {}
            DepartureRule::At(_) => {
                self.schedule_departure(way);
                let was_due = std::mem::take(&mut self.lines[way as usize].is_due);
                let closed = self.is_closed(way);
                self.line_observations[way as usize].cancelled += u64::from(was_due) + u64::from(closed);
                if !closed && !self.leave_berth(way) {
                    self.lines[way as usize].is_due = true;
                }
            }
            DepartureRule::WhenFull { .. } => {
                self.lines[way as usize].is_watched = false;
                if !self.is_closed(way) {
                    self.leave_berth(way);
                    self.leave_when_full(way);
                }
                self.watch(way);
            }
        }
    }

    /// Looks again when the first carrier at the berth has waited as long as it may.
    fn watch(&mut self, way: u32) {
        let DepartureRule::WhenFull { at_most_ms } = self.program.services[way as usize].departures else { return };
        let state = &mut self.lines[way as usize];
        if !state.is_watched && !state.ready.is_empty() {
            state.is_watched = true;
            self.agenda.schedule(self.now + at_most_ms, Event::Departure(way));
        }
    }

    /// Lets carriers leave while there are passengers for every seat.
    fn leave_when_full(&mut self, way: u32) {
        let service = &self.program.services[way as usize];
        if !matches!(service.departures, DepartureRule::WhenFull { .. }) || self.lines[way as usize].is_boarding {
            return;
        }
        while self.may_fill(service.platform, service.seats) && !self.is_closed(way) && self.leave_berth(way) {}
    }

    /// Whether so many wait for a carrier, on its platform or for a place there.
    fn may_fill(&self, platform: u32, seats: u32) -> bool {
        let place = &self.places[platform as usize];
        let (mut many, mut at) = (place.queue.count, place.waiters.head);
        while many < seats && at != NONE {
            many += 1;
            at = Waiters::behind(&self.fleet.vehicles[at as usize]);
        }
        many >= seats
    }

    /// An incident takes carriers of a fleet, all when it does not say how many, or gives them back. Those under way finish their
    /// ride; of those that are ready, the last to come stay.
    pub(super) fn break_carriers(&mut self, first: u32, carriers: Option<u32>, begins: bool) {
        let many = u64::from(carriers.unwrap_or(u32::MAX));
        let fleet = &mut self.lines[first as usize];
        fleet.broken = if begins { fleet.broken + many } else { fleet.broken - many };
        let ways = self.program.services.iter().enumerate().filter(|(_, way)| way.first == first);
        for (way, _) in ways {
            while self.lines[first as usize].has_to_stop_one()
                && let Some(carrier) = self.lines[way].ready.pop_back()
            {
                self.lines[first as usize].idle.push((carrier, way as u32));
            }
        }
        while self.lines[first as usize].may_repair_one()
            && let Some((carrier, way)) = self.lines[first as usize].idle.pop()
        {
            self.is_ready(carrier, way);
        }
    }

    /// A carrier at its berth has had its turnaround.
    pub(super) fn ready_to_leave(&mut self, index: u32, berth: u32) {
        self.fleet.vehicles[index as usize].state = State::Doors;
        let way = self.program.way_of[berth as usize];
        let fleet = &mut self.lines[self.program.services[way as usize].first as usize];
        if fleet.has_to_stop_one() {
            fleet.idle.push((index, way));
        } else {
            self.is_ready(index, way);
        }
    }

    /// A carrier at its berth may leave.
    fn is_ready(&mut self, index: u32, way: u32) {
        self.lines[way as usize].ready.push_back(index);
        let is_due = std::mem::take(&mut self.lines[way as usize].is_due);
        if is_due || self.program.services[way as usize].departures == DepartureRule::OnArrival {
            self.leave_berth(way);
        } else {
            self.leave_when_full(way);
            self.watch(way);
        }
    }

    /// The first carrier at a berth takes on passengers and leaves; false when there is none.
    fn leave_berth(&mut self, way: u32) -> bool {
        let Some(carrier) = self.lines[way as usize].ready.pop_front() else { return false };
        let service = &self.program.services[way as usize];
        let mut boarded = 0;
        self.lines[way as usize].is_boarding = true;
        while boarded < service.seats && self.places[service.platform as usize].queue.count > 0 {
            let passenger = self.next_passenger(service.platform);
            self.get_on(passenger, carrier, service.platform);
            boarded += 1;
            if self.places[service.platform as usize].waiters.head != NONE {
                // Another comes in at once, so that a platform smaller than a carrier does not bound its load.
                self.settle(service.platform);
            }
        }
        self.lines[way as usize].is_boarding = false;
        let place = &self.places[service.platform as usize];
        let left_behind = boarded == service.seats && (place.queue.count > 0 || place.waiters.head != NONE);
        let seen = &mut self.line_observations[way as usize];
        seen.seats += u64::from(service.seats);
        seen.full += u64::from(left_behind);
        let day = (self.next_hour.saturating_sub(1) / 24).min(self.program.window.days.len() - 1);
        seen.by_day.resize(seen.by_day.len().max(day + 1), LineDay::default());
        seen.by_day[day].departures += 1;
        seen.by_day[day].boarded += boarded;
        let boarding_ms = i64::from(boarded) * service.boarding_ms;
        if boarding_ms == 0 {
            self.go_on(carrier);
        } else {
            self.agenda.schedule(self.now + boarding_ms, Event::Doors(carrier));
        }
        true
    }

    /// Takes whoever is next out of the queue of a platform.
    fn next_passenger(&mut self, platform: u32) -> u32 {
        let place = &mut self.places[platform as usize];
        let rank = place.pick(&self.epoch.rules, platform);
        let index = self.lists[(place.first_list + rank) as usize].head;
        self.take_from_queue(index, platform);
        index
    }

    /// A passenger takes a seat and rides from now on.
    fn get_on(&mut self, index: u32, carrier: u32, platform: u32) {
        let now = self.now;
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let wait_ms = now - vehicle.since;
        vehicle.physical_ms += wait_ms;
        vehicle.since = now;
        vehicle.state = State::Serving;
        vehicle.place = platform as u16;
        vehicle.next = NONE;
        vehicle.plan_ahead(&self.stops);
        let stop = &self.stops[vehicle.op];
        if let Some(log) = &mut self.visits {
            log.started(index, stop.flow, vehicle.number, platform, now - wait_ms, now);
        }
        self.record.waited(stop.cell, wait_ms);
        self.places[platform as usize].serving.rise(now);
        self.parties[index as usize].carrier = carrier;
        let party = &mut self.parties[carrier as usize];
        let before = std::mem::replace(&mut party.last, index);
        party.aboard += 1;
        if before == NONE {
            party.first = index;
        } else {
            self.fleet.vehicles[before as usize].next = index;
        }
    }

    /// The first passenger on board gets off and goes on by itself.
    fn get_off(&mut self, carrier: u32, for_good: bool) {
        let party = &mut self.parties[carrier as usize];
        let index = party.first;
        let vehicle = &mut self.fleet.vehicles[index as usize];
        party.first = vehicle.next;
        if party.first == NONE {
            party.last = NONE;
        }
        party.aboard -= 1;
        if for_good {
            self.parties[index as usize].carrier = NONE;
        } else {
            party.away += 1;
        }
        let now = self.now;
        self.record.served(self.stops[vehicle.op].cell, now - vehicle.since);
        vehicle.since = now;
        let platform = &mut self.places[usize::from(vehicle.place)];
        platform.serving.fall(now);
        platform.held.rise(now);
        if let Some(log) = &mut self.visits {
            log.ended(index, now);
        }
        self.go_on(index);
    }

    /// Somebody comes to a platform: to wait for a carrier, or back from controls to the one that waits for it.
    pub(super) fn come_to_platform(&mut self, index: u32, platform: u32) {
        let carrier = self.parties[index as usize].carrier;
        if carrier == NONE {
            if self.places[platform as usize].accepts() {
                self.step_onto(index, platform);
            } else {
                self.wait_to_be_let_in(index, platform);
                let way = self.program.way_of[platform as usize];
                self.note_waiting(self.program.services[way as usize].first);
                self.leave_when_full(way);
            }
        } else {
            self.leave_place(index);
            self.get_on(index, carrier, platform);
            self.one_less_away(carrier);
        }
    }

    /// Somebody for whom a platform has room waits there from now on.
    pub(super) fn step_onto(&mut self, index: u32, platform: u32) {
        self.leave_place(index);
        self.enqueue(index, platform);
        let way = self.program.way_of[platform as usize];
        self.note_waiting(self.program.services[way as usize].first);
        self.leave_when_full(way);
    }

    /// Notes the most who wait for a service, both ways together. Must come after somebody joins them.
    fn note_waiting(&mut self, first: u32) {
        let ways = self.program.services[first as usize..].iter().take_while(|way| way.first == first);
        let waiting: u32 = ways.map(|way| self.places[way.platform as usize].waiting()).sum();
        let seen = &mut self.line_observations[first as usize].waiting_max;
        *seen = waiting.max(*seen);
    }

    /// Notes those who wait for any service when the window begins.
    pub(super) fn note_waiting_passengers(&mut self) {
        for way in 0..self.lines.len() {
            self.note_waiting(self.program.services[way].first);
        }
    }

    /// A passenger who is off for controls will not come back: it was turned away, or has given up.
    pub(super) fn lost_on_the_way(&mut self, index: u32) {
        let carrier = std::mem::replace(&mut self.parties[index as usize].carrier, NONE);
        if carrier != NONE {
            self.one_less_away(carrier);
        }
    }

    fn one_less_away(&mut self, carrier: u32) {
        let party = &mut self.parties[carrier as usize];
        party.away -= 1;
        if party.away == 0 && std::mem::take(&mut party.waits) {
            self.pass_door(carrier);
        }
    }

    /// A carrier comes to a door operation of its way.
    pub(super) fn come_to_door(&mut self, index: u32) {
        let vehicle = &mut self.fleet.vehicles[index as usize];
        vehicle.state = State::Doors;
        let place = usize::from(vehicle.place);
        if self.places.get(place).is_some_and(|place| place.border) {
            // It leaves the link behind the doors only, but its passengers get off now.
            self.passengers_cross(index);
            self.parties[index as usize].has_crossed = true;
        }
        self.parties[index as usize].leaving = self.parties[index as usize].aboard;
        self.doors(index);
    }

    /// A carrier is done with boarding, or lets its next passenger off.
    pub(super) fn doors(&mut self, index: u32) {
        let Op::Door(door) = self.program.ops[self.fleet.vehicles[index as usize].op as usize] else {
            self.go_on(index);
            return;
        };
        if door == Door::PickUp {
            let party = &mut self.parties[index as usize];
            if party.away == 0 {
                self.pass_door(index);
            } else {
                party.waits = true;
            }
            return;
        }
        let flow = self.stops[self.fleet.vehicles[index as usize].op].flow;
        let way = self.program.flows[usize::from(flow)].carries;
        let alighting_ms = self.program.services[way as usize].alighting_ms;
        while self.parties[index as usize].leaving > 0 {
            self.parties[index as usize].leaving -= 1;
            self.get_off(index, door == Door::Alight);
            if alighting_ms > 0 {
                self.agenda.schedule(self.now + alighting_ms, Event::Doors(index));
                return;
            }
        }
        self.pass_door(index);
    }

    fn pass_door(&mut self, index: u32) {
        // The plan led to the door; what comes behind it is worked out now.
        self.fleet.vehicles[index as usize].planned_op = NONE;
        self.go_on(index);
    }

    /// A carrier crosses the border, and with it all who ride.
    pub(super) fn passengers_cross(&mut self, carrier: u32) {
        let party = &mut self.parties[carrier as usize];
        if std::mem::take(&mut party.has_crossed) {
            return;
        }
        let mut index = party.first;
        while index != NONE {
            let vehicle = &self.fleet.vehicles[index as usize];
            self.record.crossed(self.stops[vehicle.op].stream as usize);
            index = vehicle.next;
        }
    }

    /// The carrier that takes the place of one that reached the end of its way.
    pub(super) fn turn_round(&mut self, flow: u16) {
        let then = self.program.flows[usize::from(flow)].then;
        if then != NO_FLOW {
            self.come(then);
        }
    }

    /// Whether a vehicle that comes now belongs to a departure that does not take place.
    pub(super) fn is_cancelled(&mut self, flow: u32) -> bool {
        let info = &self.program.flows[flow as usize];
        if info.carries == NO_WAY || info.then != NONE || !self.is_closed(info.carries) {
            return false;
        }
        self.line_observations[info.carries as usize].cancelled += 1;
        true
    }
}
