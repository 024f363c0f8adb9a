//! Bottlenecks of small corridors whose answers are known without a simulation.

use expect_test::expect;
use portway_model::{Corridor, Folder, load};
use portway_study::bottleneck::{Amount, Bottleneck, Effect, Kind, Limit, RankBy, Row, Verdict};
use portway_study::{BottleneckOptions, Silent, StudyError, bottleneck};
use std::sync::atomic::AtomicBool;

/// One port with the given stages, passed in their order, and a bridge behind it.
fn corridor(stages: &str, process: &str, flow: &str, days: u32) -> Corridor {
    let text = format!(
        r#"
[corridor]
language = 1
name = "test"
zone = "UTC"
[direction.out]
[class.car]
[node.a]
country = "KZ"
zone = "UTC"
[node.b]
country = "UZ"
zone = "UTC"
[facility.port]
node = "a"
{stages}
[facility.port.process]
out = {process}
[link.bridge]
from = "a"
to = "b"
travel = "1 min"
border = true
[route.out]
direction = "out"
path = ["port", "bridge"]
[flow.cars]
class = "car"
route = "out"
{flow}
[scenario.base]
from = "2024-01-01"
to = "2024-01-{days:02}"
warm-up = "1 d"
"#
    );
    let loaded = load(&Folder::of([("corridor.toml", text.as_str())]));
    loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn find(corridor: &Corridor, replications: u32, threads: usize, by: RankBy) -> Bottleneck {
    let timeline = corridor.timeline(None).expect("there is one scenario");
    let options = BottleneckOptions { seed: 7, replications, threads, by, part: None };
    bottleneck(corridor, &timeline, &options, &Silent, &AtomicBool::new(false)).expect("it runs")
}

fn row(found: &Bottleneck, kind: Kind, path: &str) -> Row {
    let row = found.rows.iter().find(|row| row.resource.kind == kind && row.resource.path == path);
    row.unwrap_or_else(|| panic!("no {kind:?} {path}")).clone()
}

/// Asserts that an exact value lies within twice the half-width, and that this says something.
fn agrees(exact: f64, mean: f64, half_width: Option<f64>) {
    let half_width = half_width.expect("several replications");
    assert!((mean - exact).abs() <= 2.0 * half_width.max(1e-9), "{mean} ± {half_width} against {exact}");
    assert!(half_width <= 0.2 * exact.abs(), "{mean} ± {half_width} is too vague beside {exact}");
}

fn effect_agrees(exact: f64, effect: Effect) {
    agrees(exact, effect.difference.expect("it has a value"), effect.half_width);
}

fn amount_agrees(exact: f64, amount: Amount) {
    agrees(exact, amount.mean, amount.half_width);
}

const TWO_IN_A_ROW: &str = r#"
[facility.port.stage.one]
title = "First gate"
lanes = 1
service = "exponential(mean 1 min)"
room = 12
when-full = "turn-away"
[facility.port.stage.two]
title = "Second gate"
lanes = 1
service = "exponential(mean 1 min)"
room = 1
"#;

/// Two stations of rate one a minute with b places between them, the first never without work: (b + 2) / (b + 3) pass a
/// minute, and the first is held 1 / (b + 3) of the time (the exact answers O8 of `validation/`).
#[test]
fn a_place_between_two_gates_buys_what_theory_says() {
    let corridor = corridor(TWO_IN_A_ROW, r#"["one", "two"]"#, "volume = \"5760/day\"", 10);
    let found = find(&corridor, 12, 2, RankBy::Crossings);
    amount_agrees(1440.0 * 3.0 / 4.0, found.base.crossings_per_day);
    let room = row(&found, Kind::Room, "facility.port.stage.two.room");
    assert_eq!((room.resource.from.as_str(), room.resource.to.as_str()), ("1", "2"));
    effect_agrees(1440.0 * (4.0 / 5.0 - 3.0 / 4.0), room.crossings_per_day);
    assert_eq!((room.verdict, found.limit), (Verdict::Gains, Limit::Resource));

    // The second gate holds the first, for six hours of the day, and is the only cause.
    let [root] = &found.chain[..] else { panic!("{:?}", found.chain) };
    assert_eq!(root.at.title, "port, Second gate");
    let [held] = &root.held[..] else { panic!("{:?}", root.held) };
    assert_eq!(held.at.scope, "port.one");
    amount_agrees(24.0 / 4.0, held.hours_per_day);
    amount_agrees(1.0 / 4.0, held.vehicles);
    // It is busy whenever it has a vehicle: in all states but the empty one.
    amount_agrees(3.0 / 4.0, root.lane_use_share.expect("its lanes are counted"));
}

const GATE: &str = "[facility.port.stage.gate]\ntitle = \"Gate\"\nlanes = 1\nservice = \"10 min\"\n";

/// A lane passes 144 vehicles a day and 216 come, so another one lets 72 more through, no more and no fewer.
#[test]
fn a_lane_at_an_overloaded_gate_buys_the_missing_throughput() {
    let flow = "volume = \"216/day\"\ngaps = \"constant\"";
    let found = find(&corridor(GATE, r#"["gate"]"#, flow, 14), 4, 2, RankBy::Hours);
    let lanes = row(&found, Kind::Lanes, "facility.port.stage.gate.lanes");
    assert_eq!(lanes.crossings_per_day.difference.map(f64::round), Some(72.0));
    assert_eq!(found.best.as_ref().map(|best| (best.row, best.not_told_apart.len())), Some((0, 0)));
    assert_eq!(found.rows[0], lanes);
    assert_eq!((found.limit, found.base.p90_h), (Limit::Resource, None));
    assert_eq!(found.diagnostics[0].code, "queue-grows");
    // After the first day 72 vehicles wait, after the fifteenth 1080: 576 on average, gone with the second lane.
    let saved = -lanes.waiting_hours_per_year.difference.expect("an area always exists") / 8760.0;
    assert!((saved - 576.0).abs() < 2.0, "{saved}");
}

/// Nobody ever waits, so nothing can be bought, and what would come more would cross.
#[test]
fn an_idle_corridor_has_demand_for_its_limit() {
    let stages = GATE.replace("lanes = 1", "lanes = 4\nroom = 5");
    let flow = "volume = \"24/day\"\ngaps = \"constant\"";
    let found = find(&corridor(&stages, r#"["gate"]"#, flow, 14), 4, 2, RankBy::Hours);
    assert_eq!((found.limit, &found.best, found.chain.len()), (Limit::Demand, &None, 0));
    let told: Vec<String> = found
        .rows
        .iter()
        .map(|row| {
            let difference = row.vehicle_hours_per_year.difference.map(f64::round);
            format!("{:?} {} {:?} {difference:?}", row.resource.kind, row.resource.path, row.verdict)
        })
        .collect();
    expect![[r#"
        SideLanes facility.*.stage.*.lanes NoChangeSeen Some(0.0)
        Service facility.port.stage.gate.service Gains Some(-146.0)
        Demand flow.*.volume Loses Some(161.0)"#]]
    .assert_eq(&told.join("\n"));
    // Nobody waits at the gate, so a lane or a place more was not even tried.
    let not_tried: Vec<Kind> = found.not_tried.iter().map(|resource| resource.kind).collect();
    assert_eq!(not_tried, [Kind::Lanes, Kind::Room]);
    let demand = found.demand.expect("the flow has a volume");
    assert!((demand.crossings_per_day.mean - 2.4).abs() < 0.1, "{demand:?}");
}

/// Everything that can be raised, with its unit; what nobody passes, and what has no limit, is not there.
#[test]
fn every_resource_is_named_by_its_input_with_its_unit() {
    let stages = r#"
[calendar.day]
open = "Mo-Su 08:00-20:00"
closed = ["2024-01-05", "2023-06-01"]
[incident.storm]
at = ["bridge"]
every = "exponential(mean 60 d)"
lasts = "2 h"
[incident.works]
at = ["port.gate"]
from = "2024-01-03 10:00"
to = "2024-01-03 12:00"
[facility.port.stage.booking]
kind = "appointments"
every = "1 h"
places = 3
lead = "1 h"
hours = "day"
[facility.port.stage.lot]
kind = "holding"
lanes = 44
service = "1 min"
[facility.port.stage.gate]
lanes = [{ hours = "08:00-20:00", lanes = 3 }, { hours = "20:00-08:00", lanes = 1 }]
service = "uniform(5 min, 9 min)"
extra-lanes = { lanes = 1, open-at = 9, close-at = 2 }
room = 8
[facility.port.stage.scale]
lanes = "unlimited"
service = "1 min"
[facility.port.stage.unused]
lanes = 9
service = "1 min"
"#;
    let corridor = corridor(stages, r#"["booking", "lot", "gate", "scale"]"#, "volume = \"24/day\"", 14);
    let timeline = corridor.timeline(None).expect("there is one scenario");
    let options = BottleneckOptions { seed: 7, replications: 2, threads: 2, by: RankBy::Hours, part: None };
    let found = bottleneck(&corridor, &timeline, &options, &Silent, &AtomicBool::new(false)).expect("it runs");
    let mut told: Vec<String> = found
        .rows
        .iter()
        .map(|row| &row.resource)
        .chain(&found.not_tried)
        .map(|r| format!("{:?} {}: {} → {} ({})", r.kind, r.path, r.from, r.to, r.title))
        .collect();
    told.sort();
    expect![[r#"
        Closures calendar.day.closed: 1 → 0 (day)
        Demand flow.*.volume: 100 % → 110 % ()
        ExtraLanes facility.port.stage.gate.extra-lanes: 1 → 2 (port, port.gate)
        Hours calendar.day.open: 12 h/day → 13 h/day (day)
        Incident incident.works.from: 1 → 0 (works)
        Incidents incident.storm.every: 60 d → 120 d (storm)
        Lanes facility.port.stage.gate.lanes: 1, 3, 1 → 2, 4, 2 (port, port.gate)
        Lead facility.port.stage.booking.lead: 1 h → 54 min (port, port.booking)
        LotPlaces facility.port.stage.lot.lanes: 44 → 48 (port, port.lot)
        Room facility.port.stage.gate.room: 8 → 9 (port, port.gate)
        Service facility.port.stage.gate.service: 7 min → 6 min 18 s (port, port.gate)
        Service facility.port.stage.scale.service: 1 min → 54 s (port, port.scale)
        SideLanes facility.*.stage.*.lanes: 3 → 4 (KZ)
        Slots facility.port.stage.booking.places: 3 → 4 (port, port.booking)"#]]
    .assert_eq(&told.join("\n"));
}

#[test]
fn threads_change_nothing_and_one_replication_is_refused() {
    let corridor = corridor(TWO_IN_A_ROW, r#"["one", "two"]"#, "volume = \"1200/day\"", 3);
    let run = |threads| serde_json::to_string(&find(&corridor, 10, threads, RankBy::Hours)).expect("plain data");
    assert_eq!(run(1), run(3));
    let timeline = corridor.timeline(None).expect("there is one scenario");
    let options = BottleneckOptions { seed: 7, replications: 1, threads: 1, by: RankBy::Hours, part: None };
    let refused = bottleneck(&corridor, &timeline, &options, &Silent, &AtomicBool::new(false)).err();
    let why = "a difference has an interval only with at least two replications";
    assert_eq!(refused, Some(StudyError::Options(why.into())));
}
