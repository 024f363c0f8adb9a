//! Replications until the answer is precise enough: which measures decide, and how many replications come next.

use crate::growth;
use crate::options::LEVEL;
use crate::replicate::{Prepared, Replicated};
use portway_stats::Estimate;
use portway_stats::interval::Precision;

/// The measures whose precision counts, for all traffic of the corridor. One that never occurred, or that grows until the
/// window ends, is left out: no number of replications would make it precise.
pub const KEY_MEASURES: [&str; 2] = ["door_to_door_h", "crossings_per_day"];

/// The number of replications to have next; the present number when it is enough, or when no more are allowed.
pub(crate) fn next_target(prepared: &Prepared, all: &Replicated, relative: f64, least: u32, most: u32) -> u32 {
    let rule = Precision { relative, level: LEVEL, least, most };
    let targets = key_values(prepared, all).map(|values| match rule.progress(&values) {
        portway_stats::interval::Progress::RunTo(n) => n,
        _ => all.count(),
    });
    targets.fold(all.count(), u32::max)
}

/// The worst relative half-width of the key measures; none when nothing has one.
pub(crate) fn reached(prepared: &Prepared, all: &Replicated) -> Option<f64> {
    let estimates = key_values(prepared, all).filter_map(|values| Estimate::of(&values, LEVEL));
    estimates.filter_map(|estimate| estimate.relative_half_width()).reduce(f64::max)
}

fn key_values<'a>(prepared: &'a Prepared, all: &'a Replicated) -> impl Iterator<Item = Vec<f64>> + 'a {
    let growing = growth::find(prepared, all);
    let keys = prepared.queries.iter().enumerate().filter(move |(_, query)| {
        KEY_MEASURES.contains(&query.measure.name)
            && query.is_of_corridor()
            && query.direction.is_empty()
            && query.class.is_empty()
            && query.owner.is_none()
            && !growing.affects(query)
    });
    keys.map(|(index, _)| all.of(index).filter_map(|sample| sample.value).collect::<Vec<f64>>())
        .filter(|values| values.len() > 1)
}
