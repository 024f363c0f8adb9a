//! Places, the links between them, and the ways through (terms of GMNS, the General Modeling Network Specification).

use super::PerClass;
use super::facility::Facility;
use super::season::{Season, WaterNeed};
use super::service::Service;
use crate::calendar::Calendar;
use crate::id::{Id, Named};
use crate::quantity::Price;

/// A direction of travel that results are told apart by, e.g. `into-ru`.
#[derive(Clone, Debug, PartialEq)]
pub struct Direction {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// ISO 3166 code of the country, e.g. `CN`.
    pub country: String,
    /// Local time.
    pub zone: jiff::tz::TimeZone,
    /// Longitude, WGS 84 degrees.
    pub longitude_deg: Option<f64>,
    /// Latitude, WGS 84 degrees.
    pub latitude_deg: Option<f64>,
}

/// A stretch between two nodes, passable both ways unless `one_way`.
///
/// Each direction has its own storage and flow capacity (the spatial queue model); an alternating link shares one deck.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// One end.
    pub from: Id<Node>,
    /// Other end.
    pub to: Id<Node>,
    /// What travels on it.
    pub mode: Mode,
    /// Only `from` → `to` may be travelled.
    pub one_way: bool,
    /// Crossing this link is crossing the border: leaving it counts as a crossing.
    pub border: bool,
    /// Length in metres.
    pub length_m: f64,
    /// Free-flow travel time in milliseconds (length over speed, or as written).
    pub travel_ms: i64,
    /// Vehicles that fit on one direction at once; none means no limit.
    pub storage_vehicles: Option<u32>,
    /// Vehicles per hour that can leave one direction; none means no limit.
    pub flow_capacity_per_h: Option<f64>,
    /// Whether a vehicle may overtake; without it vehicles leave in the order in which they entered.
    pub overtaking: bool,
    /// Nobody may stop on it: a vehicle enters only when the next stage on its route has a place for it, which is kept
    /// for it until it arrives.
    pub keep_clear: bool,
    /// One-way working in turns over a single lane.
    pub alternating: Option<Alternating>,
    /// When vehicles may enter; always when none.
    pub hours: Option<Id<Calendar>>,
    /// Parts of the year in which vehicles may enter; all of it when there is none.
    pub seasons: Vec<Id<Season>>,
    /// Water levels at which vehicles may enter; any when none.
    pub water: Option<WaterNeed>,
    /// Gauges of its tracks, millimetres, sorted; empty when the folder does not say or it is no railway.
    pub gauges_mm: Vec<u32>,
    /// What a kilometre costs beside the hours, per class: fuel, tyres, charges by distance; nothing is counted when none.
    pub running_cost_per_km: Option<PerClass<Price>>,
}

/// What travels on a link. It decides how a map draws it and nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Road vehicles.
    #[default]
    Road,
    /// Trains and wagons.
    Rail,
    /// Ships and boats.
    Water,
    /// What goes over ice, such as hovercraft.
    Ice,
    /// Aircraft.
    Air,
    /// Cabins on a rope.
    Cable,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Road, Self::Rail, Self::Water, Self::Ice, Self::Air, Self::Cable];

    /// The word of the folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Road => "road",
            Self::Rail => "rail",
            Self::Water => "water",
            Self::Ice => "ice",
            Self::Air => "air",
            Self::Cable => "cable",
        }
    }
}

/// Alternating one-way working: each direction has green for `phase_ms`, of which the last `clearance_ms` admit nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternating {
    /// Length of one direction's phase.
    pub phase_ms: i64,
    /// End of the phase during which the deck empties.
    pub clearance_ms: i64,
}

/// A way through the corridor in one direction.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Direction that its traffic counts for.
    pub direction: Id<Direction>,
    /// Facilities, links and services in the order of travel; neighbours meet at a node.
    pub legs: Vec<Leg>,
}

/// One element of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leg {
    /// Be processed here.
    Facility(Id<Facility>),
    /// Travel this link, against its `from` → `to` when `reversed`.
    Link {
        /// The link.
        link: Id<Link>,
        /// Travelled from its `to` to its `from`.
        reversed: bool,
    },
    /// Ride with this service, against its `from` → `to` when `reversed`.
    Service {
        /// The service.
        service: Id<Service>,
        /// Ridden from its `to` to its `from`.
        reversed: bool,
    },
}

impl Named for Direction {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Node {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Link {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Route {
    fn name(&self) -> &str {
        &self.name
    }
}
