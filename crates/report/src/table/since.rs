//! The block of a run that tells what changed since the run before.

use super::comparison::difference_row;
use super::grid::{Cell, Grid};
use super::run::section;
use crate::since::{Since, telling};
use crate::style::{Ink, Style};
use crate::text;
use crate::words;
use portway_model::element::Model;

/// Adds the block: what was edited, then the few measures that matter; or one line that says why there is none.
pub(super) fn add(out: &mut String, since: &Since, model: &Model, style: Style) {
    match since {
        Since::NotCompared(obstacle) => {
            out.push('\n');
            out.push_str(&text::wrap(&words::not_compared(style.language, obstacle), style.width, "  "));
            out.push('\n');
        }
        Since::Compared { inputs, files, comparison } => {
            let language = style.language;
            let mut body = String::new();
            for line in words::edited(language, inputs, files) {
                body.push_str(&text::wrap(&line, style.width, "    "));
                body.push('\n');
            }
            let mut grid = Grid::new(&[
                String::new(),
                language.word("before"),
                language.word("now"),
                language.word("difference-now"),
                language.word("verdict"),
            ]);
            let grows = comparison.diagnostics.iter().any(|note| note.code == "queue-grows");
            let mut measure = "";
            for row in telling(comparison) {
                if row.name != measure {
                    grid.section(&words::measure_with_unit(language, &row.name, &row.unit));
                    measure = &row.name;
                }
                let mut cells = difference_row(language, model, row);
                // A mean that is gone beside a queue that grows is gone for that reason.
                if grows && let (Some(_), None) = (row.a, row.b) {
                    cells[2] = Cell::Word(style.language.word("grows"), Ink::Bad);
                } else if grows && let (None, Some(_)) = (row.a, row.b) {
                    cells[1] = Cell::Word(style.language.word("grows"), Ink::Bad);
                }
                grid.row(cells);
            }
            body.push_str(&grid.render(style));
            section(out, style, &style.language.word("since-title"), &body);
        }
    }
}
