//! Appointments: slots are given out in order, vehicles come near theirs or miss them.

use super::Run;
use super::draws::Draws;
use super::event::Event;
use super::vehicle::State;
use crate::program::Station;
use portway_stats::random::{Key, coin};

/// Where the slots of a station are given out.
#[derive(Clone, Debug)]
pub(super) struct SlotBook {
    /// Address of the places that are lost.
    lost: Key,
    /// First slot that may still have a place.
    next: usize,
    /// Places of it that can be booked; none until somebody asks.
    places: Option<u32>,
    /// Bookings of the vehicle in hand are told apart by this, so that one that missed its slot throws anew.
    attempts: Vec<u8>,
}

impl SlotBook {
    /// Of a station; most have no slots.
    pub(super) fn new(station: &Station, draws: &Draws) -> Self {
        Self { lost: draws.element("station", &station.name, "lost"), next: 0, places: None, attempts: Vec::new() }
    }
}

impl Run<'_> {
    /// Books the earliest slot that is far enough ahead. Without one before the end, the vehicle stays at home.
    pub(super) fn book(&mut self, index: u32, station: u32) {
        let now = self.now;
        let vehicle = &mut self.fleet.vehicles[index as usize];
        vehicle.state = State::Away;
        self.parked[index as usize].booked = vehicle.since;
        let place = &mut self.places[station as usize];
        place.away.rise(now);
        place.note_queue();
        let book = &mut self.books[station as usize];
        if book.attempts.len() <= index as usize {
            book.attempts.resize(index as usize + 1, 0);
        }
        book.attempts[index as usize] = 0;
        self.take_slot(index, station);
    }

    fn take_slot(&mut self, index: u32, station: u32) {
        let Some(rules) = &self.epoch.rules[station as usize].booking else { return };
        let slots = &self.program.slots[station as usize];
        let book = &mut self.books[station as usize];
        // Lead times only shrink when the numbers change; then the slots that became free early are simply not used.
        while slots.get(book.next).is_some_and(|start| *start < self.now + rules.lead_ms) {
            book.next += 1;
            book.places = None;
        }
        let start = loop {
            let Some(start) = slots.get(book.next) else { return };
            let free = *book.places.get_or_insert_with(|| {
                let slot = ((start + self.program.window.start_ms) / rules.every_ms.max(1)) as u64;
                let lost = |place: &u32| coin(book.lost.draw(slot << 20 | u64::from(*place)), rules.lost);
                rules.places - (0..rules.places).filter(lost).count() as u32
            });
            if free > 0 {
                book.places = Some(free - 1);
                break *start;
            }
            book.next += 1;
            book.places = None;
        };
        let attempt = u64::from(book.attempts[index as usize]);
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let stop = &self.stops[vehicle.op];
        let counter = stop.counter(vehicle) | attempt << 56;
        let rare = self.stops.rare(stop);
        let missed = coin(rare.no_show.draw(counter), rules.no_show);
        let tick = if missed {
            vehicle.state = State::Retry;
            start
        } else {
            let sampler = &self.program.samplers[rules.punctuality as usize];
            let shift = sampler.sample_signed_ms(rare.punctuality.draw(counter));
            vehicle.state = State::Away;
            start + shift
        };
        self.agenda.schedule(tick.max(self.now), Event::Appointment(index));
    }

    /// The vehicle shows up, or its slot passes without it and it books again.
    pub(super) fn appointment(&mut self, index: u32) {
        let now = self.now;
        let vehicle = &mut self.fleet.vehicles[index as usize];
        let station = self.stops[vehicle.op].station;
        if vehicle.state == State::Retry {
            let attempts = &mut self.books[station as usize].attempts[index as usize];
            *attempts = attempts.saturating_add(1);
            self.take_slot(index, station);
            return;
        }
        self.parked[index as usize].virtual_ms += now - vehicle.since;
        vehicle.since = now;
        let place = &mut self.places[station as usize];
        place.away.fall(now);
        if place.accepts() {
            self.join(index, station);
        } else {
            self.wait_to_be_let_in(index, station);
        }
    }
}
