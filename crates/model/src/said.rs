//! What a scenario says of every input: its values over time, read from the very tree that its elements are decoded from.

use crate::corridor::{Corridor, is_of_project};
use crate::element::Evidence;
use crate::tree::{Item, Table, written};
use crate::vary::chain_of;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The folder as a scenario has it, from each dated change on; the first holds from the beginning.
pub(crate) type Said = Vec<(Option<Date>, Table)>;

/// An input of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidInput<'c> {
    /// Dotted path in the folder, without a scenario.
    pub path: &'c str,
    /// Its values in the order of days, each other than the one before.
    pub values: Vec<SaidValue<'c>>,
}

/// A value of an input, and since when it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidValue<'c> {
    /// First day; none for the beginning.
    pub from: Option<Date>,
    /// As written; a table by class on one line, with all that the scenario has in it.
    pub value: String,
    /// Whether the scenario or one of its bases says it, and not the folder alone.
    pub by_scenario: bool,
    /// Where it comes from: what is said of the last words about it.
    pub evidence: Option<&'c Evidence>,
}

/// What scenarios say of one input: since when, how far from the first base, and where it comes from.
type Word<'c> = (Option<Date>, usize, Option<&'c Evidence>);

impl SaidInput<'_> {
    /// The value in force on a day; none when there is none yet.
    pub fn on(&self, day: Date) -> Option<&SaidValue<'_>> {
        self.values.iter().rfind(|value| value.from.is_none_or(|from| from <= day))
    }
}

impl Corridor {
    /// Every input of a scenario, those of the folder first and in its order; nothing for a scenario that there is not.
    pub fn said(&self, scenario: &str) -> Vec<SaidInput<'_>> {
        let Some(at) = self.timelines.iter().position(|timeline| timeline.scenario.name == scenario) else {
            return Vec::new();
        };
        let words = self.words(scenario);
        let inputs = self.inputs();
        let own = inputs.iter().filter(|input| !input.path.starts_with("scenario.") && !is_of_project(input.path));
        let own: Vec<(&str, Option<&Evidence>)> = own.map(|input| (input.path, input.evidence)).collect();
        let known: BTreeSet<&str> = own.iter().map(|(path, _)| *path).collect();
        // What a scenario adds is an input of the scenario only.
        let added = words.keys().filter(|path| !known.contains(*path)).map(|path| (*path, None));
        let all = own.iter().copied().chain(added);
        let inputs = all.map(|(path, evidence)| {
            let words = words.get(path).map_or(&[][..], Vec::as_slice);
            SaidInput { path, values: values(&self.said[at], path, evidence, words) }
        });
        inputs.filter(|input| !input.values.is_empty()).collect()
    }

    /// What a scenario and its bases say, by path in the folder, the latest words last.
    fn words(&self, scenario: &str) -> BTreeMap<&str, Vec<Word<'_>>> {
        let mut chain: Vec<&str> = chain_of(self, scenario).iter().map(|scenario| scenario.name.as_str()).collect();
        chain.reverse();
        let mut words: BTreeMap<&str, Vec<Word<'_>>> = BTreeMap::new();
        for input in self.inputs() {
            let stated = input.path.strip_prefix("scenario.").and_then(|rest| rest.split_once('.'));
            let Some((name, inside)) = stated else { continue };
            let Some(depth) = chain.iter().position(|known| *known == name) else { continue };
            let dated = || {
                let (day, path) = inside.strip_prefix("on.")?.split_once('.')?;
                Some((Some(crate::calendar::parse_date(day).ok()?), path))
            };
            let Some((from, path)) = inside.strip_prefix("set.").map(|path| (None, path)).or_else(dated) else {
                continue;
            };
            words.entry(path).or_default().push((from, depth, input.evidence));
        }
        words.values_mut().for_each(|words| words.sort_by_key(|(from, depth, _)| (*from, *depth)));
        words
    }
}

/// The values of an input over time, with what is said of each.
fn values<'c>(said: &Said, path: &str, evidence: Option<&'c Evidence>, words: &[Word<'c>]) -> Vec<SaidValue<'c>> {
    let mut values: Vec<SaidValue<'c>> = Vec::new();
    let mut last: Option<&Arc<Item>> = None;
    for (from, tree) in said {
        let Some(entry) = tree.find(path) else { continue };
        // Versions share what no change touches.
        if last.is_some_and(|last| Arc::ptr_eq(last, &entry.item)) {
            continue;
        }
        last = Some(&entry.item);
        let value = written(&entry.item);
        if values.last().is_some_and(|known| known.value == value) {
            continue;
        }
        let stated = words.iter().rfind(|(day, ..)| *day <= *from);
        let evidence = stated.map_or(evidence, |(.., evidence)| *evidence);
        values.push(SaidValue { from: *from, value, by_scenario: stated.is_some(), evidence });
    }
    values
}
