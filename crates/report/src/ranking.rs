//! The ranking of scenarios in words, for the terminal and the page alike.

use crate::language::Language;
use crate::number::Estimate;
use crate::{view, words};
use portway_model::Model;
use portway_study::Ranking;
use portway_study::ranking::{Asked, Spread, Standing};

/// What the answer is about.
pub(crate) fn heading(ranking: &Ranking, language: Language) -> String {
    let values = [("title", (&ranking.rests_on.title).into()), ("count", ranking.rows.len().into())];
    language.say("ranking-heading", &values)
}

/// Which scenario is the best and how sure that is, in a sentence or two.
pub(crate) fn answer(ranking: &Ranking, model: &Model, language: Language) -> String {
    let measure = named(&ranking.by, model, language);
    let count = ("count", ranking.rows.len().into());
    let Some(best) = ranking.rows.iter().find(|row| row.value.mean.is_some()) else {
        return language.say("ranking-answer-none", &[count, ("measure", (&measure).into())]);
    };
    let unit = &ranking.by.unit;
    let value = spread(best.value, unit).map(|value| value.text_in(language)).unwrap_or_default();
    let value = with_unit(&value, unit, language);
    let said =
        [count, ("measure", (&measure).into()), ("scenario", (&best.scenario).into()), ("value", (&value).into())];
    if ranking.decided {
        let (confidence, indifference) = (percent(ranking.confidence, language), indifference(ranking, language));
        let more = [("confidence", (&confidence).into()), ("indifference", (&indifference).into())];
        language.say("ranking-answer", &[&said[..], &more].concat())
    } else {
        let left = ranking.rows.iter().filter(|row| row.standing == Standing::InQuestion).count();
        let replications = best.replications.to_string();
        let more = [("left", left.into()), ("replications", (&replications).into())];
        language.say("ranking-answer-open", &[&said[..], &more].concat())
    }
}

/// How the choice was made.
pub(crate) fn rule(ranking: &Ranking, language: Language) -> String {
    let (confidence, indifference) = (percent(ranking.confidence, language), indifference(ranking, language));
    let values = [
        ("first", ranking.first_stage.into()),
        ("confidence", (&confidence).into()),
        ("indifference", (&indifference).into()),
    ];
    language.say("ranking-rule", &values)
}

/// A number that was asked for: measure, statistic, traffic and unit.
pub(crate) fn by(asked: &Asked, model: &Model, language: Language) -> String {
    let measure = words::measure_with_unit(language, &asked.measure, &asked.unit);
    let said =
        language.say("ranking-by", &[("measure", (&measure).into()), ("statistic", statistic(asked).as_str().into())]);
    if asked.scope.is_empty() && asked.direction.is_empty() {
        return said;
    }
    let scope = if asked.scope.is_empty() { view::CORRIDOR } else { &asked.scope };
    let scope = words::scope_label(language, model, scope, &asked.direction, "");
    language.say("labelled", &[("label", (&said).into()), ("text", (&scope).into())])
}

fn statistic(asked: &Asked) -> String {
    if asked.statistic == "mean" { asked.statistic.clone() } else { asked.statistic.to_uppercase() }
}

/// A number that was asked for as it stands inside a sentence: measure, statistic, place and traffic.
pub(crate) fn named(asked: &Asked, model: &Model, language: Language) -> String {
    let title = words::measure_title(language, &asked.measure);
    let title = if asked.statistic == "mean" { title } else { format!("{title} {}", statistic(asked)) };
    if asked.scope.is_empty() && asked.direction.is_empty() {
        return title;
    }
    let scope = if asked.scope.is_empty() { view::CORRIDOR } else { &asked.scope };
    words::list(language, &[title, words::scope_label(language, model, scope, &asked.direction, "")])
}

/// What became of a scenario.
pub(crate) fn standing(standing: Standing, language: Language) -> String {
    language.word(match standing {
        Standing::Chosen => "ranking-chosen",
        Standing::InQuestion => "ranking-in-question",
        Standing::Dropped => "ranking-dropped",
        Standing::NoValue => "ranking-no-value",
    })
}

/// A number with its half-width, in its unit as people write it.
pub(crate) fn spread(spread: Spread, unit: &str) -> Option<Estimate> {
    Some(view::in_unit(spread.mean?, spread.half_width, unit))
}

/// A difference with its sign and half-width.
pub(crate) fn difference(spread: Spread, unit: &str) -> Option<Estimate> {
    Some(view::difference_in_unit(spread.mean?, spread.half_width, unit))
}

fn indifference(ranking: &Ranking, language: Language) -> String {
    let unit = &ranking.by.unit;
    with_difference_unit(&view::in_unit(ranking.indifference, None, unit).text_in(language), unit, language)
}

/// A difference with its unit; that of two shares is percentage points.
pub(crate) fn with_difference_unit(number: &str, unit: &str, language: Language) -> String {
    match unit {
        "share" => format!("{number} {}", language.word("unit-points")),
        _ => with_unit(number, unit, language),
    }
}

pub(crate) fn with_unit(number: &str, unit: &str, language: Language) -> String {
    match words::unit(language, unit).as_str() {
        "" => number.to_owned(),
        unit => format!("{number} {unit}"),
    }
}

fn percent(share: f64, language: Language) -> String {
    crate::number::localised(crate::number::plain(share * 100.0).trim_end_matches(".0"), language)
}
