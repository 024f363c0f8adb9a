//! A corridor that was read without an error: its scenarios, its inputs and where they come from.

use crate::diagnostic::{Diagnostic, Severity};
use crate::element::{Evidence, ExactAnswer, Model, Observation, Project, Scenario, Timeline};
use crate::problem::did_you_mean;
use crate::range::Range;
use crate::said::Said;
use crate::titles::TitleLanguage;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What [`load`](crate::load()) gives: everything that is wrong, and the corridor when nothing is.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The corridor; none when a diagnostic is an error.
    pub corridor: Option<Corridor>,
    /// All mistakes and doubts, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
}

/// A model folder, checked. Every scenario of it can be simulated.
#[derive(Clone, Debug)]
pub struct Corridor {
    pub(crate) hash: String,
    /// The language of its titles, for readings of the same folder later.
    pub(crate) titles: TitleLanguage,
    pub(crate) model: Model,
    pub(crate) timelines: Vec<Timeline>,
    /// What each timeline was decoded from, in the same order.
    pub(crate) said: Vec<Said>,
    /// The part of every element that belongs to one, by `kind.name`.
    pub(crate) parts: BTreeMap<String, String>,
    pub(crate) projects: Vec<Project>,
    pub(crate) default_scenario: Option<String>,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) observations: Vec<Observation>,
    pub(crate) exact_answers: Vec<ExactAnswer>,
    pub(crate) inputs: Vec<InputRow>,
}

/// An input and the index of its evidence.
#[derive(Clone, Debug)]
pub(crate) struct InputRow {
    pub(crate) path: String,
    pub(crate) value: String,
    pub(crate) evidence: Option<usize>,
    /// The range that the evidence gives, or why it cannot be read; none without one.
    pub(crate) range: Option<Result<Range, String>>,
}

/// A number, distribution or set of hours that the folder states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Input<'c> {
    /// Dotted path, e.g. `facility.kani-kurgan.stage.documents.lanes` or `scenario.more-lanes.set.facility.….lanes`.
    pub path: &'c str,
    /// The value as written; a table by class on one line.
    pub value: &'c str,
    /// Where it comes from, when `evidence.csv` says so.
    pub evidence: Option<&'c Evidence>,
}

impl Input<'_> {
    /// Whether it is about a project: it says when something may open, and has no say in the results of any scenario.
    pub fn is_of_project(&self) -> bool {
        is_of_project(self.path)
    }
}

/// Whether a path is of a project.
pub(crate) fn is_of_project(path: &str) -> bool {
    path.starts_with("project.")
}

impl Corridor {
    /// Short name, used in file names.
    pub fn name(&self) -> &str {
        &self.model.name
    }

    /// Title for people.
    pub fn title(&self) -> &str {
        &self.model.title
    }

    /// SHA-256 of the folder, 64 hexadecimal digits: see [`Folder::hash`](crate::Folder::hash).
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The model without any scenario, for names and titles.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// All scenarios in the order of the folder, each with its window and every change that it makes.
    pub fn scenarios(&self) -> impl Iterator<Item = &Scenario> {
        self.timelines.iter().map(|timeline| &timeline.scenario)
    }

    /// What is agreed about the corridor, in the order of the folder.
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// The scenario that is meant when none is named: the one the folder says, else its only one.
    pub fn default_scenario(&self) -> Option<&str> {
        match (&self.default_scenario, &self.timelines[..]) {
            (Some(name), _) => Some(name),
            (None, [only]) => Some(&only.scenario.name),
            _ => None,
        }
    }

    /// The dated versions of the model in a scenario; without a name, the default one.
    ///
    /// # Errors
    /// One diagnostic when there is no such scenario.
    pub fn timeline(&self, scenario: Option<&str>) -> Result<Timeline, Vec<Diagnostic>> {
        let Some(name) = scenario.or(self.default_scenario()) else {
            let problem =
                Diagnostic::new(Severity::Error, "no-default", "no scenario is named, and there is no default");
            let help = "name one, or write `default-scenario` in [corridor]";
            return Err(vec![Diagnostic { help: Some(help.into()), ..problem }]);
        };
        let found = self.timelines.iter().find(|timeline| timeline.scenario.name == name);
        found.cloned().ok_or_else(|| {
            let names = || self.timelines.iter().map(|timeline| timeline.scenario.name.as_str());
            let help =
                did_you_mean(name, names()).unwrap_or(format!("known: {}", names().collect::<Vec<_>>().join(", ")));
            let problem = Diagnostic::new(Severity::Error, "unknown-name", format!("there is no scenario `{name}`"));
            vec![Diagnostic { help: Some(help), ..problem }]
        })
    }

    /// The part that the element of an input belongs to, by a path of the folder itself; none when it belongs to all.
    pub fn part_of(&self, path: &str) -> Option<&str> {
        let mut segments = path.split('.');
        self.parts.get(&format!("{}.{}", segments.next()?, segments.next()?)).map(String::as_str)
    }

    /// The part that the element of an input belongs to, when a scenario leaves that part out. A path of what a scenario
    /// changes is one too.
    pub fn left_out_of(&self, scenario: &str, path: &str) -> Option<&str> {
        let timeline = self.timelines.iter().find(|timeline| timeline.scenario.name == scenario)?;
        let parts = timeline.scenario.parts.as_ref()?;
        if self.parts.is_empty() {
            return None;
        }
        let segments: Vec<&str> = path.split('.').collect();
        let inside = match segments[..] {
            ["scenario", _, "set", ref inside @ ..] | ["scenario", _, "on", _, ref inside @ ..] => inside,
            ["on", _, ref inside @ ..] => inside,
            ref all => all,
        };
        self.parts.get(&inside.get(..2)?.join(".")).filter(|part| !parts.contains(part)).map(String::as_str)
    }

    /// Every input of the folder and of its scenarios' changes, in the order of the folder.
    pub fn inputs(&self) -> Vec<Input<'_>> {
        let rows = self.inputs.iter();
        rows.map(|row| Input {
            path: &row.path,
            value: &row.value,
            evidence: row.evidence.and_then(|at| self.evidence.get(at)),
        })
        .collect()
    }

    /// The rows of `evidence.csv`.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }

    /// The rows of `observations.csv`.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// The rows of `exact.csv`.
    pub fn exact_answers(&self) -> &[ExactAnswer] {
        &self.exact_answers
    }
}

impl Timeline {
    /// The same with another window of results; an end that is not given stays as it is.
    ///
    /// # Errors
    /// A diagnostic when the window would end before it begins.
    pub fn with_window(mut self, from: Option<Date>, to: Option<Date>) -> Result<Self, Diagnostic> {
        let scenario = &mut self.scenario;
        scenario.from = from.unwrap_or(scenario.from);
        scenario.to = to.unwrap_or(scenario.to);
        let (from, to) = (scenario.from, scenario.to);
        match crate::decode::window_mistake(from, to) {
            Some(mistake) => {
                Err(Diagnostic::new(Severity::Error, "wrong-window", format!("from {from} to {to}: {mistake}")))
            }
            None => Ok(self),
        }
    }
}
