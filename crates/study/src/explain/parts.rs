//! A number taken apart, replication by replication.

use super::Part;
use crate::journey::{Figure, Times};
use crate::layout::Layout;
use crate::measures::{self, MeasureScope};
use crate::query::Query;
use crate::replicate::{Prepared, Replicated};
use portway_sim::program::StationKind;

const MS_PER_H: f64 = 3_600_000.0;
const MS_PER_MIN: f64 = 60_000.0;

/// The parts of a number.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) parts: Vec<Part>,
    pub(super) rest: Option<Figure>,
    pub(super) unit: &'static str,
}

/// Which time of a visit counts.
type TimeOf = fn(StationKind, Times) -> u128;

/// Times of the corridor and its facilities: which time of a visit each adds up.
const TIMES: [(&str, TimeOf); 12] =
    [
        ("door_to_door_h", |_, times| times.all_ms()),
        ("wait_h", |_, times| times.wait_ms + times.held_ms),
        ("wait_on_site_h", |kind, times| {
            if kind == StationKind::Appointments { times.held_ms } else { times.wait_ms + times.held_ms }
        }),
        ("wait_virtual_h", |kind, times| if kind == StationKind::Appointments { times.wait_ms } else { 0 }),
        ("wait_yard_h", |kind, times| if kind == StationKind::Holding { times.held_ms } else { 0 }),
        ("wait_physical_h", |kind, times| if kind == StationKind::Appointments { 0 } else { times.wait_ms }),
        ("wait_blocked_h", |kind, times| if kind == StationKind::Holding { 0 } else { times.held_ms }),
        ("visit_wait_min", |kind, times| if kind == StationKind::Link { 0 } else { times.wait_ms }),
        ("inside_vehicles", |_, times| times.all_ms()),
        ("waiting_vehicles", |_, times| times.wait_ms + times.held_ms),
        ("cpmm_tfi4_swd_kmh", |kind, times| times.on_site_ms(kind)),
        ("cpmm_tfi4_swod_kmh", |kind, times| if kind == StationKind::Link { times.service_ms } else { 0 }),
    ];

/// Numbers of a stage: which time of a visit each is made of.
const OF_A_STAGE: [(&str, TimeOf); 11] = [
    ("lane_use_share", |_, times| times.service_ms),
    ("lanes_in_use", |_, times| times.service_ms + times.held_ms),
    ("lane_blocked_share", |_, times| times.held_ms),
    ("blocked_vehicles", |_, times| times.held_ms),
    ("queue_vehicles", |_, times| times.wait_ms),
    ("stage_vehicles", |_, times| times.all_ms()),
    ("stage_visits_per_day", |_, times| u128::from(times.visits)),
    ("stage_wait_min", |_, times| times.wait_ms),
    ("stage_wait_all_min", |_, times| times.wait_ms),
    ("stage_service_min", |_, times| times.service_ms),
    ("stage_time_min", |_, times| times.wait_ms + times.service_ms),
];

/// Counts of traffic, each with the measure whose values by class add up to it or share it out.
const COUNTS: [(&str, &str); 15] = [
    ("crossings_per_day", "crossings_per_day"),
    ("crossings", "crossings"),
    ("weekday_crossings_per_day", "weekday_crossings_per_day"),
    ("weekend_crossings_per_day", "weekend_crossings_per_day"),
    ("arrivals_per_day", "arrivals_per_day"),
    ("departures_per_day", "departures_per_day"),
    ("cargo_t", "cargo_t"),
    ("cargo_per_crossing_t", "cargo_t"),
    ("passengers_per_day", "passengers_per_day"),
    ("direction_ratio", "crossings"),
    ("turned_away_per_day", "turned_away_per_day"),
    ("turned_away_share", "turned_away_per_day"),
    ("abandoned_per_day", "abandoned_per_day"),
    ("abandoned_share", "abandoned_per_day"),
    ("inside_at_end_vehicles", "inside_at_end_vehicles"),
];

/// Measures whose unit the parts do not have: a speed is made of hours, a ratio of what it divides.
const OTHER_UNIT: [(&str, &str); 3] =
    [("cpmm_tfi4_swd_kmh", "h"), ("cpmm_tfi4_swod_kmh", "h"), ("direction_ratio", "vehicles")];

/// Times per vehicle that left: their parts are counted by themselves, so that a rest shows.
const PER_VEHICLE: [&str; 7] = [
    "door_to_door_h",
    "wait_h",
    "wait_on_site_h",
    "wait_virtual_h",
    "wait_yard_h",
    "wait_physical_h",
    "wait_blocked_h",
];

/// Costs of the corridor: what is spent at each place adds up to them, or shares them out.
const COSTS: [&str; 2] = ["cost_per_crossing", "cpmm_tfi3"];

pub(super) fn is_by_place(name: &str) -> bool {
    COSTS.contains(&name) || TIMES.iter().any(|(known, _)| *known == name)
}

pub(super) fn is_a_count(name: &str) -> bool {
    COUNTS.iter().any(|(known, _)| *known == name)
}

pub(super) fn is_of_a_stage(name: &str) -> bool {
    OF_A_STAGE.iter().any(|(known, _)| *known == name)
}

/// What belongs beside a number: beside traffic what came and did not get through, and how busy the lanes are; beside a
/// stage's number what a visit takes.
pub(super) fn beside(layout: &Layout, asked: &Query) -> Vec<Query> {
    let names: &[&str] = match asked.measure.scope {
        MeasureScope::Corridor if is_a_count(asked.measure.name) => {
            &["arrivals_per_day", "turned_away_per_day", "abandoned_per_day"]
        }
        MeasureScope::Station => &["stage_visits_per_day", "stage_service_min", "stage_wait_min", "lane_use_share"],
        _ => &[],
    };
    let others = names.iter().filter(|name| **name != asked.measure.name);
    let others = others.filter_map(|name| Some(Query { measure: measures::find(name)?, ..asked.clone() }));
    let mut queries: Vec<Query> = others.collect();
    if let Some(measure) = measures::find("lane_use_share").filter(|_| asked.is_of_corridor() && !queries.is_empty()) {
        let stages = (0..layout.stations.len()).filter(|station| !layout.stations[*station].is_link);
        let (direction, class, streams) = (String::new(), String::new(), layout.streams_of(None, &[]));
        let of_stage = Query { measure, direction, class, streams, ..asked.clone() };
        queries.extend(stages.map(|station| Query { station: Some(station), ..of_stage.clone() }));
    }
    queries
}

/// For a count, the same of every direction and class of the question.
pub(super) fn by_class(layout: &Layout, asked: &Query) -> Vec<Query> {
    let counted = COUNTS.iter().find(|(name, _)| *name == asked.measure.name).filter(|_| asked.is_of_corridor());
    let Some(measure) = counted.and_then(|(_, parts)| measures::find(parts)) else { return Vec::new() };
    let of = |streams: Vec<usize>| Query {
        measure,
        direction: layout.directions[layout.streams[streams[0]].direction].clone(),
        class: layout.classes[layout.streams[streams[0]].class].clone(),
        streams,
        ..asked.clone()
    };
    layout.by_class(&asked.streams).into_iter().map(of).collect()
}

/// Takes a number apart. `at` is its query, `streams_at` the first of [`by_class`].
pub(super) fn take_apart(prepared: &Prepared, all: &Replicated, asked: &Query, at: usize, streams_at: usize) -> Parts {
    let (layout, name) = (&prepared.layout, asked.measure.name);
    let unit = OTHER_UNIT.iter().find(|(known, _)| *known == name).map_or(asked.measure.unit, |(_, unit)| unit);
    let work = Work { layout, all, asked, at };
    let mut parts = Parts { unit, ..Parts::default() };
    if super::WHOLE.contains(&name) || asked.limit.is_some() {
        return parts;
    }
    if asked.is_of_corridor() && is_a_count(name) {
        parts.parts = work.traffic(streams_at, name == "direction_ratio");
    } else if asked.station.is_some() {
        parts.parts = work.at_stage();
    } else {
        (parts.parts, parts.rest) = work.places();
    }
    let sum: f64 = parts.parts.iter().map(|part| part.value.mean).sum();
    for part in &mut parts.parts {
        part.share = if sum == 0.0 { 0.0 } else { part.value.mean / sum };
    }
    parts.parts.retain(|part| part.value.mean != 0.0);
    parts
}

struct Work<'a> {
    layout: &'a Layout,
    all: &'a Replicated,
    asked: &'a Query,
    at: usize,
}

impl Work<'_> {
    /// A part for each replication in which there is a number: its amount, and the amount of all parts together.
    fn shared_out(&self, amounts: &[Vec<f64>]) -> Vec<Option<Figure>> {
        let values: Vec<Option<f64>> = self.all.of(self.at).map(|sample| sample.value).collect();
        let sums: Vec<f64> = (0..values.len()).map(|r| amounts.iter().map(|of| of[r]).sum()).collect();
        let of_part = |amount: &Vec<f64>| {
            let known = values.iter().enumerate().filter_map(|(r, value)| {
                let value = (*value)?;
                if sums[r] > 0.0 { Some(value * amount[r] / sums[r]) } else { (value == 0.0).then_some(0.0) }
            });
            Figure::of(&known.collect::<Vec<f64>>())
        };
        amounts.iter().map(of_part).collect()
    }

    fn traffic(&self, streams_at: usize, as_counted: bool) -> Vec<Part> {
        let of = |index: usize| self.all.of(streams_at + index).map(|sample| sample.value.unwrap_or(0.0));
        let classes = self.layout.by_class(&self.asked.streams);
        let amounts: Vec<Vec<f64>> = (0..classes.len()).map(|index| of(index).collect()).collect();
        let figures = match as_counted {
            true => amounts.iter().map(|amount| Figure::of(amount)).collect(),
            false => self.shared_out(&amounts),
        };
        let parts = classes.iter().zip(figures);
        parts.filter_map(|(streams, value)| Some(self.of_stream(streams[0], value?))).collect()
    }

    fn at_stage(&self) -> Vec<Part> {
        let name = self.asked.measure.name;
        let Some((_, time_of)) = OF_A_STAGE.iter().find(|(known, _)| *known == name) else { return Vec::new() };
        let station = self.asked.station.unwrap_or_default();
        let kind = self.layout.travel.kind(station);
        let classes = self.layout.by_class(&self.asked.streams);
        let times = |streams: &Vec<usize>| -> Vec<Times> {
            let of = |sums: &crate::journey::Sums| {
                let mut all = Times::default();
                streams.iter().for_each(|&stream| all += sums.times(self.layout, stream, station));
                all
            };
            self.all.journeys.iter().map(of).collect()
        };
        let amount =
            |streams: &Vec<usize>| times(streams).into_iter().map(|times| time_of(kind, times) as f64).collect();
        let amounts: Vec<Vec<f64>> = classes.iter().map(amount).collect();
        let figures = self.shared_out(&amounts);
        let days = self.layout.days.len() as f64;
        let part = |(streams, value): (&Vec<usize>, Option<Figure>)| {
            let visits: Vec<f64> = times(streams).iter().map(|times| times.visits as f64 / days).collect();
            let minutes = times(streams).into_iter().filter(|times| times.visits > 0);
            let minutes = minutes.map(|times| time_of(kind, times) as f64 / MS_PER_MIN / times.visits as f64);
            let minutes = Figure::of(&minutes.collect::<Vec<f64>>()).filter(|_| name != "stage_visits_per_day");
            Some(Part { visits: Figure::of(&visits), minutes_per_visit: minutes, ..self.of_stream(streams[0], value?) })
        };
        classes.iter().zip(figures).filter_map(part).collect()
    }

    /// The time that a stream's visits to a station add to the number, milliseconds.
    fn time_ms(&self, stream: usize, station: usize, times: Times) -> u128 {
        let (travel, name) = (&self.layout.travel, self.asked.measure.name);
        let kind = travel.kind(station);
        let step = |wanted: Option<&str>| match travel.step(stream, station) {
            Some((at, step)) if Some(at) == self.asked.facility && wanted.is_none_or(|name| name == step.name()) => {
                times.on_site_ms(kind)
            }
            _ => 0,
        };
        match name {
            "cpmm_tfi1_h" if travel.point(stream, station) == self.asked.facility => times.on_site_ms(kind),
            "cpmm_tfi1_h" if travel.queue_of(stream, station) == self.asked.facility => times.held_ms,
            "trs_arrival_to_exit_h" => step(None),
            _ => match name.strip_prefix("trs_to_").and_then(|rest| rest.strip_suffix("_h")) {
                Some(wanted) => step(Some(wanted)),
                None => TIMES.iter().find(|(known, _)| *known == name).map_or(0, |(_, time)| time(kind, times)),
            },
        }
    }

    fn places(&self) -> (Vec<Part>, Option<Figure>) {
        let (layout, streams) = (self.layout, &self.asked.streams);
        let is_cost = COSTS.contains(&self.asked.measure.name);
        let replications: Vec<_> = self.all.journeys.iter().map(|sums| (sums, sums.left(streams).0 as f64)).collect();
        let mut places = Vec::new();
        let mut amounts = Vec::new();
        for (d, stops) in layout.travel.stops.iter().enumerate() {
            let own: Vec<usize> = streams.iter().copied().filter(|&s| layout.streams[s].direction == d).collect();
            for stop in stops.iter().filter(|_| !own.is_empty()) {
                let times = |stream: usize, sums: &crate::journey::Sums| sums.times(layout, stream, stop.station);
                let of = |sums: &crate::journey::Sums| -> u128 {
                    own.iter().map(|&s| self.time_ms(s, stop.station, times(s, sums))).sum()
                };
                let visits =
                    |sums: &crate::journey::Sums| own.iter().map(|&s| times(s, sums).visits as f64).sum::<f64>();
                let cost = |sums: &crate::journey::Sums| -> f64 {
                    own.iter().map(|&stream| sums.cost(layout, stream, stop.station)).sum()
                };
                let amount = |sums| if is_cost { cost(sums) } else { of(sums) as f64 };
                let amount: Vec<f64> = replications.iter().map(|(sums, _)| amount(sums)).collect();
                if amount.iter().all(|amount| *amount == 0.0) {
                    continue;
                }
                let told = replications.iter().filter(|(_, left)| *left > 0.0);
                let per_vehicle: Vec<f64> = told.map(|(sums, left)| visits(sums) / left).collect();
                let visited = replications.iter().filter(|(sums, _)| visits(sums) > 0.0);
                let minutes = visited.map(|(sums, _)| of(sums) as f64 / MS_PER_MIN / visits(sums));
                places.push(Part {
                    scope: layout.stations[stop.station].scope.clone(),
                    title: layout.stations[stop.station].title(),
                    facility: stop.facility.map_or_else(String::new, |f| layout.travel.facilities[f].name.clone()),
                    direction: layout.directions[d].clone(),
                    visits: Figure::of(&per_vehicle),
                    minutes_per_visit: Figure::of(&minutes.collect::<Vec<f64>>()).filter(|_| !is_cost),
                    ..Part::of(Figure::default())
                });
                amounts.push(amount);
            }
        }
        let per_vehicle = |amount: &Vec<f64>| {
            let told = amount.iter().zip(&replications).filter(|(_, (_, left))| *left > 0.0);
            Figure::of(&told.map(|(amount, (_, left))| amount / MS_PER_H / left).collect::<Vec<f64>>())
        };
        let is_time = self.asked.measure.unit == "h" || self.asked.measure.unit == "km/h";
        let figures: Vec<Option<Figure>> =
            if is_time { amounts.iter().map(per_vehicle).collect() } else { self.shared_out(&amounts) };
        let parts = places.into_iter().zip(figures).filter_map(|(part, value)| Some(Part { value: value?, ..part }));
        (parts.collect(), self.rest(&amounts, &replications))
    }

    /// The number less its parts, where the parts are counted by themselves.
    fn rest(&self, amounts: &[Vec<f64>], replications: &[(&crate::journey::Sums, f64)]) -> Option<Figure> {
        if !PER_VEHICLE.contains(&self.asked.measure.name) {
            return None;
        }
        let values = self.all.of(self.at).map(|sample| sample.value);
        let rests = values.zip(replications).enumerate().filter_map(|(r, (value, (_, left)))| {
            let parts: f64 = amounts.iter().map(|amount| amount[r]).sum();
            value.map(|value| value - parts / MS_PER_H / left)
        });
        // What is lost in the last digits of a sum is no rest.
        Figure::of(&rests.collect::<Vec<f64>>()).filter(|rest| rest.mean.abs() > 1e-9)
    }

    fn of_stream(&self, stream: usize, value: Figure) -> Part {
        let of = &self.layout.streams[stream];
        Part {
            direction: self.layout.directions[of.direction].clone(),
            class: self.layout.classes[of.class].clone(),
            ..Part::of(value)
        }
    }
}

impl Part {
    fn of(value: Figure) -> Self {
        let (scope, title, facility) = Default::default();
        let (direction, class, inputs) = Default::default();
        let (visits, minutes_per_visit, share) = (None, None, 0.0);
        Self { scope, title, facility, direction, class, value, share, visits, minutes_per_visit, inputs }
    }
}
