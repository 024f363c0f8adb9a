//! Words about observations beside the simulation.

use super::{list, measure_title, replications, rests_on_model, unit};
use crate::language::Language;
use crate::view;
use portway_study::{ValidatedScenario, Validation, ValidationRow, Verdict};

/// "9 of 12 observations agree, 2 miss, 1 is open."
pub(crate) fn validation_answer(language: Language, validation: &Validation) -> String {
    let count = |wanted: Verdict| validation.rows.iter().filter(|row| row.verdict == wanted).count();
    let values = [
        ("count", validation.rows.len().into()),
        ("agree", count(Verdict::Agrees).into()),
        ("miss", count(Verdict::Misses).into()),
        ("open", count(Verdict::CannotTell).into()),
    ];
    language.say("validation-answer", &values)
}

/// What a check is about: measure, statistic, unit and traffic.
pub(crate) fn validated_measure(language: Language, row: &ValidationRow) -> String {
    let mut measure = measure_title(language, &row.measure);
    if row.statistic != "mean" {
        measure.push_str(&format!(" {}", row.statistic.to_uppercase()));
    }
    let mut parts = vec![measure];
    if row.unit != "share" {
        parts.push(unit(language, &row.unit));
    }
    for part in [&row.scope, &row.direction, &row.class] {
        if part != view::CORRIDOR {
            parts.push(part.clone());
        }
    }
    parts.retain(|part| !part.is_empty());
    list(language, &parts)
}

/// A scenario that was run, with its window and replications.
pub(crate) fn validated_scenario(language: Language, scenario: &ValidatedScenario) -> String {
    let window = language.iso_dates(&scenario.from, &scenario.to);
    let replications = replications(language, scenario.replications);
    let values = [
        ("scenario", (&scenario.scenario).into()),
        ("window", (&window).into()),
        ("replications", (&replications).into()),
    ];
    language.say("validation-scenario", &values)
}

/// Seed, model, and when a check agrees.
pub(crate) fn rests_on_validation(language: Language, validation: &Validation) -> String {
    let seed = validation.seed.to_string();
    let model = rests_on_model(language, &validation.model, &validation.portway);
    language.say("validation-rests", &[("seed", (&seed).into()), ("model", (&model).into())])
}
