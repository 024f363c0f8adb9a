//! What services carried, on the page.

use super::figure::{self, Cell, Table};
use crate::services::{self, COLUMNS};
use crate::view::View;
use maud::{Markup, html};

/// The section; nothing for a corridor without services.
pub(super) fn section(view: &View<'_>) -> Markup {
    let language = view.language;
    let rows = services::rows(view);
    let idle = services::idle_said(view);
    if rows.is_empty() && idle.is_none() {
        return html! {};
    }
    let mut headings = vec![language.word("services-service")];
    headings.extend(language.words(COLUMNS));
    let mut table = Table::new(&headings);
    for row in rows {
        table.row(std::iter::once(Cell::Text(row.title)).chain(row.values.into_iter().map(Cell::estimate)).collect());
    }
    let content = html! {
        @if !table.is_empty() { (table.markup(language)) }
        @if let Some(idle) = idle { p.lead { (idle) } }
    };
    figure::section(&language.word("services-title"), &language.word("services-lead"), &content)
}
