//! One unit more of what people and goods ride on, and of what rules let through: services, limits, seasons.

use super::Kind;
use super::resource::{List, Named, TENTH, one_decimal, passes_link, rides, tenth_of};
use jiff::ToSpan;
use jiff::civil::Date;
use portway_model::Id;
use portway_model::element::{Departures, Limit, Model, Season, Service, Yearly};
use portway_sim::program::StationElement;

/// How much later a season ends, days.
const WEEK_DAYS: i64 = 7;

/// A season that ends further than this from the window has no part in it, however early or late its days come.
const NEAR_DAYS: i64 = 60;

const DAY_MIN: u16 = 1440;
const MIN_MS: f64 = 60_000.0;

impl List<'_> {
    /// A carrier more, a tenth more seats, and departures a tenth closer together or one more.
    pub(super) fn service(&mut self, id: Id<Service>, service: &Service, passed: &[StationElement]) {
        let title = service.title.as_str();
        let path = |input: &str| format!("service.{}.{input}", service.name);
        if let Some(fleet) = service.fleet {
            let (from, to) = (fleet.to_string(), (fleet + 1).to_string());
            self.add(Named { kind: Kind::Fleet, path: path("fleet"), title, from, to }, &[], |model| {
                let fleet = &mut model.services[id].fleet;
                *fleet = fleet.map(|carriers| carriers + 1);
            });
        }
        match &service.departures {
            Departures::Every(every_ms) => {
                // A headway of 14.4 minutes is not one of 14.
                let said = |times: f64| format!("{} min", one_decimal(*every_ms as f64 * times / MIN_MS));
                let (from, to) = (said(1.0), said(1.0 - TENTH));
                self.add(Named { kind: Kind::Headway, path: path("every"), title, from, to }, &[], |model| {
                    if let Departures::Every(every_ms) = &mut model.services[id].departures {
                        *every_ms = (*every_ms as f64 * (1.0 - TENTH)).round() as i64;
                    }
                });
            }
            Departures::Timetable { forward, back } => {
                let count = |departures: usize| (forward.len().max(back.len()) + departures).to_string();
                let (from, to) = (count(0), count(1));
                self.add(Named { kind: Kind::Departures, path: path("timetable"), title, from, to }, &[], |model| {
                    if let Departures::Timetable { forward, back } = &mut model.services[id].departures {
                        one_more(forward);
                        one_more(back);
                    }
                });
            }
            // When they are full is no unit that could be ordered.
            Departures::WhenFull { .. } => {}
        }
        self.seats(id, service, passed);
    }

    /// A tenth more seats in every carrier of a class, once for all services that it runs on: with the first that somebody rides.
    fn seats(&mut self, id: Id<Service>, service: &Service, passed: &[StationElement]) {
        let model = self.timeline.on(self.timeline.scenario.from);
        let of_class = || model.services.entries().filter(|(_, other)| other.class == service.class);
        if of_class().find(|(other, _)| rides(passed, other.index())).is_some_and(|(first, _)| first != id) {
            return;
        }
        let class = &model.classes[service.class];
        let titles: Vec<&str> = of_class().map(|(_, other)| other.title.as_str()).collect();
        let title = titles.join(", ");
        let (from, to) = (class.seats.to_string(), (class.seats + tenth_of(class.seats)).to_string());
        let path = format!("class.{}.seats", class.name);
        self.add(Named { kind: Kind::Seats, path, title: &title, from, to }, &[], |model| {
            let seats = &mut model.classes[service.class].seats;
            *seats += tenth_of(*seats);
        });
    }

    /// A tenth more of a cap or quota.
    pub(super) fn limit(&mut self, id: Id<Limit>, limit: &Limit) {
        let path = format!("limit.{}.at-most", limit.name);
        let (from, to) = (limit.at_most.to_string(), (limit.at_most + tenth_of(limit.at_most)).to_string());
        self.add(Named { kind: Kind::AtMost, path, title: &limit.title, from, to }, &[], |model| {
            let at_most = &mut model.limits[id].at_most;
            *at_most += tenth_of(*at_most);
        });
    }

    /// A week more of every season that something passed keeps to, where the end of it may lie in the window. All seasons
    /// that end on the same day end later.
    pub(super) fn seasons(&mut self, model: &Model, passed: &[StationElement]) {
        let stages = model.stages.entries().filter(|(id, _)| passed.contains(&StationElement::Stage(id.index())));
        let links = model.links.entries().filter(|(id, _)| passes_link(passed, id.index()));
        let services = model.services.entries().filter(|(id, _)| rides(passed, id.index()));
        let used: Vec<Id<Season>> = (stages.flat_map(|(_, stage)| &stage.seasons))
            .chain(links.flat_map(|(_, link)| &link.seasons))
            .chain(services.flat_map(|(_, service)| &service.seasons))
            .copied()
            .collect();
        let mut ends: Vec<Id<Yearly>> = Vec::new();
        for (id, season) in model.seasons.entries().filter(|(id, _)| used.contains(id)) {
            let begins_another =
                model.seasons.entries().any(|(other, s)| other != id && s.from == season.to && used.contains(&other));
            // What ends one season and begins another cannot be moved for the one alone.
            if ends.contains(&season.to) || begins_another || !self.is_near(&model.yearlies[season.to]) {
                continue;
            }
            ends.push(season.to);
            let day = &model.yearlies[season.to];
            let said = |days: i64| {
                let later = later(day.middle(self.timeline.scenario.from.year()), days);
                format!("{:02}-{:02}", later.month(), later.day())
            };
            let (from, to) = (said(0), said(WEEK_DAYS));
            let path = format!("yearly.{}.day", day.name);
            let end = season.to;
            self.add(Named { kind: Kind::Season, path, title: &season.title, from, to }, &[], |model| {
                let day = &mut model.yearlies[end];
                let moved = later(day.middle(COMMON_YEAR), WEEK_DAYS);
                (day.month, day.day) = (moved.month(), moved.day());
                day.known.iter_mut().for_each(|known| *known = later(*known, WEEK_DAYS));
            });
        }
    }

    /// Whether a yearly day comes in the window as a rule, or so near to it that an early or a late year may bring it there.
    fn is_near(&self, day: &Yearly) -> bool {
        let scenario = &self.timeline.scenario;
        let (first, last) = (later(scenario.from, -NEAR_DAYS), later(scenario.to, NEAR_DAYS));
        (first.year()..=last.year()).any(|year| (first..=last).contains(&day.middle(year)))
    }
}

/// A year without a 29th of February, which no yearly day lies on.
const COMMON_YEAR: i16 = 2001;

fn later(date: Date, days: i64) -> Date {
    date.saturating_add(days.days())
}

/// One more departure in the middle of the longest time without one between the first of the day and the last; where there is
/// one only, an hour behind it.
fn one_more(departures: &mut Vec<u16>) {
    let longest = departures.windows(2).max_by_key(|pair| pair[1] - pair[0]);
    let added = match (longest, departures.first()) {
        (Some(pair), _) => pair[0] + (pair[1] - pair[0]) / 2,
        (None, Some(only)) => (only + 60).min(DAY_MIN - 1),
        (None, None) => return,
    };
    departures.push(added);
    departures.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::one_more;

    #[test]
    fn a_departure_more_goes_into_the_longest_gap() {
        let with_one_more = |departures: &[u16]| {
            let mut departures = departures.to_vec();
            one_more(&mut departures);
            departures
        };
        assert_eq!(with_one_more(&[480, 540, 900]), [480, 540, 720, 900]);
        assert_eq!(with_one_more(&[480]), [480, 540]);
        assert_eq!(with_one_more(&[1430]), [1430, 1439]);
        assert!(with_one_more(&[]).is_empty());
    }
}
