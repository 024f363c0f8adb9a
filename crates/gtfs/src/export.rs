//! The services of a scenario as feeds: one for each time zone in which a service begins.
//!
//! Departures come from the same function that the simulation asks, as instants of the window of dates. Each becomes a
//! service date and a time of the feed's clock, so that calendars, days off, seasons and dated changes are all in the dates,
//! and any reader of GTFS finds the instants again.

mod plan;
mod season;
mod write;

use crate::mistakes::Mistakes;
use crate::words::Mode;
use portway_model::element::{Leg, Service, Timeline};
use portway_model::{Diagnostic, Id, Model};
use std::collections::{BTreeMap, BTreeSet};

/// What a folder does not say and a feed must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Who publishes; the title of the corridor when none.
    pub name: Option<String>,
    /// Where on the web.
    pub url: String,
    /// Language of the titles, `en`, `zh` or `ru`.
    pub language: String,
    /// Hash of the model, which is the version of the feed.
    pub version: String,
    /// Modes of classes of carriers whose names do not speak of one.
    pub modes: Vec<(String, Mode)>,
}

/// The feeds of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// One for each time zone, sorted by name.
    pub feeds: Vec<ZoneFeed>,
    /// What could not be said, or is not exactly so, in sentences.
    pub told: Vec<String>,
}

/// A feed of one time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneFeed {
    /// The time zone.
    pub zone: String,
    /// A name for its folder: the zone without signs that paths do not take.
    pub folder: String,
    /// Its files: names and texts.
    pub files: Vec<(&'static str, String)>,
    /// Lines in it: service, mode, departures in the whole window.
    pub lines: Vec<(String, Mode, u64)>,
}

/// Says the services of a scenario as feeds.
///
/// # Errors
/// Everything that a feed must say and the folder does not.
pub fn export(timeline: &Timeline, publisher: &Publisher) -> Result<Exported, Vec<Diagnostic>> {
    let model = timeline.first();
    let mut mistakes = Mistakes::default();
    let mut told = Vec::new();
    if model.services.is_empty() {
        let scenario = &timeline.scenario.name;
        let message = format!("scenario `{scenario}` has no services");
        mistakes.of_feed("nothing", message, "choose a scenario whose parts have some with --scenario");
    }
    let known: Vec<&str> = model.classes.iter().filter(|class| class.seats > 0).map(|class| &*class.name).collect();
    for (class, mode) in publisher.modes.iter().filter(|(class, _)| !known.contains(&&**class)) {
        let message = format!("--mode {class}={}: there is no class of carriers `{class}`", mode.name());
        mistakes.of_feed("unknown-name", message, &format!("those with seats: {}", known.join(", ")));
    }
    let window = plan::Window::of(timeline);
    let mut zones: BTreeMap<String, Vec<Line>> = BTreeMap::new();
    for (id, service) in model.services.entries() {
        check_places(model, service, &mut mistakes);
        let Some(mode) = mode(model, service, publisher, &mut mistakes) else { continue };
        let zone = model.nodes[service.from].zone.iana_name().unwrap_or("UTC").to_owned();
        let plan = plan::plan(timeline, &window, id);
        if plan.is_empty() {
            told.push(format!("{} never leaves in the window: left out", service.name));
            continue;
        }
        zones.entry(zone).or_default().push(Line { id, mode, plan });
    }
    if mistakes.is_empty() && zones.is_empty() {
        let message = format!("no service leaves from {} to {}", timeline.scenario.from, timeline.scenario.to);
        mistakes.of_feed("nothing", message, "choose another window with --from and --to");
    }
    if !mistakes.is_empty() {
        return Err(mistakes.into_diagnostics());
    }
    tell(timeline, &zones, &mut told);
    let feeds = zones.into_iter().map(|(zone, lines)| write::feed(timeline, publisher, zone, &lines, &mut told));
    let feeds = feeds.collect();
    Ok(Exported { feeds, told })
}

/// A service of a feed, and when it leaves.
struct Line {
    id: Id<Service>,
    mode: Mode,
    plan: plan::Plan,
}

/// What the carriers of a service are: as the user says, as the links on its way do, or as the names of class and service do.
fn mode(model: &Model, service: &Service, publisher: &Publisher, mistakes: &mut Mistakes) -> Option<Mode> {
    let class = &model.classes[service.class].name;
    let said = publisher.modes.iter().find(|(of, _)| of == class).map(|(_, mode)| *mode);
    let by_links = || {
        service.legs.iter().find_map(|leg| match leg {
            Leg::Link { link, .. } => Mode::on_links(model.links[*link].mode),
            Leg::Facility(_) | Leg::Service { .. } => None,
        })
    };
    let spoken = || Mode::spoken_of(class).or_else(|| Mode::spoken_of(&service.name));
    let mode = said.or_else(by_links).or_else(spoken);
    if mode.is_none() {
        let message = format!(
            "a feed says what runs on a line, and neither the links of its way nor the name of class `{class}` does"
        );
        mistakes.of_feed("unknown-mode", message, &format!("say --mode {class}=bus, or one of: {}", Mode::names()));
    }
    mode
}

/// Stops need coordinates.
fn check_places(model: &Model, service: &Service, mistakes: &mut Mistakes) {
    for node in [service.from, service.to].map(|node| &model.nodes[node]) {
        if node.longitude_deg.is_none() || node.latitude_deg.is_none() {
            let message = format!("a stop of a feed has coordinates, and node `{}` has none", node.name);
            mistakes.of_feed("missing-place", message, &format!("write node.{}.at = [longitude, latitude]", node.name));
        }
    }
}

/// What is in the feeds and is not exactly so.
fn tell(timeline: &Timeline, zones: &BTreeMap<String, Vec<Line>>, told: &mut Vec<String>) {
    use portway_model::element::Departures;
    let model = timeline.first();
    let services: Vec<&Service> = zones.values().flatten().map(|line| &model.services[line.id]).collect();
    let names = |is: &dyn Fn(&Service) -> bool| {
        services.iter().filter(|service| is(service)).map(|service| &*service.name).collect::<Vec<_>>().join(", ")
    };
    let mut say = |names: String, what: &str| {
        if !names.is_empty() {
            told.push(format!("{names}: {what}"));
        }
    };
    let when_full = |service: &Service| matches!(service.departures, Departures::WhenFull { .. });
    say(names(&when_full), "leave when full; the feed gives their longest wait as a headway without exact times");
    let split = |service: &Service| matches!(service.departures, Departures::Every(every_ms) if every_ms % 1000 != 0);
    say(names(&split), "leave at fractions of a second, which the feed cuts off");
    let stops = |service: &Service| service.legs.iter().any(|leg| matches!(leg, Leg::Facility(_)));
    say(
        names(&stops),
        "arrive when nobody waits on the way and the passengers are not counted; queues and their controls come on top",
    );
    let link = |leg: &Leg| match leg {
        Leg::Link { link, .. } => Some(*link),
        _ => None,
    };
    let wet = |service: &Service| service.legs.iter().filter_map(link).any(|link| model.links[link].water.is_some());
    say(names(&wet), "depend on the water, of which the feed says nothing");
    let seasons: BTreeSet<_> = services.iter().flat_map(|service| season::seasons_of(model, service)).collect();
    let drawn = season::drawn(timeline, &seasons);
    if !drawn.is_empty() {
        told.push(format!("days that nobody knows yet are the expected ones: {}", drawn.join(", ")));
    }
}
