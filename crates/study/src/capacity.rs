//! How much a corridor can take: the largest sustained flow that keeps a service standard, by simulation.
//!
//! A flow is *sustained* when the scenario, with its own window, profiles, holidays and random closures, keeps the standard while
//! so many vehicles come per day of the window on average. A queue that grows breaks every standard.

mod answer;
mod bound;
mod drive;
mod judge;
mod search;
mod standard;
mod traffic;

pub use answer::{
    Axis, Between, Capacity, ClassShare, DirectionFlow, Fluid, Frontier, FrontierPoint, Limit, LimitKind, Outcome,
    Sustained, Tested, TestedVerdict,
};
pub use standard::{DEFAULT_STANDARD, LIMITED, Standard};

use crate::options::{Progress, StudyError};
use crate::rests_on::RestsOn;
use crate::trials::Trials;
use bound::{Bound, bound};
use drive::{Desk, Job};
use judge::LOOKS;
use portway_model::Corridor;
use portway_model::element::Timeline;
use search::Search;
use std::sync::atomic::AtomicBool;
use traffic::{FlowFacts, Ray, Traffic, normalised};

/// What is asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct CapacityOptions {
    /// The standard.
    pub standard: Standard,
    /// The only direction that grows; none for all.
    pub direction: Option<String>,
    /// Class mix of what grows; empty for the scenario's own.
    pub mix: Vec<ClassShare>,
    /// Half-width over capacity to reach.
    pub precision: f64,
    /// Replications of one flow after which it stays undecided: one of [`CapacityOptions::REPLICATIONS`].
    pub most_replications: u32,
    /// Points of each frontier; fewer than two for none.
    pub rays: usize,
    /// Seed of every random number.
    pub seed: u64,
    /// Number of threads; 0 for as many as the machine has.
    pub threads: usize,
}

impl CapacityOptions {
    /// Replications after which a flow can be given up as undecided.
    pub const REPLICATIONS: [u32; 3] = [LOOKS[1], LOOKS[2], LOOKS[3]];

    /// The options when nothing is said: two in a hundred, seven points.
    pub fn new(standard: Standard, seed: u64, threads: usize) -> Self {
        let (direction, mix) = (None, Vec::new());
        Self { standard, direction, mix, precision: 0.02, most_replications: LOOKS[2], rays: 7, seed, threads }
    }
}

/// Precision of the points of a frontier, where it is wider than the one asked for: a curve needs no more.
const FRONTIER_PRECISION: f64 = 0.05;
/// Looks at each flow of a frontier.
const FRONTIER_LOOKS: usize = 2;
/// Where a search begins, as a share of the fluid bound.
const FIRST_SHARE: f64 = 0.85;
/// How far beyond today's traffic a search goes where no lanes set a bound, and how far at least, vehicles per day.
const BEYOND_TODAY: f64 = 20.0;
const BEYOND_AT_LEAST: f64 = 1000.0;

/// Searches the capacities of a timeline of a corridor.
///
/// # Errors
/// [`StudyError`], for a direction or class that there is not, or without traffic to grow, [`StudyError::Options`].
pub fn capacity(
    corridor: &Corridor,
    timeline: &Timeline,
    options: &CapacityOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Capacity, StudyError> {
    let traffic = Traffic::new(timeline)?;
    let asked = Asked::new(&traffic, options)?;
    let trials = Trials::new(options.seed, options.threads, progress, cancel)?;
    let desk = Desk::new(&traffic, &options.standard, &trials);
    let looks = LOOKS.iter().position(|n| *n >= options.most_replications).map_or(LOOKS.len(), |at| at + 1);

    let carried_share = options.standard.carried_share;
    let fine = Fineness { precision: options.precision, carried_share, looks };
    let mut rays = vec![(options.direction.clone().unwrap_or_default(), asked.whole())];
    if asked.directions.len() > 1 {
        rays.extend(
            asked.directions.iter().map(|d| (traffic.direction_name(*d), asked.one(|flow| flow.direction == *d))),
        );
    }
    let frontiers = asked.frontiers(options.rays);
    desk.announce(rays.len() + frontiers.iter().map(|frontier| frontier.rays.len()).sum::<usize>());

    let mut jobs = Vec::new();
    let mut bounds = Vec::new();
    for (_, ray) in &rays {
        let limit = bound(&traffic, ray)?;
        jobs.push(Job::new(ray.clone(), first_search(&traffic, ray, limit, FIRST_SHARE, &fine), looks));
        bounds.push(limit);
    }
    desk.run(&mut jobs)?;
    let told = rays.iter().zip(jobs.iter().zip(&bounds));
    let capacities: Vec<Sustained> =
        told.map(|((name, _), (job, bound))| traffic.sustained(name, job, *bound)).collect();

    let whole = capacities[0].per_day.zip(bounds[0]).map(|(found, bound)| found / bound.per_day);
    let precision = options.precision.max(FRONTIER_PRECISION);
    let coarse = Fineness { precision, looks: looks.min(FRONTIER_LOOKS), ..fine };
    let mut drawn = Vec::new();
    for frontier in frontiers.iter().filter(|_| whole.is_some() || bounds[0].is_none()) {
        let alone = |name: &String| capacities.iter().find(|s| s.direction == *name).and_then(|s| s.per_day);
        let near = Near { whole: whole.unwrap_or(FIRST_SHARE), alone: frontier.names.each_ref().map(alone) };
        drawn.push(frontier.draw(&traffic, &desk, &near, &coarse)?);
    }
    let behind = |s: &Sustained| s.tested.iter().map(|tested| tested.replications).min();
    let replications = capacities.iter().filter_map(behind).min().unwrap_or(0);
    Ok(Capacity {
        rests_on: RestsOn::new(corridor, &timeline.scenario, options.seed, replications),
        standard: options.standard.clone(),
        standard_text: options.standard.text(),
        precision: options.precision,
        frontier_precision: precision,
        most_replications: LOOKS[looks - 1],
        replications_run: desk.replications(),
        mix: options.mix.clone(),
        capacities,
        frontiers: drawn,
    })
}

/// A search along a ray that begins near where it should end.
///
/// At the bound and above it a queue grows without end, in whatever window, so such flows are not simulated. Where
/// vehicles are turned away or give up, as much more may come as need not be carried.
fn first_search(traffic: &Traffic, ray: &Ray, bound: Option<Bound>, share: f64, options: &Fineness) -> Search {
    let today: f64 = traffic.today().iter().sum();
    let growing = today - ray.fixed.iter().sum::<f64>();
    match bound {
        Some(bound) => {
            let breaks = if traffic.loses { bound.per_day / options.carried_share } else { bound.per_day };
            Search::below(share.min(MOST_OF_BOUND) * bound.per_day, breaks, options.precision)
        }
        None => Search::new(growing.max(1.0), (BEYOND_TODAY * today).max(BEYOND_AT_LEAST), options.precision),
    }
}

/// What is known when a frontier begins: along other rays the corridor comes about as near to its bound as it did along the
/// first, and no part takes much more than it did alone.
struct Near {
    whole: f64,
    alone: [Option<f64>; 2],
}

impl Near {
    /// Where to begin on a ray, as a share of its bound.
    fn share_of_bound(&self, share: [f64; 2], bound: Option<Bound>) -> f64 {
        let alone = self.alone.iter().zip(share).filter_map(|(alone, share)| Some((*alone)? / share));
        let most = alone.fold(f64::INFINITY, f64::min);
        self.whole.min(bound.map_or(f64::INFINITY, |bound| most / bound.per_day))
    }
}

/// Largest share of the bound that a search begins at.
const MOST_OF_BOUND: f64 = 0.98;

/// How fine a search is, and what it must carry.
#[derive(Clone, Copy, Debug)]
struct Fineness {
    precision: f64,
    carried_share: f64,
    looks: usize,
}

/// The traffic that is asked about.
struct Asked<'t> {
    traffic: &'t Traffic,
    /// Share of each flow of everything that grows.
    share: Vec<f64>,
    /// Directions with traffic that grows.
    directions: Vec<usize>,
}

/// A frontier to be drawn.
struct Planned {
    between: Between,
    names: [String; 2],
    today: [f64; 2],
    /// How each point is shared between the axes, and its ray.
    rays: Vec<([f64; 2], Ray)>,
}

impl<'t> Asked<'t> {
    fn new(traffic: &'t Traffic, options: &CapacityOptions) -> Result<Self, StudyError> {
        let model = traffic.timeline.first();
        let refuse = |why: String| StudyError::Options(why);
        let names = |all: Vec<&str>| all.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let direction = options.direction.as_deref().map(|name| {
            model.directions.iter().position(|d| d.name == name).ok_or_else(|| {
                let known = names(model.directions.iter().map(|d| d.name.as_str()).collect());
                refuse(format!("there is no direction `{name}`; this corridor has {known}"))
            })
        });
        let mut mistakes: Vec<String> = Vec::new();
        let mut heard = |error: StudyError| mistakes.push(error.to_string());
        let direction = direction.transpose().unwrap_or_else(|error| {
            heard(error);
            None
        });
        let grows = |flow: &FlowFacts| direction.is_none_or(|d| flow.direction == d);
        let mut mix = Vec::new();
        for ClassShare { class, share } in &options.mix {
            let Some(found) = model.classes.iter().position(|c| c.name == *class) else {
                let known = names(model.classes.iter().map(|c| c.name.as_str()).collect());
                heard(refuse(format!("there is no class `{class}`; this corridor has {known}")));
                continue;
            };
            if !traffic.flows.iter().any(|flow| grows(flow) && flow.class == found) {
                return Err(refuse(format!("no flow of class `{class}` goes there, so none of it can grow")));
            }
            mix.push((found, *share));
        }
        if !mistakes.is_empty() {
            return Err(refuse(mistakes.join("\n")));
        }
        let share = traffic.shares(&mix, grows);
        let mut directions: Vec<usize> = (0..model.directions.len()).collect();
        directions.retain(|d| traffic.sum(&share, |flow| flow.direction == *d) > 0.0);
        if directions.is_empty() {
            let whose = options.direction.as_deref().map_or_else(String::new, |name| format!(" in direction `{name}`"));
            return Err(refuse(format!("nobody travels{whose} in this scenario; say who with --mix")));
        }
        Ok(Self { traffic, share, directions })
    }

    /// Everything asked about grows from nothing in its own proportion.
    fn whole(&self) -> Ray {
        self.one(|_| true)
    }

    /// A part of it grows from nothing, and all other traffic stays as it is.
    fn one(&self, grows: impl Fn(&FlowFacts) -> bool) -> Ray {
        let flows = self.traffic.flows.iter().zip(&self.share);
        let share = normalised(flows.map(|(flow, share)| if grows(flow) { *share } else { 0.0 }).collect());
        Ray { fixed: self.stays(&grows), share }
    }

    /// What stays as it is when a part grows: flows of directions that are not asked about, or not in the part. Classes that
    /// a mix leaves out of a growing direction bring nobody.
    fn stays(&self, grows: impl Fn(&FlowFacts) -> bool) -> Vec<f64> {
        let stay = |flow: &FlowFacts| !(self.directions.contains(&flow.direction) && grows(flow));
        self.traffic.flows.iter().map(|flow| if stay(flow) { flow.today } else { 0.0 }).collect()
    }

    /// The frontiers that this traffic has: between its two first directions, and between its freight and its passengers.
    fn frontiers(&self, points: usize) -> Vec<Planned> {
        let mut all = Vec::new();
        if points < 2 {
            return all;
        }
        if let [first, second, ..] = self.directions[..] {
            let names = [first, second].map(|d| self.traffic.direction_name(d));
            let [a, b] = [first, second].map(|d| move |flow: &FlowFacts| flow.direction == d);
            all.push(self.between(Between::Directions, names, a, b, points));
        }
        let has = |passengers: bool| self.traffic.sum(&self.share, |flow| flow.passengers == passengers) > 0.0;
        if has(false) && has(true) {
            let names = ["freight", "passengers"].map(str::to_owned);
            all.push(self.between(Between::Classes, names, |flow| !flow.passengers, |flow| flow.passengers, points));
        }
        all
    }

    fn between(
        &self,
        between: Between,
        names: [String; 2],
        first: impl Fn(&FlowFacts) -> bool,
        second: impl Fn(&FlowFacts) -> bool,
        points: usize,
    ) -> Planned {
        let today = self.traffic.today();
        let both = |flow: &FlowFacts| first(flow) || second(flow);
        let fixed = self.stays(both);
        let of = |choice: &dyn Fn(&FlowFacts) -> bool| {
            let flows = self.traffic.flows.iter().zip(&self.share);
            normalised(flows.map(|(flow, share)| if choice(flow) { *share } else { 0.0 }).collect())
        };
        let (a, b) = (of(&first), of(&second));
        // The axes are measured by their bounds, so that the points spread evenly however unlike the parts are.
        let scale = |share: &[f64]| {
            let ray = Ray { fixed: fixed.clone(), share: share.to_vec() };
            bound(self.traffic, &ray).ok().flatten().map_or(1.0, |bound| bound.per_day.max(1.0))
        };
        let (long, wide) = (scale(&a), scale(&b));
        let ray = |point: usize| {
            let part = point as f64 / (points - 1) as f64;
            let (x, y) = ((1.0 - part) * long, part * wide);
            let share = [x / (x + y), y / (x + y)];
            let flows = a.iter().zip(&b).map(|(a, b)| share[0] * a + share[1] * b);
            (share, Ray { fixed: fixed.clone(), share: flows.collect() })
        };
        let scope = |flow: &FlowFacts| self.directions.contains(&flow.direction);
        let today = [
            self.traffic.sum(&today, |flow| scope(flow) && first(flow)),
            self.traffic.sum(&today, |flow| scope(flow) && second(flow)),
        ];
        Planned { between, names, today, rays: (0..points).map(ray).collect() }
    }
}

impl Planned {
    /// Searches every point of a frontier.
    fn draw(&self, traffic: &Traffic, desk: &Desk<'_>, near: &Near, fine: &Fineness) -> Result<Frontier, StudyError> {
        let mut jobs = Vec::new();
        let mut bounds = Vec::new();
        for (share, ray) in &self.rays {
            let limit = bound(traffic, ray)?;
            let near = near.share_of_bound(*share, limit);
            jobs.push(Job::new(ray.clone(), first_search(traffic, ray, limit, near, fine), fine.looks));
            bounds.push(limit);
        }
        desk.run(&mut jobs)?;
        let points = self.rays.iter().zip(jobs.iter().zip(bounds)).map(|((share, _), (job, bound))| FrontierPoint {
            share: *share,
            sustained: traffic.sustained("", job, bound),
        });
        let axis = |at: usize| Axis { name: self.names[at].clone(), today_per_day: self.today[at] };
        Ok(Frontier { between: self.between, axes: [axis(0), axis(1)], points: points.collect() })
    }
}

impl Traffic {
    fn direction_name(&self, direction: usize) -> String {
        self.timeline.first().directions.iter().nth(direction).map_or_else(String::new, |d| d.name.clone())
    }

    /// What a search found, in words and vehicles.
    fn sustained(&self, direction: &str, job: &Job, bound: Option<Bound>) -> Sustained {
        let (low, high, per_day) = (job.search.low(), job.search.high(), job.search.estimate());
        let outcome = match (low, high) {
            (Some(_), Some(_)) => Outcome::Enclosed,
            (Some(low), None) if job.search.is_top(low) => Outcome::Beyond,
            (None, Some(high)) if job.search.is_bottom(high) => Outcome::NoneKeeps,
            _ => Outcome::Unclear,
        };
        let model = self.timeline.first();
        let at = job.ray.at(per_day.or(low).unwrap_or(0.0));
        let by_direction = model.directions.iter().enumerate().map(|(index, direction)| DirectionFlow {
            direction: direction.name.clone(),
            per_day: self.sum(&at, |flow| flow.direction == index),
        });
        let breaks = job.search.first_strained().map(|at| &job.tested[at]);
        let fluid = bound.map(|bound| {
            let (scope, title) = self.station(bound.station);
            Fluid { per_day: bound.per_day, scope, title }
        });
        let limit = match (breaks, &fluid) {
            (Some(tested), _) => Some(tested.limit.clone()),
            (None, Some(fluid)) => Some(Limit::growth(&fluid.scope, &fluid.title)),
            (None, None) => None,
        };
        let grows: Vec<f64> =
            self.flows.iter().zip(&job.ray.share).map(|(f, s)| if *s > 0.0 { f.today } else { 0.0 }).collect();
        Sustained {
            direction: direction.to_owned(),
            outcome,
            per_day,
            low_per_day: low.unwrap_or(0.0),
            high_per_day: high,
            today_per_day: grows.iter().sum(),
            fluid,
            limit,
            by_direction: by_direction.collect(),
            busiest_day_ratio: self.busiest_day(&job.ray.share),
            tested: job.tested.clone(),
        }
    }
}
