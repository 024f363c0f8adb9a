//! Connections: how many there are at once, and how long one may take to say what it wants.
//!
//! Whoever reaches the port can open connections, with or without a token, and each takes one of the files that the system lets
//! this process hold open. Without limits a stranger who says nothing could keep the owner out and the results from being written.

use axum::Router;
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// What connections may take.
pub(crate) struct Limits {
    /// How many there may be at once; the next ones wait.
    connections: usize,
    /// How long the head of a request may take, and how long a connection stays open between two requests.
    head: Duration,
}

/// A browser opens six connections to one server. Systems let a process hold 256 to 1024 files open, and results need some of them.
pub(crate) const LIMITS: Limits = Limits { connections: 150, head: Duration::from_secs(10) };
/// How long no new connection is taken after one could not be, which happens when no file can be opened.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers until `stop` resolves, and then what is under way.
pub(crate) async fn answer(listener: TcpListener, app: Router, limits: Limits, stop: impl Future<Output = ()>) {
    // Only one version is spoken: a peer that does not say which it means would be waited for without a limit.
    let mut server = Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(limits.head);
    let room = Arc::new(Semaphore::new(limits.connections));
    let under_way = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let next = async {
            let permit = Arc::clone(&room).acquire_owned().await;
            (listener.accept().await, permit)
        };
        let (accepted, permit) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let Ok((stream, _)) = accepted else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let service = TowerToHyperService::new(app.clone());
        let connection = server.serve_connection(TokioIo::new(stream), service);
        let connection = under_way.watch(connection);
        tokio::spawn(async move {
            // A peer that breaks off is its own affair.
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    under_way.shutdown().await;
}

#[cfg(test)]
mod tests {
    use super::{Limits, answer};
    use axum::Router;
    use axum::routing::get;
    use std::time::Duration;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn who_says_nothing_keeps_nobody_out() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let app = Router::new().route("/", get(|| async { "answered" }));
        let limits = Limits { connections: 2, head: Duration::from_millis(50) };
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(answer(listener, app, limits, async move { drop(stopped.await) }));

        let mut silent = Vec::new();
        for said in ["", "", "GET / HTTP/1.1\r\nX-A: ", "PRI * HT", "GET / HTTP/1.1\r\nX-A: "] {
            let mut stranger = TcpStream::connect(address).await.unwrap();
            stranger.write_all(said.as_bytes()).await.unwrap();
            silent.push(stranger);
        }
        let mut owner = TcpStream::connect(address).await.unwrap();
        owner.write_all(b"GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n").await.unwrap();
        let mut said = String::new();
        owner.read_to_string(&mut said).await.unwrap();
        assert!(said.ends_with("answered"), "{said}");
        // They were not only passed over: their connections are closed.
        for mut stranger in silent {
            let mut rest = Vec::new();
            assert!(stranger.read_to_end(&mut rest).await.is_ok_and(|_| !rest.ends_with(b"answered")));
        }
        stop.send(()).unwrap();
        serving.await.unwrap();
    }
}
