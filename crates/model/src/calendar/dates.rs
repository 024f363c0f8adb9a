//! Dates and spans of local time from words.

use super::CivilSpan;
use super::words::{MINUTES_PER_DAY, parse_clock};
use crate::quantity::{WordError, trimmed};
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time};
use std::ops::Range;

/// Earlier there is no civil time kept by zones everywhere; later the zones' rules are guesses.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;
const SPAN_EXAMPLE: &str = "e.g. \"2024-02-10 .. 2024-02-13\" or \"2024-02-09 13:00 .. 2024-02-10 00:00\"";

/// Reads a date, e.g. `2024-02-10`.
///
/// # Errors
/// The mistake, with its place in `text`.
pub fn parse_date(text: &str) -> Result<Date, WordError> {
    date_at(text, trimmed(text, 0..text.len()))
}

/// Reads a moment of local time, e.g. `2024-05-22 09:00`; a date alone is its first moment.
///
/// # Errors
/// The mistake, with its place in `text`.
pub fn parse_moment(text: &str) -> Result<DateTime, WordError> {
    match moment_at(text, trimmed(text, 0..text.len()))? {
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
    let all = trimmed(text, 0..text.len());
    let (from, to) = match text.find("..") {
        Some(at) => {
            let from = moment_at(text, trimmed(text, 0..at))?;
            (from, moment_at(text, trimmed(text, at + 2..text.len()))?)
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
