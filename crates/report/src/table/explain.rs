//! What `portway explain` prints: the number, its parts, the inputs behind the large ones, and what it rests on.

use super::grid::{Cell, Grid};
use crate::explain::{self, TOLD, Told};
use crate::number;
use crate::rests_on;
use crate::style::{Ink, Style};
use crate::text;
use crate::view;
use portway_model::element::Model;
use portway_study::explain::{Explanation, TakenApart};

/// Columns of a bar that stands for the whole number.
const BAR: usize = 16;

/// Longest value of an input on one line; a table by class is cut.
const VALUE_WIDTH: usize = 56;

/// An explanation as text.
pub fn explain(explanation: &Explanation, model: &Model, style: Style) -> String {
    let style = style.of_a_page();
    let told = Told { explanation, model, language: style.language };
    let mut out = format!("{}\n\n", text::wrap(&told.heading(), style.width, ""));
    let answer = text::wrap(&told.answer(), style.width, "");
    out.push_str(&answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    out.push_str(&format!("{}\n", style.paint(Ink::Quiet, &text::wrap(&told.definition(), style.width, ""))));
    if !explanation.diagnostics.is_empty() {
        out.push_str(&super::run::notes(&explanation.diagnostics, style));
    }
    let word = |id: &str| style.language.word(id);
    match explanation.by {
        _ if explanation.value.is_none() => {}
        TakenApart::Places | TakenApart::Traffic if explanation.parts.is_empty() => {}
        TakenApart::Whole => out.push_str(&format!("{}\n", text::wrap(&word("explain-no-parts"), style.width, ""))),
        TakenApart::Places => super::run::section(&mut out, style, &word("explain-title-places"), &parts(&told, style)),
        TakenApart::Traffic => {
            super::run::section(&mut out, style, &word("explain-title-traffic"), &parts(&told, style))
        }
    }
    if !explanation.beside.is_empty() {
        super::run::section(
            &mut out,
            style,
            &word("explain-beside"),
            beside(&told).render(style).trim_start_matches('\n'),
        );
    }
    super::run::section(&mut out, style, &word("explain-inputs"), &inputs(&told, style));
    out.push('\n');
    out.push_str(&rests_on::text(&explanation.rests_on, style));
    out
}

fn parts(told: &Told<'_>, style: Style) -> String {
    let (explanation, language) = (told.explanation, told.language);
    let by_visits = explanation.parts.iter().any(|part| part.minutes_per_visit.is_some());
    let of_a_vehicle = explanation.by == TakenApart::Places;
    let visits = if of_a_vehicle { "explain-visits-vehicle" } else { "explain-visits-day" };
    let mut headings = vec![language.word("explain-part"), told.unit(), language.word("explain-share")];
    if by_visits {
        headings.extend([language.word(visits), language.word("explain-minutes")]);
    } else {
        headings.push(String::new());
    }
    let mut grid = Grid::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    let (mut direction, mut facility) = (None, "");
    let in_sections = explanation.direction.is_empty() || explanation.by == TakenApart::Traffic;
    let indent = if in_sections { "  " } else { "" };
    let largest = explanation.parts.iter().map(|part| part.share).fold(0.0, f64::max);
    for part in &explanation.parts {
        if in_sections && direction.replace(&part.direction) != Some(&part.direction) {
            grid.section(view::direction_title(told.model, &part.direction));
            facility = "";
        }
        if std::mem::replace(&mut facility, &part.facility) != part.facility && !part.facility.is_empty() {
            let title = told.model.facilities.find(&part.facility).map(|id| &told.model.facilities[id].title);
            grid.section(&format!("{indent}{}", title.unwrap_or(&part.facility)));
        }
        // Under the name of its facility a stage needs no other.
        let stage = told.model.stages.find(&part.scope).map(|id| &told.model.stages[id].title);
        let label = match (explanation.by, stage) {
            (TakenApart::Traffic, _) => format!("{indent}{}", view::class_title(told.model, &part.class)),
            (_, Some(stage)) if !part.facility.is_empty() => format!("{indent}  {stage}"),
            _ => format!("{indent}{}", part.title),
        };
        let share = number::quantity(part.share * 100.0, None, 1);
        let mut cells = vec![Cell::text(&label), Cell::Number(Some(told.value(part.value))), Cell::Number(Some(share))];
        if by_visits {
            cells.extend(Told::visits(part).map(Cell::Number));
        } else {
            cells.push(Cell::Text(bar(part.share, largest), Ink::Quiet));
        }
        grid.row(cells);
    }
    if let Some(rest) = explanation.rest {
        grid.row(vec![Cell::text(&language.word("explain-rest")), Cell::Number(Some(told.value(rest)))]);
    }
    if let Some(value) = explanation.value.filter(|_| explanation.unit == explanation.parts_unit) {
        grid.row(vec![Cell::text(&language.word("explain-whole")), Cell::Number(Some(told.value(value)))]);
    }
    grid.render(style)
}

fn bar(share: f64, largest: f64) -> String {
    let length = if largest > 0.0 { (share / largest * BAR as f64).round() as usize } else { 0 };
    "█".repeat(length.min(BAR))
}

fn beside(told: &Told<'_>) -> Grid {
    let mut grid = Grid::new(&["", ""]);
    for beside in &told.explanation.beside {
        let value = view::in_unit(beside.value.mean, beside.value.half_width, &beside.unit);
        grid.row(vec![Cell::text(&told.beside(beside)), Cell::Number(Some(value))]);
    }
    grid
}

/// The inputs of the parts that make up nearly all of the number, then those of the demand; others are counted.
fn inputs(told: &Told<'_>, style: Style) -> String {
    let explanation = told.explanation;
    let mut out = format!("{}\n", style.paint(Ink::Quiet, &told.language.word("explain-inputs-legend")));
    let mut shown = vec![false; explanation.inputs.len()];
    let mut group = |title: &str, indices: &[usize]| {
        let fresh: Vec<usize> =
            indices.iter().copied().filter(|index| !std::mem::replace(&mut shown[*index], true)).collect();
        if fresh.is_empty() {
            return;
        }
        out.push_str(&format!("{}\n", text::cut(&text::clean(title), style.width)));
        for index in fresh {
            out.push_str(&input(told, style, index));
        }
    };
    for part in explanation.largest_parts(TOLD) {
        let part = &explanation.parts[part];
        group(&told.name(part), &part.inputs);
    }
    let demand = if explanation.by == TakenApart::Whole { "explain-inputs-scope" } else { "explain-inputs-demand" };
    group(&told.language.word(demand), &explanation.demand);
    let others = shown.iter().filter(|shown| !**shown).count();
    if others > 0 {
        let words = told.language.say("explain-inputs-others", &[("count", others.into())]);
        out.push_str(&format!("{}\n", text::wrap(&words, style.width, "")));
    }
    out
}

fn input(told: &Told<'_>, style: Style, index: usize) -> String {
    let input = &told.explanation.inputs[index];
    let line = format!("  {} {} = ", explain::mark(input), text::clean(&input.path));
    let room = style.width.saturating_sub(text::width(&line));
    let value = text::clean(&input.value);
    let mut out = if text::width(&value) <= room {
        format!("{line}{value}\n")
    } else {
        format!(
            "{}\n      {}\n",
            text::cut(line.trim_end(), style.width),
            text::cut(&value, VALUE_WIDTH.min(style.width - 6))
        )
    };
    let range = explain::range(input, told.language);
    let source = [range, text::clean(&input.source)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    if !source.is_empty() {
        let line = text::cut(&format!("      {}", source.join("; ")), style.width);
        out.push_str(&format!("{}\n", style.paint(Ink::Quiet, &line)));
    }
    out
}
