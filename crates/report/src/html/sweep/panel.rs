//! One input: a line with its band. Several: a panel for each input, with a dot for every point.

use super::{Levels, SweepView};
use crate::chart::scale::{Scale, ticks_between};
use crate::chart::{self, axis, dot, label, path, rule};
use crate::measures::asked_with_unit;
use crate::number::localised;
use crate::sweep::input_text;
use crate::text::cut;
use crate::words;
use maud::{Markup, html};
use portway_model::factor::Level;
use portway_study::sweep::{Design, SweptPoint};
use std::collections::BTreeSet;

const LEFT: f64 = 52.0;
const TOP: f64 = 30.0;
const HEIGHT: f64 = 220.0;
const SMALL_HEIGHT: f64 = 150.0;
const BELOW: f64 = 44.0;

/// Values of an input up to which each is marked on the axis.
const MARKED: usize = 14;

/// Dots of one panel; more would only be a cloud, and the lines show what they have in common.
pub(super) const MOST_DOTS: usize = 2000;

/// One point in so many is drawn. In a full design the points of neighbouring numbers share most of their values, so that a step
/// must not fall in with its rhythm; one that shares no divisor with the number of values of any input does not.
fn step(view: &SweepView<'_>) -> usize {
    let divides = |a: usize, b: usize| {
        let (mut a, mut b) = (a, b);
        while b > 0 {
            (a, b) = (b, a % b);
        }
        a > 1
    };
    let least = view.results.points.len().div_ceil(MOST_DOTS).max(1);
    let in_rhythm = |step: &usize| view.levels.iter().any(|levels| divides(*step, levels.values.len()));
    if least == 1 || view.results.plan.design != Design::Full {
        least
    } else {
        (least..).find(|step| !in_rhythm(step)).unwrap_or(least)
    }
}

/// The share of the largest value below which the axis begins at zero: what differs by less is looked at closely.
const FROM_ZERO: f64 = 0.5;

pub(super) fn drawing(view: &SweepView<'_>, measure: usize, large: bool) -> Markup {
    let inputs = view.names.len();
    if inputs == 1 {
        return panel(view, measure, 0, if large { 1040.0 } else { 520.0 }, if large { HEIGHT } else { SMALL_HEIGHT });
    }
    // Panels of one measure stand together; those of other measures in one column of the pair.
    html! {
        div class=[large.then_some("pair")] {
            @for input in 0..inputs { (panel(view, measure, input, 520.0, if large { HEIGHT } else { SMALL_HEIGHT })) }
        }
    }
}

/// Where the values of an input stand.
struct Across {
    levels: Levels,
    scale: Scale,
    numeric: bool,
}

impl Across {
    fn new(view: &SweepView<'_>, input: usize, right: f64) -> Self {
        let levels = view.levels[input].clone();
        let numbers: Vec<f64> = levels.values.iter().filter_map(number).collect();
        let numeric = numbers.len() == levels.values.len();
        let (low, high) = if numeric {
            (
                numbers.iter().copied().fold(f64::INFINITY, f64::min),
                numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            )
        } else {
            (0.0, levels.values.len().saturating_sub(1) as f64)
        };
        let margin = if high > low { (high - low) * 0.03 } else { 1.0 };
        Self { levels, scale: Scale::new(low - margin, high + margin, LEFT, right), numeric }
    }

    fn at(&self, level: &Level) -> f64 {
        let place = || self.levels.place(level).unwrap_or(0) as f64;
        self.scale.at(if self.numeric { number(level).unwrap_or(0.0) } else { place() })
    }
}

fn number(level: &Level) -> Option<f64> {
    match level {
        Level::Number(number) => Some(*number),
        Level::Text(_) => None,
    }
}

fn panel(view: &SweepView<'_>, measure: usize, input: usize, width: f64, height: f64) -> Markup {
    let asked = &view.results.asked[measure];
    let scale = words::scale_of(&asked.unit);
    let alone = view.names.len() == 1;
    let value = |point: &SweptPoint| point.measures[measure].mean.map(|mean| mean * scale);
    let reach =
        |point: &SweptPoint| if alone { point.measures[measure].half_width.unwrap_or(0.0) * scale } else { 0.0 };
    let points: Vec<(&SweptPoint, f64)> =
        view.results.points.iter().filter_map(|point| Some((point, value(point)?))).collect();
    let low = points.iter().map(|(point, mean)| mean - reach(point)).fold(f64::INFINITY, f64::min);
    let high = points.iter().map(|(point, mean)| mean + reach(point)).fold(f64::NEG_INFINITY, f64::max);
    let low = if low > 0.0 && low < FROM_ZERO * high { 0.0 } else { low };
    let (bottom, right) = (TOP + height, width - 12.0);
    let margin = if high > low { (high - low) * 0.06 } else { high.abs().max(1.0) * 0.1 };
    let y = Scale::new(if low == 0.0 { 0.0 } else { low - margin }, high + margin, bottom, TOP);
    let x = Across::new(view, input, right);
    let title = asked_with_unit(asked, view.language);
    let step = step(view);
    // Signs in the same place are one sign, so that they are no more than the drawing is wide.
    let growing = view.results.points.iter().filter(|point| value(point).is_none() && grows(point));
    let growing: BTreeSet<i32> = growing.map(|point| x.at(&point.inputs[input]).round() as i32).collect();
    let content = html! {
        (label(0.0, 14.0, "strong", &title))
        @if !points.is_empty() { (axis::left(view.language, &ticks_between(y.from, y.to, 4), y, LEFT, right)) }
        (axis_below(view, &x, input, bottom))
        @if alone && x.numeric { (line(&x, y, &points, &reach)) }
        @if !alone { (level_means(&x, y, input, &points)) }
        @for (point, mean) in points.iter().filter(|(p, _)| (p.point as usize).is_multiple_of(step) || view.is_best(p)) {
            @let (across, up) = (x.at(&point.inputs[input]), y.at(*mean));
            @if alone && !x.numeric {
                (rule(across, y.at(mean - reach(point)), across, y.at(mean + reach(point)), "s0 curve"))
            }
            @let best = measure == 0 && view.is_best(point);
            (dot(across, up, if best { 5.0 } else { 3.0 }, if best { "seen" } else if alone { "d0" } else { "d0 soft" }))
        }
        @for across in growing { (label(f64::from(across), TOP + 10.0, "bad mid", "∞")) }
    };
    chart::svg("", width, bottom + BELOW, &title, &view.language.word("sweep-description"), &content)
}

/// Whether a queue grows at a point, until the window ends or until the kernel holds no more.
fn grows(point: &SweptPoint) -> bool {
    !point.growing.is_empty() || point.overflow.is_some()
}

/// The mean with the band of its interval; a value without a mean breaks the line.
fn line(x: &Across, y: Scale, points: &[(&SweptPoint, f64)], reach: &dyn Fn(&SweptPoint) -> f64) -> Markup {
    let mut sorted: Vec<&(&SweptPoint, f64)> = points.iter().collect();
    sorted.sort_by(|a, b| x.at(&a.0.inputs[0]).total_cmp(&x.at(&b.0.inputs[0])));
    let edge = |sign: f64| -> Vec<(f64, f64)> {
        sorted.iter().map(|(point, mean)| (x.at(&point.inputs[0]), y.at(mean + sign * reach(point)))).collect()
    };
    html! {
        (chart::path(&path::band(&edge(1.0), &edge(-1.0)), "d0 band"))
        (chart::path(&path::line(&edge(0.0)), "curve s0"))
    }
}

/// Of an input with few values, the mean of all points that share one: what the input does on average over the others.
fn level_means(x: &Across, y: Scale, input: usize, points: &[(&SweptPoint, f64)]) -> Markup {
    if x.levels.values.len() > MARKED {
        return html! {};
    }
    let mean = |level: &Level| {
        let same: Vec<f64> = points.iter().filter(|(p, _)| p.inputs[input] == *level).map(|(_, mean)| *mean).collect();
        (!same.is_empty()).then(|| (x.at(level), y.at(same.iter().sum::<f64>() / same.len() as f64)))
    };
    let mut means: Vec<(f64, f64)> = x.levels.values.iter().filter_map(mean).collect();
    means.sort_by(|a, b| a.0.total_cmp(&b.0));
    html! { (chart::path(&path::line(&means), "curve s0")) }
}

fn axis_below(view: &SweepView<'_>, x: &Across, input: usize, bottom: f64) -> Markup {
    let title = cut(&view.axis_title(input), 70);
    let few = x.levels.values.len() <= MARKED;
    html! {
        @if few {
            @for level in &x.levels.values {
                (rule(x.at(level), TOP, x.at(level), bottom, "guide"))
                (label(x.at(level), bottom + 16.0, "tick mid", &cut(&localised(&input_text(level, ""), view.language), 12)))
            }
        } @else {
            (axis::below(view.language, &ticks_between(x.scale.from, x.scale.to, 6), x.scale, TOP, bottom))
        }
        (label(LEFT, bottom + 34.0, "tick", &format!("→ {title}")))
    }
}

/// What dots, line and band mean.
pub(super) fn key(view: &SweepView<'_>) -> Markup {
    let language = view.language;
    let level = format!("{:.0}", view.results.plan.rests_on.level * 100.0);
    let alone = view.names.len() == 1;
    let grows = view.results.points.iter().any(|point| point.measures[0].mean.is_none() && grows(point));
    let step = step(view);
    html! {
        ul.key {
            @if alone { li { i.d0 {} (language.say("sweep-key-band", &[("level", (&level).into())])) } }
            @else {
                li { i.d0 {} (language.word("sweep-key-point")) }
                li { "— " (language.word("sweep-key-level")) }
            }
            @if step > 1 { li { (language.say("sweep-key-thinned", &[("step", step.into())])) } }
            @if view.results.best.is_some() { li { "● " (language.word("sweep-key-best")) } }
            @if grows { li { "∞ " (language.word("sweep-key-grows")) } }
        }
    }
}
