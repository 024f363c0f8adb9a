//! Demand: classes of vehicles and the flows of them.

mod choice;
mod rate;

pub use choice::{Choice, Logit};
pub use rate::{RateStep, arrival_rate, timetable};

use super::network::Route;
use super::trade::Commodity;
use crate::distribution::Distribution;
use crate::id::{Id, Named};
use crate::quantity::Price;
use jiff::civil::Date;

/// A class of vehicle, e.g. loaded truck.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Mean cargo per vehicle in tonnes; 0 when it carries none.
    pub load_t: f64,
    /// Mean passengers per vehicle, the driver not counted.
    pub passengers: f64,
    /// Passengers that it takes on as a carrier of a [`Service`](super::Service); 0 when it is none.
    pub seats: u32,
    /// How deep it lies in the water, metres; none when no depth of water stops it.
    pub draught_m: Option<f64>,
    /// Gauge of the track that it needs, millimetres; none for what runs on no rails.
    pub gauge_mm: Option<u32>,
    /// What an hour of the vehicle and its driver costs; there when the corridor has [`Money`](super::Money).
    pub hour_cost: Option<Price>,
    /// Fuel that the idling engine burns, litres an hour; there when the corridor has [`Air`](super::Air).
    pub idle_fuel_l_per_h: Option<f64>,
}

/// Demand of one class along one route, or along several that its vehicles choose among.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// Who travels.
    pub class: Id<Class>,
    /// Which way: one, or at least two of the same direction with a choice.
    pub routes: Vec<Id<Route>>,
    /// How its vehicles choose among the routes; there when they are several.
    pub choice: Option<Choice>,
    /// How many.
    pub volume: Volume,
    /// When.
    pub profile: Profile,
    /// Name of the profile in the folder, for those who ask where a number comes from; empty for an even one.
    pub profile_name: String,
    /// Gaps between arrivals on the operational clock, mean 1: exponential for Poisson traffic, constant for slots, Erlang between.
    pub gaps: Distribution,
    /// Vehicles per arrival.
    pub batch_vehicles: u32,
    /// The firm or group that owns the flow.
    pub owner: Option<String>,
    /// Parts of the load of its class by commodity, at most 1 together; empty when the folder does not say.
    pub cargo: Vec<(Id<Commodity>, f64)>,
    /// What events multiply its volume by.
    pub events: Vec<DatedFactor>,
}

/// Days on which the demand of some flows is another than usual: a fair, a year of culture, a waiver of visas.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Name in the folder.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// First day, local time of the first node of each flow.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// What the demand of each of these days is multiplied by.
    pub factor: f64,
    /// The flows that it multiplies, none of them by timetable.
    pub flows: Vec<Id<Flow>>,
}

/// A factor on the days of an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DatedFactor {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Factor on each of them; several events multiply.
    pub factor: f64,
}

/// How many vehicles a flow brings.
#[derive(Clone, Debug, PartialEq)]
pub enum Volume {
    /// Mean vehicles per day.
    PerDay(f64),
    /// Mean vehicles per day from each date on, sorted; before the first date there are none.
    Steps(Vec<(Date, f64)>),
    /// Fixed departures on every day that the profile leaves above zero: minutes after local midnight at the first node.
    /// Each brings a batch.
    Timetable(Vec<u16>),
}

/// How the volume spreads over time, in the local time of the route's first node.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Factor per month, January first, used as written.
    pub month: [f64; 12],
    /// Weight per weekday, Monday first, scaled to a mean of 1.
    pub weekday: [f64; 7],
    /// Weight per hour of the day, scaled to a mean of 1.
    pub hour: [f64; 24],
    /// Factor on days off of a country in place of the weekday's; make-up workdays count as the mean of Monday to Friday.
    pub holiday: Option<(String, f64)>,
}

impl Named for Class {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Event {
    fn name(&self) -> &str {
        &self.name
    }
}
impl Named for Flow {
    fn name(&self) -> &str {
        &self.name
    }
}
