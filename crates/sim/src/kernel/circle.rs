//! Circles: vehicles that hold each other's places.
//!
//! Blocking can close on itself: a vehicle in rework waits for a lane that is held by one that waits for the rework lane.
//! Nobody would ever move again, in a model; at a checkpoint the drivers change places. So when a vehicle becomes held and
//! a circle of held vehicles runs through its station, all of them move on at the same instant, each into the place that the
//! next gives up. A circle is turned only when every station on it has nobody in service, because otherwise a lane may
//! come free by itself. The same rule is known from closed queueing networks with blocking (Perros 1994).

use super::Run;
use super::vehicle::{NONE, OUTSIDE};

impl Run<'_> {
    /// Turns the circle that a vehicle closed by waiting for `target`, if there is one.
    pub(super) fn turn_circle(&mut self, index: u32, target: u32) -> bool {
        let home = u32::from(self.fleet.vehicles[index as usize].place);
        let Some(circle) = self.find_circle(home) else { return false };
        let stuck = |station: u32| {
            let place = &self.places[station as usize];
            place.serving == 0 && place.occupied <= place.lanes
        };
        if !circle.iter().all(|(_, to)| stuck(*to)) {
            return false;
        }
        debug_assert!(circle.iter().any(|(vehicle, to)| *vehicle == index || *to != target) || !circle.is_empty());
        for (vehicle, to) in &circle {
            self.places[*to as usize].waiters.remove(&mut self.fleet.vehicles, *vehicle);
            self.leave_place(*vehicle);
            self.fleet.vehicles[*vehicle as usize].since = self.now;
        }
        for (vehicle, to) in &circle {
            // Behind those in the room; the lane that the circle freed goes to the first of them when the station settles.
            self.join_turned(*vehicle, *to);
        }
        true
    }

    fn join_turned(&mut self, index: u32, station: u32) {
        self.join(index, station);
        self.unsettled.push(station);
    }

    /// Held vehicles, each with the station that it waits for, that lead from `home` back to it.
    fn find_circle(&self, home: u32) -> Option<Vec<(u32, u32)>> {
        // Breadth first over stations; how each was reached: by which vehicle, from where.
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
            at = vehicle.next_waiter;
        }
        None
    }
}
