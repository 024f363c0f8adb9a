//! How vehicles move: out of a place, into the next, and what that sets free behind them.
//!
//! A release can set off a chain: a lane becomes free, the queue moves up, a waiting place becomes free, a vehicle that was
//! held upstream comes in and frees its own lane, and so on across links. The chain is a list of stations to settle, not a
//! recursion, so its length is limited by memory and not by the stack.

use super::Run;
use super::event::Event;
use super::vehicle::{NONE, OUTSIDE, Parked, State};

impl Run<'_> {
    /// A lane, or the travel over a link, is done with its vehicle.
    #[inline(always)]
    pub(super) fn service_end(&mut self, index: u32) {
        let now = self.now;
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let stop = &self.stops[vehicle.op as usize];
        let place = &mut self.places[stop.station as usize];
        place.serving.fall(now);
        self.record.served(stop.cell, now - vehicle.since);
        vehicle.since = now;
        if place.plain && self.visits.is_none() {
            if !self.pass_on(index) {
                self.go_on(index);
            }
            return;
        }
        if let Some(log) = &mut self.visits {
            log.ended(index, now);
        }
        let station = stop.station;
        if place.serving.count == 0 && place.on_kept_way {
            // What is pushed first settles last, when all that can move on does.
            self.link_rests(station);
        }
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let place = &mut self.places[station as usize];
        if place.in_order || place.metered {
            vehicle.state = State::Ready;
            if !place.in_order {
                place.exits.push_back(&mut self.fleet.vehicles, index);
            }
            self.unsettled.push(station);
        } else {
            self.go_on(index);
        }
    }

    /// Where the next station has an idle lane, which is most of the time, a vehicle gives up its lane, takes that one and is
    /// served without having been held or having waited. Done at once this is half the work of [`Self::go_on`], with
    /// the same result. False, and nothing done, when it is not as simple as that.
    #[inline(always)]
    fn pass_on(&mut self, index: u32) -> bool {
        let now = self.now;
        let vehicle = &mut self.fleet.vehicles[index as usize];
        // Neither without a plan nor at the end of the route is there a station.
        let Some(to) = self.stops.get(vehicle.planned_op as usize) else { return false };
        let Some(next) = self.places.get_mut(to.station as usize) else { return false };
        if !(next.asks_nothing && next.has_idle_lane()) {
            return false;
        }
        next.occupied.rise(now);
        next.serving.rise(now);
        let unusual = !next.plain;
        let from = &self.stops[vehicle.op as usize];
        self.record.passed_on(from.cell, to.cell);
        vehicle.op = vehicle.planned_op;
        vehicle.lap = vehicle.planned_lap;
        vehicle.place = to.station as u16;
        let (from, to) = (from.station, to.station);
        let service_ms = i64::from(vehicle.planned_ms);
        let place = &mut self.places[from as usize];
        place.occupied.fall(now);
        let moves_up = place.moves_up();
        self.agenda.schedule(now + service_ms, Event::ServiceEnd(index));
        if moves_up {
            self.unsettled.push(from);
        }
        if unusual {
            self.begin_unusual_service(index, to);
        }
        self.plan_ahead(index);
        true
    }

    /// Finds the next stop and asks for it.
    #[inline(never)]
    pub(super) fn go_on(&mut self, index: u32) {
        let (op, lap) = self.planned(index);
        self.ask_for(index, op, lap);
    }

    /// Asks for the stop at an operation.
    #[inline(always)]
    pub(super) fn ask_for(&mut self, index: u32, op: u32, lap: u16) {
        let vehicle = &mut self.fleet.vehicles[index as usize];
        vehicle.op = op;
        vehicle.lap = lap;
        let station = self.stops[op as usize].station;
        if station != NONE {
            // Where a place is kept for it, there is one that is kept.
            let place = &self.places[station as usize];
            if place.asks_nothing && place.has_idle_lane() {
                self.release(index);
                self.start(index, station);
                return;
            }
        }
        self.offer(index, true);
    }

    /// Asks the station of the vehicle's operation to let it in. A vehicle asks for the `first` time only once; what
    /// makes vehicles turn away is decided then.
    pub(super) fn offer(&mut self, index: u32, first: bool) {
        let station = self.stops[self.fleet.vehicles[index as usize].op as usize].station;
        if station == NONE {
            self.release(index);
            self.leave_corridor(index);
            return;
        }
        if (self.places[station as usize].keep_clear && !self.reserve_ahead(index))
            || (self.fleet.vehicles[index as usize].reserved() && self.take_reserved(index, station))
        {
            return;
        }
        let vehicle = &self.fleet.vehicles[index as usize];
        let place = &self.places[station as usize];
        if place.books {
            self.leave_place(index);
            self.book(index, station);
        } else if first && (place.queue.count >= place.balk_at || (place.turn_away && !place.accepts())) {
            self.leave_place(index);
            self.turn_away(index);
        } else if place.accepts() {
            self.leave_place(index);
            self.join(index, station);
        } else if u32::from(vehicle.place) == station && place.occupied.count <= place.lanes {
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
        if place.occupied.count < place.lanes && place.queue.count == 0 {
            self.start(index, station);
        } else {
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
        let rank = self.stops[vehicle.op as usize].rank;
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

    /// Puts the next of the queue on a free lane.
    #[inline]
    fn start_next(&mut self, station: u32) {
        let now = self.now;
        let rules = &self.epoch.rules[station as usize];
        let place = &mut self.places[station as usize];
        let rank = place.pick(rules);
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
    fn start(&mut self, index: u32, station: u32) {
        let now = self.now;
        let vehicle = &self.fleet.vehicles[index as usize];
        let service_ms = if vehicle.planned_op == NONE {
            self.plan_anew(index, vehicle.op).service_ms
        } else {
            i64::from(vehicle.planned_ms)
        };
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let stop = self.stops[vehicle.op as usize];
        let place = &mut self.places[station as usize];
        place.occupied.rise(now);
        place.serving.rise(now);
        let wait_ms = now - vehicle.since;
        vehicle.physical_ms += wait_ms;
        vehicle.since = now;
        vehicle.state = State::Serving;
        vehicle.place = station as u16;
        self.agenda.schedule(now + service_ms, Event::ServiceEnd(index));
        let (number, mut total_wait_ms) = (vehicle.number, wait_ms);
        if !place.plain {
            if place.books {
                total_wait_ms = now - self.parked[index as usize].booked;
            }
            self.begin_unusual_service(index, station);
        }
        self.record.waited(stop.cell, total_wait_ms);
        if let Some(log) = &mut self.visits {
            log.started(index, stop.flow, number, station, now - total_wait_ms, now);
        }
        self.plan_ahead(index);
    }

    /// What else there is to entering a link.
    #[inline(never)]
    fn begin_unusual_service(&mut self, index: u32, station: u32) {
        let place = &mut self.places[station as usize];
        if place.in_order {
            place.exits.push_back(&mut self.fleet.vehicles, index);
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
        let stream = self.stops[vehicle.op as usize].stream;
        let place = &mut self.places[station];
        place.occupied.fall(now);
        self.record.held(station, stream, held_ms);
        if let Some(log) = &mut self.visits {
            log.left(index, now);
        }
        if !place.plain {
            self.leave_unusual_place(index, station, held_ms);
        }
        if self.places[station].moves_up() {
            self.unsettled.push(station as u32);
        }
    }

    /// What else there is to giving up a lot, a link or the border.
    #[inline(never)]
    fn leave_unusual_place(&mut self, index: u32, station: usize, held_ms: i64) {
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let place = &mut self.places[station];
        if place.holding {
            vehicle.blocked_ms -= held_ms;
            self.parked[index as usize].yard_ms += held_ms;
        }
        if place.border {
            self.record.crossed(self.stops[vehicle.op as usize].stream as usize);
        }
        if place.in_order {
            debug_assert!(place.exits.head == index, "only the head of a link may leave it");
            place.exits.pop_front(&mut self.fleet.vehicles);
        }
        if place.metered {
            place.next_exit = self.now + self.epoch.rules[station].headway_ms;
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
        if place.reserved > 0 {
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
            if place.queue.count > 0 && place.occupied.count < place.lanes {
                self.start_next(station);
                continue;
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
        } else {
            self.leave_place(index);
            self.join(index, station);
        }
    }

    /// Lets the head of a link ask for its next station; false when it may not leave yet or asks already.
    fn let_out(&mut self, station: u32) -> bool {
        let place = &mut self.places[station as usize];
        let index = place.exits.head;
        let state = self.fleet.vehicles[index as usize].state;
        if !matches!(state, State::Ready | State::Retry) {
            return false;
        }
        if place.metered && self.now < place.next_exit {
            self.schedule_exit(station);
            return false;
        }
        if !place.in_order {
            place.exits.pop_front(&mut self.fleet.vehicles);
        }
        if state == State::Ready {
            self.go_on(index);
        } else {
            self.offer(index, false);
        }
        true
    }

    fn schedule_exit(&mut self, station: u32) {
        let place = &mut self.places[station as usize];
        if !place.exit_pending {
            place.exit_pending = true;
            self.agenda.schedule(place.next_exit, Event::Exit(station));
        }
    }

    /// The headway of a link is over.
    pub(super) fn exit(&mut self, station: u32) {
        self.places[station as usize].exit_pending = false;
        // What is pushed last settles first.
        self.link_rests(station);
        self.unsettled.push(station);
    }

    fn leave_corridor(&mut self, index: u32) {
        let parked = if self.parks { self.parked[index as usize] } else { Parked::NOTHING };
        let vehicle = &self.fleet.vehicles[index as usize];
        self.record.left(self.stops[vehicle.op as usize].stream as usize, self.now, vehicle, parked);
        self.fleet.remove(index);
    }

    fn turn_away(&mut self, index: u32) {
        let op = self.fleet.vehicles[index as usize].op;
        self.record.turned_away(self.stops[op as usize].stream as usize);
        self.fleet.remove(index);
    }
}
