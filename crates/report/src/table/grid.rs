//! A table with its columns aligned, and every ± of a column under the one above.

use crate::language::Language;
use crate::number::Estimate;
use crate::style::{Ink, Style};
use crate::text;

/// Space between columns.
const GAP: &str = "  ";

/// What stands where there is no number.
const NONE: &str = "–";

/// Fewest columns that the first column keeps when a table is too wide.
const NARROWEST_LABEL: usize = 12;

/// One cell.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    /// Left-aligned words.
    Text(String, Ink),
    /// A number, with its half-width when it has one.
    Number(Option<Estimate>),
    /// A word where a number would stand, right-aligned.
    Word(String, Ink),
}

impl Cell {
    /// Plain words; control characters are taken out.
    pub(crate) fn text(words: &str) -> Self {
        Self::Text(text::clean(words), Ink::Plain)
    }
}

#[derive(Clone, Debug)]
enum Row {
    Section(String),
    Note(String),
    Cells(Vec<Cell>),
}

/// A table under construction.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    headings: Vec<String>,
    rows: Vec<Row>,
}

impl Grid {
    /// A table with these headings, which may have several lines; the first column is the label of the row.
    pub(crate) fn new<S: AsRef<str>>(headings: &[S]) -> Self {
        Self { headings: headings.iter().map(|h| h.as_ref().to_owned()).collect(), rows: Vec::new() }
    }

    /// A line that names the rows below it.
    pub(crate) fn section(&mut self, title: &str) {
        self.rows.push(Row::Section(text::clean(title)));
    }

    /// A line of words under a row, free of the columns.
    pub(crate) fn note(&mut self, words: &str) {
        self.rows.push(Row::Note(text::clean(words)));
    }

    /// A row of cells.
    pub(crate) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row::Cells(cells));
    }

    /// Columns that the whole table takes.
    pub(crate) fn width(&self) -> usize {
        (0..self.headings.len()).map(|column| self.measure(column).total + GAP.len()).sum::<usize>() - GAP.len()
    }

    /// How many rows of cells there are.
    pub(crate) fn rows(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row, Row::Cells(_))).count()
    }

    /// Whether there is no row of cells.
    pub(crate) fn is_empty(&self) -> bool {
        !self.rows.iter().any(|row| matches!(row, Row::Cells(_)))
    }

    /// Writes the table, each line ended and its numbers as the language writes them.
    pub(crate) fn render(&self, style: Style) -> String {
        self.localised(style.language).lay_out(style)
    }

    /// The same with every number in the marks of a language.
    fn localised(&self, language: Language) -> Self {
        let mut grid = self.clone();
        for row in &mut grid.rows {
            let Row::Cells(cells) = row else { continue };
            for cell in cells {
                if let Cell::Number(Some(number)) = cell {
                    *number = number.localised(language);
                }
            }
        }
        grid
    }

    fn lay_out(&self, style: Style) -> String {
        let mut columns: Vec<Widths> = (0..self.headings.len()).map(|c| self.measure(c)).collect();
        let total: usize = columns.iter().map(|c| c.total + GAP.len()).sum::<usize>() - GAP.len();
        if total > style.width {
            let label = &mut columns[0].total;
            *label = label.saturating_sub(total - style.width).max(NARROWEST_LABEL.min(*label));
        }
        let mut out = String::new();
        let height = self.headings.iter().map(|heading| heading.lines().count()).max().unwrap_or(1);
        for line in 0..height.max(1) {
            let headings = self.headings.iter().zip(&columns).map(|(heading, widths)| {
                // Headings of fewer lines stand at the bottom, next to their numbers.
                let above = height.saturating_sub(heading.lines().count());
                let heading = line.checked_sub(above).and_then(|line| heading.lines().nth(line)).unwrap_or_default();
                let heading = if widths.words {
                    text::pad_right(heading, widths.total)
                } else {
                    text::pad_left(heading, widths.total)
                };
                style.paint(Ink::Quiet, &heading)
            });
            push_line(&mut out, &headings.collect::<Vec<_>>());
        }
        for row in &self.rows {
            match row {
                Row::Section(title) => {
                    out.push_str(&style.paint(Ink::Strong, &text::cut(title, style.width)));
                    out.push('\n');
                }
                Row::Note(words) => {
                    out.push_str(&style.paint(Ink::Quiet, &text::cut(words, style.width)));
                    out.push('\n');
                }
                Row::Cells(cells) => {
                    let cells = cells.iter().zip(&columns).map(|(cell, widths)| widths.fit(cell, style));
                    push_line(&mut out, &cells.collect::<Vec<_>>());
                }
            }
        }
        out
    }

    fn measure(&self, column: usize) -> Widths {
        let mut widths = Widths { total: 0, value: 0, half_width: 0, words: column == 0 };
        let mut whole = self.headings[column].lines().map(text::width).max().unwrap_or(0);
        for row in &self.rows {
            let Row::Cells(cells) = row else { continue };
            match cells.get(column) {
                Some(Cell::Text(words, _)) => {
                    widths.words = true;
                    whole = whole.max(text::width(words));
                }
                Some(Cell::Word(words, _)) => whole = whole.max(text::width(words)),
                Some(Cell::Number(Some(number))) => {
                    widths.value = widths.value.max(text::width(&number.value));
                    widths.half_width = widths.half_width.max(number.half_width.as_deref().map_or(0, text::width));
                }
                Some(Cell::Number(None)) => widths.value = widths.value.max(1),
                None => {}
            }
        }
        widths.total = whole.max(widths.value + widths.tail());
        widths
    }
}

/// How wide a column is, and its two halves around the ±.
#[derive(Clone, Copy, Debug)]
struct Widths {
    total: usize,
    value: usize,
    half_width: usize,
    words: bool,
}

impl Widths {
    fn tail(self) -> usize {
        if self.half_width == 0 { 0 } else { " ± ".chars().count() + self.half_width }
    }

    fn fit(self, cell: &Cell, style: Style) -> String {
        match cell {
            Cell::Text(words, ink) => style.paint(*ink, &text::pad_right(&text::cut(words, self.total), self.total)),
            Cell::Word(words, ink) => style.paint(*ink, &text::pad_left(words, self.total)),
            Cell::Number(number) => {
                let value = number.as_ref().map_or(NONE, |n| &n.value);
                let tail = match number.as_ref().and_then(|n| n.half_width.as_ref()) {
                    Some(half_width) => {
                        style.paint(Ink::Quiet, &format!(" ± {}", text::pad_left(half_width, self.half_width)))
                    }
                    None => " ".repeat(self.tail()),
                };
                format!("{}{tail}", text::pad_left(value, self.total - self.tail()))
            }
        }
    }
}

fn push_line(out: &mut String, cells: &[String]) {
    out.push_str(cells.join(GAP).trim_end());
    out.push('\n');
}
