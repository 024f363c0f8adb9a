//! The files of a feed.

use super::plan::{Leave, Way};
use super::{Line, Publisher, ZoneFeed};
use crate::evidence::line;
use crate::words::{date_words, time_words};
use jiff::civil::Date;
use portway_model::element::{Leg, Node, Service, Timeline};
use portway_model::quantity::Price;
use portway_model::{Id, Model};
use std::collections::{BTreeMap, BTreeSet};

/// A file while it is written.
struct File {
    name: &'static str,
    text: String,
}

impl File {
    fn new(name: &'static str, columns: &str) -> Self {
        Self { name, text: format!("{columns}\n") }
    }

    fn row<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        self.text.push_str(&line(cells));
        self.text.push('\n');
    }

    fn has_rows(&self) -> bool {
        self.text.lines().nth(1).is_some()
    }
}

pub(super) fn feed(
    timeline: &Timeline,
    publisher: &Publisher,
    zone: String,
    lines: &[Line],
    told: &mut Vec<String>,
) -> ZoneFeed {
    let model = timeline.first();
    let agency = model.name.as_str();
    let who = publisher.name.as_deref().unwrap_or(&model.title);
    let mut agencies = File::new("agency.txt", "agency_id,agency_name,agency_url,agency_timezone,agency_lang");
    agencies.row([agency, who, &publisher.url, &zone, &publisher.language]);
    let mut routes = File::new("routes.txt", "route_id,agency_id,route_short_name,route_long_name,route_type");
    let mut trips = File::new("trips.txt", "route_id,service_id,trip_id,trip_headsign,direction_id");
    let columns = "trip_id,arrival_time,departure_time,stop_id,stop_sequence,timepoint";
    let mut times = File::new("stop_times.txt", columns);
    let mut frequencies = File::new("frequencies.txt", "trip_id,start_time,end_time,headway_secs,exact_times");
    let columns = "fare_id,price,currency_type,payment_method,transfers,agency_id";
    let mut fares = File::new("fare_attributes.txt", columns);
    let mut fare_rules = File::new("fare_rules.txt", "fare_id,route_id");
    let mut days: BTreeMap<&BTreeSet<Date>, String> = BTreeMap::new();
    let mut stops: BTreeSet<Id<Node>> = BTreeSet::new();
    let mut told_lines = Vec::new();
    for Line { id, mode, plan } in lines {
        let service = &model.services[*id];
        let route = service.name.as_str();
        routes.row([route, agency, "", &service.title, &mode.route_type().to_string()]);
        stops.extend([service.from, service.to]);
        let passes_facility = service.legs.iter().any(|leg| matches!(leg, Leg::Facility(_)));
        let mut departures = 0;
        for (number, (way, dates)) in plan.iter().enumerate() {
            let next = days.len() + 1;
            let days = days.entry(dates).or_insert_with(|| format!("days-{next}"));
            let trip = format!("{route}-{}{}", if way.back { "back-" } else { "" }, number + 1);
            let [from, to] = [way.back, !way.back].map(|back| &model.nodes[service.stop(back)]);
            trips.row([route, days, &trip, &to.title, if way.back { "1" } else { "0" }]);
            let begin_s = first_s(way);
            let (leaves, arrives) = (time_words(begin_s), time_words(begin_s + way.ride_s));
            let exact = if passes_facility { "0" } else { "1" };
            times.row([&trip, &leaves, &leaves, &from.name, "1", "1"]);
            times.row([&trip, &arrives, &arrives, &to.name, "2", exact]);
            let mut count = 1;
            if let Leave::Often { from_s, to_s, headway_s, exact } = way.leave {
                let (from, to, exact) = (time_words(from_s), time_words(to_s), if exact { "1" } else { "0" });
                frequencies.row([&*trip, &from, &to, &headway_s.to_string(), exact]);
                count = (to_s - from_s) / headway_s;
            }
            departures += count as u64 * dates.len() as u64;
        }
        if let Some(price) = fare(model, *id, service, told) {
            fares.row([route, &price.amount.to_string(), price.currency.code(), "1", "0", agency]);
            fare_rules.row([route, route]);
        }
        told_lines.push((service.name.clone(), *mode, departures));
    }
    let mut calendar = File::new("calendar_dates.txt", "service_id,date,exception_type");
    let mut named: Vec<_> = days.iter().collect();
    named.sort_by_key(|(_, name)| name[5..].parse::<usize>().unwrap_or(0));
    for (dates, name) in named {
        dates.iter().for_each(|date| calendar.row([name, &*date_words(*date), "1"]));
    }
    let info = feed_info(timeline, publisher, who, days.keys().copied());
    let stops = stops_file(model, &zone, &stops);
    let must = [agencies, stops, routes, trips, times, calendar, info];
    let may = [frequencies, fares, fare_rules].into_iter().filter(File::has_rows);
    let files = must.into_iter().chain(may).map(|file| (file.name, file.text)).collect();
    ZoneFeed {
        folder: zone.replace(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '+', "-"),
        zone,
        files,
        lines: told_lines,
    }
}

fn first_s(way: &Way) -> i64 {
    match way.leave {
        Leave::At(time_s) | Leave::Often { from_s: time_s, .. } => time_s,
    }
}

fn stops_file(model: &Model, zone: &str, stops: &BTreeSet<Id<Node>>) -> File {
    let mut file = File::new("stops.txt", "stop_id,stop_name,stop_lat,stop_lon,stop_timezone");
    for node in stops.iter().map(|stop| &model.nodes[*stop]) {
        let degrees = [node.latitude_deg, node.longitude_deg].map(|degrees| degrees.unwrap_or(0.0).to_string());
        // Where the feed's clock holds, nothing needs to be said.
        let own = node.zone.iana_name().filter(|own| *own != zone).unwrap_or_default();
        file.row([&*node.name, &node.title, &degrees[0], &degrees[1], own]);
    }
    file
}

fn feed_info<'d>(
    timeline: &Timeline,
    publisher: &Publisher,
    who: &str,
    days: impl Iterator<Item = &'d BTreeSet<Date>>,
) -> File {
    // By the feed's clock the window may begin on the evening before.
    let (mut from, mut to) = (timeline.scenario.from, timeline.scenario.to);
    for dates in days {
        from = dates.first().map_or(from, |first| from.min(*first));
        to = dates.last().map_or(to, |last| to.max(*last));
    }
    let columns = "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,feed_version";
    let mut file = File::new("feed_info.txt", columns);
    let (from, to) = (date_words(from), date_words(to));
    file.row([who, &publisher.url, &publisher.language, &from, &to, &publisher.version]);
    file
}

/// What a ride costs: one price for those who ride, the highest where they pay different ones.
fn fare(model: &Model, id: Id<Service>, service: &Service, told: &mut Vec<String>) -> Option<Price> {
    let fares = service.fare.as_ref()?;
    let rides = |leg: &Leg| matches!(leg, Leg::Service { service, .. } if *service == id);
    let riders =
        model.flows.iter().filter(|flow| flow.routes.iter().any(|route| model.routes[*route].legs.iter().any(rides)));
    let classes: BTreeSet<usize> = riders.map(|flow| flow.class.index()).collect();
    let asked = fares.iter().enumerate().filter(|(class, _)| classes.is_empty() || classes.contains(class));
    let mut prices: Vec<Price> = asked.map(|(_, price)| *price).collect();
    prices.sort_by(|a, b| a.amount.total_cmp(&b.amount));
    let highest = *prices.last()?;
    if prices.iter().any(|price| *price != highest) {
        told.push(format!("{}: passengers pay different fares; the feed gives the highest", service.name));
    }
    Some(highest)
}
