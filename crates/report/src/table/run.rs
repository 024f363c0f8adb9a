//! What `portway run` prints.

use super::grid::{Cell, Grid};
use crate::answer;
use crate::basis::Basis;
use crate::number::Estimate;
use crate::rests_on;
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
    let heading = crate::html::heading(&view);
    let mut out = format!("{}\n\n", text::wrap(&heading, style.width, ""));
    let answer = text::wrap(&answer::sentence(&view), style.width, "");
    out.push_str(&answer.lines().map(|line| style.paint(Ink::Strong, line) + "\n").collect::<String>());
    if let Some(since) = since {
        super::since::add(&mut out, since, model, style);
    }
    section(&mut out, style, &view.language.word("traffic-title"), &traffic(&view).render(style));
    if let Some(owners) = super::owners::grid(&view) {
        section(&mut out, style, &view.language.word("owners-title"), &owners.render(style));
    }
    let waits = waits(&view);
    let text_of_waits = if waits.is_empty() {
        format!("{}\n", &view.language.word("no-waits"))
    } else {
        format!("{}{}\n", waits.render(style), text::wrap(&legend(&view), style.width, ""))
    };
    section(&mut out, style, &view.language.word("waits-title"), &text_of_waits);
    for (title, table) in super::field::tables(&view, style) {
        section(&mut out, style, &title, &table);
    }
    if let Some(ways) = super::ways::body(&view, style) {
        section(&mut out, style, &view.language.word("ways-title"), &ways);
    }
    section(&mut out, style, &view.language.word("stages-title"), &stations(&view).render(style));
    if let Some(services) = super::services::body(&view, style) {
        section(&mut out, style, &view.language.word("services-title"), &services);
    }
    if let Some(limits) = super::limits::body(&view, style) {
        section(&mut out, style, &view.language.word("limits-title"), &limits);
    }
    if let Some(money) = super::money::body(&view, style) {
        section(&mut out, style, &view.language.word("money-title"), &money);
    }
    if let Some(trade) = super::trade::grid(&view) {
        section(&mut out, style, &view.language.word("trade-title"), &trade.render(style));
    }
    if !results.diagnostics.is_empty() {
        section(&mut out, style, &view.language.word("findings-title"), &notes(&results.diagnostics, style));
    }
    section(&mut out, style, &view.language.word("rests-on"), &rests_on(&view, style));
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
        let severity = text::clean(&words::severity(style.language, &note.severity));
        let mark = style.paint(if note.severity == "warning" { Ink::Care } else { Ink::Bad }, &severity);
        let colon = style.language.word("colon");
        let label = text::width(&severity) + text::width(&colon);
        let lines = text::wrap(&words::note(style.language, note), style.width.saturating_sub(label), "");
        let hang = " ".repeat(label);
        out.push_str(&format!("{mark}{colon}{}\n", lines.replace('\n', &format!("\n{hang}"))));
    }
    out
}

fn traffic(view: &View<'_>) -> Grid {
    let model = view.model();
    let mut grid = Grid::new(&view.language.words(["class", "crossings-per-day", "door-to-door", "p50", "p90"]));
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
pub(super) fn rows<'a>(view: &View<'a>, direction: &'a str) -> Vec<(String, &'a str)> {
    let model = view.model();
    let classes = view.classes(direction);
    let together = (classes.len() != 1).then(|| (view.language.word("all-classes"), ""));
    classes.iter().map(|class| (view::class_title(model, class).to_owned(), *class)).chain(together).collect()
}

fn waits(view: &View<'_>) -> Grid {
    let model = view.model();
    let mut grid = Grid::new(&[
        view.language.word("class"),
        String::new(),
        view.language.word("mean"),
        view.language.word("p50"),
        view.language.word("p90"),
    ]);
    for direction in view.directions() {
        let mut lines = Vec::new();
        for (label, class) in rows(view, direction) {
            let mut label = format!("  {label}");
            for (name, kind, _) in words::WAITS {
                let wait = view.corridor(name, direction, class);
                if !worth_a_line(wait) {
                    continue;
                }
                lines.push(vec![
                    Cell::text(&std::mem::take(&mut label)),
                    Cell::Text(view.language.word(kind), Ink::Plain),
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
    let kinds =
        words::WAITS.iter().filter(|(name, ..)| shown(name)).map(|(.., explained)| view.language.word(explained));
    kinds.collect::<Vec<_>>().join(&view.language.word("clause-separator"))
}

fn worth_a_line(wait: Option<&Measure>) -> bool {
    wait.and_then(|w| w.mean).is_some_and(|hours| hours >= WORTH_A_LINE_H)
}

fn stations(view: &View<'_>) -> Grid {
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

fn rests_on_run(view: &View<'_>) -> String {
    let (language, results) = (view.language, view.results);
    let replications = match results.replications {
        1 => language.word("one-replication"),
        n => words::replications(language, n),
    };
    let (seed, window) = (results.seed.to_string(), language.iso_dates(&results.from, &results.to));
    let zone = view.zone_name();
    let values = [
        ("replications", (&replications).into()),
        ("seed", (&seed).into()),
        ("window", (&window).into()),
        ("zone", (&zone).into()),
    ];
    language.say("rests-on-run", &values)
}

fn rests_on(view: &View<'_>, style: Style) -> String {
    let results = view.results;
    let mut lines = vec![
        rests_on::evidence(&view.basis.counts, view.language),
        rests_on_run(view),
        words::rests_on_model(view.language, &results.model, &results.portway),
    ];
    if results.replications > 1 {
        lines.push(view.language.word("interval-of-mean-note"));
    }
    lines.push(view.language.word("quantile-note"));
    if crate::money::money(view).is_none() {
        lines.push(view.language.word("money-not-told"));
    }
    lines.iter().map(|line| format!("{}\n", text::wrap(line, style.width, "  "))).collect()
}
