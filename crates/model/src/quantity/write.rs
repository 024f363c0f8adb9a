//! Quantities back to words.

use super::Dimension;
use super::unit::{MAX_DURATION_MS, Unit};
use std::fmt::Write as _;

/// The value, given in the base unit, as words that [`parse_signed`](super::parse_signed) reads back to exactly the same value.
///
/// ```
/// use portway_model::quantity::{Dimension, words};
/// assert_eq!(words(5_400_000.0, Dimension::Duration), "1 h 30 min");
/// assert_eq!(words(0.15, Dimension::Share), "15 %");
/// ```
pub fn words(value: f64, dimension: Dimension) -> String {
    if value < 0.0 {
        return format!("-{}", words(-value, dimension));
    }
    match dimension {
        Dimension::Duration => exact_duration(value),
        Dimension::Number => format!("{value}"),
        Dimension::Length if value < 10_000.0 => format!("{value} m"),
        Dimension::Mass => format!("{value} t"),
        Dimension::FuelRate => format!("{value} l/h"),
        Dimension::EmissionFactor => format!("{value} kg/l"),
        _ => in_good_unit(value, dimension),
    }
}

/// Durations of whole milliseconds are written in parts, all others in milliseconds, because both are exact.
fn exact_duration(value_ms: f64) -> String {
    if value_ms == 0.0 {
        return "0 s".to_owned();
    }
    if value_ms.fract() != 0.0 || value_ms > MAX_DURATION_MS {
        return format!("{value_ms} ms");
    }
    parts(value_ms as u64)
}

fn parts(ms: u64) -> String {
    let mut left = ms;
    let mut text = String::new();
    for (name, size) in [("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000), ("ms", 1)] {
        if left >= size {
            let space = if text.is_empty() { "" } else { " " };
            // Writing to a String cannot fail.
            let _ = write!(text, "{space}{} {name}", left / size);
            left %= size;
        }
    }
    if text.is_empty() { "0 s".to_owned() } else { text }
}

/// The first unit, from large to small, in which three decimals say the value exactly; else the base unit in full.
fn in_good_unit(value: f64, dimension: Dimension) -> String {
    let space = if dimension == Dimension::Rate { "" } else { " " };
    let mut units: Vec<&Unit> = dimension.units().collect();
    // People count arrivals per day and read hours only for capacities that are written so.
    if dimension != Dimension::Rate {
        units.reverse();
    }
    units
        .into_iter()
        .map(|unit| {
            let in_unit = (value * unit.denominator / unit.numerator * 1000.0).round() / 1000.0;
            (in_unit * unit.numerator / unit.denominator, format!("{in_unit}{space}{}", unit.name))
        })
        .find(|(back, _)| *back == value)
        .map_or_else(|| base(value, dimension), |(_, text)| text)
}

fn base(value: f64, dimension: Dimension) -> String {
    match dimension {
        Dimension::Length => format!("{value} m"),
        Dimension::Speed => format!("{value} m/s"),
        Dimension::Rate => format!("{value}/day"),
        Dimension::Mass => format!("{value} t"),
        Dimension::Duration => format!("{value} ms"),
        Dimension::FuelRate => format!("{value} l/h"),
        Dimension::EmissionFactor => format!("{value} kg/l"),
        Dimension::Power => format!("{value} MW"),
        Dimension::GasFlow => format!("{value} mcm/day"),
        Dimension::MassFlow => format!("{value} t/day"),
        Dimension::Share | Dimension::Number => format!("{value}"),
    }
}

/// A duration for people: rounded to what matters, e.g. `3 d 4 h`, `1 h 30 min`, `22 min`, `45 s`.
///
/// Days are rounded to hours, more than ten minutes to minutes, more than ten seconds to seconds.
pub fn rounded_duration(ms: f64) -> String {
    if !ms.is_finite() {
        return "–".to_owned();
    }
    if ms < 0.0 {
        return format!("-{}", rounded_duration(-ms));
    }
    let grain = match ms {
        _ if ms >= 86_400_000.0 => 3_600_000.0,
        _ if ms >= 600_000.0 => 60_000.0,
        _ if ms >= 10_000.0 => 1000.0,
        _ => 1.0,
    };
    parts(((ms / grain).round() * grain) as u64)
}
