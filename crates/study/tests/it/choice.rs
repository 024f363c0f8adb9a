//! Flows that choose among ways, from text to measures: what each way gets, asked, validated and explained.

use crate::bridge::options;
use portway_model::element::Timeline;
use portway_model::{Corridor, Folder, load, render};
use portway_study::results::{Measure, ModelRef};
use portway_study::{Question, Results, Silent, Verdict, explain, run, validate};
use std::sync::atomic::AtomicBool;

/// Two bridges, of which the new one takes twenty minutes less and a toll of 300 RUB: at a value of 600 RUB/h and a scale of 100 RUB
/// the old one is taken by 1 ∕ (1 + exp(−1)), 73.1 %.
const TEXT: &str = r#"
[corridor]
language = 1
name = "two-bridges"
zone = "UTC"
[money]
currency = "RUB"
[direction.east]
[class.car]
hour-cost = "600 RUB/h"
[node.a]
country = "CN"
zone = "UTC"
[node.b]
country = "RU"
zone = "UTC"
[link.old]
from = "a"
to = "b"
travel = "40 min"
border = true
[link.new]
from = "a"
to = "b"
travel = "20 min"
border = true
[facility.toll]
node = "a"
[facility.toll.stage.gate]
lanes = "unlimited"
service = "0 min"
fee = "300 RUB"
[facility.toll.process]
east = ["gate"]
[route.old]
direction = "east"
path = ["old"]
[route.new]
direction = "east"
path = ["toll", "new"]
[flow.cars]
class = "car"
routes = ["old", "new"]
volume = "400/day"
[choice]
kind = "logit"
value-of-time = "600 RUB/h"
scale = "100 RUB"
[scenario.base]
from = "2024-01-01"
to = "2024-01-20"
"#;

fn corridor(observations: &str) -> Corridor {
    let folder = Folder::of([("corridor.toml", TEXT), ("observations.csv", observations)]);
    let loaded = load(&folder);
    loaded.corridor.unwrap_or_else(|| panic!("{}", render(&loaded.diagnostics, &folder, false)))
}

const HEADINGS: &str = "id,scenario,measure,statistic,scope,direction,class,from,to,value,low,high,source,note\n";

fn timeline(corridor: &Corridor) -> Timeline {
    corridor.timeline(None).expect("there is one scenario")
}

fn results(threads: usize) -> Results {
    let corridor = corridor(HEADINGS);
    let reference = ModelRef { name: "two-bridges".into(), hash: "0".into() };
    let options = portway_study::StudyOptions { threads, ..options(6) };
    run(&timeline(&corridor), reference, &options, &Silent, &AtomicBool::new(false)).expect("the study runs").results
}

fn of<'a>(results: &'a Results, name: &str, scope: &str) -> &'a Measure {
    results.measures.iter().find(|m| m.name == name && m.scope == scope).expect("the measure is there")
}

#[test]
fn each_way_has_its_share_and_its_time() {
    let results = results(1);
    let (old, new) = (of(&results, "way_share", "cars/old"), of(&results, "way_share", "cars/new"));
    let exact = 1.0 / (1.0 + (-1.0_f64).exp());
    let half_width = old.half_width.expect("six replications have an interval");
    assert!((old.mean.unwrap() - exact).abs() < 2.0 * half_width && half_width < 0.01, "{old:?}");
    assert!((old.mean.unwrap() + new.mean.unwrap() - 1.0).abs() < 1e-12);
    assert_eq!(of(&results, "way_door_to_door_h", "cars/old").mean, Some(40.0 / 60.0));
    assert_eq!(of(&results, "way_door_to_door_h", "cars/new").mean, Some(20.0 / 60.0));
}

#[test]
fn the_number_of_threads_changes_no_choice() {
    assert_eq!(results(1), results(3));
}

#[test]
fn a_share_that_was_observed_is_held_against_the_simulated_one() {
    let rows = "O1,base,way_share,mean,cars/old,,,,,0.73,0.70,0.76,counts at both bridges,\n\
                O2,base,way_share,mean,cars/ferry,,,,,0.15,0.10,0.20,a ferry that nobody chooses,\n";
    let corridor = corridor(&format!("{HEADINGS}{rows}"));
    let reference = ModelRef { name: "two-bridges".into(), hash: "0".into() };
    let never = AtomicBool::new(false);
    let judged = validate(corridor.observations(), &[timeline(&corridor)], reference, &options(6), &Silent, &never);
    let rows = judged.expect("the scenario runs").rows;
    assert_eq!(rows[0].verdict, Verdict::Agrees, "{:?}", rows[0]);
    assert_eq!(rows[1].reason, "no flow chooses a way `cars/ferry`");
}

#[test]
fn a_share_is_explained_by_what_decides_it() {
    let corridor = corridor(HEADINGS);
    let timeline = timeline(&corridor);
    let ask = |word: &str| Question::parse(word).expect("the question reads well");
    let explained =
        explain(&corridor, &timeline, &ask("way_share@cars/new"), &options(2), &Silent, &AtomicBool::new(false));
    let explained = explained.expect("it runs");
    let paths: Vec<&str> = explained.demand.iter().map(|index| explained.inputs[*index].path.as_str()).collect();
    assert_eq!(paths, ["choice.value-of-time", "choice.scale", "flow.cars.volume"]);
    let refused = explain::check(&timeline, &ask("way_share@cars/nwe")).expect_err("there is no such way");
    assert_eq!(
        (refused[0].message.as_str(), refused[0].help.as_str()),
        ("there is no way `cars/nwe`", "did you mean `cars/new`?")
    );
    assert_eq!(
        Question::parse("way_share").expect_err("of which way?"),
        "`way_share` is measured for each way of a flow that chooses: write `way_share@FLOW/ROUTE`"
    );
}
