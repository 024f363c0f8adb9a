//! Dates of service as the model says them: weekdays, and what is closed or opened beside them.

use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The first and the last day that the model can name.
const FIRST: Date = Date::constant(1900, 1, 1);
const LAST: Date = Date::constant(2200, 12, 31);
const WEEKDAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Weekdays with exceptions that together give exactly some dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// From Monday.
    pub(crate) weekdays: [bool; 7],
    /// Runs of dates, both ends included, on which it does not run although it is such a weekday.
    pub(crate) closed: Vec<(Date, Date)>,
    /// Dates on which it runs although it is no such weekday.
    pub(crate) opened: Vec<Date>,
}

impl Pattern {
    /// The pattern of dates, of which there is at least one. Before the first and after the last it never runs.
    pub(crate) fn of(dates: &BTreeSet<Date>) -> Option<Self> {
        let (first, last) = (*dates.first()?, *dates.last()?);
        let (mut runs, mut all) = ([0_u32; 7], [0_u32; 7]);
        let days = || first.series(1.day()).take_while(|day| *day <= last);
        for day in days() {
            all[weekday(day)] += 1;
            runs[weekday(day)] += u32::from(dates.contains(&day));
        }
        let weekdays = std::array::from_fn(|day| 2 * runs[day] > all[day]);
        let is_open = |day: Date| weekdays[weekday(day)];
        let mut closed: Vec<(Date, Date)> = Vec::new();
        let mut goes_on = false;
        for day in days() {
            if dates.contains(&day) {
                goes_on = false;
            } else if is_open(day) {
                // Days between that are no such weekday belong to the run.
                match closed.last_mut().filter(|_| goes_on) {
                    Some(run) => run.1 = day,
                    None => closed.push((day, day)),
                }
                goes_on = true;
            }
        }
        if weekdays.contains(&true) {
            closed.splice(0..0, first.yesterday().ok().filter(|end| *end >= FIRST).map(|end| (FIRST, end)));
            closed.extend(last.tomorrow().ok().filter(|begin| *begin <= LAST).map(|begin| (begin, LAST)));
        }
        let opened = dates.iter().copied().filter(|day| !is_open(*day)).collect();
        Some(Self { weekdays, closed, opened })
    }

    /// The weekdays in words, `Mo-Fr` or `Mo-We,Su`; none when there is none.
    pub(crate) fn weekday_words(&self) -> Option<String> {
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for day in (0..7).filter(|day| self.weekdays[*day]) {
            match runs.last_mut() {
                Some(run) if run.1 + 1 == day => run.1 = day,
                _ => runs.push((day, day)),
            }
        }
        let words = runs.iter().map(|(from, to)| match to - from {
            0 => WEEKDAYS[*from].to_owned(),
            _ => format!("{}-{}", WEEKDAYS[*from], WEEKDAYS[*to]),
        });
        let words: Vec<String> = words.collect();
        (!words.is_empty()).then(|| words.join(","))
    }
}

fn weekday(day: Date) -> usize {
    day.weekday().to_monday_zero_offset() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pattern(dates: &[&str]) -> Pattern {
        Pattern::of(&dates.iter().map(|date| date.parse().unwrap()).collect()).unwrap()
    }

    #[test]
    fn one_day_is_its_weekday_and_nothing_before_or_after() {
        let pattern = pattern(&["2026-01-01"]);
        assert_eq!(pattern.weekday_words().as_deref(), Some("Th"));
        assert_eq!(pattern.closed[0].1.to_string(), "2025-12-31");
        assert_eq!(pattern.opened, []);
    }

    #[test]
    fn days_far_apart_have_no_weekday() {
        let pattern = pattern(&["2026-01-01", "2026-01-15", "2026-02-10"]);
        assert_eq!((pattern.weekday_words(), pattern.opened.len(), pattern.closed.len()), (None, 3, 0));
    }

    proptest! {
        #[test]
        fn a_pattern_gives_back_its_dates(offsets in prop::collection::btree_set(0_i32..120, 1..100)) {
            let base = Date::constant(2026, 1, 1);
            let dates: BTreeSet<Date> = offsets.iter().map(|days| base + days.days()).collect();
            let pattern = Pattern::of(&dates).unwrap();
            for day in (base - 10.days()).series(1.day()).take(150) {
                let closed = pattern.closed.iter().any(|(from, to)| (*from..=*to).contains(&day));
                let open = pattern.weekdays[weekday(day)] || pattern.opened.contains(&day);
                prop_assert_eq!(open && !closed, dates.contains(&day), "{} {:?}", day, pattern);
            }
        }
    }
}
