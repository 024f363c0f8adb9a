//! An earlier run, read from its folder so that a new run can be compared with it.

use crate::failure::Failure;
use crate::folder;
use crate::run_folder::{MODEL, RunFolder, change_of_texts, names};
use portway_model::{Corridor, Folder, changed_inputs};
use portway_report::Since;
use portway_study::{Samples, pair};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The values of every replication, in a run folder.
const SAMPLES: &str = "samples.json";
/// The earlier run that a run was compared with, inside its folder: texts and values, nothing else.
const BEFORE: &str = "before";
/// Largest file of values that is read: a hundred thousand replications of a corridor several times the size of the reference.
const MAX_SAMPLES_BYTES: u64 = 1 << 30;

/// What a comparison needs of an earlier run.
#[derive(Debug)]
pub struct Earlier {
    samples: Samples,
    texts: Folder,
}

impl Earlier {
    /// The run that a user named.
    pub fn named(dir: &Path) -> Result<Self, Failure> {
        read(dir).map_err(|why| {
            Failure::new(
                format!("cannot compare with {}: {why}", dir.display()),
                "--against takes a run folder, such as runs/NAME-SCENARIO-seed1",
            )
        })
    }

    /// The run before the last change of the model, found in the folder that a new run will replace.
    ///
    /// That is the run in the folder, or the one that it was compared with when the model has not changed again: so the same
    /// command twice shows the same comparison twice. A folder of another version or kind is no reason not to run.
    pub fn replaced(target: &Path, hash: &str) -> Option<Self> {
        let earlier = read(target).ok()?;
        if earlier.samples.model.hash != hash { Some(earlier) } else { read(&target.join(BEFORE)).ok() }
    }

    /// The comparison with a new run; none when its model is the same.
    pub fn since(&self, corridor: &Corridor, texts: &Folder, samples: &Samples) -> Option<Since> {
        if self.samples.model.hash == samples.model.hash {
            return None;
        }
        if let Some(obstacle) = self.samples.obstacle(samples) {
            return Some(Since::NotCompared(obstacle));
        }
        // The same version has read these very texts before, so it can read them again.
        let before = portway_model::load(&self.texts).corridor?;
        Some(Since::Compared {
            inputs: changed_inputs(&before, corridor, &samples.scenario.scenario),
            files: changed_files(&self.texts, texts),
            comparison: Box::new(pair(&self.samples, samples)),
        })
    }

    /// Keeps this run inside the folder of the one that was compared with it.
    pub fn keep(&self, folder: &RunFolder) -> Result<(), Failure> {
        folder.write_texts(&format!("{BEFORE}/{MODEL}"), &self.texts)?;
        write_samples(folder, &format!("{BEFORE}/{SAMPLES}"), &self.samples)
    }
}

/// Writes what a later run needs to be compared with this one.
pub fn write(folder: &RunFolder, texts: &Folder, samples: &Samples) -> Result<(), Failure> {
    folder.write_texts(MODEL, texts)?;
    write_samples(folder, SAMPLES, samples)
}

/// On few lines, because nobody reads a number per replication one below the other.
fn write_samples(folder: &RunFolder, name: &str, samples: &Samples) -> Result<(), Failure> {
    let text = serde_json::to_string(samples).map_err(|e| Failure::new(format!("cannot make {name}: {e}"), ""))?;
    folder.write(name, (text + "\n").as_bytes())
}

/// What a user did to the earlier run that is kept in a run folder, in words that go on from "a run folder".
pub(crate) fn change_of(run: &Path) -> io::Result<Option<String>> {
    let before = run.join(BEFORE);
    if !before.is_dir() {
        return Ok(None);
    }
    if let Some(name) = names(&before)?.iter().find(|name| ![MODEL, SAMPLES].contains(&name.as_str())) {
        return Ok(Some(format!("to which `{BEFORE}/{name}` was added")));
    }
    let hash = samples(&before).ok().map(|samples| samples.model.hash);
    change_of_texts(run, &format!("{BEFORE}/{MODEL}"), hash.as_deref())
}

fn read(dir: &Path) -> Result<Earlier, String> {
    let samples = samples(dir)?;
    let texts = folder::read(&dir.join(MODEL)).map_err(|failure| failure.message)?;
    if texts.hash() != samples.model.hash {
        return Err(format!("the texts in its folder {MODEL} are not those that were run"));
    }
    Ok(Earlier { samples, texts })
}

/// The values of every replication of a run.
fn samples(dir: &Path) -> Result<Samples, String> {
    let path = dir.join(SAMPLES);
    let about = fs::metadata(&path).map_err(|_| format!("it holds no {SAMPLES}"))?;
    if !about.is_file() || about.len() > MAX_SAMPLES_BYTES {
        return Err(format!("its {SAMPLES} is no file that Portway wrote"));
    }
    let text = fs::read_to_string(&path).map_err(|e| crate::failure::reason(&e))?;
    serde_json::from_str(&text).map_err(|e| format!("its {SAMPLES} cannot be read: {e}"))
}

/// Names of the files that only one side has, or that differ.
fn changed_files(before: &Folder, now: &Folder) -> Vec<String> {
    let contents = |folder: &Folder| -> BTreeMap<String, Vec<u8>> {
        folder.sorted().into_iter().map(|file| (file.name.clone(), file.bytes.clone())).collect()
    };
    let (before, now) = (contents(before), contents(now));
    let mut names: Vec<&String> = before.keys().chain(now.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().filter(|name| before.get(*name) != now.get(*name)).cloned().collect()
}
