//! Diagnostics as a person reads them: place, line, underline, reason, help.

use super::{Diagnostic, Label, Severity};
use crate::folder::Folder;
use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;

/// Width of the terminal that texts are cut to.
const COLUMNS: usize = 80;
const _: () = assert!(COLUMNS < DEFAULT_TERM_WIDTH);

/// Characters that are underlined at most, so that a reason still fits beside them.
const MAX_UNDERLINED: usize = 40;

/// Columns that are left for a help text beside line numbers and its heading.
const HELP_COLUMNS: usize = 66;

/// Source longer than this is not searched for a frame; only the lines of a label are shown.
const MAX_SHOWN_BYTES: usize = 64 << 10;

/// All diagnostics as text of at most 80 columns of source, ending with [`summary`]; empty when there are none.
pub fn render(diagnostics: &[Diagnostic], folder: &Folder, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(COLUMNS);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text += renderer.render(&groups(diagnostic, folder)).trim_end();
        text += "\n\n";
    }
    if !diagnostics.is_empty() {
        text += &summary(diagnostics);
        text.push('\n');
    }
    text
}

/// The count line, e.g. `3 errors, 1 warning`; `no errors` when there is nothing.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let count = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let say = |n: usize, word: &str| match n {
        0 => None,
        1 => Some(format!("1 {word}")),
        n => Some(format!("{n} {word}s")),
    };
    let parts = [say(count(Severity::Error), "error"), say(count(Severity::Warning), "warning")];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "no errors".into() } else { parts.join(", ") }
}

fn groups<'a>(diagnostic: &'a Diagnostic, folder: &'a Folder) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level.primary_title(&diagnostic.message).id(diagnostic.code).elements(Vec::<Origin<'_>>::new());
    // Labels of one file share a frame; the file of the mistake itself comes first.
    let mut files: Vec<&str> = Vec::new();
    let (first, rest): (Vec<&Label>, Vec<&Label>) = diagnostic.labels.iter().partition(|l| l.primary);
    for label in first.into_iter().chain(rest) {
        if !files.contains(&label.file.as_str()) {
            files.push(&label.file);
        }
    }
    for file in files {
        let labels: Vec<&Label> = diagnostic.labels.iter().filter(|l| l.file == file).collect();
        match folder.files.iter().find(|f| f.name == file) {
            Some(source) => group = group.element(snippet(&source.bytes, file, &labels)),
            None => group = group.element(Origin::path(file)),
        }
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(wrapped(help)));
    }
    vec![group]
}

fn snippet<'a>(bytes: &'a [u8], file: &'a str, labels: &[&'a Label]) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let text = String::from_utf8_lossy(bytes);
    let (window, line_start) = window(&text, labels);
    let source = match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[window.clone()]),
        Cow::Owned(ref text) => Cow::Owned(text[window.clone()].to_string()),
    };
    // A line end of Windows is no mistake and not worth showing; a blank is as long.
    let source = if source.contains('\r') { Cow::Owned(source.replace('\r', " ")) } else { source };
    let mut snippet = Snippet::source(source.clone()).path(file).line_start(line_start).fold(true);
    for label in labels {
        let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
        let start = label.span.start.saturating_sub(window.start);
        let end = label.span.end.saturating_sub(window.start);
        let span = short(&source, on_characters(&source, start..end));
        let annotation = kind.span(span);
        snippet = snippet.annotation(if label.text.is_empty() { annotation } else { annotation.label(&label.text) });
    }
    snippet
}

/// The whole lines that hold all labels: drawing a frame should not cost a walk over a large file.
fn window(text: &str, labels: &[&Label]) -> (Range<usize>, usize) {
    let first = labels.iter().map(|l| l.span.start).min().unwrap_or(0).min(text.len());
    let last = labels.iter().map(|l| l.span.end).max().unwrap_or(0).clamp(first, text.len());
    let bytes = text.as_bytes();
    let start = bytes[..first].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
    let mut end = bytes[last..].iter().position(|&b| b == b'\n').map_or(text.len(), |at| last + at);
    if end > last && bytes[end - 1] == b'\r' {
        end -= 1;
    }
    if end - start > MAX_SHOWN_BYTES {
        end = on_characters(text, start..start + MAX_SHOWN_BYTES).end;
    }
    let line = 1 + bytes[..start].iter().filter(|&&b| b == b'\n').count();
    (start..end, line)
}

/// The beginning of a long span: a frame that is wider than the terminal shows neither place nor reason.
fn short(text: &str, span: Range<usize>) -> Range<usize> {
    let line = text[span.clone()].split('\n').next().unwrap_or("");
    let cut = line.char_indices().nth(MAX_UNDERLINED).map_or(line.len(), |(at, _)| at);
    span.start..span.start + cut
}

/// A help text in lines that fit the terminal beside its indentation.
fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.chars().count() + word.chars().count() >= HELP_COLUMNS {
                lines.push(std::mem::take(&mut current));
            } else if !current.is_empty() {
                current.push(' ');
            }
            current += word;
        }
        lines.push(current);
    }
    lines.join("\n")
}

/// Moves a span onto character boundaries inside the text, so that no span can make drawing fail.
fn on_characters(text: &str, span: Range<usize>) -> Range<usize> {
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = span.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
