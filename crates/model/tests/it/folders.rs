//! Small folders that are right, and what they become.

use expect_test::{Expect, expect};
use portway_model::element::Timeline;
use portway_model::{Corridor, Folder, load, render};

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
