//! What is not known for sure: the rows of `evidence.csv` that give a range, and the assumptions that give none.

use crate::corridor::{Corridor, InputRow, is_of_project};
use crate::element::{Evidence, EvidenceStatus};
use crate::range::Range;
use crate::vary::chain_of;

/// What a scenario rests on and nobody knows for sure.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertain<'c> {
    /// Rows with a range, in the order of the file.
    pub rows: Vec<UncertainRow<'c>>,
    /// Assumptions that cannot be varied.
    pub fixed: Vec<FixedRow<'c>>,
}

/// One assumption: a row of evidence and every input that it speaks of. All of them move together.
#[derive(Clone, Debug, PartialEq)]
pub struct UncertainRow<'c> {
    /// The row.
    pub evidence: &'c Evidence,
    /// Its inputs, at least one.
    pub parts: Vec<UncertainPart<'c>>,
}

/// One input of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct UncertainPart<'c> {
    /// Path as [`InputValue`](crate::vary::InputValue) takes it.
    pub path: String,
    /// From low to high.
    pub range: &'c Range,
}

/// An assumption that cannot be varied.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedRow<'c> {
    /// The row.
    pub evidence: &'c Evidence,
    /// Why the range cannot be read; none when there is no range.
    pub mistake: Option<&'c str>,
}

/// What is uncertain in a scenario: in the inputs of the folder, and over them in what the scenario and its bases change.
///
/// A change of a day after the scenario's window has no part in it.
pub fn of<'c>(corridor: &'c Corridor, scenario: &str) -> Uncertain<'c> {
    let inputs = stated(corridor, scenario);
    let mut uncertain = Uncertain { rows: Vec::new(), fixed: Vec::new() };
    for (index, evidence) in corridor.evidence.iter().enumerate() {
        let mine = || inputs.iter().filter(|(_, row)| row.evidence == Some(index));
        let parts = mine().filter_map(|(path, row)| {
            let range = row.range.as_ref()?.as_ref().ok()?;
            Some(UncertainPart { path: path.clone(), range })
        });
        let parts: Vec<UncertainPart<'c>> = parts.collect();
        let assumed = evidence.status == EvidenceStatus::Assumption && mine().next().is_some();
        let mistake = mine().find_map(|(_, row)| row.range.as_ref()?.as_ref().err()).map(String::as_str);
        match parts.is_empty() {
            false => uncertain.rows.push(UncertainRow { evidence, parts }),
            true if assumed || mistake.is_some() => uncertain.fixed.push(FixedRow { evidence, mistake }),
            true => {}
        }
    }
    uncertain
}

/// The inputs that have a say in a scenario, each with its path in a variation.
fn stated<'c>(corridor: &'c Corridor, scenario: &str) -> Vec<(String, &'c InputRow)> {
    let is_there = |path: &str| corridor.left_out_of(scenario, path).is_none();
    let is_own = |path: &str| !path.starts_with("scenario.") && !is_of_project(path) && is_there(path);
    let own = corridor.inputs.iter().filter(|row| is_own(&row.path));
    let mut inputs: Vec<(String, &InputRow)> = own.map(|row| (row.path.clone(), row)).collect();
    let chain = chain_of(corridor, scenario);
    let Some(last_day) = chain.first().map(|scenario| scenario.to) else { return inputs };
    for of_chain in chain.iter().rev() {
        let prefix = format!("scenario.{}.", of_chain.name);
        for row in &corridor.inputs {
            let Some(rest) = row.path.strip_prefix(&prefix) else { continue };
            let path = rest.strip_prefix("set.").unwrap_or(rest);
            let day = path.strip_prefix("on.").and_then(|rest| crate::calendar::parse_date(rest.get(..10)?).ok());
            if day.is_some_and(|day| day > last_day) || !is_there(path) {
                continue;
            }
            match inputs.iter_mut().find(|(known, _)| known == path) {
                Some(input) => input.1 = row,
                None => inputs.push((path.to_owned(), row)),
            }
        }
    }
    inputs
}
