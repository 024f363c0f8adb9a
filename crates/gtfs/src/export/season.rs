//! Parts of the year as they are expected: the known days, and the mean of those that nobody knows yet.

use jiff::ToSpan as _;
use jiff::civil::Date;
use portway_model::element::{Leg, MAX_SHIFT_DAYS, Season, Service, Timeline, Yearly};
use portway_model::{Id, Model};
use std::collections::BTreeSet;

const DAY_MS: f64 = 86_400_000.0;

/// The seasons that a service and the links on its way have.
pub(super) fn seasons_of(model: &Model, service: &Service) -> Vec<Id<Season>> {
    let of_links = service.legs.iter().flat_map(|leg| match leg {
        Leg::Link { link, .. } => model.links[*link].seasons.clone(),
        _ => Vec::new(),
    });
    service.seasons.iter().copied().chain(of_links).collect()
}

/// Whether a service may leave on a day of the corridor: in a season of its own, and of every link on its way.
pub(super) fn is_on(model: &Model, service: &Service, day: Date) -> bool {
    let any = |seasons: &[Id<Season>]| seasons.is_empty() || seasons.iter().any(|season| holds(model, *season, day));
    let link_is_on = |leg: &Leg| match leg {
        Leg::Link { link, .. } => any(&model.links[*link].seasons),
        _ => true,
    };
    any(&service.seasons) && service.legs.iter().all(link_is_on)
}

fn holds(model: &Model, season: Id<Season>, day: Date) -> bool {
    let season = &model.seasons[season];
    let (from, to) = (&model.yearlies[season.from], &model.yearlies[season.to]);
    let over = Season::years_over(from, to);
    // A season lasts less than a year, and each of its days comes at most half a year early or late.
    (day.year() - 2..=day.year() + 1).any(|year| expected(from, year) <= day && day < expected(to, year + over))
}

/// The day of a year, where it is known, else as it is in the mean.
fn expected(day: &Yearly, year: i16) -> Date {
    let mean_days = (day.spread_ms.mean() / DAY_MS).round() as i64;
    let mean = || day.middle(year).saturating_add(mean_days.clamp(-MAX_SHIFT_DAYS, MAX_SHIFT_DAYS).days());
    day.known_in(year).unwrap_or_else(mean)
}

/// The days of seasons that lie in the window and are not known, each with its expected date.
pub(super) fn drawn(timeline: &Timeline, seasons: &BTreeSet<Id<Season>>) -> Vec<String> {
    let (model, scenario) = (timeline.first(), &timeline.scenario);
    let days: BTreeSet<Id<Yearly>> =
        seasons.iter().flat_map(|season| [model.seasons[*season].from, model.seasons[*season].to]).collect();
    let unknown = days.into_iter().flat_map(|day| {
        let day = &model.yearlies[day];
        let years = (scenario.from.year()..=scenario.to.year()).filter(|year| day.known_in(*year).is_none());
        let dates = years.map(|year| expected(day, year)).filter(|date| (scenario.from..=scenario.to).contains(date));
        dates.map(|date| format!("{} {date}", day.name)).collect::<Vec<_>>()
    });
    unknown.collect()
}
