//! What all requests share.

use crate::folder::Loaded;
use crate::guard::Access;
use crate::queue::Queue;
use serde::Serialize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::broadcast;

/// Messages that a slow page may be behind before it is told to read everything anew.
const BACKLOG: usize = 256;

/// Name of the last event, behind which no stream goes on.
pub(crate) const END: &str = "end";

/// What a studio is opened with.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The model folder.
    pub dir: PathBuf,
    /// The folder that holds a run folder for each finished study.
    pub runs: PathBuf,
    /// Who may use it.
    pub access: Access,
    /// Threads of a study; 0 for as many as the machine has.
    pub threads: usize,
}

/// One folder, its studies, and who listens.
#[derive(Debug)]
pub struct Studio {
    pub(crate) settings: Settings,
    pub(crate) queue: Queue,
    /// The last reading of the folder, by its texts.
    pub(crate) loaded: Mutex<Vec<Arc<Loaded>>>,
    /// Held while files are written, so that what was checked is what is replaced.
    pub(crate) writing: tokio::sync::Mutex<()>,
    events: broadcast::Sender<Event>,
}

/// Something that pages want to hear of.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    /// Name of the kind of event.
    pub(crate) name: &'static str,
    /// JSON.
    pub(crate) data: String,
}

impl Studio {
    /// Opens a folder, and finds what is finished. The folder itself may be full of mistakes: the pages show them.
    ///
    /// # Errors
    /// The folder for results cannot be made.
    pub fn open(settings: Settings) -> Result<Self, std::io::Error> {
        std::fs::create_dir_all(&settings.runs)?;
        let queue = Queue::open(&settings.runs);
        let (events, _) = broadcast::channel(BACKLOG);
        Ok(Self { settings, queue, loaded: Mutex::default(), writing: tokio::sync::Mutex::default(), events })
    }

    /// Ends every study that waits or runs, the thread that they run on, and every stream of events.
    pub fn close(&self) {
        self.queue.close();
        self.tell(END, &());
    }

    /// Tells every page. That nobody listens is no mistake.
    pub(crate) fn tell(&self, name: &'static str, data: &impl Serialize) {
        if let Ok(data) = serde_json::to_string(data) {
            let _ = self.events.send(Event { name, data });
        }
    }

    /// What is told from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<Event> {
        self.events.subscribe()
    }
}

/// A lock whose holder panicked still guards whole data: every change under it is one assignment.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
