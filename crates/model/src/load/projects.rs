//! What projects change, tried on the folder one by one, so that a mistake in it is found before anybody asks.

use super::apply::note_changes;
use super::{Reading, decode_tree};
use crate::decode::{ProjectText, Tables};
use crate::element::{Project, ProjectStatus};
use crate::folder::MAX_WORK;
use crate::problem::{Problem, Problems, Sources};
use crate::reader::{Kind, Names};
use crate::tree::Table;
use std::collections::BTreeSet;

/// Every project with its changes; none when one of them has a mistake.
pub(super) fn projects(
    root: &Table,
    base: &Reading,
    sources: &Sources<'_>,
    tables: &Tables,
    work: u64,
    used: &mut BTreeSet<(Kind, usize)>,
    problems: &mut Problems,
) -> Option<Vec<Project>> {
    let mut work = work;
    let mut right = true;
    let mut all = Vec::new();
    for text in &base.draft.projects {
        let Some(ProjectText { project, set, place }) = text else {
            right = false;
            continue;
        };
        let mut project = project.clone();
        note_changes(root, set, None, &mut project.changes);
        let stays = project.changes.iter().all(|change| change.before == change.after);
        // An open project is often in the folder as it stands, and one that was given up need not say what it would have been.
        let may_stay = match project.status {
            ProjectStatus::Stopped => true,
            ProjectStatus::Open => !project.changes.is_empty(),
            _ => false,
        };
        if stays && !may_stay {
            let message = format!("project `{}` changes nothing", project.name);
            let problem = Problem::warning("changes-nothing", message).at(*place, "needs `set`");
            let help = "write under `set` what is different once it is open, as in a scenario";
            problems.add(problem.help(help));
        }
        if !set.entries().is_empty() {
            if work > MAX_WORK {
                // Told when the limit was passed.
                return None;
            }
            let mut tree = root.clone();
            tree.apply(set);
            let names = Names::of(&tree);
            work += names.total();
            let reading = decode_tree(&tree, &names, sources, tables, work, false, problems);
            work = reading.work;
            // What the project adds has no place among the names of the folder, and nobody asks whether it is used.
            let whole = Names::of(root);
            used.extend(names.renumbered(&reading.used, &whole));
        }
        all.push(project);
    }
    right.then_some(all)
}
