//! Links that must be kept clear: a vehicle enters only with a place kept for it at the next stage.
//!
//! Blocking after service alone would let a full checkpoint turn the bridge before it into a car park. Where nobody may
//! stop, a vehicle asks twice before it enters: first the next stage on its route keeps a waiting place for it, then the link
//! itself lets it in. Places are always asked for in the order of travel from the far end, so two vehicles never hold what
//! the other wants. A stage behind a coin is not known yet and keeps nothing.
//!
//! Places can be lost while a vehicle is on its way, because lanes close or rooms shrink, and then it stops where nobody
//! should. So that nothing locks, what is kept never holds up those in front, and yields when nobody comes for it.

use super::Run;
use super::vehicle::{NONE, OUTSIDE, Waiters};
use crate::program::{Op, StationKind};

impl Run<'_> {
    /// Before a link that must be kept clear: has a place kept at the next stage. False when the vehicle now waits for that.
    pub(super) fn reserve_ahead(&mut self, index: u32) -> bool {
        let vehicle = &self.fleet.vehicles[index as usize];
        let ahead = self.program.ahead[vehicle.op as usize];
        if vehicle.reserved() || ahead == NONE {
            return true;
        }
        if self.accepts(index, ahead) {
            self.reserve(index, ahead);
            return true;
        }
        self.wait_to_be_let_in(index, ahead);
        false
    }

    /// Keeps a place for a vehicle that waited for it.
    pub(super) fn reserve(&mut self, index: u32, station: u32) {
        self.fleet.vehicles[index as usize].set_reserved(true);
        self.places[station as usize].reserved += 1;
    }

    /// Arrives at the stage that kept a place for the vehicle and takes it. False at a link, and when there is no place after
    /// all because room or lanes became fewer meanwhile.
    pub(super) fn take_reserved(&mut self, index: u32, station: u32) -> bool {
        if self.program.stations[station as usize].kind == StationKind::Link {
            return false;
        }
        self.fleet.vehicles[index as usize].set_reserved(false);
        let place = &mut self.places[station as usize];
        place.reserved -= 1;
        // Not `has_place`: those that come behind cannot pass, so what is kept for them must not hold this one up.
        if !self.has_room(index, station) {
            return false;
        }
        // Having taken a lane instead of the waiting place, it may have made room for the next. What is pushed first settles
        // last, when the link that it leaves has let in the next.
        self.unsettled.push(station);
        self.leave_place(index);
        self.join(index, station);
        true
    }

    /// True when a vehicle stands where others come with a place kept for them, and wants a place at a stage itself. It goes
    /// before all that wait elsewhere, and what is kept does not hold it up: it is kept for those behind it, who may not be
    /// able to pass it.
    pub(super) fn goes_first(&self, index: u32, station: u32) -> bool {
        let from = self.fleet.vehicles[index as usize].place;
        from != OUTSIDE
            && self.places[from as usize].on_kept_way
            && self.program.stations[station as usize].kind != StationKind::Link
            && !self.asks_ahead(index, station)
    }

    /// The one of those that wait for a station that may come in now.
    #[inline]
    pub(super) fn admitted(&self, station: u32) -> u32 {
        let place = &self.places[station as usize];
        if place.waiters.head == NONE {
            return NONE;
        }
        if place.limited {
            return self.admitted_within_limits(station);
        }
        if place.has_place() { place.waiters.head } else { self.admitted_beside_kept(station) }
    }

    /// The one that may come in when there is no place but those that are kept, if there are any.
    #[inline]
    pub(super) fn admitted_beside_kept(&self, station: u32) -> u32 {
        let place = &self.places[station as usize];
        if place.reserved == 0 || !place.has_room() { NONE } else { self.admitted_nevertheless(station) }
    }

    /// The one that may come in though all places are kept. When nothing moves on the links on which those come that they are
    /// kept for, these may be held up by the very vehicles that wait here, so the first that holds a place itself takes one.
    #[cold]
    fn admitted_nevertheless(&self, station: u32) -> u32 {
        let waiters = &self.places[station as usize].waiters;
        if self.goes_first(waiters.head, station) {
            return waiters.head;
        }
        let moves =
            |link: &u32| self.places[*link as usize].serving.count > 0 || self.places[*link as usize].exit_pending;
        if self.program.kept[station as usize].iter().any(moves) {
            return NONE;
        }
        // Rather one that wants the place now than one that sets out for it, which helps only on a circle.
        let mut sets_out = NONE;
        let mut at = waiters.head;
        while at != NONE {
            let vehicle = &self.fleet.vehicles[at as usize];
            if vehicle.place != OUTSIDE {
                if !self.asks_ahead(at, station) {
                    return at;
                }
                let on_circle = self.places[vehicle.place as usize].cyclic;
                if sets_out == NONE && on_circle && self.may_enter_link(at) {
                    sets_out = at;
                }
            }
            at = Waiters::behind(vehicle);
        }
        sets_out
    }

    /// True when the link that a vehicle stands before would take it now.
    fn may_enter_link(&self, index: u32) -> bool {
        let op = self.program.ops[self.fleet.vehicles[index as usize].op as usize];
        matches!(op, Op::Visit { station, .. } if self.places[station as usize].accepts())
    }

    /// Nothing moves on a link any more, which may be what the stages wait for that it leads to.
    pub(super) fn link_rests(&mut self, link: u32) {
        self.unsettled.extend(&self.program.kept[link as usize]);
    }

    /// The last of the waiters that a vehicle which goes first stays behind: the others that go first too.
    pub(super) fn last_to_go_first(&self, station: u32) -> u32 {
        let (mut last, mut at) = (NONE, self.places[station as usize].waiters.head);
        while at != NONE && self.goes_first(at, station) {
            last = at;
            at = Waiters::behind(&self.fleet.vehicles[at as usize]);
        }
        last
    }

    /// True when a vehicle asks a station only to keep a place for it.
    pub(super) fn asks_ahead(&self, index: u32, station: u32) -> bool {
        let op = self.program.ops[self.fleet.vehicles[index as usize].op as usize];
        !matches!(op, Op::Visit { station: next, .. } if next == station)
    }
}
