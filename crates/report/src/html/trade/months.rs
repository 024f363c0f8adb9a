//! Trade by month: a small drawing for each commodity, in each month a bar for each direction.

use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, axis, label, rect};
use crate::html::page::hue;
use crate::trade;
use crate::view::{self, View};
use jiff::civil::Date;
use maud::{Markup, html};
use portway_study::trade::TradeRow;

const WIDTH: f64 = 508.0;
const HEIGHT: f64 = 84.0;
const LEFT: f64 = 50.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 24.0;

/// Part of a month's width that its bars take.
const BARS: f64 = 0.76;

/// Months that have room for a label each; of more, every third has one.
const MOST_LABELS: usize = 6;

/// Most commodities that are drawn; the table behind has all.
const MOST_PANELS: usize = 8;

/// The drawings, the commodity of most value first; nothing for a window inside one month, where there is nothing to compare.
pub(super) fn drawings(view: &View<'_>) -> Option<Markup> {
    let commodities = trade::by_weight(view);
    let months: Vec<&str> = commodities.first()?.first()?.months.iter().map(|month| month.month.as_str()).collect();
    if months.len() < 2 {
        return None;
    }
    let left_out = commodities.len().saturating_sub(MOST_PANELS);
    Some(html! {
        div.pair {
            @for rows in commodities.iter().take(MOST_PANELS) { (panel(view, rows, &months)) }
        }
        @if left_out > 0 { p.lead { (view.language.say("trade-left-out", &[("count", left_out.into())])) } }
    })
}

/// The colours of the directions that are drawn.
pub(super) fn key(view: &View<'_>) -> Markup {
    html! {
        ul.key {
            @for direction in view.model().directions.iter().filter(|d| !trade::rows(view, &d.name).is_empty()) {
                @let hue = hue(view.direction_index(&direction.name));
                li { i class=(format!("d{hue}")) {} (view::direction_title(view.model(), &direction.name)) }
            }
        }
    }
}

/// One commodity: what crosses of it in each month, each direction in its hue.
fn panel(view: &View<'_>, rows: &[&TradeRow], months: &[&str]) -> Markup {
    let amounts: Vec<Vec<f64>> = rows.iter().map(|row| trade::months_of(row)).collect();
    let most = amounts.iter().flatten().copied().fold(0.0, f64::max);
    let ticks = ticks_from_zero(most, 2);
    let bottom = TOP + HEIGHT;
    let x = Scale::new(0.0, months.len() as f64, LEFT, WIDTH);
    let y = Scale::new(0.0, ticks.last().copied().unwrap_or(1.0), bottom, TOP);
    let bar = BARS / rows.len() as f64;
    let title = format!("{}, {}", trade::title(view, rows[0]), trade::unit_word(view, rows[0]));
    let every = if months.len() > MOST_LABELS { 3 } else { 1 };
    let content = html! {
        (label(0.0, TOP - 12.0, "strong", &title))
        (axis::left(view.language, &ticks, y, LEFT, WIDTH))
        @for (at, (row, amounts)) in rows.iter().zip(&amounts).enumerate() {
            @let hue = hue(view.direction_index(&row.direction));
            @for (month, amount) in amounts.iter().enumerate() {
                @let from = x.at(month as f64 + (1.0 - BARS) / 2.0 + bar * at as f64);
                (rect(from, y.at(*amount), x.at(bar) - x.at(0.0), bottom - y.at(*amount), &format!("d{hue}")))
            }
        }
        @for (at, month) in months.iter().enumerate().step_by(every) {
            (label(x.at(at as f64 + 0.5), bottom + 16.0, "tick mid", &month_word(view, month)))
        }
    };
    let description = view.language.word("trade-by-month");
    chart::svg("", WIDTH, bottom + BOTTOM, &title, &description, &content)
}

/// A month as the language writes it on an axis.
pub(super) fn month_word(view: &View<'_>, month: &str) -> String {
    format!("{month}-01").parse::<Date>().map_or_else(|_| month.to_owned(), |date| view.language.short_month(date))
}
