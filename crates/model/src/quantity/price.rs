//! Money as the language says it: a number, the code of a currency, and what it is paid for: `8700 RUB`, `1500 RUB/h`.
//! Large amounts are written in millions or billions: `570 M CNY`, `13 bn RUB`.

use super::read::Rest;
use super::{Currency, WordError, trimmed};

/// A million million: more than anything on a corridor costs in the smallest currency.
pub const MAX_PRICE: f64 = 1e12;

/// Words between a number and its currency, and what they multiply it by.
const MULTIPLES: [(&str, f64); 2] = [("M", 1e6), ("bn", 1e9)];

/// What an amount of money is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Once, e.g. `8700 RUB`.
    Once,
    /// An hour, e.g. `1500 RUB/h`; a day is read too and divided by 24.
    Hour,
    /// A kilometre, e.g. `2.2 CNY/km`.
    Km,
    /// A litre, e.g. `76 RUB/l`.
    Litre,
    /// A tonne, e.g. `800 CNY/t`.
    Tonne,
    /// A megawatt-hour, e.g. `400 CNY/MWh`; a kilowatt-hour is read too.
    MegawattHour,
    /// A cubic metre, e.g. `2 CNY/m3`; a thousand of them are read too.
    CubicMetre,
}

/// An amount of money for one passage, hour, kilometre or whatever else it is paid for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Price {
    /// How much, zero or above.
    pub amount: f64,
    /// In which currency.
    pub currency: Currency,
}

impl Per {
    /// The units behind the currency: how each is written, and how many of this it is.
    fn units(self) -> &'static [(&'static str, f64)] {
        match self {
            Self::Once => &[],
            Self::Hour => &[("h", 1.0), ("day", 24.0)],
            Self::Km => &[("km", 1.0)],
            Self::Litre => &[("l", 1.0)],
            Self::Tonne => &[("t", 1.0)],
            Self::MegawattHour => &[("MWh", 1.0), ("kWh", 0.001)],
            Self::CubicMetre => &[("m3", 1.0), ("1000 m3", 1000.0)],
        }
    }

    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Once => "money",
            Self::Hour => "money per hour",
            Self::Km => "money per kilometre",
            Self::Litre => "money per litre",
            Self::Tonne => "money per tonne",
            Self::MegawattHour => "money per megawatt-hour",
            Self::CubicMetre => "money per cubic metre",
        }
    }

    pub(crate) fn example(self) -> &'static str {
        match self {
            Self::Once => "8700 RUB",
            Self::Hour => "1500 RUB/h",
            Self::Km => "2.2 CNY/km",
            Self::Litre => "76 RUB/l",
            Self::Tonne => "800 CNY/t",
            Self::MegawattHour => "400 CNY/MWh",
            Self::CubicMetre => "2 CNY/m3",
        }
    }

    fn wanted(self) -> String {
        format!("{} is wanted, e.g. \"{}\"", self.title(), self.example())
    }
}

/// Reads an amount of money that is not negative.
///
/// ```
/// use portway_model::quantity::{Currency, Per, parse_price};
/// let day = parse_price("40000 RUB/day", Per::Hour).unwrap();
/// assert_eq!((day.amount, day.currency.code()), (40000.0 / 24.0, "RUB"));
/// assert_eq!(parse_price("13 bn RUB", Per::Once).unwrap().amount, 13e9);
/// assert_eq!(parse_price("8700", Per::Once).unwrap_err().message, "`8700` has no currency");
/// ```
///
/// # Errors
/// The first mistake, with its place in `text`.
pub fn parse_price(text: &str, per: Per) -> Result<Price, WordError> {
    let all = trimmed(text, 0..text.len());
    if all.is_empty() {
        return Err(WordError::new(0..text.len(), "nothing is written here").help(per.wanted()));
    }
    if text[all.clone()].starts_with(['-', '\u{2212}']) {
        return Err(WordError::new(all, format!("{} cannot be negative here", per.title())));
    }
    let mut rest = Rest { text, at: all.start, end: all.end };
    let number = rest.number(|| per.wanted())?;
    let number_span = all.start..rest.at;
    rest.skip_space();
    let mut begin = rest.at;
    let word = |rest: &mut Rest<'_>| rest.take_while(|c| !c.is_whitespace() && !c.is_ascii_digit() && c != '/').len();
    let mut length = word(&mut rest);
    let multiple = MULTIPLES.iter().find(|(name, _)| *name == &text[begin..begin + length]);
    if multiple.is_some() {
        rest.skip_space();
        begin = rest.at;
        length = word(&mut rest);
    }
    let code = &text[begin..begin + length];
    if code.is_empty() || code == "per" {
        let message = format!("`{}` has no currency", &text[number_span.clone()]);
        return Err(WordError::new(number_span, message).help(per.wanted()));
    }
    let currency = Currency::parse(code).map_err(|error| error.shifted(begin))?;
    let amount = number * multiple.map_or(1.0, |(_, times)| *times) / divisor(&mut rest, code, begin, per)?;
    // Infinity comes from hundreds of digits; it fails the same comparison.
    if amount > MAX_PRICE {
        return Err(WordError::new(all, "the largest amount of money is 1000000000000"));
    }
    Ok(Price { amount, currency })
}

/// Reads what the money is paid for, which is all that may follow the currency.
fn divisor(rest: &mut Rest<'_>, code: &str, begin: usize, per: Per) -> Result<f64, WordError> {
    rest.skip_space();
    let at = rest.at;
    let left = rest.left();
    let sign = ["/", "per "].into_iter().find(|sign| left.starts_with(sign));
    let Some(sign) = sign else {
        if !left.is_empty() {
            let message = format!("`{}` is left over after the money", crate::reader::shortened(left));
            return Err(WordError::new(at..rest.end, message).help(per.wanted()));
        }
        return match per.units() {
            [] => Ok(1.0),
            [(unit, _), ..] => {
                let message = format!("`{code}` is money once; {}", per.wanted());
                Err(WordError::new(begin..at, message).help(format!("did you mean `{code}/{unit}`?")))
            }
        };
    };
    rest.at += sign.len();
    rest.skip_space();
    let unit = rest.left();
    match per.units().iter().find(|(name, _)| *name == unit) {
        Some((_, size)) => Ok(*size),
        None => {
            let message = format!("money for `{}` does not belong here", crate::reader::shortened(unit));
            Err(WordError::new(at..rest.end, message).help(per.wanted()))
        }
    }
}
