//! Live vehicles in a slab, and the lists that run through them.

/// No vehicle, no station, no slot.
pub(super) const NONE: u32 = u32::MAX;

/// The place of a vehicle that occupies no station.
pub(super) const OUTSIDE: u16 = u16::MAX;

/// A vehicle on its way: 64 bytes. Not aligned to a line of the cache, because a table with an alignment of its own is copied
/// when it grows, and the run then takes half as much memory again.
#[derive(Clone, Debug)]
pub(super) struct Vehicle {
    /// Tick of its arrival; negative when it came before the run.
    pub(super) born: i64,
    /// Tick at which its present state began.
    pub(super) since: i64,
    /// Waited in front of lanes so far, milliseconds.
    pub(super) physical_ms: i64,
    /// Held after service because the next place was full so far, milliseconds.
    pub(super) blocked_ms: i64,
    /// Number in its flow.
    pub(super) number: u32,
    /// Operation at which it stands.
    pub(super) op: u32,
    /// Operation planned next, until service there has begun; [`NONE`] when nothing is planned.
    pub(super) planned_op: u32,
    /// Time on the lane there.
    pub(super) planned_ms: u32,
    /// Next in a waiting list or in the order of a link; of a place in the slab that is free, the next free one.
    pub(super) next: u32,
    /// The one before it in a waiting list. A vehicle that waits to be let in stands in no waiting list; of it, the next that
    /// waits to be let into the same station.
    pub(super) prev: u32,
    /// Station that it occupies; [`OUTSIDE`] when none.
    pub(super) place: u16,
    /// Repetitions in the present facility, and when it gets to the planned operation.
    pub(super) lap: u16,
    pub(super) planned_lap: u16,
    pub(super) state: State,
    /// Waiting list of its station that it stands in, kept because the discipline may change while it waits; or
    /// [`RESERVED`] while it stands in none.
    pub(super) rank: u8,
}

/// In place of a rank: the next stage keeps a place for the vehicle. Ranks end at [`super::RANKS_MAX`].
const RESERVED: u8 = u8::MAX;

impl Vehicle {
    /// One that comes at a tick and asks for the station of an operation.
    #[inline(always)]
    pub(super) fn new(number: u32, op: u32, born: i64) -> Self {
        Self {
            born,
            since: born,
            physical_ms: 0,
            blocked_ms: 0,
            number,
            op,
            planned_op: NONE,
            planned_ms: 0,
            next: NONE,
            prev: NONE,
            place: OUTSIDE,
            lap: 0,
            planned_lap: 0,
            state: State::Ready,
            rank: 0,
        }
    }

    /// All its waiting so far.
    #[inline(always)]
    pub(super) fn waited_ms(&self, parked: Parked) -> i64 {
        self.physical_ms + self.blocked_ms + parked.virtual_ms + parked.yard_ms
    }

    /// The next stage keeps a place for it.
    #[inline]
    pub(super) fn reserved(&self) -> bool {
        self.rank == RESERVED
    }

    pub(super) fn set_reserved(&mut self, reserved: bool) {
        self.rank = if reserved { RESERVED } else { 0 };
    }
}

/// What a vehicle is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum State {
    /// Waits in the room of the station it stands at.
    Queued,
    /// Is served, or travels.
    Serving,
    /// Done, waits for its turn to leave the link.
    Ready,
    /// Done, and offered to the next station before; waits for its turn to leave the link.
    Retry,
    /// Waits to be let into the station of its operation.
    Waiter,
    /// A carrier at its berth, or with open doors.
    Doors,
    /// At home until its slot.
    Away,
    /// No longer a vehicle.
    Gone,
}

/// What few corridors ask of a vehicle, kept apart from the hot state.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parked {
    pub(super) virtual_ms: i64,
    pub(super) yard_ms: i64,
    /// Tick of the last booking.
    pub(super) booked: i64,
    /// Slot of the pending end of patience.
    pub(super) slot: u32,
}

impl Parked {
    pub(super) const NOTHING: Self = Self { virtual_ms: 0, yard_ms: 0, booked: 0, slot: NONE };
}

/// All live vehicles. A freed place is the first to be used again, so the live ones stay in cache.
pub(super) struct Fleet {
    pub(super) vehicles: Vec<Vehicle>,
    /// First of the free places, which are chained.
    free: u32,
    alive: usize,
}

impl Fleet {
    pub(super) const EMPTY: Self = Self { vehicles: Vec::new(), free: NONE, alive: 0 };

    /// Adds a vehicle.
    #[inline]
    pub(super) fn add(&mut self, vehicle: Vehicle) -> u32 {
        self.alive += 1;
        let index = self.free;
        match self.vehicles.get_mut(index as usize) {
            Some(place) => {
                self.free = place.next;
                *place = vehicle;
                index
            }
            None => {
                self.vehicles.push(vehicle);
                (self.vehicles.len() - 1) as u32
            }
        }
    }

    /// Removes a vehicle that stands in no list.
    #[inline]
    pub(super) fn remove(&mut self, index: u32) {
        let vehicle = &mut self.vehicles[index as usize];
        vehicle.state = State::Gone;
        vehicle.next = std::mem::replace(&mut self.free, index);
        self.alive -= 1;
    }

    /// Number of live vehicles.
    #[inline]
    pub(super) fn alive(&self) -> usize {
        self.alive
    }
}

/// A doubly linked list through `next` and `prev`.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    pub(super) head: u32,
    pub(super) tail: u32,
}

impl List {
    pub(super) const EMPTY: Self = Self { head: NONE, tail: NONE };

    #[inline]
    pub(super) fn push_back(&mut self, vehicles: &mut [Vehicle], index: u32) {
        vehicles[index as usize].next = NONE;
        vehicles[index as usize].prev = self.tail;
        if self.tail == NONE {
            self.head = index;
        } else {
            vehicles[self.tail as usize].next = index;
        }
        self.tail = index;
    }

    #[inline]
    pub(super) fn pop_front(&mut self, vehicles: &mut [Vehicle]) -> u32 {
        let index = self.head;
        self.head = vehicles[index as usize].next;
        if self.head == NONE {
            self.tail = NONE;
        } else {
            vehicles[self.head as usize].prev = NONE;
        }
        index
    }

    pub(super) fn remove(&mut self, vehicles: &mut [Vehicle], index: u32) {
        let (prev, next) = (vehicles[index as usize].prev, vehicles[index as usize].next);
        if prev == NONE {
            self.head = next;
        } else {
            vehicles[prev as usize].next = next;
        }
        if next == NONE {
            self.tail = prev;
        } else {
            vehicles[next as usize].prev = prev;
        }
    }
}

/// A singly linked list. A vehicle may stand in one of each kind at once: on a link, and before the stage behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chain<const LINK: u8> {
    pub(super) head: u32,
    tail: u32,
}

/// Vehicles on a link, in the order in which they may leave it; through `next`.
pub(super) type Exits = Chain<0>;
/// Vehicles that wait to be let in, in the order of becoming blocked; through `prev`.
pub(super) type Waiters = Chain<1>;

impl<const LINK: u8> Chain<LINK> {
    pub(super) const EMPTY: Self = Self { head: NONE, tail: NONE };

    /// The one behind a vehicle.
    #[inline]
    pub(super) fn behind(vehicle: &Vehicle) -> u32 {
        if LINK == 0 { vehicle.next } else { vehicle.prev }
    }

    #[inline]
    fn set_behind(vehicle: &mut Vehicle, index: u32) {
        *(if LINK == 0 { &mut vehicle.next } else { &mut vehicle.prev }) = index;
    }

    #[inline]
    pub(super) fn push_back(&mut self, vehicles: &mut [Vehicle], index: u32) {
        Self::set_behind(&mut vehicles[index as usize], NONE);
        if self.tail == NONE {
            self.head = index;
        } else {
            Self::set_behind(&mut vehicles[self.tail as usize], index);
        }
        self.tail = index;
    }

    /// Puts one behind another, or in front of all.
    pub(super) fn insert_after(&mut self, vehicles: &mut [Vehicle], before: u32, index: u32) {
        let behind = if before == NONE { self.head } else { Self::behind(&vehicles[before as usize]) };
        Self::set_behind(&mut vehicles[index as usize], behind);
        if before == NONE {
            self.head = index;
        } else {
            Self::set_behind(&mut vehicles[before as usize], index);
        }
        if behind == NONE {
            self.tail = index;
        }
    }

    #[inline]
    pub(super) fn pop_front(&mut self, vehicles: &[Vehicle]) -> u32 {
        let index = self.head;
        self.head = Self::behind(&vehicles[index as usize]);
        if self.head == NONE {
            self.tail = NONE;
        }
        index
    }

    /// Takes one out of the middle; walks the list, because this is needed only to undo a circle or when patience ends outside.
    pub(super) fn remove(&mut self, vehicles: &mut [Vehicle], index: u32) {
        if self.head == index {
            self.pop_front(vehicles);
            return;
        }
        let mut before = self.head;
        while Self::behind(&vehicles[before as usize]) != index {
            before = Self::behind(&vehicles[before as usize]);
        }
        let behind = Self::behind(&vehicles[index as usize]);
        Self::set_behind(&mut vehicles[before as usize], behind);
        if self.tail == index {
            self.tail = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slab(count: u32) -> Vec<Vehicle> {
        vec![Vehicle::new(0, 0, 0); count as usize]
    }

    fn order(list: List, vehicles: &[Vehicle]) -> Vec<u32> {
        let some = |index: u32| (index != NONE).then_some(index);
        std::iter::successors(some(list.head), |index| some(vehicles[*index as usize].next)).collect()
    }

    #[test]
    fn a_vehicle_takes_64_bytes() {
        assert_eq!(std::mem::size_of::<Vehicle>(), 64);
    }

    #[test]
    fn lists_keep_their_order_whoever_leaves() {
        let mut vehicles = slab(5);
        let mut list = List::EMPTY;
        for index in 0..5 {
            list.push_back(&mut vehicles, index);
        }
        list.remove(&mut vehicles, 2);
        list.remove(&mut vehicles, 4);
        assert_eq!(list.pop_front(&mut vehicles), 0);
        list.push_back(&mut vehicles, 4);
        assert_eq!(order(list, &vehicles), [1, 3, 4]);
        assert_eq!(list.tail, 4);
        list.remove(&mut vehicles, 4);
        list.remove(&mut vehicles, 1);
        list.remove(&mut vehicles, 3);
        assert_eq!((list.head, list.tail), (NONE, NONE));
    }

    #[test]
    fn waiters_are_let_in_in_the_order_of_becoming_blocked() {
        let mut vehicles = slab(4);
        let mut waiters = Waiters::EMPTY;
        for index in [3, 0, 2] {
            waiters.push_back(&mut vehicles, index);
        }
        waiters.remove(&mut vehicles, 2);
        waiters.push_back(&mut vehicles, 1);
        waiters.remove(&mut vehicles, 3);
        assert_eq!(waiters.pop_front(&vehicles), 0);
        assert_eq!(waiters.pop_front(&vehicles), 1);
        assert_eq!(waiters.head, NONE);
        for (before, index) in [(NONE, 0), (NONE, 1), (1, 2), (0, 3)] {
            waiters.insert_after(&mut vehicles, before, index);
        }
        assert_eq!([1, 2, 0, 3], [(); 4].map(|()| waiters.pop_front(&vehicles)));
    }
}
