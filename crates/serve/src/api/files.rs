//! The texts of the folder: read, checked, and written back with nothing lost.

use crate::edit::{diff, with_mark_of};
use crate::folder::{Loaded, etag, file_name, find};
use crate::problem::{Answered, DiagnosticView, Problem, views};
use crate::studio::{News, Studio, held};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portway_model::folder::{MAX_FILE_BYTES, MAX_FILES, MAX_FOLDER_BYTES};
use portway_model::{Folder, SourceFile};
use portway_report::Language;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// The files of the folder.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct FilesView {
    /// SHA-256 of all of them.
    pub(crate) hash: String,
    /// In the order of their names.
    pub(crate) files: Vec<FileView>,
}

/// A file of the folder.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct FileView {
    /// Name.
    pub(crate) name: String,
    /// Length in bytes.
    pub(crate) bytes: usize,
    /// State of its content.
    pub(crate) etag: String,
}

/// A text was written.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct SavedView {
    /// State of the file now.
    pub(crate) etag: String,
    /// SHA-256 of the folder now.
    pub(crate) hash: String,
    /// What is wrong with the folder now.
    pub(crate) diagnostics: Vec<DiagnosticView>,
    /// What changed, as a unified diff.
    pub(crate) diff: String,
}

/// The file is no longer what the page believes. Nothing was written.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct ConflictView {
    /// What happened.
    pub(crate) title: String,
    /// What to do.
    pub(crate) hint: String,
    /// State of the file now; empty when it is gone.
    pub(crate) etag: String,
    /// Its text now.
    pub(crate) text: String,
    /// From the text now to the one that was to be written.
    pub(crate) diff: String,
}

/// Texts that are not on disk yet.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unsaved {
    /// By name of the file.
    pub(crate) files: BTreeMap<String, String>,
}

/// What is wrong with texts.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct CheckedView {
    /// Every mistake and doubt.
    pub(crate) diagnostics: Vec<DiagnosticView>,
}

/// How a text is written.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct HowToWrite {
    /// Write it although the folder has mistakes then.
    #[serde(default)]
    pub(crate) even_so: bool,
}

/// The files of the folder.
#[utoipa::path(
    get,
    operation_id = "list_files",
    path = "/api/v1/files",
    responses((status = 200, body = FilesView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn list(State(studio): State<Arc<Studio>>) -> Answered<Json<FilesView>> {
    let view = |studio: &Studio| {
        let loaded = studio.load(Language::En)?;
        let file =
            |file: &SourceFile| FileView { name: file.name.clone(), bytes: file.bytes.len(), etag: etag(&file.bytes) };
        let files = loaded.texts.sorted().into_iter().map(file).collect();
        Ok(Json(FilesView { hash: loaded.hash.clone(), files }))
    };
    studio.aside(view).await
}

/// The text of a file. The header `etag` says its state, which a change must name.
#[utoipa::path(
    get,
    path = "/api/v1/files/{name}",
    params(("name" = String, Path, description = "Name of the file")),
    responses((status = 200, content_type = "text/plain", body = String), (status = "4XX", body = Problem)),
)]
pub(crate) async fn read(State(studio): State<Arc<Studio>>, Path(name): Path<String>) -> Answered<Response> {
    let text = move |studio: &Studio| {
        let loaded = studio.load(Language::En)?;
        // Only what the list names: a name that leads elsewhere is on no list.
        let file = find(&loaded.texts, &name)?;
        let about = [(header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()), (header::ETAG, etag(&file.bytes))];
        Ok((about, file.bytes.clone()).into_response())
    };
    studio.aside(text).await
}

/// Writes a text. `if-match` names the state that was changed; `if-none-match: *` makes a new file.
#[utoipa::path(
    put,
    path = "/api/v1/files/{name}",
    params(
        ("name" = String, Path, description = "Name of the file"),
        HowToWrite,
        ("if-match" = Option<String>, Header, description = "State that was changed"),
        ("if-none-match" = Option<String>, Header, description = "`*` for a new file"),
    ),
    security(("x-portway" = [])),
    request_body(content = String, content_type = "text/plain"),
    responses(
        (status = 200, body = SavedView),
        (status = 412, body = ConflictView),
        (status = "4XX", body = Problem),
    ),
)]
pub(crate) async fn write(
    State(studio): State<Arc<Studio>>,
    Path(name): Path<String>,
    Query(how): Query<HowToWrite>,
    headers: HeaderMap,
    text: String,
) -> Answered<Response> {
    studio.changing_aside(move |studio| written(studio, &name, &how, &headers, text)).await
}

fn written(studio: &Studio, name: &str, how: &HowToWrite, headers: &HeaderMap, text: String) -> Answered<Response> {
    // From reading to writing no other page writes; other programs are caught by one more look before the file is replaced.
    let _writing = held(&studio.writing);
    let before = studio.load(Language::En)?;
    let present = before.texts.files.iter().find(|file| file.name == name);
    let old = present.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
    let text = with_mark_of(&old, text);
    if present.is_none() {
        file_name(name)?;
    }
    if text.len() > MAX_FILE_BYTES {
        let title = format!("the text is larger than {} MB", MAX_FILE_BYTES >> 20);
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, title, "split it into several files"));
    }
    if let Some(conflict) = conflict(present, headers, name, &text)? {
        return Ok(conflict);
    }
    let after = Loaded::of(with(&before.texts, name, &text)?, Language::En);
    if after.corridor.is_none() && !how.even_so {
        let problem =
            Problem::of_texts("the folder could not be used with this text, so it was not written", &after.diagnostics);
        return Err(problem);
    }
    studio.write(name, present.map(|file| &file.bytes[..]), &text)?;
    let saved = SavedView {
        etag: etag(text.as_bytes()),
        hash: after.hash,
        diagnostics: views(&after.diagnostics),
        diff: diff(name, &old, &text),
    };
    studio.tell(News::Folder { hash: saved.hash.clone() });
    Ok(Json(saved).into_response())
}

/// What is wrong with texts that are not on disk yet, over those that are.
#[utoipa::path(
    post,
    path = "/api/v1/check",
    security(("x-portway" = [])),
    request_body = Unsaved,
    responses((status = 200, body = CheckedView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn check(
    State(studio): State<Arc<Studio>>,
    Json(unsaved): Json<Unsaved>,
) -> Answered<Json<CheckedView>> {
    let view = move |studio: &Studio| {
        let mut texts = studio.load(Language::En)?.texts.clone();
        for (name, text) in &unsaved.files {
            if !texts.files.iter().any(|file| file.name == *name) {
                file_name(name)?;
            }
            texts = with(&texts, name, text)?;
        }
        Ok(Json(CheckedView { diagnostics: views(&Loaded::of(texts, Language::En).diagnostics) }))
    };
    studio.changing_aside(view).await
}

/// The same texts with one more, or one in place of another.
fn with(texts: &Folder, name: &str, text: &str) -> Answered<Folder> {
    // On disks that do not tell capital letters from small ones, both would be one file.
    let other = |file: &&SourceFile| file.name != name && file.name.to_lowercase() == name.to_lowercase();
    let known = texts.files.iter().any(|file| file.name == name);
    if !known && let Some(file) = texts.files.iter().find(other) {
        let title = format!("there is a file {} already", file.name);
        return Err(Problem::unusable(title, "choose a name that differs in more than capital letters"));
    }
    let mut texts = texts.clone();
    let bytes = text.as_bytes().to_vec();
    match texts.files.iter().position(|file| file.name == name) {
        Some(at) => texts.files[at].bytes = bytes,
        None if texts.files.len() >= MAX_FILES => {
            let title = format!("a folder has at most {MAX_FILES} files");
            return Err(Problem::unusable(title, "put the text into another one"));
        }
        None => texts.files.push(SourceFile { name: name.to_owned(), bytes }),
    }
    // A folder that is too large cannot be read, so the studio could not mend it either.
    if texts.files.iter().map(|file| file.bytes.len()).sum::<usize>() > MAX_FOLDER_BYTES {
        let title = format!("the folder would be larger than {} MB", MAX_FOLDER_BYTES >> 20);
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, title, "a model is text that a person can read"));
    }
    Ok(texts)
}

/// Whether the state that the page changed is the one on disk; the answer to it when not.
fn conflict(present: Option<&SourceFile>, headers: &HeaderMap, name: &str, text: &str) -> Answered<Option<Response>> {
    let said = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    let state = present.map(|file| etag(&file.bytes)).unwrap_or_default();
    // Any state will do for `*`, which would overwrite what nobody has seen.
    let known = said(header::IF_MATCH).filter(|known| *known != "*");
    let fits = match (known, said(header::IF_NONE_MATCH), present) {
        (Some(known), _, Some(_)) => known == state,
        (None, Some("*"), None) => true,
        (None, None, _) => {
            let hint =
                "send the `etag` of the text that was changed as `if-match`, or `if-none-match: *` for a new file";
            return Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, "which state was changed is not said", hint));
        }
        _ => false,
    };
    if fits {
        return Ok(None);
    }
    let now = present.map(|file| String::from_utf8_lossy(&file.bytes).into_owned()).unwrap_or_default();
    let view = ConflictView {
        title: format!("{name} was changed by somebody else meanwhile"),
        hint: "look at both texts, keep what you need of either, and save again; nothing was written".into(),
        etag: state,
        diff: diff(name, &now, text),
        text: now,
    };
    Ok(Some((StatusCode::PRECONDITION_FAILED, Json(view)).into_response()))
}
