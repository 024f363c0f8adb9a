//! Where the time goes: the mean time door to door, taken apart into the stages and links of the way.
//!
//! Each part is the sum of one kind of time at one place over all visits of the window, divided by the vehicles that left in the
//! window. A visit counts when it ends in the window and a vehicle when it leaves in it, so parts and whole agree to the millisecond
//! when every vehicle comes and leaves inside the window. Otherwise they differ by what the vehicles inside at its two ends
//! have behind them, and by the time of those that were turned away or gave up; this difference is a part of its own, the
//! [`Way::rest_h`].

mod measure;
mod travel;

pub(crate) use measure::{border_fees, border_time_h, release_time_h, speed_kmh, standard_cost};
pub(crate) use travel::Travel;

use crate::cost::Needs;
use crate::growth::Growing;
use crate::layout::Layout;
use crate::options::LEVEL;
use portway_sim::Observations;
use portway_sim::program::StationKind;
use portway_stats::Estimate;
use serde::{Deserialize, Serialize};

const MS_PER_H: f64 = 3_600_000.0;

/// The time door to door of every direction, and of every class in it, by place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Journey {
    /// All classes of a direction together, then each; directions and classes in the order of the folder.
    pub ways: Vec<Way>,
}

/// The way of one direction and class.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Way {
    /// Direction name.
    pub direction: String,
    /// Class name; empty for all.
    pub class: String,
    /// Whether a queue on the way grows until the window ends, so that no time has a mean.
    pub grows: bool,
    /// Mean time door to door, hours; none when nobody left, or when it grows.
    pub door_to_door_h: Option<Figure>,
    /// Stages and links in the order of travel, those that somebody passed. Empty when there is no mean.
    pub stops: Vec<Stop>,
    /// What the parts do not account for, hours: the vehicles inside at the edges of the window and those that did not
    /// reach the end. May be negative.
    pub rest_h: Option<Figure>,
}

/// One stage or link on a way. Times are hours per vehicle that left, those included that did not pass here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stop {
    /// Stage or link name, as measures carry it.
    pub scope: String,
    /// Title for people.
    pub title: String,
    /// Facility name; empty for a link.
    pub facility: String,
    /// The facility that names the border crossing point inside which it lies; empty for none.
    pub border_crossing_point: String,
    /// Step of release that the time counts to; empty for none, and for all classes together where they differ.
    #[cfg_attr(feature = "openapi", schema(schema_with = crate::described::release_step_or_none))]
    pub step: String,
    /// Where it begins, kilometres from the beginning of the direction's longest route; none off that route.
    pub from_km: Option<f64>,
    /// Where it ends.
    pub to_km: Option<f64>,
    /// Visits per vehicle that left.
    pub visits: Figure,
    /// All time here.
    pub time_h: Figure,
    /// Being served, or travelling.
    pub service_h: Figure,
    /// Waiting at home for a slot.
    pub virtual_h: Figure,
    /// Waiting in a holding lot after registration.
    pub yard_h: Figure,
    /// Waiting in front of lanes and links.
    pub physical_h: Figure,
    /// Holding a lane or link because the next place is full.
    pub blocked_h: Figure,
    /// What all of it costs in the first currency of the corridor, with its tolls and fees; none where nothing has a price.
    pub cost: Option<Figure>,
    /// Of it, waiting: at home for a slot, or in front of lanes and links.
    pub cost_waiting: Option<Figure>,
    /// Of it, being held: in a holding lot, or because the next place is full.
    pub cost_held: Option<Figure>,
}

/// A mean over replications with the half-width of its interval; none with one replication.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figure {
    /// Mean.
    pub mean: f64,
    /// Half-width.
    pub half_width: Option<f64>,
}

impl Figure {
    /// The mean of some values, one per replication, with its interval; none without values.
    pub(crate) fn of(values: &[f64]) -> Option<Self> {
        Estimate::of(values, LEVEL).map(|estimate| Self { mean: estimate.mean, half_width: estimate.half_width })
    }
}

impl Journey {
    /// The way of a direction and class; an empty class stands for all.
    pub fn way(&self, direction: &str, class: &str) -> Option<&Way> {
        self.ways.iter().find(|way| way.direction == direction && way.class == class)
    }

    /// From what every replication said.
    pub(crate) fn new(layout: &Layout, sums: &[Sums], growing: &Growing) -> Self {
        let mut ways = Vec::new();
        for (d, direction) in layout.directions.iter().enumerate() {
            let classes = layout.classes.iter().enumerate().map(|(c, class)| (class.as_str(), vec![c]));
            for (class, wanted) in std::iter::once(("", Vec::new())).chain(classes) {
                let streams = layout.streams_of(Some(d), &wanted);
                if !streams.is_empty() {
                    ways.push(way(layout, (d, direction), class, &streams, sums, growing));
                }
            }
        }
        Self { ways }
    }
}

/// What one replication says: milliseconds and counts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sums {
    /// Per stream: vehicles that left, and their time door to door.
    left: Vec<(u64, u128)>,
    /// Per stream, in the order of its direction's stops.
    cells: Vec<Vec<Times>>,
    /// What they cost, in the first currency: being served with tolls and fees, waiting, being held; all nothing where nothing
    /// has a price.
    costs: Vec<Vec<[f64; 3]>>,
}

/// Times of one stream at one station, milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Times {
    /// Visits that ended.
    pub(crate) visits: u64,
    pub(crate) wait_ms: u128,
    pub(crate) service_ms: u128,
    /// Done and not gone.
    pub(crate) held_ms: u128,
}

impl Times {
    pub(crate) fn of(observations: &Observations, stream: usize, station: usize) -> Self {
        let seen = &observations.stations[station].streams[stream];
        Self {
            visits: seen.service_ms.count(),
            wait_ms: seen.wait_ms.sum(),
            service_ms: seen.service_ms.sum(),
            held_ms: seen.blocked_ms.sum(),
        }
    }

    pub(crate) fn all_ms(self) -> u128 {
        self.wait_ms + self.service_ms + self.held_ms
    }

    /// All time but that at home: who waits there for a slot stands at no border.
    pub(crate) fn on_site_ms(self, kind: StationKind) -> u128 {
        match kind {
            StationKind::Appointments => self.service_ms + self.held_ms,
            _ => self.all_ms(),
        }
    }
}

impl std::ops::AddAssign for Times {
    fn add_assign(&mut self, other: Self) {
        self.visits += other.visits;
        self.wait_ms += other.wait_ms;
        self.service_ms += other.service_ms;
        self.held_ms += other.held_ms;
    }
}

impl Sums {
    pub(crate) fn of(layout: &Layout, observations: &Observations) -> Self {
        let left = observations.streams.iter().map(|stream| (stream.left, stream.door_to_door_ms.sum()));
        let cells = layout.streams.iter().enumerate().map(|(stream, of)| {
            let stops = layout.travel.stops[of.direction].iter();
            stops.map(|stop| Times::of(observations, stream, stop.station)).collect()
        });
        let cells: Vec<Vec<Times>> = cells.collect();
        let costs = layout.streams.iter().enumerate().map(|(stream, of)| {
            let prices = layout.prices.at_places(observations, stream);
            let stops = layout.travel.stops[of.direction].iter().zip(&cells[stream]);
            stops.map(|(stop, times)| prices.parts(stop.station, layout.travel.kind(stop.station), *times)).collect()
        });
        let costs = costs.collect();
        Self { left: left.collect(), cells, costs }
    }

    /// Times of a stream at a station; nothing where its direction does not pass.
    pub(crate) fn times(&self, layout: &Layout, stream: usize, station: usize) -> Times {
        let stops = &layout.travel.stops[layout.streams[stream].direction];
        let index = stops.iter().position(|stop| stop.station == station);
        index.map_or_else(Times::default, |index| self.cells[stream][index])
    }

    /// What a stream spent at a station, in the first currency.
    pub(crate) fn cost(&self, layout: &Layout, stream: usize, station: usize) -> f64 {
        let stops = &layout.travel.stops[layout.streams[stream].direction];
        let index = stops.iter().position(|stop| stop.station == station);
        index.map_or(0.0, |index| self.costs[stream][index].iter().sum())
    }

    /// Vehicles of some streams that left, and their time.
    pub(crate) fn left(&self, streams: &[usize]) -> (u64, u128) {
        streams.iter().fold((0, 0), |(n, ms), &s| (n + self.left[s].0, ms + self.left[s].1))
    }

    /// What some streams spent at a stop, part by part.
    fn cost_at(&self, streams: &[usize], stop: usize, part: usize) -> f64 {
        streams.iter().map(|&stream| self.costs[stream][stop][part]).sum()
    }

    fn at(&self, streams: &[usize], stop: usize) -> Times {
        let mut all = Times::default();
        streams.iter().for_each(|&stream| all += self.cells[stream][stop]);
        all
    }
}

fn way(
    layout: &Layout,
    (d, direction): (usize, &str),
    class: &str,
    streams: &[usize],
    sums: &[Sums],
    growing: &Growing,
) -> Way {
    let grows = growing.any_of(streams);
    let mut way = Way { direction: direction.to_owned(), class: class.to_owned(), grows, ..Way::default() };
    // A replication in which nobody left has no mean.
    let told: Vec<(&Sums, f64)> =
        sums.iter().map(|sums| (sums, sums.left(streams).0 as f64)).filter(|(_, left)| *left > 0.0 && !grows).collect();
    let per_vehicle = |of: &dyn Fn(&Sums) -> f64| -> Option<Figure> {
        Figure::of(&told.iter().map(|(sums, left)| of(sums) / left).collect::<Vec<f64>>())
    };
    let hours = |of: &dyn Fn(&Sums) -> f64| per_vehicle(&|sums| of(sums) / MS_PER_H);
    let stops = &layout.travel.stops[d];
    way.door_to_door_h = hours(&|sums| sums.left(streams).1 as f64);
    way.rest_h = hours(&|sums| {
        let parts: u128 = (0..stops.len()).map(|stop| sums.at(streams, stop).all_ms()).sum();
        sums.left(streams).1 as f64 - parts as f64
    });
    for (index, stop) in stops.iter().enumerate() {
        let at = |sums: &Sums| sums.at(streams, index);
        let passed = told.iter().any(|(sums, _)| at(sums).visits > 0 || at(sums).all_ms() > 0);
        let kind = layout.travel.kind(stop.station);
        // Waiting is at home or in front of lanes, being held is in a lot or blocked, as the kind of the place says.
        let (at_home, in_lot) = (kind == StationKind::Appointments, kind == StationKind::Holding);
        let wait = |counts: bool| hours(&|sums| if counts { at(sums).wait_ms as f64 } else { 0.0 });
        let held = |counts: bool| hours(&|sums| if counts { at(sums).held_ms as f64 } else { 0.0 });
        let cost = |of: &dyn Fn(&Sums) -> f64| per_vehicle(of).filter(|_| layout.prices.meet(Needs::Money));
        let figures = || {
            Some(Stop {
                visits: per_vehicle(&|sums| at(sums).visits as f64)?,
                time_h: hours(&|sums| at(sums).all_ms() as f64)?,
                service_h: hours(&|sums| at(sums).service_ms as f64)?,
                virtual_h: wait(at_home)?,
                yard_h: held(in_lot)?,
                physical_h: wait(!at_home)?,
                blocked_h: held(!in_lot)?,
                cost: cost(&|sums| (0..3).map(|part| sums.cost_at(streams, index, part)).sum()),
                cost_waiting: cost(&|sums| sums.cost_at(streams, index, 1)),
                cost_held: cost(&|sums| sums.cost_at(streams, index, 2)),
                ..names(layout, stop, streams)
            })
        };
        way.stops.extend(figures().filter(|_| passed));
    }
    way
}

/// What a stop is called and what it belongs to, without its times.
fn names(layout: &Layout, stop: &travel::Stop, streams: &[usize]) -> Stop {
    let Layout { travel, stations, .. } = layout;
    let facility = |index: Option<usize>| index.map_or_else(String::new, |index| travel.facilities[index].name.clone());
    let agreed = |of: &dyn Fn(usize) -> Option<String>| {
        let mut all: Vec<String> = streams.iter().filter_map(|&stream| of(stream)).collect();
        all.dedup();
        if all.len() == 1 { all.remove(0) } else { String::new() }
    };
    let nothing = Figure::default();
    Stop {
        scope: stations[stop.station].scope.clone(),
        title: stations[stop.station].title(),
        facility: facility(stop.facility),
        border_crossing_point: agreed(&|stream| travel.point(stream, stop.station).map(|point| facility(Some(point)))),
        step: agreed(&|stream| travel.step(stream, stop.station).map(|(_, step)| step.name().to_owned())),
        from_km: stop.km.map(|(from, _)| from),
        to_km: stop.km.map(|(_, to)| to),
        visits: nothing,
        time_h: nothing,
        service_h: nothing,
        virtual_h: nothing,
        yard_h: nothing,
        physical_h: nothing,
        blocked_h: nothing,
        cost: None,
        cost_waiting: None,
        cost_held: None,
    }
}
