//! What a run changed against an earlier one: the texts that were edited, and what that did to the answer.

use crate::view;
use portway_model::InputChange;
use portway_study::{ChangeVerdict, Comparison, ComparisonRow, Obstacle};

/// An earlier run of the same question beside this one.
#[derive(Clone, Debug, PartialEq)]
pub enum Since {
    /// The model changed, and the runs were paired replication by replication.
    Compared {
        /// The inputs that changed.
        inputs: Vec<InputChange>,
        /// Names of the files whose content changed, sorted.
        files: Vec<String>,
        /// The earlier run as A, this one as B.
        comparison: Box<Comparison>,
    },
    /// The runs cannot be paired.
    NotCompared(Obstacle),
}

/// Measures of the whole corridor that are always told, changed or not.
const ALWAYS: [&str; 2] = ["crossings_per_day", "door_to_door_h"];
/// Measures of the whole corridor that are told when they changed.
const WHEN_CHANGED: [&str; 3] = ["wait_h", "turned_away_per_day", "abandoned_per_day"];
/// Measures of places that are told where they changed most.
const OF_PLACES: [&str; 2] = ["queue_vehicles", "lane_use_share"];
/// Most places that are told per measure; the page shows all.
const MOST_PLACES: usize = 2;

/// The few rows that matter: the corridor as a whole, and the places where most has changed.
pub(crate) fn telling(comparison: &Comparison) -> Vec<&ComparisonRow> {
    let changed = |row: &ComparisonRow| row.verdict == ChangeVerdict::Changed;
    let lost = |row: &ComparisonRow| row.a.is_some() != row.b.is_some();
    let of = |name: &'static str| comparison.rows.iter().filter(move |row| row.name == name && row.class.is_empty());
    let whole = |name| of(name).filter(|row| row.scope == view::CORRIDOR);
    let mut told: Vec<&ComparisonRow> = Vec::new();
    for name in ALWAYS {
        told.extend(whole(name).filter(|row| row.direction.is_empty() || changed(row) || lost(row)));
    }
    for name in WHEN_CHANGED {
        told.extend(whole(name).filter(|row| row.direction.is_empty() && (changed(row) || lost(row))));
    }
    for name in OF_PLACES {
        let mut places: Vec<&ComparisonRow> = of(name).filter(|row| changed(row) || lost(row)).collect();
        // A queue that grows has no difference and is the largest change of all.
        let size = |row: &ComparisonRow| row.difference.map_or(f64::INFINITY, f64::abs);
        places.sort_by(|x, y| size(y).total_cmp(&size(x)));
        told.extend(places.into_iter().take(MOST_PLACES));
    }
    told
}
