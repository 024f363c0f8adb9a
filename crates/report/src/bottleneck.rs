//! A bottleneck in words, for the terminal and the page alike.

use crate::explain::about;
use crate::language::{Language, Value};
use crate::number::{self, Estimate};
use crate::travellers;
use crate::view;
use crate::words;
use portway_model::Model;
use portway_study::Bottleneck;
use portway_study::bottleneck::{
    Amount, Cause, Effect, Group, Held, Kind, LEAST_SHARE, Limit, RankBy, Root, Row, Verdict, Where,
};

/// Rows whose effect is smaller than this part of the scenario's total are told of together.
const OF_NO_WEIGHT: f64 = 0.000_01;

/// What the answer is about.
pub(crate) fn heading(found: &Bottleneck, language: Language) -> String {
    let rests_on = &found.rests_on;
    language.say(
        "bottleneck-heading",
        &[("title", (&rests_on.title).into()), ("scenario", (&rests_on.scenario_title).into())],
    )
}

/// The answer: the limit, and the resource that buys most where a resource is the limit.
pub(crate) fn answer(found: &Bottleneck, model: &Model, language: Language) -> String {
    let mut sentences = vec![limit(found, model, language)];
    if found.limit != Limit::Demand {
        sentences.extend(best(found, model, language));
    }
    language.sentences(&sentences)
}

/// What else there is to say: what a resource buys although demand is the limit, and what would buy more.
pub(crate) fn more(found: &Bottleneck, model: &Model, language: Language) -> String {
    let mut sentences = if found.limit == Limit::Demand { best(found, model, language) } else { Vec::new() };
    let gain = |row: &Row| found.by.effect(row).difference.map_or(0.0, |difference| found.by.gain(difference));
    let best = found.best.as_ref().and_then(|best| found.rows.get(best.row)).map_or(0.0, gain);
    let process = found.rows.iter().find(|row| row.resource.group == Group::Process);
    if let Some(row) = process.filter(|row| row.verdict == Verdict::Gains && gain(row) > best) {
        sentences.push(buys("bottleneck-answer-process", found, row, model, language));
    }
    language.sentences(&sentences)
}

fn best(found: &Bottleneck, model: &Model, language: Language) -> Vec<String> {
    let Some((best, row)) = found.best.as_ref().and_then(|best| Some((best, found.rows.get(best.row)?))) else {
        return vec![language.word("bottleneck-answer-none")];
    };
    let mut sentences = vec![buys("bottleneck-answer-best", found, row, model, language)];
    if !best.not_told_apart.is_empty() {
        sentences.push(language.say("bottleneck-answer-tied", &[("count", best.not_told_apart.len().into())]));
    }
    sentences
}

fn limit(found: &Bottleneck, model: &Model, language: Language) -> String {
    let who = ("who", travellers::who(model).into());
    let text = |amount: Amount| of_amount(amount, 1).text_in(language);
    let (crossings, arrivals) = (text(found.base.crossings_per_day), text(found.base.arrivals_per_day));
    let crossings = ("crossings", (&crossings).into());
    match (found.limit, &found.demand) {
        (Limit::Demand, Some(demand)) => {
            let (more, crossed) = (text(demand.arrivals_per_day), text(demand.crossings_per_day));
            let values = [who, crossings, ("more", (&more).into()), ("crossed", (&crossed).into())];
            language.say("bottleneck-answer-demand", &values)
        }
        (Limit::Demand, None) => language.say("bottleneck-answer-timetable", &[who, crossings]),
        (Limit::Resource, _) => {
            language.say("bottleneck-answer-resource", &[who, crossings, ("arrivals", (&arrivals).into())])
        }
        (Limit::Unclear, _) => {
            language.say("bottleneck-answer-unclear", &[who, crossings, ("arrivals", (&arrivals).into())])
        }
    }
}

/// A sentence on what one change buys.
fn buys(id: &str, found: &Bottleneck, row: &Row, model: &Model, language: Language) -> String {
    let (place, change, effects) =
        (place(row, model, language), change(row, true, language), effects(found, row, language));
    language.say(id, &[("place", (&place).into()), ("change", (&change).into()), ("effects", (&effects).into())])
}

/// The effects of a row that are sure and can be written: what is ranked by first.
fn effects(found: &Bottleneck, row: &Row, language: Language) -> String {
    let mut order = [RankBy::Hours, RankBy::Crossings, RankBy::P90];
    order.sort_by_key(|by| *by != found.by);
    let said = order.into_iter().filter_map(|by| {
        let (difference, half_width) = by.effect(row).difference.zip(by.effect(row).half_width)?;
        let decimals = decimals(by);
        if difference.abs() <= half_width || difference.abs() < 0.5 * 10_f64.powi(-decimals) {
            return None;
        }
        let value = number::quantity(difference.abs(), Some(half_width), decimals).text_in(language);
        let share = 100.0 * difference.abs() / found.base.vehicle_hours_per_year.mean;
        let share = number::localised(&about(share), language);
        let gains = by.gain(difference) > 0.0;
        let value = ("value", (&value).into());
        Some(match by {
            RankBy::Hours => {
                let id = if gains { "bottleneck-saved-hours" } else { "bottleneck-lost-hours" };
                language.say(id, &[value, ("share", (&share).into())])
            }
            RankBy::Crossings => {
                let id = if gains { "bottleneck-gained-crossings" } else { "bottleneck-lost-crossings" };
                language.say(id, &[value])
            }
            RankBy::P90 => {
                let id = if gains { "bottleneck-saved-p90" } else { "bottleneck-lost-p90" };
                language.say(id, &[value])
            }
        })
    });
    let all: Vec<String> = said.collect();
    words::list(language, &all)
}

/// Where a change is made.
pub(crate) fn place(row: &Row, model: &Model, language: Language) -> String {
    match row.resource.kind {
        Kind::SideLanes => language.say("bottleneck-country", &[("country", (&row.resource.title).into())]),
        Kind::Demand => language.word("bottleneck-flows"),
        Kind::Hours | Kind::Closures => language.say("bottleneck-calendar", &[("title", (&row.resource.title).into())]),
        // A stage is called by its facility's title and its own, as the language joins them.
        _ if model.stages.find(&row.resource.scope).is_some() => {
            view::scope_title(language, model, &row.resource.scope)
        }
        _ => row.resource.title.clone(),
    }
}

/// The change itself; times are only written out where there is room for them.
pub(crate) fn change(row: &Row, long: bool, language: Language) -> String {
    let id = match row.resource.kind {
        Kind::Lanes => "lanes",
        Kind::LotPlaces => "lot-places",
        Kind::ExtraLanes => "extra-lanes",
        Kind::Room => "room",
        Kind::Slots => "slots",
        Kind::Hours => "hours",
        Kind::Closures => "closures",
        Kind::Storage => "storage",
        Kind::FlowCapacity => "flow-capacity",
        Kind::Fleet => "fleet",
        Kind::Seats => "seats",
        Kind::Headway => "headway",
        Kind::Departures => "departures",
        Kind::AtMost => "at-most",
        Kind::Season => "season",
        Kind::Incidents => "incidents",
        Kind::Incident => "incident",
        Kind::SideLanes => "side-lanes",
        Kind::Demand => "demand",
        Kind::Service if long => "service-long",
        Kind::Lead if long => "lead-long",
        Kind::Service => "service",
        Kind::Lead => "lead",
    };
    let (from, to) = (in_language(&row.resource.from, language), in_language(&row.resource.to, language));
    let values: [(&str, Value<'_>); 2] = [("from", (&from).into()), ("to", (&to).into())];
    language.say(&format!("bottleneck-kind-{id}"), &values)
}

/// A value as results write it, `3 d 22 h` or `15 h/day`, with its units in a language.
fn in_language(value: &str, language: Language) -> String {
    let word = |word: &str| match word {
        "s" | "min" | "h" | "d" | "unlimited" => language.word(&format!("bottleneck-unit-{word}")),
        "h/day" => language.word("bottleneck-unit-h-day"),
        other => match other.strip_suffix("/h") {
            Some(number) => number::localised(number, language) + &language.word("bottleneck-unit-per-h"),
            // Lanes of several shifts are a list, whose commas stay.
            None if other.contains('.') => number::localised(other, language),
            None => other.to_owned(),
        },
    };
    value.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

/// Whether a change begins from a number that nobody published.
pub(crate) fn is_assumed(row: &Row) -> bool {
    matches!(row.resource.evidence.as_str(), "assumption" | "none")
}

/// The groups in their order with their headings.
pub(crate) const GROUPS: [(Group, &str); 4] = [
    (Group::Resource, "bottleneck-title-resource"),
    (Group::Side, "bottleneck-title-side"),
    (Group::Process, "bottleneck-title-process"),
    (Group::Demand, "bottleneck-title-demand"),
];

/// The rows of a group that are worth a line, and the others. Sides and demand are always worth one.
pub(crate) fn worth(found: &Bottleneck, group: Group) -> (Vec<&Row>, Vec<&Row>) {
    let total = found.base.vehicle_hours_per_year.mean * OF_NO_WEIGHT;
    found.rows.iter().filter(|row| row.resource.group == group).partition(|row| {
        let always = matches!(group, Group::Side | Group::Demand);
        let sure = matches!(row.verdict, Verdict::Gains | Verdict::Loses);
        let weighs = |by: RankBy, least: f64| by.effect(row).difference.is_some_and(|d| d.abs() >= least);
        always
            || (sure && (weighs(RankBy::Hours, total) || weighs(RankBy::Crossings, 0.05) || weighs(RankBy::P90, 0.005)))
    })
}

/// How many rows with an effect are not shown here.
pub(crate) fn beyond(count: usize, language: Language) -> String {
    language.say("bottleneck-beyond", &[("count", count.into())])
}

/// What may hide behind the noise of the others at most, and where, in a sentence.
pub(crate) fn rest(found: &Bottleneck, rows: &[&Row], model: &Model, language: Language) -> String {
    let count = ("count", rows.len().into());
    let most = |row: &&&Row| found.by.effect(row).most_gain(found.by);
    let largest = rows
        .iter()
        .filter(|row| most(row).is_some())
        .max_by(|a, b| most(a).unwrap_or(f64::NEG_INFINITY).total_cmp(&most(b).unwrap_or(f64::NEG_INFINITY)));
    let decimals = decimals(found.by);
    let written = largest.and_then(|row| Some((row, most(&row)?))).filter(|(_, most)| *most >= 10_f64.powi(-decimals));
    let Some((row, most)) = written else {
        return language.say("bottleneck-rest-unknown", &[count]);
    };
    let value = number::localised(&number::estimate_within(most, None, decimals).text(), language);
    let id = match found.by {
        RankBy::Hours => "bottleneck-most-hours",
        RankBy::Crossings => "bottleneck-most-crossings",
        RankBy::P90 => "bottleneck-most-p90",
    };
    let (value, place) = (language.say(id, &[("value", (&value).into())]), place(row, model, language));
    language.say("bottleneck-rest", &[count, ("value", (&value).into()), ("place", (&place).into())])
}

/// What was not tried, and why, in a sentence; empty where everything was.
pub(crate) fn not_tried(found: &Bottleneck, language: Language) -> String {
    if found.not_tried.is_empty() {
        return String::new();
    }
    let share = number::localised(&number::plain(100.0 * LEAST_SHARE), language);
    let values = [("count", found.not_tried.len().into()), ("share", (&share).into())];
    language.say("bottleneck-not-tried", &values)
}

/// Decimals beyond which a number says nothing: an hour a year, a tenth of a vehicle a day, half a minute.
fn decimals(by: RankBy) -> i32 {
    match by {
        RankBy::Hours => 0,
        RankBy::Crossings => 1,
        RankBy::P90 => 2,
    }
}

/// An effect with its sign.
pub(crate) fn effect(effect: Effect, by: RankBy) -> Option<Estimate> {
    Some(number::signed(effect.difference?, effect.half_width, decimals(by)))
}

/// A mean with its half-width.
pub(crate) fn of_amount(amount: Amount, most_decimals: i32) -> Estimate {
    number::quantity(amount.mean, amount.half_width, most_decimals)
}

/// What is shown and what it is measured against.
pub(crate) fn lead(found: &Bottleneck, language: Language) -> String {
    let text = |amount: Amount| of_amount(amount, 0).text_in(language);
    let (hours, waiting) = (text(found.base.vehicle_hours_per_year), text(found.base.waiting_hours_per_year));
    language.say("bottleneck-lead", &[("hours", (&hours).into()), ("waiting", (&waiting).into())])
}

/// How the answer was come by.
pub(crate) fn rule(found: &Bottleneck, language: Language) -> String {
    let percent = |level: f64, decimals: usize| number::localised(&format!("{:.decimals$}", 100.0 * level), language);
    let (level, each) = (percent(found.rests_on.level, 0), percent(found.simultaneous_level, 2));
    let values = [
        ("screening", found.screening.into()),
        ("replications", found.rests_on.replications.into()),
        ("level", (&level).into()),
        ("each", (&each).into()),
    ];
    language.say("bottleneck-rule", &values)
}

/// The title of a station, with its direction where it is a way of a link.
pub(crate) fn station(at: &Where, model: &Model, language: Language) -> String {
    // A way of a link that traffic of several directions uses has a name that the model does not know.
    let known = model.stages.find(&at.scope).is_some() || model.links.find(&at.scope).is_some();
    let title = if known { view::scope_title(language, model, &at.scope) } else { at.title.clone() };
    if at.direction.is_empty() {
        return title;
    }
    format!("{title} ({})", view::direction_title(model, &at.direction))
}

/// A cause in a sentence.
pub(crate) fn root(root: &Root, model: &Model, language: Language) -> String {
    let place = station(&root.at, model, language);
    let place = ("place", (&place).into());
    let share =
        |amount: Amount| Amount { mean: 100.0 * amount.mean, half_width: amount.half_width.map(|hw| 100.0 * hw) };
    let with_use = root.lane_use_share.map(|amount| of_amount(share(amount), 1).text_in(language));
    match (root.cause, &with_use) {
        (Cause::Overloaded, Some(share)) => language.say("bottleneck-root-overloaded", &[place, ("use", share.into())]),
        (Cause::Busy, Some(share)) => language.say("bottleneck-root-busy", &[place, ("use", share.into())]),
        (Cause::Overloaded | Cause::Busy, None) => language.say("bottleneck-root-unknown", &[place]),
        (Cause::Closed, _) => language.say("bottleneck-root-closed", &[place]),
        (Cause::Full, _) => language.say("bottleneck-root-full", &[place]),
    }
}

/// An effect of a cause in a sentence.
pub(crate) fn held(held: &Held, model: &Model, language: Language) -> String {
    let (at, waits) = (station(&held.at, model, language), station(&held.waits_for, model, language));
    let (hours, vehicles) = (hours_held(held, language), vehicles_held(held, language));
    let values = [
        ("at", (&at).into()),
        ("hours", (&hours).into()),
        ("vehicles", (&vehicles).into()),
        ("waits", (&waits).into()),
    ];
    language.say(if is_closed(held) { "bottleneck-held-closed" } else { "bottleneck-held-full" }, &values)
}

pub(crate) fn hours_held(held: &Held, language: Language) -> String {
    of_amount(held.hours_per_day, 1).text_in(language)
}

pub(crate) fn vehicles_held(held: &Held, language: Language) -> String {
    of_amount(held.vehicles, 1).text_in(language)
}

/// Whether the other is closed for most of the holding.
pub(crate) fn is_closed(held: &Held) -> bool {
    held.closed_share > 0.5
}
