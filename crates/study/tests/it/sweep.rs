//! Sweeps: points with numbers of their own, the same answers in any order and in any parts, the best point and its rivals.

use crate::bridge::{corridor, folder, options, study};
use expect_test::{Expect, expect};
use portway_model::factor::Level;
use portway_model::levels::{self, Levels};
use portway_study::sweep::journal::{Journal, PointAnswer};
use portway_study::sweep::{self, Design, Points, Shard, SweepError, SweepOptions, summarise};
use portway_study::{Silent, Sweep, SweepPlan, SweepResults};
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

const LANES: &str = "facility.port.stage.gate.lanes";
const VOLUME: &str = "flow.trucks-east.volume";

fn inputs(words: &[(&str, &str)]) -> Vec<(String, Levels)> {
    words.iter().map(|(path, values)| ((*path).to_owned(), levels::parse(values).expect("words"))).collect()
}

fn told(points: &Points) -> String {
    let value = |level: &Level| match level {
        Level::Number(number) => number.to_string(),
        Level::Text(text) => text.clone(),
    };
    let row = |point| points.get(point).iter().map(value).collect::<Vec<_>>().join(" ");
    (0..points.len()).map(|point| format!("{point}: {}\n", row(point))).collect()
}

#[test]
fn a_full_design_runs_every_combination_and_the_last_input_changes_fastest() {
    let inputs = inputs(&[("a", "2..3"), ("b", "x,y"), ("c", "10 min,20 min")]);
    let points = Points::new(Design::Full, &inputs, 1, 8).expect("eight points");
    expect![[r#"
        0: 2 "x" 10
        1: 2 "x" 20
        2: 2 "y" 10
        3: 2 "y" 20
        4: 3 "x" 10
        5: 3 "x" 20
        6: 3 "y" 10
        7: 3 "y" 20
    "#]]
    .assert_eq(&told(&points));
}

#[test]
fn a_design_says_what_it_lacks() {
    let refused = |design: Design, words: &[(&str, &str)], most: u32| {
        Points::new(design, &inputs(words), 1, most).expect_err("it cannot be")
    };
    expect!["the design has 800 points, more than the 799 that are run unless --max-points says so"]
        .assert_eq(&refused(Design::Full, &[("a", "2..9"), ("b", "1..100")], 799));
    expect!["a full design needs to know how many values of `a` to try: write `in 5` or `step …` behind the range"]
        .assert_eq(&refused(Design::Full, &[("a", "1 min..2 min")], 10));
    expect!["the design has 11 points, more than the 10 that are run unless --max-points says so"].assert_eq(&refused(
        Design::Lhs { points: 11 },
        &[("a", "1 min..2 min")],
        10,
    ));
    expect!["a design needs at least one point"].assert_eq(&refused(
        Design::Lhs { points: 0 },
        &[("a", "1 min..2 min")],
        10,
    ));
    let many: Vec<(&str, &str)> = vec![("a", "1..1000"); 20];
    expect!["the design has 340282366920938463463374607431768211455 points, more than the 100000 that are run unless --max-points says so"].assert_eq(&refused(Design::Full, &many, sweep::MOST_POINTS));
}

/// The numbers of one input over all points.
fn column(points: &Points, input: usize) -> Vec<f64> {
    let number = |point| match points.get(point)[input] {
        Level::Number(number) => number,
        Level::Text(_) => f64::NAN,
    };
    (0..points.len()).map(number).collect()
}

#[test]
fn a_latin_hypercube_meets_every_part_of_every_range_once() {
    let words = inputs(&[("a", "10 min..20 min"), ("b", "2..8"), ("c", "0.001..0.002")]);
    let points = Points::new(Design::Lhs { points: 70 }, &words, 1, 100).expect("seventy points");
    for (input, low, high) in [(0, 10.0, 20.0), (2, 0.001, 0.002)] {
        let part = |value: &f64| ((value - low) / (high - low) * 70.0) as usize;
        let parts: BTreeSet<usize> = column(&points, input).iter().map(part).collect();
        assert_eq!(parts.len(), 70, "input {input}");
    }
    let lanes = column(&points, 1);
    assert!((2..=8).all(|lane| lanes.iter().filter(|value| **value == f64::from(lane)).count() == 10));

    // One more input leaves the others where they were; another seed does not.
    let fewer = Points::new(Design::Lhs { points: 70 }, &words[..1], 1, 100).expect("seventy points");
    assert_eq!(column(&points, 0), column(&fewer, 0));
    let other = Points::new(Design::Lhs { points: 70 }, &words, 2, 100).expect("seventy points");
    assert_ne!(column(&points, 0), column(&other, 0));
}

#[test]
fn a_latin_hypercube_is_the_same_on_every_machine() {
    let words = inputs(&[("link.bridge.speed", "20 km/h..60 km/h"), ("hours", "day,night")]);
    let points = Points::new(Design::Lhs { points: 6 }, &words, 1, 10).expect("six points");
    expect![[r#"
        0: 35.838 "day"
        1: 23.616 "day"
        2: 29.545 "night"
        3: 52.311 "day"
        4: 53.382 "night"
        5: 44.793 "night"
    "#]]
    .assert_eq(&told(&points));
}

fn asked(vary: &[&str], measures: &[&str]) -> SweepOptions {
    SweepOptions {
        scenario: "base".into(),
        from: None,
        to: None,
        seed: 7,
        replications: 4,
        design: Design::Full,
        vary: vary.iter().map(|word| (*word).to_owned()).collect(),
        measures: measures.iter().map(|word| (*word).to_owned()).collect(),
        indifference: None,
        most_points: sweep::POINTS_UNASKED,
    }
}

/// Lanes and traffic at six points.
fn six() -> SweepOptions {
    asked(&[&format!("{LANES}=1..3"), &format!("{VOLUME}=48/day,72/day")], &["wait_h", "crossings_per_day"])
}

/// Runs what `known` lacks, and adds it.
fn go_on(options: &SweepOptions, shard: Option<Shard>, threads: usize, known: &mut Journal, most: usize) -> usize {
    let (corridor, folder) = (corridor(), folder());
    let sweep = Sweep::new(&corridor, &folder, options).expect("a sweep").shard(shard);
    let cancel = AtomicBool::new(false);
    let found: Mutex<Vec<PointAnswer>> = Mutex::new(Vec::new());
    let keep = |answer: PointAnswer| {
        let mut found = found.lock().expect("nobody panicked");
        found.push(answer);
        found.len() < most
    };
    let ended = sweep.run(&|point| known.answers.contains_key(&point), threads, &Silent, &cancel, &keep);
    assert!(ended.is_ok() || most < usize::MAX, "{ended:?}");
    let found = found.into_inner().expect("nobody panicked");
    let count = found.len();
    known.answers.extend(found.into_iter().map(|answer| (answer.point, answer)));
    count
}

fn plan(options: &SweepOptions) -> SweepPlan {
    Sweep::new(&corridor(), &folder(), options).expect("a sweep").plan().clone()
}

fn whole(options: &SweepOptions) -> SweepResults {
    let mut journal = Journal::default();
    go_on(options, None, 2, &mut journal, usize::MAX);
    summarise(&plan(options), &journal).expect("every point has an answer")
}

#[test]
fn a_point_answers_as_a_study_of_its_scenario_does() {
    let results = whole(&six());
    let alone = study("two-lanes", &options(4)).results;
    for (index, name) in ["wait_h", "crossings_per_day"].iter().enumerate() {
        let row = crate::bridge::find(&alone, name, "corridor", "", "");
        let swept = results.points[3].measures[index];
        assert_eq!((swept.mean, swept.half_width), (row.mean, row.half_width), "{name}");
    }
    assert_eq!(results.points[3].inputs, [Level::Number(2.0), Level::Number(72.0)]);
}

#[test]
fn threads_interruptions_and_shards_leave_no_trace() {
    let options = six();
    let mut at_once = Journal::default();
    assert_eq!(go_on(&options, None, 1, &mut at_once, usize::MAX), 6);

    let mut in_parts = Journal::default();
    let first = go_on(&options, None, 3, &mut in_parts, 2);
    let rest = go_on(&options, None, 2, &mut in_parts, usize::MAX);
    assert!((2..6).contains(&first), "{first}");
    assert_eq!(first + rest, 6, "nothing is run twice");
    assert_eq!(at_once.text(), in_parts.text());

    for of in [2, 3, 7] {
        let mut merged = Journal::default();
        let sizes: Vec<usize> =
            (1..=of).map(|number| go_on(&options, Some(Shard { number, of }), 2, &mut merged, usize::MAX)).collect();
        assert_eq!(sizes.iter().sum::<usize>(), 6, "{of} shards");
        assert_eq!(at_once.text(), merged.text(), "{of} shards");
    }
}

#[test]
fn a_journal_that_was_cut_anywhere_keeps_every_whole_line() {
    let options = six();
    let plan = plan(&options);
    let mut journal = Journal::default();
    go_on(&options, None, 2, &mut journal, usize::MAX);
    let text = journal.text();
    let whole = Journal::read(text.as_bytes(), &plan, 6);
    assert_eq!((&whole, whole.text()), (&journal, text.clone()));
    for end in 0..text.len() {
        let read = Journal::read(&text.as_bytes()[..end], &plan, 6);
        assert_eq!(read.answers.len(), text[..end].matches('\n').count(), "cut at {end}");
        assert_eq!(read.damaged > 0, end > 0 && !text[..end].ends_with('\n'), "cut at {end}");
    }
    // One flipped bit costs its own line and no other.
    for at in (0..text.len()).step_by(7) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let read = Journal::read(&bytes, &plan, 6);
        assert!(read.damaged > 0 && read.answers.len() >= 4, "bit at {at}");
        assert!(read.answers.iter().all(|(point, answer)| journal.answers[point] == *answer), "bit at {at}");
    }
}

#[test]
fn lines_of_another_plan_are_not_taken() {
    let options = six();
    let mut journal = Journal::default();
    go_on(&options, None, 2, &mut journal, usize::MAX);
    let read = |other: &SweepOptions, points: u32| Journal::read(journal.text().as_bytes(), &plan(other), points);
    assert_eq!(read(&options, 4).answers.len(), 4);
    let more_measures = SweepOptions { measures: vec!["all".into()], ..options.clone() };
    assert!(read(&more_measures, 6).answers.is_empty());
    let more_replications = SweepOptions { replications: 5, ..options.clone() };
    assert!(read(&more_replications, 6).answers.is_empty());
    let mut shard = plan(&options);
    shard.shard = Some(Shard { number: 2, of: 3 });
    assert_eq!(Journal::read(journal.text().as_bytes(), &shard, 6).answers.into_keys().collect::<Vec<_>>(), [1, 4]);
}

#[test]
fn the_best_point_comes_with_those_that_cannot_be_told_from_it() {
    let wait = SweepOptions { indifference: Some(0.0), ..asked(&[&format!("{LANES}=1..6")], &["wait_h:p90@east"]) };
    let best = whole(&SweepOptions { replications: 10, ..wait.clone() }).best.expect("all have a wait");
    // One lane is worse for sure; beyond some number there is nothing left to wait for.
    assert!(best.compared && best.point > 1 && !best.as_good.contains(&0), "{best:?}");
    assert!(best.as_good.contains(&5) || best.point == 5, "{best:?}");

    // Whoever minds only whole hours has more to choose from.
    let coarse = SweepOptions { replications: 10, indifference: Some(100.0), ..wait.clone() };
    assert_eq!(whole(&coarse).best.map(|best| best.as_good.len()), Some(5));

    let crossings = whole(&SweepOptions { measures: vec!["crossings_per_day".into()], ..six() }).best;
    let crossings = crossings.expect("all have crossings");
    assert!(crossings.as_good.iter().all(|point| point % 2 == 1) && crossings.point % 2 == 1);

    assert_eq!(whole(&SweepOptions { measures: vec!["lane_use_share@port.gate".into()], ..six() }).best, None);
    let once = whole(&SweepOptions { replications: 1, ..wait }).best.expect("a mean has no need of an interval");
    assert!(!once.compared);
}

#[test]
fn a_queue_that_grows_has_no_mean_and_its_place_is_named() {
    let flooded = whole(&asked(&[&format!("{VOLUME}=72/day,168/day")], &["door_to_door_h", "crossings_per_day"]));
    let growing: Vec<&[String]> = flooded.points.iter().map(|point| point.growing.as_slice()).collect();
    assert_eq!(growing, [&[][..], &["port.gate".to_owned()][..]]);
    assert!(flooded.points[1].measures[0].mean.is_none() && flooded.points[1].measures[1].mean.is_some());
    assert_eq!(flooded.best.map(|best| best.point), Some(0));
}

#[test]
fn plans_differ_in_one_clause() {
    let base = plan(&six());
    let differs = |options: SweepOptions| plan(&options).difference(&base).unwrap_or_default();
    let mut shard = base.clone();
    shard.shard = Some(Shard { number: 1, of: 2 });
    let told = [
        differs(six()),
        differs(SweepOptions { seed: 8, ..six() }),
        differs(SweepOptions { replications: 5, ..six() }),
        differs(SweepOptions { scenario: "two-lanes".into(), ..six() }),
        differs(SweepOptions { design: Design::Lhs { points: 6 }, ..six() }),
        differs(SweepOptions { measures: vec!["wait_h".into()], ..six() }),
        differs(SweepOptions { indifference: Some(0.5), ..six() }),
        differs(SweepOptions { vary: vec![format!("{LANES}=1..4")], ..six() }),
        differs(SweepOptions { to: Some(jiff::civil::date(2026, 3, 10)), ..six() }),
        shard.difference(&base).unwrap_or_default(),
    ];
    expect![[r#"

        its seed is 7, not 8
        its number of replications is 4, not 5
        its scenario is base, not two-lanes
        its design is full, not a Latin hypercube of 6 points
        its set of measures is wait_h crossings_per_day, not wait_h
        its indifference is the usual one, not 0.5
        its set of varied inputs is facility.port.stage.gate.lanes=1..3 flow.trucks-east.volume=48/day,72/day, not facility.port.stage.gate.lanes=1..4
        its window is 2026-03-02 to 2026-03-15, not 2026-03-02 to 2026-03-10
        its shard is all, not 1/2"#]].assert_eq(&told.join("\n"));
    let text = serde_json::to_string(&base).expect("a plan can be written");
    assert_eq!(serde_json::from_str::<SweepPlan>(&text).ok(), Some(base));
}

fn refused(options: &SweepOptions, expected: &Expect) {
    let text = match Sweep::new(&corridor(), &folder(), options) {
        Ok(_) => "nothing is wrong".to_owned(),
        Err(SweepError::Study(error)) => error.to_string(),
        Err(SweepError::Refused(refused)) => portway_model::render(&refused.diagnostics, &refused.folder, false),
    };
    expected.assert_eq(&text);
}

#[test]
fn mistakes_are_told_before_anything_runs() {
    refused(&asked(&[], &[]), &expect!["a sweep needs at least one input to vary"]);
    let many = SweepOptions { replications: 100_000, ..asked(&[&format!("{LANES}=1..600")], &[]) };
    refused(
        &many,
        &expect!["600 points with 4 measures and 100000 replications are 240000000 values to keep; at most 50000000"],
    );
    refused(
        &asked(&[&format!("{LANES}=1,many")], &[]),
        &expect![[r#"
            error[unknown-word]: expected "unlimited", found "many"
             --> --vary:1:32
              |
            1 | facility.port.stage.gate.lanes=1,many
              |                                ^^^^^^

            1 error
        "#]],
    );
    refused(
        &asked(&[&format!("{LANES}=0..2")], &[]),
        &expect![[r#"
            error[no-lanes]: this stage has no lane at any time
             --> --vary:1:32
              |
            1 | facility.port.stage.gate.lanes=0..2
              |                                ^^^^
              |
              = help: to close it for some time, name a calendar in `hours`

            1 error
        "#]],
    );
    refused(
        &asked(
            &[&format!("{LANES}=1..2")],
            &["wait", "wait_h:p80", "wait_h@north", "queue_vehicles", "queue_vehicles@port.x", "wait_h:p50:p90"],
        ),
        &expect![[r#"
            there is no measure `wait`: did you mean `wait_h`?
            `wait_h` has no statistic `p80`: it has mean, p50, p90 and p95
            there is no direction `north`
            `queue_vehicles` is measured for each stage and link: write `queue_vehicles@STAGE`
            no vehicle passes a stage or link `port.x`
            `wait_h` has no statistic `p50:p90`: it has mean, p50, p90 and p95"#]],
    );
    refused(
        &SweepOptions { scenario: "bass".into(), ..six() },
        &expect![[r#"
        error[unknown-name]: there is no scenario `bass`
         |
         = help: did you mean `base`?

        1 error
    "#]],
    );
    refused(
        &SweepOptions { most_points: 5, ..six() },
        &expect!["the design has 6 points, more than the 5 that are run unless --max-points says so"],
    );
}
