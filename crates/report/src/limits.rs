//! How full caps and quotas were: the rows of tables and pages.

use crate::number::{self, Estimate};
use crate::view::{self, View};
use portway_model::element::{Back, Counts, Limit, Period};

/// Messages of the columns behind the name, in order.
pub(crate) const COLUMNS: [&str; 5] = ["limits-admitted", "limits-mean", "limits-most", "limits-used", "limits-full"];

/// Measures of the columns.
const MEASURES: [&str; COLUMNS.len()] =
    ["limit_admissions_per_day", "limit_mean", "limit_max", "limit_use_share", "limit_full_share"];

/// A limit in a row: what it is called, what it allows, and the columns.
pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) allows: String,
    pub(crate) values: Vec<Option<Estimate>>,
}

/// All limits of the corridor.
pub(crate) fn rows(view: &View<'_>) -> Vec<Row> {
    let row = |limit: &Limit| Row {
        title: limit.title.clone(),
        allows: allows(view, limit),
        values: MEASURES.iter().map(|name| view::mean(view.limit(name, &limit.name))).collect(),
    };
    view.model().limits.iter().map(row).collect()
}

/// What a limit allows, in words.
fn allows(view: &View<'_>, limit: &Limit) -> String {
    let counts = match limit.counts {
        Counts::Vehicles => "vehicles",
        Counts::People => "people",
    };
    let every = match limit.back {
        Back::Leaving(_) => "once",
        Back::Every(Period::Day) => "day",
        Back::Every(Period::Month) => "month",
        Back::Every(Period::Year) => "year",
    };
    let most = number::localised(&number::plain(f64::from(limit.at_most)), view.language);
    let values =
        [("count", limit.at_most.into()), ("most", (&most).into()), ("counts", counts.into()), ("every", every.into())];
    view.language.say("limits-allows", &values)
}
