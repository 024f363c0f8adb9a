//! Reads a model folder from disk: only its `*.toml` and `*.csv` files, and only such as can be a model.

use crate::failure::Failure;
use portway_model::folder::{Folder, MAX_FILE_BYTES, MAX_FILES, MAX_FOLDER_BYTES, SourceFile, is_model_file};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Reads the files of a model. Errors name the path and the reason.
pub fn read(dir: &Path) -> Result<Folder, Failure> {
    let about = fs::metadata(dir).map_err(|e| missing(dir, &e))?;
    if !about.is_dir() {
        let parent = dir.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        return Err(Failure::new(
            format!("{} is a file, not a model folder", dir.display()),
            format!("give the folder that holds it: {}", parent.display()),
        ));
    }
    let mut files = Vec::new();
    // Counted while it is read: a folder of large files would otherwise be held as a whole before it is refused.
    let mut left = MAX_FOLDER_BYTES;
    for entry in fs::read_dir(dir).map_err(|e| Failure::io("read", dir, &e))? {
        let entry = entry.map_err(|e| Failure::io("read", dir, &e))?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            // A model without one of its files would be another model.
            if is_model_file(&name.to_string_lossy()) {
                let place = entry.path();
                return Err(Failure::new(format!("the name of {} is not UTF-8", place.display()), "rename the file"));
            }
            continue;
        };
        // A dot begins the names of lock and swap files that editors leave beside a file that is being changed.
        if !is_model_file(name) || name.starts_with('.') {
            continue;
        }
        if files.len() == MAX_FILES {
            return Err(Failure::new(
                format!("{} holds more than {MAX_FILES} *.toml and *.csv files", dir.display()),
                "a model folder holds nothing but the model",
            ));
        }
        let bytes = read_file(&entry.path(), MAX_FILE_BYTES)?;
        left = left.checked_sub(bytes.len()).ok_or_else(|| {
            let megabytes = MAX_FOLDER_BYTES >> 20;
            let message = format!("{} holds more than {megabytes} MB in *.toml and *.csv files", dir.display());
            Failure::new(message, "a model is text that a person can read; move other tables out of its folder")
        })?;
        files.push(SourceFile { name: name.to_owned(), bytes });
    }
    if !files.iter().any(|file| file.name == "corridor.toml") {
        return Err(Failure::new(
            format!("{} is not a model folder: it has no corridor.toml", dir.display()),
            "portway new DIR writes a small corridor to start from",
        ));
    }
    Ok(Folder { files })
}

/// Reads the table of a given state, which stands anywhere. It is named in messages as the user named it.
pub fn read_state(path: &Path) -> Result<SourceFile, Failure> {
    Ok(SourceFile { name: path.display().to_string(), bytes: read_file(path, MAX_FILE_BYTES)? })
}

/// Reads a regular file of at most so many bytes.
pub fn read_file(path: &Path, most_bytes: usize) -> Result<Vec<u8>, Failure> {
    // The kind is asked before opening: opening a pipe would wait for a writer for ever.
    let about = fs::metadata(path).map_err(|e| Failure::io("read", path, &e))?;
    if !about.is_file() {
        return Err(Failure::new(
            format!("cannot read {}: it is not a regular file", path.display()),
            "remove or rename it",
        ));
    }
    let too_large = || {
        Failure::new(
            format!("cannot read {}: it is larger than {} MB", path.display(), most_bytes >> 20),
            "split it, or move it out of the model folder",
        )
    };
    if about.len() > most_bytes as u64 {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|e| Failure::io("read", path, &e))?;
    // The limit holds even if the file grows while it is read.
    file.take(most_bytes as u64 + 1).read_to_end(&mut bytes).map_err(|e| Failure::io("read", path, &e))?;
    if bytes.len() > most_bytes { Err(too_large()) } else { Ok(bytes) }
}

fn missing(dir: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::new(
            format!("there is no folder {}", dir.display()),
            "check the spelling; portway new DIR writes a small corridor to start from",
        ),
        _ => Failure::io("read", dir, error),
    }
}
