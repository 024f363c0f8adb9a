//! Where the time goes, on a corridor whose answer is known by hand.
//!
//! Every day at 08:00 two trucks set out in each direction, and every time is a constant:
//!
//! ```text
//! east:  yard 6 min ── 30 km, 30 min ── port ── bridge 1 km, 2 min ── post 15 min ── 60 km, 60 min
//!        port: documents 20 min on one lane, scales 5 min, x-ray 10 min, gate 2 min, way out 3 min
//! west:  60 km ── post: slot after 3 h, 15 min ── bridge ── port: hall 10 min ── 30 km
//! ```
//!
//! The second truck waits 20 min for the documents of the first, 10 min on average.

use expect_test::{Expect, expect};
use portway_model::{Folder, load};
use portway_study::journey::{Figure, Stop, Way};
use portway_study::results::ModelRef;
use portway_study::{Journey, Replications, Results, Silent, StudyOptions};
use std::sync::atomic::AtomicBool;

pub(crate) const TEXT: &str = r#"
[corridor]
language = 1
name = "by-hand"
zone = "UTC"
[direction.east]
[direction.west]
[class.truck]
[node.a]
country = "KZ"
zone = "UTC"
[node.b]
country = "KZ"
zone = "UTC"
[node.c]
country = "UZ"
zone = "UTC"
[node.d]
country = "UZ"
zone = "UTC"
[link.near-road]
from = "a"
to = "b"
length = "30 km"
speed = "60 km/h"
[link.bridge]
from = "b"
to = "c"
length = "1 km"
speed = "30 km/h"
border = true
[link.far-road]
from = "c"
to = "d"
length = "60 km"
speed = "60 km/h"
[facility.yard]
node = "a"
[facility.yard.stage.lot]
kind = "holding"
lanes = 10
service = "6 min"
[facility.yard.process]
east = ["lot"]
[facility.port]
node = "b"
[facility.port.stage]
documents = { lanes = 1, service = "20 min", step = "assessment" }
scales = { lanes = 2, service = "5 min" }
x-ray = { lanes = 2, service = "10 min", step = "inspection" }
gate = { lanes = 2, service = "2 min", step = "release" }
way-out = { lanes = 2, service = "3 min" }
hall = { lanes = 2, service = "10 min" }
[facility.port.process]
east = ["documents", "scales", "x-ray", "gate", "way-out"]
west = ["hall"]
[facility.post]
node = "c"
[facility.post.stage]
slots = { kind = "appointments", every = "1 h", places = 5, lead = "3 h" }
control = { lanes = 2, service = "15 min" }
[facility.post.process]
east = ["control"]
west = ["slots", "control"]
[route.east]
direction = "east"
path = ["yard", "near-road", "port", "bridge", "post", "far-road"]
[route.west]
direction = "west"
path = ["far-road", "post", "bridge", "port", "near-road"]
[flow.trucks-east]
class = "truck"
route = "east"
timetable = ["08:00"]
batch = 2
[flow.trucks-west]
class = "truck"
route = "west"
timetable = ["08:00"]
batch = 2
[scenario.base]
from = "2026-03-02"
to = "2026-03-04"
"#;

fn run(text: &str) -> Results {
    let corridor = load(&Folder::of([("corridor.toml", text)]));
    let corridor = corridor.corridor.unwrap_or_else(|| panic!("{:#?}", corridor.diagnostics));
    let options = StudyOptions { seed: 1, replications: Replications::Fixed(2), threads: 1, record_visits: false };
    let model = ModelRef { name: "by-hand".into(), hash: String::new() };
    let timeline = corridor.timeline(None).expect("there is one scenario");
    let never = AtomicBool::new(false);
    portway_study::run(&timeline, model, &options, &Silent, &never).expect("it runs").results
}

/// One line a stop: kilometres, place, minutes of all time, and of each kind.
fn shown(journey: &Journey, direction: &str) -> String {
    let way = journey.way(direction, "truck").expect("trucks travel");
    let minutes = |figure: Figure| figure.mean * 60.0;
    let line = |stop: &Stop| {
        let Stop { scope, step, border_crossing_point: point, .. } = stop;
        let km = stop.from_km.zip(stop.to_km).map_or_else(String::new, |(from, to)| format!("{from}-{to} km"));
        let kinds = [
            ("service", stop.service_h),
            ("virtual", stop.virtual_h),
            ("yard", stop.yard_h),
            ("physical", stop.physical_h),
            ("blocked", stop.blocked_h),
        ];
        let kinds = kinds.iter().filter(|(_, figure)| figure.mean > 0.0);
        let kinds: Vec<String> = kinds.map(|(kind, figure)| format!("{kind} {:.1}", minutes(*figure))).collect();
        format!("{km:9} {scope:16} {point:5} {step:11} {:5.1} min = {}\n", minutes(stop.time_h), kinds.join(" + "))
    };
    let whole = minutes(way.door_to_door_h.expect("trucks left"));
    let rest = minutes(way.rest_h.expect("trucks left"));
    format!(
        "{}{whole:.1} min door to door, {rest:.1} min of it nowhere\n",
        way.stops.iter().map(line).collect::<String>()
    )
}

fn check(direction: &str, expected: &Expect) {
    expected.assert_eq(&shown(&run(TEXT).journey, direction));
}

#[test]
fn every_minute_has_its_place() {
    check(
        "east",
        &expect![[r#"
        0-0 km    yard.lot                             6.0 min = service 6.0
        0-30 km   near-road                           30.0 min = service 30.0
        30-30 km  port.documents   port  assessment   30.0 min = service 20.0 + physical 10.0
        30-30 km  port.scales      port  inspection    5.0 min = service 5.0
        30-30 km  port.x-ray       port  inspection   10.0 min = service 10.0
        30-30 km  port.gate        port  release       2.0 min = service 2.0
        30-30 km  port.way-out     port  exit          3.0 min = service 3.0
        30-31 km  bridge                               2.0 min = service 2.0
        31-31 km  post.control     post               15.0 min = service 15.0
        31-91 km  far-road                            60.0 min = service 60.0
        163.0 min door to door, 0.0 min of it nowhere
    "#]],
    );
    check(
        "west",
        &expect![[r#"
        0-60 km   far-road                            60.0 min = service 60.0
        60-60 km  post.slots       post              180.0 min = virtual 180.0
        60-60 km  post.control     post               15.0 min = service 15.0
        60-61 km  bridge                               2.0 min = service 2.0
        61-61 km  port.hall        port               10.0 min = service 10.0
        61-91 km  near-road                           30.0 min = service 30.0
        297.0 min door to door, 0.0 min of it nowhere
    "#]],
    );
}

#[test]
fn the_parts_add_up_exactly_when_everybody_comes_and_leaves_in_the_window() {
    let journey = run(TEXT).journey;
    assert_eq!(journey.ways.len(), 4);
    for way in &journey.ways {
        let rest = way.rest_h.expect("trucks left").mean;
        let parts: f64 = way.stops.iter().map(|stop| stop.time_h.mean).sum();
        assert_eq!(rest, 0.0);
        assert!((parts - way.door_to_door_h.expect("trucks left").mean).abs() < 1e-12, "{}", way.direction);
        for stop in &way.stops {
            let kinds = [stop.service_h, stop.virtual_h, stop.yard_h, stop.physical_h, stop.blocked_h];
            assert!((kinds.iter().map(|kind| kind.mean).sum::<f64>() - stop.time_h.mean).abs() < 1e-12);
        }
    }
}

#[test]
fn what_is_inside_at_the_edges_of_a_window_is_the_rest() {
    // Two weeks after a day of warm-up with some ten vehicles inside at each edge of it, of more than two thousand.
    let results = crate::bridge::study("base", &crate::bridge::options(20)).results;
    for way in &results.journey.ways {
        let (whole, rest) = (way.door_to_door_h.expect("some left").mean, way.rest_h.expect("some left").mean);
        assert!(rest.abs() < 0.01 * whole, "{} {}: {rest} of {whole}", way.direction, way.class);
    }
}

#[test]
fn a_way_with_a_growing_queue_has_no_times() {
    let journey = crate::bridge::study("too-many", &crate::bridge::options(4)).results.journey;
    let ways = journey.ways.iter().map(|way| (way.direction.as_str(), way.class.as_str(), way.grows, way.stops.len()));
    let expected = [
        ("east", "", true, 0),
        ("east", "truck", true, 0),
        ("east", "car", true, 0),
        ("west", "", false, 2),
        ("west", "truck", false, 2),
    ];
    assert_eq!(ways.collect::<Vec<_>>(), expected);
    assert!(journey.ways.iter().filter(|way| way.grows).all(|Way { door_to_door_h, .. }| door_to_door_h.is_none()));
}

/// Rows of the field's own measures, in minutes and km/h.
fn measures(results: &Results) -> String {
    let own = results.measures.iter().filter(|m| m.name.starts_with("cpmm") || m.name.starts_with("trs"));
    let own = own.filter(|m| m.class.is_empty() && !m.direction.is_empty());
    let line = |m: &portway_study::Measure| {
        let mean = m.mean.expect("it occurred");
        let (value, unit) = if m.unit == "h" { (mean * 60.0, "min") } else { (mean, m.unit.as_str()) };
        format!("{:22} {:9} {:5} {value:6.2} {unit}\n", m.name, m.scope, m.direction)
    };
    own.map(line).collect()
}

#[test]
fn the_measures_of_the_field_are_known_by_hand() {
    expect![[r#"
        cpmm_tfi1_h            port      east   50.00 min
        cpmm_tfi1_h            port      west   10.00 min
        cpmm_tfi1_h            post      east   15.00 min
        cpmm_tfi1_h            post      west   15.00 min
        cpmm_tfi4_swod_kmh     corridor  east   59.35 km/h
        cpmm_tfi4_swod_kmh     corridor  west   59.35 km/h
        cpmm_tfi4_swd_kmh      corridor  east   33.50 km/h
        cpmm_tfi4_swd_kmh      corridor  west   46.67 km/h
        trs_to_assessment_h    port      east   30.00 min
        trs_to_inspection_h    port      east   15.00 min
        trs_to_release_h       port      east    2.00 min
        trs_to_exit_h          port      east    3.00 min
        trs_arrival_to_exit_h  port      east   50.00 min
    "#]]
    .assert_eq(&measures(&run(TEXT)));
}

#[test]
fn a_facility_says_which_crossing_point_it_is_part_of() {
    // The yard is where trucks are called from: it and the road from it to the port belong to the crossing then.
    let text = TEXT.replace("[facility.yard]", "[facility.yard]\nbcp = \"port\"");
    let text = text.replace("[facility.post]", "[facility.post]\nbcp = \"none\"");
    let rows = measures(&run(&text));
    let of_points: String = rows.lines().filter(|row| row.contains("tfi1")).map(|row| format!("{row}\n")).collect();
    expect![[r#"
        cpmm_tfi1_h            port      east   86.00 min
        cpmm_tfi1_h            port      west   10.00 min
    "#]]
    .assert_eq(&of_points);
}

/// The same corridor with prices: an hour costs 60, waiting at home half of that, the gate 10, a kilometre of the near road 2.
pub(crate) fn with_prices() -> String {
    TEXT.replace("[direction.east]", "[money]\ncurrency = \"CNY\"\nvirtual-wait = \"50 %\"\n[direction.east]")
        .replace("[class.truck]", "[class.truck]\nload = \"10 t\"\nhour-cost = \"60 CNY/h\"")
        .replace("service = \"2 min\", step", "service = \"2 min\", fee = \"10 CNY\", step")
        .replace("[link.near-road]", "[link.near-road]\nrunning-cost = \"2 CNY/km\"")
}

#[test]
fn buses_and_empty_trucks_are_not_asked_what_cargo_is_asked() {
    let flow = |class: &str, hour: u32| {
        format!("[flow.{class}]\nclass = \"{class}\"\nroute = \"east\"\ntimetable = [\"{hour}:00\"]\n")
    };
    let classes =
        "[class.bus]\npassengers = 40\nhour-cost = \"30 CNY/h\"\n[class.empty]\nhour-cost = \"60 CNY/h\"\n[node.a]";
    let text = with_prices().replace("[node.a]", classes);
    let with = |flows: &str| run(&text.replace("[scenario.base]", &format!("{flows}[scenario.base]")));
    let (trucks, buses, empty) = (with(""), with(&flow("bus", 14)), with(&flow("empty", 14)));
    let of = |results: &Results, name: &str, scope: &str, class: &str| {
        crate::bridge::find(results, name, scope, "east", class).mean.expect("it has a value")
    };
    let all = ["cpmm_tfi1_h", "cpmm_tfi2_per_vehicle", "cpmm_tfi3", "cpmm_tfi4_swod_kmh", "cpmm_tfi4_swd_kmh"];
    for (name, scope) in all.into_iter().zip(["port", "port", "corridor", "corridor", "corridor"]) {
        assert_eq!(of(&trucks, name, scope, ""), of(&buses, name, scope, ""), "{name}");
    }
    // An empty truck is freight, but carries nothing; and a bus has a time of its own for who asks for it.
    assert_eq!(of(&trucks, "cpmm_tfi3", "corridor", ""), of(&empty, "cpmm_tfi3", "corridor", ""));
    assert!(of(&trucks, "cpmm_tfi1_h", "port", "") > of(&empty, "cpmm_tfi1_h", "port", ""));
    assert!(of(&buses, "cpmm_tfi1_h", "port", "bus") < of(&buses, "cpmm_tfi1_h", "port", ""));
}

#[test]
fn a_load_that_changes_counts_by_the_days_on_which_vehicles_left() {
    let heavier = "[scenario.base.on.2026-03-04]\nclass.truck.load = \"40 t\"\n";
    let results = run(&format!("{}{heavier}", with_prices()));
    let found = crate::bridge::find(&results, "cpmm_tfi3", "corridor", "east", "").mean.expect("it has a price");
    // Two days of 10 t and one of 40 t are 20 t on average.
    let expected = (163.0 + 10.0 + 60.0) / (20.0 * 91.0) * 500.0 * 20.0;
    assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
}

#[test]
fn what_it_costs_is_known_by_hand_too() {
    let results = run(&with_prices());
    let near = |name: &str, scope: &str, direction: &str, expected: f64| {
        let value = crate::bridge::find(&results, name, scope, direction, "").mean.expect("it has a price");
        assert!((value - expected).abs() < 1e-9, "{name} {scope} {direction}: {value}, not {expected}");
    };
    // 163 minutes of 1 CNY, the gate and the near road; back 117 minutes, three hours at home and the near road.
    let (east, west) = (163.0 + 10.0 + 60.0, 117.0 + 90.0 + 60.0);
    near("cost_per_crossing", "corridor", "east", east);
    near("cost_per_crossing", "corridor", "west", west);
    near("cpmm_tfi2_per_vehicle", "port", "east", 10.0);
    near("cpmm_tfi2_per_vehicle", "port", "west", 0.0);
    near("cpmm_tfi3", "corridor", "east", east / (10.0 * 91.0) * 500.0 * 20.0);
    for (direction, cost) in [("east", east), ("west", west)] {
        let way = results.journey.way(direction, "").expect("trucks travel");
        let places: f64 = way.stops.iter().filter_map(|stop| stop.cost).map(|cost| cost.mean).sum();
        assert!((places - cost).abs() < 1e-9, "{direction}: {places}, not {cost}");
    }
    let without = run(TEXT);
    assert!(without.journey.ways.iter().flat_map(|way| &way.stops).all(|stop| stop.cost.is_none()));
}
