//! What is traded: commodities, and the lines that carry some of them without vehicles.

use super::network::{Direction, Node};
use crate::id::{Id, Named};
use crate::quantity::Price;
use jiff::civil::Date;

/// A commodity, e.g. coal.
#[derive(Clone, Debug, PartialEq)]
pub struct Commodity {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Chapters of the Harmonized System, two digits each.
    pub hs: Vec<String>,
    /// What it is measured in.
    pub unit: TradeUnit,
    /// What one of the unit is worth; none when the folder does not say.
    pub value: Option<Price>,
}

/// What amounts of a commodity are measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TradeUnit {
    /// Tonnes.
    Tonne,
    /// Megawatt-hours.
    MegawattHour,
    /// Cubic metres at standard conditions.
    CubicMetre,
}

impl TradeUnit {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Tonne, Self::MegawattHour, Self::CubicMetre];

    /// As the folder and results write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tonne => "t",
            Self::MegawattHour => "MWh",
            Self::CubicMetre => "m3",
        }
    }
}

/// A pipeline or power line. It carries a steady volume; there is nothing on it to be simulated.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What it is.
    pub kind: LineKind,
    /// Where it begins.
    pub from: Id<Node>,
    /// Where it ends.
    pub to: Id<Node>,
    /// The direction that it counts for.
    pub direction: Id<Direction>,
    /// What it carries.
    pub commodity: Id<Commodity>,
    /// Most that it can carry in a day, in the unit of its kind; none without a limit.
    pub capacity_per_day: Option<f64>,
    /// What it is asked to carry in a day, from each date on, sorted; before the first date nothing.
    pub volume_per_day: Vec<(Date, f64)>,
    /// Whether it crosses the border, so that what it carries is trade.
    pub border: bool,
}

impl Line {
    /// What it carries on a day: the volume, as far as the capacity goes.
    pub fn carried_on(&self, day: Date) -> f64 {
        let later = self.volume_per_day.partition_point(|(from, _)| *from <= day);
        let volume = later.checked_sub(1).map_or(0.0, |step| self.volume_per_day[step].1);
        self.capacity_per_day.map_or(volume, |capacity| volume.min(capacity))
    }
}

/// What kind of line it is, which decides its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A power line.
    Electricity,
    /// A gas pipeline.
    Gas,
    /// An oil pipeline.
    Oil,
}

impl LineKind {
    /// The unit of what it carries.
    pub fn unit(self) -> TradeUnit {
        match self {
            Self::Electricity => TradeUnit::MegawattHour,
            Self::Gas => TradeUnit::CubicMetre,
            Self::Oil => TradeUnit::Tonne,
        }
    }
}

impl Named for Commodity {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Line {
    fn name(&self) -> &str {
        &self.name
    }
}
