//! What `portway sensitivity` prints.

use super::grid::{Cell, Grid};
use super::run::{notes, section};
use crate::sensitivity::{self as say, short};
use crate::style::{Ink, Style};
use crate::view;
use crate::{rests_on, text};
use portway_model::Model;
use portway_study::Sensitivity;
use portway_study::sensitivity::{InputEffect, SensitivityAnswer, Weight};

/// Inputs of the list, where more were looked at closer or moved alone; the others are in the JSON and the page.
const LISTED: usize = 10;
/// Smallest share of the variance that is worth a line by itself: what is not written as 0 %.
const WRITTEN: f64 = 0.005;

/// What decides each answer in a sentence, the inputs that matter with their bars as numbers, those that do not, those that
/// could not be varied, and what all of it rests on.
pub fn sensitivity(sensitivity: &Sensitivity, model: &Model, style: Style) -> String {
    let style = style.of_a_page();
    let language = style.language;
    let mut out = format!("{}\n", text::wrap(&say::heading(sensitivity, language), style.width, ""));
    for answer in &sensitivity.answers {
        let said = text::wrap(&say::answer(sensitivity, answer, model, language), style.width, "");
        out.push('\n');
        out.push_str(&said.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    }
    for answer in &sensitivity.answers {
        let spread = text::wrap(&say::spread_of(answer, language), style.width, "");
        let moved = moved(sensitivity, answer, style);
        let body = format!("{spread}\n{}", if moved.is_empty() { String::new() } else { moved.render(style) });
        section(&mut out, style, &say::title(answer, model, language), &body);
    }
    for answer in &sensitivity.answers {
        let title = language
            .say("sensitivity-screening", &[("measure", (&crate::ranking::by(&answer.asked, model, language)).into())]);
        let effects = screening(sensitivity, answer, style);
        if !effects.is_empty() {
            section(&mut out, style, &title, &effects.render(style));
        }
    }
    list(&mut out, style, "sensitivity-aside-title", &say::set_aside(sensitivity));
    list(&mut out, style, "sensitivity-rest-title", &say::rest(sensitivity));
    let (without, mistaken) = say::fixed(sensitivity, language);
    list(&mut out, style, "sensitivity-without-range", &without);
    if !mistaken.is_empty() {
        let lines: String = mistaken.iter().map(|line| text::wrap(line, style.width, "  ") + "\n").collect();
        section(&mut out, style, &language.word("sensitivity-mistakes"), &lines);
    }
    if !sensitivity.diagnostics.is_empty() {
        section(&mut out, style, &language.word("findings-title"), &notes(&sensitivity.diagnostics, style));
    }
    out.push('\n');
    out.push_str(&rests_on::text(&sensitivity.rests_on, style));
    let more = [Some(say::method(sensitivity, language)), say::growing(sensitivity, language)];
    out.push_str(&more.iter().flatten().map(|line| text::wrap(line, style.width, "  ") + "\n").collect::<String>());
    out
}

/// The inputs worth a line: they have an effect beyond chance, or a part in the variance that can be written.
fn listed(answer: &SensitivityAnswer) -> impl Iterator<Item = &InputEffect> {
    let some = |row: &&InputEffect| row.at_low.is_some() && (row.real || row.total.is_some_and(|t| t.value >= WRITTEN));
    answer.rows.iter().filter(some).take(LISTED)
}

fn moved(sensitivity: &Sensitivity, answer: &SensitivityAnswer, style: Style) -> Grid {
    let language = style.language;
    let unit = &answer.asked.unit;
    let headings =
        language.words(["sensitivity-input", "sensitivity-at-low", "sensitivity-at-high", "sensitivity-total"]);
    let mut grid = Grid::new(&headings);
    for row in listed(answer) {
        let input = &sensitivity.inputs[row.input];
        let ink = if row.weight == Weight::Decides { Ink::Strong } else { Ink::Plain };
        grid.row(vec![
            Cell::Text(text::clean(&short(&input.path)), ink),
            Cell::Number(say::moved(row.at_low, unit)),
            Cell::Number(say::moved(row.at_high, unit)),
            Cell::Word(say::share(row.total, language), ink),
        ]);
        grid.note(&format!("  {}", say::range(input, language)));
    }
    grid
}

/// The effects of the screening.
fn screening(sensitivity: &Sensitivity, answer: &SensitivityAnswer, style: Style) -> Grid {
    let language = style.language;
    let unit = &answer.asked.unit;
    let [input, first] = language.words(["sensitivity-input", "sensitivity-first"]);
    let chance = language.word("sensitivity-noise");
    let mut grid = Grid::new(&[input, "μ*".to_owned(), "σ".to_owned(), chance, first]);
    let number = |value: Option<f64>, half_width: Option<f64>| {
        Cell::Number(value.map(|value| view::in_unit(value, half_width, unit)))
    };
    for row in listed(answer) {
        grid.row(vec![
            Cell::text(&short(&sensitivity.inputs[row.input].path)),
            number(Some(row.mean_absolute), row.mean_absolute_half_width),
            number(row.spread, None),
            number(row.noise, None),
            Cell::Word(say::share(row.first, language), Ink::Plain),
        ]);
    }
    grid
}

fn list(out: &mut String, style: Style, title: &str, names: &[String]) {
    if names.is_empty() {
        return;
    }
    let title = style.language.say(title, &[("count", names.len().into())]);
    let body = text::wrap(&names.join(", "), style.width - 2, "").replace('\n', "\n  ");
    section(out, style, &title, &format!("  {body}\n"));
}
