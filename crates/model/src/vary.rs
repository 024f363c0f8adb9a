//! Scenarios that nobody wrote: a known one with some inputs at other values.
//!
//! A variation is written as a text of the model language and loaded with the folder, so it is read, checked and refused
//! by the same code as everything else, and nothing that the language can say is closed to it.

use crate::corridor::{Corridor, is_of_project};
use crate::diagnostic::{Diagnostic, Severity};
use crate::element::{Scenario, Timeline};
use crate::folder::{Folder, SourceFile};
use crate::load::load_in;
use crate::problem::{did_you_mean, nearest};
use std::fmt::Write;

/// Name of the text that variations are written into. Diagnostics about a value point at it.
pub const VARIATIONS: &str = "variations.toml";

/// Inputs at other values than those that a scenario gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variation {
    /// Changes, applied over those of the scenario.
    pub changes: Vec<InputValue>,
}

/// One input and a value for it.
#[derive(Clone, Debug, PartialEq)]
pub struct InputValue {
    /// Dotted path as `evidence.csv` writes it, without a `*`, e.g. `facility.kani-kurgan.stage.freight.lanes`; a value by class may
    /// be named alone, e.g. `facility.kani-kurgan.stage.freight.service.empty`. What the scenario or one of its bases changes on a day
    /// is named with that day, e.g. `on.2025-12-25.facility.kani-kurgan.stage.freight.lanes`.
    pub path: String,
    /// The value as a model file would have it: `3`, `"22 min"`, `{ loaded = "15 %", other = "0 %" }`.
    pub value: String,
}

/// Why variations cannot be had: the mistakes, and the folder that they speak of, to show their places in.
#[derive(Clone, Debug)]
pub struct RefusedVariation {
    /// Every mistake.
    pub diagnostics: Vec<Diagnostic>,
    /// The folder with the text of the variations in it.
    pub folder: Folder,
}

/// The timelines of a scenario with each of the variations, in their order.
///
/// `folder` is the one that `corridor` was loaded from. All timelines keep the name and the window of the scenario. A dated change
/// of the scenario still comes on its day, after the variation.
///
/// # Errors
/// [`RefusedVariation`] when a path is no input or a value cannot stand there.
pub fn vary(
    folder: &Folder,
    corridor: &Corridor,
    scenario: &str,
    variations: &[Variation],
) -> Result<Vec<Timeline>, Box<RefusedVariation>> {
    let mut mistakes = match corridor.timeline(Some(scenario)) {
        Ok(_) => unknown_paths(corridor, scenario, variations),
        Err(diagnostics) => diagnostics,
    };
    mistakes.extend(values_of_many_lines(variations));
    if !mistakes.is_empty() {
        return Err(refused(mistakes, folder.clone()));
    }
    varied(folder, corridor, scenario, variations)
}

/// The same for paths that need be no inputs yet, as those of what a project adds. Paths and values are those of the folder itself.
pub(crate) fn varied(
    folder: &Folder,
    corridor: &Corridor,
    scenario: &str,
    variations: &[Variation],
) -> Result<Vec<Timeline>, Box<RefusedVariation>> {
    let base = corridor.timeline(Some(scenario)).map_err(|diagnostics| refused(diagnostics, folder.clone()))?;
    let prefix = free_prefix(corridor);
    let mut varied = folder.clone();
    // A folder may have a file of this name; the variations then stand behind its text.
    let text = texts(&prefix, scenario, variations);
    match varied.files.iter_mut().find(|file| file.name == VARIATIONS) {
        Some(file) => file.bytes.extend_from_slice(format!("\n{text}").as_bytes()),
        None => varied.files.push(SourceFile { name: VARIATIONS.into(), bytes: text.into_bytes() }),
    }
    let loaded = load_in(&varied, corridor.titles);
    let Some(with_all) = loaded.corridor else {
        let errors = loaded.diagnostics.into_iter().filter(|d| d.severity == Severity::Error).collect();
        return Err(refused(errors, varied));
    };
    let named = |number: usize| {
        let timeline = with_all.timeline(Some(&format!("{prefix}{number}")))?;
        let mut scenario = base.scenario.clone();
        scenario.changes.clone_from(&timeline.scenario.changes);
        Ok(Timeline { scenario, ..timeline })
    };
    let all: Result<Vec<Timeline>, Vec<Diagnostic>> = (0..variations.len()).map(named).collect();
    all.map_err(|diagnostics| refused(diagnostics, varied))
}

fn refused(diagnostics: Vec<Diagnostic>, folder: Folder) -> Box<RefusedVariation> {
    Box::new(RefusedVariation { diagnostics, folder })
}

/// A beginning of names that no scenario of the folder has.
fn free_prefix(corridor: &Corridor) -> String {
    let mut prefix = String::from("variation-");
    while corridor.scenarios().any(|scenario| scenario.name.starts_with(&prefix)) {
        prefix.insert(0, 'a');
    }
    prefix
}

/// One scenario for each variation.
fn texts(prefix: &str, scenario: &str, variations: &[Variation]) -> String {
    let mut text = String::new();
    for (number, variation) in variations.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "[scenario.{prefix}{number}]\nbase = \"{scenario}\"");
        for InputValue { path, value } in &variation.changes {
            let from = if is_dated(path) { "" } else { "set." };
            let _ = writeln!(text, "{from}{path} = {value}");
        }
    }
    text
}

/// Whether a path names what a scenario changes on a day.
fn is_dated(path: &str) -> bool {
    path.starts_with("on.")
}

/// Paths that name no input of the folder, each told once.
fn unknown_paths(corridor: &Corridor, scenario: &str, variations: &[Variation]) -> Vec<Diagnostic> {
    let mut known = inputs_of(corridor, scenario);
    known.extend(dated_inputs_of(corridor, scenario));
    let mut seen: Vec<&str> = Vec::new();
    let mut unknown = Vec::new();
    for path in variations.iter().flat_map(|v| &v.changes).map(|change| change.path.as_str()) {
        if seen.contains(&path) {
            continue;
        }
        seen.push(path);
        unknown.extend(match corridor.left_out_of(scenario, path) {
            Some(part) => Some(left_out(scenario, path, part)),
            None => unknown_path(&known, path),
        });
    }
    unknown
}

/// What is said of a path into a part that the scenario leaves out.
fn left_out(scenario: &str, path: &str, part: &str) -> Diagnostic {
    let path = crate::reader::shortened(path);
    let message = format!("`{path}` belongs to part `{part}`, which scenario `{scenario}` leaves out");
    Diagnostic::new(Severity::Error, "left-out", message)
}

/// What is wrong with a path that names none of the inputs.
pub(crate) fn unknown_path(known: &[(&str, &str)], path: &str) -> Option<Diagnostic> {
    // A value of one class stands below the input.
    let (parent, last) = path.rsplit_once('.').unwrap_or_default();
    let of_a_class = |input: &str| input == parent && crate::reader::is_name(last);
    if known.iter().any(|(input, _)| *input == path || of_a_class(input)) {
        return None;
    }
    let message = format!("`{}` is no input of this corridor", crate::reader::shortened(path));
    let help = did_you_mean(path, known.iter().map(|(input, _)| *input))
        .unwrap_or("write the path as evidence.csv does, e.g. link.bridge.speed".into());
    let problem = Diagnostic::new(Severity::Error, "unknown-input", message);
    Some(Diagnostic { help: Some(help), ..problem })
}

/// Values that would not stay one value of the text that they are written into.
fn values_of_many_lines(variations: &[Variation]) -> Option<Diagnostic> {
    let broken = variations.iter().flat_map(|v| &v.changes).find(|change| change.value.contains(['\n', '\r']))?;
    let message = format!("the value for `{}` has more than one line", crate::reader::shortened(&broken.path));
    Some(Diagnostic::new(Severity::Error, "unknown-input", message))
}

/// The inputs that a scenario can be varied in, with their values as written: those of the folder, and over them what the
/// scenario and its bases set from the beginning.
pub fn inputs_of<'c>(corridor: &'c Corridor, scenario: &str) -> Vec<(&'c str, &'c str)> {
    let rows = || corridor.inputs.iter().map(|row| (row.path.as_str(), row.value.as_str()));
    let is_there = |path: &str| corridor.left_out_of(scenario, path).is_none();
    let own = rows().filter(|(path, _)| !path.starts_with("scenario.") && !is_of_project(path) && is_there(path));
    let mut inputs: Vec<(&str, &str)> = own.collect();
    for of_chain in chain_of(corridor, scenario).iter().rev() {
        let prefix = format!("scenario.{}.set.", of_chain.name);
        for (path, value) in rows().filter_map(|(path, value)| Some((path.strip_prefix(prefix.as_str())?, value))) {
            match inputs.iter_mut().find(|(known, _)| *known == path) {
                Some(input) => input.1 = value,
                None if is_there(path) => inputs.push((path, value)),
                None => {}
            }
        }
    }
    inputs
}

/// The known name that is most like a word, when one is near enough to be meant.
pub fn nearest_name<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest(word, known)
}

/// What a scenario and its bases change on a day, each with that day before the path.
fn dated_inputs_of<'c>(corridor: &'c Corridor, scenario: &str) -> Vec<(&'c str, &'c str)> {
    let chain = chain_of(corridor, scenario);
    let prefixes: Vec<String> = chain.iter().map(|scenario| format!("scenario.{}.", scenario.name)).collect();
    let rest = |path: &'c str| prefixes.iter().find_map(|prefix| path.strip_prefix(prefix.as_str()));
    let rows = corridor.inputs.iter().filter_map(|row| Some((rest(&row.path)?, row.value.as_str())));
    rows.filter(|(path, _)| is_dated(path)).collect()
}

/// A scenario and those that it starts from, itself first.
pub fn chain_of<'c>(corridor: &'c Corridor, scenario: &str) -> Vec<&'c Scenario> {
    let named = |name: &str| corridor.scenarios().find(|known| known.name == name);
    // A circle of bases is refused when a folder is read, so this ends.
    std::iter::successors(named(scenario), |scenario| named(scenario.base.as_deref()?)).collect()
}
