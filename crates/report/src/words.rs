//! What several reports say in the same way: measures and units, of what and of whom a number is, verdicts.
//!
//! The words themselves stand in the catalogues; here it is decided which of them are said, and with which values.

mod comparison;
mod exact;
mod findings;
mod since;
mod validation;

pub(crate) use comparison::{
    comparison_answer, comparison_heading, differences_lead, differences_said, rests_on_pairs, side, variance_reduction,
};
pub(crate) use exact::{exact_answer, exact_page_head, exact_rests};
pub(crate) use findings::{note, reason};
pub(crate) use since::{edited, no_inputs_changed, not_compared, since_lead};
pub(crate) use validation::{rests_on_validation, validated_measure, validated_scenario, validation_answer};

use crate::language::Language;
use crate::view;
use portway_model::element::{EvidenceStatus, Model};
use portway_study::measures::{Detail, MeasureScope};
use portway_study::results::{ModelRef, Severity};
use portway_study::{ChangeVerdict, MeasureDefinition, Verdict};

/// The kinds of waiting: measure, and ids of the word and of its explanation.
pub(crate) const WAITS: [(&str, &str, &str); 4] = [
    ("wait_virtual_h", "wait-virtual", "wait-virtual-explained"),
    ("wait_yard_h", "wait-yard", "wait-yard-explained"),
    ("wait_physical_h", "wait-physical", "wait-physical-explained"),
    ("wait_blocked_h", "wait-blocked", "wait-blocked-explained"),
];

/// The word of a severity.
pub(crate) fn severity(language: Language, severity: Severity) -> String {
    language.word(severity.name())
}

/// The id of a verdict about a change.
pub(crate) fn change_verdict(verdict: ChangeVerdict) -> &'static str {
    match verdict {
        ChangeVerdict::Changed => "verdict-changed",
        ChangeVerdict::NoChangeSeen => "verdict-not-seen",
        ChangeVerdict::CannotTell => "verdict-no-value",
    }
}

/// The id of a verdict about agreement; also its class in the style sheet.
pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "verdict-agrees",
        Verdict::Misses => "verdict-misses",
        Verdict::CannotTell => "verdict-open",
    }
}

/// The id of a status of evidence.
pub(crate) fn status(status: EvidenceStatus) -> &'static str {
    match status {
        EvidenceStatus::Observed => "status-observed",
        EvidenceStatus::Design => "status-design",
        EvidenceStatus::Derived => "status-derived",
        EvidenceStatus::Assumption => "status-assumption",
    }
}

/// What a measure is called inside a sentence; the name itself when no catalogue knows it.
pub(crate) fn measure_title(language: Language, name: &str) -> String {
    match portway_study::measures::find(name) {
        Some(_) => language.word(&format!("measure-{name}")),
        None => name.to_owned(),
    }
}

/// The same with a capital, as a heading begins.
pub(crate) fn measure_heading(language: Language, name: &str) -> String {
    capitalised(&measure_title(language, name))
}

/// A text with its first letter as a sentence begins.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}", letters.as_str())
}

/// A share is shown in per cent, money a year in millions and fuel a year in thousands: tables have no room for more digits.
pub(crate) fn scale_of(unit: &str) -> f64 {
    match unit {
        "share" => 100.0,
        "l/year" => 1e-3,
        _ if unit.ends_with("/year") && is_currency(unit) => 1e-6,
        _ => 1.0,
    }
}

/// Whether a unit begins with the code of a currency, three capital letters.
fn is_currency(unit: &str) -> bool {
    unit.split_once('/').is_some_and(|(code, _)| code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()))
}

/// A currency as the language calls it in a sentence; by its code where it has no word.
pub(crate) fn currency_name(language: Language, code: &str) -> String {
    language.say("currency-name", &[("code", code.into())])
}

/// Money per vehicle or year, in a currency by its code or, in the catalogue of measures, in one or the other.
fn money_unit(language: Language, unit: &str) -> Option<String> {
    let (currency, per) = unit.split_once('/')?;
    let currency = match currency {
        "currency" => language.word("money-currency"),
        "second currency" => language.word("money-second-currency"),
        code if is_currency(unit) => currency_name(language, code),
        _ => return None,
    };
    let id = match per {
        "vehicle" => "unit-money-per-vehicle",
        "(500 km × 20 t)" => "unit-money-per-standard-cargo",
        "year" if is_currency(unit) => "unit-money-million-per-year",
        "year" => "unit-money-per-year",
        _ => return None,
    };
    Some(language.say(id, &[("currency", (&currency).into())]))
}

/// A unit as people read it; nothing for a ratio, and what no catalogue knows as it is.
pub(crate) fn unit(language: Language, unit: &str) -> String {
    let id = match unit {
        "share" => "unit-share",
        "ratio" => return String::new(),
        "h" => "unit-hours",
        "min" => "unit-minutes",
        "vehicles" => "unit-vehicles",
        "vehicles/day" => "unit-vehicles-per-day",
        "passengers/day" => "unit-passengers-per-day",
        "departures/day" => "unit-departures-per-day",
        "day of the year" => "unit-day-of-the-year",
        "passengers" => "unit-passengers",
        "people" => "unit-people",
        "people/day" => "unit-people-per-day",
        "vehicles or people" => "unit-counted",
        "vehicles or people/day" => "unit-counted-per-day",
        "t" => "unit-tonnes",
        "t/vehicle" => "unit-tonnes-per-vehicle",
        "lanes" => "unit-lanes",
        "km/h" => "unit-km-per-hour",
        "h/year" => "unit-hours-per-year",
        "l/year" => "unit-thousand-litres-per-year",
        "t/year" => "unit-tonnes-per-year",
        "kg/vehicle" => "unit-kilograms-per-vehicle",
        other => return money_unit(language, other).unwrap_or_else(|| other.to_owned()),
    };
    language.word(id)
}

/// The heading of a measure with its unit.
pub(crate) fn measure_with_unit(language: Language, name: &str, of: &str) -> String {
    with_unit(language, &measure_heading(language, name), of)
}

/// A heading with its unit, when there is one.
pub(crate) fn with_unit(language: Language, measure: &str, of: &str) -> String {
    match unit(language, of) {
        of if of.is_empty() => measure.to_owned(),
        of => language.say("measure-with-unit", &[("measure", measure.into()), ("unit", (&of).into())]),
    }
}

/// Texts one after the other, as the language strings parts together.
pub(crate) fn list(language: Language, parts: &[String]) -> String {
    parts.join(&language.word("list-separator"))
}

/// Of what and of whom a number is.
pub(crate) fn scope_label(language: Language, model: &Model, scope: &str, direction: &str, class: &str) -> String {
    let mut parts = Vec::new();
    if scope != view::CORRIDOR {
        parts.push(view::scope_title(language, model, scope));
    }
    if !direction.is_empty() {
        parts.push(view::direction_title(model, direction).to_owned());
    }
    if !class.is_empty() {
        parts.extend(class.split('+').map(|class| view::class_title(model, class).to_owned()));
    }
    if parts.is_empty() { language.word("all-traffic") } else { list(language, &parts) }
}

/// A percentage.
pub(crate) fn percent(language: Language, number: &str) -> String {
    language.say("percent", &[("number", number.into())])
}

/// A number of replications.
pub(crate) fn replications(language: Language, count: u32) -> String {
    language.say("replications", &[("count", count.into())])
}

/// The model and the version of Portway.
pub(crate) fn rests_on_model(language: Language, model: &ModelRef, portway: &str) -> String {
    /// Digits of a hash that tell models apart at a glance.
    const HASH_SHOWN: usize = 12;
    let short: String = model.hash.chars().take(HASH_SHOWN).collect();
    let values = [("name", (&model.name).into()), ("hash", (&short).into()), ("version", portway.into())];
    language.say("rests-on-model", &values)
}

/// What a measure is given for.
pub(crate) fn given_for(language: Language, definition: &MeasureDefinition) -> String {
    let scope = match definition.scope {
        MeasureScope::Corridor => "corridor",
        MeasureScope::Station => "station",
        MeasureScope::Facility => "facility",
        MeasureScope::BorderCrossingPoint => "crossing-point",
        MeasureScope::Way => "way",
        MeasureScope::Limit => "limit",
        MeasureScope::Service => "service",
        MeasureScope::Yearly => "yearly",
        MeasureScope::Commodity => "commodity",
    };
    let detail = match definition.detail {
        Detail::DirectionAndClass => "direction-and-class",
        Detail::Class => "class",
        Detail::Whole => "whole",
    };
    let quantiles = if definition.quantiles { "yes" } else { "no" };
    let values = [("scope", scope.into()), ("detail", detail.into()), ("quantiles", quantiles.into())];
    language.say("measure-given-for", &values)
}
