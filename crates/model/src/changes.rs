//! What differs between two states of the same folder, as far as one scenario is concerned.

use crate::corridor::{Corridor, is_of_project};
use std::collections::{BTreeMap, BTreeSet};

/// One input that two states of a folder state differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputChange {
    /// Dotted path, as [`Input::path`](crate::Input::path).
    pub path: String,
    /// Value before, as written; none when nothing was written there.
    pub before: Option<String>,
    /// Value after, as written; none when nothing is written there any more.
    pub after: Option<String>,
}

/// The inputs that differ between two states of a folder, in the order of the later one, then those that are gone.
///
/// Inputs that a scenario states count only for `scenario` itself and its bases: no other scenario has a say in its results.
pub fn changed_inputs(before: &Corridor, after: &Corridor, scenario: &str) -> Vec<InputChange> {
    let mut chain = bases(before, scenario);
    chain.extend(bases(after, scenario));
    let (old, new) = (concerning(before, scenario, &chain), concerning(after, scenario, &chain));
    let old_values: BTreeMap<&str, &str> = old.iter().copied().collect();
    let new_paths: BTreeSet<&str> = new.iter().map(|(path, _)| *path).collect();
    let changed = new.iter().filter_map(|&(path, value)| {
        let before = old_values.get(path).map(|before| (*before).to_owned());
        let after = Some(value.to_owned());
        (before != after).then(|| InputChange { path: path.to_owned(), before, after })
    });
    let gone = old.iter().filter(|(path, _)| !new_paths.contains(path)).map(|(path, value)| InputChange {
        path: (*path).to_owned(),
        before: Some((*value).to_owned()),
        after: None,
    });
    changed.chain(gone).collect()
}

/// A scenario and those it starts from.
fn bases<'c>(corridor: &'c Corridor, scenario: &'c str) -> BTreeSet<&'c str> {
    let mut chain = BTreeSet::new();
    let mut next = Some(scenario);
    // A circle of bases is refused when a folder is read, so this ends; the set makes it end for any folder.
    while let Some(name) = next.filter(|name| chain.insert(*name)) {
        next = corridor.scenarios().find(|known| known.name == name).and_then(|known| known.base.as_deref());
    }
    chain
}

/// Paths and values of the inputs behind a chain of scenarios.
fn concerning<'c>(corridor: &'c Corridor, scenario: &str, chain: &BTreeSet<&str>) -> Vec<(&'c str, &'c str)> {
    let concerns = |path: &str| match path.strip_prefix("scenario.") {
        Some(rest) => rest.split('.').next().is_some_and(|name| chain.contains(name)),
        None => !is_of_project(path) && corridor.left_out_of(scenario, path).is_none(),
    };
    let inputs = corridor.inputs.iter().filter(|row| concerns(&row.path));
    inputs.map(|row| (row.path.as_str(), row.value.as_str())).collect()
}
