//! Routes as operations: one flat list per flow and way.
//!
//! A step that a class never takes vanishes, one that it always takes throws no coin. "Never" and "always" mean in every
//! version of the run, so that the operations stay the same when a dated change moves a share.

use super::time::Clock;
use super::{CompileError, StationIndex};
use crate::program::{Door, Op, Station, StationKind, StopPart};
use portway_model::element::facility::{Facility, Step};
use portway_model::element::network::{Direction, Leg, Route};
use portway_model::{Id, Model};
use std::collections::{BTreeMap, BTreeSet};

/// The operations of all flows.
pub(super) struct Routes {
    pub(super) ops: Vec<Op>,
    /// First operation of each way of each flow.
    pub(super) first_ops: Vec<Vec<u32>>,
    pub(super) coin_names: Vec<String>,
    /// Where each of them stands.
    coins: BTreeMap<String, u32>,
    /// Shares per version.
    pub(super) shares: Vec<Vec<f64>>,
}

pub(super) fn compile(clock: &Clock<'_>, model: &Model, stations: &StationIndex) -> Result<Routes, CompileError> {
    let mut routes = Routes {
        ops: Vec::new(),
        first_ops: Vec::new(),
        coin_names: Vec::new(),
        coins: BTreeMap::new(),
        shares: vec![Vec::new(); clock.versions.len()],
    };
    for flow in model.flows.iter() {
        let mut first_ops = Vec::with_capacity(flow.routes.len());
        for route in &flow.routes {
            first_ops.push(routes.ops.len() as u32);
            Writer::new(&mut routes, model, flow.class.index()).route(clock, stations, &model.routes[*route])?;
        }
        routes.first_ops.push(first_ops);
    }
    for (id, service, back) in super::services::ways(model) {
        routes.first_ops.push(vec![routes.ops.len() as u32]);
        let mut writer = Writer::new(&mut routes, model, service.class.index());
        writer.visit(stations.stop(id.index(), back, StopPart::Berth));
        let direction = service.direction(back).unwrap_or(service.forward);
        for leg in service.legs_towards(back) {
            match leg {
                Leg::Link { link, reversed } => writer.link(stations, link.index(), reversed),
                Leg::Facility(facility) => {
                    let stops = super::services::sets_down(clock, model, id, back, facility);
                    writer.routes.ops.extend(stops.then_some(Op::Door(Door::SetDown)));
                    writer.facility(clock, facility, direction)?;
                    writer.routes.ops.extend(stops.then_some(Op::Door(Door::PickUp)));
                }
                Leg::Service { .. } => {}
            }
        }
        routes.ops.extend([Op::Door(Door::Alight), Op::Leave]);
    }
    Ok(routes)
}

/// Per operation that visits a link to be kept clear, the stage whose place a vehicle needs before it enters: the next one
/// on its way that it passes for certain.
pub(super) fn ahead(ops: &[Op], stations: &[Station], keep_clear: &[bool]) -> Vec<u32> {
    let next_stage = |from: usize| {
        for op in &ops[from..] {
            match op {
                Op::Visit { station, .. } => match stations[*station as usize].kind {
                    StationKind::Link => {}
                    StationKind::Appointments | StationKind::Platform => return u32::MAX,
                    StationKind::Control | StationKind::Holding | StationKind::Berth => return *station,
                },
                Op::EndFacility | Op::Door(_) => {}
                _ => return u32::MAX,
            }
        }
        u32::MAX
    };
    let of = |(at, op): (usize, &Op)| match op {
        Op::Visit { station, .. } if keep_clear[*station as usize] => next_stage(at + 1),
        _ => u32::MAX,
    };
    ops.iter().enumerate().map(of).collect()
}

/// Per link, the stages for which vehicles on it may have places kept; per stage, the links on which those come.
pub(super) fn kept(ops: &[Op], stations: &[Station], ahead: &[u32]) -> Vec<Vec<u32>> {
    let mut pairs = BTreeSet::new();
    for (at, stage) in ahead.iter().enumerate().filter(|(_, stage)| **stage != u32::MAX) {
        for op in &ops[at..] {
            match op {
                Op::Visit { station, .. } if station == stage => break,
                Op::Visit { station, .. } => pairs.extend([(*station, *stage), (*stage, *station)]),
                _ => {}
            }
        }
    }
    let of = |station| pairs.iter().filter(|(one, _)| *one == station).map(|(_, other)| *other).collect();
    (0..stations.len() as u32).map(of).collect()
}

/// Writes the operations of one way of a flow.
struct Writer<'a> {
    routes: &'a mut Routes,
    model: &'a Model,
    class: usize,
    /// Where the step of a stage begins, inside the facility at hand.
    starts: BTreeMap<usize, u32>,
    /// Visits of a station so far.
    visits: BTreeMap<u32, u16>,
    /// Coins of a name so far.
    coins: BTreeMap<String, u32>,
}

impl<'a> Writer<'a> {
    fn new(routes: &'a mut Routes, model: &'a Model, class: usize) -> Self {
        Self { routes, model, class, starts: BTreeMap::new(), visits: BTreeMap::new(), coins: BTreeMap::new() }
    }

    /// Goes along a route to its end.
    fn route(&mut self, clock: &Clock<'_>, stations: &StationIndex, route: &Route) -> Result<(), CompileError> {
        for leg in &route.legs {
            match leg {
                Leg::Link { link, reversed } => self.link(stations, link.index(), *reversed),
                Leg::Facility(facility) => self.facility(clock, *facility, route.direction)?,
                Leg::Service { service, reversed } => {
                    let stop = |part| stations.stop(service.index(), *reversed, part);
                    self.visit(stop(StopPart::Platform));
                    // Where the carrier stops for controls, its passengers go through those for their class and come back.
                    for leg in self.model.services[*service].legs_towards(*reversed) {
                        if let Leg::Facility(facility) = leg
                            && super::services::sets_down(clock, self.model, *service, *reversed, facility)
                        {
                            self.facility(clock, facility, route.direction)?;
                            self.visit(stop(StopPart::Aboard));
                        }
                    }
                }
            }
        }
        self.routes.ops.push(Op::Leave);
        Ok(())
    }

    /// Travels a link.
    fn link(&mut self, stations: &StationIndex, link: usize, reversed: bool) {
        self.visit(stations.way(link, reversed).expect("stations were made from the routes"));
    }

    /// Goes through the steps of a facility.
    fn facility(
        &mut self,
        clock: &Clock<'_>,
        facility: Id<Facility>,
        direction: Id<Direction>,
    ) -> Result<(), CompileError> {
        let mut steps: Vec<&[Step]> = Vec::new();
        for version in &clock.versions {
            let processes = &version.model.facilities[facility].processes;
            let process = processes.iter().find(|process| process.direction == direction);
            steps.push(process.map_or(&[], |process| &process.steps));
        }
        self.starts.clear();
        let name = &self.model.facilities[facility].name;
        if self.steps(&steps).ok_or_else(|| CompileError::StructureChanged { at: name.clone() })? {
            self.routes.ops.push(Op::EndFacility);
        }
        Ok(())
    }

    fn here(&self) -> u32 {
        self.routes.ops.len() as u32
    }

    fn visit(&mut self, station: u32) {
        let count = self.visits.entry(station).or_default();
        let occurrence = *count;
        *count = count.wrapping_add(1) & 0xff;
        self.routes.ops.push(Op::Visit { station, occurrence });
    }

    /// Writes the steps, given once per version. Returns whether any of them goes back; none when the versions differ
    /// in more than numbers.
    fn steps(&mut self, versions: &[&[Step]]) -> Option<bool> {
        let mut laps = false;
        if versions.iter().any(|steps| steps.len() != versions[0].len()) {
            return None;
        }
        for at in 0..versions[0].len() {
            let alike: Vec<&Step> = versions.iter().map(|steps| &steps[at]).collect();
            laps |= self.step(&alike)?;
        }
        Some(laps)
    }

    fn step(&mut self, versions: &[&Step]) -> Option<bool> {
        let class = self.class;
        match versions[0] {
            Step::Visit { stage, .. } => {
                let shares = each(versions, |step| match step {
                    Step::Visit { stage: other, share } if other == stage => share.get(class).copied(),
                    _ => None,
                })?;
                self.starts.insert(stage.index(), self.here());
                let name = format!("visit {}", self.model.stages[*stage].name);
                let coin = match self.coin(&shares, &name) {
                    Taken::Never => return Some(false),
                    Taken::Always => None,
                    Taken::Coin(op) => Some(op),
                };
                self.visit(stage.index() as u32);
                self.close(coin);
                Some(false)
            }
            Step::Group { steps, .. } => {
                let shares = each(versions, |step| match step {
                    Step::Group { share, .. } => share.get(class).copied(),
                    _ => None,
                })?;
                let inner = each(versions, |step| match step {
                    Step::Group { steps, .. } => Some(steps.as_slice()),
                    _ => None,
                })?;
                let name = format!("group {}", self.first_stage(steps));
                let coin = match self.coin(&shares, &name) {
                    Taken::Never => return Some(false),
                    Taken::Always => None,
                    Taken::Coin(op) => Some(op),
                };
                let laps = self.steps(&inner)?;
                self.close(coin);
                Some(laps)
            }
            Step::OneOf { ways } => self.one_of(versions, ways.len()),
            Step::BackTo { stage, .. } => {
                let shares = each(versions, |step| match step {
                    Step::BackTo { stage: other, share } if other == stage => share.get(class).copied(),
                    _ => None,
                })?;
                let Some(target) = self.starts.get(&stage.index()).copied() else { return Some(false) };
                if shares.iter().all(|share| *share <= 0.0) {
                    return Some(false);
                }
                let name = format!("back-to {}", self.model.stages[*stage].name);
                let (share, address) = self.throw(&shares, &name);
                self.routes.ops.push(Op::BackTo { share, address, target });
                Some(true)
            }
        }
    }

    fn one_of(&mut self, versions: &[&Step], count: usize) -> Option<bool> {
        let class = self.class;
        let ways = each(versions, |step| match step {
            Step::OneOf { ways } if ways.len() == count => Some(ways),
            _ => None,
        })?;
        let first_stages: Vec<String> = ways[0].iter().map(|(_, steps)| self.first_stage(steps)).collect();
        let address = self.address(&format!("one-of {}", first_stages.join(" ")));
        let mut share = 0;
        for (version, ways) in ways.iter().enumerate() {
            share = self.routes.shares[version].len() as u32;
            let mut sum = 0.0;
            for (shares, _) in ways.iter() {
                sum += shares.get(class).copied()?;
                self.routes.shares[version].push(sum);
            }
        }
        let choice = self.here() as usize;
        self.routes.ops.push(Op::OneOf { share, address, ways: count as u16 });
        self.routes.ops.extend(std::iter::repeat_n(Op::Jump(0), count));
        let mut laps = false;
        let mut ends = Vec::new();
        for way in 0..count {
            self.routes.ops[choice + 1 + way] = Op::Jump(self.here());
            let steps: Vec<&[Step]> = ways.iter().map(|ways| ways[way].1.as_slice()).collect();
            laps |= self.steps(&steps)?;
            ends.push(self.here() as usize);
            self.routes.ops.push(Op::Jump(0));
        }
        for end in ends {
            self.routes.ops[end] = Op::Jump(self.here());
        }
        Some(laps)
    }

    /// Decides whether a step needs a coin, and writes it.
    fn coin(&mut self, shares: &[f64], name: &str) -> Taken {
        if shares.iter().all(|share| *share <= 0.0) {
            return Taken::Never;
        }
        if shares.iter().all(|share| *share >= 1.0) {
            return Taken::Always;
        }
        let (share, address) = self.throw(shares, name);
        self.routes.ops.push(Op::Coin { share, address, otherwise: 0 });
        Taken::Coin(self.routes.ops.len() - 1)
    }

    /// Lets a coin that falls the other way jump here.
    fn close(&mut self, coin: Option<usize>) {
        let here = self.here();
        if let Some(op) = coin
            && let Op::Coin { otherwise, .. } = &mut self.routes.ops[op]
        {
            *otherwise = here;
        }
    }

    fn throw(&mut self, shares: &[f64], name: &str) -> (u32, u32) {
        let at = self.routes.shares[0].len() as u32;
        for (version, share) in shares.iter().enumerate() {
            self.routes.shares[version].push(*share);
        }
        (at, self.address(name))
    }

    /// The address of a coin: what it decides, and which of several such on this route it is. Steps elsewhere do not
    /// change it.
    fn address(&mut self, name: &str) -> u32 {
        let count = self.coins.entry(name.to_owned()).or_default();
        *count += 1;
        let name = if *count == 1 { name.to_owned() } else { format!("{name} {count}") };
        let routes = &mut *self.routes;
        *routes.coins.entry(name.clone()).or_insert_with(|| {
            routes.coin_names.push(name);
            routes.coin_names.len() as u32 - 1
        })
    }

    fn first_stage(&self, steps: &[Step]) -> String {
        let found = steps.first().map(|step| match step {
            Step::Visit { stage, .. } | Step::BackTo { stage, .. } => self.model.stages[*stage].name.clone(),
            Step::Group { steps, .. } => self.first_stage(steps),
            Step::OneOf { ways } => ways.first().map(|(_, steps)| self.first_stage(steps)).unwrap_or_default(),
        });
        found.unwrap_or_default()
    }
}

/// Whether a class takes a step.
enum Taken {
    Never,
    Always,
    /// By a coin, at this operation.
    Coin(usize),
}

fn each<'s, T>(versions: &[&'s Step], get: impl Fn(&'s Step) -> Option<T>) -> Option<Vec<T>> {
    versions.iter().map(|step| get(step)).collect()
}
