//! Two scenarios beside each other: what was changed in the text, and what that changes in the answer.

use super::evidence::change_table;
use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::basis::Basis;
use crate::chart::axis;
use crate::chart::path::c;
use crate::chart::scale::{Scale, ticks_between};
use crate::chart::{self, dot, label, rule};
use crate::language::Language;
use crate::table::SHOWN;
use crate::table::shown;
use crate::text::cut_drawn_inside;
use crate::view;
use crate::words;
use maud::{Markup, html};
use portway_model::element::{Change, Model};
use portway_study::{ChangeVerdict, Comparison, ComparisonRow};

const WIDTH: f64 = 520.0;
const LEFT: f64 = 206.0;
const RIGHT: f64 = 96.0;
const TOP: f64 = 30.0;
const ROW: f64 = 26.0;

/// The report of two scenarios side by side; `a` and `b` are the corridors of both.
pub fn comparison(language: Language, comparison: &Comparison, a: &Basis<'_>, b: &Basis<'_>) -> String {
    let model = b.timeline.first();
    let heading = words::comparison_heading(language, &model.title, comparison);
    let sides = [comparison.a.scenario.as_str(), comparison.b.scenario.as_str()];
    let drawn = differences(language, comparison, model, sides, &language.word("difference"));
    let body = html! {
        (page::header(&heading, &words::comparison_answer(language, comparison, model)))
        (page::notes(language, &comparison.diagnostics))
        (changes(language, comparison, a, b))
        @let lead = words::differences_lead(language, comparison);
        (figure::section(&language.word("differences-title"), &lead, &drawn))
        (figure::section(&language.word("rests-on"), "", &rests(language, comparison)))
    };
    page::page(language, &heading, &body)
}

/// Every difference with its interval beside a line at zero, and the table behind it with headings for both sides.
pub(super) fn differences(
    language: Language,
    comparison: &Comparison,
    model: &Model,
    sides: [&str; 2],
    difference: &str,
) -> Markup {
    let drawings = html! {
        div.pair {
            @for name in SHOWN {
                @let rows: Vec<&ComparisonRow> = comparison.rows.iter().filter(|row| row.name == name && shown(row)).collect();
                @if rows.iter().any(|row| row.difference.is_some()) { (drawing(language, model, name, &rows)) }
            }
        }
    };
    let key = html! { ul.key { li { (language.word("differences-key-changed")) } li { (language.word("differences-key-not-seen")) } } };
    let [a, b] = sides;
    let table = Table::new(&["", a, b, difference, &language.word("verdict")]);
    figure(language, &drawings, &key, &filled(language, table, comparison, model))
}

/// The changes that only one of the scenarios has.
fn changes(language: Language, comparison: &Comparison, a: &Basis<'_>, b: &Basis<'_>) -> Markup {
    let (of_a, of_b) = (&a.timeline.scenario.changes, &b.timeline.scenario.changes);
    let only = |these: &[Change], those: &[Change]| -> Vec<Change> {
        these.iter().filter(|change| !those.contains(change)).cloned().collect()
    };
    let (only_a, only_b) = (only(of_a, of_b), only(of_b, of_a));
    let content = html! {
        @for (side, changes) in [(&comparison.a, &only_a), (&comparison.b, &only_b)] {
            @if !changes.is_empty() {
                h3 { (language.say("changed-text-only-in", &[("scenario", (&side.scenario).into())])) }
                (change_table(language, changes).markup(language))
            }
        }
        @if only_a.is_empty() && only_b.is_empty() { p { (language.word("changed-text-none")) } }
    };
    figure::section(&language.word("changed-text-title"), "", &content)
}

fn drawing(language: Language, model: &Model, name: &str, rows: &[&ComparisonRow]) -> Markup {
    let unit = rows.first().map_or("", |row| row.unit.as_str());
    let scale = words::scale_of(unit);
    let reach = |row: &&ComparisonRow| row.difference.unwrap_or(0.0).abs() + row.half_width.unwrap_or(0.0);
    let most = (rows.iter().map(reach).fold(0.0, f64::max) * scale).max(view::smallest_written(unit));
    let low =
        rows.iter().filter_map(|r| Some((r.difference? - r.half_width.unwrap_or(0.0)) * scale)).fold(0.0, f64::min);
    let high =
        rows.iter().filter_map(|r| Some((r.difference? + r.half_width.unwrap_or(0.0)) * scale)).fold(0.0, f64::max);
    // Differences too small to be written are drawn at zero, not magnified.
    let (low, high) = if high - low < most { (low - most, high + most) } else { (low, high) };
    let x = Scale::new(low - 0.06 * most, high + 0.06 * most, LEFT, WIDTH - RIGHT);
    let bottom = TOP + ROW * rows.len() as f64;
    let title = words::measure_with_unit(language, name, unit);
    let content = html! {
        (label(0.0, 14.0, "strong", &title))
        (axis::below(language, &ticks_between(x.from, x.to, 4), x, TOP - 4.0, bottom))
        (rule(x.at(0.0), TOP - 6.0, x.at(0.0), bottom + 2.0, "zero"))
        @for (index, row) in rows.iter().enumerate() {
            @let y = TOP + ROW * (index as f64 + 0.5);
            @let scope = words::scope_label(language, model, &row.scope, &row.direction, &row.class);
            (label(0.0, y + 4.0, "small", &cut_drawn_inside(&scope, 34)))
            @if let Some(difference) = row.difference {
                @let half_width = row.half_width.unwrap_or(0.0);
                @let (value, hw) = (difference * scale, half_width * scale);
                line class="s0" stroke-width="2.5" x1=(c(x.at(value - hw))) x2=(c(x.at(value + hw))) y1=(c(y)) y2=(c(y)) {}
                (dot(x.at(value), y, 4.5, if row.verdict == ChangeVerdict::Changed { "d0" } else { "simulated" }))
                @let said = view::difference_in_unit(difference, row.half_width, &row.unit).text_in(language);
                (label(WIDTH, y + 4.0, "small end", &said))
            }
        }
    };
    chart::svg("", WIDTH, bottom + 22.0, &title, &language.word("differences-description"), &content)
}

fn filled(language: Language, mut table: Table, comparison: &Comparison, model: &Model) -> Table {
    for name in SHOWN {
        let rows: Vec<&ComparisonRow> = comparison.rows.iter().filter(|row| row.name == name).collect();
        let Some(first) = rows.first() else { continue };
        table.group(&words::measure_with_unit(language, name, &first.unit));
        for row in rows {
            let plain = |value: Option<f64>| Cell::estimate(value.map(|v| view::in_unit(v, None, &row.unit)));
            table.row(vec![
                Cell::Text(words::scope_label(language, model, &row.scope, &row.direction, &row.class)),
                plain(row.a),
                plain(row.b),
                Cell::estimate(row.difference.map(|d| view::difference_in_unit(d, row.half_width, &row.unit))),
                Cell::Text(language.word(words::change_verdict(row.verdict))),
            ]);
        }
    }
    table
}

fn rests(language: Language, comparison: &Comparison) -> Markup {
    let pairs = words::rests_on_pairs(language, comparison);
    let rests = match words::variance_reduction(language, comparison) {
        None => language.say("sentence", &[("text", (&pairs).into())]),
        Some(variance) => {
            language.say("comparison-rests", &[("pairs", (&pairs).into()), ("variance", (&variance).into())])
        }
    };
    html! {
        p { (rests) }
        dl {
            @for (letter, side) in [("A", &comparison.a), ("B", &comparison.b)] {
                dt { (letter) } dd { (words::side(language, side)) }
            }
            dt { (language.word("model")) } dd { code { (comparison.model.name) " " (comparison.model.hash) } }
            dt { "Portway" } dd { (comparison.portway) }
        }
    }
}
