//! The traffic of each owner in the terminal.

use super::grid::{Cell, Grid};
use crate::owners;
use crate::view::View;

/// The table; none where owners are not told apart.
pub(super) fn grid(view: &View<'_>) -> Option<Grid> {
    let rows = owners::rows(view);
    if rows.is_empty() {
        return None;
    }
    let mut grid = Grid::new(&owners::headings(view));
    for row in rows {
        let numbers = row.values.into_iter().map(Cell::Number);
        grid.row(std::iter::once(Cell::text(&row.title)).chain(numbers).collect());
    }
    Some(grid)
}
