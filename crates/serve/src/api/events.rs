//! News of studies and of the folder, as they come.

use crate::studio::{News, Studio};
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use std::convert::Infallible;
use std::sync::Arc;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

/// Server-sent events, `hello` first. What is described is the name of an event and its data, which is JSON.
#[utoipa::path(
    get,
    path = "/api/v1/events",
    responses((status = 200, content_type = "text/event-stream", body = News)),
)]
pub(crate) async fn events(State(studio): State<Arc<Studio>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let hello = tokio_stream::once(News::Hello {});
    // A page that vanishes drops its receiver; one that is slow loses the oldest messages and holds up nobody.
    // A stream has no end of its own, and a server that is asked to end would wait for it.
    let news = BroadcastStream::new(studio.listen()).map_while(|news| news.unwrap_or(Some(News::Behind {})));
    Sse::new(hello.chain(news).map(|news| Ok(event(&news)))).keep_alive(KeepAlive::default())
}

fn event(news: &News) -> Event {
    let news = serde_json::to_value(news).unwrap_or_default();
    Event::default().event(news["event"].as_str().unwrap_or_default()).data(news["data"].to_string())
}
