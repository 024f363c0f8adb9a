//! Stages, stops and links in the terminal: those that are used, and how many are not.

use super::grid::{Cell, Grid};
use crate::number::Estimate;
use crate::style::{Ink, Style};
use crate::text;
use crate::view::{self, View};

/// From here on a table shows only what is used enough: as many rows as a screen has.
const ONE_SCREEN: usize = 40;

/// A stage is used enough with this part of its lanes in use, or with this mean queue.
const USED_ENOUGH: f64 = 0.1;
const QUEUED_ENOUGH: f64 = 0.5;

/// The table, and how many stages it leaves out.
pub(super) fn body(view: &View<'_>, style: Style) -> String {
    let all = view.staffed_stages().len() > ONE_SCREEN;
    let mut left_out = 0;
    let grid = stations(view, &mut |scope| {
        let keep = !all || is_used(view, scope);
        left_out += usize::from(!keep);
        keep
    });
    let mut body = grid.render(style);
    if left_out > 0 {
        let said = view.language.say("stages-left-out", &[("count", left_out.into())]);
        body.push_str(&format!("{}\n", text::wrap(&said, style.width, "  ")));
    }
    body
}

/// Whether a stage is used enough for a table that has no room for all.
fn is_used(view: &View<'_>, scope: &str) -> bool {
    let at_least =
        |name: &str, least: f64| view.station(name, scope, "").and_then(|m| m.mean).is_some_and(|m| m >= least);
    view.grows(scope)
        || at_least("lane_use_share", USED_ENOUGH)
        || at_least("lane_blocked_share", USED_ENOUGH)
        || at_least("queue_vehicles", QUEUED_ENOUGH)
}

fn stations(view: &View<'_>, keep: &mut dyn FnMut(&str) -> bool) -> Grid {
    let model = view.model();
    let mut grid = Grid::new(&[
        String::new(),
        view.language.word("queue"),
        view.language.word("longest"),
        view.language.word("lanes-used-percent"),
        view.language.word("lanes-blocked-percent"),
    ]);
    for facility in model.facilities.ids() {
        let stages = model.stages.iter().filter(|stage| stage.facility == facility);
        let lines: Vec<_> = stages
            .filter(|stage| view.station("queue_vehicles", &stage.name, "").is_none() || keep(&stage.name))
            .filter_map(|stage| station(view, &stage.name, "", &format!("  {}", stage.title)))
            .collect();
        if !lines.is_empty() {
            grid.section(&model.facilities[facility].title);
            lines.into_iter().for_each(|line| grid.row(line));
        }
    }
    let mut ways = Vec::new();
    for link in model.links.iter() {
        let directions = model.directions.iter().map(|d| (d.name.as_str(), format!("  {}, {}", link.title, d.title)));
        for (direction, label) in directions.chain([("", format!("  {}", link.title))]) {
            // A link where nobody ever waits or stands says nothing in a table of stages.
            let queue = view.station("queue_max_vehicles", &link.name, direction).and_then(|m| m.mean);
            let standing = view.standing(&link.name, direction);
            if queue.is_some_and(|longest| longest >= 1.0) || standing.is_some() {
                ways.extend(station(view, &link.name, direction, &label).map(|row| (row, standing)));
            }
        }
    }
    if !ways.is_empty() {
        grid.section(&view.language.word("links"));
        for (line, standing) in ways {
            grid.row(line);
            if let Some(standing) = standing {
                grid.note(&format!("    {}", stand_on_it(view, &standing)));
            }
        }
    }
    grid
}

fn station(view: &View<'_>, scope: &str, direction: &str, label: &str) -> Option<Vec<Cell>> {
    let measure = |name: &str| view.station(name, scope, direction);
    let queue = match (view.grows(scope), measure("queue_vehicles")) {
        (true, _) => Cell::Word(view.language.word("grows"), Ink::Bad),
        (false, Some(queue)) => Cell::Number(view::mean(Some(queue))),
        (false, None) => return None,
    };
    Some(vec![
        Cell::text(label),
        queue,
        Cell::Number(view::mean(measure("queue_max_vehicles"))),
        Cell::Number(view::mean(measure("lane_use_share"))),
        Cell::Number(view::mean(measure("lane_blocked_share"))),
    ])
}

fn stand_on_it(view: &View<'_>, vehicles: &Estimate) -> String {
    view.language.say("stand-on-it", &[("vehicles", (&vehicles.text_in(view.language)).into())])
}
