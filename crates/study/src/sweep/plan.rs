//! What decides the answers of a sweep, as it is kept beside them.

use super::design::{Design, Points};
use super::{AskedMeasure, MOST_POINTS};
use crate::rests_on::RestsOn;
use portway_model::Corridor;
use portway_model::factor::Factor;
use portway_model::levels::{self, Levels};
use serde::{Deserialize, Serialize};

/// Two sweeps with equal plans have equal answers, to the byte. Serialises to `sweep.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweepPlan {
    /// Model, scenario, window, seed, replications, evidence.
    pub rests_on: RestsOn,
    /// Which combinations are run.
    pub design: Design,
    /// The inputs with their values.
    pub vary: Vec<Varied>,
    /// The measures.
    pub measures: Vec<Planned>,
    /// Smallest difference of the first measure that matters, in its unit; none for a share of the best value.
    pub indifference: Option<f64>,
    /// The part of the points that this is about; none for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<Shard>,
}

/// One measure of a sweep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// As it was asked.
    pub measure: String,
    /// Unit of its values, with the currency of the model where they are money.
    pub unit: String,
    /// Titles of its stage or link and of its direction, for people; none for the whole corridor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
}

/// One input of a sweep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Varied {
    /// Dotted path, as `evidence.csv` writes it.
    pub path: String,
    /// The values, as they were written.
    pub values: String,
    /// The value that the scenario gives it.
    pub now: String,
    /// What it belongs to, for people; empty for a path that says it itself.
    pub of: String,
}

/// Every `of`-th point, beginning with number `number − 1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// From 1.
    pub number: u32,
    /// Into how many shards the sweep is split.
    pub of: u32,
}

impl From<&AskedMeasure> for Planned {
    fn from(asked: &AskedMeasure) -> Self {
        Self { measure: asked.word.clone(), unit: asked.unit.clone(), of: asked.of.clone() }
    }
}

/// Most shards of one sweep: one for each point is as far as it can be split.
pub const MOST_SHARDS: u32 = MOST_POINTS;

impl Shard {
    /// Reads `3/16`.
    ///
    /// Errors: how to write it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let read = || {
            let (number, of) = text.split_once('/')?;
            let (number, of): (u32, u32) = (number.trim().parse().ok()?, of.trim().parse().ok()?);
            ((1..=MOST_SHARDS).contains(&of) && (1..=of).contains(&number)).then_some(Self { number, of })
        };
        read().ok_or_else(|| "write a number and how many there are, from 1/N to N/N, e.g. 3/16".to_owned())
    }

    fn holds(self, point: u32) -> bool {
        point % self.of == self.number - 1
    }
}

impl Varied {
    pub(super) fn new(factor: &Factor, word: &str, corridor: &Corridor) -> Self {
        let values = word.split_once('=').map_or("", |(_, values)| values.trim());
        let (path, now) = (factor.path.clone(), factor.now.clone());
        let of = owner_title(&path, corridor);
        Self { path, values: values.to_owned(), now, of }
    }

    /// The values.
    ///
    /// Errors: what is wrong with them, in a plan that somebody edited.
    pub fn levels(&self) -> Result<Levels, String> {
        levels::parse(&self.values).map_err(|mistake| format!("`{}`: {}", self.path, mistake.message))
    }
}

impl SweepPlan {
    /// The points of the whole design.
    ///
    /// Errors: as [`Points::new`].
    pub fn points(&self) -> Result<Points, String> {
        let inputs = self.vary.iter().map(|varied| Ok((varied.path.clone(), varied.levels()?)));
        let inputs = inputs.collect::<Result<Vec<_>, String>>()?;
        if inputs.is_empty() {
            return Err("no input is varied".into());
        }
        Points::new(self.design, &inputs, self.rests_on.seed, MOST_POINTS)
    }

    /// The measures.
    ///
    /// Errors: as [`AskedMeasure::parse`].
    pub fn asked(&self) -> Result<Vec<AskedMeasure>, String> {
        let asked = |planned: &Planned| {
            Ok(AskedMeasure {
                unit: planned.unit.clone(),
                of: planned.of.clone(),
                ..AskedMeasure::parse(&planned.measure)?
            })
        };
        self.measures.iter().map(asked).collect()
    }

    /// Whether this plan runs a point.
    pub fn is_mine(&self, point: u32) -> bool {
        self.shard.is_none_or(|shard| shard.holds(point))
    }

    /// The same with the titles of another reading of its folder, for a report in another language. A plan that is kept has those
    /// of English, so that the language of a report decides nothing.
    #[must_use]
    pub fn titled(&self, corridor: &Corridor) -> Self {
        let mut plan = self.clone();
        plan.rests_on.title = corridor.title().to_owned();
        let scenario = corridor.scenarios().find(|scenario| scenario.name == plan.rests_on.scenario);
        if let Some(scenario) = scenario {
            plan.rests_on.scenario_title.clone_from(&scenario.title);
        }
        for varied in &mut plan.vary {
            varied.of = owner_title(&varied.path, corridor);
        }
        plan
    }

    /// The plan of the whole sweep that this is a shard of.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { shard: None, ..self.clone() }
    }

    /// How another plan differs, in one clause about the first thing that does: `its seed is 1, not 2`. None when it is the same.
    pub fn difference(&self, other: &Self) -> Option<String> {
        let (mine, its) = (&self.rests_on, &other.rests_on);
        let window = |rests: &RestsOn| format!("{} to {}", rests.from, rests.to);
        let design = |design: Design| match design {
            Design::Full => "full".to_owned(),
            Design::Lhs { points } => format!("a Latin hypercube of {points} points"),
        };
        let inputs = |plan: &Self| {
            let words: Vec<String> =
                plan.vary.iter().map(|varied| format!("{}={}", varied.path, varied.values)).collect();
            words.join(" ")
        };
        let measures = |plan: &Self| {
            let words: Vec<&str> = plan.measures.iter().map(|planned| planned.measure.as_str()).collect();
            words.join(" ")
        };
        let shard = |plan: &Self| plan.shard.map_or("all".to_owned(), |shard| format!("{}/{}", shard.number, shard.of));
        let indifference =
            |plan: &Self| plan.indifference.map_or("the usual one".to_owned(), |value| value.to_string());
        let told = [
            ("Portway", its.portway.clone(), mine.portway.clone()),
            ("model", its.model.name.clone(), mine.model.name.clone()),
            ("model hash", shown(&its.model.hash), shown(&mine.model.hash)),
            ("scenario", its.scenario.clone(), mine.scenario.clone()),
            ("window", window(its), window(mine)),
            ("seed", its.seed.to_string(), mine.seed.to_string()),
            ("number of replications", its.replications.to_string(), mine.replications.to_string()),
            ("design", design(other.design), design(self.design)),
            ("set of varied inputs", inputs(other), inputs(self)),
            ("set of measures", measures(other), measures(self)),
            ("indifference", indifference(other), indifference(self)),
            ("shard", shard(other), shard(self)),
        ];
        let first = told.into_iter().find(|(_, its, mine)| its != mine);
        match first {
            Some((what, its, mine)) => Some(format!("its {what} is {its}, not {mine}")),
            None => (self != other).then(|| "it was edited".to_owned()),
        }
    }
}

/// The title of the stage, link, flow or class that an input belongs to; empty when it is something else.
fn owner_title(path: &str, corridor: &Corridor) -> String {
    let model = corridor.model();
    let parts: Vec<&str> = path.split('.').collect();
    let of = match parts[..] {
        ["facility", facility, "stage", stage, ..] => {
            let found = model.stages.find(&format!("{facility}.{stage}")).map(|id| &model.stages[id]);
            found.map(|stage| format!("{}, {}", model.facilities[stage.facility].title, stage.title))
        }
        ["link", link, ..] => model.links.find(link).map(|id| model.links[id].title.clone()),
        ["flow", flow, ..] => model.flows.find(flow).map(|id| model.flows[id].title.clone()),
        ["class", class, ..] => model.classes.find(class).map(|id| model.classes[id].title.clone()),
        _ => None,
    };
    of.unwrap_or_default()
}

/// As much of a hash as tells two apart.
fn shown(hash: &str) -> String {
    hash.chars().take(12).collect()
}
