//! One number asked of one replication: which measure, of what, of whom, on which days.

mod limit;
mod service;
mod standard;
mod trade;
mod yearly;

pub(crate) use standard::standard;

use crate::cost::{DAYS_PER_YEAR, Needs, Parts, Spent};
use crate::journey::{border_fees, border_time_h, release_time_h, speed_kmh, standard_cost};
use crate::layout::Layout;
use crate::measures::{Detail, MeasureDefinition, MeasureScope};
use crate::results::Quantiles;
use portway_model::element::ReleaseStep;
use portway_sim::observations::StationStream;
use portway_sim::{Observations, StationObservations, StreamObservations};
use portway_stats::Histogram;
use std::ops::Range;

/// The scope of measures of the whole corridor.
pub(crate) const CORRIDOR: &str = "corridor";

const MS_PER_H: f64 = 3_600_000.0;
const MS_PER_MIN: f64 = 60_000.0;
const KG_PER_T: f64 = 1000.0;

/// A measure of a scope, for a choice of traffic and days.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Query {
    /// What is measured.
    pub(crate) measure: &'static MeasureDefinition,
    /// Station index; none for the corridor, and for a facility.
    pub(crate) station: Option<usize>,
    /// Facility, index in the model, for what is measured of a facility or border crossing point.
    pub(crate) facility: Option<usize>,
    /// Way, index in `Layout::alternatives`, for what is measured of a way of a flow that chooses.
    pub(crate) alternative: Option<usize>,
    /// Cap or quota, index in `Layout::limits`.
    pub(crate) limit: Option<usize>,
    /// Services by the name that asks for them, with the positions of their ways in `Program::services`.
    pub(crate) service: Option<(String, Vec<usize>)>,
    /// Yearly day, index in `Layout::yearlies`.
    pub(crate) yearly: Option<usize>,
    /// Commodities by the name that asks for them, with their rows in `Layout::trade`.
    pub(crate) trade: Option<(String, Vec<usize>)>,
    /// Direction as results name it; empty for all.
    pub(crate) direction: String,
    /// Class or classes joined by `+`, as results name them; empty for all.
    pub(crate) class: String,
    /// The owner whose traffic counts, empty for traffic that nobody owns; none for all traffic.
    pub(crate) owner: Option<String>,
    /// Streams that count.
    pub(crate) streams: Vec<usize>,
    /// Days that count, as indices into `Layout::days`.
    pub(crate) days: Range<usize>,
    /// Hour of the day that counts, for [`BY_HOUR`]; none for all.
    pub(crate) hour: Option<usize>,
    /// Streams of carriers of services that do not count, where a measure is not told apart by stream.
    pub(crate) uncounted: Vec<usize>,
}

/// Measures that are also known for one hour of the day.
pub(crate) const BY_HOUR: [&str; 2] = ["queue_vehicles", "lanes_in_use"];

/// What one replication answers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Sample {
    /// The mean or count; none when it never occurred.
    pub(crate) value: Option<f64>,
    /// Quantiles over vehicles or days, where the measure has them.
    pub(crate) quantiles: Option<Quantiles>,
}

impl Sample {
    /// The value of a statistic: a quantile by its name, otherwise the mean or count.
    pub(crate) fn statistic(&self, name: &str) -> Option<f64> {
        match name {
            "p50" => self.quantiles.map(|q| q.p50),
            "p90" => self.quantiles.map(|q| q.p90),
            "p95" => self.quantiles.map(|q| q.p95),
            _ => self.value,
        }
    }
}

/// Of some streams, those that a measure is about. Of a facility those that pass the border crossing point that it names, or
/// those whose goods are released there: a vehicle that passes by would only thin the mean. Of CPMM, whose samples are drivers of
/// cargo vehicles, freight, unless somebody names classes; what cargo costs is told of who carries some.
pub(crate) fn measured(
    measure: &MeasureDefinition,
    layout: &Layout,
    facility: Option<usize>,
    all_classes: bool,
    mut streams: Vec<usize>,
) -> Vec<usize> {
    let travel = &layout.travel;
    let of_class = |stream: usize, per_version: &[Vec<f64>]| -> bool {
        per_version.iter().any(|of_class| of_class[layout.streams[stream].class] > 0.0)
    };
    streams.retain(|&stream| {
        let is_there = facility.is_none_or(|facility| match measure.scope {
            MeasureScope::BorderCrossingPoint => travel.passes_point(stream, facility),
            _ => travel.is_released(stream, facility),
        });
        let is_freight = !measure.name.starts_with("cpmm_") || !all_classes || !of_class(stream, &layout.passengers);
        is_there && is_freight && (measure.name != "cpmm_tfi3" || of_class(stream, &layout.load_t))
    });
    streams
}

/// Crossings per stream and day: `[stream][day]`. Most corridor measures start from it, so it is made once a replication.
pub(crate) fn crossings_by_day(observations: &Observations) -> Vec<Vec<u64>> {
    observations.streams.iter().map(|stream| by_day(&stream.crossed_by_hour)).collect()
}

pub(crate) fn by_day(by_hour: &[u32]) -> Vec<u64> {
    by_hour.chunks(24).map(|day| day.iter().map(|&n| u64::from(n)).sum()).collect()
}

impl Query {
    /// What is asked of a way of a flow that chooses.
    pub(crate) fn of_way(measure: &'static MeasureDefinition, layout: &Layout, way: usize) -> Self {
        let (direction, class) = (String::new(), String::new());
        let (streams, days) = (vec![layout.alternatives[way].stream], 0..layout.days.len());
        Self {
            measure,
            station: None,
            facility: None,
            alternative: Some(way),
            limit: None,
            service: None,
            yearly: None,
            trade: None,
            direction,
            class,
            owner: None,
            streams,
            days,
            hour: None,
            uncounted: Vec::new(),
        }
    }

    /// The answer of one replication. `crossed` is [`crossings_by_day`] of the same observations, `spent` what its streams
    /// [spent](crate::cost::Prices::spent).
    pub(crate) fn ask(
        &self,
        layout: &Layout,
        observations: &Observations,
        crossed: &[Vec<u64>],
        spent: &[Spent],
    ) -> Sample {
        if let Some(way) = self.alternative.map(|way| &observations.alternatives[way]) {
            return match self.measure.name {
                "way_share" => ratio(way.chosen as f64, way.came as f64),
                "way_door_to_door_h" => distribution([&way.door_to_door_ms].into_iter(), MS_PER_H),
                _ => Sample::default(),
            };
        }
        if let Some(limit) = self.limit {
            return self.ask_limit(layout, observations, limit);
        }
        if let Some((_, lines)) = &self.service {
            return self.ask_service(observations, lines);
        }
        if let Some(yearly) = self.yearly {
            return maybe(self.day_of_year(layout, observations, yearly));
        }
        if let Some((_, rows)) = &self.trade {
            return self.ask_trade(layout, crossed, rows);
        }
        match (self.station, self.facility) {
            (Some(station), _) => self.ask_station(layout, observations, station),
            (None, Some(facility)) => self.ask_facility(layout, observations, facility),
            (None, None) if self.measure.name == "cpmm_tfi3" => {
                let all = self.streams.iter().filter_map(|&s| spent.get(s)).map(|spent| spent.money[0].all()).sum();
                maybe(standard_cost(layout, observations, &self.streams, all))
            }
            (None, None) if self.measure.needs != Needs::Nothing => self.ask_money(layout, spent),
            (None, None) => self.ask_corridor(layout, observations, crossed),
        }
    }

    /// The scope as results name it.
    pub(crate) fn scope<'a>(&'a self, layout: &'a Layout) -> &'a str {
        if let Some((name, _)) = self.service.as_ref().or(self.trade.as_ref()) {
            return name;
        }
        if let Some(limit) = self.limit.and_then(|limit| layout.limits.get(limit)) {
            return &limit.name;
        }
        if let Some(yearly) = self.yearly.and_then(|yearly| layout.yearlies.get(yearly)) {
            return yearly;
        }
        match (self.station, self.facility, self.alternative) {
            (Some(station), ..) => &layout.stations[station].scope,
            (None, Some(facility), _) => &layout.travel.facilities[facility].name,
            (None, None, Some(way)) => &layout.alternatives[way].scope,
            (None, None, None) => CORRIDOR,
        }
    }

    /// Whether it is about the corridor as a whole.
    pub(crate) fn is_of_corridor(&self) -> bool {
        self.station.is_none()
            && self.facility.is_none()
            && self.alternative.is_none()
            && self.limit.is_none()
            && self.service.is_none()
            && self.yearly.is_none()
            && self.trade.is_none()
    }

    /// The same for the traffic of one owner.
    ///
    /// # Errors
    /// One sentence, when there is no such owner or the measure is not told apart by traffic.
    pub(crate) fn of_owner(mut self, layout: &Layout, name: &str) -> Result<Self, String> {
        let Some(owner) = layout.owners.iter().position(|owner| owner == name) else {
            return Err(match layout.owners.is_empty() {
                true => "the corridor has no two owners of flows to be told apart".to_owned(),
                false => format!("there is no owner `{name}`; known: {}", layout.owners.join(", ")),
            });
        };
        if self.measure.detail == Detail::Whole {
            return Err(format!("`{}` is not told apart by owner", self.measure.name));
        }
        self.streams.retain(|&stream| layout.streams[stream].owner == Some(owner));
        Ok(Self { owner: Some(name.to_owned()), ..self })
    }

    fn ask_facility(&self, layout: &Layout, observations: &Observations, facility: usize) -> Sample {
        let step =
            |step: Option<ReleaseStep>| maybe(release_time_h(layout, observations, facility, step, &self.streams));
        match self.measure.name {
            "cpmm_tfi2_per_vehicle" => maybe(border_fees(layout, observations, facility, &self.streams)),
            "cpmm_tfi1_h" => maybe(border_time_h(layout, observations, facility, &self.streams)),
            "trs_to_lodgement_h" => step(Some(ReleaseStep::Lodgement)),
            "trs_to_assessment_h" => step(Some(ReleaseStep::Assessment)),
            "trs_to_inspection_h" => step(Some(ReleaseStep::Inspection)),
            "trs_to_release_h" => step(Some(ReleaseStep::Release)),
            "trs_to_exit_h" => step(Some(ReleaseStep::Exit)),
            "trs_arrival_to_exit_h" => step(None),
            _ => Sample::default(),
        }
    }

    /// The unit of the value, with the currency of the model and what its limit counts.
    pub(crate) fn unit(&self, layout: &Layout) -> String {
        if let Some(row) =
            self.trade.as_ref().and_then(|(_, rows)| rows.first()).filter(|_| self.measure.name == "trade_amount")
        {
            return layout.trade.unit(*row).to_owned();
        }
        match self.limit.and_then(|limit| layout.limits.get(limit)) {
            Some(of) => limit::unit(self.measure.unit, of.counts),
            None => layout.prices.unit(self.measure.unit),
        }
    }

    fn ask_money(&self, layout: &Layout, spent: &[Spent]) -> Sample {
        let sum =
            |of: &dyn Fn(&Spent) -> f64| -> f64 { self.streams.iter().filter_map(|&s| spent.get(s)).map(of).sum() };
        let left = sum(&|spent| spent.left);
        let per_crossing = |of: fn(&Parts) -> f64, currency: usize| ratio(sum(&|s| of(&s.money[currency])), left);
        let per_year = |total: f64| known(total * DAYS_PER_YEAR / layout.days.len() as f64);
        match self.measure.name {
            "cost_per_crossing" => per_crossing(Parts::all, 0),
            "cost_moving_per_crossing" => per_crossing(|p| p.moving, 0),
            "cost_service_per_crossing" => per_crossing(|p| p.service, 0),
            "cost_waiting_per_crossing" => per_crossing(|p| p.waiting, 0),
            "cost_running_per_crossing" => per_crossing(|p| p.running, 0),
            "cost_fees_per_crossing" => per_crossing(|p| p.fees, 0),
            "cost_idling_per_crossing" => per_crossing(|p| p.idling, 0),
            "cost_per_crossing_second" => per_crossing(Parts::all, 1),
            "delay_cost_per_year" => per_year(sum(&|s| s.money[0].waiting)),
            "delay_cost_per_year_second" => per_year(sum(&|s| s.money[1].waiting)),
            "delay_h_per_year" => per_year(sum(&|s| s.waiting_h)),
            "idling_fuel_l_per_year" => per_year(sum(&|s| s.idle_l)),
            "idling_co2_t_per_year" => per_year(sum(&|s| s.co2_kg) / KG_PER_T),
            "idling_co2_kg_per_crossing" => ratio(sum(&|s| s.co2_kg), left),
            _ => Sample::default(),
        }
    }

    fn ask_corridor(&self, layout: &Layout, observations: &Observations, crossed: &[Vec<u64>]) -> Sample {
        let days = self.days.len() as f64;
        let total = |streams: &[usize]| -> u64 { streams.iter().flat_map(|&s| &crossed[s][self.days.clone()]).sum() };
        let sum = |count: fn(&StreamObservations) -> u64| -> f64 {
            self.streams.iter().map(|&s| count(&observations.streams[s])).sum::<u64>() as f64
        };
        let time = |of: fn(&StreamObservations) -> &Histogram| -> Sample {
            distribution(self.streams.iter().map(|&s| of(&observations.streams[s])), MS_PER_H)
        };
        match self.measure.name {
            "crossings" => known(total(&self.streams) as f64),
            "crossings_per_day" => Sample {
                value: Some(total(&self.streams) as f64 / days),
                quantiles: Some(quantiles_of_days(self.totals_by_day(crossed))),
            },
            "busiest_day_crossings" => maybe(self.totals_by_day(crossed).max().map(|n| n as f64)),
            "weekday_crossings_per_day" => maybe(self.mean_of_days(layout, crossed, false)),
            "weekend_crossings_per_day" => maybe(self.mean_of_days(layout, crossed, true)),
            "arrivals_per_day" => {
                let came = |s: &usize| -> u64 {
                    by_day(&observations.streams[*s].arrived_by_hour)[self.days.clone()].iter().sum()
                };
                known(self.streams.iter().map(came).sum::<u64>() as f64 / days)
            }
            "cargo_t" => known(self.carried(layout, crossed, &layout.load_t)),
            "cargo_per_crossing_t" => ratio(self.carried(layout, crossed, &layout.load_t), total(&self.streams) as f64),
            "passengers_per_day" => known(self.carried(layout, crossed, &layout.passengers) / days),
            "direction_ratio" => {
                let towards = |direction: usize| -> f64 {
                    let streams: Vec<usize> =
                        self.streams.iter().copied().filter(|&s| layout.streams[s].direction == direction).collect();
                    total(&streams) as f64
                };
                ratio(towards(0), towards(1))
            }
            "door_to_door_h" => time(|s| &s.door_to_door_ms),
            "wait_h" => time(|s| &s.wait_ms),
            "wait_on_site_h" => time(|s| &s.wait_on_site_ms),
            "wait_virtual_h" => time(|s| &s.wait_virtual_ms),
            "wait_yard_h" => time(|s| &s.wait_yard_ms),
            "wait_physical_h" => time(|s| &s.wait_physical_ms),
            "wait_blocked_h" => time(|s| &s.wait_blocked_ms),
            "turned_away_share" => ratio(sum(|s| s.turned_away), sum(|s| s.arrived)),
            "abandoned_share" => ratio(sum(|s| s.abandoned), sum(|s| s.arrived)),
            "departures_per_day" => {
                let left = |s: &usize| -> u64 {
                    by_day(&observations.streams[*s].left_by_hour)[self.days.clone()].iter().sum()
                };
                known(self.streams.iter().map(left).sum::<u64>() as f64 / days)
            }
            "visit_wait_min" => {
                let stages = observations.stations.iter().zip(&layout.stations).filter(|(_, station)| !station.is_link);
                let waits = stages.flat_map(|(seen, _)| self.streams.iter().map(|&s| &seen.streams[s].wait_ms));
                distribution(waits, MS_PER_MIN)
            }
            "turned_away_per_day" => known(sum(|s| s.turned_away) / days),
            "abandoned_per_day" => known(sum(|s| s.abandoned) / days),
            "cpmm_tfi4_swod_kmh" => maybe(speed_kmh(layout, observations, &self.streams, false)),
            "cpmm_tfi4_swd_kmh" => maybe(speed_kmh(layout, observations, &self.streams, true)),
            "inside_at_end_vehicles" => known(sum(|s| s.inside_at_end)),
            "inside_vehicles" => {
                let area = |s: &StationObservations| s.queue_vehicle_ms + s.busy_lane_ms + s.blocked_lane_ms;
                let visit = |s: &StationStream| s.wait_ms.sum() + s.service_ms.sum() + s.blocked_ms.sum();
                known(self.mean_inside(layout, observations, area, visit))
            }
            "waiting_vehicles" => {
                let area = |s: &StationObservations| s.queue_vehicle_ms + s.blocked_lane_ms;
                known(self.mean_inside(layout, observations, area, |s| s.wait_ms.sum() + s.blocked_ms.sum()))
            }
            _ => Sample::default(),
        }
    }

    fn ask_station(&self, layout: &Layout, observations: &Observations, station: usize) -> Sample {
        let seen = &observations.stations[station];
        let window = layout.window_ms as f64;
        match self.measure.name {
            "queue_vehicles" => match self.hour {
                None => ratio(seen.queue_vehicle_ms as f64, window),
                Some(hour) => mean_of_hours(&seen.queue_vehicle_ms_by_hour, hour),
            },
            "lanes_in_use" => match self.hour {
                None => ratio((seen.busy_lane_ms + seen.blocked_lane_ms) as f64, window),
                Some(hour) => mean_of_hours(&seen.occupied_lane_ms_by_hour, hour),
            },
            "stage_vehicles" => {
                ratio((seen.queue_vehicle_ms + seen.busy_lane_ms + seen.blocked_lane_ms) as f64, window)
            }
            "stage_visits_per_day" => {
                let began: u64 = self.streams.iter().map(|&s| seen.streams[s].wait_ms.count()).sum();
                known(began as f64 / layout.days.len() as f64)
            }
            "stage_waited_share" => {
                let mut all = 0.0;
                let mut at_once = 0.0;
                for stream in self.streams.iter().map(|&s| &seen.streams[s]) {
                    let began = stream.wait_ms.count() as f64;
                    all += began + stream.gave_up_ms.count() as f64;
                    at_once += began * stream.wait_ms.fraction_at_most(0);
                }
                ratio(all - at_once, all)
            }
            "stage_time_min" => {
                let wait = distribution(self.streams.iter().map(|&s| &seen.streams[s].wait_ms), MS_PER_MIN);
                let service = distribution(self.streams.iter().map(|&s| &seen.streams[s].service_ms), MS_PER_MIN);
                maybe(wait.value.zip(service.value).map(|(wait, service)| wait + service))
            }
            "stage_wait_all_min" => {
                let streams = self.streams.iter().map(|&s| &seen.streams[s]);
                maybe(distribution(streams.flat_map(|s| [&s.wait_ms, &s.gave_up_ms]), MS_PER_MIN).value)
            }
            "queue_max_vehicles" => known(seen.queue_max_vehicles as f64),
            "queue_at_end_vehicles" => known(seen.queue_at_end_vehicles as f64),
            "blocked_vehicles" => ratio(seen.blocked_lane_ms as f64, window),
            "lane_use_share" => ratio(seen.busy_lane_ms as f64, seen.open_lane_ms as f64),
            "lane_blocked_share" => ratio(seen.blocked_lane_ms as f64, seen.open_lane_ms as f64),
            "stage_wait_min" => distribution(self.streams.iter().map(|&s| &seen.streams[s].wait_ms), MS_PER_MIN),
            "stage_service_min" => distribution(self.streams.iter().map(|&s| &seen.streams[s].service_ms), MS_PER_MIN),
            _ => Sample::default(),
        }
    }

    /// Vehicles that stand or move somewhere, mean over the time of the window. Each is at one station at any time. Of carriers
    /// that do not count, the visits are taken off, and the berths at which they stand.
    fn mean_inside(
        &self,
        layout: &Layout,
        seen: &Observations,
        area: fn(&StationObservations) -> u128,
        visit: fn(&StationStream) -> u128,
    ) -> f64 {
        let here = |(index, station): (usize, &StationObservations)| -> u128 {
            if self.uncounted.is_empty() {
                return area(station);
            }
            if layout.berths.contains(&index) {
                return 0;
            }
            let uncounted: u128 = self.uncounted.iter().map(|stream| visit(&station.streams[*stream])).sum();
            area(station).saturating_sub(uncounted)
        };
        seen.stations.iter().enumerate().map(here).sum::<u128>() as f64 / layout.window_ms as f64
    }

    /// Crossings of all streams of the query, day by day.
    fn totals_by_day<'a>(&'a self, crossed: &'a [Vec<u64>]) -> impl Iterator<Item = u64> + 'a {
        self.days.clone().map(|day| self.streams.iter().map(|&s| crossed[s][day]).sum())
    }

    fn mean_of_days(&self, layout: &Layout, crossed: &[Vec<u64>], weekend: bool) -> Option<f64> {
        let is_weekend = |day: usize| layout.days[day].weekday().to_monday_zero_offset() >= 5;
        let totals = self.days.clone().zip(self.totals_by_day(crossed)).filter(|(day, _)| is_weekend(*day) == weekend);
        let (days, sum) = totals.fold((0_u64, 0_u64), |(days, sum), (_, n)| (days + 1, sum + n));
        (days > 0).then(|| sum as f64 / days as f64)
    }

    /// Crossings weighted by a property of their class on the day, summed class by class so that the order is fixed.
    fn carried(&self, layout: &Layout, crossed: &[Vec<u64>], per_vehicle: &[Vec<f64>]) -> f64 {
        let mut sum = 0.0;
        for &s in &self.streams {
            let class = layout.streams[s].class;
            for (version, of_class) in per_vehicle.iter().enumerate() {
                let days = self.days.clone().filter(|&day| layout.version_of_day[day] == version);
                let vehicles: u64 = days.map(|day| crossed[s][day]).sum();
                sum += vehicles as f64 * of_class[class];
            }
        }
        sum
    }
}

fn known(value: f64) -> Sample {
    maybe(Some(value))
}

fn maybe(value: Option<f64>) -> Sample {
    Sample { value, quantiles: None }
}

fn ratio(above: f64, below: f64) -> Sample {
    maybe((below > 0.0).then(|| above / below))
}

/// Mean over the days of one hour of the day, from areas by hour. Days of a clock change have an hour of another length,
/// which this does not ask for.
fn mean_of_hours(area_ms_by_hour: &[u64], hour: usize) -> Sample {
    let hours = area_ms_by_hour.iter().skip(hour).step_by(24);
    let days = hours.clone().count() as f64;
    ratio(hours.map(|&area| u128::from(area)).sum::<u128>() as f64, days * MS_PER_H)
}

/// Mean and quantiles of several histograms taken together.
fn distribution<'a>(parts: impl Iterator<Item = &'a Histogram>, ms_per_unit: f64) -> Sample {
    let mut all = Histogram::default();
    for part in parts {
        all.merge(part);
    }
    let quantile = |p: f64| all.smooth_quantile(p).map(|ms| ms / ms_per_unit);
    let quantiles = || Some(Quantiles { p50: quantile(0.5)?, p90: quantile(0.9)?, p95: quantile(0.95)? });
    Sample { value: all.mean().map(|ms| ms / ms_per_unit), quantiles: quantiles() }
}

/// Nearest-rank quantiles: the smallest day's count that at least the share of days does not exceed.
fn quantiles_of_days(days: impl Iterator<Item = u64>) -> Quantiles {
    let mut sorted: Vec<u64> = days.collect();
    sorted.sort_unstable();
    let rank = |percent: usize| {
        let position = (sorted.len() * percent).div_ceil(100).max(1) - 1;
        sorted.get(position).map_or(0.0, |&n| n as f64)
    };
    Quantiles { p50: rank(50), p90: rank(90), p95: rank(95) }
}
