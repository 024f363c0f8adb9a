//! Words about a run beside the run before.

use super::{capitalised, differences_said, rests_on_pairs};
use crate::language::Language;
use portway_model::InputChange;
use portway_model::element::Model;
use portway_study::{Comparison, Obstacle, ObstacleKind};

/// Most inputs that a terminal lists; the page has all.
const MOST_EDITED: usize = 12;

/// "facility.north.stage.documents.lanes: 3 → 4", one line each.
pub(crate) fn edited(language: Language, inputs: &[InputChange], files: &[String]) -> Vec<String> {
    let said = |value: &Option<String>| value.clone().unwrap_or_else(|| language.word("not-written"));
    let line = |change: &InputChange| format!("{}: {} → {}", change.path, said(&change.before), said(&change.after));
    let mut lines: Vec<String> = inputs.iter().take(MOST_EDITED).map(line).collect();
    if inputs.is_empty() {
        lines.push(no_inputs_changed(language, files));
    } else if inputs.len() > MOST_EDITED {
        lines.push(language.say("since-more-inputs", &[("count", (inputs.len() - MOST_EDITED).into())]));
    }
    lines
}

/// Something else in the texts was edited: a name, a route, a table of days, evidence, a comment.
pub(crate) fn no_inputs_changed(language: Language, files: &[String]) -> String {
    language.say("since-no-inputs", &[("files", (&super::list(language, files)).into())])
}

/// What changed, and what that rests on.
pub(crate) fn since_lead(language: Language, comparison: &Comparison, model: &Model) -> String {
    let said = differences_said(language, comparison, model).join(&language.word("clause-separator"));
    let (first, second) = (capitalised(&said), rests_on_pairs(language, comparison));
    language.say("sentences", &[("first", (&first).into()), ("second", (&second).into())])
}

/// Why a run is not compared with the one before.
pub(crate) fn not_compared(language: Language, obstacle: &Obstacle) -> String {
    let what = match obstacle.kind {
        ObstacleKind::Version => "version",
        ObstacleKind::Corridor => "corridor",
        ObstacleKind::Scenario => "scenario",
        ObstacleKind::Window => "window",
        ObstacleKind::State => "state",
        ObstacleKind::Seed => "seed",
        ObstacleKind::Replications => "replications",
    };
    // A window comes as two ISO dates in an English text; every other thing is a name or a number.
    let side = |text: &str| match text.split_once(" to ").filter(|_| obstacle.kind == ObstacleKind::Window) {
        Some((from, to)) => language.iso_dates(from, to),
        None => text.to_owned(),
    };
    let (before, now) = (side(&obstacle.before), side(&obstacle.now));
    let values = [("what", what.into()), ("before", (&before).into()), ("now", (&now).into())];
    language.say("since-not-compared", &values)
}
