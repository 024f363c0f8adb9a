//! The English catalogue says what studies say themselves, and the other languages have something to say.

use super::*;
use portway_model::element::Observation;
use portway_model::{Corridor, Folder, load};
use portway_study::{Replications, Severity, Silent, StudyOptions, ValidationRow, Verdict};
use std::sync::atomic::AtomicBool;

/// A gate with one lane, to which as many trucks come as a scenario says.
const CORRIDOR: &str = r#"
[corridor]
language = 1
name = "gate"
zone = "Asia/Yakutsk"
default-scenario = "quiet"
[direction.east]
[class.truck]
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
title = "Gate"
node = "east"
[facility.gate.stage.documents]
title = "Documents"
lanes = 1
service = "exponential(mean 20 min)"
[facility.gate.process]
east = ["documents"]
[route.east]
direction = "east"
path = ["bridge", "gate"]
[flow.trucks]
class = "truck"
route = "east"
volume = "40/day"
[scenario.quiet]
from = "2026-01-01"
to = "2026-01-09"
[scenario.busy]
from = "2026-01-02"
to = "2026-01-10"
set.flow.trucks.volume = "140/day"
"#;

fn corridor() -> Corridor {
    load(&Folder::of([("corridor.toml", CORRIDOR)])).corridor.expect("it is right")
}

fn options(replications: Replications) -> StudyOptions {
    StudyOptions { seed: 1, replications, threads: 1, record_visits: false }
}

fn model(corridor: &Corridor) -> portway_study::results::ModelRef {
    portway_study::results::ModelRef::of(corridor)
}

/// Every note is said as the study said it in English, and in other words in the other languages.
fn check(notes: &[Note], codes: &[&str]) {
    let found: Vec<&str> = notes.iter().map(|note| note.code.as_str()).collect();
    assert_eq!(found, codes);
    for one in notes {
        assert_eq!(note(Language::En, one), one.message);
        for language in [Language::Zh, Language::Ru] {
            assert_ne!(note(language, one), one.message, "{} in {}", one.code, language.tag());
        }
    }
}

#[test]
fn english_reports_say_what_a_comparison_found() {
    let corridor = corridor();
    let [a, b] = ["quiet", "busy"].map(|name| corridor.timeline(Some(name)).expect("it is there"));
    let comparison = portway_study::compare(
        &a,
        &b,
        model(&corridor),
        &options(Replications::Precision { relative: 0.001, min: 2, max: 3 }),
        &Silent,
        &AtomicBool::new(false),
    );
    let notes = comparison.expect("it runs").diagnostics;
    check(&notes, &["windows-differ", "precision-not-reached", "queue-grows", "precision-not-reached"]);
    let grows = notes.iter().find(|note| note.code == "queue-grows").expect("it is there");
    let said = [Language::Zh, Language::Ru].map(|language| note(language, grows).replace('\u{a0}', " "));
    assert!(said[0].starts_with("busy：自2026年1月"), "{}", said[0]);
    assert!(said[0].contains("Gate·Documents"), "{}", said[0]);
    assert!(said[1].starts_with("busy: Gate, Documents: с "), "{}", said[1]);
    assert!(said[1].contains("января 2026 г. и до конца периода спрос составляет 1,"), "{}", said[1]);
}

#[test]
fn a_note_without_values_is_said_in_english() {
    let old = Note {
        severity: Severity::Finding,
        code: "queue-grows".into(),
        scope: "gate.documents".into(),
        message: "the queue grows".into(),
        values: Values::new(),
    };
    assert_eq!(note(Language::Ru, &old), "the queue grows");
    assert_eq!(note(Language::Ru, &Note { code: "unheard-of".into(), ..old }), "the queue grows");
}

/// A row of observations that asks for something, and gets a reason instead of an answer.
fn row(change: impl Fn(&mut Observation)) -> Observation {
    let mut observation = Observation {
        id: "V1".into(),
        scenario: "quiet".into(),
        measure: "crossings_per_day".into(),
        statistic: "mean".into(),
        scope: String::new(),
        direction: String::new(),
        class: String::new(),
        from: None,
        to: None,
        value: 40.0,
        low: 40.0,
        high: 40.0,
        source: String::new(),
        note: String::new(),
    };
    change(&mut observation);
    observation
}

#[test]
fn english_reports_say_why_a_row_is_open() {
    let day = |day: i8| Some(jiff::civil::date(2026, 1, day));
    let rows = [
        row(|_| ()),
        row(|o| o.measure = "speed".into()),
        row(|o| o.statistic = "p99".into()),
        row(|o| o.scope = "bridge".into()),
        row(|o| (o.measure, o.scope) = ("queue_vehicles".into(), "tunnel".into())),
        row(|o| o.direction = "up".into()),
        row(|o| o.class = "cart".into()),
        row(|o| (o.measure, o.scope, o.class) = ("queue_vehicles".into(), "bridge".into(), "truck".into())),
        row(|o| (o.measure, o.from) = ("wait_h".into(), day(2))),
        row(|o| o.from = day(31)),
        row(|o| (o.from, o.to) = (day(5), day(4))),
        row(|o| o.scenario = "nowhere".into()),
        row(|o| (o.scenario, o.measure) = ("busy".into(), "wait_h".into())),
        row(|o| o.measure = "weekend_crossings_per_day".into()),
    ];
    let corridor = corridor();
    let timelines = ["quiet", "busy"].map(|name| corridor.timeline(Some(name)).expect("it is there"));
    let validated = |replications: u32| -> Vec<ValidationRow> {
        let options = options(Replications::Fixed(replications));
        let never = AtomicBool::new(false);
        let found = portway_study::validate(&rows, &timelines, model(&corridor), &options, &Silent, &never);
        found.expect("it runs").rows
    };
    let all: Vec<ValidationRow> = validated(1).into_iter().chain(validated(2)).collect();
    let mut codes: Vec<&str> = all.iter().map(|row| row.reason_code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert!(codes.len() >= 13, "{codes:?}");
    for row in all.iter().filter(|row| row.verdict == Verdict::CannotTell) {
        let said = |language| reason(language, &row.reason, &row.reason_code, &row.reason_values);
        assert_eq!(said(Language::En), row.reason);
        for language in [Language::Zh, Language::Ru] {
            assert_ne!(said(language), row.reason, "{} in {}", row.reason_code, language.tag());
        }
    }
}

#[test]
fn english_definitions_are_those_of_the_catalogue_of_measures() {
    for measure in portway_study::measures::catalogue() {
        assert_eq!(Language::En.word(&format!("definition-{}", measure.name)), measure.definition);
        for language in Language::ALL {
            assert!(language.knows(&format!("measure-{}", measure.name)));
        }
    }
}
