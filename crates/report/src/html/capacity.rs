//! What a corridor can take: the frontiers as curves, the capacities as a table.

use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::capacity as words;
use crate::chart::path::{self, c};
use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, axis, dot, label};
use crate::language::Language;
use crate::rests_on;
use maud::{Markup, html};
use portway_model::Model;
use portway_study::Capacity;
use portway_study::capacity::{Between, Frontier, FrontierPoint};

/// Numbers of a table are put into the marks of the page's language by the table.
const PLAIN: Language = Language::En;

const WIDTH: f64 = 520.0;
const HEIGHT: f64 = 380.0;
const LEFT: f64 = 52.0;
const RIGHT: f64 = 24.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 44.0;

/// The report of a search for capacity.
pub fn capacity(language: Language, capacity: &Capacity, model: &Model) -> String {
    let heading = words::heading(capacity, language);
    let drawn = |frontier: &Frontier| {
        let title = words::frontier_title(frontier, language);
        let table = points(capacity, frontier, model, language);
        let drawing = drawing(frontier, &title, model, language);
        html! { div { h3 { (title) } (figure(language, &drawing, &key(language), &table)) } }
    };
    let body = html! {
        (page::header(&heading, &words::answer(capacity, model, language)))
        @if !capacity.frontiers.is_empty() {
            section { div.pair { @for frontier in &capacity.frontiers { (drawn(frontier)) } } }
        }
        (figure::section(&language.word("capacity-title"), "", &capacities(capacity, model, language)))
        @let limits = words::limits(capacity, model, language);
        @if !limits.is_empty() {
            (figure::section(&language.word("capacity-gives-way-title"), "", &html! { @for line in &limits { p { (line) } } }))
        }
        (figure::section(&language.word("rests-on"), "", &html! {
            @for line in rests_on::lines(&capacity.rests_on, language) { p { (line) } }
            @for line in words::method(capacity, model, language) { p { (line) } }
        }))
    };
    page::page(language, &heading, &body)
}

fn key(language: Language) -> Markup {
    html! { ul.key { li { (language.word("capacity-chart")) } li { (language.word("capacity-chart-bound")) } } }
}

/// The curve with its bars, the bound, and today's flows.
fn drawing(frontier: &Frontier, title: &str, model: &Model, language: Language) -> Markup {
    let today = frontier.axes.each_ref().map(|axis| axis.today_per_day);
    // The bound where it is near, so that a far one does not squeeze the curve.
    let most = |axis: usize| {
        let reach = |point: &FrontierPoint| {
            let found = &point.sustained;
            let high = found.high_per_day.unwrap_or(found.low_per_day);
            point.share[axis] * high.max(found.fluid.as_ref().map_or(0.0, |fluid| fluid.per_day))
        };
        frontier.points.iter().map(reach).fold(today[axis], f64::max)
    };
    let [across, up] = [ticks_from_zero(most(0), 5), ticks_from_zero(most(1), 5)];
    let (bottom, right) = (TOP + HEIGHT, WIDTH - RIGHT);
    let x = Scale::new(0.0, across.last().copied().unwrap_or(1.0), LEFT, right);
    let y = Scale::new(0.0, up.last().copied().unwrap_or(1.0), bottom, TOP);
    let at = |point: &FrontierPoint, per_day: f64| (x.at(point.share[0] * per_day), y.at(point.share[1] * per_day));
    let place = |of: &dyn Fn(&FrontierPoint) -> Option<f64>| -> Vec<(f64, f64)> {
        frontier.points.iter().filter_map(|point| Some(at(point, of(point)?))).collect()
    };
    let curve = place(&|point| point.sustained.per_day);
    let bound = place(&|point| point.sustained.fluid.as_ref().map(|fluid| fluid.per_day));
    let names = frontier.axes.each_ref().map(|axis| words::axis(axis, frontier.between, model, language));
    let hues = if frontier.between == Between::Directions { ["t0", "t1"] } else { ["", ""] };
    let unit = language.word("capacity-unit");
    let content = html! {
        (axis::left(language, &up, y, LEFT, right))
        (axis::below(language, &across, x, TOP, bottom))
        (label(0.0, 12.0, &format!("strong {}", hues[1]), &format!("↑ {}, {unit}", names[1])))
        (label(right, bottom + 36.0, &format!("strong end {}", hues[0]), &format!("{}, {unit} →", names[0])))
        path class="zero" fill="none" stroke-dasharray="5 4" d=(path::line(&bound)) {}
        @for point in &frontier.points {
            @let found = &point.sustained;
            @let (from, to) = (at(point, found.low_per_day), at(point, found.high_per_day.unwrap_or(found.low_per_day)));
            line class="s0" stroke-width="3" opacity="0.45" x1=(c(from.0)) y1=(c(from.1)) x2=(c(to.0)) y2=(c(to.1)) {}
        }
        (chart::path(&path::line(&curve), "curve s0"))
        @for (x, y) in &curve { (dot(*x, *y, 3.5, "d0")) }
        (dot(x.at(today[0]), y.at(today[1]), 4.5, "simulated"))
        (label(x.at(today[0]) + 9.0, y.at(today[1]) - 6.0, "small", &language.word("capacity-chart-today")))
    };
    chart::svg("", WIDTH, bottom + BOTTOM, title, &language.word("capacity-description"), &content)
}

fn points(capacity: &Capacity, frontier: &Frontier, model: &Model, language: Language) -> Table {
    let mut table = Table::new(&words::frontier_headings(capacity, frontier, model, language));
    for point in &frontier.points {
        let mut cells = words::point(point, PLAIN).into_iter();
        let first = Cell::Text(cells.next().unwrap_or_default());
        table.row(std::iter::once(first).chain(cells.map(Cell::Number)).collect());
    }
    table
}

fn capacities(capacity: &Capacity, model: &Model, language: Language) -> Markup {
    let mut table = Table::new(&words::headings(capacity, language));
    for found in &capacity.capacities {
        let [bound, share] = words::bound(found, PLAIN);
        let numbers = [
            words::per_day(found.today_per_day, PLAIN),
            words::found(found, PLAIN),
            words::interval(found, PLAIN),
            bound,
            share,
        ];
        let first = Cell::Text(words::who(found, model, language));
        table.row(std::iter::once(first).chain(numbers.map(Cell::Number)).collect());
    }
    table.markup(language)
}
