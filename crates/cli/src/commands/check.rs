//! `portway check`: every mistake of a folder at once.

use super::Outcome;
use crate::failure::Failure;
use crate::output;
use portway_disk::folder;
use portway_model::diagnostic::{Diagnostic, render, summary};
use std::path::Path;

/// Prints the diagnostics of a folder. Warnings alone let it pass.
pub(crate) fn check(dir: &Path, json: bool) -> Result<Outcome, Failure> {
    let folder = folder::read(dir)?;
    let loaded = portway_model::load(&folder);
    if json {
        let name = loaded.corridor.as_ref().map(|corridor| corridor.name());
        output::answer(&output::json(&serde_json::json!({
            "portway": portway_study::VERSION,
            "model": { "name": name, "hash": folder.hash() },
            "diagnostics": loaded.diagnostics,
        })))?;
    } else if loaded.diagnostics.is_empty() {
        output::answer(&format!("{}: {}\n", dir.display(), summary(&[])))?;
    } else {
        output::answer(&render(&loaded.diagnostics, &folder, output::colour_stdout()))?;
    }
    Ok(if loaded.diagnostics.iter().any(Diagnostic::is_error) { Outcome::Unusable } else { Outcome::Done })
}
