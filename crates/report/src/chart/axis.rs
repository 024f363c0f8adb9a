//! Axes: quiet lines with labels, quantities from zero.

use super::scale::Scale;
use super::{label, rule};
use crate::language::Language;
use crate::number;
use maud::{Markup, html};

/// Horizontal guide lines with their values on the left.
pub(crate) fn left(language: Language, ticks: &[f64], y: Scale, x_from: f64, x_to: f64) -> Markup {
    html! {
        @for tick in ticks {
            (rule(x_from, y.at(*tick), x_to, y.at(*tick), "guide"))
            (label(x_from - 6.0, y.at(*tick) + 4.0, "tick end", &tick_text(language, *tick)))
        }
    }
}

/// Values under a horizontal axis, with guide lines up to `top`.
pub(crate) fn below(language: Language, ticks: &[f64], x: Scale, top: f64, bottom: f64) -> Markup {
    html! {
        @for tick in ticks {
            (rule(x.at(*tick), top, x.at(*tick), bottom, "guide"))
            (label(x.at(*tick), bottom + 16.0, "tick mid", &tick_text(language, *tick)))
        }
    }
}

/// Dates under a horizontal axis; `x` maps day offsets.
pub(crate) fn dates(ticks: &[(usize, String)], x: Scale, top: f64, bottom: f64) -> Markup {
    html! {
        @for (offset, text) in ticks {
            (rule(x.at(*offset as f64), top, x.at(*offset as f64), bottom, "guide"))
            (label(x.at(*offset as f64) + 2.0, bottom + 15.0, "tick", text))
        }
    }
}

/// A tick's value: round by construction, so as short as it can be.
fn tick_text(language: Language, value: f64) -> String {
    if value.abs() >= 1.0 && value.fract() == 0.0 {
        return number::localised(&number::integer(value), language);
    }
    let text = number::plain(value);
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    number::localised(text, language)
}
