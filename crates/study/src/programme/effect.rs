//! What each project brings in a scenario: the same days with it and without it, on the same random numbers.
//!
//! People are those who ride with services, carriers are what they ride with, and vehicles are all others. A carrier that runs
//! empty is no crossing that anybody asked for, so carriers count as seats.

mod lanes;

use super::Openings;
use super::loss::{Loss, loss};
use crate::bottleneck::difference;
use crate::options::{LEVEL, Progress, StudyError};
use crate::replicate::Prepared;
use crate::rests_on::RestsOn;
use crate::trials::{Answers, Question, Trials};
pub use lanes::Lanes;
use portway_model::element::{Project, ProjectStatus, Timeline};
use portway_model::travellers::Travellers;
use portway_model::{Corridor, Model, Opened};
use portway_stats::Estimate;
use portway_stats::interval::{level_of_each, mean};
use serde::{Deserialize, Serialize};
use std::sync::atomic::AtomicBool;

/// How effects are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EffectOptions {
    /// Seed of every random number.
    pub seed: u64,
    /// Replications of the scenario with each project and without it; at least two.
    pub replications: u32,
    /// Number of threads; 0 for as many as the machine has.
    pub threads: usize,
    /// Draws of each slip, at least 1.
    pub draws: u32,
}

/// What every project brings in one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Effects))]
pub struct Effects {
    /// The scenario, its window and how often it was run.
    pub rests_on: RestsOn,
    /// One for each project, in the order of the folder.
    pub projects: Vec<ProjectEffect>,
    /// The project that brings the most crossings a day; none when of no project a gain is sure.
    pub best: Option<BestProject>,
    /// Level of each interval behind [`Effects::best`], so that all of them hold together with 0.95.
    pub simultaneous_level: f64,
}

/// What one project brings, or why that is not told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::ProjectEffect))]
pub struct ProjectEffect {
    /// Name in the folder.
    pub name: String,
    /// Whether its effect is told.
    pub outcome: Outcome,
    /// Why the scenario cannot be run with it or without it, one sentence; empty when it can.
    pub reason: String,
    /// The effect; none unless the outcome is `told`.
    pub effect: Option<Effect>,
}

/// Whether the effect of a project is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Outcome))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is.
    Told,
    /// The folder does not say what it changes.
    ChangesNothing,
    /// What it changes belongs to parts that the scenario leaves out.
    LeftOut,
    /// The scenario says the same with and without it.
    AlreadyThere,
    /// The scenario cannot be run with it or without it.
    CannotRun,
}

/// The effect of a project, from the beginning of the run on: with it less without it, in the mean of the window's days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Effect))]
pub struct Effect {
    /// Crossings of people and vehicles together, a day.
    pub crossings_per_day: Change,
    /// Hours door to door that are saved a day by those who cross without it; none where others cross with it, because their times
    /// are then in the mean too.
    pub hours_saved_per_day: Change,
    /// People and vehicles apart, those of them that the scenario has.
    pub groups: Vec<GroupEffect>,
    /// Cargo over the border, t a day.
    pub cargo_t_per_day: Change,
    /// Seats of all carriers that leave, both ways together, a day.
    pub seats_per_day: Change,
    /// Stages and links whose capacity it changes.
    pub lanes: Vec<Lanes>,
    /// What it costs over the crossings a day that it brings; none where it has no cost or a gain is not sure.
    pub cost_per_daily_crossing: Option<Price>,
    /// What is lost when it slips; none for a project that is open, stopped, or of which nobody says how far it may slip.
    pub slip: Option<Loss>,
    /// Stages and links whose queue grows until the window ends without it.
    pub growing_without: Vec<String>,
    /// The same with it.
    pub growing_with: Vec<String>,
}

/// A number with and without a project.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Change))]
pub struct Change {
    /// Mean without it; none where it has none or a queue grows.
    pub without: Option<f64>,
    /// Mean with it.
    pub with: Option<f64>,
    /// Mean of the paired differences, with less without; none unless every replication has both.
    pub difference: Option<f64>,
    /// Half-width of its Student interval.
    pub half_width: Option<f64>,
}

/// Who crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Who))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Classes that ride with services.
    People,
    /// Classes that do not, and are not carriers either.
    Vehicles,
}

/// What a project changes for people or for vehicles.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::GroupEffect))]
pub struct GroupEffect {
    /// Who.
    pub group: Group,
    /// Crossings a day.
    pub crossings_per_day: Change,
    /// Mean time door to door, hours.
    pub door_to_door_h: Change,
    /// Its ninth tenth, hours.
    pub p90_h: Change,
}

/// A price with the ends that the interval of the effect gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Price))]
pub struct Price {
    /// At the mean effect.
    pub amount: f64,
    /// At the largest effect of the interval.
    pub low: f64,
    /// At the smallest.
    pub high: f64,
    /// Code of ISO 4217.
    pub currency: String,
}

/// The project that brings the most crossings a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::BestProject))]
pub struct BestProject {
    /// Its name.
    pub name: String,
    /// Projects that may bring as many: the intervals do not tell them apart.
    pub not_told_apart: Vec<String>,
}

/// Places of numbers among the answers of a side.
const CROSSINGS: usize = 0;
const CARGO: usize = 1;
const SEATS: usize = 2;
/// Crossings, mean and ninth tenth of each group.
const GROUPS: [(Group, usize); 2] = [(Group::People, 3), (Group::Vehicles, 6)];

/// Runs a scenario with each project and without it. `opened` has one entry for each project of the corridor, of the same scenario;
/// `timeline` is that scenario with its window.
///
/// Errors: [`StudyError`]; a project with which a queue outgrows the kernel is told without an effect.
pub fn effects(
    corridor: &Corridor,
    timeline: &Timeline,
    opened: &[Opened],
    options: &EffectOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Effects, StudyError> {
    let EffectOptions { seed, replications, threads, draws } = *options;
    if replications < 2 {
        return Err(StudyError::Options("a difference has an interval only with at least two replications".into()));
    }
    let trials = Trials::new(seed, threads, progress, cancel)?;
    let in_window = |of: &Timeline| {
        let mut of = of.clone();
        (of.scenario.from, of.scenario.to) = (timeline.scenario.from, timeline.scenario.to);
        of
    };
    // The scenario itself is what most projects are compared with; it is run once.
    let mut distinct: Vec<Timeline> = Vec::new();
    let mut place = |of: &Timeline| {
        let of = in_window(of);
        distinct.iter().position(|known| *known == of).unwrap_or_else(|| {
            distinct.push(of);
            distinct.len() - 1
        })
    };
    let pairs: Vec<Option<[usize; 2]>> = opened
        .iter()
        .map(|opened| match opened {
            Opened::Pair { without, with } => Some([place(without), place(with)]),
            _ => None,
        })
        .collect();
    trials.plan(replications * distinct.len() as u32);
    let sides: Vec<Result<Side, StudyError>> =
        distinct.iter().map(|timeline| Side::run(&trials, timeline, replications)).collect();
    if let Some(Err(error)) = sides.iter().find(|side| matches!(side, Err(error) if !is_of_one(error))) {
        return Err(error.clone());
    }

    let told = |(project, (opened, pair)): (&Project, (&Opened, &Option<[usize; 2]>))| {
        let (outcome, reason) = outcome(opened);
        let told = |outcome, reason, effect| ProjectEffect { name: project.name.clone(), outcome, reason, effect };
        let Some([without, with]) = pair.map(|pair| pair.map(|side| sides[side].as_ref())) else {
            return told(outcome, reason, None);
        };
        match (without, with) {
            (Ok(without), Ok(with)) => {
                let openings = Openings::draw(project, seed, draws);
                let effect = Effect::of(project, without, with, openings.as_ref(), seed);
                // What an open project wrote down may differ from the scenario on other days only.
                if project.status == ProjectStatus::Open && without.answers.values == with.answers.values {
                    return told(Outcome::AlreadyThere, reason, None);
                }
                told(outcome, reason, Some(effect))
            }
            (Err(error), _) | (_, Err(error)) => told(Outcome::CannotRun, error.to_string(), None),
        }
    };
    let projects = corridor.projects().iter().zip(opened.iter().zip(&pairs)).map(told).collect();
    let gains = pairs.iter().map(|pair| {
        let [without, with] = (*pair)?.map(|side| sides[side].as_ref().ok());
        gains(without?, with?)
    });
    let gains: Vec<Option<Vec<f64>>> = gains.collect();
    let simultaneous_level = level_of_each(LEVEL, gains.iter().flatten().count());
    Ok(Effects {
        rests_on: RestsOn::new(corridor, &timeline.scenario, seed, replications),
        projects,
        best: best(corridor.projects(), &gains, simultaneous_level),
        simultaneous_level,
    })
}

/// Whether an error is about one timeline alone.
fn is_of_one(error: &StudyError) -> bool {
    matches!(error, StudyError::Overflow { .. } | StudyError::Model(_))
}

fn outcome(opened: &Opened) -> (Outcome, String) {
    let outcome = match opened {
        Opened::Silent => Outcome::ChangesNothing,
        Opened::LeftOut => Outcome::LeftOut,
        Opened::AlreadyThere => Outcome::AlreadyThere,
        Opened::Pair { .. } => Outcome::Told,
        Opened::Refused(refused) => {
            let first = refused.diagnostics.first();
            return (Outcome::CannotRun, first.map(|problem| problem.message.clone()).unwrap_or_default());
        }
    };
    (outcome, String::new())
}

/// The scenario in one of its two states.
struct Side {
    answers: Answers,
    /// People and vehicles, where the model has them.
    has: [bool; 2],
    lanes: Vec<lanes::Station>,
}

impl Side {
    fn run(trials: &Trials<'_>, timeline: &Timeline, replications: u32) -> Result<Self, StudyError> {
        let model = timeline.first();
        let of_groups = groups(model);
        let both: Vec<&str> = of_groups.iter().flatten().copied().collect();
        let asked =
            |measure: &str, classes: &[&str]| Question { class: classes.join("+"), ..Question::corridor(measure) };
        // Of classes that the model does not have nothing can be asked.
        let mut questions = vec![Question::corridor("cargo_t")];
        questions.extend(
            model.services.iter().map(|service| Question::station("service_departures_per_day", &service.name)),
        );
        let from_services = questions.len();
        if !both.is_empty() {
            questions.push(asked("crossings_per_day", &both));
        }
        for classes in of_groups.iter().filter(|classes| !classes.is_empty()) {
            let time = asked("door_to_door_h", classes);
            questions.extend([asked("crossings_per_day", classes), time.clone(), time.statistic("p90")]);
        }
        let prepared = Prepared::new(timeline)?;
        let lanes = lanes::of(&prepared.program, model);
        let days = f64::from((timeline.scenario.to - timeline.scenario.from).get_days()) + 1.0;
        drop(prepared);
        let mut told = trials.run(std::slice::from_ref(timeline), &questions, 0..replications)?.remove(0)?;

        let seats: Vec<f64> =
            model.services.iter().map(|service| f64::from(model.classes[service.class].seats)).collect();
        let mut rest = told.values.split_off(from_services).into_iter();
        let departures = told.values.split_off(1);
        let cargo = told.values.remove(0).into_iter().map(|t| t.map(|t| t / days)).collect();
        let offered = |replication: usize| {
            let of = departures.iter().zip(&seats);
            Some(of.map(|(departures, seats)| departures[replication].unwrap_or(0.0) * seats).sum())
        };
        let nobody = || vec![Some(0.0); replications as usize];
        let never = || vec![None; replications as usize];
        let crossings = if both.is_empty() { nobody() } else { rest.next().unwrap_or_else(nobody) };
        let mut values = vec![crossings, cargo, (0..replications as usize).map(offered).collect()];
        for classes in &of_groups {
            let mut next = |missing: Vec<Option<f64>>| match classes.is_empty() {
                true => missing,
                false => rest.next().unwrap_or(missing),
            };
            values.extend([next(nobody()), next(never()), next(never())]);
        }
        let has = of_groups.map(|classes| !classes.is_empty());
        Ok(Self { answers: Answers { values, ..told }, has, lanes })
    }

    fn growing(&self) -> Vec<String> {
        self.answers.growing.iter().map(|note| note.scope.clone()).collect()
    }
}

/// The classes of people and those of vehicles.
fn groups(model: &Model) -> [Vec<&str>; 2] {
    let Travellers { people, vehicles, .. } = Travellers::of(model);
    [people, vehicles].map(|classes| classes.into_iter().map(|class| model.classes[class].name.as_str()).collect())
}

impl Effect {
    /// Whether no replication differed in anything.
    pub fn is_nothing(&self) -> bool {
        let own = [self.crossings_per_day, self.cargo_t_per_day, self.seats_per_day];
        let of_groups = self.groups.iter().flat_map(|of| [of.crossings_per_day, of.door_to_door_h, of.p90_h]);
        own.into_iter().chain(of_groups).all(Change::is_nothing)
    }

    fn of(project: &Project, without: &Side, with: &Side, openings: Option<&Openings>, seed: u64) -> Self {
        let change = |question: usize| Change::of(without, with, question);
        let crossings = difference(Some(&without.answers), Some(&with.answers), CROSSINGS, LEVEL);
        let hours = hours_saved(without, with);
        let has = |place: usize| without.has[place] || with.has[place];
        let groups = GROUPS.iter().enumerate().filter(|(place, _)| has(*place));
        let groups = groups.map(|(_, (group, first))| GroupEffect {
            group: *group,
            crossings_per_day: change(*first),
            door_to_door_h: change(first + 1),
            p90_h: change(first + 2),
        });
        let loss = openings.zip(crossings).map(|(openings, gain)| loss(openings, &project.name, seed, gain, hours));
        Self {
            crossings_per_day: change(CROSSINGS),
            hours_saved_per_day: Change {
                without: None,
                with: None,
                difference: hours.map(|hours| hours.mean),
                half_width: hours.and_then(|hours| hours.half_width),
            },
            groups: groups.collect(),
            cargo_t_per_day: change(CARGO),
            seats_per_day: change(SEATS),
            lanes: lanes::changed(&without.lanes, &with.lanes, project),
            cost_per_daily_crossing: crossings.and_then(|gain| Price::of(project, gain)),
            slip: loss,
            growing_without: without.growing(),
            growing_with: with.growing(),
        }
    }
}

impl Change {
    /// Whether no replication differed. A number that neither side has does not differ either.
    pub fn is_nothing(self) -> bool {
        match self.difference {
            Some(difference) => difference == 0.0 && self.half_width == Some(0.0),
            None => self.without == self.with,
        }
    }

    fn of(without: &Side, with: &Side, question: usize) -> Self {
        let of = |side: &Side| mean(&side.answers.known(question));
        let apart = difference(Some(&without.answers), Some(&with.answers), question, LEVEL);
        Self {
            without: of(without),
            with: of(with),
            difference: apart.map(|apart| apart.mean),
            half_width: apart.and_then(|apart| apart.half_width),
        }
    }
}

/// Hours that those who cross without the project save a day, replication by replication.
fn hours_saved(without: &Side, with: &Side) -> Option<Estimate> {
    let others_cross = |first: usize| {
        let gain = difference(Some(&without.answers), Some(&with.answers), first, LEVEL);
        gain.is_none_or(|gain| !gain.covers(0.0))
    };
    if GROUPS.iter().any(|(_, first)| others_cross(*first)) {
        return None;
    }
    let saved = |replication: usize| -> Option<f64> {
        let mut hours = 0.0;
        for (_, first) in GROUPS {
            let of = |side: &Side, question: usize| side.answers.values[question][replication];
            let crossed = of(without, first)?;
            if crossed > 0.0 {
                hours += crossed * (of(without, first + 1)? - of(with, first + 1)?);
            }
        }
        Some(hours)
    };
    let all: Option<Vec<f64>> = (0..without.answers.values[CROSSINGS].len()).map(saved).collect();
    Estimate::of(&all?, LEVEL)
}

impl Price {
    fn of(project: &Project, gain: Estimate) -> Option<Self> {
        let cost = project.cost?;
        let (low, high) = (gain.low()?, gain.high()?);
        let of = |gain: f64| cost.amount / gain;
        let currency = cost.currency.code().to_owned();
        (low > 0.0).then(|| Self { amount: of(gain.mean), low: of(high), high: of(low), currency })
    }
}

/// Crossings that a project brings a day, replication by replication.
fn gains(without: &Side, with: &Side) -> Option<Vec<f64>> {
    let pairs = without.answers.values[CROSSINGS].iter().zip(&with.answers.values[CROSSINGS]);
    pairs.map(|(without, with)| Some((*with)? - (*without)?)).collect()
}

/// The project with the largest gain, when that is sure among all of them, and those that may bring as much.
fn best(projects: &[Project], gains: &[Option<Vec<f64>>], level: f64) -> Option<BestProject> {
    let known = || projects.iter().zip(gains).filter_map(|(project, gains)| Some((project, gains.as_deref()?)));
    let of = |gains: &[f64]| mean(gains).unwrap_or(0.0);
    let is_sure = |values: &[f64]| {
        let estimate = Estimate::of(values, level);
        estimate.and_then(|estimate| estimate.low()).is_some_and(|low| low > 0.0)
    };
    // One with a larger mean that chance may have made is no best; it is named among those that may bring as many.
    let sure = known().filter(|(_, gains)| is_sure(gains));
    let (first, most) = sure.reduce(|best, next| if of(next.1) > of(best.1) { next } else { best })?;
    let apart =
        |others: &[f64]| is_sure(&most.iter().zip(others).map(|(most, other)| most - other).collect::<Vec<_>>());
    let others = known().filter(|(project, gains)| project.name != first.name && !apart(gains));
    Some(BestProject { name: first.name.clone(), not_told_apart: others.map(|(p, _)| p.name.clone()).collect() })
}
