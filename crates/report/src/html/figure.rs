//! A drawing with what it shows above and the table behind it below.

use crate::language::Language;
use crate::number::{self, Estimate};
use maud::{Markup, html};

/// A section with a heading that says what is seen.
pub(super) fn section(heading: &str, lead: &str, content: &Markup) -> Markup {
    html! {
        section {
            h2 { (heading) }
            @if !lead.is_empty() { p.lead { (lead) } }
            (content)
        }
    }
}

/// Drawings with their key and the table behind them.
pub(super) fn figure(language: Language, drawings: &Markup, key: &Markup, table: &Table) -> Markup {
    html! {
        figure {
            (drawings)
            (key)
            details { summary { (language.word("table-behind")) } (table.markup(language)) }
        }
    }
}

/// Most rows of a table that stands open on a page; a longer one is opened by who wants it.
const MOST_ROWS: usize = 12;

/// A table that stands open while it is short, and behind a line that names it when it is long.
pub(super) fn folded(language: Language, name: &str, table: &Table) -> Markup {
    if table.rows.len() <= MOST_ROWS {
        return table.markup(language);
    }
    html! { details { summary { (name) } (table.markup(language)) } }
}

/// A table under construction.
pub(super) struct Table {
    headings: Vec<String>,
    rows: Vec<Row>,
}

enum Row {
    Group(String),
    Cells(Vec<Cell>),
}

/// One cell of a table.
pub(super) enum Cell {
    /// Words.
    Text(String),
    /// A name or value as written in the folder.
    Code(String),
    /// A number, right-aligned.
    Number(String),
    /// Anything else.
    Markup(Markup),
}

impl Cell {
    /// A number with its half-width, or a dash.
    pub(super) fn estimate(estimate: Option<Estimate>) -> Self {
        Self::Number(estimate.map_or_else(|| "–".to_owned(), |e| e.text()))
    }
}

impl Table {
    /// A table with these headings; the first column names the row.
    pub(super) fn new<S: AsRef<str>>(headings: &[S]) -> Self {
        Self { headings: headings.iter().map(|h| h.as_ref().to_owned()).collect(), rows: Vec::new() }
    }

    /// Whether it has no row.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A line that names the rows below it.
    pub(super) fn group(&mut self, title: &str) {
        self.rows.push(Row::Group(title.to_owned()));
    }

    /// A row.
    pub(super) fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(Row::Cells(cells));
    }

    /// The table, its numbers as the language writes them; a column is right-aligned when its first cell is a number.
    pub(super) fn markup(&self, language: Language) -> Markup {
        let first = self.rows.iter().find_map(|row| if let Row::Cells(cells) = row { Some(cells) } else { None });
        let is_number = |column: usize| first.is_some_and(|cells| matches!(cells.get(column), Some(Cell::Number(_))));
        html! {
            div.tablebox {
                table {
                    thead { tr {
                        @for (column, heading) in self.headings.iter().enumerate() {
                            th scope="col" class=[is_number(column).then_some("n")] { (heading) }
                        }
                    } }
                    tbody {
                        @for row in &self.rows {
                            @match row {
                                Row::Group(title) => tr { th scope="rowgroup" colspan=(self.headings.len()) { (title) } },
                                Row::Cells(cells) => tr {
                                    @for (column, cell) in cells.iter().enumerate() {
                                        @match (column, cell) {
                                            (0, Cell::Text(words)) => th scope="row" { (words) },
                                            (0, Cell::Code(words)) => th scope="row" { code { (words) } },
                                            (_, Cell::Text(words)) => td { (words) },
                                            (_, Cell::Code(words)) => td.c { code { (words) } },
                                            (_, Cell::Number(number)) => td.n { (number::localised(number, language)) },
                                            (_, Cell::Markup(markup)) => td { (markup) },
                                        }
                                    }
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}
