//! A calendar as instants.

use super::local::{LocalDay, MINUTE_MS, Stretch, civil_ms, stretches};
use super::{Calendar, CivilSpan, Holidays, MinuteSpan, SpecialDay};
use jiff::civil::Date;

impl Calendar {
    /// When it is open between two instants: sorted spans of UTC milliseconds, end excluded, that neither touch nor
    /// overlap.
    ///
    /// It is open whenever the wall clock says so. Hours that a clock change skips do not happen; hours that it repeats
    /// happen twice.
    ///
    /// ```
    /// use portway_model::calendar::{Calendar, Holidays, parse_weekly};
    /// let calendar = Calendar {
    ///     name: "hall".into(),
    ///     title: "Hall".into(),
    ///     zone: jiff::tz::TimeZone::get("Asia/Shanghai").unwrap(),
    ///     weekly: parse_weekly("Mo-Su 08:00-20:00").unwrap(),
    ///     holidays: None,
    ///     closed: vec![],
    ///     opened: vec![],
    /// };
    /// let hour_ms = 3_600_000;
    /// // From 1970-01-01 00:00 UTC, which is eight in the morning in Shanghai.
    /// assert_eq!(calendar.open_spans(&Holidays::default(), 0, 24 * hour_ms), [(0, 12 * hour_ms)]);
    /// ```
    pub fn open_spans(&self, holidays: &Holidays, from_ms: i64, to_ms: i64) -> Vec<(i64, i64)> {
        let mut open = Vec::new();
        for stretch in stretches(&self.zone, from_ms, to_ms) {
            let mut local = Vec::new();
            for day in stretch.days() {
                for span in self.hours(holidays, &day) {
                    let at = |minute: u16| day.midnight_ms + i64::from(minute) * MINUTE_MS;
                    join(&mut local, (at(span.from), at(span.to)));
                }
            }
            let local = without(&with(local, &self.opened, &stretch), &inside(&self.closed, &stretch));
            local.into_iter().filter_map(|span| stretch.instants(span)).for_each(|span| join(&mut open, span));
        }
        open
    }

    /// The hours of one day, before special openings and closures.
    fn hours(&self, holidays: &Holidays, day: &LocalDay) -> &[MinuteSpan] {
        let weekday = &self.weekly[day.weekday];
        let Some(special) = &self.holidays else { return weekday };
        match holidays.kind(&special.country, day.date) {
            Some(SpecialDay::Off) => &special.open,
            Some(SpecialDay::Workday) => &self.weekly[0],
            None => weekday,
        }
    }
}

impl Holidays {
    /// What a date is in a country, when it differs from its weekday.
    pub fn kind(&self, country: &str, date: Date) -> Option<SpecialDay> {
        self.days
            .binary_search_by(|(other, day, _)| (other.as_str(), *day).cmp(&(country, date)))
            .ok()
            .map(|found| self.days[found].2)
    }
}

/// Appends a span to sorted ones and joins it with the last when they touch.
fn join(spans: &mut Vec<(i64, i64)>, (from, to): (i64, i64)) {
    match spans.last_mut() {
        Some(last) if from <= last.1 => last.1 = last.1.max(to),
        _ => spans.push((from, to)),
    }
}

fn merged(mut spans: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    spans.sort_unstable();
    let mut joined = Vec::with_capacity(spans.len());
    spans.into_iter().for_each(|span| join(&mut joined, span));
    joined
}

/// Civil spans as local milliseconds, those that touch the stretch, sorted and joined.
fn inside(spans: &[CivilSpan], stretch: &Stretch) -> Vec<(i64, i64)> {
    let (from, to) = stretch.local();
    let local = spans.iter().map(|span| (civil_ms(span.from), civil_ms(span.to)));
    merged(local.filter(|span| span.0 < to && span.1 > from && span.0 < span.1).collect())
}

fn with(mut spans: Vec<(i64, i64)>, more: &[CivilSpan], stretch: &Stretch) -> Vec<(i64, i64)> {
    let more = inside(more, stretch);
    if more.is_empty() {
        return spans;
    }
    spans.extend(more);
    merged(spans)
}

/// What remains of sorted, disjoint spans without sorted, disjoint holes.
fn without(spans: &[(i64, i64)], holes: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut left = Vec::with_capacity(spans.len());
    let mut first = 0;
    for &(from, to) in spans {
        let mut from = from;
        // Spans are sorted, so a hole that ends before this one is behind all later ones too.
        while holes.get(first).is_some_and(|hole| hole.1 <= from) {
            first += 1;
        }
        for &(hole_from, hole_to) in holes[first..].iter().take_while(|hole| hole.0 < to) {
            if from < hole_from {
                left.push((from, hole_from));
            }
            from = from.max(hole_to);
        }
        if from < to {
            left.push((from, to));
        }
    }
    left
}
