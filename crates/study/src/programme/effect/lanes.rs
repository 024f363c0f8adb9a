//! What stages and links can take in a day, and what a project adds to that.

use portway_model::Model;
use portway_model::element::Project;
use portway_sim::Program;
use portway_sim::program::StationKind;
use serde::{Deserialize, Serialize};

/// The capacity of a stage or link with and without a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Lanes))]
pub struct Lanes {
    /// `facility.stage`, or the name of the link.
    pub scope: String,
    /// Title of the facility for people; empty for a link.
    pub facility: String,
    /// Title of the stage or link for people.
    pub title: String,
    /// Title of the direction, where all traffic through it goes the same way.
    pub direction: String,
    /// Vehicles or people that it could take a day without the project: the time that lanes are open over what one takes in the
    /// mean. None where it does not exist.
    pub without_per_day: Option<f64>,
    /// The same with the project.
    pub with_per_day: Option<f64>,
}

/// What there is of a stage or link.
pub(super) struct Station {
    scope: String,
    facility: String,
    title: String,
    direction: String,
    /// Lane time that is open a day, milliseconds.
    open_ms: f64,
    /// Lane time that one vehicle takes; none where nobody comes.
    each_ms: Option<f64>,
}

/// All stages and links that can be full. Seats are counted elsewhere.
pub(super) fn of(program: &Program, model: &Model) -> Vec<Station> {
    let loads = program.offered_load().into_iter();
    let of_lanes = loads.filter_map(|load| {
        let station = &program.stations[load.station];
        if matches!(station.kind, StationKind::Platform | StationKind::Berth | StationKind::Holding) {
            return None;
        }
        let days = load.available_lane_ms.as_ref()?.len() as f64;
        let open_ms = load.available_lane_ms?.iter().sum::<f64>() / days;
        let comes = load.offered_vehicles.iter().sum::<f64>();
        let each_ms = load.offered_lane_ms.iter().sum::<f64>() / comes;
        let facility = station.name.split_once('.').and_then(|(facility, _)| model.facilities.find(facility));
        let direction = station.direction.and_then(|index| model.directions.iter().nth(index));
        Some(Station {
            scope: station.name.clone(),
            facility: facility.map(|facility| model.facilities[facility].title.clone()).unwrap_or_default(),
            title: station.title.clone(),
            direction: direction.map(|direction| direction.title.clone()).unwrap_or_default(),
            open_ms,
            each_ms: (comes > 0.0 && each_ms > 0.0).then_some(each_ms),
        })
    });
    of_lanes.collect()
}

/// Those whose capacity a project changes. Where nobody comes on one side, one is taken to need as long as on the other; what only
/// another mix of traffic changes is not the project's.
pub(super) fn changed(without: &[Station], with: &[Station], project: &Project) -> Vec<Lanes> {
    let twin = |of: &Station, others: &[Station]| {
        others.iter().position(|other| (&other.scope, &other.direction) == (&of.scope, &of.direction))
    };
    let gone = without.iter().filter(|of| twin(of, with).is_none()).map(|of| (Some(of), None));
    let all = with.iter().map(|of| (twin(of, without).map(|at| &without[at]), Some(of))).chain(gone);
    let lanes = all.filter_map(|(without, with)| {
        let named = with.or(without)?;
        let open = [without, with].map(|side| side.map(|side| side.open_ms));
        if open[0] == open[1] && !is_touched(&named.scope, project) {
            return None;
        }
        let each = |first: Option<&Station>, second: Option<&Station>| {
            first.and_then(|side| side.each_ms).or(second.and_then(|side| side.each_ms))
        };
        let [without_per_day, with_per_day] =
            [(without, with), (with, without)].map(|(side, other)| Some(side?.open_ms / each(Some(side?), other)?));
        let changes = match (without_per_day, with_per_day) {
            (Some(without), Some(with)) => (with - without).abs() > 1e-6 * with.abs().max(without.abs()),
            (one, other) => one.is_some() || other.is_some(),
        };
        changes.then(|| Lanes {
            scope: named.scope.clone(),
            facility: named.facility.clone(),
            title: named.title.clone(),
            direction: named.direction.clone(),
            without_per_day,
            with_per_day,
        })
    });
    lanes.collect()
}

/// Whether a project says something about a stage or link itself.
fn is_touched(scope: &str, project: &Project) -> bool {
    let path = match scope.split_once('.') {
        Some((facility, stage)) => format!("facility.{facility}.stage.{stage}."),
        None => format!("link.{scope}."),
    };
    project.changes.iter().any(|change| change.path.starts_with(&path))
}
