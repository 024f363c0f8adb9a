//! Observed beside simulated: each check on its own scale, where the shaded band is the range that counts as agreement.

use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::chart::path::c;
use crate::chart::scale::Scale;
use crate::chart::{self, dot, label, rect};
use crate::language::Language;
use crate::number;
use crate::table::{range, simulated};
use crate::text::cut;
use crate::words;
use maud::{Markup, html};
use portway_study::{Validation, ValidationRow, Verdict};

const WIDTH: f64 = 1040.0;
const LEFT: f64 = 420.0;
const RIGHT: f64 = 260.0;
const TOP: f64 = 34.0;
const ROW: f64 = 34.0;

/// How many widths of the allowed range are drawn on either side of it; further values stand at the edge.
const BEYOND: f64 = 1.0;

/// The report of a validation; `title` is the corridor's.
pub fn validation(language: Language, validation: &Validation, title: &str) -> String {
    let heading = words::validation_heading(title);
    let key = html! { ul.key { li { (words::KEY_VALIDATION) } } };
    let drawings = html! { div.scroll { (drawing(language, validation)) } };
    let body = html! {
        (page::header(&heading, &words::validation_answer(validation)))
        (page::notes(language, &validation.diagnostics))
        (figure::section(words::VALIDATION_TITLE, words::VALIDATION_LEAD, &figure(language, &drawings, &key, &table(language, validation))))
        section {
            h2 { (words::RESTS_ON_TITLE) }
            @for scenario in &validation.scenarios { p { (words::validated_scenario(scenario)) } }
            footer { p { (words::rests_on_validation(validation)) } }
        }
    };
    page::page(language, &heading, &body)
}

fn drawing(language: Language, validation: &Validation) -> Markup {
    let bottom = TOP + ROW * validation.rows.len() as f64;
    let content = html! {
        (label(LEFT, 14.0, "quiet", words::OBSERVED_AND_SIMULATED))
        (label(WIDTH, 14.0, "quiet end", &language.word("verdict")))
        @for (index, row) in validation.rows.iter().enumerate() { (check(language, row, TOP + ROW * index as f64)) }
    };
    chart::svg("", WIDTH, bottom + 4.0, words::VALIDATION_TITLE, words::VALIDATION_LEAD, &content)
}

fn check(language: Language, row: &ValidationRow, y: f64) -> Markup {
    let width = (row.high - row.low).max(1e-9);
    let x = Scale::new(row.low - BEYOND * width, row.high + BEYOND * width, LEFT, WIDTH - RIGHT);
    let middle = y + 12.0;
    let class = match row.verdict {
        Verdict::Agrees => "simulated",
        Verdict::Misses => "missed",
        Verdict::CannotTell => "unclear",
    };
    let said = simulated(row).map_or_else(|| "–".to_owned(), |estimate| estimate.text());
    html! {
        g {
            title { (row.note) }
            (label(0.0, middle + 4.0, "strong", &cut(&row.id, 14)))
            (label(104.0, middle + 4.0, "", &cut(&words::validated_measure(row), 46)))
            (rect(x.at(row.low), y, x.at(row.high) - x.at(row.low), 24.0, "allowed"))
            @if let Some(value) = row.simulated {
                @let hw = row.half_width.unwrap_or(0.0);
                line class=(class) x1=(c(x.at(value - hw))) x2=(c(x.at(value + hw))) y1=(c(middle)) y2=(c(middle)) {}
                (dot(x.at(value), middle, 5.5, class))
            }
            (dot(x.at(row.observed), middle, 4.0, "seen"))
            (label(WIDTH - RIGHT + 14.0, middle + 4.0, "small", &words::observed_said(&number::plain(row.observed), &said)))
            @let class = if row.verdict == Verdict::Misses { "bad end" } else { "end" };
            (label(WIDTH, middle + 4.0, class, &language.word(words::verdict(row.verdict))))
        }
    }
}

fn table(language: Language, validation: &Validation) -> Table {
    let headings = ["check", "seen", "simulated", "allowed", "verdict", "scenario", "measure", "source"];
    let mut table = Table::new(&language.words(headings));
    for row in &validation.rows {
        let why =
            [row.reason.as_str(), row.note.as_str()].into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let verdict =
            html! { span class=(words::verdict(row.verdict)) { (language.word(words::verdict(row.verdict))) } };
        table.row(vec![
            Cell::Text(row.id.clone()),
            Cell::Number(number::plain(row.observed)),
            Cell::estimate(simulated(row)),
            Cell::Number(range(row)),
            Cell::Markup(verdict),
            Cell::Text(format!("{}, {} – {}", row.scenario, row.from, row.to)),
            Cell::Text(words::validated_measure(row)),
            Cell::Text(if why.is_empty() { row.source.clone() } else { format!("{}. {why}", row.source) }),
        ]);
    }
    table
}
