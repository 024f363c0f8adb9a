//! What went wrong, said once and with a way out.

use portway_study::options::StudyError;
use std::fmt;
use std::io;
use std::path::Path;

/// Exit code of wrong usage, an unreadable model, or a result that cannot be written.
pub(crate) const UNUSABLE: u8 = 2;
/// Exit code of a command that found something to worry about.
pub(crate) const FINDINGS: u8 = 1;
/// Exit code after Ctrl-C: 128 plus the number of the signal, as shells count.
pub(crate) const INTERRUPTED: u8 = 130;

/// A failure that ends the command.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    /// What happened, naming the path or option.
    pub(crate) message: String,
    /// What to do about it; may be empty.
    pub(crate) hint: String,
    /// Exit code.
    pub(crate) code: u8,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), code: UNUSABLE }
    }

    /// Several mistakes of one command line, a line for each.
    pub(crate) fn together(failures: Vec<Self>) -> Self {
        let lines = |of: fn(&Self) -> &String| {
            let mut lines: Vec<&str> = failures.iter().map(|failure| of(failure).as_str()).collect();
            lines.retain(|line| !line.is_empty());
            lines.dedup();
            lines.join("\n")
        };
        Self::new(lines(|failure| &failure.message), lines(|failure| &failure.hint))
    }

    /// A file or folder that could not be read or written. `doing` is a verb: `read`, `write`, `create`.
    pub(crate) fn io(doing: &str, path: &Path, error: &io::Error) -> Self {
        portway_disk::Failure::io(doing, path, error).into()
    }
}

impl From<portway_disk::Failure> for Failure {
    fn from(failure: portway_disk::Failure) -> Self {
        Self::new(failure.message, failure.hint)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        if !self.hint.is_empty() {
            write!(f, "\nhint: {}", self.hint)?;
        }
        Ok(())
    }
}

impl From<StudyError> for Failure {
    fn from(error: StudyError) -> Self {
        match error {
            StudyError::Cancelled => {
                Self { message: "interrupted; nothing was written".into(), hint: String::new(), code: INTERRUPTED }
            }
            StudyError::Overflow { .. } => Self {
                message: error.to_string(),
                hint: "more lanes, longer hours, less demand or a shorter window make it a number".into(),
                code: FINDINGS,
            },
            StudyError::Options(_) => {
                // The command is always the first word, so that the hint names the one that was typed.
                let command = std::env::args().nth(1).unwrap_or_default();
                Self::new(error.to_string(), format!("portway {command} --help lists the options"))
            }
            StudyError::Model(_) => Self::new(error.to_string(), ""),
            StudyError::Threads(_) => Self::new(error.to_string(), "ask for fewer with --threads"),
        }
    }
}
