//! Services out as feeds: the files, and what any reader of GTFS relies on.

use crate::sample::{FEED, corridor_of, exported, files, publisher, wishes};
use expect_test::expect;
use portway_gtfs::{ZoneFeed, export, read};
use portway_model::{Folder, SourceFile, load, render};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn a_small_corridor_becomes_the_files_of_a_feed() {
    let feed = exported(&corridor_of(&files(FEED), &wishes()), "2026-06-11", "2026-06-14").feeds.remove(0);
    let text: String = feed.files.iter().map(|(name, text)| format!("--- {name}\n{text}")).collect();
    expect![[r#"
        --- agency.txt
        agency_id,agency_name,agency_url,agency_timezone,agency_lang
        river,Harbour lines,https://example.org/,Asia/Shanghai,en
        --- stops.txt
        stop_id,stop_name,stop_lat,stop_lon,stop_timezone
        river-south-pier,South pier,50.248,127.534,
        river-north-pier,North pier,50.254,127.536,Asia/Yakutsk
        river-market,Market,50.2,127.5,
        --- routes.txt
        route_id,agency_id,route_short_name,route_long_name,route_type
        river-f,river,,"Ferry, ""both banks"", South pier – North pier",4
        river-b,river,,"Market bus, Market – South pier",3
        river-b-2,river,,"Market bus, Market – South pier",3
        --- trips.txt
        route_id,service_id,trip_id,trip_headsign,direction_id
        river-f,days-1,river-f-1,North pier,0
        river-f,days-1,river-f-2,North pier,0
        river-f,days-1,river-f-back-3,South pier,1
        river-f,days-1,river-f-back-4,South pier,1
        river-b,days-2,river-b-1,South pier,0
        river-b,days-2,river-b-back-2,Market,1
        river-b-2,days-3,river-b-2-1,South pier,0
        --- stop_times.txt
        trip_id,arrival_time,departure_time,stop_id,stop_sequence,timepoint
        river-f-1,08:00:00,08:00:00,river-south-pier,1,1
        river-f-1,08:15:00,08:15:00,river-north-pier,2,1
        river-f-2,12:00:00,12:00:00,river-south-pier,1,1
        river-f-2,12:15:00,12:15:00,river-north-pier,2,1
        river-f-back-3,09:00:00,09:00:00,river-north-pier,1,1
        river-f-back-3,09:15:00,09:15:00,river-south-pier,2,1
        river-f-back-4,13:00:00,13:00:00,river-north-pier,1,1
        river-f-back-4,13:15:00,13:15:00,river-south-pier,2,1
        river-b-1,06:00:00,06:00:00,river-market,1,1
        river-b-1,06:20:00,06:20:00,river-south-pier,2,1
        river-b-back-2,06:00:00,06:00:00,river-south-pier,1,1
        river-b-back-2,06:20:00,06:20:00,river-market,2,1
        river-b-2-1,01:10:00,01:10:00,river-market,1,1
        river-b-2-1,01:30:00,01:30:00,river-south-pier,2,1
        --- calendar_dates.txt
        service_id,date,exception_type
        days-1,20260611,1
        days-1,20260613,1
        days-1,20260614,1
        days-2,20260611,1
        days-2,20260612,1
        days-2,20260613,1
        days-2,20260614,1
        days-3,20260613,1
        days-3,20260614,1
        --- feed_info.txt
        feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,feed_version
        Harbour lines,https://example.org/,en,20260611,20260614,1
        --- frequencies.txt
        trip_id,start_time,end_time,headway_secs,exact_times
        river-b-1,06:00:00,22:00:00,1200,1
        river-b-back-2,06:00:00,22:00:00,1200,1
    "#]]
    .assert_eq(&text);
}

#[test]
fn what_a_feed_must_say_and_the_folder_does_not_is_told_at_once() {
    let text = r#"
[corridor]
language = 1
name = "c"
zone = "UTC"
[scenario.s]
from = "2026-01-01"
to = "2026-01-02"
[direction.out]
[node.a]
country = "CN"
zone = "UTC"
[node.b]
country = "CN"
zone = "UTC"
at = [1, 2]
[link.ab]
from = "a"
to = "b"
travel = "40 min"
[class.shuttle]
seats = 10
[service.s]
class = "shuttle"
path = ["ab"]
forward = "out"
every = "1 h"
"#;
    let corridor = crate::sample::corridor([("corridor.toml", text)]);
    let said = export(&corridor.timeline(None).unwrap(), &publisher()).unwrap_err();
    expect![[r#"
        error[missing-place]: a stop of a feed has coordinates, and node `a` has none
         |
         = help: write node.a.at = [longitude, latitude]

        error[unknown-mode]: a feed says what runs on a line, and neither the links of its way nor the name of class `shuttle` does
         |
         = help: say --mode shuttle=bus, or one of: tram, metro, rail, bus, ferry,
                 cableway, funicular, trolleybus, monorail, air

        2 errors
    "#]]
    .assert_eq(&render(&said, &Folder::default(), false));
}

#[test]
fn what_runs_on_a_line_is_told_by_the_links_of_its_way() {
    let text = |mode: &str| {
        format!(
            "[corridor]\nlanguage = 1\nname = \"c\"\nzone = \"UTC\"\n\
             [scenario.s]\nfrom = \"2026-01-01\"\nto = \"2026-01-02\"\n[direction.out]\n\
             [node.a]\ncountry = \"CN\"\nzone = \"UTC\"\nat = [1, 1]\n[node.b]\ncountry = \"CN\"\nzone = \"UTC\"\nat = [1, 2]\n\
             [link.ab]\nfrom = \"a\"\nto = \"b\"\nmode = \"{mode}\"\ntravel = \"40 min\"\n\
             [class.shuttle]\nseats = 10\n\
             [service.s]\nclass = \"shuttle\"\npath = [\"ab\"]\nforward = \"out\"\nevery = \"1 h\"\n"
        )
    };
    for (mode, route_type) in [("rail", "2"), ("water", "4"), ("ice", "4"), ("cable", "6"), ("air", "1100")] {
        let corridor = crate::sample::corridor([("corridor.toml", text(mode).as_str())]);
        let feed = export(&corridor.timeline(None).unwrap(), &publisher()).unwrap().feeds.remove(0);
        let (_, routes) = feed.files.iter().find(|(name, _)| *name == "routes.txt").unwrap();
        assert!(routes.trim_end().ends_with(&format!(",{route_type}")), "{mode}: {routes}");
    }
}

/// The reference corridor from its folder.
fn amur() -> portway_model::Corridor {
    let dir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/amur");
    let file = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        SourceFile { name: path.file_name().unwrap().to_str().unwrap().into(), bytes: std::fs::read(&path).unwrap() }
    };
    load(&Folder { files: std::fs::read_dir(dir).unwrap().map(file).collect() }).corridor.unwrap()
}

/// Rows of a file as cells by column.
fn rows(feed: &ZoneFeed, name: &str) -> Vec<BTreeMap<String, String>> {
    let Some((_, text)) = feed.files.iter().find(|(file, _)| *file == name) else { return Vec::new() };
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize::<BTreeMap<String, String>>().map(|row| row.unwrap()).collect()
}

/// Values of a column; no two of them the same where it is a key.
fn column(feed: &ZoneFeed, file: &str, name: &str) -> Vec<String> {
    rows(feed, file)
        .into_iter()
        .map(|mut row| row.remove(name).unwrap_or_else(|| panic!("{file} has no {name}")))
        .collect()
}

fn keys(feed: &ZoneFeed, file: &str, name: &str) -> BTreeSet<String> {
    let all = column(feed, file, name);
    let keys: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(keys.len(), all.len(), "{file} gives a {name} twice");
    keys
}

#[test]
fn the_feeds_of_the_reference_corridor_hold_what_readers_rely_on() {
    let corridor = amur();
    for scenario in ["corridor-2026", "cableway-year", "coaches-first-year"] {
        let timeline = corridor.timeline(Some(scenario)).unwrap();
        for feed in export(&timeline, &publisher()).unwrap().feeds {
            check(&feed);
        }
    }
}

fn check(feed: &ZoneFeed) {
    const REQUIRED: [(&str, &[&str]); 10] = [
        ("agency.txt", &["agency_name", "agency_url", "agency_timezone"]),
        ("stops.txt", &["stop_id", "stop_name", "stop_lat", "stop_lon"]),
        ("routes.txt", &["route_id", "route_long_name", "route_type"]),
        ("trips.txt", &["route_id", "service_id", "trip_id"]),
        ("stop_times.txt", &["trip_id", "arrival_time", "departure_time", "stop_id", "stop_sequence"]),
        ("calendar_dates.txt", &["service_id", "date", "exception_type"]),
        ("feed_info.txt", &["feed_publisher_name", "feed_publisher_url", "feed_lang", "feed_version"]),
        ("frequencies.txt", &["trip_id", "start_time", "end_time", "headway_secs"]),
        ("fare_attributes.txt", &["fare_id", "price", "currency_type", "payment_method"]),
        ("fare_rules.txt", &["fare_id"]),
    ];
    for (file, columns) in REQUIRED {
        for name in columns {
            assert!(column(feed, file, name).iter().all(|cell| !cell.is_empty()), "{file} has an empty {name}");
        }
    }
    assert_eq!(column(feed, "agency.txt", "agency_timezone").join(","), feed.zone);
    let (stops, routes) = (keys(feed, "stops.txt", "stop_id"), keys(feed, "routes.txt", "route_id"));
    let (trips, fares) = (keys(feed, "trips.txt", "trip_id"), keys(feed, "fare_attributes.txt", "fare_id"));
    let days: BTreeSet<String> = column(feed, "calendar_dates.txt", "service_id").into_iter().collect();
    let refers = |file: &str, name: &str, to: &BTreeSet<String>| {
        let used: BTreeSet<String> = column(feed, file, name).into_iter().collect();
        assert!(used.is_subset(to), "{file} names a {name} that is not there");
        used
    };
    assert_eq!(refers("stop_times.txt", "stop_id", &stops), stops);
    assert_eq!(refers("trips.txt", "route_id", &routes), routes);
    assert_eq!(refers("trips.txt", "service_id", &days), days);
    assert_eq!(refers("stop_times.txt", "trip_id", &trips), trips);
    refers("frequencies.txt", "trip_id", &trips);
    refers("fare_rules.txt", "fare_id", &fares);
    refers("fare_rules.txt", "route_id", &routes);
    let once: BTreeSet<(String, String)> =
        rows(feed, "calendar_dates.txt").iter().map(|row| (row["service_id"].clone(), row["date"].clone())).collect();
    assert_eq!(once.len(), rows(feed, "calendar_dates.txt").len());
    let mut last: Option<(String, u32, String)> = None;
    for row in rows(feed, "stop_times.txt") {
        let sequence: u32 = row["stop_sequence"].parse().unwrap();
        let (arrival, departure) = (row["arrival_time"].clone(), row["departure_time"].clone());
        assert!(arrival.len() == 8 && arrival <= departure, "{row:?}");
        if let Some((trip, before, left)) = last.filter(|(trip, ..)| *trip == row["trip_id"]) {
            assert!(before < sequence && left < arrival, "{trip}");
        }
        last = Some((row["trip_id"].clone(), sequence, departure));
    }
    for row in rows(feed, "frequencies.txt") {
        assert!(row["start_time"] < row["end_time"], "{row:?}");
    }
    let file = |(name, text): &(&str, String)| SourceFile { name: (*name).into(), bytes: text.clone().into_bytes() };
    let files = Folder { files: feed.files.iter().map(file).collect() };
    read(&files).unwrap_or_else(|diagnostics| panic!("{}", render(&diagnostics, &files, false)));
}

/// Two ferries at eight are two trips of the feed, and two departures of each day when it comes in again.
#[test]
fn two_departures_of_one_minute_are_two_trips() {
    let twice = FEED
        .replace("f2,12:00:00,12:00:00,S,1\nf2,12:15:00,12:15:00", "f2,08:00:00,08:00:00,S,1\nf2,08:15:00,08:15:00");
    assert_ne!(twice, FEED);
    let feed = exported(&corridor_of(&files(&twice), &wishes()), "2026-06-11", "2026-06-14").feeds.remove(0);
    let ferry = feed.lines.iter().find(|(name, ..)| name == "river-f").map(|(.., departures)| *departures);
    // Two there and two back on each of three days.
    assert_eq!(ferry, Some(12));
    let times = feed.files.iter().find(|(name, _)| *name == "stop_times.txt").map(|(_, text)| text.as_str());
    let at_eight = |text: &str| text.matches(",08:00:00,08:00:00,river-south-pier,1,1").count();
    assert_eq!(times.map(at_eight), Some(2));
}
