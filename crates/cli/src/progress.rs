//! Progress bars on standard error, with the time left; only where somebody watches a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use portway_study::options::Progress;
use std::time::Duration;

/// One bar, begun anew for every scenario.
pub(crate) struct Bar(ProgressBar);

impl Bar {
    pub(crate) fn new() -> Self {
        // Hidden by itself when standard error is not a terminal.
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} replications, {eta} left") {
            bar.set_style(style.progress_chars("█▌░"));
        }
        Self(bar)
    }
}

impl Bar {
    /// Forgets what was counted so far, and how long it took.
    pub(crate) fn begin_again(&self) {
        self.0.reset();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

impl Progress for Bar {
    fn replications(&self, done: u32, total: u32) {
        self.0.set_length(u64::from(total));
        if done == 0 {
            // Time goes on while long replications are under way; before the first there is nothing to show.
            self.0.enable_steady_tick(Duration::from_millis(200));
        }
        // Threads may report out of order, and a bar should not go back.
        self.0.set_position(u64::from(done).max(self.0.position()));
    }

    fn points(&self, done: usize, total: usize) {
        self.0.set_message(format!("{done}/{total} points"));
    }

    fn scenario(&self, name: &str) {
        self.0.disable_steady_tick();
        self.0.reset();
        self.0.set_message(name.to_owned());
    }
}
