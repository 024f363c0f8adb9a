//! The measures of the field, row by row as tables show them: CAREC's corridor monitoring and the Time Release Study.

use crate::number::Estimate;
use crate::view::{self, View};
use crate::words;
use portway_study::Measure;

/// A group of rows under one title.
pub(crate) struct Group {
    /// What the rows are about.
    pub(crate) title: String,
    /// Rows in the order in which they are read.
    pub(crate) rows: Vec<Row>,
}

/// One quantity in every direction.
pub(crate) struct Row {
    /// What it is, with its unit.
    pub(crate) words: String,
    /// The values, in the order of the directions; none where there is none.
    pub(crate) values: Vec<Option<Estimate>>,
}

/// From this many border crossing points on, those at which nothing is paid have no row for it.
const MANY_POINTS: usize = 4;

/// Intervals of a Time Release Study: measure and message, in the order of the steps.
pub(crate) const INTERVALS: [(&str, &str); 5] = [
    ("trs_to_lodgement_h", "trs-lodgement"),
    ("trs_to_assessment_h", "trs-assessment"),
    ("trs_to_inspection_h", "trs-inspection"),
    ("trs_to_release_h", "trs-release"),
    ("trs_to_exit_h", "trs-exit"),
];

/// The whole of a Time Release Study.
pub(crate) const WHOLE: &str = "trs_arrival_to_exit_h";

/// CPMM's indicators of a corridor: the time at each border crossing point, then the speeds. Empty without any.
pub(crate) fn cpmm(view: &View<'_>) -> Vec<Group> {
    let language = view.language;
    let mut rows = Vec::new();
    let border = scopes(view, "cpmm_tfi1_h").len();
    for facility in scopes(view, "cpmm_tfi1_h") {
        let title = facility_title(view, facility);
        rows.push(row(view, language.say("cpmm-tfi1", &[("place", title.into())]), "cpmm_tfi1_h", facility));
    }
    for facility in scopes(view, "cpmm_tfi2_per_vehicle") {
        let title = facility_title(view, facility);
        let unit = unit_of(view, "cpmm_tfi2_per_vehicle");
        let values = [("place", title.into()), ("unit", (&unit).into())];
        let paid = row(view, language.say("cpmm-tfi2", &values), "cpmm_tfi2_per_vehicle", facility);
        let is_paid = |of: &&str| view.station("cpmm_tfi2_per_vehicle", facility, of).and_then(|m| m.mean) > Some(0.0);
        let nothing = !view.directions().iter().any(is_paid);
        rows.extend((!nothing || border < MANY_POINTS).then_some(paid));
    }
    let unit = unit_of(view, "cpmm_tfi3");
    rows.push(row(view, language.say("cpmm-tfi3", &[("unit", (&unit).into())]), "cpmm_tfi3", view::CORRIDOR));
    for (measure, word) in [("cpmm_tfi4_swod_kmh", "cpmm-tfi4-swod"), ("cpmm_tfi4_swd_kmh", "cpmm-tfi4-swd")] {
        rows.push(row(view, language.word(word), measure, view::CORRIDOR));
    }
    groups(vec![Group { title: language.word("cpmm-title"), rows }])
}

/// The intervals of a Time Release Study, a group for each facility that releases goods.
pub(crate) fn release(view: &View<'_>) -> Vec<Group> {
    let group = |facility| {
        let intervals = INTERVALS.iter().chain([&(WHOLE, "trs-whole")]);
        let rows = intervals.map(|(measure, word)| row(view, view.language.word(word), measure, facility));
        Group { title: facility_title(view, facility).to_owned(), rows: rows.collect() }
    };
    let takes_time = |facility: &&str| {
        view.directions()
            .iter()
            .any(|direction| view.station(WHOLE, facility, direction).and_then(|m| m.mean) > Some(0.0))
    };
    let all = scopes(view, WHOLE);
    let many = all.len() >= MANY_POINTS;
    groups(all.into_iter().filter(|facility| !many || takes_time(facility)).map(group).collect())
}

/// What is said under CPMM's indicators when two of them lack prices; none when they do not.
pub(crate) fn without_money(view: &View<'_>) -> Option<String> {
    view.model().money.is_none().then(|| view.language.word("cpmm-no-money"))
}

/// The unit of a measure with the currency of the corridor; empty when nothing has that measure.
fn unit_of(view: &View<'_>, measure: &str) -> String {
    let row = view.results.measures.iter().find(|row| row.name == measure);
    row.map_or_else(String::new, |row| words::unit(view.language, &row.unit))
}

/// Rows and groups that say something.
fn groups(groups: Vec<Group>) -> Vec<Group> {
    let mut groups = groups;
    groups.iter_mut().for_each(|group| group.rows.retain(|row| row.values.iter().any(Option::is_some)));
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// Facilities that a measure is given for, in the order of results, which is that of the folder.
pub(crate) fn scopes<'a>(view: &View<'a>, measure: &str) -> Vec<&'a str> {
    let mut scopes: Vec<&str> = Vec::new();
    for row in view.results.measures.iter().filter(|row| row.name == measure) {
        if !scopes.contains(&row.scope.as_str()) {
            scopes.push(&row.scope);
        }
    }
    scopes
}

/// Title of a facility; its name when the model does not know it.
pub(crate) fn facility_title<'a>(view: &View<'a>, name: &'a str) -> &'a str {
    let model = view.model();
    model.facilities.find(name).map_or(name, |id| &model.facilities[id].title)
}

fn row(view: &View<'_>, words: String, measure: &str, scope: &str) -> Row {
    let value = |direction: &&str| -> Option<&Measure> { view.station(measure, scope, direction) };
    Row { words, values: view.directions().iter().map(|direction| view::mean(value(direction))).collect() }
}
