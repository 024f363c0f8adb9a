//! From the tree to elements: which keys there are, what they mean, and what must hold between them.
//!
//! One function per kind of element, called from [`folder`]. Names are collected before, so a reference is resolved where it is
//! read; kinds are read in such an order that checks across elements find what they need.

mod calendar;
mod choice;
mod demand;
mod event;
mod facility;
mod gauge;
mod incident;
mod limit;
mod money;
mod network;
mod process;
mod project;
mod route;
mod scenario;
mod season;
mod service;
mod trade;

pub(crate) use demand::part_of_file;
pub(crate) use project::ProjectText;
pub(crate) use scenario::{NOT_CHANGEABLE, ScenarioText, window_mistake, windowed};

use crate::calendar::{Calendar, Holidays};
use crate::element::{
    Air, Class, Commodity, DatedFactor, Direction, Event, Facility, Flow, Incident, Limit, Line, Link, Model, Money,
    Node, Profile, Route, Season, Service, Stage, Water, Yearly,
};
use crate::folder::{MAX_CLASSES, MAX_OWNERS};
use crate::id::{Id, Table};
use crate::load::PART;
use crate::problem::Problem;
use crate::reader::{Fields, Kind, Reader};
use crate::records::Demand;
use crate::titles::TitleLanguage;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// The version of the language that this crate reads.
pub(crate) const LANGUAGE: u32 = 1;

/// What other files, and whoever reads the folder, bring to the elements.
#[derive(Default)]
pub(crate) struct Tables {
    /// The language of titles.
    pub(crate) titles: TitleLanguage,
    pub(crate) holidays: Holidays,
    /// Long tables of demand by file name.
    pub(crate) demand: BTreeMap<String, Demand>,
}

/// The `[corridor]` table.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) zone: TimeZone,
    pub(crate) default_scenario: Option<String>,
}

/// What has been decoded; an element with a mistake is none, so that those that follow keep their positions.
#[derive(Default)]
pub(crate) struct Draft {
    pub(crate) head: Option<Head>,
    pub(crate) money: Option<Money>,
    pub(crate) air: Option<Air>,
    pub(crate) directions: Vec<Option<Direction>>,
    pub(crate) classes: Vec<Option<Class>>,
    pub(crate) calendars: Vec<Option<Calendar>>,
    pub(crate) yearlies: Vec<Option<Yearly>>,
    pub(crate) seasons: Vec<Option<Season>>,
    pub(crate) waters: Vec<Option<Water>>,
    pub(crate) nodes: Vec<Option<Node>>,
    pub(crate) links: Vec<Option<Link>>,
    pub(crate) facilities: Vec<Option<Facility>>,
    pub(crate) stages: Vec<Option<Stage>>,
    pub(crate) services: Vec<Option<Service>>,
    pub(crate) routes: Vec<Option<Route>>,
    pub(crate) profiles: Vec<Option<Profile>>,
    /// How flows without a choice of their own choose.
    pub(crate) choice: Option<choice::Rule>,
    /// Whether the folder has such a rule, right or wrong.
    pub(crate) has_choice: bool,
    pub(crate) commodities: Vec<Option<Commodity>>,
    pub(crate) lines: Vec<Option<Line>>,
    pub(crate) flows: Vec<Option<Flow>>,
    pub(crate) events: Vec<Option<Event>>,
    pub(crate) incidents: Vec<Option<Incident>>,
    pub(crate) limits: Vec<Option<Limit>>,
    pub(crate) scenarios: Vec<Option<ScenarioText>>,
    pub(crate) projects: Vec<Option<ProjectText>>,
}

impl Draft {
    /// The model, when every element is right.
    pub(crate) fn model(self, head: &Head, holidays: &Holidays) -> Option<Model> {
        let head = head.clone();
        Some(Model {
            name: head.name,
            title: head.title,
            zone: head.zone,
            directions: whole(self.directions)?,
            classes: whole(self.classes)?,
            calendars: whole(self.calendars)?,
            holidays: holidays.clone(),
            yearlies: whole(self.yearlies)?,
            seasons: whole(self.seasons)?,
            waters: whole(self.waters)?,
            nodes: whole(self.nodes)?,
            links: whole(self.links)?,
            facilities: whole(self.facilities)?,
            stages: whole(self.stages)?,
            services: whole(self.services)?,
            routes: whole(self.routes)?,
            commodities: whole(self.commodities)?,
            lines: whole(self.lines)?,
            flows: whole(self.flows)?,
            events: whole(self.events)?,
            incidents: whole(self.incidents)?,
            limits: whole(self.limits)?,
            money: self.money,
            air: self.air,
        })
    }
}

fn whole<T>(items: Vec<Option<T>>) -> Option<Table<T>> {
    let mut table = Table::default();
    for item in items {
        table.push(item?);
    }
    Some(table)
}

/// The element that an id of a half-read folder names, when it was right.
pub(crate) fn known<T>(items: &[Option<T>], id: Id<T>) -> Option<&T> {
    items.get(id.index())?.as_ref()
}

/// All elements of a folder: the table of tables.
pub(crate) fn folder(f: &mut Fields<'_, '_>, tables: &Tables, with_scenarios: bool) -> Draft {
    // Taken from every file before their tables are put together, so here it is only described.
    f.optional(
        PART,
        "At the head of a file: the part of the corridor that what it defines belongs to.",
        "all parts",
        |v| v.element_name(),
    );
    let head = f.optional("corridor", "The corridor as a whole; must be there.", "", |v| v.table(head));
    let mut draft = Draft { head, ..Draft::default() };
    let zone = draft.head.as_ref().map_or(TimeZone::UTC, |head| head.zone.clone());
    limit_classes(f.reader);
    let priced = money::Priced::of(f);
    draft.money = f.optional("money", "Currencies and prices; without it nothing is told in money.", "", |v| {
        v.table(|f| money::money(f, priced))
    });
    draft.air = f.optional("air", "What idling engines give off; without it nothing is told of fuel.", "", |v| {
        v.table(money::air)
    });
    let priced = priced.with(draft.money.as_ref());
    draft.directions = f
        .optional("direction", "A direction of travel that results are told apart by.", "", |v| {
            v.named(network::direction)
        })
        .unwrap_or_default();
    draft.classes = f
        .optional("class", "A class of vehicle.", "", |v| v.named(|f, name| demand::class(f, name, priced)))
        .unwrap_or_default();
    draft.nodes = f.optional("node", "A place.", "", |v| v.named(network::node)).unwrap_or_default();
    draft.calendars = f
        .optional("calendar", "Opening hours.", "", |v| {
            v.named(|f, name| calendar::calendar(f, name, &zone, &tables.holidays))
        })
        .unwrap_or_default();
    season::seasons_of_folder(f, &mut draft);
    draft.links = f
        .optional("link", "A stretch of road between two nodes.", "", |v| {
            v.named(|f, name| network::link(f, name, &draft, priced))
        })
        .unwrap_or_default();
    facility::facilities(f, &mut draft, priced);
    draft.services = f
        .optional("service", "A line of carriers for passengers: ferry, cableway, bus, train, flight.", "", |v| {
            v.named(|f, name| service::service(f, name, &draft, priced))
        })
        .unwrap_or_default();
    draft.routes = f
        .optional("route", "A way through the corridor in one direction.", "", |v| {
            v.named(|f, name| route::route(f, name, &draft))
        })
        .unwrap_or_default();
    draft.profiles = f
        .optional("profile", "How demand spreads over time, in the local time of the route's first node.", "", |v| {
            v.named(|f, name| demand::profile(f, name, &tables.holidays))
        })
        .unwrap_or_default();
    draft.choice = f.optional("choice", "How flows with several `routes` choose among them.", "each flow's own", |v| {
        v.table(|f| choice::rule(f, priced))
    });
    draft.has_choice = f.has("choice");
    draft.commodities = f
        .optional("commodity", "Something that is traded.", "", |v| {
            v.named(|f, name| trade::commodity(f, name, priced))
        })
        .unwrap_or_default();
    draft.lines = f
        .optional("line", "A pipeline or power line.", "", |v| v.named(|f, name| trade::line(f, name, &draft)))
        .unwrap_or_default();
    draft.flows = f
        .optional("flow", "Demand of one class along one route, or several.", "", |v| {
            v.named(|f, name| demand::flow(f, name, &draft, tables, priced))
        })
        .unwrap_or_default();
    draft.events = f
        .optional("event", "Days on which more or fewer come than usual.", "", |v| {
            v.named(|f, name| event::event(f, name, &draft))
        })
        .unwrap_or_default();
    multiply(&mut draft);
    limit_owners(f.reader, &draft);
    draft.incidents = f
        .optional("incident", "Something that takes capacity away for a while.", "", |v| {
            v.named(|f, name| incident::incident(f, name, &draft))
        })
        .unwrap_or_default();
    limit::limits(f, &mut draft);
    draft.scenarios = f
        .optional("scenario", "A window of dates and the changes in it.", "", |v| {
            // Once a scenario is applied, the scenarios have been read, and their mistakes reported.
            if with_scenarios { v.named(scenario::scenario) } else { Some(Vec::new()) }
        })
        .unwrap_or_default();
    draft.projects = f
        .optional("project", "Something agreed: its owner, its dates and what it changes.", "", |v| {
            // They are of the whole corridor too, and no scenario changes them.
            if with_scenarios { v.named(|f, name| project::project(f, name, priced)) } else { Some(Vec::new()) }
        })
        .unwrap_or_default();
    draft
}

/// Owners multiply with every class, stage and hour as classes do.
fn limit_owners(reader: &mut Reader<'_>, draft: &Draft) {
    let owners = draft.flows.iter().flatten().filter_map(|flow| flow.owner.as_deref());
    let count = owners.collect::<BTreeSet<&str>>().len();
    if count > MAX_OWNERS {
        let problem = Problem::error("too-large", format!("{count} owners of flows; at most {MAX_OWNERS} are read"));
        reader.report(problem.help("results are told apart by owner; group those that nobody asks about"));
    }
}

/// Writes the factor of every event to the flows that it multiplies.
fn multiply(draft: &mut Draft) {
    for event in draft.events.iter().flatten() {
        let factor = DatedFactor { from: event.from, to: event.to, factor: event.factor };
        for flow in &event.flows {
            if let Some(Some(flow)) = draft.flows.get_mut(flow.index()) {
                flow.events.push(factor);
            }
        }
    }
}

/// Classes multiply with every stage and step; without this limit a small folder could ask for all memory.
fn limit_classes(reader: &mut Reader<'_>) {
    let count = reader.names.count(Kind::Class);
    if count > MAX_CLASSES {
        let problem = Problem::error("too-large", format!("{count} classes; at most {MAX_CLASSES} are read"));
        reader.report(problem.help("results are told apart by class; group vehicles that are treated alike"));
    }
}

fn head(f: &mut Fields<'_, '_>) -> Option<Head> {
    f.required("language", "Version of the language; this one is 1.", |v| {
        let version = v.count(0, u32::MAX)?;
        if version != LANGUAGE && !v.describing() {
            v.wrong(
                "language-version",
                format!("language {version} is not read here"),
                "this version reads language 1",
            );
            return None;
        }
        v.not_an_input();
        Some(version)
    });
    let name = f.required("name", "Short name, used in file names.", |v| v.element_name());
    let title = f.title(name.as_deref().unwrap_or_default());
    let zone = f.required("zone", "The corridor's own clock: scenario dates, days of results.", |v| v.zone());
    let default_scenario =
        f.optional("default-scenario", "Scenario that is run when none is named.", "the only one", |v| {
            v.reference_name(Kind::Scenario)
        });
    Some(Head { name: name?, title, zone: zone?, default_scenario })
}
