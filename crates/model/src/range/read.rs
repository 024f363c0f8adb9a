//! The ends of a range from words.

use super::piece::{DAY_MIN, Number, Piece, with_unit};
use super::{End, Range, RangeMistake, Scale};
use crate::distribution::{Distribution, Sign};
use crate::quantity::{self, Dimension, WordError};
use crate::reader::shortened;

/// Most times that anything is scaled. More is a slip of the pen.
const MOST_TIMES: f64 = 1000.0;

pub(super) fn range(piece: Piece, low: &str, high: &str) -> Result<Range, RangeMistake> {
    let mistake = |end: End, message: &str, help: &str| RangeMistake {
        end,
        message: message.to_owned(),
        help: (!help.is_empty()).then(|| help.to_owned()),
    };
    for (end, text, other) in [(End::Low, low, "low"), (End::High, high, "high")] {
        if text.is_empty() {
            return Err(mistake(end, "a range has two ends", &format!("fill in `{other}`, or leave both empty")));
        }
    }
    let Some(anchor) = piece.anchor() else {
        let help = "leave `low` and `high` empty; in `note` there is room for words";
        return Err(mistake(End::Low, "the input holds no number that a range could move", help));
    };
    let factor = !matches!(anchor, Number::Share(_)) && (low.ends_with('%') || high.ends_with('%'));
    let read = |text: &str, end: End| {
        let value = if factor { times(text) } else { value(text, anchor) };
        value.map_err(|error| RangeMistake { end, message: error.message, help: error.help })
    };
    let (low, high) = (read(low, End::Low)?, read(high, End::High)?);
    if low >= high {
        let what = if low > high { "`low` is above `high`" } else { "`low` and `high` are the same" };
        return Err(mistake(End::Low, what, "a range goes from the lowest to the highest plausible value"));
    }
    let written = anchor.value();
    let alone = matches!(piece, Piece::Number(_));
    let whole = matches!(anchor, Number::Count { .. });
    if !factor && !alone && written <= 0.0 {
        let help = "give the range in per cent of what is written, e.g. 80 % and 120 %";
        return Err(mistake(End::Low, "a value of zero cannot be scaled", help));
    }
    let scaled_law = |law: &Distribution| !matches!(law, Distribution::Constant(_) | Distribution::Normal { .. });
    if let Number::Law(law, _) = anchor
        && scaled_law(law)
        && written <= 0.0
    {
        return Err(mistake(End::Low, "a distribution with a mean of zero cannot be scaled", ""));
    }
    let (scale, written) = match (factor, alone) {
        // A part of a table by date is a value of its own.
        (true, true) if matches!(anchor, Number::OfFile { .. }) => (Scale::Value, written),
        (true, _) => (Scale::Factor, 1.0),
        (false, true) if whole => (Scale::Whole, written),
        (false, true) => (Scale::Value, written),
        (false, false) => (Scale::Entry { written, whole }, written),
    };
    Ok(Range { piece, scale, low, high, written })
}

/// A factor in per cent, which may exceed 100 %.
fn times(text: &str) -> Result<f64, WordError> {
    let number = text.strip_suffix('%').map(str::trim_end).and_then(|number| number.parse::<f64>().ok());
    number.map(|percent| percent / 100.0).filter(|factor| (0.0..=MOST_TIMES).contains(factor)).ok_or_else(|| {
        let message = format!("`{}` is no share of what is written", shortened(text));
        WordError::new(0..text.len(), message).help("both ends are in per cent, e.g. 80 % and 120 %")
    })
}

/// A value of what the range speaks of.
fn value(text: &str, of: &Number) -> Result<f64, WordError> {
    let wrong = |message: String| WordError::new(0..text.len(), message);
    let within = |value: f64, low: f64, high: f64| {
        if (low..=high).contains(&value) {
            Ok(value)
        } else {
            Err(wrong(format!("{value} is not between {low} and {high}")))
        }
    };
    match of {
        Number::Count { low, high, .. } => {
            let count = within(quantity::parse(text, Dimension::Number)?, *low, *high)?;
            if count.fract() == 0.0 { Ok(count) } else { Err(wrong(format!("`{text}` is no whole number"))) }
        }
        Number::Plain { low, high, .. } => within(quantity::parse(text, Dimension::Number)?, *low, *high),
        Number::Share(_) => quantity::parse(text, Dimension::Share),
        Number::Quantity(_, dimension) => quantity::parse(text, *dimension),
        Number::Law(Distribution::Normal { .. }, dimension) => quantity::parse_signed(text, *dimension, Sign::Any),
        Number::Law(law, dimension) => {
            let mean = quantity::parse(text, *dimension)?;
            if mean > 0.0 || matches!(law, Distribution::Constant(_)) {
                Ok(mean)
            } else {
                Err(wrong("the mean must be above zero".to_owned()))
            }
        }
        Number::Hours { .. } => within(quantity::parse(text, Dimension::Duration)? / 60_000.0, 1.0, DAY_MIN)
            .map(|minutes| minutes * 60_000.0)
            .map_err(|_| wrong("hours are open from 1 min to 24 h a day".to_owned())),
        Number::OfFile { .. } => {
            let message = "a table by date has no single number".to_owned();
            Err(wrong(message).help("give the range in per cent of the table, e.g. 80 % and 120 %"))
        }
        Number::Other { unit, .. } => match with_unit(text) {
            Some((value, same)) if same == unit => Ok(value),
            _ => Err(wrong(format!("`{}` is not written like the input itself", shortened(text)))
                .help(format!("a number and `{}`", unit.trim()))),
        },
    }
}
