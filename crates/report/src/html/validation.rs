//! Observed beside simulated: each check on its own scale, where the shaded band is the range that counts as agreement.

use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::chart::path::c;
use crate::chart::scale::Scale;
use crate::chart::{self, dot, label, rect};
use crate::language::Language;
use crate::number;
use crate::table::{range, simulated, why};
use crate::text::cut_drawn;
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
    let heading = language.say("validation-heading", &[("title", title.into())]);
    let key = html! { ul.key { li { (language.word("validation-key")) } } };
    let drawings = html! { div.scroll { (drawing(language, validation)) } };
    let [title, lead] = language.words(["validation-title", "validation-lead"]);
    let body = html! {
        (page::header(&heading, &words::validation_answer(language, validation)))
        (page::notes(language, &validation.diagnostics))
        (figure::section(&title, &lead, &figure(language, &drawings, &key, &table(language, validation))))
        section {
            h2 { (language.word("rests-on")) }
            @for scenario in &validation.scenarios { p { (words::validated_scenario(language, scenario)) } }
            footer { p { (words::rests_on_validation(language, validation)) } }
        }
    };
    page::page(language, &heading, &body)
}

fn drawing(language: Language, validation: &Validation) -> Markup {
    let bottom = TOP + ROW * validation.rows.len() as f64;
    let content = html! {
        (label(LEFT, 14.0, "quiet", &language.word("validation-allowed")))
        (label(WIDTH, 14.0, "quiet end", &language.word("verdict")))
        @for (index, row) in validation.rows.iter().enumerate() { (check(language, row, TOP + ROW * index as f64)) }
    };
    chart::svg("", WIDTH, bottom + 4.0, &language.word("validation-title"), &language.word("validation-lead"), &content)
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
    let said = simulated(row).map_or_else(|| "–".to_owned(), |estimate| estimate.text_in(language));
    let observed = number::localised(&number::plain(row.observed), language);
    let values = [("observed", (&observed).into()), ("simulated", (&said).into())];
    let said = language.say("validation-observed-said", &values);
    html! {
        g {
            title { (row.note) }
            (label(0.0, middle + 4.0, "strong", &cut_drawn(&row.id, 14)))
            (label(104.0, middle + 4.0, "", &cut_drawn(&words::validated_measure(language, row), 46)))
            (rect(x.at(row.low), y, x.at(row.high) - x.at(row.low), 24.0, "allowed"))
            @if let Some(value) = row.simulated {
                @let hw = row.half_width.unwrap_or(0.0);
                line class=(class) x1=(c(x.at(value - hw))) x2=(c(x.at(value + hw))) y1=(c(middle)) y2=(c(middle)) {}
                (dot(x.at(value), middle, 5.5, class))
            }
            (dot(x.at(row.observed), middle, 4.0, "seen"))
            (label(WIDTH - RIGHT + 14.0, middle + 4.0, "small", &said))
            @let class = if row.verdict == Verdict::Misses { "bad end" } else { "end" };
            (label(WIDTH, middle + 4.0, class, &language.word(words::verdict(row.verdict))))
        }
    }
}

fn table(language: Language, validation: &Validation) -> Table {
    let headings = ["check", "seen", "simulated", "allowed", "verdict", "scenario", "measure", "source"];
    let mut table = Table::new(&language.words(headings));
    for row in &validation.rows {
        let why = why(language, row);
        let verdict =
            html! { span class=(words::verdict(row.verdict)) { (language.word(words::verdict(row.verdict))) } };
        table.row(vec![
            Cell::Text(row.id.clone()),
            Cell::Number(number::plain(row.observed)),
            Cell::estimate(simulated(row)),
            Cell::Number(range(row)),
            Cell::Markup(verdict),
            Cell::Text(words::list(language, &[row.scenario.clone(), language.iso_dates(&row.from, &row.to)])),
            Cell::Text(words::validated_measure(language, row)),
            Cell::Text(match why {
                None => row.source.clone(),
                Some(why) => {
                    language.say("validation-source", &[("source", (&row.source).into()), ("why", (&why).into())])
                }
            }),
        ]);
    }
    table
}
