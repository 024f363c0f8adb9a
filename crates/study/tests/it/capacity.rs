//! Capacities that queueing theory knows, and corridors at the edges of what can be asked.

use portway_model::{Corridor, Folder, load};
use portway_study::capacity::{Between, ClassShare, LimitKind, Outcome, Sustained, TestedVerdict};
use portway_study::{Capacity, CapacityOptions, Silent, Standard, StudyError, capacity};
use std::sync::atomic::AtomicBool;

/// A road with one port, whose process and stages are given, and a scenario of the given days.
fn corridor(stages: &str, process: &str, flows: &str, days: u32) -> Corridor {
    let text = format!(
        "
[corridor]
language = 1
name = \"exact\"
zone = \"UTC\"
[direction.east]
[direction.west]
[class.truck]
[class.bus]
passengers = 40
[node.a]
country = \"KZ\"
zone = \"UTC\"
[node.b]
country = \"UZ\"
zone = \"UTC\"
[link.bridge]
from = \"a\"
to = \"b\"
travel = \"5 min\"
border = true
[facility.port]
title = \"Port\"
node = \"a\"
{stages}
[facility.port.process]
{process}
[route.east]
direction = \"east\"
path = [\"port\", \"bridge\"]
[route.west]
direction = \"west\"
path = [\"bridge\", \"port\"]
{flows}
[scenario.base]
from = \"2026-03-01\"
to = \"2026-03-{days:02}\"
warm-up = \"2 d\"
"
    );
    let loaded = load(&Folder::of([("corridor.toml", &*text)]));
    loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn stage(name: &str, lanes: &str, service: &str) -> String {
    format!("[facility.port.stage.{name}]\ntitle = \"{name}\"\nlanes = {lanes}\nservice = \"{service}\"\n")
}

fn flow(name: &str, class: &str, route: &str, volume: &str) -> String {
    format!("[flow.{name}]\nclass = \"{class}\"\nroute = \"{route}\"\n{volume}\n")
}

fn options(standard: &str, seed: u64) -> CapacityOptions {
    let standard = Standard::parse(standard).unwrap_or_else(|mistake| panic!("{standard}: {mistake}"));
    CapacityOptions { rays: 0, ..CapacityOptions::new(standard, seed, 2) }
}

fn ask(corridor: &Corridor, options: &CapacityOptions) -> Result<Capacity, StudyError> {
    let timeline = corridor.timeline(Some("base")).expect("it is in the text above");
    capacity(corridor, &timeline, options, &Silent, &AtomicBool::new(false))
}

fn whole(corridor: &Corridor, options: &CapacityOptions) -> Sustained {
    ask(corridor, options).unwrap_or_else(|error| panic!("{error}")).capacities.remove(0)
}

/// The λ at which an increasing function passes a limit, by bisection.
fn solve(limit: f64, mut high: f64, value: impl Fn(f64) -> f64) -> f64 {
    let mut low = 0.0;
    for _ in 0..100 {
        let middle = (low + high) / 2.0;
        if value(middle) <= limit { low = middle } else { high = middle }
    }
    low
}

/// Probability of waiting in M/M/c with offered load `a`: Erlang's second formula, by the recursion of the first.
fn erlang_c(lanes: u32, a: f64) -> f64 {
    let blocked = (1..=lanes).fold(1.0, |b, n| a * b / (f64::from(n) + a * b));
    blocked / (1.0 - a / f64::from(lanes) * (1.0 - blocked))
}

/// P90 of the wait in M/M/c in minutes, for λ vehicles a day and a mean service in minutes.
fn p90_of_mmc(lanes: u32, per_day: f64, service_min: f64) -> f64 {
    let (arrivals, service) = (per_day / 1440.0, 1.0 / service_min);
    let waits = erlang_c(lanes, arrivals / service);
    if waits <= 0.1 { 0.0 } else { (waits / 0.1).ln() / (f64::from(lanes) * service - arrivals) }
}

/// The intervals of some seeds all cover the known capacity and are as narrow as asked for, or nearly.
fn covered(corridor: &Corridor, standard: &str, truth: f64) {
    for seed in [1, 2, 3, 4] {
        let found = whole(corridor, &options(standard, seed));
        let high = found.high_per_day.expect("the bound is finite");
        assert_eq!(found.outcome, Outcome::Enclosed, "{found:?}");
        assert!(found.low_per_day <= truth && truth <= high, "{truth} by seed {seed}: {found:?}");
        assert!(high - found.low_per_day < 0.12 * truth, "{truth} by seed {seed}: {found:?}");
        let estimate = found.per_day.expect("it was enclosed");
        assert!((estimate / truth - 1.0).abs() < 0.04, "{truth} by seed {seed}: {found:?}");
    }
}

#[test]
fn three_lanes_with_exponential_service_take_what_erlang_says() {
    let truth = solve(20.0, 431.9, |per_day| p90_of_mmc(3, per_day, 10.0));
    assert!((truth - 312.379).abs() < 0.001, "{truth}");
    let gate = stage("gate", "3", "exponential(mean 10 min)");
    let trucks = flow("trucks", "truck", "east", "volume = \"100/day\"");
    covered(&corridor(&gate, "east = [\"gate\"]\nwest = []", &trucks, 31), "P90 wait <= 20 min", truth);
}

#[test]
fn one_lane_with_constant_service_takes_what_pollaczek_and_khinchine_say() {
    // Mean wait ρD/(2(1 − ρ)) of M/D/1 reaches the limit L at ρ = 2L/(D + 2L).
    let truth = 144.0 * (2.0 * 20.0) / (10.0 + 2.0 * 20.0);
    let gate = stage("gate", "1", "10 min");
    let trucks = flow("trucks", "truck", "east", "volume = \"60/day\"");
    covered(&corridor(&gate, "east = [\"gate\"]\nwest = []", &trucks, 31), "mean wait <= 20 min", truth);
}

#[test]
fn a_tandem_is_limited_by_its_slower_station() {
    // Jackson 1957: each station waits as M/M/1 does.
    let wait = |per_day: f64, service_min: f64| {
        let (arrivals, service) = (per_day / 1440.0, 1.0 / service_min);
        arrivals / (service * (service - arrivals))
    };
    let truth = solve(40.0, 143.9, |per_day| wait(per_day, 10.0) + wait(per_day, 4.0));
    let stages = stage("slow", "1", "exponential(mean 10 min)") + &stage("quick", "1", "exponential(mean 4 min)");
    let trucks = flow("trucks", "truck", "east", "volume = \"60/day\"");
    let tandem = corridor(&stages, "east = [\"quick\", \"slow\"]\nwest = []", &trucks, 31);
    covered(&tandem, "mean wait <= 40 min", truth);
    let fluid = whole(&tandem, &options("mean wait <= 40 min", 1)).fluid.expect("both stages have lanes");
    assert_eq!(fluid.title, "Port, slow");
    assert!((fluid.per_day - 144.0).abs() < 1e-6, "{fluid:?}");
}

/// A gate for each direction, and trucks and buses that share the eastern one.
fn two_ways() -> Corridor {
    let stages = stage("east-gate", "2", "10 min") + &stage("west-gate", "1", "10 min");
    let flows = [
        flow("trucks-east", "truck", "east", "volume = \"80/day\""),
        flow("buses-east", "bus", "east", "timetable = [\"08:00\", \"12:00\", \"16:00\", \"20:00\"]"),
        flow("trucks-west", "truck", "west", "volume = \"40/day\""),
    ];
    corridor(&stages, "east = [\"east-gate\"]\nwest = [\"west-gate\"]", &flows.concat(), 10)
}

#[test]
fn directions_and_classes_have_frontiers_with_the_bound_beside() {
    let standard = options("mean wait <= 60 min", 1);
    let answer = ask(&two_ways(), &CapacityOptions { rays: 3, ..standard }).expect("everybody can grow");
    let [all, east, west] = &answer.capacities[..] else { panic!("{answer:?}") };
    assert_eq!((all.direction.as_str(), east.direction.as_str(), west.direction.as_str()), ("", "east", "west"));
    assert_eq!((all.today_per_day, east.today_per_day, west.today_per_day), (124.0, 84.0, 40.0));
    // Two lanes take 288 a day, and 84 of 124 vehicles go there; one lane takes 144 of which 40 do.
    let bound = |s: &Sustained| s.fluid.as_ref().map(|fluid| (fluid.per_day, fluid.title.clone()));
    assert!(
        bound(all)
            .is_some_and(|(per_day, at)| (per_day - 288.0 * 124.0 / 84.0).abs() < 1e-6 && at == "Port, east-gate")
    );
    assert!(bound(west).is_some_and(|(per_day, at)| (per_day - 144.0).abs() < 1e-6 && at == "Port, west-gate"));
    for found in [all, east, west] {
        let (low, high) = (found.low_per_day, found.high_per_day.expect("lanes are few"));
        assert!(low < high && high <= found.fluid.as_ref().expect("there is a bound").per_day * 1.2, "{found:?}");
        assert!(found.limit.as_ref().is_some_and(|limit| limit.kind != LimitKind::Carried), "{found:?}");
    }
    let kinds: Vec<Between> = answer.frontiers.iter().map(|frontier| frontier.between).collect();
    assert_eq!(kinds, [Between::Directions, Between::Classes]);
    let shares: Vec<[f64; 2]> = answer.frontiers[0].points.iter().map(|point| point.share).collect();
    assert_eq!((shares[0], shares[2]), ([1.0, 0.0], [0.0, 1.0]));
    assert!(answer.frontiers.iter().flat_map(|f| &f.points).all(|p| p.sustained.outcome == Outcome::Enclosed));
    assert_eq!((answer.rests_on.seed, answer.rests_on.level), (1, 0.95));
}

#[test]
fn one_direction_grows_while_the_other_stays_and_a_mix_says_who_comes() {
    let asked = CapacityOptions {
        direction: Some("east".into()),
        mix: vec![ClassShare { class: "bus".into(), share: 1.0 }],
        ..options("mean wait <= 60 min", 1)
    };
    let found = whole(&two_ways(), &asked);
    let flows: Vec<(&str, f64)> = found.by_direction.iter().map(|d| (d.direction.as_str(), d.per_day)).collect();
    assert_eq!(flows[1], ("west", 40.0));
    assert_eq!(flows[0].1, found.per_day.expect("two lanes bind"));
    assert!((found.today_per_day - 4.0).abs() < 1e-9, "trucks bring nobody, and buses are those of today");
}

#[test]
fn a_dated_change_counts_on_its_days() {
    let gate = stage("gate", "1", "10 min");
    let trucks = flow("trucks", "truck", "east", "volume = \"60/day\"");
    let opens = "[scenario.base.on.2026-03-11]\nfacility.port.stage.gate.lanes = 3\n";
    let dated = corridor(&gate, "east = [\"gate\"]\nwest = []", &(trucks + opens), 20);
    let found = whole(&dated, &options("mean wait <= 60 min", 1));
    // Ten days of one lane and ten of three take two lanes' work, but the first ten days cannot take so much.
    let bound = found.fluid.as_ref().expect("lanes are few").per_day;
    assert!((bound - 288.0).abs() < 1e-6, "{found:?}");
    assert!(found.per_day.is_some_and(|per_day| (100.0..200.0).contains(&per_day)), "{found:?}");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let with = |threads: usize| {
        let options = CapacityOptions { threads, rays: 2, ..options("P90 wait <= 1 h", 5) };
        ask(&two_ways(), &options).expect("everybody can grow")
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn where_nothing_binds_the_ceiling_is_named() {
    let gate = stage("gate", "\"unlimited\"", "10 min");
    let trucks = flow("trucks", "truck", "east", "volume = \"20/day\"");
    let found = whole(&corridor(&gate, "east = [\"gate\"]\nwest = []", &trucks, 3), &options("P90 wait <= 1 h", 1));
    assert_eq!((found.outcome, found.per_day, found.fluid.is_none()), (Outcome::Beyond, None, true));
    assert_eq!(found.low_per_day, 1000.0);
}

#[test]
fn where_even_the_smallest_flow_fails_that_is_said() {
    let gate = stage("gate", "1", "3 h");
    let trucks = flow("trucks", "truck", "east", "volume = \"4/day\"");
    let asked = options("mean door-to-door <= 1 h", 1);
    let found = whole(&corridor(&gate, "east = [\"gate\"]\nwest = []", &trucks, 10), &asked);
    assert_eq!((found.outcome, found.low_per_day, found.per_day), (Outcome::NoneKeeps, 0.0, None));
    assert!(found.tested.iter().all(|tested| tested.verdict != TestedVerdict::Keeps));
}

#[test]
fn turned_away_vehicles_are_not_carried() {
    let gate = stage("gate", "1", "exponential(mean 10 min)") + "room = 2\nwhen-full = \"turn-away\"\n";
    let trucks = flow("trucks", "truck", "east", "volume = \"20/day\"");
    let found = whole(&corridor(&gate, "east = [\"gate\"]\nwest = []", &trucks, 20), &options("P90 wait <= 4 h", 1));
    // M/M/1/3 loses (1 − ρ)ρ³/(1 − ρ⁴), which is one in twenty at ρ = 0.4405.
    let truth = 144.0 * solve(0.05, 0.99, |rho| (1.0 - rho) * rho.powi(3) / (1.0 - rho.powi(4)));
    assert!(found.low_per_day <= truth && truth <= found.high_per_day.expect("it loses"), "{truth}: {found:?}");
    assert_eq!(found.limit.map(|limit| limit.kind), Some(LimitKind::Carried));
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let ways = two_ways();
    let said = |change: &dyn Fn(&mut CapacityOptions)| {
        let mut asked = options("P90 wait <= 1 h", 1);
        change(&mut asked);
        ask(&ways, &asked).expect_err("it is wrong").to_string()
    };
    let mix = |class: &str| vec![ClassShare { class: class.into(), share: 1.0 }];
    let north = said(&|o| o.direction = Some("north".into()));
    assert_eq!(north, "there is no direction `north`; this corridor has `east`, `west`");
    let lorry = said(&|o| o.mix = mix("lorry"));
    assert_eq!(lorry, "there is no class `lorry`; this corridor has `truck`, `bus`");
    let bus = said(&|o| (o.direction, o.mix) = (Some("west".into()), mix("bus")));
    assert_eq!(bus, "no flow of class `bus` goes there, so none of it can grow");
    let empty = corridor(&stage("gate", "1", "1 h"), "east = [\"gate\"]\nwest = []", "", 3);
    let nobody = ask(&empty, &options("P90 wait <= 1 h", 1)).expect_err("nobody comes").to_string();
    assert_eq!(nobody, "nobody travels in this scenario; say who with --mix");
}

#[test]
fn a_standard_is_read_from_words_and_written_back() {
    let read = |text: &str| Standard::parse(text).map(|standard| standard.text());
    let said = |text: &str| read(text).map_err(|mistake| (mistake.span, mistake.message));
    assert_eq!(read("P90 wait <= 4 h").as_deref(), Ok("P90 wait <= 4 h, carried >= 95 %"));
    assert_eq!(
        read("mean door-to-door ≤ 6 h, carried ≥ 99 %").as_deref(),
        Ok("mean door-to-door <= 6 h, carried >= 99 %")
    );
    assert_eq!(read("p95 Physical-Wait<=30min").as_deref(), Ok("P95 physical-wait <= 30 min, carried >= 95 %"));
    assert_eq!(said("P99 wait <= 4 h"), Err((0..3, "`P99` is not a statistic".into())));
    assert_eq!(said("P90 queue <= 4 h"), Err((4..9, "`queue` is not a time that can be limited".into())));
    assert_eq!(said("P90 wait"), Err((0..8, "a standard has a limit behind `<=`".into())));
    assert_eq!(said("P90 long wait <= 4 h"), Err((4..8, "`long` is not a time that can be limited".into())));
    assert_eq!(said("P90 wait long <= 4 h"), Err((9..13, "`long` is one word too many".into())));
    assert_eq!(said("P90 wait <= 0 h"), Err((12..15, "no flow keeps a limit of nothing".into())));
    let nothing = "a standard that lets everybody be turned away is none".to_owned();
    assert_eq!(said("P90 wait <= 4 h, carried >= 0 %"), Err((16..31, nothing)));
    assert_eq!(said("P90 wait <= 4 h, carried >= 100 %"), Err((16..33, "so much cannot be told from all".into())));
    assert!(said("P90 wait <= 4 km").is_err_and(|(span, _)| span.start >= 12));
    assert!(said("").is_err() && said("<=").is_err() && said("P90 <=").is_err() && said(",").is_err());
}
