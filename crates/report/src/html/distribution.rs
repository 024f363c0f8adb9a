//! How the time door to door spreads, per direction and class, with the median and P90 marked.

use super::figure::{self, Cell, Table, figure};
use super::page::hue;
use crate::chart::axis;
use crate::chart::path;
use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, label, rule};
use crate::text::cut_drawn;
use crate::travellers::{self, Row};
use crate::view::{self, View};
use maud::{Markup, html};
use portway_study::results::DistributionSeries;

const WIDTH: f64 = 520.0;
const LEFT: f64 = 172.0;
const TOP: f64 = 30.0;
const ROW: f64 = 54.0;
const RIDGE: f64 = 40.0;

pub(super) fn section(view: &View<'_>) -> Markup {
    let all = &view.results.series.door_to_door;
    let longest = all.iter().filter_map(shown_until).fold(0.0, f64::max);
    if longest <= 0.0 {
        return html! {};
    }
    let drawings = html! {
        div.pair { @for direction in view.directions() { (drawing(view, direction, longest)) } }
    };
    let key = html! { ul.key { li { (view.language.word("distribution-key")) } } };
    figure::section(&title(view), "", &figure(view.language, &drawings, &key, &table(view)))
}

fn title(view: &View<'_>) -> String {
    let half =
        |class: &str| view::p50(view.corridor("door_to_door_h", "", class)).map(|p50| p50.text_in(view.language));
    if let [people, vehicles] = travellers::groups(view).as_slice()
        && let (Some(people), Some(vehicles)) = (half(&people.together), half(&vehicles.together))
    {
        let values = [("people", (&people).into()), ("vehicles", (&vehicles).into())];
        return view.language.say("distribution-title-groups", &values);
    }
    let door = view.corridor("door_to_door_h", "", "");
    match (view::p50(door), view::p90(door)) {
        (Some(p50), Some(p90)) => {
            let (p50, p90) = (p50.text_in(view.language), p90.text_in(view.language));
            view.language.say("distribution-title-quantiles", &[("p50", (&p50).into()), ("p90", (&p90).into())])
        }
        _ => view.language.word("distribution-title"),
    }
}

/// The last bin holds the tail up to the longest time; drawing it would flatten all others.
fn shown_until(series: &DistributionSeries) -> Option<f64> {
    series.upper_h.iter().rev().nth(usize::from(series.upper_h.len() > 2)).copied()
}

fn drawing(view: &View<'_>, direction: &str, longest: f64) -> Markup {
    let known = &view.results.series.door_to_door;
    let of = |class: &str| known.iter().find(|series| series.direction == direction && series.class == class);
    let rows: Vec<&DistributionSeries> = travellers::classes(view, direction).into_iter().filter_map(of).collect();
    let bottom = TOP + ROW * rows.len() as f64;
    let ticks = ticks_from_zero(longest, 5);
    let x = Scale::new(0.0, ticks.last().copied().unwrap_or(1.0), LEFT, WIDTH - 40.0);
    let hue = hue(view.direction_index(direction));
    let title = view::direction_title(view.model(), direction);
    let content = html! {
        (label(0.0, 14.0, &format!("strong t{hue}"), title))
        (axis::below(view.language, &ticks, x, TOP - 4.0, bottom))
        (label(WIDTH, bottom + 16.0, "tick end", &view.language.word("hours-unit")))
        @for (row, series) in rows.iter().enumerate() {
            @let base = TOP + ROW * (row + 1) as f64 - 4.0;
            (label(0.0, base - 4.0, "", &cut_drawn(view::class_title(view.model(), &series.class), 21)))
            (ridge(series, x, base, hue))
            (marks(view, series, x, base))
        }
    };
    chart::svg(
        "",
        WIDTH,
        bottom + 22.0,
        &view.language.say("distribution-alt", &[("direction", title.into())]),
        &view.language.word("distribution-key"),
        &content,
    )
}

/// Share per hour, so that bins of different widths compare; each row is as high as its own peak.
fn ridge(series: &DistributionSeries, x: Scale, base: f64, hue: usize) -> Markup {
    let last = series.upper_h.len().saturating_sub(usize::from(series.upper_h.len() > 2));
    let edges: Vec<f64> = std::iter::once(0.0).chain(series.upper_h[..last].iter().copied()).collect();
    let bins = edges.windows(2).zip(&series.share);
    let density: Vec<f64> =
        bins.map(|(edge, share)| if edge[1] > edge[0] { share / (edge[1] - edge[0]) } else { 0.0 }).collect();
    let peak = density.iter().copied().fold(0.0, f64::max);
    if peak <= 0.0 {
        return html! {};
    }
    let places: Vec<f64> = edges.iter().map(|edge| x.at(*edge)).collect();
    let heights: Vec<f64> = density.iter().map(|d| base - RIDGE * d / peak).collect();
    let stairs = path::stairs(&places, &heights);
    html! {
        (chart::path(&path::area(&stairs, base), &format!("d{hue} soft")))
        (chart::path(&path::line(&stairs), &format!("curve s{hue}")))
    }
}

fn marks(view: &View<'_>, series: &DistributionSeries, x: Scale, base: f64) -> Markup {
    let Some(quantiles) = view.corridor("door_to_door_h", &series.direction, &series.class).and_then(|m| m.quantiles)
    else {
        return html! {};
    };
    let p90 = view::in_unit(quantiles.p90, None, "h").text_in(view.language);
    let p90 = view.language.say("distribution-p90", &[("hours", (&p90).into())]);
    html! {
        (rule(x.at(quantiles.p50), base - RIDGE * 0.62, x.at(quantiles.p50), base, "mark"))
        (rule(x.at(quantiles.p90), base - RIDGE * 0.35, x.at(quantiles.p90), base, "mark"))
        (label(x.at(quantiles.p90) + 4.0, base - RIDGE * 0.35 + 5.0, "small", &p90))
    }
}

fn table(view: &View<'_>) -> Table {
    let mut table =
        Table::new(&view.language.words(["class", "crossings-per-day", "distribution-mean", "p50", "p90", "p95"]));
    for direction in view.directions() {
        table.group(view::direction_title(view.model(), direction));
        for Row { title, class } in travellers::rows(view, direction) {
            let door = view.corridor("door_to_door_h", direction, &class);
            table.row(vec![
                Cell::Text(title),
                Cell::estimate(view::mean(view.corridor("crossings_per_day", direction, &class))),
                Cell::estimate(view::mean(door)),
                Cell::estimate(view::p50(door)),
                Cell::estimate(view::p90(door)),
                Cell::estimate(view::p95(door)),
            ]);
        }
    }
    table
}
