//! What can be asked over HTTP. The description at `/api/openapi.json` is made of the same handlers, so it cannot disagree.

pub(crate) mod corridor;
mod description;
pub(crate) mod events;
pub(crate) mod files;
pub(crate) mod scenarios;
pub(crate) mod studies;

use crate::guard;
use crate::pages;
use crate::problem::Problem;
use crate::studio::Studio;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use description::Description;
use std::sync::Arc;
use std::time::Duration;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use utoipa::OpenApi;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Largest body of a request: a text of a model folder, as JSON may write it.
const MOST_BYTES_OF_A_BODY: usize = 2 * portway_model::folder::MAX_FILE_BYTES;
/// How long one request may take, sending aside. Studies run in the queue and not in requests.
const MOST_TIME: Duration = Duration::from_secs(30);

/// Every address with what answers there, and the description of all of them.
fn described() -> (Router<Arc<Studio>>, String) {
    let (api, description) = OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(corridor::corridor))
        .routes(routes!(corridor::network))
        .routes(routes!(corridor::inputs))
        .routes(routes!(files::list))
        .routes(routes!(files::read, files::write))
        .routes(routes!(files::check))
        .routes(routes!(scenarios::set_values))
        .routes(routes!(scenarios::add))
        .routes(routes!(scenarios::remove))
        .routes(routes!(studies::list, studies::submit))
        .routes(routes!(studies::get, studies::remove))
        .routes(routes!(studies::answer))
        .routes(routes!(studies::report))
        .routes(routes!(studies::files))
        .routes(routes!(studies::file))
        .routes(routes!(studies::tracks))
        .routes(routes!(events::events))
        .split_for_parts();
    (api, description::finished(&description))
}

/// The description of the API, OpenAPI 3.1.
pub fn openapi() -> String {
    described().1
}

/// The whole server.
pub fn router(studio: Arc<Studio>) -> Router {
    let (api, description) = described();
    let json = [(axum::http::header::CONTENT_TYPE, "application/json")];
    let nowhere = axum::routing::any(|| async { Problem::not_found("such address of the API") });
    // A stream of events is never finished, so it must be neither compressed nor timed.
    let packed = DefaultPredicate::new().and(NotForContentType::const_new("text/event-stream"));
    api.route("/api/openapi.json", axum::routing::get(move || async move { (json, description) }))
        .route("/api", nowhere.clone())
        .route("/api/", nowhere.clone())
        .route("/api/{*rest}", nowhere)
        .fallback(axum::routing::get(pages::page))
        // The framework has a smaller limit of its own, which would refuse texts that a folder may hold.
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(MOST_BYTES_OF_A_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, MOST_TIME))
        .layer(from_fn(words))
        .layer(CompressionLayer::new().compress_when(packed))
        .layer(from_fn_with_state(Arc::clone(&studio), guard::guard))
        .with_state(studio)
}

/// Refusals of the framework, such as a body that is no JSON, in the form of all other problems.
async fn words(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let is_json =
        response.headers().get(axum::http::header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json");
    if !(status.is_client_error() || status.is_server_error()) || is_json {
        return response;
    }
    if status == StatusCode::REQUEST_TIMEOUT {
        let title = format!("this took longer than {} seconds", MOST_TIME.as_secs());
        return Problem::new(status, title, "the server is busy; try again in a moment").into_response();
    }
    let body = axum::body::to_bytes(response.into_body(), MOST_BYTES_OF_A_MESSAGE).await.unwrap_or_default();
    let said = String::from_utf8_lossy(&body);
    let title = if said.is_empty() { status.canonical_reason().unwrap_or("the request was refused") } else { &said };
    Problem::new(status, title, "the API is described at /api/openapi.json").into_response()
}

/// Messages of the framework are a sentence.
const MOST_BYTES_OF_A_MESSAGE: usize = 4096;
