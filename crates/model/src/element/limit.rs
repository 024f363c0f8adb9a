//! Limits on how many are inside at once, or may enter in a day, month or year.

use super::facility::Stage;
use crate::id::{Id, Named};

/// Most limits of a corridor: a run keeps one bit of each for every vehicle.
pub const MAX_LIMITS: usize = 64;

/// A cap on vehicles or people, enforced where they enter.
///
/// A vehicle is counted once: when it is inside already, another stage of `enter` lets it pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What is counted.
    pub counts: Counts,
    /// Most of them.
    pub at_most: u32,
    /// Stages at which service begins only while there is room, at least one.
    pub enter: Vec<Id<Stage>>,
    /// When room comes back.
    pub back: Back,
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Each vehicle as one.
    Vehicles,
    /// Each vehicle as the mean passengers of its class, at least one.
    People,
}

/// When a limit has room again.
#[derive(Clone, Debug, PartialEq)]
pub enum Back {
    /// When a vehicle leaves one of these stages, or the corridor: a cap on how many are inside at once.
    Leaving(Vec<Id<Stage>>),
    /// At the beginning of the next period, in the local time of the first stage of `enter`: a quota.
    Every(Period),
}

/// The period of a quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// From midnight to midnight.
    Day,
    /// From the first of a month to the first of the next.
    Month,
    /// From New Year to New Year.
    Year,
}

impl Limit {
    /// What a vehicle counts for, by the mean passengers of its class.
    pub fn counted(&self, passengers: f64) -> f64 {
        match self.counts {
            Counts::Vehicles => 1.0,
            Counts::People => passengers.max(1.0),
        }
    }
}

impl Named for Limit {
    fn name(&self) -> &str {
        &self.name
    }
}
