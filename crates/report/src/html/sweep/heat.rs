//! Two inputs: a cell for every combination, coloured by its mean, with the number in it where there is room.

use super::{Levels, SweepView};
use crate::chart::path::c;
use crate::chart::{self, dot, label, ramp, rect};
use crate::measures::asked_with_unit;
use crate::number::localised;
use crate::sweep::{input_text, unit_of, value_text};
use crate::text::cut;
use crate::view;
use maud::{Markup, html};
use portway_model::factor::Level;
use portway_study::sweep::SweptPoint;

/// Room above the cells for the title of the measure and of the vertical input, and below for the horizontal one.
const TOP: f64 = 44.0;
const BELOW: f64 = 42.0;
/// Widest and highest cell; a few cells need not fill the page.
const CELL_WIDTH: f64 = 96.0;
const CELL_HEIGHT: f64 = 34.0;
/// Narrowest cell that a number fits into.
const NUMBER_WIDTH: f64 = 40.0;
/// Width that a character of a small label takes, about.
const CHARACTER: f64 = 7.0;

/// Where the cells of a drawing are.
struct Grid {
    left: f64,
    width: f64,
    height: f64,
    rows: Levels,
    columns: Levels,
    /// Whether the first input runs across, because it has more values.
    turned: bool,
}

impl Grid {
    fn new(view: &SweepView<'_>, page: f64) -> Self {
        let (first, second) = (view.levels[0].clone(), view.levels[1].clone());
        let turned = first.values.len() > second.values.len();
        let (rows, columns) = if turned { (second, first) } else { (first, second) };
        let longest = rows.values.iter().map(|level| input_text(level, "").chars().count().min(14)).max().unwrap_or(0);
        let left = 12.0 + CHARACTER * longest as f64;
        let width = ((page - left) / columns.values.len() as f64).min(CELL_WIDTH);
        let height = if rows.values.len() > 24 { 480.0 / rows.values.len() as f64 } else { CELL_HEIGHT };
        Self { left, width, height, rows, columns, turned }
    }

    fn place(&self, point: &SweptPoint) -> Option<(f64, f64)> {
        let (row, column) = if self.turned { (1, 0) } else { (0, 1) };
        let row = self.rows.place(&point.inputs[row])?;
        let column = self.columns.place(&point.inputs[column])?;
        // Upwards is more, as on every other drawing.
        let from_above = self.rows.values.len() - 1 - row;
        Some((self.left + column as f64 * self.width, TOP + from_above as f64 * self.height))
    }

    /// One label in so many has room.
    fn label_step(&self) -> usize {
        let longest = self.columns.values.iter().map(|level| input_text(level, "").chars().count()).max().unwrap_or(1);
        ((CHARACTER * (longest as f64 + 1.0)) / self.width).ceil().max(1.0) as usize
    }
}

pub(super) fn drawing(view: &SweepView<'_>, measure: usize, large: bool) -> Markup {
    let page = if large { 1040.0 } else { 520.0 };
    let grid = Grid::new(view, page);
    let asked = &view.results.asked[measure];
    let [low, high] = range(view, measure);
    let bottom = TOP + grid.height * grid.rows.values.len() as f64;
    let title = asked_with_unit(asked, view.language);
    let (vertical, horizontal) = if grid.turned { (1, 0) } else { (0, 1) };
    let label_step = grid.label_step();
    let content = html! {
        (label(0.0, 14.0, "strong", &title))
        (label(0.0, TOP - 10.0, "tick", &format!("↑ {}", cut(&view.axis_title(vertical), (page / 8.0) as usize))))
        @for point in &view.results.points {
            @if let Some((x, y)) = grid.place(point) { (cell(view, &grid, point, measure, [low, high], x, y)) }
        }
        // Marks lie over all cells, so that no neighbour covers half of them.
        @if measure == 0 {
            @for point in view.results.points.iter().filter(|point| view.is_best(point)) {
                @if let Some((x, y)) = grid.place(point) { (rect(x + 1.5, y + 1.5, grid.width - 3.0, grid.height - 3.0, "best")) }
            }
        }
        @for (index, level) in grid.rows.values.iter().rev().enumerate() {
            @if grid.height >= 14.0 || index % 2 == 0 {
                (label(grid.left - 8.0, TOP + (index as f64 + 0.5) * grid.height + 4.0, "tick end", &shown(view, level)))
            }
        }
        @for (index, level) in grid.columns.values.iter().enumerate().step_by(label_step) {
            (label(grid.left + (index as f64 + 0.5) * grid.width, bottom + 16.0, "tick mid", &shown(view, level)))
        }
        (label(grid.left, bottom + 34.0, "tick", &format!("→ {}", cut(&view.axis_title(horizontal), (page / 8.0) as usize))))
    };
    chart::svg("", page, bottom + BELOW, &title, &view.language.word("sweep-description"), &content)
}

/// A value of an input on an axis.
fn shown(view: &SweepView<'_>, level: &Level) -> String {
    cut(&localised(&input_text(level, ""), view.language), 14)
}

fn cell(
    view: &SweepView<'_>,
    grid: &Grid,
    point: &SweptPoint,
    measure: usize,
    [low, high]: [f64; 2],
    x: f64,
    y: f64,
) -> Markup {
    let asked = &view.results.asked[measure];
    let found = point.measures[measure];
    let inputs: Vec<String> = point
        .inputs
        .iter()
        .zip(&view.results.plan.vary)
        .zip(&view.names)
        .map(|((level, varied), name)| format!("{name} = {}", input_text(level, unit_of(varied))))
        .collect();
    let value = found.mean.map(|mean| value_text(asked, mean, found.half_width, view.language));
    let said = format!("{}: {}", inputs.join(", "), value.unwrap_or_else(|| "–".to_owned()));
    let step = found.mean.map(|mean| ramp::class(mean - low, high - low));
    let on = step.as_deref().map_or("quiet", on_class);
    let grows = found.mean.is_none() && (!point.growing.is_empty() || point.overflow.is_some());
    let written = match found.mean {
        Some(mean) => localised(&view::in_unit(mean, None, &asked.unit).value, view.language),
        None if grows => "∞".to_owned(),
        None => "–".to_owned(),
    };
    let (class, on) = if grows { ("over", "bad") } else { (step.as_deref().unwrap_or("none"), on) };
    let (width, height) = (grid.width - 1.0, grid.height - 1.0);
    html! {
        rect class=(class) x=(c(x + 0.5)) y=(c(y + 0.5)) width=(c(width)) height=(c(height)) { title { (said) } }
        @if grid.width >= NUMBER_WIDTH && grid.height >= 16.0 {
            (label(x + grid.width / 2.0, y + grid.height / 2.0 + 4.5, &format!("mid {on}"), &written))
        }
        @if measure == 0 && view.is_as_good(point) {
            (dot(x + grid.width - 8.0, y + 8.0, 2.6, on))
        }
    }
}

/// The ink that can be read on a step of the ramp, whose light end changes with the paper.
fn on_class(step: &str) -> &'static str {
    match step {
        "w0" | "w1" | "w2" => "on-low",
        "w3" | "w4" => "on-middle",
        _ => "on-high",
    }
}

/// Lowest and highest mean of a measure.
fn range(view: &SweepView<'_>, measure: usize) -> [f64; 2] {
    let means = || view.results.points.iter().filter_map(|point| point.measures[measure].mean);
    [means().reduce(f64::min).unwrap_or(0.0), means().reduce(f64::max).unwrap_or(0.0)]
}

/// What the colours and marks mean.
pub(super) fn key(view: &SweepView<'_>) -> Markup {
    let language = view.language;
    let ends = range(view, 0).map(|end| value_text(&view.results.asked[0], end, None, language));
    let grows = view.results.points.iter().any(|point| point.measures[0].mean.is_none() && !point.growing.is_empty());
    html! {
        ul.key {
            li { (ends[0]) span.ramp { @for step in 0..ramp::STEPS { i class={ "w" (step) } {} } } (ends[1]) }
            @if view.results.best.is_some() { li { "▢ " (language.word("sweep-key-best")) } }
            @if view.results.best.as_ref().is_some_and(|best| best.compared) { li { "• " (language.word("sweep-key-same")) } }
            @if grows { li { "∞ " (language.word("sweep-key-grows")) } }
        }
    }
}
