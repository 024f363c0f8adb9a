//! Scenarios applied: bases followed, changes written over the tree, every dated version decoded.

use super::parts::{Belonging, LeftOut, OF_THE_WHOLE};
use super::{Reading, decode_tree};
use crate::corridor::InputRow;
use crate::decode::{ScenarioText, Tables, windowed};
use crate::element::{Change, Model, Scenario, Step, Timeline, Version};
use crate::folder::MAX_WORK;
use crate::problem::{Place, Problem, Problems, Sources};
use crate::reader::{Kind, Names, ReadKey};
use crate::said::Said;
use crate::tree::{Entry, Table, Value, written};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Most dates with changes in one scenario and its bases; each is a model of its own.
const MAX_DATES: usize = 2000;

/// All scenarios of a folder, applied.
pub(super) struct Applied {
    /// None when one of them has a mistake.
    pub(super) timelines: Option<Vec<Timeline>>,
    /// What each of them was decoded from.
    pub(super) said: Vec<Said>,
    /// Elements that something refers to in the folder or in a scenario.
    pub(super) used: BTreeSet<(Kind, usize)>,
    /// Inputs that scenarios change.
    pub(super) inputs: Vec<InputRow>,
    /// Values looked at so far.
    pub(super) work: u64,
}

/// Applies every scenario of the folder.
pub(super) fn scenarios(
    root: &Table,
    parted: &BTreeMap<String, Belonging>,
    base: &Reading,
    names: &Names,
    sources: &Sources<'_>,
    tables: &Tables,
    problems: &mut Problems,
) -> Applied {
    let mut applied =
        Applied { timelines: Some(Vec::new()), said: Vec::new(), used: base.used.clone(), inputs: Vec::new(), work: 0 };
    if names.count(Kind::Scenario) == 0 {
        let problem = Problem::error("no-scenario", "the folder has no scenario, so there is nothing to run");
        problems.add(problem.help("add [scenario.NAME] with the dates from and to"));
    } else if names.count(Kind::Scenario) > 1
        && let Some(head) = &base.draft.head
        && head.default_scenario.is_none()
        && root.find("corridor.default-scenario").is_none()
        && let Some(corridor) = root.get("corridor")
    {
        let problem = Problem::warning("no-default", "there are several scenarios and no default");
        problems.add(problem.at(corridor.place, "needs `default-scenario`"));
    }
    let texts: BTreeMap<&str, &ScenarioText> =
        base.draft.scenarios.iter().flatten().map(|text| (text.name.as_str(), text)).collect();
    let mut work = base.work;
    for text in &base.draft.scenarios {
        if work > MAX_WORK {
            // Told when the limit was passed; nothing more is to be learnt from the rest.
            applied.timelines = None;
            break;
        }
        let timeline = text.as_ref().and_then(|text| {
            let chain = chain_of(text, &texts, problems)?;
            one(root, parted, &chain, names, sources, tables, &mut work, &mut applied, problems)
        });
        match timeline {
            Some((timeline, said)) => {
                applied.timelines.iter_mut().for_each(|all| all.push(timeline.clone()));
                applied.said.push(said);
            }
            None => applied.timelines = None,
        }
    }
    applied.work = work;
    applied
}

/// The scenario and its bases, the first base first.
fn chain_of<'s>(
    scenario: &'s ScenarioText,
    texts: &BTreeMap<&str, &'s ScenarioText>,
    problems: &mut Problems,
) -> Option<Vec<&'s ScenarioText>> {
    let mut chain = vec![scenario];
    while let Some((base, place)) = &chain.last()?.base {
        // A base with a mistake has been reported where it is written.
        let next = *texts.get(base.as_str())?;
        if let Some(at) = chain.iter().position(|known| known.name == next.name) {
            // Every scenario of the circle finds it; the one with the first name tells.
            if at == 0 && chain.iter().all(|known| scenario.name <= known.name) {
                let names: Vec<&str> = chain.iter().map(|known| known.name.as_str()).chain([base.as_str()]).collect();
                let problem = Problem::error("scenario-cycle", "scenarios start from each other in a circle");
                problems.add(problem.at(*place, names.join(" → ")));
            }
            return None;
        }
        chain.push(next);
    }
    chain.reverse();
    Some(chain)
}

/// Keys of a flow of which only one may be written: who sets one of them does without the other.
const ALTERNATIVES: [(&str, &str); 2] = [("route", "routes"), ("volume", "timetable")];

/// Takes out what the changes of a scenario say in another way.
fn replace_alternatives(tree: &mut Table, set: &Table) {
    for flow in set.table("flow").map_or(&[][..], Table::entries) {
        let Value::Table(keys) = &flow.item.value else { continue };
        for (one, other) in ALTERNATIVES.into_iter().chain(ALTERNATIVES.map(|(one, other)| (other, one))) {
            if keys.get(one).is_some()
                && keys.get(other).is_none()
                && let Some(known) = tree.table_mut("flow").and_then(|flows| flows.table_mut(&flow.key))
            {
                *known = known.filtered(|entry| &*entry.key != other);
            }
        }
    }
}

#[allow(clippy::too_many_arguments)]
fn one(
    root: &Table,
    parted: &BTreeMap<String, Belonging>,
    chain: &[&ScenarioText],
    names: &Names,
    sources: &Sources<'_>,
    tables: &Tables,
    work: &mut u64,
    applied: &mut Applied,
    problems: &mut Problems,
) -> Option<(Timeline, Said)> {
    let scenario = *chain.last()?;
    let latest = |day: fn(&ScenarioText) -> Option<(Date, Place)>| chain.iter().rev().find_map(|text| day(text));
    let window = windowed(scenario, latest(|text| text.from), latest(|text| text.to)).map_err(|p| problems.add(p)).ok();
    let mut changes = Vec::new();
    let stated = chain.iter().rev().find_map(|text| Some((text.name.as_str(), text.parts.clone()?)));
    let (by, parts) = stated.map_or((scenario.name.as_str(), None), |(name, parts)| (name, Some(parts)));
    let left_out = LeftOut::of(by, parts.as_deref(), parted);
    if parts.is_none() {
        applied.used.extend(names.positions(Kind::Part).map(|(position, ..)| (Kind::Part, position)));
    }
    let mut tree = left_out.apply(root);
    for text in chain {
        let set = left_out.apply(&text.set);
        note_changes(&tree, &set, None, &mut changes);
        replace_alternatives(&mut tree, &set);
        tree.apply(&set);
    }
    let whole = names;
    let names_after = Names::of(&tree).without(left_out.clone());
    *work += names_after.total() + left_out.elements.len() as u64;
    let names =
        if scenario.set.entries().is_empty() && chain.len() == 1 && left_out.is_empty() { whole } else { &names_after };
    let mut note_used = |used: &BTreeSet<(Kind, usize)>| {
        if left_out.is_empty() {
            applied.used.extend(used);
        } else {
            applied.used.extend(names.renumbered(used, whole));
        }
    };
    let first = decode_tree(&tree, names, sources, tables, *work, false, problems);
    *work = first.work;
    note_used(&first.used);
    applied.inputs.extend(inputs_in(&format!("scenario.{}.set", scenario.name), &scenario.set, &first.keys));
    let head = first.draft.head.clone();
    let mut versions = vec![(None, head.clone().and_then(|head| first.draft.model(&head, &tables.holidays)))];
    let mut said = vec![(None, tree.clone())];

    // A base's change of the same day comes before the scenario's own.
    let mut dates: Vec<(Date, usize, Table)> = Vec::new();
    for (depth, text) in chain.iter().enumerate() {
        dates.extend(text.on.iter().map(|(date, table)| (*date, depth, left_out.apply(table))));
    }
    dates.sort_by_key(|(date, depth, _)| (*date, *depth));
    if dates.len() > MAX_DATES {
        let message = format!("scenario `{}` changes on more than {MAX_DATES} dates", scenario.name);
        problems.add(Problem::error("too-large", message).at(scenario.place, ""));
        return None;
    }
    for (index, (date, depth, table)) in dates.iter().enumerate() {
        let (date, depth) = (*date, *depth);
        if *work > MAX_WORK {
            return None;
        }
        let allowed = check_structure(&tree, table, problems);
        note_changes(&tree, table, Some(date), &mut changes);
        tree.apply(table);
        if dates.get(index + 1).is_some_and(|next| next.0 == date) && depth + 1 < chain.len() {
            continue;
        }
        if !allowed {
            versions.push((Some(date), None));
            continue;
        }
        said.push((Some(date), tree.clone()));
        let reading = decode_tree(&tree, names, sources, tables, *work, false, problems);
        *work = reading.work;
        note_used(&reading.used);
        if depth + 1 == chain.len() {
            let prefix = format!("scenario.{}.on.{date}", scenario.name);
            applied.inputs.extend(inputs_in(&prefix, table, &reading.keys));
        }
        let model = head.clone().and_then(|head| reading.draft.model(&head, &tables.holidays));
        let steps_kept = match (&versions[0].1, &model) {
            (Some(before), Some(after)) => same_steps(before, after, table, problems),
            _ => true,
        };
        versions.push((Some(date), model.filter(|_| steps_kept)));
    }
    let (from, to) = window?;
    let versions: Option<Vec<Version>> =
        versions.into_iter().map(|(from, model)| model.map(|model| Version { from, model })).collect();
    let scenario = Scenario {
        name: scenario.name.clone(),
        title: scenario.title.clone(),
        base: scenario.base.as_ref().map(|(base, _)| base.clone()),
        from,
        to,
        warm_up_days: chain.iter().rev().find_map(|text| text.warm_up_days).unwrap_or(0),
        parts,
        changes,
    };
    Some((Timeline { scenario, versions: versions?, state: Vec::new() }, said))
}

/// Every value of a patch as a change, with what stood there before.
pub(super) fn note_changes(tree: &Table, patch: &Table, from: Option<Date>, changes: &mut Vec<Change>) {
    fn inside(old: Option<&Table>, patch: &Table, path: &str, from: Option<Date>, changes: &mut Vec<Change>) {
        for entry in patch.entries() {
            let path = if path.is_empty() { entry.key.to_string() } else { format!("{path}.{}", entry.key) };
            let before = old.and_then(|old| old.get(&entry.key));
            if let Value::Table(inner) = &entry.item.value {
                let old = before.and_then(|before| match &before.item.value {
                    Value::Table(table) => Some(table),
                    _ => None,
                });
                // A table over a plain value replaces it as a whole.
                if before.is_none() || old.is_some() {
                    inside(old, inner, &path, from, changes);
                    continue;
                }
            }
            let before = before.map(|before| written(&before.item)).unwrap_or_default();
            changes.push(Change { path, from, before, after: written(&entry.item) });
        }
    }
    inside(Some(tree), patch, "", from, changes);
}

/// The inputs that a patch states, under the path where the scenario states them.
fn inputs_in(prefix: &str, patch: &Table, keys: &[ReadKey]) -> Vec<InputRow> {
    if patch.entries().is_empty() {
        return Vec::new();
    }
    let inputs = keys.iter().filter(|key| key.is_input);
    let stated = inputs.filter_map(|key| Some((key, patch.find(&key.path)?)));
    stated
        .map(|(key, entry)| InputRow {
            path: format!("{prefix}.{}", key.path),
            value: written(&entry.item),
            evidence: None,
            range: None,
        })
        .collect()
}

/// Vehicles are under way when a dated change comes, so it may not add elements nor move them.
fn check_structure(tree: &Table, patch: &Table, problems: &mut Problems) -> bool {
    const FIXED: &[(&str, &[&str])] = &[
        ("link", &["from", "to", "border"]),
        ("facility", &["node", "bcp"]),
        ("route", &["direction", "path"]),
        ("flow", &["class", "route", "routes"]),
        ("incident", &["at"]),
        ("limit", &["counts", "enter", "leave", "every"]),
        ("commodity", &["unit"]),
        ("line", &["kind", "from", "to", "direction", "commodity", "border"]),
    ];
    let mut right = true;
    let mut fail = |entry: &Entry, what: String| {
        let problem = Problem::error("structure-change", what).at(entry.place, "vehicles are under way on this day");
        problems.add(problem.help("write it under `set`, which holds from the beginning"));
        right = false;
    };
    let inside = |entry: &Entry| match &entry.item.value {
        Value::Table(table) => table.clone(),
        _ => Table::default(),
    };
    for kind in patch.entries() {
        let before = tree.table(&kind.key);
        if OF_THE_WHOLE.contains(&&*kind.key) {
            if before.is_none() {
                fail(kind, format!("a dated change may not add [{}]", kind.key));
            }
            for key in inside(kind).entries().iter().filter(|key| ["currency", "second"].contains(&&*key.key)) {
                fail(key, format!("a dated change may not change `{}` of [money]", key.key));
            }
            continue;
        }
        for element in inside(kind).entries() {
            let Some(before) = before.and_then(|table| table.table(&element.key)) else {
                fail(element, format!("a dated change may not add {} `{}`", kind.key, element.key));
                continue;
            };
            let fixed = FIXED.iter().find(|(of, _)| *of == &*kind.key).map_or(&[][..], |(_, keys)| keys);
            for key in inside(element).entries() {
                if fixed.contains(&&*key.key) {
                    fail(key, format!("a dated change may not change `{}` of a {}", key.key, kind.key));
                }
                if &*kind.key != "facility" || !["stage", "process"].contains(&&*key.key) {
                    continue;
                }
                for part in inside(key).entries() {
                    if before.table(&key.key).is_none_or(|table| table.get(&part.key).is_none()) {
                        fail(part, format!("a dated change may not add {} `{}`", key.key, part.key));
                    }
                    if &*key.key == "stage" {
                        for key in inside(part).entries().iter().filter(|key| ["kind", "step"].contains(&&*key.key)) {
                            fail(key, format!("a dated change may not change `{}` of a stage", key.key));
                        }
                    }
                }
            }
        }
    }
    right
}

/// Whether a dated change kept all steps of all processes; shares may differ.
fn same_steps(before: &Model, after: &Model, patch: &Table, problems: &mut Problems) -> bool {
    let mut right = true;
    for (old, new) in before.facilities.iter().zip(&after.facilities) {
        for (was, is) in old.processes.iter().zip(&new.processes) {
            if same_skeleton(&was.steps, &is.steps) {
                continue;
            }
            right = false;
            let path = format!("facility.{}.process.{}", old.name, before.directions[was.direction].name);
            let message = format!("a dated change may not change the steps of `{}`", old.name);
            let problem = Problem::error("structure-change", message);
            let problem = match patch.find(&path) {
                Some(entry) => problem.at(entry.place, "other steps than before this day"),
                None => problem,
            };
            problems.add(problem.help("change only shares, or write it under `set`"));
        }
    }
    right
}

fn same_skeleton(one: &[Step], other: &[Step]) -> bool {
    let same = |pair: (&Step, &Step)| match pair {
        (Step::Visit { stage: a, .. }, Step::Visit { stage: b, .. }) => a == b,
        (Step::BackTo { stage: a, .. }, Step::BackTo { stage: b, .. }) => a == b,
        (Step::Group { steps: a, .. }, Step::Group { steps: b, .. }) => same_skeleton(a, b),
        (Step::OneOf { ways: a }, Step::OneOf { ways: b }) => {
            a.len() == b.len() && a.iter().zip(b).all(|((_, a), (_, b))| same_skeleton(a, b))
        }
        _ => false,
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}
