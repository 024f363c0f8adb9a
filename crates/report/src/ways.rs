//! Which ways flows take that choose among several: the rows and sentences of tables and pages.

use crate::number;
use crate::view::{self, View};
use portway_model::element::Choice;
use portway_study::Measure;
use portway_study::measures::way_scope;

/// From here on something is missing to all: less is rounding.
const STAY_HOME: f64 = 0.0005;

/// A way that fewer take, as a part of the flow, is not told of alone.
const TAKEN: f64 = 0.0005;

/// From this many ways that nobody takes on, a flow tells only how many they are.
pub(crate) const MANY_UNTAKEN: usize = 2;

/// A flow that chooses.
pub(crate) struct Chooser<'a> {
    /// Title of the flow.
    pub(crate) title: &'a str,
    /// Its ways in the order of the folder.
    pub(crate) ways: Vec<Way<'a>>,
}

impl<'a> Chooser<'a> {
    /// The ways that anybody takes worth telling, and how many others there are.
    pub(crate) fn taken(&self) -> (Vec<&Way<'a>>, usize) {
        let taken: Vec<&Way<'_>> = self.ways.iter().filter(|way| way.share.mean.unwrap_or(0.0) >= TAKEN).collect();
        let others = self.ways.len() - taken.len();
        (taken, others)
    }
}

/// One of its ways.
pub(crate) struct Way<'a> {
    /// Title of the route.
    pub(crate) title: &'a str,
    /// Part of the flow that takes it.
    pub(crate) share: &'a Measure,
    /// Time door to door of those who do; none where nobody does.
    pub(crate) time: Option<&'a Measure>,
}

/// The flows that choose, in the order of the folder.
pub(crate) fn choosers<'a>(view: &View<'a>) -> Vec<Chooser<'a>> {
    let model = view.model();
    let flows = model.flows.iter().filter(|flow| flow.choice.is_some());
    let chooser = |flow: &'a portway_model::element::Flow| {
        let ways = flow.routes.iter().filter_map(|route| {
            let route = &model.routes[*route];
            let scope = way_scope(&flow.name, &route.name);
            let share = view.station("way_share", &scope, "").filter(|share| share.mean.is_some())?;
            Some(Way { title: &route.title, share, time: view.station("way_door_to_door_h", &scope, "") })
        });
        Chooser { title: &flow.title, ways: ways.collect() }
    };
    flows.map(chooser).filter(|chooser| !chooser.ways.is_empty()).collect()
}

/// By which rule shares came about, and what those that are missing did.
pub(crate) fn sentences(view: &View<'_>, choosers: &[Chooser<'_>]) -> Vec<String> {
    let rules = view.model().flows.iter().filter_map(|flow| flow.choice.as_ref());
    let (fixed, learned): (Vec<&Choice>, Vec<&Choice>) = rules.partition(|rule| matches!(rule, Choice::Shares(_)));
    let rule = match (fixed.is_empty(), learned.is_empty()) {
        (true, _) => "ways-learned",
        (false, true) => "ways-fixed",
        (false, false) => "ways-learned-or-fixed",
    };
    let travelling = |chooser: &Chooser<'_>| chooser.ways.iter().filter_map(|way| way.share.mean).sum::<f64>();
    let stay = choosers.iter().any(|chooser| travelling(chooser) < 1.0 - STAY_HOME);
    [Some(rule), stay.then_some("ways-stay-home")].into_iter().flatten().map(|id| view.language.word(id)).collect()
}

/// A flow that takes one way only: a sentence says it.
pub(crate) fn unanimous(view: &View<'_>, chooser: &Chooser<'_>) -> String {
    let (taken, _) = chooser.taken();
    let share = taken.first().and_then(|way| view::mean(Some(way.share))).map(|share| share.value);
    let share = number::localised(&share.unwrap_or_default(), view.language);
    let values = [
        ("flow", chooser.title.into()),
        ("way", taken.first().map_or("", |way| way.title).into()),
        ("share", (&share).into()),
    ];
    view.language.say("ways-heading", &values)
}
