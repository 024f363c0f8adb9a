//! How full caps and quotas were.

use super::{Query, Sample, known, ratio};
use crate::layout::{Layout, Limit};
use crate::measures::MeasureDefinition;
use portway_model::element::Counts;
use portway_sim::{LimitObservations, Observations};

/// What the simulation counts in.
const MILLI: f64 = portway_sim::program::MILLI as f64;

impl Query {
    /// What is measured of a limit.
    pub(super) fn of_limit(measure: &'static MeasureDefinition, layout: &Layout, limit: usize) -> Self {
        Self {
            measure,
            station: None,
            facility: None,
            alternative: None,
            limit: Some(limit),
            service: None,
            yearly: None,
            trade: None,
            direction: String::new(),
            class: String::new(),
            owner: None,
            streams: layout.streams_of(None, &[]),
            days: 0..layout.days.len(),
            hour: None,
            uncounted: Vec::new(),
        }
    }

    /// The answer of one replication about a limit.
    pub(super) fn ask_limit(&self, layout: &Layout, observations: &Observations, limit: usize) -> Sample {
        let (Some(of), Some(seen)) = (layout.limits.get(limit), observations.limits.get(limit)) else {
            return Sample::default();
        };
        match self.measure.name {
            "limit_admissions_per_day" => known(seen.admitted as f64 / MILLI / layout.days.len() as f64),
            "limit_mean" if !of.is_quota => ratio(seen.inside_ms as f64 / MILLI, seen.window_ms as f64),
            "limit_max" => known(seen.inside_max as f64 / MILLI),
            "limit_use_share" => use_share(of, seen),
            "limit_full_share" => ratio(seen.full_ms as f64, seen.window_ms as f64),
            _ => Sample::default(),
        }
    }
}

/// Of a cap, what is inside over what may be; of a quota, what came in over what might have.
fn use_share(of: &Limit, seen: &LimitObservations) -> Sample {
    if of.is_quota {
        ratio(seen.admitted as f64, seen.quota as f64)
    } else {
        ratio(seen.inside_ms as f64, seen.at_most_ms as f64)
    }
}

/// A unit in which limits are measured, for what one of them counts.
pub(super) fn unit(unit: &str, counts: Counts) -> String {
    let counted = match counts {
        Counts::Vehicles => "vehicles",
        Counts::People => "people",
    };
    unit.replacen("vehicles or people", counted, 1)
}
