//! Seasons and water levels, version by version.

use super::numbers::Numbers;
use super::time::Clock;
use crate::program::seasons::{Gate, Levels, Needs, Numbers as Version, Seasons};
use crate::program::{Station, StationElement, StopPart};
use portway_model::element::Season;
use portway_model::{Id, Model};

const NO_SEASONS: &Vec<Id<Season>> = &Vec::new();

/// What of the year closes stations; none when nothing does.
pub(super) fn seasons(clock: &Clock<'_>, stations: &[Station], numbers: &mut Numbers) -> Option<Seasons> {
    let gates = gates(clock, stations);
    let days = clock.days()?;
    if gates.is_empty() {
        return None;
    }
    let versions = clock.versions.iter().map(|version| {
        let model = version.model;
        let levels = model.waters.iter().map(|water| Levels {
            month_m: water.month_m,
            spread: numbers.sampler(&water.spread_m),
            mean_spread_m: water.spread_m.mean(),
        });
        let levels = levels.collect();
        Version {
            from: version.from,
            to: version.to,
            yearlies: model.yearlies.iter().map(|day| (day.clone(), numbers.sampler(&day.spread_ms))).collect(),
            seasons: model.seasons.iter().cloned().collect(),
            levels,
            needs: gates.iter().map(|gate| needs(model, &stations[gate.station as usize], gate.class)).collect(),
        }
    });
    Some(Seasons {
        versions: versions.collect(),
        zone: clock.zone().clone(),
        start_ms: clock.window.start_ms,
        days,
        gauges: clock.versions[0].model.waters.iter().map(|water| water.name.clone()).collect(),
        gates,
    })
}

/// How many gates there are for single classes.
pub(super) fn draught_gates(clock: &Clock<'_>, stations: &[Station]) -> usize {
    gates(clock, stations).iter().filter(|gate| gate.class.is_some()).count()
}

/// The stations, and classes at them, that the year closes in some version: first a station for all, then for its classes.
fn gates(clock: &Clock<'_>, stations: &[Station]) -> Vec<Gate> {
    let draws_water =
        |class: &usize| clock.versions.iter().any(|version| version.model.classes[Id::new(*class)].draught_m.is_some());
    let deep: Vec<usize> = (0..clock.versions[0].model.classes.len()).filter(draws_water).collect();
    let at = |station: u32| {
        let for_whom = std::iter::once(None).chain(deep.iter().copied().map(Some));
        for_whom.map(move |class| Gate { station, class })
    };
    let is_seasonal = |gate: &Gate| {
        let station = &stations[gate.station as usize];
        let mut needs = clock.versions.iter().map(|version| needs(version.model, station, gate.class));
        needs.any(|needs| !needs.seasons.is_empty() || needs.water.is_some())
    };
    (0..stations.len() as u32).flat_map(at).filter(is_seasonal).collect()
}

/// When a station is open by the year, for all or for a class.
fn needs(model: &Model, station: &Station, class: Option<usize>) -> Needs {
    if let Some(class) = class {
        return Needs { seasons: Vec::new(), water: draught_need(model, station, class) };
    }
    let (seasons, water) = match station.element {
        StationElement::Link { link, .. } => {
            let link = &model.links[Id::new(link)];
            (&link.seasons, link.water.filter(|need| need.least_m.is_some() || need.most_m.is_some()))
        }
        StationElement::Stage(stage) => (&model.stages[Id::new(stage)].seasons, None),
        // Carriers do not leave; who waits for one on the platform may go on waiting.
        StationElement::Stop { service, part: StopPart::Berth, .. } => {
            (&model.services[Id::new(service)].seasons, None)
        }
        StationElement::Stop { .. } => (NO_SEASONS, None),
    };
    Needs {
        seasons: seasons.iter().map(|season| season.index()).collect(),
        water: water.map(|need| {
            let (least, most) = (need.least_m.unwrap_or(f64::NEG_INFINITY), need.most_m.unwrap_or(f64::INFINITY));
            (need.at.index(), least, most)
        }),
    }
}

/// The water that a fairway needs for the draught of a class.
fn draught_need(model: &Model, station: &Station, class: usize) -> Option<(usize, f64, f64)> {
    let StationElement::Link { link, .. } = station.element else { return None };
    let need = model.links[Id::new(link)].water?;
    let draught_m = model.classes[Id::new(class)].draught_m?;
    Some((need.at.index(), need.fairway?.least_for_m(draught_m), f64::INFINITY))
}
