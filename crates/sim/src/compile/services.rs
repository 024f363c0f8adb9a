//! Services: the two stations of each stop, the ways of their carriers, and when these leave.
//!
//! Every way of a service has a *platform*, where passengers wait and from where they count as riding, and a *berth*, where
//! carriers stand until they leave. Carriers are flows of their own behind those of the model. One that goes to and fro
//! leaves the corridor at the end of its way, and the next vehicle of the flow of the way back takes its place.

use super::time::{Clock, Span};
use crate::program::{
    Arrivals, DepartureRule, FlowProgram, NO_FLOW, NO_WAY, ServiceWay, Station, StationElement, StationKind, StopPart,
    Stream,
};
use portway_model::element::{Departures, Facility, Leg, Route, Service};
use portway_model::{Id, Model, travel};
use std::collections::BTreeSet;

/// The ways of all services in order: of each the way along its path, then the way back where there is one.
pub(super) fn ways(model: &Model) -> impl Iterator<Item = (Id<Service>, &Service, bool)> {
    model.services.entries().flat_map(|(id, service)| {
        let ways = if service.back.is_some() { &[false, true][..] } else { &[false][..] };
        ways.iter().map(move |back| (id, service, *back))
    })
}

/// The stations of every way.
pub(super) fn stations(model: &Model) -> Vec<Station> {
    let mut stations = Vec::new();
    for (id, service, back) in ways(model) {
        let (at, to) = (&model.nodes[service.stop(back)], &model.nodes[service.stop(!back)]);
        let way = format!("{} → {}", at.title, to.title);
        let passes_facility = service.legs.iter().any(|leg| matches!(leg, Leg::Facility(_)));
        let parts = [
            Some((StopPart::Platform, StationKind::Platform, "", at.title.clone())),
            passes_facility.then(|| (StopPart::Aboard, StationKind::Platform, ".aboard", way.clone())),
            Some((StopPart::Berth, StationKind::Berth, ".berth", way.clone())),
        ];
        for (part, kind, suffix, title) in parts.into_iter().flatten() {
            stations.push(Station {
                name: format!("{}.{}{suffix}", service.name, at.name),
                title,
                kind,
                element: StationElement::Stop { service: id.index(), back, part },
                direction: None,
            });
        }
    }
    stations
}

/// The ways as the kernel needs them; `first_flow` is the position of the first flow of carriers.
pub(super) fn service_ways(
    clock: &Clock<'_>,
    model: &Model,
    stations: &[Station],
    first_flow: usize,
) -> Vec<ServiceWay> {
    let at = |element| stations.iter().position(|station| station.element == element).unwrap_or(0) as u32;
    let way = |(number, (id, service, back)): (usize, (Id<Service>, &Service, bool))| {
        let element = |part| StationElement::Stop { service: id.index(), back, part };
        ServiceWay {
            platform: at(element(StopPart::Platform)),
            berth: at(element(StopPart::Berth)),
            seats: model.classes[service.class].seats,
            first: (number - usize::from(back)) as u32,
            fleet: service.fleet.unwrap_or(0),
            boarding_ms: service.boarding_ms,
            alighting_ms: service.alighting_ms,
            departures: match (&service.departures, service.fleet) {
                (Departures::WhenFull { at_most_ms }, Some(_)) => DepartureRule::WhenFull { at_most_ms: *at_most_ms },
                (_, None) => DepartureRule::OnArrival,
                (_, Some(_)) => DepartureRule::At(departures(clock, id, back)),
            },
            flow: (first_flow + number) as u32,
        }
    };
    ways(model).enumerate().map(way).collect()
}

/// The flows of carriers, one per way; their operations begin at `first_ops`.
pub(super) fn flows(
    clock: &Clock<'_>,
    model: &Model,
    streams: &[Stream],
    first_ops: &[Vec<u32>],
    first_flow: usize,
) -> Vec<FlowProgram> {
    let flow = |(number, (id, service, back)): (usize, (Id<Service>, &Service, bool))| {
        let direction = service.direction(back).map_or(0, Id::index);
        // Nobody owns a carrier, and it has no cargo.
        let of = (direction, service.class.index(), None, None);
        let is_stream = |s: &Stream| (s.direction, s.class, s.owner, s.cargo) == of;
        // Of an uneven number, the end at which the path begins has one more.
        let share = service.fleet.map(|fleet| if back { fleet / 2 } else { fleet.div_ceil(2) });
        let ticks = match share {
            Some(0) => Vec::new(),
            Some(_) => vec![0],
            None => departures(clock, id, back).into_iter().map(|tick| tick - service.turnaround_ms).collect(),
        };
        // The other way stands before or behind this one.
        let other = if back { first_flow + number - 1 } else { first_flow + number + 1 };
        FlowProgram {
            name: carrier_flow(service, back),
            stream: streams.iter().position(is_stream).expect("streams were made from the services"),
            class: service.class.index(),
            first_ops: first_ops[first_flow + number].clone(),
            choice: None,
            arrivals: Arrivals::Times(ticks.into_iter().filter(|tick| *tick >= 0).collect()),
            batch: share.unwrap_or(1).max(1),
            then: if service.fleet.is_some() { other as u32 } else { NO_FLOW },
            carries: number as u32,
        }
    };
    ways(model).enumerate().map(flow).collect()
}

/// The name of the flow of carriers of a way. With its space it is no name that an author could give.
fn carrier_flow(service: &Service, back: bool) -> String {
    format!("{} {}", service.name, if back { "back" } else { "forward" })
}

/// Ticks at which carriers leave a stop, sorted, as each version says.
fn departures(clock: &Clock<'_>, id: Id<Service>, back: bool) -> Vec<i64> {
    let of_version = |version: &Span<'_>| {
        let service = &version.model.services[id];
        service.departures(version.model, back, clock.ms(version.from), clock.ms(version.to))
    };
    clock.versions.iter().flat_map(of_version).map(|ms| ms - clock.window.start_ms).collect()
}

/// The way whose platform or berth a station is.
pub(super) fn way_of(ways: &[ServiceWay], station: usize) -> u32 {
    let is_here = |way: &ServiceWay| way.platform as usize == station || way.berth as usize == station;
    ways.iter().position(is_here).map_or(NO_WAY, |way| way as u32)
}

/// Whether a carrier lets its passengers off in a facility of its way, because the process has a step for some of them.
pub(super) fn sets_down(
    clock: &Clock<'_>,
    model: &Model,
    service: Id<Service>,
    back: bool,
    facility: Id<Facility>,
) -> bool {
    let Some(direction) = model.services[service].direction(back) else { return false };
    let rides = |route: &Id<Route>| model.routes[*route].legs.contains(&Leg::Service { service, reversed: back });
    let riders = model.flows.iter().filter(|flow| flow.routes.iter().any(rides));
    let classes: BTreeSet<usize> = riders.map(|flow| flow.class.index()).collect();
    let passes =
        |model: &Model, class: usize| !travel::stages_of_class(model, facility, direction.index(), class).is_empty();
    classes.into_iter().any(|class| clock.versions.iter().any(|version| passes(version.model, class)))
}
