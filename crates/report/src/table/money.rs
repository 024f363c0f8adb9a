//! Costs of a crossing in the terminal, and what waiting and idling add up to in a year.

use super::grid::{Cell, Grid};
use crate::money;
use crate::style::Style;
use crate::text;
use crate::travellers::{self, Row};
use crate::view::{self, View};

/// The table and its sentences; none for a model without prices.
pub(super) fn body(view: &View<'_>, style: Style) -> Option<String> {
    let said: String = money::sentences(view).iter().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
    // The second currency is the first at a rate that is said below: where there is no room for both, titles matter more.
    let fits = |grid: &Grid| grid.width() <= style.width;
    let grid = grid(view, true).filter(fits).or_else(|| grid(view, false));
    let body = grid.map_or_else(String::new, |grid| grid.render(style)) + &said;
    Some(body).filter(|body| !body.is_empty())
}

fn grid(view: &View<'_>, both: bool) -> Option<Grid> {
    let money = money::money(view)?;
    let (language, second) = (view.language, money.second.filter(|_| both));
    let all_in = |code: &str| language.say("money-in", &[("currency", code.into())]);
    let mut headings = vec![
        language.word("class"),
        all_in(money.currency.code()),
        language.word("money-waiting-short"),
        language.word("money-fees-short"),
    ];
    headings.extend(second.map(|second| all_in(second.code())));
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut grid = Grid::new(&headings);
    for direction in view.directions() {
        grid.section(view::direction_title(view.model(), direction));
        for Row { title, class } in travellers::rows(view, direction) {
            let is_one = view.classes(direction).contains(&class.as_str());
            if is_one && !money::classes(view, direction).contains(&class.as_str()) {
                continue;
            }
            let mean = |name: &str| Cell::Number(view::mean(view.corridor(name, direction, &class)));
            let mut cells = vec![
                Cell::text(&format!("  {title}")),
                mean("cost_per_crossing"),
                mean("cost_waiting_per_crossing"),
                mean("cost_fees_per_crossing"),
            ];
            cells.extend(second.map(|_| mean("cost_per_crossing_second")));
            grid.row(cells);
        }
    }
    Some(grid)
}
