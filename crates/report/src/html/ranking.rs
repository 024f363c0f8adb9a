//! Several scenarios from best to worst, each with its interval.

use super::figure::{self, Cell, Table, figure};
use super::page;
use crate::chart::path::c;
use crate::chart::scale::{Scale, ticks_between};
use crate::chart::{self, axis, dot, label};
use crate::language::Language;
use crate::ranking;
use crate::rests_on;
use crate::text::cut_drawn;
use maud::{Markup, html};
use portway_model::Model;
use portway_study::Ranking;
use portway_study::ranking::{RankedScenario, Standing};

const WIDTH: f64 = 860.0;
const LEFT: f64 = 220.0;
const RIGHT: f64 = 130.0;
const TOP: f64 = 12.0;
const ROW: f64 = 28.0;

/// The report of a ranking.
pub fn ranking(language: Language, ranking: &Ranking, model: &Model) -> String {
    let heading = ranking::heading(ranking, language);
    let title = format!("{}: {}", language.word("ranking-title"), ranking::by(&ranking.by, model, language));
    let body = html! {
        (page::header(&heading, &ranking::answer(ranking, model, language)))
        (page::notes(language, &ranking.diagnostics))
        (figure::section(&title, "", &figure(language, &drawing(ranking, &title, language), &key(language), &by_rank(ranking, language))))
        @if !ranking.beside.is_empty() {
            (figure::section(&language.word("ranking-beside-title"), "", &beside(ranking, model, language).markup(language)))
        }
        (figure::section(&language.word("rests-on"), "", &html! {
            @for line in rests_on::lines(&ranking.rests_on, language) { p { (line) } }
            p { (ranking::rule(ranking, language)) }
        }))
    };
    page::page(language, &heading, &body)
}

fn key(language: Language) -> Markup {
    html! { ul.key { li { (language.word("ranking-chart")) } } }
}

/// The interval of a row in the unit as people write it.
fn reach(row: &RankedScenario, scale: f64) -> Option<(f64, f64)> {
    let (mean, half_width) = (row.value.mean? * scale, row.value.half_width.unwrap_or(0.0) * scale);
    Some((mean - half_width, mean + half_width))
}

fn drawing(ranking: &Ranking, title: &str, language: Language) -> Markup {
    let unit = &ranking.by.unit;
    let scale = crate::words::scale_of(unit);
    let reaches: Vec<(f64, f64)> = ranking.rows.iter().filter_map(|row| reach(row, scale)).collect();
    let low = reaches.iter().map(|r| r.0).fold(f64::INFINITY, f64::min);
    let high = reaches.iter().map(|r| r.1).fold(f64::NEG_INFINITY, f64::max);
    if reaches.is_empty() {
        return html! {};
    }
    let margin = 0.08 * (high - low).max(high.abs() * 0.02);
    let x = Scale::new(low - margin, high + margin, LEFT, WIDTH - RIGHT);
    let bottom = TOP + ROW * ranking.rows.len() as f64;
    let content = html! {
        (axis::below(language, &ticks_between(x.from, x.to, 6), x, TOP - 4.0, bottom))
        @for (index, row) in ranking.rows.iter().enumerate() {
            @let y = TOP + ROW * (index as f64 + 0.5);
            (label(0.0, y + 4.0, if row.standing == Standing::Chosen { "small strong" } else { "small" }, &cut_drawn(&row.scenario, 34)))
            @if let (Some((from, to)), Some(mean)) = (reach(row, scale), row.value.mean) {
                line class="s0" stroke-width="2.5" x1=(c(x.at(from))) x2=(c(x.at(to))) y1=(c(y)) y2=(c(y)) {}
                (match row.standing {
                    Standing::Chosen => dot(x.at(mean * scale), y, 5.5, "d0"),
                    Standing::InQuestion => dot(x.at(mean * scale), y, 5.0, "simulated"),
                    _ => dot(x.at(mean * scale), y, 2.5, "d0"),
                })
                @let said = ranking::spread(row.value, unit).map(|value| value.text_in(language)).unwrap_or_default();
                (label(WIDTH, y + 4.0, "small end", &said))
            } @else {
                (label(WIDTH, y + 4.0, "small end bad", &ranking::standing(row.standing, language)))
            }
        }
    };
    chart::svg("", WIDTH, bottom + 22.0, title, &language.word("ranking-description"), &content)
}

fn by_rank(ranking: &Ranking, language: Language) -> Table {
    let ids = ["scenario", "value", "difference", "replications", "standing"];
    let headings = ids.map(|id| language.word(&format!("ranking-{id}")));
    let mut table = Table::new(&headings.each_ref().map(String::as_str));
    for row in &ranking.rows {
        table.row(vec![
            Cell::Text(scenario(row)),
            Cell::estimate(ranking::spread(row.value, &ranking.by.unit)),
            Cell::estimate(ranking::difference(row.behind, &ranking.by.unit)),
            Cell::Number(row.replications.to_string()),
            Cell::Text(ranking::standing(row.standing, language)),
        ]);
    }
    table
}

fn beside(ranking: &Ranking, model: &Model, language: Language) -> Table {
    let mut headings = vec![language.word("ranking-scenario")];
    headings.extend(ranking.beside.iter().map(|asked| ranking::by(asked, model, language)));
    let mut table = Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    for row in &ranking.rows {
        let numbers = row.beside.iter().zip(&ranking.beside);
        let numbers = numbers.map(|(spread, asked)| Cell::estimate(ranking::spread(*spread, &asked.unit)));
        table.row(std::iter::once(Cell::Text(scenario(row))).chain(numbers).collect());
    }
    table
}

fn scenario(row: &RankedScenario) -> String {
    if row.title == row.scenario { row.scenario.clone() } else { format!("{}: {}", row.scenario, row.title) }
}
