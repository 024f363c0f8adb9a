//! What the numbers rest on: changes of the scenario, evidence, and how to repeat the run.

use super::figure::{self, Cell, Table};
use crate::basis::STATUSES;
use crate::language::Language;
use crate::rests_on;
use crate::view::View;
use crate::words;
use maud::{Markup, html};
use portway_model::element::{Change, EvidenceStatus, Scenario};

/// The changes of a scenario, before and after.
pub(super) fn changes(language: Language, scenario: &Scenario) -> Markup {
    if scenario.changes.is_empty() {
        return html! {};
    }
    let table = change_table(language, &scenario.changes);
    let name = language.say("changes-count", &[("count", scenario.changes.len().into())]);
    figure::section(
        &language.say("changes-title", &[("scenario", (&scenario.title).into())]),
        "",
        &figure::folded(language, &name, &table),
    )
}

/// Changes as a table.
pub(super) fn change_table(language: Language, changes: &[Change]) -> Table {
    let mut table = Table::new(&language.words(["input", "before", "after", "from-day"]));
    for change in changes {
        table.row(vec![
            Cell::Code(change.path.clone()),
            Cell::Code(change.before.clone()),
            Cell::Code(change.after.clone()),
            Cell::Text(change.from.map_or_else(|| language.word("from-the-beginning"), |day| language.date(day))),
        ]);
    }
    table
}

/// Evidence, assumptions first because they are what an answer can fall with; then the run itself.
pub(super) fn section(view: &View<'_>) -> Markup {
    let results = view.results;
    let counts = view.basis.evidence_counts();
    let all = view.basis.counts.all();
    let content = html! {
        @if all > 0 {
            div.weights role="img" aria-label=(rests_on::evidence(&view.basis.counts, view.language)) {
                @for (status, count) in STATUSES.iter().zip(counts) {
                    b class=(status_class(*status)) style={ "flex:" (count) } {}
                }
            }
            ul.key {
                @for (status, count) in STATUSES.iter().zip(counts) { li { (mark(view.language, *status)) " " (count) } }
            }
            details { summary { (view.language.word("evidence-table-title")) } (evidence_table(view).markup(view.language)) }
        }
        dl {
            dt { (view.language.word("window")) } dd { (window(view)) }
            dt { (view.language.word("replications-heading")) } dd { (results.replications) }
            dt { (view.language.word("seed")) } dd { (results.seed) }
            dt { (view.language.word("scenario")) } dd { code { (results.scenario) } }
            dt { (view.language.word("model")) } dd { code { (results.model.name) " " (results.model.hash) } }
            dt { "Portway" } dd { (results.portway) }
        }
        footer { p { (view.language.word("interval-of-mean-note")) " " (view.language.word("repeat-note")) } }
    };
    figure::section(&title(view.language, counts[3], all), "", &content)
}

fn title(language: Language, assumption: usize, all: usize) -> String {
    match all {
        0 => language.word("rests-on"),
        all => language.say("evidence-title", &[("assumption", assumption.into()), ("all", all.into())]),
    }
}

fn window(view: &View<'_>) -> String {
    let window = view.language.iso_dates(&view.results.from, &view.results.to);
    let zone = view.zone_name();
    let values = [("window", (&window).into()), ("zone", (&zone).into())];
    view.language.say("window-in-zone", &values)
}

fn evidence_table(view: &View<'_>) -> Table {
    let mut table = Table::new(&view.language.words(["input", "status", "plausible-range", "source"]));
    for status in STATUSES.iter().rev() {
        for row in view.basis.evidence.iter().filter(|row| row.status == *status) {
            let range = match (row.low.as_str(), row.high.as_str()) {
                ("", "") => String::new(),
                (low, high) => format!("{low} – {high}"),
            };
            let source = if row.note.is_empty() { row.source.clone() } else { format!("{}. {}", row.source, row.note) };
            table.row(vec![
                Cell::Code(row.path.clone()),
                Cell::Markup(mark(view.language, *status)),
                Cell::Text(range),
                Cell::Text(source),
            ]);
        }
    }
    table
}

fn mark(language: Language, status: EvidenceStatus) -> Markup {
    html! { span.status { i class=(status_class(status)) {} (language.word(words::status(status))) } }
}

/// Class in the style sheet: solid for observed, hollow for an assumption.
fn status_class(status: EvidenceStatus) -> &'static str {
    match status {
        EvidenceStatus::Observed => "observed",
        EvidenceStatus::Design => "design",
        EvidenceStatus::Derived => "derived",
        EvidenceStatus::Assumption => "assumption",
    }
}
