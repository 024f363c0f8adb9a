//! The traffic of each owner on the page.

use super::figure::{self, Cell, Table};
use crate::owners;
use crate::view::View;
use maud::{Markup, html};

/// The section; nothing where owners are not told apart.
pub(super) fn section(view: &View<'_>) -> Markup {
    let rows = owners::rows(view);
    if rows.is_empty() {
        return html! {};
    }
    let mut table = Table::new(&owners::headings(view));
    for row in rows {
        let numbers = row.values.into_iter().map(Cell::estimate);
        table.row(std::iter::once(Cell::Text(row.title)).chain(numbers).collect());
    }
    figure::section(&view.language.word("owners-title"), "", &table.markup(view.language))
}
