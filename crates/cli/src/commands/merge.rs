//! `portway merge`: the shards of a sweep put together, to the bytes that one process would have written.

use super::Outcome;
use super::sweep::{KEPT, default_place, deliver};
use crate::args::OutputArgs;
use crate::failure::Failure;
use crate::interrupt;
use crate::sweep_folder::{SweepFolder, read_plan, read_points, read_texts};
use portway_study::SweepPlan;
use portway_study::sweep::journal::Journal;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Numbers of points or shards that are named when some are missing.
const NAMED: usize = 8;

/// Merges the shards of one sweep.
pub(crate) fn merge(shards: &[PathBuf], output: &OutputArgs) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag_saying(KEPT)?;
    let Some(first) = shards.first() else {
        return Err(Failure::new("there is nothing to merge", "name the folders of the shards"));
    };
    let plan = read_plan(first)?.whole();
    let edited = |why: String| Failure::new(format!("{}: {why}", first.display()), "");
    let points = plan.points().map_err(edited)?.len();
    let mut merged = Journal::default();
    let mut seen: Vec<(&Path, SweepPlan)> = Vec::new();
    for path in shards {
        let of_shard = read_plan(path)?;
        if let Some(difference) = plan.difference(&of_shard.whole()) {
            let message = format!("{} is no shard of the sweep of {}: {difference}", path.display(), first.display());
            return Err(Failure::new(message, "only shards of one sweep can be merged"));
        }
        let journal = read_points(path, &of_shard, points)?;
        for (point, answer) in journal.answers {
            let known = merged.answers.entry(point).or_insert_with(|| answer.clone());
            if *known != answer {
                let message = format!("{} answers point {point} otherwise than a shard before it", path.display());
                return Err(Failure::new(message, "one of them was edited, or run by another program; run it again"));
            }
        }
        seen.push((path, of_shard));
    }
    let missing: Vec<u32> = merged.missing(&plan, points).collect();
    if !missing.is_empty() {
        return Err(incomplete(&missing, points, &seen));
    }
    let texts = read_texts(first)?;
    if texts.hash() != plan.rests_on.model.hash {
        let message = format!("{} is not the model that the sweep was run from", first.join("model").display());
        return Err(Failure::new(message, "somebody changed it; name another shard first"));
    }
    let place = output.out.clone().unwrap_or_else(|| default_place(&plan));
    let (folder, _) = SweepFolder::open(&place, &plan, points, &texts)?;
    folder.sort(&merged)?;
    deliver(&folder, &plan, &texts, &merged, &place, output, &cancel)?;
    Ok(Outcome::Done)
}

/// Says which points are missing, and whose they are.
fn incomplete(missing: &[u32], points: u32, seen: &[(&Path, SweepPlan)]) -> Failure {
    let message = format!("{} of {points} points are missing: {}", missing.len(), listed(missing));
    // A folder that was named but has not all of its points was interrupted.
    let unfinished = seen.iter().find(|(_, plan)| missing.iter().any(|point| plan.is_mine(*point)));
    if let Some((path, _)) = unfinished {
        return Failure::new(message, format!("{} is not finished: run its command again", path.display()));
    }
    let of: BTreeSet<u32> = seen.iter().filter_map(|(_, plan)| plan.shard.map(|shard| shard.of)).collect();
    let hint = match of.first() {
        Some(&of) => {
            let absent: BTreeSet<u32> = missing.iter().map(|point| point % of + 1).collect();
            let absent: Vec<u32> = absent.into_iter().collect();
            format!("name the folder of shard {} of {of} too", listed(&absent))
        }
        None => "name the folders of all shards".to_owned(),
    };
    Failure::new(message, hint)
}

fn listed(numbers: &[u32]) -> String {
    let named: Vec<String> = numbers.iter().take(NAMED).map(u32::to_string).collect();
    match numbers.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
