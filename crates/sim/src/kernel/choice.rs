//! Vehicles that choose among several ways when they come, and what their flows learn of each.
//!
//! What a flow expects of a way is learned from day to day (J. L. Horowitz, The stability of stochastic equilibrium in a two-link
//! transportation network, 1984; E. Cascetta, A stochastic process approach to the analysis of temporal dynamics in transportation
//! networks, 1989): every day it moves towards what was experienced the day before, and so does the mean deviation from it, as
//! the round-trip estimator of TCP does (V. Jacobson, Congestion avoidance and control, 1988). Vehicles know the opening hours and how
//! long a closure lasts; waiting for an opening is therefore weighed when they choose and is no experience of the way. Who wants to
//! ride sees how many wait at the stop already: what was experienced is told days later only, and by those who got away.

use super::Run;
use super::carrier::LineState;
use super::closures::Closures;
use super::draws::Draws;
use super::place::Place;
use super::vehicle::Vehicle;
use crate::observations::AlternativeObservations;
use crate::program::{Alternative, Arrivals, Choice, DepartureRule, Program, Rule, ServiceWay, Terms, WayTerms};
use portway_stats::Histogram;
use portway_stats::logit;
use portway_stats::random::{Stream, unit};

/// A day of learning.
const DAY_MS: i64 = 86_400_000;

/// How long somebody who finds a station closed expects to wait at most, also where no opening is known: nobody waits a year.
const LONGEST_CLOSURE_MS: i64 = 365 * DAY_MS;

/// In place of an allowance: what this vehicle experiences is no news.
const NO_NEWS: i64 = i64::MAX;

/// The choices of all flows that have one.
#[derive(Default)]
pub(super) struct Choices {
    /// Per flow of the program; none where there is a single way.
    flows: Vec<Option<Chooser>>,
    /// Like `Program::alternatives`.
    ways: Vec<Known>,
    /// Per vehicle: how long it expected to wait for stations to open in turn, less the time that the way had been closed out of
    /// turn before it came.
    allowance_ms: Vec<i64>,
    /// Per station: the ways on which every vehicle passes it.
    through: Vec<Vec<u32>>,
    /// Per station: closed out of turn.
    closed: Vec<bool>,
    /// Costs of the ways of one choice.
    costs: Vec<f64>,
}

/// Where the choice of a flow stands.
struct Chooser {
    bits: Stream,
    /// Terms in force.
    terms: usize,
    /// The day that experiences are collected of.
    day: i64,
    came: u64,
}

/// What a flow knows of a way.
#[derive(Clone, Debug, Default)]
struct Known {
    /// Time from end to end when nobody waits, by the terms in force.
    free_ms: f64,
    expected_ms: f64,
    /// Mean absolute deviation of experiences from what was expected.
    deviation_ms: f64,
    today: Experiences,
    chosen: u64,
    door_to_door_ms: Histogram,
    /// Stations on it that are closed out of turn now, since when there are any, and how long there were any before.
    closed_stations: u32,
    closed_since: i64,
    closed_ms: i64,
}

/// What vehicles experienced on a way since the last day ended.
#[derive(Clone, Copy, Debug, Default)]
struct Experiences {
    count: u32,
    sum_ms: f64,
    sum_deviation_ms: f64,
}

/// What those who choose can see.
struct Sight<'r> {
    program: &'r Program,
    places: &'r [Place],
    closures: &'r Closures,
    lines: &'r [LineState],
    now: i64,
}

/// What a vehicle that waits for nothing else reckons with: each with those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reckons {
    /// Opening hours and timetables.
    Hours,
    /// Closures out of turn.
    Closures,
    /// Those who wait at stops already.
    Stops,
}

impl Choices {
    pub(super) fn new(program: &Program, draws: &Draws) -> Self {
        if program.alternatives.is_empty() {
            return Self::default();
        }
        let mut choices = Self {
            through: vec![Vec::new(); program.stations.len()],
            closed: vec![false; program.stations.len()],
            ..Self::default()
        };
        for (index, flow) in program.flows.iter().enumerate() {
            let chooser = flow.choice.as_ref().map(|choice| {
                choices.ways.extend(choice.terms[0].ways.iter().map(|terms| Known {
                    free_ms: terms.free_ms,
                    expected_ms: terms.free_ms,
                    ..Known::default()
                }));
                Chooser { bits: draws.ways(index), terms: 0, day: 0, came: 0 }
            });
            choices.flows.push(chooser);
        }
        for (index, way) in program.alternatives.iter().enumerate() {
            for station in &way.certain {
                let ways = &mut choices.through[*station as usize];
                if ways.last() != Some(&(index as u32)) {
                    ways.push(index as u32);
                }
            }
        }
        choices
    }

    /// No flow has a choice.
    pub(super) fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    /// Counting begins.
    pub(super) fn begin_window(&mut self) {
        self.flows.iter_mut().flatten().for_each(|chooser| chooser.came = 0);
        for way in &mut self.ways {
            (way.chosen, way.door_to_door_ms) = (0, Histogram::default());
        }
    }

    pub(super) fn finish(self, program: &Program) -> Vec<AlternativeObservations> {
        let flows = self.flows;
        let of = |(way, known): (&Alternative, Known)| AlternativeObservations {
            came: flows[way.flow].as_ref().map_or(0, |chooser| chooser.came),
            chosen: known.chosen,
            door_to_door_ms: known.door_to_door_ms,
        };
        program.alternatives.iter().zip(self.ways).map(of).collect()
    }

    /// The way that the vehicles of an arrival take together, as an index among those of their flow, and their allowance; none when
    /// they stay at home. The number of the first is the address of their draw.
    fn choose(&mut self, sight: &Sight<'_>, flow: usize, (number, vehicles): (u32, u32)) -> Option<(usize, i64)> {
        let choice = sight.program.flows[flow].choice.as_ref()?;
        let chooser = self.flows[flow].as_mut()?;
        chooser.came += u64::from(vehicles);
        let known = &mut self.ways[choice.ways.clone()];
        let terms = chooser.keep_up(sight, choice, known);
        let bits = chooser.bits.draw(u64::from(number));
        match &terms.rule {
            Rule::Shares(cumulative) => {
                let place = unit(bits);
                let taken = cumulative.iter().position(|up_to| place < *up_to);
                // The shares sum to 1 but for rounding, which belongs to the last that anybody takes.
                let last = || cumulative.iter().position(|up_to| Some(up_to) == cumulative.last());
                let way = taken.or_else(last)?;
                known[way].chosen += u64::from(vehicles);
                Some((way, NO_NEWS))
            }
            Rule::Logit { per_ms, reliability, stay_home, .. } => {
                self.costs.clear();
                for (at, (way, known)) in terms.ways.iter().zip(&*known).enumerate() {
                    let closed_ms = sight.wait_for_opening_ms(choice, at, way, Reckons::Closures);
                    let mut time_ms = known.expected_ms + reliability * known.deviation_ms + closed_ms as f64;
                    if sight.has_to_queue(choice, at) {
                        // The queue may be what is expected already, so the two are not added.
                        let queued_ms = sight.wait_for_opening_ms(choice, at, way, Reckons::Stops);
                        time_ms = time_ms.max(known.free_ms + queued_ms as f64);
                    }
                    self.costs.push(way.money + per_ms * time_ms);
                }
                if self.costs.iter().all(|cost| cost > stay_home) {
                    return None;
                }
                let at = logit::choose(&mut self.costs, bits);
                let way = &mut known[at];
                way.chosen += u64::from(vehicles);
                let in_turn_ms = sight.wait_for_opening_ms(choice, at, &terms.ways[at], Reckons::Hours);
                Some((at, in_turn_ms - way.closed_until_ms(sight.now)))
            }
        }
    }

    /// A vehicle has come to the end of its way, after some time in which it waited for some.
    pub(super) fn experience(&mut self, way: u32, vehicle: u32, [door_to_door_ms, waited_ms]: [i64; 2], now: i64) {
        let known = &mut self.ways[way as usize];
        known.door_to_door_ms.record_ms(door_to_door_ms);
        let allowance = self.allowance_ms.get(vehicle as usize).copied().unwrap_or(NO_NEWS);
        if allowance == NO_NEWS {
            return;
        }
        // A closure that passed while it travelled cost it nothing.
        let for_opening_ms = (allowance + known.closed_until_ms(now)).min(waited_ms);
        let experienced_ms = (door_to_door_ms - for_opening_ms) as f64;
        known.today.count += 1;
        known.today.sum_ms += experienced_ms;
        known.today.sum_deviation_ms += (experienced_ms - known.expected_ms).abs();
    }

    fn set_allowance(&mut self, vehicle: u32, allowance: i64) {
        let vehicle = vehicle as usize;
        if vehicle >= self.allowance_ms.len() {
            self.allowance_ms.resize(vehicle + 1, NO_NEWS);
        }
        self.allowance_ms[vehicle] = allowance;
    }
}

impl Chooser {
    /// Brings terms and expectations up to now; the first choice of a day ends the day before.
    fn keep_up<'p>(&mut self, sight: &Sight<'p>, choice: &'p Choice, ways: &mut [Known]) -> &'p Terms {
        let due = |terms: usize| choice.terms.get(terms + 1).is_some_and(|next| next.from <= sight.now);
        if due(self.terms) {
            while due(self.terms) {
                self.terms += 1;
            }
            for (way, terms) in ways.iter_mut().zip(&choice.terms[self.terms].ways) {
                way.free_ms = terms.free_ms;
            }
        }
        let terms = &choice.terms[self.terms];
        let day = sight.now.div_euclid(DAY_MS);
        if let (true, Rule::Logit { learning, .. }) = (day > self.day, &terms.rule) {
            self.day = day;
            for (at, way) in ways.iter_mut().enumerate() {
                way.learn(*learning, || sight.is_free(choice, at));
            }
        }
        terms
    }
}

impl Known {
    /// Moves expectations towards the day that ends. A way that nobody took and where nobody waits is known to be free: without
    /// this, one that was bad once would be avoided for ever.
    fn learn(&mut self, learning: f64, is_free: impl FnOnce() -> bool) {
        let Experiences { count, sum_ms, sum_deviation_ms } = std::mem::take(&mut self.today);
        let (time_ms, deviation_ms) = match count {
            0 if is_free() => (self.free_ms, 0.0),
            0 => return,
            count => (sum_ms / f64::from(count), sum_deviation_ms / f64::from(count)),
        };
        self.expected_ms += learning * (time_ms - self.expected_ms);
        self.deviation_ms += learning * (deviation_ms - self.deviation_ms);
    }

    /// How long the way has been closed out of turn, up to now.
    fn closed_until_ms(&self, now: i64) -> i64 {
        self.closed_ms + if self.closed_stations > 0 { now - self.closed_since } else { 0 }
    }
}

impl Sight<'_> {
    /// How long a vehicle that sets out now will wait for stations to open, and for carriers to leave.
    fn wait_for_opening_ms(&self, choice: &Choice, way: usize, terms: &WayTerms, reckons: Reckons) -> i64 {
        let Alternative { certain, flow, .. } = &self.program.alternatives[choice.ways.start + way];
        let class = self.program.flows[*flow].class;
        let mut waited_ms = 0;
        for ((station, after_ms), round_ms) in certain.iter().zip(&terms.after_ms).zip(&terms.round_ms) {
            let there = self.now + waited_ms + after_ms;
            waited_ms += self.opens_at(*station, class, there, *round_ms, reckons) - there;
        }
        waited_ms
    }

    /// At some stop of the way as many wait as a carrier takes.
    fn has_to_queue(&self, choice: &Choice, way: usize) -> bool {
        let certain = &self.program.alternatives[choice.ways.start + way].certain;
        certain.iter().any(|station| self.boarding(*station).is_some_and(|line| self.departures_ahead(line) > 0))
    }

    /// The way of a service whose carriers stand at a station.
    fn boarding(&self, station: u32) -> Option<&ServiceWay> {
        self.program.services.get(self.program.way_of[station as usize] as usize)
    }

    /// Departures that those who wait already fill.
    fn departures_ahead(&self, line: &ServiceWay) -> usize {
        (self.places[line.platform as usize].waiting() / line.seats.max(1)) as usize
    }

    /// From when on a vehicle of a class is served that comes to a station at a tick, as far as is known now.
    fn opens_at(&self, station: u32, class: usize, tick: i64, round_ms: i64, reckons: Reckons) -> i64 {
        let never = tick + LONGEST_CLOSURE_MS;
        let mut opens = tick;
        if reckons >= Reckons::Closures {
            opens = self.closures.opens_again_at(station, class, tick).min(never);
            if opens == self.program.window.to_tick {
                // It is closed when the run ends, and nobody knows for how long.
                return never;
            }
        }
        let line = self.boarding(station).filter(|_| reckons == Reckons::Stops);
        let ahead = line.map_or(0, |line| self.departures_ahead(line));
        if let Some((ticks, stays_ms)) = self.departures(station) {
            let next = ticks.get(ticks.partition_point(|from| from + stays_ms < opens) + ahead);
            return next.map_or(never, |from| from + stays_ms);
        }
        // One carrier after another comes back for those ahead, while they may leave.
        let mut left_ms = line.map_or(0, |line| ahead as i64 * round_ms / self.carriers(line));
        let steps = &self.program.lane_steps[station as usize];
        let at = steps.partition_point(|(from, _)| *from <= opens).saturating_sub(1);
        for (step, (from, lanes)) in steps.iter().enumerate().skip(at) {
            let from = opens.max(*from);
            let until = steps.get(step + 1).map_or(i64::MAX, |(next, _)| *next);
            if *lanes > 0 {
                if left_ms < until - from {
                    return from + left_ms;
                }
                left_ms -= until - from;
            }
        }
        never
    }

    /// Carriers of a fleet that are in order; one, when there is none, because nobody knows when the first is.
    fn carriers(&self, line: &ServiceWay) -> i64 {
        let broken = self.lines[line.first as usize].broken();
        u64::from(line.fleet).saturating_sub(broken).max(1) as i64
    }

    /// The timetable of the carriers at a berth: ticks, and how long after each of them one leaves. None elsewhere, and where they
    /// leave when they are full.
    fn departures(&self, station: u32) -> Option<(&[i64], i64)> {
        let way = self.boarding(station)?;
        match (&way.departures, &self.program.flows[way.flow as usize].arrivals) {
            (DepartureRule::At(ticks), _) => Some((ticks, 0)),
            (DepartureRule::OnArrival, Arrivals::Times(ticks)) => {
                let turnaround_ms = self.program.epochs[0].service_means[station as usize * self.program.classes];
                Some((ticks, turnaround_ms as i64))
            }
            _ => None,
        }
    }

    /// Nobody waits at any station that every vehicle on a way passes.
    fn is_free(&self, choice: &Choice, way: usize) -> bool {
        let certain = &self.program.alternatives[choice.ways.start + way].certain;
        certain.iter().all(|station| self.places[*station as usize].waiting() == 0)
    }
}

impl Run<'_> {
    /// The next vehicles of a flow come and choose their way, those of one arrival together.
    pub(super) fn arrive_and_choose(&mut self, flow: u32) {
        let state = &self.flows[flow as usize];
        let (first, batch, stream) = (state.next_vehicle, state.batch, state.stream as usize);
        let Self { program, places, closures, lines, now, choices, .. } = &mut *self;
        let sight = Sight { program, places, closures, lines, now: *now };
        let chosen = choices.choose(&sight, flow as usize, (first, batch));
        for number in (0..batch).map(|member| first.wrapping_add(member)) {
            if self.fleet.alive() >= super::VEHICLES_MAX {
                self.crowded();
                return;
            }
            self.flows[flow as usize].next_vehicle = number.wrapping_add(1);
            self.record.arrived(stream);
            let Some((way, allowance)) = chosen else {
                self.record.turned_away(stream);
                continue;
            };
            let plan = self.stops.plan(number, 0, self.program.flows[flow as usize].first_ops[way]);
            let mut vehicle = Vehicle::new(number, plan.op, self.now);
            vehicle.lap = plan.lap;
            vehicle.set_plan(plan);
            let index = self.add(vehicle);
            self.choices.set_allowance(index, allowance);
            self.ask(index);
        }
    }

    /// A station may have been closed or opened out of turn, for all or for a class: the ways through it are from now on.
    pub(super) fn note_closure(&mut self, station: u32, class: Option<usize>, is_closed: bool) {
        let choices = &mut self.choices;
        if choices.is_empty() {
            return;
        }
        if class.is_none() && std::mem::replace(&mut choices.closed[station as usize], is_closed) == is_closed {
            return;
        }
        let class_of = |way: u32| self.program.flows[self.program.alternatives[way as usize].flow].class;
        for way in
            choices.through[station as usize].iter().filter(|way| class.is_none_or(|only| only == class_of(**way)))
        {
            let known = &mut choices.ways[*way as usize];
            if is_closed {
                if known.closed_stations == 0 {
                    known.closed_since = self.now;
                }
                known.closed_stations += 1;
            } else {
                known.closed_stations -= 1;
                if known.closed_stations == 0 {
                    known.closed_ms += self.now - known.closed_since;
                }
            }
        }
    }
}
