//! What projects bring, in words and written numbers.

use super::cost;
use crate::language::Language;
use crate::number::{self, Estimate};
use crate::words;
use portway_study::Programme;
use portway_study::programme::{
    Change, Cost, Effect, Effects, Group, Lanes, Outcome, Price, ProjectEffect, ProjectRow, Spread,
};

/// Stages and links whose capacity is told behind a project in a table of the terminal.
const LANES_TOLD: usize = 3;

/// The project that brings the most, and how sure that is.
pub(crate) fn answer(programme: &Programme, effects: &Effects, language: Language) -> String {
    let window = language.iso_dates(&effects.rests_on.from, &effects.rests_on.to);
    let scenario = ("scenario", (&effects.rests_on.scenario_title).into());
    let Some(best) = &effects.best else {
        return language.say("programme-best-none", &[scenario, ("window", (&window).into())]);
    };
    let title = |name: &String| {
        programme.projects.iter().find(|row| row.name == *name).map_or(name.clone(), |row| row.title.clone())
    };
    let gain = effects
        .projects
        .iter()
        .find(|of| of.name == best.name)
        .and_then(|of| Some(of.effect.as_ref()?.crossings_per_day));
    let gain = gain.and_then(crossings).map(|gain| gain.text_in(language)).unwrap_or_default();
    let project = title(&best.name);
    let values = [scenario, ("window", (&window).into()), ("project", (&project).into()), ("gain", (&gain).into())];
    let mut said = vec![language.say("programme-best", &values)];
    let others: Vec<String> = best.not_told_apart.iter().map(title).collect();
    if !others.is_empty() {
        let others = words::list(language, &others);
        said.push(language.say("programme-best-tied", &[("others", (&others).into())]));
    } else if told(programme, effects).len() > 1 {
        said.push(language.word("programme-best-alone"));
    }
    language.sentences(&said)
}

/// Each project with its effect.
pub(crate) fn told<'p>(programme: &'p Programme, effects: &'p Effects) -> Vec<(&'p ProjectRow, &'p Effect)> {
    let both = programme.projects.iter().zip(&effects.projects);
    both.filter_map(|(row, of)| Some((row, of.effect.as_ref()?))).collect()
}

/// One line for each reason why effects are not told, with the projects that it holds for.
pub(crate) fn untold(programme: &Programme, effects: &Effects, language: Language) -> Vec<String> {
    let both = || programme.projects.iter().zip(&effects.projects);
    let of = |outcome: Outcome| -> Vec<String> {
        both().filter(|(_, of)| of.outcome == outcome).map(|(row, _)| row.title.clone()).collect()
    };
    let reasons = [
        (Outcome::AlreadyThere, "programme-untold-already-there"),
        (Outcome::LeftOut, "programme-untold-left-out"),
        (Outcome::ChangesNothing, "programme-untold-changes-nothing"),
    ];
    let mut lines: Vec<String> = Vec::new();
    for (outcome, id) in reasons {
        let projects = of(outcome);
        if !projects.is_empty() {
            lines.push(language.say(id, &[("projects", (&words::list(language, &projects)).into())]));
        }
    }
    let refused = both().filter(|(_, of)| of.outcome == Outcome::CannotRun);
    lines.extend(refused.map(|(row, ProjectEffect { reason, .. })| {
        language.say("programme-untold-cannot-run", &[("project", (&row.title).into()), ("reason", reason.into())])
    }));
    lines
}

/// A difference of crossings, seats or tonnes a day.
pub(crate) fn crossings(change: Change) -> Option<Estimate> {
    Some(number::signed(change.difference?, change.half_width, 1))
}

/// The same without decimals.
pub(crate) fn whole(change: Change) -> Option<Estimate> {
    Some(number::signed(change.difference?, change.half_width, 0))
}

fn is_sure(change: Change) -> bool {
    change.difference.zip(change.half_width).is_some_and(|(difference, half_width)| difference.abs() > half_width)
}

/// A difference of times in hours.
pub(crate) fn hours(change: Change) -> Option<Estimate> {
    Some(number::signed(change.difference?, change.half_width, 2))
}

pub(crate) fn group(group: Group, language: Language) -> String {
    language.word(match group {
        Group::People => "programme-people",
        Group::Vehicles => "programme-vehicles",
    })
}

/// What a daily crossing costs, with the ends of its interval.
pub(crate) fn price(price: &Price, language: Language) -> String {
    let of = |amount: f64| cost(&Cost { amount, currency: price.currency.clone() }, language);
    let (amount, low, high) = (of(price.amount), of(price.low), of(price.high));
    language.say("programme-range", &[("value", (&amount).into()), ("low", (&low).into()), ("high", (&high).into())])
}

/// A number over all draws: its mean, P10 and P90.
pub(crate) fn spread(spread: Spread) -> [Estimate; 3] {
    [spread.mean, spread.p10, spread.p90].map(|value| number::estimate_within(value, None, 0))
}

fn range(spread: Spread, language: Language) -> String {
    let [mean, low, high] = self::spread(spread).map(|of| of.text_in(language));
    language.say("programme-range", &[("value", (&mean).into()), ("low", (&low).into()), ("high", (&high).into())])
}

/// What a stage or link is called.
pub(crate) fn lane_title(lanes: &Lanes, language: Language) -> String {
    let title = if lanes.facility.is_empty() {
        lanes.title.clone()
    } else {
        let values = [("facility", (&lanes.facility).into()), ("stage", (&lanes.title).into())];
        language.say("stage-of-facility", &values)
    };
    // Stages are told apart by their names, the ways of a link only by their direction.
    match lanes.direction.is_empty() || !lanes.facility.is_empty() {
        true => title,
        false => language.say("programme-way", &[("title", (&title).into()), ("direction", (&lanes.direction).into())]),
    }
}

/// A capacity a day, or a dash where there is none.
pub(crate) fn per_day(value: Option<f64>) -> Option<Estimate> {
    Some(number::estimate_within(value?, None, 1))
}

/// What is told of a project beside times and crossings, one line each.
pub(crate) fn remarks(row: &ProjectRow, effect: &Effect, language: Language) -> Vec<String> {
    let mut lines = Vec::new();
    if effect.is_nothing() {
        lines.push(language.word("programme-no-difference"));
    }
    // What luck alone may be is in the tables of the page.
    let amount = |id: &str, change: Change| {
        let written = whole(change).filter(|_| is_sure(change))?.text_in(language);
        Some(language.say(id, &[("value", (&written).into())]))
    };
    lines.extend(amount("programme-hours-added", effect.hours_saved_per_day));
    lines.extend(amount("programme-seats-added", effect.seats_per_day));
    lines.extend(amount("programme-cargo-added", effect.cargo_t_per_day));
    lines.extend(effect.lanes.iter().take(LANES_TOLD).map(|lanes| {
        let of = |value| per_day(value).map_or_else(|| "–".to_owned(), |value| value.text_in(language));
        let (title, without, with) = (lane_title(lanes, language), of(lanes.without_per_day), of(lanes.with_per_day));
        let values = [("title", (&title).into()), ("without", (&without).into()), ("with", (&with).into())];
        language.say("programme-lanes-added", &values)
    }));
    if effect.lanes.len() > LANES_TOLD {
        lines.push(language.say("programme-lanes-more", &[("count", (effect.lanes.len() - LANES_TOLD).into())]));
    }
    if let Some(of) = &effect.cost_per_daily_crossing {
        lines.push(language.say("programme-price", &[("price", (&price(of, language)).into())]));
    }
    if let (Some(loss), Some(outlook), false) = (&effect.slip, &row.outlook, effect.crossings_per_day.is_nothing()) {
        let days = number::localised(&number::integer(outlook.mean_slip_days), language);
        let lost = range(loss.crossings, language);
        lines.push(language.say("programme-slip-costs", &[("days", (&days).into()), ("lost", (&lost).into())]));
    }
    for (id, growing) in
        [("programme-grows-without", &effect.growing_without), ("programme-grows-with", &effect.growing_with)]
    {
        if let Some(first) = growing.first() {
            let known = effect.lanes.iter().find(|lanes| lanes.scope == *first);
            let scope = known.map_or_else(|| first.clone(), |lanes| lane_title(lanes, language));
            lines.push(language.say(id, &[("scope", (&scope).into())]));
        }
    }
    lines
}
