//! The pages, built into the binary. A build without them still serves the API, and says how to get them.

use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

/// What `npm run build` makes in `studio/`.
#[derive(RustEmbed)]
#[folder = "../../studio/dist"]
#[allow_missing = true]
struct Pages;

/// Files whose names hold a sum of their content never change.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Other files are asked for anew each time, and are not sent again when they are the same.
const ASK: &str = "no-cache";

const NOT_BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Portway studio</title><body>\
    <h1>This build has no pages</h1><p>The server runs, and its API is at <a href=/api/openapi.json>/api/openapi.json</a>.</p>\
    <p>Build the pages and the binary together with <code>cargo xtask studio</code>.</p>";

/// One file, or the first page for every other address outside the API.
pub(crate) async fn page(uri: Uri, headers: HeaderMap) -> Response {
    let path = uri.path().trim_start_matches('/');
    let (name, found) = match Pages::get(path) {
        Some(found) if !path.is_empty() => (path, Some(found)),
        // A file that is not there is not the first page: a browser would take that for a script.
        _ if path.contains('.') => return StatusCode::NOT_FOUND.into_response(),
        _ => ("index.html", Pages::get("index.html")),
    };
    match found {
        Some(file) => embedded(name, &file, &headers),
        None => (StatusCode::OK, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], NOT_BUILT).into_response(),
    }
}

fn embedded(name: &str, file: &EmbeddedFile, headers: &HeaderMap) -> Response {
    let etag = crate::folder::etag(&file.data);
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes());
    let keep = if name.starts_with("assets/") { FOR_EVER } else { ASK };
    let about = [(header::ETAG, etag), (header::CACHE_CONTROL, keep.to_owned())];
    match known {
        true => (StatusCode::NOT_MODIFIED, about).into_response(),
        false => {
            let kind = [(header::CONTENT_TYPE, file.metadata.mimetype().to_owned())];
            (about, kind, file.data.clone().into_owned()).into_response()
        }
    }
}
