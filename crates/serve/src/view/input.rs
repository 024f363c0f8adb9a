//! Inputs: the numbers of the folder as a scenario has them, each with its evidence.

use portway_model::element::{Evidence, Scenario};
use portway_model::{Corridor, Input};
use portway_study::sensitivity::Status;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One input of a scenario.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct InputView {
    /// Dotted path of the input in the folder, without a scenario.
    pub(crate) path: String,
    /// The last word of the path.
    pub(crate) label: String,
    /// The value as the language writes it.
    pub(crate) value: String,
    /// Whether the scenario or one of its bases says it.
    pub(crate) scenario_value: bool,
    /// Other values from later days of the scenario on: date and value.
    pub(crate) later: Vec<(String, String)>,
    /// Where it comes from.
    pub(crate) evidence: Option<EvidenceView>,
}

/// Where a number comes from.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct EvidenceView {
    /// How good it is.
    pub(crate) status: Status,
    /// The source, as written.
    pub(crate) source: String,
    /// Lowest plausible value, as written; empty for none.
    pub(crate) low: String,
    /// Highest.
    pub(crate) high: String,
    /// Remark.
    pub(crate) note: String,
}

impl From<&Evidence> for EvidenceView {
    fn from(evidence: &Evidence) -> Self {
        Self {
            status: evidence.status.into(),
            source: evidence.source.clone(),
            low: evidence.low.clone(),
            high: evidence.high.clone(),
            note: evidence.note.clone(),
        }
    }
}

/// The inputs of a scenario by path.
pub(crate) struct Inputs<'c> {
    inputs: Vec<Input<'c>>,
    scenario: &'c Scenario,
    corridor: &'c Corridor,
    /// Evidence of what scenarios of the chain state, by path of the input.
    stated: BTreeMap<&'c str, Option<&'c Evidence>>,
}

impl<'c> Inputs<'c> {
    /// All inputs that have a say in a scenario.
    pub(crate) fn of(corridor: &'c Corridor, scenario: &'c Scenario) -> Self {
        let chain = portway_model::vary::chain_of(corridor, &scenario.name);
        let (mut inputs, mut stated) = (Vec::new(), BTreeMap::new());
        for input in corridor.inputs() {
            match input.path.strip_prefix("scenario.") {
                Some(rest) => {
                    let Some((name, inside)) = rest.split_once('.') else { continue };
                    if chain.iter().any(|known| known.name == name)
                        && let Some(path) = inside.strip_prefix("set.")
                    {
                        stated.insert(path, input.evidence);
                    }
                }
                None if !input.is_of_project() && corridor.left_out_of(&scenario.name, input.path).is_none() => {
                    inputs.push(input);
                }
                None => {}
            }
        }
        Self { inputs, scenario, corridor, stated }
    }

    /// Those whose path begins with one of some elements, e.g. `facility.kani-kurgan.`.
    pub(crate) fn below(&self, prefix: &str) -> Vec<InputView> {
        let mut found: Vec<InputView> =
            self.inputs.iter().filter(|input| input.path.starts_with(prefix)).map(|input| self.view(input)).collect();
        // What a scenario adds is an input of the scenario only.
        for (path, evidence) in &self.stated {
            if path.starts_with(prefix) && !found.iter().any(|known| known.path == *path) {
                found.push(self.viewed(path, "", *evidence));
            }
        }
        found.retain(|input| !input.value.is_empty());
        found
    }

    /// All of them.
    pub(crate) fn all(&self) -> Vec<InputView> {
        let mut all = self.below("");
        all.retain(|input| self.corridor.left_out_of(&self.scenario.name, &input.path).is_none());
        all
    }

    fn view(&self, input: &Input<'c>) -> InputView {
        let evidence = self.stated.get(input.path).copied().flatten().or(input.evidence);
        self.viewed(input.path, input.value, evidence)
    }

    fn viewed(&self, path: &str, written: &str, evidence: Option<&Evidence>) -> InputView {
        let changes = || self.scenario.changes.iter().filter(|change| change.path == path);
        let changed = changes().rfind(|change| change.from.is_none());
        let later = changes().filter_map(|change| Some((change.from?.to_string(), change.after.clone())));
        InputView {
            path: path.to_owned(),
            label: path.rsplit('.').next().unwrap_or(path).to_owned(),
            value: changed.map_or(written, |change| &change.after).to_owned(),
            scenario_value: changed.is_some(),
            later: later.collect(),
            evidence: evidence.map(EvidenceView::from),
        }
    }
}
