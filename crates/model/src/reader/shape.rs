//! What a value may look like: the record that describe mode leaves.

use super::Kind;
use crate::quantity::{Dimension, Per};

/// The shape of a value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// Nothing was recorded.
    Nothing,
    /// Any text; what it is and an example.
    Text {
        what: &'static str,
        example: &'static str,
    },
    /// A title: one text, or one for each language.
    Title,
    /// One of fixed words.
    Words(Vec<&'static str>),
    Bool,
    /// A whole number between bounds.
    Count {
        low: u32,
        high: u32,
    },
    /// A number between bounds.
    Number {
        low: f64,
        high: f64,
    },
    Share,
    Quantity(Dimension),
    /// Money for something.
    Price(Per),
    Distribution(Dimension),
    /// Name of another element.
    Reference(Kind),
    List {
        of: Box<Shape>,
        low: usize,
        high: usize,
    },
    Table(Vec<Key>),
    /// Table by free names.
    Named(Box<Shape>),
    /// Table whose keys are names of a kind.
    Keyed(Kind, Box<Shape>),
    /// Table whose keys are dates.
    ByDate(Box<Shape>),
    /// One for all classes or a table by class.
    PerClass(Box<Shape>),
    Either(Vec<Shape>),
    /// A shape that contains itself, by its name and, where it first occurs, its definition.
    Recursive(&'static str, Option<Box<Shape>>),
    /// Any part of the folder, written as the tables it changes.
    Changes,
    /// The same by date.
    DatedChanges,
}

/// A key of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static str,
    pub(crate) shape: Shape,
    pub(crate) presence: Presence,
    /// What has to hold for the key to be read, e.g. `kind = "appointments"`.
    pub(crate) only_when: Option<&'static str>,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// What holds without it.
    Optional(&'static str),
}

/// A quantity as it could be written.
pub(crate) fn example_of(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Duration => "22 min",
        Dimension::Length => "1284 m",
        Dimension::Speed => "60 km/h",
        Dimension::Mass => "17.5 t",
        Dimension::Rate => "31/day",
        Dimension::FuelRate => "2.5 l/h",
        Dimension::EmissionFactor => "2.66 kg/l",
        Dimension::Power => "750 MW",
        Dimension::GasFlow => "44 bcm/year",
        Dimension::MassFlow => "30 Mt/year",
        Dimension::Share => "15 %",
        Dimension::Number => "1.5",
    }
}
