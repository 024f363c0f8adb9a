//! The state of one station: who waits, who is served, who is held, and the areas under those counts.

use super::vehicle::{Exits, Waiters};
use crate::program::{Rules, UNLIMITED};

/// One station in a run.
#[derive(Debug)]
#[repr(align(64))]
pub(super) struct Place {
    /// Lanes open now; fewer than are occupied while a closing lane finishes its vehicle.
    pub(super) lanes: u32,
    /// Lanes that serve.
    pub(super) serving: Level,
    /// Lanes that are done with their vehicle and still held by it.
    pub(super) held: Level,
    /// Vehicles in the room.
    pub(super) queue: Level,
    /// Places kept for vehicles that are on a link that must be kept clear.
    pub(super) reserved: u32,
    /// Nobody is turned away, books or has a place kept elsewhere before coming in.
    pub(super) asks_nothing: bool,
    /// No link, no lot, no border, no booking, no record of visits or holds: nothing happens here but waiting and service.
    pub(super) plain: bool,
    /// Passengers wait here until a carrier takes them.
    pub(super) platform: bool,
    /// Carriers stand here until they leave.
    pub(super) berth: bool,
    /// A link without headway, turns, places kept behind it or a record of visits or holds.
    pub(super) simple_link: bool,
    /// A link that a vehicle enters only with a place kept for it behind.
    pub(super) keep_clear: bool,
    /// A link on which vehicles travel with a place kept for them.
    pub(super) on_kept_way: bool,
    /// Waiting places.
    pub(super) room: u32,
    pub(super) balk_at: u32,
    pub(super) turn_away: bool,
    /// Vehicles leave in the order of entry: `exits` holds all that are on the link.
    pub(super) in_order: bool,
    /// Leaving is limited by a headway: `exits` holds those that wait for it.
    pub(super) metered: bool,
    pub(super) impatient: bool,
    pub(super) has_extra: bool,
    pub(super) holding: bool,
    pub(super) border: bool,
    pub(super) books: bool,
    /// A vehicle kept in this place may be part of a circle.
    pub(super) cyclic: bool,
    /// Service may have to wait until a limit has room, or the water is deep enough for the vehicle.
    pub(super) limited: bool,
    /// Some classes may be kept out while others are let in.
    pub(super) sorts: bool,
    /// Something of a limit is taken or given back here.
    pub(super) counts: bool,
    /// Bit per waiting list that is not empty.
    pub(super) mask: u64,
    /// First of its waiting lists.
    pub(super) first_list: u32,
    /// Lists take turns by weights; without, the first that is not empty is served.
    pub(super) weighted: bool,
    /// List whose turn it is in a weighted cycle, and the vehicles it may still send.
    pub(super) turn: u32,
    pub(super) credit: u32,
    /// Those that wait to be let in.
    pub(super) waiters: Waiters,
    /// Of them, those that occupy no other place.
    pub(super) outside: Level,
    /// Vehicles at home waiting for a slot.
    pub(super) away: Level,
    pub(super) exits: Exits,
    pub(super) next_exit: i64,
    pub(super) exit_pending: bool,
    /// What `lanes` is made of.
    pub(super) supply: Supply,
    /// Longest queue.
    pub(super) queue_max: u32,
    /// The number of lanes has never changed.
    pub(super) steady: bool,
    /// Open lanes × milliseconds since the last full hour, up to `open_until`.
    pub(super) open_ms: u64,
    pub(super) open_until: i64,
}

/// A count that goes up and down, and the area under it: count × milliseconds.
///
/// The area from a start to now is the count now times now, less the instants at which it rose, plus those at which it
/// fell. So a change costs one addition and no multiplication, and nothing has to be known about the change before.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Level {
    pub(super) count: u32,
    /// Instants of rising less instants of falling. It wraps, and so does what is computed from it; the area itself fits.
    instants: u64,
}

impl Level {
    #[inline]
    pub(super) fn rise(&mut self, now: i64) {
        self.count += 1;
        self.instants = self.instants.wrapping_add(now as u64);
    }

    #[inline]
    pub(super) fn fall(&mut self, now: i64) {
        self.count -= 1;
        self.instants = self.instants.wrapping_sub(now as u64);
    }

    /// The area since it was last taken.
    pub(super) fn take_area(&mut self, now: i64) -> u64 {
        let area = (u64::from(self.count).wrapping_mul(now as u64)).wrapping_sub(self.instants);
        self.instants = self.instants.wrapping_add(area);
        area
    }
}

/// Everything that decides how many lanes are open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Supply {
    /// By calendar and shift.
    pub(super) base: u32,
    /// Position in the table of lane steps.
    pub(super) step: usize,
    /// Incidents that close it.
    pub(super) closures: u32,
    /// Lanes that incidents take.
    pub(super) lost: u32,
    /// Lanes opened by queue length.
    pub(super) extra: u32,
    /// The deck is worked in this direction now.
    pub(super) green: bool,
    /// Deck that this way shares, and which way it is.
    pub(super) deck: Option<(u32, u8)>,
}

impl Supply {
    /// Lanes open, the deck's other way apart.
    pub(super) fn lanes(&self) -> u32 {
        if self.closures > 0 || !self.green || self.base == 0 {
            0
        } else if self.base == UNLIMITED {
            UNLIMITED
        } else {
            self.base.saturating_add(self.extra).saturating_sub(self.lost)
        }
    }
}

impl Place {
    /// Adds up the open lanes until now. Must come before `lanes` changes.
    pub(super) fn touch_lanes(&mut self, now: i64) {
        let span = (now - self.open_until) as u64;
        self.open_until = now;
        self.open_ms += span * if self.lanes == UNLIMITED { 0 } else { u64::from(self.lanes) };
    }

    /// Open lanes × milliseconds since this was last taken.
    pub(super) fn take_open_ms(&mut self, now: i64) -> u64 {
        self.touch_lanes(now);
        std::mem::take(&mut self.open_ms)
    }

    /// Vehicles waiting × milliseconds since this was last taken.
    pub(super) fn take_waiting_ms(&mut self, now: i64) -> u64 {
        self.queue.take_area(now) + self.outside.take_area(now) + self.away.take_area(now)
    }

    /// Vehicles that wait here and nowhere else.
    #[inline]
    pub(super) fn waiting(&self) -> u32 {
        self.queue.count + self.outside.count + self.away.count
    }

    /// Notes the longest queue. Must come after every growth of a waiting count.
    #[inline]
    pub(super) fn note_queue(&mut self) {
        self.queue_max = self.queue_max.max(self.waiting());
    }

    /// Lanes that hold a vehicle, served or done.
    #[inline]
    pub(super) fn occupied(&self) -> u32 {
        self.serving.count + self.held.count
    }

    /// True when a vehicle that asks now is served at once.
    #[inline]
    pub(super) fn has_idle_lane(&self) -> bool {
        // One test for all three: the branches would cost more than the loads.
        let somebody_first = self.queue.count | self.reserved | !self.waiters.head;
        somebody_first == 0 && self.occupied() < self.lanes
    }

    /// True when a vehicle that asks now is let in at once.
    #[inline]
    pub(super) fn accepts(&self) -> bool {
        self.waiters.head == super::vehicle::NONE && self.has_place()
    }

    /// True when there is a waiting place, or a lane that nobody in the room wants, beside those that are kept for vehicles
    /// on their way.
    #[inline]
    pub(super) fn has_place(&self) -> bool {
        self.reserved < self.free()
    }

    /// As [`Self::has_place`], whoever places are kept for.
    #[inline]
    pub(super) fn has_room(&self) -> bool {
        self.free() > 0
    }

    /// Waiting places that are free, whoever they are kept for.
    pub(super) fn waiting_places(&self) -> u32 {
        self.room.saturating_sub(self.queue.count)
    }

    #[inline]
    fn free(&self) -> u32 {
        let lanes = if self.queue.count == 0 { self.lanes.saturating_sub(self.occupied()) } else { 0 };
        lanes.saturating_add(self.room.saturating_sub(self.queue.count))
    }

    /// True when somebody waits for a lane that those who hold it cannot give up by themselves.
    pub(super) fn may_hold_a_circle(&self) -> bool {
        self.cyclic && self.waiters.head != super::vehicle::NONE && self.is_stuck()
    }

    /// True when no lane will come free by itself, and one that is given up can be used again.
    pub(super) fn is_stuck(&self) -> bool {
        self.serving.count == 0 && self.occupied() <= self.lanes
    }

    /// The waiting list that is served next; at least one is not empty.
    #[inline]
    pub(super) fn pick(&mut self, rules: &[Rules], station: u32) -> u32 {
        if !self.weighted {
            return self.mask.trailing_zeros();
        }
        let rules = &rules[station as usize];
        if self.mask >> self.turn & 1 == 0 || self.credit == 0 {
            let later = self.mask & (u64::MAX.checked_shl(self.turn + 1).unwrap_or(0));
            self.turn = if later == 0 { self.mask.trailing_zeros() } else { later.trailing_zeros() };
            self.credit = rules.weights.get(self.turn as usize).copied().unwrap_or(1);
        }
        self.credit -= 1;
        self.turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_knows_the_area_under_it() {
        let mut level = Level::default();
        level.rise(10);
        level.rise(25);
        level.fall(40);
        assert_eq!(level.take_area(60), 15 + 2 * 15 + 20);
        assert_eq!(level.take_area(60), 0);
        level.fall(100);
        assert_eq!(level.take_area(1_000), 40);
    }
}
