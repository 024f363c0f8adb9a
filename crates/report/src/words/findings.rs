//! What studies say, in the language of the report: findings, warnings, and why a verdict cannot be told.

use crate::language::{Language, Value};
use crate::number;
use portway_study::results::Note;
use portway_study::said::{Said, Values};

/// The sentence of a finding or warning. One that no catalogue knows, as of an older run, is said in English.
pub(crate) fn note(language: Language, note: &Note) -> String {
    let said = said(language, &id(note), &note.values);
    match (said, note.values.get(Note::SCENARIO)) {
        (None, _) => note.message.clone(),
        (Some(said), Some(Said::Text(scenario))) => {
            language.say("note-of", &[("scenario", scenario.into()), ("note", (&said).into())])
        }
        (Some(said), _) => said,
    }
}

/// A few findings have another sentence where one of their values is missing.
fn id(note: &Note) -> String {
    match note.code.as_str() {
        "queue-grows" if !note.values.contains_key("ratio") => "note-queue-grows-closed".into(),
        "no-value" if !note.values.contains_key("day") => "note-no-value-in-warm-up".into(),
        code => format!("note-{code}"),
    }
}

/// Why a verdict cannot be told: its English sentence where no catalogue knows the code.
pub(crate) fn reason(language: Language, english: &str, code: &str, values: &Values) -> String {
    let said = (!code.is_empty()).then(|| said_of_reason(language, code, values)).flatten();
    said.unwrap_or_else(|| english.to_owned())
}

fn said_of_reason(language: Language, code: &str, values: &Values) -> Option<String> {
    let id = format!("reason-{code}");
    if values.is_empty() { language.knows(&id).then(|| language.word(&id)) } else { said(language, &id, values) }
}

/// A sentence with its values as the language writes them; none where it has none or is not known.
fn said(language: Language, id: &str, values: &Values) -> Option<String> {
    if values.is_empty() || !language.knows(id) {
        return None;
    }
    let texts: Vec<(&str, String)> =
        values.iter().map(|(name, value)| (name.as_str(), text(language, value))).collect();
    let values: Vec<(&str, Value<'_>)> = texts.iter().map(|(name, text)| (*name, text.into())).collect();
    Some(language.say(id, &values))
}

fn text(language: Language, value: &Said) -> String {
    match value {
        Said::Text(text) => text.clone(),
        Said::Number(number) => number::localised(number, language),
        Said::Date(date) => language.iso_date(date),
        Said::Place(titles) => place(language, titles),
    }
}

/// A stage with its facility, or a link.
fn place(language: Language, titles: &[String]) -> String {
    match titles {
        [facility, stage] => {
            language.say("stage-of-facility", &[("facility", facility.into()), ("stage", stage.into())])
        }
        titles => super::list(language, titles),
    }
}

#[cfg(test)]
mod tests;
