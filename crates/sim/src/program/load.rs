//! The work that flows bring against the work that lanes can do, without running anything.

use super::seasons::{MeanLuck, Spans};
use super::{Arrivals, DepartureRule, Epoch, FlowProgram, Op, Program, StationKind, UNLIMITED};

/// Offered and available work of one station.
#[derive(Clone, Debug, PartialEq)]
pub struct StationLoad {
    /// Index in `Program::stations`.
    pub station: usize,
    /// Visits of the vehicles arriving on each day of the window, as expected.
    pub offered_vehicles: Vec<f64>,
    /// Lane time that the vehicles arriving on each day of the window will ask for here, milliseconds.
    pub offered_lane_ms: Vec<f64>,
    /// Lane time that is open on each day, lanes that open by queue length included, milliseconds; none when the station has
    /// lanes without limit.
    pub available_lane_ms: Option<Vec<f64>>,
}

/// One entry per station, in their order.
///
/// A link with a flow capacity counts as one lane that serves a headway per vehicle when that is the tighter limit. An
/// appointment stage counts as places that serve a slot's length per vehicle. Turned-away and impatient vehicles are not
/// taken off, and blocking is not foreseen: this is demand as it comes, against capacity as it is staffed. Vehicles that choose
/// among ways are counted on each as if nobody waited anywhere. Seasons begin and end on their mean days, and water stands at its
/// mean.
pub(super) fn offered_load(program: &Program) -> Vec<StationLoad> {
    let days = program.window.days.len();
    let stations = program.stations.len();
    let day_start = |day: usize| program.window.hour_ticks[day * 24];
    // Vehicles per flow and day, and the expected visits of each.
    let mut offered = vec![vec![0.0; days]; stations];
    let mut passing = vec![vec![0.0; days]; stations];
    for flow in &program.flows {
        // By epoch and way.
        let of_ways = |epoch: &Epoch| -> Vec<Vec<f64>> {
            flow.first_ops.iter().map(|first| expected_visits(&program.ops, stations, epoch, *first)).collect()
        };
        let visits: Vec<Vec<Vec<f64>>> = program.epochs.iter().map(of_ways).collect();
        for day in 0..days {
            let (from, to) = (day_start(day), day_start(day + 1));
            let epoch = epoch_at(program, from);
            let vehicles = vehicles_between(program, flow, from, to);
            for (share, visits) in flow.free_shares(from).into_iter().zip(&visits[epoch]) {
                let vehicles = vehicles * share;
                for (station, expected) in visits.iter().enumerate() {
                    let mean_ms = program.epochs[epoch].service_means[station * program.classes + flow.class];
                    offered[station][day] += vehicles * expected * mean_ms;
                    passing[station][day] += vehicles * expected;
                }
            }
        }
    }
    let lane_steps = seasonal_steps(program);
    (0..stations)
        .map(|station| {
            let open: Vec<f64> = (0..days)
                .map(|day| {
                    let (from, to) = (day_start(day), day_start(day + 1));
                    let extra = program.epochs[epoch_at(program, from)].rules[station].extra.map_or(0, |e| e.lanes);
                    lane_ms(&with_extra(&lane_steps[station], extra), from, to)
                })
                .collect();
            let unlimited = program.lane_steps[station].iter().any(|(_, lanes)| *lanes == UNLIMITED);
            let mut load = StationLoad {
                station,
                offered_vehicles: passing[station].clone(),
                offered_lane_ms: std::mem::take(&mut offered[station]),
                available_lane_ms: (!unlimited).then_some(open),
            };
            match program.stations[station].kind {
                StationKind::Link => by_headway(program, station, &lane_steps[station], &passing[station], &mut load),
                StationKind::Appointments => by_slots(program, station, &passing[station], &mut load),
                StationKind::Platform => by_seats(program, station, &lane_steps, &passing[station], &mut load),
                StationKind::Control | StationKind::Holding | StationKind::Berth => {}
            }
            load
        })
        .collect()
}

/// Replaces storage by flow capacity where that is tighter over the window.
fn by_headway(program: &Program, station: usize, lane_steps: &[(i64, u32)], passing: &[f64], load: &mut StationLoad) {
    if !program.metered[station] {
        return;
    }
    let days = passing.len();
    let mut offered = Vec::with_capacity(days);
    let mut available = Vec::with_capacity(days);
    for (day, vehicles) in passing.iter().enumerate() {
        let (from, to) = (program.window.hour_ticks[day * 24], program.window.hour_ticks[day * 24 + 24]);
        let headway_ms = program.epochs[epoch_at(program, from)].rules[station].headway_ms;
        offered.push(vehicles * headway_ms as f64);
        let open: Vec<(i64, u32)> = lane_steps.iter().map(|(tick, lanes)| (*tick, (*lanes).min(1))).collect();
        available.push(lane_ms(&open, from, to));
    }
    let ratio =
        |offered: &[f64], available: &[f64]| offered.iter().sum::<f64>() / available.iter().sum::<f64>().max(1.0);
    let storage = load.available_lane_ms.as_ref().map_or(0.0, |available| ratio(&load.offered_lane_ms, available));
    if ratio(&offered, &available) >= storage {
        (load.offered_lane_ms, load.available_lane_ms) = (offered, Some(available));
    }
}

/// Counts slots: a vehicle needs one, and another after each that it misses.
fn by_slots(program: &Program, station: usize, passing: &[f64], load: &mut StationLoad) {
    let mut available = vec![0.0; passing.len()];
    for (day, vehicles) in passing.iter().enumerate() {
        let (from, to) = (program.window.hour_ticks[day * 24], program.window.hour_ticks[day * 24 + 24]);
        let Some(booking) = &program.epochs[epoch_at(program, from)].rules[station].booking else { return };
        let slots = program.slots[station].iter().filter(|tick| (from..to).contains(tick)).count();
        let slot_ms = booking.every_ms as f64;
        available[day] = slots as f64 * f64::from(booking.places) * (1.0 - booking.lost_share) * slot_ms;
        load.offered_lane_ms[day] = vehicles / f64::max(1.0 - booking.no_show_share, 1e-9) * slot_ms;
    }
    load.available_lane_ms = Some(available);
}

/// Counts seats, where departures are known beforehand: a passenger needs one. Out of season nobody leaves.
fn by_seats(
    program: &Program,
    station: usize,
    lane_steps: &[Vec<(i64, u32)>],
    passing: &[f64],
    load: &mut StationLoad,
) {
    load.available_lane_ms = None;
    let Some(way) = program.services.get(program.way_of[station] as usize) else { return };
    let ticks = match (&way.departures, &program.flows[way.flow as usize].arrivals) {
        (DepartureRule::At(ticks), _) | (DepartureRule::OnArrival, Arrivals::Times(ticks)) => ticks,
        _ => return,
    };
    let is_open = |tick: i64| lanes_at(&lane_steps[way.berth as usize], tick) > 0;
    let seats = |day: usize| {
        let (from, to) = (program.window.hour_ticks[day * 24], program.window.hour_ticks[day * 24 + 24]);
        ticks.iter().filter(|tick| (from..to).contains(tick) && is_open(**tick)).count() as f64 * f64::from(way.seats)
    };
    load.offered_lane_ms = passing.to_vec();
    load.available_lane_ms = Some((0..passing.len()).map(seats).collect());
}

fn epoch_at(program: &Program, tick: i64) -> usize {
    program.epochs.iter().rposition(|epoch| epoch.from <= tick).unwrap_or(0)
}

/// Lane steps of every station with the parts of the year taken out that close it in the mean.
fn seasonal_steps(program: &Program) -> Vec<Vec<(i64, u32)>> {
    let mut steps = program.lane_steps.clone();
    if let Some(seasons) = &program.seasons {
        // What is too shallow for one class has its lanes for the others.
        let closed = seasons.gates.iter().zip(seasons.closed(&MeanLuck)).filter(|(gate, _)| gate.class.is_none());
        for (gate, closed) in closed {
            let steps = &mut steps[gate.station as usize];
            *steps = without(steps, &closed);
        }
    }
    steps
}

/// Lane steps with no lane in some spans.
fn without(steps: &[(i64, u32)], closed: &Spans) -> Vec<(i64, u32)> {
    let is_closed = |tick: i64| closed.iter().any(|(from, to)| (*from..*to).contains(&tick));
    let edges = closed.iter().flat_map(|(from, to)| [*from, *to]);
    let mut ticks: Vec<i64> = steps.iter().map(|(tick, _)| *tick).chain(edges).collect();
    ticks.sort_unstable();
    ticks.dedup();
    ticks.into_iter().map(|tick| (tick, if is_closed(tick) { 0 } else { lanes_at(steps, tick) })).collect()
}

/// Lanes in force at a tick.
fn lanes_at(steps: &[(i64, u32)], tick: i64) -> u32 {
    steps[..steps.partition_point(|(begins, _)| *begins <= tick)].last().map_or(0, |(_, lanes)| *lanes)
}

/// Vehicles of a flow that begin their way between two ticks. Carriers that go to and fro begin it with every departure.
fn vehicles_between(program: &Program, flow: &FlowProgram, from: i64, to: i64) -> f64 {
    match program.services.get(flow.carries as usize).map(|way| &way.departures) {
        Some(DepartureRule::At(ticks)) => ticks.iter().filter(|tick| (from..to).contains(tick)).count() as f64,
        _ => f64::from(flow.batch) * arrivals_between(&flow.arrivals, from, to),
    }
}

/// Lane steps with the lanes that a long queue opens while any are open.
fn with_extra(steps: &[(i64, u32)], extra: u32) -> Vec<(i64, u32)> {
    let lanes = |lanes: u32| if lanes == 0 { 0 } else { lanes.saturating_add(extra) };
    steps.iter().map(|(tick, n)| (*tick, lanes(*n))).collect()
}

/// Expected vehicles of a flow on each day of the window.
pub(super) fn flow_vehicles(program: &Program, flow: &FlowProgram) -> Vec<f64> {
    let days = program.window.hour_ticks.chunks(24).zip(program.window.hour_ticks.chunks(24).skip(1));
    days.map(|(day, next)| f64::from(flow.batch) * arrivals_between(&flow.arrivals, day[0], next[0])).collect()
}

/// Lanes × milliseconds between two ticks.
fn lane_ms(steps: &[(i64, u32)], from: i64, to: i64) -> f64 {
    let ends = steps.iter().skip(1).map(|(tick, _)| *tick).chain([i64::MAX]);
    let parts = steps.iter().zip(ends).map(|((begins, lanes), ends)| {
        let span = (ends.min(to) - (*begins).max(from)).max(0);
        span as f64 * f64::from(*lanes)
    });
    parts.sum()
}

/// Expected number of arrivals between two ticks.
fn arrivals_between(arrivals: &Arrivals, from: i64, to: i64) -> f64 {
    match arrivals {
        // Ticks are in order, and a long window asks once for every day.
        Arrivals::Times(ticks) => {
            let before = |end: i64| ticks.partition_point(|tick| *tick < end);
            before(to).saturating_sub(before(from)) as f64
        }
        Arrivals::Rate { steps, .. } => {
            let first = steps.partition_point(|(tick, _)| *tick <= from).saturating_sub(1);
            let mut sum = 0.0;
            for (at, (begins, rate)) in steps.iter().enumerate().skip(first).take_while(|(_, (begins, _))| *begins < to)
            {
                let ends = steps.get(at + 1).map_or(to, |(tick, _)| (*tick).min(to));
                sum += rate * (ends - (*begins).max(from)).max(0) as f64;
            }
            sum
        }
    }
}

/// How often a vehicle passes each station, on average. Loops are followed until what is still under way is negligible.
pub(crate) fn expected_visits(ops: &[Op], stations: usize, epoch: &Epoch, first_op: u32) -> Vec<f64> {
    const NEGLIGIBLE: f64 = 1e-9;
    /// Sweeps over the operations; a loop with a share of 99.9 % needs about 20,000.
    const SWEEPS_MAX: usize = 50_000;
    let ops = crate::compile::ops_of(ops, first_op);
    let mut expected = vec![0.0; stations];
    let mut at = vec![0.0; ops.len()];
    at[0] = 1.0;
    let local = |op: u32| (op - first_op) as usize;
    for _ in 0..SWEEPS_MAX {
        let mut under_way = 0.0;
        // Jumps go forward except for `BackTo`, so one sweep brings everything to the end but what goes back.
        for index in 0..ops.len() {
            let here = std::mem::take(&mut at[index]);
            if here == 0.0 {
                continue;
            }
            match ops[index] {
                Op::Visit { station, .. } => {
                    expected[station as usize] += here;
                    at[index + 1] += here;
                }
                Op::Coin { share, otherwise, .. } => {
                    let share = epoch.shares[share as usize].clamp(0.0, 1.0);
                    at[index + 1] += here * share;
                    at[local(otherwise)] += here * (1.0 - share);
                }
                Op::OneOf { share, ways, .. } => {
                    let mut before = 0.0;
                    for way in 0..ways as usize {
                        let last = way + 1 == ways as usize;
                        let up_to = if last { 1.0 } else { epoch.shares[share as usize + way].clamp(before, 1.0) };
                        at[index + 1 + way] += here * (up_to - before);
                        before = up_to;
                    }
                }
                Op::Jump(to) => at[local(to)] += here,
                Op::BackTo { share, target, .. } => {
                    let share = epoch.shares[share as usize].clamp(0.0, 1.0);
                    at[index + 1] += here * (1.0 - share);
                    at[local(target)] += here * share;
                    under_way += here * share;
                }
                Op::EndFacility | Op::Door(_) => at[index + 1] += here,
                Op::Leave => {}
            }
        }
        if under_way < NEGLIGIBLE {
            break;
        }
    }
    expected
}
