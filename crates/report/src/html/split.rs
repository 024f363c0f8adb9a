//! Where the time goes: moving and being served, and the four kinds of waiting, per class.

use super::figure::{self, Cell, Table, figure};
use super::page::hue;
use crate::chart::axis;
use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, label, rect};
use crate::number;
use crate::text::cut_drawn;
use crate::travellers;
use crate::view::{self, View};
use crate::words;
use maud::{Markup, html};

const WIDTH: f64 = 520.0;
const LEFT: f64 = 172.0;
const RIGHT: f64 = 92.0;
const TOP: f64 = 30.0;
const ROW: f64 = 32.0;
const BAR: f64 = 18.0;

/// Style classes of the waits, in the order of [`words::WAITS`].
const FILLS: [&str; 4] = ["virtual", "yard", "physical", "blocked"];

struct Bar<'a> {
    title: &'a str,
    total_h: f64,
    total: String,
    /// Moving and service, then the waits.
    moving_h: f64,
    waits_h: [f64; 4],
}

pub(super) fn section(view: &View<'_>) -> Markup {
    let all: Vec<(&str, Vec<Bar<'_>>)> = view.directions().into_iter().map(|d| (d, bars(view, d))).collect();
    let longest = all.iter().flat_map(|(_, bars)| bars).map(|bar| bar.total_h).fold(0.0, f64::max);
    if longest <= 0.0 {
        return html! {};
    }
    let drawings = html! {
        div.pair { @for (direction, bars) in &all { (drawing(view, direction, bars, longest)) } }
    };
    let key = html! {
        ul.key {
            li { i.moving {} (view.language.word("split-moving")) }
            @for ((_, _, explained), fill) in words::WAITS.iter().zip(FILLS) { li { i class=(fill) {} (view.language.word(explained)) } }
        }
    };
    figure::section(&title(view), "", &figure(view.language, &drawings, &key, &table(view)))
}

fn title(view: &View<'_>) -> String {
    let percent = |class: &str| {
        let door = view.corridor("door_to_door_h", "", class)?.mean.filter(|door| *door > 0.0)?;
        let wait = view.corridor("wait_h", "", class)?.mean?;
        Some(number::localised(&number::plain(100.0 * wait / door), view.language))
    };
    let groups = travellers::groups(view);
    if let [people, vehicles] = groups.as_slice()
        && let (Some(people), Some(vehicles)) = (percent(&people.together), percent(&vehicles.together))
    {
        let values = [("people", (&people).into()), ("vehicles", (&vehicles).into())];
        return view.language.say("split-title-groups", &values);
    }
    match percent("") {
        Some(percent) => view.language.say("split-title-waiting", &[("percent", (&percent).into())]),
        None => view.language.word("split-title"),
    }
}

fn bars<'a>(view: &View<'a>, direction: &'a str) -> Vec<Bar<'a>> {
    let classes = travellers::classes(view, direction).into_iter();
    classes
        .filter_map(|class| {
            let door = view.corridor("door_to_door_h", direction, class);
            let total_h = door?.mean?;
            let waits_h = words::WAITS
                .map(|(name, ..)| view.corridor(name, direction, class).and_then(|m| m.mean).unwrap_or(0.0));
            Some(Bar {
                title: view::class_title(view.model(), class),
                total_h,
                total: view.language.say("hours", &[("number", (&view::mean(door)?.text_in(view.language)).into())]),
                moving_h: (total_h - waits_h.iter().sum::<f64>()).max(0.0),
                waits_h,
            })
        })
        .collect()
}

fn drawing(view: &View<'_>, direction: &str, bars: &[Bar<'_>], longest: f64) -> Markup {
    let bottom = TOP + ROW * bars.len() as f64;
    let ticks = ticks_from_zero(longest, 4);
    let x = Scale::new(0.0, ticks.last().copied().unwrap_or(1.0), LEFT, WIDTH - RIGHT);
    let title = view::direction_title(view.model(), direction);
    let content = html! {
        (label(0.0, 14.0, &format!("strong t{}", hue(view.direction_index(direction))), title))
        (axis::below(view.language, &ticks, x, TOP - 4.0, bottom))
        (label(WIDTH - RIGHT + 20.0, bottom + 16.0, "tick", &view.language.word("hours-unit")))
        @for (row, bar) in bars.iter().enumerate() {
            @let y = TOP + ROW * row as f64 + (ROW - BAR) / 2.0;
            (label(0.0, y + 13.5, "", &cut_drawn(bar.title, 21)))
            (rect(LEFT, y, x.at(bar.moving_h) - LEFT, BAR, "moving"))
            @for (index, fill) in FILLS.iter().enumerate() {
                @let start = bar.moving_h + bar.waits_h[..index].iter().sum::<f64>();
                (rect(x.at(start), y, x.at(start + bar.waits_h[index]) - x.at(start), BAR, fill))
            }
            (label(x.at(bar.total_h) + 7.0, y + 13.5, "small", &bar.total))
        }
    };
    chart::svg(
        "",
        WIDTH,
        bottom + 24.0,
        &view.language.say("split-alt", &[("direction", title.into())]),
        &view.language.word("split-description"),
        &content,
    )
}

fn table(view: &View<'_>) -> Table {
    let mut table = Table::new(&view.language.words(["class", "split-wait", "mean", "p50", "p90"]));
    for direction in view.directions() {
        table.group(view::direction_title(view.model(), direction));
        for class in view.classes(direction) {
            for (name, word, _) in words::WAITS {
                let wait = view.corridor(name, direction, class);
                table.row(vec![
                    Cell::Text(view::class_title(view.model(), class).to_owned()),
                    Cell::Text(view.language.word(word)),
                    Cell::estimate(view::mean(wait)),
                    Cell::estimate(view::p50(wait)),
                    Cell::estimate(view::p90(wait)),
                ]);
            }
        }
    }
    table
}
