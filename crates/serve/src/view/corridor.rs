//! The corridor at a glance: its scenarios and what is wrong with it.

use crate::folder::Loaded;
use crate::problem::{DiagnosticView, views};
use portway_model::element::{Change, Scenario};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The folder as a whole.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct CorridorView {
    /// Version of Portway.
    pub(crate) version: String,
    /// Name from the folder; empty when it cannot be read.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// SHA-256 of the texts.
    pub(crate) hash: String,
    /// Zone of the corridor's own clock.
    pub(crate) zone: String,
    /// Zones of its places, the corridor's own first.
    pub(crate) zones: Vec<String>,
    /// The scenario that is meant when none is named.
    pub(crate) default_scenario: Option<String>,
    /// All scenarios in the order of the folder.
    pub(crate) scenarios: Vec<ScenarioView>,
    /// Every mistake and doubt.
    pub(crate) diagnostics: Vec<DiagnosticView>,
}

/// One scenario.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ScenarioView {
    /// Name in the folder.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// The scenario that it starts from.
    pub(crate) base: Option<String>,
    /// First day of results, ISO date.
    pub(crate) from: String,
    /// Last day of results.
    pub(crate) to: String,
    /// Parts of the corridor that it is about; none for all.
    pub(crate) parts: Option<Vec<String>>,
    /// Every change in force, those of its bases first.
    pub(crate) changes: Vec<ChangeView>,
    /// The file that defines it; empty when it cannot be told.
    pub(crate) file: String,
    /// SHA-256 of what it says: another one means other results.
    pub(crate) digest: String,
}

/// One change of one input.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ChangeView {
    /// Dotted path of the input.
    pub(crate) path: String,
    /// First day it holds, ISO date; none means from the beginning.
    pub(crate) from: Option<String>,
    /// Value before, as written; empty when there was none.
    pub(crate) before: String,
    /// Value after, as written.
    pub(crate) after: String,
}

impl From<&Change> for ChangeView {
    fn from(change: &Change) -> Self {
        Self {
            path: change.path.clone(),
            from: change.from.map(|day| day.to_string()),
            before: change.before.clone(),
            after: change.after.clone(),
        }
    }
}

impl ScenarioView {
    /// A scenario of a folder, and the files that define its scenarios.
    pub(crate) fn new(scenario: &Scenario, files: &BTreeMap<String, String>, loaded: &Loaded) -> Self {
        Self {
            name: scenario.name.clone(),
            title: scenario.title.clone(),
            base: scenario.base.clone(),
            from: scenario.from.to_string(),
            to: scenario.to.to_string(),
            parts: scenario.parts.clone(),
            changes: scenario.changes.iter().map(ChangeView::from).collect(),
            file: files.get(&scenario.name).cloned().unwrap_or_default(),
            digest: loaded.digest(&scenario.name),
        }
    }
}

/// The folder as pages show it; also one that cannot be used.
pub(crate) fn corridor(loaded: &Loaded) -> CorridorView {
    let files = crate::edit::files_of_scenarios(&loaded.texts);
    let mut view = CorridorView {
        version: portway_study::VERSION.into(),
        name: String::new(),
        title: String::new(),
        hash: loaded.hash.clone(),
        zone: String::new(),
        zones: Vec::new(),
        default_scenario: None,
        scenarios: Vec::new(),
        diagnostics: views(&loaded.diagnostics),
    };
    let Some(corridor) = &loaded.corridor else { return view };
    let zone = |zone: &jiff::tz::TimeZone| zone.iana_name().unwrap_or("UTC").to_owned();
    let model = corridor.model();
    view.name = corridor.name().to_owned();
    view.title = corridor.title().to_owned();
    view.zone = zone(&model.zone);
    view.zones = vec![view.zone.clone()];
    for node in model.nodes.iter() {
        let name = zone(&node.zone);
        if !view.zones.contains(&name) {
            view.zones.push(name);
        }
    }
    view.default_scenario = corridor.default_scenario().map(str::to_owned);
    view.scenarios = corridor.scenarios().map(|scenario| ScenarioView::new(scenario, &files, loaded)).collect();
    view
}
