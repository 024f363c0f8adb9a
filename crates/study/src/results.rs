//! The answer of a study: measures with their intervals, series for charts, and what they rest on.

use crate::journey::Journey;
use crate::said::{Said, Values};
use crate::trade::TradeRow;
use portway_model::Corridor;
use serde::{Deserialize, Serialize};

/// Everything a study found. Serialises to the object that `--json` prints and `results.json` holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Results {
    /// Version of Portway.
    pub portway: String,
    /// The model.
    pub model: ModelRef,
    /// Scenario name.
    pub scenario: String,
    /// Seed.
    pub seed: u64,
    /// Number of replications.
    pub replications: u32,
    /// First day of results, ISO date.
    pub from: String,
    /// Last day of results, ISO date.
    pub to: String,
    /// Every measure, in a stable order.
    pub measures: Vec<Measure>,
    /// What the traffic of each owner saw, where the folder names at least two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owners: Vec<OwnerResults>,
    /// What is traded, by commodity and direction, where the folder has commodities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trade: Vec<TradeRow>,
    /// Findings and warnings.
    pub diagnostics: Vec<Note>,
    /// Series for charts and tables by day and hour; not part of the printed object.
    #[serde(skip)]
    pub series: Series,
    /// Where the time goes, by place; behind charts and explanations, and not part of the printed object either.
    #[serde(skip)]
    pub journey: Journey,
}

/// Which model was run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ModelRef {
    /// Name from the folder.
    pub name: String,
    /// SHA-256 over the folder's files, hexadecimal.
    pub hash: String,
}

impl ModelRef {
    /// The model of a corridor.
    pub fn of(corridor: &Corridor) -> Self {
        Self { name: corridor.name().to_owned(), hash: corridor.hash().to_owned() }
    }
}

/// What the traffic of one owner saw, all directions and classes together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnerResults {
    /// The owner as the folder writes it; empty for traffic that nobody owns.
    pub owner: String,
    /// A few measures of the corridor, in a stable order.
    pub measures: Vec<Measure>,
}

impl OwnerResults {
    /// A measure by its name.
    pub fn measure(&self, name: &str) -> Option<&Measure> {
        self.measures.iter().find(|measure| measure.name == name)
    }
}

/// One number with its uncertainty.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Measure {
    /// Stable name, e.g. `door_to_door_h`.
    pub name: String,
    /// `corridor`, or the name of a stage, link or facility.
    pub scope: String,
    /// Direction name; empty for all.
    pub direction: String,
    /// Class name; empty for all.
    pub class: String,
    /// Unit of the value.
    pub unit: String,
    /// Mean over replications; none when the quantity grows without bound or never occurred.
    pub mean: Option<f64>,
    /// Half-width of the confidence interval of the mean; none with fewer than two replications.
    pub half_width: Option<f64>,
    /// Confidence level, 0.95.
    pub level: f64,
    /// Quantiles over vehicles (or days), where the measure has a distribution.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    pub quantiles: Option<Quantiles>,
    /// Half-widths of the quantiles.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(nullable = false))]
    pub quantile_half_widths: Option<Quantiles>,
}

impl Measure {
    /// Drops every value: there is none that would hold for a longer window.
    pub(crate) fn forget(&mut self) {
        (self.mean, self.half_width, self.quantiles, self.quantile_half_widths) = (None, None, None, None);
    }
}

/// Three quantiles; the mean over replications of each replication's quantile.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Quantiles {
    /// Median.
    pub p50: f64,
    /// Nine tenths are below.
    pub p90: f64,
    /// Nineteen of twenty are below.
    pub p95: f64,
}

/// A finding or warning about the run or its inputs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Note {
    /// How much it matters.
    pub severity: Severity,
    /// Stable code, e.g. `queue-grows`.
    pub code: String,
    /// What it is about: a stage, link or input.
    pub scope: String,
    /// One sentence for people, in English.
    pub message: String,
    /// What the sentence says, for reports in other languages.
    #[serde(default, skip_serializing_if = "Values::is_empty")]
    pub values: Values,
}

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something to know when numbers are read.
    Warning,
    /// Something that the answer is bad news about, or that keeps it from being one: commands end with exit code 1.
    Finding,
}

impl Severity {
    /// As results write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Finding => "finding",
        }
    }
}

impl Note {
    /// The value of a note that names the scenario which it is about, where a result speaks of several.
    pub const SCENARIO: &'static str = "of-scenario";

    /// Whether it is a finding.
    pub fn is_finding(&self) -> bool {
        self.severity == Severity::Finding
    }

    /// The same said of one scenario where a result speaks of several.
    pub(crate) fn of(mut self, scenario: &str) -> Self {
        self.values.insert(Self::SCENARIO.into(), Said::Text(scenario.to_owned()));
        Self { message: format!("{scenario}: {}", self.message), ..self }
    }
}

/// Series behind the charts; every value is a mean over replications.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Series {
    /// Per direction: crossings per day of the window.
    pub daily: Vec<DailySeries>,
    /// Per station: hourly queue, occupied and open lanes.
    pub stations: Vec<StationSeries>,
    /// Per direction: mean wait by weekday and hour of leaving.
    pub wait_by_hour_of_week: Vec<HourOfWeek>,
    /// Per direction and class: distribution of the time door to door.
    pub door_to_door: Vec<DistributionSeries>,
}

/// Crossings per day of one direction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DailySeries {
    /// Direction name.
    pub direction: String,
    /// Mean per day.
    pub mean: Vec<f64>,
    /// Half-width per day.
    pub half_width: Vec<f64>,
}

/// One station by hour of the window.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StationSeries {
    /// Stage or link name.
    pub scope: String,
    /// Direction of the traffic, for the two ways of a link; empty for stages.
    pub direction: String,
    /// Title for people.
    pub title: String,
    /// Mean queue, vehicles.
    pub queue_vehicles: Vec<f64>,
    /// Mean lanes serving or blocked.
    pub occupied_lanes: Vec<f64>,
    /// Mean lanes open.
    pub open_lanes: Vec<f64>,
}

/// Mean wait by weekday (Monday first) and hour.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HourOfWeek {
    /// Direction name.
    pub direction: String,
    /// Mean total wait in minutes, `[weekday * 24 + hour]`; none where nobody left.
    pub wait_min: Vec<Option<f64>>,
}

/// A distribution as bins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DistributionSeries {
    /// Direction name.
    pub direction: String,
    /// Class name.
    pub class: String,
    /// Upper bin edges, hours.
    pub upper_h: Vec<f64>,
    /// Share of vehicles per bin.
    pub share: Vec<f64>,
}
