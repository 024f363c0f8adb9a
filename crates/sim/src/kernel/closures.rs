//! Closures whose end is known: parts of the year, drawn when the run begins, and incidents that have begun.
//!
//! The days and levels of a replication have addresses made of their name and their year or month, so every scenario has the
//! same ice and the same floods.

use super::Run;
use super::draws::Draws;
use super::event::Event;
use super::vehicle::{NONE, OUTSIDE, Waiters};
use crate::observations::YearlyDate;
use crate::program::seasons::{Gate, Levels, Luck, Spans};
use crate::program::{NO_WAY, Program};
use portway_model::element::Yearly;
use std::ops::Range;

/// Nobody waits for a season that is further away than this: who meets such a closure turns away, and counts as turned away.
/// The longest queue that was reported before a gate was six days.
const LONGEST_WAIT_MS: i64 = 7 * 86_400_000;

/// When stations are closed.
#[derive(Debug, Default)]
pub(super) struct Closures {
    /// Parts of the year, for the stations that have any, station by station.
    seasonal: Vec<Seasonal>,
    /// Per station, its places among them; empty when there are none.
    seasonal_of: Vec<Range<u32>>,
    /// Per station, the end of the last closure by an incident, past or present.
    incident_until: Vec<i64>,
    /// When the yearly days come.
    pub(super) yearly_dates: Vec<Vec<YearlyDate>>,
}

/// One station that is closed at times of the year, for all or for one class.
#[derive(Debug)]
struct Seasonal {
    gate: Gate,
    /// When it is closed, inside the run.
    closed: Spans,
    /// The span that begins next, or is under way.
    at: usize,
    is_closed: bool,
}

/// The luck of one replication.
struct Drawn<'r> {
    program: &'r Program,
    draws: &'r Draws,
    gauges: &'r [String],
}

impl Luck for Drawn<'_> {
    fn shift_ms(&self, (day, spread): &(Yearly, u32), year: i16) -> i64 {
        let bits = self.draws.element("yearly", &day.name, "day").draw(year as u64);
        self.program.samplers[*spread as usize].sample_signed_ms(bits)
    }

    fn rise_m(&self, gauge: usize, levels: &Levels, month: i32) -> f64 {
        let bits = self.draws.element("water", &self.gauges[gauge], "level").draw(month as u64);
        self.program.samplers[levels.spread as usize].sample(bits)
    }
}

impl Closures {
    /// Draws the year of a replication.
    pub(super) fn new(program: &Program, draws: &Draws) -> Self {
        let mut closures = Self { incident_until: vec![0; program.stations.len()], ..Self::default() };
        let Some(seasons) = &program.seasons else { return closures };
        closures.seasonal_of = vec![0..0; program.stations.len()];
        let luck = Drawn { program, draws, gauges: &seasons.gauges };
        closures.yearly_dates = seasons.yearly_dates(&luck);
        let closed = seasons.closed(&luck);
        for (gate, closed) in seasons.gates.iter().zip(closed) {
            let of_station = &mut closures.seasonal_of[gate.station as usize];
            let at = closures.seasonal.len() as u32;
            let first = if of_station.end == 0 { at } else { of_station.start };
            *of_station = first..at + 1;
            closures.seasonal.push(Seasonal { gate: *gate, closed, at: 0, is_closed: false });
        }
        closures
    }

    /// What of the year closes a station for a class.
    fn of(&self, station: u32, class: usize) -> impl Iterator<Item = &Seasonal> {
        let places = self.seasonal_of.get(station as usize).cloned().unwrap_or_default();
        let here = &self.seasonal[places.start as usize..places.end as usize];
        here.iter().filter(move |seasonal| seasonal.gate.class.is_none_or(|only| only == class))
    }

    /// Whether a station is ever closed for some classes while others may enter.
    pub(super) fn tell_classes_apart_at(&self, station: usize) -> bool {
        let places = self.seasonal_of.get(station).cloned().unwrap_or_default();
        places.into_iter().any(|place| self.seasonal[place as usize].gate.class.is_some())
    }

    /// Whether a station is closed now for a class, by what does not close it for all.
    pub(super) fn keep_out(&self, station: u32, class: usize) -> bool {
        self.of(station, class).any(|seasonal| seasonal.gate.class.is_some() && seasonal.is_closed)
    }

    /// Whether the year closes anything.
    pub(super) fn exist(&self) -> bool {
        !self.seasonal.is_empty()
    }

    /// The tick at which a station opens again for a class that a season, the water or an incident closes at a tick; the same tick
    /// when none does. Opening hours are not looked at, nor incidents that have not begun. A closure that lasts to the end of the run
    /// ends there.
    pub(super) fn opens_again_at(&self, station: u32, class: usize, tick: i64) -> i64 {
        let mut opens = tick.max(self.incident_until[station as usize]);
        // A season may begin while an incident lasts.
        while let Some(until) = self.season_until(station, class, opens) {
            opens = until;
        }
        opens
    }

    /// The end of the part of the year that closes a station for a class at a tick.
    fn season_until(&self, station: u32, class: usize, tick: i64) -> Option<i64> {
        let until = |seasonal: &Seasonal| {
            let at = seasonal.closed.partition_point(|(_, to)| *to <= tick);
            seasonal.closed.get(at).filter(|(from, _)| *from <= tick).map(|(_, to)| *to)
        };
        self.of(station, class).filter_map(until).max()
    }
}

impl Run<'_> {
    /// Closes what is closed when the run begins, and schedules the first change of every other station.
    pub(super) fn begin_closures(&mut self) {
        for index in 0..self.closures.seasonal.len() as u32 {
            if self.closures.seasonal[index as usize].closed.first().is_some_and(|(from, _)| *from <= 0) {
                self.closure(index);
            } else {
                self.schedule_closure(index);
            }
        }
    }

    /// A part of the year closes a station, or opens it again.
    pub(super) fn closure(&mut self, index: u32) {
        let seasonal = &mut self.closures.seasonal[index as usize];
        seasonal.is_closed = !seasonal.is_closed;
        let (Gate { station, class }, closes) = (seasonal.gate, seasonal.is_closed);
        seasonal.at += usize::from(!closes);
        if class.is_none() {
            let supply = &mut self.places[station as usize].supply;
            supply.closures = if closes { supply.closures + 1 } else { supply.closures - 1 };
            self.refresh_lanes(station);
        } else {
            self.note_closure(station, class, closes);
            self.unsettled.push(station);
        }
        self.schedule_closure(index);
        if closes {
            self.send_away(station);
        }
    }

    /// Whether a station is closed for a class, and for longer than anybody would wait.
    fn is_closed_for_long(&self, station: u32, class: usize) -> bool {
        (self.places[station as usize].supply.closures > 0 || self.closures.keep_out(station, class))
            && self.closures.season_until(station, class, self.now).is_some_and(|until| {
                // Of a closure that outlasts the run nobody knows the end, and most of those are long.
                until - self.now > LONGEST_WAIT_MS || until >= self.program.window.to_tick
            })
    }

    /// Whether a vehicle is a carrier, which belongs to its service and waits for the season wherever it is.
    fn carries(&self, index: u32) -> bool {
        let flow = self.stops[self.fleet.vehicles[index as usize].op].flow;
        self.program.flows[usize::from(flow)].carries != NO_WAY
    }

    /// Whether a vehicle turns away from a station that it comes to now.
    pub(super) fn finds_it_closed(&self, index: u32, station: u32) -> bool {
        let asked = match self.program.way_of[station as usize] {
            NO_WAY => station,
            way => self.program.services[way as usize].berth,
        };
        self.is_closed_for_long(asked, self.class_of(index)) && !self.carries(index)
    }

    /// Turns away all who wait for a station that is closed to them for long: in its room, at its door, or on the platform where
    /// carriers leave from it.
    fn send_away(&mut self, station: u32) {
        let waiting_at = match self.program.way_of[station as usize] {
            NO_WAY => station,
            way => self.program.services[way as usize].platform,
        };
        let place = &self.places[waiting_at as usize];
        let mut queued = Vec::new();
        let mut mask = place.mask;
        while mask != 0 {
            let mut at = self.lists[(place.first_list + mask.trailing_zeros()) as usize].head;
            while at != NONE {
                queued.push(at);
                at = self.fleet.vehicles[at as usize].next;
            }
            mask &= mask - 1;
        }
        let mut at_door = Vec::new();
        let mut at = place.waiters.head;
        while at != NONE {
            at_door.push(at);
            at = Waiters::behind(&self.fleet.vehicles[at as usize]);
        }
        let goes = |index: &u32| self.is_closed_for_long(station, self.class_of(*index)) && !self.carries(*index);
        queued.retain(goes);
        at_door.retain(goes);
        if queued.is_empty() && at_door.is_empty() {
            return;
        }
        for index in queued {
            self.take_from_queue(index, waiting_at);
            self.turn_away(index);
        }
        for index in at_door {
            let now = self.now;
            let place = &mut self.places[waiting_at as usize];
            place.waiters.remove(&mut self.fleet.vehicles, index);
            if self.fleet.vehicles[index as usize].place == OUTSIDE {
                place.outside.fall(now);
                if place.impatient {
                    self.cancel_patience(index);
                }
            } else {
                self.leave_place(index);
            }
            self.turn_away(index);
        }
        self.unsettled.push(waiting_at);
    }

    fn schedule_closure(&mut self, index: u32) {
        let seasonal = &self.closures.seasonal[index as usize];
        if let Some((from, to)) = seasonal.closed.get(seasonal.at) {
            self.agenda.schedule(if seasonal.is_closed { *to } else { *from }, Event::Closure(index));
        }
    }

    /// Notes until when an incident closes a station.
    pub(super) fn close_until(&mut self, station: u32, tick: i64) {
        let until = &mut self.closures.incident_until[station as usize];
        *until = (*until).max(tick);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::RunOptions;
    use portway_model::{Folder, load};

    const DAY_MS: i64 = 86_400_000;

    /// A road on the ice from the 10th of January to the 1st of March; on the 5th of January a storm of ten days begins.
    const ICE_ROAD: &str = r#"
[corridor]
language = 1
name = "ice"
zone = "UTC"
[direction.out]
[class.car]
[node.a]
country = "CN"
zone = "UTC"
[node.b]
country = "RU"
zone = "UTC"
[yearly.freezes]
day = "10 Jan"
[yearly.thaws]
day = "1 Mar"
[season.ice]
from = "freezes"
to = "thaws"
[link.road]
from = "a"
to = "b"
length = "1 km"
travel = "5 min"
season = "ice"
[incident.storm]
at = ["road"]
from = "2024-01-05"
to = "2024-01-15"
[route.out]
direction = "out"
path = ["road"]
[flow.cars]
class = "car"
route = "out"
volume = "0/day"
[scenario.base]
from = "2024-01-01"
to = "2024-12-31"
"#;

    #[test]
    fn a_closure_ends_when_all_that_closes_has_ended() {
        let corridor = load(&Folder::of([("corridor.toml", ICE_ROAD)])).corridor.expect("the folder is right");
        let program = crate::compile(&corridor.timeline(None).expect("one scenario")).expect("it compiles");
        let options = RunOptions {
            seed: 1,
            replication: 0,
            record_visits: false,
            record_holds: false,
            initial: &[],
            cancel: None,
        };
        let mut run = Run::new(&program, &options);
        run.schedule_first();
        let mut opens_on = |day: i64| {
            while let Some((tick, event)) = run.agenda.next(day * DAY_MS + 1) {
                run.now = tick;
                match event {
                    Event::Closure(seasonal) => run.closure(seasonal),
                    Event::Incident(incident) => run.incident(incident),
                    _ => {}
                }
            }
            run.now = day * DAY_MS + 1;
            (run.closures.opens_again_at(0, 0, run.now) - run.now, run.places[0].lanes > 0)
        };
        // Days are counted from New Year; the season ends on day 60 of a leap year.
        assert_eq!(opens_on(2), (7 * DAY_MS - 1, false), "not frozen yet, and no storm in sight");
        assert_eq!(opens_on(5), (9 * DAY_MS - 1, false), "not frozen yet, and then the storm goes on");
        assert_eq!(opens_on(10), (4 * DAY_MS - 1, false), "frozen, but there is a storm");
        assert_eq!(opens_on(14), (0, true));
        assert_eq!(opens_on(70), ((366 - 70) * DAY_MS - 1, false), "to the end of the run");
    }
}
