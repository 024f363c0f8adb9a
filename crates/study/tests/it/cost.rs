//! Money and air of a corridor whose every vehicle is known by hand.
//!
//! ```text
//! east:  trucks, two at 08:00 every day: STAGES ── road of 30 km, half an hour ──▶ out
//! west:  one bus at 12:00 every day: out ◀── the same road
//! ```

use crate::bridge::options;
use portway_model::element::Timeline;
use portway_model::{Folder, load, render};
use portway_study::results::{Measure, ModelRef};
use portway_study::{Question, Results, Silent, StudyError, Trials, compare};
use std::sync::atomic::AtomicBool;

const TEXT: &str = r#"
[corridor]
language = 1
name = "by-hand"
zone = "UTC"
default-scenario = "base"
[money]
currency = "CNY"
second = "RUB"
rate = { 2023-01-01 = 12 }
fuel-price = "84 RUB/l"
[air]
co2 = "2.5 kg/l"
[direction.east]
[direction.west]
[class.truck]
hour-cost = "60 CNY/h"
idle-fuel = "3 l/h"
[class.bus]
hour-cost = "30 CNY/h"
idle-fuel = "4 l/h"
[node.a]
country = "CN"
zone = "UTC"
[node.b]
country = "RU"
zone = "UTC"
[link.road]
from = "a"
to = "b"
length = "30 km"
speed = "60 km/h"
border = true
running-cost = "2 CNY/km"
[facility.port]
node = "a"
[route.east]
direction = "east"
path = ["port", "road"]
[route.west]
direction = "west"
path = ["road"]
[flow.trucks]
class = "truck"
route = "east"
timetable = ["08:00"]
batch = 2
[flow.buses]
class = "bus"
route = "west"
timetable = ["12:00"]
[scenario.base]
from = "2024-01-01"
to = "2024-01-10"
"#;

/// One lane of twenty minutes, so that the second truck waits for the first.
const GATE: &str = r#"
[facility.port.stage.gate]
lanes = 1
service = "20 min"
fee = { bus = "0 RUB", truck = "120 RUB" }
[facility.port.process]
east = ["gate"]
"#;

fn timeline(text: &str) -> Timeline {
    let folder = Folder::of([("corridor.toml", text)]);
    let loaded = load(&folder);
    let told = render(&loaded.diagnostics, &folder, false);
    loaded.corridor.unwrap_or_else(|| panic!("{told}")).timeline(None).expect("a default scenario")
}

fn run(text: &str) -> Results {
    let model = ModelRef { name: "by-hand".into(), hash: "0".into() };
    let cancel = AtomicBool::new(false);
    portway_study::run(&timeline(text), model, &options(2), &Silent, &cancel).expect("a short run").results
}

fn find<'r>(results: &'r Results, name: &str, direction: &str) -> Option<&'r Measure> {
    results.measures.iter().find(|m| m.name == name && m.direction == direction && m.class.is_empty())
}

/// Means of measures of the corridor, to a millionth, with their units.
fn told(results: &Results, names: &[&str], direction: &str) -> Vec<String> {
    let one = |name: &&str| {
        let measure = find(results, name, direction).unwrap_or_else(|| panic!("there is no {name}"));
        let mean = measure.mean.unwrap_or_else(|| panic!("{name} has no mean"));
        assert!(measure.half_width.is_some_and(|half_width| half_width.abs() < 1e-9), "{name} does not vary");
        format!("{} {}", (mean * 1e6).round() / 1e6, measure.unit)
    };
    names.iter().map(one).collect()
}

const PARTS: [&str; 6] = [
    "cost_moving_per_crossing",
    "cost_service_per_crossing",
    "cost_waiting_per_crossing",
    "cost_running_per_crossing",
    "cost_fees_per_crossing",
    "cost_idling_per_crossing",
];
const YEARS: [&str; 6] = [
    "delay_cost_per_year",
    "delay_cost_per_year_second",
    "delay_h_per_year",
    "idling_fuel_l_per_year",
    "idling_co2_t_per_year",
    "idling_co2_kg_per_crossing",
];

#[test]
fn every_part_of_a_crossing_is_what_a_hand_adds_up() {
    let results = run(&format!("{TEXT}{GATE}"));
    // Half an hour of road and twenty minutes at the gate at 60 CNY/h; one of two trucks waits twenty minutes; 30 km; 120 RUB at
    // 12 RUB for a yuan; ten minutes of idling on average burn half a litre of 7 CNY.
    let east =
        ["30 CNY/vehicle", "20 CNY/vehicle", "10 CNY/vehicle", "60 CNY/vehicle", "10 CNY/vehicle", "3.5 CNY/vehicle"];
    assert_eq!(told(&results, &PARTS, "east"), east);
    let both = ["cost_per_crossing", "cost_per_crossing_second"];
    assert_eq!(told(&results, &both, "east"), ["133.5 CNY/vehicle", "1602 RUB/vehicle"]);
    assert_eq!(told(&results, &both, "west"), ["75 CNY/vehicle", "900 RUB/vehicle"]);
    // Two trucks and a bus every day.
    assert_eq!(told(&results, &both, ""), ["114 CNY/vehicle", "1368 RUB/vehicle"]);
    // Twenty minutes of waiting a day, 365 days.
    let year =
        ["7300 CNY/year", "87600 RUB/year", "121.666667 h/year", "365 l/year", "0.9125 t/year", "1.25 kg/vehicle"];
    assert_eq!(told(&results, &YEARS, "east"), year);
    let nothing = ["0 CNY/year", "0 RUB/year", "0 h/year", "0 l/year", "0 t/year", "0 kg/vehicle"];
    assert_eq!(told(&results, &YEARS, "west"), nothing);
}

#[test]
fn engines_idle_in_lots_for_the_part_that_the_model_says() {
    let lot = r#"
[facility.port.stage.lot]
kind = "holding"
lanes = 10
service = "6 min"
[facility.port.stage.gate]
lanes = 1
room = 0
service = "20 min"
[facility.port.process]
east = ["lot", "gate"]
"#;
    let half = format!("{TEXT}{lot}").replace("[air]", "[air]\nyard-idling = \"50 %\"");
    let results = run(&half);
    // The second truck is in the lot for the twenty minutes of the first, with its engine on for ten.
    let parts =
        ["30 CNY/vehicle", "26 CNY/vehicle", "10 CNY/vehicle", "60 CNY/vehicle", "0 CNY/vehicle", "1.75 CNY/vehicle"];
    assert_eq!(told(&results, &PARTS, "east"), parts);
    assert_eq!(told(&results, &YEARS[2..4], "east"), ["121.666667 h/year", "182.5 l/year"]);
    // By default an engine in a lot is off.
    assert_eq!(told(&run(&format!("{TEXT}{lot}")), &YEARS[2..4], "east"), ["121.666667 h/year", "0 l/year"]);
}

#[test]
fn engines_idle_while_a_vehicle_is_held_for_want_of_a_place() {
    let held = r#"
[facility.port.stage.papers]
lanes = 2
service = "6 min"
[facility.port.stage.gate]
lanes = 1
room = 0
service = "20 min"
[facility.port.process]
east = ["papers", "gate"]
"#;
    let results = run(&format!("{TEXT}{held}"));
    let blocked = find(&results, "wait_blocked_h", "east").and_then(|m| m.mean);
    assert!(blocked.is_some_and(|hours| (hours - 1.0 / 6.0).abs() < 1e-9), "{blocked:?}");
    assert_eq!(told(&results, &YEARS[2..4], "east"), ["121.666667 h/year", "365 l/year"]);
}

#[test]
fn waiting_at_home_burns_nothing_and_costs_the_part_that_the_model_says() {
    let booked = r#"
[facility.port.stage.booking]
kind = "appointments"
every = "1 h"
places = 1
[facility.port.process]
east = ["booking"]
"#;
    let half = format!("{TEXT}{booked}").replace("fuel-price", "virtual-wait = \"50 %\"\nfuel-price");
    let results = run(&half);
    // One truck has the slot of 08:00, the other that of 09:00: an hour of 60 CNY, half of it counted.
    assert_eq!(told(&results, &PARTS[2..3], "east"), ["15 CNY/vehicle"]);
    assert_eq!(told(&results, &YEARS[..4], "east"), ["10950 CNY/year", "131400 RUB/year", "365 h/year", "0 l/year"]);
}

#[test]
fn an_amount_is_taken_at_the_rate_of_its_day() {
    // Five days at 12 and five at 15 RUB for a yuan: the fee of 120 RUB is 10 and 8 CNY, and 1 CNY is 13.5 RUB on average.
    let text = format!("{TEXT}{GATE}").replace("2023-01-01 = 12", "2023-01-01 = 12, 2024-01-06 = 15");
    let results = run(&text);
    assert_eq!(told(&results, &PARTS[4..5], "east"), ["9 CNY/vehicle"]);
    // 120 CNY of hours and kilometres at 13.5, the fee of 120 RUB and half a litre of 84 RUB as they are written.
    assert_eq!(told(&results, &["cost_per_crossing_second"], "east"), ["1782 RUB/vehicle"]);
    assert_eq!(told(&results, &["cost_per_crossing_second"], "west"), ["1012.5 RUB/vehicle"]);
}

#[test]
fn a_dated_change_of_a_price_holds_from_its_day() {
    let change = "\n[scenario.base.on.2024-01-09]\nclass.truck.hour-cost = \"120 CNY/h\"\n";
    let results = run(&format!("{TEXT}{GATE}{change}"));
    // Eight days of ten at 60 CNY/h and two at 120.
    assert_eq!(told(&results, &PARTS[..1], "east"), ["36 CNY/vehicle"]);
    assert_eq!(told(&results, &YEARS[..1], "east"), ["8760 CNY/year"]);
}

#[test]
fn what_a_second_lane_saves_in_a_year() {
    let (one, two) = (format!("{TEXT}{GATE}"), format!("{TEXT}{GATE}").replace("lanes = 1", "lanes = 2"));
    let model = ModelRef { name: "by-hand".into(), hash: "0".into() };
    let cancel = AtomicBool::new(false);
    let both = compare(&timeline(&one), &timeline(&two), model, &options(2), &Silent, &cancel).expect("short runs");
    let saved = |name: &str| {
        let of_all = both.rows.iter().find(|row| row.name == name && row.direction.is_empty() && row.class.is_empty());
        of_all.and_then(|row| row.difference).map(|difference| difference.round())
    };
    assert_eq!(saved("delay_cost_per_year"), Some(-7300.0));
    assert_eq!(saved("idling_fuel_l_per_year"), Some(-365.0));
}

#[test]
fn a_question_about_money_has_its_answer_or_its_reason() {
    let cancel = AtomicBool::new(false);
    let trials = Trials::new(1, 1, &Silent, &cancel).expect("one thread");
    let ask = |text: &str, measure: &str| {
        let questions = [Question::corridor(measure).direction("east")];
        let answers = trials.run(&[timeline(text)], &questions, 0..1)?;
        answers.into_iter().next().expect("one trial").map(|answer| answer.known(0))
    };
    let priced = format!("{TEXT}{GATE}");
    let cost = ask(&priced, "cost_per_crossing").expect("the corridor has prices");
    assert!((cost[0] - 133.5).abs() < 1e-9, "{cost:?}");
    let reason = |text: &str, measure: &str| ask(text, measure).expect_err("there is no such answer").to_string();
    let one_currency = priced.replace("second = \"RUB\"\nrate = { 2023-01-01 = 12 }\n", "");
    let one_currency = one_currency.replace("84 RUB/l", "7 CNY/l").replace("RUB", "CNY");
    let second = reason(&one_currency, "delay_cost_per_year_second");
    assert_eq!(
        second,
        StudyError::Options(
            "`delay_cost_per_year_second` needs a `second` currency in [money], which the model does not have".into()
        )
        .to_string()
    );
    let without = crate::bridge::timeline("base");
    let without = std::slice::from_ref(&without);
    let refused = trials.run(without, &[Question::corridor("cost_per_crossing")], 0..1).err();
    let told = "`cost_per_crossing` needs [money], which the model does not have";
    assert_eq!(refused, Some(StudyError::Options(told.into())));
    let refused = trials.run(without, &[Question::corridor("idling_co2_t_per_year")], 0..1).err();
    let told = "`idling_co2_t_per_year` needs [air], which the model does not have";
    assert_eq!(refused, Some(StudyError::Options(told.into())));
}

#[test]
fn a_corridor_without_prices_has_no_row_about_them() {
    let results = crate::bridge::study("base", &options(2)).results;
    let money = |measure: &Measure| ["cost", "delay", "idling"].iter().any(|begin| measure.name.starts_with(begin));
    assert!(!results.measures.iter().any(money));
    // Air alone has no money, and money alone no air.
    let only_air = format!("{TEXT}{GATE}");
    let only_air: Vec<&str> = only_air.lines().filter(|line| !PRICED.iter().any(|key| line.starts_with(key))).collect();
    let names: Vec<String> = run(&only_air.join("\n")).measures.iter().map(|m| m.name.clone()).collect();
    assert!(names.iter().any(|name| name == "idling_fuel_l_per_year"));
    assert!(!names.iter().any(|name| name.starts_with("cost") || name.starts_with("delay")));
}

/// Keys that are read with [money] only, and the table itself.
const PRICED: [&str; 8] = ["[money]", "currency", "second", "rate", "fuel-price", "hour-cost", "running-cost", "fee"];
