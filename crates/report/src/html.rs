//! A self-contained page: no network, no script needed, readable from disk and on paper.

use crate::answer;
use crate::basis::Basis;
use crate::style::Style;
use crate::table;
use crate::view::View;
use crate::words;
use maud::{DOCTYPE, Markup, html};
use portway_study::{Comparison, Results, Validation};

/// The report of one run.
pub fn run(results: &Results, basis: &Basis<'_>) -> String {
    let title = &basis.timeline.first().title;
    let heading = words::run_heading(title, &basis.timeline.scenario.title, &results.from, &results.to);
    let body = html! {
        p { (answer::sentence(&View { results, basis })) }
        pre { (table::run(results, basis, Style::PLAIN)) }
    };
    page(&heading, &body)
}

/// The report of two scenarios side by side; `a` and `b` are the corridors of both.
pub fn comparison(comparison: &Comparison, a: &Basis<'_>, b: &Basis<'_>) -> String {
    let heading = format!("{}: {} / {}", a.timeline.first().title, comparison.a.scenario, comparison.b.scenario);
    page(&heading, &html! { pre { (table::comparison(comparison, b, Style::PLAIN)) } })
}

/// The report of a validation; `title` is the corridor's.
pub fn validation(validation: &Validation, title: &str) -> String {
    page(title, &html! { pre { (table::validation(validation, Style::PLAIN)) } })
}

fn page(heading: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (heading) }
            }
            body { h1 { (heading) } (body) }
        }
    };
    page.into_string()
}
