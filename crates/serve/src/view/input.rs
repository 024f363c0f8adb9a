//! Inputs: the numbers of the folder as a scenario has them, each with its evidence.

use portway_model::element::{Evidence, Scenario};
use portway_model::{Corridor, SaidInput};
use portway_study::sensitivity::Status;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One input of a scenario.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct InputView {
    /// Dotted path of the input in the folder, without a scenario.
    pub(crate) path: String,
    /// The last word of the path.
    pub(crate) label: String,
    /// The value on the first day of the window, as the language writes it.
    pub(crate) value: String,
    /// Whether the scenario or one of its bases says it.
    pub(crate) scenario_value: bool,
    /// Other values from later days of the window on, in their order: date and value.
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

/// The inputs of a scenario.
pub(crate) struct Inputs<'c> {
    inputs: Vec<SaidInput<'c>>,
    scenario: &'c Scenario,
}

impl<'c> Inputs<'c> {
    /// All inputs that have a say in a scenario.
    pub(crate) fn of(corridor: &'c Corridor, scenario: &'c Scenario) -> Self {
        Self { inputs: corridor.said(&scenario.name), scenario }
    }

    /// Those whose path begins with that of an element, e.g. `facility.kani-kurgan.`.
    pub(crate) fn below(&self, prefix: &str) -> Vec<InputView> {
        self.inputs.iter().filter(|input| input.path.starts_with(prefix)).filter_map(|input| self.view(input)).collect()
    }

    /// All of them.
    pub(crate) fn all(&self) -> Vec<InputView> {
        self.below("")
    }

    /// The input as it is on the first day of the window, and what becomes of it inside; none when it has no value on that day.
    fn view(&self, input: &SaidInput<'_>) -> Option<InputView> {
        let Scenario { from, to, .. } = self.scenario;
        let first = input.on(*from)?;
        let inside = input.values.iter().filter_map(|value| Some((value.from?, &value.value)));
        let later = inside.filter(|(day, _)| day > from && day <= to);
        Some(InputView {
            path: input.path.to_owned(),
            label: input.path.rsplit('.').next().unwrap_or(input.path).to_owned(),
            value: first.value.clone(),
            scenario_value: first.by_scenario,
            later: later.map(|(day, value)| (day.to_string(), value.clone())).collect(),
            evidence: first.evidence.map(EvidenceView::from),
        })
    }
}
