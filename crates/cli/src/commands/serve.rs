//! `portway serve`: the studio for one folder, until Ctrl-C.

use super::Outcome;
use crate::args::ServeArgs;
use crate::failure::Failure;
use crate::output;
use portway_disk::folder;
use portway_serve::{Access, Settings};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;

/// The variable that may hold the token, so that it does not stand in a list of processes.
const TOKEN: &str = "PORTWAY_TOKEN";

/// Serves a folder until it is asked to stop.
pub(crate) fn serve(dir: &Path, asked: &ServeArgs) -> Result<Outcome, Failure> {
    // What is no model folder is told at once; one with mistakes is served, so that they can be mended in the browser.
    folder::read(dir)?;
    std::fs::create_dir_all(&asked.runs).map_err(|error| Failure::io("create", &asked.runs, &error))?;
    let access = access(asked)?;
    let token = access.token.clone();
    let settings =
        Settings { dir: dir.to_owned(), runs: asked.runs.clone(), access, threads: asked.threads.unwrap_or(0) };
    let ready = |bound: SocketAddr| {
        let query = token.map_or_else(String::new, |token| format!("?token={token}"));
        output::say(&format!("Portway studio: http://{bound}/{query}\nCtrl-C ends it."));
    };
    let address = SocketAddr::new(asked.address, asked.port);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(SERVING_THREADS)
        .enable_all()
        .build()
        .map_err(|e| Failure::new(format!("the machine gave no threads to serve with: {e}"), ""))?;
    let served = runtime.block_on(async { portway_serve::serve(settings, address, ready, stopped()).await });
    // A page that still listens to events must not keep the process.
    runtime.shutdown_background();
    portway_disk::run_folder::remove_unfinished();
    served.map_err(|error| {
        let hint = "another program may use the port: choose another with --port, or 0 for any that is free";
        Failure::new(format!("cannot serve on {address}: {}", portway_disk::reason(&error)), hint)
    })?;
    Ok(Outcome::Done)
}

/// Requests are short; what takes long runs on threads of its own.
const SERVING_THREADS: usize = 2;

/// Who may use it: on another address than a loopback one, only who knows the token.
fn access(asked: &ServeArgs) -> Result<Access, Failure> {
    let token = asked.token.clone().or_else(|| std::env::var(TOKEN).ok()).filter(|token| !token.is_empty());
    match token {
        Some(token) => {
            Access::with_token(token).map_err(|why| Failure::new(why, "openssl rand -hex 16 makes a good one"))
        }
        None if is_loopback(asked.address) => Ok(Access::loopback()),
        None => Err(Failure::new(
            format!("{} can be reached from other machines, so a token is needed", asked.address),
            format!("give one with --token or {TOKEN}, e.g. that of `openssl rand -hex 16`"),
        )),
    }
}

fn is_loopback(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

/// Ctrl-C, or a request to terminate. Both are heard from this call on, and not only when the future is first asked: whoever reads the
/// address may end the server at once.
#[cfg(unix)]
fn stopped() -> impl Future<Output = ()> + Send + 'static {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    let [interrupt, terminate] = [SignalKind::interrupt(), SignalKind::terminate()].map(|kind| signal(kind).ok());
    let heard = |signal: Option<Signal>| async {
        match signal {
            Some(mut signal) => drop(signal.recv().await),
            None => std::future::pending().await,
        }
    };
    async move {
        tokio::select! {
            () = heard(interrupt) => {}
            () = heard(terminate) => {}
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
async fn stopped() {
    let _ = tokio::signal::ctrl_c().await;
}
