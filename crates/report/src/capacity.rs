//! What a corridor can take, in words, for the terminal and the page alike.

use crate::language::Language;
use crate::number;
use crate::view;
use crate::words;
use portway_model::Model;
use portway_model::quantity::{self, Dimension};
use portway_study::Capacity;
use portway_study::capacity::{Axis, Between, Frontier, FrontierPoint, Limit, LimitKind, Outcome, Sustained};

/// What the answer is about.
pub(crate) fn heading(capacity: &Capacity, language: Language) -> String {
    language.say("capacity-heading", &[("title", (&capacity.rests_on.title).into())])
}

/// How much can be sustained, and what gives way first.
pub(crate) fn answer(capacity: &Capacity, model: &Model, language: Language) -> String {
    let Some(whole) = capacity.capacities.first() else { return String::new() };
    let most = capacity.most_replications.to_string();
    let low = number::localised(&number::lower_end(whole.low_per_day), language);
    let high = whole.high_per_day.map(|high| number::localised(&number::upper_end(high), language));
    let high = high.unwrap_or_else(|| "none".to_owned());
    let whom = ("whom", crate::travellers::who(model).into());
    let values = [("low", (&low).into()), whom, ("high", (&high).into()), ("most", (&most).into())];
    let said = match (whole.outcome, whole.per_day) {
        (Outcome::Enclosed, Some(found)) => {
            let (found_text, today) = (per_day(found, language), per_day(whole.today_per_day, language));
            let times = if whole.today_per_day > 0.0 { found / whole.today_per_day } else { 0.0 };
            let times = number::estimate_within(times, None, 1).text_in(language);
            let grows = only_direction(whole, model);
            let (who, mix) =
                (if grows.is_some() { "one" } else { "all" }, if capacity.mix.is_empty() { "own" } else { "asked" });
            let direction = grows.map_or("", |name| view::direction_title(model, name));
            let more = [
                ("per_day", (&found_text).into()),
                ("today", (&today).into()),
                ("times", (&times).into()),
                ("who", who.into()),
                ("mix", mix.into()),
                ("direction", direction.into()),
            ];
            language.say("capacity-answer", &[&values[..3], &more].concat())
        }
        (Outcome::Beyond, _) => language.say("capacity-answer-beyond", &values[..2]),
        (Outcome::NoneKeeps, _) if is_closed(whole) => return closed(whole, model, language),
        (Outcome::NoneKeeps, _) => language.say("capacity-answer-none", &values[1..3]),
        _ => language.say("capacity-answer-unclear", &values),
    };
    match &whole.limit {
        Some(limit) => {
            let limit = limited(capacity, limit, model, language);
            let limit = language.say("capacity-gives-way", &[("limit", (&limit).into())]);
            language.sentences(&[said, limit])
        }
        None => said,
    }
}

/// Whether the lanes that set the bound are open at no time of the window.
fn is_closed(found: &Sustained) -> bool {
    found.fluid.as_ref().is_some_and(|fluid| fluid.per_day <= 0.0)
}

/// The whole answer where nobody can pass.
fn closed(found: &Sustained, model: &Model, language: Language) -> String {
    let station = found.fluid.as_ref().map(|fluid| view::scope_title(language, model, &fluid.scope));
    language.say("capacity-answer-closed", &[("station", (&station.unwrap_or_default()).into())])
}

/// The one direction whose traffic grows, where the others stay.
fn only_direction<'s>(whole: &'s Sustained, model: &Model) -> Option<&'s str> {
    let name = whole.direction.as_str();
    (!name.is_empty() && model.directions.len() > 1).then_some(name)
}

/// What the smallest flow that breaks the standard breaks.
pub(crate) fn limited(capacity: &Capacity, limit: &Limit, model: &Model, language: Language) -> String {
    let group = if limit.passengers { "passengers" } else { "freight" };
    let direction = view::direction_title(model, &limit.direction);
    let traffic = language.say("capacity-traffic", &[("group", group.into()), ("direction", direction.into())]);
    match limit.kind {
        LimitKind::Growth => {
            let station = view::scope_title(language, model, &limit.scope);
            language.say("capacity-limit-growth", &[("station", (&station).into())])
        }
        LimitKind::Time => {
            let standard = time_standard(capacity);
            language.say("capacity-limit-time", &[("traffic", (&traffic).into()), ("standard", (&standard).into())])
        }
        LimitKind::Carried => {
            // Shares are kept to a millionth, so that 1 − 0.95 reads as 5 %.
            let lost = ((1.0 - capacity.standard.carried_share) * 1e6).round() / 1e6;
            let lost = number::localised(&quantity::words(lost, Dimension::Share), language);
            let lost = if language == Language::Zh { lost.replace(' ', "") } else { lost };
            language.say("capacity-limit-carried", &[("traffic", (&traffic).into()), ("lost", (&lost).into())])
        }
    }
}

/// What gives way in each capacity, and which station sets its bound: whose, and a sentence or two.
pub(crate) fn limits(capacity: &Capacity, model: &Model, language: Language) -> Vec<String> {
    let line = |found: &Sustained| {
        let mut limit = limited(capacity, found.limit.as_ref()?, model, language);
        if found.outcome == Outcome::NoneKeeps && !found.direction.is_empty() && !is_closed(found) {
            limit = language.say("capacity-others-break", &[("limit", (&limit).into())]);
        } else if is_wide(capacity, found) {
            let most = capacity.most_replications.to_string();
            let wide = language.say("capacity-wide", &[("most", (&most).into())]);
            limit = language.sentences(&[limit, wide]);
        }
        let bound = found.fluid.as_ref();
        let bound = bound.map(|fluid| {
            let station = view::scope_title(language, model, &fluid.scope);
            language.say("capacity-bound", &[("station", (&station).into())])
        });
        let (who, bound) = (who(found, model, language), bound.unwrap_or_default());
        let values = [("who", (&who).into()), ("limit", (&limit).into()), ("bound", (&bound).into())];
        Some(language.say("capacity-line", &values))
    };
    capacity.capacities.iter().filter_map(line).collect()
}

/// Whether an interval is much wider than was asked for.
fn is_wide(capacity: &Capacity, found: &Sustained) -> bool {
    let half = found.high_per_day.map(|high| (high - found.low_per_day) / (high + found.low_per_day));
    half.is_some_and(|half| half > FAR_FROM_ASKED * capacity.precision)
}

/// How many times the precision that was asked for a reader takes without wondering.
const FAR_FROM_ASKED: f64 = 3.0;

/// The part of the standard that limits a time, as `--standard` reads it.
fn time_standard(capacity: &Capacity) -> String {
    capacity.standard_text.split(',').next().unwrap_or_default().to_owned()
}

/// A flow in vehicles per day.
pub(crate) fn per_day(value: f64, language: Language) -> String {
    number::localised(&number::plain(value), language)
}

/// The interval of a capacity; its upper end is open where nothing breaks the standard.
pub(crate) fn interval(found: &Sustained, language: Language) -> String {
    let high = found.high_per_day.map_or_else(|| "…".to_owned(), number::upper_end);
    number::localised(&format!("{}–{high}", number::lower_end(found.low_per_day)), language)
}

/// The capacity itself, or a dash.
pub(crate) fn found(found: &Sustained, language: Language) -> String {
    found.per_day.map_or_else(|| "–".to_owned(), |value| per_day(value, language))
}

/// The fluid bound and the capacity's share of it in per cent.
pub(crate) fn bound(found: &Sustained, language: Language) -> [String; 2] {
    let bound = found.fluid.as_ref().map(|fluid| fluid.per_day);
    let share = found.per_day.zip(bound).filter(|(_, bound)| *bound > 0.0).map(|(found, bound)| 100.0 * found / bound);
    let said = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| per_day(value, language));
    [said(bound), share.map_or_else(|| "–".to_owned(), |share| number::integer(share.round()))]
}

/// Whose capacity a row is about.
pub(crate) fn who(found: &Sustained, model: &Model, language: Language) -> String {
    match found.direction.as_str() {
        "" => language.word("capacity-all"),
        name => view::direction_title(model, name).to_owned(),
    }
}

/// Headings of the table of capacities.
pub(crate) fn headings(capacity: &Capacity, language: Language) -> [String; 6] {
    let level = format!("{:.0}", capacity.rests_on.level * 100.0);
    let [direction, today, flow, fluid, share] =
        ["direction", "today", "flow", "fluid", "share"].map(|id| language.word(&format!("capacity-{id}")));
    [direction, today, flow, language.say("capacity-interval", &[("level", (&level).into())]), fluid, share]
}

/// What a frontier is about.
pub(crate) fn frontier_title(frontier: &Frontier, language: Language) -> String {
    language.word(match frontier.between {
        Between::Directions => "capacity-directions-title",
        Between::Classes => "capacity-classes-title",
    })
}

/// The name of an axis for people.
pub(crate) fn axis(axis: &Axis, between: Between, model: &Model, language: Language) -> String {
    match (between, axis.name.as_str()) {
        (Between::Directions, name) => view::direction_title(model, name).to_owned(),
        (Between::Classes, "passengers") => language.word("capacity-passengers"),
        (Between::Classes, _) => language.word("capacity-freight"),
    }
}

/// Headings of the table of a frontier.
pub(crate) fn frontier_headings(
    capacity: &Capacity,
    frontier: &Frontier,
    model: &Model,
    language: Language,
) -> [String; 6] {
    let [_, _, _, interval, fluid, _] = headings(capacity, language);
    let [a, b] = frontier.axes.each_ref().map(|of| axis(of, frontier.between, model, language));
    [language.word("capacity-split"), a, b, language.word("capacity-together"), interval, fluid]
}

/// The cells of a point: how it is shared, both parts, both together, the interval, the bound.
pub(crate) fn point(point: &FrontierPoint, language: Language) -> [String; 6] {
    let percent = |share: f64| number::integer((share * 100.0).round());
    let [first, second] = point.share;
    let part = |share: f64| {
        let value = point.sustained.per_day.map(|value| value * share);
        value.map_or_else(|| "–".to_owned(), |value| per_day(value, language))
    };
    let [fluid, _] = bound(&point.sustained, language);
    [
        format!("{} : {}", percent(first), percent(second)),
        part(first),
        part(second),
        found(&point.sustained, language),
        interval(&point.sustained, language),
        fluid,
    ]
}

/// The standard, the method, the mix and what stays.
pub(crate) fn method(capacity: &Capacity, model: &Model, language: Language) -> Vec<String> {
    let level = format!("{:.0}", capacity.rests_on.level * 100.0);
    let tested = || capacity.capacities.iter().flat_map(|found| &found.tested).map(|tested| tested.replications);
    let fewest = tested().min().unwrap_or(0).to_string();
    let (most, run) = (capacity.most_replications.to_string(), number::integer(f64::from(capacity.replications_run)));
    let run = number::localised(&run, language);
    let values =
        [("fewest", (&fewest).into()), ("most", (&most).into()), ("level", (&level).into()), ("run", (&run).into())];
    let mut lines = vec![language.say("capacity-standard", &[("standard", (&capacity.standard_text).into())])];
    if !capacity.mix.is_empty() {
        let one = |of: &portway_study::capacity::ClassShare| {
            let share = number::localised(number::plain(of.share * 100.0).trim_end_matches(".0"), language);
            format!("{} {}", view::class_title(model, &of.class), words::percent(language, &share))
        };
        let mix = language.list(&capacity.mix.iter().map(one).collect::<Vec<_>>());
        lines.push(language.say("capacity-mix", &[("mix", (&mix).into())]));
    }
    if let Some(whole) = capacity.capacities.first() {
        let ratio = number::localised(&number::plain((whole.busiest_day_ratio * 100.0).round() / 100.0), language);
        lines.push(language.say("capacity-busiest", &[("ratio", (&ratio).into())]));
    }
    if capacity.capacities.len() > 1 {
        lines.push(language.word("capacity-others-stay"));
    }
    lines.push(language.say("capacity-method", &values));
    lines
}
