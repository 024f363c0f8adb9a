//! Words about exact answers.

use crate::language::Language;
use crate::number;
use portway_study::Verdict;
use portway_study::exact::ExactReport;

/// "203 of 203 exact answers agree."
pub(crate) fn exact_answer(language: Language, report: &ExactReport) -> String {
    let values = [
        ("count", report.rows.into()),
        ("agree", report.count(Verdict::Agrees).into()),
        ("miss", report.count(Verdict::Misses).into()),
        ("open", report.count(Verdict::CannotTell).into()),
    ];
    language.say("exact-answer", &values)
}

/// How the verdicts about exact answers are made.
pub(crate) fn exact_rests(language: Language, report: &ExactReport) -> [String; 3] {
    let Rule { rows, certainty, power, bias, seed, events } = Rule::of(language, report);
    [
        language.say("exact-rests-z", &[("rows", (&rows).into()), ("certainty", (&certainty).into())]),
        language.say("exact-rests-finds", &[("power", (&power).into()), ("bias", (&bias).into())]),
        language.say(
            "exact-rests-run",
            &[
                ("version", (&report.portway).into()),
                ("seed", (&seed).into()),
                ("events", (&events).into()),
                ("folders", report.checks.len().into()),
            ],
        ),
    ]
}

/// The beginning of the page about exact answers.
pub(crate) fn exact_page_head(language: Language, report: &ExactReport) -> String {
    let Rule { rows, certainty, power, bias, seed, events } = Rule::of(language, report);
    let answer = exact_answer(language, report);
    let values = [
        ("answer", (&answer).into()),
        ("version", (&report.portway).into()),
        ("seed", (&seed).into()),
        ("events", (&events).into()),
        ("rows", (&rows).into()),
        ("certainty", (&certainty).into()),
        ("power", (&power).into()),
        ("bias", (&bias).into()),
    ];
    format!(
        "<!-- Written by `portway validate validation --precision {:.0}% --write docs/validation.md`; do not edit. -->\n\n{}\n",
        report.bias_to_find * 100.0,
        language.say("exact-page", &values)
    )
}

/// The numbers of the rule by which a verdict is made, and of the run.
struct Rule {
    rows: String,
    certainty: String,
    power: String,
    bias: String,
    seed: String,
    events: String,
}

impl Rule {
    fn of(language: Language, report: &ExactReport) -> Self {
        let percent = |share: f64| number::localised(&format!("{:.0}", share * 100.0), language);
        let events: u64 = report.checks.iter().map(|check| check.events).sum();
        Self {
            rows: report.rows.to_string(),
            certainty: percent(1.0 - report.family_error),
            power: percent(report.power),
            bias: percent(report.bias_to_find),
            seed: report.seed.to_string(),
            events: format!("{:.0}", events as f64 / 1e6),
        }
    }
}
