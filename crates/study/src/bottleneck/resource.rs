//! The resources of a scenario, and the scenario with one more unit of each.
//!
//! A unit is what could be ordered: a lane, a tenth more places, an hour a day. Only what somebody passes is listed. Every
//! change holds in all dated versions of the model, so that it never vanishes on some day.

use super::alter::{longer, more_lanes, scaled, total_lanes};
use super::evidence::worst_of;
use super::relief::Relief;
use super::{Group, Kind, Resource};
use jiff::ToSpan;
use portway_model::calendar::Calendar;
use portway_model::element::{
    IncidentCause, IncidentTarget, Lanes, Link, Model, Stage, StageKind, Timeline, Version, Volume,
};
use portway_model::quantity::rounded_duration;
use portway_model::{Corridor, Id};
use portway_sim::Program;
use portway_sim::program::StationElement;

/// One more tenth of places, of storage, of flow, of demand; one tenth less of time.
pub(super) const TENTH: f64 = 0.1;

/// A resource and the scenario with one more unit of it.
pub(super) struct Candidate {
    pub(super) resource: Resource,
    pub(super) timeline: Timeline,
    /// What bounds the time that it can save; none where only a trial tells.
    pub(super) relief: Option<Relief>,
}

/// Every resource, in the order of the folder: stages, calendars, links, services, limits, seasons, incidents, sides, demand.
pub(super) fn candidates(corridor: &Corridor, timeline: &Timeline, program: &Program) -> Vec<Candidate> {
    let passed = passed(program);
    let model = timeline.on(timeline.scenario.from);
    let mut list = List { corridor, timeline, all: Vec::new() };
    for (id, stage) in model.stages.entries().filter(|(id, _)| passed.contains(&StationElement::Stage(id.index()))) {
        list.stage(id, stage);
    }
    for (id, calendar) in model.calendars.entries().filter(|(id, _)| is_used(model, *id, &passed)) {
        list.calendar(id, calendar);
    }
    for (id, link) in model.links.entries().filter(|(id, _)| passes_link(&passed, id.index())) {
        list.link(id, link);
    }
    for (id, service) in model.services.entries().filter(|(id, _)| rides(&passed, id.index())) {
        list.service(id, service, &passed);
    }
    for (id, limit) in model.limits.entries() {
        if limit.enter.iter().any(|stage| passed.contains(&StationElement::Stage(stage.index()))) {
            list.limit(id, limit);
        }
    }
    list.seasons(model, &passed);
    list.incidents(model, &passed);
    list.sides(model, &passed);
    list.demand(model);
    list.all
}

/// Stages and ways of links that vehicles come to in the window.
fn passed(program: &Program) -> Vec<StationElement> {
    let load = program.offered_load().into_iter().filter(|load| load.offered_vehicles.iter().sum::<f64>() > 0.0);
    load.map(|load| program.stations[load.station].element).collect()
}

/// Whether anybody comes to a platform of a service.
pub(super) fn rides(passed: &[StationElement], index: usize) -> bool {
    let is_stop =
        |element: &StationElement| matches!(element, StationElement::Stop { service, .. } if *service == index);
    passed.iter().any(is_stop)
}

pub(super) fn passes_link(passed: &[StationElement], index: usize) -> bool {
    [true, false].iter().any(|&reversed| passed.contains(&StationElement::Link { link: index, reversed }))
}

fn is_used(model: &Model, calendar: Id<Calendar>, passed: &[StationElement]) -> bool {
    let mut stages = model.stages.entries();
    let mut links = model.links.entries();
    let mut services = model.services.entries();
    stages.any(|(id, s)| s.hours == Some(calendar) && passed.contains(&StationElement::Stage(id.index())))
        || links.any(|(id, l)| l.hours == Some(calendar) && passes_link(passed, id.index()))
        || services.any(|(id, s)| s.hours == Some(calendar) && rides(passed, id.index()))
}

pub(super) struct List<'a> {
    corridor: &'a Corridor,
    pub(super) timeline: &'a Timeline,
    all: Vec<Candidate>,
}

/// What is said of a resource beside its change.
pub(super) struct Named<'n> {
    pub(super) kind: Kind,
    /// As `evidence.csv` writes it.
    pub(super) path: String,
    pub(super) title: &'n str,
    pub(super) from: String,
    pub(super) to: String,
}

impl List<'_> {
    /// Adds a change of every version, unless it changes nothing.
    pub(super) fn add(&mut self, named: Named<'_>, inputs: &[String], alter: impl Fn(&mut Model)) {
        let mut timeline = self.timeline.clone();
        timeline.versions.iter_mut().for_each(|Version { model, .. }| alter(model));
        if !self.in_force().any(|version| timeline.versions[version].model != self.timeline.versions[version].model) {
            return;
        }
        let Named { kind, path, title, from, to } = named;
        let scenario = &self.timeline.scenario.name;
        let evidence =
            worst_of(self.corridor, scenario, if inputs.is_empty() { std::slice::from_ref(&path) } else { inputs });
        let (group, scope) = (kind.group(), scope_of(&path));
        let relief = Relief::of(kind, &scope, self.timeline.first());
        self.all.push(Candidate {
            relief,
            resource: Resource { kind, group, path, scope, title: title.to_owned(), from, to, evidence },
            timeline,
        });
    }

    /// Versions that hold on some day of the window or its warm-up.
    fn in_force(&self) -> impl Iterator<Item = usize> {
        let Timeline { scenario, versions, .. } = self.timeline;
        let begin = scenario.from.saturating_sub(i64::from(scenario.warm_up_days).days());
        let ended =
            move |version: usize| versions.get(version + 1).and_then(|v| v.from).is_some_and(|next| next <= begin);
        let begun = move |version: usize| versions[version].from.is_none_or(|from| from <= scenario.to);
        (0..versions.len()).filter(move |version| begun(*version) && !ended(*version))
    }

    fn stage(&mut self, id: Id<Stage>, stage: &Stage) {
        let model = self.timeline.first();
        let facility = &model.facilities[stage.facility];
        let title = format!("{}, {}", facility.title, stage.title);
        let own = stage.name.split_once('.').map_or(stage.name.as_str(), |(_, own)| own);
        let base = format!("facility.{}.stage.{own}", facility.name);
        let named = |kind, input: &str, from: String, to: String| Named {
            kind,
            path: format!("{base}.{input}"),
            title: &title,
            from,
            to,
        };
        let is_lot = stage.kind == StageKind::Holding;
        if let StageKind::Appointments(slots) = &stage.kind {
            let named = named(Kind::Slots, "places", slots.places.to_string(), (slots.places + 1).to_string());
            self.add(named, &[], |model| {
                if let StageKind::Appointments(slots) = &mut model.stages[id].kind {
                    slots.places += 1;
                }
            });
            let lead = |times: f64| (slots.lead_ms as f64 * times).round();
            let (now, then) = (rounded_duration(lead(1.0)), rounded_duration(lead(1.0 - TENTH)));
            let named = Named { kind: Kind::Lead, path: format!("{base}.lead"), title: &title, from: now, to: then };
            self.add(named, &[], |model| {
                if let StageKind::Appointments(slots) = &mut model.stages[id].kind {
                    slots.lead_ms = (slots.lead_ms as f64 * (1.0 - TENTH)).round() as i64;
                }
            });
            return;
        }
        if stage.lanes != Lanes::Unlimited {
            let kind = if is_lot { Kind::LotPlaces } else { Kind::Lanes };
            let more = move |lanes: &Lanes| more_lanes(lanes, |n| if is_lot { n + tenth_of(n) } else { n + 1 });
            let named = named(kind, "lanes", lanes_said(&stage.lanes), lanes_said(&more(&stage.lanes)));
            self.add(named, &[], |model| model.stages[id].lanes = more(&model.stages[id].lanes));
        }
        if let Some(extra) = stage.extra_lanes {
            let named = named(Kind::ExtraLanes, "extra-lanes", extra.lanes.to_string(), (extra.lanes + 1).to_string());
            self.add(named, &[], |model| {
                if let Some(extra) = &mut model.stages[id].extra_lanes {
                    extra.lanes += 1;
                }
            });
        }
        if let Some(room) = stage.room_vehicles {
            let named = named(Kind::Room, "room", room.to_string(), (room + tenth_of(room)).to_string());
            self.add(named, &[], |model| {
                let room = &mut model.stages[id].room_vehicles;
                *room = room.map(|room| room + tenth_of(room));
            });
        }
        if !is_lot {
            let (now, then) = (service_said(stage, 1.0), service_said(stage, 1.0 - TENTH));
            self.add(named(Kind::Service, "service", now, then), &[], |model| {
                model.stages[id].service_ms.iter_mut().for_each(|service| *service = scaled(service, 1.0 - TENTH));
            });
        }
    }

    fn calendar(&mut self, id: Id<Calendar>, calendar: &Calendar) {
        let title = calendar.title.as_str();
        let path = |input: &str| format!("calendar.{}.{input}", calendar.name);
        let said =
            |weekly: &[Vec<_>; 7]| format!("{} h/day", one_decimal(super::alter::open_minutes(weekly) / 7.0 / 60.0));
        let (from, to) = (said(&calendar.weekly), said(&longer(&calendar.weekly)));
        self.add(Named { kind: Kind::Hours, path: path("open"), title, from, to }, &[], |model| {
            let calendar = &mut model.calendars[id];
            calendar.weekly = longer(&calendar.weekly);
        });
        let scenario = &self.timeline.scenario;
        let (begin, end) = (scenario.from.at(0, 0, 0, 0), scenario.to.at(23, 59, 59, 0));
        let meets = calendar.closed.iter().filter(|span| span.from < end && span.to > begin).count();
        if meets > 0 {
            let (from, to) = (meets.to_string(), "0".to_owned());
            self.add(Named { kind: Kind::Closures, path: path("closed"), title, from, to }, &[], |model| {
                model.calendars[id].closed.retain(|span| !(span.from < end && span.to > begin));
            });
        }
    }

    fn link(&mut self, id: Id<Link>, link: &Link) {
        let title = link.title.as_str();
        let path = |input: &str| format!("link.{}.{input}", link.name);
        if let Some(places) = link.storage_vehicles {
            let (from, to) = (places.to_string(), (places + tenth_of(places)).to_string());
            self.add(Named { kind: Kind::Storage, path: path("storage"), title, from, to }, &[], |model| {
                let storage = &mut model.links[id].storage_vehicles;
                *storage = storage.map(|places| places + tenth_of(places));
            });
        }
        if let Some(per_h) = link.flow_capacity_per_h {
            let said = |per_h: f64| format!("{}/h", one_decimal(per_h));
            let (from, to) = (said(per_h), said(per_h * (1.0 + TENTH)));
            self.add(Named { kind: Kind::FlowCapacity, path: path("flow-capacity"), title, from, to }, &[], |model| {
                let capacity = &mut model.links[id].flow_capacity_per_h;
                *capacity = capacity.map(|per_h| per_h * (1.0 + TENTH));
            });
        }
    }

    fn incidents(&mut self, model: &Model, passed: &[StationElement]) {
        for (id, incident) in model.incidents.entries() {
            let hits = |target: &IncidentTarget| match target {
                IncidentTarget::Stage(stage) => passed.contains(&StationElement::Stage(stage.index())),
                IncidentTarget::Link(link) => passes_link(passed, link.index()),
                IncidentTarget::Service(hit) => passed
                    .iter()
                    .any(|at| matches!(at, StationElement::Stop { service, .. } if *service == hit.index())),
            };
            let title = incident.title.as_str();
            let path = |input: &str| format!("incident.{}.{input}", incident.name);
            match &incident.cause {
                _ if !incident.targets.iter().any(hits) => {}
                IncidentCause::Random { between_ms, .. } => {
                    let said = |times: f64| rounded_duration(between_ms.mean() * times);
                    let (from, to) = (said(1.0), said(2.0));
                    let named = Named { kind: Kind::Incidents, path: path("every"), title, from, to };
                    self.add(named, &[], |model| {
                        if let IncidentCause::Random { between_ms, .. } = &mut model.incidents[id].cause {
                            *between_ms = scaled(between_ms, 2.0);
                        }
                    });
                }
                IncidentCause::Dated { from, to } => {
                    let scenario = &self.timeline.scenario;
                    if from.date() <= scenario.to && to.date() >= scenario.from {
                        let (from, to) = ("1".to_owned(), "0".to_owned());
                        let named = Named { kind: Kind::Incident, path: path("from"), title, from, to };
                        self.add(named, &[], |model| model.incidents[id].targets.clear());
                    }
                }
            }
        }
    }

    /// What one country alone can do: a lane more at every control of its facilities.
    fn sides(&mut self, model: &Model, passed: &[StationElement]) {
        let mut countries: Vec<&str> = Vec::new();
        for facility in &model.facilities {
            let country = model.nodes[facility.node].country.as_str();
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
        for country in countries {
            let is_one = |(id, stage): &(Id<Stage>, &Stage)| {
                stage.kind == StageKind::Control
                    && stage.lanes != Lanes::Unlimited
                    && passed.contains(&StationElement::Stage(id.index()))
                    && model.nodes[model.facilities[stage.facility].node].country == country
            };
            let stages: Vec<(Id<Stage>, &Stage)> = model.stages.entries().filter(is_one).collect();
            let inputs: Vec<String> = stages.iter().map(|(_, stage)| lanes_path(model, stage)).collect();
            let before: u32 = stages.iter().map(|(_, stage)| total_lanes(&stage.lanes)).sum();
            let after = before + stages.len() as u32;
            let path = "facility.*.stage.*.lanes".to_owned();
            let (from, to) = (before.to_string(), after.to_string());
            self.add(Named { kind: Kind::SideLanes, path, title: country, from, to }, &inputs, |model| {
                for (id, _) in &stages {
                    model.stages[*id].lanes = more_lanes(&model.stages[*id].lanes, |n| n + 1);
                }
            });
        }
    }

    /// More of the flows that have a volume; who travels by timetable does not multiply.
    fn demand(&mut self, model: &Model) {
        let inputs: Vec<String> = model.flows.iter().map(|flow| format!("flow.{}.volume", flow.name)).collect();
        let (from, to) = ("100 %".to_owned(), format!("{:.0} %", 100.0 * (1.0 + TENTH)));
        let named = Named { kind: Kind::Demand, path: "flow.*.volume".to_owned(), title: "", from, to };
        self.add(named, &inputs, |model| {
            for id in model.flows.ids() {
                match &mut model.flows[id].volume {
                    Volume::PerDay(vehicles) => *vehicles *= 1.0 + TENTH,
                    Volume::Steps(steps) => steps.iter_mut().for_each(|(_, vehicles)| *vehicles *= 1.0 + TENTH),
                    Volume::Timetable(_) => {}
                }
            }
        });
    }
}

impl Kind {
    /// What a change of this kind is listed under.
    fn group(self) -> Group {
        match self {
            Self::Service | Self::Lead => Group::Process,
            Self::SideLanes => Group::Side,
            Self::Demand => Group::Demand,
            _ => Group::Resource,
        }
    }
}

fn lanes_path(model: &Model, stage: &Stage) -> String {
    let own = stage.name.split_once('.').map_or(stage.name.as_str(), |(_, own)| own);
    format!("facility.{}.stage.{own}.lanes", model.facilities[stage.facility].name)
}

/// The element that an input belongs to; none where it stands for several.
fn scope_of(path: &str) -> String {
    match path.split('.').collect::<Vec<_>>()[..] {
        [.., "*", _] => String::new(),
        ["facility", facility, "stage", stage, ..] => format!("{facility}.{stage}"),
        [_, element, ..] => element.to_owned(),
        _ => String::new(),
    }
}

/// A tenth, but at least one: half a place holds nobody.
pub(super) fn tenth_of(places: u32) -> u32 {
    ((f64::from(places) * TENTH).round() as u32).max(1)
}

pub(super) fn one_decimal(value: f64) -> String {
    format!("{value:.1}").trim_end_matches(".0").to_owned()
}

/// `10`, or the lanes of each shift: `5, 3`.
fn lanes_said(lanes: &Lanes) -> String {
    match lanes {
        Lanes::Unlimited => "unlimited".to_owned(),
        Lanes::Fixed(n) => n.to_string(),
        Lanes::Shifts(shifts) => shifts.iter().map(|shift| shift.lanes.to_string()).collect::<Vec<_>>().join(", "),
    }
}

/// Mean time on the lane, from the shortest class to the longest.
fn service_said(stage: &Stage, times: f64) -> String {
    let means = || stage.service_ms.iter().map(|service| service.mean() * times);
    let (least, most) = (means().fold(f64::INFINITY, f64::min), means().fold(0.0, f64::max));
    if most > least {
        format!("{} – {}", rounded_duration(least), rounded_duration(most))
    } else {
        rounded_duration(most)
    }
}
