//! The elements of a corridor, checked and with every reference resolved.
//!
//! A [`Model`] is plain inert data. All durations are in milliseconds, lengths in metres, masses in tonnes.

pub mod demand;
pub mod facility;
pub mod incident;
pub mod limit;
pub mod money;
pub mod network;
pub mod project;
pub mod records;
pub mod scenario;
pub mod season;
pub mod service;
pub mod trade;

pub use demand::{Choice, Class, DatedFactor, Event, Flow, Logit, Profile, RateStep, Volume, arrival_rate, timetable};
pub use facility::{
    Appointments, BorderCrossingPoint, Discipline, ExtraLanes, Facility, LaneShift, Lanes, Process, ReleaseStep, Stage,
    StageKind, Step, WhenFull,
};
pub use incident::{Incident, IncidentCause, IncidentTarget};
pub use limit::{Back, Counts, Limit, MAX_LIMITS, Period};
pub use money::{Air, Money};
pub use network::{Alternating, Direction, Leg, Link, Mode, Node, Route};
pub use project::{Milestone, Project, ProjectStatus};
pub use records::{Evidence, EvidenceStatus, ExactAnswer, Observation};
pub use scenario::{Change, Present, Scenario, Timeline, Version};
pub use season::{Fairway, MAX_SHIFT_DAYS, Season, Water, WaterNeed, Yearly};
pub use service::{Departures, Service};
pub use trade::{Commodity, Line, LineKind, TradeUnit};

use crate::calendar::{Calendar, Holidays};
use crate::id::{Id, Table};

/// One value per class of vehicle, indexed by the position of the class in [`Model::classes`].
pub type PerClass<T> = Vec<T>;

/// A corridor at one date of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Short name, used in file names.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// The corridor's own clock: scenario dates, days of results.
    pub zone: jiff::tz::TimeZone,
    /// Directions of travel, usually two.
    pub directions: Table<Direction>,
    /// Vehicle classes.
    pub classes: Table<Class>,
    /// Opening hours.
    pub calendars: Table<Calendar>,
    /// Special days per country.
    pub holidays: Holidays,
    /// Days that come every year.
    pub yearlies: Table<Yearly>,
    /// Parts of the year.
    pub seasons: Table<Season>,
    /// Water levels at gauges.
    pub waters: Table<Water>,
    /// Places.
    pub nodes: Table<Node>,
    /// Roads, bridges between places.
    pub links: Table<Link>,
    /// Places of processing.
    pub facilities: Table<Facility>,
    /// Stages of all facilities, named `facility.stage`.
    pub stages: Table<Stage>,
    /// Lines of carriers for passengers.
    pub services: Table<Service>,
    /// Ways through the corridor.
    pub routes: Table<Route>,
    /// What is traded.
    pub commodities: Table<Commodity>,
    /// Pipelines and power lines.
    pub lines: Table<Line>,
    /// Demand.
    pub flows: Table<Flow>,
    /// Days on which other numbers come than usual.
    pub events: Table<Event>,
    /// Disturbances.
    pub incidents: Table<Incident>,
    /// Caps and quotas.
    pub limits: Table<Limit>,
    /// Currencies and prices; without them nothing is told in money.
    pub money: Option<Money>,
    /// What idling engines give off; without it nothing is told of fuel.
    pub air: Option<Air>,
}

impl Model {
    /// The direction of a flow, which all of its routes share.
    pub fn direction_of(&self, flow: &Flow) -> Id<Direction> {
        self.routes[flow.routes[0]].direction
    }
}
