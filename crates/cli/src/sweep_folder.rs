//! The folder of a sweep, which outlives interruptions. A run folder appears whole or not at all; this one grows point by point.
//!
//! What it promises:
//!
//! - `sweep.json`, the plan, is there from the beginning and is never changed. A sweep with another plan is refused.
//! - A point that is finished is on the disk before the next one of its thread begins: a line of `points.jsonl`, added at the
//!   end and flushed. Whatever ends the process then, at most the line that was being written is torn, and the check sum in
//!   every line tells it from a whole one. It is cut off before anything is added.
//! - All other files are written beside their place and renamed into it, so each is whole or is not there.
//! - One process at a time: the plan is locked, and the operating system takes the lock back however the process ends. So
//!   there is no lock that has to be removed by hand.
//! - Files that somebody else put there are left alone.

use crate::failure::Failure;
use crate::output;
use portway_model::Folder;
use portway_study::SweepPlan;
use portway_study::sweep::PointAnswer;
use portway_study::sweep::journal::Journal;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The plan, by which the folder is known.
const PLAN: &str = "sweep.json";
/// One line for each finished point.
const POINTS: &str = "points.jsonl";
/// The texts that were run.
const MODEL: &str = "model";
/// How names of files begin that are not yet in their place.
const PARTIAL: &str = ".portway-";

/// A sweep folder that this process may write to.
#[derive(Debug)]
pub(crate) struct SweepFolder {
    path: PathBuf,
    /// Kept open, because the lock ends with it.
    _lock: File,
    points: Mutex<File>,
}

impl SweepFolder {
    /// Makes the folder, or goes on with one of the same plan, and reads what is finished.
    pub(crate) fn open(path: &Path, plan: &SweepPlan, points: u32, texts: &Folder) -> Result<(Self, Journal), Failure> {
        let lock = match begin(path, plan)? {
            Some(lock) => lock,
            None => lock(path)?,
        };
        let known = read_plan(path)?;
        if let Some(difference) = plan.difference(&known) {
            return Err(Failure::new(
                format!("{} holds another sweep: {difference}", path.display()),
                "choose another folder with --out, or remove this one",
            ));
        }
        remove_partial(path);
        keep_texts(path, texts)?;
        let journal = read_points(path, plan, points)?;
        if journal.damaged > 0 {
            let (count, s) = (journal.damaged, if journal.damaged == 1 { "" } else { "s" });
            output::say(&format!(
                "{count} line{s} of {} cannot be read; the points are run again",
                path.join(POINTS).display()
            ));
            write(path, POINTS, journal.text().as_bytes())?;
        }
        let file = OpenOptions::new().create(true).append(true).open(path.join(POINTS));
        let file = file.map_err(|e| Failure::io("write", &path.join(POINTS), &e))?;
        Ok((Self { path: path.to_owned(), _lock: lock, points: Mutex::new(file) }, journal))
    }

    /// Keeps a finished point: when this returns it is on the disk.
    pub(crate) fn add(&self, answer: &PointAnswer) -> Result<(), Failure> {
        let mut file = self.points.lock().unwrap_or_else(PoisonError::into_inner);
        let written = file.write_all(answer.line().as_bytes()).and_then(|()| file.sync_data());
        written.map_err(|e| Failure::io("write", &self.path.join(POINTS), &e))
    }

    /// Puts the points into their order, so that the folder has the same bytes whoever found them first.
    pub(crate) fn sort(&self, journal: &Journal) -> Result<(), Failure> {
        write(&self.path, POINTS, journal.text().as_bytes())
    }

    /// Writes a file, whole or not at all.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        write(&self.path, name, bytes)
    }
}

/// Writes the texts that are not there yet. Each is written whole, so one that differs was changed by its user.
fn keep_texts(path: &Path, texts: &Folder) -> Result<(), Failure> {
    for file in texts.sorted() {
        let name = format!("{MODEL}/{}", file.name);
        let kept = path.join(&name);
        match fs::read(&kept) {
            Ok(bytes) if bytes == file.bytes => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => write(path, &name, &file.bytes)?,
            Err(error) => return Err(Failure::io("read", &kept, &error)),
            Ok(_) => {
                return Err(Failure::new(
                    format!("{} was changed since the sweep began; it is left as it is", kept.display()),
                    "choose another folder with --out, or move the changed file away",
                ));
            }
        }
    }
    Ok(())
}

/// The plan of a sweep folder.
pub(crate) fn read_plan(path: &Path) -> Result<SweepPlan, Failure> {
    let file = path.join(PLAN);
    let text = fs::read_to_string(&file).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::new(
            format!("{} is no sweep folder: it has no {PLAN}", path.display()),
            "portway sweep writes them",
        ),
        _ => Failure::io("read", &file, &error),
    })?;
    serde_json::from_str(&text).map_err(|_| {
        let message = format!("{} is no plan of this version of Portway", file.display());
        Failure::new(message, "it was edited, or written by another version; choose another folder")
    })
}

/// The finished points of a sweep folder.
pub(crate) fn read_points(path: &Path, plan: &SweepPlan, points: u32) -> Result<Journal, Failure> {
    match fs::read(path.join(POINTS)) {
        Ok(bytes) => Ok(Journal::read(&bytes, plan, points)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Journal::default()),
        Err(error) => Err(Failure::io("read", &path.join(POINTS), &error)),
    }
}

/// The texts that a sweep folder was run from.
pub(crate) fn read_texts(path: &Path) -> Result<Folder, Failure> {
    Ok(portway_disk::folder::read(&path.join(MODEL))?)
}

/// Makes a new folder with its plan; none when there is a sweep folder already. The lock is taken before the plan stands in its
/// place, so that nobody comes between.
fn begin(path: &Path, plan: &SweepPlan) -> Result<Option<File>, Failure> {
    if path.join(PLAN).exists() {
        return Ok(None);
    }
    let failed = |error: io::Error| Failure::io("create", path, &error);
    match fs::read_dir(path) {
        Ok(entries) => {
            let mut names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
            if names.any(|name| !name.starts_with(PARTIAL)) {
                return Err(Failure::new(
                    format!("{} exists and is no sweep folder; it is left as it is", path.display()),
                    "choose another folder with --out",
                ));
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(path).map_err(failed)?,
        Err(error) => return Err(failed(error)),
    }
    // A folder in which not even the plan could be written, such as on a full disk, is not left behind; one with files stays.
    put_plan(path, plan).inspect_err(|_| drop(fs::remove_dir(path)))
}

fn put_plan(path: &Path, plan: &SweepPlan) -> Result<Option<File>, Failure> {
    let failed = |error: io::Error| Failure::io("create", path, &error);
    let mut file = temporary(path).map_err(failed)?;
    file.as_file().try_lock().map_err(|error| not_locked(path, &error))?;
    file.write_all(output::json(plan).as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    match file.persist_noclobber(path.join(PLAN)) {
        Ok(file) => Ok(Some(file)),
        // Another process was quicker; it is then the one that holds the lock.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(None),
        Err(error) => Err(failed(error.error)),
    }
}

fn lock(path: &Path) -> Result<File, Failure> {
    let plan = path.join(PLAN);
    // Some network file systems lock only what is open for writing.
    let file = OpenOptions::new().read(true).write(true).open(&plan).map_err(|e| Failure::io("open", &plan, &e))?;
    file.try_lock().map_err(|error| not_locked(path, &error))?;
    Ok(file)
}

fn not_locked(path: &Path, error: &TryLockError) -> Failure {
    match error {
        TryLockError::WouldBlock => Failure::new(
            format!("another process is at work in {}", path.display()),
            "wait until it ends; to share the work between processes, give each a --shard of its own",
        ),
        TryLockError::Error(error) => Failure::io("lock", path, error),
    }
}

/// Removes what a killed process was about to put into its place.
fn remove_partial(path: &Path) {
    for folder in [path.to_owned(), path.join(MODEL)] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(PARTIAL) {
                // What cannot be removed does no harm: nobody reads it.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Writes a file beside its place and renames it; `name` may lead through one folder inside.
fn write(path: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let target = path.join(name);
    let parent = target.parent().unwrap_or(path);
    let written = fs::create_dir_all(parent).and_then(|()| temporary(parent)).and_then(|mut file| {
        file.write_all(bytes)?;
        // Some disks report that they are full only here, and the rename must not come before the content.
        file.as_file().sync_all()?;
        file.persist(&target).map_err(|error| error.error)
    });
    written.map(drop).map_err(|e| Failure::io("write", &target, &e))
}

/// A file under a name that is not read, with the permissions of any other file of the user.
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PARTIAL).suffix(".partial");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The user's umask takes away from this what it takes from every new file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}
