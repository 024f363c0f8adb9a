//! How well the number is known that a change begins from.

use portway_model::element::EvidenceStatus;
use portway_model::vary::chain_of;
use portway_model::{Corridor, Input};

/// What statuses are called, the weakest first.
pub(crate) const WORDS: [&str; 5] = ["none", "assumption", "derived", "design", "observed"];

/// The weakest status of several inputs, as `evidence.csv` writes it: `assumption`, `derived`, `design`, `observed`; `none` when
/// one has no row, empty when none is an input of the folder.
pub(super) fn worst_of(corridor: &Corridor, scenario: &str, paths: &[String]) -> String {
    let inputs = corridor.inputs();
    let names: Vec<&str> = chain_of(corridor, scenario).iter().map(|scenario| scenario.name.as_str()).collect();
    let found = paths.iter().filter_map(|path| stated(&inputs, &names, path));
    found.min_by_key(|input| strength(input)).map_or_else(String::new, |input| word(input).to_owned())
}

/// The input that says the value in a scenario: the scenario's own word, its base's, or the folder's.
fn stated<'i, 'c>(inputs: &'i [Input<'c>], scenarios: &[&str], path: &str) -> Option<&'i Input<'c>> {
    // A table by class may be stated class by class.
    let is = |at: &str| at == path || at.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
    let by = |name: &&str| {
        let set = format!("scenario.{name}.set.");
        let on = format!("scenario.{name}.on.");
        // The part after `on.` begins with the date.
        let dated =
            |at: &str| at.strip_prefix(on.as_str()).and_then(|rest| rest.split_once('.')).is_some_and(|(_, at)| is(at));
        inputs.iter().rev().find(|i| dated(i.path) || i.path.strip_prefix(set.as_str()).is_some_and(is))
    };
    scenarios.iter().find_map(by).or_else(|| inputs.iter().find(|input| is(input.path)))
}

fn strength(input: &Input<'_>) -> u8 {
    match input.evidence.map(|evidence| evidence.status) {
        None => 0,
        Some(EvidenceStatus::Assumption) => 1,
        Some(EvidenceStatus::Derived) => 2,
        Some(EvidenceStatus::Design) => 3,
        Some(EvidenceStatus::Observed) => 4,
    }
}

fn word(input: &Input<'_>) -> &'static str {
    WORDS[usize::from(strength(input))]
}
