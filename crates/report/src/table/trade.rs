//! Trade in the terminal: amounts and values by direction and commodity.

use super::grid::{Cell, Grid};
use crate::style::Ink;
use crate::trade;
use crate::view::{self, View};

/// The table; none for a model without commodities.
pub(super) fn grid(view: &View<'_>) -> Option<Grid> {
    if view.results.trade.is_empty() {
        return None;
    }
    let value = trade::value_heading(view);
    let mut headings = view.language.words(["trade-commodity", "trade-amount", "trade-unit"]).to_vec();
    headings.extend(value.clone());
    let mut grid = Grid::new(&headings);
    for direction in view.model().directions.iter() {
        let rows = trade::rows(view, &direction.name);
        if !rows.is_empty() {
            grid.section(view::direction_title(view.model(), &direction.name));
        }
        for row in rows {
            let mut cells = vec![
                Cell::text(&format!("  {}", trade::title(view, row))),
                Cell::Number(Some(trade::amount(row))),
                Cell::Text(trade::unit_word(view, row), Ink::Quiet),
            ];
            cells.extend(value.as_ref().map(|_| Cell::Number(trade::value(row))));
            grid.row(cells);
        }
    }
    Some(grid)
}
