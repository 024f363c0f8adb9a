//! A run folder appears whole or not at all: it is written beside its place and renamed into it.

mod leftovers;
mod replaceable;

pub(crate) use replaceable::{change_of_texts, names};

use crate::failure::{Failure, reason};
use leftovers::Claim;
use portway_model::Folder;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The file by which a run folder is known.
pub const MANIFEST: &str = "manifest.json";
/// The folder of the texts that were run, so that a run can be repeated after its model has changed.
pub const MODEL: &str = "model";
/// The page that people open.
pub const REPORT: &str = "report.html";

/// Everything that any command writes into a run folder. What else is in one was put there by its user, and stays.
const OURS: [&str; 20] = [
    MANIFEST,
    MODEL,
    REPORT,
    "before",
    "bottleneck.json",
    "capacity.json",
    "comparison.json",
    "explanation.json",
    "hourly.parquet",
    "owners.parquet",
    "programme.json",
    "ranking.json",
    "results.json",
    "samples.json",
    "sensitivity.json",
    "since.json",
    "state.csv",
    "trade.parquet",
    "validation.json",
    "visits.parquet",
];

/// A run folder that is being written. Dropping it unfinished removes every trace.
#[derive(Debug)]
pub struct RunFolder {
    /// As the user typed it, for messages.
    shown: PathBuf,
    /// Where that leads, without links and steps back: it stays the same whatever is renamed on the way.
    target: PathBuf,
    /// The name beside `target` that it is written under, so that the last step is one rename; none once finished.
    claim: Option<Claim>,
    /// Parents that did not exist before, the deepest first.
    created: Vec<PathBuf>,
    /// What was put back on the way, a sentence each.
    put_back: Vec<String>,
}

/// Paths to remove when the process is stopped from outside. Only one run folder is ever written at a time.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes a folder that is being written. For the handler of Ctrl-C, which cannot reach the owner.
pub fn remove_unfinished() {
    for path in UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        remove(&path);
    }
}

/// What is half written goes with all it holds, and its lock; a parent goes only when it is empty.
fn remove(path: &Path) {
    let ours = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PARTIAL));
    let _ = match ours {
        true if path.is_dir() => fs::remove_dir_all(path),
        true => fs::remove_file(path),
        false => fs::remove_dir(path),
    };
}

/// How names begin of what is not yet in its place.
const PARTIAL: &str = ".portway-";

/// Where a path leads: an absolute path without links and steps back, of which the end need not exist.
pub fn resolve(path: &Path) -> io::Result<PathBuf> {
    let mut real = if path.is_absolute() { PathBuf::new() } else { std::env::current_dir()?.canonicalize()? };
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => drop(real.pop()),
            other => real.push(other),
        }
        match real.canonicalize() {
            Ok(found) => real = found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(real)
}

impl RunFolder {
    /// Makes sure, before hours are spent, that the folder can be written and that nothing else is in its place.
    pub fn begin(shown: &Path) -> Result<Self, Failure> {
        let failed = |e: io::Error| Failure::io("write", shown, &e);
        if fs::symlink_metadata(shown).is_ok_and(|about| about.is_symlink()) {
            replaceable::check(shown, shown)?;
        }
        let target = resolve(shown).map_err(failed)?;
        let here = std::env::current_dir().and_then(|here| here.canonicalize()).map_err(failed)?;
        let (Some(parent), Some(name), false) = (target.parent(), target.file_name(), here.starts_with(&target)) else {
            let message = format!("{} cannot be a run folder: the current folder lies in it", shown.display());
            return Err(Failure::new(message, "give another name with --out"));
        };
        let put_back = leftovers::clear(parent)?;
        replaceable::check(&target, shown)?;
        let created = parent.ancestors().take_while(|path| !path.exists()).map(Path::to_owned).collect();
        let mut folder = Self { shown: shown.to_owned(), target: target.clone(), claim: None, created, put_back };
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&folder.created);
        let shown_parent = shown.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(|e| Failure::io("create", shown_parent, &e))?;
        let claim = Claim::new(parent, name.to_str().unwrap_or_default())?;
        let begun = [claim.unfinished(), claim.path().to_owned()];
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).splice(0..0, begun);
        fs::create_dir(claim.unfinished()).map_err(|e| Failure::io("write to", shown_parent, &e))?;
        folder.claim = Some(claim);
        Ok(folder)
    }

    /// Earlier folders beside this one that a killed run had set aside and that are back in their place, a sentence each.
    pub fn put_back(&self) -> &[String] {
        &self.put_back
    }

    /// Writes the texts of a model into a folder inside.
    pub fn write_texts(&self, name: &str, texts: &Folder) -> Result<(), Failure> {
        texts.sorted().into_iter().try_for_each(|file| self.write(&format!("{name}/{}", file.name), &file.bytes))
    }

    /// Writes one file; `name` may lead through folders inside, which are made.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let Some(claim) = &self.claim else { return Ok(()) };
        let write = |path: &Path| {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            let mut file = fs::File::create(path)?;
            file.write_all(bytes)?;
            // Some disks report that they are full only here, and the rename must not come before the content.
            file.sync_all()
        };
        // The message names the place that the user asked for, not the temporary one.
        write(&claim.unfinished().join(name)).map_err(|e| Failure::io("write", &self.shown.join(name), &e))
    }

    /// Moves the folder to its place.
    pub fn finish(mut self) -> Result<(), Failure> {
        let Some(claim) = &self.claim else { return Ok(()) };
        replaceable::check(&self.target, &self.shown)?;
        let failed = |e: io::Error| Failure::io("write", &self.shown, &e);
        let earlier = claim.earlier();
        let replaces = self.target.exists();
        if replaces {
            fs::rename(&self.target, &earlier).map_err(failed)?;
        }
        if let Err(error) = fs::rename(claim.unfinished(), &self.target) {
            // The error that counts is the first, unless what was there cannot be put back.
            return Err(match !replaces || fs::rename(&earlier, &self.target).is_ok() {
                true => failed(error),
                false => Failure::new(
                    format!("cannot write {}: {}", self.shown.display(), reason(&error)),
                    format!("what was there before is now in {}", earlier.display()),
                ),
            });
        }
        self.created.clear();
        if replaces {
            // Whoever is killed here leaves a lock, by which the next run knows that the rest can go.
            fs::remove_dir_all(&earlier).map_err(|e| Failure::io("remove", &earlier, &e))?;
        }
        Ok(())
    }
}

impl Drop for RunFolder {
    fn drop(&mut self) {
        if let Some(claim) = self.claim.take()
            && claim.unfinished().is_dir()
        {
            remove(&claim.unfinished());
        }
        for path in &self.created {
            remove(path);
        }
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
