//! Costs of a crossing in the terminal, and what waiting and idling add up to in a year.

use super::grid::{Cell, Grid};
use crate::money;
use crate::style::Style;
use crate::text;
use crate::view::{self, View};

/// The table and its sentences; none for a model without prices.
pub(super) fn body(view: &View<'_>, style: Style) -> Option<String> {
    let said: String = money::sentences(view).iter().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
    let body = grid(view).map_or_else(String::new, |grid| grid.render(style)) + &said;
    Some(body).filter(|body| !body.is_empty())
}

fn grid(view: &View<'_>) -> Option<Grid> {
    let money = money::money(view)?;
    let language = view.language;
    let all_in = |code: &str| language.say("money-in", &[("currency", code.into())]);
    let mut headings = vec![
        language.word("class"),
        all_in(money.currency.code()),
        language.word("money-waiting-short"),
        language.word("money-fees-short"),
    ];
    headings.extend(money.second.map(|second| all_in(second.code())));
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut grid = Grid::new(&headings);
    for direction in view.directions() {
        grid.section(view::direction_title(view.model(), direction));
        for (label, class) in super::run::rows(view, direction) {
            if !class.is_empty() && !money::classes(view, direction).contains(&class) {
                continue;
            }
            let mean = |name: &str| Cell::Number(view::mean(view.corridor(name, direction, class)));
            let mut cells = vec![
                Cell::text(&format!("  {label}")),
                mean("cost_per_crossing"),
                mean("cost_waiting_per_crossing"),
                mean("cost_fees_per_crossing"),
            ];
            cells.extend(money.second.map(|_| mean("cost_per_crossing_second")));
            grid.row(cells);
        }
    }
    Some(grid)
}
