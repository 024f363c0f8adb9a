//! What may be replaced by a new run: an earlier run as Portway wrote it, and nothing that a user put in or changed.

use super::{MANIFEST, MODEL, OURS};
use crate::earlier;
use crate::failure::Failure;
use crate::folder;
use portway_model::folder::is_model_file;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::Path;

/// Only an earlier run to which its user added nothing, or an empty folder, may be replaced. `shown` is the path as typed.
pub(super) fn check(target: &Path, shown: &Path) -> Result<(), Failure> {
    let refuse = |what: &str| {
        Err(Failure::new(
            format!("{} exists and is {what}; it is left as it is", shown.display()),
            "choose another folder with --out",
        ))
    };
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Failure::io("write", shown, &error)),
        Ok(about) if !about.is_dir() => return refuse("not a folder"),
        Ok(_) => {}
    }
    let failed = |e: io::Error| Failure::io("read", shown, &e);
    let names = names(target).map_err(failed)?;
    if names.is_empty() {
        return Ok(());
    }
    let Some(manifest) = manifest(target) else { return refuse("not a run folder") };
    if let Some(name) = names.iter().find(|name| !OURS.contains(&name.as_str())) {
        return refuse(&format!("a run folder to which `{name}` was added"));
    }
    let hash = manifest.pointer("/model/hash").and_then(Value::as_str);
    if let Some(change) = change_of_texts(target, MODEL, hash).map_err(failed)? {
        return refuse(&format!("a run folder {change}"));
    }
    if let Some(change) = earlier::change_of(target).map_err(failed)? {
        return refuse(&format!("a run folder {change}"));
    }
    Ok(())
}

/// What a user did to the texts in a folder inside a run folder, in words that go on from "a run folder"; none when they are
/// those of the hash.
pub(crate) fn change_of_texts(run: &Path, inside: &str, hash: Option<&str>) -> io::Result<Option<String>> {
    let dir = run.join(inside);
    if !dir.is_dir() {
        return Ok(None);
    }
    for name in names(&dir)? {
        if !is_model_file(&name) || name.starts_with('.') || !fs::symlink_metadata(dir.join(&name))?.is_file() {
            return Ok(Some(format!("to which `{inside}/{name}` was added")));
        }
    }
    let same = folder::read(&dir).is_ok_and(|texts| Some(texts.hash().as_str()) == hash);
    Ok((!same).then(|| format!("whose `{inside}` was changed")))
}

/// The names in a folder, sorted.
pub(crate) fn names(dir: &Path) -> io::Result<Vec<String>> {
    let name = |entry: io::Result<fs::DirEntry>| entry.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names = fs::read_dir(dir)?.map(name).collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// The manifest of a folder, if Portway wrote it.
fn manifest(path: &Path) -> Option<Value> {
    let text = fs::read_to_string(path.join(MANIFEST)).ok()?;
    serde_json::from_str::<Value>(&text).ok().filter(|manifest| manifest.get("portway").is_some())
}
