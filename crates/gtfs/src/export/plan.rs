//! When a service leaves, as service dates and times of one clock.

use super::season;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use portway_model::element::{Departures, Facility, Leg, Service, Step, Timeline};
use portway_model::{Id, Model};
use std::collections::{BTreeMap, BTreeSet};

const DAY_MS: i64 = 86_400_000;
/// So many departures at one distance are a frequency; fewer are trips.
const MIN_RUN: usize = 3;

/// The window of results, with the versions of the model that hold in it.
pub(super) struct Window<'t> {
    zone: &'t TimeZone,
    from: Date,
    to: Date,
    versions: Vec<(i64, i64, &'t Model)>,
}

/// When carriers leave on a day. Times are seconds from noon minus twelve hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Leave {
    /// Once.
    At(i64),
    /// From the first time on, before the second, at a distance; exactly then, or about so often.
    Often { from_s: i64, to_s: i64, headway_s: i64, exact: bool },
}

/// What a trip has of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Way {
    pub(super) back: bool,
    /// From stop to stop.
    pub(super) ride_s: i64,
    pub(super) leave: Leave,
    /// How many leave before it at the same time: two carriers of one minute are two trips.
    pub(super) before: usize,
}

/// The dates of every trip.
pub(super) type Plan = BTreeMap<Way, BTreeSet<Date>>;

impl<'t> Window<'t> {
    pub(super) fn of(timeline: &'t Timeline) -> Self {
        let (scenario, zone) = (&timeline.scenario, &timeline.first().zone);
        let begin_ms = midnight_ms(scenario.from, zone);
        let end_ms = scenario.to.tomorrow().map_or(begin_ms, |day| midnight_ms(day, zone));
        let mut versions: Vec<(i64, i64, &Model)> = Vec::new();
        for version in &timeline.versions {
            let from_ms = version.from.map_or(begin_ms, |day| midnight_ms(day, zone).max(begin_ms));
            if let Some(last) = versions.last_mut() {
                last.1 = from_ms;
            }
            versions.push((from_ms, end_ms, &version.model));
        }
        versions.retain(|(from_ms, to_ms, _)| from_ms < to_ms);
        Self { zone, from: scenario.from, to: scenario.to, versions }
    }

    /// The days of the window as the corridor counts them, each as a span of time.
    fn days(&self) -> impl Iterator<Item = (Date, i64, i64)> {
        let days = std::iter::successors(Some(self.from), |day| day.tomorrow().ok());
        days.take_while(|day| *day <= self.to).map(|day| {
            let ends_ms = day.tomorrow().map_or(i64::MAX, |next| midnight_ms(next, self.zone));
            (day, midnight_ms(day, self.zone), ends_ms)
        })
    }
}

/// When a service leaves, by the clock of the node at which its path begins.
pub(super) fn plan(timeline: &Timeline, window: &Window<'_>, id: Id<Service>) -> Plan {
    let mut plan = Plan::new();
    let first = timeline.first();
    let clock = &first.nodes[first.services[id].from].zone;
    for (from_ms, to_ms, model) in &window.versions {
        let service = &model.services[id];
        let on = window.days().filter(|(day, ..)| season::is_on(model, service, *day));
        let mut spans: Vec<(i64, i64)> = Vec::new();
        for (from, to) in on.map(|(_, from, to)| (from.max(*from_ms), to.min(*to_ms))).filter(|span| span.0 < span.1) {
            // The night between two days is no end.
            match spans.last_mut() {
                Some(last) if last.1 == from => last.1 = to,
                _ => spans.push((from, to)),
            }
        }
        for back in [false, true].into_iter().filter(|back| service.direction(*back).is_some()) {
            let ride_s = ride_s(model, service, back);
            for (day, leaves) in by_day(model, service, back, &spans, clock) {
                let mut left: BTreeMap<Leave, usize> = BTreeMap::new();
                for leave in leaves {
                    let left = left.entry(leave).or_default();
                    plan.entry(Way { back, ride_s, leave, before: *left }).or_default().insert(day);
                    *left += 1;
                }
            }
        }
    }
    plan
}

fn by_day(
    model: &Model,
    service: &Service,
    back: bool,
    on: &[(i64, i64)],
    clock: &TimeZone,
) -> BTreeMap<Date, Vec<Leave>> {
    let mut days: BTreeMap<Date, Vec<Leave>> = BTreeMap::new();
    if let Departures::WhenFull { at_most_ms } = service.departures {
        let headway_s = (at_most_ms / 1000).max(1);
        for (from_ms, to_ms) in open(model, service, on) {
            for (day, from_s, to_s) in cut_by_day(from_ms, to_ms, clock) {
                days.entry(day).or_default().push(Leave::Often { from_s, to_s, headway_s, exact: false });
            }
        }
        return days;
    }
    let (Some(first), Some(last)) = (on.first(), on.last()) else { return days };
    let mut times: BTreeMap<Date, Vec<i64>> = BTreeMap::new();
    let departures = service.departures(model, back, first.0, last.1);
    let is_on = |ms: &i64| on.get(on.partition_point(|span| span.1 <= *ms)).is_some_and(|span| span.0 <= *ms);
    for ms in departures.into_iter().filter(is_on) {
        let (day, time_s) = service_time(ms, clock);
        times.entry(day).or_default().push(time_s);
    }
    let headway_s = match service.departures {
        Departures::Every(every_ms) if every_ms % 1000 == 0 => Some(every_ms / 1000),
        _ => None,
    };
    times.into_iter().map(|(day, times)| (day, leaves(&times, headway_s))).collect()
}

/// Departures of a day; those at the interval of the service, one after the other, are a frequency.
fn leaves(times_s: &[i64], headway_s: Option<i64>) -> Vec<Leave> {
    let Some(headway_s) = headway_s else { return times_s.iter().map(|time_s| Leave::At(*time_s)).collect() };
    let runs = times_s.chunk_by(|a, b| b - a == headway_s);
    let leave = |run: &[i64]| match run {
        [first, .., last] if run.len() >= MIN_RUN => {
            vec![Leave::Often { from_s: *first, to_s: last + headway_s, headway_s, exact: true }]
        }
        few => few.iter().map(|time_s| Leave::At(*time_s)).collect(),
    };
    runs.flat_map(leave).collect()
}

/// When a service that waits to be full may leave: in its hours, on the days on which it is on.
fn open(model: &Model, service: &Service, on: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let of = |&(from_ms, to_ms): &(i64, i64)| match service.hours {
        None => vec![(from_ms, to_ms)],
        Some(hours) => model.calendars[hours].open_spans(&model.holidays, from_ms, to_ms),
    };
    on.iter().flat_map(of).collect()
}

/// A span of time as spans of service days.
fn cut_by_day(mut from_ms: i64, to_ms: i64, clock: &TimeZone) -> Vec<(Date, i64, i64)> {
    let mut days = Vec::new();
    while from_ms < to_ms {
        let (day, from_s) = service_time(from_ms, clock);
        let begin_ms = from_ms - from_s * 1000;
        let next_ms = local(from_ms, clock).tomorrow().map_or(to_ms, |next| midnight_ms(next, clock));
        let end_ms = next_ms.min(to_ms);
        days.push((day, from_s, (end_ms - begin_ms) / 1000));
        if end_ms <= from_ms {
            break;
        }
        from_ms = end_ms;
    }
    days
}

/// The service date of an instant, and seconds from noon minus twelve hours of it, which GTFS counts from.
fn service_time(ms: i64, clock: &TimeZone) -> (Date, i64) {
    let since = |day: Date| {
        let noon = day.at(12, 0, 0, 0).to_zoned(clock.clone());
        (ms - noon.map_or(0, |noon| noon.timestamp().as_millisecond() - DAY_MS / 2)).div_euclid(1000)
    };
    let day = local(ms, clock);
    let time_s = since(day);
    // On a day of 25 hours the first of them lies before that, and belongs to the evening before.
    match day.yesterday() {
        Ok(before) if time_s < 0 => (before, since(before)),
        _ => (day, time_s),
    }
}

fn local(ms: i64, clock: &TimeZone) -> Date {
    clock.to_datetime(jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::UNIX_EPOCH)).date()
}

fn midnight_ms(day: Date, zone: &TimeZone) -> i64 {
    day.to_zoned(zone.clone()).map_or(0, |at| at.timestamp().as_millisecond())
}

/// Seconds from stop to stop when nobody waits: links, and the steps of the carriers themselves in facilities.
fn ride_s(model: &Model, service: &Service, back: bool) -> i64 {
    let leg_ms = |leg: &Leg| match leg {
        Leg::Link { link, .. } => model.links[*link].travel_ms as f64,
        Leg::Facility(facility) => facility_ms(model, service, back, *facility),
        Leg::Service { .. } => 0.0,
    };
    let all_ms: f64 = service.legs_towards(back).iter().map(leg_ms).sum();
    (all_ms / 1000.0).round() as i64
}

fn facility_ms(model: &Model, service: &Service, back: bool, facility: Id<Facility>) -> f64 {
    let (direction, class) = (service.direction(back), service.class.index());
    let processes = model.facilities[facility].processes.iter().filter(|process| Some(process.direction) == direction);
    processes.map(|process| steps_ms(model, &process.steps, class)).sum()
}

/// The mean time of a class in some steps; what is gone through twice is counted once.
fn steps_ms(model: &Model, steps: &[Step], class: usize) -> f64 {
    let share_of = |share: &[f64]| share.get(class).copied().unwrap_or(0.0);
    let step_ms = |step: &Step| match step {
        Step::Visit { stage, share } => {
            let service = model.stages[*stage].service_ms.get(class);
            share_of(share) * service.map_or(0.0, |service| service.mean())
        }
        Step::Group { steps, share } => share_of(share) * steps_ms(model, steps, class),
        Step::OneOf { ways } => ways.iter().map(|(share, steps)| share_of(share) * steps_ms(model, steps, class)).sum(),
        Step::BackTo { .. } => 0.0,
    };
    steps.iter().map(step_ms).sum()
}
