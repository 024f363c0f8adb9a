//! What projects bring, where it is known exactly.
//!
//! Twenty times more trucks come than the gate can take, so it never stands idle: a lane of half an hour lets 48 a day pass, no
//! more and no fewer. The side gate of an hour lets 24 pass.

use portway_model::element::Timeline;
use portway_model::{Corridor, Folder, load, opened};
use portway_study::programme::{EffectOptions, Effects, Group, Loss, Outcome, ProjectEffect, Spread, effects};
use portway_study::{Silent, StudyError};
use std::sync::atomic::AtomicBool;

const TEXT: &str = r#"
[corridor]
language = 1
name = "test"
zone = "UTC"
default-scenario = "base"
[money]
currency = "RUB"
[direction.east]
[class.truck]
load = "20 t"
hour-cost = "1000 RUB/h"
[node.a]
country = "KZ"
zone = "UTC"
[node.b]
country = "UZ"
zone = "UTC"
[link.bridge]
from = "a"
to = "b"
travel = "5 min"
border = true
[facility.port]
node = "a"
[facility.port.stage.gate]
lanes = 1
service = "30 min"
[facility.port.process]
east = ["gate"]
[route.east]
direction = "east"
path = ["port", "bridge"]
[flow.trucks]
class = "truck"
route = "east"
volume = "960/day"
[scenario.base]
from = "2026-03-02"
to = "2026-03-04"
warm-up = "1 d"

[project.second-lane]
status = "under construction"
opens = "2026-06-01"
slip = "10 d"
cost = "96 M RUB"
set.facility.port.stage.gate.lanes = 2

[project.side-gate]
status = "planned"
opens = "2026-06-01"
slip = "normal(mean 0 d, sd 30 d)"
[project.side-gate.set.facility.side]
node = "a"
stage.gate = { lanes = 1, service = "60 min" }
process.east = ["gate"]
[project.side-gate.set.route.aside]
direction = "east"
path = ["side", "bridge"]
[project.side-gate.set.flow.asiders]
class = "truck"
route = "aside"
volume = "960/day"

[project.new-name]
status = "agreed"
opens = "2026-06-01"
slip = "10 d"
set.facility.port.title = "Harbour"

[project.gate]
status = "open"
opens = "2020-06-01"
set.facility.port.stage.gate.lanes = 1
"#;

fn folder() -> Folder {
    Folder::of([("corridor.toml", TEXT)])
}

fn corridor() -> Corridor {
    let loaded = load(&folder());
    loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn asked(replications: u32, threads: usize) -> Result<Effects, StudyError> {
    let corridor = corridor();
    let timeline: Timeline = corridor.timeline(None).expect("it has a default");
    let all = opened(&folder(), &corridor, "base").expect("there is such a scenario");
    let options = EffectOptions { seed: 3, replications, threads, draws: 2_000 };
    effects(&corridor, &timeline, &all, &options, &Silent, &AtomicBool::new(false))
}

fn found() -> Effects {
    asked(4, 2).expect("it runs")
}

fn of<'e>(effects: &'e Effects, name: &str) -> &'e ProjectEffect {
    effects.projects.iter().find(|of| of.name == name).expect("it is there")
}

#[test]
fn what_is_known_exactly_is_found_exactly() {
    let found = found();
    let gains = ["second-lane", "side-gate"].map(|name| {
        let effect = of(&found, name).effect.as_ref().expect("it is told");
        let change = effect.crossings_per_day;
        [change.without, change.with, change.difference, change.half_width].map(|number| number.expect("it is known"))
    });
    assert_eq!(gains, [[48.0, 96.0, 48.0, 0.0], [48.0, 72.0, 24.0, 0.0]]);
    let lane = of(&found, "second-lane").effect.as_ref().expect("it is told");
    assert_eq!(lane.cargo_t_per_day.difference, Some(960.0));
    assert_eq!(lane.groups.iter().map(|of| of.group).collect::<Vec<_>>(), [Group::Vehicles]);
    // Times of a queue that grows say how long the run was.
    assert_eq!((lane.groups[0].p90_h.difference, lane.hours_saved_per_day.difference), (None, None));
    assert_eq!(lane.growing_without, ["port.gate"]);
    let price = lane.cost_per_daily_crossing.as_ref().expect("it costs something");
    assert_eq!((price.amount, price.low, price.high, price.currency.as_str()), (2e6, 2e6, 2e6, "RUB"));
    let capacities = |name: &str| -> Vec<_> {
        let lanes = &of(&found, name).effect.as_ref().expect("it is told").lanes;
        lanes.iter().map(|of| (of.scope.clone(), of.without_per_day, of.with_per_day)).collect()
    };
    assert_eq!(capacities("second-lane"), [("port.gate".to_owned(), Some(48.0), Some(96.0))]);
    assert_eq!(capacities("side-gate"), [("side.gate".to_owned(), None, Some(24.0))]);
}

#[test]
fn a_slip_costs_the_effect_of_its_days() {
    let found = found();
    let sure = Spread { mean: 480.0, p10: 480.0, p90: 480.0 };
    let slip = |name: &str| of(&found, name).effect.as_ref().and_then(|effect| effect.slip);
    assert_eq!(slip("second-lane"), Some(Loss { crossings: sure, hours: None }));
    // Nine draws of ten slip by less than 1.2816 times 30 days.
    let drawn = slip("side-gate").expect("it slips").crossings;
    assert!((drawn.p90 - 24.0 * 38.4).abs() < 24.0 * 3.5 && (drawn.p10 + drawn.p90).abs() < 24.0 * 5.0, "{drawn:?}");
}

#[test]
fn what_changes_nothing_has_an_effect_of_exactly_nothing() {
    let found = found();
    let name = of(&found, "new-name");
    assert_eq!(name.outcome, Outcome::Told);
    let effect = name.effect.as_ref().expect("it is told");
    assert!(effect.is_nothing(), "{effect:?}");
    assert_eq!(effect.slip.map(|loss| loss.crossings), Some(Spread { mean: 0.0, p10: 0.0, p90: 0.0 }));
    assert_eq!((of(&found, "gate").outcome, of(&found, "gate").effect.as_ref()), (Outcome::AlreadyThere, None));
}

#[test]
fn the_best_is_told_with_those_that_may_bring_as_many() {
    let best = found().best.expect("the gain is sure");
    assert_eq!((best.name.as_str(), best.not_told_apart), ("second-lane", Vec::new()));
}

#[test]
fn threads_change_nothing_and_one_replication_has_no_interval() {
    assert_eq!(asked(3, 1), asked(3, 4));
    assert!(matches!(asked(1, 1), Err(StudyError::Options(_))));
}
