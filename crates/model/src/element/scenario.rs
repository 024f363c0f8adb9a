//! Scenarios: a window of dates and named, dated changes to the model.

use super::{Flow, Model, Stage};
use crate::id::{Id, Named};
use jiff::civil::Date;

/// A named variant of the corridor.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Scenario whose window and changes it starts from.
    pub base: Option<String>,
    /// First day of results.
    pub from: Date,
    /// Last day of results.
    pub to: Date,
    /// Days simulated before `from` so that the corridor is not empty; not part of the results.
    pub warm_up_days: u32,
    /// The parts of the corridor that it is about, its own or its base's; none for all of them.
    pub parts: Option<Vec<String>>,
    /// Every change that is in force, those of its bases first.
    pub changes: Vec<Change>,
}

/// One change of one input, for reports: `kani-kurgan.stage.freight-in.lanes: 2 → 5 from 2025-12-25`.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Dotted path of the input in the folder.
    pub path: String,
    /// First day it holds; none means from the beginning.
    pub from: Option<Date>,
    /// Value before, as written; empty when there was none.
    pub before: String,
    /// Value after, as written.
    pub after: String,
}

/// The corridor of one scenario over time: what a simulation compiles.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The scenario, with the window that is to be simulated.
    pub scenario: Scenario,
    /// Versions of the model by date, at least one, sorted; the first holds from the beginning of time.
    /// All versions have the same elements in the same order: only numbers, hours and distributions differ.
    pub versions: Vec<Version>,
    /// Vehicles that wait when the run begins, in the order of the table: see [`Timeline::with_state`]. Usually none.
    pub state: Vec<Present>,
}

/// Vehicles that wait at a stage when the run begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Present {
    /// The flow that they belong to.
    pub flow: Id<Flow>,
    /// The stage at which they wait.
    pub stage: Id<Stage>,
    /// How many.
    pub vehicles: u32,
    /// Since when, milliseconds since 1970-01-01 UTC; none for the beginning of the run.
    pub since_ms: Option<i64>,
}

/// The model from a date on.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// First day, corridor time; none for the first version.
    pub from: Option<Date>,
    /// The model.
    pub model: Model,
}

impl Timeline {
    /// The version that holds on a day.
    pub fn on(&self, day: Date) -> &Model {
        let later = self.versions.iter().skip(1).take_while(|v| v.from.is_some_and(|from| from <= day));
        later.last().map_or(&self.versions[0].model, |v| &v.model)
    }

    /// The first version, for names and structure, which all versions share.
    pub fn first(&self) -> &Model {
        &self.versions[0].model
    }
}

impl Named for Scenario {
    fn name(&self) -> &str {
        &self.name
    }
}
