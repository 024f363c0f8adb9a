//! What every replication of a run answered, kept so that a later run can be compared with it pair by pair.

use crate::comparison::ComparedScenario;
use crate::growth::Growing;
use crate::replicate::{Prepared, Replicated};
use crate::results::{ModelRef, Note};
use portway_model::element::Timeline;
use serde::{Deserialize, Serialize};

/// Measures that people ask about first, in the order in which comparisons show them.
pub const ASKED_FIRST: [&str; 17] = [
    "crossings_per_day",
    "door_to_door_h",
    "wait_h",
    "wait_virtual_h",
    "wait_yard_h",
    "wait_physical_h",
    "wait_blocked_h",
    "turned_away_per_day",
    "abandoned_per_day",
    "queue_vehicles",
    "lane_use_share",
    "lane_blocked_share",
    "cost_per_crossing",
    "delay_cost_per_year",
    "delay_cost_per_year_second",
    "idling_fuel_l_per_year",
    "idling_co2_t_per_year",
];

/// One run, replication by replication. Serialises to `samples.json` of a run folder.
///
/// Two runs with the same seed met the same arrivals and coins in replication `i` of both, as far as their models agree, so their
/// values may be paired however long ago the first was run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Samples {
    /// Version of Portway.
    pub portway: String,
    /// The model.
    pub model: ModelRef,
    /// Scenario and window.
    pub scenario: ComparedScenario,
    /// Seed.
    pub seed: u64,
    /// Number of replications.
    pub replications: u32,
    /// Vehicles that were there when the run began, as it was asked to; usually none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub state: Vec<StateRow>,
    /// Findings and warnings.
    pub diagnostics: Vec<Note>,
    /// One row per measure, in the order of [`Results::measures`](crate::Results::measures).
    pub rows: Vec<SampleRow>,
}

/// Vehicles that waited at a stage when a run began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateRow {
    /// Flow name.
    pub flow: String,
    /// Stage name.
    pub stage: String,
    /// How many.
    pub vehicles: u32,
    /// Since when, milliseconds since 1970-01-01 UTC; none for the beginning of the run.
    pub since_ms: Option<i64>,
}

/// One measure in every replication.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SampleRow {
    /// Measure name, e.g. `door_to_door_h`.
    pub name: String,
    /// `corridor`, or the name of a stage or link.
    pub scope: String,
    /// Direction name; empty for all.
    pub direction: String,
    /// Class name; empty for all.
    pub class: String,
    /// Unit of all values.
    pub unit: String,
    /// Value of each replication, from the first; none where it never occurred. Empty when it grows for as long as the run lasts.
    pub values: Vec<Option<f64>>,
}

/// Why two runs cannot be paired: one thing that must agree and does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// What differs.
    pub kind: ObstacleKind,
    /// How it was in the earlier run, as text.
    pub before: String,
    /// How it is now.
    pub now: String,
}

/// What differs between two runs that cannot be paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObstacleKind {
    /// Versions of Portway may draw other numbers.
    Version,
    /// Another corridor.
    Corridor,
    /// Another scenario.
    Scenario,
    /// Other first or last days.
    Window,
    /// Other vehicles at the beginning; before and now are how many.
    State,
    /// Other random numbers.
    Seed,
    /// More or fewer replications.
    Replications,
}

impl Samples {
    pub(crate) fn new(
        timeline: &Timeline,
        model: ModelRef,
        seed: u64,
        prepared: &Prepared,
        all: &Replicated,
        growing: &Growing,
        diagnostics: Vec<Note>,
    ) -> Self {
        let row = |(index, query): (usize, &crate::query::Query)| SampleRow {
            name: query.measure.name.to_owned(),
            scope: query.scope(&prepared.layout).to_owned(),
            direction: query.direction.clone(),
            class: query.class.clone(),
            unit: query.unit(&prepared.layout),
            // There is no value that would hold for a longer window.
            values: if growing.affects(query) { vec![] } else { all.of(index).map(|s| s.value).collect() },
        };
        Self {
            portway: crate::VERSION.to_owned(),
            model,
            scenario: ComparedScenario::of(timeline),
            seed,
            replications: all.count(),
            state: state(timeline),
            diagnostics,
            rows: prepared.queries.iter().enumerate().filter(|(_, query)| query.owner.is_none()).map(row).collect(),
        }
    }

    /// Only what a person asks about first, all classes together: a file of all rows would be many times as large.
    pub(crate) fn shortened(mut self) -> Self {
        self.rows.retain(|row| row.class.is_empty() && ASKED_FIRST.contains(&row.name.as_str()));
        self
    }

    /// What keeps a later run from being paired with this one; none when they may be. Models may differ: that is the question.
    pub fn obstacle(&self, now: &Self) -> Option<Obstacle> {
        let window = |s: &Self| format!("{} to {}", s.scenario.from, s.scenario.to);
        let pairs = [
            (ObstacleKind::Version, self.portway.clone(), now.portway.clone()),
            (ObstacleKind::Corridor, self.model.name.clone(), now.model.name.clone()),
            (ObstacleKind::Scenario, self.scenario.scenario.clone(), now.scenario.scenario.clone()),
            (ObstacleKind::Window, window(self), window(now)),
            (ObstacleKind::Seed, self.seed.to_string(), now.seed.to_string()),
            (ObstacleKind::Replications, self.replications.to_string(), now.replications.to_string()),
        ];
        let differs = pairs.into_iter().find(|(_, before, now)| before != now);
        differs.map(|(kind, before, now)| Obstacle { kind, before, now }).or_else(|| {
            let vehicles = |s: &Self| s.state.iter().map(|row| u64::from(row.vehicles)).sum::<u64>().to_string();
            let kind = ObstacleKind::State;
            (self.state != now.state).then(|| Obstacle { kind, before: vehicles(self), now: vehicles(now) })
        })
    }
}

fn state(timeline: &Timeline) -> Vec<StateRow> {
    let model = timeline.first();
    let row = |present: &portway_model::element::Present| StateRow {
        flow: model.flows[present.flow].name.clone(),
        stage: model.stages[present.stage].name.clone(),
        vehicles: present.vehicles,
        since_ms: present.since_ms,
    };
    timeline.state.iter().map(row).collect()
}

impl SampleRow {
    /// Whether it is the same measure of the same traffic at the same place.
    pub(crate) fn is_twin(&self, other: &Self) -> bool {
        // Amounts in other currencies are no twins.
        (&self.name, &self.scope, &self.direction, &self.class, &self.unit)
            == (&other.name, &other.scope, &other.direction, &other.class, &other.unit)
    }

    /// Mean over the replications in which it occurred.
    pub(crate) fn mean(&self) -> Option<f64> {
        portway_stats::interval::mean(&self.values.iter().copied().flatten().collect::<Vec<f64>>())
    }
}
