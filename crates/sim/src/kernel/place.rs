//! The state of one station: who waits, who is served, who is held, and the areas under those counts.

use super::vehicle::{List, Waiters};
use crate::program::{Rules, UNLIMITED};

/// One station in a run.
#[derive(Debug)]
pub(super) struct Place {
    /// Lanes open now; fewer than `occupied` while a closing lane finishes its vehicle.
    pub(super) lanes: u32,
    /// Lanes that hold a vehicle, served or done.
    pub(super) occupied: u32,
    /// Lanes that serve.
    pub(super) serving: u32,
    /// Vehicles in the room.
    pub(super) queue: u32,
    /// Places kept for vehicles that are on a link that must be kept clear.
    pub(super) reserved: u32,
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
    /// Bit per waiting list that is not empty.
    pub(super) mask: u64,
    /// First of its waiting lists.
    pub(super) first_list: u32,
    /// List whose turn it is in a weighted cycle, and the vehicles it may still send.
    pub(super) turn: u32,
    pub(super) credit: u32,
    /// Those that wait to be let in.
    pub(super) waiters: Waiters,
    /// Of them, those that occupy no other place.
    pub(super) outside: u32,
    /// Vehicles at home waiting for a slot.
    pub(super) away: u32,
    pub(super) exits: List,
    pub(super) next_exit: i64,
    pub(super) exit_pending: bool,
    /// What `lanes` is made of.
    pub(super) supply: Supply,
    pub(super) areas: Areas,
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

/// Areas under the counts since the last full hour, vehicles (or lanes) × milliseconds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Areas {
    /// Tick up to which they are added up.
    pub(super) until: i64,
    /// The same for open lanes.
    pub(super) open_until: i64,
    pub(super) queue: u64,
    pub(super) busy: u64,
    pub(super) occupied: u64,
    pub(super) open: u64,
    pub(super) queue_max: u32,
    /// The number of lanes has never changed.
    pub(super) steady: bool,
}

impl Place {
    /// Adds up the areas until now. Must come before any change of a count. Several calls at one instant are usual, and
    /// all but the first have nothing to do.
    #[inline]
    pub(super) fn touch(&mut self, now: i64) {
        let span = (now - self.areas.until) as u64;
        if span == 0 {
            return;
        }
        self.areas.until = now;
        self.areas.queue += span * u64::from(self.waiting());
        self.areas.busy += span * u64::from(self.serving);
        self.areas.occupied += span * u64::from(self.occupied);
    }

    /// Adds up the open lanes until now. Must come before `lanes` changes, which is rare, so it stands apart.
    pub(super) fn touch_lanes(&mut self, now: i64) {
        let span = (now - self.areas.open_until) as u64;
        self.areas.open_until = now;
        self.areas.open += span * if self.lanes == UNLIMITED { 0 } else { u64::from(self.lanes) };
    }

    /// Vehicles that wait here and nowhere else.
    #[inline]
    pub(super) fn waiting(&self) -> u32 {
        self.queue + self.outside + self.away
    }

    /// Notes the longest queue. Must come after every growth of a waiting count.
    #[inline]
    pub(super) fn note_queue(&mut self) {
        self.areas.queue_max = self.areas.queue_max.max(self.waiting());
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

    #[inline]
    fn free(&self) -> u32 {
        let lanes = if self.queue == 0 { self.lanes.saturating_sub(self.occupied) } else { 0 };
        lanes.saturating_add(self.room.saturating_sub(self.queue))
    }

    /// True when somebody waits for a lane that those who hold it cannot give up by themselves.
    pub(super) fn may_hold_a_circle(&self) -> bool {
        self.cyclic && self.waiters.head != super::vehicle::NONE && self.is_stuck()
    }

    /// True when no lane will come free by itself, and one that is given up can be used again.
    pub(super) fn is_stuck(&self) -> bool {
        self.serving == 0 && self.occupied <= self.lanes
    }

    /// The waiting list that is served next; at least one is not empty.
    #[inline]
    pub(super) fn pick(&mut self, rules: &Rules) -> u32 {
        if rules.weights.is_empty() {
            return self.mask.trailing_zeros();
        }
        if self.mask >> self.turn & 1 == 0 || self.credit == 0 {
            let later = self.mask & (u64::MAX.checked_shl(self.turn + 1).unwrap_or(0));
            self.turn = if later == 0 { self.mask.trailing_zeros() } else { later.trailing_zeros() };
            self.credit = rules.weights.get(self.turn as usize).copied().unwrap_or(1);
        }
        self.credit -= 1;
        self.turn
    }
}
