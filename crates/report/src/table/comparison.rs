//! What `portway compare` prints.

use super::grid::{Cell, Grid};
use super::run::{notes, section};
use crate::basis::Basis;
use crate::language::Language;
use crate::style::{Ink, Style};
use crate::text;
use crate::view;
use crate::words;
use portway_model::element::Model;
use portway_study::{ChangeVerdict, Comparison, ComparisonRow};

/// Measures that a person asks about first; the others are in the JSON and the page.
pub(crate) const SHOWN: [&str; 17] = portway_study::samples::ASKED_FIRST;

/// Both scenarios side by side with their paired differences. `basis` is scenario B's, for titles.
pub fn comparison(comparison: &Comparison, basis: &Basis<'_>, style: Style) -> String {
    let style = style.of_a_page();
    let (a, b) = (&comparison.a, &comparison.b);
    let mut out = String::new();
    for (letter, side) in [("A", a), ("B", b)] {
        out.push_str(&text::wrap(&format!("{letter}  {}", words::side(style.language, side)), style.width, "   "));
        out.push('\n');
    }
    let answer =
        text::wrap(&words::comparison_answer(style.language, comparison, basis.timeline.first()), style.width, "");
    out.push('\n');
    out.push_str(&answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    section(
        &mut out,
        style,
        &style.language.word("differences-title"),
        &differences(style.language, comparison, basis).render(style),
    );
    if !comparison.diagnostics.is_empty() {
        section(&mut out, style, &style.language.word("findings-title"), &notes(&comparison.diagnostics, style));
    }
    let rests = [
        Some(words::rests_on_pairs(style.language, comparison)),
        words::variance_reduction(style.language, comparison),
        Some(words::rests_on_model(style.language, &comparison.model, &comparison.portway)),
    ];
    let rests: String = rests.iter().flatten().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
    section(&mut out, style, &style.language.word("rests-on"), &rests);
    out
}

/// Rows worth showing: the measures people ask about, of the corridor where either side has something, of a stage or link
/// where it changed by more than can be written.
pub(crate) fn shown(row: &ComparisonRow) -> bool {
    let writable = |value: Option<f64>| value.is_some_and(|v| !view::is_too_small_to_write(v, &row.unit));
    let worth_it = match row.scope.as_str() {
        view::CORRIDOR => writable(row.a) || writable(row.b),
        _ => row.verdict == ChangeVerdict::Changed && writable(row.difference),
    };
    SHOWN.contains(&row.name.as_str()) && row.class.is_empty() && worth_it
}

fn differences(language: Language, comparison: &Comparison, basis: &Basis<'_>) -> Grid {
    let model = basis.timeline.first();
    let mut grid = Grid::new(&["", "A", "B", &language.word("difference"), &language.word("verdict")]);
    for name in SHOWN {
        let rows: Vec<&ComparisonRow> = comparison.rows.iter().filter(|row| row.name == name && shown(row)).collect();
        let Some(first) = rows.first() else { continue };
        grid.section(&words::measure_with_unit(language, name, &first.unit));
        for row in rows {
            grid.row(difference_row(language, model, row));
        }
    }
    grid
}

/// One row: what, A, B, the difference with its interval, and what that says.
pub(super) fn difference_row(language: Language, model: &Model, row: &ComparisonRow) -> Vec<Cell> {
    let plain = |value: Option<f64>| Cell::Number(value.map(|v| view::in_unit(v, None, &row.unit)));
    let difference = row.difference.map(|d| view::difference_in_unit(d, row.half_width, &row.unit));
    let ink = match row.verdict {
        ChangeVerdict::Changed => Ink::Strong,
        ChangeVerdict::NoChangeSeen => Ink::Quiet,
        ChangeVerdict::CannotTell => Ink::Care,
    };
    vec![
        Cell::text(&format!("  {}", words::scope_label(language, model, &row.scope, &row.direction, &row.class))),
        plain(row.a),
        plain(row.b),
        Cell::Number(difference),
        Cell::Text(language.word(words::change_verdict(row.verdict)), ink),
    ]
}
