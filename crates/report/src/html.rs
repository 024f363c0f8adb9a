//! A self-contained page: no network and no script, readable from disk, on a small screen, in the dark and on paper.
//!
//! The order is that of a conversation: the answer, the picture that proves it, the details with a table behind each, and what
//! all of it rests on.

mod bottleneck;
mod capacity;
mod comparison;
mod daily;
mod distribution;
mod evidence;
mod explain;
mod field;
mod figure;
mod heat;
mod limits;
mod money;
mod owners;
mod page;
mod programme;
mod ranking;
mod sensitivity;
mod services;
mod since;
mod split;
mod staircase;
mod stations;
mod strip;
mod sweep;
mod trade;
mod validation;
mod ways;

pub use bottleneck::bottleneck;
pub use capacity::capacity;
pub use comparison::comparison;
pub use explain::explain;
pub use programme::programme;
pub use ranking::ranking;
pub use sensitivity::sensitivity;
pub use sweep::sweep;
pub use validation::validation;

use crate::answer;
use crate::basis::Basis;
use crate::language::Language;
use crate::since::Since;
use crate::travellers;
use crate::view::View;
use maud::{Markup, html};
use portway_study::Results;

/// What a report of a run is about.
pub(crate) fn heading(view: &View<'_>) -> String {
    let window = view.language.iso_dates(&view.results.from, &view.results.to);
    let (title, scenario) = (&view.model().title, &view.basis.timeline.scenario.title);
    let values = [("title", title.into()), ("scenario", scenario.into()), ("window", (&window).into())];
    view.language.say("run-heading", &values)
}

/// The report of one run, with what changed since an earlier one when there is one.
pub fn run(language: Language, results: &Results, basis: &Basis<'_>, since: Option<&Since>) -> String {
    let view = View { results, basis, language };
    let heading = heading(&view);
    let body = html! {
        (page::header(&heading, &answer::sentence(&view)))
        (page::notes(language, &results.diagnostics))
        @if travellers::groups(&view).is_empty() {
            (of_one_way(&view, since))
        } @else {
            (of_many_ways(&view, since))
        }
        (evidence::changes(language, &basis.timeline.scenario))
        (evidence::section(&view))
    };
    page::page(language, &heading, &body)
}

/// Along one way the picture of the way comes first.
fn of_one_way(view: &View<'_>, since: Option<&Since>) -> Markup {
    html! {
        (strip::section(view))
        @if let Some(since) = since { (since::section(view.language, since, view.model())) }
        (daily::section(view))
        (split::section(view))
        (owners::section(view))
        (staircase::section(view))
        (field::cpmm(view))
        (field::release(view))
        (ways::section(view))
        (distribution::section(view))
        (heat::section(view))
        (stations::section(view))
        (services::section(view))
        (limits::section(view))
        (money::section(view))
        (trade::section(view))
    }
}

/// With people and many ways, first who crosses and by what, then what holds them and what it costs, then the way of freight.
fn of_many_ways(view: &View<'_>, since: Option<&Since>) -> Markup {
    html! {
        (daily::section(view))
        @if let Some(since) = since { (since::section(view.language, since, view.model())) }
        (services::section(view))
        (ways::section(view))
        (limits::section(view))
        (stations::section(view))
        (split::section(view))
        (distribution::section(view))
        (heat::section(view))
        (owners::section(view))
        (money::section(view))
        (trade::section(view))
        (strip::section(view))
        (staircase::section(view))
        (field::cpmm(view))
        (field::release(view))
    }
}
