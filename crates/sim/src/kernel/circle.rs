//! Circles: vehicles that hold each other's places.
//!
//! Blocking can close on itself: a vehicle in rework waits for a lane that is held by one that waits for the rework lane.
//! Nobody would ever move again, in a model; at a checkpoint the drivers change places. So when a vehicle becomes held and
//! a circle of held vehicles runs through its station, all of them move on at the same instant, each into the place that the
//! next gives up. A circle is turned only when every station on it has nobody in service, because otherwise a lane may
//! come free by itself, and only when every link on it that is left by a headway may let its vehicle out; until then the
//! circle waits like everybody else on that link. The same rule is known from closed queueing networks with blocking (Perros 1994).

use super::Run;
use super::vehicle::{NONE, OUTSIDE, Waiters};

impl Run<'_> {
    /// Turns a circle of held vehicles that runs through the place of a vehicle, if there is one.
    pub(super) fn turn_circle(&mut self, index: u32) -> bool {
        let home = u32::from(self.fleet.vehicles[index as usize].place);
        if !self.places[home as usize].is_stuck() {
            return false;
        }
        let Some(circle) = self.find_circle(home) else { return false };
        let may_turn = |(vehicle, to): &(u32, u32)| {
            let place = &self.places[*to as usize];
            place.is_stuck() && (!place.limited || self.may_begin(*vehicle, *to))
        };
        if !circle.iter().all(may_turn) || self.headway_holds(&circle) {
            return false;
        }
        if circle.iter().any(|(vehicle, to)| self.asks_ahead(*vehicle, *to)) {
            self.set_out(&circle);
            return true;
        }
        for (vehicle, to) in &circle {
            self.places[*to as usize].waiters.remove(&mut self.fleet.vehicles, *vehicle);
            self.leave_place(*vehicle);
        }
        for (vehicle, to) in &circle {
            // Behind those in the room; the lane that the circle freed goes to the first of them when the station settles.
            self.join(*vehicle, *to);
            self.unsettled.push(*to);
        }
        true
    }

    /// True when a link on a circle may not yet let its vehicle out; its stations look for circles again when it may.
    fn headway_holds(&mut self, circle: &[(u32, u32)]) -> bool {
        let mut holds = false;
        for (vehicle, _) in circle {
            let from = u32::from(self.fleet.vehicles[*vehicle as usize].place);
            let link = &self.places[from as usize];
            if link.metered && self.now < link.next_exit {
                self.schedule_exit(from);
                holds = true;
            }
        }
        holds
    }

    /// Opens a circle across links to be kept clear: those that wait before such a link set out, as soon as it takes them, for
    /// the place that the next of the circle is about to give up. The others follow into what becomes free.
    fn set_out(&mut self, circle: &[(u32, u32)]) {
        let before_link: Vec<(u32, u32)> =
            circle.iter().copied().filter(|(vehicle, to)| self.asks_ahead(*vehicle, *to)).collect();
        // All leave their lists before the first moves, because its move may look for circles again.
        for (vehicle, to) in &before_link {
            self.places[*to as usize].waiters.remove(&mut self.fleet.vehicles, *vehicle);
            self.reserve(*vehicle, *to);
        }
        for (vehicle, _) in before_link {
            self.offer(vehicle, false);
        }
    }

    /// Turns a circle through one of those that wait for a station. A circle may have been closed before and could not
    /// turn, because a lane on it was closing.
    pub(super) fn look_for_circle(&mut self, station: u32) -> bool {
        let mut at = self.places[station as usize].waiters.head;
        while at != NONE {
            if self.fleet.vehicles[at as usize].place != OUTSIDE && self.turn_circle(at) {
                return true;
            }
            at = Waiters::behind(&self.fleet.vehicles[at as usize]);
        }
        false
    }

    /// Held vehicles, each with the station that it waits for, that lead from `home` back to it.
    fn find_circle(&self, home: u32) -> Option<Vec<(u32, u32)>> {
        // How each station was reached: by which vehicle, from where.
        let mut reached: Vec<Option<(u32, u32)>> = vec![None; self.places.len()];
        let mut frontier = vec![home];
        while let Some(from) = frontier.pop() {
            for to in 0..self.places.len() as u32 {
                if !self.places[to as usize].cyclic || reached[to as usize].is_some() {
                    continue;
                }
                let Some(vehicle) = self.waiter_held_in(from, to) else { continue };
                reached[to as usize] = Some((vehicle, from));
                if to == home {
                    let mut circle = Vec::new();
                    let mut at = home;
                    loop {
                        let (vehicle, from) = reached[at as usize].expect("every station on the way was reached");
                        circle.push((vehicle, at));
                        at = from;
                        if at == home {
                            return Some(circle);
                        }
                    }
                }
                frontier.push(to);
            }
        }
        None
    }

    /// The first vehicle held in one station that waits for another.
    fn waiter_held_in(&self, from: u32, to: u32) -> Option<u32> {
        let mut at = self.places[to as usize].waiters.head;
        while at != NONE {
            let vehicle = &self.fleet.vehicles[at as usize];
            if vehicle.place != OUTSIDE && u32::from(vehicle.place) == from {
                return Some(at);
            }
            at = Waiters::behind(vehicle);
        }
        None
    }
}
