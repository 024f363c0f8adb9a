//! Words about two scenarios beside each other.

use super::{list, measure_title, unit};
use crate::language::Language;
use crate::number;
use crate::view;
use portway_model::element::Model;
use portway_study::{ChangeVerdict, ComparedScenario, Comparison, ComparisonRow};

/// What a person asks first; both in the order in which they are said.
const SAID: [&str; 2] = ["crossings_per_day", "door_to_door_h"];

/// The heading of a comparison.
pub(crate) fn comparison_heading(language: Language, title: &str, comparison: &Comparison) -> String {
    let Comparison { a, b, .. } = comparison;
    let values = [("title", title.into()), ("a", (&a.scenario).into()), ("b", (&b.scenario).into())];
    language.say("comparison-heading", &values)
}

/// A side with its window: "winter: Winter, 2026-01-01 to 2026-01-31".
pub(crate) fn side(language: Language, side: &ComparedScenario) -> String {
    let window = language.iso_dates(&side.from, &side.to);
    let mut values = vec![("scenario", (&side.scenario).into()), ("window", (&window).into())];
    if side.title.is_empty() || side.title == side.scenario {
        return language.say("comparison-side", &values);
    }
    values.push(("title", (&side.title).into()));
    language.say("comparison-side-titled", &values)
}

/// "B against A: crossings −2.1 ± 0.4 vehicles/day; time door to door −1.30 ± 0.12 h; ..."
pub(crate) fn comparison_answer(language: Language, comparison: &Comparison, model: &Model) -> String {
    let parts = differences_said(language, comparison, model);
    if parts.is_empty() {
        return language.word("comparison-answer-none");
    }
    let differences = parts.join(&language.word("clause-separator"));
    let Comparison { a, b, .. } = comparison;
    let values = [("a", (&a.scenario).into()), ("b", (&b.scenario).into()), ("differences", (&differences).into())];
    language.say("comparison-answer", &values)
}

/// Crossings, time door to door and the use of lanes that changed most, each with what is known of its difference.
pub(crate) fn differences_said(language: Language, comparison: &Comparison, model: &Model) -> Vec<String> {
    let corridor = |name: &str| {
        comparison
            .rows
            .iter()
            .find(|r| r.name == name && r.scope == view::CORRIDOR && r.direction.is_empty() && r.class.is_empty())
    };
    let said = SAID.iter().filter_map(|name| corridor(name)).map(|row| difference_said(language, row));
    let stations = comparison.rows.iter().filter(|r| r.name == "lane_use_share" && r.verdict == ChangeVerdict::Changed);
    let most = stations
        .max_by(|x, y| x.difference.map(f64::abs).unwrap_or(0.0).total_cmp(&y.difference.map(f64::abs).unwrap_or(0.0)));
    let most = most.map(|row| {
        let (change, place) = (difference_said(language, row), view::scope_title(language, model, &row.scope));
        language.say("change-at", &[("change", (&change).into()), ("place", (&place).into())])
    });
    said.chain(most).collect()
}

fn difference_said(language: Language, row: &ComparisonRow) -> String {
    let measure = measure_title(language, &row.name);
    let id = match row.verdict {
        ChangeVerdict::Changed => "change-said",
        ChangeVerdict::NoChangeSeen => "change-not-seen",
        ChangeVerdict::CannotTell => "change-without-value",
    };
    let Some(difference) = row.difference.filter(|_| row.verdict != ChangeVerdict::CannotTell) else {
        return language.say("change-without-value", &[("measure", (&measure).into())]);
    };
    let difference = view::difference_in_unit(difference, row.half_width, &row.unit).text_in(language);
    let unit = if row.unit == "share" { language.word("unit-points") } else { unit(language, &row.unit) };
    let values = [("measure", (&measure).into()), ("difference", (&difference).into()), ("unit", (&unit).into())];
    language.say(id, &values)
}

/// What is subtracted from what.
pub(crate) fn differences_lead(language: Language, comparison: &Comparison) -> String {
    let Comparison { a, b, .. } = comparison;
    language.say("differences-lead", &[("a", (&a.scenario).into()), ("b", (&b.scenario).into())])
}

/// The pairs of replications behind a comparison.
pub(crate) fn rests_on_pairs(language: Language, comparison: &Comparison) -> String {
    let seed = comparison.seed.to_string();
    language.say("comparison-pairs", &[("count", comparison.replications.into()), ("seed", (&seed).into())])
}

/// What common random numbers saved, over the rows where they can be judged.
pub(crate) fn variance_reduction(language: Language, comparison: &Comparison) -> Option<String> {
    let of = |name: &str| {
        let row = comparison.rows.iter().find(|r| r.name == name && r.direction.is_empty() && r.class.is_empty());
        let factor = number::localised(&number::plain(row?.variance_reduction?), language);
        let measure = measure_title(language, name);
        Some(language.say("comparison-variance-of", &[("measure", (&measure).into()), ("factor", (&factor).into())]))
    };
    let factors: Vec<String> = SAID.iter().filter_map(|name| of(name)).collect();
    (!factors.is_empty())
        .then(|| language.say("comparison-variance", &[("factors", (&list(language, &factors)).into())]))
}
