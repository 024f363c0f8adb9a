//! The fluid bound: the flow at which some station is offered as much work over the window as its lanes can do.
//!
//! It knows no chance, no blocking and no failures, so no corridor sustains more; how near a corridor comes to it says how much
//! of its lanes variation costs. Vehicles that are turned away bring no work further on, and only then can more than the bound
//! be carried.

use super::traffic::{Ray, Traffic};
use crate::options::StudyError;

/// The bound along a ray, and who sets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bound {
    /// Vehicles per day that grow along the ray.
    pub(crate) per_day: f64,
    /// The station that has no time left, as an index of the program.
    pub(crate) station: usize,
}

/// The bound along a ray; none when no station on the way of its vehicles has a limit.
///
/// Work grows straight with the flow, so two flows tell each station's line. At a very small flow a link may count by its storage
/// and at a large one by its headways; both flows are large, and are taken again from the first answer.
pub(crate) fn bound(traffic: &Traffic, ray: &Ray) -> Result<Option<Bound>, StudyError> {
    let mut large = LARGE_PER_DAY;
    let mut found = None;
    for _ in 0..2 {
        found = between(traffic, ray, large)?;
        match found {
            Some(Bound { per_day, .. }) if per_day > 0.0 => large = per_day,
            _ => break,
        }
    }
    Ok(found)
}

/// A flow that exceeds what stays as it is, so that the lines are those of the growing part.
const LARGE_PER_DAY: f64 = 10_000.0;

fn between(traffic: &Traffic, ray: &Ray, large: f64) -> Result<Option<Bound>, StudyError> {
    let at = |x: f64| {
        let program = portway_sim::compile(&traffic.timeline_at(&ray.at(x)));
        program.map(|program| program.offered_load()).map_err(|e| StudyError::Model(e.to_string()))
    };
    let half = large / 2.0;
    let (less, more) = (at(half)?, at(large)?);
    let mut tightest: Option<Bound> = None;
    for (less, more) in less.iter().zip(&more) {
        let Some(available) = &more.available_lane_ms else { continue };
        let sum = |work: &[f64]| work.iter().sum::<f64>();
        let (low, high, can) = (sum(&less.offered_lane_ms), sum(&more.offered_lane_ms), sum(available));
        let slope = (high - low) / half;
        // What rounding leaves of a line without a slope is no slope.
        if slope <= 1e-9 * high / large || slope <= 0.0 {
            continue;
        }
        let per_day = (large + (can - high) / slope).max(0.0);
        if tightest.is_none_or(|known| per_day < known.per_day) {
            tightest = Some(Bound { per_day, station: more.station });
        }
    }
    Ok(tightest)
}
