//! The measures of the field in the terminal: a row for each, a column for each direction.

use super::grid::{Cell, Grid};
use crate::field::{self, Group};
use crate::style::Style;
use crate::text;
use crate::view::{self, View};

/// Columns that the title of a direction may take: two stand beside a label of a table of 80.
const DIRECTION_WIDTH: usize = 22;

/// CPMM's indicators and the intervals of a Time Release Study: titles and the tables under them, those that say something.
pub(super) fn tables(view: &View<'_>, style: Style) -> Vec<(String, String)> {
    let cpmm = field::cpmm(view);
    let release = field::release(view);
    let mut tables = Vec::new();
    if let Some(first) = cpmm.first() {
        let mut table = grid(view, &cpmm, false).render(style);
        table.extend(field::without_money(view).map(|words| format!("{}\n", text::wrap(&words, style.width, ""))));
        tables.push((first.title.clone(), table));
    }
    if !release.is_empty() {
        tables.push((view.language.word("trs-title"), grid(view, &release, true).render(style)));
    }
    tables
}

fn grid(view: &View<'_>, groups: &[Group], titled: bool) -> Grid {
    let mut headings = vec![String::new()];
    let directions = view.directions();
    let title = |direction: &&str| text::cut(view::direction_title(view.model(), direction), DIRECTION_WIDTH);
    headings.extend(directions.iter().map(title));
    let mut grid = Grid::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    for group in groups {
        if titled {
            grid.section(&group.title);
        }
        for row in &group.rows {
            let label = if titled { format!("  {}", row.words) } else { row.words.clone() };
            let values = row.values.iter().cloned().map(Cell::Number);
            grid.row(std::iter::once(Cell::text(&label)).chain(values).collect());
        }
    }
    grid
}
