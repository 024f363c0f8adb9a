//! What went wrong, as the pages show it.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use portway_model::Diagnostic;
use portway_study::StudyError;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One mistake or doubt about the texts, with its places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DiagnosticView {
    /// Whether the folder can be used all the same.
    pub severity: DiagnosticSeverity,
    /// Stable name of the kind of mistake.
    pub code: String,
    /// What is wrong, in one clause.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Where.
    pub labels: Vec<LabelView>,
}

/// How bad a mistake is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum DiagnosticSeverity {
    /// The folder cannot be used.
    Error,
    /// It can, but something is doubtful.
    Warning,
}

/// A place in a file of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LabelView {
    /// Name of the file.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is said about it; may be empty.
    pub text: String,
    /// Whether the mistake is here; other places only explain.
    pub primary: bool,
}

impl From<&Diagnostic> for DiagnosticView {
    fn from(diagnostic: &Diagnostic) -> Self {
        let label = |label: &portway_model::Label| LabelView {
            file: label.file.clone(),
            line: label.line,
            column: label.column,
            text: label.text.clone(),
            primary: label.primary,
        };
        Self {
            severity: if diagnostic.is_error() { DiagnosticSeverity::Error } else { DiagnosticSeverity::Warning },
            code: diagnostic.code.into(),
            message: diagnostic.message.clone(),
            help: diagnostic.help.clone(),
            labels: diagnostic.labels.iter().map(label).collect(),
        }
    }
}

/// All of them.
pub(crate) fn views(diagnostics: &[Diagnostic]) -> Vec<DiagnosticView> {
    diagnostics.iter().map(DiagnosticView::from).collect()
}

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// What happened, in one sentence.
    pub title: String,
    /// What to do about it; may be empty.
    pub hint: String,
    /// Mistakes in texts, where they are the reason.
    pub diagnostics: Vec<DiagnosticView>,
    /// Status of the response.
    #[serde(skip, default = "bad_request")]
    pub(crate) status: u16,
}

fn bad_request() -> u16 {
    400
}

/// What a handler gives.
pub(crate) type Answered<T> = Result<T, Problem>;

impl Problem {
    /// A problem with a status.
    pub(crate) fn new(status: StatusCode, title: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { title: title.into(), hint: hint.into(), diagnostics: Vec::new(), status: status.as_u16() }
    }

    /// What was asked for makes no sense.
    pub(crate) fn unusable(title: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, title, hint)
    }

    /// There is nothing of that name.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("there is no {what}"), "it may have been removed or renamed")
    }

    /// Texts that cannot be used.
    pub(crate) fn of_texts(title: &str, diagnostics: &[Diagnostic]) -> Self {
        Self { diagnostics: views(diagnostics), ..Self::unusable(title, "mend the places below") }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::BAD_REQUEST);
        (status, Json(self)).into_response()
    }
}

impl From<portway_disk::Failure> for Problem {
    fn from(failure: portway_disk::Failure) -> Self {
        // What was asked is fine; the disk is what must be mended.
        Self::new(StatusCode::SERVICE_UNAVAILABLE, failure.message, failure.hint)
    }
}

impl From<StudyError> for Problem {
    fn from(error: StudyError) -> Self {
        Self::unusable(error.to_string(), "")
    }
}
