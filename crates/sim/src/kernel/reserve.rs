//! Links that must be kept clear: a vehicle enters only with a place kept for it at the next stage.
//!
//! Blocking after service alone would let a full checkpoint turn the bridge before it into a car park. Where nobody may
//! stop, a vehicle asks twice before it enters: first the next stage on its route keeps a waiting place for it, then the link
//! itself lets it in. Places are always asked for in the order of travel from the far end, so two vehicles never hold what
//! the other wants. A stage behind a coin is not known yet and keeps nothing.

use super::Run;
use super::vehicle::NONE;
use crate::program::{Op, StationKind};

impl Run<'_> {
    /// Before a link that must be kept clear: has a place kept at the next stage. False when the vehicle now waits for that.
    pub(super) fn reserve_ahead(&mut self, index: u32) -> bool {
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let ahead = self.program.ahead[vehicle.op as usize];
        if vehicle.reserved() || ahead == NONE {
            return true;
        }
        let place = &mut self.places[ahead as usize];
        if place.accepts() {
            place.reserved += 1;
            vehicle.set_reserved(true);
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
        if !place.has_place() {
            return false;
        }
        self.leave_place(index);
        self.join(index, station);
        // Having taken a lane instead of the waiting place, it may have made room for the next.
        self.unsettled.push(station);
        true
    }

    /// True when a vehicle asks a station only to keep a place for it.
    pub(super) fn asks_ahead(&self, index: u32, station: u32) -> bool {
        let op = self.program.ops[self.fleet.vehicles[index as usize].op as usize];
        !matches!(op, Op::Visit { station: next, .. } if next == station)
    }
}
