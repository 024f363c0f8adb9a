//! The corridor of these tests:
//!
//! ```text
//! east:  gate (1 lane, 10 min) ── bridge ──▶ out          trucks of 20 t, cars of 3 passengers
//! west:  out ◀── bridge ── gate-back (unlimited, 10 min)
//! ```

use portway_model::element::{Observation, Timeline};
use portway_model::{Corridor, Folder, load};
use portway_study::results::{Measure, ModelRef};
use portway_study::{Replications, Results, Silent, Study, StudyOptions};
use std::sync::atomic::AtomicBool;

pub(crate) const TEXT: &str = r#"
[corridor]
language = 1
name = "test"
zone = "UTC"
default-scenario = "base"
[direction.east]
[direction.west]
[class.truck]
load = "20 t"
[class.car]
passengers = 3
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
title = "Port"
node = "a"
[facility.port.stage.gate]
title = "Gate"
step = "assessment"
lanes = 1
service = "exponential(mean 10 min)"
[facility.port.stage.gate-back]
lanes = "unlimited"
service = "10 min"
[facility.port.process]
east = ["gate"]
west = ["gate-back"]
[route.east]
direction = "east"
path = ["port", "bridge"]
[route.west]
direction = "west"
path = ["bridge", "port"]
[flow.trucks-east]
class = "truck"
route = "east"
volume = "72/day"
[flow.cars-east]
class = "car"
route = "east"
volume = "24/day"
[flow.trucks-west]
class = "truck"
route = "west"
volume = "48/day"
[scenario.base]
from = "2026-03-02"
to = "2026-03-15"
warm-up = "1 d"
[scenario.two-lanes]
base = "base"
set.facility.port.stage.gate.lanes = 2
[scenario.too-many]
base = "base"
[scenario.too-many.on.2026-03-05]
flow.trucks-east.volume = "168/day"
[scenario.heavier]
base = "base"
[scenario.heavier.on.2026-03-09]
class.truck.load = "30 t"
"#;

pub(crate) fn folder() -> Folder {
    Folder::of([("corridor.toml", TEXT)])
}

pub(crate) fn corridor() -> Corridor {
    let loaded = load(&folder());
    loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

pub(crate) fn timeline(scenario: &str) -> Timeline {
    corridor().timeline(Some(scenario)).expect("the scenario is in the text above")
}

pub(crate) fn model() -> ModelRef {
    ModelRef { name: "test".into(), hash: corridor().hash().into() }
}

pub(crate) fn options(replications: u32) -> StudyOptions {
    StudyOptions { seed: 7, replications: Replications::Fixed(replications), threads: 2, record_visits: false }
}

pub(crate) fn study(scenario: &str, options: &StudyOptions) -> Study {
    let never = AtomicBool::new(false);
    portway_study::run(&timeline(scenario), model(), options, &Silent, &never).expect("the scenario runs")
}

pub(crate) fn find<'a>(results: &'a Results, name: &str, scope: &str, direction: &str, class: &str) -> &'a Measure {
    let mut rows = results.measures.iter();
    let found = rows.find(|m| m.name == name && m.scope == scope && m.direction == direction && m.class == class);
    found.unwrap_or_else(|| panic!("no row {name} {scope} {direction} {class}"))
}

pub(crate) fn mean(results: &Results, name: &str, direction: &str, class: &str) -> f64 {
    find(results, name, "corridor", direction, class).mean.expect("it occurred")
}

/// An observation of the scenario `base` that anything agrees with.
pub(crate) fn observation(measure: &str) -> Observation {
    Observation {
        id: measure.into(),
        scenario: "base".into(),
        measure: measure.into(),
        statistic: "mean".into(),
        scope: String::new(),
        direction: String::new(),
        class: String::new(),
        from: None,
        to: None,
        value: 1.0,
        low: 0.0,
        high: 1e12,
        source: String::new(),
        note: String::new(),
    }
}
