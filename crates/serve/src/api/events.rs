//! News of studies and of the folder, as they come.

use crate::studio::{self, Studio};
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use std::convert::Infallible;
use std::sync::Arc;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::{Stream, StreamExt};

/// Server-sent events: `hello` first; `study` with a study on every change; `removed` with an id; `folder` with a hash when texts
/// have changed on disk; `behind` when a page was too slow and must read everything anew.
#[utoipa::path(
    get,
    path = "/api/v1/events",
    responses((status = 200, content_type = "text/event-stream", body = String)),
)]
pub(crate) async fn events(State(studio): State<Arc<Studio>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let hello = tokio_stream::once(Ok(Event::default().event("hello").data("{}")));
    // A page that vanishes drops its receiver; one that is slow loses the oldest messages and holds up nobody.
    // A stream has no end of its own, and a server that is asked to end would wait for it.
    let goes_on = |news: &Result<studio::Event, _>| !news.as_ref().is_ok_and(|news| news.name == studio::END);
    let news = BroadcastStream::new(studio.listen()).take_while(goes_on).map(|news| {
        Ok(match news {
            Ok(news) => Event::default().event(news.name).data(news.data),
            Err(_) => Event::default().event("behind").data("{}"),
        })
    });
    Sse::new(hello.chain(news)).keep_alive(KeepAlive::default())
}
