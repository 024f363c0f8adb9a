//! From a folder on disk to a corridor, or to every reason why not.

use crate::failure::Failure;
use crate::output;
use jiff::civil::Date;
use portway_disk::folder;
use portway_model::element::Timeline;
use portway_model::{Corridor, Diagnostic, Folder, SourceFile};
use portway_report::Language;
use std::path::Path;

/// Reads a corridor with its titles in a language, and gives its texts beside it. Warnings go to standard error; errors
/// too, and then the command ends.
pub(crate) fn load(dir: &Path, language: Language) -> Result<(Corridor, Folder), Failure> {
    let folder = folder::read(dir)?;
    let loaded = portway_model::load_in(&folder, language.titles());
    if !loaded.diagnostics.is_empty() {
        output::say(portway_model::render(&loaded.diagnostics, &folder, output::colour_stderr()).trim_end());
    }
    let corridor = loaded.corridor.ok_or_else(|| {
        Failure::new(format!("{} cannot be used as it is", dir.display()), "correct the errors above; nothing was run")
    })?;
    Ok((corridor, folder))
}

/// The scenario of a name, or the default one, with another window when one is asked for.
pub(crate) fn timeline(
    corridor: &Corridor,
    scenario: Option<&str>,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<Timeline, Failure> {
    let timeline = corridor.timeline(scenario).map_err(|diagnostics| refuse(diagnostics.first()))?;
    timeline.with_window(from, to).map_err(|diagnostic| refuse(Some(&diagnostic)))
}

/// The timeline that begins with a given state. Mistakes in it go to standard error, all at once.
pub(crate) fn with_state(timeline: Timeline, state: &SourceFile) -> Result<Timeline, Failure> {
    timeline.with_state(state).map_err(|diagnostics| {
        let folder = Folder { files: vec![state.clone()] };
        output::say(portway_model::render(&diagnostics, &folder, output::colour_stderr()).trim_end());
        Failure::new(format!("{} cannot be used as it is", state.name), "correct the errors above; nothing was run")
    })
}

pub(crate) fn refuse(diagnostic: Option<&Diagnostic>) -> Failure {
    let message = diagnostic.map_or("the scenario cannot be used", |d| d.message.as_str());
    let help = diagnostic.and_then(|d| d.help.as_deref());
    Failure::new(message, help.unwrap_or_default())
}
