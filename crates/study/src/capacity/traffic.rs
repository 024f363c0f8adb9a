//! The traffic of a search: which flows grow, in which proportion, and what stays.

use super::standard::Standard;
use crate::layout::Layout;
use crate::options::StudyError;
use crate::trials::Question;
use portway_model::Demand;
use portway_model::element::{Timeline, WhenFull};

/// The flows of a timeline, as far as a search for capacity knows them.
#[derive(Debug)]
pub(crate) struct Traffic {
    pub(crate) timeline: Timeline,
    pub(crate) flows: Vec<FlowFacts>,
    pub(crate) parts: Vec<Part>,
    /// Whether vehicles may be turned away or give up.
    pub(crate) loses: bool,
    /// Scope and title of every station.
    stations: Vec<(String, String)>,
}

/// One flow over the window.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FlowFacts {
    /// Direction, as an index in the model.
    pub(crate) direction: usize,
    /// Class, as an index in the model.
    pub(crate) class: usize,
    /// Whether its vehicles carry passengers.
    pub(crate) passengers: bool,
    /// Vehicles per day of the window as written.
    pub(crate) today: f64,
    /// Vehicles per day of the window for one vehicle a day before the profile.
    per_unit: f64,
    /// Vehicles of each day over those of the mean day.
    by_day: Vec<f64>,
}

/// Traffic that must keep the standard by itself: a direction and one of the groups of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) direction: usize,
    pub(crate) passengers: bool,
}

/// A direction in the space of flows: vehicles per day of every flow are `fixed + x · share`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ray {
    /// What stays as it is, vehicles per day.
    pub(crate) fixed: Vec<f64>,
    /// How one vehicle more is shared among the flows; sums to 1.
    pub(crate) share: Vec<f64>,
}

impl Ray {
    /// The flows when `x` vehicles a day grow along this ray.
    pub(crate) fn at(&self, x: f64) -> Vec<f64> {
        self.fixed.iter().zip(&self.share).map(|(fixed, share)| fixed + x * share).collect()
    }
}

impl Traffic {
    /// Reads the flows of a timeline off its compiled form. A given state has no place in a sustained flow and is left out.
    pub(crate) fn new(timeline: &Timeline) -> Result<Self, StudyError> {
        let timeline = Timeline { state: Vec::new(), ..timeline.clone() };
        let model = timeline.first();
        let count = model.flows.len();
        // Twice the demand and half of the answer: a timetable is then counted as the stream that it becomes.
        let doubled = by_day(&timeline.with_demand(&vec![Demand::Times(2.0); count]))?;
        let units = by_day(&timeline.with_demand(&vec![Demand::PerDay(1.0); count]))?;
        let mean = |days: &[f64]| days.iter().sum::<f64>() / days.len().max(1) as f64;
        let flows = model.flows.iter().zip(doubled.iter().zip(&units)).map(|(flow, (doubled, unit))| {
            let today = mean(doubled) / 2.0;
            let shape = if today > 0.0 { doubled } else { unit };
            let over = mean(shape);
            FlowFacts {
                direction: model.direction_of(flow).index(),
                class: flow.class.index(),
                passengers: model.classes[flow.class].passengers > 0.0,
                today,
                per_unit: mean(unit),
                by_day: shape.iter().map(|day| if over > 0.0 { day / over } else { 0.0 }).collect(),
            }
        });
        let flows: Vec<FlowFacts> = flows.collect();
        let mut parts = Vec::new();
        for direction in 0..model.directions.len() {
            for passengers in [false, true] {
                let part = Part { direction, passengers };
                if flows.iter().any(|flow| part.has(flow)) {
                    parts.push(part);
                }
            }
        }
        let program = portway_sim::compile(&timeline).map_err(|e| StudyError::Model(e.to_string()))?;
        let layout = Layout::new(&timeline, &program);
        let stations = layout.stations.into_iter().map(|station| (station.scope.clone(), station.title())).collect();
        let mut stages = timeline.versions.iter().flat_map(|version| version.model.stages.iter());
        let loses = stages.any(|stage| {
            stage.when_full == WhenFull::TurnAway || stage.patience_ms.is_some() || stage.balk_at_vehicles.is_some()
        });
        Ok(Self { timeline, flows, parts, loses, stations })
    }

    /// Scope and title of a station of the program.
    pub(crate) fn station(&self, index: usize) -> (String, String) {
        self.stations.get(index).cloned().unwrap_or_default()
    }

    /// The title of a stage or link.
    pub(crate) fn title_of(&self, scope: &str) -> String {
        self.stations.iter().find(|(known, _)| known == scope).map_or_else(String::new, |(_, title)| title.clone())
    }

    /// The timeline with so many vehicles per day of each flow.
    pub(crate) fn timeline_at(&self, per_day: &[f64]) -> Timeline {
        let demand = |(flow, wanted): (&FlowFacts, &f64)| match flow {
            _ if *wanted == flow.today => Demand::AsWritten,
            FlowFacts { today, .. } if *today > 0.0 => Demand::Times(wanted / today),
            FlowFacts { per_unit, .. } if *per_unit > 0.0 => Demand::PerDay(wanted / per_unit),
            _ => Demand::AsWritten,
        };
        let demands: Vec<Demand> = self.flows.iter().zip(per_day).map(demand).collect();
        self.timeline.with_demand(&demands)
    }

    /// The questions of a standard, those of each part one after the other.
    pub(crate) fn questions(&self, standard: &Standard) -> Vec<Question> {
        let model = self.timeline.first();
        let of = |part: &Part| {
            let direction = model.directions.iter().nth(part.direction).map_or("", |d| d.name.as_str());
            let classes: Vec<&str> = (model.classes.iter())
                .filter(|class| (class.passengers > 0.0) == part.passengers)
                .map(|class| class.name.as_str())
                .collect();
            let class = classes.join("+");
            let ask = |measure: &str| Question {
                class: class.clone(),
                ..Question::corridor(measure).direction(direction).without_carriers()
            };
            let statistic = if standard.statistic == "mean" { "" } else { &standard.statistic };
            [ask(&standard.measure).statistic(statistic), ask("arrivals_per_day"), ask("departures_per_day")]
        };
        self.parts.iter().flat_map(of).collect()
    }

    /// Which parts have traffic.
    pub(crate) fn active(&self, per_day: &[f64]) -> Vec<bool> {
        let has = |part: &Part| self.flows.iter().zip(per_day).any(|(flow, n)| part.has(flow) && *n > 0.0);
        self.parts.iter().map(has).collect()
    }

    /// Vehicles per day of the flows that a choice takes.
    pub(crate) fn sum(&self, per_day: &[f64], choice: impl Fn(&FlowFacts) -> bool) -> f64 {
        self.flows.iter().zip(per_day).filter(|(flow, _)| choice(flow)).map(|(_, n)| n).sum()
    }

    /// Vehicles expected on the busiest day of the window over those of its mean day.
    pub(crate) fn busiest_day(&self, per_day: &[f64]) -> f64 {
        let days = self.flows.first().map_or(0, |flow| flow.by_day.len());
        let on = |day: usize| self.flows.iter().zip(per_day).map(|(flow, n)| flow.by_day[day] * n).sum::<f64>();
        let mean = (0..days).map(on).sum::<f64>() / days.max(1) as f64;
        (0..days).map(on).fold(0.0, f64::max) / if mean > 0.0 { mean } else { 1.0 }
    }

    /// Today's flows.
    pub(crate) fn today(&self) -> Vec<f64> {
        self.flows.iter().map(|flow| flow.today).collect()
    }

    /// Shares of the flows that a choice takes, by today's volume or by a mix of classes; all zero when there is nothing.
    ///
    /// With a mix, each direction keeps its part of today's volume and divides it by the mix among the classes that
    /// have a flow there; flows of one class divide theirs as today, or evenly when they bring nobody today.
    pub(crate) fn shares(&self, mix: &[(usize, f64)], choice: impl Fn(&FlowFacts) -> bool) -> Vec<f64> {
        let today = self.today();
        let total = self.sum(&today, &choice);
        let directions = self.flows.iter().map(|flow| flow.direction).max().map_or(0, |most| most + 1);
        if mix.is_empty() {
            let share = |flow: &FlowFacts| if choice(flow) && total > 0.0 { flow.today / total } else { 0.0 };
            return self.flows.iter().map(share).collect();
        }
        let mut shares = vec![0.0; self.flows.len()];
        for direction in 0..directions {
            let here = |flow: &FlowFacts| choice(flow) && flow.direction == direction;
            let can =
                |class: usize| self.flows.iter().any(|flow| here(flow) && flow.class == class && flow.per_unit > 0.0);
            let whole: f64 = mix.iter().filter(|(class, _)| can(*class)).map(|(_, share)| share).sum();
            let part = if total > 0.0 { self.sum(&today, here) / total } else { 1.0 };
            for (class, share) in mix.iter().filter(|(class, share)| can(*class) && *share > 0.0) {
                let flows: Vec<usize> = (0..self.flows.len())
                    .filter(|f| {
                        here(&self.flows[*f]) && self.flows[*f].class == *class && self.flows[*f].per_unit > 0.0
                    })
                    .collect();
                let volume: f64 = flows.iter().map(|f| self.flows[*f].today).sum();
                for f in &flows {
                    let of_class = if volume > 0.0 { today[*f] / volume } else { 1.0 / flows.len() as f64 };
                    shares[*f] += part * share / whole * of_class;
                }
            }
        }
        normalised(shares)
    }
}

/// Shares that sum to 1, or zeros.
pub(crate) fn normalised(mut shares: Vec<f64>) -> Vec<f64> {
    let sum: f64 = shares.iter().sum();
    if sum > 0.0 {
        shares.iter_mut().for_each(|share| *share /= sum);
    }
    shares
}

impl Part {
    pub(crate) fn has(self, flow: &FlowFacts) -> bool {
        flow.direction == self.direction && flow.passengers == self.passengers
    }
}

fn by_day(timeline: &Timeline) -> Result<Vec<Vec<f64>>, StudyError> {
    let program = portway_sim::compile(timeline).map_err(|e| StudyError::Model(e.to_string()))?;
    Ok(program.expected_vehicles())
}
