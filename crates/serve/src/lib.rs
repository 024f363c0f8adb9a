//! The studio: a corridor in the browser, over the same folders and with the same numbers as the command line.
//!
//! A server for one model folder. Text is the truth: pages read what the folder says, and what is changed in them is written back
//! into its files with comments and order kept (`edit`). Studies wait in one queue, run on the same functions as the commands, and
//! leave the same run folders (`queue`, `kinds`), so a finished one outlives the server. What may reach the server at all is
//! decided in `guard`.

mod api;
mod connections;
mod drawn;
mod edit;
mod folder;
mod guard;
mod kinds;
mod pages;
mod problem;
mod queue;
mod request;
mod studio;
mod tracks;
mod view;

pub use api::{openapi, router};
pub use guard::Access;
pub use problem::Problem;
pub use queue::start as work;
pub use studio::{Settings, Studio};

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

/// How long requests that are under way are waited for when a server ends.
const MOST_WAIT_AT_THE_END: Duration = Duration::from_secs(1);

/// Serves a folder until `stop` resolves; running studies are cancelled then. `ready` hears the address that was bound.
///
/// # Errors
/// An address that cannot be bound, or a folder for results that cannot be made.
pub async fn serve(
    settings: Settings,
    address: SocketAddr,
    ready: impl FnOnce(SocketAddr),
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), std::io::Error> {
    let listener = TcpListener::bind(address).await?;
    let bound = listener.local_addr()?;
    let studio = Arc::new(Studio::open(settings)?);
    let worker = queue::start(&studio);
    let watcher = tokio::spawn(folder::watch(Arc::clone(&studio)));
    ready(bound);
    let app = router(Arc::clone(&studio));
    let closing = Arc::clone(&studio);
    let (ended, mut end) = tokio::sync::watch::channel(false);
    let serving = connections::answer(listener, app, connections::LIMITS, async move {
        stop.await;
        closing.close();
        ended.send_replace(true);
    });
    // Whoever has not sent a whole request by then, or reads too slowly, is not waited for.
    let patience = async move {
        let _ = end.wait_for(|ended| *ended).await;
        tokio::time::sleep(MOST_WAIT_AT_THE_END).await;
    };
    tokio::select! {
        () = serving => {}
        () = patience => {}
    }
    watcher.abort();
    // The worker looks at its flag between events of the kernel, so this is a matter of milliseconds.
    let _ = worker.join();
    Ok(())
}
