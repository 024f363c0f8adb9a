//! How a measure that was asked for is called: with its statistic, its place and its unit.

use crate::language::Language;
use crate::words;
use portway_study::AskedMeasure;

/// Title, statistic and place, as they stand inside a sentence.
pub(crate) fn asked_title(asked: &AskedMeasure, language: Language) -> String {
    let mut parts = vec![words::measure_title(language, asked.name)];
    parts.extend(Some(asked.statistic.to_uppercase()).filter(|statistic| !statistic.is_empty()));
    // A plan that somebody wrote may have no titles.
    let names = if asked.of.is_empty() { vec![asked.scope.clone(), asked.direction.clone()] } else { asked.of.clone() };
    parts.extend(names.into_iter().filter(|name| !name.is_empty()));
    words::list(language, &parts)
}

/// The same with its unit, as a heading.
pub(crate) fn asked_with_unit(asked: &AskedMeasure, language: Language) -> String {
    words::with_unit(language, &words::capitalised(&asked_title(asked, language)), &asked.unit)
}
