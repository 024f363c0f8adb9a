//! Where a number comes from, on the corridor of `journey` that is known by hand.

use crate::journey::TEXT;
use expect_test::{Expect, expect};
use portway_model::{Corridor, Folder, load};
use portway_study::explain::{Explanation, TakenApart, check};
use portway_study::{Question, Replications, Silent, StudyOptions, explain};
use std::sync::atomic::AtomicBool;

/// Inputs with and without evidence, and a scenario that changes two of them.
const EVIDENCE: &str = "path,status,source,low,high,note
facility.port.stage.documents.service,assumption,judged by the length of the form,10 min,40 min,
link.*.length,observed,the milestones of the road,,,
scenario.quick.set.facility.port.stage.documents.service,design,the plan of the new hall,,,
";
const QUICK: &str = r#"
[scenario.quick]
base = "base"
[scenario.quick.set.facility.port.stage.documents]
service = "5 min"
[scenario.quick.on.2026-03-03]
facility.port.stage.x-ray.service = "20 min"
"#;

fn corridor() -> Corridor {
    let text = format!("{TEXT}{QUICK}")
        .replace("zone = \"UTC\"\n[direction.east]", "zone = \"UTC\"\ndefault-scenario = \"base\"\n[direction.east]");
    let loaded = load(&Folder::of([("corridor.toml", text.as_str()), ("evidence.csv", EVIDENCE)]));
    loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics))
}

fn explained(scenario: &str, question: &Question) -> Explanation {
    let corridor = corridor();
    let timeline = corridor.timeline(Some(scenario)).expect("it is in the text above");
    check(&timeline, question).expect("every name is in the text");
    let options = StudyOptions { seed: 1, replications: Replications::Fixed(2), threads: 1, record_visits: false };
    let never = AtomicBool::new(false);
    explain(&corridor, &timeline, question, &options, &Silent, &never).expect("it runs")
}

/// The number, then a line for each part: its share, its value, visits and minutes, and the inputs behind it.
fn told(explanation: &Explanation) -> String {
    let value = explanation.value.expect("it occurred").mean;
    let mut text = format!("{} = {value:.4} {} by {:?}\n", explanation.measure, explanation.unit, explanation.by);
    for part in &explanation.parts {
        let figure = |figure: Option<portway_study::journey::Figure>| {
            figure.map_or_else(|| "-".to_owned(), |figure| format!("{:.1}", figure.mean))
        };
        let inputs: Vec<String> = part
            .inputs
            .iter()
            .map(|index| &explanation.inputs[*index])
            .map(|input| format!("{}{}={}", input.path, if input.status.is_empty() { "" } else { "!" }, input.value))
            .collect();
        text += &format!(
            "{:5.1} % {:.4} {} {}{} {} x {} min\n          {}\n",
            part.share * 100.0,
            part.value.mean,
            part.direction,
            part.scope,
            part.class,
            figure(part.visits),
            figure(part.minutes_per_visit),
            inputs.join("\n          ")
        );
    }
    for beside in &explanation.beside {
        text += &format!("beside: {} {:.3}\n", beside.measure, beside.value.mean);
    }
    text
}

fn show(scenario: &str, question: &Question, expected: &Expect) {
    expected.assert_eq(&told(&explained(scenario, question)));
}

#[test]
fn a_time_is_made_of_places() {
    show(
        "base",
        &Question::corridor("door_to_door_h").direction("east"),
        &expect![[r#"
        door_to_door_h = 2.7167 h by Places
          3.7 % 0.1000 east yard.lot 1.0 x 6.0 min
                  facility.yard.stage.lot.lanes=10
                  facility.yard.stage.lot.service="6 min"
         18.4 % 0.5000 east near-road 1.0 x 30.0 min
                  link.near-road.length!="30 km"
                  link.near-road.speed="60 km/h"
         18.4 % 0.5000 east port.documents 1.0 x 30.0 min
                  facility.port.stage.documents.lanes=1
                  facility.port.stage.documents.service!="20 min"
          3.1 % 0.0833 east port.scales 1.0 x 5.0 min
                  facility.port.stage.scales.lanes=2
                  facility.port.stage.scales.service="5 min"
          6.1 % 0.1667 east port.x-ray 1.0 x 10.0 min
                  facility.port.stage.x-ray.lanes=2
                  facility.port.stage.x-ray.service="10 min"
          1.2 % 0.0333 east port.gate 1.0 x 2.0 min
                  facility.port.stage.gate.lanes=2
                  facility.port.stage.gate.service="2 min"
          1.8 % 0.0500 east port.way-out 1.0 x 3.0 min
                  facility.port.stage.way-out.lanes=2
                  facility.port.stage.way-out.service="3 min"
          1.2 % 0.0333 east bridge 1.0 x 2.0 min
                  link.bridge.length!="1 km"
                  link.bridge.speed="30 km/h"
          9.2 % 0.2500 east post.control 1.0 x 15.0 min
                  facility.post.stage.control.lanes=2
                  facility.post.stage.control.service="15 min"
         36.8 % 1.0000 east far-road 1.0 x 60.0 min
                  link.far-road.length!="60 km"
                  link.far-road.speed="60 km/h"
    "#]],
    );
}

#[test]
fn a_wait_is_made_of_the_places_where_one_waits() {
    show(
        "base",
        &Question::corridor("wait_h"),
        &expect![[r#"
        wait_h = 1.5833 h by Places
          5.3 % 0.0833 east port.documents 0.5 x 10.0 min
                  facility.port.stage.documents.lanes=1
                  facility.port.stage.documents.service!="20 min"
         94.7 % 1.5000 west post.slots 0.5 x 180.0 min
                  facility.post.stage.slots.every="1 h"
                  facility.post.stage.slots.places=5
                  facility.post.stage.slots.lead="3 h"
    "#]],
    );
}

#[test]
fn waits_on_site_and_at_home_are_all_waits() {
    let scopes = |measure: &str| -> Vec<String> {
        explained("base", &Question::corridor(measure)).parts.into_iter().map(|part| part.scope).collect()
    };
    assert_eq!(scopes("wait_on_site_h"), ["port.documents"]);
    assert_eq!(scopes("wait_virtual_h"), ["post.slots"]);
    assert_eq!(scopes("wait_h"), ["port.documents", "post.slots"]);
}

#[test]
fn the_time_at_a_border_crossing_point_is_made_of_its_stages() {
    let question = Question::station("cpmm_tfi1_h", "port").direction("east");
    let explanation = explained("base", &question);
    let minutes: Vec<_> =
        explanation.parts.iter().map(|part| (part.scope.as_str(), (part.value.mean * 60.0).round())).collect();
    let expected = [
        ("port.documents", 30.0),
        ("port.scales", 5.0),
        ("port.x-ray", 10.0),
        ("port.gate", 2.0),
        ("port.way-out", 3.0),
    ];
    assert_eq!(minutes, expected);
    let inspection = explained("base", &Question::station("trs_to_inspection_h", "port"));
    let scopes: Vec<&str> = inspection.parts.iter().map(|part| part.scope.as_str()).collect();
    assert_eq!(scopes, ["port.scales", "port.x-ray"]);
}

#[test]
fn a_count_is_made_of_traffic() {
    show(
        "base",
        &Question::corridor("crossings_per_day"),
        &expect![[r#"
            crossings_per_day = 4.0000 vehicles/day by Traffic
             50.0 % 2.0000 east truck - x - min
                      flow.trucks-east.timetable=["08:00"]
                      flow.trucks-east.batch=2
             50.0 % 2.0000 west truck - x - min
                      flow.trucks-west.timetable=["08:00"]
                      flow.trucks-west.batch=2
            beside: arrivals_per_day 4.000
            beside: turned_away_per_day 0.000
            beside: abandoned_per_day 0.000
            beside: lane_use_share 0.028
        "#]],
    );
    show(
        "base",
        &Question::corridor("direction_ratio"),
        &expect![[r#"
            direction_ratio = 1.0000 ratio by Traffic
             50.0 % 6.0000 east truck - x - min
                      flow.trucks-east.timetable=["08:00"]
                      flow.trucks-east.batch=2
             50.0 % 6.0000 west truck - x - min
                      flow.trucks-west.timetable=["08:00"]
                      flow.trucks-west.batch=2
            beside: arrivals_per_day 4.000
            beside: turned_away_per_day 0.000
            beside: abandoned_per_day 0.000
            beside: lane_use_share 0.028
        "#]],
    );
}

#[test]
fn the_use_of_lanes_is_visits_times_service() {
    // Two trucks of 20 minutes a day on one lane: 40 of 1440 minutes.
    show(
        "base",
        &Question::station("lane_use_share", "port.documents"),
        &expect![[r#"
        lane_use_share = 0.0278 share by Traffic
        100.0 % 0.0278 east truck 2.0 x 20.0 min
                  facility.port.stage.documents.lanes=1
                  facility.port.stage.documents.service!="20 min"
                  flow.trucks-east.timetable=["08:00"]
                  flow.trucks-east.batch=2
        beside: stage_visits_per_day 2.000
        beside: stage_service_min 20.000
        beside: stage_wait_min 10.000
    "#]],
    );
}

#[test]
fn a_scenario_has_its_own_inputs() {
    let explanation = explained("quick", &Question::corridor("door_to_door_h").direction("east"));
    let of_port = explanation.inputs.iter().filter(|input| input.path.contains("port.stage"));
    let lines: Vec<String> =
        of_port.map(|input| format!("{} = {} {}", input.path, input.value, input.status)).collect();
    expect![[r#"
        facility.port.stage.documents.lanes = 1 
        scenario.quick.set.facility.port.stage.documents.service = "5 min" design
        facility.port.stage.scales.lanes = 2 
        facility.port.stage.scales.service = "5 min" 
        facility.port.stage.x-ray.lanes = 2 
        facility.port.stage.x-ray.service = "10 min" 
        facility.port.stage.gate.lanes = 2 
        facility.port.stage.gate.service = "2 min" 
        facility.port.stage.way-out.lanes = 2 
        facility.port.stage.way-out.service = "3 min" 
        scenario.quick.on.2026-03-03.facility.port.stage.x-ray.service = "20 min" "#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn the_longest_queue_is_not_made_of_parts() {
    let explanation = explained("base", &Question::station("queue_max_vehicles", "port.documents"));
    assert_eq!(explanation.value.map(|value| value.mean), Some(1.0));
    assert!(explanation.parts.is_empty());
    assert!(explanation.inputs.iter().any(|input| input.path == "facility.port.stage.documents.lanes"));
}

#[test]
fn a_growing_queue_leaves_no_number_to_explain() {
    let corridor = crate::bridge::corridor();
    let timeline = corridor.timeline(Some("too-many")).expect("it is in the text");
    let never = AtomicBool::new(false);
    let question = Question::corridor("door_to_door_h").direction("east");
    let explanation = explain(&corridor, &timeline, &question, &crate::bridge::options(4), &Silent, &never);
    let explanation = explanation.expect("it runs");
    assert_eq!((explanation.value, explanation.parts.len()), (None, 0));
    assert_eq!(explanation.diagnostics.len(), 1);
}

#[test]
fn names_are_looked_at_before_anything_is_run() {
    let timeline = corridor().timeline(None).expect("there is a default");
    let refused = |question: &Question| match check(&timeline, question) {
        Ok(()) => "nothing is wrong".to_owned(),
        Err(all) => {
            all.iter().map(|refused| format!("{}; {}", refused.message, refused.help)).collect::<Vec<_>>().join("\n")
        }
    };
    let lines = [
        refused(&Question::corridor("door_to_dor_h")),
        refused(&Question::corridor("happiness")),
        refused(&Question::corridor("wait_h").direction("eest")),
        refused(&Question { class: "truck+lorry".into(), ..Question::corridor("wait_h") }),
        refused(&Question::corridor("lane_use_share")),
        refused(&Question::station("lane_use_share", "port.document")),
        refused(&Question::station("cpmm_tfi1_h", "posts")),
    ];
    expect![[r#"
        there is no measure `door_to_dor_h`; did you mean `door_to_door_h`?
        there is no measure `happiness`; `portway measures` lists all of them
        there is no direction `eest`; did you mean `east`?
        there is no class `lorry`; known: truck
        `lane_use_share` is measured for a stage or link; name one with --scope, e.g. yard.lot
        there is no stage or link `port.document`; did you mean `port.documents`?
        there is no facility `posts`; did you mean `post`?"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn a_cost_is_made_of_what_is_spent_at_each_place() {
    let text = crate::journey::with_prices();
    let corridor = load(&Folder::of([("corridor.toml", text.as_str())])).corridor.expect("it is right");
    let timeline = corridor.timeline(None).expect("there is one scenario");
    let options = StudyOptions { seed: 1, replications: Replications::Fixed(2), threads: 1, record_visits: false };
    let never = AtomicBool::new(false);
    let ask = |question: &Question| {
        explain(&corridor, &timeline, question, &options, &Silent, &never).expect("it has a price")
    };
    let cost = ask(&Question::corridor("cost_per_crossing").direction("east"));
    let parts: Vec<_> = cost.parts.iter().map(|part| (part.scope.as_str(), part.value.mean.round())).collect();
    let expected = [
        ("yard.lot", 6.0),
        ("near-road", 90.0),
        ("port.documents", 30.0),
        ("port.scales", 5.0),
        ("port.x-ray", 10.0),
        ("port.gate", 12.0),
        ("port.way-out", 3.0),
        ("bridge", 2.0),
        ("post.control", 15.0),
        ("far-road", 60.0),
    ];
    assert_eq!(parts, expected);
    assert_eq!(cost.unit, "CNY/vehicle");
    let fees = ask(&Question::station("cpmm_tfi2_per_vehicle", "port").direction("east"));
    assert_eq!((fees.by, fees.value.map(|value| value.mean)), (TakenApart::Whole, Some(10.0)));
    assert!(fees.inputs.iter().any(|input| input.path == "facility.port.stage.gate.fee"));
}
