//! Small folders that are right, and what they become.

use expect_test::{Expect, expect};
use portway_model::element::Timeline;
use portway_model::{Corridor, Folder, changed_inputs, load, render};

/// A corridor of one bridge and one checkpoint, to which the tests add.
pub(crate) const SMALL: &str = r#"
[corridor]
language = 1
name = "small"
title = "A small corridor"
zone = "Asia/Yakutsk"

[direction.east]
[class.truck]
load = "17.5 t"
[class.bus]

[node.west]
country = "CN"
zone = "Asia/Shanghai"
[node.east]
country = "RU"
zone = "Asia/Yakutsk"

[link.bridge]
from = "west"
to = "east"
length = "1 km"
speed = "36 km/h"
border = true

[facility.gate]
node = "east"
[facility.gate.stage.documents]
lanes = 2
service = { bus = "40 min", other = "20 min" }
[facility.gate.process]
east = ["documents"]

[route.east]
direction = "east"
path = ["bridge", "gate"]

[flow.trucks]
class = "truck"
route = "east"
volume = "60/day"
[flow.buses]
class = "bus"
route = "east"
timetable = ["12:00", "08:30"]

[scenario.now]
from = "2024-01-01"
to = "2024-01-31"
"#;

/// Loads a folder that has to be right, apart from warnings.
pub(crate) fn good(files: &[(&str, &str)]) -> Corridor {
    let folder = Folder::of(files.iter().copied());
    let loaded = load(&folder);
    let text = render(&loaded.diagnostics, &folder, false);
    loaded.corridor.unwrap_or_else(|| panic!("the folder should be right:\n{text}"))
}

fn check(more: &str, tell: impl Fn(&Corridor) -> String, expect: Expect) {
    let corridor = good(&[("corridor.toml", &format!("{SMALL}{more}"))]);
    expect.assert_eq(&tell(&corridor));
}

fn default(corridor: &Corridor) -> Timeline {
    corridor.timeline(None).expect("a default scenario")
}

#[test]
fn a_model_has_units_and_ids_in_place_of_words() {
    check(
        "",
        |corridor| {
            let timeline = default(corridor);
            let model = timeline.first();
            let mut text = format!("{:?}\n", model.stages.iter().next().map(|stage| &stage.service_ms));
            for link in &model.links {
                text +=
                    &format!("{} {} m {} ms {:?}\n", link.name, link.length_m, link.travel_ms, link.storage_vehicles);
            }
            for route in &model.routes {
                text += &format!("{} {:?}\n", route.name, route.legs);
            }
            for flow in &model.flows {
                text += &format!("{} {:?} {:?}\n", flow.name, flow.volume, flow.gaps);
            }
            text
        },
        expect![[r#"
            Some([Constant(1200000.0), Constant(2400000.0)])
            bridge 1000 m 100000 ms None
            east [Link { link: #0, reversed: false }, Facility(#0)]
            trucks PerDay(60.0) Exponential { mean: 1.0 }
            buses Timetable([510, 720]) Exponential { mean: 1.0 }
        "#]],
    );
}

#[test]
fn a_process_keeps_its_shape_and_gives_every_class_a_share() {
    check(
        r#"
[facility.lot]
node = "east"
[facility.lot.stage.weigh]
lanes = "unlimited"
service = "1 min"
share = { truck = "15 %", other = "0 %" }
[facility.lot.stage.search]
kind = "holding"
lanes = [{ hours = "20:00-08:00", lanes = 1 }, { hours = "08:00-20:00", lanes = 3 }]
service = "1 h"
discipline = { priority = ["bus"] }
[facility.lot.process]
east = [
  "weigh",
  { stage = "weigh", share = "50 %" },
  { stage = "search", except = ["bus"] },
  { share = 0.05, path = ["search", { back-to = "weigh", share = "50 %" }] },
  { one-of = [{ share = { bus = 1, other = 0.25 }, path = [] }, { share = { bus = 0, other = "75 %" }, path = ["search"] }] },
]
[route.long]
direction = "east"
path = ["bridge", "gate", "lot"]
[flow.more]
class = "bus"
route = "long"
volume = "2/h"
"#,
        |corridor| {
            let model = default(corridor).first().clone();
            let mut text = String::new();
            for stage in model.stages.iter().filter(|stage| stage.name.starts_with("lot.")) {
                text += &format!("{} {:?} {:?} {:?}\n", stage.name, stage.kind, stage.lanes, stage.discipline);
            }
            for step in model.facilities.iter().skip(1).flat_map(|f| &f.processes).flat_map(|p| &p.steps) {
                text += &format!("{step:?}\n");
            }
            text
        },
        expect![[r#"
            lot.weigh Control Unlimited Fifo
            lot.search Holding Shifts([LaneShift { span: MinuteSpan { from: 0, to: 480 }, lanes: 1 }, LaneShift { span: MinuteSpan { from: 480, to: 1200 }, lanes: 3 }, LaneShift { span: MinuteSpan { from: 1200, to: 1440 }, lanes: 1 }]) Priority([1, 0])
            Visit { stage: #1, share: [0.15, 0.0] }
            Visit { stage: #1, share: [0.5, 0.5] }
            Visit { stage: #2, share: [1.0, 0.0] }
            Group { share: [0.05, 0.05], steps: [Visit { stage: #2, share: [1.0, 1.0] }, BackTo { stage: #1, share: [0.5, 0.5] }] }
            OneOf { ways: [([0.25, 1.0], []), ([0.75, 0.0], [Visit { stage: #2, share: [1.0, 1.0] }])] }
        "#]],
    );
}

#[test]
fn an_electronic_queue_needs_no_lanes() {
    check(
        r#"
[facility.lot]
node = "east"
stage.slots = { kind = "appointments", every = "1 h", places = 10, lead = "3 h", no-show = "12 %" }
process.east = ["slots"]
[route.long]
direction = "east"
path = ["lot", "bridge"]
[flow.more]
class = "bus"
route = "long"
volume = "2/day"
"#,
        |corridor| {
            let model = default(corridor).first().clone();
            let stage = model.stages.iter().find(|stage| stage.name == "lot.slots").expect("a stage");
            format!("{:#?}\n{:?}\n", stage.kind, model.routes.iter().nth(1).map(|route| &route.legs))
        },
        expect![[r#"
            Appointments(
                Appointments {
                    every_ms: 3600000,
                    places: 10,
                    lead_ms: 10800000,
                    punctuality_ms: Constant(
                        0.0,
                    ),
                    no_show_share: 0.12,
                    lost_share: 0.0,
                },
            )
            Some([Facility(#1), Link { link: #0, reversed: true }])
        "#]],
    );
}

#[test]
fn a_profile_is_scaled_and_a_calendar_is_shared() {
    check(
        r#"
[calendar.port]
zone = "Asia/Shanghai"
open = ["Mo-Fr 08:00-12:00, 13:00-17:00", "Sa 22:00-02:00"]
closed = ["2024-02-10 .. 2024-02-13"]
[profile.week]
weekday = [2, 2, 2, 2, 2, 0, 0]
[flow.more]
class = "bus"
route = "east"
volume = "2/day"
profile = "week"
[incident.storm]
at = ["bridge", "gate.documents"]
from = "2024-01-05 09:00"
to = "2024-01-06"
[facility.gate.stage.desk]
lanes = 1
service = "1 min"
hours = "port"
"#,
        |corridor| {
            let model = default(corridor).first().clone();
            let weekday = model.flows.iter().nth(2).map(|flow| flow.profile.weekday);
            let calendar = model.calendars.iter().next();
            let week = calendar.map(|c| c.weekly.iter().map(|day| format!("{day:?}\n")).collect::<String>());
            format!("{weekday:?}\n{}{:?}\n", week.unwrap_or_default(), model.incidents.iter().next())
        },
        expect![[r#"
            Some([1.4, 1.4, 1.4, 1.4, 1.4, 0.0, 0.0])
            [MinuteSpan { from: 480, to: 720 }, MinuteSpan { from: 780, to: 1020 }]
            [MinuteSpan { from: 480, to: 720 }, MinuteSpan { from: 780, to: 1020 }]
            [MinuteSpan { from: 480, to: 720 }, MinuteSpan { from: 780, to: 1020 }]
            [MinuteSpan { from: 480, to: 720 }, MinuteSpan { from: 780, to: 1020 }]
            [MinuteSpan { from: 480, to: 720 }, MinuteSpan { from: 780, to: 1020 }]
            [MinuteSpan { from: 1320, to: 1440 }]
            [MinuteSpan { from: 0, to: 120 }]
            Some(Incident { name: "storm", title: "storm", targets: [Link(#0), Stage(#0)], cause: Dated { from: 2024-01-05T09:00:00, to: 2024-01-06T00:00:00 }, lanes_lost: None, carriers_lost: None })
        "#]],
    );
}

#[test]
fn scenarios_change_values_by_date_and_tell_what_they_changed() {
    check(
        r#"
warm-up = "2 d"
[scenario.better]
base = "now"
to = "2024-03-31"
set.facility.gate.stage.documents.service.bus = "30 min"
set.class.car = {}
set.flow.cars = { class = "car", route = "east", volume = "5/day" }
[scenario.better.on.2024-02-01]
facility.gate.stage.documents.lanes = 4
[scenario.better.on.2024-01-20]
facility.gate.stage.documents = { lanes = 3, room = 20 }
[scenario.best]
base = "better"
[scenario.best.on.2024-02-01]
facility.gate.stage.documents.lanes = 9
"#,
        |corridor| {
            let mut text = String::new();
            for scenario in corridor.scenarios() {
                let days = format!("{} .. {} after {} days", scenario.from, scenario.to, scenario.warm_up_days);
                text += &format!("{}: {days}\n", scenario.name);
                for change in &scenario.changes {
                    let day = change.from.map_or("always".to_string(), |day| day.to_string());
                    text += &format!("  {day} {}: {} -> {}\n", change.path, change.before, change.after);
                }
                let timeline = corridor.timeline(Some(&scenario.name)).expect("a scenario");
                for version in &timeline.versions {
                    let stage = version.model.stages.iter().next().expect("a stage");
                    let classes = version.model.classes.len();
                    text += &format!(
                        "  {:?} {:?} {:?} {classes} classes\n",
                        version.from, stage.lanes, stage.room_vehicles
                    );
                }
            }
            text
        },
        expect![[r#"
            now: 2024-01-01 .. 2024-01-31 after 2 days
              None Fixed(2) None 2 classes
            better: 2024-01-01 .. 2024-03-31 after 2 days
              always facility.gate.stage.documents.service.bus: "40 min" -> "30 min"
              always flow.cars.class:  -> "car"
              always flow.cars.route:  -> "east"
              always flow.cars.volume:  -> "5/day"
              2024-01-20 facility.gate.stage.documents.lanes: 2 -> 3
              2024-01-20 facility.gate.stage.documents.room:  -> 20
              2024-02-01 facility.gate.stage.documents.lanes: 3 -> 4
              None Fixed(2) None 3 classes
              Some(2024-01-20) Fixed(3) Some(20) 3 classes
              Some(2024-02-01) Fixed(4) Some(20) 3 classes
            best: 2024-01-01 .. 2024-03-31 after 2 days
              always facility.gate.stage.documents.service.bus: "40 min" -> "30 min"
              always flow.cars.class:  -> "car"
              always flow.cars.route:  -> "east"
              always flow.cars.volume:  -> "5/day"
              2024-01-20 facility.gate.stage.documents.lanes: 2 -> 3
              2024-01-20 facility.gate.stage.documents.room:  -> 20
              2024-02-01 facility.gate.stage.documents.lanes: 3 -> 4
              2024-02-01 facility.gate.stage.documents.lanes: 4 -> 9
              None Fixed(2) None 3 classes
              Some(2024-01-20) Fixed(3) Some(20) 3 classes
              Some(2024-02-01) Fixed(9) Some(20) 3 classes
        "#]],
    );
}

#[test]
fn a_window_can_be_overridden() {
    let corridor = good(&[("corridor.toml", SMALL)]);
    let day = |text: &str| text.parse().ok();
    let moved = default(&corridor).with_window(day("2024-01-10"), None).expect("a window");
    assert_eq!(format!("{} .. {}", moved.scenario.from, moved.scenario.to), "2024-01-10 .. 2024-01-31");
    let reversed = default(&corridor).with_window(day("2024-02-10"), None).expect_err("no window");
    assert_eq!(reversed.message, "from 2024-02-10 to 2024-01-31: ends before it begins");
}

#[test]
fn an_unknown_scenario_is_answered_with_the_known_ones() {
    let corridor = good(&[("corridor.toml", SMALL)]);
    let errors = corridor.timeline(Some("noww")).expect_err("no such scenario");
    let told: Vec<_> = errors.iter().map(|e| format!("{}: {}", e.message, e.help.as_deref().unwrap_or(""))).collect();
    assert_eq!(told, ["there is no scenario `noww`: did you mean `now`?"]);
}

#[test]
fn demand_comes_from_a_table_and_days_off_too() {
    let more = r#"
[flow.table]
class = "bus"
route = "east"
volume = "demand.csv"
"#;
    let corridor = good(&[
        ("corridor.toml", &format!("{SMALL}{more}")),
        ("demand.csv", "flow,from,per_day\n# the later one first\ntable,2024-02-01,4.5\ntable,2024-01-01,3\n"),
        (
            "holidays.csv",
            "\u{feff}date,country,kind,name\r\n2024-02-10,CN,off,\"Spring, day 1\"\r\n2024-02-04,CN,workday,\r\n",
        ),
    ]);
    let model = default(&corridor).first().clone();
    expect![[r#"
        Some(Steps([(2024-01-01, 3.0), (2024-02-01, 4.5)]))
        [("CN", 2024-02-04, Workday), ("CN", 2024-02-10, Off)]
    "#]]
    .assert_eq(&format!("{:?}\n{:?}\n", model.flows.iter().nth(2).map(|flow| &flow.volume), model.holidays.days));
}

#[test]
fn inputs_are_joined_to_their_evidence() {
    let more =
        "set.facility.gate.stage.documents.lanes = 4\n[scenario.now.on.2024-01-10]\nlink.bridge.speed = \"50 km/h\"\n";
    let evidence = "path,status,source,low,high,note\n\
        link.bridge.*,observed,map,,,\n\
        link.bridge.speed,design,sign at the bridge,30 km/h,40 km/h,\"wet road, less\"\n\
        facility.*.stage.*.service,assumption,no source,10 min,1 h,\n\
        scenario.now.*.facility.gate.stage.documents.lanes,design,plan,,,\n";
    let corridor = good(&[("corridor.toml", &format!("{SMALL}{more}")), ("evidence.csv", evidence)]);
    let mut text = String::new();
    for input in corridor.inputs() {
        let source = input
            .evidence
            .map_or("?".to_string(), |e| format!("{:?}, {} [{}, {}] {}", e.status, e.source, e.low, e.high, e.note));
        text += &format!("{} = {}\n    {}\n", input.path, input.value, source.trim_end());
    }
    expect![[r#"
        class.truck.load = "17.5 t"
            ?
        link.bridge.length = "1 km"
            Observed, map [, ]
        link.bridge.speed = "36 km/h"
            Design, sign at the bridge [30 km/h, 40 km/h] wet road, less
        facility.gate.stage.documents.lanes = 2
            ?
        facility.gate.stage.documents.service = { bus = "40 min", other = "20 min" }
            Assumption, no source [10 min, 1 h]
        flow.trucks.volume = "60/day"
            ?
        flow.buses.timetable = ["12:00", "08:30"]
            ?
        scenario.now.set.facility.gate.stage.documents.lanes = 4
            Design, plan [, ]
        scenario.now.on.2024-01-10.link.bridge.speed = "50 km/h"
            ?
    "#]]
    .assert_eq(&text);
}

#[test]
fn inputs_without_evidence_are_told_once() {
    let folder = Folder::of([("corridor.toml", SMALL)]);
    expect![[r#"
        warning[no-evidence]: evidence.csv is missing: nobody can see the source of 7 inputs
         |
         = help: class.truck.load
                 link.bridge.length
                 link.bridge.speed
                 facility.gate.stage.documents.lanes
                 facility.gate.stage.documents.service
                 flow.trucks.volume
                 flow.buses.timetable

        1 warning
    "#]]
    .assert_eq(&render(&load(&folder).diagnostics, &folder, false));
}

#[test]
fn observations_are_read_with_their_bounds() {
    let rows = "id,scenario,measure,statistic,direction,class,from,to,value,low,high,source\n\
        V1,now,crossings,mean,east,truck+bus,2024-01-01,2024-01-10,62,55,70,count at the gate\n";
    let corridor = good(&[("corridor.toml", SMALL), ("observations.csv", rows)]);
    expect![[r#"
        [
            Observation {
                id: "V1",
                scenario: "now",
                measure: "crossings",
                statistic: "mean",
                scope: "",
                direction: "east",
                class: "truck+bus",
                from: Some(
                    2024-01-01,
                ),
                to: Some(
                    2024-01-10,
                ),
                value: 62.0,
                low: 55.0,
                high: 70.0,
                source: "count at the gate",
                note: "",
            },
        ]
    "#]]
    .assert_eq(&format!("{:#?}\n", corridor.observations()));
}

#[test]
fn the_hash_is_of_the_model_and_of_nothing_else() {
    let hash = |files: &[(&str, &str)]| Folder::of(files.iter().copied()).hash();
    let one = hash(&[("a.toml", "x"), ("b.csv", "y")]);
    assert_eq!(one.len(), 64);
    assert_eq!(one, hash(&[("b.csv", "y"), ("README.md", "not a model"), ("a.toml", "x")]));
    assert_ne!(one, hash(&[("a.toml", "xb"), (".csv", "y")]));
    assert_ne!(one, hash(&[("a.toml", "x"), ("b.csv", "z")]));
}

#[test]
fn a_folder_may_be_split_into_files_in_any_way() {
    let at = SMALL.find("[facility.gate]").expect("a facility");
    let (first, second) = SMALL.split_at(at);
    let split = good(&[("b.toml", first), ("a.toml", second)]);
    let whole = good(&[("corridor.toml", SMALL)]);
    assert_eq!(default(&split), default(&whole));
}

#[test]
fn two_states_of_a_folder_differ_in_the_inputs_of_the_scenario_asked_for() {
    let state = |lanes: u32, more: &str| {
        let text = SMALL.replacen("lanes = 2", &format!("lanes = {lanes}"), 1);
        good(&[("corridor.toml", &format!("{text}{more}"))])
    };
    let other = "[scenario.other]\nbase = \"now\"\nset.link.bridge.speed = \"50 km/h\"\n";
    let (before, after) = (state(2, "set.link.bridge.length = \"2 km\"\n"), state(3, other));
    let told = |scenario: &str| -> String {
        let side = |value: Option<String>| value.unwrap_or("-".into());
        let changes = changed_inputs(&before, &after, scenario).into_iter();
        changes.map(|change| format!("{}: {} → {}\n", change.path, side(change.before), side(change.after))).collect()
    };
    expect![[r#"
        facility.gate.stage.documents.lanes: 2 → 3
        scenario.now.set.link.bridge.length: "2 km" → -
    "#]]
    .assert_eq(&told("now"));
    expect![[r#"
        facility.gate.stage.documents.lanes: 2 → 3
        scenario.other.set.link.bridge.speed: - → "50 km/h"
        scenario.now.set.link.bridge.length: "2 km" → -
    "#]]
    .assert_eq(&told("other"));
    assert_eq!(changed_inputs(&before, &before, "now"), []);
}
