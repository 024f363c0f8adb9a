//! Numbers as people read them: three significant digits unless the half-width says fewer.

use crate::language::Language;

/// Significant digits of a value without a better reason.
const SIGNIFICANT_DIGITS: i32 = 3;

/// Digits beyond these that a small half-width can earn.
const MORE_DIGITS: i32 = 2;

/// Most decimals ever written; smaller values are shown as they round.
const MOST_DECIMALS: i32 = 4;

/// A value and its half-width as separate texts, so that columns can align on the sign between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Estimate {
    pub(crate) value: String,
    pub(crate) half_width: Option<String>,
}

impl Estimate {
    /// The same in the marks of a language.
    pub(crate) fn localised(&self, language: Language) -> Self {
        let half_width = self.half_width.as_ref().map(|hw| localised(hw, language));
        Self { value: localised(&self.value, language), half_width }
    }

    /// As one text in a language: `84.2 ± 1.1`, in Russian `84,2 ± 1,1`.
    pub(crate) fn text_in(&self, language: Language) -> String {
        localised(&self.text(), language)
    }

    /// As one text: `84.2 ± 1.1`.
    pub(crate) fn text(&self) -> String {
        match &self.half_width {
            Some(half_width) => format!("{} ± {half_width}", self.value),
            None => self.value.clone(),
        }
    }
}

/// A number as this file writes it, in the marks of a language: Russian has a comma before decimals and a thin space between
/// thousands, English and Chinese a point and a comma.
pub(crate) fn localised(number: &str, language: Language) -> String {
    match language {
        Language::En | Language::Zh => number.to_owned(),
        Language::Ru => number.replace(',', "\u{202f}").replace('.', ","),
    }
}

/// Rounds a value and its half-width at the same place.
///
/// The place is the third significant digit of the value, or the last digit that the half-width lets one trust: its first, or its
/// second where the first is a 1, because rounding 1.4 to 1 would lose too much.
pub(crate) fn estimate(value: f64, half_width: Option<f64>) -> Estimate {
    estimate_within(value, half_width, MOST_DECIMALS)
}

/// The same with a bound on the decimals: a queue of 0.00012 vehicles is none, whatever its digits.
pub(crate) fn estimate_within(value: f64, half_width: Option<f64>, most_decimals: i32) -> Estimate {
    let trusted = half_width.filter(|hw| hw.is_finite() && *hw > 0.0);
    let by_value = if value == 0.0 { i32::MIN } else { magnitude(value) - (SIGNIFICANT_DIGITS - 1) };
    let by_half_width = trusted.map_or(i32::MIN, |hw| magnitude(hw) - i32::from(leads_with_one(hw)));
    let place = match (by_value.max(by_half_width), trusted) {
        (i32::MIN, _) => 0,
        // Three digits would move the value by more than its half-width: 1,230 ± 3 for 1,234.
        (place, Some(hw)) if round_to(hw, place) == 0.0 => magnitude(hw).max(place - MORE_DIGITS),
        (place, _) => place,
    }
    .max(-most_decimals);
    let half_width = half_width.map(|hw| {
        if !(hw > 0.0 && hw.is_finite()) || round_to(hw, place) > 0.0 {
            return at(hw, place);
        }
        // A half-width far below the last shown digit keeps its first digit, with one decimal more than the value may
        // have; a smaller one becomes the smallest that can be written so: "± 0" would claim certainty.
        let own = magnitude(hw).max(-most_decimals - 1);
        at(hw.max(10_f64.powi(own)), own)
    });
    Estimate { value: at(value, place), half_width }
}

/// A value that no replication saw anything else than nothing of needs no interval, and one too small to be written is
/// said to be small rather than nothing.
pub(crate) fn quantity(value: f64, half_width: Option<f64>, most_decimals: i32) -> Estimate {
    let smallest = 10_f64.powi(-most_decimals);
    let widest = half_width.unwrap_or(0.0).abs();
    if value == 0.0 && widest == 0.0 {
        return Estimate { value: "0".to_owned(), half_width: None };
    }
    if value.abs().max(widest) < smallest / 2.0 {
        return Estimate { value: format!("< {}", at(smallest, -most_decimals)), half_width: None };
    }
    estimate_within(value, half_width, most_decimals)
}

/// A value and its half-width to the second digit of the half-width, for tables in which small distances count.
pub(crate) fn precise(value: f64, half_width: Option<f64>) -> Estimate {
    let place = precise_place(value, half_width);
    Estimate { value: at(value, place), half_width: half_width.map(|hw| at(hw, place)) }
}

/// A value to the second digit of the half-width of another.
pub(crate) fn precise_like(value: f64, half_width: Option<f64>) -> String {
    at(value, precise_place(value, half_width))
}

fn precise_place(value: f64, half_width: Option<f64>) -> i32 {
    let trusted = half_width.filter(|hw| hw.is_finite() && *hw > 0.0);
    trusted.map_or_else(|| magnitude(value) - 5, |hw| magnitude(hw) - 1).min(0)
}

/// A difference, with its sign always written.
pub(crate) fn signed(value: f64, half_width: Option<f64>, most_decimals: i32) -> Estimate {
    let mut estimate = quantity(value, half_width, most_decimals);
    if value > 0.0 && estimate.value.starts_with(|c: char| c.is_ascii_digit()) && has_digit(&estimate.value) {
        estimate.value.insert(0, '+');
    }
    estimate
}

/// Whether a written number says more than nothing.
fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| (b'1'..=b'9').contains(&b))
}

/// A single number with three significant digits.
pub(crate) fn plain(value: f64) -> String {
    estimate(value, None).value
}

/// The lower end of an interval with three significant digits, rounded so that the interval does not become shorter.
pub(crate) fn lower_end(value: f64) -> String {
    outwards(value, f64::floor)
}

/// The upper end of one.
pub(crate) fn upper_end(value: f64) -> String {
    outwards(value, f64::ceil)
}

fn outwards(value: f64, round: fn(f64) -> f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return plain(value);
    }
    let place = (magnitude(value) - (SIGNIFICANT_DIGITS - 1)).max(-MOST_DECIMALS);
    // What is lost in the last digits of a binary number is no reason to step outwards: 8.23 lies between 8.22 and 8.23.
    let (shown, unit) = (round_to(value, place), 10_f64.powi(place));
    let near = (shown - value).abs() < 1e-9 * value.abs();
    at(if near { shown } else { round(value / unit) * unit }, place)
}

/// A whole number with its thousands grouped.
pub(crate) fn integer(value: f64) -> String {
    at(value, 0)
}

/// A time of minutes in the unit that reads best: minutes below two hours, hours above.
pub(crate) fn duration_min(language: Language, value: f64, half_width: Option<f64>) -> String {
    let (id, estimate) = if value < 120.0 {
        ("minutes", estimate_within(value, half_width, 1))
    } else {
        ("hours", estimate_within(value / 60.0, half_width.map(|hw| hw / 60.0), 2))
    };
    language.say(id, &[("number", (&estimate.text_in(language)).into())])
}

/// The power of ten of the first digit.
fn magnitude(value: f64) -> i32 {
    // Rounding to three digits first makes 9.996 a 10.0, as it will be printed.
    let text = format!("{:.2e}", value.abs());
    text.split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0)
}

fn leads_with_one(value: f64) -> bool {
    format!("{:.2e}", value.abs()).starts_with('1')
}

fn round_to(value: f64, place: i32) -> f64 {
    let unit = 10_f64.powi(place);
    (value / unit).round() * unit
}

/// Writes a value rounded at a power of ten.
fn at(value: f64, place: i32) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let rounded = if place > 0 { round_to(value, place) } else { value };
    let decimals = usize::try_from(-place).unwrap_or(0);
    let text = format!("{rounded:.decimals$}");
    let negative = text.starts_with('-') && text.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    let digits = group(text.trim_start_matches('-'));
    if negative { format!("−{digits}") } else { digits }
}

fn group(digits: &str) -> String {
    let (whole, decimals) = digits.split_once('.').map_or((digits, ""), |(w, d)| (w, d));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push('.');
        text.push_str(decimals);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: f64, half_width: f64) -> String {
        estimate(value, Some(half_width)).text()
    }

    #[test]
    fn three_digits_unless_the_half_width_says_fewer() {
        assert_eq!(text(84.2345, 1.1234), "84.2 ± 1.1");
        assert_eq!(text(84.2345, 4.2), "84 ± 4");
        assert_eq!(text(0.63129, 0.0041), "0.631 ± 0.004");
        assert_eq!(text(62_347.0, 212.0), "62,300 ± 200");
        assert_eq!(text(1234.4, 3.0), "1,234 ± 3");
        assert_eq!(text(170.2, 6.4), "170 ± 6");
        assert_eq!(text(3.0, 40.0), "0 ± 40");
    }

    #[test]
    fn a_small_half_width_is_never_shown_as_none() {
        assert_eq!(text(18.2, 0.004), "18.200 ± 0.004");
        assert_eq!(text(18.2, 0.0), "18.2 ± 0.0");
        assert_eq!(estimate_within(0.83, Some(0.000_04), 2).text(), "0.83 ± 0.001");
    }

    #[test]
    fn nothing_and_almost_nothing_are_told_apart() {
        assert_eq!(quantity(0.0, Some(0.0), 2).text(), "0");
        assert_eq!(quantity(0.000_12, Some(0.000_04), 2).text(), "< 0.01");
        assert_eq!(quantity(0.004, Some(0.006), 2).text(), "0.00 ± 0.01");
    }

    #[test]
    fn a_language_has_its_own_marks() {
        let weight = estimate(1234.5, Some(0.27));
        let said = Language::ALL.map(|language| weight.text_in(language));
        assert_eq!(said, ["1,234.5 ± 0.3", "1,234.5 ± 0.3", "1\u{202f}234,5 ± 0,3"]);
    }

    #[test]
    fn ends_of_an_interval_are_rounded_outwards() {
        assert_eq!([248.7, 1234.0, 8.23, 0.0, 99.94].map(lower_end), ["248", "1,230", "8.23", "0", "99.9"]);
        assert_eq!([248.2, 1231.0, 8.23, 0.0, 99.91].map(upper_end), ["249", "1,240", "8.23", "0", "100.0"]);
    }

    #[test]
    fn signs_zeros_and_nonsense() {
        assert_eq!(plain(0.0), "0");
        assert_eq!(plain(-12.345), "−12.3");
        assert_eq!(text(-0.001, 0.5), "0.0 ± 0.5");
        assert_eq!(plain(9.9996), "10.0");
        assert_eq!(plain(1e9), "1,000,000,000");
        assert_eq!(plain(f64::NAN), "–");
    }
}
