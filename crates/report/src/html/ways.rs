//! Which ways flows take that choose among several: one bar for each way.

use super::figure::{self, Cell, Table, figure};
use crate::chart::axis;
use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, label, rect};
use crate::text::cut_drawn;
use crate::view::{self, View};
use crate::ways::{self, Chooser, Way};
use maud::{Markup, html};

const WIDTH: f64 = 520.0;
const LEFT: f64 = 4.0;
const RIGHT: f64 = 92.0;
const TOP: f64 = 28.0;
/// A way takes two lines: its title, which is long, and the bar below it.
const ROW: f64 = 40.0;
const BAR: f64 = 14.0;

/// Flows whose ways stand open; those of more are opened by who wants them.
const OPEN_DRAWINGS: usize = 6;

/// The section; nothing where no flow chooses.
pub(super) fn section(view: &View<'_>) -> Markup {
    let choosers = ways::choosers(view);
    if choosers.is_empty() {
        return html! {};
    }
    let said = ways::sentences(view, &choosers).join(if view.language == crate::Language::Zh { "" } else { " " });
    let (one_way, several): (Vec<&Chooser<'_>>, Vec<_>) =
        choosers.iter().partition(|chooser| chooser.taken().0.len() == 1);
    let (first, rest) = several.split_at(several.len().min(OPEN_DRAWINGS));
    let pair = |some: &[&Chooser<'_>]| html! { div.pair { @for chooser in some { (drawing(view, chooser)) } } };
    let drawings = html! {
        (pair(first))
        @if !rest.is_empty() {
            details { summary { (view.language.say("ways-more", &[("count", rest.len().into())])) } (pair(rest)) }
        }
    };
    let unanimous = html! {
        @for chooser in &one_way { p.lead { (ways::unanimous(view, chooser)) } }
    };
    let table = table(view, &choosers);
    figure::section(&heading(view, &choosers), &said, &figure(view.language, &drawings, &unanimous, &table))
}

/// With one flow the heading says which way most of it takes.
fn heading(view: &View<'_>, choosers: &[Chooser<'_>]) -> String {
    let [Chooser { title, ways }] = choosers else { return view.language.word("ways-title") };
    let share = |way: &&Way<'_>| way.share.mean.unwrap_or(0.0);
    let most = ways.iter().reduce(|one, other| if share(&other) > share(&one) { other } else { one });
    let said = most.and_then(|way| Some((way, view::mean(Some(way.share))?.text_in(view.language))));
    let Some((way, share)) = said else { return view.language.word("ways-title") };
    let values = [("flow", (*title).into()), ("way", way.title.into()), ("share", (&share).into())];
    view.language.say("ways-heading", &values)
}

fn drawing(view: &View<'_>, chooser: &Chooser<'_>) -> Markup {
    let (taken, others) = chooser.taken();
    let bottom = TOP + ROW * taken.len() as f64;
    let ticks = ticks_from_zero(100.0, 4);
    let x = Scale::new(0.0, ticks.last().copied().unwrap_or(100.0), LEFT, WIDTH - RIGHT);
    let content = html! {
        (label(0.0, 14.0, "strong", &cut_drawn(chooser.title, 60)))
        (axis::below(view.language, &ticks, x, TOP, bottom))
        (label(WIDTH - RIGHT + 14.0, bottom + 16.0, "tick", "%"))
        @for (row, way) in taken.iter().enumerate() {
            @let y = TOP + ROW * row as f64;
            @let percent = 100.0 * way.share.mean.unwrap_or(0.0);
            (label(0.0, y + 14.0, "small", &cut_drawn(way.title, 66)))
            (rect(LEFT, y + 20.0, x.at(percent) - LEFT, BAR, "moving"))
            @if let Some(share) = view::mean(Some(way.share)) {
                (label(x.at(percent) + 7.0, y + 31.5, "small", &share.text_in(view.language)))
            }
        }
        @if others > 0 {
            (label(WIDTH, 14.0, "tick end", &view.language.say("ways-untaken", &[("count", others.into())])))
        }
    };
    let alt = format!("{}: {}", view.language.word("ways-alt"), chooser.title);
    chart::svg("", WIDTH, bottom + 24.0, &alt, &view.language.word("ways-description"), &content)
}

fn table(view: &View<'_>, choosers: &[Chooser<'_>]) -> Table {
    let mut table = Table::new(&view.language.words(["way", "way-share-percent", "door-to-door", "p50", "p90"]));
    for chooser in choosers {
        table.group(chooser.title);
        for way in &chooser.ways {
            table.row(vec![
                Cell::Text(way.title.to_owned()),
                Cell::estimate(view::mean(Some(way.share))),
                Cell::estimate(view::mean(way.time)),
                Cell::estimate(view::p50(way.time)),
                Cell::estimate(view::p90(way.time)),
            ]);
        }
    }
    table
}
