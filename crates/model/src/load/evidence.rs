//! Evidence joined to inputs: every row must speak of something, and inputs without a row are told once.

use crate::corridor::InputRow;
use crate::description::{describe, shape_at};
use crate::element::Evidence;
use crate::problem::{Problem, Problems, did_you_mean};
use crate::range::{End, Range, RangeMistake};
use crate::reader::{Key, ReadKey, shortened};
use crate::records::EvidenceRow;
use crate::tree::{Table, Value, written};
use std::collections::{BTreeMap, BTreeSet};

/// Most keys that are looked at for all rows together: rows with a `*` look at many.
const MAX_STEPS: u64 = 500_000;

/// Evidence and the inputs it is joined to.
pub(super) struct Attached {
    pub(super) rows: Vec<Evidence>,
    pub(super) inputs: Vec<InputRow>,
}

/// Joins the rows of `evidence.csv`, when there is one, to the inputs of the folder and its scenarios.
pub(super) fn attach(
    rows: Option<Vec<EvidenceRow>>,
    root: &Table,
    keys: &[ReadKey],
    changed: Vec<InputRow>,
    problems: &mut Problems,
) -> Attached {
    let own = keys.iter().filter(|key| key.is_input && !key.path.starts_with("scenario."));
    let own = own.filter_map(|key| {
        let value = written(&root.find(&key.path)?.item);
        Some(InputRow { path: key.path.clone(), value, evidence: None, range: None })
    });
    let mut inputs: Vec<InputRow> = own.chain(changed).collect();
    let file_is_there = rows.is_some();
    let rows = rows.unwrap_or_default();
    let positions: BTreeMap<String, usize> =
        inputs.iter().enumerate().map(|(position, input)| (input.path.clone(), position)).collect();

    // A row with a `*` speaks for what no row names exactly.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&row| rows[row].evidence.path.contains('*'));
    let mut steps_left = MAX_STEPS;
    for row in order {
        let EvidenceRow { evidence, place, .. } = &rows[row];
        let segments: Vec<&str> = evidence.path.split('.').collect();
        let mut found = Vec::new();
        matches(root, &segments, "", &mut steps_left, &mut found);
        if steps_left == 0 {
            problems.add(Problem::error("too-large", "evidence.csv has too many rows with a `*`").at(*place, ""));
            break;
        }
        for path in &found {
            if let Some(&position) = positions.get(path) {
                inputs[position].evidence.get_or_insert(row);
            }
        }
        if found.is_empty() && !problems.is_full() {
            let help = did_you_mean(&evidence.path, positions.keys().map(String::as_str));
            let problem = Problem::error("evidence", format!("`{}` is no input", shortened(&evidence.path)));
            let problem = problem.at(*place, "matches nothing in the folder");
            problems.add(
                problem.maybe_help(help.or(Some("a path is written as the tables are, e.g. link.bridge.speed".into()))),
            );
        }
    }
    read_ranges(&mut inputs, &rows, root, problems);
    warn_without(&inputs, file_is_there, problems);
    Attached { rows: rows.into_iter().map(|row| row.evidence).collect(), inputs }
}

/// Reads the ranges of all inputs that have one. What cannot be read is told once for each row.
fn read_ranges(inputs: &mut [InputRow], rows: &[EvidenceRow], root: &Table, problems: &mut Problems) {
    let mut language: Option<Vec<Key>> = None;
    let mut told = BTreeSet::new();
    for input in &mut *inputs {
        let Some(at) = input.evidence else { continue };
        let EvidenceRow { evidence: Evidence { low, high, .. }, low_place, high_place, .. } = &rows[at];
        let (false, Some(entry)) = (low.is_empty() && high.is_empty(), root.find(&input.path)) else { continue };
        let shape = shape_at(language.get_or_insert_with(describe), &input.path);
        let range = Range::read(&entry.item, shape, low, high);
        let mistake = match &range {
            Ok(range) if range.holds_written() => None,
            Ok(range) => Some(RangeMistake {
                end: End::Low,
                message: format!("{} in the folder lies outside its range", range.written()),
                help: Some("either the value or the range is not what was meant".into()),
            }),
            Err(mistake) => Some(mistake.clone()),
        };
        if let Some(RangeMistake { end, message, help }) = mistake
            && told.insert(at)
        {
            let message = format!("`{}`: {message}", shortened(&input.path));
            let place = if end == End::Low { *low_place } else { *high_place };
            problems.add(Problem::warning("evidence-range", message).at(place, "").maybe_help(help));
        }
        input.range = Some(range.map_err(|mistake| mistake.message));
    }
    let used: BTreeSet<usize> = inputs.iter().filter_map(|input| input.evidence).collect();
    let has_range = |row: &EvidenceRow| !(row.evidence.low.is_empty() && row.evidence.high.is_empty());
    let idle = |(at, row): &(usize, &EvidenceRow)| has_range(row) && !used.contains(at);
    for (_, row) in rows.iter().enumerate().filter(idle) {
        let message = format!("`{}` holds no number that a range could move", shortened(&row.evidence.path));
        problems.add(Problem::warning("evidence-range", message).at(row.low_place, ""));
    }
}

/// The paths of values that a pattern matches; `*` stands for any one segment.
fn matches(table: &Table, pattern: &[&str], path: &str, steps_left: &mut u64, found: &mut Vec<String>) {
    let Some((first, rest)) = pattern.split_first() else { return };
    let candidates = match *first {
        "*" => table.entries(),
        name => table.get(name).map(std::slice::from_ref).unwrap_or_default(),
    };
    for entry in candidates {
        *steps_left = steps_left.saturating_sub(1);
        if *steps_left == 0 {
            return;
        }
        let path = if path.is_empty() { entry.key.to_string() } else { format!("{path}.{}", entry.key) };
        match &entry.item.value {
            Value::Table(inner) if !rest.is_empty() => matches(inner, rest, &path, steps_left, found),
            // A whole element is no value; a table of values by class is one.
            Value::Table(_) if is_element(&path) => {}
            _ if rest.is_empty() => found.push(path),
            _ => {}
        }
    }
}

/// Whether a path names an element, a stage or a group of them, and not a value.
fn is_element(path: &str) -> bool {
    let segments: Vec<&str> = path.split('.').collect();
    let inside = match segments[..] {
        ["scenario", _, "set", ref inside @ ..] => inside,
        ["scenario", _, "on", _, ref inside @ ..] => inside,
        ["project", _, "set", ref inside @ ..] => inside,
        ["scenario", ..] => return true,
        ref all => all,
    };
    match *inside {
        ["facility", _, "stage" | "process", ..] => inside.len() <= if inside[2] == "stage" { 4 } else { 3 },
        // These tables hold values and not elements.
        ["money", "rate"] => true,
        ["money" | "air" | "choice", ..] => inside.len() <= 1,
        ["flow", _, "choice"] => true,
        _ => inside.len() <= 2,
    }
}

/// One warning for all inputs that nobody says where they come from.
fn warn_without(inputs: &[InputRow], file_is_there: bool, problems: &mut Problems) {
    const SHOWN: usize = 12;
    let without: Vec<&str> = inputs.iter().filter(|i| i.evidence.is_none()).map(|i| i.path.as_str()).collect();
    if without.is_empty() {
        return;
    }
    let where_to = if file_is_there { "has no row for" } else { "is missing: nobody can see the source of" };
    let count = if without.len() == 1 { "1 input".to_string() } else { format!("{} inputs", without.len()) };
    let mut list = without[..without.len().min(SHOWN)].join("\n");
    if without.len() > SHOWN {
        list += &format!("\nand {} more", without.len() - SHOWN);
    }
    problems.add(Problem::warning("no-evidence", format!("evidence.csv {where_to} {count}")).help(list));
}
