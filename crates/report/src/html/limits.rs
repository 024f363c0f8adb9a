//! Caps and quotas on the page: how full each was.

use super::figure::{self, Cell, Table};
use crate::limits::{self, COLUMNS};
use crate::view::View;
use maud::{Markup, html};

/// The section; nothing for a corridor without limits.
pub(super) fn section(view: &View<'_>) -> Markup {
    let language = view.language;
    let rows = limits::rows(view);
    if rows.is_empty() {
        return html! {};
    }
    let mut headings = vec![language.word("limits-limit"), language.word("limits-allowed")];
    headings.extend(language.words(COLUMNS));
    let mut table = Table::new(&headings);
    for row in rows {
        let mut cells = vec![Cell::Text(row.title), Cell::Text(row.allows)];
        cells.extend(row.values.into_iter().map(Cell::estimate));
        table.row(cells);
    }
    figure::section(&language.word("limits-title"), &language.word("limits-lead"), &table.markup(language))
}
