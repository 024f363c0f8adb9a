//! Which ways flows take, in the terminal.

use super::grid::{Cell, Grid};
use crate::style::Style;
use crate::text;
use crate::view::{self, View};
use crate::ways::{self, Chooser, MANY_UNTAKEN};

/// The table and what its shares mean; none where no flow chooses.
pub(super) fn body(view: &View<'_>, style: Style) -> Option<String> {
    let choosers = ways::choosers(view);
    if choosers.is_empty() {
        return None;
    }
    let mut grid = Grid::new(&view.language.words(["way", "way-share-percent", "door-to-door", "p90"]));
    // Of several flows, those that all go one way need no rows of their own.
    let is_unanimous = |chooser: &&Chooser<'_>| choosers.len() > 1 && chooser.taken().0.len() == 1;
    for chooser in choosers.iter().filter(|chooser| !is_unanimous(chooser)) {
        grid.section(chooser.title);
        let (taken, others) = chooser.taken();
        let folds = others >= MANY_UNTAKEN;
        for way in if folds { taken } else { chooser.ways.iter().collect() } {
            grid.row(vec![
                Cell::text(&format!("  {}", way.title)),
                Cell::Number(view::mean(Some(way.share))),
                Cell::Number(view::mean(way.time)),
                Cell::Number(view::p90(way.time)),
            ]);
        }
        if folds {
            grid.note(&format!("  {}", view.language.say("ways-untaken", &[("count", others.into())])));
        }
    }
    let mut said: Vec<String> =
        choosers.iter().filter(is_unanimous).map(|chooser| ways::unanimous(view, chooser)).collect();
    said.extend(ways::sentences(view, &choosers));
    let said = said.iter().map(|line| text::wrap(line, style.width, "  ") + "\n");
    let grid = if grid.is_empty() { String::new() } else { grid.render(style) };
    Some(grid + &said.collect::<String>())
}
