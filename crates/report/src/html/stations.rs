//! Queue and lanes over time, one small drawing per stage on the same time axis.

use super::figure::{self, Cell, Table, figure};
use crate::chart::axis;
use crate::chart::path;
use crate::chart::scale::{Scale, date_ticks, ticks_from_zero};
use crate::chart::{self, label};
use crate::number;
use crate::text::cut_drawn;
use crate::view::{self, View};
use crate::words;
use jiff::civil::Date;
use maud::{Markup, html};
use portway_study::results::StationSeries;

const WIDTH: f64 = 520.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = 6.0;
const QUEUE_TOP: f64 = 40.0;
const QUEUE_HEIGHT: f64 = 62.0;
const LANES_TOP: f64 = 126.0;
const LANES_HEIGHT: f64 = 46.0;

/// Most drawings: those with the longest queues. It bounds the size of the page.
const MOST_DRAWINGS: usize = 24;

/// Drawings that stand open, those of the longest queues; the others are opened by who wants them.
const OPEN_DRAWINGS: usize = 8;

/// Points that a curve of this width can show; longer windows are averaged over days, then weeks.
const MOST_POINTS: usize = 400;

/// A stage whose mean queue never reaches this, in vehicles, and whose lanes are never short has nothing to show.
const WORTH_DRAWING: f64 = 0.5;

pub(super) fn section(view: &View<'_>) -> Markup {
    let Some(from) = view.first_day() else { return html! {} };
    let shown = shown(view);
    if shown.is_empty() {
        return html! {};
    }
    let hours = shown.iter().map(|s| s.queue_vehicles.len()).max().unwrap_or(0);
    let bucket = [1, 24, 24 * 7].into_iter().find(|bucket| hours / bucket <= MOST_POINTS).unwrap_or(24 * 7);
    let (first, rest) = shown.split_at(shown.len().min(OPEN_DRAWINGS));
    let pair =
        |some: &[&StationSeries]| html! { div.pair { @for series in some { (drawing(view, series, from, bucket)) } } };
    let drawings = html! {
        (pair(first))
        @if !rest.is_empty() {
            details { summary { (view.language.say("stations-more", &[("count", rest.len().into())])) } (pair(rest)) }
        }
    };
    let key = html! {
        ul.key {
            li { i.physical {} (view.language.word("stations-key-queue")) }
            li { i.moving {} (view.language.word("stations-key-occupied")) }
            li { (view.language.word("stations-key-open")) }
        }
    };
    let lead = lead(view, bucket, shown.len());
    figure::section(
        &view.language.word("stations-title"),
        &lead,
        &figure(view.language, &drawings, &key, &table(&shown, view)),
    )
}

/// Over what the means are taken, and whether something is left out.
fn lead(view: &View<'_>, bucket: usize, shown: usize) -> String {
    let bucket = match bucket {
        1 => "hour",
        24 => "day",
        _ => "week",
    };
    let lead = view.language.say("stations-lead", &[("bucket", bucket.into())]);
    if shown == view.results.series.stations.len() {
        return lead;
    }
    view.language.say("stations-lead-left-out", &[("lead", (&lead).into())])
}

/// Stages, stops and links with a queue.
fn shown<'a>(view: &View<'a>) -> Vec<&'a StationSeries> {
    let longest = |s: &StationSeries| s.queue_vehicles.iter().copied().fold(0.0, f64::max);
    let mut busy: Vec<(usize, &StationSeries)> =
        view.results.series.stations.iter().enumerate().filter(|(_, s)| longest(s) >= WORTH_DRAWING).collect();
    busy.sort_by(|a, b| longest(b.1).total_cmp(&longest(a.1)));
    busy.truncate(MOST_DRAWINGS);
    // Few are easier to find in the order of the corridor, many by what they show.
    if busy.len() <= OPEN_DRAWINGS {
        busy.sort_by_key(|(place, _)| *place);
    }
    busy.into_iter().map(|(_, series)| series).collect()
}

fn averaged(values: &[f64], bucket: usize) -> Vec<f64> {
    values.chunks(bucket).map(|part| part.iter().sum::<f64>() / part.len() as f64).collect()
}

fn drawing(view: &View<'_>, series: &StationSeries, from: Date, bucket: usize) -> Markup {
    let hours = series.queue_vehicles.len();
    let [queue, occupied, open] =
        [&series.queue_vehicles, &series.occupied_lanes, &series.open_lanes].map(|values| averaged(values, bucket));
    let x = Scale::new(0.0, hours as f64, LEFT, WIDTH - RIGHT);
    let edges: Vec<f64> = (0..=queue.len()).map(|i| x.at((i * bucket).min(hours) as f64)).collect();
    let queue_ticks = ticks_from_zero(queue.iter().copied().fold(0.0, f64::max), 2);
    let queue_y = Scale::new(0.0, queue_ticks.last().copied().unwrap_or(1.0), QUEUE_TOP + QUEUE_HEIGHT, QUEUE_TOP);
    let most_lanes = open.iter().chain(&occupied).copied().fold(0.0, f64::max);
    let has_lanes = open.iter().any(|lanes| *lanes > 0.0);
    let bottom = if has_lanes { LANES_TOP + LANES_HEIGHT } else { QUEUE_TOP + QUEUE_HEIGHT };
    let days = Scale::new(0.0, hours as f64 / 24.0, LEFT, WIDTH - RIGHT);
    let title = station_title(view, series);
    let waiting = if view::is_stop(view.model(), &series.scope) { "queue-people" } else { "queue-vehicles" };
    let stairs = |values: &[f64], y: Scale| path::stairs(&edges, &values.iter().map(|v| y.at(*v)).collect::<Vec<_>>());
    let content = html! {
        (label(0.0, 14.0, "strong", &cut_drawn(&title, 62)))
        (label(LEFT, QUEUE_TOP - 7.0, "quiet", &view.language.word(waiting)))
        (axis::dates(&date_ticks(view.language, from, hours.div_ceil(24)), days, QUEUE_TOP, bottom))
        (axis::left(view.language, &queue_ticks, queue_y, LEFT, WIDTH - RIGHT))
        (chart::path(&path::area(&stairs(&queue, queue_y), queue_y.at(0.0)), "physical"))
        @if has_lanes {
            @let ticks = ticks_from_zero(most_lanes, 2);
            @let y = Scale::new(0.0, ticks.last().copied().unwrap_or(1.0), bottom, LANES_TOP);
            (label(LEFT, LANES_TOP - 7.0, "quiet", &view.language.word("stations-lanes")))
            (axis::left(view.language, &ticks, y, LEFT, WIDTH - RIGHT))
            (chart::path(&path::area(&stairs(&occupied, y), bottom), "moving"))
            (chart::path(&path::line(&stairs(&open, y)), "open"))
        }
    };
    chart::svg("", WIDTH, bottom + 22.0, &title, &view.language.word("stations-description"), &content)
}

fn station_title(view: &View<'_>, series: &StationSeries) -> String {
    let title = view::scope_title(view.language, view.model(), &series.scope);
    match series.direction.as_str() {
        "" => title,
        direction => words::list(view.language, &[title, view::direction_title(view.model(), direction).to_owned()]),
    }
}

/// Means and peaks per stage; the hourly numbers themselves are in the Parquet file.
fn table(shown: &[&StationSeries], view: &View<'_>) -> Table {
    let mut table = Table::new(&view.language.words([
        "stage",
        "queue-vehicles",
        "stations-highest-hour",
        "stations-occupied",
        "stations-open",
    ]));
    for series in shown {
        let mean = |values: &[f64]| number::plain(values.iter().sum::<f64>() / values.len().max(1) as f64);
        table.row(vec![
            Cell::Text(station_title(view, series)),
            Cell::Number(mean(&series.queue_vehicles)),
            Cell::Number(number::plain(series.queue_vehicles.iter().copied().fold(0.0, f64::max))),
            Cell::Number(mean(&series.occupied_lanes)),
            Cell::Number(mean(&series.open_lanes)),
        ]);
    }
    table
}
