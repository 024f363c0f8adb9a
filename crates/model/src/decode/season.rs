//! Yearly days, the seasons between them, water levels.

use super::{Draft, known};
use crate::distribution::{Distribution, Sign};
use crate::element::{Class, Fairway, MAX_SHIFT_DAYS, Season, Water, WaterNeed, Yearly};
use crate::id::Id;
use crate::problem::{Place, Problem};
use crate::quantity::Dimension;
use crate::reader::{Fields, Form, Kind, Value};
use jiff::civil::Date;

/// Most years in which a yearly day can be known: as many as a date can name.
const MAX_KNOWN: usize = 301;
/// Most seasons of one link or stage; a year has hardly room for more.
const MAX_SEASONS: usize = 50;
const DAY_MS: f64 = 86_400_000.0;

/// What of a folder returns every year.
pub(super) fn seasons_of_folder(f: &mut Fields<'_, '_>, draft: &mut Draft) {
    draft.yearlies = f
        .optional("yearly", "A day that comes every year, early or late.", "", |v| v.named(yearly))
        .unwrap_or_default();
    draft.seasons = f
        .optional("season", "A part of the year, from one yearly day to another; may go over New Year.", "", |v| {
            v.named(|f, name| season(f, name, draft))
        })
        .unwrap_or_default();
    draft.waters =
        f.optional("water", "The level of a river at a gauge, by month.", "", |v| v.named(water)).unwrap_or_default();
}

fn yearly(f: &mut Fields<'_, '_>, name: &str) -> Option<Yearly> {
    let title = f.title(name);
    let day = f.required("day", "Day of the year that the spread lies around.", |v| v.day_of_year());
    let spread = f.optional(
        "spread",
        "How much later it comes, in whole days; negative is earlier. Drawn for each year and replication.",
        "always on `day`",
        |v| v.distribution(Dimension::Duration, Sign::Any),
    );
    let known = f.optional("known", "Dates of years in which it is known; nothing is drawn there.", "none", |v| {
        v.count_as_input();
        v.list((0, MAX_KNOWN), |v| v.date().map(|date| (date, v.place())))
    });
    if let Some(spread) = spread.as_ref().filter(|spread| reach(spread) > MAX_SHIFT_DAYS as f64 * DAY_MS) {
        let days = (reach(spread) / DAY_MS).round();
        let problem = Problem::error("out-of-range", "a day may come at most half a year early or late");
        let label = format!("reaches {days} days");
        if !f.describing() {
            f.fail(problem.at(f.place_of("spread"), label).help("with more, nobody could say which year's day it is"));
        }
    }
    let (month, day) = day?;
    let mut yearly = Yearly {
        name: name.to_string(),
        title,
        month,
        day,
        spread_ms: spread.unwrap_or(Distribution::Constant(0.0)),
        known: Vec::new(),
    };
    let mut known: Vec<(Date, Place)> = known.unwrap_or_default();
    known.sort_by_key(|(date, _)| *date);
    for pair in known.windows(2) {
        let [(first, before), (second, place)] = pair else { continue };
        let year = yearly.year_of(*second);
        if yearly.year_of(*first) == year && !f.describing() {
            let problem = Problem::error("duplicate", format!("`{name}` has two known days in {year}"));
            f.fail(problem.at(*place, "this one").at(*before, "and this one"));
        }
    }
    yearly.known = known.into_iter().map(|(date, _)| date).collect();
    Some(yearly)
}

/// How far from zero the values of a distribution reach: to its bounds, or three standard deviations beyond its mean.
fn reach(spread: &Distribution) -> f64 {
    let beyond = |cv: f64| spread.mean() * (1.0 + 3.0 * cv);
    match spread {
        Distribution::Constant(value) => value.abs(),
        Distribution::Uniform { low, high } | Distribution::Triangular { low, high, .. } => low.abs().max(high.abs()),
        Distribution::Empirical(values) => values.iter().fold(0.0, |most: f64, value| most.max(value.abs())),
        Distribution::Normal { mean, sd } => mean.abs() + 3.0 * sd,
        Distribution::Exponential { .. } => beyond(1.0),
        Distribution::Erlang { shape, .. } => beyond(1.0 / f64::from(*shape).sqrt()),
        Distribution::Weibull { shape, .. } => beyond(1.0 / shape),
        Distribution::Gamma { cv, .. }
        | Distribution::Lognormal { cv, .. }
        | Distribution::Hyperexponential { cv, .. } => beyond(*cv),
    }
}

fn season(f: &mut Fields<'_, '_>, name: &str, draft: &Draft) -> Option<Season> {
    let title = f.title(name);
    let from = f.required("from", "Yearly day with which it begins.", |v| v.reference(Kind::Yearly));
    let to = f.required("to", "Yearly day with which it ends; the season is over when that day begins.", |v| {
        v.reference(Kind::Yearly)
    });
    let (from, to): (Id<Yearly>, Id<Yearly>) = (from?, to?);
    if !f.describing()
        && let (Some(first), Some(last)) = (known(&draft.yearlies, from), known(&draft.yearlies, to))
        && let Some(problem) = disorder(name, first, last)
    {
        f.fail(problem.at(f.place_of("to"), "the end").at(f.place_of("from"), "the beginning"));
    }
    Some(Season { name: name.to_string(), title, from, to })
}

/// Why the days of a season cannot come in their order.
fn disorder(name: &str, from: &Yearly, to: &Yearly) -> Option<Problem> {
    if (from.month, from.day) == (to.month, to.day) {
        let message = format!("season `{name}` begins and ends around the same day of the year");
        return Some(Problem::error("reversed", message).help("with two days, it lasts from one to the other"));
    }
    let over = Season::years_over(from, to);
    let ended_before = |begins: &&Date| to.known_in(from.year_of(**begins) + over).is_some_and(|ends| ends <= **begins);
    let begins = from.known.iter().find(ended_before)?;
    let year = from.year_of(*begins);
    let ends = to.known_in(year + over)?;
    let message = format!("season `{name}` of {year} ends before it begins: on {ends}, and begins on {begins}");
    Some(Problem::error("reversed", message).help("a season that did not come has no known days"))
}

/// The seasons of a link or stage.
pub(super) fn seasons(v: &mut Value<'_, '_>) -> Option<Vec<Id<Season>>> {
    let named = v.word_or("always", |v| {
        v.either(
            "the name of a season, or a list of them",
            &mut [
                (Form::Text, &mut |v| v.reference(Kind::Season).map(|season| vec![season])),
                (Form::List, &mut |v| v.list((1, MAX_SEASONS), |v| v.reference(Kind::Season))),
            ],
        )
    });
    named.map(Option::unwrap_or_default)
}

fn water(f: &mut Fields<'_, '_>, name: &str) -> Option<Water> {
    let title = f.title(name);
    let month = f.required("month", "Mean level of each month, January first.", |v| {
        v.list((12, 12), |v| v.quantity(Dimension::Length))
    });
    let spread = f.optional(
        "spread",
        "How much higher it is; negative is lower. Drawn for each month and replication.",
        "always at its mean",
        |v| v.distribution(Dimension::Length, Sign::Any),
    );
    let month_m = month?.try_into().unwrap_or([0.0; 12]);
    Some(Water { name: name.to_string(), title, month_m, spread_m: spread.unwrap_or(Distribution::Constant(0.0)) })
}

/// The water levels of a link.
pub(super) fn water_need(f: &mut Fields<'_, '_>, draft: &Draft) -> Option<WaterNeed> {
    let at = f.required("at", "Gauge.", |v| v.reference(Kind::Water));
    let least = f.optional("least", "Lowest level at which vehicles may enter.", "any", |v| any_or_level(v));
    let most = f.optional("most", "Highest level at which vehicles may enter.", "any", |v| any_or_level(v));
    let depth = f.optional(
        "depth",
        "Depth of the fairway when the gauge reads zero; classes with a `draught` enter only while it is deep enough.",
        "deep enough for all",
        |v| v.quantity(Dimension::Length),
    );
    let under_keel =
        f.optional("under-keel", "Least water under a keel; needs `depth`.", "0 m", |v| v.quantity(Dimension::Length));
    check_fairway(f, draft);
    let fairway = depth.map(|depth_m| Fairway { depth_m, under_keel_m: under_keel.unwrap_or(0.0) });
    let need = WaterNeed { at: at?, least_m: least.flatten(), most_m: most.flatten(), fairway };
    if f.describing() {
        return Some(need);
    }
    if let (Some(least), Some(most)) = (need.least_m, need.most_m)
        && least > most
    {
        let problem = Problem::error("reversed", "the lowest level lies above the highest");
        f.fail(problem.at(f.place_of("least"), "must be lower").at(f.place_of("most"), "than this"));
        return None;
    }
    if let Some(water) = known(&draft.waters, need.at) {
        let opens = |level: &f64| {
            need.least_m.is_none_or(|least| *level >= least) && need.most_m.is_none_or(|most| *level <= most)
        };
        if !water.month_m.iter().any(opens) {
            let message = format!("at the mean level of `{}` this is closed in every month", water.name);
            let (low, high) = water
                .month_m
                .iter()
                .fold((f64::MAX, f64::MIN), |(low, high), level| (low.min(*level), high.max(*level)));
            let problem = Problem::warning("never-open", message).at(f.place, format!("levels are {low} to {high} m"));
            f.reader.report(problem.help("only an unusual year would open it"));
        }
    }
    Some(need)
}

/// A depth says something only of classes that have a draught, and water under a keel only beside a depth.
fn check_fairway(f: &mut Fields<'_, '_>, draft: &Draft) {
    if f.describing() {
        return;
    }
    if f.has("under-keel") && !f.has("depth") {
        let problem = Problem::error("missing-key", "`depth` is missing");
        f.fail(problem.at(f.place_of("under-keel"), "needs `depth` beside it"));
    }
    let draws_water = |class: &Option<Class>| class.as_ref().is_none_or(|class| class.draught_m.is_some());
    if f.has("depth") && f.reader.names.is_whole() && !draft.classes.iter().any(draws_water) {
        let problem = Problem::warning("changes-nothing", "this depth stops nobody, because no class has a draught");
        let problem = problem.at(f.place_of("depth"), "is asked for the draught of a class");
        f.reader.report(problem.help("write class.NAME.draught = \"1.6 m\""));
    }
}

fn any_or_level(v: &mut Value<'_, '_>) -> Option<Option<f64>> {
    v.word_or("any", |v| v.quantity(Dimension::Length))
}
