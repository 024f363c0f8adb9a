//! Services: carriers that take passengers along a way, by a timetable, at intervals, or when they are full.

use super::demand::Class;
use super::network::{Direction, Leg, Node};
use super::season::Season;
use super::{Model, PerClass};
use crate::calendar::Calendar;
use crate::id::{Id, Named};
use crate::quantity::Price;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// A ferry line, a cableway, a bus or train line, a flight: vehicles of a class with seats, and when they leave.
///
/// A carrier passes the legs of its way as any vehicle does. Passengers wait at one end until a carrier leaves, and get off
/// at the other; inside a facility on the way they get off, go through the steps that its process has for their class,
/// and the carrier waits until all of them are back.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What the carriers are; a class with seats.
    pub class: Id<Class>,
    /// Where passengers get on.
    pub from: Id<Node>,
    /// Where they get off.
    pub to: Id<Node>,
    /// Facilities and links from `from` to `to`, in the order of travel.
    pub legs: Vec<Leg>,
    /// Direction that carriers count for on the way from `from` to `to`.
    pub forward: Id<Direction>,
    /// Direction that they count for on the way back; none when nothing goes back.
    pub back: Option<Id<Direction>>,
    /// Carriers that go to and fro; none when a carrier comes for every departure and leaves at the end.
    pub fleet: Option<u32>,
    /// When carriers leave.
    pub departures: Departures,
    /// Least time of a carrier at a stop before it leaves, milliseconds.
    pub turnaround_ms: i64,
    /// Time that each passenger takes to get on, milliseconds; they get on one after another.
    pub boarding_ms: i64,
    /// Time that each takes to get off, milliseconds.
    pub alighting_ms: i64,
    /// When carriers may leave; always when none.
    pub hours: Option<Id<Calendar>>,
    /// Parts of the year in which carriers leave; all the year when empty.
    pub seasons: Vec<Id<Season>>,
    /// Passengers that may wait at each stop; none means no limit.
    pub room_passengers: Option<u32>,
    /// What a ride costs, by class of passenger; nothing when none.
    pub fare: Option<PerClass<Price>>,
}

/// When the carriers of a service leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Departures {
    /// At these minutes after local midnight at the stop, sorted.
    Timetable {
        /// From `from`.
        forward: Vec<u16>,
        /// From `to`.
        back: Vec<u16>,
    },
    /// At both ends together at this interval, counted from the local midnight of `from`, milliseconds.
    Every(i64),
    /// When every seat is taken, or this long after the carrier is ready, milliseconds.
    WhenFull {
        /// The longest time that a carrier waits for passengers.
        at_most_ms: i64,
    },
}

impl Service {
    /// The legs in the order of travel, the way back reversed.
    pub fn legs_towards(&self, back: bool) -> Vec<Leg> {
        let turned = |leg: &Leg| match *leg {
            Leg::Link { link, reversed } => Leg::Link { link, reversed: !reversed },
            other => other,
        };
        if back { self.legs.iter().rev().map(turned).collect() } else { self.legs.clone() }
    }

    /// When carriers leave the stop of a way between two instants, the end excluded: sorted milliseconds since 1970-01-01
    /// UTC. Timetable, interval and hours decide; seasons do not, and carriers that wait to be full have no times.
    pub fn departures(&self, model: &Model, back: bool, from_ms: i64, to_ms: i64) -> Vec<i64> {
        let open = self.hours.map(|hours| model.calendars[hours].open_spans(&model.holidays, from_ms, to_ms));
        // Spans are sorted and disjoint: of those that close later, only the first can hold the instant.
        let holds = |open: &Vec<(i64, i64)>, ms: i64| {
            open.get(open.partition_point(|span| span.1 <= ms)).is_some_and(|span| span.0 <= ms)
        };
        let is_open = |ms: i64| open.as_ref().is_none_or(|open| holds(open, ms));
        let mut instants: Vec<i64> = match &self.departures {
            Departures::Timetable { forward, back: backward } => {
                let (minutes, zone) = (if back { backward } else { forward }, &model.nodes[self.stop(back)].zone);
                days(zone, from_ms, to_ms)
                    .flat_map(|day| minutes.iter().filter_map(move |m| at_minute(day, *m, zone)))
                    .collect()
            }
            // Both ends keep the clock of the first, so that carriers meet half-way.
            Departures::Every(every_ms) => {
                let zone = &model.nodes[self.from].zone;
                let of_day = |day: Date| {
                    let (begins, ends) =
                        (at_minute(day, 0, zone), day.tomorrow().ok().and_then(|d| at_minute(d, 0, zone)));
                    let (begins, ends) = (begins.unwrap_or(0), ends.unwrap_or(0));
                    (0..).map(move |step| begins + step * every_ms).take_while(move |ms| *ms < ends)
                };
                days(zone, from_ms, to_ms).flat_map(of_day).collect()
            }
            Departures::WhenFull { .. } => Vec::new(),
        };
        instants.retain(|ms| (from_ms..to_ms).contains(ms) && is_open(*ms));
        instants
    }

    /// The node at which passengers of a way get on.
    pub fn stop(&self, back: bool) -> Id<Node> {
        if back { self.to } else { self.from }
    }

    /// The direction that carriers of a way count for, where they go that way.
    pub fn direction(&self, back: bool) -> Option<Id<Direction>> {
        if back { self.back } else { Some(self.forward) }
    }
}

/// The local days that touch a span of time.
fn days(zone: &TimeZone, from_ms: i64, to_ms: i64) -> impl Iterator<Item = Date> {
    let day = |ms: i64| {
        let instant = jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        zone.to_datetime(instant).date()
    };
    let (first, last) = (day(from_ms), day(to_ms));
    std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(move |day| *day <= last)
}

/// Milliseconds since 1970-01-01 UTC of a minute of a local day; none beyond the calendar.
fn at_minute(day: Date, minute: u16, zone: &TimeZone) -> Option<i64> {
    let time = Time::new((minute / 60) as i8, (minute % 60) as i8, 0, 0).ok()?;
    Some(day.to_datetime(time).to_zoned(zone.clone()).ok()?.timestamp().as_millisecond())
}

impl Named for Service {
    fn name(&self) -> &str {
        &self.name
    }
}
