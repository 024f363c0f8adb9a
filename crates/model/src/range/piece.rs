//! A value as the numbers in it and the words around them, so that it can be written again with other numbers.

use crate::calendar::single_span;
use crate::distribution::{self, Distribution, Sign};
use crate::quantity::{self, Dimension};
use crate::reader::{CSV_FILE, Shape, WEEKLY_HOURS};
use crate::tree::{Item, Value, written};

/// A part of a value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// Stays as it is written.
    Fixed(String),
    Number(Number),
    List(Vec<Piece>),
    Table(Vec<(String, Piece)>),
}

/// Something that can be larger or smaller.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Number {
    Count {
        value: f64,
        low: f64,
        high: f64,
    },
    Plain {
        value: f64,
        low: f64,
        high: f64,
    },
    Share(f64),
    Quantity(f64, Dimension),
    Law(Distribution, Dimension),
    /// Hours of one span on some days, in minutes after midnight.
    Hours {
        days: String,
        from: u16,
        minutes: u16,
    },
    /// A part of a table by date.
    OfFile {
        share: f64,
        file: String,
    },
    /// A number with a unit that only its own reader knows.
    Other {
        value: f64,
        unit: String,
    },
}

/// What happens to the numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Move {
    To(f64),
    Times(f64),
}

/// Minutes of a day.
pub(super) const DAY_MIN: f64 = 1440.0;

impl Piece {
    /// The piece of a value of the given shape; what has no number that could be moved is fixed.
    pub(super) fn of(item: &Item, shape: &Shape) -> Self {
        let fixed = || Self::Fixed(written(item));
        let number = |number: Option<Number>| number.map_or_else(fixed, Self::Number);
        match (shape, &item.value) {
            (Shape::PerClass(inner), Value::Table(table)) => {
                let entries = table.entries().iter();
                Self::Table(entries.map(|entry| (entry.key.to_string(), Self::of(&entry.item, inner))).collect())
            }
            (Shape::PerClass(inner), _) => Self::of(item, inner),
            (Shape::Either(ways), _) => {
                let mut read = ways.iter().map(|way| Self::of(item, way));
                read.find(|piece| !piece.numbers().is_empty()).unwrap_or_else(fixed)
            }
            // Steps of a process: the shares of the outer ones.
            (Shape::Recursive(_, Some(inner)), _) => Self::of(item, inner),
            (Shape::List { of, .. }, Value::List(items)) => {
                let list = Self::List(items.iter().map(|item| Self::of(item, of)).collect());
                // Hours of several lines have no one length.
                let hours = list.numbers().iter().any(|(number, _)| matches!(number, Number::Hours { .. }));
                if hours { fixed() } else { list }
            }
            (Shape::Table(keys), Value::Table(table)) => {
                let shape_of = |name: &str| keys.iter().find(|key| key.name == name).map(|key| &key.shape);
                let of = |name: &str, item: &Item| Self::of(item, shape_of(name).unwrap_or(&Shape::Nothing));
                let entries = table.entries().iter();
                Self::Table(entries.map(|entry| (entry.key.to_string(), of(&entry.key, &entry.item))).collect())
            }
            (Shape::Count { low, high }, Value::Whole(value)) => {
                number(Some(Number::Count { value: *value as f64, low: f64::from(*low), high: f64::from(*high) }))
            }
            (Shape::Number { low, high }, value) => {
                number(plain(value).map(|value| Number::Plain { value, low: *low, high: *high }))
            }
            (Shape::Share, Value::Text(text)) => {
                number(quantity::parse(text, Dimension::Share).ok().map(Number::Share))
            }
            (Shape::Share, value) => number(plain(value).map(Number::Share)),
            (Shape::Quantity(dimension), Value::Text(text)) => {
                number(quantity::parse(text, *dimension).ok().map(|value| Number::Quantity(value, *dimension)))
            }
            (Shape::Distribution(dimension), Value::Text(text)) => {
                let law = distribution::parse(text, *dimension, Sign::Any).ok();
                number(law.map(|law| Number::Law(law, *dimension)))
            }
            (Shape::Text { what, .. }, Value::Text(text)) if *what == WEEKLY_HOURS => {
                number(single_span(text).map(|(days, from, minutes)| Number::Hours { days, from, minutes }))
            }
            (Shape::Text { what, .. }, Value::Text(text)) if *what == CSV_FILE && text.ends_with(".csv") => {
                let of_file = crate::decode::part_of_file(text).ok();
                number(of_file.map(|(share, file)| Number::OfFile { share, file: file.to_owned() }))
            }
            (Shape::Price(_) | Shape::Nothing, Value::Text(text)) => {
                number(with_unit(text).map(|(value, unit)| Number::Other { value, unit: unit.to_owned() }))
            }
            _ => fixed(),
        }
    }

    /// The numbers in it, each with whether it is the entry `other` of a table.
    pub(super) fn numbers(&self) -> Vec<(&Number, bool)> {
        match self {
            Self::Fixed(_) => Vec::new(),
            Self::Number(number) => vec![(number, false)],
            Self::List(pieces) => pieces.iter().flat_map(Self::numbers).collect(),
            Self::Table(entries) => entries
                .iter()
                .flat_map(|(key, piece)| piece.numbers().into_iter().map(move |(number, _)| (number, key == "other")))
                .collect(),
        }
    }

    /// The number that a range speaks of: that of `other`, or the largest where there is no other or it is zero.
    pub(super) fn anchor(&self) -> Option<&Number> {
        let numbers = self.numbers();
        let other = numbers.iter().find(|(number, other)| *other && number.value() > 0.0);
        let largest = || numbers.iter().max_by(|(a, _), (b, _)| a.value().total_cmp(&b.value()));
        other.or_else(largest).map(|(number, _)| *number)
    }

    /// The anchor in words.
    pub(super) fn words(&self) -> String {
        self.anchor().map_or_else(String::new, Number::words)
    }

    /// The value with its numbers moved, as a model file would have it.
    pub(super) fn text(&self, moved: Move) -> String {
        match self {
            Self::Fixed(text) => text.clone(),
            Self::Number(number) => number.text(moved),
            Self::List(pieces) => {
                let pieces: Vec<String> = pieces.iter().map(|piece| piece.text(moved)).collect();
                format!("[{}]", pieces.join(", "))
            }
            Self::Table(entries) => {
                let entry = |(key, piece): &(String, Self)| format!("{key} = {}", piece.text(moved));
                format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
            }
        }
    }
}

impl Number {
    /// The number in its base unit; the mean of a distribution, the length of hours in milliseconds.
    pub(super) fn value(&self) -> f64 {
        match self {
            Self::Count { value, .. } | Self::Plain { value, .. } | Self::Other { value, .. } => *value,
            Self::Share(value) | Self::Quantity(value, _) => *value,
            Self::Law(law, _) => law.mean(),
            Self::Hours { minutes, .. } => f64::from(*minutes) * 60_000.0,
            Self::OfFile { share, .. } => *share,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Count { value, .. } | Self::Plain { value, .. } => format!("{value}"),
            Self::Share(value) | Self::OfFile { share: value, .. } => quantity::words(*value, Dimension::Share),
            Self::Quantity(value, dimension) => quantity::words(*value, *dimension),
            // Means of a triangular or of observed values have no end of digits.
            Self::Law(law, Dimension::Duration) => quantity::words(law.mean().round(), Dimension::Duration),
            Self::Law(law, dimension) => quantity::words(law.mean(), *dimension),
            Self::Hours { .. } => quantity::words(self.value(), Dimension::Duration),
            Self::Other { value, unit } => format!("{value}{unit}"),
        }
    }

    fn text(&self, moved: Move) -> String {
        let value = match moved {
            Move::To(value) => value,
            // What is zero stays zero, whatever the factor.
            Move::Times(factor) => self.value() * factor,
        };
        let quoted = |text: String| format!("{text:?}");
        match self {
            Self::Count { value: before, low, high } => {
                // Scaling takes no lane away altogether; a value that is named is taken at its word.
                let scaled = matches!(moved, Move::Times(_)) && *before > 0.0;
                let least = if scaled { low.max(1.0) } else { *low };
                format!("{}", value.round().clamp(least.min(*high), *high))
            }
            Self::Plain { low, high, .. } => format!("{}", value.clamp(*low, *high)),
            Self::Share(_) => quoted(quantity::words(value.clamp(0.0, 1.0), Dimension::Share)),
            Self::Quantity(_, dimension) => quoted(quantity::words(whole_ms(value, *dimension), *dimension)),
            Self::Law(law, dimension) => {
                let law = around(law, whole_ms(value, *dimension));
                quoted(law.words(*dimension))
            }
            Self::Hours { days, from, minutes } => quoted(format!("{days}{}", span(*from, *minutes, value / 60_000.0))),
            Self::OfFile { file, .. } => quoted(format!("{} % of {file}", (value * 1e8).round() / 1e6)),
            Self::Other { unit, .. } => quoted(format!("{value}{unit}")),
        }
    }
}

/// Durations are read as whole milliseconds; nothing else shows in words.
fn whole_ms(value: f64, dimension: Dimension) -> f64 {
    if dimension == Dimension::Duration { value.round() } else { value }
}

/// A distribution around another mean.
fn around(law: &Distribution, mean: f64) -> Distribution {
    let scale = |value: &f64| value * mean / law.mean();
    match law {
        Distribution::Constant(_) => Distribution::Constant(mean),
        Distribution::Normal { sd, .. } => Distribution::Normal { mean, sd: *sd },
        Distribution::Exponential { .. } => Distribution::Exponential { mean },
        Distribution::Erlang { shape, .. } => Distribution::Erlang { mean, shape: *shape },
        Distribution::Gamma { cv, .. } => Distribution::Gamma { mean, cv: *cv },
        Distribution::Lognormal { cv, .. } => Distribution::Lognormal { mean, cv: *cv },
        Distribution::Weibull { shape, .. } => Distribution::Weibull { mean, shape: *shape },
        Distribution::Hyperexponential { cv, .. } => Distribution::Hyperexponential { mean, cv: *cv },
        Distribution::Uniform { low, high } => Distribution::Uniform { low: scale(low), high: scale(high) },
        Distribution::Triangular { low, mode, high } => {
            Distribution::Triangular { low: scale(low), mode: scale(mode), high: scale(high) }
        }
        Distribution::Empirical(values) => Distribution::Empirical(values.iter().map(scale).collect()),
    }
}

/// A span of another length around the same middle.
fn span(from: u16, minutes: u16, length_min: f64) -> String {
    let length = length_min.round().clamp(1.0, DAY_MIN);
    if length >= DAY_MIN {
        return "00:00-24:00".to_owned();
    }
    let begin = (f64::from(from) + (f64::from(minutes) - length) / 2.0).floor().rem_euclid(DAY_MIN);
    let end = (begin + length).rem_euclid(DAY_MIN);
    let clock = |minute: f64| format!("{:02}:{:02}", (minute / 60.0).floor(), minute % 60.0);
    // Hours that end at midnight are written as the end of the day.
    format!("{}-{}", clock(begin), if end == 0.0 { "24:00".to_owned() } else { clock(end) })
}

fn plain(value: &Value) -> Option<f64> {
    match value {
        Value::Whole(number) => Some(*number as f64),
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// A number and all that follows it.
pub(super) fn with_unit(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let value = text[..end].parse::<f64>().ok().filter(|value| value.is_finite())?;
    Some((value, &text[end..]))
}
