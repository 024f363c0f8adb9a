//! What a run that was killed leaves beside its folder, and how the next run in the same place clears it away.
//!
//! A run folder is written under a name that begins with a dot, and for a moment the earlier one stands aside under another.
//! A third file of the same stem is locked as long as the process lives; the operating system takes the lock back however the
//! process ends. So whoever gets the lock knows that the owner is dead, on whatever machine that was.

use super::PARTIAL;
use crate::failure::Failure;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How the three names of one stem end.
const LOCK: &str = "lock";
const UNFINISHED: &str = "partial";
const EARLIER: &str = "earlier";
/// Names of folders are shorter than this on every system.
const MOST_BYTES_OF_A_NAME: u64 = 4096;

/// A locked name beside a run folder. Dropping it removes the lock.
#[derive(Debug)]
pub(super) struct Claim(NamedTempFile);

impl Claim {
    /// Claims a name in `parent` for a folder that will be called `name`.
    pub(super) fn new(parent: &Path, name: &str) -> Result<Self, Failure> {
        let failed = |e: io::Error| Failure::io("write to", parent, &e);
        let mut file =
            tempfile::Builder::new().prefix(PARTIAL).suffix(&format!(".{LOCK}")).tempfile_in(parent).map_err(failed)?;
        // Some network file systems know no locks. Nothing is cleared away there, because nobody can know who is dead.
        let _ = file.as_file().try_lock();
        file.write_all(name.as_bytes()).map_err(failed)?;
        Ok(Self(file))
    }

    /// Where the folder is written.
    pub(super) fn unfinished(&self) -> PathBuf {
        self.0.path().with_extension(UNFINISHED)
    }

    /// Where the earlier folder stands aside.
    pub(super) fn earlier(&self) -> PathBuf {
        self.0.path().with_extension(EARLIER)
    }

    /// The lock itself, which goes last.
    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }
}

/// Clears away what dead runs left in a folder. An earlier result that one of them had set aside goes back to its place, unless
/// a newer one stands there. Gives a sentence for each that was put back.
pub(super) fn clear(parent: &Path) -> Result<Vec<String>, Failure> {
    let mut put_back = Vec::new();
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let path = entry.path();
        let ours = entry.file_name().to_string_lossy().starts_with(PARTIAL);
        if !ours || path.extension().is_none_or(|extension| extension != LOCK) {
            continue;
        }
        // A lock that cannot be had, for whatever reason, may belong to a run that is alive.
        let Some((_held, name)) = take(&path) else { continue };
        let (unfinished, earlier) = (path.with_extension(UNFINISHED), path.with_extension(EARLIER));
        if earlier.is_dir() {
            let target = parent.join(&name);
            let failed = |e: io::Error| Failure::io("put back", &earlier, &e);
            match fs::symlink_metadata(&target) {
                Err(error) if error.kind() == io::ErrorKind::NotFound && !name.is_empty() => {
                    fs::rename(&earlier, &target).map_err(failed)?;
                    put_back.push(format!(
                        "{} was set aside by a run that was killed; it is back in its place",
                        target.display()
                    ));
                }
                Ok(_) if !name.is_empty() => fs::remove_dir_all(&earlier).map_err(failed)?,
                _ => continue,
            }
        }
        if unfinished.is_dir() {
            fs::remove_dir_all(&unfinished).map_err(|e| Failure::io("remove", &unfinished, &e))?;
        }
        let _ = fs::remove_file(&path);
    }
    Ok(put_back)
}

/// The lock of a dead run, and the name of the folder that it was writing.
fn take(path: &Path) -> Option<(File, String)> {
    if !fs::symlink_metadata(path).ok()?.is_file() {
        return None;
    }
    let file = OpenOptions::new().read(true).write(true).open(path).ok()?;
    file.try_lock().ok()?;
    let mut name = String::new();
    (&file).take(MOST_BYTES_OF_A_NAME).read_to_string(&mut name).ok()?;
    // Only a name beside the lock, never a way to somewhere else.
    let plain = Path::new(&name).file_name().is_some_and(|last| last == name.as_str());
    Some((file, if plain { name } else { String::new() }))
}
