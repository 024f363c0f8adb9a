//! A file of a feed: rows and cells that know their place.
//!
//! The cells are found here and not by the `csv` crate, because that keeps no places of cells and takes a quotation mark
//! that is never closed for the rest of the file without a word.

use crate::feed::MAX_ROWS;
use crate::mistakes::{Mistakes, Place, shown};
use std::borrow::Cow;
use std::ops::Range;

/// A file that is read row by row, so that a large one is never held as cells.
pub(crate) struct Table<'f> {
    name: &'f str,
    text: &'f str,
    at: usize,
    header: Vec<Cell<'f>>,
    rows: usize,
}

#[derive(Clone, Debug)]
struct Cell<'f> {
    text: Cow<'f, str>,
    span: Range<usize>,
}

/// A row in the order of the columns that were asked for.
pub(crate) struct Row<'f> {
    name: &'f str,
    text: &'f str,
    cells: Vec<Option<Cell<'f>>>,
    span: Range<usize>,
}

impl<'f> Table<'f> {
    /// Opens a file. None, and told, when it has no header.
    pub(crate) fn new(name: &'f str, text: &'f str, mistakes: &mut Mistakes) -> Option<Self> {
        let begin = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut table = Self { name, text, at: begin, header: Vec::new(), rows: 0 };
        match table.record(mistakes) {
            Some((header, _)) => table.header = header,
            None => {
                mistakes.of_feed("empty-file", format!("{name} is empty"), "its first line names its columns");
                return None;
            }
        }
        table.tell_of_twins(mistakes);
        Some(table)
    }

    /// Which of two columns of one name is meant, nobody can say.
    fn tell_of_twins(&self, mistakes: &mut Mistakes) {
        for (at, cell) in self.header.iter().enumerate() {
            if !cell.text.is_empty() && self.header[..at].iter().any(|earlier| earlier.text == cell.text) {
                let message = format!("{} has two columns `{}`", self.name, shown(&cell.text));
                mistakes.at(&self.place(cell.span.clone()), "column-twice", message, "keep the one that is meant");
            }
        }
    }

    /// Where the columns of these names stand. Those that must be there and are not, are told.
    pub(crate) fn columns<const N: usize>(
        &self,
        names: [(&str, bool); N],
        mistakes: &mut Mistakes,
    ) -> Option<[Option<usize>; N]> {
        let position = |name: &str| self.header.iter().position(|cell| cell.text == name);
        let missing = names.iter().filter(|(name, required)| *required && position(name).is_none());
        let missing: Vec<String> = missing.map(|(name, _)| format!("`{name}`")).collect();
        if missing.is_empty() {
            return Some(names.map(|(name, _)| position(name)));
        }
        let ends = self.header.first().zip(self.header.last());
        let span = ends.map_or(0..0, |(first, last)| first.span.start..last.span.end);
        let columns = if missing.len() == 1 { "column" } else { "columns" };
        let message = format!("{} has no {columns} {}", self.name, missing.join(", "));
        let help = "GTFS requires it; columns are named in the first line";
        mistakes.at(&self.place(span), "missing-column", message, help);
        None
    }

    /// The next row. One with another number of cells than the header is told and passed over.
    pub(crate) fn next<const N: usize>(
        &mut self,
        columns: &[Option<usize>; N],
        mistakes: &mut Mistakes,
    ) -> Option<Row<'f>> {
        loop {
            if mistakes.is_full() {
                return None;
            }
            let (cells, span) = self.record(mistakes)?;
            self.rows += 1;
            if self.rows > MAX_ROWS {
                let message = format!("{} has more than {MAX_ROWS} rows", self.name);
                mistakes.of_feed("too-large", message, "cut the feed to the lines that matter");
                return None;
            }
            if cells.len() != self.header.len() {
                let message = format!("this row has {} of {} cells", cells.len(), self.header.len());
                let place = self.place(span);
                mistakes.at(&place, "wrong-row", message, "text with a comma is written in double quotes");
                continue;
            }
            let cells = columns.iter().map(|at| at.and_then(|at| cells.get(at).cloned())).collect();
            return Some(Row { name: self.name, text: self.text, cells, span });
        }
    }

    fn place(&self, span: Range<usize>) -> Place<'f> {
        Place { file: self.name, text: self.text, span }
    }

    /// The next record that is not empty, and where it stands.
    fn record(&mut self, mistakes: &mut Mistakes) -> Option<(Vec<Cell<'f>>, Range<usize>)> {
        loop {
            let begin = self.at;
            if begin >= self.text.len() {
                return None;
            }
            let mut cells = Vec::new();
            let closed = cells_of(self.text, &mut self.at, &mut cells);
            let span = begin..cells.last().map_or(begin, |cell| cell.span.end);
            if let Err(quote) = closed {
                let place = self.place(quote);
                mistakes.at(&place, "unclosed-quote", "this quotation mark is never closed".into(), QUOTES);
                return None;
            }
            if cells.iter().any(|cell| !cell.text.is_empty()) {
                return Some((cells, span));
            }
        }
    }
}

const QUOTES: &str = "a quotation mark inside a quoted cell is written twice";

/// The cells of the record at `at`, which moves behind it. An error is the place of a quotation mark that is never closed.
fn cells_of<'f>(text: &'f str, at: &mut usize, cells: &mut Vec<Cell<'f>>) -> Result<(), Range<usize>> {
    let bytes = text.as_bytes();
    loop {
        while matches!(bytes.get(*at), Some(b' ' | b'\t')) {
            *at += 1;
        }
        let cell = if bytes.get(*at) == Some(&b'"') { quoted(text, at)? } else { plain(text, at) };
        cells.push(cell);
        // What stands between a closing quotation mark and the next comma belongs to no cell.
        while !matches!(bytes.get(*at), None | Some(b',' | b'\n')) {
            *at += 1;
        }
        *at += 1;
        if bytes.get(*at - 1) != Some(&b',') {
            return Ok(());
        }
    }
}

fn plain<'f>(text: &'f str, at: &mut usize) -> Cell<'f> {
    let rest = &text[*at..];
    let cell = &rest[..rest.find([',', '\n']).unwrap_or(rest.len())];
    let written = cell.trim();
    let start = *at + cell.len() - cell.trim_start().len();
    *at += cell.len();
    Cell { text: Cow::Borrowed(written), span: start..start + written.len() }
}

fn quoted<'f>(text: &'f str, at: &mut usize) -> Result<Cell<'f>, Range<usize>> {
    let (open, bytes) = (*at, text.as_bytes());
    let mut close = open + 1;
    loop {
        match bytes.get(close) {
            None => return Err(open..open + 1),
            Some(b'"') if bytes.get(close + 1) == Some(&b'"') => close += 2,
            Some(b'"') => break,
            Some(_) => close += 1,
        }
    }
    *at = close + 1;
    let inner = &text[open + 1..close];
    let text = if inner.contains('"') { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) };
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    Ok(Cell { text, span: open..close + 1 })
}

impl<'f> Row<'f> {
    /// The text of a column; empty where the file has no such column.
    pub(crate) fn text(&self, column: usize) -> &str {
        self.cells[column].as_ref().map_or("", |cell| &cell.text)
    }

    /// Where a column stands; the row where it does not.
    pub(crate) fn place(&self, column: usize) -> Place<'f> {
        let span = self.cells[column].as_ref().map_or(self.span.clone(), |cell| cell.span.clone());
        // An empty cell is shown as its row, so that there is something to underline.
        let span = if span.is_empty() { self.span.clone() } else { span };
        Place { file: self.name, text: self.text, span }
    }

    /// A text that must be there; told when it is empty.
    pub(crate) fn required(&self, column: usize, what: &str, mistakes: &mut Mistakes) -> Option<String> {
        let text = self.text(column);
        if text.is_empty() {
            let message = format!("{} has a row without {what}", self.name);
            mistakes.at(&self.place(column), "missing-cell", message, "");
            return None;
        }
        Some(text.to_owned())
    }

    /// A value read from a column, or none and told. The reading gives what is wanted in words where it fails.
    pub(crate) fn read<T>(
        &self,
        column: usize,
        read: impl FnOnce(&str) -> Result<T, &'static str>,
        mistakes: &mut Mistakes,
    ) -> Option<T> {
        let text = self.text(column);
        let wanted = match read(text) {
            Ok(value) => return Some(value),
            Err(wanted) => wanted,
        };
        let message =
            if text.is_empty() { "this is empty".into() } else { format!("`{}` cannot be read", shown(text)) };
        mistakes.at(&self.place(column), "wrong-value", message, wanted);
        None
    }
}

/// Where the records of a CSV file stand, with their cells: for a file that is changed and not rewritten. None when a
/// quotation mark is never closed.
pub(crate) fn records(text: &str) -> Option<Vec<(Range<usize>, Vec<String>)>> {
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut records = Vec::new();
    while at < text.len() {
        let begin = at;
        // Lines for people are no records, and may hold a single quotation mark.
        if text[at..].starts_with('#') {
            at += text[at..].find('\n').map_or(text.len() - at, |end| end + 1);
            continue;
        }
        let mut cells = Vec::new();
        cells_of(text, &mut at, &mut cells).ok()?;
        let end = at.min(text.len());
        records.push((begin..end, cells.into_iter().map(|cell| cell.text.into_owned()).collect()));
    }
    Some(records)
}
