//! From the dated model to flat tables: routes become operations, calendars become instants, shares become coins.

mod choice;
mod limits;
mod numbers;
mod routes;
mod seasons;
mod services;
mod supply;
mod time;

use crate::kernel::{ELEMENTS_MAX, RANKS_MAX};
use crate::program::{
    Deck, FlowProgram, IncidentProgram, NO_FLOW, NO_WAY, Op, Program, Station, StationElement, StationKind, StopPart,
    Stream,
};
use numbers::Numbers;
pub use numbers::sampler;
use portway_model::element::Flow;
use portway_model::element::facility::StageKind;
use portway_model::element::incident::{IncidentCause, IncidentTarget};
use portway_model::element::network::Leg;
use portway_model::{Id, Model, element::Timeline};
use std::collections::{BTreeMap, BTreeSet};
use time::Clock;

/// Why a timeline cannot be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompileError {
    /// The last day lies before the first, or the days were skipped by the zone.
    EmptyWindow,
    /// The window, warm-up included, is longer than the clock of a run, or lies beyond the calendar.
    WindowTooLong,
    /// More flows, stations, decks and incidents than [`ELEMENTS_MAX`].
    TooManyElements {
        /// How many there are.
        elements: usize,
    },
    /// A stage tells more classes apart than [`RANKS_MAX`].
    TooManyRanks {
        /// The stage.
        stage: String,
    },
    /// A dated change added or removed elements or steps.
    StructureChanged {
        /// The facility or kind of element.
        at: String,
    },
}

impl std::fmt::Display for CompileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::EmptyWindow => write!(f, "there is no time between the first day and the last"),
            Self::WindowTooLong => {
                write!(
                    f,
                    "the window with its warm-up is too long, or too near the end of the calendar: choose other dates"
                )
            }
            Self::TooManyElements { elements } => {
                write!(f, "{elements} flows, stations and incidents; at most {ELEMENTS_MAX} can be simulated")
            }
            Self::TooManyRanks { stage } => write!(f, "stage {stage} tells more than {RANKS_MAX} classes apart"),
            Self::StructureChanged { at } => write!(f, "a dated change adds or removes elements or steps of {at}"),
        }
    }
}

impl std::error::Error for CompileError {}

/// Compiles the corridor of one scenario. The program depends on nothing but the timeline.
pub fn compile(timeline: &Timeline) -> Result<Program, CompileError> {
    let clock = Clock::new(timeline)?;
    let model = clock.versions[0].model;
    check_structure(&clock, model)?;
    let stations = stations(model);
    let elements = stations.len()
        + model.flows.len()
        + 2 * model.services.len()
        + model.links.len()
        + model.incidents.len()
        + seasons::draught_gates(&clock, &stations);
    if elements > ELEMENTS_MAX {
        return Err(CompileError::TooManyElements { elements });
    }

    let mut numbers = Numbers::default();
    let station_of = StationIndex::new(model, &stations);
    let mut routes = routes::compile(&clock, model, &station_of)?;
    let owners = owners(model);
    let cargoes = cargoes(&clock);
    let streams = streams(model, &owners, &cargoes);
    let mut flows = Vec::new();
    for (index, flow) in model.flows.entries() {
        let direction = model.direction_of(flow).index();
        let of = (direction, flow.class.index(), owner_of(flow, &owners), cargoes[index.index()]);
        let is_stream = |s: &Stream| (s.direction, s.class, s.owner, s.cargo) == of;
        flows.push(FlowProgram {
            name: flow.name.clone(),
            stream: streams.iter().position(is_stream).expect("streams were made from the flows"),
            class: flow.class.index(),
            first_ops: std::mem::take(&mut routes.first_ops[index.index()]),
            choice: None,
            arrivals: supply::arrivals(&clock, index, &mut numbers),
            batch: flow.batch_vehicles.max(1),
            then: NO_FLOW,
            carries: NO_WAY,
        });
    }
    let first_flow = flows.len();
    flows.extend(services::flows(&clock, model, &streams, &routes.first_ops, first_flow));
    let services = services::service_ways(&clock, model, &stations, first_flow);
    let epochs = numbers.epochs(&clock, &stations, routes.shares)?;
    let alternatives = choice::compile(&clock, &stations, &routes.ops, &epochs, &services, &mut flows);
    let directions = directions(&flows, &streams, &routes.ops, stations.len());
    let count = stations.len();
    let links = |station: &Station| match station.element {
        StationElement::Link { link, .. } => model.links.iter().nth(link),
        StationElement::Stage(_) | StationElement::Stop { .. } => None,
    };
    let keep_clear: Vec<bool> = stations.iter().map(|s| links(s).is_some_and(|link| link.keep_clear)).collect();
    let ahead = routes::ahead(&routes.ops, &stations, &keep_clear);
    Ok(Program {
        kept: routes::kept(&routes.ops, &stations, &ahead),
        ahead,
        keep_clear,
        border: stations.iter().map(|s| links(s).is_some_and(|link| link.border)).collect(),
        in_order: stations.iter().map(|s| links(s).is_some_and(|link| !link.overtaking)).collect(),
        metered: (0..stations.len()).map(|s| epochs.iter().any(|epoch| epoch.rules[s].headway_ms > 0)).collect(),
        cyclic: cyclic(&routes.ops, &flows, stations.len()),
        lane_steps: stations.iter().map(|station| supply::lane_steps(&clock, station)).collect(),
        slots: stations.iter().map(|station| supply::slots(&clock, station)).collect(),
        decks: decks(model, &station_of),
        incidents: incidents(model, &clock, &station_of),
        seasons: seasons::seasons(&clock, &stations, &mut numbers),
        limits: limits::limits(&clock, model, &flows, &routes.ops),
        stations: stations
            .into_iter()
            .zip(directions)
            .map(|(station, direction)| Station { direction, ..station })
            .collect(),
        classes: model.classes.len(),
        ops: routes.ops,
        coin_names: routes.coin_names,
        samplers: numbers.samplers,
        window: clock.window,
        streams,
        owners,
        flows,
        way_of: (0..count).map(|station| services::way_of(&services, station)).collect(),
        services,
        alternatives,
        epochs,
    })
}

/// Versions must have the same elements; the loader sees to it, and nothing here may panic when it did not.
fn check_structure(clock: &Clock<'_>, first: &Model) -> Result<(), CompileError> {
    let counts = |model: &Model| {
        [
            ("classes", model.classes.len()),
            ("links", model.links.len()),
            ("stages", model.stages.len()),
            ("facilities", model.facilities.len()),
            ("services", model.services.len()),
            ("routes", model.routes.len()),
            ("flows", model.flows.len()),
            ("incidents", model.incidents.len()),
            ("yearly days", model.yearlies.len()),
            ("seasons", model.seasons.len()),
            ("water levels", model.waters.len()),
            ("limits", model.limits.len()),
        ]
    };
    for version in &clock.versions {
        let differing = counts(first).into_iter().zip(counts(version.model)).find(|(one, other)| one != other);
        if let Some(((name, _), _)) = differing {
            return Err(CompileError::StructureChanged { at: name.to_owned() });
        }
    }
    Ok(())
}

/// Every stage, then the ways of links that routes and services use, then the stops of services.
fn stations(model: &Model) -> Vec<Station> {
    let stage = |(index, stage): (usize, &portway_model::element::Stage)| Station {
        name: stage.name.clone(),
        title: stage.title.clone(),
        kind: match stage.kind {
            StageKind::Control => StationKind::Control,
            StageKind::Holding => StationKind::Holding,
            StageKind::Appointments(_) => StationKind::Appointments,
        },
        element: StationElement::Stage(index),
        direction: None,
    };
    let ridden = services::ways(model).flat_map(|(_, service, back)| service.legs_towards(back));
    let legs = model.routes.iter().flat_map(|route| route.legs.iter().copied()).chain(ridden);
    let ways: BTreeSet<(usize, bool)> = legs
        .filter_map(|leg| match leg {
            Leg::Link { link, reversed } => Some((link.index(), reversed)),
            Leg::Facility(_) | Leg::Service { .. } => None,
        })
        .collect();
    let way = |(link, reversed): (usize, bool)| {
        let element = &model.links[Id::new(link)];
        Station {
            name: element.name.clone(),
            title: element.title.clone(),
            kind: StationKind::Link,
            element: StationElement::Link { link, reversed },
            direction: None,
        }
    };
    let links = ways.into_iter().map(way);
    model.stages.iter().enumerate().map(stage).chain(links).chain(services::stations(model)).collect()
}

/// Finds the station of an element.
pub(crate) struct StationIndex {
    ways: BTreeMap<(usize, bool), u32>,
    stops: BTreeMap<(usize, bool, StopPart), u32>,
}

impl StationIndex {
    fn new(model: &Model, stations: &[Station]) -> Self {
        let mut index = Self { ways: BTreeMap::new(), stops: BTreeMap::new() };
        for (at, station) in stations.iter().enumerate().skip(model.stages.len()) {
            match station.element {
                StationElement::Stage(_) => None,
                StationElement::Link { link, reversed } => index.ways.insert((link, reversed), at as u32),
                StationElement::Stop { service, back, part } => index.stops.insert((service, back, part), at as u32),
            };
        }
        index
    }

    /// A station of a way of a service; it is there, because all ways have theirs.
    fn stop(&self, service: usize, back: bool, part: StopPart) -> u32 {
        self.stops[&(service, back, part)]
    }

    /// The station of a way of a link, when a route uses it.
    fn way(&self, link: usize, reversed: bool) -> Option<u32> {
        self.ways.get(&(link, reversed)).copied()
    }
}

/// Those who own flows; nobody when there is only one to tell.
fn owners(model: &Model) -> Vec<String> {
    let mut owners: Vec<String> = Vec::new();
    for owner in model.flows.iter().filter_map(|flow| flow.owner.as_ref()) {
        if !owners.contains(owner) {
            owners.push(owner.clone());
        }
    }
    if owners.len() < 2 { Vec::new() } else { owners }
}

fn owner_of(flow: &Flow, owners: &[String]) -> Option<usize> {
    let owner = flow.owner.as_ref()?;
    owners.iter().position(|known| known == owner)
}

/// Per flow, the first flow that has the same cargo at all times; none where it has none.
fn cargoes(clock: &Clock<'_>) -> Vec<Option<usize>> {
    let count = clock.versions[0].model.flows.len();
    let of = |flow: usize| clock.versions.iter().map(move |version| &version.model.flows[Id::new(flow)].cargo);
    let mut first: Vec<usize> = Vec::new();
    let mut found = |flow: usize| {
        if of(flow).all(Vec::is_empty) {
            return None;
        }
        let same = first.iter().copied().find(|&known| of(known).eq(of(flow)));
        if same.is_none() {
            first.push(flow);
        }
        Some(same.unwrap_or(flow))
    };
    (0..count).map(&mut found).collect()
}

fn streams(model: &Model, owners: &[String], cargoes: &[Option<usize>]) -> Vec<Stream> {
    let of = |(flow, cargo): (&Flow, &Option<usize>)| {
        (model.direction_of(flow).index(), flow.class.index(), owner_of(flow, owners), *cargo)
    };
    let flows = model.flows.iter().zip(cargoes).map(of);
    let carriers = services::ways(model)
        .filter_map(|(_, service, back)| Some((service.direction(back)?.index(), service.class.index(), None, None)));
    let used: BTreeSet<(usize, usize, Option<usize>, Option<usize>)> = flows.chain(carriers).collect();
    used.into_iter()
        .map(|(direction, class, owner, cargo)| Stream {
            direction,
            direction_name: model.directions[Id::new(direction)].name.clone(),
            class,
            class_name: model.classes[Id::new(class)].name.clone(),
            owner,
            cargo,
        })
        .collect()
}

/// The operations of one way of a flow, the end included.
pub(crate) fn ops_of(ops: &[Op], first_op: u32) -> &[Op] {
    let rest = &ops[first_op as usize..];
    let end = rest.iter().position(|op| *op == Op::Leave).expect("every route ends");
    &rest[..=end]
}

/// The direction of each station, when only one passes it.
fn directions(flows: &[FlowProgram], streams: &[Stream], ops: &[Op], stations: usize) -> Vec<Option<usize>> {
    let mut found: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); stations];
    for flow in flows {
        for op in flow.first_ops.iter().flat_map(|first| ops_of(ops, *first)) {
            if let Op::Visit { station, .. } = op {
                found[*station as usize].insert(streams[flow.stream].direction);
            }
        }
    }
    found.into_iter().map(|set| if set.len() == 1 { set.first().copied() } else { None }).collect()
}

/// Stations from which a vehicle, or another one that it makes wait, can come back to the same station.
fn cyclic(ops: &[Op], flows: &[FlowProgram], stations: usize) -> Vec<bool> {
    let mut next: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); stations];
    let firsts: BTreeSet<u32> = flows.iter().flat_map(|flow| flow.first_ops.iter().copied()).collect();
    for first in firsts {
        let end = first as usize + ops_of(ops, first).len();
        for at in first as usize..end {
            let Op::Visit { station, .. } = ops[at] else { continue };
            // Follow every branch to the next visits.
            let mut seen = BTreeSet::new();
            let mut open = vec![at as u32 + 1];
            while let Some(op) = open.pop() {
                if !seen.insert(op) {
                    continue;
                }
                match ops[op as usize] {
                    Op::Visit { station: to, .. } => {
                        next[station as usize].insert(to as usize);
                    }
                    Op::Coin { otherwise, .. } => open.extend([op + 1, otherwise]),
                    Op::OneOf { ways, .. } => open.extend((1..=u32::from(ways)).map(|way| op + way)),
                    Op::Jump(to) => open.push(to),
                    Op::BackTo { target, .. } => open.extend([op + 1, target]),
                    Op::EndFacility | Op::Door(_) => open.push(op + 1),
                    Op::Leave => {}
                }
            }
        }
    }
    let comes_back = |from: usize| {
        let mut seen = vec![false; stations];
        let mut open: Vec<usize> = next[from].iter().copied().collect();
        while let Some(at) = open.pop() {
            if at == from {
                return true;
            }
            if !std::mem::replace(&mut seen[at], true) {
                open.extend(&next[at]);
            }
        }
        false
    };
    (0..stations).map(comes_back).collect()
}

fn decks(model: &Model, stations: &StationIndex) -> Vec<Deck> {
    let worked_in_turns = model.links.entries().filter(|(_, link)| link.alternating.is_some());
    worked_in_turns.map(|(link, _)| Deck { ways: [false, true].map(|way| stations.way(link.index(), way)) }).collect()
}

fn incidents(model: &Model, clock: &Clock<'_>, stations: &StationIndex) -> Vec<IncidentProgram> {
    let hit = |target: &IncidentTarget| match target {
        IncidentTarget::Stage(stage) => vec![stage.index() as u32],
        IncidentTarget::Link(link) => {
            [false, true].into_iter().filter_map(|way| stations.way(link.index(), way)).collect()
        }
        IncidentTarget::Service(_) => Vec::new(),
    };
    let fleet = |target: &IncidentTarget| match target {
        IncidentTarget::Service(hit) => services::ways(model).position(|(service, _, back)| service == *hit && !back),
        IncidentTarget::Stage(_) | IncidentTarget::Link(_) => None,
    };
    let incident = |incident: &portway_model::element::Incident| IncidentProgram {
        name: incident.name.clone(),
        stations: incident.targets.iter().flat_map(hit).collect::<BTreeSet<u32>>().into_iter().collect(),
        fleets: incident.targets.iter().filter_map(fleet).map(|way| way as u32).collect(),
        dated: match &incident.cause {
            IncidentCause::Dated { from, to } => Some((clock.tick_of(*from), clock.tick_of(*to))),
            IncidentCause::Random { .. } => None,
        },
    };
    model.incidents.iter().map(incident).collect()
}
