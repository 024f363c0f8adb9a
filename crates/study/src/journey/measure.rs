//! The field's own measures of a way, from one replication.
//!
//! *CPMM*: Asian Development Bank, Central Asia Regional Economic Cooperation, Corridor Performance Measurement and Monitoring: A
//! Forward-Looking Retrospective, 2014, and the annual reports since; its trade facilitation indicators TFI1 to TFI4.
//! *TRS*: World Customs Organization, Guide to Measure the Time Required for the Release of Goods, version 3, 2018.

use super::Times;
use crate::layout::Layout;
use crate::query;
use portway_model::element::ReleaseStep;
use portway_sim::Observations;

const MS_PER_H: f64 = 3_600_000.0;

/// TFI1: hours per vehicle to clear a border crossing point, from the entry to the exit: service and waiting at its stages, the
/// ways between them, and standing before it. Time at home is not spent there. None when nobody left.
pub(crate) fn border_time_h(
    layout: &Layout,
    observations: &Observations,
    point: usize,
    streams: &[usize],
) -> Option<f64> {
    let travel = &layout.travel;
    per_vehicle_h(layout, observations, streams, |stream, station| {
        let times = Times::of(observations, stream, station);
        if travel.point(stream, station) == Some(point) {
            times.on_site_ms(travel.kind(station))
        } else if travel.queue_of(stream, station) == Some(point) {
            times.held_ms
        } else {
            0
        }
    })
}

/// TFI2: what a vehicle pays at the stages of a border crossing point, tolls and fees, in the first currency. None when nobody left.
pub(crate) fn border_fees(
    layout: &Layout,
    observations: &Observations,
    point: usize,
    streams: &[usize],
) -> Option<f64> {
    let mut paid = 0.0;
    for &stream in streams {
        let prices = layout.prices.at_places(observations, stream);
        for stop in &layout.travel.stops[layout.streams[stream].direction] {
            if layout.travel.point(stream, stop.station) == Some(point) {
                paid += prices.fees(stop.station, Times::of(observations, stream, stop.station).visits);
            }
        }
    }
    let left: u64 = streams.iter().map(|&stream| observations.streams[stream].left).sum();
    (left > 0).then(|| paid / left as f64)
}

/// TFI3: what 20 tonnes of cargo cost over 500 kilometres of the way, in the first currency: all that its vehicles cost over the
/// tonnes and kilometres that they carried it. `spent` is that cost. None when nothing was carried, and when some link says its
/// time and not its length.
pub(crate) fn standard_cost(
    layout: &Layout,
    observations: &Observations,
    streams: &[usize],
    spent: f64,
) -> Option<f64> {
    let mut tonne_km = 0.0;
    for &stream in streams {
        tonne_km += mean_load_t(layout, observations, stream) * vehicle_km(layout, observations, stream)?;
    }
    (tonne_km > 0.0).then(|| spent / tonne_km * STANDARD_KM * STANDARD_T)
}

/// The load of a stream's class, which may change with dates, as the vehicles that left had it on average.
fn mean_load_t(layout: &Layout, observations: &Observations, stream: usize) -> f64 {
    let by_day = query::by_day(&observations.streams[stream].left_by_hour);
    let left: u64 = by_day.iter().sum();
    let load_t = |day: usize| layout.load_t[layout.version_of_day[day]][layout.streams[stream].class];
    let sum: f64 = by_day.iter().enumerate().map(|(day, left)| *left as f64 * load_t(day)).sum();
    if left > 0 { sum / left as f64 } else { 0.0 }
}

/// What TFI3 is told for.
const STANDARD_KM: f64 = 500.0;
const STANDARD_T: f64 = 20.0;

/// Kilometres of all vehicles of a stream. None when some link on the way says its time and not its length.
fn vehicle_km(layout: &Layout, observations: &Observations, stream: usize) -> Option<f64> {
    let stops = layout.travel.stops[layout.streams[stream].direction].iter();
    let mut km = 0.0;
    for stop in stops.filter(|stop| stop.facility.is_none()) {
        let visits = Times::of(observations, stream, stop.station).visits;
        if visits > 0 {
            km += visits as f64 * layout.travel.length_km(stop.station)?;
        }
    }
    Some(km)
}

/// TRS: hours per vehicle from the end of the step before to the end of a step, or from arrival to exit when none is named.
/// Time at home is before arrival. None when nobody left, and for a step that no stage on the way says to be.
pub(crate) fn release_time_h(
    layout: &Layout,
    observations: &Observations,
    facility: usize,
    step: Option<ReleaseStep>,
    streams: &[usize],
) -> Option<f64> {
    let travel = &layout.travel;
    if step.is_some_and(|step| !travel.has_step(streams, facility, step)) {
        return None;
    }
    per_vehicle_h(layout, observations, streams, |stream, station| match travel.step(stream, station) {
        Some((at, of)) if at == facility && step.is_none_or(|step| step == of) => {
            Times::of(observations, stream, station).on_site_ms(travel.kind(station))
        }
        _ => 0,
    })
}

/// TFI4: kilometres an hour along the whole way; `with_delay` over all time on the way, without over the time in motion.
/// Waiting at home is before the way. None when some link says its time and not its length, and when nobody left.
pub(crate) fn speed_kmh(
    layout: &Layout,
    observations: &Observations,
    streams: &[usize],
    with_delay: bool,
) -> Option<f64> {
    let (mut km, mut moving_ms, mut door_ms, mut at_home_ms) = (0.0, 0, 0, 0);
    for &stream in streams {
        let of = &observations.streams[stream];
        door_ms += of.door_to_door_ms.sum();
        at_home_ms += of.wait_virtual_ms.sum();
        km += vehicle_km(layout, observations, stream)?;
        let links = layout.travel.stops[layout.streams[stream].direction].iter().filter(|stop| stop.facility.is_none());
        moving_ms += links.map(|stop| Times::of(observations, stream, stop.station).service_ms).sum::<u128>();
    }
    let hours = if with_delay { door_ms.saturating_sub(at_home_ms) } else { moving_ms } as f64 / MS_PER_H;
    (hours > 0.0 && km > 0.0).then(|| km / hours)
}

/// Hours of all visits together over the vehicles that left.
fn per_vehicle_h(
    layout: &Layout,
    observations: &Observations,
    streams: &[usize],
    time_ms: impl Fn(usize, usize) -> u128,
) -> Option<f64> {
    let left: u64 = streams.iter().map(|&stream| observations.streams[stream].left).sum();
    let of_stream = |&stream: &usize| -> u128 {
        let stops = layout.travel.stops[layout.streams[stream].direction].iter();
        stops.map(|stop| time_ms(stream, stop.station)).sum()
    };
    let all: u128 = streams.iter().map(of_stream).sum();
    (left > 0).then(|| all as f64 / MS_PER_H / left as f64)
}
