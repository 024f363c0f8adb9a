//! From bytes to tree: encodings, the TOML grammar, and the merging of files.

use super::{Entry, Item, Table, Value};
use crate::folder::{MAX_FILE_BYTES, MAX_VALUES, SourceFile};
use crate::load::Parts;
use crate::problem::{Place, Problem, Problems, Sources};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The text of a file, without a byte order mark; empty and a problem when it is none.
pub(crate) fn text_of<'f>(file: &'f SourceFile, index: u32, problems: &mut Problems) -> &'f str {
    let name = &file.name;
    let at = |start: usize, end: usize| Place { file: index, start: clip(start), end: clip(end) };
    if file.bytes.len() > MAX_FILE_BYTES {
        let message = format!("{name} is larger than {} MB", MAX_FILE_BYTES >> 20);
        problems.add(Problem::error("file-too-large", message).help("a model is text that a person can read"));
        return "";
    }
    if file.bytes.starts_with(&[0xFF, 0xFE]) || file.bytes.starts_with(&[0xFE, 0xFF]) {
        let problem = Problem::error("not-utf-8", format!("{name} is UTF-16, not UTF-8"));
        problems.add(problem.at(at(0, 0), "").help("save it as UTF-8"));
        return "";
    }
    if let Some(zero) = file.bytes.iter().position(|&b| b == 0) {
        let problem = Problem::error("zero-byte", format!("{name} holds a zero byte, so it is not text"));
        problems.add(problem.at(at(zero, zero + 1), "here").help("save it as UTF-8 text"));
        return "";
    }
    match std::str::from_utf8(&file.bytes) {
        Ok(text) => text,
        Err(error) => {
            let start = error.valid_up_to();
            let line = 1 + file.bytes[..start].iter().filter(|&&b| b == b'\n').count();
            let message = format!("{name} is not UTF-8: byte 0x{:02x} in line {line}", file.bytes[start]);
            let problem = Problem::error("not-utf-8", message).at(at(start, start + 1), "not a character of UTF-8");
            problems.add(problem.help("save it as UTF-8; GBK and Windows-1251 are not read"));
            ""
        }
    }
}

/// All TOML files as one table.
#[derive(Default)]
pub(crate) struct Parsed {
    pub(crate) root: Table,
    /// The part of the corridor that each file belongs to.
    pub(crate) parts: Parts,
    /// Whether the grammar was right everywhere.
    pub(crate) clean: bool,
}

/// Reads all TOML files as one table.
pub(crate) fn parse(sources: &Sources<'_>, problems: &mut Problems) -> Parsed {
    let mut root = Table::default();
    let mut parts = Parts::default();
    let mut clean = true;
    let mut left = MAX_VALUES;
    for (index, source) in sources.iter().enumerate() {
        if !source.name.ends_with(".toml") {
            continue;
        }
        // Editors on Windows write a byte order mark; it is not part of the text.
        let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
        let mut reading = Reading { file: index as u32, skipped: source.text.len() - text.len(), left, problems };
        let (document, errors) = document(text);
        let table = reading.table(document.get_ref());
        left = reading.left;
        if left == 0 {
            let message = format!("the folder holds more than {MAX_VALUES} values");
            problems.add(Problem::error("too-large", message).help("long tables belong into a CSV file"));
            return Parsed { root, parts, clean: false };
        }
        let reading = Reading { file: index as u32, skipped: source.text.len() - text.len(), left, problems };
        clean &= errors.is_empty();
        let mut headers = HashMap::new();
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let problem = if error.message() == "duplicate key" {
                duplicate(&reading, text, span, &mut headers)
            } else {
                let place = reading.place(visible(text, span));
                let reason = error.message().trim_end_matches(", expected nothing");
                Problem::error("syntax", format!("not TOML: {reason}")).at(place, "")
            };
            reading.problems.add(problem);
        }
        let table = parts.take(index as u32, table, problems);
        merge_file(&mut root, table, problems);
    }
    Parsed { root, parts, clean }
}

/// Largest text all of whose mistakes of grammar are looked for. Each costs the parser memory, and a megabyte of nothing but mistakes
/// some hundred times its size; what people write by hand is far smaller.
const MOST_BYTES_WITH_ALL_MISTAKES: usize = 256 << 10;

/// A text by the grammar, and its mistakes: all of them, or the first one of a text that is too large.
fn document(text: &str) -> (Spanned<DeTable<'_>>, Vec<toml::de::Error>) {
    if text.len() <= MOST_BYTES_WITH_ALL_MISTAKES {
        return DeTable::parse_recoverable(text);
    }
    match DeTable::parse(text) {
        Ok(document) => (document, Vec::new()),
        Err(mistake) => (Spanned::new(0..0, DeTable::new()), vec![mistake]),
    }
}

/// A key that one file holds twice; the first one is searched and, when it is found, shown too.
fn duplicate(reading: &Reading<'_>, text: &str, span: Range<usize>, headers: &mut HashMap<String, usize>) -> Problem {
    let span = visible(text, span);
    let key = &text[span.clone()];
    let line_start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[line_start..].lines().next().unwrap_or("");
    let problem = Problem::error("duplicate", format!("`{key}` is defined twice"));
    let problem = problem.at(reading.place(span), "defined again here");
    if !line.starts_with('[') {
        return match key_before(&text[..line_start], key) {
            Some(first) => problem.at(reading.place(first), "first defined here"),
            None => problem,
        };
    }
    if headers.is_empty() {
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            if line.starts_with('[') {
                headers.entry(line.trim().to_string()).or_insert(offset);
            }
            offset += line.len();
        }
    }
    match headers.get(line.trim()) {
        Some(&first) if first != line_start => {
            problem.at(reading.place(first..first + line.trim().len()), "first defined here")
        }
        _ => problem,
    }
}

/// The line of the same table that begins with a key.
fn key_before(before: &str, key: &str) -> Option<Range<usize>> {
    let mut end = before.len();
    for line in before.split_inclusive('\n').rev().take_while(|line| !line.starts_with('[')) {
        let start = end - line.len();
        end = start;
        let indent = line.len() - line.trim_start().len();
        let rest = line.trim_start().strip_prefix(key).map(str::trim_start);
        if rest.is_some_and(|rest| rest.starts_with(['=', '.'])) {
            return Some(start + indent..start + indent + key.len());
        }
    }
    None
}

/// The same element in two files is a mistake: one of them would be overlooked.
fn merge_file(root: &mut Table, file: Table, problems: &mut Problems) {
    let twice = |what: String, again: Place, first: Place| {
        let problem = Problem::error("duplicate", format!("{what} is defined twice"));
        problem.at(again, "defined again here").at(first, "first defined here")
    };
    for kind in file.entries() {
        let Some(old_place) = root.get(&kind.key).map(|old| old.place) else {
            root.put(kind.clone());
            continue;
        };
        let (Some(merged), Value::Table(names)) = (root.table_mut(&kind.key), &kind.item.value) else {
            problems.add(twice(format!("`{}`", kind.key), kind.place, old_place));
            continue;
        };
        for name in names.entries() {
            match merged.get(&name.key) {
                Some(first) => problems.add(twice(format!("{} `{}`", kind.key, name.key), name.place, first.place)),
                None => merged.put(name.clone()),
            }
        }
    }
}

struct Reading<'p> {
    file: u32,
    /// Bytes before the text that the parser saw.
    skipped: usize,
    /// Values that may still be read.
    left: usize,
    problems: &'p mut Problems,
}

impl Reading<'_> {
    fn place(&self, span: Range<usize>) -> Place {
        Place { file: self.file, start: clip(span.start + self.skipped), end: clip(span.end + self.skipped) }
    }

    fn table(&mut self, table: &DeTable<'_>) -> Table {
        let mut result = Table::default();
        for (key, value) in table {
            if self.left == 0 {
                break;
            }
            let item = self.item(value);
            let place = self.place(key.span());
            result.put(Entry { key: key.get_ref().as_ref().into(), place, item: Arc::new(item) });
        }
        result
    }

    fn item(&mut self, spanned: &Spanned<DeValue<'_>>) -> Item {
        let place = self.place(spanned.span());
        self.left = self.left.saturating_sub(1);
        let value =
            match spanned.get_ref() {
                DeValue::String(text) => Value::Text(text.to_string()),
                DeValue::Boolean(value) => Value::Bool(*value),
                DeValue::Datetime(date) => Value::Date(date.to_string()),
                // A number beyond 64 bits is beyond every bound that is checked later.
                DeValue::Integer(number) => Value::Whole(
                    i64::from_str_radix(number.as_str(), number.radix())
                        .unwrap_or(if number.as_str().starts_with('-') { i64::MIN } else { i64::MAX }),
                ),
                DeValue::Float(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
                DeValue::Array(items) => {
                    let mut list = Vec::new();
                    for item in items {
                        if self.left == 0 {
                            break;
                        }
                        list.push(self.item(item));
                    }
                    Value::List(list)
                }
                DeValue::Table(table) => Value::Table(self.table(table)),
            };
        Item { value, place }
    }
}

/// A span that begins on a character, so that an error at a line end or at the end of the file has something to point at.
fn visible(text: &str, span: Range<usize>) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(span.start);
    start..floor(span.end).max(start)
}

fn clip(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
