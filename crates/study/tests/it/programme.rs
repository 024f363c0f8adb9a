//! Openings of projects whose law of slip is known.

use crate::bridge::TEXT;
use portway_model::{Corridor, Folder, load};
use portway_study::programme::{Outlook, Programme, ProgrammeOptions, ProjectRow, programme};

const PROJECTS: &str = r#"
[project.gates]
status = "under construction"
planned = "2025-06-01"
opens = "2026-06-01"
slip = "normal(mean 0 d, sd 60 d)"
set.facility.port.stage.gate.lanes = 3
[project.late]
status = "planned"
planned = "2026-01-01"
opens = "2026-01-01"
slip = "exponential(mean 1000 d)"
set.facility.port.stage.gate.lanes = 3
[project.sure]
status = "agreed"
opens = "2027-03-01"
slip = "-10 d"
set.facility.port.stage.gate.lanes = 3
[project.silent]
status = "agreed"
opens = "2027-03-01"
set.facility.port.stage.gate.lanes = 3
[project.old]
status = "open"
planned = "2020-01-01"
opens = "2019-12-02"
set.facility.port.stage.gate.lanes = 1
[project.given-up]
status = "stopped"
planned = "2020-01-01"
"#;

fn corridor(projects: &str) -> Corridor {
    let text = format!("{TEXT}{projects}");
    load(&Folder::of([("corridor.toml", text.as_str())])).corridor.expect("it is right")
}

fn drawn(projects: &str, year: Option<i16>) -> Programme {
    programme(&corridor(projects), &ProgrammeOptions { seed: 1, draws: 20_000, year })
}

fn row<'p>(programme: &'p Programme, name: &str) -> &'p ProjectRow {
    programme.projects.iter().find(|row| row.name == name).expect("it is there")
}

fn outlook<'p>(programme: &'p Programme, name: &str) -> &'p Outlook {
    row(programme, name).outlook.as_ref().expect("it is to open and says how far it may slip")
}

fn near(value: f64, expected: f64, within: f64) {
    assert!((value - expected).abs() <= within, "{value} is not within {within} of {expected}");
}

#[test]
fn quantiles_and_chances_are_those_of_the_law() {
    let drawn = drawn(PROJECTS, None);
    assert_eq!(drawn.year, Some(2026));
    let day = |text: &str| text.parse::<jiff::civil::Date>().expect("it is a date");
    let days = |text: &str, from: &str| f64::from((day(text) - day(from)).get_days());
    let gates = outlook(&drawn, "gates");
    // The standard normal has its tenth at 1.2816; the half-day is that of whole days.
    near(days(&gates.p10, "2026-06-01"), -76.9, 2.5);
    near(days(&gates.p50, "2026-06-01"), 0.0, 2.0);
    near(days(&gates.p90, "2026-06-01"), 76.9, 2.5);
    near(gates.chance_as_announced, 0.503, 0.011);
    near(gates.chance_by_year, 0.9998, 0.0005);
    near(gates.mean_slip_days, 0.0, 1.3);
    let late = outlook(&drawn, "late");
    near(days(&late.p90, "2026-01-01"), 2302.6, 60.0);
    // By the end of 2026, 364 days and a half have passed.
    near(late.chance_by_year, 1.0 - (-0.3645_f64).exp(), 0.011);
    assert_eq!(late.years.first().map(|of| (of.year, of.chance)), Some((2026, late.chance_by_year)));
    assert!(late.years.windows(2).all(|pair| pair[0].chance <= pair[1].chance));
}

#[test]
fn a_constant_slip_leaves_no_doubt_and_no_slip_says_nothing() {
    let drawn = drawn(PROJECTS, Some(2027));
    let sure = outlook(&drawn, "sure");
    assert_eq!([&sure.p10, &sure.p50, &sure.p90], ["2027-02-19"; 3]);
    assert_eq!((sure.chance_as_announced, sure.chance_by_year, sure.mean_slip_days), (1.0, 1.0, -10.0));
    for name in ["silent", "old", "given-up"] {
        assert_eq!(row(&drawn, name).outlook, None, "{name}");
    }
}

#[test]
fn lateness_is_the_announced_day_against_the_first_one() {
    let drawn = drawn(PROJECTS, None);
    let months = ["gates", "late", "sure", "old", "given-up"].map(|name| row(&drawn, name).months_late);
    let rounded = months.map(|months| months.map(|months| (months * 100.0).round() / 100.0));
    assert_eq!(rounded, [Some(11.99), Some(0.0), None, Some(-0.99), None]);
}

#[test]
fn a_project_slips_alike_whatever_others_there_are() {
    let alone: String = PROJECTS.split("[project.late]").take(1).collect();
    let (alone, among) = (drawn(&alone, None), drawn(PROJECTS, None));
    let (alone, among) = (outlook(&alone, "gates"), outlook(&among, "gates"));
    assert_eq!((&alone.p10, &alone.p90, alone.mean_slip_days), (&among.p10, &among.p90, among.mean_slip_days));
    // The years are those of all projects together.
    assert!(alone.years.len() < among.years.len());
}
