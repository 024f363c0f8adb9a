//! What all requests share.

use crate::folder::Loaded;
use crate::guard::Access;
use crate::problem::{Answered, Problem};
use crate::queue::{Queue, StudyView};
use axum::http::StatusCode;
use serde::Serialize;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Semaphore, broadcast};
use utoipa::ToSchema;

/// Messages that a slow page may be behind before it is told to read everything anew.
const BACKLOG: usize = 256;

/// Folders that are read and understood at the same time. Each takes the memory of its texts several times over, and no machine
/// that plans a corridor has many more cores than this.
const MOST_AT_ONCE: usize = 4;

/// Texts that are checked or written at the same time. Apart from reading, so that whoever sends large texts holds up nobody who reads.
const MOST_CHANGED_AT_ONCE: usize = 2;

/// What to do about a mistake inside Portway.
pub(crate) const REPORT_IT: &str = "please report it with the model folder";

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
    pub(crate) writing: Mutex<()>,
    /// One permit for each request that reads files.
    reading: Arc<Semaphore>,
    /// One permit for each request that checks or writes texts.
    changing: Arc<Semaphore>,
    /// None is the last word, behind which no stream goes on.
    news: broadcast::Sender<Option<News>>,
}

/// Something that pages want to hear of: the name of an event, and its data.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "event", content = "data", rename_all = "snake_case")]
pub(crate) enum News {
    /// A stream begins.
    Hello {},
    /// A study is new, or has changed.
    Study(Box<StudyView>),
    /// A study is gone.
    Removed {
        /// Which one.
        id: String,
    },
    /// The texts have changed.
    Folder {
        /// SHA-256 of them now.
        hash: String,
    },
    /// The page was too slow for all the news and must read everything anew.
    Behind {},
}

impl Studio {
    /// Opens a folder, and finds what is finished. The folder itself may be full of mistakes: the pages show them.
    ///
    /// # Errors
    /// The folder for results cannot be made.
    pub fn open(settings: Settings) -> Result<Self, std::io::Error> {
        std::fs::create_dir_all(&settings.runs)?;
        let queue = Queue::open(&settings.runs);
        let (news, _) = broadcast::channel(BACKLOG);
        let reading = Arc::new(Semaphore::new(MOST_AT_ONCE));
        let changing = Arc::new(Semaphore::new(MOST_CHANGED_AT_ONCE));
        portway_disk::whole::remove_leftovers(&settings.dir);
        Ok(Self { settings, queue, loaded: Mutex::default(), writing: Mutex::default(), reading, changing, news })
    }

    /// Ends every study that waits or runs, the thread that they run on, and every stream of events.
    pub fn close(&self) {
        self.queue.close();
        let _ = self.news.send(None);
    }

    /// Does what reads files or thinks for a while on a thread of its own, so that it holds up no other request. It goes on to its
    /// end when whoever asked has gone, and is counted until then.
    pub(crate) async fn aside<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Answered<T> + Send + 'static,
    ) -> Answered<T> {
        let permits = Arc::clone(&self.reading);
        on_a_thread(permits, move || work(&self)).await
    }

    /// The same for what understands texts that a request brings, or writes some.
    pub(crate) async fn changing_aside<T: Send + 'static>(
        self: Arc<Self>,
        work: impl FnOnce(&Self) -> Answered<T> + Send + 'static,
    ) -> Answered<T> {
        let permits = Arc::clone(&self.changing);
        on_a_thread(permits, move || work(&self)).await
    }

    /// Tells every page. That nobody listens is no mistake.
    pub(crate) fn tell(&self, news: News) {
        let _ = self.news.send(Some(news));
    }

    /// What is told from now on.
    pub(crate) fn listen(&self) -> broadcast::Receiver<Option<News>> {
        self.news.subscribe()
    }
}

async fn on_a_thread<T: Send + 'static>(
    permits: Arc<Semaphore>,
    work: impl FnOnce() -> Answered<T> + Send + 'static,
) -> Answered<T> {
    let broken =
        || Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "a mistake inside Portway ended this request", REPORT_IT);
    let permit = permits.acquire_owned().await.map_err(|_| broken())?;
    let done = tokio::task::spawn_blocking(move || {
        let done = work();
        drop(permit);
        done
    });
    done.await.unwrap_or_else(|_| Err(broken()))
}

/// A lock whose holder panicked still guards whole data: every change under it is one assignment.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
