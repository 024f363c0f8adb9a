//! What one replication saw. Everything is an integer or a histogram of integers, so merging is exact.

pub use crate::kernel::{LineDay, LineObservations};
use portway_stats::Histogram;

/// One replication, inside the result window only (warm-up is not counted).
///
/// `streams` and `stations` are indexed like `Program::streams` and `Program::stations`.
#[derive(Clone, Debug, PartialEq)]
pub struct Observations {
    /// Number of the replication, from 0.
    pub replication: u32,
    /// Events the kernel handled, warm-up included.
    pub events: u64,
    /// Per direction and class.
    pub streams: Vec<StreamObservations>,
    /// Per stage, and per link and way of travel.
    pub stations: Vec<StationObservations>,
    /// Per way of a service, indexed like `Program::services`.
    pub lines: Vec<LineObservations>,
    /// Per limit, indexed like `Program::limits`.
    pub limits: Vec<LimitObservations>,
    /// Per way of a flow that chooses, indexed like `Program::alternatives`.
    pub alternatives: Vec<AlternativeObservations>,
    /// Per yearly day of the model, in the order of the folder, its dates in the years of the run; empty when the year closes nothing.
    pub yearly_dates: Vec<Vec<YearlyDate>>,
    /// Every visit, when asked for; ordered by the time it ended.
    pub visits: Vec<Visit>,
    /// Every hold, when asked for; inside the window, ordered by the time it ended, those that outlast the run last.
    pub holds: Vec<Hold>,
}

/// When a yearly day came in a year of one replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyDate {
    /// The year that it belongs to.
    pub year: i16,
    /// The day of that year that its spread lies around.
    pub middle: jiff::civil::Date,
    /// The day on which it came.
    pub date: jiff::civil::Date,
}

/// A cap or a quota. What it counts, vehicles or people, is in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LimitObservations {
    /// Length of the window, milliseconds.
    pub window_ms: u64,
    /// Inside × milliseconds; of a quota, what has come in since its period began.
    pub inside_ms: u128,
    /// Most allowed × milliseconds.
    pub at_most_ms: u128,
    /// Milliseconds with room for no vehicle that comes, however small.
    pub full_ms: u64,
    /// Most that was ever inside.
    pub inside_max: u64,
    /// What came in.
    pub admitted: u64,
    /// What a quota allowed to come in; a period that the window cuts counts by its part. Zero for a cap.
    pub quota: u64,
}

/// Traffic of one class in one direction.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StreamObservations {
    /// Vehicles inside the corridor when the window began.
    pub inside_at_start: u64,
    /// Vehicles that came.
    pub arrived: u64,
    /// Vehicles that crossed the border.
    pub crossed: u64,
    /// Vehicles that reached the end of their route.
    pub left: u64,
    /// Vehicles that found no room or too long a queue and went away.
    pub turned_away: u64,
    /// Vehicles that ran out of patience.
    pub abandoned: u64,
    /// Vehicles inside when the window ended. Conservation: `inside_at_start + arrived = left + turned_away + abandoned + inside_at_end`.
    pub inside_at_end: u64,
    /// Crossings per hour of the window (24 a day, corridor time; a day without one of its hours has a zero).
    pub crossed_by_hour: Vec<u32>,
    /// Arrivals per hour of the window.
    pub arrived_by_hour: Vec<u32>,
    /// Sum of all waiting, milliseconds, of the vehicles that left, by the hour of the window in which they left.
    pub waited_ms_by_hour: Vec<u64>,
    /// Vehicles that left by hour of the window: the count behind `waited_ms_by_hour`.
    pub left_by_hour: Vec<u32>,
    /// Time from arrival to the end of the route of the vehicles that left, milliseconds.
    pub door_to_door_ms: Histogram,
    /// The same vehicles' total wait, milliseconds.
    pub wait_ms: Histogram,
    /// Their wait without that at home for a slot: in lots, in front of lanes and links, and blocked.
    pub wait_on_site_ms: Histogram,
    /// Their wait at home for a slot.
    pub wait_virtual_ms: Histogram,
    /// Their wait in holding lots.
    pub wait_yard_ms: Histogram,
    /// Their wait in front of lanes and links.
    pub wait_physical_ms: Histogram,
    /// Their time on a lane or link after it was done with them, because the next place was full.
    pub wait_blocked_ms: Histogram,
}

/// One stage, or one way of a link.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StationObservations {
    /// Per stream, indexed like `Program::streams`.
    pub streams: Vec<StationStream>,
    /// Vehicles waiting × milliseconds.
    pub queue_vehicle_ms: u128,
    /// Longest queue.
    pub queue_max_vehicles: u64,
    /// Lanes serving × milliseconds.
    pub busy_lane_ms: u128,
    /// Lanes held by a served vehicle × milliseconds.
    pub blocked_lane_ms: u128,
    /// Lanes open × milliseconds; zero for unlimited stages.
    pub open_lane_ms: u128,
    /// Queue × milliseconds per hour of the window.
    pub queue_vehicle_ms_by_hour: Vec<u64>,
    /// Lanes serving or blocked × milliseconds per hour of the window.
    pub occupied_lane_ms_by_hour: Vec<u64>,
    /// Lanes open × milliseconds per hour of the window.
    pub open_lane_ms_by_hour: Vec<u64>,
    /// Queue at the end of the window.
    pub queue_at_end_vehicles: u64,
}

/// One way of a flow that chooses among several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AlternativeObservations {
    /// Vehicles of the flow that came in the window, whatever they chose.
    pub came: u64,
    /// Those of them that chose this way.
    pub chosen: u64,
    /// Time from arrival to the end of the way of the vehicles that left on it in the window, milliseconds.
    pub door_to_door_ms: Histogram,
}

/// Visits of one stream to one station: each part is counted when it ends inside the window. A visit that is cut by an edge of
/// the window therefore shows in some histograms and not in others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StationStream {
    /// Arrival to start of service, milliseconds.
    pub wait_ms: Histogram,
    /// Arrival to giving up, milliseconds, of those that ran out of patience.
    pub gave_up_ms: Histogram,
    /// Start to end of service, milliseconds.
    pub service_ms: Histogram,
    /// End of service to leaving the lane, milliseconds.
    pub blocked_ms: Histogram,
}

/// One visit of one vehicle to one station: the record that a run writes and a gate writes alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Flow, index in the model.
    pub flow: u32,
    /// Number of the vehicle inside its flow, from 0.
    pub vehicle: u32,
    /// Station, index in `Program::stations`.
    pub station: u32,
    /// Lane, from 0.
    pub lane: u32,
    /// Joined the queue; milliseconds since 1970-01-01 UTC.
    pub arrived_ms: i64,
    /// Service began.
    pub started_ms: i64,
    /// Service ended.
    pub ended_ms: i64,
    /// Left the lane.
    pub left_ms: i64,
}

/// A vehicle that is done at one station and keeps its lane or its piece of road because another has no place for it.
///
/// Before a link that is kept clear, the other is the stage at which a place must be kept first. Those that stand on a link
/// behind the first in the row ask for nothing and are not listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Where it stands, index in `Program::stations`.
    pub station: u32,
    /// What has no place for it, index in `Program::stations`.
    pub waits_for: u32,
    /// Since when; milliseconds since 1970-01-01 UTC.
    pub from_ms: i64,
    /// Until when.
    pub to_ms: i64,
}
