//! Ctrl-C: stop within a second and leave nothing behind.

use crate::failure::{Failure, INTERRUPTED};
use crate::output;
use portway_disk::run_folder;
use portway_study::StudyError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long a command has to stop by itself. Together with the clean-up it stays below the second that is promised.
const GRACE: Duration = Duration::from_millis(600);

/// A flag that Ctrl-C (or a request to terminate) sets. Call once.
pub(crate) fn flag() -> Result<Arc<AtomicBool>, Failure> {
    flag_saying("interrupted; nothing was written")
}

/// The same for a command that keeps something when it is interrupted; `said` when it could not stop by itself in time.
pub(crate) fn flag_saying(said: &'static str) -> Result<Arc<AtomicBool>, Failure> {
    let flag = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&flag);
    let handler = move || {
        seen.store(true, Ordering::Relaxed);
        std::thread::sleep(GRACE);
        // The command did not look at the flag in time, so its unfinished folder is removed from here.
        run_folder::remove_unfinished();
        output::say(&format!("error: {said}"));
        std::process::exit(i32::from(INTERRUPTED));
    };
    ctrlc::set_handler(handler).map_err(|e| Failure::new(format!("cannot listen to Ctrl-C: {e}"), ""))?;
    Ok(flag)
}

/// Fails when Ctrl-C was pressed. Asked once more before a folder is moved to its place.
pub(crate) fn check(flag: &AtomicBool) -> Result<(), Failure> {
    if flag.load(Ordering::Relaxed) { Err(StudyError::Cancelled.into()) } else { Ok(()) }
}
