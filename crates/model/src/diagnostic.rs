//! What is wrong with a folder, where, and what to do about it.

mod render;

pub use render::{render, summary};

use serde::Serialize;
use std::ops::Range;

/// One mistake or doubt, with every place that takes part in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Diagnostic {
    /// Whether the folder can be used all the same.
    pub severity: Severity,
    /// Stable name of the kind of mistake, e.g. `unknown-key`.
    pub code: &'static str,
    /// What is wrong, in one clause.
    pub message: String,
    /// Where; empty when it concerns the folder as a whole.
    pub labels: Vec<Label>,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// How bad it is. Errors come first in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The folder cannot be simulated.
    Error,
    /// It can, but probably does not say what its author meant.
    Warning,
}

/// A place in a file and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Label {
    /// Name of the file in the folder.
    pub file: String,
    /// Bytes of the file.
    pub span: Range<usize>,
    /// Line of its beginning, from 1.
    pub line: usize,
    /// Column of its beginning in characters, from 1.
    pub column: usize,
    /// What is said; may be empty.
    pub text: String,
    /// Whether this is where the mistake is; the others only explain.
    pub primary: bool,
}

impl Diagnostic {
    /// A diagnostic about the folder as a whole.
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity, code, message: message.into(), labels: Vec::new(), help: None }
    }

    /// True when the folder cannot be used.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
