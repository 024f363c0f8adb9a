//! What `portway sweep` prints.

use super::grid::{Cell, Grid};
use super::run::section;
use crate::measures::asked_with_unit;
use crate::number::localised;
use crate::style::{Ink, Style};
use crate::sweep::{answer, design_lines, heading, input_text, ranked, short_names, standing, unit_of};
use crate::view;
use crate::{rests_on, text};
use portway_model::factor::Level;
use portway_study::SweepResults;
use portway_study::sweep::SweptPoint;

/// Points that are shown; all of them are in the files.
const SHOWN: usize = 10;

/// Columns that a value of an input may take; hours of a week are long, and the files have them in full.
const VALUE: usize = 14;

/// Columns that a heading of a measure may take before it goes on below.
const HEADING: usize = 12;

/// The answer, the inputs, the best points, and what they rest on.
pub fn sweep(results: &SweepResults, style: Style) -> String {
    let style = style.of_a_page();
    let language = style.language;
    let mut out = text::wrap(&heading(results, language), style.width, "") + "\n\n";
    for line in text::wrap(&answer(results, language), style.width, "").lines() {
        out.push_str(&(style.paint(Ink::Strong, line) + "\n"));
    }
    section(&mut out, style, &language.word("sweep-inputs"), &inputs(results, style));
    let (points, left_out) = points(results, style);
    let title = if results.best.is_some() { "sweep-best-points" } else { "sweep-first-points" };
    section(&mut out, style, &language.word(title), &points.render(style));
    let mut notes = Vec::new();
    if let Some(more) = results.points.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        notes.push(language.say("sweep-more", &[("count", more.into())]));
    }
    if left_out > 0 {
        notes.push(language.say("sweep-more-columns", &[("count", left_out.into())]));
    }
    for note in notes {
        out.push_str(&(style.paint(Ink::Quiet, &text::wrap(&note, style.width, "")) + "\n"));
    }
    out.push('\n');
    out.push_str(&rests_on::text(&results.plan.rests_on, style));
    for line in design_lines(results, language) {
        out.push_str(&(text::wrap(&line, style.width, "  ") + "\n"));
    }
    out
}

/// Each input with its values and the one that it has now.
fn inputs(results: &SweepResults, style: Style) -> String {
    let mut lines = String::new();
    for varied in &results.plan.vary {
        let now = style.language.say("sweep-now", &[("value", (&varied.now).into())]);
        let line = format!("{}: {} ({now})", varied.path, varied.values);
        lines += &(text::wrap(&line, style.width, "  ") + "\n");
    }
    lines
}

/// The best points with as many inputs and measures as fit, and how many do not.
fn points(results: &SweepResults, style: Style) -> (Grid, usize) {
    let ranked = ranked(results);
    let (all_inputs, all) = (results.plan.vary.len(), results.asked.len());
    // An input says more than a second measure, because without it a row has no name.
    for inputs in (1..=all_inputs).rev() {
        for measures in (1..=all).rev() {
            let grid = grid(results, &ranked, inputs, measures, style);
            if grid.width() <= style.width {
                return (grid, all - measures + all_inputs - inputs);
            }
        }
    }
    (grid(results, &ranked, 0, 1, style), all - 1 + all_inputs)
}

fn grid(results: &SweepResults, ranked: &[&SweptPoint], inputs: usize, measures: usize, style: Style) -> Grid {
    let language = style.language;
    let mut headings = vec![language.word("sweep-point")];
    headings.extend(short_names(&results.plan.vary).iter().zip(&results.plan.vary).take(inputs).map(
        |(name, varied)| {
            let name: Vec<String> = name.split_inclusive('.').map(|part| text::cut(part, VALUE)).collect();
            match unit_of(varied) {
                "" => name.join("\n"),
                unit => format!("{},\n{unit}", name.join("\n")),
            }
        },
    ));
    // A Chinese title is broken behind its commas and before its unit, not inside a word.
    let breaks = |title: &str| title.replace('，', "， ").replace('（', " （");
    let title = |asked| text::wrap(&breaks(&asked_with_unit(asked, language)), HEADING, "");
    let joined = |title: String| title.replace("， ", "，").replace(" （", "（");
    headings.extend(results.asked.iter().take(measures).map(|asked| joined(title(asked))));
    let compared = results.best.as_ref().is_some_and(|best| best.compared);
    if compared {
        headings.insert(inputs + 2, text::wrap(&language.word("sweep-from-best"), HEADING, ""));
    }
    headings.push(language.word("sweep-standing"));
    let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mut grid = Grid::new(&headings);
    for point in ranked.iter().take(SHOWN) {
        let mut row = vec![Cell::text(&point.point.to_string())];
        row.extend(point.inputs.iter().take(inputs).map(|level| {
            let value = match level {
                Level::Number(_) => localised(&input_text(level, ""), language),
                Level::Text(_) => input_text(level, ""),
            };
            Cell::Word(text::cut(&value, VALUE), Ink::Plain)
        }));
        row.extend(results.asked.iter().zip(&point.measures).take(measures).map(|(asked, measure)| {
            Cell::Number(measure.mean.map(|mean| view::in_unit(mean, measure.half_width, &asked.unit)))
        }));
        if let (true, Some(asked)) = (compared, results.asked.first()) {
            let behind =
                point.from_best.and_then(|m| Some(view::difference_in_unit(m.mean?, m.half_width, &asked.unit)));
            row.insert(inputs + 2, Cell::Number(behind));
        }
        let (word, ink) = match standing(results, point.point) {
            "best" => ("sweep-best", Ink::Strong),
            "as_good" => ("sweep-as-good", Ink::Plain),
            "works_off" => ("sweep-works-off", Ink::Bad),
            "worse" => ("sweep-worse", Ink::Quiet),
            _ if !point.growing.is_empty() || point.overflow.is_some() => ("sweep-grows", Ink::Bad),
            _ => ("", Ink::Plain),
        };
        let word = if word.is_empty() { String::new() } else { language.word(word) };
        row.push(Cell::Text(word, ink));
        grid.row(row);
    }
    grid
}
