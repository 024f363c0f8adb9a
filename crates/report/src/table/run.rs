//! What `portway run` prints.

use super::grid::{Cell, Grid};
use crate::answer;
use crate::basis::Basis;
use crate::rests_on;
use crate::since::Since;
use crate::style::{Ink, Style};
use crate::text;
use crate::travellers::{self, Row};
use crate::view::{self, View};
use crate::words;
use portway_study::{Measure, Results};

/// Waits shorter than this on average, in hours, are not worth a line: 18 seconds, which two decimals would show as none.
const WORTH_A_LINE_H: f64 = 0.005;

/// The same where there are more lines than a screen has: a quarter of an hour.
const WORTH_A_LINE_OF_MANY_H: f64 = 0.25;

/// Rows of a table that a screen has room for.
const ONE_SCREEN: usize = 40;

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
    let absent = travellers::absent(&view);
    let absent = if absent.is_empty() { String::new() } else { nobody(&view, &absent, style) };
    section(&mut out, style, &view.language.word("traffic-title"), &(traffic(&view).render(style) + &absent));
    if let Some(owners) = super::owners::grid(&view) {
        section(&mut out, style, &view.language.word("owners-title"), &owners.render(style));
    }
    let all_waits = waits(&view, WORTH_A_LINE_H);
    let folds = all_waits.rows() > ONE_SCREEN;
    let waits = if folds { waits(&view, WORTH_A_LINE_OF_MANY_H) } else { all_waits };
    let text_of_waits = if waits.is_empty() {
        format!("{}\n", &view.language.word("no-waits"))
    } else {
        let left_out = if folds {
            text::wrap(&view.language.word("waits-left-out"), style.width, "  ") + "\n"
        } else {
            String::new()
        };
        format!("{}{}\n{left_out}", waits.render(style), text::wrap(&legend(&view), style.width, ""))
    };
    section(&mut out, style, &view.language.word("waits-title"), &text_of_waits);
    for (title, table) in super::field::tables(&view, style) {
        section(&mut out, style, &title, &table);
    }
    if let Some(ways) = super::ways::body(&view, style) {
        section(&mut out, style, &view.language.word("ways-title"), &ways);
    }
    section(&mut out, style, &view.language.word("stages-title"), &super::stations::body(&view, style));
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
        let severity = text::clean(&words::severity(style.language, note.severity));
        let mark = style.paint(if note.is_finding() { Ink::Bad } else { Ink::Care }, &severity);
        let colon = style.language.word("colon");
        let label = text::width(&severity) + text::width(&colon);
        let lines = text::wrap(&words::note(style.language, note), style.width.saturating_sub(label), "");
        let hang = " ".repeat(label);
        out.push_str(&format!("{mark}{colon}{}\n", lines.replace('\n', &format!("\n{hang}"))));
    }
    out
}

/// The classes that are left out of the tables because nobody came in them.
fn nobody(view: &View<'_>, absent: &[String], style: Style) -> String {
    let classes = view.language.list(absent);
    text::wrap(&view.language.say("traffic-nobody", &[("classes", (&classes).into())]), style.width, "  ") + "\n"
}

fn traffic(view: &View<'_>) -> Grid {
    let model = view.model();
    let mut grid = Grid::new(&view.language.words(["class", "crossings-per-day", "door-to-door", "p50", "p90"]));
    for direction in view.directions() {
        grid.section(view::direction_title(model, direction));
        for Row { title, class } in travellers::rows(view, direction) {
            let class = class.as_str();
            let door = view.corridor("door_to_door_h", direction, class);
            grid.row(vec![
                Cell::text(&format!("  {title}")),
                Cell::Number(view::mean(view.corridor("crossings_per_day", direction, class))),
                Cell::Number(view::mean(door)),
                Cell::Number(view::p50(door)),
                Cell::Number(view::p90(door)),
            ]);
        }
    }
    grid
}

fn waits(view: &View<'_>, least_h: f64) -> Grid {
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
        for Row { title, class } in travellers::rows(view, direction) {
            let mut label = format!("  {title}");
            for (name, kind, _) in words::WAITS {
                let wait = view.corridor(name, direction, &class);
                if !is_at_least(wait, least_h) {
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
            let rows = travellers::rows(view, direction).into_iter();
            rows.map(|row| view.corridor(name, direction, &row.class)).any(|wait| is_at_least(wait, WORTH_A_LINE_H))
        })
    };
    let kinds =
        words::WAITS.iter().filter(|(name, ..)| shown(name)).map(|(.., explained)| view.language.word(explained));
    kinds.collect::<Vec<_>>().join(&view.language.word("clause-separator"))
}

fn is_at_least(wait: Option<&Measure>, least_h: f64) -> bool {
    wait.and_then(|w| w.mean).is_some_and(|hours| hours >= least_h)
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
