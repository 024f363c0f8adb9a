//! Demand as instants: the arrival rate of a flow step by step, or its departures.

use super::{Flow, Profile, Volume};
use crate::calendar::local::{DAY_MS, LocalDay, MINUTE_MS, stretches};
use crate::calendar::{Holidays, SpecialDay};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Most that several events of a day can multiply a flow by; beyond it a number would soon be none.
const MOST_OF_EVENTS: f64 = 1_000_000.0;
const HOUR_MS: i64 = 60 * MINUTE_MS;

/// The rate of arrivals from an instant until the next step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateStep {
    /// First instant at which it holds, UTC milliseconds.
    pub from_ms: i64,
    /// Arrivals per millisecond; an arrival brings [`Flow::batch_vehicles`] vehicles.
    pub per_ms: f64,
}

/// The rate of arrivals of a flow between two instants: constant between steps, the first one at `from_ms`, neighbours
/// differ. `zone` is that of the route's first node. A flow by timetable has rate zero; see [`timetable`].
///
/// In each local hour it is volume × events × month × weekday (or holiday) × hour, the weights scaled to a mean of 1. A clock
/// change therefore makes its day an hour richer or poorer, as it does for the people on the road.
pub fn arrival_rate(flow: &Flow, zone: &TimeZone, holidays: &Holidays, from_ms: i64, to_ms: i64) -> Vec<RateStep> {
    let weights = Weights::of(&flow.profile);
    let vehicles = f64::from(flow.batch_vehicles.max(1));
    let mut steps: Vec<RateStep> = Vec::new();
    for stretch in stretches(zone, from_ms, to_ms) {
        for day in stretch.days() {
            let per_day = per_day(flow, day.date) * weights.day(&flow.profile, holidays, &day) / vehicles;
            for (hour, weight) in (0..).zip(weights.hour) {
                let begin = day.midnight_ms + hour * HOUR_MS;
                let Some((from_ms, _)) = stretch.instants((begin, begin + HOUR_MS)) else { continue };
                let per_ms = per_day * weight / DAY_MS as f64;
                if steps.last().is_none_or(|last| last.per_ms != per_ms) {
                    steps.push(RateStep { from_ms, per_ms });
                }
            }
        }
    }
    steps
}

/// The departures of a flow by timetable between two instants, sorted; none for other flows.
///
/// They take place on every day that the flow's profile leaves above zero. A departure at a local time that a clock
/// change skips leaves by so much later; one at a time that comes twice leaves the first time.
pub fn timetable(flow: &Flow, zone: &TimeZone, holidays: &Holidays, from_ms: i64, to_ms: i64) -> Vec<i64> {
    let Volume::Timetable(minutes) = &flow.volume else { return Vec::new() };
    let weights = Weights::of(&flow.profile);
    let mut departures = Vec::new();
    let mut done: Option<Date> = None;
    for day in stretches(zone, from_ms, to_ms).iter().flat_map(|stretch| stretch.days()) {
        // The day of a clock change lies in two stretches.
        if done.replace(day.date) == Some(day.date) || weights.day(&flow.profile, holidays, &day) <= 0.0 {
            continue;
        }
        departures.extend(minutes.iter().filter(|minute| **minute < 1440).filter_map(|minute| {
            let moment = day.date.at((minute / 60) as i8, (minute % 60) as i8, 0, 0);
            let instant = zone.to_timestamp(moment).ok()?.as_millisecond();
            (from_ms..to_ms).contains(&instant).then_some(instant)
        }));
    }
    departures.sort_unstable();
    departures
}

/// Mean vehicles per day on a date before any profile; a timetable has no mean.
fn per_day(flow: &Flow, date: Date) -> f64 {
    let usual = match &flow.volume {
        Volume::PerDay(vehicles) => *vehicles,
        Volume::Steps(steps) => {
            let later = steps.partition_point(|(from, _)| *from <= date);
            later.checked_sub(1).map_or(0.0, |step| steps[step].1)
        }
        Volume::Timetable(_) => 0.0,
    };
    let on_this_day = flow.events.iter().filter(|event| (event.from..=event.to).contains(&date));
    usual * on_this_day.map(|event| event.factor).product::<f64>().min(MOST_OF_EVENTS)
}

/// The weights of a profile, scaled to a mean of 1.
struct Weights {
    weekday: [f64; 7],
    hour: [f64; 24],
    /// Mean of Monday to Friday, for make-up workdays.
    workday: f64,
}

impl Weights {
    fn of(profile: &Profile) -> Self {
        let weekday = scaled(profile.weekday);
        Self { weekday, hour: scaled(profile.hour), workday: weekday[..5].iter().sum::<f64>() / 5.0 }
    }

    /// Factor of the month times the factor of the day.
    fn day(&self, profile: &Profile, holidays: &Holidays, day: &LocalDay) -> f64 {
        let month = profile.month[usize::from(day.date.month().unsigned_abs() - 1)];
        let special = profile.holiday.as_ref().and_then(|(country, factor)| {
            holidays.kind(country, day.date).map(|kind| match kind {
                SpecialDay::Off => *factor,
                SpecialDay::Workday => self.workday,
            })
        });
        month * special.unwrap_or(self.weekday[day.weekday])
    }
}

/// The weights over their mean; all zero when there is nothing to spread.
fn scaled<const N: usize>(weights: [f64; N]) -> [f64; N] {
    let mean = weights.iter().sum::<f64>() / N as f64;
    if mean > 0.0 && mean.is_finite() { weights.map(|weight| weight / mean) } else { [0.0; N] }
}
