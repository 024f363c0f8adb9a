//! Choices among ways: what each costs in money, and how long it takes when nobody waits.

use super::time::{Clock, Span};
use crate::program::load::expected_visits;
use crate::program::{
    Alternative, Choice, DepartureRule, Epoch, FlowProgram, Op, Rule, ServiceWay, Station, StationElement, StationKind,
    Terms, WayTerms,
};
use jiff::civil::Date;
use portway_model::Id;
use portway_model::element::{self, Flow, Logit, Money};
use portway_model::quantity::Price;

const HOUR_MS: f64 = 3_600_000.0;

/// Adds their choices to the flows that have one, and gives the ways of all of them.
pub(super) fn compile(
    clock: &Clock<'_>,
    stations: &[Station],
    ops: &[Op],
    epochs: &[Epoch],
    services: &[ServiceWay],
    flows: &mut [FlowProgram],
) -> Vec<Alternative> {
    let carriers: Vec<u32> = services.iter().map(|way| flows[way.flow as usize].first_ops[0]).collect();
    let network = Network { stations, ops, services, carriers };
    let mut ways: Vec<Alternative> = Vec::new();
    for (id, flow) in clock.versions[0].model.flows.entries().filter(|(_, flow)| flow.choice.is_some()) {
        let program = &mut flows[id.index()];
        let first = ways.len();
        ways.extend(flow.routes.iter().zip(&program.first_ops).map(|(route, first_op)| Alternative {
            flow: id.index(),
            route: route.index(),
            certain: network.certain(*first_op),
        }));
        let mut terms = Vec::new();
        for (version, epoch) in clock.versions.iter().zip(epochs) {
            let facts = Facts { version, epoch, network: &network };
            terms.extend(facts.terms(clock, id, program, &ways[first..]));
        }
        program.choice = Some(Choice { ways: first..ways.len(), terms });
    }
    ways
}

/// Stations, and the operations that lead through them.
struct Network<'a> {
    stations: &'a [Station],
    ops: &'a [Op],
    services: &'a [ServiceWay],
    /// First operation of the carriers of each way of a service.
    carriers: Vec<u32>,
}

impl Network<'_> {
    /// Stations that every vehicle on a way passes, in the order of travel; of a ride those that the carrier passes, its berth
    /// first.
    fn certain(&self, first_op: u32) -> Vec<u32> {
        let mut found = Vec::new();
        let mut at = first_op as usize;
        loop {
            at = match self.ops[at] {
                Op::Visit { station, .. } => {
                    match self.ridden(station) {
                        Some(way) => found.extend(self.certain(self.carriers[way])),
                        None if self.stations[station as usize].kind == StationKind::Platform => {}
                        None => found.push(station),
                    }
                    at + 1
                }
                Op::Coin { otherwise, .. } => otherwise as usize,
                Op::OneOf { ways, .. } => match self.ops[at + 2] {
                    // Just before the second way stands the jump that ends the first.
                    Op::Jump(second) if ways > 1 => second as usize - 1,
                    _ => at + 1,
                },
                Op::Jump(to) => to as usize,
                Op::BackTo { .. } | Op::EndFacility | Op::Door(_) => at + 1,
                Op::Leave => return found,
            }
        }
    }

    /// The way of a service that is ridden from a station.
    fn ridden(&self, station: u32) -> Option<usize> {
        self.services.iter().position(|way| way.platform == station)
    }
}

/// A version of the model and its numbers.
struct Facts<'a> {
    version: &'a Span<'a>,
    epoch: &'a Epoch,
    network: &'a Network<'a>,
}

impl Facts<'_> {
    /// The terms of a flow while the version holds: new ones on each day of a new rate of exchange.
    fn terms(&self, clock: &Clock<'_>, flow: Id<Flow>, program: &FlowProgram, ways: &[Alternative]) -> Vec<Terms> {
        let model = self.version.model;
        let Span { from, to, .. } = *self.version;
        let rates = model.money.iter().flat_map(|money| &money.rates);
        let changes = rates.map(|(day, _)| (clock.tick_of(day.at(0, 0, 0, 0)), *day));
        let changes = changes.filter(|(tick, _)| from < *tick && *tick < to);
        let days = [(from, clock.day_of(from))].into_iter().chain(changes);
        let choice = model.flows[flow].choice.as_ref();
        days.filter_map(|(from, day)| {
            let (rule, ways) = match choice? {
                element::Choice::Shares(shares) => {
                    let cumulative = shares.iter().scan(0.0, |sum, share| {
                        *sum += share;
                        Some(*sum)
                    });
                    let ways = ways.iter().zip(&program.first_ops).map(|(way, first)| self.way(program, way, *first));
                    (Rule::Shares(cumulative.collect()), ways.collect())
                }
                element::Choice::Logit(logit) => {
                    let purse = Purse { money: model.money.as_ref()?, day, scale: &logit.scale };
                    self.logit(&purse, logit, program, ways)
                }
            };
            Some(Terms { from, rule, ways })
        })
        .collect()
    }

    fn logit(
        &self,
        purse: &Purse<'_>,
        logit: &Logit,
        program: &FlowProgram,
        ways: &[Alternative],
    ) -> (Rule, Vec<WayTerms>) {
        let terms = ways.iter().zip(&program.first_ops).zip(&logit.constants).map(|((way, first_op), constant)| {
            let passages: f64 = self.passages(purse, program.class, *first_op);
            let money = passages + constant.map_or(0.0, |constant| purse.of(constant));
            WayTerms { money, ..self.way(program, way, *first_op) }
        });
        let terms = terms.collect();
        let rule = Rule::Logit {
            per_ms: purse.of(logit.value_of_time_per_h) / HOUR_MS,
            reliability: logit.reliability,
            learning: logit.learning,
            stay_home: logit.stay_home.map_or(f64::INFINITY, |price| purse.of(price)),
        };
        (rule, terms)
    }

    /// What the stations of a way cost: fees, fares and running costs, as often as a vehicle passes on average.
    fn passages(&self, purse: &Purse<'_>, class: usize, first_op: u32) -> f64 {
        let Network { stations, ops, .. } = self.network;
        let visits = expected_visits(ops, stations.len(), self.epoch, first_op);
        let priced = stations.iter().zip(visits).filter(|(_, visits)| *visits > 0.0);
        let costs = priced.filter_map(|(station, visits)| {
            let (price, times) = station.element.price(self.version.model, class)?;
            Some(visits * times * purse.of(price))
        });
        costs.sum()
    }

    /// How long a way takes when nobody waits: travel, rides, and the mean of each service as often as a vehicle is served.
    fn way(&self, program: &FlowProgram, way: &Alternative, first_op: u32) -> WayTerms {
        let Network { stations, ops, .. } = self.network;
        let visits = expected_visits(ops, stations.len(), self.epoch, first_op);
        let of_station = |(station, visits): (usize, &f64)| {
            let ride_ms = self.network.ridden(station as u32).map_or(0.0, |way| self.ride_ms(way, program.class));
            visits * (self.mean_ms(station, program.class) + ride_ms)
        };
        let passed = visits.iter().enumerate().filter(|(_, visits)| **visits > 0.0);
        let free_ms = passed.map(of_station).sum();
        let mut after_ms = 0.0;
        let reached = way.certain.iter().map(|station| {
            let before = after_ms;
            after_ms += self.mean_ms(*station as usize, program.class);
            before as i64
        });
        let after_ms = reached.collect();
        let round_ms = way.certain.iter().map(|station| self.round_ms(*station)).collect();
        WayTerms { money: 0.0, free_ms, after_ms, round_ms }
    }

    /// The round of a full carrier that leaves a berth when it is full and meets no queue; 0 at other stations.
    fn round_ms(&self, station: u32) -> i64 {
        let Network { services, stations, carriers, .. } = self.network;
        let is_here = |way: &&ServiceWay| way.berth == station;
        let Some(here) = services.iter().find(is_here) else { return 0 };
        if !matches!(here.departures, DepartureRule::WhenFull { .. }) {
            return 0;
        }
        let model = self.version.model;
        let both = services.iter().zip(carriers).filter(|(way, _)| way.first == here.first);
        let times = both.map(|(way, first_op)| {
            let class = match stations[way.berth as usize].element {
                StationElement::Stop { service, .. } => {
                    model.services.iter().nth(service).map_or(0, |s| s.class.index())
                }
                _ => 0,
            };
            // The mean at a berth is the turnaround.
            let mean_ms = |at: u32| self.epoch.service_means[at as usize * model.classes.len() + class];
            let travel_ms: f64 = self.network.certain(*first_op).into_iter().map(mean_ms).sum();
            travel_ms as i64 + i64::from(way.seats) * (way.boarding_ms + way.alighting_ms)
        });
        times.sum()
    }

    /// Mean time at a station when nobody waits. A carrier may be at its berth before its passengers; one that leaves when it is
    /// full keeps them half as long as it may.
    fn mean_ms(&self, station: usize, class: usize) -> f64 {
        let berth = self.network.services.iter().find(|way| way.berth as usize == station);
        match berth.map(|way| &way.departures) {
            Some(DepartureRule::WhenFull { at_most_ms }) => *at_most_ms as f64 / 2.0,
            Some(_) => 0.0,
            None => self.epoch.service_means[station * self.version.model.classes.len() + class],
        }
    }

    /// Time at the berth and on the links of a way of a service; what is done at facilities counts with the passengers.
    fn ride_ms(&self, way: usize, class: usize) -> f64 {
        let passed = self.network.certain(self.network.carriers[way]);
        let ridden = passed.into_iter().map(|station| station as usize);
        let ridden =
            ridden.filter(|at| matches!(self.network.stations[*at].kind, StationKind::Link | StationKind::Berth));
        ridden.map(|station| self.mean_ms(station, class)).sum()
    }
}

/// Turns prices into units of the scale of a logit on a day.
struct Purse<'a> {
    money: &'a Money,
    day: Date,
    scale: &'a Price,
}

impl Purse<'_> {
    fn of(&self, price: Price) -> f64 {
        self.money.in_first(price, self.day) / self.money.in_first(*self.scale, self.day)
    }
}
