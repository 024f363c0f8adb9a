//! Diagnostics while they are collected: places instead of file names, no mistake twice, and never too many.

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::folder::MAX_DIAGNOSTICS;
use std::collections::HashSet;

/// A span of bytes in one of the [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Place {
    pub(crate) file: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// One file that could be read as text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'f> {
    pub(crate) name: &'f str,
    /// Empty when the file is not text.
    pub(crate) text: &'f str,
}

/// The files that places point into, sorted by name.
pub(crate) type Sources<'f> = Vec<Source<'f>>;

/// A diagnostic in the making.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Problem {
    severity: Severity,
    code: &'static str,
    message: String,
    labels: Vec<(Place, String)>,
    help: Option<String>,
}

impl Problem {
    pub(crate) fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, message: message.into(), labels: Vec::new(), help: None }
    }

    pub(crate) fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// Adds a place. The first one is where the mistake is; later ones explain.
    pub(crate) fn at(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push((place, text.into()));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }
}

/// Every problem once, in the order of finding.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Problem>,
    seen: HashSet<Problem>,
    more: bool,
}

impl Problems {
    pub(crate) fn add(&mut self, problem: Problem) {
        if self.is_full() {
            self.more = true;
        } else if self.seen.insert(problem.clone()) {
            self.list.push(problem);
        }
    }

    /// True when no more problems are kept, so that looking for more is idle.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() >= MAX_DIAGNOSTICS
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|p| p.severity == Severity::Error)
    }

    /// Drops problems that only follow from others, by code.
    pub(crate) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.list.retain(|p| keep(p.code));
    }

    /// Diagnostics sorted by file and place: errors of the whole folder first, its warnings last, so that a long list of them
    /// does not push the mistakes out of sight.
    pub(crate) fn into_diagnostics(mut self, sources: &Sources<'_>) -> Vec<Diagnostic> {
        let is_last = |p: &Problem| p.labels.is_empty() && p.severity == Severity::Warning;
        self.list.sort_by_key(|p| (is_last(p), p.labels.first().map(|(place, _)| *place)));
        let mut all: Vec<Diagnostic> = self.list.iter().map(|p| diagnostic(p, sources)).collect();
        if self.more {
            let message = format!("more than {MAX_DIAGNOSTICS} mistakes; the rest is not shown");
            all.push(Diagnostic::new(Severity::Error, "too-many", message));
        }
        all
    }
}

fn diagnostic(problem: &Problem, sources: &Sources<'_>) -> Diagnostic {
    let labels = problem.labels.iter().enumerate().map(|(index, (place, text))| {
        let source = sources.get(place.file as usize).copied().unwrap_or(Source { name: "", text: "" });
        let (line, column) = line_and_column(source.text, place.start as usize);
        Label {
            file: source.name.to_string(),
            span: place.start as usize..place.end as usize,
            line,
            column,
            text: text.clone(),
            primary: index == 0,
        }
    });
    Diagnostic {
        severity: problem.severity,
        code: problem.code,
        message: problem.message.clone(),
        labels: labels.collect(),
        help: problem.help.clone(),
    }
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..at.min(text.len())];
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
    let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
    // A byte that continues a character is not a column of its own.
    let column = 1 + before[line_start..].iter().filter(|&&b| b & 0xC0 != 0x80).count();
    (line, column)
}

/// `did you mean `x`?` for the nearest of the known names, when one is near.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, known).map(|name| format!("did you mean `{name}`?"))
}

/// The known word that is most like another, when one is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The distance costs the product of the lengths, and no real name is this long.
    const MAX_WORD: usize = 80;
    if word.len() > MAX_WORD {
        return None;
    }
    let length = word.chars().count();
    let allowed = 1 + length / 4;
    let word = word.to_lowercase();
    // Names of another length are another name; most are passed over by this alone.
    let near =
        known.into_iter().filter(|name| name.len() <= MAX_WORD && name.chars().count().abs_diff(length) <= allowed);
    let scored = near.map(|name| (strsim::damerau_levenshtein(&word, &name.to_lowercase()), name));
    scored.filter(|(distance, _)| *distance <= allowed).min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}
