//! Sums behind the charts. All of them are sums of integers, so the order in which replications finish does not matter.

use crate::layout::Layout;
use crate::options::LEVEL;
use crate::results::{DailySeries, DistributionSeries, HourOfWeek, Series, StationSeries};
use portway_sim::Observations;
use portway_stats::Histogram;
use portway_stats::interval::student_t;

const MS_PER_H: f64 = 3_600_000.0;
const HOURS_PER_WEEK: usize = 7 * 24;

/// Bins of a chart of times door to door: enough to see the shape, few enough to draw.
const CHART_BINS: u64 = 40;

/// Sums over the replications so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct SeriesSums {
    replications: u32,
    /// Events that the kernel handled.
    pub(crate) events: u64,
    /// Crossings per direction and day, and their squares.
    daily: Vec<Vec<(u64, u128)>>,
    /// Per station.
    stations: Vec<StationSums>,
    /// Waited milliseconds and vehicles that left, per direction and hour of the week.
    week: Vec<Vec<(u128, u64)>>,
    /// Times door to door per stream.
    door_to_door: Vec<Histogram>,
    /// Vehicles inside at the end and at the beginning, per stream.
    inside: Vec<(u64, u64)>,
}

#[derive(Clone, Debug, Default)]
struct StationSums {
    /// Per hour; empty until a replication is added.
    queue: Vec<u64>,
    occupied: Vec<u64>,
    open: Vec<u64>,
    /// Visits per stream.
    visits: Vec<u64>,
    queue_at_end: u64,
}

impl SeriesSums {
    pub(crate) fn new(layout: &Layout) -> Self {
        let days = layout.days.len();
        let directions = layout.directions.len();
        Self {
            replications: 0,
            events: 0,
            daily: vec![vec![(0, 0); days]; directions],
            stations: layout
                .stations
                .iter()
                .map(|_| StationSums { visits: vec![0; layout.streams.len()], ..StationSums::default() })
                .collect(),
            week: vec![vec![(0, 0); HOURS_PER_WEEK]; directions],
            door_to_door: vec![Histogram::default(); layout.streams.len()],
            inside: vec![(0, 0); layout.streams.len()],
        }
    }

    /// Adds one replication and takes its hourly tables of stations, the largest memory of all. `crossed` are its crossings per
    /// stream and day.
    pub(crate) fn add(&mut self, layout: &Layout, observations: &mut Observations, crossed: &[Vec<u64>]) {
        self.replications += 1;
        self.events += observations.events;
        for (direction, days) in self.daily.iter_mut().enumerate() {
            let streams: Vec<usize> = layout.streams_of(Some(direction), &[]);
            for (day, (sum, squares)) in days.iter_mut().enumerate() {
                let n: u64 = streams.iter().map(|&s| crossed[s][day]).sum();
                *sum += n;
                *squares += u128::from(n) * u128::from(n);
            }
        }
        for (sums, seen) in self.stations.iter_mut().zip(&mut observations.stations) {
            add_all(&mut sums.queue, std::mem::take(&mut seen.queue_vehicle_ms_by_hour));
            add_all(&mut sums.occupied, std::mem::take(&mut seen.occupied_lane_ms_by_hour));
            add_all(&mut sums.open, std::mem::take(&mut seen.open_lane_ms_by_hour));
            for (visits, stream) in sums.visits.iter_mut().zip(&seen.streams) {
                *visits += stream.wait_ms.count();
            }
            sums.queue_at_end += seen.queue_at_end_vehicles;
        }
        for (s, stream) in observations.streams.iter().enumerate() {
            let week = &mut self.week[layout.streams[s].direction];
            for (hour, (&waited, &left)) in stream.waited_ms_by_hour.iter().zip(&stream.left_by_hour).enumerate() {
                let weekday = layout.days[hour / 24].weekday().to_monday_zero_offset() as usize;
                let slot = &mut week[weekday * 24 + hour % 24];
                slot.0 += u128::from(waited);
                slot.1 += u64::from(left);
            }
            self.door_to_door[s].merge(&stream.door_to_door_ms);
            self.inside[s].0 += stream.inside_at_end;
            self.inside[s].1 += stream.inside_at_start;
        }
    }

    /// Whether any vehicle of a stream was served at a station.
    pub(crate) fn passed(&self, station: usize, stream: usize) -> bool {
        self.stations[station].visits[stream] > 0
    }

    /// Vehicles of a stream inside at the end beyond those at the beginning, mean over replications; may be negative.
    pub(crate) fn gained_vehicles(&self, stream: usize) -> f64 {
        let (end, start) = self.inside[stream];
        (end as f64 - start as f64) / f64::from(self.replications.max(1))
    }

    /// Queue of a station at the end, mean over replications.
    pub(crate) fn queue_at_end_vehicles(&self, station: usize) -> f64 {
        self.stations[station].queue_at_end as f64 / f64::from(self.replications.max(1))
    }

    /// The means over replications. The hourly sums are used up, so that a mean may stand where its sum stood.
    pub(crate) fn take_means(&mut self, layout: &Layout, hour_ms: &[i64]) -> Series {
        let n = f64::from(self.replications.max(1));
        let per_hour = |sums: Vec<u64>| -> Vec<f64> {
            let means = sums.into_iter().zip(hour_ms);
            means.map(|(sum, &ms)| if ms > 0 { sum as f64 / n / ms as f64 } else { 0.0 }).collect()
        };
        let stations = std::mem::take(&mut self.stations);
        Series {
            daily: layout.directions.iter().zip(&self.daily).map(|(name, days)| self.daily(name, days)).collect(),
            stations: layout
                .stations
                .iter()
                .zip(stations)
                .map(|(station, sums)| StationSeries {
                    scope: station.scope.clone(),
                    direction: station.direction.clone(),
                    title: station.title(),
                    queue_vehicles: per_hour(sums.queue),
                    occupied_lanes: per_hour(sums.occupied),
                    open_lanes: per_hour(sums.open),
                })
                .collect(),
            wait_by_hour_of_week: layout
                .directions
                .iter()
                .zip(&self.week)
                .map(|(name, week)| HourOfWeek {
                    direction: name.clone(),
                    wait_min: week
                        .iter()
                        .map(|&(ms, left)| (left > 0).then(|| ms as f64 / left as f64 / 60_000.0))
                        .collect(),
                })
                .collect(),
            door_to_door: layout
                .by_class(&layout.streams_of(None, &[]))
                .into_iter()
                .map(|streams| {
                    let mut times = Histogram::default();
                    streams.iter().for_each(|&stream| times.merge(&self.door_to_door[stream]));
                    (layout.streams[streams[0]], times)
                })
                .filter(|(_, times)| times.count() > 0)
                .map(|(stream, times)| {
                    distribution(&layout.directions[stream.direction], &layout.classes[stream.class], &times)
                })
                .collect(),
        }
    }

    fn daily(&self, direction: &str, days: &[(u64, u128)]) -> DailySeries {
        let n = u64::from(self.replications);
        // One replication has no interval, and its half-widths are shown as zero.
        let factor = if n > 1 { student_t(LEVEL, n - 1) } else { 0.0 };
        let half_width = |&(sum, squares): &(u64, u128)| {
            // n Σx² − (Σx)² is exact in integers, where the difference of two floats would lose the variance.
            let spread = u128::from(n) * squares - u128::from(sum) * u128::from(sum);
            let variance_of_mean = spread as f64 / (n as f64 * n as f64 * n.saturating_sub(1).max(1) as f64);
            factor * variance_of_mean.sqrt()
        };
        DailySeries {
            direction: direction.to_owned(),
            mean: days.iter().map(|(sum, _)| *sum as f64 / n.max(1) as f64).collect(),
            half_width: days.iter().map(half_width).collect(),
        }
    }
}

/// Adds values to sums; the first values are the sums.
fn add_all(sums: &mut Vec<u64>, values: Vec<u64>) {
    if sums.is_empty() {
        *sums = values;
        return;
    }
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}

/// Bins of equal width up to the 99th percentile of the times, and one last bin up to the longest.
fn distribution(direction: &str, class: &str, times: &Histogram) -> DistributionSeries {
    let top = times.quantile(0.99).unwrap_or(0).max(CHART_BINS);
    let width = top.div_ceil(CHART_BINS);
    let mut upper_ms: Vec<u64> = (1..=CHART_BINS).map(|bin| bin * width - 1).collect();
    upper_ms.push(times.max().max(width * CHART_BINS));
    let mut below = 0.0;
    let share = upper_ms.iter().map(|&upper| {
        let until = times.fraction_at_most(upper);
        until - std::mem::replace(&mut below, until)
    });
    let share = share.collect();
    DistributionSeries {
        direction: direction.to_owned(),
        class: class.to_owned(),
        upper_h: upper_ms.iter().map(|&ms| (ms + 1) as f64 / MS_PER_H).collect(),
        share,
    }
}
