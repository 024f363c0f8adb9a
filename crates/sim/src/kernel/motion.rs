//! How vehicles move: out of a place, into the next, and what that sets free behind them.
//!
//! A release can set off a chain: a lane becomes free, the queue moves up, a waiting place becomes free, a vehicle that was
//! held upstream comes in and frees its own lane, and so on across links. The chain is a list of stations to settle, not a
//! recursion, so its length is limited by memory and not by the stack.

use super::Run;
use super::event::Event;
use super::stop::DOOR;
use super::vehicle::{NONE, OUTSIDE, State};

impl Run<'_> {
    /// A lane, or the travel over a link, is done with its vehicle.
    ///
    /// Where the next station has an idle lane, which is most of the time, the vehicle gives up its lane, takes that one and is
    /// served without having been held or having waited. Done at once this is half the work of [`Self::go_on`], with
    /// the same result.
    #[inline(always)]
    pub(super) fn service_end(&mut self, index: u32) {
        let now = self.now;
        let places = &mut self.places[..];
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let stop = &self.stops[vehicle.op];
        self.record.served(stop.cell, now - vehicle.since);
        vehicle.since = now;
        let station = stop.station;
        let place = &places[station as usize];
        let is_first = !place.in_order || (place.exits.head == index && place.waiters.head == NONE);
        let is_free = place.plain || (place.simple_link && is_first);
        // Neither without a plan nor at the end of the route is there a station.
        if is_free
            && let Some(to) = self.stops.get(vehicle.planned_op)
            && let Some(next) = places.get_mut(to.station as usize)
            && next.asks_nothing
            && next.has_idle_lane()
        {
            next.serving.rise(now);
            let (to, is_plain) = (to.station, next.plain);
            vehicle.op = vehicle.planned_op;
            vehicle.lap = vehicle.planned_lap;
            vehicle.place = to as u16;
            self.agenda.schedule(now + i64::from(vehicle.planned_ms), Event::ServiceEnd(index));
            vehicle.plan_ahead(&self.stops);
            let place = &mut places[station as usize];
            place.serving.fall(now);
            if place.simple_link {
                self.leave_link(index, station);
            }
            if self.moves_up(station) {
                self.unsettled.push(station);
            }
            if !is_plain {
                self.begin_unusual_service(index, to);
            }
            return;
        }
        let place = &mut places[station as usize];
        place.serving.fall(now);
        place.held.rise(now);
        if !is_free {
            self.end_unusual_service(index, station);
            return;
        }
        let keeps_order = place.in_order;
        self.go_on(index);
        if keeps_order && self.moves_up(station) {
            // Whoever comes next on the link follows before anything else moves.
            self.unsettled.push(station);
        }
    }

    /// Where vehicles may have to wait for their turn to leave, or more is to be done than to serve them.
    #[inline(never)]
    fn end_unusual_service(&mut self, index: u32, station: u32) {
        if let Some(log) = &mut self.visits {
            log.ended(index, self.now);
        }
        let place = &self.places[station as usize];
        if place.berth {
            self.ready_to_leave(index, station);
            return;
        }
        if place.serving.count == 0 && place.on_kept_way {
            // What is pushed first settles last, when all that can move on does.
            self.link_rests(station);
        }
        let place = &mut self.places[station as usize];
        if place.in_order || place.metered {
            self.fleet.vehicles[index as usize].state = State::Ready;
            if !place.in_order {
                place.exits.push_back(&mut self.fleet.vehicles, index);
            }
            self.unsettled.push(station);
        } else {
            self.go_on(index);
        }
    }

    /// Goes to the stop that is planned and asks for it.
    #[inline(never)]
    pub(super) fn go_on(&mut self, index: u32) {
        let vehicle = &mut self.fleet.vehicles[index as usize];
        if vehicle.planned_op == NONE {
            let plan = self.stops.plan_anew(vehicle.number, vehicle.lap, vehicle.op + 1);
            (vehicle.op, vehicle.lap) = (plan.op, plan.lap);
        } else {
            (vehicle.op, vehicle.lap) = (vehicle.planned_op, vehicle.planned_lap);
        }
        self.ask(index);
    }

    /// Asks for the stop at the operation of a vehicle, for the first time.
    #[inline(always)]
    pub(super) fn ask(&mut self, index: u32) {
        let station = self.stops[self.fleet.vehicles[index as usize].op].station;
        match self.places.get(station as usize) {
            None if station == DOOR => self.come_to_door(index),
            None => {
                self.release(index);
                self.leave_corridor(index);
            }
            // Where a place is kept for it, the place is not idle.
            Some(place) if place.asks_nothing && place.has_idle_lane() => {
                self.release(index);
                self.start(index, station);
            }
            Some(_) => self.offer(index, true),
        }
    }

    /// Asks the station of the vehicle's operation to let it in. A vehicle asks for the `first` time only once; what
    /// makes vehicles turn away is decided then.
    pub(super) fn offer(&mut self, index: u32, first: bool) {
        let station = self.stops[self.fleet.vehicles[index as usize].op].station;
        let place = &self.places[station as usize];
        if first && self.closures.exist() && self.finds_it_closed(index, station) {
            self.leave_place(index);
            self.turn_away(index);
            return;
        }
        if place.platform {
            self.come_to_platform(index, station);
            return;
        }
        if (self.places[station as usize].keep_clear && !self.reserve_ahead(index))
            || (self.fleet.vehicles[index as usize].reserved() && self.take_reserved(index, station))
        {
            return;
        }
        let vehicle = &self.fleet.vehicles[index as usize];
        let place = &self.places[station as usize];
        let accepts = if place.limited { self.accepts(index, station) } else { place.accepts() };
        if place.books {
            self.leave_place(index);
            self.book(index, station);
        } else if first && (place.queue.count >= place.balk_at || (place.turn_away && !accepts)) {
            self.leave_place(index);
            self.turn_away(index);
        } else if accepts {
            self.leave_place(index);
            self.join(index, station);
        } else if u32::from(vehicle.place) == station && place.occupied() <= place.lanes {
            // It takes a waiting place, or the lane, that it frees itself.
            self.leave_place(index);
            self.enqueue(index, station);
            self.unsettled.push(station);
        } else {
            self.wait_to_be_let_in(index, station);
        }
    }

    /// Enters a station that has a place for the vehicle; `since` is the tick from which it waits here.
    #[inline(never)]
    pub(super) fn join(&mut self, index: u32, station: u32) {
        let place = &self.places[station as usize];
        let is_free = place.occupied() < place.lanes && place.queue.count == 0;
        if is_free && (!place.limited || self.may_begin(index, station)) {
            self.start(index, station);
        } else {
            if place.limited {
                // It may have to pass those that wait for room.
                self.unsettled.push(station);
            }
            self.enqueue(index, station);
        }
    }

    /// Takes a waiting place.
    pub(super) fn enqueue(&mut self, index: u32, station: u32) {
        let now = self.now;
        let place = &mut self.places[station as usize];
        let vehicle = &mut self.fleet.vehicles[index as usize];
        vehicle.state = State::Queued;
        vehicle.place = station as u16;
        let rank = self.stops[vehicle.op].rank;
        vehicle.rank = rank;
        self.lists[place.first_list as usize + rank as usize].push_back(&mut self.fleet.vehicles, index);
        place.mask |= 1 << rank;
        place.queue.rise(now);
        place.note_queue();
        if place.impatient {
            self.set_patience(index, station);
        }
        let place = &self.places[station as usize];
        if place.has_extra {
            self.extra_lanes(station);
        }
    }

    /// Takes a vehicle out of the queue, wherever it stands in it.
    pub(super) fn take_from_queue(&mut self, index: u32, station: u32) {
        let place = &mut self.places[station as usize];
        let rank = u32::from(self.fleet.vehicles[index as usize].rank);
        let list = &mut self.lists[(place.first_list + rank) as usize];
        list.remove(&mut self.fleet.vehicles, index);
        if list.head == NONE {
            place.mask &= !(1 << rank);
        }
        place.queue.fall(self.now);
        if place.impatient {
            self.cancel_patience(index);
        }
        if self.places[station as usize].has_extra {
            self.extra_lanes(station);
        }
    }

    /// Puts the next of the queue on a free lane.
    #[inline]
    fn start_next(&mut self, station: u32) {
        let now = self.now;
        let place = &mut self.places[station as usize];
        let rank = place.pick(&self.epoch.rules, station);
        let list = &mut self.lists[(place.first_list + rank) as usize];
        let index = list.pop_front(&mut self.fleet.vehicles);
        if list.head == NONE {
            place.mask &= !(1 << rank);
        }
        place.queue.fall(now);
        if place.impatient {
            self.cancel_patience(index);
        }
        if self.places[station as usize].has_extra {
            self.extra_lanes(station);
        }
        self.start(index, station);
    }

    /// Begins service, or travel.
    #[inline(always)]
    pub(super) fn start(&mut self, index: u32, station: u32) {
        let now = self.now;
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let stop = &self.stops[vehicle.op];
        let place = &mut self.places[station as usize];
        let service_ms = if vehicle.planned_op == NONE {
            self.stops.plan_anew(vehicle.number, vehicle.lap, vehicle.op).service_ms
        } else {
            i64::from(vehicle.planned_ms)
        };
        self.agenda.schedule(now + service_ms, Event::ServiceEnd(index));
        place.serving.rise(now);
        let wait_ms = now - vehicle.since;
        vehicle.physical_ms += wait_ms;
        vehicle.since = now;
        vehicle.state = State::Serving;
        vehicle.place = station as u16;
        vehicle.plan_ahead(&self.stops);
        let mut total_wait_ms = wait_ms;
        if !place.plain {
            if place.books {
                total_wait_ms = now - self.parked[index as usize].booked;
            }
            if let Some(log) = &mut self.visits {
                log.started(index, stop.flow, vehicle.number, station, now - total_wait_ms, now);
            }
        }
        self.record.waited(stop.cell, total_wait_ms);
        if !place.plain {
            self.begin_unusual_service(index, station);
        }
    }

    /// What else there is to entering a link, or a stage with a limit.
    #[inline(never)]
    fn begin_unusual_service(&mut self, index: u32, station: u32) {
        let place = &mut self.places[station as usize];
        if place.in_order {
            place.exits.push_back(&mut self.fleet.vehicles, index);
        }
        if self.places[station as usize].limited {
            self.enter_limits(index, station);
        }
        self.refresh_partner(station);
    }

    /// Gives up the lane or storage place that a vehicle holds, if any, and marks what has to move up.
    #[inline(never)]
    pub(super) fn leave_place(&mut self, index: u32) {
        self.release(index);
    }

    #[inline(always)]
    fn release(&mut self, index: u32) {
        let now = self.now;
        let vehicle = &mut self.fleet.vehicles[index as usize];
        if vehicle.place == OUTSIDE {
            return;
        }
        let station = vehicle.place as usize;
        let held_ms = now - vehicle.since;
        vehicle.blocked_ms += held_ms;
        vehicle.place = OUTSIDE;
        vehicle.since = now;
        let stream = self.stops[vehicle.op].stream;
        let place = &mut self.places[station];
        place.held.fall(now);
        self.record.held(station, stream, held_ms);
        if place.simple_link {
            self.leave_link(index, station as u32);
        } else if !place.plain {
            self.leave_unusual_place(index, station, held_ms);
        }
        if self.moves_up(station as u32) {
            self.unsettled.push(station as u32);
        }
    }

    /// True when somebody may move up as soon as a place is given up.
    #[inline(always)]
    fn moves_up(&self, station: u32) -> bool {
        let place = &self.places[station as usize];
        if place.queue.count | !place.waiters.head != 0 {
            return true;
        }
        let first = self.fleet.vehicles.get(place.exits.head as usize);
        first.is_some_and(|vehicle| matches!(vehicle.state, State::Ready | State::Retry))
    }

    /// A vehicle, the first if they keep their order, leaves a link.
    #[inline(always)]
    fn leave_link(&mut self, index: u32, station: u32) {
        let place = &mut self.places[station as usize];
        if place.in_order {
            debug_assert!(place.exits.head == index, "only the head of a link may leave it");
            place.exits.pop_front(&self.fleet.vehicles);
        }
        if place.border {
            let op = self.fleet.vehicles[index as usize].op;
            self.record.crossed(self.stops[op].stream as usize);
            if !self.parties.is_empty() {
                self.passengers_cross(index);
            }
        }
    }

    /// What else there is to giving up a lot, a link or the border.
    #[inline(never)]
    fn leave_unusual_place(&mut self, index: u32, station: usize, held_ms: i64) {
        if let Some(log) = &mut self.visits {
            log.left(index, self.now);
        }
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let place = &mut self.places[station];
        if place.holding {
            vehicle.blocked_ms -= held_ms;
            self.parked[index as usize].yard_ms += held_ms;
        }
        self.leave_link(index, station as u32);
        let place = &mut self.places[station];
        if place.metered {
            place.next_exit = self.now + self.epoch.rules[station].headway_ms;
        }
        if place.counts {
            self.leave_limits(index, station);
        }
        self.refresh_partner(station as u32);
    }

    /// Joins those that wait to be let in, keeping its place; outside the corridor's places it waits at the door.
    pub(super) fn wait_to_be_let_in(&mut self, index: u32, station: u32) {
        let now = self.now;
        let first = self.goes_first(index, station);
        let behind = if first { self.last_to_go_first(station) } else { NONE };
        let ahead = self.asks_ahead(index, station);
        let place = &mut self.places[station as usize];
        let vehicle = &mut self.fleet.vehicles[index as usize];
        vehicle.state = State::Waiter;
        let outside = vehicle.place == OUTSIDE;
        if let (Some(log), false) = (&mut self.visits, outside) {
            log.held(index, u32::from(vehicle.place), station, now);
        }
        let may_close_circle = !outside && place.cyclic && place.serving.count == 0;
        if first {
            place.waiters.insert_after(&mut self.fleet.vehicles, behind, index);
        } else {
            place.waiters.push_back(&mut self.fleet.vehicles, index);
        }
        if place.reserved > 0 || place.limited {
            self.unsettled.push(station);
        }
        if outside {
            place.outside.rise(now);
            place.note_queue();
            // Patience is that of a queue before lanes; who is not yet on the way there waits for the way.
            if place.impatient && !ahead {
                self.set_patience(index, station);
            }
        }
        if may_close_circle {
            self.turn_circle(index);
        }
    }

    /// Lets everything move up that can: the queue to the lanes, waiters to the room, the head of a link out of it.
    #[inline(never)]
    pub(super) fn settle(&mut self, station: u32) {
        loop {
            let place = &mut self.places[station as usize];
            if place.queue.count > 0 && place.occupied() < place.lanes {
                if !place.limited || self.next_may_begin(station) {
                    self.start_next(station);
                    continue;
                }
                if self.start_one_inside(station) {
                    continue;
                }
            }
            let index = self.admitted(station);
            let place = &mut self.places[station as usize];
            if index != NONE {
                place.waiters.remove(&mut self.fleet.vehicles, index);
                self.let_in(index, station);
            } else if place.exits.head != NONE && self.let_out(station) {
                // Whoever comes next on the link may follow.
            } else if self.places[station as usize].may_hold_a_circle() {
                if !self.look_for_circle(station) {
                    return;
                }
            } else {
                return;
            }
        }
    }

    /// Brings in the first waiter, unless the link it stands on may not yet let it out; then it asks again in its turn.
    fn let_in(&mut self, index: u32, station: u32) {
        let ahead = self.asks_ahead(index, station);
        if ahead {
            self.reserve(index, station);
        }
        let vehicle = &mut self.fleet.vehicles[index as usize];
        if vehicle.place == OUTSIDE {
            let place = &mut self.places[station as usize];
            place.outside.fall(self.now);
            if place.impatient {
                self.cancel_patience(index);
            }
            if ahead {
                self.offer(index, false);
            } else if self.places[station as usize].platform {
                self.step_onto(index, station);
            } else {
                self.join(index, station);
            }
            return;
        }
        let from = vehicle.place as usize;
        let link = &mut self.places[from];
        if link.metered && self.now < link.next_exit {
            vehicle.state = State::Retry;
            if !link.in_order {
                link.exits.insert_after(&mut self.fleet.vehicles, NONE, index);
            }
            self.schedule_exit(from as u32);
            return;
        }
        if ahead {
            self.offer(index, false);
        } else if self.places[station as usize].platform {
            self.step_onto(index, station);
        } else {
            self.leave_place(index);
            self.join(index, station);
        }
    }
}
