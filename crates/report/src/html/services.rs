//! What services carried, on the page.

use super::figure::{self, Cell, Table};
use crate::services::{self, COLUMNS};
use crate::view::View;
use maud::{Markup, html};

/// The section; nothing for a corridor without services.
pub(super) fn section(view: &View<'_>) -> Markup {
    let language = view.language;
    let rows = services::rows(view);
    if rows.is_empty() {
        return html! {};
    }
    let mut headings = vec![language.word("services-title")];
    headings.extend(language.words(COLUMNS));
    let mut table = Table::new(&headings);
    for row in rows {
        table.row(std::iter::once(Cell::Text(row.title)).chain(row.values.into_iter().map(Cell::estimate)).collect());
    }
    figure::section(&language.word("services-title"), &language.word("services-lead"), &table.markup(language))
}
