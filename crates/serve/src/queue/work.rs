//! One study from the row: run, written whole into its folder, told to the pages.

use super::{ANSWER, STUDY, StudyState, StudyView, TRACKS};
use crate::folder::Loaded;
use crate::kinds::{self, Made};
use crate::problem::Problem;
use crate::request::Asked;
use crate::studio::{REPORT_IT, Studio};
use portway_disk::RunFolder;
use portway_disk::manifest::{json, manifest};
use portway_disk::run_folder::{MANIFEST, MODEL, REPORT};
use portway_study::results::ModelRef;
use portway_study::{Progress, StudyError};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Pages hear of progress at most this often; more would keep them busy drawing.
const TELL_EVERY: Duration = Duration::from_millis(200);

/// Counts replications and tells the pages.
struct Teller<'a> {
    studio: &'a Studio,
    id: &'a str,
    begun: Instant,
    last: Mutex<Option<Instant>>,
}

impl Progress for Teller<'_> {
    fn replications(&self, done: u32, total: u32) {
        let now = Instant::now();
        {
            let mut last = crate::studio::held(&self.last);
            if last.is_some_and(|last| now.duration_since(last) < TELL_EVERY) && done < total {
                return;
            }
            *last = Some(now);
        }
        let spent = self.begun.elapsed().as_secs_f64();
        self.studio.queue.update(self.studio, self.id, |view| {
            // Threads may report out of order, and a bar should not go back; a new stage may plan more.
            view.done = if total == view.total { view.done.max(done) } else { done };
            view.total = total;
            let left = spent / f64::from(view.done.max(1)) * f64::from(total.saturating_sub(view.done));
            view.seconds_left = (view.done > 0).then_some(left);
        });
    }
}

/// Runs one study.
pub(super) fn work(studio: &Studio, id: &str, asked: &Asked, cancel: &AtomicBool) {
    let begun = Instant::now();
    studio.queue.update(studio, id, |view| view.state = StudyState::Running);
    let teller = Teller { studio, id, begun, last: Mutex::new(None) };
    // A mistake inside Portway ends this study and no other.
    let made = catch_unwind(AssertUnwindSafe(|| make(studio, id, asked, &teller, cancel)));
    let made = made.unwrap_or_else(|_| Err(Problem::unusable("a mistake inside Portway ended this study", REPORT_IT)));
    let seconds = begun.elapsed().as_secs_f64();
    studio.queue.update(studio, id, |view| {
        view.seconds_left = None;
        view.seconds = Some(seconds);
        match made {
            Ok(()) => view.state = StudyState::Finished,
            // One that was finished before it heard of its end is finished.
            Err(_) if cancel.load(Ordering::Relaxed) => view.state = StudyState::Cancelled,
            Err(problem) => {
                view.state = StudyState::Failed;
                view.problem = Some(problem);
            }
        }
    });
}

fn make(studio: &Studio, id: &str, asked: &Asked, teller: &Teller<'_>, cancel: &AtomicBool) -> Result<(), Problem> {
    // The folder as it is when the study begins; the hash and the digests then say which it was.
    let loaded = studio.load(asked.language)?;
    studio.queue.update(studio, id, |view| {
        view.hash.clone_from(&loaded.hash);
        view.digests = loaded.digests_of(&asked.request.scenarios);
    });
    let made = kinds::make(&loaded, asked, studio.settings.threads, teller, cancel)?;
    if cancel.load(Ordering::Relaxed) {
        return Err(StudyError::Cancelled.into());
    }
    let view = studio.queue.get(id)?;
    write(studio, &view, asked, &loaded, &made, teller.begun.elapsed().as_secs_f64())?;
    Ok(())
}

/// Writes the folder of a study: what the command would have written, and what the pages need beside it.
fn write(
    studio: &Studio,
    view: &StudyView,
    asked: &Asked,
    loaded: &Loaded,
    made: &Made,
    seconds: f64,
) -> Result<(), Problem> {
    let folder = RunFolder::begin(&studio.settings.runs.join(&view.id))?;
    let arguments = asked.arguments(&studio.settings.dir.display().to_string());
    let typed = || arguments.iter().cloned();
    folder.write_texts(MODEL, &loaded.texts)?;
    match &made.run {
        Some(run) => run.write(&folder, typed(), loaded)?,
        None => {
            let reference = ModelRef::of(loaded.corridor()?);
            let what = serde_json::json!({ "asked": view.request });
            folder.write(MANIFEST, manifest(view.kind.command(), typed(), &reference, asked.seed, what).as_bytes())?;
            folder.write(made.file, made.object.as_bytes())?;
            folder.write(REPORT, made.page.as_bytes())?;
        }
    }
    folder.write(ANSWER, made.answer.as_bytes())?;
    if let Some(tracks) = &made.tracks {
        folder.write(TRACKS, tracks)?;
    }
    let finished =
        StudyView { state: StudyState::Finished, seconds: Some(seconds), seconds_left: None, ..view.clone() };
    folder.write(STUDY, json(&finished).as_bytes())?;
    folder.finish()?;
    Ok(())
}
