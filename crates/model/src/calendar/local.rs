//! Local time as instants: stretches of constant offset, so that a calendar asks the tz database twice a year and not
//! once a minute.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, date};
use jiff::tz::{Offset, TimeZone};

/// Milliseconds of a civil day; a day on the clock always has this many, whatever the zone skips or repeats.
pub(crate) const DAY_MS: i64 = 86_400_000;
/// Milliseconds of a minute.
pub(crate) const MINUTE_MS: i64 = 60_000;

/// A stretch of time during which local time is UTC plus one offset. The wall clock jumps between two stretches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    /// First instant, UTC milliseconds.
    pub(crate) from_ms: i64,
    /// First instant after it.
    pub(crate) to_ms: i64,
    /// Local minus UTC.
    pub(crate) offset_ms: i64,
}

/// A civil day that lies at least partly in a stretch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LocalDay {
    /// Local milliseconds at its midnight, as if local time were UTC.
    pub(crate) midnight_ms: i64,
    /// The date.
    pub(crate) date: Date,
    /// Monday is 0.
    pub(crate) weekday: usize,
}

impl Stretch {
    /// The stretch in local milliseconds.
    pub(crate) fn local(&self) -> (i64, i64) {
        (self.from_ms + self.offset_ms, self.to_ms + self.offset_ms)
    }

    /// The instants of a span of local milliseconds as far as it lies in the stretch.
    pub(crate) fn instants(&self, (from, to): (i64, i64)) -> Option<(i64, i64)> {
        let from = (from - self.offset_ms).max(self.from_ms);
        let to = (to - self.offset_ms).min(self.to_ms);
        (from < to).then_some((from, to))
    }

    /// Every civil day that the stretch touches, in order.
    pub(crate) fn days(&self) -> impl Iterator<Item = LocalDay> + use<> {
        let (from, to) = self.local();
        let first = from.div_euclid(DAY_MS);
        let last = (to - 1).div_euclid(DAY_MS);
        // The stretch lies in the range of timestamps, which jiff keeps inside the range of dates.
        let mut date =
            DateTime::from(date(1970, 1, 1)).saturating_add(jiff::SignedDuration::from_hours(first * 24)).date();
        (first..=last).map(move |day| {
            let today = date;
            date = date.tomorrow().unwrap_or(date);
            // The first of January 1970 was a Thursday.
            LocalDay { midnight_ms: day * DAY_MS, date: today, weekday: (day + 3).rem_euclid(7) as usize }
        })
    }
}

/// The stretches of constant offset of a zone in a window, in order, without gaps. Windows beyond the years that
/// timestamps can hold are cut.
pub(crate) fn stretches(zone: &TimeZone, from_ms: i64, to_ms: i64) -> Vec<Stretch> {
    let to_ms = to_ms.min(Timestamp::MAX.as_millisecond());
    let mut from_ms = from_ms.max(Timestamp::MIN.as_millisecond());
    let mut stretches = Vec::new();
    while from_ms < to_ms {
        let Ok(start) = Timestamp::from_millisecond(from_ms) else { break };
        let offset_ms = i64::from(zone.to_offset(start).seconds()) * 1000;
        // Not every transition of a zone moves the clock: some only rename it.
        let next = zone
            .following(start)
            .take_while(|transition| transition.timestamp().as_millisecond() < to_ms)
            .find(|transition| i64::from(transition.offset().seconds()) * 1000 != offset_ms)
            .map_or(to_ms, |transition| transition.timestamp().as_millisecond().max(from_ms + 1));
        stretches.push(Stretch { from_ms, to_ms: next, offset_ms });
        from_ms = next;
    }
    stretches
}

/// A civil moment as milliseconds since 1970 as if local time were UTC; the ends of time stay where they are.
pub(crate) fn civil_ms(moment: DateTime) -> i64 {
    Offset::UTC
        .to_timestamp(moment)
        .map_or_else(|_| if moment.year() < 0 { i64::MIN / 4 } else { i64::MAX / 4 }, Timestamp::as_millisecond)
}
