//! Files that appear whole or not at all: written beside their place, then renamed into it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// How the names of texts that lie beside their place begin.
const PREFIX: &str = ".portway-";
/// How old such a text is that nobody is going to put any more: writing takes seconds at most.
const LEFT_OVER: Duration = Duration::from_secs(3600);

/// A text that lies beside its place; gone again when nobody puts it there.
#[derive(Debug)]
pub struct Beside {
    file: NamedTempFile,
    place: PathBuf,
}

impl Beside {
    /// Writes beside a place, with the permissions of what is there.
    ///
    /// # Errors
    /// Those of the operating system; then nothing is left behind.
    pub fn write(place: &Path, bytes: &[u8]) -> io::Result<Self> {
        // A link is followed, so that the file behind it changes and the link stays.
        let place = place.canonicalize().unwrap_or_else(|_| place.to_owned());
        let parent = place.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        // Renaming asks for no right to write what is there, but whoever made it read-only meant it.
        if fs::metadata(&place).is_ok_and(|about| about.permissions().readonly()) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        // A leading dot keeps it out of the model until it is in its place.
        let mut file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(parent)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        match fs::metadata(&place) {
            Ok(about) => file.as_file().set_permissions(about.permissions())?,
            Err(_) => readable(file.as_file())?,
        }
        Ok(Self { file, place })
    }

    /// The place, links followed.
    pub fn place(&self) -> &Path {
        &self.place
    }

    /// Takes the place of what is there.
    ///
    /// # Errors
    /// Those of the operating system; then the place is as it was.
    pub fn put(self) -> io::Result<()> {
        self.file.persist(&self.place).map(drop).map_err(|error| error.error)
    }
}

/// Writes a file, whole or not at all.
///
/// # Errors
/// Those of the operating system; then the place is as it was.
pub fn write(place: &Path, bytes: &[u8]) -> io::Result<()> {
    Beside::write(place, bytes)?.put()
}

/// Removes what a process that was killed in the middle of writing left in a folder. That some of it cannot be removed is no reason to
/// do nothing else there.
pub fn remove_leftovers(dir: &Path) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let ours = entry.file_name().to_str().is_some_and(|name| name.starts_with(PREFIX));
        let about = entry.metadata().ok().filter(|about| ours && about.is_file());
        let age = about.and_then(|about| about.modified().ok()).and_then(|modified| modified.elapsed().ok());
        if age.is_some_and(|age| age > LEFT_OVER) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Temporary files are for their owner only; a file of a model is for everybody who may read its folder.
#[cfg(unix)]
fn readable(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Beside, write};
    use std::fs;
    use std::time::{Duration, SystemTime};

    fn names(dir: &std::path::Path) -> Vec<String> {
        let names = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect()
    }

    #[test]
    fn what_is_never_put_leaves_the_place_and_the_folder_as_they_were() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("a.toml");
        write(&place, b"before").unwrap();
        let beside = Beside::write(&place, b"after").unwrap();
        assert_eq!((fs::read(&place).unwrap(), names(dir.path()).len()), (b"before".to_vec(), 2));
        drop(beside);
        assert_eq!(names(dir.path()), ["a.toml"]);
        Beside::write(&place, b"after").unwrap().put().unwrap();
        assert_eq!((fs::read(&place).unwrap(), names(dir.path()).len()), (b"after".to_vec(), 1));
    }

    #[test]
    fn what_a_killed_process_left_is_removed_when_it_is_old() {
        let dir = tempfile::tempdir().unwrap();
        for (name, hours) in [(".portway-old", 2), (".portway-new", 0), (".other-old", 2), ("portway-old.toml", 2)] {
            let file = fs::File::create(dir.path().join(name)).unwrap();
            file.set_modified(SystemTime::now() - Duration::from_secs(3600 * hours + 1)).unwrap();
        }
        super::remove_leftovers(dir.path());
        let mut left = names(dir.path());
        left.sort();
        assert_eq!(left, [".other-old", ".portway-new", "portway-old.toml"]);
    }

    #[test]
    fn what_is_read_only_stays() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("a.toml");
        write(&place, b"1").unwrap();
        let mut permissions = fs::metadata(&place).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&place, permissions).unwrap();
        assert_eq!(write(&place, b"2").unwrap_err().to_string(), "the file is read-only");
        assert_eq!((fs::read(&place).unwrap(), names(dir.path()).len()), (b"1".to_vec(), 1));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_stay_as_they_were() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let dir = tempfile::tempdir().unwrap();
        let (file, link) = (dir.path().join("a.toml"), dir.path().join("b.toml"));
        let mode = || fs::metadata(&file).unwrap().permissions().mode() & 0o777;
        write(&file, b"1").unwrap();
        assert_eq!(mode(), 0o644);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.toml", &link).unwrap();
        write(&link, b"2").unwrap();
        assert_eq!((fs::read(&file).unwrap(), mode()), (b"2".to_vec(), 0o640));
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    }
}
