//! Quantities from words.

use super::unit::{OTHER_NAMES, UNITS, Unit};
use super::{Dimension, Sign, WordError, listed, nearest, trimmed};
use std::ops::Range;

/// Reads a quantity that is not negative and returns it in the base unit of its dimension.
///
/// ```
/// use portway_model::quantity::{Dimension, parse};
/// assert_eq!(parse("1 h 30 min", Dimension::Duration), Ok(5_400_000.0));
/// assert_eq!(parse("600/h", Dimension::Rate), Ok(14_400.0));
/// assert_eq!(parse("22", Dimension::Duration).unwrap_err().message, "`22` has no unit");
/// ```
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse(text: &str, dimension: Dimension) -> Result<f64, WordError> {
    parse_signed(text, dimension, Sign::NonNegative)
}

/// Reads a quantity that may be negative when `sign` allows it. A minus applies to all parts: `-1 h 30 min`.
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_signed(text: &str, dimension: Dimension, sign: Sign) -> Result<f64, WordError> {
    let all = trimmed(text, 0..text.len());
    if all.is_empty() {
        return Err(WordError::new(0..text.len(), "nothing is written here").help(dimension.wanted()));
    }
    let minus = ["-", "\u{2212}"].into_iter().find(|minus| text[all.clone()].starts_with(minus));
    let mut rest = Rest { text, at: all.start + minus.map_or(0, str::len), end: all.end };
    let mut total = 0.0;
    let mut previous: Option<&Unit> = None;
    loop {
        rest.skip_space();
        let begin = rest.at;
        let number = rest.number(|| dimension.wanted())?;
        let number_end = rest.at;
        let unit = rest.unit(begin..number_end, dimension)?;
        if let (Some(previous), Some(unit)) = (previous, unit)
            && previous.numerator <= unit.numerator
        {
            let message = format!("`{}` cannot follow `{}`", unit.name, previous.name);
            return Err(WordError::new(begin..rest.at, message).help("parts go from large to small: \"1 h 30 min\""));
        }
        total += unit.map_or(number, |unit| number * unit.numerator / unit.denominator);
        previous = unit;
        rest.skip_space();
        if rest.is_empty() {
            break;
        }
        if dimension != Dimension::Duration {
            let message = format!("`{}` is left over after the quantity", &text[rest.at..rest.end]);
            return Err(WordError::new(rest.at..rest.end, message).help(dimension.wanted()));
        }
    }
    in_range(total, minus.is_some(), previous.is_some(), dimension, sign).map_err(|(message, help)| WordError {
        span: all,
        message,
        help,
    })
}

/// Applies the minus and checks the value against the limits of its dimension.
fn in_range(
    value: f64,
    minus: bool,
    has_unit: bool,
    dimension: Dimension,
    sign: Sign,
) -> Result<f64, (String, Option<String>)> {
    let (limit, reason) = dimension.limit();
    if minus && value != 0.0 && (sign == Sign::NonNegative || matches!(dimension, Dimension::Share | Dimension::Speed))
    {
        return Err((format!("{} cannot be negative here", dimension.a()), None));
    }
    // Infinity comes from hundreds of digits; it fails the same comparison.
    if value > limit {
        let percent = dimension == Dimension::Share && !has_unit && value <= 100.0;
        let help = percent.then(|| format!("did you mean \"{value} %\"?"));
        return Err((reason.to_owned(), help));
    }
    if dimension == Dimension::Speed && value == 0.0 {
        return Err(("a speed is above zero".to_owned(), None));
    }
    Ok(if minus && value != 0.0 { -value } else { value })
}

/// What is left to read of a text.
pub(super) struct Rest<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) end: usize,
}

impl<'a> Rest<'a> {
    pub(super) fn left(&self) -> &'a str {
        &self.text[self.at..self.end]
    }

    pub(super) fn is_empty(&self) -> bool {
        self.at == self.end
    }

    pub(super) fn skip_space(&mut self) {
        self.at = self.end - self.left().trim_start().len();
    }

    pub(super) fn take_while(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let left = self.left();
        let length = left.find(|c| !belongs(c)).unwrap_or(left.len());
        self.at += length;
        &left[..length]
    }

    /// A plain number; `wanted` says what should stand here instead of a word.
    pub(super) fn number(&mut self, wanted: impl Fn() -> String) -> Result<f64, WordError> {
        let begin = self.at;
        let digits = self.take_while(|c| c.is_ascii_digit() || c == '.');
        if digits.is_empty() {
            let length = self.left().find(char::is_whitespace).unwrap_or(self.left().len());
            let found = &self.left()[..length];
            let message = match found {
                "" => "a number is missing".to_owned(),
                _ => format!("a number is wanted, not `{found}`"),
            };
            return Err(WordError::new(begin..begin + length, message).help(wanted()));
        }
        let grouped =
            self.left().starts_with([',', '_', '\'']) && self.left()[1..].starts_with(|c: char| c.is_ascii_digit());
        if grouped {
            let mark = self.left().chars().next().unwrap_or(',');
            let tail = self.take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '_' | '\'' | '.'));
            let written = &self.text[begin..self.at];
            let error = WordError::new(begin..self.at, format!("`{written}` is not a number"));
            let plain: String = written.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            return Err(if mark == ',' && tail.len() != 4 && !tail[1..].contains([',', '.']) {
                error.help(format!("the decimal mark is a point: `{}`", written.replace(',', ".")))
            } else {
                error.help(format!("digits are not grouped: `{plain}`"))
            });
        }
        let well_formed = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.matches('.').count() <= 1;
        match digits.parse::<f64>() {
            Ok(number) if well_formed => Ok(number),
            _ => Err(WordError::new(begin..self.at, format!("`{digits}` is not a number"))
                .help("a number has digits on both sides of its point: `0.5`")),
        }
    }

    /// The unit after the number that stands at `number`; none for a share or plain number without one.
    fn unit(&mut self, number: Range<usize>, dimension: Dimension) -> Result<Option<&'static Unit>, WordError> {
        self.skip_space();
        let begin = self.at;
        let first = self.take_while(is_unit_char);
        let mut name = first.to_owned();
        if first == "per" || first == "/" {
            self.skip_space();
            name = format!("/{}", self.take_while(is_unit_char));
        }
        if name.is_empty() {
            if matches!(dimension, Dimension::Share | Dimension::Number) {
                return Ok(None);
            }
            let written = &self.text[number.clone()];
            let grouped = self.left().starts_with(|c: char| c.is_ascii_digit());
            return Err(if grouped {
                WordError::new(number.start..self.at, format!("`{written}` has no unit"))
                    .help("digits are not grouped, and every number has a unit")
            } else if self.is_empty() {
                let message = format!("`{written}` has no unit");
                WordError::new(number, message).help(dimension.wanted())
            } else {
                let character = self.left().chars().next().unwrap_or(' ');
                WordError::new(self.at..self.at + character.len_utf8(), format!("`{character}` does not belong here"))
                    .help(dimension.wanted())
            });
        }
        if let Some(unit) = dimension.units().find(|unit| unit.name == name) {
            return Ok(Some(unit));
        }
        let span = begin..self.at;
        let written = &self.text[span.clone()];
        if let Some(other) = UNITS.iter().find(|unit| unit.name == name) {
            let message = format!("`{written}` is {}; {}", other.dimension.a(), dimension.wanted());
            let error = WordError::new(span, message);
            return Err(if dimension == Dimension::Duration && name == "m" {
                error.help("did you mean `min`?")
            } else {
                error
            });
        }
        let lower = name.to_lowercase();
        let names: Vec<&str> = dimension.units().map(|unit| unit.name).collect();
        let known =
            OTHER_NAMES.iter().find(|(word, unit)| *word == lower && names.contains(unit)).map(|(_, unit)| *unit);
        let error = WordError::new(span, format!("`{written}` is not a unit of {}", dimension.of()));
        Err(match known.or_else(|| nearest(&lower, names.iter().copied())) {
            Some(unit) => error.help(format!("did you mean `{unit}`?")),
            None if names.is_empty() => error.help(dimension.wanted()),
            None => error.help(format!("{}; its units are {}", dimension.wanted(), listed(&names))),
        })
    }
}

fn is_unit_char(c: char) -> bool {
    !c.is_whitespace() && !c.is_ascii_digit() && !matches!(c, '-' | '+' | '.' | ',' | '(' | ')' | '=' | '_' | '\'')
}
