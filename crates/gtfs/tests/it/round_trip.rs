//! What goes out and comes in again leaves at the same instants.

use crate::sample::{corridor, exported};
use portway_gtfs::import::Wishes;
use portway_gtfs::{ZoneFeed, evidence, import, read};
use portway_model::{Corridor, Folder, Id, SourceFile};
use proptest::prelude::*;
use std::collections::BTreeMap;

const FROM: &str = "2026-03-01";
const TO: &str = "2026-04-20";

/// The text of a corridor with one service; clocks change on 8 March in New York and on 29 March in Berlin.
fn text(zones: [&str; 2], departures: &str, hours: &str) -> String {
    format!(
        r#"
[corridor]
language = 1
name = "c"
zone = "{from}"
[scenario.s]
from = "{FROM}"
to = "{TO}"
[direction.out]
[direction.in]
[node.a]
country = "CN"
zone = "{from}"
at = [1, 2]
[node.b]
country = "RU"
zone = "{to}"
at = [3, 4]
[link.ab]
from = "a"
to = "b"
travel = "40 min"
border = true
[class.bus]
seats = 10
[calendar.h]
zone = "{from}"
{hours}
[service.s]
class = "bus"
path = ["ab"]
forward = "out"
back = "in"
hours = "h"
{departures}
"#,
        from = zones[0],
        to = zones[1],
    )
}

/// Departures of all services by direction and stop, as instants with the number of carriers; stops are known by their countries.
fn departures(corridor: &Corridor) -> BTreeMap<(String, String), BTreeMap<i64, usize>> {
    let timeline = corridor.timeline(None).unwrap();
    let model = timeline.first();
    let ms = |date: &str, days: i8| {
        let day: jiff::civil::Date = date.parse().unwrap();
        let day = day.checked_add(jiff::Span::new().days(days)).unwrap();
        day.to_zoned(model.zone.clone()).unwrap().timestamp().as_millisecond()
    };
    let mut all: BTreeMap<_, BTreeMap<i64, usize>> = BTreeMap::new();
    for service in &model.services {
        for back in [false, true] {
            let Some(direction) = service.direction(back).map(|id: Id<_>| model.directions[id].name.clone()) else {
                continue;
            };
            let stop = model.nodes[service.stop(back)].country.clone();
            let at = all.entry((direction, stop)).or_default();
            for instant in service.departures(model, back, ms(FROM, 0), ms(TO, 1)) {
                *at.entry(instant).or_insert(0) += 1;
            }
        }
    }
    all.retain(|_, instants| !instants.is_empty());
    all
}

/// The corridor with its service in exchange for what came of its feed.
fn again(feed: ZoneFeed, zones: [&str; 2]) -> Corridor {
    let file = |(name, text): (&str, String)| SourceFile { name: name.into(), bytes: text.into_bytes() };
    let files = Folder { files: feed.files.into_iter().map(file).collect() };
    let shown = |diagnostics: Vec<_>| portway_model::render(&diagnostics, &files, false);
    let feed = read(&files).map_err(shown).unwrap_or_else(|said| panic!("{said}"));
    let wishes = Wishes {
        name: "r".into(),
        forward: "out".into(),
        back: Some("in".into()),
        countries: vec![(Some("a".into()), "CN".into()), (Some("b".into()), "RU".into())],
        ..Wishes::default()
    };
    let whole = text(zones, "", "");
    let new = whole.split("[node.a]").next().unwrap();
    let empty = corridor([("corridor.toml", new)]);
    let imported = import(&feed, &wishes, empty.model()).map_err(shown).unwrap_or_else(|said| panic!("{said}"));
    let rows = evidence::merged("", "r", &imported.evidence).unwrap();
    corridor([("corridor.toml", new), ("gtfs-r.toml", &imported.toml), ("evidence.csv", &rows)])
}

fn check(zones: [&str; 2], departing: &str, hours: &str) {
    let before = corridor([("corridor.toml", text(zones, departing, hours).as_str())]);
    let wanted = departures(&before);
    if wanted.is_empty() {
        return;
    }
    let mut feeds = exported(&before, FROM, TO).feeds;
    assert_eq!(feeds.len(), 1);
    assert_eq!(departures(&again(feeds.remove(0), zones)), wanted, "{departing}\n{hours}");
}

#[test]
fn departures_of_a_timetable_come_back_over_a_change_of_the_clock() {
    let timetable = "timetable = [\"00:00\", \"05:10\", \"23:59\"]\ntimetable-back = [\"00:30\", \"12:00\"]";
    let hours = "open = [\"Mo-Fr 00:00-24:00\", \"Sa 04:00-13:00\"]\nclosed = [\"2026-03-10 .. 2026-03-12\"]";
    check(["Asia/Shanghai", "Asia/Yakutsk"], timetable, hours);
    check(["Europe/Berlin", "Europe/Berlin"], timetable, hours);
    check(
        ["Asia/Shanghai", "America/Los_Angeles"],
        "timetable = [\"05:10\"]\ntimetable-back = [\"12:00\"]",
        "open = \"Su 00:00-24:00\"\nclosed = [\"2026-03-01\"]",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn departures_come_back(
        there in prop::collection::btree_set(0_u16..1440, 1..5),
        back in prop::collection::btree_set(0_u16..1440, 1..5),
        every in prop::option::of(1_u32..90),
        (open, length) in (0_u32..1440, 30_u32..1440),
        days in prop::sample::select(vec!["Mo-Su", "Mo-Fr", "Sa-Su", "We"]),
        closed in prop::option::of(0_i8..20),
        zones in prop::sample::select(vec![
            ["Asia/Shanghai", "Asia/Yakutsk"],
            ["Asia/Yakutsk", "Asia/Shanghai"],
            ["Asia/Kathmandu", "Asia/Shanghai"],
            ["UTC", "UTC"],
        ]),
    ) {
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let times = |minutes: &std::collections::BTreeSet<u16>| {
            minutes.iter().map(|m| format!("\"{}\"", clock(u32::from(*m)))).collect::<Vec<_>>().join(", ")
        };
        let departing = match every {
            Some(minutes) => format!("every = \"{minutes} min\""),
            None => format!("timetable = [{}]\ntimetable-back = [{}]", times(&there), times(&back)),
        };
        let mut hours = format!("open = \"{days} {}-{}\"", clock(open), clock((open + length) % 1440));
        if let Some(day) = closed {
            hours += &format!("\nclosed = [\"2026-03-{:02} .. 2026-03-{:02}\"]", day + 5, day + 7);
        }
        check(zones, &departing, &hours);
    }
}
