//! What changes around the vehicles: dates, calendars, queues that open lanes, decks worked in turns, incidents.

use super::Run;
use super::event::Event;
use super::vehicle::NONE;

/// Where an incident stands.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct IncidentState {
    active: bool,
    /// How often it has begun.
    count: u64,
    /// Lanes that it took when it began, none for all; given back when it ends, whatever the numbers say then.
    taken: Option<u32>,
    /// The same of carriers.
    taken_carriers: Option<u32>,
}

impl Run<'_> {
    /// Other numbers hold from now on.
    pub(super) fn next_epoch(&mut self) {
        let program = self.program;
        self.epoch_index += 1;
        self.epoch = &program.epochs[self.epoch_index];
        if let Some(next) = program.epochs.get(self.epoch_index + 1) {
            self.agenda.schedule(next.from, Event::Epoch);
        }
        self.apply_rules();
        self.drop_plans();
        for station in 0..self.places.len() as u32 {
            self.extra_lanes(station);
            self.refresh_lanes(station);
            self.unsettled.push(station);
        }
        for deck in 0..self.deck_slots.len() as u32 {
            if self.deck_slots[deck as usize] != NONE {
                self.agenda.cancel(self.deck_slots[deck as usize]);
            }
            self.phase(deck);
        }
    }

    /// Copies what the hot path asks most into the places.
    pub(super) fn apply_rules(&mut self) {
        for (place, rules) in self.places.iter_mut().zip(&self.epoch.rules) {
            place.room = rules.room;
            place.balk_at = rules.balk_at;
            place.turn_away = rules.turn_away;
            place.weighted = !rules.weights.is_empty();
            place.impatient = rules.patience.is_some() || place.impatient;
            place.has_extra = rules.extra.is_some() || place.has_extra;
            let asks = place.turn_away || place.balk_at != NONE || place.books || place.keep_clear;
            place.asks_nothing = !(asks || place.limited || place.platform);
        }
        self.stops.apply(self.program, self.epoch);
        self.limits.apply(self.program, self.epoch, self.now);
    }

    /// The calendar of a station opens or closes lanes.
    pub(super) fn lanes(&mut self, station: u32) {
        let steps = &self.program.lane_steps[station as usize];
        let supply = &mut self.places[station as usize].supply;
        supply.step += 1;
        supply.base = steps[supply.step].1;
        if let Some((tick, _)) = steps.get(supply.step + 1) {
            self.agenda.schedule(*tick, Event::Lanes(station));
        }
        self.refresh_lanes(station);
    }

    /// Works out how many lanes are open and lets in whom a new lane can take.
    pub(super) fn refresh_lanes(&mut self, station: u32) {
        if !self.choices.is_empty() {
            let is_closed = self.places[station as usize].supply.closures > 0;
            self.note_closure(station, None, is_closed);
        }
        let supply = self.places[station as usize].supply;
        let deck_is_free = match supply.deck {
            None => true,
            Some((deck, way)) => self.program.decks[deck as usize].ways[1 - way as usize]
                .is_none_or(|partner| self.places[partner as usize].occupied() == 0),
        };
        let lanes = if deck_is_free { supply.lanes() } else { 0 };
        let place = &mut self.places[station as usize];
        if lanes == place.lanes {
            return;
        }
        place.touch_lanes(self.now);
        let grew = lanes > place.lanes;
        place.lanes = lanes;
        place.steady = false;
        if grew {
            self.unsettled.push(station);
        }
    }

    /// The other way of a deck may open or has to close, because this way became empty or is entered.
    pub(super) fn refresh_partner(&mut self, station: u32) {
        let Some((deck, way)) = self.places[station as usize].supply.deck else { return };
        if let Some(partner) = self.program.decks[deck as usize].ways[1 - way as usize] {
            self.refresh_lanes(partner);
        }
    }

    /// Opens or closes lanes by the length of the queue.
    pub(super) fn extra_lanes(&mut self, station: u32) {
        let place = &mut self.places[station as usize];
        let extra = match self.epoch.rules[station as usize].extra {
            None => 0,
            Some(extra) if place.queue.count >= extra.open_at => extra.lanes,
            Some(extra) if place.queue.count <= extra.close_at => 0,
            Some(extra) => place.supply.extra.min(extra.lanes),
        };
        if extra != place.supply.extra {
            place.supply.extra = extra;
            self.refresh_lanes(station);
        }
    }

    /// Sets the lights of a deck by the clock and schedules their next change. Phases are counted from 1970-01-01 UTC, so
    /// they do not depend on when the run begins; the way `from` → `to` goes first.
    pub(super) fn phase(&mut self, deck: u32) {
        let (phase_ms, clearance_ms) = self.epoch.phases[deck as usize];
        let phase_ms = phase_ms.max(1);
        let admits_ms = (phase_ms - clearance_ms).max(0);
        let at = (self.program.window.start_ms + self.now).rem_euclid(2 * phase_ms);
        let (way, into) = ((at / phase_ms) as usize, at % phase_ms);
        let until = if into < admits_ms { admits_ms } else { phase_ms };
        self.deck_slots[deck as usize] = self.agenda.schedule(self.now + until - into, Event::Phase(deck));
        for (index, station) in self.program.decks[deck as usize].ways.into_iter().enumerate() {
            if let Some(station) = station {
                self.places[station as usize].supply.green = index == way && into < admits_ms;
                self.refresh_lanes(station);
            }
        }
    }

    /// Schedules the first occurrence of an incident.
    pub(super) fn schedule_incident(&mut self, incident: u32) {
        let program = &self.program.incidents[incident as usize];
        if let Some((from, to)) = program.dated {
            if to > 0 && from < to {
                self.agenda.schedule(from.max(0), Event::Incident(incident));
            }
        } else {
            self.schedule_random(incident, "between");
        }
    }

    /// Schedules what comes next of a random incident, and returns its tick.
    fn schedule_random(&mut self, incident: u32, purpose: &str) -> i64 {
        let Some((between, lasts)) = self.epoch.incidents[incident as usize].random else { return self.now };
        let sampler = &self.program.samplers[if purpose == "between" { between } else { lasts } as usize];
        let key = self.draws.element("incident", &self.program.incidents[incident as usize].name, purpose);
        let span = sampler.sample_ms(key.draw(self.incidents[incident as usize].count));
        // At least a millisecond, or an incident of no length that follows itself at once would stop the clock.
        let tick = self.now.saturating_add(span.max(1));
        self.agenda.schedule(tick, Event::Incident(incident));
        tick
    }

    /// An incident begins or ends.
    pub(super) fn incident(&mut self, incident: u32) {
        let program = &self.program.incidents[incident as usize];
        let state = &mut self.incidents[incident as usize];
        state.active = !state.active;
        let begins = state.active;
        if begins {
            let numbers = &self.epoch.incidents[incident as usize];
            (state.taken, state.taken_carriers) = (numbers.lanes, numbers.carriers);
        }
        let (taken, carriers) = (state.taken, state.taken_carriers);
        let until = if begins { self.schedule_end(incident) } else { 0 };
        for station in &program.stations {
            let place = &mut self.places[*station as usize];
            match (taken, begins) {
                (None, true) => place.supply.closures += 1,
                (None, false) => place.supply.closures -= 1,
                (Some(lanes), true) => place.supply.lost = place.supply.lost.saturating_add(lanes),
                (Some(lanes), false) => place.supply.lost = place.supply.lost.saturating_sub(lanes),
            }
            self.refresh_lanes(*station);
            if begins && taken.is_none() {
                self.close_until(*station, until);
            }
        }
        for way in &program.fleets {
            self.break_carriers(*way, carriers, begins);
        }
        if program.dated.is_none() && !begins {
            self.incidents[incident as usize].count += 1;
            self.schedule_random(incident, "between");
        }
    }

    /// Schedules the end of an incident that begins, and returns its tick.
    fn schedule_end(&mut self, incident: u32) -> i64 {
        let Some((_, to)) = self.program.incidents[incident as usize].dated else {
            return self.schedule_random(incident, "lasts");
        };
        self.agenda.schedule(to, Event::Incident(incident));
        to
    }
}
