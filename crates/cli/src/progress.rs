//! Progress bars on standard error, with the time left; only where somebody watches a terminal.

use crate::output;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use portway_study::options::Progress;
use std::time::{Duration, Instant};

/// Time left from which on it is told in a line of its own, that stays where the bar goes: a minute.
const LONG_S: f64 = 60.0;

/// One bar, begun anew for every scenario.
pub(crate) struct Bar {
    bar: ProgressBar,
    begun: Instant,
}

impl Bar {
    pub(crate) fn new() -> Self {
        // Hidden by itself when standard error is not a terminal.
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} replications, {eta} left") {
            bar.set_style(style.progress_chars("█▌░"));
        }
        Self { bar, begun: Instant::now() }
    }
}

impl Bar {
    /// Forgets what was counted so far, and how long it took.
    pub(crate) fn begin_again(&self) {
        self.bar.reset();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

impl Progress for Bar {
    fn replications(&self, done: u32, total: u32) {
        self.bar.set_length(u64::from(total));
        if done == 0 {
            // Time goes on while long replications are under way; before the first there is nothing to show.
            self.bar.enable_steady_tick(Duration::from_millis(200));
        }
        // Threads may report out of order, and a bar should not go back.
        self.bar.set_position(u64::from(done).max(self.bar.position()));
    }

    fn foresees(&self, done: u32, total: u32) {
        let left_s =
            self.begun.elapsed().as_secs_f64() / f64::from(done.max(1)) * f64::from(total.saturating_sub(done));
        if left_s > LONG_S {
            let minutes = (left_s / 60.0).ceil();
            self.bar.suspend(|| output::say(&format!("About {minutes:.0} min to go: {} replications.", total - done)));
        }
    }

    fn points(&self, done: usize, total: usize) {
        self.bar.set_message(format!("{done}/{total} points"));
    }

    fn scenario(&self, name: &str) {
        self.bar.disable_steady_tick();
        self.bar.reset();
        self.bar.set_message(name.to_owned());
    }
}
