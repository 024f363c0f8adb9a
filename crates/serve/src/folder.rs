//! The model folder on disk: read when it has changed, checked before it is written, watched for editors beside the browser.

use crate::problem::{Answered, Problem};
use crate::request::AskedScenario;
use crate::studio::{News, Studio, held};
use axum::http::StatusCode;
use portway_disk::folder::read;
use portway_model::element::Timeline;
use portway_model::{Corridor, Diagnostic, Folder, SourceFile};
use portway_report::Language;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// Readings that are kept: three languages of two states of the folder.
const KEPT: usize = 6;
/// How often the folder is looked at for changes by other programs. Small enough to feel immediate, and a reading takes
/// some milliseconds.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// One reading of the folder.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The texts.
    pub(crate) texts: Folder,
    /// Their hash.
    pub(crate) hash: String,
    /// Language of titles.
    pub(crate) language: Language,
    /// Nothing when there are errors.
    pub(crate) corridor: Option<Corridor>,
    /// Every mistake and doubt.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What each scenario says, as a digest; made when first asked for, because a text that is only checked needs none.
    digests: OnceLock<BTreeMap<String, String>>,
}

impl Loaded {
    /// Reads texts.
    pub(crate) fn of(texts: Folder, language: Language) -> Self {
        let hash = texts.hash();
        let portway_model::Loaded { corridor, diagnostics } = portway_model::load_in(&texts, language.titles());
        Self { texts, hash, language, corridor, diagnostics, digests: OnceLock::new() }
    }

    /// The digest of what a scenario says; empty when there is no such scenario.
    pub(crate) fn digest(&self, scenario: &str) -> String {
        let digests = self.digests.get_or_init(|| {
            let digests = self.corridor.iter().flat_map(|corridor| corridor.digests(&self.texts));
            digests.map(|(name, digest)| (name.to_owned(), digest)).collect()
        });
        digests.get(scenario).cloned().unwrap_or_default()
    }

    /// Those of the scenarios that a study is about.
    pub(crate) fn digests_of(&self, scenarios: &[AskedScenario]) -> Vec<String> {
        scenarios.iter().map(|scenario| self.digest(&scenario.name)).collect()
    }

    /// The corridor, or why there is none.
    pub(crate) fn corridor(&self) -> Answered<&Corridor> {
        self.corridor.as_ref().ok_or_else(|| Problem::of_texts("the folder cannot be used as it is", &self.diagnostics))
    }

    /// A scenario by name.
    pub(crate) fn timeline(&self, scenario: &str) -> Answered<Timeline> {
        self.corridor()?.timeline(Some(scenario)).map_err(|_| Problem::not_found(&format!("scenario `{scenario}`")))
    }
}

impl Studio {
    /// The folder as it is now. Reading takes milliseconds and understanding some more, so the last few are kept.
    pub(crate) fn load(&self, language: Language) -> Answered<Arc<Loaded>> {
        let texts = read(&self.settings.dir)?;
        let hash = texts.hash();
        let known = |loaded: &&Arc<Loaded>| loaded.hash == hash && loaded.language == language;
        if let Some(found) = held(&self.loaded).iter().find(known) {
            return Ok(Arc::clone(found));
        }
        let loaded = Arc::new(Loaded::of(texts, language));
        let mut kept = held(&self.loaded);
        kept.insert(0, Arc::clone(&loaded));
        kept.truncate(KEPT);
        Ok(loaded)
    }

    /// Replaces a file of the folder, whole or not at all, as long as it still holds what the change was made from. The name was
    /// checked to be one of a model file.
    ///
    /// Checking a folder and writing beside the file take milliseconds in which another program may write. The last look comes
    /// behind both, right before the renaming; closer than that, only a lock would help, and editors know none.
    pub(crate) fn write(&self, name: &str, before: Option<&[u8]>, text: &str) -> Answered<()> {
        let path = self.settings.dir.join(name);
        let failed = |error: std::io::Error| Problem::from(portway_disk::Failure::io("write", &path, &error));
        let beside = portway_disk::whole::Beside::write(&path, text.as_bytes()).map_err(failed)?;
        let now = std::fs::read(&path).ok();
        if now.as_deref() != before {
            let title = format!("{name} was changed by somebody else meanwhile");
            let hint = "look at it as it is now, and try again; nothing was written";
            return Err(Problem::new(StatusCode::PRECONDITION_FAILED, title, hint));
        }
        beside.put().map_err(failed)
    }
}

/// Tells the pages when another program changes the folder.
pub(crate) async fn watch(studio: Arc<Studio>) {
    let mut last = String::new();
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let looking = Arc::clone(&studio);
        let hash = tokio::task::spawn_blocking(move || read(&looking.settings.dir).map(|texts| texts.hash()));
        if let Ok(Ok(hash)) = hash.await
            && hash != last
        {
            if !last.is_empty() {
                studio.tell(News::Folder { hash: hash.clone() });
            }
            last = hash;
        }
    }
}

/// The name of a state of a file, strong in the sense of HTTP: another text has another.
pub(crate) fn etag(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    let hex: String = sum.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

/// Refuses names that are not those of files right inside a model folder.
pub(crate) fn file_name(name: &str) -> Answered<&str> {
    let plain = Path::new(name).file_name().is_some_and(|last| last == name)
        && !name.starts_with('.')
        && !name.contains(|c: char| c.is_control() || "/\\:".contains(c))
        && name.len() <= 100;
    match plain && portway_model::folder::is_model_file(name) {
        true => Ok(name),
        false => Err(Problem::new(
            StatusCode::BAD_REQUEST,
            "this is no name of a file of a model",
            "names end in .toml or .csv and lead nowhere else",
        )),
    }
}

/// A text of the folder by its name.
pub(crate) fn find<'a>(texts: &'a Folder, name: &str) -> Answered<&'a SourceFile> {
    texts.files.iter().find(|file| file.name == name).ok_or_else(|| Problem::not_found(&format!("file `{name}`")))
}
