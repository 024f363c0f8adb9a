//! The files of a feed become values. Every mistake is told; a feed exists only when there is none.

use super::times::{self, RawCall};
use super::{FILES, Feed, MAX_DATES, MAX_FEED_BYTES, MAX_FILE_BYTES, Route, Service, Stop, Trip, Zone};
use crate::mistakes::{Mistakes, Place, counted, shown};
use crate::table::{Row, Table};
use crate::words::{Mode, date};
use jiff::ToSpan as _;
use jiff::tz::TimeZone;
use portway_model::{Diagnostic, Folder};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Reads a feed from its files. Other files are told and passed over.
///
/// # Errors
/// Everything that is wrong with it, each with file, line and reason.
pub fn read(files: &Folder) -> Result<Feed, Vec<Diagnostic>> {
    let mut mistakes = Mistakes::default();
    let texts = texts(files, &mut mistakes);
    let others = files.files.iter().map(|file| file.name.as_str()).filter(|name| !FILES.contains(name));
    let others = others.map(shown).collect::<Vec<_>>().join(", ");
    let untold = if others.is_empty() { Vec::new() } else { vec![format!("not read: {others}")] };
    let mut reading = Reading { texts, mistakes, untold };
    let feed = feed(&mut reading);
    match feed {
        Some(feed) if reading.mistakes.is_empty() => Ok(Feed { untold: reading.untold, ..feed }),
        _ => Err(reading.mistakes.into_diagnostics()),
    }
}

/// Positions by the id that the feed gives them.
pub(super) type Ids = HashMap<String, usize>;

/// What is at hand while a feed is read.
pub(super) struct Reading<'f> {
    texts: BTreeMap<&'f str, &'f str>,
    pub(super) mistakes: Mistakes,
    pub(super) untold: Vec<String>,
}

impl<'f> Reading<'f> {
    /// Calls `each` for every row of a file that has the columns.
    pub(super) fn rows<const N: usize>(
        &mut self,
        file: &str,
        columns: [(&str, bool); N],
        mut each: impl FnMut(&mut Self, Row<'f>),
    ) {
        let Some((name, text)) = self.texts.get_key_value(file).map(|(name, text)| (*name, *text)) else { return };
        let Some(mut table) = Table::new(name, text, &mut self.mistakes) else { return };
        let Some(columns) = table.columns(columns, &mut self.mistakes) else { return };
        while let Some(row) = table.next(&columns, &mut self.mistakes) {
            each(self, row);
        }
    }

    /// The position that an id stands for; told when nothing has it.
    pub(super) fn known(&mut self, ids: &Ids, row: &Row<'_>, column: usize, file: &str) -> Option<usize> {
        let id = row.text(column);
        let found = ids.get(id).copied();
        // Where that file could not be read, the ids that it does not give are not the mistake of this one.
        let is_sound = |file: &str| !self.mistakes.speak_of(file);
        let is_read = file.split(" or ").any(|file| self.texts.contains_key(file));
        if found.is_none() && is_read && file.split(" or ").all(is_sound) {
            let message = format!("`{}` is not in {file}", shown(id));
            self.mistakes.at(&row.place(column), "unknown-id", message, format!("ids are written as in {file}"));
        }
        found
    }

    /// Keeps the position of a new id; told when it was given before.
    fn keep(&mut self, ids: &mut Ids, row: &Row<'_>, column: usize, position: usize) {
        if ids.insert(row.text(column).to_owned(), position).is_some() {
            let message = format!("`{}` stands here a second time", shown(row.text(column)));
            self.mistakes.at(&row.place(column), "duplicate", message, "an id is given once");
        }
    }
}

/// The texts of the files that are read.
fn texts<'f>(files: &'f Folder, mistakes: &mut Mistakes) -> BTreeMap<&'f str, &'f str> {
    let mut texts = BTreeMap::new();
    let known = files.files.iter().filter(|file| FILES.contains(&file.name.as_str()));
    let mut left = MAX_FEED_BYTES;
    for file in known {
        if file.bytes.len() > MAX_FILE_BYTES.min(left) {
            let message = format!("{} makes the feed larger than can be read", file.name);
            let most = format!("at most {} MB a file and {} MB in all", MAX_FILE_BYTES >> 20, MAX_FEED_BYTES >> 20);
            mistakes.of_feed("too-large", message, &most);
            continue;
        }
        left -= file.bytes.len();
        match std::str::from_utf8(&file.bytes) {
            Ok(text) => drop(texts.insert(file.name.as_str(), text)),
            Err(error) => {
                let text = std::str::from_utf8(&file.bytes[..error.valid_up_to()]).unwrap_or_default();
                let place = Place { file: &file.name, text, span: text.len()..text.len() };
                let message = format!("{} is not UTF-8", file.name);
                mistakes.at(&place, "not-text", message, "save it as UTF-8, with or without a byte order mark");
            }
        }
    }
    let has = |name: &str| files.files.iter().any(|file| file.name == name);
    for name in ["agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt"] {
        if !has(name) {
            mistakes.of_feed("missing-file", format!("the feed has no {name}"), "GTFS requires it");
        }
    }
    if !has("calendar.txt") && !has("calendar_dates.txt") {
        let message = "the feed has neither calendar.txt nor calendar_dates.txt".into();
        mistakes.of_feed("missing-file", message, "one of them says on which days trips run");
    }
    texts
}

fn feed(reading: &mut Reading<'_>) -> Option<Feed> {
    let (agency, zone) = agencies(reading);
    let (publisher, version) = feed_info(reading);
    // Where the clock is unknown, everything else is looked at all the same.
    let clock = zone.clone().unwrap_or(Zone { name: "UTC".into(), clock: TimeZone::UTC });
    let (stops, stop_ids) = stops(reading, &clock);
    let (mut routes, route_ids) = routes(reading);
    let (services, service_ids) = services(reading);
    let (mut trips, trip_ids) = trips(reading, &route_ids, &service_ids);
    let mut calls: Vec<Vec<RawCall>> = vec![Vec::new(); trips.len()];
    times::stop_times(reading, &trip_ids, &stop_ids, &mut calls);
    times::frequencies(reading, &trip_ids, &mut trips);
    times::settle(reading, &mut trips, calls);
    fares(reading, &mut routes, &route_ids);
    let publisher = if publisher.is_empty() { agency } else { publisher };
    Some(Feed { publisher, version, zone: zone?, stops, routes, services, trips, untold: Vec::new() })
}

/// The name of the first agency, and the one zone of all.
fn agencies(reading: &mut Reading<'_>) -> (String, Option<Zone>) {
    let mut name = String::new();
    let mut zone: Option<Zone> = None;
    reading.rows("agency.txt", [("agency_name", true), ("agency_timezone", true)], |reading, row| {
        if name.is_empty() {
            name = row.required(0, "`agency_name`", &mut reading.mistakes).unwrap_or_default();
        }
        let here = row.read(1, read_zone, &mut reading.mistakes);
        match (&zone, here) {
            (Some(first), Some(here)) if first.name != here.name => {
                let message =
                    format!("this agency keeps the time of {}, and another one that of {}", here.name, first.name);
                let help =
                    "all times of a feed are of one clock; make one feed for each time zone and import them one by one";
                reading.mistakes.at(&row.place(1), "several-zones", message, help);
            }
            (None, here) => zone = here,
            _ => {}
        }
    });
    if zone.is_none() && reading.mistakes.is_empty() {
        reading.mistakes.of_feed("no-agency", "agency.txt has no row".into(), "it says which clock the times are of");
    }
    (name, zone)
}

fn read_zone(text: &str) -> Result<Zone, &'static str> {
    let clock = TimeZone::get(text).map_err(|_| "a time zone of the tz database, as in \"Asia/Shanghai\"")?;
    // The name as the database writes it, whatever letters the feed has.
    let name = clock.iana_name().unwrap_or(text).to_owned();
    Ok(Zone { name, clock })
}

/// Publisher and version.
fn feed_info(reading: &mut Reading<'_>) -> (String, String) {
    let mut said = (String::new(), String::new());
    reading.rows("feed_info.txt", [("feed_publisher_name", false), ("feed_version", false)], |_, row| {
        said = (row.text(0).to_owned(), row.text(1).to_owned());
    });
    said
}

/// Stations and single stops, and the ids that stand for each: its own and those of its platforms.
fn stops(reading: &mut Reading<'_>, agency: &Zone) -> (Vec<Stop>, Ids) {
    let columns = [
        ("stop_id", true),
        ("stop_name", false),
        ("stop_lat", false),
        ("stop_lon", false),
        ("stop_timezone", false),
        ("parent_station", false),
        ("location_type", false),
    ];
    let (mut stops, mut ids, mut parents) = (Vec::new(), Ids::new(), Vec::new());
    reading.rows("stops.txt", columns, |reading, row| {
        let Some(id) = row.required(0, "`stop_id`", &mut reading.mistakes) else { return };
        let degree = |column: usize, most: f64, mistakes: &mut Mistakes| {
            if row.text(column).is_empty() {
                return None;
            }
            let read = |text: &str| text.parse::<f64>().ok().filter(|degree| degree.abs() <= most).ok_or(DEGREES);
            row.read(column, read, mistakes)
        };
        let latitude = degree(2, 90.0, &mut reading.mistakes);
        let longitude = degree(3, 180.0, &mut reading.mistakes);
        let zone = match row.text(4) {
            "" => Some(agency.clone()),
            _ => row.read(4, read_zone, &mut reading.mistakes),
        };
        reading.keep(&mut ids, &row, 0, stops.len());
        let name = row.text(1).to_owned();
        // Entrances and boarding areas have parents too; only platforms are called at.
        if !row.text(5).is_empty() && matches!(row.text(6), "" | "0") {
            parents.push((stops.len(), row));
        }
        stops.push(Stop { id, name, at: longitude.zip(latitude), zone: zone.unwrap_or(agency.clone()) });
    });
    let mut station_of = BTreeMap::new();
    for (at, row) in parents {
        if let Some(parent) = reading.known(&ids, &row, 5, "stops.txt").filter(|parent| *parent != at) {
            station_of.insert(at, parent);
        }
    }
    for position in ids.values_mut() {
        *position = station_of.get(position).copied().unwrap_or(*position);
    }
    (stops, ids)
}

const DEGREES: &str = "degrees, latitude -90 to 90 and longitude -180 to 180, with a decimal point";

/// Lines.
fn routes(reading: &mut Reading<'_>) -> (Vec<Route>, Ids) {
    let columns = [("route_id", true), ("route_long_name", false), ("route_short_name", false), ("route_type", true)];
    let (mut routes, mut ids) = (Vec::new(), Ids::new());
    reading.rows("routes.txt", columns, |reading, row| {
        let Some(id) = row.required(0, "`route_id`", &mut reading.mistakes) else { return };
        let Some(mode) = row.read(3, Mode::read, &mut reading.mistakes) else { return };
        reading.keep(&mut ids, &row, 0, routes.len());
        let name = [row.text(1), row.text(2), &id].into_iter().find(|name| !name.is_empty()).unwrap_or(&id).to_owned();
        routes.push(Route { id, name, mode, fare: None });
    });
    (routes, ids)
}

/// The dates of services, from weekdays and from single days.
fn services(reading: &mut Reading<'_>) -> (Vec<Service>, Ids) {
    let (mut services, mut ids): (Vec<Service>, Ids) = (Vec::new(), Ids::new());
    let mut dates_left = MAX_DATES;
    let columns = [
        ("service_id", true),
        ("monday", true),
        ("tuesday", true),
        ("wednesday", true),
        ("thursday", true),
        ("friday", true),
        ("saturday", true),
        ("sunday", true),
        ("start_date", true),
        ("end_date", true),
    ];
    reading.rows("calendar.txt", columns, |reading, row| {
        let Some(id) = row.required(0, "`service_id`", &mut reading.mistakes) else { return };
        let flag = |text: &str| match text {
            "0" => Ok(false),
            "1" => Ok(true),
            _ => Err("1 where it runs on this weekday, 0 where not"),
        };
        let weekdays: Vec<bool> = (1..8).filter_map(|day| row.read(day, flag, &mut reading.mistakes)).collect();
        let from = row.read(8, date, &mut reading.mistakes);
        let to = row.read(9, date, &mut reading.mistakes);
        let (Some(from), Some(to), [_, _, _, _, _, _, _]) = (from, to, &weekdays[..]) else { return };
        if from > to {
            reading.mistakes.at(&row.place(9), "wrong-window", "it ends before it begins".into(), "");
        }
        let runs = |day: &jiff::civil::Date| weekdays[day.weekday().to_monday_zero_offset() as usize];
        // Days that are looked at count, so that three hundred years without a weekday are not free.
        let days: Vec<_> = from.series(1.day()).take_while(|day| *day <= to).take(dates_left).collect();
        dates_left -= days.len();
        let dates: BTreeSet<_> = days.into_iter().filter(runs).collect();
        reading.keep(&mut ids, &row, 0, services.len());
        services.push(Service { id, dates });
    });
    let mut seen = BTreeSet::new();
    let columns = [("service_id", true), ("date", true), ("exception_type", true)];
    reading.rows("calendar_dates.txt", columns, |reading, row| {
        let Some(id) = row.required(0, "`service_id`", &mut reading.mistakes) else { return };
        let added = |text: &str| match text {
            "1" => Ok(true),
            "2" => Ok(false),
            _ => Err("1 where it runs on this date, 2 where not"),
        };
        let date = row.read(1, date, &mut reading.mistakes);
        let added = row.read(2, added, &mut reading.mistakes);
        let (Some(date), Some(added)) = (date, added) else { return };
        let at = *ids.entry(id.clone()).or_insert_with(|| {
            services.push(Service { id, dates: BTreeSet::new() });
            services.len() - 1
        });
        if !seen.insert((at, date)) {
            let message = "this date of this service stands here a second time".into();
            reading.mistakes.at(&row.place(1), "duplicate", message, "");
        }
        let dates = &mut services[at].dates;
        if added {
            dates_left = dates_left.saturating_sub(usize::from(dates.insert(date)));
        } else {
            dates.remove(&date);
        }
    });
    if dates_left == 0 {
        let message = format!("the services of the feed have more than {MAX_DATES} dates");
        reading.mistakes.of_feed("too-large", message, "cut the feed to the years that matter");
    }
    (services, ids)
}

/// Trips, still without stops.
fn trips(reading: &mut Reading<'_>, routes: &Ids, services: &Ids) -> (Vec<Trip>, Ids) {
    let columns =
        [("trip_id", true), ("route_id", true), ("service_id", true), ("direction_id", false), ("block_id", false)];
    let (mut trips, mut ids, mut blocks) = (Vec::new(), Ids::new(), 0_usize);
    reading.rows("trips.txt", columns, |reading, row| {
        if row.required(0, "`trip_id`", &mut reading.mistakes).is_none() {
            return;
        }
        let route = reading.known(routes, &row, 1, "routes.txt");
        let service = reading.known(services, &row, 2, "calendar.txt or calendar_dates.txt");
        let back = |text: &str| match text {
            "" => Ok(None),
            "0" => Ok(Some(false)),
            "1" => Ok(Some(true)),
            _ => Err("0 or 1 for the two directions of a line"),
        };
        let back = row.read(3, back, &mut reading.mistakes);
        blocks += usize::from(!row.text(4).is_empty());
        // An id stands for a trip even when something else in its row is wrong, so that no later file is blamed for it.
        reading.keep(&mut ids, &row, 0, trips.len());
        let (route, service) = (route.unwrap_or(0), service.unwrap_or(0));
        trips.push(Trip { route, service, back: back.flatten(), calls: Vec::new(), frequencies: Vec::new() });
    });
    if blocks > 0 {
        let told =
            format!("block_id of {}: which trips one carrier makes; say it with `fleet`", counted(blocks, "trip"));
        reading.untold.push(told);
    }
    (trips, ids)
}

/// Prices that hold for a whole line.
fn fares(reading: &mut Reading<'_>, routes: &mut [Route], route_ids: &Ids) {
    let (mut fares, mut ids) = (Vec::new(), Ids::new());
    let columns = [("fare_id", true), ("price", true), ("currency_type", true)];
    reading.rows("fare_attributes.txt", columns, |reading, row| {
        let price = |text: &str| {
            let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.') && text.parse::<f64>().is_ok();
            if plain { Ok(text.to_owned()) } else { Err("a price is a number with a decimal point, not negative") }
        };
        let price = row.read(1, price, &mut reading.mistakes);
        let currency = row.required(2, "`currency_type`", &mut reading.mistakes);
        if let (Some(price), Some(currency)) = (price, currency) {
            reading.keep(&mut ids, &row, 0, fares.len());
            fares.push((price, currency));
        }
    });
    let columns = [
        ("fare_id", true),
        ("route_id", false),
        ("origin_id", false),
        ("destination_id", false),
        ("contains_id", false),
    ];
    let mut everywhere = BTreeSet::new();
    let (mut by_zone, mut of_route): (usize, BTreeMap<usize, BTreeSet<usize>>) = (0, BTreeMap::new());
    reading.rows("fare_rules.txt", columns, |reading, row| {
        let Some(fare) = reading.known(&ids, &row, 0, "fare_attributes.txt") else { return };
        if (2..5).any(|column| !row.text(column).is_empty()) {
            by_zone += 1;
        } else if row.text(1).is_empty() {
            everywhere.insert(fare);
        } else if let Some(route) = reading.known(route_ids, &row, 1, "routes.txt") {
            of_route.entry(route).or_default().insert(fare);
        }
    });
    let mut several = 0;
    for (at, route) in routes.iter_mut().enumerate() {
        let mut of_it = of_route.remove(&at).unwrap_or_default();
        of_it.extend(everywhere.iter().take(2));
        several += usize::from(of_it.len() > 1);
        route.fare = of_it.first().filter(|_| of_it.len() == 1).and_then(|fare| fares.get(*fare).cloned());
    }
    if by_zone > 0 {
        reading.untold.push(format!("{} by zone: a service has one fare", counted(by_zone, "fare rule")));
    }
    if several > 0 {
        reading
            .untold
            .push(format!("the fares of {} with more than one: a service has one fare", counted(several, "route")));
    }
}
