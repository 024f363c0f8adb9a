//! When a trip leaves its first stop: at single times, or again and again over a span of hours.

use crate::feed::Trip;

/// Seconds of a day.
pub(super) const DAY_S: u32 = 86_400;

/// How carriers of a service leave.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// At given times.
    Timetable,
    /// At an interval that is counted from midnight, in the hours of a calendar.
    Every {
        headway_s: u32,
        /// Minutes of the day of the feed's clock, the end excluded.
        open_min: u32,
        close_min: u32,
        /// What midnight at the first stop adds to the count.
        phase_s: u32,
    },
}

/// A departure, or a row of them, on a day that lies some days behind the service day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) kind: Kind,
    /// Midnights that lie between the beginning of the service day and the departure.
    pub(super) days_later: u32,
    /// Departures by the feed's clock, seconds of that day; none for an interval.
    pub(super) times_s: Vec<u32>,
    /// Whether the interval stands for departures that begin at other times.
    pub(super) about: bool,
}

/// The runs of a trip; `shift_s` is how far the clock of its first stop is ahead of the feed's.
pub(super) fn runs(trip: &Trip, shift_s: i64) -> Vec<Run> {
    let Some(first) = trip.calls.first() else { return Vec::new() };
    if trip.frequencies.is_empty() {
        return vec![at_times(first.departure_s / DAY_S, vec![first.departure_s % DAY_S])];
    }
    let mut runs = Vec::new();
    for frequency in &trip.frequencies {
        let headway_s = frequency.headway_s;
        let mut from_s = frequency.from_s;
        while from_s < frequency.to_s {
            let midnight_s = (from_s / DAY_S + 1) * DAY_S;
            let count = (frequency.to_s.min(midnight_s) - from_s).div_ceil(headway_s);
            let end_s = frequency.to_s.min(midnight_s) - from_s / DAY_S * DAY_S;
            let row = Row { first_s: from_s % DAY_S, end_s, count, headway_s };
            runs.push(run(from_s / DAY_S, row, frequency.exact, shift_s));
            from_s += count * headway_s;
        }
    }
    runs
}

/// Departures of one day at equal distances.
#[derive(Clone, Copy)]
struct Row {
    first_s: u32,
    /// First moment of the day without one.
    end_s: u32,
    count: u32,
    headway_s: u32,
}

/// One day of repeated departures: an interval where one says the same times, or where they need not be the same.
fn run(day: u32, row: Row, exact: bool, shift_s: i64) -> Run {
    let Row { first_s, end_s, count, headway_s } = row;
    let last_s = first_s + (count - 1) * headway_s;
    // Hours are in minutes: an end within one would let another departure in.
    let close_min = if end_s.is_multiple_of(60) { end_s / 60 } else { (last_s + 1).div_ceil(60) };
    let open_min = first_s / 60;
    let phase_s = (shift_s.rem_euclid(i64::from(headway_s))) as u32;
    // Midnight at the stop begins the count anew; where that falls into the day, only whole parts of a day go on evenly.
    let is_even = shift_s == 0 || DAY_S.is_multiple_of(headway_s);
    let said_s = (open_min * 60 + phase_s).next_multiple_of(headway_s) - phase_s;
    let said = (close_min * 60).saturating_sub(said_s).div_ceil(headway_s);
    let same = is_even && said_s == first_s && said == count;
    if count > 1 && (same || (!exact && said > 0)) {
        let kind = Kind::Every { headway_s, open_min, close_min, phase_s };
        return Run { kind, days_later: day, times_s: Vec::new(), about: !same };
    }
    at_times(day, (0..count).map(|step| first_s + step * headway_s).collect())
}

fn at_times(days_later: u32, times_s: Vec<u32>) -> Run {
    Run { kind: Kind::Timetable, days_later, times_s, about: false }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_that_starts_on_its_own_beat_is_said_as_one() {
        let row = |first_s| Row { first_s, end_s: first_s + 1200, count: 2, headway_s: 600 };
        let same = run(0, row(6 * 3600), true, 3600);
        assert_eq!(same.kind, Kind::Every { headway_s: 600, open_min: 360, close_min: 380, phase_s: 0 });
        let off = 6 * 3600 + 300;
        assert_eq!(run(0, row(off), true, 0).times_s, [off, off + 600]);
        assert!(run(0, row(off), false, 0).about);
    }
}
