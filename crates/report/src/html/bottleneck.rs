//! What one more unit of every resource buys, as bars with intervals, and the chain of cause as a small flow picture.

mod chain;

use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::bottleneck::{self as said, GROUPS};
use crate::chart::path::c;
use crate::chart::scale::{Scale, ticks_between};
use crate::chart::{self, axis, label, rule};
use crate::language::Language;
use crate::rests_on;
use crate::text::cut;
use maud::{Markup, html};
use portway_model::Model;
use portway_study::Bottleneck;
use portway_study::bottleneck::{Group, RankBy, Row};

const WIDTH: f64 = 1040.0;
const LEFT: f64 = 470.0;
const RIGHT: f64 = 170.0;
const TOP: f64 = 12.0;
const ROW: f64 = 26.0;
const BAR: f64 = 12.0;

/// Most rows that a drawing has; the table behind has all.
const MOST_BARS: usize = 16;

/// The report of a bottleneck.
pub fn bottleneck(language: Language, found: &Bottleneck, model: &Model) -> String {
    let heading = said::heading(found, language);
    let body = html! {
        (page::header(&heading, &said::answer(found, model, language)))
        @let more = said::more(found, model, language);
        @if !more.is_empty() { p { (more) } }
        (page::notes(language, &found.diagnostics))
        (figure::section(&language.word("bottleneck-table-title"), &said::lead(found, language), &html! {
            (effects(found, model, language))
            @let not_tried = said::not_tried(found, language);
            @if !not_tried.is_empty() { p { (not_tried) } }
        }))
        (chain::section(found, model, language))
        (figure::section(&language.word("rests-on"), "", &html! {
            @for line in rests_on::lines(&found.rests_on, language) { p { (line) } }
            p { (said::rule(found, language)) }
        }))
    };
    page::page(language, &heading, &body)
}

fn effects(found: &Bottleneck, model: &Model, language: Language) -> Markup {
    let id = match found.by {
        RankBy::Hours => "bottleneck-chart",
        RankBy::Crossings => "bottleneck-chart-crossings",
        RankBy::P90 => "bottleneck-chart-p90",
    };
    let key = html! { ul.key { li { (language.word(id)) } } };
    let drawings = html! {
        @for (group, title) in GROUPS.into_iter().filter(|(group, _)| *group != Group::Demand) {
            @let (worth, _) = said::worth(found, group);
            @let told: Vec<&Row> = worth.into_iter().filter(|row| found.by.effect(row).difference.is_some()).collect();
            @let drawn = &told[..told.len().min(MOST_BARS)];
            @if !drawn.is_empty() { (drawing(found, drawn, &language.word(title), &language.word(id), model, language)) }
            @if told.len() > drawn.len() { p { (said::beyond(told.len() - drawn.len(), language)) } }
        }
    };
    let has_bars = !drawings.0.is_empty();
    let table = table(found, model, language);
    if has_bars { figure(language, &drawings, &key, &table) } else { table.markup(language) }
}

/// Bars of one group on a scale of their own: a side's lanes beside one place would hide the place.
fn drawing(
    found: &Bottleneck,
    rows: &[&Row],
    title: &str,
    description: &str,
    model: &Model,
    language: Language,
) -> Markup {
    let reach = |row: &&&Row| {
        let effect = found.by.effect(row);
        let (difference, half_width) = (effect.difference.unwrap_or(0.0), effect.half_width.unwrap_or(0.0));
        (difference - half_width, difference + half_width)
    };
    let low = rows.iter().map(|row| reach(&row).0).fold(0.0, f64::min);
    let high = rows.iter().map(|row| reach(&row).1).fold(0.0, f64::max);
    let margin = 0.04 * (high - low).max(1e-9);
    let x = Scale::new(low - margin, high + margin, LEFT, WIDTH - RIGHT);
    let top = TOP + 18.0;
    let bottom = top + ROW * rows.len() as f64;
    let unit = language.word(match found.by {
        RankBy::Hours => "bottleneck-hours",
        RankBy::Crossings => "bottleneck-crossings",
        RankBy::P90 => "bottleneck-p90",
    });
    let content = html! {
        (label(0.0, TOP, "strong", title))
        (axis::below(language, &ticks_between(x.from, x.to, 5), x, top - 4.0, bottom))
        (label(WIDTH, bottom + 16.0, "tick end", &unit))
        @for (index, row) in rows.iter().enumerate() {
            @let y = top + ROW * (index as f64 + 0.5);
            @let effect = found.by.effect(row);
            @let (from, to) = reach(&row);
            @let (zero, end) = (x.at(0.0), x.at(effect.difference.unwrap_or(0.0)));
            @let words = named(row, false, model, language);
            (label(0.0, y + 4.0, "small", &cut(&words, 78)))
            rect class=(if said::is_assumed(row) { "hollow" } else { "d0" })
                x=(c(zero.min(end))) y=(c(y - BAR / 2.0)) width=(c((zero - end).abs())) height=(c(BAR)) {}
            (rule(x.at(from), y, x.at(to), y, "mark"))
            @let said = said::effect(effect, found.by).map(|e| e.text_in(language)).unwrap_or_default();
            (label(WIDTH, y + 4.0, "small end", &said))
        }
        (rule(x.at(0.0), top - 6.0, x.at(0.0), bottom + 2.0, "zero"))
    };
    chart::svg("", WIDTH, bottom + 30.0, title, description, &content)
}

fn table(found: &Bottleneck, model: &Model, language: Language) -> Table {
    let ids = ["change", "crossings", "p90", "hours", "waiting", "replications", "evidence"];
    let headings = ids.map(|id| language.word(&format!("bottleneck-{id}")));
    let mut table = Table::new(&headings.each_ref().map(String::as_str));
    for (group, title) in GROUPS {
        let rows: Vec<&Row> = found.rows.iter().filter(|row| row.resource.group == group).collect();
        if rows.is_empty() {
            continue;
        }
        table.group(&language.word(title));
        for row in rows {
            let number = |by: RankBy| Cell::estimate(said::effect(by.effect(row), by));
            table.row(vec![
                Cell::Text(named(row, true, model, language)),
                number(RankBy::Crossings),
                number(RankBy::P90),
                number(RankBy::Hours),
                Cell::estimate(said::effect(row.waiting_hours_per_year, RankBy::Hours)),
                Cell::Number(row.replications.to_string()),
                Cell::Text(evidence(&row.resource.evidence, language)),
            ]);
        }
    }
    table
}

fn evidence(status: &str, language: Language) -> String {
    match status {
        "observed" | "design" | "derived" | "assumption" => language.word(&format!("status-{status}")),
        _ => "–".to_owned(),
    }
}

/// A row by its place and its change.
fn named(row: &Row, long: bool, model: &Model, language: Language) -> String {
    let colon = if language == Language::Zh { "：" } else { ": " };
    format!("{}{colon}{}", said::place(row, model, language), said::change(row, long, language))
}
