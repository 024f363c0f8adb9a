//! Where a number comes from: the places or the traffic that make it up, their shares, and the inputs behind each.
//!
//! A time is taken apart by place ([`journey`](crate::journey)), a count of traffic by direction and class, a number of one stage
//! by the traffic that uses it. What cannot be taken apart, such as the longest queue, has its inputs only.

mod inputs;
mod parts;

use crate::growth;
use crate::journey::Figure;
use crate::measures::{self, MeasureDefinition, MeasureScope, way_scope};
use crate::options::{Progress, StudyError, StudyOptions};
use crate::query::{CORRIDOR, Query};
use crate::replicate::{self, Prepared};
use crate::rests_on::RestsOn;
use crate::results::Note;
use crate::summary;
use crate::trials::Question;
use portway_model::Corridor;
use portway_model::element::{Flow, Model, Timeline};
use serde::{Deserialize, Serialize};
use std::sync::atomic::AtomicBool;

/// A number and what it is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// What it rests on.
    pub rests_on: RestsOn,
    /// Measure name.
    pub measure: String,
    /// Unit of the value.
    pub unit: String,
    /// What the measure means.
    pub definition: String,
    /// `corridor`, or the name of a stage, link or facility.
    pub scope: String,
    /// Direction name; empty for all.
    pub direction: String,
    /// Class name, or names joined by `+`; empty for all.
    pub class: String,
    /// Owner of the traffic; empty for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The number; none when it never occurred, or grows for as long as the run lasts.
    pub value: Option<Figure>,
    /// How it is taken apart.
    pub by: TakenApart,
    /// Unit of the parts, which is another one where the value is a ratio of what is taken apart.
    pub parts_unit: String,
    /// The parts, in the order of travel or of the folder; those that are nothing are left out.
    pub parts: Vec<Part>,
    /// What the parts do not account for, where they are counted by themselves; may be negative.
    pub rest: Option<Figure>,
    /// Numbers that belong beside it: what came and did not get through, what a visit takes.
    pub beside: Vec<Beside>,
    /// Inputs that have a say, in the order of the folder; parts refer to them by index.
    pub inputs: Vec<InputRow>,
    /// Inputs of the demand that all parts share, by index.
    pub demand: Vec<usize>,
    /// Findings, such as a queue that grows.
    pub diagnostics: Vec<Note>,
}

/// How a number is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakenApart {
    /// By stage and link.
    Places,
    /// By direction and class.
    Traffic,
    /// Not at all.
    Whole,
}

/// One part of a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Stage or link; empty for traffic.
    pub scope: String,
    /// Title of the stage or link; empty for traffic.
    pub title: String,
    /// Facility of a stage; empty otherwise.
    pub facility: String,
    /// Direction.
    pub direction: String,
    /// Class; empty for a place.
    pub class: String,
    /// The part, in [`Explanation::parts_unit`].
    pub value: Figure,
    /// The part over all parts.
    pub share: f64,
    /// Visits behind it: of a place per vehicle that left, of traffic at a stage per day.
    pub visits: Option<Figure>,
    /// Minutes that each visit adds.
    pub minutes_per_visit: Option<Figure>,
    /// Indices of the inputs that enter here.
    pub inputs: Vec<usize>,
}

/// A number beside another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Beside {
    /// Measure name.
    pub measure: String,
    /// What it is measured for.
    pub scope: String,
    /// Unit.
    pub unit: String,
    /// The number.
    pub value: Figure,
}

/// An input of the corridor as a scenario has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InputRow {
    /// Path where it is written; in a scenario it begins with `scenario.`.
    pub path: String,
    /// The value as written.
    pub value: String,
    /// `observed`, `design`, `derived` or `assumption`; empty without evidence.
    pub status: String,
    /// Publication, site or reasoning.
    pub source: String,
    /// Lowest plausible value, as written.
    pub low: String,
    /// Highest plausible value, as written.
    pub high: String,
}

/// Runs a scenario and takes one of its numbers apart. The question must ask for a mean.
///
/// Errors: [`StudyError`]; for a question that the scenario cannot answer [`StudyError::Options`].
pub fn explain(
    corridor: &Corridor,
    timeline: &Timeline,
    question: &Question,
    options: &StudyOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Explanation, StudyError> {
    options.check()?;
    let pool = replicate::pool(options.threads)?;
    let mut prepared = Prepared::new(timeline)?;
    let asked = question.query(&prepared.layout).map_err(StudyError::Options)?;
    let by = taken_apart(&asked);
    // What a precision looks at is asked first, as in every study.
    prepared.queries.retain(Query::is_of_corridor);
    let at = prepared.queries.len();
    prepared.queries.push(asked.clone());
    let beside = parts::beside(&prepared.layout, &asked);
    let beside_at = prepared.queries.len();
    prepared.queries.extend(beside.clone());
    let streams = parts::by_class(&prepared.layout, &asked);
    let streams_at = prepared.queries.len();
    prepared.queries.extend(streams);
    progress.scenario(&timeline.scenario.name);
    let all = replicate::replicate(&prepared, options, &pool, progress, cancel)?;
    let growing = growth::find(&prepared, &all);

    let grows = growing.affects(&asked);
    let figure = |index: usize| {
        let measure = summary::measure(&prepared.layout, &prepared.queries[index], all.of(index));
        Some(Figure { mean: measure.mean?, half_width: measure.half_width })
    };
    let mut inputs = inputs::of(corridor, &timeline.scenario.name, &asked);
    let value = figure(at).filter(|_| !grows);
    let found = match value {
        Some(_) => parts::take_apart(&prepared, &all, &asked, at, streams_at),
        None => parts::Parts::default(),
    };
    let mut parts = found.parts;
    for part in &mut parts {
        part.inputs = inputs::behind(&inputs, timeline.first(), &asked, part);
    }
    // Traffic that never uses a stage has no say in a number of it.
    let mut using = asked.clone();
    if asked.station.is_some() && !parts.is_empty() {
        using.streams.retain(|&stream| {
            let of = prepared.layout.streams[stream];
            let (direction, class) = (&prepared.layout.directions[of.direction], &prepared.layout.classes[of.class]);
            parts.iter().any(|part| part.direction == *direction && part.class == *class)
        });
    }
    let demand = inputs::demand(&inputs, timeline.first(), &prepared.layout, &using);
    let mut explanation = Explanation {
        rests_on: RestsOn::new(corridor, &timeline.scenario, options.seed, all.count()),
        measure: asked.measure.name.to_owned(),
        unit: asked.unit(&prepared.layout),
        definition: asked.measure.definition.to_owned(),
        scope: asked.scope(&prepared.layout).to_owned(),
        direction: asked.direction.clone(),
        class: asked.class.clone(),
        owner: asked.owner.clone().unwrap_or_default(),
        value,
        by,
        parts_unit: prepared.layout.prices.unit(found.unit),
        parts,
        rest: found.rest,
        beside: beside
            .iter()
            .enumerate()
            .filter(|(_, query)| !growing.affects(query))
            .filter_map(|(index, query)| {
                let (measure, unit) = (query.measure.name.to_owned(), query.unit(&prepared.layout));
                let scope = query.scope(&prepared.layout).to_owned();
                Some(Beside { measure, scope, unit, value: figure(beside_at + index)? })
            })
            .collect(),
        inputs: Vec::new(),
        demand,
        diagnostics: growing.notes(),
    };
    keep_busiest(&mut explanation.beside);
    if explanation.by == TakenApart::Whole {
        explanation.demand.extend(inputs::of_scope(&inputs, timeline.first(), &explanation.scope));
        explanation.demand.sort_unstable();
        explanation.demand.dedup();
    }
    inputs::keep_used(&mut inputs, &mut explanation);
    Ok(explanation)
}

/// Why a question cannot be asked, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// What is wrong.
    pub message: String,
    /// The name that was probably meant, or the known ones.
    pub help: String,
}

/// Looks at the names in a question before anything is run, so that a slip costs no time.
///
/// # Errors
/// [`Refused`] for each measure, scope, direction or class that is not there.
pub fn check(timeline: &Timeline, question: &Question) -> Result<(), Vec<Refused>> {
    let model = timeline.first();
    let known = measures::catalogue().iter().map(|measure| measure.name).collect::<Vec<_>>();
    let Some(measure) = measures::find(&question.measure) else {
        let refused = refuse(&format!("there is no measure `{}`", question.measure), &question.measure, &known);
        let all = "`portway measures` lists all of them";
        let unlike = refused.help.starts_with("known");
        return Err(vec![if unlike { Refused { help: all.into(), ..refused } } else { refused }]);
    };
    let directions: Vec<&str> = model.directions.iter().map(|direction| direction.name.as_str()).collect();
    let classes: Vec<&str> = model.classes.iter().map(|class| class.name.as_str()).collect();
    let mut refused = Vec::new();
    if !question.direction.is_empty() && !directions.contains(&question.direction.as_str()) {
        let message = format!("there is no direction `{}`", question.direction);
        refused.push(refuse(&message, &question.direction, &directions));
    }
    for class in question.class.split('+').map(str::trim).filter(|_| !question.class.is_empty()) {
        if !classes.contains(&class) {
            refused.push(refuse(&format!("there is no class `{class}`"), class, &classes));
        }
    }
    refused.extend(scope_mistake(model, measure, &question.scope));
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}

/// What is wrong with the scope of a measure.
fn scope_mistake(model: &Model, measure: &MeasureDefinition, scope: &str) -> Option<Refused> {
    let of_ways = |flow: &Flow| -> Vec<String> {
        let routes = flow.routes.iter().filter(|_| flow.choice.is_some());
        routes.map(|route| way_scope(&flow.name, &model.routes[*route].name)).collect()
    };
    let ways: Vec<String> = model.flows.iter().flat_map(of_ways).collect();
    let (what, scopes): (&str, Vec<&str>) = match measure.scope {
        MeasureScope::Corridor => return None,
        MeasureScope::Station => {
            let stages = model.stages.iter().map(|stage| stage.name.as_str());
            ("stage or link", stages.chain(model.links.iter().map(|link| link.name.as_str())).collect())
        }
        MeasureScope::Service => ("service", model.services.iter().map(|service| service.name.as_str()).collect()),
        MeasureScope::Yearly => ("yearly day", model.yearlies.iter().map(|day| day.name.as_str()).collect()),
        MeasureScope::Commodity => ("commodity", model.commodities.iter().map(|of| of.name.as_str()).collect()),
        MeasureScope::Limit => ("limit", model.limits.iter().map(|limit| limit.name.as_str()).collect()),
        MeasureScope::Facility | MeasureScope::BorderCrossingPoint => {
            ("facility", model.facilities.iter().map(|facility| facility.name.as_str()).collect())
        }
        MeasureScope::Way if ways.is_empty() => {
            let message = format!("`{}` is measured for ways that a flow chooses", measure.name);
            return Some(Refused { message, help: "no flow here has several `routes`".into() });
        }
        MeasureScope::Way => ("way", ways.iter().map(String::as_str).collect()),
    };
    if scopes.contains(&scope) || scope.ends_with(".reversed") {
        return None;
    }
    if scope.is_empty() {
        let example = scopes.first().copied().unwrap_or_default();
        let message = format!("`{}` is measured for a {what}", measure.name);
        return Some(Refused { message, help: format!("name one with --scope, e.g. {example}") });
    }
    Some(refuse(&format!("there is no {what} `{scope}`"), scope, &scopes))
}

fn refuse(message: &str, word: &str, known: &[&str]) -> Refused {
    let near = portway_model::vary::nearest_name(word, known.iter().copied());
    let help = near.map_or_else(|| format!("known: {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
    Refused { message: message.to_owned(), help }
}

/// Measures of a whole that has no parts: extremes, quantities at one instant, shares of visits, prices that are inputs.
const WHOLE: [&str; 5] = [
    "busiest_day_crossings",
    "queue_max_vehicles",
    "queue_at_end_vehicles",
    "stage_waited_share",
    "cpmm_tfi2_per_vehicle",
];

fn taken_apart(query: &Query) -> TakenApart {
    match query.measure.scope {
        _ if WHOLE.contains(&query.measure.name) => TakenApart::Whole,
        MeasureScope::Facility | MeasureScope::BorderCrossingPoint => TakenApart::Places,
        MeasureScope::Corridor if parts::is_by_place(query.measure.name) => TakenApart::Places,
        MeasureScope::Corridor if parts::is_a_count(query.measure.name) => TakenApart::Traffic,
        MeasureScope::Station if parts::is_of_a_stage(query.measure.name) => TakenApart::Traffic,
        _ => TakenApart::Whole,
    }
}

/// Beside traffic, of all lanes only the busiest: they are the next limit.
fn keep_busiest(beside: &mut Vec<Beside>) {
    let is_use = |row: &&Beside| row.measure == "lane_use_share";
    let most = beside.iter().filter(is_use).map(|row| row.value.mean).fold(0.0, f64::max);
    let busiest = beside.iter().position(|row| is_use(&row) && row.value.mean >= most);
    let mut index = 0;
    beside.retain(|row| {
        index += 1;
        row.measure != "lane_use_share" || Some(index - 1) == busiest
    });
}

impl Explanation {
    /// Whether the number is that of the whole corridor.
    pub fn is_of_corridor(&self) -> bool {
        self.scope == CORRIDOR
    }

    /// The parts from the largest on that together make up a share of all parts, by index.
    pub fn largest_parts(&self, share: f64) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.parts.len()).collect();
        order.sort_by(|a, b| self.parts[*b].share.total_cmp(&self.parts[*a].share));
        let mut sum = 0.0;
        order.retain(|part| {
            let wanted = sum < share;
            sum += self.parts[*part].share;
            wanted
        });
        order
    }
}
