//! Pending events: a winner tree over slots whose nodes are the 8-byte keys themselves.
//!
//! A key is tick (40 bits), rank of the kind of event (4), slot (20), so the smallest key is the next event, the tree has no
//! data-dependent branch, and an event is cancelled or moved by one walk from its leaf to the root. Slots are handed out
//! last in, first out, so the tree stays as small as the largest number of events that were ever pending at once.
//!
//! Equal ticks: events go by rank, then by slot. Both are functions of the run alone, so a run repeats exactly. First
//! come, first served does not rest on this order: waiting lists keep it.

use super::event::Event;

const SLOT_BITS: u32 = 20;
const RANK_BITS: u32 = 4;
const SLOT_MASK: u64 = (1 << SLOT_BITS) - 1;
const RANK_MASK: u64 = (1 << RANK_BITS) - 1;
/// Last tick that a key can hold, 34.8 years after the start of the run.
pub(crate) const MAX_TICK: i64 = (1 << 40) - 2;
/// Slots of an empty agenda; a small network never has more events pending.
const LEAVES_FIRST: usize = 8;
const EMPTY: u64 = u64::MAX;
const NO_SLOT: u32 = u32::MAX;

/// The events to come.
pub(super) struct Agenda {
    /// Node 1 is the root, leaves fill the second half.
    nodes: Vec<u64>,
    /// Steps from a leaf to the root.
    levels: u32,
    /// What the event of each slot is about; its kind is the rank in the key. Of a free slot, the next free one.
    about: Vec<u32>,
    /// First of the free slots.
    free: u32,
    /// Slot of the event in hand. Its leaf is rewritten once, by the first event that is scheduled in its course.
    hole: u32,
    now: i64,
}

impl Agenda {
    /// An empty agenda at tick 0.
    pub(super) fn new() -> Self {
        let mut agenda = Self { nodes: Vec::new(), levels: 0, about: Vec::new(), free: NO_SLOT, hole: NO_SLOT, now: 0 };
        agenda.grow(LEAVES_FIRST);
        agenda
    }

    fn grow(&mut self, leaves: usize) {
        let before = self.about.len();
        assert!(leaves <= 1 << SLOT_BITS, "every live vehicle and element holds at most one slot");
        let mut nodes = vec![EMPTY; 2 * leaves];
        nodes[leaves..leaves + before].copy_from_slice(&self.nodes[before..]);
        for node in (1..leaves).rev() {
            nodes[node] = nodes[2 * node].min(nodes[2 * node + 1]);
        }
        self.nodes = nodes;
        self.levels = leaves.ilog2();
        // Growing comes when no slot is free, so the new ones are all there are.
        self.about.extend(before as u32 + 1..=leaves as u32);
        self.about[leaves - 1] = NO_SLOT;
        self.free = before as u32;
    }

    #[cold]
    fn grown(&mut self) -> u32 {
        self.grow(2 * self.about.len());
        self.free
    }

    /// Writes a leaf and finds the winners above it again. A walk whose length is known to the compiler has neither a loop
    /// nor a check of bounds, which halves it, so the usual sizes have a walk each.
    #[inline(never)]
    fn set(&mut self, slot: u32, key: u64) {
        match self.levels {
            3 => self.climb::<3>(slot, key),
            4 => self.climb::<4>(slot, key),
            5 => self.climb::<5>(slot, key),
            6 => self.climb::<6>(slot, key),
            7 => self.climb::<7>(slot, key),
            8 => self.climb::<8>(slot, key),
            9 => self.climb::<9>(slot, key),
            10 => self.climb::<10>(slot, key),
            11 => self.climb::<11>(slot, key),
            12 => self.climb::<12>(slot, key),
            13 => self.climb::<13>(slot, key),
            _ => self.climb_any(slot, key),
        }
    }

    #[inline(always)]
    fn climb<const LEVELS: u32>(&mut self, slot: u32, key: u64) {
        let nodes = &mut self.nodes[..2 << LEVELS];
        let mut node = 1 << LEVELS | slot as usize & ((1 << LEVELS) - 1);
        let mut winner = key;
        for _ in 0..LEVELS {
            nodes[node] = winner;
            winner = winner.min(nodes[node ^ 1]);
            node >>= 1;
        }
        nodes[1] = winner;
    }

    fn climb_any(&mut self, slot: u32, key: u64) {
        let nodes = &mut self.nodes[..];
        let mut node = (nodes.len() >> 1) + slot as usize;
        let mut winner = key;
        while node > 1 {
            nodes[node] = winner;
            winner = winner.min(nodes[node ^ 1]);
            node >>= 1;
        }
        nodes[1] = winner;
    }

    /// Schedules an event and returns its slot.
    #[inline(always)]
    pub(super) fn schedule(&mut self, tick: i64, event: Event) -> u32 {
        assert!(tick >= self.now, "an event was scheduled in the past");
        let slot = if self.hole != NO_SLOT {
            std::mem::replace(&mut self.hole, NO_SLOT)
        } else {
            let slot = if self.free == NO_SLOT { self.grown() } else { self.free };
            self.free = self.about[slot as usize];
            slot
        };
        self.about[slot as usize] = event.about();
        let tick = tick.min(MAX_TICK) as u64;
        self.set(slot, (tick << (SLOT_BITS + RANK_BITS)) | (event.rank() << SLOT_BITS) | u64::from(slot));
        slot
    }

    /// Takes back a pending event.
    pub(super) fn cancel(&mut self, slot: u32) {
        debug_assert!(slot != self.hole, "the event in hand is no longer pending");
        self.set(slot, EMPTY);
        self.about[slot as usize] = std::mem::replace(&mut self.free, slot);
    }

    /// The next event before `end` with its tick.
    #[inline]
    pub(super) fn next(&mut self, end: i64) -> Option<(i64, Event)> {
        if self.hole != NO_SLOT {
            let hole = std::mem::replace(&mut self.hole, NO_SLOT);
            self.cancel(hole);
        }
        let key = self.nodes[1];
        let tick = (key >> (SLOT_BITS + RANK_BITS)) as i64;
        if tick >= end {
            return None;
        }
        let slot = (key & SLOT_MASK) as u32;
        self.hole = slot;
        self.now = tick;
        Some((tick, Event::of((key >> SLOT_BITS) & RANK_MASK, self.about[slot as usize])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drain(agenda: &mut Agenda) -> Vec<(i64, u32)> {
        std::iter::from_fn(|| agenda.next(i64::MAX >> 24))
            .map(|(tick, event)| match event {
                Event::ServiceEnd(vehicle) => (tick, vehicle),
                _ => unreachable!("only ends of service are scheduled here"),
            })
            .collect()
    }

    #[test]
    fn events_come_in_the_order_of_time() {
        let mut agenda = Agenda::new();
        for (vehicle, tick) in [50, 7, 900, 7, 0].into_iter().enumerate() {
            agenda.schedule(tick, Event::ServiceEnd(vehicle as u32));
        }
        assert_eq!(drain(&mut agenda), [(0, 4), (7, 1), (7, 3), (50, 0), (900, 2)]);
    }

    #[test]
    fn agendas_of_every_size_tell_the_same_order() {
        for events in (2..=15).map(|levels| 1_u32 << levels) {
            let mut agenda = Agenda::new();
            // An odd factor visits every tick once, in no order.
            let tick = |event: u32| i64::from(event.wrapping_mul(0x9E37_79B1) % events);
            (0..events).for_each(|event| {
                agenda.schedule(tick(event), Event::ServiceEnd(event));
            });
            let seen: Vec<i64> = drain(&mut agenda).iter().map(|(tick, _)| *tick).collect();
            assert_eq!(seen, (0..i64::from(events)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_cancelled_event_never_comes_and_its_slot_is_used_again() {
        let mut agenda = Agenda::new();
        let slots: Vec<u32> = (0..200).map(|i| agenda.schedule(1000 - i64::from(i), Event::ServiceEnd(i))).collect();
        for slot in &slots[..199] {
            agenda.cancel(*slot);
        }
        assert_eq!(drain(&mut agenda), [(801, 199)]);
        assert_eq!(agenda.about.len(), 256);
        for i in 0..250 {
            agenda.schedule(2000, Event::ServiceEnd(i));
        }
        assert_eq!(agenda.about.len(), 256);
    }

    #[test]
    #[should_panic(expected = "in the past")]
    fn the_past_cannot_be_scheduled() {
        let mut agenda = Agenda::new();
        agenda.schedule(10, Event::ServiceEnd(0));
        agenda.next(100);
        agenda.schedule(9, Event::ServiceEnd(1));
    }
}
