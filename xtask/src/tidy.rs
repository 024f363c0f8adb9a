//! What neither the formatter nor the compiler sees: size of files, banned words, links, units in names.
//!
//! A check takes a text and gives findings; only [`check`] reads files.

mod code;
mod links;
mod map;
mod units;

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing to mend.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// Path from the root of the project, with `/`.
    pub(crate) file: String,
    /// Line from 1.
    pub(crate) line: usize,
    /// What is wrong and what to do.
    pub(crate) message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// A text file of the project.
pub(crate) struct Text {
    /// Path from the root of the project, with `/`.
    pub(crate) file: String,
    /// Its content.
    pub(crate) content: String,
}

/// Folders that hold no source: build output, results, version control.
const SKIPPED: [&str; 6] = ["target", "runs", "out", "corpus", "artifacts", "node_modules"];

/// Endings of the files that are read.
const ENDINGS: [&str; 9] = ["rs", "md", "toml", "csv", "json", "py", "sh", "lock", "run"];

/// Checks every text of the project.
pub(crate) fn check(root: &Path) -> Result<Vec<Finding>, String> {
    let mut files = Vec::new();
    walk(root, &mut files)?;
    files.sort();
    let mut texts = Vec::new();
    for path in &files {
        let content = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let relative = path.strip_prefix(root).expect("the walk began at the root");
        texts.push(Text { file: relative.to_string_lossy().replace('\\', "/"), content });
    }
    let places = places_of_this_machine(root);
    let mut findings = Vec::new();
    for text in &texts {
        findings.extend(code::check(text, &places));
        if text.file.ends_with(".rs") {
            findings.extend(units::check(text));
        }
    }
    findings.extend(map::check(&texts));
    findings.extend(links::check(&texts, |path| root.join(path).exists()));
    findings.sort();
    Ok(findings)
}

/// Paths that must not stand in any file: where this checkout lies and whose home it is.
fn places_of_this_machine(root: &Path) -> Vec<String> {
    let mut places = vec![root.display().to_string()];
    places.extend(std::env::var("HOME").map(|home| format!("{}/", home.trim_end_matches('/'))));
    // A checkout at `/src` or a home at `/` would match honest text.
    places.retain(|place| place.len() > "/src/".len());
    places
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            let hidden = name.starts_with('.') && name != ".ci";
            if !hidden && !SKIPPED.contains(&name.as_str()) {
                walk(&path, files)?;
            }
        } else if name == "run" || path.extension().is_some_and(|e| ENDINGS.contains(&e.to_string_lossy().as_ref())) {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
pub(crate) fn render(findings: &[Finding]) -> String {
    findings.iter().map(|finding| format!("{finding}\n")).collect()
}
