//! Disturbances: breakdowns, closures, a failed scanner.

use super::facility::Stage;
use super::network::Link;
use super::service::Service;
use crate::distribution::Distribution;
use crate::id::{Id, Named};
use jiff::civil::DateTime;

/// Something that takes capacity away for a while. Vehicles being served, or on the link, are finished first.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What it hits; all of them together.
    pub targets: Vec<IncidentTarget>,
    /// When.
    pub cause: IncidentCause,
    /// Lanes lost at a stage; none means all of them. A link is always closed at its entry, both ways.
    pub lanes_lost: Option<u32>,
    /// Carriers of the fleet of a service that are out of order; none means all of them.
    pub carriers_lost: Option<u32>,
}

/// What an incident hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IncidentTarget {
    /// A stage.
    Stage(Id<Stage>),
    /// A link.
    Link(Id<Link>),
    /// The fleet of a service.
    Service(Id<Service>),
}

/// When an incident happens.
#[derive(Clone, Debug, PartialEq)]
pub enum IncidentCause {
    /// Again and again at random.
    Random {
        /// Time from the end of one to the start of the next, milliseconds.
        between_ms: Distribution,
        /// How long each lasts, milliseconds.
        lasts_ms: Distribution,
    },
    /// Once, in the corridor's own time.
    Dated {
        /// Start.
        from: DateTime,
        /// End.
        to: DateTime,
    },
}

impl Named for Incident {
    fn name(&self) -> &str {
        &self.name
    }
}
