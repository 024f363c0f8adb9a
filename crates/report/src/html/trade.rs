//! Trade on the page: a table by direction and commodity, the months as drawings, and behind them their table.

mod months;

use super::figure::{self, Cell, Table, figure};
use crate::trade;
use crate::view::{self, View};
use maud::{Markup, html};

/// The section; nothing for a model without commodities.
pub(super) fn section(view: &View<'_>) -> Markup {
    if view.results.trade.is_empty() {
        return html! {};
    }
    let language = view.language;
    let content = html! {
        (whole(view).markup(language))
        @match months::drawings(view) {
            Some(drawings) => {
                h3.sub { (language.word("trade-by-month")) }
                (figure(language, &drawings, &months::key(view), &by_month(view)))
            }
            // Inside one month there is nothing to compare.
            None => { details { summary { (language.word("trade-by-month")) } (by_month(view).markup(language)) } }
        }
    };
    figure::section(&heading(view), &language.word("trade-lead"), &content)
}

/// The heading says what most of the value is, as far as there are values.
fn heading(view: &View<'_>) -> String {
    let language = view.language;
    let by_weight = trade::by_weight(view);
    let value = |rows: &[&portway_study::trade::TradeRow]| -> Option<f64> {
        rows.iter().map(|row| row.value.map(|value| value.mean)).sum()
    };
    let all: f64 = by_weight.iter().filter_map(|rows| value(rows)).sum();
    match by_weight.first().and_then(|rows| Some((trade::title(view, rows[0]), value(rows)?))) {
        Some((commodity, most)) if all > 0.0 => {
            let percent = format!("{:.0}", 100.0 * most / all);
            language.say("trade-heading", &[("commodity", commodity.into()), ("percent", (&percent).into())])
        }
        _ => language.word("trade-title"),
    }
}

fn whole(view: &View<'_>) -> Table {
    let value = trade::value_heading(view);
    let mut headings = view.language.words(["trade-commodity", "trade-hs", "trade-unit", "trade-amount"]).to_vec();
    headings.extend(value.clone());
    let mut table = Table::new(&headings);
    for direction in view.model().directions.iter() {
        let rows = trade::rows(view, &direction.name);
        if !rows.is_empty() {
            table.group(view::direction_title(view.model(), &direction.name));
        }
        for row in rows {
            let mut cells = vec![
                Cell::Text(trade::title(view, row).to_owned()),
                Cell::Text(row.hs.join(", ")),
                Cell::Text(trade::unit_word(view, row)),
                Cell::estimate(Some(trade::amount(row))),
            ];
            cells.extend(value.as_ref().map(|_| Cell::estimate(trade::value(row))));
            table.row(cells);
        }
    }
    table
}

/// One row for each month of a direction, one column for each commodity that is traded in any.
fn by_month(view: &View<'_>) -> Table {
    let mut commodities: Vec<&str> = Vec::new();
    let mut headings = vec![view.language.word("month")];
    for row in trade::by_weight(view).into_iter().flatten() {
        if !commodities.contains(&row.commodity.as_str()) {
            commodities.push(&row.commodity);
            headings.push(format!("{}, {}", trade::title(view, row), trade::unit_word(view, row)));
        }
    }
    let mut table = Table::new(&headings);
    for direction in view.model().directions.iter() {
        let rows = trade::rows(view, &direction.name);
        let Some(first) = rows.first() else { continue };
        table.group(view::direction_title(view.model(), &direction.name));
        for month in &first.months {
            let cell = |commodity: &&str| {
                let row = rows.iter().find(|row| row.commodity == *commodity);
                Cell::estimate(row.and_then(|row| trade::of_month(row, &month.month)))
            };
            table.row(
                std::iter::once(Cell::Text(months::month_word(view, &month.month)))
                    .chain(commodities.iter().map(cell))
                    .collect(),
            );
        }
    }
    table
}
