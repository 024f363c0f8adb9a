//! Quantities as the language says them: a number and its unit, e.g. `22 min`, `1284 m`, `31/day`, `15 %`.

mod currency;
mod price;
mod read;
mod unit;
mod write;

pub use currency::Currency;
pub use price::{MAX_PRICE, Per, Price, parse_price};
pub use read::{parse, parse_signed};
pub use unit::{
    MAX_DURATION_MS, MAX_EMISSION_KG_PER_L, MAX_FUEL_L_PER_H, MAX_GAS_MCM_PER_DAY, MAX_LENGTH_M, MAX_MASS_T,
    MAX_NUMBER, MAX_POWER_MW, MAX_RATE_PER_DAY, MAX_SPEED_M_PER_S, MAX_T_PER_DAY,
};
pub use write::{rounded_duration, words};

use std::ops::Range;

/// What kind of quantity a value is, which decides its units and its base unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Time span; base unit milliseconds.
    Duration,
    /// Base unit metres.
    Length,
    /// Base unit metres per second; never zero.
    Speed,
    /// Base unit tonnes.
    Mass,
    /// Events per time; base unit per day.
    Rate,
    /// Fuel burnt per time; base unit litres an hour.
    FuelRate,
    /// Mass of an emission per volume of fuel; base unit kilograms a litre.
    EmissionFactor,
    /// Energy per time, by the hour or the year of 365 days; base unit megawatts.
    Power,
    /// Volume of gas per time; base unit a million cubic metres a day.
    GasFlow,
    /// Mass per time; base unit tonnes a day.
    MassFlow,
    /// Part of a whole; base unit 1, at most 1.
    Share,
    /// A plain number without a unit.
    Number,
}

/// Whether a negative value makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Zero and above.
    NonNegative,
    /// Any value, e.g. early (negative) or late against a slot.
    Any,
}

/// A mistake in a piece of text that is read as words: a quantity, a distribution, opening hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordError {
    /// Bytes of the given text that are wrong; may be empty where something is missing.
    pub span: Range<usize>,
    /// What is wrong, without a full stop.
    pub message: String,
    /// What to write instead, when that can be guessed.
    pub help: Option<String>,
}

impl WordError {
    pub(crate) fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None }
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same mistake when the text that was read begins `offset` bytes into a longer one.
    pub fn shifted(mut self, offset: usize) -> Self {
        self.span = self.span.start + offset..self.span.end + offset;
        self
    }
}

impl std::fmt::Display for WordError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for WordError {}

/// The known name that is most like what was written, when one is near enough to be meant.
pub(crate) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // Half the letters may differ in short words, a third in long ones; more is another word.
    let allowed = if written.chars().count() <= 4 { 2 } else { written.chars().count().div_ceil(3) };
    known
        .filter(|name| name.chars().next() == written.chars().next() || name.chars().count() > 3)
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, _)| *distance <= allowed)
        // Letters are left out more often than added, so the longer of two equal candidates is meant.
        .min_by_key(|(distance, name)| (*distance, std::cmp::Reverse(name.len())))
        .map(|(_, name)| name)
}

/// The bytes of a span of text without the space around it.
pub(crate) fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let written = &text[span.clone()];
    let begin = span.start + (written.len() - written.trim_start().len());
    begin..begin + written.trim().len()
}

/// Names in back quotes, separated by commas.
pub(crate) fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
