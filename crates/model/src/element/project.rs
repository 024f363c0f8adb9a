//! Projects: what is agreed about the corridor, when it is to open, and what it changes.

use super::Change;
use crate::distribution::Distribution;
use crate::id::Named;
use crate::quantity::Price;
use jiff::civil::Date;

/// Something that is agreed, planned or built, with its dates and what it changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Who is to build or run it; empty when nobody is named.
    pub owner: String,
    /// How far it is.
    pub status: ProjectStatus,
    /// First firm date of its opening that was named.
    pub planned: Option<Date>,
    /// Date of opening that is announced now; of an open project, the day on which it opened.
    pub opens: Option<Date>,
    /// How much later than `opens` it opens, milliseconds; negative is earlier. Only of a project that is to open.
    pub slip_ms: Option<Distribution>,
    /// What it costs, once.
    pub cost: Option<Price>,
    /// What has to happen first, in the order of dates.
    pub milestones: Vec<Milestone>,
    /// What it changes in the folder, as a scenario's `set` would.
    pub changes: Vec<Change>,
}

/// A step on the way to an opening.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// Day on which it was done, or is to be.
    pub date: Date,
    /// Title for people.
    pub title: String,
    /// Whether it is done.
    pub done: bool,
}

/// How far a project is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectStatus {
    /// Agreed between those who have to agree.
    Agreed,
    /// Planned by its owner.
    Planned,
    /// Being built.
    UnderConstruction,
    /// Open.
    Open,
    /// Given up, or halted without a new date.
    Stopped,
}

impl ProjectStatus {
    /// All of them, from far off to open, then stopped.
    pub const ALL: [Self; 5] = [Self::Agreed, Self::Planned, Self::UnderConstruction, Self::Open, Self::Stopped];

    /// The words of the folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Planned => "planned",
            Self::UnderConstruction => "under construction",
            Self::Open => "open",
            Self::Stopped => "stopped",
        }
    }

    /// Whether an opening still lies ahead.
    pub fn is_to_open(self) -> bool {
        !matches!(self, Self::Open | Self::Stopped)
    }
}

impl Named for Project {
    fn name(&self) -> &str {
        &self.name
    }
}
