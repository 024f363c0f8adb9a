//! Scenarios: values set in them, copies made of them, written into the texts as a person would.

use crate::edit::{self, Edited};
use crate::folder::{Loaded, etag};
use crate::problem::{Answered, DiagnosticSeverity, DiagnosticView, Problem, views};
use crate::request::{ChangedValue, check_changes};
use crate::studio::{News, Studio, held};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use portway_report::Language;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// Most characters of a name or a title.
const MOST_CHARS_OF_A_NAME: usize = 100;

/// Values for a scenario.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetValues {
    /// SHA-256 of the folder that the page shows; another one is a conflict.
    pub(crate) hash: String,
    /// What is to be said.
    pub(crate) changes: Vec<ChangedValue>,
    /// Only tell what would be written.
    #[serde(default)]
    #[schema(default = false)]
    pub(crate) preview: bool,
}

/// A new scenario that starts from another.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewScenario {
    /// SHA-256 of the folder that the page shows.
    pub(crate) hash: String,
    /// Lower-case letters, digits and hyphens.
    pub(crate) name: String,
    /// Title for people.
    pub(crate) title: String,
    /// The scenario that it starts from.
    pub(crate) base: String,
    /// What is different in it.
    #[serde(default)]
    #[schema(default = json!([]))]
    pub(crate) changes: Vec<ChangedValue>,
    /// Only tell what would be written.
    #[serde(default)]
    #[schema(default = false)]
    pub(crate) preview: bool,
}

/// Which state of the folder a page shows.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Shown {
    /// SHA-256 of the folder.
    pub(crate) hash: String,
}

/// What was written, or would be.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct WrittenView {
    /// SHA-256 of the folder afterwards.
    pub(crate) hash: String,
    /// The file.
    pub(crate) file: String,
    /// State of the file afterwards.
    pub(crate) etag: String,
    /// What changed in it, as a unified diff.
    pub(crate) diff: String,
    /// What is wrong with the folder afterwards: doubts only, because mistakes are not written.
    pub(crate) diagnostics: Vec<DiagnosticView>,
}

/// Writes values into a scenario, comments and order kept.
#[utoipa::path(
    post,
    path = "/api/v1/scenarios/{name}/values",
    params(
        ("name" = String, Path, description = "Name of the scenario"),
    ),
    security(("x-portway" = [])),
    request_body = SetValues,
    responses((status = 200, body = WrittenView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn set_values(
    State(studio): State<Arc<Studio>>,
    Path(name): Path<String>,
    Json(asked): Json<SetValues>,
) -> Answered<Json<WrittenView>> {
    let changes = pairs(&asked.changes)?;
    let edit = move |loaded: &Loaded| edit::set_in_scenario(&loaded.texts, &name, &changes);
    studio.changing_aside(move |studio| change(studio, &asked.hash, asked.preview, edit)).await
}

/// Adds a scenario that starts from another.
#[utoipa::path(
    post,
    path = "/api/v1/scenarios",
    security(("x-portway" = [])),
    request_body = NewScenario,
    responses((status = 200, body = WrittenView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn add(
    State(studio): State<Arc<Studio>>,
    Json(asked): Json<NewScenario>,
) -> Answered<Json<WrittenView>> {
    let changes = pairs(&asked.changes)?;
    let short = |text: &str| text.chars().count() <= MOST_CHARS_OF_A_NAME;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if asked.name.is_empty() || !short(&asked.name) || !asked.name.chars().all(plain) || asked.name.starts_with('-') {
        let title = format!("`{}` cannot be the name of a scenario", asked.name);
        return Err(Problem::unusable(
            title,
            "lower-case letters, digits and hyphens, beginning with a letter or digit",
        ));
    }
    if !short(&asked.title) || asked.title.chars().any(char::is_control) {
        return Err(Problem::unusable("the title is too long or has signs that do not show", "one line of words"));
    }
    let NewScenario { hash, name, title, base, preview, .. } = asked;
    let edit = move |loaded: &Loaded| edit::add_scenario(&loaded.texts, &name, &title, &base, &changes);
    studio.changing_aside(move |studio| change(studio, &hash, preview, edit)).await
}

/// Removes a scenario from the text. One that others start from stays, because the folder could not be used without it.
#[utoipa::path(
    delete,
    operation_id = "remove_scenario",
    path = "/api/v1/scenarios/{name}",
    params(
        ("name" = String, Path, description = "Name of the scenario"),
        Shown,
    ),
    security(("x-portway" = [])),
    responses((status = 200, body = WrittenView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn remove(
    State(studio): State<Arc<Studio>>,
    Path(name): Path<String>,
    Query(shown): Query<Shown>,
) -> Answered<Json<WrittenView>> {
    let remove = move |studio: &Studio| {
        change(studio, &shown.hash, false, |loaded| edit::remove_scenario(&loaded.texts, &name))
            .map_err(|problem| still_named(&name, problem))
    };
    studio.changing_aside(remove).await
}

/// Mistakes that a removal would make are the places that still need the scenario, and another name is no help there.
fn still_named(name: &str, mut problem: Problem) -> Problem {
    if !problem.diagnostics.is_empty() {
        problem.title = format!("scenario `{name}` is still needed elsewhere, so it was not removed");
        problem.hint = "change or remove what names it below, and try again".into();
        problem.diagnostics.retain(|diagnostic| diagnostic.severity == DiagnosticSeverity::Error);
        problem.diagnostics.iter_mut().for_each(|diagnostic| diagnostic.help = None);
    }
    problem
}

fn pairs(changes: &[ChangedValue]) -> Answered<Vec<(String, String)>> {
    check_changes(changes)?;
    Ok(changes.iter().map(|change| (change.path.clone(), change.value.clone())).collect())
}

/// Edits a text, makes sure that the folder can be used with it, and writes it.
fn change(
    studio: &Studio,
    hash: &str,
    preview: bool,
    edit: impl FnOnce(&Loaded) -> Answered<Edited>,
) -> Answered<Json<WrittenView>> {
    let _writing = held(&studio.writing);
    let before = studio.load(Language::En)?;
    if before.hash != hash {
        let title = "the folder was changed by somebody else meanwhile";
        return Err(Problem::new(StatusCode::PRECONDITION_FAILED, title, "look at it as it is now, and try again"));
    }
    let edited = edit(&before)?;
    let mut texts = before.texts.clone();
    if let Some(file) = texts.files.iter_mut().find(|file| file.name == edited.file) {
        file.bytes = edited.after.clone().into_bytes();
    }
    let after = Loaded::of(texts, Language::En);
    if after.corridor.is_none() {
        let title = "the folder could not be used with this change, so nothing was written";
        return Err(Problem::of_texts(title, &after.diagnostics));
    }
    if !preview {
        studio.write(&edited.file, Some(edited.before.as_bytes()), &edited.after)?;
        studio.tell(News::Folder { hash: after.hash.clone() });
    }
    Ok(Json(WrittenView {
        etag: etag(edited.after.as_bytes()),
        hash: after.hash,
        diff: edited.diff(),
        file: edited.file,
        diagnostics: views(&after.diagnostics),
    }))
}
