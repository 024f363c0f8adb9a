//! What is traded, on the corridor of [`bridge`](crate::bridge): trucks east carry coal and ore, trucks west timber, and a line
//! power.

use crate::bridge::{TEXT, mean, model, options, study};
use portway_model::{Folder, load};
use portway_study::trade::TradeRow;
use portway_study::{Measure, Results, Silent};
use std::sync::atomic::AtomicBool;

const TRADE: &str = r#"
[money]
currency = "CNY"
second = "RUB"
[money.rate]
2026-03-01 = 10
2026-03-09 = 12.5
[commodity.coal]
hs = ["27"]
value = "800 CNY/t"
[commodity.ore]
value = "1000 RUB/t"
[commodity.timber]
[commodity.power]
unit = "MWh"
value = "0.4 CNY/kWh"
[line.wire]
kind = "electricity"
from = "b"
to = "a"
direction = "west"
commodity = "power"
capacity = "500 MW"
volume = { 2012-04-01 = "750 MW", 2026-03-05 = "100 MW" }
[line.inside]
kind = "electricity"
from = "b"
to = "a"
direction = "east"
commodity = "power"
volume = "100 MW"
border = false
"#;

fn folder(east: &str, more: &str) -> String {
    let text = TEXT
        .replace("[flow.trucks-east]\n", &format!("[flow.trucks-east]\ncargo = {east}\n"))
        .replace("[flow.trucks-west]\n", "[flow.trucks-west]\ncargo = { timber = 1 }\n")
        .replace("load = \"20 t\"", "load = \"20 t\"\nhour-cost = \"100 CNY/h\"")
        .replace("passengers = 3", "passengers = 3\nhour-cost = \"100 CNY/h\"");
    format!("{text}{TRADE}{more}")
}

fn run(text: &str, scenario: &str) -> Results {
    let loaded = load(&Folder::of([("corridor.toml", text)]));
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let (timeline, never) = (corridor.timeline(Some(scenario)).expect("a scenario"), AtomicBool::new(false));
    portway_study::run(&timeline, model(), &options(3), &Silent, &never).expect("it runs").results
}

fn row<'r>(results: &'r Results, commodity: &str, direction: &str) -> &'r TradeRow {
    let mut rows = results.trade.iter();
    rows.find(|row| row.commodity == commodity && row.direction == direction).expect("it is traded")
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9 * b.abs().max(1.0), "{a} and {b}");
}

#[test]
fn every_crossing_counts_with_the_cargo_of_its_flow() {
    let results = run(&folder("{ coal = \"70 %\", ore = \"30 %\" }", ""), "base");
    let named: Vec<_> = results.trade.iter().map(|row| (row.commodity.as_str(), row.direction.as_str())).collect();
    assert_eq!(named, [("coal", "east"), ("ore", "east"), ("timber", "west"), ("power", "west")]);
    let east = mean(&results, "cargo_t", "east", "");
    near(row(&results, "coal", "east").amount.mean, 0.7 * east);
    near(row(&results, "ore", "east").amount.mean, 0.3 * east);
    near(row(&results, "timber", "west").amount.mean, mean(&results, "cargo_t", "west", ""));
    assert!(row(&results, "coal", "east").amount.half_width.is_some_and(|half_width| half_width > 0.0));
}

#[test]
fn values_are_in_the_first_currency_at_the_rate_of_their_day() {
    let results = run(&folder("{ coal = \"70 %\", ore = \"30 %\" }", ""), "base");
    let coal = row(&results, "coal", "east");
    near(coal.value.expect("it has a value").mean, 800.0 * coal.amount.mean);
    let ore = row(&results, "ore", "east");
    let price = ore.value.expect("it has a value").mean / ore.amount.mean;
    assert!(price > 80.0 && price < 100.0, "{price} is between the prices of the two weeks");
    assert_eq!(row(&results, "timber", "west").value, None);
}

#[test]
fn a_line_carries_its_volume_as_far_as_its_capacity_goes() {
    let results = run(&folder("{}", ""), "base");
    let power = row(&results, "power", "west");
    // Three days at the capacity of 500 MW, then eleven at 100 MW.
    assert_eq!(power.unit, "MWh");
    near(power.amount.mean, 24.0 * (3.0 * 500.0 + 11.0 * 100.0));
    near(power.value.expect("it has a value").mean, 400.0 * power.amount.mean);
    assert_eq!(power.amount.half_width, Some(0.0));
    assert!(!results.trade.iter().any(|row| row.direction == "east"), "what stays inside is no trade");
}

#[test]
fn a_scenario_switches_a_line_and_changes_a_cargo_on_a_day() {
    let more = "[scenario.switched]\nbase = \"base\"\n[scenario.switched.on.2026-03-09]\n\
        line.wire.volume = \"0 MW\"\nflow.trucks-east.cargo.coal = \"0 %\"\n";
    let results = run(&folder("{ coal = \"50 %\" }", more), "switched");
    near(row(&results, "power", "west").amount.mean, 24.0 * (3.0 * 500.0 + 4.0 * 100.0));
    let coal = row(&results, "coal", "east").amount.mean;
    let all = 0.5 * mean(&results, "cargo_t", "east", "");
    assert!(coal > 0.4 * all && coal < 0.6 * all, "{coal} is half of {all}");
}

#[test]
fn months_add_up_to_the_window() {
    let text = folder("{ coal = 1 }", "[scenario.long]\nbase = \"base\"\nfrom = \"2026-02-20\"\n");
    let results = run(&text, "long");
    let coal = row(&results, "coal", "east");
    let months: Vec<&str> = coal.months.iter().map(|month| month.month.as_str()).collect();
    assert_eq!(months, ["2026-02", "2026-03"]);
    near(coal.months.iter().map(|month| month.amount).sum(), coal.amount.mean);
    near(coal.months.iter().filter_map(|month| month.value).sum(), coal.value.expect("it has a value").mean);
}

/// Flows of one class with different cargo are one row of every table by class.
#[test]
fn cargo_changes_no_other_number() {
    let more = "[flow.more-east]\nclass = \"truck\"\nroute = \"east\"\nvolume = \"12/day\"\n";
    let owned = run(&folder("{ coal = \"70 %\" }", more), "base");
    let plain = run(&folder("{}", more), "base");
    assert_eq!(owned.series, plain.series);
    // The rate of the day is taken for a stream as a whole, so streams that are told apart meet it a little more exactly.
    let at_a_rate = |measure: &&(&Measure, &Measure)| !measure.0.unit.contains("RUB");
    let pairs: Vec<(&Measure, &Measure)> = owned.measures.iter().zip(&plain.measures).collect();
    for (with, without) in pairs.iter().filter(at_a_rate) {
        assert_eq!((&with.name, &with.scope, &with.class), (&without.name, &without.scope, &without.class));
        let [a, b] = [with, without].map(|measure| measure.mean.unwrap_or(-1.0));
        near(a, b);
    }
    assert!(study("base", &options(1)).results.trade.is_empty());
}

/// Asked of a run as an observation asks, trade is what its table says, and the days add up.
#[test]
fn trade_can_be_asked_by_commodity_direction_and_days() {
    let text = folder("{ coal = \"70 %\", ore = \"30 %\" }", "");
    let loaded = load(&Folder::of([("corridor.toml", text.as_str())]));
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let timeline = corridor.timeline(Some("base")).expect("a scenario");
    let observation = |measure: &str, scope: &str, direction: &str| portway_model::element::Observation {
        id: String::new(),
        scenario: "base".into(),
        measure: measure.into(),
        statistic: "mean".into(),
        scope: scope.into(),
        direction: direction.into(),
        class: String::new(),
        from: None,
        to: None,
        value: 1.0,
        low: 0.0,
        high: f64::MAX,
        source: String::new(),
        note: String::new(),
    };
    let asked = [
        observation("trade_amount", "coal", ""),
        observation("trade_amount", "coal+ore", "east"),
        observation("trade_value", "coal", "east"),
        observation("trade_amount", "coal+power", ""),
        observation("trade_value", "timber", ""),
        observation("trade_amount", "coal", "west"),
    ];
    let never = AtomicBool::new(false);
    let timelines = [timeline];
    let answered = portway_study::validate(&asked, &timelines, model(), &options(3), &Silent, &never).expect("it runs");
    let results = run(&text, "base");
    let (coal, ore) = (row(&results, "coal", "east"), row(&results, "ore", "east"));
    let simulated = |at: usize| answered.rows[at].simulated.expect("a number");
    near(simulated(0), coal.amount.mean);
    near(simulated(1), coal.amount.mean + ore.amount.mean);
    near(simulated(2), coal.value.expect("coal has a price").mean);
    assert_eq!(answered.rows[0].unit, "t");
    assert_eq!(answered.rows[2].unit, "CNY");
    let why: Vec<&str> = answered.rows[3..].iter().map(|row| row.reason.as_str()).collect();
    assert_eq!(
        why,
        [
            "`coal+power` are counted in different units",
            "the folder does not say what `timber` is worth",
            "no commodity `coal` crosses the border there"
        ]
    );
}
