//! Caps on how many are inside at once, and quotas of how many enter in a time.
//!
//! A vehicle takes room when its service at a stage of `enter` begins, and waits in the queue of that stage while there is
//! none. It gives a cap back when it leaves a stage of `leave`, and whatever it holds when it leaves the corridor in any way, so
//! nothing leaks. Who is inside already needs no room: it passes those that wait for some, because they may wait for it.

use super::Run;
use super::event::Event;
use super::vehicle::{NONE, Waiters};
use crate::observations::LimitObservations;
use crate::program::{Epoch, LimitProgram, Op, Program};

/// Where the limits stand; everything is empty in a corridor without any.
#[derive(Debug, Default)]
pub(super) struct Limits {
    caps: Vec<Cap>,
    /// Per station.
    gates: Vec<Gate>,
    /// Per vehicle, the limits that it counts in, a bit for each.
    held: Vec<u64>,
}

/// The limits that are entered and left at a station, a bit for each.
#[derive(Clone, Copy, Debug, Default)]
struct Gate {
    enter: u64,
    leave: u64,
    /// Vehicles that are inside may come here.
    revisited: bool,
}

/// One limit, in thousandths of what it counts.
#[derive(Clone, Debug, Default)]
struct Cap {
    inside: u64,
    at_most: u64,
    seen: LimitObservations,
    /// Until when `seen` is added up.
    until: i64,
    /// Of a quota, the period under way, and its room × milliseconds in the window.
    period: usize,
    period_area: u128,
}

impl Cap {
    /// Adds up until now. Must come before anything changes.
    fn touch(&mut self, now: i64, least: u64) {
        let ms = (now - self.until).max(0) as u64;
        self.until = now;
        self.seen.window_ms += ms;
        self.seen.inside_ms += u128::from(self.inside) * u128::from(ms);
        self.seen.at_most_ms += u128::from(self.at_most) * u128::from(ms);
        self.period_area += u128::from(self.at_most) * u128::from(ms);
        if self.inside + least > self.at_most {
            self.seen.full_ms += ms;
        }
    }

    /// Adds what a quota allowed in the period that ends.
    fn end_period(&mut self, periods: &[i64]) {
        let area = std::mem::take(&mut self.period_area);
        if let Some([begin, end]) = periods.get(self.period..self.period + 2) {
            self.seen.quota += (area / (end - begin).max(1) as u128) as u64;
        }
    }
}

/// The limits of a mask.
fn each(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let first = (bits != 0).then(|| bits.trailing_zeros() as usize);
        bits &= bits.wrapping_sub(1);
        first
    })
}

impl Limits {
    pub(super) fn new(program: &Program) -> Self {
        if program.limits.is_empty() {
            return Self::default();
        }
        let mut gates = vec![Gate::default(); program.stations.len()];
        for (index, limit) in program.limits.iter().enumerate() {
            for station in &limit.enter {
                gates[*station as usize].enter |= 1 << index;
                gates[*station as usize].revisited |= limit.revisited;
            }
            limit.leave.iter().for_each(|station| gates[*station as usize].leave |= 1 << index);
        }
        Self { caps: vec![Cap::default(); program.limits.len()], gates, held: Vec::new() }
    }

    /// True when service at a station waits for room.
    pub(super) fn are_entered_at(&self, station: usize) -> bool {
        self.gates.get(station).is_some_and(|gate| gate.enter != 0)
    }

    /// True when a station has anything to do with limits.
    pub(super) fn concern(&self, station: usize) -> bool {
        self.gates.get(station).is_some_and(|gate| gate.enter | gate.leave != 0)
    }

    /// True when there are any.
    pub(super) fn exist(&self) -> bool {
        !self.caps.is_empty()
    }

    /// Takes over the numbers of an epoch.
    pub(super) fn apply(&mut self, program: &Program, epoch: &Epoch, now: i64) {
        for ((cap, limit), at_most) in self.caps.iter_mut().zip(&program.limits).zip(&epoch.limits) {
            cap.touch(now, limit.least);
            cap.at_most = *at_most;
        }
    }

    /// Forgets what was seen before the window.
    pub(super) fn begin_window(&mut self, now: i64) {
        for cap in &mut self.caps {
            cap.seen = LimitObservations { inside_max: cap.inside, ..LimitObservations::default() };
            (cap.until, cap.period_area) = (now, 0);
        }
    }

    /// What was seen in the window. Nothing may have leaked.
    pub(super) fn finish(mut self, program: &Program, now: i64, counted: &[u64]) -> Vec<LimitObservations> {
        for (cap, counted) in self.caps.iter().zip(counted) {
            assert_eq!(cap.inside, *counted, "who is inside is counted, and nobody else");
        }
        for (cap, limit) in self.caps.iter_mut().zip(&program.limits) {
            cap.touch(now, limit.least);
            cap.end_period(&limit.periods);
        }
        self.caps.into_iter().map(|cap| cap.seen).collect()
    }

    fn held_by(&self, index: u32) -> u64 {
        self.held.get(index as usize).copied().unwrap_or(0)
    }

    fn hold(&mut self, index: u32, bits: u64) {
        if self.held.len() <= index as usize {
            self.held.resize(index as usize + 1, 0);
        }
        self.held[index as usize] = bits;
    }

    /// What a vehicle still needs room of to be served at a station.
    fn missing(&self, index: u32, station: u32) -> u64 {
        self.gates.get(station as usize).map_or(0, |gate| gate.enter & !self.held_by(index))
    }

    /// True when vehicles that are inside may come to a station again.
    fn are_revisited_at(&self, station: u32) -> bool {
        self.gates.get(station as usize).is_some_and(|gate| gate.revisited)
    }
}

impl Run<'_> {
    pub(super) fn class_of(&self, index: u32) -> usize {
        let stream = self.stops[self.fleet.vehicles[index as usize].op].stream;
        self.program.streams[stream as usize].class
    }

    /// True when service of a vehicle may begin at a stage that limits are entered at, or at a link that is not open to all.
    pub(super) fn may_begin(&self, index: u32, station: u32) -> bool {
        let missing = self.limits.missing(index, station);
        let class = self.class_of(index);
        let is_open = !self.places[station as usize].sorts || !self.closures.keep_out(station, class);
        is_open
            && each(missing).all(|limit| {
                let cap = &self.limits.caps[limit];
                cap.inside + self.program.limits[limit].counted[class] <= cap.at_most
            })
    }

    /// As [`Place::accepts`](super::place::Place::accepts) for one vehicle, where service may have to wait for room.
    #[inline]
    pub(super) fn accepts(&self, index: u32, station: u32) -> bool {
        let place = &self.places[station as usize];
        if !place.limited || self.may_begin(index, station) {
            return place.accepts();
        }
        place.waiters.head == NONE && place.reserved < place.waiting_places()
    }

    /// As [`Place::has_room`](super::place::Place::has_room) for one vehicle.
    pub(super) fn has_room(&self, index: u32, station: u32) -> bool {
        let place = &self.places[station as usize];
        if place.limited && !self.may_begin(index, station) { place.waiting_places() > 0 } else { place.has_room() }
    }

    /// Takes room of all that a vehicle enters at a stage.
    pub(super) fn enter_limits(&mut self, index: u32, station: u32) {
        let missing = self.limits.missing(index, station);
        if missing != 0 {
            self.limits.hold(index, self.limits.held_by(index) | missing);
            self.count_in(index, missing);
        }
    }

    fn count_in(&mut self, index: u32, limits: u64) {
        let class = self.class_of(index);
        for limit in each(limits) {
            let (cap, program) = (&mut self.limits.caps[limit], &self.program.limits[limit]);
            cap.touch(self.now, program.least);
            cap.inside += program.counted[class];
            cap.seen.admitted += program.counted[class];
            cap.seen.inside_max = cap.seen.inside_max.max(cap.inside);
        }
    }

    /// Gives back the caps that are left at a stage.
    pub(super) fn leave_limits(&mut self, index: u32, station: usize) {
        let held = self.limits.held_by(index);
        let left = held & self.limits.gates[station].leave;
        if left != 0 {
            self.limits.hold(index, held & !left);
            self.count_out(index, left);
        }
    }

    /// Gives back all that a vehicle holds, because it leaves the corridor.
    pub(super) fn drop_limits(&mut self, index: u32) {
        let held = self.limits.held_by(index);
        if held != 0 {
            self.limits.hold(index, 0);
            self.count_out(index, held);
        }
    }

    fn count_out(&mut self, index: u32, limits: u64) {
        let class = self.class_of(index);
        for limit in each(limits) {
            let program = &self.program.limits[limit];
            // What has come in under a quota does not come back by going out.
            if program.periods.is_empty() {
                let cap = &mut self.limits.caps[limit];
                cap.touch(self.now, program.least);
                cap.inside -= program.counted[class];
                self.wake(limit);
            }
        }
    }

    /// There is room again: those that wait for it may move up, the one that has waited longest first.
    fn wake(&mut self, limit: usize) {
        let enter = &self.program.limits[limit].enter;
        let Some(first) = enter.iter().copied().min_by_key(|station| self.waits_since(*station)) else { return };
        self.unsettled.extend(enter.iter().filter(|station| **station != first));
        // What is pushed last settles first.
        self.unsettled.push(first);
    }

    /// Since when the next of a stage waits; never, when nobody does.
    fn waits_since(&self, station: u32) -> i64 {
        let place = &self.places[station as usize];
        let heads = each(place.mask).map(|rank| self.lists[place.first_list as usize + rank].head);
        let since = |vehicle: u32| self.fleet.vehicles.get(vehicle as usize).map(|vehicle| vehicle.since);
        heads.chain([place.waiters.head]).filter_map(since).min().unwrap_or(i64::MAX)
    }

    /// What the vehicles that are inside count for, per limit; of a quota, what has come in.
    pub(super) fn counted_inside(&self) -> Vec<u64> {
        let counted = |(index, limit): (usize, &LimitProgram)| {
            if !limit.periods.is_empty() {
                return self.limits.caps[index].inside;
            }
            let holds = |vehicle: &u32| self.limits.held_by(*vehicle) >> index & 1 == 1;
            (0..self.fleet.vehicles.len() as u32)
                .filter(holds)
                .map(|vehicle| limit.counted[self.class_of(vehicle)])
                .sum()
        };
        self.program.limits.iter().enumerate().map(counted).collect()
    }

    /// Schedules the first new period of every quota.
    pub(super) fn begin_quotas(&mut self) {
        for limit in 0..self.limits.caps.len() as u32 {
            self.schedule_quota(limit);
        }
    }

    fn schedule_quota(&mut self, limit: u32) {
        let next = self.limits.caps[limit as usize].period + 1;
        if let Some(tick) = self.program.limits[limit as usize].periods.get(next) {
            self.agenda.schedule(*tick, Event::Quota(limit));
        }
    }

    /// A new period of a quota begins.
    pub(super) fn quota(&mut self, limit: u32) {
        let program = &self.program.limits[limit as usize];
        let cap = &mut self.limits.caps[limit as usize];
        cap.touch(self.now, program.least);
        cap.end_period(&program.periods);
        cap.inside = 0;
        cap.period += 1;
        self.schedule_quota(limit);
        self.wake(limit as usize);
    }

    /// Counts a vehicle of a given state in everything that it has entered on its way, room or not. It has come in before the
    /// run, so no quota counts it.
    pub(super) fn enter_before(&mut self, index: u32, first: usize, stop: usize) {
        let mut held = 0;
        for op in &self.program.ops[first..stop] {
            if let Op::Visit { station, .. } = op {
                let gate = self.limits.gates[*station as usize];
                held = (held | gate.enter) & !gate.leave;
            }
        }
        let is_cap = |limit: &usize| self.program.limits[*limit].periods.is_empty();
        let caps: u64 = each(held).filter(is_cap).fold(0, |bits, limit| bits | 1 << limit);
        self.limits.hold(index, held);
        self.count_in(index, caps);
    }

    /// Whether the vehicle that is served next at a stage may begin now; it stays the next.
    pub(super) fn next_may_begin(&mut self, station: u32) -> bool {
        let place = &mut self.places[station as usize];
        let turn = (place.turn, place.credit);
        let rank = place.pick(&self.epoch.rules, station);
        (place.turn, place.credit) = turn;
        let next = self.lists[(place.first_list + rank) as usize].head;
        self.may_begin(next, station)
    }

    /// Serves the first of a queue that needs no room, because it is inside. False when there is none.
    pub(super) fn start_one_inside(&mut self, station: u32) -> bool {
        if !self.limits.are_revisited_at(station) {
            return false;
        }
        let place = &self.places[station as usize];
        for rank in each(place.mask) {
            let mut at = self.lists[place.first_list as usize + rank].head;
            while at != NONE {
                if self.limits.missing(at, station) == 0 {
                    self.take_from_queue(at, station);
                    self.start(at, station);
                    return true;
                }
                at = self.fleet.vehicles[at as usize].next;
            }
        }
        false
    }

    /// The one of those that wait to be let in that may come now: the first, if it may begin or wait inside; else one that needs
    /// no room, for which a lane is idle because all others wait for room, or one of a class that a link is open to.
    pub(super) fn admitted_within_limits(&self, station: u32) -> u32 {
        let place = &self.places[station as usize];
        let first = place.waiters.head;
        let first_may_begin = self.may_begin(first, station);
        if place.reserved < place.waiting_places() || (first_may_begin && place.has_place()) {
            return first;
        }
        let passes = place.sorts || self.limits.are_revisited_at(station);
        if passes && place.occupied() < place.lanes {
            let mut at = first;
            while at != NONE && !(self.limits.missing(at, station) == 0 && self.may_begin(at, station)) {
                at = Waiters::behind(&self.fleet.vehicles[at as usize]);
            }
            if at != NONE {
                return at;
            }
        }
        if first_may_begin { self.admitted_beside_kept(station) } else { NONE }
    }
}
