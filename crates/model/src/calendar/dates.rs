//! Dates and spans of local time from words.

use super::CivilSpan;
use super::words::{MINUTES_PER_DAY, parse_clock};
use crate::quantity::{WordError, nearest, trimmed};
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

/// Months as the language writes them, January first.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Reads a day of the year, e.g. `9 Jan`, as its month, 1 to 12, and its day in it.
///
/// # Errors
/// The mistake, with its place in `text`.
pub fn parse_day_of_year(text: &str) -> Result<(i8, i8), WordError> {
    let all = trimmed(text, 0..text.len());
    let written = &text[all.clone()];
    let digits = written.len() - written.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let month = trimmed(text, all.start + digits..all.end);
    if !(1..=2).contains(&digits) || month.is_empty() {
        let problem = WordError::new(all, "this is not a day of the year");
        return Err(problem.help("a day of the year is a day and a month: \"9 Jan\""));
    }
    let Some(number) = MONTHS.iter().position(|known| *known == &text[month.clone()]) else {
        // A month written out is meant as surely as one that is cut.
        let short = text[month.clone()].get(..3).unwrap_or_default();
        let near = MONTHS.iter().copied().find(|known| known.eq_ignore_ascii_case(short));
        let near = near.or_else(|| nearest(&text[month.clone()], MONTHS.into_iter()));
        let message = format!("`{}` is not a month", &text[month.clone()]);
        let help = near.map_or_else(|| MONTHS.join(", "), |near| format!("did you mean `{near}`?"));
        return Err(WordError::new(month, message).help(help));
    };
    let (month, day) = (number as i8 + 1, written[..digits].parse::<i8>().unwrap_or(0));
    if (month, day) == (2, 29) {
        let problem = WordError::new(all, "this day does not come every year");
        return Err(problem.help("write 28 Feb or 1 Mar"));
    }
    // No leap year, so that the day is there in all of them.
    match Date::new(2023, month, day) {
        Ok(_) => Ok((month, day)),
        Err(_) => Err(WordError::new(all.clone(), format!("there is no day `{}`", &text[all]))),
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
