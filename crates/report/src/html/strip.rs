//! The picture of the corridor: both directions beside each other, the same bank on top, the river between.
//!
//! A circle on the way is the mean queue by its area and the mean wait by its colour; the gauge beside it is the use of lanes.

mod draw;

use super::figure::{self, Cell, Table, figure};
use super::page::hue;
use crate::chart::ramp;
use crate::language::Language;
use crate::number;
use crate::view::{self, View};
use crate::words;
use maud::{Markup, html};
use portway_model::element::{Facility, Lanes, Link, Service, Stage, StageKind};
use portway_model::travel::{self, Place};
use portway_model::{Id, Model, Table as Elements};

/// A mean queue in vehicles, or a mean wait in minutes, that is too small to be said in a picture.
const WORTH_SAYING: f64 = 0.05;

/// A row of the picture.
pub(super) enum Row {
    /// The head of a facility.
    Head { title: String, place: String },
    /// A stage, or a link away from the border.
    Station(Station),
    /// The link over the border.
    Border { title: String, crossings: String, station: Station },
    /// The end of a facility.
    Foot,
}

/// What the picture shows of a stage or link.
#[derive(Clone, Debug, Default)]
pub(super) struct Station {
    pub(super) title: String,
    pub(super) detail: String,
    pub(super) queue: f64,
    /// Vehicles that stand on a link because the next place is full.
    pub(super) standing: f64,
    pub(super) wait_min: Option<f64>,
    pub(super) wait: Option<String>,
    pub(super) used: Option<f64>,
    pub(super) used_text: Option<String>,
    pub(super) blocked: f64,
    pub(super) grows: bool,
    pub(super) is_link: bool,
}

/// One direction, top to bottom.
pub(super) struct Strip {
    pub(super) title: String,
    pub(super) hue: usize,
    /// Drawn against the order of travel, so that the same bank is on top as in the first direction.
    pub(super) upward: bool,
    pub(super) rows: Vec<Row>,
    /// Crossings as a share of those of the busiest direction: the width of the way.
    pub(super) share: f64,
}

/// The picture with its table.
pub(super) fn section(view: &View<'_>) -> Markup {
    let strips = strips(view);
    if strips.is_empty() {
        return html! {};
    }
    let stations = || {
        strips.iter().flat_map(|s| &s.rows).filter_map(|row| match row {
            Row::Station(station) | Row::Border { station, .. } => Some(station),
            Row::Head { .. } | Row::Foot => None,
        })
    };
    let longest_wait = stations().filter_map(|s| s.wait_min).fold(0.0, f64::max);
    let longest_queue = stations().map(|s| s.queue.max(s.standing)).fold(0.0, f64::max);
    let scales = draw::Scales::new(view.language, &strips, longest_wait, longest_queue);
    let drawings = html! { div.strips { @for strip in &strips { (draw::strip(strip, &scales)) } } };
    let shown = figure(view.language, &drawings, &key(view.language, longest_wait), &table(view));
    let lead = if is_one_of_many(view.model()) { view.language.word("strip-lead-one-of-many") } else { String::new() };
    figure::section(&view.language.word("strip-title"), &lead, &shown)
}

/// Whether the way that is drawn is only one of those over the border.
fn is_one_of_many(model: &Model) -> bool {
    let crossings = model.links.iter().filter(|link| link.border).count();
    crossings + model.services.len() > 1
}

fn key(language: Language, longest_wait: f64) -> Markup {
    html! {
        ul.key {
            li { i.d0 {} i.d1 {} (language.word("strip-key-used")) }
            li { i.blocked {} (language.word("strip-key-blocked")) }
            li { (language.word("strip-key-queue")) }
            li {
                (language.word("strip-key-wait")) " 0"
                span.ramp { @for step in 0..ramp::STEPS { i class={ "w" (step) } {} } }
                (number::duration_min(language, longest_wait, None))
            }
        }
    }
}

fn strips(view: &View<'_>) -> Vec<Strip> {
    let model = view.model();
    let crossings = |name: &str| view.corridor("crossings_per_day", name, "").and_then(|m| m.mean).unwrap_or(0.0);
    let busiest = model.directions.iter().map(|d| crossings(&d.name)).fold(0.0, f64::max);
    let mut top_country = None;
    let mut strips = Vec::new();
    for (index, direction) in model.directions.iter().enumerate() {
        let Some(route) = travel::main_route(model, index) else { continue };
        let first = travel::first_country(model, route);
        let upward = *top_country.get_or_insert(first) != first;
        let mut places = travel::places(route);
        if upward {
            places.reverse();
        }
        let rows = places.iter().flat_map(|place| rows(view, *place, index, upward)).collect();
        let share = if busiest > 0.0 { crossings(&direction.name) / busiest } else { 0.0 };
        strips.push(Strip { title: direction.title.clone(), hue: hue(index), upward, rows, share });
    }
    strips
}

fn rows(view: &View<'_>, place: Place, direction: usize, upward: bool) -> Vec<Row> {
    let model = view.model();
    let name = model.directions.iter().nth(direction).map_or("", |d| d.name.as_str());
    match place {
        Place::Facility(facility) => {
            let mut stages = travel::stages(model, facility, direction);
            if upward {
                stages.reverse();
            }
            let head = Row::Head { title: model.facilities[facility].title.clone(), place: place_text(view, facility) };
            let stages = stages.into_iter().map(|id| Row::Station(stage(view, id)));
            std::iter::once(head).chain(stages).chain([Row::Foot]).collect()
        }
        Place::Service(id, reversed) => {
            let service = &model.services[id];
            let platform = platform(model, service, reversed);
            vec![Row::Station(Station { title: service.title.clone(), ..station(view, &platform, "") })]
        }
        Place::Link(id) => {
            let link = &model.links[id];
            let way = view.station("queue_vehicles", &link.name, name).map_or("", |_| name);
            let station = Station {
                title: link.title.clone(),
                detail: link_detail(view, link, way),
                standing: view.station("blocked_vehicles", &link.name, way).and_then(|m| m.mean).unwrap_or(0.0),
                is_link: true,
                used: None,
                ..station(view, &link.name, way)
            };
            if !link.border {
                return vec![Row::Station(station)];
            }
            // Where there are other ways, most of those who cross do not cross here.
            let crossings = if is_one_of_many(model) {
                view::mean(view.station("stage_visits_per_day", &link.name, way))
            } else {
                view::mean(view.corridor("crossings_per_day", name, ""))
            };
            let crossings = crossings.map_or_else(String::new, |c| {
                view.language.say("strip-crossings", &[("crossings", (&c.text_in(view.language)).into())])
            });
            vec![Row::Border { title: link.title.clone(), crossings, station }]
        }
    }
}

/// The stage of results at which the passengers of a way of a service wait.
fn platform(model: &Model, service: &Service, reversed: bool) -> String {
    format!("{}.{}", service.name, model.nodes[service.stop(reversed)].name)
}

/// Lanes or places, and the mean queue.
fn stage_detail(language: Language, lanes: Option<u32>, holding: bool, queue: Option<String>) -> String {
    let id = if holding { "strip-places" } else { "strip-lanes" };
    let lanes = lanes.map(|count| language.say(id, &[("count", count.into())]));
    let queue = queue.map(|queue| language.say("strip-queue", &[("queue", (&queue).into())]));
    words::list(language, &[lanes, queue].into_iter().flatten().collect::<Vec<_>>())
}

/// Length, time to travel, and the vehicles that stand on it because the next place is full.
fn link_detail(view: &View<'_>, link: &Link, way: &str) -> String {
    let language = view.language;
    let said = |id: &str, number: f64| {
        let number = number::localised(&number::plain(number), language);
        language.say(id, &[("number", (&number).into())])
    };
    let length = match link.length_m {
        none if none <= 0.0 => None,
        metres if metres < 1000.0 => Some(said("strip-metres", metres)),
        metres => Some(said("strip-kilometres", metres / 1000.0)),
    };
    let travel = number::duration_min(language, link.travel_ms as f64 / 60_000.0, None);
    let standing = view
        .standing(&link.name, way)
        .map(|vehicles| language.say("strip-standing", &[("vehicles", (&vehicles.text_in(language)).into())]));
    words::list(language, &[length, Some(travel), standing].into_iter().flatten().collect::<Vec<_>>())
}

fn place_text(view: &View<'_>, facility: Id<Facility>) -> String {
    let model = view.model();
    let node = &model.nodes[model.facilities[facility].node];
    [node.country.as_str(), node.zone.iana_name().unwrap_or("")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn stage(view: &View<'_>, id: Id<Stage>) -> Station {
    let stages: &Elements<Stage> = &view.model().stages;
    let name = &stages[id].name;
    let queue = view.station("queue_vehicles", name, "").filter(|m| m.mean.is_some_and(|q| q >= WORTH_SAYING));
    let queue = view::mean(queue).map(|q| q.text_in(view.language));
    let lanes = lanes_in_force(view, id);
    Station {
        title: stages[id].title.clone(),
        detail: stage_detail(view.language, lanes, stages[id].kind == StageKind::Holding, queue),
        ..station(view, name, "")
    }
}

/// Lanes at the end of the window, because that is how the scenario leaves the stage; none when unlimited or by shift.
fn lanes_in_force(view: &View<'_>, id: Id<Stage>) -> Option<u32> {
    let timeline = view.basis.timeline;
    match &timeline.on(timeline.scenario.to).stages[id].lanes {
        Lanes::Fixed(n) => Some(*n),
        Lanes::Shifts(shifts) => shifts.iter().map(|shift| shift.lanes).max(),
        Lanes::Unlimited => None,
    }
}

fn station(view: &View<'_>, scope: &str, direction: &str) -> Station {
    let measure = |name: &str| view.station(name, scope, direction);
    let mean = |name: &str| measure(name).and_then(|m| m.mean);
    let wait = measure("stage_wait_min");
    Station {
        queue: mean("queue_vehicles").unwrap_or(0.0),
        wait_min: wait.and_then(|m| m.mean),
        wait: wait
            .filter(|m| m.mean.is_some_and(|w| w >= WORTH_SAYING))
            .and_then(|m| Some(number::duration_min(view.language, m.mean?, m.half_width))),
        used: mean("lane_use_share"),
        used_text: view::mean(measure("lane_use_share"))
            .map(|used| words::percent(view.language, &used.text_in(view.language))),
        blocked: mean("lane_blocked_share").unwrap_or(0.0),
        grows: view.grows(scope),
        ..Station::default()
    }
}

fn table(view: &View<'_>) -> Table {
    let model = view.model();
    let mut table = Table::new(&view.language.words([
        "stage",
        "queue-vehicles",
        "longest-queue",
        "wait-min",
        "wait-p90-min",
        "lanes-used-percent",
        "lanes-blocked-percent",
    ]));
    for facility in model.facilities.ids() {
        table.group(&model.facilities[facility].title);
        for stage in model.stages.iter().filter(|stage| stage.facility == facility) {
            table_row(view, &mut table, &stage.title, &stage.name, "");
        }
    }
    if !model.services.is_empty() {
        table.group(&view.language.word("services"));
    }
    for service in model.services.iter() {
        for reversed in [false, true] {
            let title = format!("{}, {}", service.title, model.nodes[service.stop(reversed)].title);
            table_row(view, &mut table, &title, &platform(model, service, reversed), "");
        }
    }
    table.group(&view.language.word("links"));
    for link in model.links.iter() {
        table_row(view, &mut table, &link.title, &link.name, "");
        for direction in model.directions.iter() {
            table_row(view, &mut table, &format!("{}, {}", link.title, direction.title), &link.name, &direction.name);
        }
    }
    table
}

fn table_row(view: &View<'_>, table: &mut Table, title: &str, scope: &str, direction: &str) {
    let measure = |name: &str| view.station(name, scope, direction);
    if measure("queue_vehicles").is_none() {
        return;
    }
    table.row(vec![
        Cell::Text(title.to_owned()),
        Cell::estimate(view::mean(measure("queue_vehicles"))),
        Cell::estimate(view::mean(measure("queue_max_vehicles"))),
        Cell::estimate(view::mean(measure("stage_wait_min"))),
        Cell::estimate(view::p90(measure("stage_wait_min"))),
        Cell::estimate(view::mean(measure("lane_use_share"))),
        Cell::estimate(view::mean(measure("lane_blocked_share"))),
    ]);
}
