//! What the numbers of a replication belong to: days, streams and stations by name.

use crate::cost::Prices;
use crate::journey::Travel;
use crate::measures::way_scope;
use crate::trade::Trade;
use jiff::civil::Date;
use portway_model::element::{Back, Class, Counts, Timeline};
use portway_model::travellers::{self, Travellers};
use portway_model::{Id, Model};
use portway_sim::Program;
use portway_sim::program::{StationElement, StationKind};

/// The names and dates behind the indices of `Observations`; the same for every replication of a program.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    /// Days of the window.
    pub(crate) days: Vec<Date>,
    /// Real length of the window: a day of a clock change has 23 or 25 hours.
    pub(crate) window_ms: i64,
    /// Direction names in the order of the folder.
    pub(crate) directions: Vec<String>,
    /// Class names in the order of the folder.
    pub(crate) classes: Vec<String>,
    /// Names of those whose traffic is told apart, in the order of the folder; usually none.
    pub(crate) owners: Vec<String>,
    /// Like `Program::streams`.
    pub(crate) streams: Vec<Stream>,
    /// Like `Program::stations`.
    pub(crate) stations: Vec<Station>,
    /// Like `Program::alternatives`.
    pub(crate) alternatives: Vec<Alternative>,
    /// Like `Program::limits`.
    pub(crate) limits: Vec<Limit>,
    /// Names of the yearly days that a run tells of.
    pub(crate) yearlies: Vec<String>,
    /// Names of the services, each with the positions of its ways in `Program::services`.
    pub(crate) services: Vec<(String, Vec<usize>)>,
    /// Classes that results also tell of together, by the name of all of them: people, and vehicles; none where nobody rides.
    pub(crate) groups: Vec<(String, Vec<usize>)>,
    /// Classes that carriers of services belong to and no flow.
    pub(crate) carriers: Vec<usize>,
    /// Stations at which carriers stand until they leave.
    pub(crate) berths: Vec<usize>,
    /// Cargo of one vehicle, tonnes: `[version][class]`.
    pub(crate) load_t: Vec<Vec<f64>>,
    /// Passengers of one vehicle: `[version][class]`.
    pub(crate) passengers: Vec<Vec<f64>>,
    /// Version of the model that holds on each day of the window.
    pub(crate) version_of_day: Vec<usize>,
    /// What hours, passages and fuel cost.
    pub(crate) prices: Prices,
    /// The order of travel.
    pub(crate) travel: Travel,
    /// What is traded.
    pub(crate) trade: Trade,
}

/// A cap or a quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Limit {
    /// The scope that measures carry: its name.
    pub(crate) name: String,
    /// What it counts.
    pub(crate) counts: Counts,
    /// Whether it begins anew with a period.
    pub(crate) is_quota: bool,
}

/// One class in one direction; of one owner and with one cargo, where those are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stream {
    /// Index in `Layout::directions`.
    pub(crate) direction: usize,
    /// Index in `Layout::classes`.
    pub(crate) class: usize,
    /// Index in `Layout::owners`; none for traffic of nobody.
    pub(crate) owner: Option<usize>,
    /// Index of a flow in the model whose cargo all of it has; none without one.
    pub(crate) cargo: Option<usize>,
}

impl Stream {
    fn of(stream: &portway_sim::program::Stream) -> Self {
        let portway_sim::program::Stream { direction, class, owner, cargo, .. } = *stream;
        Self { direction, class, owner, cargo }
    }
}

/// A way of a flow that chooses among several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alternative {
    /// The scope that measures carry: `flow/route`.
    pub(crate) scope: String,
    /// Stream of the flow.
    pub(crate) stream: usize,
}

/// A stage, or one way of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Station {
    /// The scope that measures carry.
    pub(crate) scope: String,
    /// The direction that measures carry: empty for stages, which a process may share, and that of its traffic for a way
    /// of a link, because both ways have the name of the link.
    pub(crate) direction: String,
    /// For people: the title of a link, or those of a facility and its stage.
    pub(crate) titles: Vec<String>,
    /// Whether it is a way of a link, and no stage.
    pub(crate) is_link: bool,
}

impl Station {
    /// The title in one text.
    pub(crate) fn title(&self) -> String {
        self.titles.join(", ")
    }

    fn new(station: &portway_sim::program::Station, model: &Model) -> Self {
        let (scope, direction) = match (station.element, station.direction) {
            (StationElement::Link { .. }, Some(direction)) => (
                station.name.clone(),
                model.directions.iter().nth(direction).map_or_else(String::new, |d| d.name.clone()),
            ),
            // Traffic of several directions uses the same way of a link; the way back needs a name of its own.
            (StationElement::Link { reversed: true, .. }, None) => {
                (format!("{}.reversed", station.name), String::new())
            }
            _ => (station.name.clone(), String::new()),
        };
        // Every checkpoint has its document control: a title says which one only together with its facility's.
        let titles = match station.element {
            StationElement::Stage(stage) => {
                let facility =
                    model.stages.iter().nth(stage).map(|stage| model.facilities[stage.facility].title.clone());
                facility.into_iter().chain([station.title.clone()]).collect()
            }
            StationElement::Link { .. } => vec![station.title.clone()],
            StationElement::Stop { service, .. } => {
                let service = model.services.iter().nth(service).map(|service| service.title.clone());
                service.into_iter().chain([station.title.clone()]).collect()
            }
        };
        Self { scope, direction, titles, is_link: matches!(station.element, StationElement::Link { .. }) }
    }
}

impl Alternative {
    fn new(way: &portway_sim::program::Alternative, program: &Program, model: &Model) -> Self {
        let flow = &program.flows[way.flow];
        let route = model.routes.iter().nth(way.route).map_or("", |route| &route.name);
        Self { scope: way_scope(&flow.name, route), stream: flow.stream }
    }
}

/// The yearly days, where anything of the corridor has seasons.
fn yearlies(model: &Model) -> Vec<String> {
    model.yearlies.iter().map(|yearly| yearly.name.clone()).collect()
}

/// The services, each with the positions of its ways: they stand one behind the other, a way back behind the way there.
fn services(model: &Model) -> Vec<(String, Vec<usize>)> {
    let mut ways = 0..;
    let of = |service: &portway_model::element::Service| {
        let count = if service.back.is_some() { 2 } else { 1 };
        (service.name.clone(), ways.by_ref().take(count).collect())
    };
    model.services.iter().map(of).collect()
}

/// The classes of people and those of vehicles, where they are told apart.
fn groups(model: &Model) -> Vec<(String, Vec<usize>)> {
    let travellers = Travellers::of(model);
    let group = |classes: &[Id<Class>]| {
        (travellers::together(model, classes), classes.iter().map(|class| class.index()).collect())
    };
    travellers.groups().into_iter().map(group).collect()
}

/// Classes of which every vehicle carries passengers of a service.
fn carriers(model: &Model) -> Vec<usize> {
    let is_flow = |class: usize| model.flows.iter().any(|flow| flow.class.index() == class);
    let mut classes: Vec<usize> = model.services.iter().map(|service| service.class.index()).collect();
    classes.retain(|class| !is_flow(*class));
    classes.sort_unstable();
    classes.dedup();
    classes
}

impl Limit {
    fn new(limit: &portway_model::element::Limit) -> Self {
        let is_quota = matches!(limit.back, Back::Every(_));
        Self { name: limit.name.clone(), counts: limit.counts, is_quota }
    }
}

impl Layout {
    /// Reads the names off a program and the days off its timeline.
    pub(crate) fn new(timeline: &Timeline, program: &Program) -> Self {
        let model = timeline.first();
        let window = &program.window;
        let days = window.days.clone();
        let version_of_day: Vec<usize> = days
            .iter()
            .map(|day| timeline.versions.iter().skip(1).take_while(|v| v.from.is_some_and(|from| from <= *day)).count())
            .collect();
        let per_version = |value: fn(&portway_model::element::Class) -> f64| {
            timeline.versions.iter().map(|v| v.model.classes.iter().map(value).collect()).collect()
        };
        let streams: Vec<Stream> = program.streams.iter().map(Stream::of).collect();
        Self {
            travel: Travel::new(model, program, &streams),
            trade: Trade::new(timeline, &streams, &days, &version_of_day),
            window_ms: window.to_tick - window.from_tick,
            directions: model.directions.iter().map(|d| d.name.clone()).collect(),
            classes: model.classes.iter().map(|c| c.name.clone()).collect(),
            owners: program.owners.clone(),
            streams,
            stations: program.stations.iter().map(|s| Station::new(s, model)).collect(),
            alternatives: program.alternatives.iter().map(|way| Alternative::new(way, program, model)).collect(),
            limits: model.limits.iter().map(Limit::new).collect(),
            yearlies: yearlies(model),
            services: services(model),
            groups: groups(model),
            carriers: carriers(model),
            berths: (0..program.stations.len()).filter(|s| program.stations[*s].kind == StationKind::Berth).collect(),
            load_t: per_version(|class| class.load_t),
            passengers: per_version(|class| class.passengers),
            prices: Prices::new(timeline, program, &days, &version_of_day),
            version_of_day,
            days,
        }
    }

    /// Streams of one direction and class together, whoever owns them: sorted as they are, they stand side by side.
    pub(crate) fn by_class(&self, streams: &[usize]) -> Vec<Vec<usize>> {
        let of = |stream: &usize| (self.streams[*stream].direction, self.streams[*stream].class);
        streams.chunk_by(|one, other| of(one) == of(other)).map(<[usize]>::to_vec).collect()
    }

    /// The streams of a direction and a set of classes; `None` and an empty set stand for all.
    pub(crate) fn streams_of(&self, direction: Option<usize>, classes: &[usize]) -> Vec<usize> {
        let wanted = |s: &Stream| {
            direction.is_none_or(|d| d == s.direction) && (classes.is_empty() || classes.contains(&s.class))
        };
        (0..self.streams.len()).filter(|&s| wanted(&self.streams[s])).collect()
    }
}
