//! CSV files: rows and cells that know their place.

use crate::folder::MAX_CSV_ROWS;
use crate::problem::{Place, Problem, Problems, Source, did_you_mean};
use crate::reader::shortened;
use std::borrow::Cow;
use std::ops::Range;

/// A CSV file with a header row.
pub(crate) struct CsvTable<'f> {
    name: &'f str,
    header: Vec<Cell<'f>>,
    rows: Vec<Vec<Cell<'f>>>,
}

/// A cell without the blanks around it.
#[derive(Clone, Debug)]
pub(crate) struct Cell<'f> {
    pub(crate) text: Cow<'f, str>,
    pub(crate) place: Place,
}

/// The cells of a row in the order of the columns that were asked for; none where the file has no such column.
pub(crate) struct Row<'c, 'f> {
    columns: &'c [(&'static str, bool)],
    cells: Vec<Option<&'c Cell<'f>>>,
    /// The whole row.
    pub(crate) place: Place,
}

impl Row<'_, '_> {
    /// The name of a column.
    pub(crate) fn name(&self, column: usize) -> &'static str {
        self.columns[column].0
    }

    /// The text of a column, empty when it is not there.
    pub(crate) fn text(&self, column: usize) -> &str {
        self.cells[column].map_or("", |cell| &cell.text)
    }

    /// Where a column stands.
    pub(crate) fn place(&self, column: usize) -> Place {
        self.cells[column].map_or(self.place, |cell| cell.place)
    }
}

/// Reads the records of a file. Lines that begin with `#` are for people.
pub(crate) fn read<'f>(source: &Source<'f>, file: u32, problems: &mut Problems) -> CsvTable<'f> {
    let text = source.text.strip_prefix('\u{feff}').unwrap_or(source.text);
    let skipped = source.text.len() - text.len();
    let mut table = CsvTable { name: source.name, header: Vec::new(), rows: Vec::new() };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).comment(Some(b'#')).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    loop {
        let start = reader.position().byte() as usize;
        match reader.read_record(&mut record) {
            Ok(true) => {}
            // The text is valid UTF-8 and rows may have any length, so that nothing else is left to fail.
            Ok(false) | Err(_) => break,
        }
        let raw = record_span(text, start, reader.position().byte() as usize);
        let place = |span: Range<usize>| Place {
            file,
            start: (skipped + raw.start + span.start) as u32,
            end: (skipped + raw.start + span.end) as u32,
        };
        let spans = cell_spans(&text[raw.clone()]);
        let cells = record.iter().enumerate().map(|(index, cell)| {
            let span = spans.get(index).cloned().unwrap_or(0..raw.len());
            let written = &text[raw.start + span.start..raw.start + span.end];
            // Most cells are written as they are; only those with doubled quotes need a text of their own.
            let text =
                if written == cell.trim() { Cow::Borrowed(written) } else { Cow::Owned(cell.trim().to_string()) };
            Cell { text, place: place(span) }
        });
        let cells: Vec<Cell<'f>> = cells.collect();
        if table.header.is_empty() {
            table.header = cells;
        } else if cells.iter().any(|cell| !cell.text.is_empty()) {
            table.rows.push(cells);
        }
        if table.rows.len() > MAX_CSV_ROWS {
            let message = format!("{} has more than {MAX_CSV_ROWS} rows", source.name);
            problems.add(Problem::error("too-large", message));
            break;
        }
    }
    table
}

/// Where a record stands: the reader's position before it may lie before blank lines and comments.
fn record_span(text: &str, mut start: usize, end: usize) -> Range<usize> {
    let end = end.min(text.len());
    start = start.min(end);
    loop {
        let rest = &text[start..end];
        let trimmed = rest.trim_start_matches(['\r', '\n']);
        start = end - trimmed.len();
        if !trimmed.starts_with('#') {
            break;
        }
        start += trimmed.find('\n').unwrap_or(trimmed.len());
    }
    start..start + text[start..end].trim_end_matches(['\r', '\n']).len()
}

/// The cells of a record without quotes and blanks around them.
fn cell_spans(raw: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, byte) in raw.bytes().chain([b',']).enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted || at == raw.len() => {
                let cell = &raw[start..at];
                let from = start + cell.len() - cell.trim_start().len();
                let cell = cell.trim();
                let inner = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
                spans.push(match inner {
                    Some(inner) => from + 1..from + 1 + inner.len(),
                    None => from..from + cell.len(),
                });
                start = at + 1;
            }
            _ => {}
        }
    }
    spans
}

impl<'f> CsvTable<'f> {
    /// The name of the file.
    pub(crate) fn name(&self) -> &'f str {
        self.name
    }

    /// Whether there is a header with nothing below it.
    pub(crate) fn is_only_a_header(&self) -> bool {
        !self.header.is_empty() && self.rows.is_empty()
    }

    /// The rows as the columns that are asked for; a column is `(name, required)`. Reports missing and unknown columns, and
    /// rows of another length than the header.
    pub(crate) fn rows<'c>(&'c self, columns: &'c [(&'static str, bool)], problems: &mut Problems) -> Vec<Row<'c, 'f>> {
        let names = || columns.iter().map(|(name, _)| *name);
        if self.header.is_empty() {
            let first = format!("its first line is {}", names().collect::<Vec<_>>().join(","));
            problems.add(Problem::error("empty-file", format!("{} is empty", self.name)).help(first));
            return Vec::new();
        }
        for cell in &self.header {
            if problems.is_full() {
                break;
            }
            if !names().any(|name| name == cell.text) {
                let message = format!("unknown column `{}`", shortened(&cell.text));
                let known = names().collect::<Vec<_>>().join(",");
                let help = did_you_mean(&cell.text, names()).unwrap_or(format!("the columns are {known}"));
                problems.add(Problem::error("unknown-column", message).at(cell.place, "").help(help));
            }
        }
        let positions: Vec<Option<usize>> =
            names().map(|name| self.header.iter().position(|cell| cell.text == name)).collect();
        let mut right = true;
        for ((name, required), position) in columns.iter().zip(&positions) {
            if *required && position.is_none() {
                right = false;
                let problem = Problem::error("missing-column", format!("{} has no column `{name}`", self.name));
                problems.add(problem.at(self.header[0].place, "the header"));
            }
        }
        if !right {
            return Vec::new();
        }
        let mut rows = Vec::with_capacity(self.rows.len());
        for cells in &self.rows {
            let (Some(first), Some(last)) = (cells.first(), cells.last()) else { continue };
            let place = Place { end: last.place.end.max(first.place.start), ..first.place };
            if cells.len() != self.header.len() {
                let message = format!("this row has {} of {} cells", cells.len(), self.header.len());
                let problem = Problem::error("wrong-row", message).at(place, "");
                problems.add(problem.help("text with a comma is written in double quotes"));
                continue;
            }
            rows.push(Row {
                columns,
                cells: positions.iter().map(|at| at.and_then(|at| cells.get(at))).collect(),
                place,
            });
        }
        rows
    }
}
