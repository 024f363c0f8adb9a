//! Bottlenecks of services, limits and seasons whose answers are known without a simulation.

use portway_model::{Corridor, Folder, load};
use portway_study::bottleneck::{Bottleneck, Kind, Limit, RankBy, Row};
use portway_study::{BottleneckOptions, Silent, StudyError, bottleneck};
use std::sync::atomic::AtomicBool;

/// A hall and a ferry behind it, each in a part of its own: a ferry of five seats every hour.
fn corridor(hall: &str, per_day: u32, more: &str) -> Corridor {
    corridor_beside("", hall, per_day, more)
}

/// The same beside another file, which comes before those of the hall and the ferry.
fn corridor_beside(other: &str, hall: &str, per_day: u32, more: &str) -> Corridor {
    let text = r#"
[corridor]
language = 1
name = "test"
zone = "UTC"
[direction.out]
[direction.back]
[class.person]
[node.a]
country = "KZ"
zone = "UTC"
[node.b]
country = "UZ"
zone = "UTC"
[scenario.base]
from = "2024-01-01"
to = "2024-01-10"
warm-up = "1 d"
"#;
    let hall = format!(
        r#"
part = "hall"
[facility.hall]
node = "a"
[facility.hall.stage.exit]
{hall}
[facility.hall.process]
out = ["exit"]
"#
    );
    let river = format!(
        r#"
part = "river"
[class.ferry]
seats = 5
[link.water]
from = "a"
to = "b"
travel = "10 min"
border = true
[service.line]
class = "ferry"
path = ["water"]
forward = "out"
back = "back"
fleet = 2
every = "1 h"
[route.over]
direction = "out"
path = ["hall", "line"]
[flow.people]
class = "person"
route = "over"
volume = "{per_day}/day"
gaps = "constant"
{more}
"#
    );
    let files =
        [("corridor.toml", text), ("a.toml", other), ("hall.toml", hall.as_str()), ("river.toml", river.as_str())];
    let loaded = load(&Folder::of(files));
    loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

const WIDE: &str = "lanes = 4\nservice = \"1 min\"";

fn search(corridor: &Corridor, part: Option<&str>) -> Result<Bottleneck, StudyError> {
    let timeline = corridor.timeline(None).expect("there is one scenario");
    let part = part.map(str::to_owned);
    let options = BottleneckOptions { seed: 7, replications: 4, threads: 2, by: RankBy::Crossings, part };
    bottleneck(corridor, &timeline, &options, &Silent, &AtomicBool::new(false))
}

fn find(corridor: &Corridor) -> Bottleneck {
    search(corridor, None).expect("it runs")
}

fn row(found: &Bottleneck, kind: Kind) -> &Row {
    found.rows.iter().find(|row| row.resource.kind == kind).unwrap_or_else(|| panic!("no {kind:?}"))
}

fn gain(found: &Bottleneck, kind: Kind) -> f64 {
    row(found, kind).crossings_per_day.difference.expect("it has a value")
}

/// Five seats an hour take 120 of the 144 people of a day. A sixth seat takes the other 24; departures every 54 minutes make 133.
#[test]
fn a_full_ferry_is_the_bottleneck_and_says_what_seats_and_departures_buy() {
    let found = find(&corridor(WIDE, 144, ""));
    assert_eq!(found.limit, Limit::Resource);
    assert!((found.base.crossings_per_day.mean - 120.0).abs() < 1.0, "{:?}", found.base.crossings_per_day);
    let seats = row(&found, Kind::Seats);
    let said = (seats.resource.path.as_str(), seats.resource.from.as_str(), seats.resource.to.as_str());
    assert_eq!(said, ("class.ferry.seats", "5", "6"));
    assert!((gain(&found, Kind::Seats) - 24.0).abs() < 1.0, "{seats:?}");
    let headway = row(&found, Kind::Headway);
    assert_eq!((headway.resource.from.as_str(), headway.resource.to.as_str()), ("60 min", "54 min"));
    // A day begins anew with its first departure: 27 of them, 15 people more.
    assert!((gain(&found, Kind::Headway) - 15.0).abs() < 1.5, "{headway:?}");
    // A third ferry only lies in the harbour: two keep the timetable.
    assert!(gain(&found, Kind::Fleet).abs() < 1e-9, "{:?}", row(&found, Kind::Fleet));
    assert!(
        row(&found, Kind::Fleet).vehicle_hours_per_year.difference.expect("a value").abs() < 1e-6,
        "it is no traffic"
    );
    // Nobody waits in the hall, so its lanes were not tried.
    assert!(found.not_tried.iter().any(|resource| resource.kind == Kind::Lanes), "{:?}", found.not_tried);
}

/// Another service of the class, which nobody rides, comes first in the folder; the seats of the class are tried all the same.
#[test]
fn seats_are_tried_where_the_first_service_of_the_class_is_ridden_by_nobody() {
    let idle = "[service.a-idle-line]\nclass = \"ferry\"\npath = [\"water\"]\nforward = \"out\"\nevery = \"6 h\"\n";
    let found = find(&corridor_beside(idle, WIDE, 144, ""));
    let seats: Vec<&str> =
        found.rows.iter().filter(|row| row.resource.kind == Kind::Seats).map(|row| row.resource.to.as_str()).collect();
    assert_eq!(seats, ["6"]);
    assert!((gain(&found, Kind::Seats) - 24.0).abs() < 1.0, "{:?}", row(&found, Kind::Seats));
}

/// One lane passes 96 people a day, the ferry 120.
#[test]
fn where_the_hall_is_tighter_than_the_ferry_the_hall_is_named() {
    let found = find(&corridor("lanes = 1\nservice = \"15 min\"", 144, ""));
    let best = found.best.as_ref().map(|best| &found.rows[best.row].resource);
    assert_eq!(best.map(|best| (best.kind, best.scope.as_str())), Some((Kind::Lanes, "hall.exit")), "{:?}", found.best);
    assert!((gain(&found, Kind::Lanes) - 24.0).abs() < 1.0);
    assert!(gain(&found, Kind::Headway).abs() < 1.0);
}

/// A quota of 100 a day where 110 come.
#[test]
fn a_quota_is_a_resource() {
    let quota = "[limit.quota]\nat-most = 100\nenter = [\"hall.exit\"]\nevery = \"day\"";
    let found = find(&corridor(WIDE, 110, quota));
    let quota = row(&found, Kind::AtMost);
    assert_eq!((quota.resource.path.as_str(), quota.resource.to.as_str()), ("limit.quota.at-most", "110"));
    assert!((gain(&found, Kind::AtMost) - 10.0).abs() < 1.0, "{quota:?}");
}

/// A season that ends with the fourth day of the window lasts to the end of the window when it is a week longer.
#[test]
fn a_season_is_a_resource_where_it_ends_in_the_window() {
    let text = r#"
[yearly.opens]
day = "1 May"
[yearly.freezes]
day = "5 Jan"
[season.water]
from = "opens"
to = "freezes"
"#;
    let found = find(&corridor(&format!("{WIDE}\nseason = \"water\""), 96, text));
    let season = row(&found, Kind::Season);
    let said = (season.resource.path.as_str(), season.resource.from.as_str(), season.resource.to.as_str());
    assert_eq!(said, ("yearly.freezes.day", "01-05", "01-12"));
    // Four days of ten became all of them.
    assert!((gain(&found, Kind::Season) - 0.6 * 96.0).abs() < 2.0, "{season:?}");
}

#[test]
fn one_part_alone_is_asked_and_an_unknown_one_refused() {
    let found = search(&corridor(WIDE, 144, ""), Some("river")).expect("it runs");
    let kinds: Vec<Kind> = found.rows.iter().map(|row| row.resource.kind).collect();
    assert!(kinds.contains(&Kind::Seats) && kinds.contains(&Kind::Demand), "{kinds:?}");
    let of_hall = |path: &str| path.starts_with("facility.");
    assert!(found.rows.iter().map(|row| &row.resource).chain(&found.not_tried).all(|r| !of_hall(&r.path)));
    let refused = search(&corridor(WIDE, 144, ""), Some("rail")).err();
    let why = "no resource of the scenario belongs to a part `rail`; known: hall, river";
    assert_eq!(refused, Some(StudyError::Options(why.into())));
}
