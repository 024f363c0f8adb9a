//! Values that an input is tried at, from words: `2..8`, `2..8 step 2`, `10 min..20 min in 5`, `2,4,8`, `"Mo-Fr 08:00-18:00"`.
//!
//! A value is kept as a number of the unit that its author wrote, so that tables, charts and file columns show `12.5 min`
//! where the author thinks in minutes.

mod list;

use crate::quantity::{self, Dimension, Sign, WordError, trimmed};
use std::ops::Range;

/// Most values of one input. More would not be told apart in any table or chart.
pub const MAX_LEVELS: usize = 1000;

/// The values of one input, all of one kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Levels {
    /// These numbers.
    Numbers {
        /// The unit of all of them, e.g. `min`; empty for plain numbers.
        unit: &'static str,
        /// The numbers, in the order of the words.
        values: Vec<f64>,
    },
    /// Any number of a range; only a design that draws its values can have it.
    Between {
        /// The unit of both ends.
        unit: &'static str,
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// These values of the model language, as a model file would have them, e.g. `"unlimited"` with its quotes.
    Texts(Vec<String>),
}

impl Levels {
    /// The number of values; none for a range.
    pub fn count(&self) -> Option<usize> {
        match self {
            Self::Numbers { values, .. } => Some(values.len()),
            Self::Between { .. } => None,
            Self::Texts(texts) => Some(texts.len()),
        }
    }

    /// The unit of the numbers; empty for plain numbers and for texts.
    pub fn unit(&self) -> &'static str {
        match self {
            Self::Numbers { unit, .. } | Self::Between { unit, .. } => unit,
            Self::Texts(_) => "",
        }
    }
}

/// A number with its unit, as the language writes it.
///
/// ```
/// assert_eq!(portway_model::levels::quantity_text(12.5, "min"), "12.5 min");
/// assert_eq!(portway_model::levels::quantity_text(31.0, "/day"), "31/day");
/// assert_eq!(portway_model::levels::quantity_text(8.0, ""), "8");
/// ```
pub fn quantity_text(number: f64, unit: &str) -> String {
    let space = if unit.is_empty() || unit.starts_with('/') { "" } else { " " };
    format!("{number}{space}{unit}")
}

/// The number of a value as written in a model file, in a unit; none for what is no single number of that kind.
///
/// ```
/// use portway_model::levels::number_of;
/// assert_eq!(number_of("10", ""), Some(10.0));
/// assert_eq!(number_of("\"90 min\"", "h"), Some(1.5));
/// assert_eq!(number_of("\"exponential(90 min)\"", "h"), None);
/// ```
pub fn number_of(written: &str, unit: &'static str) -> Option<f64> {
    let inner = written.trim().trim_matches('"');
    let amount = amount(inner, 0..inner.len()).ok()?;
    (amount.unit.is_empty() == unit.is_empty()).then(|| in_unit(amount.base, amount.dimension, unit))
}

const EXAMPLES: &str = "write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8";

/// Reads the values of one input.
///
/// ```
/// use portway_model::levels::{Levels, parse};
/// assert_eq!(parse("2..8 step 3"), Ok(Levels::Numbers { unit: "", values: vec![2.0, 5.0, 8.0] }));
/// assert_eq!(parse("5 %..30 % in 3"), Ok(Levels::Numbers { unit: "%", values: vec![5.0, 17.5, 30.0] }));
/// ```
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse(text: &str) -> Result<Levels, WordError> {
    let all = trimmed(text, 0..text.len());
    if all.is_empty() {
        return Err(WordError::new(0..text.len(), "no values are given").help(EXAMPLES));
    }
    let plain = list::outside_quotes(text);
    match plain[all.clone()].find("..") {
        Some(at) => range(text, &plain, all.start..all.start + at, all.start + at + 2..all.end),
        None => list::list(text, all),
    }
}

/// One number of the words, with where it stands.
struct Amount {
    /// In the base unit of its dimension.
    base: f64,
    dimension: Dimension,
    unit: &'static str,
}

fn range(text: &str, plain: &str, low: Range<usize>, rest: Range<usize>) -> Result<Levels, WordError> {
    let word = |word: &str| plain[rest.clone()].find(word).map(|at| rest.start + at);
    let (high, how) = match (word(" in "), word(" step ")) {
        (Some(at), None) => (rest.start..at, Some(("in", at + 4..rest.end))),
        (None, Some(at)) => (rest.start..at, Some(("step", at + 6..rest.end))),
        (Some(one), Some(_)) => {
            return Err(WordError::new(one..rest.end, "`in` and `step` cannot stand together").help(EXAMPLES));
        }
        (None, None) => (rest.clone(), None),
    };
    let whole = low.start..rest.end;
    let [from, to] = [low, high].map(|span| amount(text, span));
    let (from, to) = (from?, to?);
    if from.dimension != to.dimension {
        let error = WordError::new(whole, "the two ends of the range are not of one kind");
        return Err(error.help("each end has its own unit: 10 min..20 min"));
    }
    if from.base >= to.base {
        return Err(WordError::new(whole, "a range goes from its lower to its higher end").help(EXAMPLES));
    }
    let unit = from.unit;
    let ends = [in_unit(from.base, from.dimension, unit), in_unit(to.base, from.dimension, unit)];
    let values = match how {
        Some(("in", span)) => evenly(ends, number_of_values(text, span)?),
        Some((_, span)) => {
            let span = trimmed(text, span);
            let step = amount(text, span.clone())?;
            if step.dimension != from.dimension {
                return Err(WordError::new(span, "the step is of another kind than the range").help(EXAMPLES));
            }
            stepped(ends, in_unit(step.base, step.dimension, unit), span)?
        }
        None if unit.is_empty() && ends.iter().all(|end| end.fract() == 0.0) => stepped(ends, 1.0, whole)?,
        None => return Ok(Levels::Between { unit, low: ends[0], high: ends[1] }),
    };
    Ok(Levels::Numbers { unit, values })
}

fn number_of_values(text: &str, span: Range<usize>) -> Result<usize, WordError> {
    let span = trimmed(text, span);
    let number = text[span.clone()].parse().ok().filter(|count| (2..=MAX_LEVELS).contains(count));
    number.ok_or_else(|| WordError::new(span, format!("a range is cut into 2 to {MAX_LEVELS} values")).help(EXAMPLES))
}

/// So many values from one end to the other, at equal distances.
fn evenly([low, high]: [f64; 2], count: usize) -> Vec<f64> {
    let at = |index: usize| low + (high - low) * index as f64 / (count - 1) as f64;
    (0..count).map(|index| if index + 1 == count { high } else { rounded(at(index)) }).collect()
}

fn stepped([low, high]: [f64; 2], step: f64, span: Range<usize>) -> Result<Vec<f64>, WordError> {
    if step <= 0.0 {
        return Err(WordError::new(span, "a step is above zero"));
    }
    // The last value is the end itself where the steps reach it, however their sum is rounded.
    let steps = ((high - low) / step + 1e-9).floor();
    if steps >= MAX_LEVELS as f64 {
        return Err(WordError::new(span, format!("that makes more than {MAX_LEVELS} values")).help(EXAMPLES));
    }
    Ok((0..=steps as usize).map(|index| rounded(low + step * index as f64)).collect())
}

/// Twelve significant digits: more than anybody writes, and fewer than binary fractions leave behind.
fn rounded(value: f64) -> f64 {
    format!("{value:.11e}").parse().unwrap_or(value)
}

fn in_unit(base: f64, dimension: Dimension, unit: &str) -> f64 {
    let found = dimension.units().find(|known| known.name == unit);
    rounded(found.map_or(base, |unit| base * unit.denominator / unit.numerator))
}

/// A quantity of any dimension, with or without quotes.
fn amount(text: &str, span: Range<usize>) -> Result<Amount, WordError> {
    let span = unquoted(text, trimmed(text, span));
    let written = &text[span.clone()];
    if written.trim().is_empty() {
        return Err(WordError::new(span, "a number is missing").help(EXAMPLES));
    }
    // A plain number is not a share, although a share may be written as one.
    const DIMENSIONS: [Dimension; 7] = [
        Dimension::Number,
        Dimension::Duration,
        Dimension::Length,
        Dimension::Speed,
        Dimension::Mass,
        Dimension::Rate,
        Dimension::Share,
    ];
    let mut mistakes = Vec::new();
    for dimension in DIMENSIONS {
        match quantity::parse_signed(written, dimension, Sign::Any) {
            Ok(base) => return Ok(Amount { base, dimension, unit: unit_of(written, dimension) }),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    let guesses = mistakes.into_iter().filter(|mistake| {
        let help = mistake.help.as_deref().unwrap_or_default();
        let too_large = ["the largest", "the highest"].iter().any(|begin| mistake.message.starts_with(begin));
        too_large || help.starts_with("did you mean") || help.contains("decimal mark") || help.contains("grouped")
    });
    // Of several guesses the longest keeps most of what was written: `kmh` is rather `km/h` than `km`.
    let guessed = guesses.max_by_key(|mistake| mistake.help.as_ref().map_or(0, String::len));
    let unknown = || WordError::new(0..written.len(), format!("`{written}` is no quantity")).help(EXAMPLES);
    Err(guessed.unwrap_or_else(unknown).shifted(span.start))
}

/// The unit of the last part of a quantity, which is its finest: minutes of `1 h 30 min`.
fn unit_of(written: &str, dimension: Dimension) -> &'static str {
    let digits = written.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let tail: String = written[digits..].replace("per", "/").split_whitespace().collect();
    dimension.units().find(|unit| unit.name == tail).map_or("", |unit| unit.name)
}

/// The bytes between a pair of quotes, or the same bytes when there is none.
fn unquoted(text: &str, span: Range<usize>) -> Range<usize> {
    let written = &text[span.clone()];
    let quoted = |mark: char| written.len() >= 2 && written.starts_with(mark) && written.ends_with(mark);
    if quoted('"') || quoted('\'') { span.start + 1..span.end - 1 } else { span }
}
