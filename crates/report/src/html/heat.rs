//! When waiting is longest: mean wait by weekday and hour of leaving.

use super::figure::{self, Cell, Table, figure};
use super::page::hue;
use crate::chart::path::c;
use crate::chart::{self, label, ramp};
use crate::language::Language;
use crate::number;
use crate::view::{self, View};
use maud::{Markup, html};
use portway_study::results::HourOfWeek;

const WIDTH: f64 = 520.0;
const LEFT: f64 = 40.0;
const TOP: f64 = 28.0;
const CELL_WIDTH: f64 = 20.0;
const CELL_HEIGHT: f64 = 22.0;

/// One hour in so many may lie beyond the end of the ramp, so that one closed night does not bleach all other hours.
const LEFT_OUT_OF_SCALE: usize = 50;

pub(super) fn section(view: &View<'_>) -> Markup {
    let all = &view.results.series.wait_by_hour_of_week;
    let mut waits: Vec<f64> = all.iter().flat_map(|s| s.wait_min.iter().flatten()).copied().collect();
    waits.sort_by(f64::total_cmp);
    let longest = waits.get(waits.len().saturating_sub(1 + waits.len() / LEFT_OUT_OF_SCALE)).copied().unwrap_or(0.0);
    let beyond = waits.last().is_some_and(|worst| *worst > longest);
    if longest <= 0.0 {
        return html! {};
    }
    let drawings = html! { div.pair { @for series in all { (drawing(view, series, longest)) } } };
    let key = html! {
        ul.key {
            li {
                (view.language.word("heat-key")) " 0"
                span.ramp { @for step in 0..ramp::STEPS { i class={ "w" (step) } {} } }
                (number::duration_min(view.language, longest, None)) @if beyond { (view.language.word("heat-or-more")) }
            }
        }
    };
    // Where a queue grows the worst hour only says how long the run was.
    let title = if view.growing().is_some() { view.language.word("heat-title") } else { title(view.language, all) };
    let lead = if view.growing().is_some() { "heat-lead-grows" } else { "heat-lead" };
    figure::section(
        &title,
        &view.language.say(lead, &[("zone", (&view.zone_name()).into())]),
        &figure(view.language, &drawings, &key, &table(view)),
    )
}

/// Says when waiting is longest, over all directions.
fn title(language: Language, all: &[HourOfWeek]) -> String {
    let slots = all.iter().flat_map(|s| s.wait_min.iter().enumerate());
    let worst = slots.filter_map(|(slot, wait)| Some((slot, (*wait)?))).max_by(|a, b| a.1.total_cmp(&b.1));
    worst.map_or_else(
        || language.word("heat-title"),
        |(slot, wait)| {
            let (time, wait) = (format!("{:02}:00", slot % 24), number::duration_min(language, wait, None));
            let values = [("weekday", (slot / 24 + 1).into()), ("time", (&time).into()), ("wait", (&wait).into())];
            language.say("heat-title-worst", &values)
        },
    )
}

/// The short name of a weekday, Monday being 0.
fn short(language: Language, weekday: usize) -> String {
    language.say("weekday", &[("weekday", (weekday + 1).into())])
}

fn drawing(view: &View<'_>, series: &HourOfWeek, longest: f64) -> Markup {
    let bottom = TOP + 7.0 * CELL_HEIGHT;
    let title = view::direction_title(view.model(), &series.direction);
    let content = html! {
        (label(0.0, 14.0, &format!("strong t{}", hue(view.direction_index(&series.direction))), title))
        @for weekday in 0..7 {
            @let y = TOP + weekday as f64 * CELL_HEIGHT;
            (label(0.0, y + 15.5, "tick", &short(view.language, weekday)))
            @for hour in 0..24 {
                @let wait = series.wait_min.get(weekday * 24 + hour).copied().flatten();
                @let when = format!("{} {hour:02}:00", short(view.language, weekday));
                (cell(view.language, LEFT + hour as f64 * CELL_WIDTH, y, wait, longest, &when))
            }
        }
        @for hour in [0, 6, 12, 18] {
            (label(LEFT + f64::from(hour) * CELL_WIDTH, bottom + 16.0, "tick", &format!("{hour:02}:00")))
        }
        (label(LEFT + 24.0 * CELL_WIDTH, bottom + 16.0, "tick end", "24:00"))
    };
    chart::svg(
        "",
        WIDTH,
        bottom + 22.0,
        &view.language.say("heat-alt", &[("direction", title.into())]),
        &view.language.word("heat-description"),
        &content,
    )
}

fn cell(language: Language, x: f64, y: f64, wait: Option<f64>, longest: f64, when: &str) -> Markup {
    let class = wait.map_or_else(|| "none".to_owned(), |wait| ramp::class(wait, longest));
    let said = wait
        .map_or_else(|| format!("{when}: –"), |wait| format!("{when}: {}", number::duration_min(language, wait, None)));
    html! {
        rect class=(class) x=(c(x + 0.5)) y=(c(y + 0.5)) width=(c(CELL_WIDTH - 1.0)) height=(c(CELL_HEIGHT - 1.0)) { title { (said) } }
    }
}

fn table(view: &View<'_>) -> Table {
    let hours: Vec<String> = (0..24).map(|hour| format!("{hour:02}")).collect();
    let headings: Vec<String> = std::iter::once(view.language.word("wait-min")).chain(hours).collect();
    let mut table = Table::new(&headings);
    for series in &view.results.series.wait_by_hour_of_week {
        table.group(view::direction_title(view.model(), &series.direction));
        for weekday in 0..7 {
            let waits = (0..24).map(|hour| {
                let wait = series.wait_min.get(weekday * 24 + hour).copied().flatten();
                Cell::Number(wait.map_or_else(|| "–".to_owned(), number::integer))
            });
            table.row(std::iter::once(Cell::Text(short(view.language, weekday))).chain(waits).collect());
        }
    }
    table
}
