//! Seasons and water levels, version by version.

use super::numbers::Numbers;
use super::time::Clock;
use crate::program::seasons::{Levels, Needs, Numbers as Version, Seasons};
use crate::program::{Station, StationElement, StopPart};
use portway_model::element::Season;
use portway_model::{Id, Model};

const NO_SEASONS: &Vec<Id<Season>> = &Vec::new();

/// What of the year closes stations; none when nothing does.
pub(super) fn seasons(clock: &Clock<'_>, stations: &[Station], numbers: &mut Numbers) -> Option<Seasons> {
    let is_seasonal = |station: &Station| {
        let needs = |version: &super::time::Span<'_>| needs(version.model, station);
        clock.versions.iter().map(needs).any(|needs| !needs.seasons.is_empty() || needs.water.is_some())
    };
    let seasonal: Vec<u32> = (0..stations.len() as u32).filter(|at| is_seasonal(&stations[*at as usize])).collect();
    let days = clock.days()?;
    if seasonal.is_empty() {
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
            needs: seasonal.iter().map(|station| needs(model, &stations[*station as usize])).collect(),
        }
    });
    Some(Seasons {
        versions: versions.collect(),
        zone: clock.zone().clone(),
        start_ms: clock.window.start_ms,
        days,
        gauges: clock.versions[0].model.waters.iter().map(|water| water.name.clone()).collect(),
        stations: seasonal,
    })
}

/// When a station is open by the year.
fn needs(model: &Model, station: &Station) -> Needs {
    let (seasons, water) = match station.element {
        StationElement::Link { link, .. } => {
            let link = &model.links[Id::new(link)];
            (&link.seasons, link.water)
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
