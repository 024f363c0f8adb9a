//! The staircase of time along the way, and of cost where the corridor knows prices: kilometres to the right, hours or money
//! upwards, steps where vehicles stand.
//!
//! The time/cost-distance method of the United Nations Economic and Social Commission for Asia and the Pacific (UNESCAP), which
//! CAREC's corridor monitoring uses too: the height of a step is what a border crossing costs in time.

use super::figure::{self, Cell, Table, figure};
use super::page::hue;
use crate::chart::axis;
use crate::chart::path::line;
use crate::chart::scale::{Scale, ticks_from_zero};
use crate::chart::{self, label, rect};
use crate::number::{self, Estimate};
use crate::text::cut;
use crate::travellers;
use crate::view::{self, View};
use crate::words;
use maud::{Markup, html};
use portway_model::element::Flow;
use portway_model::travel;
use portway_study::journey::{Figure, Stop, Way};

const WIDTH: f64 = 520.0;
const HEIGHT: f64 = 330.0;
const LEFT: f64 = 50.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 292.0;

/// Width of the part of a step that tells its kinds of time.
const STEP: f64 = 9.0;

/// Least distance between two labels, and the widest label, in characters.
const LABEL_GAP: f64 = 15.0;
const LABEL_WIDTH: usize = 26;

/// Share of the drawing's height from which a step is worth its label.
const WORTH_A_LABEL: f64 = 0.03;

/// Share of the drawing's width beyond which a label stands left of its step.
const TURNS: f64 = 0.55;

/// The kinds of time at a place: style class and message, in the order in which they are stacked.
pub(super) const KINDS: [(&str, &str); 5] = [
    ("moving", "journey-service"),
    ("virtual", "journey-virtual"),
    ("yard", "journey-yard"),
    ("physical", "journey-physical"),
    ("blocked", "journey-blocked"),
];

pub(super) fn section(view: &View<'_>) -> Markup {
    let ways: Vec<&Way> =
        view.directions().iter().filter_map(|d| view.results.journey.way(d, main_class(view, d))).collect();
    let of_time: Vec<Staircase> = ways.iter().filter_map(|way| Staircase::of(way, Of::Time)).collect();
    if of_time.is_empty() {
        return html! {};
    }
    let of_money: Vec<Staircase> = ways.iter().filter_map(|way| Staircase::of(way, Of::Money)).collect();
    let drawings = html! { (pair(view, &of_time)) @if !of_money.is_empty() { (pair(view, &of_money)) } };
    let shown = |kind: usize| ways.iter().flat_map(|way| &way.stops).any(|stop| kinds(stop)[kind].mean > 0.0);
    let key = html! {
        ul.key {
            @for (_, (fill, word)) in KINDS.iter().enumerate().filter(|(kind, _)| shown(*kind)) {
                li { i class=(fill) {} (view.language.word(word)) }
            }
        }
    };
    let lead = view.language.word("journey-staircase-lead");
    figure::section(&title(view, &ways), &lead, &figure(view.language, &drawings, &key, &table(view, &ways)))
}

/// Whose staircase is drawn: that of all, unless there are people and many ways; then that of the class that crosses most among
/// those of the longest way, because hours of different ways do not add up to a staircase.
fn main_class<'a>(view: &View<'a>, direction: &str) -> &'a str {
    let model = view.model();
    let route = model.directions.find(direction).and_then(|id| travel::main_route(model, id.index()));
    let Some(route) = route.filter(|_| !travellers::groups(view).is_empty()) else { return "" };
    let takes = |flow: &&Flow| flow.routes.iter().any(|taken| std::ptr::eq(&raw const model.routes[*taken], route));
    let classes = model.flows.iter().filter(takes).map(|flow| model.classes[flow.class].name.as_str());
    // Those of all directions, so that both show the same class where it goes both ways.
    let crossings = |class: &str| -> f64 {
        let of = |direction: &&str| view.corridor("crossings_per_day", direction, class).and_then(|m| m.mean);
        view.directions().iter().filter_map(of).sum()
    };
    classes.reduce(|one, other| if crossings(other) > crossings(one) { other } else { one }).unwrap_or("")
}

/// A direction, and whose way it is when it is not that of all.
fn whose(view: &View<'_>, way: &Way) -> String {
    let direction = view::direction_title(view.model(), &way.direction).to_owned();
    match way.class.as_str() {
        "" => direction,
        class => words::list(view.language, &[direction, view::class_title(view.model(), class).to_owned()]),
    }
}

/// Both directions on the same scales.
fn pair(view: &View<'_>, drawn: &[Staircase<'_>]) -> Markup {
    let highest = drawn.iter().map(|stairs| stairs.top()).fold(0.0, f64::max);
    let longest = drawn.iter().map(|stairs| stairs.length_km).fold(0.0, f64::max);
    html! { div.pair { @for stairs in drawn { (drawing(view, stairs, highest, longest)) } } }
}

/// The times of a stop in the order of [`KINDS`].
pub(super) fn kinds(stop: &Stop) -> [Figure; 5] {
    [stop.service_h, stop.virtual_h, stop.yard_h, stop.physical_h, stop.blocked_h]
}

/// Names the place where a vehicle stands longest.
fn title(view: &View<'_>, ways: &[&Way]) -> String {
    let model = view.model();
    let mut longest: Option<(&str, &Way, f64)> = None;
    for way in ways {
        for stop in way.stops.iter().filter(|stop| !stop.facility.is_empty()) {
            let hours = at_facility(way, &stop.facility).iter().map(|stop| stop.time_h.mean).sum();
            if longest.is_none_or(|(.., most)| hours > most) {
                longest = Some((&stop.facility, way, hours));
            }
        }
    }
    let Some((facility, way, hours)) = longest else { return view.language.word("journey-staircase") };
    let hours = view::in_unit(hours, None, "h").text_in(view.language);
    let title = model.facilities.find(facility).map_or(facility, |id| &model.facilities[id].title);
    let direction = whose(view, way);
    let values = [("place", title.into()), ("hours", (&hours).into()), ("direction", (&direction).into())];
    view.language.say("journey-staircase-title", &values)
}

fn at_facility<'w>(way: &'w Way, facility: &str) -> Vec<&'w Stop> {
    way.stops.iter().filter(|stop| stop.facility == facility).collect()
}

/// What a staircase adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Time,
    Money,
}

impl Of {
    /// A value with its unit, which for money is the corridor's first currency.
    fn said(self, view: &View<'_>, value: Figure) -> String {
        match self {
            Self::Time => {
                let hours = view::in_unit(value.mean, value.half_width, "h").text_in(view.language);
                view.language.say("journey-whole", &[("hours", (&hours).into())])
            }
            Self::Money => format!("{} {}", money(value).text_in(view.language), currency(view)),
        }
    }
}

/// An amount to the hundredth at most.
fn money(amount: Figure) -> Estimate {
    number::quantity(amount.mean, amount.half_width, 2)
}

fn currency(view: &View<'_>) -> &'static str {
    view.model().money.as_ref().map_or("", |money| money.currency.code())
}

/// Corners of a direction's staircase, and what stands at its steps.
struct Staircase<'w> {
    way: &'w Way,
    of: Of,
    /// Kilometres, and hours or money.
    corners: Vec<(f64, f64)>,
    /// Upright parts: kilometres, hours or money from and to, style class.
    uprights: Vec<(f64, f64, f64, &'static str)>,
    /// Facilities: name, kilometres, hours or money at the foot and on top.
    facilities: Vec<(&'w str, f64, f64, f64)>,
    length_km: f64,
}

impl<'w> Staircase<'w> {
    /// The staircase of a way; none when it has no times, or no prices.
    fn of(way: &'w Way, of: Of) -> Option<Self> {
        way.door_to_door_h?;
        if of == Of::Money && way.stops.iter().all(|stop| stop.cost.is_none_or(|cost| cost.mean <= 0.0)) {
            return None;
        }
        let corners = vec![(0.0, 0.0)];
        let mut stairs = Self { way, of, corners, uprights: Vec::new(), facilities: Vec::new(), length_km: 0.0 };
        let (mut km, mut hours) = (0.0, 0.0);
        for stop in &way.stops {
            let foot = hours;
            km = stop.from_km.unwrap_or(km);
            let cost = stop.cost.map_or(0.0, |cost| cost.mean);
            match (of, stop.facility.is_empty()) {
                (Of::Time, _) => {}
                (Of::Money, true) => {
                    km = stop.to_km.unwrap_or(km);
                    hours += cost;
                    stairs.corners.push((km, hours));
                    continue;
                }
                (Of::Money, false) => {
                    let part = |part: Option<Figure>| part.map_or(0.0, |part| part.mean);
                    let (waiting, held) = (part(stop.cost_waiting), part(stop.cost_held));
                    // A stop has one kind of waiting and one of being held, those of its hours.
                    stairs.stand(
                        km,
                        &mut hours,
                        waiting,
                        if stop.virtual_h.mean > 0.0 { "virtual" } else { "physical" },
                    );
                    stairs.stand(km, &mut hours, held, if stop.yard_h.mean > 0.0 { "yard" } else { "blocked" });
                    stairs.stand(km, &mut hours, cost - waiting - held, "moving");
                    stairs.note(stop, km, foot, hours);
                    continue;
                }
            }
            let [service, others @ ..] = kinds(stop);
            if stop.facility.is_empty() {
                // Waiting to come on a road is done at its beginning, standing on it at its end.
                stairs.stand(km, &mut hours, stop.physical_h.mean, "physical");
                km = stop.to_km.unwrap_or(km);
                hours += service.mean;
                stairs.corners.push((km, hours));
                stairs.stand(km, &mut hours, stop.blocked_h.mean, "blocked");
                continue;
            }
            for ((fill, _), figure) in KINDS[1..].iter().zip(others) {
                stairs.stand(km, &mut hours, figure.mean, fill);
            }
            stairs.stand(km, &mut hours, service.mean, KINDS[0].0);
            stairs.note(stop, km, foot, hours);
        }
        stairs.length_km = stairs.corners.iter().map(|(km, _)| *km).fold(0.0, f64::max);
        Some(stairs)
    }

    fn stand(&mut self, km: f64, hours: &mut f64, more_h: f64, fill: &'static str) {
        if more_h > 0.0 {
            self.uprights.push((km, *hours, *hours + more_h, fill));
            *hours += more_h;
            self.corners.push((km, *hours));
        }
    }

    /// Notes where a facility begins and ends.
    fn note(&mut self, stop: &'w Stop, km: f64, foot: f64, top: f64) {
        match self.facilities.last_mut() {
            Some((facility, .., last)) if *facility == stop.facility => *last = top,
            _ => self.facilities.push((&stop.facility, km, foot, top)),
        }
    }

    fn top(&self) -> f64 {
        self.corners.last().map_or(0.0, |(_, hours)| *hours)
    }
}

fn drawing(view: &View<'_>, stairs: &Staircase<'_>, highest: f64, longest: f64) -> Markup {
    let language = view.language;
    let (x_ticks, y_ticks) = (ticks_from_zero(longest, 5), ticks_from_zero(highest, 5));
    let last = |ticks: &[f64]| ticks.last().copied().unwrap_or(1.0);
    let x = Scale::new(0.0, last(&x_ticks), LEFT, WIDTH - RIGHT);
    let y = Scale::new(0.0, last(&y_ticks), BOTTOM, TOP);
    let hue = hue(view.direction_index(&stairs.way.direction));
    let title = whose(view, stairs.way);
    let whole = match (stairs.of, stairs.way.door_to_door_h) {
        (Of::Time, Some(whole)) => stairs.of.said(view, whole),
        _ => stairs.of.said(view, Figure { mean: stairs.top(), half_width: None }),
    };
    let (upwards, alt) = match stairs.of {
        Of::Time => (language.word("journey-hours"), "journey-staircase-alt"),
        Of::Money => (currency(view).to_owned(), "journey-cost-alt"),
    };
    let corners: Vec<(f64, f64)> = stairs.corners.iter().map(|(km, hours)| (x.at(*km), y.at(*hours))).collect();
    let content = html! {
        (label(0.0, 14.0, &format!("strong t{hue}"), &title))
        (label(WIDTH - RIGHT, 14.0, "small end", &whole))
        (axis::left(language, &y_ticks, y, LEFT, WIDTH - RIGHT))
        (axis::below(language, &x_ticks, x, BOTTOM, BOTTOM))
        (label(0.0, TOP - 12.0, "tick", &upwards))
        (label(WIDTH - RIGHT, HEIGHT - 4.0, "tick end", &language.word("journey-km")))
        (chart::path(&line(&corners), &format!("curve s{hue}")))
        @for (km, from, to, fill) in &stairs.uprights {
            (rect(x.at(*km) - STEP / 2.0, y.at(*to), STEP, y.at(*from) - y.at(*to), fill))
        }
        @for (words, at, height, class) in labels(view, stairs, x, y) { (label(at, height, class, &words)) }
    };
    let alt = language.say(alt, &[("direction", (&title).into())]);
    chart::svg("", WIDTH, HEIGHT, &alt, &language.word("journey-staircase-lead"), &content)
}

/// Facilities with their hours beside the middle of their steps: right of it while there is room, and never on each other.
fn labels(view: &View<'_>, stairs: &Staircase<'_>, x: Scale, y: Scale) -> Vec<(String, f64, f64, &'static str)> {
    let model = view.model();
    let worth = stairs.facilities.iter().filter(|(.., foot, top)| top - foot >= WORTH_A_LABEL * y.to);
    let mut labels: Vec<(String, f64, f64, &str)> = Vec::new();
    for (facility, km, foot, top) in worth {
        let title = model.facilities.find(facility).map_or(*facility, |id| &model.facilities[id].title);
        let value = stairs.of.said(view, Figure { mean: top - foot, half_width: None });
        let values = [("place", cut(title, LABEL_WIDTH)), ("value", value)];
        let values = values.each_ref().map(|(name, text)| (*name, text.into()));
        let words = view.language.say("journey-step", &values);
        let (at, class) = match x.at(*km) {
            at if at > LEFT + TURNS * (WIDTH - LEFT - RIGHT) => (at - STEP, "small end"),
            at => (at + STEP, "small"),
        };
        let middle = (y.at(*foot) + y.at(*top)) / 2.0 + 4.0;
        let below = labels.iter().filter(|(.., side)| *side == class).map(|(.., height, _)| height - LABEL_GAP);
        labels.push((words, at, below.fold(middle, f64::min), class));
    }
    labels
}

/// The title of a stop in the language of the report.
fn place(view: &View<'_>, stop: &Stop) -> String {
    match view.model().stages.find(&stop.scope) {
        Some(_) => view::scope_title(view.language, view.model(), &stop.scope),
        None => stop.title.clone(),
    }
}

fn table(view: &View<'_>, ways: &[&Way]) -> Table {
    let language = view.language;
    let mut headings =
        vec![language.word("journey-place"), language.word("journey-km"), language.word("journey-hours")];
    headings.extend(KINDS.map(|(_, word)| language.word(word)));
    let priced = ways.iter().flat_map(|way| &way.stops).any(|stop| stop.cost.is_some());
    headings.extend(priced.then(|| currency(view).to_owned()));
    let mut table = Table::new(&headings.iter().map(String::as_str).collect::<Vec<_>>());
    let cell = |figure: Figure| Cell::estimate(Some(view::in_unit(figure.mean, figure.half_width, "h")));
    for way in ways {
        table.group(&whose(view, way));
        for stop in &way.stops {
            let km = stop.from_km.zip(stop.to_km).map(|(from, to)| match from == to {
                true => view::in_unit(from, None, "h").value,
                false => format!("{}–{}", view::in_unit(from, None, "h").value, view::in_unit(to, None, "h").value),
            });
            let mut cells =
                vec![Cell::Text(place(view, stop)), Cell::Number(km.unwrap_or_default()), cell(stop.time_h)];
            cells.extend(
                kinds(stop).map(|figure| if figure.mean > 0.0 { cell(figure) } else { Cell::Number(String::new()) }),
            );
            cells.extend(stop.cost.map(|cost| Cell::estimate(Some(money(cost)))));
            table.row(cells);
        }
        for (word, figure) in [("journey-rest", way.rest_h), ("journey-door-to-door", way.door_to_door_h)] {
            if let Some(figure) = figure.filter(|figure| figure.mean != 0.0) {
                table.row(vec![Cell::Text(language.word(word)), Cell::Number(String::new()), cell(figure)]);
            }
        }
    }
    table
}
