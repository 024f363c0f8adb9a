//! A run folder appears whole or not at all: it is written beside its place and renamed into it.

use crate::failure::Failure;
use portway_model::Folder;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use tempfile::TempDir;

/// The file by which a run folder is known.
pub(crate) const MANIFEST: &str = "manifest.json";
/// The folder of the texts that were run, so that a run can be repeated after its model has changed.
pub(crate) const MODEL: &str = "model";
/// The page that people open.
pub(crate) const REPORT: &str = "report.html";

/// Everything that any command writes into a run folder. What else is in one was put there by its user, and stays.
const OURS: [&str; 17] = [
    MANIFEST,
    MODEL,
    REPORT,
    "before",
    "bottleneck.json",
    "capacity.json",
    "comparison.json",
    "explanation.json",
    "hourly.parquet",
    "ranking.json",
    "results.json",
    "samples.json",
    "sensitivity.json",
    "since.json",
    "state.csv",
    "validation.json",
    "visits.parquet",
];

/// A run folder that is being written. Dropping it unfinished removes every trace.
#[derive(Debug)]
pub(crate) struct RunFolder {
    target: PathBuf,
    /// Beside `target`, so that the last step is one rename; none once finished.
    unfinished: Option<TempDir>,
    /// Parents that did not exist before, the deepest first.
    created: Vec<PathBuf>,
}

/// Paths to remove when the process is stopped from outside. Only one run folder is ever written at a time.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Removes a folder that is being written. For the handler of Ctrl-C, which cannot reach the owner.
pub(crate) fn remove_unfinished() {
    for path in UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        // The first is the folder with its files; the rest are parents, which go only when they are empty.
        let _ = if is_partial(&path) { fs::remove_dir_all(&path) } else { fs::remove_dir(&path) };
    }
}

const PARTIAL: &str = ".portway-";

fn is_partial(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PARTIAL))
}

impl RunFolder {
    /// Makes sure, before hours are spent, that the folder can be written and that nothing else is in its place.
    pub(crate) fn begin(target: &Path) -> Result<Self, Failure> {
        check_replaceable(target)?;
        if target.file_name().is_none() {
            return Err(Failure::new(format!("{} cannot be a run folder", target.display()), "give a name with --out"));
        }
        let parent = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut folder = Self { target: target.to_owned(), unfinished: None, created: Vec::new() };
        folder.created =
            parent.ancestors().take_while(|p| !p.as_os_str().is_empty() && !p.exists()).map(Path::to_owned).collect();
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&folder.created);
        fs::create_dir_all(parent).map_err(|e| Failure::io("create", parent, &e))?;
        let temporary = tempfile::Builder::new().prefix(PARTIAL).suffix(".partial").tempdir_in(parent);
        let temporary = temporary.map_err(|e| Failure::io("write to", parent, &e))?;
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).insert(0, temporary.path().to_owned());
        folder.unfinished = Some(temporary);
        Ok(folder)
    }

    /// Writes the texts of a model into a folder inside.
    pub(crate) fn write_texts(&self, name: &str, texts: &Folder) -> Result<(), Failure> {
        texts.sorted().into_iter().try_for_each(|file| self.write(&format!("{name}/{}", file.name), &file.bytes))
    }

    /// Writes one file; `name` may lead through folders inside, which are made.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let Some(folder) = &self.unfinished else { return Ok(()) };
        let write = |path: &Path| {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            let mut file = fs::File::create(path)?;
            file.write_all(bytes)?;
            // Some disks report that they are full only here, and the rename must not come before the content.
            file.sync_all()
        };
        // The message names the place that the user asked for, not the temporary one.
        write(&folder.path().join(name)).map_err(|e| Failure::io("write", &self.target.join(name), &e))
    }

    /// Moves the folder to its place.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        let Some(temporary) = self.unfinished.take() else { return Ok(()) };
        check_replaceable(&self.target)?;
        let failed = |e: std::io::Error| Failure::io("write", &self.target, &e);
        allow_reading(temporary.path()).map_err(failed)?;
        let earlier = if self.target.exists() {
            let aside = temporary.path().with_extension("earlier");
            fs::rename(&self.target, &aside).map_err(failed)?;
            Some(aside)
        } else {
            None
        };
        if let Err(error) = fs::rename(temporary.path(), &self.target) {
            if let Some(aside) = &earlier {
                // Put back what was there; the error that counts is the first.
                let _ = fs::rename(aside, &self.target);
            }
            return Err(failed(error));
        }
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.created.clear();
        // It was renamed away, so there is nothing left for the guard to remove.
        let _ = temporary.keep();
        if let Some(aside) = earlier {
            fs::remove_dir_all(&aside).map_err(|e| Failure::io("remove", &aside, &e))?;
        }
        Ok(())
    }
}

impl Drop for RunFolder {
    fn drop(&mut self) {
        drop(self.unfinished.take());
        for path in &self.created {
            let _ = fs::remove_dir(path);
        }
        UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A temporary folder is private; a run folder is like any other that the user makes.
#[cfg(unix)]
fn allow_reading(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    // A new folder shows what the user's umask allows.
    let probe = path.join(".probe");
    fs::create_dir(&probe)?;
    let mode = fs::metadata(&probe)?.permissions().mode();
    fs::remove_dir(&probe)?;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn allow_reading(_path: &Path) -> std::io::Result<()> {
    Ok(())
}

/// Only an earlier run to which its user added nothing, or an empty folder, may be replaced.
fn check_replaceable(target: &Path) -> Result<(), Failure> {
    let refuse = |what: &str| {
        Err(Failure::new(
            format!("{} exists and is {what}; it is left as it is", target.display()),
            "choose another folder with --out",
        ))
    };
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Failure::io("write", target, &error)),
        Ok(about) if !about.is_dir() => refuse("not a folder"),
        Ok(_) => {
            let failed = |e: std::io::Error| Failure::io("read", target, &e);
            let mut names = Vec::new();
            for entry in fs::read_dir(target).map_err(failed)? {
                names.push(entry.map_err(failed)?.file_name().to_string_lossy().into_owned());
            }
            if names.is_empty() {
                return Ok(());
            }
            if !is_run_folder(target) {
                return refuse("not a run folder");
            }
            names.sort();
            match names.iter().find(|name| !OURS.contains(&name.as_str())) {
                Some(name) => refuse(&format!("a run folder to which `{name}` was added")),
                None => Ok(()),
            }
        }
    }
}

/// Whether the folder holds a manifest that Portway wrote.
fn is_run_folder(path: &Path) -> bool {
    let text = fs::read_to_string(path.join(MANIFEST)).unwrap_or_default();
    serde_json::from_str::<serde_json::Value>(&text).is_ok_and(|manifest| manifest.get("portway").is_some())
}
