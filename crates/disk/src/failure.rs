//! What went wrong with a file or folder, said once and with a way out.

use std::fmt;
use std::io;
use std::path::Path;

/// Why something on disk could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What happened, naming the path.
    pub message: String,
    /// What to do about it; may be empty.
    pub hint: String,
}

impl Failure {
    /// A failure in words.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into() }
    }

    /// A file or folder that could not be read or written. `doing` is a verb: `read`, `write`, `create`.
    pub fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        let hint = match error.kind() {
            io::ErrorKind::NotFound => "check the spelling of the path",
            io::ErrorKind::PermissionDenied => "check the permissions of the path, or choose another one",
            io::ErrorKind::StorageFull => "free some space, or choose another disk",
            io::ErrorKind::InvalidFilename => "choose a shorter name",
            io::ErrorKind::ReadOnlyFilesystem => "choose a place that can be written to",
            _ if error.to_string().contains("open files") => "end other programs, or raise the limit with ulimit -n",
            _ if error.to_string().contains("symbolic links") => "a link leads back to itself; remove it",
            _ => "",
        };
        Self::new(format!("cannot {doing} {}: {}", path.display(), reason(error)), hint)
    }
}

/// The reason without the number that the operating system gives it.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    let mut reason = text[..end].to_owned();
    if let Some(first) = reason.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    reason
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
