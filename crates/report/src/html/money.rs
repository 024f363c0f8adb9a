//! What a crossing costs, per class: bars of its parts, those that waiting adds in colour, and the sums of a year in words.

use super::figure::{self, Cell, Table, figure};
use super::page::hue;
use crate::chart::axis;
use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, label, rect};
use crate::money::{self, PARTS};
use crate::text::cut_drawn;
use crate::travellers;
use crate::view::{self, View};
use maud::{Markup, html};

const WIDTH: f64 = 520.0;
const LEFT: f64 = 172.0;
const RIGHT: f64 = 110.0;
const TOP: f64 = 30.0;
const ROW: f64 = 32.0;
const BAR: f64 = 18.0;

/// Style classes of the parts, in the order of [`PARTS`]: greys for what a crossing costs without waiting, and the colours of waits
/// for what waiting adds.
const FILLS: [&str; 6] = ["g0", "g1", "g2", "g3", "physical", "blocked"];

struct Bar<'a> {
    title: &'a str,
    total: f64,
    said: String,
    parts: [f64; PARTS.len()],
}

/// The section; one line where the model has no prices.
pub(super) fn section(view: &View<'_>) -> Markup {
    let language = view.language;
    let said = money::sentences(view).join(if language == crate::Language::Zh { "" } else { " " });
    let Some(money) = money::money(view) else {
        let not_told = language.word("money-not-told");
        return html! { section { p.lead { (not_told) " " (said) } } };
    };
    let currency = money.currency.code();
    let all: Vec<(&str, Vec<Bar<'_>>)> = view.directions().into_iter().map(|d| (d, bars(view, d, currency))).collect();
    let dearest = all.iter().flat_map(|(_, bars)| bars).map(|bar| bar.total).fold(0.0, f64::max);
    if dearest <= 0.0 {
        // A queue that grows has no mean cost; what grows is said on top of the page.
        return html! {};
    }
    let drawings = html! {
        div.pair { @for (direction, bars) in &all { (drawing(view, direction, bars, dearest, currency)) } }
    };
    let key = html! {
        ul.key { @for ((name, id), fill) in PARTS.iter().zip(FILLS) {
            @if view.corridor(name, "", "").is_some() { li { i class=(fill) {} (language.word(id)) } }
        } }
    };
    figure::section(&heading(view, currency), &said, &figure(language, &drawings, &key, &table(view)))
}

fn heading(view: &View<'_>, currency: &str) -> String {
    let each =
        |class: &str| view::mean(view.corridor("cost_per_crossing", "", class)).map(|cost| cost.text_in(view.language));
    if let [people, vehicles] = travellers::groups(view).as_slice()
        && let (Some(people), Some(vehicles)) = (each(&people.together), each(&vehicles.together))
    {
        let values = [("people", (&people).into()), ("vehicles", (&vehicles).into()), ("currency", currency.into())];
        return view.language.say("money-heading-groups", &values);
    }
    let of = |name: &str| view.corridor(name, "", "");
    let Some(cost) = view::mean(of("cost_per_crossing")).map(|cost| cost.text_in(view.language)) else {
        return view.language.word("money-title");
    };
    let mean = |name: &str| of(name).and_then(|m| m.mean);
    match (mean("cost_per_crossing"), mean("cost_waiting_per_crossing")) {
        (Some(all), Some(waiting)) if all > 0.0 => {
            let percent = format!("{:.0}", 100.0 * waiting / all);
            let values = [("cost", (&cost).into()), ("currency", currency.into()), ("percent", (&percent).into())];
            view.language.say("money-heading-waiting", &values)
        }
        _ => view.language.say("money-heading", &[("cost", (&cost).into()), ("currency", currency.into())]),
    }
}

fn bars<'a>(view: &View<'a>, direction: &'a str, currency: &str) -> Vec<Bar<'a>> {
    let bar = |class: &'a str| {
        let cost = view.corridor("cost_per_crossing", direction, class);
        let part = |(name, _): (&str, &str)| view.corridor(name, direction, class).and_then(|m| m.mean).unwrap_or(0.0);
        Some(Bar {
            title: view::class_title(view.model(), class),
            total: cost?.mean?,
            said: format!("{} {currency}", view::mean(cost)?.text_in(view.language)),
            parts: PARTS.map(part),
        })
    };
    let priced = money::classes(view, direction);
    travellers::classes(view, direction).into_iter().filter(|class| priced.contains(class)).filter_map(bar).collect()
}

fn drawing(view: &View<'_>, direction: &str, bars: &[Bar<'_>], dearest: f64, currency: &str) -> Markup {
    let bottom = TOP + ROW * bars.len() as f64;
    let ticks = ticks_from_zero(dearest, 4);
    let x = Scale::new(0.0, ticks.last().copied().unwrap_or(1.0), LEFT, WIDTH - RIGHT);
    let title = view::direction_title(view.model(), direction);
    let content = html! {
        (label(0.0, 14.0, &format!("strong t{}", hue(view.direction_index(direction))), title))
        (axis::below(view.language, &ticks, x, TOP - 4.0, bottom))
        (label(WIDTH - RIGHT + 22.0, bottom + 16.0, "tick", currency))
        @for (row, bar) in bars.iter().enumerate() {
            @let y = TOP + ROW * row as f64 + (ROW - BAR) / 2.0;
            (label(0.0, y + 13.5, "", &cut_drawn(bar.title, 21)))
            @for (index, fill) in FILLS.iter().enumerate() {
                @let start = bar.parts[..index].iter().sum::<f64>();
                (rect(x.at(start), y, x.at(start + bar.parts[index]) - x.at(start), BAR, fill))
            }
            (label(x.at(bar.total) + 7.0, y + 13.5, "small", &bar.said))
        }
    };
    let alt = view.language.say("money-alt", &[("direction", title.into())]);
    chart::svg("", WIDTH, bottom + 24.0, &alt, &view.language.word("money-description"), &content)
}

fn table(view: &View<'_>) -> Table {
    let language = view.language;
    let second = money::money(view).and_then(|money| money.second);
    let mut columns: Vec<(&str, String)> = PARTS.iter().map(|(name, id)| (*name, language.word(id))).collect();
    let code = money::money(view).map_or("", |money| money.currency.code());
    columns.push(("cost_per_crossing", language.say("money-in", &[("currency", code.into())])));
    let in_second = |code: &str| language.say("money-in", &[("currency", code.into())]);
    columns.extend(second.map(|second| ("cost_per_crossing_second", in_second(second.code()))));
    columns.retain(|(name, _)| view.corridor(name, "", "").is_some());
    let class = language.word("class");
    let headings: Vec<&str> =
        [class.as_str()].into_iter().chain(columns.iter().map(|(_, word)| word.as_str())).collect();
    let mut table = Table::new(&headings);
    let all = language.word("all-classes");
    for direction in view.directions() {
        table.group(view::direction_title(view.model(), direction));
        let classes = money::classes(view, direction);
        let together = (classes.len() != 1).then_some("");
        for class in classes.into_iter().chain(together) {
            let title = if class.is_empty() { all.as_str() } else { view::class_title(view.model(), class) };
            let cost = |(name, _): &(&str, String)| Cell::estimate(view::mean(view.corridor(name, direction, class)));
            table.row([Cell::Text(title.to_owned())].into_iter().chain(columns.iter().map(cost)).collect());
        }
    }
    table
}
