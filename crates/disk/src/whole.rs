//! Files that appear whole or not at all: written beside their place, then renamed into it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

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
        // A leading dot keeps it out of the model until it is in its place.
        let mut file = tempfile::Builder::new().prefix(".portway-").tempfile_in(parent)?;
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
