//! What `portway capacity` prints.

use super::grid::{Cell, Grid};
use super::run::section;
use crate::capacity as words;
use crate::style::{Ink, Style};
use crate::{rests_on, text};
use portway_model::Model;
use portway_study::Capacity;
use portway_study::capacity::Frontier;

/// The answer in a sentence, the capacities, the frontiers, and what all of it rests on.
pub fn capacity(capacity: &Capacity, model: &Model, style: Style) -> String {
    let style = style.of_a_page();
    let language = style.language;
    let mut out = format!("{}\n\n", text::wrap(&words::heading(capacity, language), style.width, ""));
    let answer = text::wrap(&words::answer(capacity, model, language), style.width, "");
    out.push_str(&answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    section(&mut out, style, &language.word("capacity-title"), &capacities(capacity, model, style));
    let limits = words::limits(capacity, model, language).into_iter();
    let limits: String = limits.map(|line| format!("{}\n", text::wrap(&line, style.width, "  "))).collect();
    if !limits.is_empty() {
        section(&mut out, style, &language.word("capacity-gives-way-title"), &limits);
    }
    for frontier in &capacity.frontiers {
        let title = words::frontier_title(frontier, language);
        section(&mut out, style, &title, &points(capacity, frontier, model, style).render(style));
    }
    out.push('\n');
    out.push_str(&rests_on::text(&capacity.rests_on, style));
    for line in words::method(capacity, model, language) {
        out.push_str(&format!("{}\n", text::wrap(&line, style.width, "  ")));
    }
    out
}

/// Width beyond which a heading is broken: six columns must stand beside each other.
const HEADING: usize = 15;

fn grid(headings: &[String; 6]) -> Grid {
    let broken = headings.each_ref().map(|heading| text::wrap(heading, HEADING, ""));
    Grid::new(&broken.each_ref().map(String::as_str))
}

/// One row for each capacity.
fn capacities(capacity: &Capacity, model: &Model, style: Style) -> String {
    let language = style.language;
    let mut grid = grid(&words::headings(capacity, language));
    let word = |text: String| Cell::Word(text, Ink::Plain);
    for found in &capacity.capacities {
        let [bound, share] = words::bound(found, language);
        grid.row(vec![
            Cell::text(&words::who(found, model, language)),
            word(words::per_day(found.today_per_day, language)),
            Cell::Word(words::found(found, language), Ink::Strong),
            word(words::interval(found, language)),
            word(bound),
            word(share),
        ]);
    }
    grid.render(style)
}

fn points(capacity: &Capacity, frontier: &Frontier, model: &Model, style: Style) -> Grid {
    let mut grid = grid(&words::frontier_headings(capacity, frontier, model, style.language));
    for point in &frontier.points {
        let mut cells = words::point(point, style.language).into_iter();
        let first = cells.next().unwrap_or_default();
        let rest = cells.map(|text| Cell::Word(text, Ink::Plain));
        grid.row(std::iter::once(Cell::text(&first)).chain(rest).collect());
    }
    grid
}
