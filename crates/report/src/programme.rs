//! The programme in words, for the terminal and the page alike.

pub(crate) mod effect;

use crate::language::Language;
use crate::number::{self, Estimate};
use crate::rests_on::{self, HASH_SHOWN, evidence};
use portway_study::Programme;
use portway_study::programme::{Cost, ProjectRow};

/// What the answer is about.
pub(crate) fn heading(programme: &Programme, language: Language) -> String {
    language.say("programme-heading", &[("title", (&programme.title).into())])
}

/// How many are open, how late the others are announced, and how many may be open by the end of the year.
pub(crate) fn answer(programme: &Programme, language: Language) -> String {
    let count = |status: &str| programme.projects.iter().filter(|row| row.status == status).count();
    let (all, open, stopped) = (programme.projects.len(), count("open"), count("stopped"));
    let values = [
        ("count", all.into()),
        ("open", open.into()),
        ("pending", (all - open - stopped).into()),
        ("stopped", stopped.into()),
    ];
    let mut said = vec![language.say("programme-answer", &values)];
    let pending = programme.projects.iter().filter(|row| !["open", "stopped"].contains(&row.status.as_str()));
    let late: Vec<f64> = pending.filter_map(|row| row.months_late).filter(|months| *months > 0.0).collect();
    if !late.is_empty() {
        let mean = late.iter().sum::<f64>() / late.len() as f64;
        let months = number::estimate_within(mean, None, 1).text_in(language);
        said.push(language.say("programme-answer-late", &[("late", late.len().into()), ("months", (&months).into())]));
    }
    let outlooks: Vec<f64> =
        programme.projects.iter().filter_map(|row| Some(row.outlook.as_ref()?.chance_by_year)).collect();
    if let (Some(year), false) = (programme.year, outlooks.is_empty()) {
        let expected = number::estimate_within(outlooks.iter().sum(), None, 1).text_in(language);
        let year = year.to_string();
        let values = [("year", (&year).into()), ("expected", (&expected).into()), ("told", outlooks.len().into())];
        said.push(language.say("programme-answer-expected", &values));
    }
    language.sentences(&said)
}

/// How far a project is.
pub(crate) fn status(row: &ProjectRow, language: Language) -> String {
    language.word(&format!("programme-status-{}", row.status.replace(' ', "-")))
}

/// A heading that names the year of the chances; the one of the next opening is none where nothing is to open.
pub(crate) fn by_year(programme: &Programme, id: &str, language: Language) -> Option<String> {
    let year = programme.year?.to_string();
    Some(language.say(id, &[("year", (&year).into())]))
}

/// A chance in whole per cent.
pub(crate) fn percent(chance: f64) -> Estimate {
    Estimate { value: number::integer(chance * 100.0), half_width: None }
}

/// Months to one decimal; whole ones from ten on.
pub(crate) fn months(months: f64) -> Estimate {
    let decimals = if months.abs() < 10.0 { 1 } else { 0 };
    number::estimate_within(months, None, decimals)
}

/// An amount in the large units of a language.
pub(crate) fn cost(cost: &Cost, language: Language) -> String {
    let (large, middle) = match language {
        Language::En | Language::Ru => (1e9, 1e6),
        Language::Zh => (1e8, 1e4),
    };
    let (id, unit) = match cost.amount {
        amount if amount >= large => ("programme-amount-large", large),
        amount if amount >= middle => ("programme-amount-middle", middle),
        _ => ("programme-amount-plain", 1.0),
    };
    let text = number::plain(cost.amount / unit);
    // An announced sum is not known to the digits that zeros behind a point would claim.
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let text = number::localised(text, language);
    language.say(id, &[("number", (&text).into()), ("currency", (&cost.currency).into())])
}

/// How many of the milestones are done; nothing for a project without any.
pub(crate) fn milestones(row: &ProjectRow, language: Language) -> Option<String> {
    let values = [("done", row.milestones_done.into()), ("all", row.milestones.len().into())];
    (!row.milestones.is_empty()).then(|| language.say("programme-milestones-done", &values))
}

/// What the answer rests on, one line each.
pub(crate) fn rests_on(programme: &Programme, language: Language) -> Vec<String> {
    let hash: String = programme.model.hash.chars().take(HASH_SHOWN).collect();
    let draws = number::localised(&number::integer(f64::from(programme.draws)), language);
    let seed = programme.seed.to_string();
    let model =
        [("name", (&programme.model.name).into()), ("hash", (&hash).into()), ("version", (&programme.portway).into())];
    let mut lines = vec![
        evidence(&programme.evidence, language),
        language.say("programme-draws", &[("draws", (&draws).into()), ("seed", (&seed).into())]),
        language.say("rests-on-model", &model),
        language.word("programme-rule"),
    ];
    if let Some(effects) = &programme.effects {
        let of_run = rests_on::lines(&effects.rests_on, language);
        lines.extend(of_run.into_iter().filter(|line| !lines.contains(line)).collect::<Vec<_>>());
        lines.push(language.word("programme-effect-rule"));
    }
    lines
}
