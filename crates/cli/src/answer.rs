//! An answer in all its forms: a table for the terminal, an object for programs, a folder with a page for people.

use crate::args::OutputArgs;
use crate::failure::Failure;
use crate::{interrupt, output};
use portway_disk::RunFolder;
use portway_disk::manifest::manifest;
use portway_disk::run_folder::{MANIFEST, MODEL, REPORT};
use portway_model::Folder;
use portway_study::RestsOn;
use portway_study::results::ModelRef;
use serde::Serialize;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

/// Where an answer goes, made sure of before hours are spent.
#[derive(Debug)]
pub(crate) struct Place {
    folder: Option<RunFolder>,
    /// Named by the user, or chosen by default.
    path: Option<PathBuf>,
}

impl Place {
    /// The folder that `--out` names; otherwise `runs/DEFAULT` when there is a default, unless a program asks for JSON only.
    pub(crate) fn begin(output: &OutputArgs, default: Option<&str>) -> Result<Self, Failure> {
        let path = match output {
            OutputArgs { out: Some(out), .. } => Some(out.clone()),
            OutputArgs { json: true, .. } => None,
            _ => default.map(|name| PathBuf::from("runs").join(name)),
        };
        let folder = path.as_deref().map(output::run_folder).transpose()?;
        Ok(Self { folder, path })
    }
}

/// What a command found, rendered only in the forms that somebody gets to see.
pub(crate) struct Answer<'a, T> {
    /// The command, as typed.
    pub(crate) command: &'static str,
    /// The file of the object in the folder, e.g. `capacity.json`; must be one of `run_folder::OURS`.
    pub(crate) file: &'static str,
    /// The object.
    pub(crate) value: &'a T,
    /// What it rests on, for the manifest.
    pub(crate) made_of: MadeOf<'a>,
    /// The texts that were run.
    pub(crate) texts: &'a Folder,
    /// The page for people.
    pub(crate) page: &'a dyn Fn() -> String,
    /// The table for the terminal.
    pub(crate) table: &'a dyn Fn() -> String,
    /// Other files of the folder.
    pub(crate) files: Vec<(&'static str, Vec<u8>)>,
}

/// What the manifest says an answer was made of.
pub(crate) struct MadeOf<'a> {
    pub(crate) model: &'a ModelRef,
    pub(crate) seed: u64,
    /// Scenario or scenarios, windows, replications.
    pub(crate) what: Value,
}

impl<'a> From<&'a RestsOn> for MadeOf<'a> {
    fn from(rests_on: &'a RestsOn) -> Self {
        let RestsOn { scenario, from, to, replications, .. } = rests_on;
        let what = json!({ "scenario": scenario, "from": from, "to": to, "replications": replications });
        Self { model: &rests_on.model, seed: rests_on.seed, what }
    }
}

impl<T: Serialize> Answer<'_, T> {
    /// Writes the folder, whole or not at all, and prints the table or the object.
    pub(crate) fn deliver(self, place: Place, output: &OutputArgs, cancel: &AtomicBool) -> Result<(), Failure> {
        if let Some(folder) = place.folder {
            let MadeOf { model, seed, what } = self.made_of;
            folder.write_texts(MODEL, self.texts)?;
            folder.write(MANIFEST, manifest(self.command, output::typed(), model, seed, what).as_bytes())?;
            folder.write(self.file, output::json(self.value).as_bytes())?;
            folder.write(REPORT, (self.page)().as_bytes())?;
            self.files.iter().try_for_each(|(name, bytes)| folder.write(name, bytes))?;
            interrupt::check(cancel)?;
            folder.finish()?;
        }
        output::answer(&if output.json { output::json(self.value) } else { (self.table)() })?;
        if let (Some(path), false) = (place.path, output.json) {
            output::say(&format!("Report: {}", path.join(REPORT).display()));
        }
        Ok(())
    }
}
