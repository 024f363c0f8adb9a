//! `portway new`: a small corridor to start from.

use super::Outcome;
use crate::failure::Failure;
use crate::output;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The files of the corridor that every author starts from, by name.
const TEMPLATE: [(&str, &str); 5] = [
    ("checkpoints.toml", include_str!("../../template/checkpoints.toml")),
    ("corridor.toml", include_str!("../../template/corridor.toml")),
    ("demand.toml", include_str!("../../template/demand.toml")),
    ("evidence.csv", include_str!("../../template/evidence.csv")),
    ("scenarios.toml", include_str!("../../template/scenarios.toml")),
];

/// Writes the template. Never overwrites: the folder must not exist, or be empty.
pub(crate) fn new(dir: &Path) -> Result<Outcome, Failure> {
    match fs::read_dir(dir) {
        Ok(mut entries) => {
            if entries.next().is_some() {
                let message = format!("{} exists and is not empty; nothing was written", dir.display());
                return Err(Failure::new(message, "choose a new name"));
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(dir).map_err(|e| Failure::io("create", dir, &e))?;
        }
        Err(error) => return Err(Failure::io("create", dir, &error)),
    }
    for (name, text) in TEMPLATE {
        let path = dir.join(name);
        // The file may have come into being since the folder was looked at.
        let file = fs::OpenOptions::new().write(true).create_new(true).open(&path);
        file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|e| Failure::io("write", &path, &e))?;
    }
    let dir = dir.display();
    output::answer(&format!(
        "Wrote a small corridor to {dir}.\n\n  portway check {dir}\n  portway run {dir}\n  portway compare {dir} base more-lanes\n"
    ))?;
    Ok(Outcome::Done)
}
