//! What an answer rests on, in words: evidence, replications and seed, model and version.

use crate::language::Language;
use crate::style::{Ink, Style};
use crate::text;
use portway_study::{EvidenceCounts, RestsOn};

/// The lines as a part of a terminal answer.
pub fn text(rests_on: &RestsOn, style: Style) -> String {
    let style = style.of_a_page();
    let title = style.paint(Ink::Strong, &style.language.word("rests-on"));
    let lines = lines(rests_on, style.language).into_iter();
    let body: String = lines.map(|line| format!("{}\n", text::wrap(&line, style.width, "  "))).collect();
    format!("{title}\n{body}")
}

/// How many inputs there are, and how good each is.
pub(crate) fn evidence(counts: &EvidenceCounts, language: Language) -> String {
    if counts.all() == counts.without {
        return language.word("rests-on-nothing");
    }
    let values = [
        ("all", counts.all().into()),
        ("observed", counts.observed.into()),
        ("design", counts.design.into()),
        ("derived", counts.derived.into()),
        ("assumption", counts.assumption.into()),
        ("without", counts.without.into()),
    ];
    language.say("rests-on-evidence", &values)
}

/// One line each: evidence, the run, the scenario, the model, and what ± means.
pub(crate) fn lines(rests_on: &RestsOn, language: Language) -> Vec<String> {
    let RestsOn { from, to, zone, seed, replications, .. } = rests_on;
    let hash: String = rests_on.model.hash.chars().take(HASH_SHOWN).collect();
    let run = language.say("replications", &[("count", (*replications).into())]);
    let evidence = evidence(&rests_on.evidence, language);
    let (seed, window) = (seed.to_string(), language.iso_dates(from, to));
    let run = [
        ("replications", (&run).into()),
        ("seed", (&seed).into()),
        ("window", (&window).into()),
        ("zone", zone.into()),
    ];
    let scenario = [("scenario", (&rests_on.scenario).into()), ("title", (&rests_on.scenario_title).into())];
    let model =
        [("name", (&rests_on.model.name).into()), ("hash", (&hash).into()), ("version", (&rests_on.portway).into())];
    let level = format!("{:.0}", rests_on.level * 100.0);
    let mut lines = vec![
        evidence,
        language.say("rests-on-run", &run),
        language.say("rests-on-scenario", &scenario),
        language.say("rests-on-model", &model),
    ];
    if *replications > 1 {
        lines.push(language.say("interval-note", &[("level", (&level).into())]));
    }
    lines
}

/// Digits of a hash that tell models apart at a glance.
pub(crate) const HASH_SHOWN: usize = 12;
