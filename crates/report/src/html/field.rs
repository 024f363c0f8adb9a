//! The measures of the field on the page: CAREC's indicators as a table, a Time Release Study as bars.

use super::figure::{self, Cell, Table, figure};
use super::page::hue;
use crate::chart::axis;
use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, label, rect};
use crate::field::{self, Group, INTERVALS, WHOLE};
use crate::text::cut;
use crate::view::{self, View};
use maud::{Markup, html};

const WIDTH: f64 = 1040.0;
const LEFT: f64 = 330.0;
const RIGHT: f64 = 110.0;
const TOP: f64 = 6.0;
const ROW: f64 = 32.0;
const BAR: f64 = 18.0;

/// Steps of the ramp for the five intervals, far enough apart to be told from each other.
const FILLS: [&str; 5] = ["w0", "w2", "w4", "w6", "w8"];

/// CPMM's indicators; nothing when the corridor has no border.
pub(super) fn cpmm(view: &View<'_>) -> Markup {
    let groups = field::cpmm(view);
    let Some(first) = groups.first() else { return html! {} };
    let mut lead = view.language.word("cpmm-lead");
    lead.extend(field::without_money(view).map(|words| format!(" {words}")));
    figure::section(&first.title, &lead, &rows(view, &groups, false).markup(view.language))
}

/// The intervals of a Time Release Study, a bar for each facility and direction.
pub(super) fn release(view: &View<'_>) -> Markup {
    let bars = bars(view);
    let longest = bars.iter().map(|bar| bar.hours.iter().sum::<f64>()).fold(0.0, f64::max);
    if longest <= 0.0 {
        return html! {};
    }
    let shown = |step: usize| bars.iter().any(|bar| bar.hours[step] > 0.0);
    let key = html! {
        ul.key {
            @for (step, (_, word)) in INTERVALS.iter().enumerate().filter(|(step, _)| shown(*step)) {
                li { i class=(FILLS[step]) {} (view.language.word(word)) }
            }
        }
    };
    let drawings = html! { div.scroll { (drawing(view, &bars, longest)) } };
    let table = rows(view, &field::release(view), true);
    let lead = view.language.word("trs-lead");
    figure::section(&view.language.word("trs-title"), &lead, &figure(view.language, &drawings, &key, &table))
}

struct Bar<'a> {
    facility: &'a str,
    direction: &'a str,
    /// In the order of [`INTERVALS`].
    hours: [f64; 5],
    whole: String,
}

fn bars<'a>(view: &View<'a>) -> Vec<Bar<'a>> {
    let mut bars = Vec::new();
    for facility in field::scopes(view, WHOLE) {
        for direction in view.directions() {
            let Some(whole) = view::mean(view.station(WHOLE, facility, direction)) else { continue };
            let hours = |name: &str| view.station(name, facility, direction).and_then(|m| m.mean).unwrap_or(0.0);
            let whole = whole.text_in(view.language);
            // A step that takes no time has no bar to draw.
            if view.station(WHOLE, facility, direction).and_then(|m| m.mean) <= Some(0.0) {
                continue;
            }
            bars.push(Bar { facility, direction, hours: INTERVALS.map(|(name, _)| hours(name)), whole });
        }
    }
    bars
}

fn drawing(view: &View<'_>, bars: &[Bar<'_>], longest: f64) -> Markup {
    let bottom = TOP + ROW * bars.len() as f64;
    let ticks = ticks_from_zero(longest, 6);
    let x = Scale::new(0.0, ticks.last().copied().unwrap_or(1.0), LEFT, WIDTH - RIGHT);
    let content = html! {
        (axis::below(view.language, &ticks, x, TOP, bottom))
        (label(WIDTH - RIGHT + 10.0, bottom + 16.0, "tick", &view.language.word("journey-hours")))
        @for (row, bar) in bars.iter().enumerate() {
            @let y = TOP + ROW * row as f64 + (ROW - BAR) / 2.0;
            @let hue = hue(view.direction_index(bar.direction));
            (label(0.0, y + 13.5, "", &cut(field::facility_title(view, bar.facility), 27)))
            @let title = view::direction_title(view.model(), bar.direction);
            (label(LEFT - 12.0, y + 13.5, &format!("small end t{hue}"), &cut(title, 22)))
            @for (step, fill) in FILLS.iter().enumerate() {
                @let start = bar.hours[..step].iter().sum::<f64>();
                (rect(x.at(start), y, x.at(start + bar.hours[step]) - x.at(start), BAR, fill))
            }
            @let values = [("hours", (&bar.whole).into())];
            (label(x.at(bar.hours.iter().sum()) + 7.0, y + 13.5, "small", &view.language.say("journey-whole", &values)))
        }
    };
    let title = view.language.word("trs-title");
    chart::svg("", WIDTH, bottom + 24.0, &title, &view.language.word("trs-lead"), &content)
}

/// A column for each direction.
fn rows(view: &View<'_>, groups: &[Group], titled: bool) -> Table {
    let mut headings = vec![view.language.word("journey-measure")];
    headings.extend(view.directions().iter().map(|d| view::direction_title(view.model(), d).to_owned()));
    let mut table = Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    for group in groups {
        if titled {
            table.group(&group.title);
        }
        for row in &group.rows {
            let values = row.values.iter().cloned().map(Cell::estimate);
            table.row(std::iter::once(Cell::Text(row.words.clone())).chain(values).collect());
        }
    }
    table
}
