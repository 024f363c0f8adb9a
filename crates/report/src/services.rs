//! What services carried: the rows of tables and pages.

use crate::number::Estimate;
use crate::view::{self, View};
use portway_model::element::Service;

/// Messages of the columns behind the name, in order.
pub(crate) const COLUMNS: [&str; 4] =
    ["services-departures", "services-passengers", "services-busiest", "services-seats"];

/// Measures of the columns.
const MEASURES: [&str; COLUMNS.len()] = [
    "service_departures_per_day",
    "service_passengers_per_day",
    "service_busiest_day_passengers",
    "service_seat_use_share",
];

/// A service in a row: what it is called, and the columns.
pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) values: Vec<Option<Estimate>>,
}

/// The services that ran in the window.
pub(crate) fn rows(view: &View<'_>) -> Vec<Row> {
    let row = |service: &Service| Row {
        title: service.title.clone(),
        values: MEASURES.iter().map(|name| view::mean(view.station(name, &service.name, ""))).collect(),
    };
    view.model().services.iter().filter(|service| ran(view, service)).map(row).collect()
}

/// Names the services of which nothing left in the window; none when all ran.
pub(crate) fn idle_said(view: &View<'_>) -> Option<String> {
    let idle = view.model().services.iter().filter(|service| !ran(view, service));
    let idle: Vec<String> = idle.map(|service| service.title.clone()).collect();
    let said = || view.language.say("services-idle", &[("services", (&view.language.list(&idle)).into())]);
    (!idle.is_empty()).then(said)
}

fn ran(view: &View<'_>, service: &Service) -> bool {
    view.station(MEASURES[0], &service.name, "").and_then(|m| m.mean).is_some_and(|departures| departures > 0.0)
}
