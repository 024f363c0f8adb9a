//! A scenario with a project opened and without it, so that the two can be run side by side.
//!
//! Opened means from the beginning of the run, whatever day is announced: what is asked is what the project changes and not when.
//! Both states are variations, and so are read and refused by the code that reads every scenario.

use crate::corridor::Corridor;
use crate::diagnostic::Diagnostic;
use crate::element::{Change, Project, Timeline};
use crate::folder::Folder;
use crate::vary::{InputValue, RefusedVariation, Variation, varied};

/// A scenario with and without one project.
#[derive(Clone, Debug)]
pub enum Opened {
    /// The folder does not say what the project changes.
    Silent,
    /// All that it changes belongs to parts that the scenario leaves out.
    LeftOut,
    /// The scenario is the same with and without it, as with a project that has been open for long: what was there before is
    /// not known.
    AlreadyThere,
    /// What it changes cannot stand in this scenario.
    Refused(Box<RefusedVariation>),
    /// The two differ.
    Pair {
        /// The scenario without what it says, from its beginning or on a day, as the project does.
        without: Box<Timeline>,
        /// The scenario with all that the project changes, from the beginning.
        with: Box<Timeline>,
    },
}

/// Every project of the corridor, in the order of the folder, opened in a scenario and taken out of it.
///
/// `folder` is the one that `corridor` was loaded from.
///
/// # Errors
/// One diagnostic when there is no such scenario.
pub fn opened(folder: &Folder, corridor: &Corridor, scenario: &str) -> Result<Vec<Opened>, Vec<Diagnostic>> {
    let base = corridor.timeline(Some(scenario))?;
    let projects = corridor.projects();
    let told: Vec<&Project> = projects.iter().filter(|project| has_a_say(corridor, scenario, project)).collect();
    let pairs: Vec<[Variation; 2]> = told.iter().map(|project| states(project, &base.scenario.changes)).collect();
    // One reading for all. Only when something is wrong is each read alone, to tell whose mistake it is.
    let mut all = match read(folder, corridor, scenario, &pairs) {
        Ok(all) => all,
        Err(_) => {
            let alone = |pair: &[Variation; 2]| match read(folder, corridor, scenario, std::slice::from_ref(pair)) {
                Ok(mut all) => all.remove(0),
                Err(refused) => Opened::Refused(refused),
            };
            pairs.iter().map(alone).collect()
        }
    }
    .into_iter();
    let of = |project: &Project| match project.changes.is_empty() {
        true => Opened::Silent,
        false if has_a_say(corridor, scenario, project) => all.next().unwrap_or(Opened::AlreadyThere),
        false => Opened::LeftOut,
    };
    Ok(projects.iter().map(of).collect())
}

/// Whether a project changes anything that a scenario does not leave out.
fn has_a_say(corridor: &Corridor, scenario: &str, project: &Project) -> bool {
    project.changes.iter().any(|change| corridor.left_out_of(scenario, &change.path).is_none())
}

fn read(
    folder: &Folder,
    corridor: &Corridor,
    scenario: &str,
    pairs: &[[Variation; 2]],
) -> Result<Vec<Opened>, Box<RefusedVariation>> {
    let mut timelines = varied(folder, corridor, scenario, pairs.as_flattened())?.into_iter();
    let mut all = Vec::new();
    while let (Some(without), Some(with)) = (timelines.next(), timelines.next()) {
        all.push(if without.versions == with.versions {
            Opened::AlreadyThere
        } else {
            Opened::Pair { without: Box::new(without), with: Box::new(with) }
        });
    }
    Ok(all)
}

/// The scenario without a project and with it, as inputs at other values.
fn states(project: &Project, of_scenario: &[Change]) -> [Variation; 2] {
    let without = project.changes.iter().flat_map(|change| undone(change, of_scenario)).collect();
    let with = project.changes.iter().map(|change| value(change.path.clone(), &change.after)).collect();
    [Variation { changes: without }, Variation { changes: with }]
}

/// What takes one change of a project out of a scenario that makes it too, as where the scenario opens the project on a day: the
/// value then stays what it would be otherwise. A value that nothing was written for before cannot be taken out.
fn undone(of_project: &Change, of_scenario: &[Change]) -> Vec<InputValue> {
    let path = &of_project.path;
    let mut from_the_beginning = None;
    let mut on_days = Vec::new();
    let mut otherwise: Option<&str> = None;
    for change in of_scenario.iter().filter(|change| change.path == *path) {
        let before = otherwise.unwrap_or(&change.before);
        if change.after != of_project.after {
            otherwise = Some(&change.after);
            if change.from.is_none() {
                from_the_beginning = None;
            }
            continue;
        }
        otherwise = Some(before);
        if before.is_empty() {
            continue;
        }
        match change.from {
            None => from_the_beginning = Some(value(path.clone(), before)),
            Some(day) => on_days.push(value(format!("on.{day}.{path}"), before)),
        }
    }
    from_the_beginning.into_iter().chain(on_days).collect()
}

fn value(path: String, value: &str) -> InputValue {
    InputValue { path, value: value.to_owned() }
}
