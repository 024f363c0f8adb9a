//! What a run adds up while it goes: counts, histograms and areas, all integers.
//!
//! The warm-up is counted like the rest and thrown away when the window begins, which costs nothing on the hot path.

use super::place::Place;
use super::vehicle::{Parked, Vehicle};
use crate::observations::{StationObservations, StationStream, StreamObservations};
use crate::program::{Program, UNLIMITED};
use portway_stats::Histogram;

/// Counters of one replication.
///
/// What follows from other counts is not counted. Who began to be served is who was served or is now, so only waits and
/// holdings above zero are noted, and the zeros are what is missing at the end.
pub(super) struct Record {
    streams: Vec<StreamObservations>,
    /// Per stream.
    hour: Vec<Hour>,
    /// Per `station * streams + stream`.
    visits: Vec<StationStream>,
    stations: Vec<StationObservations>,
    /// Who was where when counting began.
    before: Census,
    /// Hours of the window, and those of them that are over.
    hours: usize,
    closed: usize,
}

/// What a stream has done since the last full hour.
#[derive(Clone, Copy, Debug, Default)]
struct Hour {
    waited_ms: u64,
    arrived: u32,
    crossed: u32,
    left: u32,
}

/// Where the vehicles inside are at an instant.
#[derive(Clone, Debug)]
pub(super) struct Census {
    /// Per stream.
    pub(super) inside: Vec<u64>,
    /// Being served, and holding a lane that is done with them; per `station * streams + stream`.
    pub(super) serving: Vec<u32>,
    pub(super) held: Vec<u32>,
}

impl Census {
    /// Of an empty corridor.
    pub(super) fn new(program: &Program) -> Self {
        let cells = program.stations.len() * program.streams.len();
        Self { inside: vec![0; program.streams.len()], serving: vec![0; cells], held: vec![0; cells] }
    }
}

impl Record {
    pub(super) fn new(program: &Program) -> Self {
        let hours = program.window.days.len() * 24;
        let before = Census::new(program);
        let mut record = Self {
            streams: vec![StreamObservations::default(); program.streams.len()],
            hour: vec![Hour::default(); program.streams.len()],
            visits: vec![StationStream::default(); before.serving.len()],
            stations: vec![StationObservations::default(); program.stations.len()],
            before: before.clone(),
            hours,
            closed: 0,
        };
        record.begin(before);
        record
    }

    /// Forgets everything but who is inside.
    pub(super) fn begin(&mut self, inside: Census) {
        // The hourly tables are the largest memory of a run, so they are wiped and not allocated again.
        fn emptied<T>(mut table: Vec<T>, hours: usize) -> Vec<T> {
            table.clear();
            table.reserve_exact(hours);
            table
        }
        let hours = self.hours;
        for (stream, inside) in self.streams.iter_mut().zip(&inside.inside) {
            let old = std::mem::take(stream);
            *stream = StreamObservations {
                inside_at_start: *inside,
                crossed_by_hour: emptied(old.crossed_by_hour, hours),
                arrived_by_hour: emptied(old.arrived_by_hour, hours),
                waited_ms_by_hour: emptied(old.waited_ms_by_hour, hours),
                left_by_hour: emptied(old.left_by_hour, hours),
                ..Default::default()
            };
        }
        self.hour.fill(Hour::default());
        self.visits.fill(StationStream::default());
        for station in &mut self.stations {
            let old = std::mem::take(station);
            *station = StationObservations {
                queue_vehicle_ms_by_hour: emptied(old.queue_vehicle_ms_by_hour, hours),
                occupied_lane_ms_by_hour: emptied(old.occupied_lane_ms_by_hour, hours),
                open_lane_ms_by_hour: emptied(old.open_lane_ms_by_hour, hours),
                ..Default::default()
            };
        }
        self.before = inside;
        self.closed = 0;
    }

    /// Closes an hour: moves the areas of every place into it.
    pub(super) fn end_hour(&mut self, places: &mut [Place], now: i64) {
        self.closed += 1;
        for (stream, hour) in self.streams.iter_mut().zip(&mut self.hour) {
            let hour = std::mem::take(hour);
            stream.arrived_by_hour.push(hour.arrived);
            stream.crossed_by_hour.push(hour.crossed);
            stream.left_by_hour.push(hour.left);
            stream.waited_ms_by_hour.push(hour.waited_ms);
        }
        for (station, place) in self.stations.iter_mut().zip(places) {
            let (waiting_ms, open_ms) = (place.take_waiting_ms(now), place.take_open_ms(now));
            let (busy_ms, blocked_ms) = (place.serving.take_area(now), place.held.take_area(now));
            station.busy_lane_ms += u128::from(busy_ms);
            station.queue_vehicle_ms_by_hour.push(waiting_ms);
            station.occupied_lane_ms_by_hour.push(busy_ms + blocked_ms);
            station.open_lane_ms_by_hour.push(open_ms);
        }
    }

    /// Hours of the window that are not closed yet.
    pub(super) fn open_hours(&self) -> usize {
        self.hours.saturating_sub(self.closed)
    }

    /// Index of the visits of a stream to a station.
    pub(super) fn cell(&self, station: u32, stream: u32) -> u32 {
        station * self.streams.len() as u32 + stream
    }

    pub(super) fn gave_up(&mut self, cell: u32, wait_ms: i64) {
        self.visits[cell as usize].gave_up_ms.record_ms(wait_ms);
    }

    #[inline(always)]
    pub(super) fn waited(&mut self, cell: u32, wait_ms: i64) {
        if wait_ms > 0 {
            self.visits[cell as usize].wait_ms.record_ms(wait_ms);
        }
    }

    #[inline(always)]
    pub(super) fn served(&mut self, cell: u32, service_ms: i64) {
        self.visits[cell as usize].service_ms.record_ms(service_ms);
    }

    #[inline(always)]
    pub(super) fn held(&mut self, station: usize, stream: u32, held_ms: i64) {
        if held_ms > 0 {
            self.visits[station * self.streams.len() + stream as usize].blocked_ms.record_ms(held_ms);
        }
    }

    #[inline]
    pub(super) fn arrived(&mut self, stream: usize) {
        self.hour[stream].arrived += 1;
    }

    #[inline]
    pub(super) fn crossed(&mut self, stream: usize) {
        self.hour[stream].crossed += 1;
    }

    #[inline]
    pub(super) fn left(&mut self, stream: usize, now: i64, vehicle: &Vehicle, parked: Parked) {
        let wait_ms = vehicle.waited_ms(parked);
        let hour = &mut self.hour[stream];
        hour.left += 1;
        hour.waited_ms += wait_ms as u64;
        let into = &mut self.streams[stream];
        into.door_to_door_ms.record_ms(now - vehicle.born);
        if wait_ms > 0 {
            into.wait_ms.record_ms(wait_ms);
            let note = |histogram: &mut Histogram, value_ms: i64| {
                if value_ms > 0 {
                    histogram.record_ms(value_ms);
                }
            };
            note(&mut into.wait_on_site_ms, wait_ms - parked.virtual_ms);
            note(&mut into.wait_virtual_ms, parked.virtual_ms);
            note(&mut into.wait_yard_ms, parked.yard_ms);
            note(&mut into.wait_physical_ms, vehicle.physical_ms);
            note(&mut into.wait_blocked_ms, vehicle.blocked_ms);
        }
    }

    pub(super) fn turned_away(&mut self, stream: usize) {
        self.streams[stream].turned_away += 1;
    }

    pub(super) fn abandoned(&mut self, stream: usize) {
        self.streams[stream].abandoned += 1;
    }

    /// The observations of the window. Nobody may have got lost on the way.
    pub(super) fn finish(
        mut self,
        places: &[Place],
        after: &Census,
    ) -> (Vec<StreamObservations>, Vec<StationObservations>) {
        for (stream, inside) in self.streams.iter_mut().zip(&after.inside) {
            let sum = |by_hour: &[u32]| by_hour.iter().map(|vehicles| u64::from(*vehicles)).sum();
            stream.arrived = sum(&stream.arrived_by_hour);
            stream.crossed = sum(&stream.crossed_by_hour);
            stream.left = sum(&stream.left_by_hour);
            stream.inside_at_end = *inside;
            let came = stream.inside_at_start + stream.arrived;
            let went = stream.left + stream.turned_away + stream.abandoned;
            assert_eq!(came, went + inside, "every vehicle that came has left or is inside");
            for waits in [
                &mut stream.wait_ms,
                &mut stream.wait_on_site_ms,
                &mut stream.wait_virtual_ms,
                &mut stream.wait_yard_ms,
                &mut stream.wait_physical_ms,
                &mut stream.wait_blocked_ms,
            ] {
                waits.record_many(0, stream.left - waits.count());
            }
        }
        for (cell, visits) in self.visits.iter_mut().enumerate() {
            let count = |of: &[u32]| u64::from(of[cell]);
            let served = visits.service_ms.count();
            let begun = served + count(&after.serving) - count(&self.before.serving);
            let moved_on = served + count(&self.before.held) - count(&after.held);
            visits.wait_ms.record_many(0, begun - visits.wait_ms.count());
            visits.blocked_ms.record_many(0, moved_on - visits.blocked_ms.count());
        }
        let mut visits = self.visits.into_iter();
        for (station, place) in self.stations.iter_mut().zip(places) {
            station.streams = visits.by_ref().take(self.streams.len()).collect();
            station.queue_max_vehicles = u64::from(place.queue_max);
            station.queue_at_end_vehicles = u64::from(place.waiting());
            let sum = |by_hour: &[u64]| by_hour.iter().map(|ms| u128::from(*ms)).sum::<u128>();
            station.queue_vehicle_ms = sum(&station.queue_vehicle_ms_by_hour);
            station.open_lane_ms = sum(&station.open_lane_ms_by_hour);
            let occupied = sum(&station.occupied_lane_ms_by_hour);
            station.blocked_lane_ms = occupied - station.busy_lane_ms;
            assert!(
                !place.steady || place.lanes == UNLIMITED || occupied <= station.open_lane_ms,
                "lanes that never close are not used beyond their time"
            );
        }
        (self.streams, self.stations)
    }
}
