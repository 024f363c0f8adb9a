//! What projects bring, on the page: dots with intervals, and tables behind them.

use crate::chart::scale::{Scale, ticks_between};
use crate::chart::{self, axis, dot, label, rule};
use crate::html::figure::{self, Cell, Table, figure};
use crate::language::Language;
use crate::number;
use crate::programme::effect as said;
use crate::text::cut_drawn;
use maud::{Markup, html};
use portway_study::Programme;
use portway_study::programme::{Change, Effect, Effects, ProjectRow};

const WIDTH: f64 = 1040.0;
const LEFT: f64 = 290.0;
const RIGHT: f64 = 190.0;
const TOP: f64 = 30.0;
const ROW: f64 = 26.0;
/// Latin letters that fit in front of the drawing.
const LETTERS: usize = 40;

/// A line of a drawing.
struct Line {
    title: String,
    low: f64,
    middle: f64,
    high: f64,
    written: String,
}

pub(super) fn section(language: Language, programme: &Programme, effects: &Effects) -> Markup {
    let told = said::told(programme, effects);
    let crossings = told.iter().filter_map(|(row, effect)| {
        let Change { difference, half_width, .. } = effect.crossings_per_day;
        let (middle, reach) = (difference?, half_width.unwrap_or(0.0));
        let written = said::crossings(effect.crossings_per_day)?.text_in(language);
        Some(Line { title: row.title.clone(), low: middle - reach, middle, high: middle + reach, written })
    });
    let lost = told.iter().filter_map(|(row, effect)| {
        let loss = effect.slip.filter(|_| !effect.crossings_per_day.is_nothing())?.crossings;
        let written = number::localised(&number::estimate_within(loss.mean, None, 0).value, language);
        Some(Line { title: row.title.clone(), low: loss.p10, middle: loss.mean, high: loss.p90, written })
    });
    let (crossings, lost): (Vec<Line>, Vec<Line>) = (crossings.collect(), lost.collect());
    let drawings = html! {
        div.scroll { (drawing(language, "programme-chart-crossings", &crossings)) }
        @if !lost.is_empty() { div.scroll { (drawing(language, "programme-chart-lost", &lost)) } }
    };
    let key = html! {
        ul.key {
            li { (language.word("programme-key-effect")) }
            @if !lost.is_empty() { li { (language.word("programme-key-lost")) } }
        }
    };
    let scenario = &effects.rests_on.scenario_title;
    let window = language.iso_dates(&effects.rests_on.from, &effects.rests_on.to);
    let lead = [("scenario", scenario.into()), ("window", (&window).into())];
    let content = html! {
        @if !crossings.is_empty() { (figure(language, &drawings, &key, &groups(language, &told))) }
        @for line in said::untold(programme, effects, language) { p { (line) } }
        @if !told.is_empty() {
            h3 { (language.word("programme-added-title")) }
            (amounts(language, &told).markup(language))
        }
        @if let Some(costs) = costs(language, &told) {
            h3 { (language.word("programme-costs-title")) }
            (costs.markup(language))
        }
        @if told.iter().any(|(_, effect)| !effect.lanes.is_empty()) {
            h3 { (language.word("programme-lanes-title")) }
            (lanes(language, &told).markup(language))
        }
    };
    figure::section(&language.word("programme-effects-title"), &language.say("programme-effects-lead", &lead), &content)
}

fn drawing(language: Language, id: &str, lines: &[Line]) -> Markup {
    let low = lines.iter().map(|line| line.low).fold(0.0, f64::min);
    let high = lines.iter().map(|line| line.high).fold(0.0, f64::max);
    let margin = 0.04 * (high - low).max(1.0);
    let x = Scale::new(low - margin, high + margin, LEFT, WIDTH - RIGHT);
    let bottom = TOP + ROW * lines.len() as f64;
    let title = language.word(id);
    let content = html! {
        (label(0.0, 14.0, "strong", &title))
        (axis::below(language, &ticks_between(x.from, x.to, 5), x, TOP - 4.0, bottom))
        (rule(x.at(0.0), TOP - 6.0, x.at(0.0), bottom + 2.0, "zero"))
        @for (index, line) in lines.iter().enumerate() {
            @let y = TOP + ROW * (index as f64 + 0.5);
            g {
                title { (line.title) }
                (label(0.0, y + 4.0, "small", &cut_drawn(&line.title, LETTERS)))
                (rule(x.at(line.low), y, x.at(line.high), y, "mark"))
                (dot(x.at(line.middle), y, 4.5, "seen"))
                (label(WIDTH, y + 4.0, "small end", &line.written))
            }
        }
    };
    chart::svg("", WIDTH, bottom + 34.0, &title, &title, &content)
}

/// A heading of the terminal's table on one line; Chinese has no space between words.
fn heading(language: Language, id: &str) -> String {
    let between = if language == Language::Zh { "" } else { " " };
    language.word(&format!("programme-{id}")).replace('\n', between)
}

type Told<'p> = [(&'p ProjectRow, &'p Effect)];

/// Crossings and times of people and of vehicles, without each project and how they change.
fn groups(language: Language, told: &Told<'_>) -> Table {
    let ids = ["who", "crossings-without", "crossings", "mean-without", "mean", "p90-without", "p90"];
    let mut table = Table::new(&ids.map(|id| heading(language, id)));
    for (row, effect) in told {
        table.group(&row.title);
        for of in &effect.groups {
            let mean = |change: Change, decimals: i32| {
                Cell::estimate(change.without.map(|value| number::estimate_within(value, None, decimals)))
            };
            table.row(vec![
                Cell::Text(said::group(of.group, language)),
                mean(of.crossings_per_day, 1),
                Cell::estimate(said::crossings(of.crossings_per_day)),
                mean(of.door_to_door_h, 2),
                Cell::estimate(said::hours(of.door_to_door_h)),
                mean(of.p90_h, 2),
                Cell::estimate(said::hours(of.p90_h)),
            ]);
        }
    }
    table
}

/// What is added a day.
fn amounts(language: Language, told: &Told<'_>) -> Table {
    let ids = ["project", "crossings", "hours-saved", "seats", "cargo"];
    let mut table = Table::new(&ids.map(|id| heading(language, id)));
    for (row, effect) in told {
        table.row(vec![
            Cell::Text(row.title.clone()),
            Cell::estimate(said::crossings(effect.crossings_per_day)),
            Cell::estimate(said::whole(effect.hours_saved_per_day)),
            Cell::estimate(said::whole(effect.seats_per_day)),
            Cell::estimate(said::whole(effect.cargo_t_per_day)),
        ]);
    }
    table
}

/// What a daily crossing costs, and what a slip costs; nothing where neither is known.
fn costs(language: Language, told: &Told<'_>) -> Option<Table> {
    let mut headings: Vec<String> = language.words(["programme-project", "programme-price-heading"]).into();
    for id in ["programme-lost", "programme-lost-hours"] {
        headings.push(language.word(id));
        headings.extend(["P10", "P90"].map(str::to_owned));
    }
    let mut table = Table::new(&headings);
    let has_any = |effect: &Effect| effect.slip.is_some() || effect.cost_per_daily_crossing.is_some();
    for (row, effect) in told.iter().filter(|(_, effect)| has_any(effect)) {
        let price = effect.cost_per_daily_crossing.as_ref();
        let mut cells = vec![
            Cell::Text(row.title.clone()),
            Cell::Text(price.map_or_else(|| "–".to_owned(), |price| said::price(price, language))),
        ];
        for lost in [effect.slip.map(|loss| loss.crossings), effect.slip.and_then(|loss| loss.hours)] {
            let written = lost.map(said::spread).map_or([None, None, None], |all| all.map(Some));
            cells.extend(written.map(Cell::estimate));
        }
        table.row(cells);
    }
    told.iter().any(|(_, effect)| has_any(effect)).then_some(table)
}

fn lanes(language: Language, told: &Told<'_>) -> Table {
    let ids = ["place", "without", "with"];
    let mut table = Table::new(&ids.map(|id| language.word(&format!("programme-{id}"))));
    for (row, effect) in told.iter().filter(|(_, effect)| !effect.lanes.is_empty()) {
        table.group(&row.title);
        for of in &effect.lanes {
            let cells = [of.without_per_day, of.with_per_day].map(|value| Cell::estimate(said::per_day(value)));
            table.row(std::iter::once(Cell::Text(said::lane_title(of, language))).chain(cells).collect());
        }
    }
    table
}
