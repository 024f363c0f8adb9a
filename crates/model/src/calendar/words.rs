//! Opening hours, dates and spans from words.

use super::{CivilSpan, MinuteSpan};
use crate::quantity::{WordError, nearest};
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time};
use std::ops::Range;

/// Days of the week as the language writes them, Monday first.
const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MINUTES_PER_DAY: u16 = 1440;
/// Earlier there is no civil time kept by zones everywhere; later the zones' rules are guesses.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

const WEEKLY_EXAMPLE: &str = "e.g. \"Mo-Fr 08:00-20:00\" or \"Sa 09:00-15:00, 16:00-18:00\"";
const HOURS_EXAMPLE: &str = "e.g. \"08:00-20:00\"; the whole day is \"00:00-24:00\"";
const SPAN_EXAMPLE: &str = "e.g. \"2024-02-10 .. 2024-02-13\" or \"2024-02-09 13:00 .. 2024-02-10 00:00\"";

/// A week of open spans, Monday first; those of each day are sorted and disjoint.
pub type Week = [Vec<MinuteSpan>; 7];

/// Reads weekly hours, e.g. `Mo-Fr 08:00-20:00` or `Sa 09:00-15:00, 16:00-18:00`. What passes midnight goes on the next
/// day: `Su 22:00-06:00` also opens Monday until six.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_weekly(text: &str) -> Result<Week, WordError> {
    let begin = text.len() - text.trim_start().len();
    let end = begin + text.trim().len();
    if begin >= end {
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
    let begin = text.len() - text.trim_start().len();
    let end = begin + text.trim().len();
    if begin >= end {
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
    let begin = text.len() - text.trim_start().len();
    let all = begin..begin + written.len();
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
    let begin = text.len() - text.trim_start().len();
    let span = begin..begin + text.trim().len();
    match parse_clock(text, span.clone())? {
        MINUTES_PER_DAY => Err(WordError::new(span, "a day ends before 24:00").help("write `00:00`")),
        minute => Ok(minute),
    }
}

/// Reads a date, e.g. `2024-02-10`.
///
/// # Errors
/// The mistake, with its place in `text`.
pub fn parse_date(text: &str) -> Result<Date, WordError> {
    let begin = text.len() - text.trim_start().len();
    date_at(text, begin..begin + text.trim().len())
}

/// Reads a moment of local time, e.g. `2024-05-22 09:00`; a date alone is its first moment.
///
/// # Errors
/// The mistake, with its place in `text`.
pub fn parse_moment(text: &str) -> Result<DateTime, WordError> {
    let begin = text.len() - text.trim_start().len();
    match moment_at(text, begin..begin + text.trim().len())? {
        Moment::Day(day) => Ok(day.to_datetime(Time::midnight())),
        Moment::Time(time) => Ok(time),
    }
}

/// Reads a span of local time: `2024-02-10` (that day), `2024-02-10 .. 2024-02-13` (with the last day) or
/// `2024-02-09 13:00 .. 2024-02-10 00:00` (without the end).
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_civil_span(text: &str) -> Result<CivilSpan, WordError> {
    let begin = text.len() - text.trim_start().len();
    let all = begin..begin + text.trim().len();
    let (from, to) = match text.find("..") {
        Some(at) => {
            let from = moment_at(text, trimmed(text, begin.min(at)..at))?;
            (from, moment_at(text, trimmed(text, at + 2..all.end.max(at + 2)))?)
        }
        None => match moment_at(text, all.clone())? {
            Moment::Day(day) => (Moment::Day(day), Moment::Day(day)),
            Moment::Time(_) => {
                return Err(WordError::new(all, "the end is missing").help(SPAN_EXAMPLE));
            }
        },
    };
    let from = match from {
        Moment::Day(day) => day.to_datetime(Time::midnight()),
        Moment::Time(time) => time,
    };
    let to = match to {
        // The years are limited, so the next day always exists.
        Moment::Day(day) => day.saturating_add(1.day()).to_datetime(Time::midnight()),
        Moment::Time(time) => time,
    };
    if from >= to {
        return Err(WordError::new(all, "the end is not after the start"));
    }
    Ok(CivilSpan { from, to })
}

enum Moment {
    Day(Date),
    Time(DateTime),
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let written = &text[span.clone()];
    let begin = span.start + (written.len() - written.trim_start().len());
    begin..begin + written.trim().len()
}

fn moment_at(text: &str, span: Range<usize>) -> Result<Moment, WordError> {
    let written = &text[span.clone()];
    let Some(gap) = written.find([' ', 'T']) else {
        return date_at(text, span).map(Moment::Day);
    };
    let date = date_at(text, span.start..span.start + gap)?;
    let time = trimmed(text, span.start + gap + 1..span.end);
    Ok(Moment::Time(match parse_clock(text, time)? {
        MINUTES_PER_DAY => date.saturating_add(1.day()).to_datetime(Time::midnight()),
        minute => date.at((minute / 60) as i8, (minute % 60) as i8, 0, 0),
    }))
}

fn date_at(text: &str, span: Range<usize>) -> Result<Date, WordError> {
    let written = &text[span.clone()];
    let parts: Vec<&str> = written.split('-').collect();
    let shaped = parts.iter().map(|part| part.len()).eq([4, 2, 2])
        && parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if !shaped {
        let message =
            if written.is_empty() { "a date is missing".to_owned() } else { format!("`{written}` is not a date") };
        return Err(WordError::new(span, message).help("a date is year, month and day: \"2024-02-10\""));
    }
    let number = |part: &str| part.parse::<i16>().unwrap_or(0);
    let (year, month, day) = (number(parts[0]), number(parts[1]), number(parts[2]));
    let date = Date::new(year, month as i8, day as i8)
        .map_err(|_| WordError::new(span.clone(), format!("there is no day `{written}`")))?;
    if !YEARS.contains(&year) {
        let message = format!("the year lies outside {} to {}", YEARS.start(), YEARS.end());
        return Err(WordError::new(span, message));
    }
    Ok(date)
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

fn parse_clock(text: &str, span: Range<usize>) -> Result<u16, WordError> {
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
