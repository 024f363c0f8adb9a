//! From quantities to places on the page.

use crate::language::Language;
use jiff::ToSpan;
use jiff::civil::Date;

/// A straight scale.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) start: f64,
    pub(crate) end: f64,
}

impl Scale {
    /// Maps `from..to` to `start..end`.
    pub(crate) fn new(from: f64, to: f64, start: f64, end: f64) -> Self {
        Self { from, to: if to > from { to } else { from + 1.0 }, start, end }
    }

    /// The place of a value, kept inside the scale.
    pub(crate) fn at(self, value: f64) -> f64 {
        let share = ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0);
        self.start + share * (self.end - self.start)
    }
}

/// Round values that cover `0..=max`: the last one is at or above `max`. `about` of them.
pub(crate) fn ticks_from_zero(max: f64, about: usize) -> Vec<f64> {
    let step = step(max / about.max(1) as f64);
    let steps = (max / step - 1e-9).ceil().max(1.0) as usize;
    (0..=steps).map(|i| i as f64 * step).collect()
}

/// Round values inside a range that may reach below zero.
pub(crate) fn ticks_between(from: f64, to: f64, about: usize) -> Vec<f64> {
    let step = step((to - from) / about.max(1) as f64);
    let (first, last) = ((from / step).ceil() as i64, (to / step).floor() as i64);
    (first..=last).map(|i| i as f64 * step).collect()
}

/// The next 1, 2 or 5 times a power of ten.
fn step(rough: f64) -> f64 {
    if !rough.is_finite() || rough <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    let lead = rough / power;
    power * [1.0, 2.0, 5.0, 10.0].into_iter().find(|nice| lead <= nice + 1e-9).unwrap_or(10.0)
}

/// Days to mark on a time axis, as offsets from the first day: every day, Mondays, months or years, whichever gives a dozen.
pub(crate) fn date_ticks(language: Language, from: Date, days: usize) -> Vec<(usize, String)> {
    let dates = (0..days).filter_map(|offset| Some((offset, from.checked_add((offset as i64).days()).ok()?)));
    let first_of_month = |date: Date| date.day() == 1;
    let months = days / 30;
    dates
        .filter(|(_, date)| match days {
            0..=10 => true,
            11..=75 => date.weekday() == jiff::civil::Weekday::Monday,
            _ if months <= 14 => first_of_month(*date),
            _ if months <= 40 => first_of_month(*date) && date.month() % 3 == 1,
            _ => first_of_month(*date) && date.month() == 1,
        })
        .map(|(offset, date)| {
            let text = match days {
                0..=75 => language.day_of_year(date),
                _ => language.short_month(date),
            };
            (offset, text)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn ticks_are_round_and_cover_the_data() {
        assert_eq!(ticks_from_zero(86.0, 4), [0.0, 50.0, 100.0]);
        assert_eq!(ticks_from_zero(0.0, 4), [0.0, 1.0]);
        assert_eq!(ticks_from_zero(f64::NAN, 4), [0.0, 1.0]);
        assert_eq!(ticks_between(-1.3, 2.2, 4), [-1.0, 0.0, 1.0, 2.0]);
    }

    #[test]
    fn a_year_is_marked_by_months_and_a_month_by_mondays() {
        assert_eq!(date_ticks(Language::En, date(2026, 1, 1), 365).len(), 12);
        let january: Vec<String> =
            date_ticks(Language::En, date(2026, 1, 1), 31).into_iter().map(|(_, text)| text).collect();
        assert_eq!(january, ["01-05", "01-12", "01-19", "01-26"]);
    }

    #[test]
    fn values_outside_stay_on_the_drawing() {
        let scale = Scale::new(0.0, 10.0, 100.0, 200.0);
        assert_eq!((scale.at(5.0), scale.at(-3.0), scale.at(99.0)), (150.0, 100.0, 200.0));
    }
}
