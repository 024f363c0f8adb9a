//! How vehicles leave a link in their turn, and the corridor.

use super::Run;
use super::event::Event;
use super::stop::Stop;
use super::vehicle::{NONE, Parked, State};

impl Run<'_> {
    /// Lets the head of a link ask for its next station; false when it may not leave yet or asks already.
    pub(super) fn let_out(&mut self, station: u32) -> bool {
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
            place.exits.pop_front(&self.fleet.vehicles);
        }
        if state == State::Ready {
            self.go_on(index);
        } else {
            self.offer(index, false);
        }
        true
    }

    pub(super) fn schedule_exit(&mut self, station: u32) {
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

    #[inline]
    pub(super) fn leave_corridor(&mut self, index: u32) {
        let parked = if self.parks { self.parked[index as usize] } else { Parked::NOTHING };
        let vehicle = &self.fleet.vehicles[index as usize];
        let Stop { flow, stream, alternative, .. } = self.stops[vehicle.op];
        self.record.left(stream as usize, self.now, vehicle, parked);
        if alternative != NONE {
            let times_ms = [self.now - vehicle.born, vehicle.waited_ms(parked)];
            self.choices.experience(alternative, index, times_ms, self.now);
        }
        if !self.holds_more {
            self.fleet.remove(index);
            return;
        }
        self.drop_limits(index);
        self.fleet.remove(index);
        if !self.parties.is_empty() {
            self.turn_round(flow);
        }
    }

    #[inline]
    pub(super) fn turn_away(&mut self, index: u32) {
        let op = self.fleet.vehicles[index as usize].op;
        self.record.turned_away(self.stops[op].stream as usize);
        if self.limits.exist() {
            self.drop_limits(index);
        }
        self.fleet.remove(index);
        if !self.parties.is_empty() {
            self.lost_on_the_way(index);
        }
    }
}
