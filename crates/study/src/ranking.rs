//! Which of several scenarios is the best, with a stated probability of choosing right.
//!
//! The selection itself is [`portway_stats::selection`]: scenarios meet the same luck replication by replication, and each is
//! replicated only for as long as it may still be the best.

mod select;

pub use select::rank;

use crate::cost;
use crate::measures;
use crate::rests_on::RestsOn;
use crate::results::Note;
use crate::trials::Question;
use portway_model::Corridor;
use portway_model::element::Money;
use serde::{Deserialize, Serialize};

/// Fewest scenarios that are ranked; two are compared row by row instead.
pub const FEWEST_RANKED: usize = 2;

/// Most scenarios of one ranking: the promise is shared by all of them, and each has its first stage.
pub const MOST_RANKED: usize = 200;

/// The indifference when none is given, as a share of what the first scenario shows in the first stage.
pub const INDIFFERENCE_SHARE: f64 = 0.02;

/// Replications after which a ranking gives up to tell the rest apart, unless more are asked for.
pub const MOST_REPLICATIONS_RANKED: u32 = 2_000;

/// The numbers that stand beside the one that decides: traffic and time, and what a crossing costs where the corridor knows.
pub fn beside(corridor: &Corridor, by: &Question) -> Vec<Question> {
    let mut wanted = vec![
        Question::corridor("crossings_per_day"),
        Question::corridor("door_to_door_h"),
        Question::corridor("door_to_door_h").statistic("p90"),
        Question::corridor("wait_h"),
    ];
    if corridor.model().money.is_some() {
        wanted.extend(["cost_per_crossing", "delay_cost_per_year"].map(Question::corridor));
    }
    wanted.into_iter().filter(|question| question != by).collect()
}

/// What a ranking is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub struct RankingOptions {
    /// The number that decides.
    pub by: Question,
    /// Whether more of it is better.
    pub largest: bool,
    /// Probability of choosing the best when it is better than every other by the indifference.
    pub confidence: f64,
    /// The smallest difference that matters, in the unit of the measure; none for [`INDIFFERENCE_SHARE`] of the first scenario.
    pub indifference: Option<f64>,
    /// Replications of the first stage.
    pub first_stage: u32,
    /// Replications of a scenario after which the ranking ends undecided.
    pub most: u32,
    /// Seed of every random number.
    pub seed: u64,
    /// Number of threads; 0 for as many as the machine has.
    pub threads: usize,
}

/// Scenarios in their order, the chosen one first. Serialises to the object that `portway compare --json` prints for three and more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranking {
    /// What it rests on; scenario and window are those of the first named one.
    pub rests_on: RestsOn,
    /// The number that decided.
    pub by: Asked,
    /// Whether more of it is better.
    pub largest: bool,
    /// Probability of choosing the best when it is better than every other by the indifference.
    pub confidence: f64,
    /// The smallest difference that matters, in the unit of the measure.
    pub indifference: f64,
    /// Replications of the first stage.
    pub first_stage: u32,
    /// Whether the selection ended, and not the patience.
    pub decided: bool,
    /// The numbers beside the one that decided, in the order of `RankedScenario::beside`.
    pub beside: Vec<Asked>,
    /// One per scenario, the best first; scenarios without a value last.
    pub rows: Vec<RankedScenario>,
    /// Findings and warnings.
    pub diagnostics: Vec<Note>,
}

/// A number that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ranking::Asked))]
pub struct Asked {
    /// Measure name.
    pub measure: String,
    /// `mean`, `p50`, `p90` or `p95`.
    #[cfg_attr(feature = "openapi", schema(schema_with = crate::described::statistic))]
    pub statistic: String,
    /// Stage or link; empty for the corridor.
    pub scope: String,
    /// Direction; empty for all.
    pub direction: String,
    /// Unit.
    pub unit: String,
}

impl Asked {
    /// A question with its unit, in which stand the currencies of the model.
    pub(crate) fn new(question: &Question, money: Option<&Money>) -> Self {
        let unit = measures::find(&question.measure).map_or("", |measure| measure.unit);
        let or_mean = if question.statistic.is_empty() { "mean" } else { &question.statistic };
        Self {
            measure: question.measure.clone(),
            statistic: or_mean.to_owned(),
            scope: question.scope.clone(),
            direction: question.direction.clone(),
            unit: cost::unit(unit, money.map(|money| money.currency), money.and_then(|money| money.second)),
        }
    }
}

/// One scenario of a ranking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankedScenario {
    /// Name.
    pub scenario: String,
    /// Title for people.
    pub title: String,
    /// First day of results, ISO date.
    pub from: String,
    /// Last day of results, ISO date.
    pub to: String,
    /// Replications that it got.
    pub replications: u32,
    /// What became of it.
    pub standing: Standing,
    /// The number that decides; none when it has no value.
    pub value: Spread,
    /// This one's number minus the chosen one's, paired, with the confidence shared out over all rows (Bonferroni). It shows how far
    /// apart they are; it does not account for the choice and the stopping, which rest on the same replications, so the
    /// promise is that of the selection and not of these intervals.
    pub behind: Spread,
    /// The numbers beside it.
    pub beside: Vec<Spread>,
}

/// A mean with its half-width over replications.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ranking::Spread))]
pub struct Spread {
    /// Mean; none without a value.
    pub mean: Option<f64>,
    /// Half-width; none with fewer than two values.
    pub half_width: Option<f64>,
}

/// What became of a scenario in a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It was chosen.
    Chosen,
    /// It may be as good as the chosen one, to within the indifference.
    InQuestion,
    /// A better one left it behind.
    Dropped,
    /// Its number has no mean, because a queue grows or it never occurred.
    NoValue,
}
