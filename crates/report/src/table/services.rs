//! What services carried, in the terminal.

use super::grid::{Cell, Grid};
use crate::services::{self, COLUMNS};
use crate::style::Style;
use crate::text;
use crate::view::View;

/// The table, and which services did not run; none for a corridor without services.
pub(super) fn body(view: &View<'_>, style: Style) -> Option<String> {
    let rows = services::rows(view);
    let mut headings = vec![String::new()];
    headings.extend(view.language.words(COLUMNS));
    let mut grid = Grid::new(&headings);
    for row in &rows {
        let values = row.values.iter().cloned().map(Cell::Number);
        grid.row(std::iter::once(Cell::text(&row.title)).chain(values).collect());
    }
    let mut body = if rows.is_empty() { String::new() } else { grid.render(style) };
    body.extend(services::idle_said(view).map(|said| text::wrap(&said, style.width, "  ") + "\n"));
    (!body.is_empty()).then_some(body)
}
