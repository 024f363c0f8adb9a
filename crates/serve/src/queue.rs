//! Studies wait in one row and run one after another, each on all threads: so the first is finished soonest, and none starves.
//!
//! A finished study is a run folder with `study.json` in it. It is read again when a server opens the same folder, so it
//! outlives the server. What waited or ran when a server ended is gone, and nothing of it is left on disk.

mod work;

use crate::folder::Loaded;
use crate::problem::{Answered, Problem};
use crate::request::{Asked, StudyKind, StudyRequest};
use crate::studio::{News, Studio, held};
use axum::http::StatusCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use utoipa::ToSchema;

/// What a run folder of the studio is known by.
pub(crate) const STUDY: &str = "study.json";
/// The answer for the pages.
pub(crate) const ANSWER: &str = "answer.json";
/// The records of an animation.
pub(crate) const TRACKS: &str = "tracks.bin";

/// Studies that may wait. A page asks for one at a time; more is a mistake or an attack.
const MOST_WAITING: usize = 50;
/// Studies that are listed. Older ones stay on disk.
const MOST_LISTED: usize = 500;
/// Largest `study.json` that is read; what a request may say is far below it.
const MOST_BYTES_OF_A_STUDY: u64 = 1 << 20;

/// How far a study is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StudyState {
    /// It waits for others.
    Queued,
    /// It runs.
    Running,
    /// Its answer is there.
    Finished,
    /// It has no answer; the problem says why.
    Failed,
    /// Somebody stopped it.
    Cancelled,
}

/// A study, as lists show it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct StudyView {
    /// Name, and that of its folder.
    pub(crate) id: String,
    /// What it finds out.
    pub(crate) kind: StudyKind,
    /// How far it is.
    pub(crate) state: StudyState,
    /// What was asked for.
    pub(crate) request: StudyRequest,
    /// When it was asked for, RFC 3339 in UTC.
    pub(crate) created: String,
    /// Title of what it is about.
    pub(crate) title: String,
    /// Replications that are done.
    pub(crate) done: u32,
    /// Replications that are planned now; 0 when that is not known.
    pub(crate) total: u32,
    /// Seconds that it may still take.
    pub(crate) seconds_left: Option<f64>,
    /// Seconds that it took.
    pub(crate) seconds: Option<f64>,
    /// Why it has no answer.
    pub(crate) problem: Option<Problem>,
    /// The command line that does the same; empty when changes are tried that no file says.
    pub(crate) command: String,
    /// SHA-256 of the texts that it rests on.
    pub(crate) hash: String,
    /// SHA-256 of what each of its scenarios said; none in a study of before they were written.
    #[serde(default)]
    #[schema(default = json!([]))]
    pub(crate) digests: Vec<String>,
}

/// One row of the queue.
#[derive(Debug)]
struct Entry {
    view: StudyView,
    /// What is to be done; none when it is finished.
    asked: Option<Asked>,
    cancel: Arc<AtomicBool>,
}

impl Entry {
    /// Whether it neither waits nor runs.
    fn is_done(&self) -> bool {
        !matches!(self.view.state, StudyState::Queued | StudyState::Running)
    }
}

/// All studies of a studio, oldest first.
#[derive(Debug)]
pub(crate) struct Queue {
    entries: Mutex<Vec<Entry>>,
    woken: Condvar,
    closed: AtomicBool,
    /// Three letters that tell the studies of this server from those of another in the same folder.
    tag: String,
}

impl Queue {
    /// The finished studies of a folder.
    pub(crate) fn open(runs: &Path) -> Self {
        let mut found: Vec<StudyView> = std::fs::read_dir(runs)
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| read_study(&entry.path()))
            .collect();
        found.sort_by(|a, b| a.id.cmp(&b.id));
        let from = found.len().saturating_sub(MOST_LISTED);
        let entry = |view| Entry { view, asked: None, cancel: Arc::default() };
        let entries = found.drain(from..).map(entry).collect();
        Self { entries: Mutex::new(entries), woken: Condvar::new(), closed: AtomicBool::new(false), tag: tag() }
    }

    /// Ends everything that waits or runs.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
        for entry in held(&self.entries).iter() {
            entry.cancel.store(true, Ordering::Relaxed);
        }
        self.woken.notify_all();
    }

    fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }

    /// All studies, the newest first.
    pub(crate) fn list(&self) -> Vec<StudyView> {
        held(&self.entries).iter().rev().map(|entry| entry.view.clone()).collect()
    }

    /// One study.
    pub(crate) fn get(&self, id: &str) -> Answered<StudyView> {
        let entries = held(&self.entries);
        let found = entries.iter().find(|entry| entry.view.id == id);
        found.map(|entry| entry.view.clone()).ok_or_else(|| Problem::not_found("such study"))
    }

    /// Changes one study and tells the pages.
    fn update(&self, studio: &Studio, id: &str, change: impl FnOnce(&mut StudyView)) {
        let mut entries = held(&self.entries);
        let Some(entry) = entries.iter_mut().find(|entry| entry.view.id == id) else { return };
        change(&mut entry.view);
        let view = entry.view.clone();
        drop(entries);
        studio.tell(News::Study(Box::new(view)));
    }
}

impl Studio {
    /// The folder of a study. Ids are made by the server, and one that leads elsewhere is none.
    pub(crate) fn folder_of(&self, id: &str) -> Answered<PathBuf> {
        self.queue.get(id)?;
        Ok(self.settings.runs.join(id))
    }

    /// Puts a study at the end of the row.
    pub(crate) fn submit(&self, asked: Asked, title: String, loaded: &Loaded) -> Answered<StudyView> {
        let now = Timestamp::now();
        let mut entries = held(&self.queue.entries);
        let waiting = entries.iter().filter(|entry| entry.asked.is_some()).count();
        if waiting >= MOST_WAITING {
            let title = format!("{waiting} studies wait already");
            return Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, title, "wait for some of them, or cancel them"));
        }
        // Another server may use the same folder, and be asked in the same second.
        let stem = format!("{}-{}-{}", now.strftime("%Y%m%d-%H%M%S"), asked.request.kind.name(), self.queue.tag);
        let there = |id: &String| self.settings.runs.join(id).exists();
        let free = |id: &String| !entries.iter().any(|entry| entry.view.id == *id) && !there(id);
        let id =
            (1..).map(|n| if n == 1 { stem.clone() } else { format!("{stem}-{n}") }).find(free).unwrap_or(stem.clone());
        let view = StudyView {
            id,
            kind: asked.request.kind,
            state: StudyState::Queued,
            request: asked.request.clone(),
            created: now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            title,
            done: 0,
            total: 0,
            seconds_left: None,
            seconds: None,
            problem: None,
            command: asked.command(&self.settings.dir.display().to_string()),
            hash: loaded.hash.clone(),
            digests: loaded.digests_of(&asked.request.scenarios),
        };
        if entries.len() >= MOST_LISTED
            && let Some(oldest) = entries.iter().position(|entry| entry.is_done())
        {
            entries.remove(oldest);
        }
        entries.push(Entry { view: view.clone(), asked: Some(asked), cancel: Arc::default() });
        drop(entries);
        self.queue.woken.notify_all();
        self.tell(News::Study(Box::new(view.clone())));
        Ok(view)
    }

    /// Cancels a study that waits or runs; removes one that is done with, and its folder.
    pub(crate) fn remove(&self, id: &str) -> Answered<()> {
        let mut entries = held(&self.queue.entries);
        let at = entries.iter().position(|entry| entry.view.id == id);
        let at = at.ok_or_else(|| Problem::not_found("such study"))?;
        match entries[at].view.state {
            StudyState::Running => entries[at].cancel.store(true, Ordering::Relaxed),
            StudyState::Queued => {
                entries[at].asked = None;
                entries[at].view.state = StudyState::Cancelled;
                let view = entries[at].view.clone();
                drop(entries);
                self.tell(News::Study(Box::new(view)));
            }
            StudyState::Finished | StudyState::Failed | StudyState::Cancelled => {
                let entry = entries.remove(at);
                // A disk may be slow, and everybody who lists studies would wait for it.
                drop(entries);
                let path = self.settings.runs.join(id);
                // Only what is known as a study by its file is removed.
                if read_study(&path).is_some()
                    && let Err(error) = std::fs::remove_dir_all(&path)
                {
                    let mut entries = held(&self.queue.entries);
                    let at = at.min(entries.len());
                    let view = entry.view.clone();
                    entries.insert(at, entry);
                    drop(entries);
                    // Whoever has read the list meanwhile misses it.
                    self.tell(News::Study(Box::new(view)));
                    return Err(portway_disk::Failure::io("remove", &path, &error).into());
                }
                self.tell(News::Removed { id: id.to_owned() });
            }
        }
        Ok(())
    }
}

/// Three letters by chance: of the process, and of the moment at which it opened the folder.
fn tag() -> String {
    let mut number =
        u64::from(Timestamp::now().subsec_nanosecond().unsigned_abs()) / 1000 + u64::from(std::process::id());
    let mut letter = || {
        let letter = char::from(b'a' + (number % 26) as u8);
        number /= 26;
        letter
    };
    [letter(), letter(), letter()].iter().collect()
}

/// Starts the thread that the studies of a studio run on, one after another, until it is closed.
pub fn start(studio: &Arc<Studio>) -> JoinHandle<()> {
    let studio = Arc::clone(studio);
    std::thread::spawn(move || {
        while let Some((id, asked, cancel)) = next(&studio.queue) {
            work::work(&studio, &id, &asked, &cancel);
        }
    })
}

/// The next study in the row; waits for one. None when the queue is closed.
fn next(queue: &Queue) -> Option<(String, Asked, Arc<AtomicBool>)> {
    let mut entries = held(&queue.entries);
    loop {
        if queue.is_closed() {
            return None;
        }
        if let Some(entry) = entries.iter_mut().find(|entry| entry.asked.is_some()) {
            let asked = entry.asked.take()?;
            entry.view.state = StudyState::Running;
            return Some((entry.view.id.clone(), asked, Arc::clone(&entry.cancel)));
        }
        entries = queue.woken.wait(entries).unwrap_or_else(std::sync::PoisonError::into_inner);
    }
}

/// What a folder says of itself, if it is one of a study.
fn read_study(path: &Path) -> Option<StudyView> {
    // A link would lead out of the folder of studies.
    if !std::fs::symlink_metadata(path).ok()?.is_dir() {
        return None;
    }
    let file = path.join(STUDY);
    let about = std::fs::symlink_metadata(&file).ok()?;
    if !about.is_file() || about.len() > MOST_BYTES_OF_A_STUDY {
        return None;
    }
    let view: StudyView = serde_json::from_slice(&std::fs::read(&file).ok()?).ok()?;
    view.created.parse::<Timestamp>().ok()?;
    let own = path.file_name().is_some_and(|name| name == view.id.as_str());
    (own && view.state == StudyState::Finished).then_some(view)
}
