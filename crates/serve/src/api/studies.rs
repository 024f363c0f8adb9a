//! Studies: asked for, looked at, stopped, and what they leave.

use crate::kinds::{RunAnswer, capacity, few_days, timeline};
use crate::problem::{Answered, Problem};
use crate::queue::{ANSWER, StudyState, StudyView, TRACKS};
use crate::request::{Asked, StudyKind, StudyRequest};
use crate::studio::Studio;
use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use portway_disk::run_folder::REPORT;
use portway_study::{Bottleneck, Capacity, Comparison, Programme, Sensitivity};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// Largest file that is sent, because it is held while it is. The answer of a year of the reference corridor has 18 MB; what is larger
/// lies in the folder of its study.
const MOST_BYTES_OF_A_FILE: usize = 256 << 20;

/// All studies.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct StudiesView {
    /// The newest first.
    pub(crate) studies: Vec<StudyView>,
}

/// Names of files.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct NamesView {
    /// In their order.
    pub(crate) files: Vec<String>,
}

/// What a study found. Its kind says which of them, and all but that of a run are what the command prints with `--json`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum StudyAnswer {
    /// Of a run or an animation.
    Run(Box<RunAnswer>),
    /// Of two scenarios.
    Compare(Box<Comparison>),
    /// Of what holds a scenario back.
    Bottleneck(Box<Bottleneck>),
    /// Of the largest flow that keeps a standard.
    Capacity(Box<Capacity>),
    /// Of which inputs decide.
    Sensitivity(Box<Sensitivity>),
    /// Of agreed projects.
    Programme(Box<Programme>),
}

/// All studies, the newest first.
#[utoipa::path(
    get,
    operation_id = "list_studies",
    path = "/api/v1/studies",
    responses((status = 200, body = StudiesView)),
)]
pub(crate) async fn list(State(studio): State<Arc<Studio>>) -> Json<StudiesView> {
    Json(StudiesView { studies: studio.queue.list() })
}

/// Puts a study at the end of the row.
#[utoipa::path(
    post,
    path = "/api/v1/studies",
    security(("x-portway" = [])),
    request_body = StudyRequest,
    responses((status = 202, body = StudyView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn submit(State(studio): State<Arc<Studio>>, Json(request): Json<StudyRequest>) -> Answered<Response> {
    studio.aside(move |studio| submitted(studio, request)).await
}

fn submitted(studio: &Studio, request: StudyRequest) -> Answered<Response> {
    let asked = Asked::new(request)?;
    // What can be found wrong is found before it waits.
    let loaded = studio.load(asked.language)?;
    let corridor = loaded.corridor()?;
    let mut titles = Vec::new();
    for scenario in &asked.request.scenarios {
        let timeline = timeline(&loaded, &asked, scenario)?;
        if asked.request.kind == StudyKind::Animate {
            few_days(&timeline)?;
        }
        titles.push(timeline.scenario.title);
    }
    if asked.request.kind == StudyKind::Capacity {
        capacity(&asked, 0)?;
    }
    titles.dedup();
    let title = if titles.is_empty() { corridor.title().to_owned() } else { titles.join(" | ") };
    let view = studio.submit(asked, title, &loaded)?;
    Ok((StatusCode::ACCEPTED, Json(view)).into_response())
}

/// One study.
#[utoipa::path(
    get,
    path = "/api/v1/studies/{id}",
    params(("id" = String, Path, description = "Id of the study")),
    responses((status = 200, body = StudyView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn get(State(studio): State<Arc<Studio>>, Path(id): Path<String>) -> Answered<Json<StudyView>> {
    Ok(Json(studio.queue.get(&id)?))
}

/// Cancels a study that waits or runs; removes one that is done with, and its folder.
#[utoipa::path(
    delete,
    operation_id = "remove_study",
    path = "/api/v1/studies/{id}",
    params(
        ("id" = String, Path, description = "Id of the study"),
    ),
    security(("x-portway" = [])),
    responses((status = 204), (status = "4XX", body = Problem)),
)]
pub(crate) async fn remove(State(studio): State<Arc<Studio>>, Path(id): Path<String>) -> Answered<StatusCode> {
    studio.aside(move |studio| studio.remove(&id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a finished study found.
#[utoipa::path(
    get,
    path = "/api/v1/studies/{id}/answer",
    params(("id" = String, Path, description = "Id of the study")),
    responses((status = 200, body = StudyAnswer), (status = "4XX", body = Problem)),
)]
pub(crate) async fn answer(State(studio): State<Arc<Studio>>, Path(id): Path<String>) -> Answered<Response> {
    studio.aside(move |studio| send(studio, &id, ANSWER, "application/json", false)).await
}

/// The page that the command writes, for reading and printing.
#[utoipa::path(
    get,
    path = "/api/v1/studies/{id}/report",
    params(("id" = String, Path, description = "Id of the study")),
    responses((status = 200, content_type = "text/html", body = String), (status = "4XX", body = Problem)),
)]
pub(crate) async fn report(State(studio): State<Arc<Studio>>, Path(id): Path<String>) -> Answered<Response> {
    studio.aside(move |studio| send(studio, &id, REPORT, "text/html; charset=utf-8", false)).await
}

/// The files that a finished study left.
#[utoipa::path(
    get,
    path = "/api/v1/studies/{id}/files",
    params(("id" = String, Path, description = "Id of the study")),
    responses((status = 200, body = NamesView), (status = "4XX", body = Problem)),
)]
pub(crate) async fn files(State(studio): State<Arc<Studio>>, Path(id): Path<String>) -> Answered<Json<NamesView>> {
    let view = move |studio: &Studio| {
        finished(studio, &id)?;
        Ok(Json(NamesView { files: names(studio, &id)? }))
    };
    studio.aside(view).await
}

/// One of these files: JSON, or Parquet for data frames.
#[utoipa::path(
    get,
    path = "/api/v1/studies/{id}/files/{name}",
    params(
        ("id" = String, Path, description = "Id of the study"),
        ("name" = String, Path, description = "Name of the file"),
    ),
    responses(
        (status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = "4XX", body = Problem),
    ),
)]
pub(crate) async fn file(
    State(studio): State<Arc<Studio>>,
    Path((id, name)): Path<(String, String)>,
) -> Answered<Response> {
    let sent = move |studio: &Studio| {
        finished(studio, &id)?;
        // Only what the list names: a name that leads elsewhere is on no list.
        if !names(studio, &id)?.contains(&name) {
            return Err(Problem::not_found("such file of the study"));
        }
        send(studio, &id, &name, "application/octet-stream", true)
    };
    studio.aside(sent).await
}

/// Every visit of an animation, as columns of integers behind a header of JSON.
#[utoipa::path(
    get,
    path = "/api/v1/studies/{id}/tracks",
    params(("id" = String, Path, description = "Id of the study")),
    responses(
        (status = 200, content_type = "application/octet-stream", body = Vec<u8>),
        (status = "4XX", body = Problem),
    ),
)]
pub(crate) async fn tracks(State(studio): State<Arc<Studio>>, Path(id): Path<String>) -> Answered<Response> {
    studio.aside(move |studio| send(studio, &id, TRACKS, "application/octet-stream", false)).await
}

/// Refuses a study that has no answer yet.
fn finished(studio: &Studio, id: &str) -> Answered<()> {
    let view = studio.queue.get(id)?;
    match view.state {
        StudyState::Finished => Ok(()),
        _ => Err(Problem::new(StatusCode::CONFLICT, "this study has no answer yet", "wait until it is finished")),
    }
}

/// Plain files of a study's folder.
fn names(studio: &Studio, id: &str) -> Answered<Vec<String>> {
    let path = studio.folder_of(id)?;
    let entries = std::fs::read_dir(&path).map_err(|error| match error.kind() {
        // Somebody may have removed it by hand.
        std::io::ErrorKind::NotFound => Problem::not_found("folder of this study any more"),
        _ => portway_disk::Failure::io("read", &path, &error).into(),
    })?;
    let plain = |entry: &std::fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
    let mut names: Vec<String> =
        entries.flatten().filter(plain).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn send(studio: &Studio, id: &str, name: &str, kind: &str, download: bool) -> Answered<Response> {
    finished(studio, id)?;
    let path = studio.folder_of(id)?.join(name);
    // A link or a pipe was put there by somebody else.
    let plain = std::fs::symlink_metadata(&path).is_ok_and(|about| about.is_file());
    if !plain {
        return Err(Problem::not_found("such file of the study"));
    }
    let unreadable = |failure: portway_disk::Failure| {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, failure.message, "look into the folder of the study")
    };
    let bytes = portway_disk::folder::read_file(&path, MOST_BYTES_OF_A_FILE).map_err(unreadable)?;
    let mut response = ([(header::CONTENT_TYPE, kind.to_owned())], Body::from(bytes)).into_response();
    if download {
        // Ids and names are made by the server, of letters, digits, dots and hyphens.
        let value = format!("attachment; filename=\"{id}-{name}\"");
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
        }
    }
    Ok(response)
}
