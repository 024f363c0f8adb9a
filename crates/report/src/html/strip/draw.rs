//! Draws one direction of the corridor.

use super::{Row, Station, Strip};
use crate::chart::path::c;
use crate::chart::{self, dot, label, ramp, rect, rule};
use crate::language::Language;
use crate::text::cut_drawn;
use maud::{Markup, html};

const WIDTH: f64 = 440.0;
/// Where the way runs, and the columns to the right of it.
const WAY_X: f64 = 30.0;
const TITLE_X: f64 = 58.0;
const GAUGE_X: f64 = 232.0;
const GAUGE_WIDTH: f64 = 100.0;
const RIGHT_X: f64 = 428.0;
/// Columns of characters that fit before the gauge.
const TITLE_COLUMNS: usize = 27;
/// Columns that fit where no gauge follows.
const LONG_TITLE_COLUMNS: usize = 44;
const TOP: f64 = 62.0;
const LARGEST_QUEUE_RADIUS: f64 = 18.0;

/// What both directions share, so that they can be read against each other.
pub(super) struct Scales {
    language: Language,
    longest_wait: f64,
    longest_queue: f64,
    /// Height above the river and below it.
    above: f64,
    below: f64,
}

impl Scales {
    pub(super) fn new(language: Language, strips: &[Strip], longest_wait: f64, longest_queue: f64) -> Self {
        let most = |part: fn(&[Row]) -> f64| strips.iter().map(|s| part(&s.rows)).fold(0.0, f64::max);
        Self { language, longest_wait, longest_queue, above: most(above), below: most(below) }
    }
}

fn border(rows: &[Row]) -> Option<usize> {
    rows.iter().position(|row| matches!(row, Row::Border { .. }))
}

fn above(rows: &[Row]) -> f64 {
    border(rows).map_or(0.0, |at| rows[..at].iter().map(height).sum())
}

fn below(rows: &[Row]) -> f64 {
    rows[border(rows).unwrap_or(0)..].iter().map(height).sum()
}

fn height(row: &Row) -> f64 {
    match row {
        Row::Head { .. } => 34.0,
        Row::Station(station) if station.is_link => 40.0,
        Row::Station(_) => 44.0,
        Row::Border { .. } => 64.0,
        Row::Foot => 10.0,
    }
}

/// One direction as a drawing.
pub(super) fn strip(strip: &Strip, scales: &Scales) -> Markup {
    // Strips end at the river from both sides, so that the two rivers meet on the page.
    let start = TOP + scales.above - above(&strip.rows);
    let end = start + strip.rows.iter().map(height).sum::<f64>();
    let total = TOP + scales.above + scales.below + 26.0;
    let mut y = start;
    let mut land = Vec::new();
    let mut marks = Vec::new();
    for row in &strip.rows {
        match row {
            Row::Head { title, place } => {
                let stages = strip.rows_after(row).take_while(|row| !matches!(row, Row::Foot)).map(height).sum::<f64>();
                land.push(html! { rect.land x="6" y=(c(y)) width=(c(WIDTH - 12.0)) height=(c(34.0 + stages + 4.0)) rx="8" {} });
                marks.push(html! {
                    (label(TITLE_X, y + 22.0, "strong", &cut_drawn(title, 36)))
                    (label(RIGHT_X - 6.0, y + 22.0, "quiet end", place))
                });
            }
            Row::Station(station) => marks.push(station_mark(station, y, strip.hue, scales)),
            Row::Border { title, crossings, station } => {
                land.push(html! { rect.water x="0" y=(c(y + 8.0)) width=(c(WIDTH)) height="48" {} });
                marks.push(html! {
                    (queue_circle(station, y + 32.0, strip.hue, scales))
                    (label(TITLE_X, y + 29.0, "strong", &cut_drawn(title, TITLE_COLUMNS)))
                    (label(TITLE_X, y + 45.0, "river", &station.detail))
                    text class={ "strong end t" (strip.hue) } x=(c(RIGHT_X - 6.0)) y=(c(y + 29.0)) { (crossings) }
                    @if let Some(wait) = &station.wait {
                        @let wait = scales.language.say("strip-wait", &[("wait", wait.into())]);
                        (label(RIGHT_X - 6.0, y + 45.0, "river end", &wait))
                    }
                });
            }
            Row::Foot => {}
        }
        y += height(row);
    }
    let content = html! {
        (label(TITLE_X, start - TOP + 18.0, &format!("strong t{}", strip.hue), &strip.title))
        (label(GAUGE_X, start - TOP + 40.0, "quiet", &scales.language.word("strip-lanes-used")))
        (label(RIGHT_X - 6.0, start - TOP + 40.0, "quiet end", &scales.language.word("strip-mean-wait")))
        @for shape in &land { (shape) }
        (way(strip, start, end))
        @for mark in &marks { (mark) }
    };
    let alt = scales.language.say("strip-alt", &[("direction", (&strip.title).into())]);
    chart::svg("", WIDTH, total, &alt, &scales.language.word("strip-description"), &content)
}

impl Strip {
    fn rows_after<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = &'a Row> {
        self.rows.iter().skip_while(move |other| !std::ptr::eq(*other, row)).skip(1)
    }
}

/// The line of travel, as wide as its traffic, with an arrow at its end.
fn way(strip: &Strip, start: f64, end: f64) -> Markup {
    let width = 2.0 + 5.0 * strip.share;
    let (from, to) = (start - 10.0, end + 8.0);
    let (tip, back) = if strip.upward { (from - 6.0, 9.0) } else { (to + 6.0, -9.0) };
    let arrow =
        format!("M{} {}L{} {}L{} {}Z", c(WAY_X - 7.0), c(tip + back), c(WAY_X + 7.0), c(tip + back), c(WAY_X), c(tip));
    html! {
        line class={ "way s" (strip.hue) } stroke-width=(c(width)) x1=(c(WAY_X)) y1=(c(from)) x2=(c(WAY_X)) y2=(c(to)) {}
        (chart::path(&arrow, &format!("d{}", strip.hue)))
    }
}

/// A station in words, for those who point at it or have it read to them.
fn said(language: Language, station: &Station) -> String {
    let used = station.used_text.as_ref().map(|used| language.say("strip-said-used", &[("used", used.into())]));
    let wait = station.wait.as_ref().map(|wait| language.say("strip-said-wait", &[("wait", wait.into())]));
    let parts = [Some(station.title.clone()), Some(station.detail.clone()), used, wait].into_iter().flatten();
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn station_mark(station: &Station, y: f64, hue: usize, scales: &Scales) -> Markup {
    let middle = y + 20.0;
    html! {
        g {
            title { (said(scales.language, station)) }
            (queue_circle(station, middle, hue, scales))
            @let columns = if station.used.is_some() { TITLE_COLUMNS } else { LONG_TITLE_COLUMNS };
            (label(TITLE_X, middle - 2.0, "", &cut_drawn(&station.title, columns)))
            @let columns = if station.used.is_some() { TITLE_COLUMNS + 5 } else { LONG_TITLE_COLUMNS };
            (label(TITLE_X, middle + 13.0, "quiet", &cut_drawn(&station.detail, columns)))
            @if let (Some(used), Some(text)) = (station.used, &station.used_text) {
                (gauge(used, station.blocked, middle - 11.0, hue, station.grows))
                (label(GAUGE_X, middle + 13.0, "small", text))
            }
            @if station.grows {
                (label(RIGHT_X - 6.0, middle - 2.0, "bad end", &scales.language.word("grows")))
            } @else if let Some(wait) = &station.wait {
                (label(RIGHT_X - 6.0, middle - 2.0, "small end", wait))
            }
        }
    }
}

/// The queue as a circle: area for its mean, colour for the mean wait in it.
fn queue_circle(station: &Station, y: f64, hue: usize, scales: &Scales) -> Markup {
    let radius_of = |vehicles: f64| {
        let share = if scales.longest_queue > 0.0 { vehicles / scales.longest_queue } else { 0.0 };
        LARGEST_QUEUE_RADIUS * share.max(0.0).sqrt()
    };
    let (radius, standing) = (radius_of(station.queue), radius_of(station.standing));
    html! {
        @if standing >= 4.0 { (dot(WAY_X, y, standing, "queue blocked")) }
        @if radius >= 4.0 {
            (dot(WAY_X, y, radius, &format!("queue {}", ramp::class(station.wait_min.unwrap_or(0.0), scales.longest_wait))))
        } @else if !station.is_link {
            (dot(WAY_X, y, 4.0, &format!("station s{hue}")))
        }
    }
}

fn gauge(used: f64, blocked: f64, y: f64, hue: usize, over: bool) -> Markup {
    let at = |share: f64| GAUGE_WIDTH * share.clamp(0.0, 1.0);
    let end = at(used + blocked);
    html! {
        (rect(GAUGE_X, y, GAUGE_WIDTH, 10.0, "track"))
        (rect(GAUGE_X, y, at(used), 10.0, &format!("d{hue}")))
        (rect(GAUGE_X + at(used), y, end - at(used), 10.0, "blocked"))
        (rule(GAUGE_X, y - 2.0, GAUGE_X, y + 12.0, "zero"))
        @if over { (rect(GAUGE_X, y, GAUGE_WIDTH, 10.0, "over")) }
    }
}
