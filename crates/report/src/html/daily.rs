//! Crossings by day: dots or a line for the mean, a band for its interval.

use super::figure::{self, Cell, Table, figure};
use super::page::hue;
use crate::chart::axis;
use crate::chart::path;
use crate::chart::scale::{Scale, date_ticks, ticks_from_zero};
use crate::chart::{self, dot, label, rect};
use crate::number;
use crate::travellers;
use crate::view::{self, View};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use maud::{Markup, html};
use portway_study::results::DailySeries;

const WIDTH: f64 = 1040.0;
const HEIGHT: f64 = 150.0;
const LEFT: f64 = 46.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 22.0;

/// Up to this many days each has a dot; more are drawn as a line.
const MOST_DOTS: usize = 130;

/// Up to this many days the table has a row per day; a longer window has one per month.
const MOST_ROWS: usize = 124;

pub(super) fn section(view: &View<'_>) -> Markup {
    let series = &view.results.series.daily;
    let Some(from) = view.first_day().filter(|_| series.iter().any(|s| !s.mean.is_empty())) else {
        return html! {};
    };
    let top = series.iter().flat_map(|s| s.mean.iter().zip(&s.half_width).map(|(m, hw)| m + hw)).fold(1.0, f64::max);
    let drawings = html! {
        div.scroll { @for one in series { (drawing(view, one, from, top)) } }
    };
    let key = html! { ul.key { li { (view.language.word("daily-key")) } } };
    figure::section(&daily_title(view), "", &figure(view.language, &drawings, &key, &table(view, from)))
}

/// The heading says what is seen: how far the busiest day stands above the mean one.
fn daily_title(view: &View<'_>) -> String {
    let text = |name: &str| view::mean(view.corridor(name, "", "")).map(|e| e.text_in(view.language));
    match (text("busiest_day_crossings"), text("crossings_per_day")) {
        (Some(busiest), Some(mean)) => view.language.say(
            "daily-title-busiest",
            &[("who", travellers::who(view.model()).into()), ("mean", (&mean).into()), ("busiest", (&busiest).into())],
        ),
        _ => view.language.word("daily-title"),
    }
}

fn drawing(view: &View<'_>, series: &DailySeries, from: Date, top: f64) -> Markup {
    let days = series.mean.len();
    let ticks = ticks_from_zero(top, 3);
    let (bottom, right) = (TOP + HEIGHT, WIDTH - 8.0);
    let x = Scale::new(0.0, days as f64, LEFT, right);
    let y = Scale::new(0.0, ticks.last().copied().unwrap_or(1.0), bottom, TOP);
    let middle = |day: usize| x.at(day as f64 + 0.5);
    let edge = |sign: f64| -> Vec<(f64, f64)> {
        let values = series.mean.iter().zip(&series.half_width).enumerate();
        values.map(|(day, (mean, hw))| (middle(day), y.at(mean + sign * hw))).collect()
    };
    let means: Vec<(f64, f64)> = series.mean.iter().enumerate().map(|(day, mean)| (middle(day), y.at(*mean))).collect();
    let hue = hue(view.direction_index(&series.direction));
    let title = view::direction_title(view.model(), &series.direction);
    let content = html! {
        @if days <= MOST_DOTS {
            @for day in (0..days).filter(|day| is_weekend(from, *day)) {
                (rect(x.at(day as f64), TOP, x.at(day as f64 + 1.0) - x.at(day as f64), HEIGHT, "weekend"))
            }
        }
        (axis::left(view.language, &ticks, y, LEFT, right))
        (axis::dates(&date_ticks(view.language, from, days), x, TOP, bottom))
        (chart::path(&path::band(&edge(1.0), &edge(-1.0)), &format!("d{hue} band")))
        @if days <= MOST_DOTS {
            @for (x, y) in &means { (dot(*x, *y, if days > 62 { 2.2 } else { 3.2 }, &format!("d{hue}"))) }
        } @else {
            (chart::path(&path::line(&means), &format!("curve s{hue}")))
        }
        (label(LEFT, TOP - 10.0, &format!("strong t{hue}"), title))
    };
    chart::svg(
        "",
        WIDTH,
        bottom + BOTTOM + 6.0,
        &view.language.say("daily-alt", &[("direction", title.into())]),
        &view.language.word("daily-key"),
        &content,
    )
}

fn is_weekend(from: Date, offset: usize) -> bool {
    day(from, offset).is_some_and(|day| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
}

fn day(from: Date, offset: usize) -> Option<Date> {
    from.checked_add((offset as i64).days()).ok()
}

fn table(view: &View<'_>, from: Date) -> Table {
    let series = &view.results.series.daily;
    let days = series.iter().map(|s| s.mean.len()).max().unwrap_or(0);
    let titles = series.iter().map(|s| view::direction_title(view.model(), &s.direction));
    let by_month = days > MOST_ROWS;
    let first = view.language.word(if by_month { "month" } else { "day" });
    let mut table = Table::new(&std::iter::once(first.as_str()).chain(titles).collect::<Vec<_>>());
    let mut offset = 0;
    while offset < days {
        let Some(date) = day(from, offset) else { break };
        let next = if by_month {
            let rest = usize::from(date.last_of_month().day().unsigned_abs() - date.day().unsigned_abs()) + 1;
            (offset + rest).min(days)
        } else {
            offset + 1
        };
        let text = if by_month { view.language.month(date) } else { view.language.date(date) };
        let cells = series.iter().map(|s| {
            let values = s.mean.get(offset..next.min(s.mean.len())).unwrap_or_default();
            let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
            // Days of one month are not independent, so a month's mean is shown without an interval.
            let half_width = s.half_width.get(offset).copied().filter(|_| !by_month && view.results.replications > 1);
            Cell::Number(number::estimate(mean, half_width).text())
        });
        table.row(std::iter::once(Cell::Text(text)).chain(cells).collect());
        offset = next;
    }
    table
}
