//! News of studies and of the folder, as they come.

use crate::studio::Studio;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
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
    let news = BroadcastStream::new(studio.listen()).map(|news| {
        Ok(match news {
            Ok(news) => Event::default().event(news.name).data(news.data),
            Err(_) => Event::default().event("behind").data("{}"),
        })
    });
    // A stream has no end of its own, and a server that is asked to end would wait for it.
    let ended = async move { studio.closing().await };
    Sse::new(until(hello.chain(news), ended)).keep_alive(KeepAlive::default())
}

/// A stream that ends when something else does.
fn until<S: Stream>(stream: S, end: impl Future<Output = ()>) -> impl Stream<Item = S::Item> {
    let (mut stream, mut end) = (Box::pin(stream), Box::pin(end));
    poll_fn(move |context| match end.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(None),
        Poll::Pending => stream.as_mut().poll_next(context),
    })
}

/// A stream made of a function.
fn poll_fn<T>(poll: impl FnMut(&mut Context<'_>) -> Poll<Option<T>> + Unpin) -> impl Stream<Item = T> {
    struct Polled<F>(F);
    impl<T, F: FnMut(&mut Context<'_>) -> Poll<Option<T>> + Unpin> Stream for Polled<F> {
        type Item = T;
        fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
            (self.0)(context)
        }
    }
    Polled(poll)
}
