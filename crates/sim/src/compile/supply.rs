//! Calendars, shifts, slots and arrival rates as instants of the run, version by version.

use super::numbers::Numbers;
use super::time::Clock;
use crate::program::{Arrivals, Station, StationElement, StopPart, UNLIMITED};
use jiff::tz::TimeZone;
use portway_model::calendar::lane_steps as shift_steps;
use portway_model::element::demand::{Flow, Volume, arrival_rate, timetable};
use portway_model::element::facility::{Lanes, StageKind};
use portway_model::element::network::Leg;
use portway_model::{Distribution, Id, Model};

/// A span of opening hours that is under way when a version begins started at most this long before.
const LOOK_BACK_MS: i64 = 2 * 86_400_000;

/// Lanes of a stage, or storage places of a way, over time: sorted, from tick 0 on, without repeats.
pub(super) fn lane_steps(clock: &Clock<'_>, station: &Station) -> Vec<(i64, u32)> {
    let mut steps: Vec<(i64, u32)> = Vec::new();
    let mut push = |tick: i64, lanes: u32| {
        if steps.last().is_some_and(|(last, _)| *last == tick) {
            steps.pop();
        }
        if steps.last().is_none_or(|(_, last)| *last != lanes) {
            steps.push((tick, lanes));
        }
    };
    for version in &clock.versions {
        let (from, to) = (version.from, version.to);
        let (lanes, hours) = plan(clock, version.model, station, from, to);
        match hours {
            None => lanes.iter().for_each(|(tick, lanes)| push(*tick, *lanes)),
            Some(open) => {
                if open.first().is_none_or(|(opens, _)| *opens > from) {
                    push(from, 0);
                }
                for (opens, closes) in open {
                    let before = lanes.iter().rev().find(|(tick, _)| *tick <= opens);
                    push(opens, before.map_or(0, |(_, lanes)| *lanes));
                    let inside = lanes.iter().filter(|(tick, _)| *tick > opens && *tick < closes);
                    inside.for_each(|(tick, lanes)| push(*tick, *lanes));
                    if closes < to {
                        push(closes, 0);
                    }
                }
            }
        }
    }
    if steps.is_empty() {
        steps.push((0, 0));
    }
    steps
}

type Steps = Vec<(i64, u32)>;
type Spans = Vec<(i64, i64)>;

/// Lanes by shift, and opening hours where there are any, in ticks.
fn plan(clock: &Clock<'_>, model: &Model, station: &Station, from: i64, to: i64) -> (Steps, Option<Spans>) {
    let (lanes, hours) = match station.element {
        StationElement::Link { link, .. } => {
            let link = &model.links[Id::new(link)];
            (vec![(from, link.storage_vehicles.unwrap_or(UNLIMITED))], link.hours)
        }
        // Passengers never get on by themselves: a carrier takes them.
        StationElement::Stop { part: StopPart::Platform | StopPart::Aboard, .. } => (vec![(from, 0)], None),
        StationElement::Stop { service, part: StopPart::Berth, .. } => {
            let service = &model.services[Id::new(service)];
            // Carriers that come for a departure come in the hours of the service only.
            (vec![(from, UNLIMITED)], service.hours.filter(|_| service.fleet.is_some()))
        }
        StationElement::Stage(stage) => {
            let stage = &model.stages[Id::new(stage)];
            let zone = &model.nodes[model.facilities[stage.facility].node].zone;
            let lanes = match &stage.lanes {
                Lanes::Unlimited => vec![(from, UNLIMITED)],
                Lanes::Fixed(lanes) => vec![(from, *lanes)],
                Lanes::Shifts(shifts) => {
                    let steps = shift_steps(shifts, zone, clock.ms(from), clock.ms(to));
                    steps.into_iter().map(|(ms, lanes)| (ms - clock.window.start_ms, lanes)).collect()
                }
            };
            // The hours of an electronic queue say when slots begin; who comes to one is always received.
            (lanes, if matches!(stage.kind, StageKind::Appointments(_)) { None } else { stage.hours })
        }
    };
    let spans = hours.map(|hours| {
        let open = model.calendars[hours].open_spans(&model.holidays, clock.ms(from), clock.ms(to));
        open.into_iter()
            .map(|(opens, closes)| (opens - clock.window.start_ms, closes - clock.window.start_ms))
            .collect()
    });
    (lanes, spans)
}

/// Beginnings of the slots of an appointment stage, sorted.
pub(super) fn slots(clock: &Clock<'_>, station: &Station) -> Vec<i64> {
    let StationElement::Stage(stage) = station.element else { return Vec::new() };
    let mut slots = Vec::new();
    for version in &clock.versions {
        let stage = &version.model.stages[Id::new(stage)];
        let StageKind::Appointments(rules) = &stage.kind else { return Vec::new() };
        let every = rules.every_ms.max(1);
        let open = match stage.hours {
            None => vec![(clock.ms(0), clock.ms(version.to))],
            Some(hours) => {
                let from = clock.ms((version.from - LOOK_BACK_MS).max(0));
                version.model.calendars[hours].open_spans(&version.model.holidays, from, clock.ms(version.to))
            }
        };
        for (opens, closes) in open {
            // Only whole steps before the version are skipped, so slots keep their minutes.
            let skipped = (clock.ms(version.from) - opens).max(0).div_euclid(every);
            let mut at = opens + skipped * every;
            while at < closes {
                let tick = at - clock.window.start_ms;
                if tick >= version.from {
                    slots.push(tick);
                }
                at += every;
            }
        }
    }
    slots
}

/// When the vehicles of a flow come.
pub(super) fn arrivals(clock: &Clock<'_>, flow: Id<Flow>, numbers: &mut Numbers) -> Arrivals {
    let first = clock.versions[0].model;
    let mut steps: Vec<(i64, f64)> = Vec::new();
    let mut ticks = Vec::new();
    let on_timetable = matches!(first.flows[flow].volume, Volume::Timetable(_));
    for version in &clock.versions {
        let model = version.model;
        let (from_ms, to_ms) = (clock.ms(version.from), clock.ms(version.to));
        let flow = &model.flows[flow];
        let zone = first_zone(model, flow);
        if on_timetable {
            let times = timetable(flow, zone, &model.holidays, from_ms, to_ms);
            ticks.extend(times.into_iter().map(|ms| ms - clock.window.start_ms));
        } else {
            for step in arrival_rate(flow, zone, &model.holidays, from_ms, to_ms) {
                if steps.last().is_none_or(|(_, last)| *last != step.per_ms) {
                    steps.push((step.from_ms - clock.window.start_ms, step.per_ms));
                }
            }
        }
    }
    if on_timetable {
        return Arrivals::Times(ticks);
    }
    if steps.is_empty() {
        return Arrivals::Times(Vec::new());
    }
    let gaps = &first.flows[flow].gaps;
    Arrivals::Rate { steps, gaps: numbers.sampler(gaps), memoryless: matches!(gaps, Distribution::Exponential { .. }) }
}

/// The zone of the first node of a flow's routes, in which its profile is written.
fn first_zone<'m>(model: &'m Model, flow: &Flow) -> &'m TimeZone {
    let node = match model.routes[flow.routes[0]].legs.first() {
        None => return &model.zone,
        Some(Leg::Facility(facility)) => model.facilities[*facility].node,
        Some(Leg::Link { link, reversed: false }) => model.links[*link].from,
        Some(Leg::Link { link, reversed: true }) => model.links[*link].to,
        Some(Leg::Service { service, reversed }) => model.services[*service].stop(*reversed),
    };
    &model.nodes[node].zone
}
