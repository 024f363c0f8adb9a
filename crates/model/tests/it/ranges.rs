//! From the range of a row of evidence to values of the model.

use crate::folders::SMALL;
use expect_test::{Expect, expect};
use portway_model::element::Volume;
use portway_model::uncertain;
use portway_model::vary::{InputValue, Variation, vary};
use portway_model::{Folder, load, render};

/// Everything that a range may speak of, beside the small corridor.
pub(crate) const MORE: &str = r#"
[calendar.day]
open = "Mo-Sa 08:00-20:00"
[calendar.night]
open = ["Mo-Su 20:00-24:00", "Mo-Su 00:00-04:00"]

[facility.gate.stage.scan]
lanes = [{ hours = "08:00-20:00", lanes = 4 }, { hours = "20:00-08:00", lanes = 1 }]
service = "lognormal(mean 6 min, cv 0.3)"
share = { truck = "40 %", other = "0 %" }
room = "unlimited"
hours = "day"

[facility.gate.stage.slots]
kind = "appointments"
every = "1 h"
places = 10
punctuality = "normal(mean 0 min, sd 25 min)"
no-show = "12 %"
hours = "night"

[profile.year]
month = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]

[flow.more]
class = "truck"
route = "east"
volume = "demand.csv"
profile = "year"
gaps = "erlang 4"

[incident.fault]
at = ["gate.scan"]
every = "exponential(mean 60 d)"
lasts = "triangular(low 1 h, mode 2 h, high 6 h)"

[scenario.wide]
base = "now"
set.facility.gate.stage.documents.lanes = 5
on.2024-01-10.facility.gate.stage.documents.lanes = 6
on.2025-01-10.facility.gate.stage.documents.lanes = 7
"#;

pub(crate) const DEMAND: &str = "flow,from,per_day\nmore,2023-01-01,20\nmore,2024-01-10,30\n";

pub(crate) fn folder(evidence: &str) -> Folder {
    let steps =
        "east = [\"slots\", \"documents\", { stage = \"scan\", share = { truck = \"15 %\", other = \"0 %\" } }]";
    let process = SMALL.replace("east = [\"documents\"]", steps);
    let evidence = format!("path,status,source,low,high\n{evidence}");
    Folder::of([("corridor.toml", &*format!("{process}{MORE}")), ("demand.csv", DEMAND), ("evidence.csv", &*evidence)])
}

/// The values at five positions of the range of one input, or what is said about it.
fn range(path: &str, low: &str, high: &str, expected: &Expect) {
    let folder = folder(&format!("{path},assumption,nobody says,{low},{high}\n"));
    let loaded = load(&folder);
    let corridor = loaded.corridor.expect("a range cannot make a folder wrong");
    let mut text = String::new();
    for row in uncertain::of(&corridor, "now").rows {
        for part in row.parts {
            text += &format!("{} as written: {}\n", part.path, part.range.written());
            for position in [0.0, 0.25, 0.5, 0.75, 1.0] {
                text += &format!("{}\n", part.range.at(position));
            }
        }
    }
    for diagnostic in loaded.diagnostics.iter().filter(|diagnostic| diagnostic.code == "evidence-range") {
        let help = diagnostic.help.as_deref().unwrap_or("no help");
        text +=
            &format!("{}:{} {}\n{help}\n", diagnostic.labels[0].line, diagnostic.labels[0].column, diagnostic.message);
    }
    expected.assert_eq(&text);
}

#[test]
fn a_quantity_takes_the_value_itself() {
    range(
        "link.bridge.speed",
        "30 km/h",
        "50 km/h",
        &expect![[r#"
        link.bridge.speed as written: 36 km/h
        "30 km/h"
        "9.722222222222223 m/s"
        "40 km/h"
        "45 km/h"
        "50 km/h"
    "#]],
    );
    range(
        "facility.gate.stage.slots.every",
        "30 min",
        "2 h",
        &expect![[r#"
        facility.gate.stage.slots.every as written: 1 h
        "30 min"
        "52 min 30 s"
        "1 h 15 min"
        "1 h 37 min 30 s"
        "2 h"
    "#]],
    );
    range(
        "flow.trucks.volume",
        "50/day",
        "80/day",
        &expect![[r#"
        flow.trucks.volume as written: 60/day
        "50/day"
        "57.5/day"
        "65/day"
        "72.5/day"
        "80/day"
    "#]],
    );
}

#[test]
fn each_whole_number_is_as_likely() {
    range(
        "facility.gate.stage.documents.lanes",
        "1",
        "4",
        &expect![[r#"
        facility.gate.stage.documents.lanes as written: 2
        1
        2
        3
        4
        4
    "#]],
    );
}

#[test]
fn a_distribution_gets_another_mean() {
    range(
        "facility.gate.stage.scan.service",
        "4 min",
        "10 min",
        &expect![[r#"
        facility.gate.stage.scan.service as written: 6 min
        "lognormal(mean 4 min, cv 0.3)"
        "lognormal(mean 5 min 30 s, cv 0.3)"
        "lognormal(mean 7 min, cv 0.3)"
        "lognormal(mean 8 min 30 s, cv 0.3)"
        "lognormal(mean 10 min, cv 0.3)"
    "#]],
    );
    range(
        "incident.fault.every",
        "30 d",
        "120 d",
        &expect![[r#"
        incident.fault.every as written: 60 d
        "exponential(mean 30 d)"
        "exponential(mean 52 d 12 h)"
        "exponential(mean 75 d)"
        "exponential(mean 97 d 12 h)"
        "exponential(mean 120 d)"
    "#]],
    );
    range(
        "incident.fault.lasts",
        "1 h",
        "6 h",
        &expect![[r#"
        incident.fault.lasts as written: 3 h
        "triangular(low 20 min, mode 40 min, high 2 h)"
        "triangular(low 45 min, mode 1 h 30 min, high 4 h 30 min)"
        "triangular(low 1 h 10 min, mode 2 h 20 min, high 7 h)"
        "triangular(low 1 h 35 min, mode 3 h 10 min, high 9 h 30 min)"
        "triangular(low 2 h, mode 4 h, high 12 h)"
    "#]],
    );
    range(
        "facility.gate.stage.slots.punctuality",
        "0 min",
        "20 min",
        &expect![[r#"
        facility.gate.stage.slots.punctuality as written: 0 s
        "normal(mean 0 s, sd 25 min)"
        "normal(mean 5 min, sd 25 min)"
        "normal(mean 10 min, sd 25 min)"
        "normal(mean 15 min, sd 25 min)"
        "normal(mean 20 min, sd 25 min)"
    "#]],
    );
}

#[test]
fn a_table_by_class_is_scaled_as_a_whole() {
    range(
        "facility.gate.stage.documents.service",
        "10 min",
        "30 min",
        &expect![[r#"
        facility.gate.stage.documents.service as written: 20 min
        { bus = "20 min", other = "10 min" }
        { bus = "30 min", other = "15 min" }
        { bus = "40 min", other = "20 min" }
        { bus = "50 min", other = "25 min" }
        { bus = "1 h", other = "30 min" }
    "#]],
    );
    range(
        "facility.gate.stage.scan.share",
        "15 %",
        "100 %",
        &expect![[r#"
        facility.gate.stage.scan.share as written: 40 %
        { truck = "15 %", other = "0 %" }
        { truck = "36.25 %", other = "0 %" }
        { truck = "57.5 %", other = "0 %" }
        { truck = "78.75 %", other = "0 %" }
        { truck = "100 %", other = "0 %" }
    "#]],
    );
}

#[test]
fn lanes_by_shift_are_scaled_and_none_is_lost() {
    range(
        "facility.gate.stage.scan.lanes",
        "1",
        "5",
        &expect![[r#"
        facility.gate.stage.scan.lanes as written: 4
        [{ hours = "08:00-20:00", lanes = 1 }, { hours = "20:00-08:00", lanes = 1 }]
        [{ hours = "08:00-20:00", lanes = 2 }, { hours = "20:00-08:00", lanes = 1 }]
        [{ hours = "08:00-20:00", lanes = 3 }, { hours = "20:00-08:00", lanes = 1 }]
        [{ hours = "08:00-20:00", lanes = 4 }, { hours = "20:00-08:00", lanes = 1 }]
        [{ hours = "08:00-20:00", lanes = 5 }, { hours = "20:00-08:00", lanes = 1 }]
    "#]],
    );
}

#[test]
fn the_shares_of_steps_are_scaled_together() {
    range(
        "facility.gate.process.east",
        "5 %",
        "30 %",
        &expect![[r#"
        facility.gate.process.east as written: 15 %
        ["slots", "documents", { stage = "scan", share = { truck = "5 %", other = "0 %" } }]
        ["slots", "documents", { stage = "scan", share = { truck = "0.11249999999999999", other = "0 %" } }]
        ["slots", "documents", { stage = "scan", share = { truck = "0.17500000000000002", other = "0 %" } }]
        ["slots", "documents", { stage = "scan", share = { truck = "23.75 %", other = "0 %" } }]
        ["slots", "documents", { stage = "scan", share = { truck = "30 %", other = "0 %" } }]
    "#]],
    );
}

#[test]
fn hours_of_one_span_get_longer_and_shorter_at_both_ends() {
    range(
        "calendar.day.open",
        "8 h",
        "24 h",
        &expect![[r#"
        calendar.day.open as written: 12 h
        "Mo-Sa 10:00-18:00"
        "Mo-Sa 08:00-20:00"
        "Mo-Sa 06:00-22:00"
        "Mo-Sa 04:00-24:00"
        "Mo-Sa 00:00-24:00"
    "#]],
    );
    range(
        "calendar.night.open",
        "8 h",
        "10 h",
        &expect![[r#"
            2:44 `calendar.night.open`: the input holds no number that a range could move
            leave `low` and `high` empty; in `note` there is room for words
        "#]],
    );
}

#[test]
fn a_range_in_per_cent_multiplies_what_is_written() {
    range(
        "profile.year.month",
        "80 %",
        "120 %",
        &expect![[r#"
        profile.year.month as written: 100 %
        [0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 1.6]
        [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1.8]
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]
        [1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 2.2]
        [1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 2.4]
    "#]],
    );
    range(
        "facility.gate.stage.documents.service",
        "50 %",
        "150 %",
        &expect![[r#"
        facility.gate.stage.documents.service as written: 100 %
        { bus = "20 min", other = "10 min" }
        { bus = "30 min", other = "15 min" }
        { bus = "40 min", other = "20 min" }
        { bus = "50 min", other = "25 min" }
        { bus = "1 h", other = "30 min" }
    "#]],
    );
}

#[test]
fn one_row_moves_all_that_it_speaks_of() {
    range(
        "flow.*.volume",
        "80 %",
        "120 %",
        &expect![[r#"
            flow.trucks.volume as written: 100 %
            "48/day"
            "54/day"
            "60/day"
            "66/day"
            "72/day"
            flow.more.volume as written: 100 %
            "80 % of demand.csv"
            "90 % of demand.csv"
            "100 % of demand.csv"
            "110 % of demand.csv"
            "120 % of demand.csv"
        "#]],
    );
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    range(
        "link.bridge.speed",
        "\"1 t, 3\"",
        "50 km/h",
        &expect![[r#"
        2:43 `link.bridge.speed`: `t` is a mass; a speed is wanted, e.g. "60 km/h"
        no help
    "#]],
    );
    range(
        "link.bridge.speed",
        "",
        "50 km/h",
        &expect![[r#"
        2:42 `link.bridge.speed`: a range has two ends
        fill in `low`, or leave both empty
    "#]],
    );
    range(
        "link.bridge.speed",
        "50 km/h",
        "30 km/h",
        &expect![[r#"
        2:42 `link.bridge.speed`: `low` is above `high`
        a range goes from the lowest to the highest plausible value
    "#]],
    );
    range(
        "link.bridge.speed",
        "40 km/h",
        "50 km/h",
        &expect![[r#"
        link.bridge.speed as written: 36 km/h
        "40 km/h"
        "42.5 km/h"
        "45 km/h"
        "47.5 km/h"
        "50 km/h"
        2:42 `link.bridge.speed`: 36 km/h in the folder lies outside its range
        either the value or the range is not what was meant
    "#]],
    );
    range(
        "link.bridge.speed",
        "80 %",
        "50 km/h",
        &expect![[r#"
        2:47 `link.bridge.speed`: `50 km/h` is no share of what is written
        both ends are in per cent, e.g. 80 % and 120 %
    "#]],
    );
    range(
        "facility.gate.stage.scan.room",
        "10",
        "30",
        &expect![[r#"
        2:54 `facility.gate.stage.scan.room` holds no number that a range could move
        no help
    "#]],
    );
    range(
        "facility.gate.stage.documents.lanes",
        "1.5",
        "3",
        &expect![[r#"
        2:60 `facility.gate.stage.documents.lanes`: `1.5` is no whole number
        no help
    "#]],
    );
    range(
        "facility.gate.stage.documents.lanes",
        "1",
        "1000000",
        &expect![[r#"
        2:62 `facility.gate.stage.documents.lanes`: 1000000 is not between 0 and 100000
        no help
    "#]],
    );
    range(
        "flow.more.volume",
        "10/day",
        "20/day",
        &expect![[r#"
        2:41 `flow.more.volume`: a table by date has no single number
        give the range in per cent of the table, e.g. 80 % and 120 %
    "#]],
    );
    range(
        "flow.more.gaps",
        "1",
        "2",
        &expect![[r#"
        2:39 `flow.more.gaps`: the input holds no number that a range could move
        leave `low` and `high` empty; in `note` there is room for words
    "#]],
    );
}

#[test]
fn every_value_of_a_range_can_stand_in_the_folder() {
    let evidence = "\
link.bridge.speed,assumption,nobody says,7 km/h,50 km/h
facility.gate.stage.slots.every,assumption,nobody says,30 min,2 h
facility.gate.stage.slots.punctuality,assumption,nobody says,-40 min,20 min
facility.gate.stage.slots.no-show,assumption,nobody says,5 %,20 %
facility.gate.stage.*.lanes,assumption,nobody says,1,9
facility.gate.stage.*.service,assumption,nobody says,3 min,50 min
facility.gate.stage.*.share,assumption,nobody says,7 %,100 %
calendar.day.open,assumption,nobody says,1 min,24 h
profile.year.month,assumption,nobody says,50 %,300 %
flow.*.volume,assumption,nobody says,3 %,170 %
incident.fault.every,assumption,nobody says,30 d,120 d
incident.fault.lasts,assumption,nobody says,1 h,6 h
";
    let folder = folder(evidence);
    let corridor = load(&folder).corridor.expect("it is right");
    let rows = uncertain::of(&corridor, "now").rows;
    assert_eq!(rows.len(), 12);
    let at = |position: f64| {
        let parts = rows.iter().flat_map(|row| &row.parts);
        let changes = parts.map(|part| InputValue { path: part.path.clone(), value: part.range.at(position) });
        Variation { changes: changes.collect() }
    };
    let variations: Vec<Variation> = (0..=30).map(|step| at(f64::from(step) / 30.0)).collect();
    let timelines = vary(&folder, &corridor, "now", &variations)
        .unwrap_or_else(|refused| panic!("{}", render(&refused.diagnostics, &refused.folder, false)));
    let volume =
        |index: usize| timelines[index].first().flows.iter().find(|flow| flow.name == "more").map(|f| &f.volume);
    assert!(matches!(volume(0), Some(Volume::Steps(steps)) if (steps[1].1 - 0.9).abs() < 1e-9));
    assert!(matches!(volume(30), Some(Volume::Steps(steps)) if (steps[1].1 - 51.0).abs() < 1e-9));
}
