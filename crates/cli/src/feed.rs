//! Reads a feed of timetables from disk: a folder of text files or an archive of them. Nothing is ever unpacked to disk.

use crate::failure::Failure;
use portway_disk::folder::read_file;
use portway_disk::reason;
use portway_gtfs::feed::{FILES, MAX_FEED_BYTES, MAX_FILE_BYTES};
use portway_model::{Folder, SourceFile};
use std::fs;
use std::io::{self, Cursor, Read};
use std::path::Path;

/// Most entries of a folder or archive that are looked at; a feed has some thirty.
const MAX_ENTRIES: usize = 1000;

/// Reads the files of a feed. Of files that no feed is made of, only the names are kept.
pub(crate) fn read(path: &Path) -> Result<Folder, Failure> {
    let about = fs::metadata(path).map_err(|e| Failure::io("read", path, &e))?;
    let files = if about.is_dir() { of_folder(path)? } else { of_archive(path)? };
    if files.iter().any(|file| FILES.contains(&file.name.as_str())) {
        return Ok(Folder { files });
    }
    let inside = |entry: &fs::DirEntry| entry.path().join("stops.txt").is_file();
    let entries = fs::read_dir(path).into_iter().flatten().flatten().take(MAX_ENTRIES).filter(inside);
    let inner: Vec<String> = entries.map(|entry| entry.path().display().to_string()).collect();
    let hint = match inner.is_empty() {
        true => "a feed holds agency.txt, stops.txt, routes.txt, trips.txt and stop_times.txt".to_owned(),
        false => format!("give one of the feeds in it: {}", inner.join(", ")),
    };
    Err(Failure::new(format!("{} is no feed: none of its files is one of GTFS", path.display()), hint))
}

fn of_folder(path: &Path) -> Result<Vec<SourceFile>, Failure> {
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(|e| Failure::io("read", path, &e))? {
        let entry = entry.map_err(|e| Failure::io("read", path, &e))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if files.len() == MAX_ENTRIES {
            return Err(too_many(path));
        }
        if FILES.contains(&name.as_str()) {
            files.push(SourceFile { name, bytes: read_file(&entry.path(), MAX_FILE_BYTES)? });
            enough(path, &files)?;
        } else if name.ends_with(".txt") {
            files.push(SourceFile { name, bytes: Vec::new() });
        }
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn of_archive(path: &Path) -> Result<Vec<SourceFile>, Failure> {
    let bytes = read_file(path, MAX_FEED_BYTES)?;
    let broken = |what: &dyn std::fmt::Display| {
        let message = format!("cannot read {}: {what}", path.display());
        Failure::new(message, "a feed is a folder of text files or a .zip of them")
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    if archive.len() > MAX_ENTRIES {
        return Err(too_many(path));
    }
    let mut files: Vec<SourceFile> = Vec::new();
    let mut place: Option<String> = None;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|e| broken(&e))?;
        let whole = file.name().map_err(|e| broken(&e))?.into_owned();
        let (folder, name) = whole.rsplit_once('/').unwrap_or(("", &whole));
        // What the Finder of macOS puts beside every file.
        if file.is_dir() || !name.ends_with(".txt") || folder.starts_with("__MACOSX") {
            continue;
        }
        if !FILES.contains(&name) {
            files.push(SourceFile { name: name.to_owned(), bytes: Vec::new() });
            continue;
        }
        let place = place.get_or_insert_with(|| folder.to_owned());
        if place != folder || files.iter().any(|file| file.name == name) {
            let message = format!("{} holds more than one feed: `{place}` and `{folder}`", path.display());
            return Err(Failure::new(message, "make an archive of each"));
        }
        let mut bytes = Vec::new();
        // What the archive says about sizes may be a lie, so the limit is on what comes out.
        let read = file.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|e: io::Error| broken(&format!("{name}: {}", reason(&e))))?;
        if bytes.len() > MAX_FILE_BYTES {
            return Err(broken(&format!("{name} is larger than {} MB", MAX_FILE_BYTES >> 20)));
        }
        files.push(SourceFile { name: name.to_owned(), bytes });
        enough(path, &files)?;
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// The files so far are not more than a feed may be.
fn enough(path: &Path, files: &[SourceFile]) -> Result<(), Failure> {
    if files.iter().map(|file| file.bytes.len()).sum::<usize>() <= MAX_FEED_BYTES {
        return Ok(());
    }
    let message = format!("{} is larger than {} MB", path.display(), MAX_FEED_BYTES >> 20);
    Err(Failure::new(message, "cut the feed to the lines that matter"))
}

fn too_many(path: &Path) -> Failure {
    Failure::new(format!("{} holds more than {MAX_ENTRIES} files", path.display()), "a feed holds about thirty")
}
