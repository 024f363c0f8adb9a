//! What decides an answer: one bar for each input from the answer at its low to the answer at its high.

use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::chart::path::c;
use crate::chart::scale::{Scale, ticks_between};
use crate::chart::{self, axis, label, rule};
use crate::language::Language;
use crate::sensitivity::{self as say, short};
use crate::text::cut;
use crate::view;
use crate::{ranking, rests_on};
use maud::{Markup, html};
use portway_model::Model;
use portway_study::Sensitivity;
use portway_study::ranking::Spread;
use portway_study::sensitivity::{InputEffect, SensitivityAnswer, Status, Weight};

const WIDTH: f64 = 860.0;
const LEFT: f64 = 262.0;
const RIGHT: f64 = 96.0;
const TOP: f64 = 26.0;
const ROW: f64 = 34.0;
const BAR: f64 = 15.0;
/// Shortest bar that can be seen beside the longest, as a part of it; the table has all.
const SHORTEST: f64 = 0.01;

/// The report of an analysis.
pub fn sensitivity(language: Language, sensitivity: &Sensitivity, model: &Model) -> String {
    let heading = say::heading(sensitivity, language);
    let answers: Vec<String> =
        sensitivity.answers.iter().map(|answer| say::answer(sensitivity, answer, model, language)).collect();
    let body = html! {
        (page::header(&heading, answers.first().map_or("", String::as_str)))
        @for more in answers.iter().skip(1) { p.answer.more { (more.replace(" %", "\u{a0}%")) } }
        (page::notes(language, &sensitivity.diagnostics))
        @for answer in &sensitivity.answers {
            @let content = html! { (tornado(language, sensitivity, answer, model)) (screening(language, sensitivity, answer)) };
            (figure::section(&say::title(answer, model, language), &say::spread_of(answer, language), &content))
        }
        (list(language, "sensitivity-aside-title", &say::set_aside(sensitivity)))
        (list(language, "sensitivity-rest-title", &say::rest(sensitivity)))
        (fixed(language, sensitivity))
        (figure::section(&language.word("rests-on"), "", &html! {
            @for line in rests_on::lines(&sensitivity.rests_on, language) { p { (line) } }
            p { (say::method(sensitivity, language)) }
            @if let Some(growing) = say::growing(sensitivity, language) { p { (growing) } }
        }))
    };
    page::page(language, &heading, &body)
}

/// Length of the bar of an input from the one end to the other, whichever way it goes.
fn length(row: &InputEffect) -> f64 {
    let reach = |spread: Option<Spread>| spread.and_then(|spread| spread.mean).unwrap_or(0.0);
    let (low, high) = (reach(row.at_low), reach(row.at_high));
    low.max(high).max(0.0) - low.min(high).min(0.0)
}

/// Inputs that were moved alone, the longest bar first.
fn bars(answer: &SensitivityAnswer) -> Vec<&InputEffect> {
    let mut rows: Vec<&InputEffect> =
        answer.rows.iter().filter(|row| row.mean_absolute > 0.0 && row.at_low.is_some()).collect();
    rows.sort_by(|a, b| length(b).total_cmp(&length(a)));
    rows
}

fn tornado(language: Language, sensitivity: &Sensitivity, answer: &SensitivityAnswer, model: &Model) -> Markup {
    let title = say::title(answer, model, language);
    let rows = bars(answer);
    let table = behind(language, sensitivity, answer, &rows);
    let longest = rows.first().map_or(0.0, |row| length(row));
    let rows: Vec<&InputEffect> = rows.into_iter().filter(|row| length(row) >= SHORTEST * longest).collect();
    let Some(written) = answer.written.mean.filter(|_| !rows.is_empty()) else { return table.markup(language) };
    let scale = crate::words::scale_of(&answer.asked.unit);
    let ends = |row: &InputEffect| {
        [row.at_low, row.at_high].map(|end| {
            let end = end.unwrap_or_default();
            let value = (written + end.mean.unwrap_or(0.0)) * scale;
            (value, end.half_width.unwrap_or(0.0) * scale)
        })
    };
    let all: Vec<(f64, f64)> = rows.iter().flat_map(|row| ends(row)).collect();
    let at = written * scale;
    let low = all.iter().map(|(value, hw)| value - hw).fold(at, f64::min);
    let high = all.iter().map(|(value, hw)| value + hw).fold(at, f64::max);
    let margin = 0.06 * (high - low).max(0.02 * at.abs());
    let x = Scale::new(low - margin, high + margin, LEFT, WIDTH - RIGHT);
    let bottom = TOP + ROW * rows.len() as f64;
    let said = ranking::spread(answer.written, &answer.asked.unit).map(|value| value.text_in(language));
    let content = html! {
        (axis::below(language, &ticks_between(x.from, x.to, 6), x, TOP - 4.0, bottom))
        (rule(x.at(at), TOP - 6.0, x.at(at), bottom + 2.0, "zero"))
        (label(x.at(at), 12.0, "small mid", &language.say("sensitivity-as-written", &[("value", (&said.unwrap_or_default()).into())])))
        (label(WIDTH, 12.0, "small end quiet", &language.word("sensitivity-total")))
        @for (index, row) in rows.iter().enumerate() {
            @let y = TOP + ROW * (index as f64 + 0.5);
            @let input = &sensitivity.inputs[row.input];
            (label(0.0, y - 2.0, if row.weight == Weight::Decides { "small strong" } else { "small" }, &cut(&short(&input.path), 38)))
            (label(0.0, y + 12.0, "tick", &cut(&say::range(input, language), 44)))
            @for ((value, half_width), end) in ends(row).into_iter().zip(["low", "high"]) {
                @let hollow = if input.status == Status::Assumption { "hollow" } else { "solid" };
                (bar(x, at, value, y, &format!("{end} {hollow}")))
                @if half_width > 0.0 && (value - at).abs() > 0.0 {
                    (rule(x.at(value - half_width), y, x.at(value + half_width), y, "mark"))
                }
            }
            (label(WIDTH, y + 4.0, "small end", &say::share(row.total, language)))
        }
    };
    let key = html! { ul.key {
        li { span.swatch.low {} (language.word("sensitivity-key-low")) }
        li { span.swatch.high {} (language.word("sensitivity-key-high")) }
        li { (language.word("sensitivity-key-hollow")) }
        li { (language.word("sensitivity-key-line")) }
    } };
    let drawing =
        chart::svg("tornado", WIDTH, bottom + 22.0, &title, &language.word("sensitivity-description"), &content);
    figure(language, &drawing, &key, &table)
}

/// A bar from the answer as written to the answer at one end; drawn inside its outline, so that hollow ones keep their length.
fn bar(x: Scale, from: f64, to: f64, y: f64, class: &str) -> Markup {
    let (a, b) = (x.at(from.min(to)), x.at(from.max(to)));
    html! {
        @if b - a > 0.3 {
            rect class=(class) x=(c(a)) y=(c(y - BAR / 2.0)) width=(c(b - a)) height=(c(BAR)) {}
        }
    }
}

fn behind(language: Language, sensitivity: &Sensitivity, answer: &SensitivityAnswer, rows: &[&InputEffect]) -> Table {
    let ids =
        ["sensitivity-input", "sensitivity-varied", "sensitivity-status", "sensitivity-at-low", "sensitivity-at-high"];
    let mut table = Table::new(&language.words(ids));
    let unit = &answer.asked.unit;
    for row in rows {
        let input = &sensitivity.inputs[row.input];
        table.row(vec![
            Cell::Code(input.path.clone()),
            Cell::Text(say::range(input, language)),
            Cell::Text(language.word(status(input.status))),
            Cell::estimate(say::moved(row.at_low, unit)),
            Cell::estimate(say::moved(row.at_high, unit)),
        ]);
    }
    table
}

/// All inputs by what the screening and the shares of the variance say of them.
fn screening(language: Language, sensitivity: &Sensitivity, answer: &SensitivityAnswer) -> Markup {
    let [input, chance, real, first, total] = language.words([
        "sensitivity-input",
        "sensitivity-noise",
        "sensitivity-real",
        "sensitivity-first",
        "sensitivity-total",
    ]);
    let mut table = Table::new(&[input, "μ*".to_owned(), "σ".to_owned(), chance, real, first, total]);
    let unit = &answer.asked.unit;
    let number = |value: Option<f64>, half_width: Option<f64>| {
        Cell::estimate(value.map(|value| view::in_unit(value, half_width, unit)))
    };
    for row in &answer.rows {
        table.row(vec![
            Cell::Code(short(&sensitivity.inputs[row.input].path)),
            number(Some(row.mean_absolute), row.mean_absolute_half_width),
            number(row.spread, None),
            number(row.noise, None),
            Cell::Text(language.word(if row.real { "sensitivity-yes" } else { "sensitivity-no" })),
            Cell::Number(say::share(row.first, language)),
            Cell::Number(say::share(row.total, language)),
        ]);
    }
    html! {
        details {
            summary { (language.word("sensitivity-all-effects")) }
            p { (language.word("sensitivity-effects-note")) }
            (table.markup(language))
        }
    }
}

fn list(language: Language, title: &str, names: &[String]) -> Markup {
    let title = language.say(title, &[("count", names.len().into())]);
    html! {
        @if !names.is_empty() {
            (figure::section(&title, "", &html! { p.names { @for name in names { code { (name) } " " } } }))
        }
    }
}

fn fixed(language: Language, sensitivity: &Sensitivity) -> Markup {
    let (without, mistaken) = say::fixed(sensitivity, language);
    html! {
        (list(language, "sensitivity-without-range", &without))
        @if !mistaken.is_empty() {
            (figure::section(&language.word("sensitivity-mistakes"), "", &html! { ul { @for line in &mistaken { li { (line) } } } }))
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Observed => "status-observed",
        Status::Design => "status-design",
        Status::Derived => "status-derived",
        Status::Assumption => "status-assumption",
    }
}
