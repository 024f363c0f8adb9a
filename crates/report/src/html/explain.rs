//! The page of an explanation: the number, its parts one after the other, the inputs behind each, what it rests on.

use super::figure::{self, Cell, Table, figure};
use super::page::{self, hue};
use crate::chart::axis;
use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, label, rect};
use crate::explain::{self, Told};
use crate::language::Language;
use crate::number;
use crate::rests_on;
use crate::text::cut;
use crate::view;
use crate::words;
use maud::{Markup, html};
use portway_model::element::Model;
use portway_study::explain::{Explanation, InputRow, TakenApart};

const WIDTH: f64 = 1040.0;
const LEFT: f64 = 400.0;
const RIGHT: f64 = 170.0;
const TOP: f64 = 6.0;
const ROW: f64 = 26.0;
const BAR: f64 = 16.0;

/// The report of an explanation.
pub fn explain(language: Language, explanation: &Explanation, model: &Model) -> String {
    let told = Told { explanation, model, language };
    let heading = told.heading();
    let title = match explanation.by {
        TakenApart::Traffic => "explain-title-traffic",
        _ => "explain-title-places",
    };
    let body = html! {
        (page::header(&heading, &told.answer()))
        p.lead { (told.definition()) }
        (page::notes(language, &explanation.diagnostics))
        @if explanation.parts.is_empty() {
            @if explanation.by == TakenApart::Whole && explanation.value.is_some() { p { (language.word("explain-no-parts")) } }
        } @else {
            @let drawings = html! { div.scroll { (drawing(&told)) } };
            (figure::section(&language.word(title), "", &figure(language, &drawings, &html! {}, &parts(&told))))
        }
        @if !explanation.beside.is_empty() {
            (figure::section(&language.word("explain-beside"), "", &beside(&told).markup(language)))
        }
        (inputs(&told))
        section {
            h2 { (language.word("rests-on")) }
            @for line in rests_on::lines(&explanation.rests_on, language) { p { (line) } }
        }
    };
    page::page(language, &heading, &body)
}

/// Each part begins where the one before ends, so that the last ends at the whole.
fn drawing(told: &Told<'_>) -> Markup {
    let (explanation, language) = (told.explanation, told.language);
    let scale = crate::words::scale_of(&explanation.parts_unit);
    let parts: Vec<f64> = explanation.parts.iter().map(|part| part.value.mean.max(0.0) * scale).collect();
    let whole: f64 = parts.iter().sum();
    let bottom = TOP + ROW * parts.len() as f64;
    let ticks = ticks_from_zero(whole, 6);
    let x = Scale::new(0.0, ticks.last().copied().unwrap_or(1.0), LEFT, WIDTH - RIGHT);
    let content = html! {
        (axis::below(language, &ticks, x, TOP, bottom))
        (label(WIDTH - RIGHT + 10.0, bottom + 16.0, "tick", &told.unit()))
        @for (row, part) in explanation.parts.iter().enumerate() {
            @let y = TOP + ROW * row as f64 + (ROW - BAR) / 2.0;
            @let start: f64 = parts[..row].iter().sum();
            @let hue = hue(told.model.directions.find(&part.direction).map_or(0, |id| id.index()));
            (label(0.0, y + 12.5, "", &cut(&told.name(part), 62)))
            (rect(x.at(start), y, (x.at(start + parts[row]) - x.at(start)).max(1.0), BAR, &format!("d{hue}")))
            @let value = told.value(part.value).text_in(language);
            @let share = number::localised(&number::quantity(part.share * 100.0, None, 1).value, language);
            (label(x.at(start + parts[row]) + 7.0, y + 12.5, "small", &format!("{value} ({share} %)")))
        }
    };
    let measure = words::measure_title(language, &explanation.measure);
    let title = language.say("explain-drawing", &[("measure", (&measure).into())]);
    chart::svg("", WIDTH, bottom + 24.0, &title, &told.answer(), &content)
}

fn parts(told: &Told<'_>) -> Table {
    let (explanation, language) = (told.explanation, told.language);
    let visits = match explanation.by {
        TakenApart::Places => "explain-visits-vehicle",
        _ => "explain-visits-day",
    };
    let by_visits = explanation.parts.iter().any(|part| part.minutes_per_visit.is_some());
    let mut headings = vec![language.word("explain-part"), told.unit(), language.word("explain-share")];
    if by_visits {
        headings.extend([language.word(visits), language.word("explain-minutes")]);
    }
    let mut table = Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    for part in &explanation.parts {
        let share = number::quantity(part.share * 100.0, None, 1);
        let mut cells = vec![
            Cell::Text(told.name(part)),
            Cell::estimate(Some(told.value(part.value))),
            Cell::estimate(Some(share)),
        ];
        if by_visits {
            cells.extend(Told::visits(part).map(Cell::estimate));
        }
        table.row(cells);
    }
    for (word, figure) in [
        ("explain-rest", explanation.rest),
        ("explain-whole", explanation.value.filter(|_| explanation.unit == explanation.parts_unit)),
    ] {
        if let Some(figure) = figure {
            table.row(vec![Cell::Text(language.word(word)), Cell::estimate(Some(told.value(figure)))]);
        }
    }
    table
}

fn beside(told: &Told<'_>) -> Table {
    let mut table = Table::new(&["", ""]);
    for beside in &told.explanation.beside {
        let value = view::in_unit(beside.value.mean, beside.value.half_width, &beside.unit);
        table.row(vec![Cell::Text(told.beside(beside)), Cell::estimate(Some(value))]);
    }
    table
}

/// The inputs under the part that each enters first, the largest parts first.
fn inputs(told: &Told<'_>) -> Markup {
    let (explanation, language) = (told.explanation, told.language);
    let mut table = Table::new(&language.words(["input", "status", "plausible-range", "source"]));
    let mut shown = vec![false; explanation.inputs.len()];
    let mut group = |title: &str, indices: &[usize]| {
        let fresh: Vec<usize> =
            indices.iter().copied().filter(|index| !std::mem::replace(&mut shown[*index], true)).collect();
        if !fresh.is_empty() {
            table.group(title);
        }
        for input in fresh.into_iter().map(|index| &explanation.inputs[index]) {
            let range = if (&input.low, &input.high) == (&String::new(), &String::new()) {
                String::new()
            } else {
                format!("{} – {}", input.low, input.high)
            };
            table.row(vec![
                // A path is long, and so is a value: they stand one above the other.
                Cell::Markup(html! {
                    div style="min-width:24em" { code { (input.path) } br; code { b { (input.value) } } }
                }),
                Cell::Markup(status(language, input)),
                Cell::Text(range),
                Cell::Text(input.source.clone()),
            ]);
        }
    };
    for part in explanation.largest_parts(f64::INFINITY) {
        group(&told.name(&explanation.parts[part]), &explanation.parts[part].inputs);
    }
    let rest = if explanation.by == TakenApart::Whole { "explain-inputs-scope" } else { "explain-inputs-demand" };
    group(&language.word(rest), &explanation.demand);
    let (assumed, all) = told.assumed();
    if all == 0 {
        return html! {};
    }
    let title = language.say("explain-inputs-title", &[("assumed", assumed.into()), ("all", all.into())]);
    figure::section(&title, "", &table.markup(language))
}

fn status(language: Language, input: &InputRow) -> Markup {
    if input.status.is_empty() {
        return html! { (explain::mark(input).to_string()) };
    }
    html! { span.status { i class=(input.status) {} (language.word(&format!("status-{}", input.status))) } }
}
