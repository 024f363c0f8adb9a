//! A feed as plain values, read from named texts.

mod read;
mod times;

pub use read::read;

use crate::words::Mode;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// Largest file of a feed that is read: the stop times of a country. A corridor has kilobytes.
pub const MAX_FILE_BYTES: usize = 64 << 20;
/// Largest feed altogether, so that many files of the largest size are not all held at once.
pub const MAX_FEED_BYTES: usize = 128 << 20;
/// Most rows of one file.
pub const MAX_ROWS: usize = 1_000_000;
/// Most dates of service of all services together: a thousand services for three years.
pub const MAX_DATES: usize = 1_000_000;
/// The files that are read. Whatever else a feed holds is told.
pub const FILES: [&str; 11] = [
    "agency.txt",
    "calendar.txt",
    "calendar_dates.txt",
    "fare_attributes.txt",
    "fare_rules.txt",
    "feed_info.txt",
    "frequencies.txt",
    "routes.txt",
    "stop_times.txt",
    "stops.txt",
    "trips.txt",
];

/// A local time with the name that it has in the tz database.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// E.g. `Asia/Shanghai`.
    pub name: String,
    /// Its clock.
    pub clock: TimeZone,
}

/// Timetables, checked and with every reference resolved. Indices are positions in the lists of the same feed.
#[derive(Clone, Debug, PartialEq)]
pub struct Feed {
    /// Who publishes it, else the first agency.
    pub publisher: String,
    /// Its version, empty when it does not say.
    pub version: String,
    /// The one clock of all its times.
    pub zone: Zone,
    /// Stations, and stops that belong to none.
    pub stops: Vec<Stop>,
    /// Lines.
    pub routes: Vec<Route>,
    /// The dates of each service, none of them empty.
    pub services: Vec<Service>,
    /// Trips of at least two stops.
    pub trips: Vec<Trip>,
    /// What it says that was not read or could not be taken as it stands, in sentences.
    pub untold: Vec<String>,
}

/// A place where people get on or off; platforms are taken for their station.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// `stop_id`.
    pub id: String,
    /// `stop_name`.
    pub name: String,
    /// Longitude and latitude, where the feed gives them.
    pub at: Option<(f64, f64)>,
    /// Local time at the stop.
    pub zone: Zone,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// `route_id`.
    pub id: String,
    /// Long name, else the short one.
    pub name: String,
    /// What runs on it.
    pub mode: Mode,
    /// Price of a ride and the code of its currency, when one price holds for the whole line.
    pub fare: Option<(String, String)>,
}

/// Dates on which trips run.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// `service_id`.
    pub id: String,
    /// The dates.
    pub dates: BTreeSet<Date>,
}

/// A journey of one carrier.
#[derive(Clone, Debug, PartialEq)]
pub struct Trip {
    /// Its line.
    pub route: usize,
    /// Its dates.
    pub service: usize,
    /// Whether `direction_id` says 1; none when it says nothing.
    pub back: Option<bool>,
    /// Its stops in order, with times that never go back; neighbours differ.
    pub calls: Vec<Call>,
    /// When it runs again and again; only at the times of its calls when empty.
    pub frequencies: Vec<Frequency>,
}

/// A stop of a trip. Times are seconds from the beginning of the service day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Call {
    /// The stop.
    pub stop: usize,
    /// When the carrier comes.
    pub arrival_s: u32,
    /// When it goes on.
    pub departure_s: u32,
}

/// Repeated departures of a trip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frequency {
    /// First departure, seconds from the beginning of the service day.
    pub from_s: u32,
    /// First moment at which there is none any more.
    pub to_s: u32,
    /// Between two departures.
    pub headway_s: u32,
    /// Whether departures are exactly at these times, and not about so often.
    pub exact: bool,
}
