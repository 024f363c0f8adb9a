//! `portway import`: elements from the files of other programs, into a folder that can be used with them or not at all.

use super::Outcome;
use crate::args::{ImportCommand, ImportGtfsArgs};
use crate::failure::Failure;
use crate::{feed, model, output};
use portway_disk::folder;
use portway_disk::whole::{self, Beside};
use portway_gtfs::evidence;
use portway_gtfs::import::{Imported, Wishes, new_corridor};
use portway_model::{Diagnostic, Folder, SourceFile, render};
use portway_report::Language;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) fn import(what: ImportCommand) -> Result<Outcome, Failure> {
    match what {
        ImportCommand::Gtfs(args) => gtfs(args),
    }
}

const EVIDENCE: &str = "evidence.csv";

fn gtfs(args: ImportGtfsArgs) -> Result<Outcome, Failure> {
    let (from, into, force) = (args.feed.clone(), args.into.clone(), args.force);
    let wishes = Wishes::from(args);
    let texts = feed::read(&from)?;
    let refused = |diagnostics: &[Diagnostic], texts: &Folder| {
        output::say(render(diagnostics, texts, output::colour_stderr()).trim_end());
        Failure::new(
            format!("{} cannot be imported as it is", from.display()),
            "correct the errors above; nothing was written",
        )
    };
    let feed = portway_gtfs::read(&texts).map_err(|diagnostics| refused(&diagnostics, &texts))?;
    let is_new = !into.exists() || fs::read_dir(&into).is_ok_and(|mut entries| entries.next().is_none());
    let before = match is_new {
        true => Folder::of([("corridor.toml", new_corridor(&feed, &wishes).as_str())]),
        false => folder::read(&into)?,
    };
    let corridor = match is_new {
        true => portway_model::load(&before).corridor,
        false => Some(model::load(&into, Language::En)?.0),
    };
    let corridor = corridor.ok_or_else(|| {
        Failure::new("no corridor can be made with these names", "choose other names with --name, --forward and --back")
    })?;
    let imported = portway_gtfs::import(&feed, &wishes, corridor.model());
    let imported = imported.map_err(|diagnostics| refused(&diagnostics, &texts))?;

    let name = format!("gtfs-{}.toml", wishes.name);
    if before.files.iter().any(|file| file.name == name) && !force {
        let message = format!("{} exists; nothing was written", into.join(&name).display());
        return Err(Failure::new(message, "replace it with --force, or choose another --name"));
    }
    let mut after = before;
    put(&mut after, &name, imported.toml.clone().into_bytes());
    let rows = evidence_text(&after, &wishes.name, &imported)?;
    put(&mut after, EVIDENCE, rows.into_bytes());
    let loaded = portway_model::load(&after);
    if loaded.corridor.is_none() {
        let errors: Vec<Diagnostic> = loaded.diagnostics.into_iter().filter(Diagnostic::is_error).collect();
        output::say(render(&errors, &after, output::colour_stderr()).trim_end());
        let message = format!("{} could not be used with the feed in it; nothing was written", into.display());
        return Err(Failure::new(message, "correct the errors above, or choose another --name"));
    }
    let mut written: Vec<&str> = vec![&name, EVIDENCE];
    written.extend(is_new.then_some("corridor.toml"));
    let files = after.files.iter().filter(|file| written.contains(&file.name.as_str()));
    write(&into, &files.collect::<Vec<_>>())?;
    output::answer(&answer(&imported, &into, &name))?;
    Ok(Outcome::Done)
}

/// Puts a file into a folder, in place of one of its name.
fn put(folder: &mut Folder, name: &str, bytes: Vec<u8>) {
    folder.files.retain(|file| file.name != name);
    folder.files.push(SourceFile { name: name.to_owned(), bytes });
}

/// `evidence.csv` with the rows of the import.
fn evidence_text(folder: &Folder, name: &str, imported: &Imported) -> Result<String, Failure> {
    let there = folder.files.iter().find(|file| file.name == EVIDENCE).map_or(&[][..], |file| &file.bytes);
    // The folder was loaded, so the table is text and has its columns.
    let text = std::str::from_utf8(there).unwrap_or_default();
    evidence::merged(text, name, &imported.evidence).ok_or_else(|| {
        Failure::new(format!("{EVIDENCE} has a quotation mark that is never closed"), "close it; nothing was written")
    })
}

/// Writes files into a folder: all of them, or none. Each is written beside its place first.
fn write(dir: &Path, files: &[&SourceFile]) -> Result<(), Failure> {
    let made = !dir.exists();
    fs::create_dir_all(dir).map_err(|e| Failure::io("create", dir, &e))?;
    let mut done: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    let mut all = || -> Result<(), Failure> {
        let mut beside = Vec::new();
        for file in files {
            let place = dir.join(&file.name);
            let written = Beside::write(&place, &file.bytes);
            beside.push(written.map_err(|e| Failure::io("write", &place, &e))?);
        }
        for file in beside {
            let place = file.place().to_owned();
            let before = fs::read(&place).ok();
            file.put().map_err(|e| Failure::io("write", &place, &e))?;
            done.push((place, before));
        }
        Ok(())
    };
    let result = all();
    if result.is_err() {
        // What cannot be put back cannot be helped; the error that counts is the first.
        for (place, before) in done {
            let _ = before.map_or_else(|| fs::remove_file(&place), |bytes| whole::write(&place, &bytes));
        }
        if made {
            let _ = fs::remove_dir(dir);
        }
    }
    result
}

fn answer(imported: &Imported, into: &Path, name: &str) -> String {
    let header = ["service", "way", "counts for", "leaves"].map(String::from);
    let rows = imported
        .services
        .iter()
        .map(|line| [line.name.clone(), line.way.clone(), line.directions.clone(), line.departures.clone()]);
    let mut text = output::columns(std::iter::once(header).chain(rows));
    if !imported.told.is_empty() {
        text += "\nNot said in the model, or filled in:\n";
        imported.told.iter().for_each(|told| text += &format!("- {told}\n"));
    }
    let dir = into.display();
    let rows = imported.evidence.len();
    text += &format!("\nWrote {name} and {rows} rows of {EVIDENCE} to {dir}. ");
    text + &format!("Passengers ride where a route names a service in its path.\n\n  portway check {dir}\n")
}
