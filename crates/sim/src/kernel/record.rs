//! What a run adds up while it goes: counts, histograms and areas, all integers.
//!
//! The warm-up is counted like the rest and thrown away when the window begins, which costs nothing on the hot path.

use super::place::Place;
use super::vehicle::{Parked, Vehicle};
use crate::observations::{StationObservations, StationStream, StreamObservations};
use crate::program::{Program, UNLIMITED};
use portway_stats::Histogram;

/// Counters of one replication.
pub(super) struct Record {
    streams: Vec<StreamObservations>,
    /// Vehicles inside now, per stream.
    inside: Vec<u64>,
    /// Per `station * streams + stream`.
    visits: Vec<Visits>,
    /// Vehicles that left without a wait of each kind.
    without: Vec<StreamZeros>,
    stations: Vec<StationObservations>,
    hour: usize,
    hours: usize,
}

/// Visits of one stream to one station.
#[derive(Clone, Debug, Default)]
struct Visits {
    seen: StationStream,
    /// Those that waited not at all, and those that were not held. Most are neither, and counting them apart spares two
    /// histograms.
    at_once: u64,
    not_held: u64,
}

/// Zeros of a stream's histograms.
#[derive(Clone, Copy, Debug, Default)]
struct StreamZeros {
    away: u64,
    yard: u64,
    physical: u64,
    blocked: u64,
}

impl Record {
    pub(super) fn new(program: &Program) -> Self {
        let hours = program.window.days.len() * 24;
        let mut record = Self {
            streams: vec![StreamObservations::default(); program.streams.len()],
            inside: vec![0; program.streams.len()],
            visits: vec![Visits::default(); program.stations.len() * program.streams.len()],
            without: vec![StreamZeros::default(); program.streams.len()],
            stations: vec![StationObservations::default(); program.stations.len()],
            hour: 0,
            hours,
        };
        record.begin();
        record
    }

    /// Forgets everything but who is inside.
    pub(super) fn begin(&mut self) {
        // The hourly tables are the largest memory of a run, so they are wiped and not allocated again.
        fn wiped<T: Clone + Default>(mut table: Vec<T>, hours: usize) -> Vec<T> {
            table.clear();
            table.resize(hours, T::default());
            table
        }
        fn emptied(mut table: Vec<u64>, hours: usize) -> Vec<u64> {
            table.clear();
            table.reserve_exact(hours);
            table
        }
        let hours = self.hours;
        for (stream, inside) in self.streams.iter_mut().zip(&self.inside) {
            let old = std::mem::take(stream);
            *stream = StreamObservations {
                inside_at_start: *inside,
                crossed_by_hour: wiped(old.crossed_by_hour, hours),
                arrived_by_hour: wiped(old.arrived_by_hour, hours),
                waited_ms_by_hour: wiped(old.waited_ms_by_hour, hours),
                left_by_hour: wiped(old.left_by_hour, hours),
                ..Default::default()
            };
        }
        self.visits.fill(Visits::default());
        self.without.fill(StreamZeros::default());
        for station in &mut self.stations {
            let old = std::mem::take(station);
            *station = StationObservations {
                queue_vehicle_ms_by_hour: emptied(old.queue_vehicle_ms_by_hour, hours),
                occupied_lane_ms_by_hour: emptied(old.occupied_lane_ms_by_hour, hours),
                open_lane_ms_by_hour: emptied(old.open_lane_ms_by_hour, hours),
                ..Default::default()
            };
        }
        self.hour = 0;
    }

    /// Closes an hour: moves the areas of every place into it.
    pub(super) fn end_hour(&mut self, places: &mut [Place], now: i64) {
        for (station, place) in self.stations.iter_mut().zip(places) {
            let (waiting_ms, open_ms) = (place.take_waiting_ms(now), place.take_open_ms(now));
            let (busy_ms, occupied_ms) = (place.serving.take_area(now), place.occupied.take_area(now));
            station.queue_vehicle_ms += u128::from(waiting_ms);
            station.busy_lane_ms += u128::from(busy_ms);
            station.blocked_lane_ms += u128::from(occupied_ms - busy_ms);
            station.open_lane_ms += u128::from(open_ms);
            station.queue_vehicle_ms_by_hour.push(waiting_ms);
            station.occupied_lane_ms_by_hour.push(occupied_ms);
            station.open_lane_ms_by_hour.push(open_ms);
        }
        // The last hour has no successor; what happens at the end itself is not handled any more.
        self.hour = (self.hour + 1).min(self.hours.saturating_sub(1));
    }

    /// Index of the visits of a stream to a station.
    pub(super) fn cell(&self, station: u32, stream: u32) -> u32 {
        station * self.streams.len() as u32 + stream
    }

    pub(super) fn gave_up(&mut self, cell: u32, wait_ms: i64) {
        self.visits[cell as usize].seen.gave_up_ms.record_ms(wait_ms);
    }

    #[inline(always)]
    pub(super) fn waited(&mut self, cell: u32, wait_ms: i64) {
        let visits = &mut self.visits[cell as usize];
        if wait_ms == 0 { visits.at_once += 1 } else { visits.seen.wait_ms.record_ms(wait_ms) }
    }

    #[inline(always)]
    pub(super) fn served(&mut self, cell: u32, service_ms: i64) {
        self.visits[cell as usize].seen.service_ms.record_ms(service_ms);
    }

    /// A vehicle that was not held changes to where it need not wait.
    #[inline(always)]
    pub(super) fn passed_on(&mut self, from: u32, to: u32) {
        self.visits[from as usize].not_held += 1;
        self.visits[to as usize].at_once += 1;
    }

    #[inline(always)]
    pub(super) fn held(&mut self, station: usize, stream: u32, held_ms: i64) {
        let visits = &mut self.visits[station * self.streams.len() + stream as usize];
        if held_ms == 0 { visits.not_held += 1 } else { visits.seen.blocked_ms.record_ms(held_ms) }
    }

    #[inline]
    pub(super) fn arrived(&mut self, stream: usize) {
        self.inside[stream] += 1;
        self.streams[stream].arrived += 1;
        self.streams[stream].arrived_by_hour[self.hour] += 1;
    }

    /// A vehicle that is inside when the run begins.
    pub(super) fn present(&mut self, stream: usize) {
        self.inside[stream] += 1;
        self.streams[stream].inside_at_start += 1;
    }

    #[inline]
    pub(super) fn crossed(&mut self, stream: usize) {
        self.streams[stream].crossed += 1;
        self.streams[stream].crossed_by_hour[self.hour] += 1;
    }

    #[inline]
    pub(super) fn left(&mut self, stream: usize, now: i64, vehicle: &Vehicle, parked: Parked) {
        self.inside[stream] -= 1;
        let into = &mut self.streams[stream];
        let wait_ms = vehicle.physical_ms + vehicle.blocked_ms + parked.virtual_ms + parked.yard_ms;
        into.left += 1;
        into.left_by_hour[self.hour] += 1;
        into.waited_ms_by_hour[self.hour] += wait_ms as u64;
        into.door_to_door_ms.record_ms(now - vehicle.born);
        into.wait_ms.record_ms(wait_ms);
        let without = &mut self.without[stream];
        let count = |histogram: &mut Histogram, zeros: &mut u64, value_ms: i64| {
            if value_ms == 0 { *zeros += 1 } else { histogram.record_ms(value_ms) }
        };
        count(&mut into.wait_virtual_ms, &mut without.away, parked.virtual_ms);
        count(&mut into.wait_yard_ms, &mut without.yard, parked.yard_ms);
        count(&mut into.wait_physical_ms, &mut without.physical, vehicle.physical_ms);
        count(&mut into.wait_blocked_ms, &mut without.blocked, vehicle.blocked_ms);
    }

    pub(super) fn turned_away(&mut self, stream: usize) {
        self.inside[stream] -= 1;
        self.streams[stream].turned_away += 1;
    }

    pub(super) fn abandoned(&mut self, stream: usize) {
        self.inside[stream] -= 1;
        self.streams[stream].abandoned += 1;
    }

    /// The observations of the window. Nobody may have got lost on the way.
    pub(super) fn finish(mut self, places: &[Place]) -> (Vec<StreamObservations>, Vec<StationObservations>) {
        for (stream, inside) in self.streams.iter_mut().zip(&self.inside) {
            stream.inside_at_end = *inside;
            let came = stream.inside_at_start + stream.arrived;
            let went = stream.left + stream.turned_away + stream.abandoned;
            assert_eq!(came, went + inside, "every vehicle that came has left or is inside");
        }
        for (stream, without) in self.streams.iter_mut().zip(&self.without) {
            stream.wait_virtual_ms.record_many(0, without.away);
            stream.wait_yard_ms.record_many(0, without.yard);
            stream.wait_physical_ms.record_many(0, without.physical);
            stream.wait_blocked_ms.record_many(0, without.blocked);
        }
        for visits in &mut self.visits {
            visits.seen.wait_ms.record_many(0, visits.at_once);
            visits.seen.blocked_ms.record_many(0, visits.not_held);
        }
        let count = self.streams.len();
        for (index, (station, place)) in self.stations.iter_mut().zip(places).enumerate() {
            station.streams =
                self.visits[index * count..(index + 1) * count].iter().map(|visits| visits.seen.clone()).collect();
            station.queue_max_vehicles = u64::from(place.queue_max);
            station.queue_at_end_vehicles = u64::from(place.waiting());
            let occupied = station.busy_lane_ms + station.blocked_lane_ms;
            assert!(
                !place.steady || place.lanes == UNLIMITED || occupied <= station.open_lane_ms,
                "lanes that never close are not used beyond their time"
            );
        }
        (self.streams, self.stations)
    }
}
