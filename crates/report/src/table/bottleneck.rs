//! What `portway bottleneck` prints: the limit, what one more unit buys, what holds what.

use super::grid::{Cell, Grid};
use super::run::{notes, section};
use crate::bottleneck::{self as said, GROUPS};
use crate::style::{Ink, Style};
use crate::{rests_on, text};
use portway_model::Model;
use portway_study::Bottleneck;
use portway_study::bottleneck::{Group, RankBy, Row, Verdict};

/// Most rows of a group in the terminal; the object and the page have all.
const MOST_ROWS: usize = 8;

/// The answer in a few sentences, the ranking, the chain of cause, and what all of it rests on.
pub fn bottleneck(found: &Bottleneck, model: &Model, style: Style) -> String {
    let style = style.of_a_page();
    let language = style.language;
    let mut out = format!("{}\n\n", text::wrap(&said::heading(found, language), style.width, ""));
    let answer = text::wrap(&said::answer(found, model, language), style.width, "");
    out.push_str(&answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    let more = said::more(found, model, language);
    if !more.is_empty() {
        out.push_str(&format!("\n{}\n", text::wrap(&more, style.width, "")));
    }
    for (group, title) in GROUPS {
        let table = ranking(found, group, model, style);
        if !table.is_empty() {
            section(&mut out, style, &language.word(title), &table);
        }
    }
    let not_tried = said::not_tried(found, language);
    if !not_tried.is_empty() {
        out.push_str(&format!("\n{}\n", text::wrap(&not_tried, style.width, "")));
    }
    let lead = text::wrap(&said::lead(found, language), style.width, "");
    out.push_str(&format!("\n{lead}\n{}\n", text::wrap(&language.word("bottleneck-marks"), style.width, "")));
    section(&mut out, style, &language.word("bottleneck-chain-title"), &chain(found, model, style));
    if !found.diagnostics.is_empty() {
        section(&mut out, style, &language.word("findings-title"), &notes(&found.diagnostics, style));
    }
    out.push_str(&format!("\n{}", rests_on::text(&found.rests_on, style)));
    out.push_str(&format!("{}\n", text::wrap(&said::rule(found, language), style.width, "  ")));
    out
}

/// The rows of a group that are worth a line, and a sentence on the others.
fn ranking(found: &Bottleneck, group: Group, model: &Model, style: Style) -> String {
    let language = style.language;
    let (worth, others) = said::worth(found, group);
    if worth.is_empty() && others.is_empty() {
        return String::new();
    }
    let shown = worth.len().min(MOST_ROWS);
    let mut out = String::new();
    if shown > 0 {
        let headings = ["", "crossings", "p90", "hours"]
            .map(|id| if id.is_empty() { String::new() } else { language.word(&format!("bottleneck-{id}")) });
        let mut grid = Grid::new(&headings.each_ref().map(String::as_str));
        let mut last = String::new();
        for row in &worth[..shown] {
            let place = said::place(row, model, language);
            if place != last {
                grid.note(&place);
            }
            grid.row(cells(row, style));
            last = place;
        }
        out.push_str(&grid.render(style));
    }
    if worth.len() > shown {
        out.push_str(&format!("{}\n", text::wrap(&said::beyond(worth.len() - shown, language), style.width, "")));
    }
    if !others.is_empty() {
        out.push_str(&format!("{}\n", text::wrap(&said::rest(found, &others, model, language), style.width, "")));
    }
    out
}

fn cells(row: &Row, style: Style) -> Vec<Cell> {
    let mark = if said::is_assumed(row) { "○" } else { "●" };
    let ink = if row.verdict == Verdict::NoChangeSeen { Ink::Quiet } else { Ink::Plain };
    let number = |by: RankBy| Cell::Number(said::effect(by.effect(row), by));
    vec![
        Cell::Text(text::clean(&format!("  {mark} {}", said::change(row, false, style.language))), ink),
        number(RankBy::Crossings),
        number(RankBy::P90),
        number(RankBy::Hours),
    ]
}

fn chain(found: &Bottleneck, model: &Model, style: Style) -> String {
    let language = style.language;
    if found.chain.is_empty() {
        return format!("{}\n", text::wrap(&language.word("bottleneck-chain-none"), style.width, ""));
    }
    let mut out = String::new();
    for root in &found.chain {
        out.push_str(&format!("{}\n", text::wrap(&said::root(root, model, language), style.width, "")));
        for held in &root.held {
            let line = format!("→ {}", said::held(held, model, language));
            out.push_str(&format!("  {}\n", text::wrap(&line, style.width.saturating_sub(2), "    ")));
        }
    }
    out
}
