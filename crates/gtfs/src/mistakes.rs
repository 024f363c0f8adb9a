//! Mistakes of a feed while they are collected, each with its file and place, and never too many.

use portway_model::folder::MAX_DIAGNOSTICS;
use portway_model::{Diagnostic, Label, Severity};
use std::ops::Range;

/// Bytes of one file of the feed.
#[derive(Clone, Debug)]
pub(crate) struct Place<'f> {
    pub(crate) file: &'f str,
    pub(crate) text: &'f str,
    pub(crate) span: Range<usize>,
}

/// What is wrong, in the order of finding.
#[derive(Debug, Default)]
pub(crate) struct Mistakes {
    list: Vec<Diagnostic>,
    more: bool,
}

impl Mistakes {
    /// An error about the feed as a whole.
    pub(crate) fn of_feed(&mut self, code: &'static str, message: String, help: &str) {
        self.add(Diagnostic { help: Some(help.into()), ..Diagnostic::new(Severity::Error, code, message) });
    }

    /// An error at a place; an empty help is none.
    pub(crate) fn at(&mut self, place: &Place<'_>, code: &'static str, message: String, help: impl Into<String>) {
        if self.is_full() {
            self.more = true;
            return;
        }
        let (line, column) = line_and_column(place.text, place.span.start);
        let label = Label {
            file: place.file.into(),
            span: place.span.clone(),
            line,
            column,
            text: String::new(),
            primary: true,
        };
        let help = Some(help.into()).filter(|help: &String| !help.is_empty());
        let problem = Diagnostic::new(Severity::Error, code, message);
        self.add(Diagnostic { labels: vec![label], help, ..problem });
    }

    /// True when no more are kept, so that looking for more is idle.
    pub(crate) fn is_full(&self) -> bool {
        self.list.len() >= MAX_DIAGNOSTICS
    }

    /// Whether something was said about a file.
    pub(crate) fn speak_of(&self, file: &str) -> bool {
        self.list.iter().flat_map(|diagnostic| &diagnostic.labels).any(|label| label.file == file)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(crate) fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        if self.more {
            let message = format!("more than {MAX_DIAGNOSTICS} mistakes; the rest is not shown");
            self.list.push(Diagnostic::new(Severity::Error, "too-many", message));
        }
        self.list
    }

    fn add(&mut self, diagnostic: Diagnostic) {
        if self.is_full() {
            self.more = true;
        } else if !self.list.contains(&diagnostic) {
            self.list.push(diagnostic);
        }
    }
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = &text.as_bytes()[..at.min(text.len())];
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1);
    let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
    // A byte that continues a character is not a column of its own.
    (line, 1 + before[line_start..].iter().filter(|&&b| b & 0xC0 != 0x80).count())
}

/// A number of things, `1 trip` or `2 trips`.
pub(crate) fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// A text of a feed as it may stand in a message: short and on one line.
pub(crate) fn shown(text: &str) -> String {
    const MAX_CHARS: usize = 60;
    let clean = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let cut = text.char_indices().nth(MAX_CHARS).map(|(at, _)| &text[..at]);
    cut.map_or_else(|| clean(text), |cut| clean(cut) + "…")
}
