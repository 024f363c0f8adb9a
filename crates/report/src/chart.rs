//! The little drawing that reports need: scales, axes and paths as SVG. Colours come from the page's style sheet by class.

pub(crate) mod axis;
pub(crate) mod path;
pub(crate) mod ramp;
pub(crate) mod scale;

use maud::{Markup, PreEscaped, html};

/// A drawing with its name and description for those who cannot see it.
pub(crate) fn svg(class: &str, width: f64, height: f64, title: &str, description: &str, content: &Markup) -> Markup {
    let view_box = format!("0 0 {} {}", path::c(width), path::c(height));
    html! {
        svg class=(class) viewBox=(view_box) role="img" aria-label=(title) xmlns="http://www.w3.org/2000/svg" {
            title { (title) }
            desc { (description) }
            (content)
        }
    }
}

/// Text at a place; `class` may hold `end` or `mid` for its anchor.
pub(crate) fn label(x: f64, y: f64, class: &str, words: &str) -> Markup {
    html! { text class=(class) x=(path::c(x)) y=(path::c(y)) { (words) } }
}

/// A filled rectangle; nothing when it has no area.
pub(crate) fn rect(x: f64, y: f64, width: f64, height: f64, class: &str) -> Markup {
    if width <= 0.0 || height <= 0.0 || !(width + height).is_finite() {
        return PreEscaped(String::new());
    }
    html! { rect class=(class) x=(path::c(x)) y=(path::c(y)) width=(path::c(width)) height=(path::c(height)) {} }
}

/// A straight line.
pub(crate) fn rule(x1: f64, y1: f64, x2: f64, y2: f64, class: &str) -> Markup {
    html! { line class=(class) x1=(path::c(x1)) y1=(path::c(y1)) x2=(path::c(x2)) y2=(path::c(y2)) {} }
}

/// A dot.
pub(crate) fn dot(x: f64, y: f64, radius: f64, class: &str) -> Markup {
    html! { circle class=(class) cx=(path::c(x)) cy=(path::c(y)) r=(path::c(radius)) {} }
}

/// A path.
pub(crate) fn path(d: &str, class: &str) -> Markup {
    html! { path class=(class) d=(d) {} }
}
