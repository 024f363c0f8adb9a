//! Services as text: nodes, links, classes, calendars and services, each number with its row of evidence.

use super::group::{Group, Groups, Leg};
use super::names::Names;
use super::runs::Kind;
use super::{Imported, ServiceLine, Wishes, class_of, pays};
use crate::days::Pattern;
use crate::evidence::Row;
use crate::feed::{Feed, Route};
use crate::mistakes::counted;
use crate::words::Mode;
use jiff::civil::Date;
use portway_model::element;
use portway_model::element::Money;
use portway_model::quantity::{Dimension, words};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Longest title that is taken over.
const MAX_TITLE_CHARS: usize = 120;

pub(super) fn write(
    feed: &Feed,
    wishes: &Wishes,
    money: Option<&Money>,
    countries: &[String],
    groups: &Groups,
    told: Vec<String>,
) -> Imported {
    let said = if feed.version.is_empty() { String::new() } else { format!(", version {}", one_line(&feed.version)) };
    let source = format!("GTFS feed of {}{said}", one_line(&feed.publisher));
    let mut page = Page {
        feed,
        wishes,
        countries,
        source,
        names: BTreeMap::new(),
        given: BTreeMap::new(),
        nodes: String::new(),
        links: String::new(),
        classes: String::new(),
        calendars: String::new(),
        services: String::new(),
        out: Imported { toml: String::new(), evidence: Vec::new(), services: Vec::new(), told },
        ways: Vec::new(),
        between: 0,
        at_once: 0,
    };
    for (group, back) in groups.list.iter().zip(&groups.mirrored) {
        page.service(group, back.as_ref(), groups, money);
    }
    let dates = || groups.days.iter().flat_map(|(dates, ..)| dates);
    if let (Some(first), Some(last)) = (dates().min(), dates().max()) {
        page.out.told.push(format!("the feed speaks of {first} to {last}: before and after, its services do not run"));
    }
    page.finish(money)
}

/// The kinds of elements that are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Node(usize),
    Class(Mode),
    /// Dates, and the hours of an interval.
    Calendar(usize, Option<(u32, u32)>),
}

/// A link: its ends, its seconds, and the mode of what travels on it.
type Way = (usize, usize, u32, &'static str);

struct Page<'f> {
    feed: &'f Feed,
    wishes: &'f Wishes,
    countries: &'f [String],
    source: String,
    /// Names that were given, of each kind of element.
    names: BTreeMap<&'static str, Names>,
    given: BTreeMap<Named, String>,
    nodes: String,
    links: String,
    classes: String,
    calendars: String,
    services: String,
    out: Imported,
    /// Links, each with its name.
    ways: Vec<(Way, String)>,
    /// Services that pass stops in between.
    between: usize,
    /// Links that take no time.
    at_once: usize,
}

impl Page<'_> {
    fn name(&mut self, kind: &'static str, texts: &[&str]) -> String {
        self.names.entry(kind).or_default().give(&self.wishes.name, texts)
    }

    fn evidence(&mut self, path: String, status: &'static str, source: String, range: Option<(String, String)>) {
        let (low, high) = range.unwrap_or_default();
        self.out.evidence.push(Row { path, status, source, low, high });
    }

    fn node(&mut self, stop: usize) -> String {
        if let Some(name) = self.given.get(&Named::Node(stop)) {
            return name.clone();
        }
        let of = &self.feed.stops[stop];
        let name = self.name("node", &[&of.name, &of.id]);
        let _ = writeln!(self.nodes, "\n[node.{name}]\ntitle = {}", quoted(title(&of.name, &of.id)));
        let _ = writeln!(self.nodes, "country = {}\nzone = {}", quoted(&self.countries[stop]), quoted(&of.zone.name));
        if let Some((longitude, latitude)) = of.at {
            let _ = writeln!(self.nodes, "at = [{longitude:?}, {latitude:?}]");
        }
        self.given.insert(Named::Node(stop), name.clone());
        name
    }

    fn link(&mut self, from: usize, to: usize, leg: &Leg, route: &Route) -> String {
        let time_s = leg.mean_s();
        // A path of one link leads from its `from` to its `to`, so a way that is ridden the other way is a link of its own, and so
        // is one that a bus takes beside a ferry.
        let (mode, key) = (route.mode.of_links(), (from, to, time_s, route.mode.of_links().name()));
        if let Some((_, name)) = self.ways.iter().find(|(way, _)| *way == key) {
            return name.clone();
        }
        let (a, b) = (self.node(from), self.node(to));
        let short =
            |name: &str| name.strip_prefix(&self.wishes.name).unwrap_or(name).trim_start_matches('-').to_owned();
        let name = format!("{}-{}", short(&a), short(&b));
        let name = self.name("link", &[&name]);
        let stops = [&self.feed.stops[from], &self.feed.stops[to]].map(|stop| title(&stop.name, &stop.id));
        let travel = duration(time_s);
        let heading = quoted(&format!("{} – {}", stops[0], stops[1]));
        let _ = writeln!(
            self.links,
            "\n[link.{name}]\ntitle = {heading}\nfrom = \"{a}\"\nto = \"{b}\"\ntravel = \"{travel}\""
        );
        if mode != element::Mode::default() {
            let _ = writeln!(self.links, "mode = \"{}\"", mode.name());
        }
        if self.countries[from] != self.countries[to] {
            self.links.push_str("border = true\n");
        }
        let source = format!("{}, stop_times.txt of route {}", self.source, one_line(&route.id));
        let path = format!("link.{name}.travel");
        if leg.least_s == leg.most_s {
            self.evidence(path, "design", source, None);
        } else {
            let range = (duration(leg.least_s), duration(leg.most_s));
            self.evidence(path, "derived", format!("{source}, mean of its trips"), Some(range));
        }
        self.at_once += usize::from(time_s == 0);
        self.ways.push((key, name.clone()));
        name
    }

    fn class(&mut self, mode: Mode) -> String {
        if let Some(name) = class_of(self.wishes, mode) {
            return name.to_owned();
        }
        if let Some(name) = self.given.get(&Named::Class(mode)) {
            return name.clone();
        }
        let name = self.name("class", &[mode.name()]);
        let wished = |of: Option<Mode>| self.wishes.seats.iter().find(|(mode, _)| *mode == of).map(|(_, seats)| *seats);
        let [usual, least, most] = mode.usual_seats();
        let path = format!("class.{name}.seats");
        let seats = match wished(Some(mode)).or(wished(None)) {
            Some(seats) => {
                self.evidence(path, "design", "stated when the feed was imported (--seats)".into(), None);
                seats
            }
            None => {
                let source = format!("not in the feed; a usual carrier ({}) has about so many", mode.name());
                self.evidence(path, "assumption", source, Some((least.to_string(), most.to_string())));
                let told = format!("seats of {name}: {usual} is assumed; say it with --seats {}=N", mode.name());
                self.out.told.push(told);
                usual
            }
        };
        let heading = quoted(&format!("{}, {}", capital(mode.name()), self.wishes.name));
        let _ = writeln!(self.classes, "\n[class.{name}]\ntitle = {heading}\nseats = {seats}");
        self.given.insert(Named::Class(mode), name.clone());
        name
    }

    fn calendar(&mut self, days: usize, hours: Option<(u32, u32)>, groups: &Groups) -> Option<String> {
        let key = Named::Calendar(days, hours);
        if let Some(name) = self.given.get(&key) {
            return Some(name.clone());
        }
        let (dates, id, later) = &groups.days[days];
        let pattern = Pattern::of(dates)?;
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let (open, close) = hours.unwrap_or((0, 1440));
        let mut name = id.clone();
        match later {
            0 => {}
            1 => name.push_str(" next day"),
            days => drop(write!(name, " {days} days later")),
        }
        if hours.is_some() {
            let _ = write!(name, " {} {}", clock(open), clock(close));
        }
        let name = self.name("calendar", &[&name]);
        let opened: Vec<String> = match hours {
            None => runs(&pattern.opened).into_iter().map(|(from, to)| span(from, to)).collect(),
            Some(_) => {
                pattern.opened.iter().map(|day| format!("{day} {} .. {day} {}", clock(open), clock(close))).collect()
            }
        };
        let closed: Vec<String> = pattern.closed.iter().map(|(from, to)| span(*from, *to)).collect();
        let hours = format!("{}-{}", clock(open), clock(close));
        let weekly = pattern.weekday_words().map_or("[]".into(), |days| quoted(&format!("{days} {hours}")));
        let _ =
            writeln!(self.calendars, "\n[calendar.{name}]\nzone = {}\nopen = {weekly}", quoted(&self.feed.zone.name));
        let source = format!("{}, service {}", self.source, one_line(id));
        self.evidence(format!("calendar.{name}.open"), "design", source.clone(), None);
        for (what, spans) in [("closed", closed), ("opened", opened)] {
            if !spans.is_empty() {
                let _ = writeln!(self.calendars, "{what} = {}", list(&spans));
                self.evidence(format!("calendar.{name}.{what}"), "design", source.clone(), None);
            }
        }
        self.given.insert(key, name.clone());
        Some(name)
    }

    fn service(&mut self, group: &Group, back: Option<&Group>, groups: &Groups, money: Option<&Money>) {
        let key = &group.key;
        let route = &self.feed.routes[key.route];
        let legs = key.stops.windows(2).zip(&group.legs);
        let path: Vec<String> = legs.map(|(ends, leg)| self.link(ends[0], ends[1], leg, route)).collect();
        let hours = match key.kind {
            Kind::Timetable => None,
            Kind::Every { open_min, close_min, .. } => Some((open_min, close_min)),
        };
        let class = self.class(route.mode);
        let Some(calendar) = self.calendar(key.days, hours, groups) else { return };
        let name = self.name("service", &[&route.id, &route.name]);
        let end =
            |at: Option<&usize>| at.map_or("", |stop| title(&self.feed.stops[*stop].name, &self.feed.stops[*stop].id));
        let way = format!("{} – {}", end(key.stops.first()), end(key.stops.last()));
        let heading = quoted(&format!("{}, {way}", title(&route.name, &route.id)));
        let backward = self.wishes.back.as_deref().unwrap_or_default();
        let forward = if key.back { backward } else { &self.wishes.forward };
        let _ = writeln!(
            self.services,
            "\n[service.{name}]\ntitle = {heading}\nclass = \"{class}\"\npath = {}",
            list(&path)
        );
        let _ = writeln!(self.services, "forward = \"{forward}\"");
        let mut directions = forward.to_owned();
        if back.is_some() {
            let _ = writeln!(self.services, "back = \"{backward}\"");
            directions = format!("{forward}, {backward}");
        }
        let source = format!("{}, trips of route {}", self.source, one_line(&route.id));
        let departures = match key.kind {
            Kind::Every { headway_s, .. } => {
                let every = duration(headway_s);
                let _ = writeln!(self.services, "every = \"{every}\"");
                self.evidence(format!("service.{name}.every"), "design", source.clone(), None);
                format!("every {every}")
            }
            Kind::Timetable => {
                let _ = writeln!(self.services, "timetable = {}", list(&clocks(&group.minutes)));
                self.evidence(format!("service.{name}.timetable"), "design", source.clone(), None);
                let mut departures = format!("{} a day", group.minutes.len());
                if let Some(back) = back {
                    let _ = writeln!(self.services, "timetable-back = {}", list(&clocks(&back.minutes)));
                    self.evidence(format!("service.{name}.timetable-back"), "design", source.clone(), None);
                    let _ = write!(departures, ", {} back", back.minutes.len());
                }
                departures
            }
        };
        let _ = writeln!(self.services, "hours = \"{calendar}\"");
        if let Some((price, code)) = route.fare.as_ref().filter(|(_, code)| pays(money, code)) {
            let _ = writeln!(self.services, "fare = \"{price} {code}\"");
            let source = format!("{}, fare_attributes.txt", self.source);
            self.evidence(format!("service.{name}.fare"), "design", source, None);
        }
        self.between += usize::from(key.stops.len() > 2);
        self.out.services.push(ServiceLine { name, way, directions, departures });
    }

    fn finish(mut self, money: Option<&Money>) -> Imported {
        let source = &self.source;
        let head = "imported with `portway import gtfs`. Another import replaces this file.";
        let _ = writeln!(self.out.toml, "# {source}, {head}");
        for part in [&self.nodes, &self.links, &self.classes, &self.calendars, &self.services] {
            self.out.toml.push_str(part);
        }
        let mut tell = |count: usize, thing: &str, what: &str| {
            if count > 0 {
                self.out.told.push(format!("{} {what}", counted(count, thing)));
            }
        };
        tell(self.between, "service", "with stops in between: nobody gets on or off there, a service has two ends");
        tell(self.at_once, "link", "without any time: its stops have the same minute in the feed");
        let unpaid = |route: &&Route| route.fare.as_ref().is_some_and(|(_, code)| !pays(money, code));
        let unpaid = self.feed.routes.iter().filter(unpaid).count();
        tell(unpaid, "fare", "in a currency that the folder has no [money] for");
        self.out
    }
}

/// A text as a TOML string.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => drop(write!(quoted, "\\u{:04X}", c as u32)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// Texts that need no escapes as a list, on one line or one below the other.
fn list(texts: &[String]) -> String {
    const MAX_LINE: usize = 110;
    let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
    let line = format!("[{}]", texts.join(", "));
    if line.len() <= MAX_LINE {
        return line;
    }
    let mut lines = String::from("[");
    let mut width = MAX_LINE;
    for text in texts {
        if width + text.len() + 2 > MAX_LINE {
            lines.push_str("\n ");
            width = 1;
        }
        width += text.len() + 2;
        let _ = write!(lines, " {text},");
    }
    lines + "\n]"
}

fn clocks(minutes: &[u16]) -> Vec<String> {
    minutes.iter().map(|minute| format!("{:02}:{:02}", minute / 60, minute % 60)).collect()
}

fn duration(time_s: u32) -> String {
    words(f64::from(time_s) * 1000.0, Dimension::Duration)
}

fn span(from: Date, to: Date) -> String {
    if from == to { from.to_string() } else { format!("{from} .. {to}") }
}

/// Dates one after the other as spans.
fn runs(dates: &[Date]) -> Vec<(Date, Date)> {
    let mut runs: Vec<(Date, Date)> = Vec::new();
    for date in dates {
        match runs.last_mut() {
            Some(run) if run.1.tomorrow().ok() == Some(*date) => run.1 = *date,
            _ => runs.push((*date, *date)),
        }
    }
    runs
}

/// What people call something: its name, else its id; not too long.
fn title<'t>(name: &'t str, id: &'t str) -> &'t str {
    let text = if name.is_empty() { id } else { name };
    text.char_indices().nth(MAX_TITLE_CHARS).map_or(text, |(at, _)| &text[..at])
}

fn one_line(text: &str) -> String {
    crate::mistakes::shown(text)
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
