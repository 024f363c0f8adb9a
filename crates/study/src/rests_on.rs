//! What an answer rests on: which model and dates, how many replications, and how good its inputs are.

use crate::options::LEVEL;
use crate::results::ModelRef;
use portway_model::element::{EvidenceStatus, Scenario};
use portway_model::{Corridor, Input};
use serde::{Deserialize, Serialize};

/// Stands in every answer, so that it can be repeated and weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RestsOn {
    /// Version of Portway.
    pub portway: String,
    /// The model.
    pub model: ModelRef,
    /// Title of the corridor for people.
    pub title: String,
    /// Scenario name.
    pub scenario: String,
    /// Title of the scenario for people.
    pub scenario_title: String,
    /// First day of results, ISO date.
    pub from: String,
    /// Last day of results, ISO date.
    pub to: String,
    /// The corridor's clock, by its name in the tz database.
    pub zone: String,
    /// Seed of every random number.
    pub seed: u64,
    /// Replications behind the answer; the smallest number where its parts have different ones.
    pub replications: u32,
    /// Confidence level of the intervals, 0.95 unless the answer says otherwise.
    pub level: f64,
    /// How good the inputs are.
    pub evidence: EvidenceCounts,
}

/// Inputs of a corridor by the status of their evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EvidenceCounts {
    /// Counted or measured.
    pub observed: usize,
    /// Design or legal figures.
    pub design: usize,
    /// Computed from other rows.
    pub derived: usize,
    /// Published by nobody.
    pub assumption: usize,
    /// Without a row in `evidence.csv`.
    pub without: usize,
}

impl RestsOn {
    /// What an answer about a scenario of a corridor rests on.
    pub fn new(corridor: &Corridor, scenario: &Scenario, seed: u64, replications: u32) -> Self {
        Self {
            portway: crate::VERSION.to_owned(),
            model: ModelRef::of(corridor),
            title: corridor.title().to_owned(),
            scenario: scenario.name.clone(),
            scenario_title: scenario.title.clone(),
            from: scenario.from.to_string(),
            to: scenario.to.to_string(),
            zone: corridor.model().zone.iana_name().unwrap_or("UTC").to_owned(),
            seed,
            replications,
            level: LEVEL,
            evidence: EvidenceCounts::of(corridor, &scenario.name),
        }
    }
}

impl EvidenceCounts {
    /// Counts the inputs that have a say in a scenario: those of the folder, and those that the scenario and its bases state.
    pub fn of(corridor: &Corridor, scenario: &str) -> Self {
        let chain = portway_model::vary::chain_of(corridor, scenario);
        let mut counts = Self::default();
        for input in corridor.inputs() {
            let stated_by = input.path.strip_prefix("scenario.").and_then(|rest| rest.split('.').next());
            let of_another = stated_by.is_some_and(|name| !chain.iter().any(|known| known.name == name));
            if of_another || input.is_of_project() || corridor.left_out_of(scenario, input.path).is_some() {
                continue;
            }
            counts.count(input);
        }
        counts
    }

    /// Counts the inputs that say when projects open and what they cost.
    pub fn of_projects(corridor: &Corridor) -> Self {
        let mut counts = Self::default();
        let inputs = corridor.inputs().into_iter();
        inputs.filter(|input| input.is_of_project()).for_each(|input| counts.count(input));
        counts
    }

    fn count(&mut self, input: Input<'_>) {
        let count = match input.evidence.map(|evidence| evidence.status) {
            Some(EvidenceStatus::Observed) => &mut self.observed,
            Some(EvidenceStatus::Design) => &mut self.design,
            Some(EvidenceStatus::Derived) => &mut self.derived,
            Some(EvidenceStatus::Assumption) => &mut self.assumption,
            None => &mut self.without,
        };
        *count += 1;
    }

    /// All inputs.
    pub fn all(&self) -> usize {
        self.observed + self.design + self.derived + self.assumption + self.without
    }
}
