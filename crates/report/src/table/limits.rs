//! Caps and quotas in the terminal.

use super::grid::{Cell, Grid};
use crate::limits::{self, COLUMNS};
use crate::style::Style;
use crate::view::View;

/// The table; none for a corridor without limits.
pub(super) fn body(view: &View<'_>, style: Style) -> Option<String> {
    let rows = limits::rows(view);
    let mut headings = vec![String::new()];
    headings.extend(view.language.words(COLUMNS));
    let mut grid = Grid::new(&headings);
    for row in &rows {
        grid.section(&view.language.list(&[row.title.clone(), row.allows.clone()]));
        let values = row.values.iter().cloned().map(Cell::Number);
        grid.row(std::iter::once(Cell::text("")).chain(values).collect());
    }
    (!rows.is_empty()).then(|| grid.render(style))
}
