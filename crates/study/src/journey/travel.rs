//! Where the stations of each direction stand: in the order of travel, with their kilometres, their border crossing point, and
//! the step of release that they count to.

use crate::layout::Stream;
use portway_model::element::{Facility, Leg, Model, ReleaseStep, Route};
use portway_model::{Id, travel};
use portway_sim::program::{self, Program, StationElement, StationKind, StopPart};
use std::collections::BTreeMap;

/// The order of travel behind the indices of a layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Travel {
    /// Facilities in the order of the model.
    pub(crate) facilities: Vec<Place>,
    /// Per direction, the stations in the order of travel: those of its longest route, then those of its other routes.
    pub(crate) stops: Vec<Vec<Stop>>,
    /// Per stream and station, what the time there counts to.
    counts_to: Vec<Vec<CountsTo>>,
    /// Length of the link of each station, metres; none for stages.
    length_m: Vec<Option<f64>>,
    /// How waiting at each station is counted.
    kinds: Vec<StationKind>,
}

/// A facility.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Place {
    /// Name in the folder.
    pub(crate) name: String,
    /// Whether it names a border crossing point.
    pub(crate) is_point: bool,
}

/// One station on the way of a direction.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stop {
    /// Index in `Program::stations`.
    pub(crate) station: usize,
    /// Its facility; none for a link.
    pub(crate) facility: Option<usize>,
    /// Where it begins and ends, kilometres from the beginning of the route; none off the longest route.
    pub(crate) km: Option<(f64, f64)>,
}

/// What the time of a stream at a station counts to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct CountsTo {
    /// Facility that names the border crossing point inside which it lies.
    point: Option<usize>,
    /// A border crossing point that comes next: who is held here is in the queue before it.
    queue_of: Option<usize>,
    /// Facility and step of release.
    step: Option<(usize, ReleaseStep)>,
}

impl Travel {
    pub(crate) fn new(model: &Model, program: &Program, streams: &[Stream]) -> Self {
        let mut stages = BTreeMap::new();
        let mut ways = BTreeMap::new();
        let mut stops_of = BTreeMap::new();
        for (index, station) in program.stations.iter().enumerate() {
            match station.element {
                StationElement::Stage(stage) => stages.insert(stage, index),
                StationElement::Link { link, reversed } => ways.insert((link, reversed), index),
                StationElement::Stop { service, back, part } => stops_of.insert((service, back, part), index),
            };
        }
        let points = model.facilities.ids().map(|id| travel::border_crossing_point(model, id).map(Id::index));
        let points: Vec<Option<usize>> = points.collect();
        let facilities = model.facilities.iter().enumerate();
        let length_m = |station: &program::Station| match station.element {
            // A link that says only how long it takes has no length.
            StationElement::Link { link, .. } => {
                Some(model.links[Id::new(link)].length_m).filter(|length| *length > 0.0)
            }
            StationElement::Stage(_) | StationElement::Stop { .. } => None,
        };
        let finder = Finder { model, stages, ways, stops_of, points: &points };
        Self {
            facilities: facilities
                .map(|(index, facility)| Place { name: facility.name.clone(), is_point: points.contains(&Some(index)) })
                .collect(),
            stops: (0..model.directions.len()).map(|direction| finder.stops(direction)).collect(),
            counts_to: streams.iter().map(|stream| finder.counts_to(*stream, program.stations.len())).collect(),
            length_m: program.stations.iter().map(length_m).collect(),
            kinds: program.stations.iter().map(|station| station.kind).collect(),
        }
    }

    /// The border crossing point inside which a stream is at a station.
    pub(crate) fn point(&self, stream: usize, station: usize) -> Option<usize> {
        self.counts_to[stream][station].point
    }

    /// The border crossing point before which a stream is held at a station.
    pub(crate) fn queue_of(&self, stream: usize, station: usize) -> Option<usize> {
        self.counts_to[stream][station].queue_of
    }

    /// The facility and step of release that a stream's time at a station counts to.
    pub(crate) fn step(&self, stream: usize, station: usize) -> Option<(usize, ReleaseStep)> {
        self.counts_to[stream][station].step
    }

    /// Whether a stream passes a border crossing point.
    pub(crate) fn passes_point(&self, stream: usize, point: usize) -> bool {
        self.counts_to[stream].iter().any(|to| to.point == Some(point))
    }

    /// Whether goods of a stream are released in a facility.
    pub(crate) fn is_released(&self, stream: usize, facility: usize) -> bool {
        self.counts_to[stream].iter().any(|to| to.step.is_some_and(|(at, _)| at == facility))
    }

    /// Whether time of some streams counts to a step of release in a facility.
    pub(crate) fn has_step(&self, streams: &[usize], facility: usize, step: ReleaseStep) -> bool {
        streams.iter().any(|&stream| self.counts_to[stream].iter().any(|to| to.step == Some((facility, step))))
    }

    /// Length of a link in kilometres; none for a stage, and for a link of which only the time is known.
    pub(crate) fn length_km(&self, station: usize) -> Option<f64> {
        self.length_m[station].map(|metres| metres / 1000.0)
    }

    /// How waiting at a station is counted.
    pub(crate) fn kind(&self, station: usize) -> StationKind {
        self.kinds[station]
    }
}

/// Finds stations on routes.
struct Finder<'a> {
    model: &'a Model,
    stages: BTreeMap<usize, usize>,
    ways: BTreeMap<(usize, bool), usize>,
    stops_of: BTreeMap<(usize, bool, StopPart), usize>,
    /// Per facility, the one that names its border crossing point.
    points: &'a [Option<usize>],
}

impl Finder<'_> {
    fn stops(&self, direction: usize) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        let main = travel::main_route(self.model, direction);
        let others = self.model.routes.iter().filter(|route| route.direction.index() == direction);
        for (rank, route) in main.into_iter().chain(others).enumerate() {
            let mut km = 0.0;
            for leg in &route.legs {
                let from = km;
                if let Leg::Link { link, .. } = leg {
                    km += self.model.links[*link].length_m / 1000.0;
                }
                for station in self.stations(leg, direction) {
                    if stops.iter().all(|known| known.station != station) {
                        let facility = match leg {
                            Leg::Facility(facility) => Some(facility.index()),
                            Leg::Link { .. } | Leg::Service { .. } => None,
                        };
                        stops.push(Stop { station, facility, km: (rank == 0).then_some((from, km)) });
                    }
                }
            }
        }
        stops
    }

    /// The stations of one leg in order.
    fn stations(&self, leg: &Leg, direction: usize) -> Vec<usize> {
        match leg {
            Leg::Link { link, reversed } => self.ways.get(&(link.index(), *reversed)).copied().into_iter().collect(),
            Leg::Service { service, reversed } => {
                let part = |part| self.stops_of.get(&(service.index(), *reversed, part)).copied();
                [StopPart::Platform, StopPart::Aboard].into_iter().filter_map(part).collect()
            }
            Leg::Facility(facility) => {
                let stages = travel::stages(self.model, *facility, direction);
                stages.iter().filter_map(|stage| self.stages.get(&stage.index()).copied()).collect()
            }
        }
    }

    fn counts_to(&self, stream: Stream, stations: usize) -> Vec<CountsTo> {
        let mut counts = vec![CountsTo::default(); stations];
        let flows = self.model.flows.iter().filter(|flow| flow.class.index() == stream.class);
        let routes = flows.flat_map(|flow| &flow.routes).map(|route| &self.model.routes[*route]);
        for route in routes.filter(|route| route.direction.index() == stream.direction) {
            self.on_route(route, stream, &mut counts);
        }
        counts
    }

    fn on_route(&self, route: &Route, stream: Stream, counts: &mut [CountsTo]) {
        let passed =
            |facility: Id<Facility>| travel::stages_of_class(self.model, facility, stream.direction, stream.class);
        // A facility where a class passes no stage is not there for it.
        let point_at = |leg: &Leg| match leg {
            Leg::Facility(facility) if !passed(*facility).is_empty() => Some(self.points[facility.index()]),
            _ => None,
        };
        for (at, leg) in route.legs.iter().enumerate() {
            match leg {
                Leg::Link { .. } | Leg::Service { .. } => {
                    let before = route.legs[..at].iter().rev().find_map(point_at).flatten();
                    let behind = route.legs[at..].iter().find_map(point_at).flatten();
                    for station in self.stations(leg, stream.direction) {
                        let inside = behind.filter(|_| behind == before);
                        counts[station].point = counts[station].point.or(inside);
                        counts[station].queue_of = counts[station].queue_of.or(behind);
                    }
                }
                Leg::Facility(facility) => {
                    for stage in passed(*facility) {
                        if let Some(station) = self.stages.get(&stage.index()) {
                            counts[*station].point = self.points[facility.index()];
                        }
                    }
                    for (stage, step) in travel::release_steps(self.model, *facility, stream.direction, stream.class) {
                        if let Some(station) = self.stages.get(&stage.index()) {
                            counts[*station].step = Some((facility.index(), step));
                        }
                    }
                }
            }
        }
    }
}
