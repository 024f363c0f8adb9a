//! The best of several scenarios, on the corridor of [`crate::bridge`].

use crate::bridge::{TEXT, corridor, timeline};
use expect_test::expect;
use portway_model::{Folder, load};
use portway_study::measures::{self, Wanted};
use portway_study::ranking::{RankingOptions, Standing, rank};
use portway_study::{Question, Ranking, Silent, StudyError};
use std::fmt::Write;
use std::sync::atomic::AtomicBool;

fn options(measure: &str) -> RankingOptions {
    RankingOptions {
        by: Question::corridor(measure),
        largest: measures::find(measure).and_then(|measure| measure.wanted) == Some(Wanted::More),
        confidence: 0.95,
        indifference: None,
        first_stage: 10,
        most: 400,
        seed: 7,
        threads: 2,
    }
}

fn ranked(scenarios: &[&str], options: &RankingOptions) -> Result<Ranking, StudyError> {
    let timelines: Vec<_> = scenarios.iter().map(|name| timeline(name)).collect();
    let beside = [Question::corridor("crossings_per_day")];
    rank(&corridor(), &timelines, &beside, options, &Silent, &AtomicBool::new(false))
}

fn told(ranking: &Ranking) -> String {
    let mut text = format!("decided {}, indifference {:.4}\n", ranking.decided, ranking.indifference);
    for row in &ranking.rows {
        let number = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
        let _ = writeln!(
            text,
            "{} {:?} after {}: {} ± {}, behind by {} ± {}",
            row.scenario,
            row.standing,
            row.replications,
            number(row.value.mean),
            number(row.value.half_width),
            number(row.behind.mean),
            number(row.behind.half_width)
        );
    }
    for note in &ranking.diagnostics {
        let _ = writeln!(text, "{}: {}", note.code, note.message);
    }
    text
}

#[test]
fn the_quicker_scenario_is_chosen_and_the_overloaded_one_has_no_value() {
    let ranking = ranked(&["base", "too-many", "two-lanes"], &options("door_to_door_h")).expect("it ranks");
    expect![[r#"
        decided true, indifference 0.0093
        two-lanes Chosen after 10: 0.263 ± 0.003, behind by – ± –
        base Dropped after 10: 0.466 ± 0.021, behind by 0.203 ± 0.019
        too-many NoValue after 10: – ± –, behind by – ± –
        queue-grows: too-many: demand is 1.33 × capacity at Port, Gate from 2026-03-05 to the end of the window, and 568 more vehicles are inside then than at its beginning: waits there grow and have no mean
    "#]].assert_eq(&told(&ranking));
    assert_eq!(ranking.rows[0].beside.len(), ranking.beside.len());
}

#[test]
fn scenarios_that_do_not_differ_stay_in_question_or_one_is_taken() {
    // Heavier trucks cross as the others do, so no number of replications tells them apart; the indifference ends it.
    let ranking = ranked(&["base", "heavier"], &options("door_to_door_h")).expect("it ranks");
    assert_eq!(ranking.rows[0].standing, Standing::Chosen);
    assert_eq!(ranking.rows[1].behind.mean, Some(0.0));
    // A tiny indifference asks for more replications than are allowed of two that do differ by luck.
    let narrow = RankingOptions { indifference: Some(1e-6), most: 12, ..options("crossings_per_day") };
    let ranking = ranked(&["base", "two-lanes"], &narrow).expect("it ranks");
    assert!(!ranking.decided);
    assert!(ranking.rows.iter().all(|row| row.standing == Standing::InQuestion && row.replications == 12));
}

#[test]
fn every_measure_says_which_values_are_wanted_or_that_nobody_can_say() {
    let of = |wanted: Option<Wanted>| -> String {
        let all = measures::catalogue().iter().filter(|measure| measure.wanted == wanted);
        all.map(|measure| measure.name).collect::<Vec<_>>().join(" ")
    };
    expect!["crossings_per_day crossings busiest_day_crossings weekday_crossings_per_day weekend_crossings_per_day cargo_t cargo_per_crossing_t passengers_per_day departures_per_day cpmm_tfi4_swod_kmh cpmm_tfi4_swd_kmh service_passengers_per_day service_passengers service_busiest_day_passengers trade_amount trade_value"].assert_eq(&of(Some(Wanted::More)));
    expect!["arrivals_per_day direction_ratio lane_use_share lanes_in_use stage_visits_per_day stage_service_min way_share limit_admissions_per_day limit_mean limit_max limit_use_share service_departures_per_day service_seat_use_share yearly_day"]
        .assert_eq(&of(None));
}

#[test]
fn the_faster_way_is_the_better_one() {
    // More room at the gate makes the way faster, and speed counts upwards.
    let text = TEXT.replace("travel = \"5 min\"", "length = \"5 km\"\nspeed = \"60 km/h\"");
    let corridor = load(&Folder::of([("corridor.toml", text.as_str())])).corridor.expect("it loads");
    let timelines = ["base", "two-lanes"].map(|name| corridor.timeline(Some(name)).expect("it is there"));
    let ranking = rank(&corridor, &timelines, &[], &options("cpmm_tfi4_swd_kmh"), &Silent, &AtomicBool::new(false));
    let ranking = ranking.expect("it ranks");
    assert_eq!(ranking.rows[0].scenario, "two-lanes");
    assert!(ranking.rows[0].value.mean > ranking.rows[1].value.mean);
}

#[test]
fn a_scenario_that_loses_its_value_later_leaves_the_ranking() {
    // Hardly anybody comes east, so that in some replication nobody does, and there is no time door to door.
    let rare = "[scenario.rare]\nbase = \"base\"\nset.flow.trucks-east.volume = \"0.08/day\"\nset.flow.cars-east.volume = \"0.08/day\"\n";
    let text = format!("{TEXT}{rare}");
    let corridor = load(&Folder::of([("corridor.toml", text.as_str())])).corridor.expect("it loads");
    let timelines = ["rare", "base", "two-lanes"].map(|name| corridor.timeline(Some(name)).expect("it is there"));
    let by = Question::corridor("door_to_door_h").direction("east");
    let options =
        RankingOptions { by, first_stage: 2, most: 100, indifference: Some(1e-6), ..options("door_to_door_h") };
    let ranking = rank(&corridor, &timelines, &[], &options, &Silent, &AtomicBool::new(false)).expect("it ranks");
    let ends = ranking.rows.iter().map(|row| (row.scenario.as_str(), row.standing, row.replications));
    let in_question = |scenario| (scenario, Standing::InQuestion, 100);
    let expected = [in_question("two-lanes"), in_question("base"), ("rare", Standing::NoValue, 12)];
    assert_eq!(ends.collect::<Vec<_>>(), expected);
}

#[test]
fn a_confidence_must_be_one_among_those_that_have_a_value() {
    let lax = RankingOptions { confidence: 0.5, ..options("door_to_door_h") };
    let refused = ranked(&["base", "too-many", "two-lanes"], &lax);
    expect![[r#"Err(Options("a choice among 2 is right by chance once in 2: 0.5 is no confidence"))"#]]
        .assert_eq(&format!("{refused:?}"));
}

#[test]
fn threads_change_nothing() {
    let of = |threads| {
        let ranking = ranked(&["two-lanes", "base"], &RankingOptions { threads, ..options("door_to_door_h") });
        serde_json::to_string(&ranking.expect("it ranks")).expect("plain data")
    };
    assert_eq!(of(1), of(3));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let refused = |scenarios: &[&str], options: RankingOptions| match ranked(scenarios, &options) {
        Err(StudyError::Options(why)) => why,
        other => panic!("{other:?}"),
    };
    let good = || options("door_to_door_h");
    let all = [
        refused(&["base"], good()),
        refused(&["base", "two-lanes", "base"], good()),
        refused(&["base", "two-lanes"], RankingOptions { confidence: 0.5, ..good() }),
        refused(&["base", "two-lanes"], RankingOptions { indifference: Some(0.0), ..good() }),
        refused(&["base", "two-lanes"], RankingOptions { first_stage: 1, ..good() }),
        refused(&["base", "two-lanes"], options("no_such_measure")),
    ];
    expect![[r#"
        a ranking has from 2 to 200 scenarios, not 1
        scenario `base` is named twice
        a choice among 2 is right by chance once in 2: 0.5 is no confidence
        the indifference is a difference above zero
        a ranking runs from 2 to 10000 replications, not 1 to 400
        there is no measure `no_such_measure`"#]]
    .assert_eq(&all.join("\n"));
}

#[test]
fn a_queue_from_before_the_window_is_no_gain() {
    // The day before, more come than one lane can serve; all of them cross in the window.
    let text = format!(
        "{TEXT}[scenario.left-over]\nbase = \"base\"\nset.flow.trucks-east.volume = \"300/day\"\n\
         [scenario.left-over.on.2026-03-02]\nflow.trucks-east.volume = \"72/day\"\n"
    );
    let corridor = load(&Folder::of([("corridor.toml", text.as_str())])).corridor.expect("it loads");
    let timelines = ["left-over", "base"].map(|name| corridor.timeline(Some(name)).expect("it is there"));
    let ask = |measure: &str| rank(&corridor, &timelines, &[], &options(measure), &Silent, &AtomicBool::new(false));
    let ranking = ask("crossings_per_day").expect("it ranks");
    assert_eq!(ranking.rows[0].scenario, "base");
    assert_eq!(ranking.rows[1].standing, Standing::NoValue);
    assert_eq!(ranking.diagnostics[0].code, "works-off");
    assert!(ranking.diagnostics[0].message.starts_with("left-over: "), "{ranking:#?}");
}
