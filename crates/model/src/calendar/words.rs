//! Opening hours from words.

use super::MinuteSpan;
use crate::quantity::{WordError, nearest, trimmed};
use std::ops::Range;

/// Days of the week as the language writes them, Monday first.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
pub(super) const MINUTES_PER_DAY: u16 = 1440;

const WEEKLY_EXAMPLE: &str = "e.g. \"Mo-Fr 08:00-20:00\" or \"Sa 09:00-15:00, 16:00-18:00\"";
const HOURS_EXAMPLE: &str = "e.g. \"08:00-20:00\"; the whole day is \"00:00-24:00\"";

/// A week of open spans, Monday first; those of each day are sorted and disjoint.
pub type Week = [Vec<MinuteSpan>; 7];

/// Reads weekly hours, e.g. `Mo-Fr 08:00-20:00` or `Sa 09:00-15:00, 16:00-18:00`. What passes midnight goes on the next
/// day: `Su 22:00-06:00` also opens Monday until six.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_weekly(text: &str) -> Result<Week, WordError> {
    let Range { start: begin, end } = trimmed(text, 0..text.len());
    if begin == end {
        return Err(WordError::new(0..text.len(), "nothing is written here").help(WEEKLY_EXAMPLE));
    }
    if let Some(mark) = text[begin..end].find(';').map(|at| begin + at) {
        return Err(WordError::new(mark..mark + 1, "`;` does not belong here")
            .help("hours of other days stand in a text of their own: [\"Mo-Fr 08:00-20:00\", \"Sa 09:00-15:00\"]"));
    }
    let times = text[begin..end].find(|c: char| c.is_ascii_digit()).map_or(end, |at| begin + at);
    let days = parse_days(text, begin..times)?;
    if times == end {
        return Err(WordError::new(begin..end, "the hours are missing").help(WEEKLY_EXAMPLE));
    }
    let mut week = Week::default();
    for (from, to) in parse_spans(text, times..end)? {
        for day in (0..7).filter(|day| days[*day]) {
            let (today, tomorrow) = split_at_midnight(from, to);
            week[day].push(today);
            week[(day + 1) % 7].extend(tomorrow);
        }
    }
    week.iter_mut().for_each(merge);
    Ok(week)
}

/// Weekly hours of one span: the days as written, its beginning and its length in minutes.
pub(crate) fn single_span(text: &str) -> Option<(String, u16, u16)> {
    let times = text.find(|c: char| c.is_ascii_digit())?;
    match parse_spans(text, times..text.len()).ok()?[..] {
        [(from, to)] => Some((text[..times].to_owned(), from, (to + MINUTES_PER_DAY - from - 1) % MINUTES_PER_DAY + 1)),
        _ => None,
    }
}

/// The hours of two weeks together.
pub fn merge_weeks(mut one: Week, other: Week) -> Week {
    for (spans, more) in one.iter_mut().zip(other) {
        spans.extend(more);
        merge(spans);
    }
    one
}

/// Reads hours of any day, e.g. `08:00-20:00` or `20:00-08:00, 12:00-13:00`; what passes midnight wraps to the morning.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_hours(text: &str) -> Result<Vec<MinuteSpan>, WordError> {
    let Range { start: begin, end } = trimmed(text, 0..text.len());
    if begin == end {
        return Err(WordError::new(0..text.len(), "nothing is written here").help(HOURS_EXAMPLE));
    }
    let mut spans = Vec::new();
    for (from, to) in parse_spans(text, begin..end)? {
        let (today, tomorrow) = split_at_midnight(from, to);
        spans.push(today);
        spans.extend(tomorrow);
    }
    merge(&mut spans);
    Ok(spans)
}

/// Reads the hours of a day off: `closed`, or hours that stay inside the day.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_holiday_hours(text: &str) -> Result<Vec<MinuteSpan>, WordError> {
    let written = text.trim();
    if written == "closed" {
        return Ok(Vec::new());
    }
    let all = trimmed(text, 0..text.len());
    if written.is_empty() {
        return Err(WordError::new(0..text.len(), "nothing is written here").help(HOURS_EXAMPLE));
    }
    if !written.starts_with(|c: char| c.is_ascii_digit()) {
        let message = format!("`{written}` is neither `closed` nor hours");
        return Err(WordError::new(all, message).help(HOURS_EXAMPLE));
    }
    let spans = parse_spans(text, all.clone())?;
    if spans.iter().any(|(from, to)| from >= to) {
        return Err(WordError::new(all, "hours of a day off may not pass midnight")
            .help("the day after has its own hours; end at 24:00"));
    }
    let mut spans: Vec<MinuteSpan> = spans.into_iter().map(|(from, to)| MinuteSpan { from, to }).collect();
    merge(&mut spans);
    Ok(spans)
}

/// Reads a time of day, e.g. `08:30`, as minutes after midnight; below 1440.
///
/// # Errors
/// The mistake, with its place in `text`.
pub fn parse_minute(text: &str) -> Result<u16, WordError> {
    let span = trimmed(text, 0..text.len());
    match parse_clock(text, span.clone())? {
        MINUTES_PER_DAY => Err(WordError::new(span, "a day ends before 24:00").help("write `00:00`")),
        minute => Ok(minute),
    }
}

fn parse_days(text: &str, span: Range<usize>) -> Result<[bool; 7], WordError> {
    let mut open = [false; 7];
    if text[span.clone()].trim().is_empty() {
        return Err(WordError::new(span, "the days are missing").help("every day is \"Mo-Su 00:00-24:00\""));
    }
    let mut begin = span.start;
    for piece in text[span.clone()].split(',') {
        let here = trimmed(text, begin..begin + piece.len());
        begin += piece.len() + 1;
        let (first, last) = match text[here.clone()].find('-') {
            Some(dash) => {
                let dash = here.start + dash;
                let first = trimmed(text, here.start..dash);
                (day_at(text, first)?, day_at(text, trimmed(text, dash + 1..here.end))?)
            }
            None => {
                let day = day_at(text, here)?;
                (day, day)
            }
        };
        // `Sa-Mo` goes round the end of the week.
        let length = (last + 7 - first) % 7;
        (0..=length).for_each(|step| open[(first + step) % 7] = true);
    }
    Ok(open)
}

fn day_at(text: &str, span: Range<usize>) -> Result<usize, WordError> {
    let written = &text[span.clone()];
    if let Some(day) = DAYS.iter().position(|day| *day == written) {
        return Ok(day);
    }
    let message = if written.is_empty() { "a day is missing".to_owned() } else { format!("`{written}` is not a day") };
    let error = WordError::new(span, message);
    let lower = written.to_lowercase();
    let meant = DAYS.iter().copied().find(|day| lower.starts_with(&day.to_lowercase()));
    Err(match meant.or_else(|| nearest(written, DAYS.into_iter())) {
        Some(day) => error.help(format!("did you mean `{day}`?")),
        None => error.help("days are Mo, Tu, We, Th, Fr, Sa, Su"),
    })
}

/// Pairs of minutes between commas; the second may be at or before the first when the span passes midnight.
fn parse_spans(text: &str, span: Range<usize>) -> Result<Vec<(u16, u16)>, WordError> {
    let mut spans = Vec::new();
    let mut begin = span.start;
    for piece in text[span].split(',') {
        let here = trimmed(text, begin..begin + piece.len());
        begin += piece.len() + 1;
        let written = &text[here.clone()];
        let Some(dash) = written.find('-').map(|at| here.start + at) else {
            let message = match written {
                "" => "hours are missing here".to_owned(),
                _ => format!("`{written}` is not a span of hours"),
            };
            return Err(WordError::new(here, message).help(HOURS_EXAMPLE));
        };
        let from = parse_clock(text, trimmed(text, here.start..dash))?;
        let to = parse_clock(text, trimmed(text, dash + 1..here.end))?;
        if from == MINUTES_PER_DAY {
            return Err(WordError::new(here, "hours cannot begin at 24:00").help("write `00:00`"));
        }
        if from == to {
            return Err(WordError::new(here, "the hours end when they begin").help("the whole day is \"00:00-24:00\""));
        }
        spans.push((from, to));
    }
    Ok(spans)
}

pub(super) fn parse_clock(text: &str, span: Range<usize>) -> Result<u16, WordError> {
    let written = &text[span.clone()];
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if let Some((hour, minute)) = written.split_once(':')
        && digits(hour)
        && digits(minute)
    {
        let (hour, minute) = (hour.parse::<u16>().unwrap_or(99), minute.parse::<u16>().unwrap_or(99));
        let total = hour * 60 + minute;
        if minute < 60 && total <= MINUTES_PER_DAY {
            return Ok(total);
        }
        return Err(WordError::new(span, format!("there is no time `{written}`")));
    }
    let message =
        if written.is_empty() { "a time is missing".to_owned() } else { format!("`{written}` is not a time") };
    Err(WordError::new(span, message).help("a time is hours and minutes: \"08:00\""))
}

/// The part until midnight and the part after it; `to` may not equal `from`.
fn split_at_midnight(from: u16, to: u16) -> (MinuteSpan, Option<MinuteSpan>) {
    if from < to {
        (MinuteSpan { from, to }, None)
    } else {
        (MinuteSpan { from, to: MINUTES_PER_DAY }, (to > 0).then_some(MinuteSpan { from: 0, to }))
    }
}

/// Sorts spans and joins those that touch.
fn merge(spans: &mut Vec<MinuteSpan>) {
    spans.sort_by_key(|span| span.from);
    spans.dedup_by(|next, kept| {
        let touches = next.from <= kept.to;
        if touches {
            kept.to = kept.to.max(next.to);
        }
        touches
    });
}
