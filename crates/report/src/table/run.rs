//! What `portway run` prints.

use super::grid::{Cell, Grid};
use crate::answer;
use crate::basis::Basis;
use crate::since::Since;
use crate::style::{Ink, Style};
use crate::text;
use crate::view::{self, View};
use crate::words;
use portway_study::{Measure, Results};

/// Waits shorter than this on average, in hours, are not worth a line: 18 seconds, which two decimals would show as none.
const WORTH_A_LINE_H: f64 = 0.005;

/// The answer in a sentence, what changed since an earlier run when there is one, then traffic, waits, stages, findings, and
/// what all of it rests on.
pub fn run(results: &Results, basis: &Basis<'_>, since: Option<&Since>, style: Style) -> String {
    let style = style.of_a_page();
    let view = View { results, basis, language: style.language };
    let model = view.model();
    let heading = words::run_heading(&model.title, &basis.timeline.scenario.title, &results.from, &results.to);
    let mut out = format!("{}\n\n", text::wrap(&heading, style.width, ""));
    let answer = text::wrap(&answer::sentence(&view), style.width, "");
    out.push_str(&answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    if let Some(since) = since {
        super::since::add(&mut out, since, model, style);
    }
    section(&mut out, style, words::TRAFFIC_TITLE, &traffic(&view).render(style));
    let waits = waits(&view);
    let text_of_waits = if waits.is_empty() {
        format!("{}\n", words::NO_WAITS)
    } else {
        format!("{}{}\n", waits.render(style), text::wrap(&legend(&view), style.width, ""))
    };
    section(&mut out, style, words::WAITS_TITLE, &text_of_waits);
    section(&mut out, style, words::STAGES_TITLE, &stations(&view).render(style));
    if !results.diagnostics.is_empty() {
        section(&mut out, style, words::FINDINGS_TITLE, &notes(&results.diagnostics, style));
    }
    section(&mut out, style, words::RESTS_ON_TITLE, &rests_on(&view, style));
    out
}

/// Adds a titled part after an empty line.
pub(super) fn section(out: &mut String, style: Style, title: &str, body: &str) {
    out.push('\n');
    out.push_str(&style.paint(Ink::Strong, title));
    out.push('\n');
    out.push_str(body);
}

/// Findings and warnings, one paragraph each.
pub(super) fn notes(notes: &[portway_study::results::Note], style: Style) -> String {
    let mut out = String::new();
    for note in notes {
        let mark =
            style.paint(if note.severity == "warning" { Ink::Care } else { Ink::Bad }, &text::clean(&note.severity));
        let label = text::width(&note.severity) + 2;
        let lines = text::wrap(&note.message, style.width.saturating_sub(label), "");
        let hang = " ".repeat(label);
        out.push_str(&format!("{mark}: {}\n", lines.replace('\n', &format!("\n{hang}"))));
    }
    out
}

fn traffic(view: &View<'_>) -> Grid {
    let model = view.model();
    let mut grid = Grid::new(&[words::CLASS, words::CROSSINGS_PER_DAY, words::DOOR_TO_DOOR, words::P50, words::P90]);
    for direction in view.directions() {
        grid.section(view::direction_title(model, direction));
        for (label, class) in rows(view, direction) {
            let door = view.corridor("door_to_door_h", direction, class);
            grid.row(vec![
                Cell::text(&format!("  {label}")),
                Cell::Number(view::mean(view.corridor("crossings_per_day", direction, class))),
                Cell::Number(view::mean(door)),
                Cell::Number(view::p50(door)),
                Cell::Number(view::p90(door)),
            ]);
        }
    }
    grid
}

/// The classes of a direction under their titles, and all of them together when there are several.
fn rows<'a>(view: &View<'a>, direction: &'a str) -> Vec<(String, &'a str)> {
    let model = view.model();
    let classes = view.classes(direction);
    let together = (classes.len() != 1).then(|| (words::ALL_CLASSES.to_owned(), ""));
    classes.iter().map(|class| (view::class_title(model, class).to_owned(), *class)).chain(together).collect()
}

fn waits(view: &View<'_>) -> Grid {
    let model = view.model();
    let mut grid = Grid::new(&[words::CLASS, "", words::MEAN, words::P50, words::P90]);
    for direction in view.directions() {
        let mut lines = Vec::new();
        for (label, class) in rows(view, direction) {
            let mut label = format!("  {label}");
            for (name, kind) in words::WAITS {
                let wait = view.corridor(name, direction, class);
                if !worth_a_line(wait) {
                    continue;
                }
                lines.push(vec![
                    Cell::text(&std::mem::take(&mut label)),
                    Cell::Text(kind.to_owned(), Ink::Plain),
                    Cell::Number(view::mean(wait)),
                    Cell::Number(view::p50(wait)),
                    Cell::Number(view::p90(wait)),
                ]);
            }
        }
        if !lines.is_empty() {
            grid.section(view::direction_title(model, direction));
            lines.into_iter().for_each(|line| grid.row(line));
        }
    }
    grid
}

/// What the words for waiting mean, as far as the table has them.
fn legend(view: &View<'_>) -> String {
    let shown = |name: &str| {
        view.directions().iter().any(|direction| {
            let classes = rows(view, direction).into_iter();
            classes.map(|(_, class)| view.corridor(name, direction, class)).any(worth_a_line)
        })
    };
    let kinds = words::WAITS.iter().filter(|(name, _)| shown(name)).map(|(_, kind)| words::wait_explained(kind));
    kinds.collect::<Vec<_>>().join("; ")
}

fn worth_a_line(wait: Option<&Measure>) -> bool {
    wait.and_then(|w| w.mean).is_some_and(|hours| hours >= WORTH_A_LINE_H)
}

fn stations(view: &View<'_>) -> Grid {
    let model = view.model();
    let mut grid = Grid::new(&["", words::QUEUE, words::LONGEST, words::LANES_USED, words::LANES_BLOCKED]);
    for facility in model.facilities.ids() {
        let stages = model.stages.iter().filter(|stage| stage.facility == facility);
        let lines: Vec<_> =
            stages.filter_map(|stage| station(view, &stage.name, "", &format!("  {}", stage.title))).collect();
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
        grid.section(words::LINKS);
        for (line, standing) in ways {
            grid.row(line);
            if let Some(standing) = standing {
                grid.note(&format!("    {}", words::stand_on_it(&standing.text())));
            }
        }
    }
    grid
}

fn station(view: &View<'_>, scope: &str, direction: &str, label: &str) -> Option<Vec<Cell>> {
    let measure = |name: &str| view.station(name, scope, direction);
    let queue = match (view.grows(scope), measure("queue_vehicles")) {
        (true, _) => Cell::Word(words::GROWS.to_owned(), Ink::Bad),
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

fn rests_on(view: &View<'_>, style: Style) -> String {
    let results = view.results;
    let zone = view.zone_name();
    let mut lines = vec![
        words::rests_on_evidence(view.basis.evidence_counts()),
        words::rests_on_run(results.replications, results.seed, &results.from, &results.to, &zone),
        words::rests_on_model(&results.model.name, &results.model.hash, &results.portway),
    ];
    if results.replications > 1 {
        lines.push(words::INTERVAL_NOTE.to_owned());
    }
    lines.push(words::QUANTILE_NOTE.to_owned());
    lines.iter().map(|line| format!("{}\n", text::wrap(line, style.width, "  "))).collect()
}
