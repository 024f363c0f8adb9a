//! The answer on top of every report: how many cross, what the limit is, and how sure both are.

use crate::travellers::{self, Group};
use crate::view::{self, View};
use crate::words;

/// A lane use above which a stage is named as nearly full although demand is still the limit.
const NEARLY_FULL: f64 = 0.85;

/// A lane use above which the stage is the limit itself, although its queue may only be worked off, as after a given state.
const FULL: f64 = 0.995;

/// Says the result of a run in two short sentences, with its intervals.
pub(crate) fn sentence(view: &View<'_>) -> String {
    let crossings = crossings(view);
    match limit(view) {
        Some(limit) => {
            view.language.say("answer-and-limit", &[("crossings", (&crossings).into()), ("limit", (&limit).into())])
        }
        None => view.language.say("answer", &[("crossings", (&crossings).into())]),
    }
}

/// "167 ± 2 vehicles a day cross (China → Russia 84.2 ± 1.1, Russia → China 83.1 ± 1.0)"; with those who come where not
/// everybody gets through: "245 ± 2 of 252 ± 2 vehicles a day cross (…)".
fn crossings(view: &View<'_>) -> String {
    let language = view.language;
    let mean = |name: &str, direction: &str| {
        view::mean(view.corridor(name, direction, "")).map(|estimate| estimate.text_in(language))
    };
    if let Some(said) = of_groups(view) {
        return said;
    }
    let Some(all) = mean("crossings_per_day", "") else { return language.word("answer-nobody") };
    let coming = view.growing().and_then(|_| mean("arrivals_per_day", ""));
    let all = match &coming {
        Some(coming) => language.say("answer-crossings-of", &[("crossings", (&all).into()), ("coming", coming.into())]),
        None => language.say("answer-crossings", &[("crossings", (&all).into())]),
    };
    let of_directions = view.directions().into_iter().filter_map(|name| {
        let crossings = mean("crossings_per_day", name)?;
        let direction = view::direction_title(view.model(), name);
        Some(language.say("answer-direction", &[("direction", direction.into()), ("crossings", (&crossings).into())]))
    });
    let of_directions: Vec<String> = of_directions.collect();
    if of_directions.len() < 2 {
        return all;
    }
    let directions = words::list(language, &of_directions);
    language.say("answer-by-direction", &[("crossings", (&all).into()), ("directions", (&directions).into())])
}

/// "3,800 ± 300 people and 236 ± 14 vehicles a day cross"; none where all traffic is vehicles. A number of people and lorries
/// together would say nothing to anybody, and four numbers by direction would hide the two that count.
fn of_groups(view: &View<'_>) -> Option<String> {
    let language = view.language;
    let said = |group: &Group| {
        let mean = |name: &str| {
            view::mean(view.corridor(name, "", &group.together)).map(|estimate| estimate.text_in(language))
        };
        let crossings = mean("crossings_per_day")?;
        let coming = view.growing().and_then(|_| mean("arrivals_per_day"));
        let mut values = vec![("who", group.who.into()), ("crossings", (&crossings).into())];
        values.extend(coming.as_ref().map(|coming| ("coming", coming.into())));
        Some(language.say(if coming.is_some() { "answer-of-group" } else { "answer-group" }, &values))
    };
    let parts: Vec<String> = travellers::groups(view).iter().filter_map(said).collect();
    match parts.as_slice() {
        [] => None,
        [one] => Some(language.say("answer-one-group", &[("group", one.into())])),
        [people, vehicles, ..] => {
            Some(language.say("answer-two-groups", &[("people", people.into()), ("vehicles", vehicles.into())]))
        }
    }
}

/// Where the queue grows, or else how far the busiest lanes are from being the limit.
fn limit(view: &View<'_>) -> Option<String> {
    let title = |scope: &str| view::scope_title(view.language, view.model(), scope);
    if let Some(scope) = view.growing() {
        return Some(view.language.say("answer-limit-queue", &[("place", (&title(scope)).into())]));
    }
    let (stage, share) = view.staffed_stages().into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let used = view::mean(view.station("lane_use_share", &stage.name, ""))?.text_in(view.language);
    let id = match share {
        share if share >= FULL => "answer-limit-full",
        share if share >= NEARLY_FULL => "answer-limit-nearly-full",
        _ => "answer-limit-demand",
    };
    Some(view.language.say(id, &[("stage", (&title(&stage.name)).into()), ("used", (&used).into())]))
}
