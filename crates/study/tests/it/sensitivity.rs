//! What decides the answers of the corridor of [`crate::bridge`], of which one knows what must come out.

use crate::bridge::TEXT;
use expect_test::expect;
use portway_model::{Corridor, Folder, load};
use portway_study::sensitivity::{Analysis, SensitivityError, Weight};
use portway_study::{Question, Sensitivity, SensitivityOptions, Silent, StudyError};
use std::fmt::Write;
use std::sync::atomic::AtomicBool;

/// Trucks decide the crossings; service and trucks the time; the load of a truck decides neither.
const EVIDENCE: &str = "\
path,status,source,low,high
class.truck.load,assumption,weighed nowhere,14 t,26 t
class.car.passengers,assumption,counted nowhere,,
facility.port.stage.gate.service,assumption,nobody says,5 min,11 min
facility.port.stage.gate-back.service,observed,a visit,9 min,11 min
facility.port.stage.gate.lanes,assumption,nobody says,0,2
flow.trucks-east.volume,derived,a sum,60/day,84/day
flow.trucks-west.volume,assumption,nobody says,\"1 t, 3\",50/day
flow.cars-east.volume,assumption,nobody says,23/day,25/day
";

fn folder(evidence: &str) -> (Folder, Corridor) {
    let folder = Folder::of([("corridor.toml", TEXT), ("evidence.csv", evidence)]);
    let corridor = load(&folder).corridor.expect("it is right");
    (folder, corridor)
}

fn options(threads: usize) -> SensitivityOptions {
    let questions =
        vec![Question::corridor("crossings_per_day"), Question::corridor("door_to_door_h").direction("east")];
    SensitivityOptions { questions, starts: 8, rows: 60, replications: 2, seed: 7, threads }
}

fn analysed(evidence: &str, scenario: &str, options: &SensitivityOptions) -> Result<Sensitivity, SensitivityError> {
    let (folder, corridor) = folder(evidence);
    let timeline = corridor.timeline(Some(scenario)).expect("it is there");
    let never = AtomicBool::new(false);
    let analysis = Analysis::new(&folder, &corridor, &timeline, options, &Silent, &never)?;
    let base = analysis.base()?;
    analysis.run(&base)
}

#[test]
fn what_must_decide_decides_and_what_cannot_does_nothing() {
    let found = analysed(EVIDENCE, "base", &options(2)).expect("it runs");
    let mut text = String::new();
    for answer in &found.answers {
        let _ = writeln!(text, "{} {}", answer.asked.measure, answer.asked.direction);
        for row in &answer.rows {
            let input = &found.inputs[row.input];
            let percent = |share: Option<portway_study::sensitivity::Share>| {
                share.map_or("–".to_owned(), |share| format!("{:.0} %", 100.0 * share.value))
            };
            let _ = writeln!(
                text,
                "  {} {:?}, total {}, real {}, μ* {:.2}",
                input.path,
                row.weight,
                percent(row.total),
                row.real,
                row.mean_absolute
            );
        }
    }
    for fixed in &found.fixed {
        let _ = writeln!(text, "fixed: {} {}", fixed.path, fixed.mistake.as_deref().unwrap_or("no range"));
    }
    expect![[r#"
        crossings_per_day 
          flow.trucks-east.volume Decides, total 89 %, real true, μ* 24.79
          flow.cars-east.volume Rest, total –, real true, μ* 2.24
          facility.port.stage.gate.service Little, total 0 %, real false, μ* 0.18
          class.truck.load Rest, total –, real false, μ* 0.00
          facility.port.stage.gate-back.service Rest, total –, real false, μ* 0.00
        door_to_door_h east
          facility.port.stage.gate.service Decides, total 138 %, real true, μ* 0.52
          flow.trucks-east.volume Decides, total 7 %, real true, μ* 0.10
          flow.cars-east.volume Rest, total –, real false, μ* 0.03
          class.truck.load Rest, total –, real false, μ* 0.00
          facility.port.stage.gate-back.service Rest, total –, real false, μ* 0.00
        fixed: class.car.passengers no range
        fixed: flow.trucks-west.volume `t` is a mass; a rate is wanted, e.g. "31/day"
        fixed: facility.port.stage.gate.lanes this stage has no lane at any time
    "#]]
    .assert_eq(&text);

    // Twelve trucks a day more and fewer are a spread of 24 over a uniform, and nothing else brings any.
    let crossings = &found.answers[0];
    let deviation = crossings.deviation.expect("it varies");
    let off = deviation.mean.expect("it has a value") - 24.0 / 12.0_f64.sqrt();
    assert!(off.abs() < 1.0 && deviation.half_width.is_some_and(|reach| reach > 0.1 && reach < 1.5), "{deviation:?}");
    let trucks = &crossings.rows[0];
    let moved = [trucks.at_low, trucks.at_high].map(|end| end.and_then(|end| end.mean).expect("it was moved alone"));
    assert!((moved[0] + 12.0).abs() < 1.0 && (moved[1] - 12.0).abs() < 1.0, "{moved:?}");
    assert!(found.answers.iter().flat_map(|answer| &answer.rows).all(|row| {
        found.inputs[row.input].path != "class.truck.load"
            || (row.mean_absolute == 0.0 && row.weight != Weight::Decides)
    }));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let small = |threads| SensitivityOptions { starts: 3, rows: 8, ..options(threads) };
    let one = analysed(EVIDENCE, "base", &small(1)).expect("it runs");
    let three = analysed(EVIDENCE, "base", &small(3)).expect("it runs");
    assert_eq!(one, three);
}

#[test]
fn a_scenario_without_ranges_varies_nothing() {
    let found = analysed("path,status,source,low,high\n", "base", &options(2)).expect("it runs");
    assert!(found.inputs.is_empty() && found.answers.iter().all(|answer| answer.rows.is_empty()));
}

#[test]
fn runs_in_which_a_queue_grows_are_counted_and_kept() {
    let evidence =
        "path,status,source,low,high\nfacility.port.stage.gate.service,assumption,nobody says,9 min,30 min\n";
    let found = analysed(evidence, "base", &options(2)).expect("it runs");
    let growing = &found.growing;
    assert_eq!((growing.scope.as_str(), growing.left_out), ("port.gate", 0));
    assert!(growing.runs > growing.of / 4 && growing.runs < growing.of, "{growing:?}");
    let time = &found.answers[1];
    assert_eq!(time.rows[0].weight, Weight::Decides, "{time:?}");
    let total = time.rows[0].total.expect("it was looked at closer").value;
    assert!((total - 1.0).abs() < 0.15, "the only input has all of the variance, not {total}");
}

#[test]
fn an_answer_in_money_has_the_currency_of_the_corridor() {
    let text = TEXT
        .replace(
            "[direction.east]",
            "[money]\ncurrency = \"KZT\"\nsecond = \"UZS\"\nrate = { 2023-01-01 = 25 }\n[direction.east]",
        )
        .replace("load = \"20 t\"", "load = \"20 t\"\nhour-cost = \"10000 KZT/h\"")
        .replace("passengers = 3", "passengers = 3\nhour-cost = \"3000 KZT/h\"");
    let evidence = "path,status,source,low,high\nflow.trucks-east.volume,derived,a sum,60/day,84/day\n";
    let folder = Folder::of([("corridor.toml", text.as_str()), ("evidence.csv", evidence)]);
    let loaded = load(&folder);
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    let timeline = corridor.timeline(None).expect("it is there");
    let questions = ["cost_per_crossing", "delay_cost_per_year_second"].map(Question::corridor).to_vec();
    let options = SensitivityOptions { questions, starts: 3, rows: 3, ..options(2) };
    let never = AtomicBool::new(false);
    let analysis = Analysis::new(&folder, &corridor, &timeline, &options, &Silent, &never).expect("it makes sense");
    let found = analysis.run(&analysis.base().expect("it runs")).expect("it runs");
    let units: Vec<&str> = found.answers.iter().map(|answer| answer.asked.unit.as_str()).collect();
    assert_eq!(units, ["KZT/vehicle", "UZS/year"]);
}

#[test]
fn options_that_make_no_sense_are_refused() {
    for wrong in [
        SensitivityOptions { replications: 1, ..options(1) },
        SensitivityOptions { starts: 2, ..options(1) },
        SensitivityOptions { rows: 0, ..options(1) },
        SensitivityOptions { rows: 100_000, replications: 100_000, ..options(1) },
    ] {
        let refused = analysed(EVIDENCE, "base", &wrong);
        assert!(matches!(refused, Err(SensitivityError::Study(StudyError::Options(_)))), "{refused:?}");
    }
}
