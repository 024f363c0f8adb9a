//! Crossings that nobody won: a queue from before the window that is worked off in it.
//!
//! Fewer lanes let a longer queue grow before the window, and all of that queue crosses in it. More crossings are then the trace of
//! a worse corridor, so a run in which surely more vehicles cross than come is named, and is called the best by no count of traffic.

use crate::query::CORRIDOR;
use crate::results::{Note, Severity};
use crate::said::{Said, values};
use crate::trials::Question;
use portway_stats::Estimate;
use portway_stats::interval::paired;

/// Counts of traffic that such a queue adds to.
const COUNTS: [&str; 8] = [
    "crossings_per_day",
    "crossings",
    "busiest_day_crossings",
    "weekday_crossings_per_day",
    "weekend_crossings_per_day",
    "cargo_t",
    "passengers_per_day",
    "departures_per_day",
];

/// More crossings than arrivals, as a share of the arrivals, that are worth a word; less comes from the edges of any window.
const WORTH_A_WORD: f64 = 0.01;

/// Whether a queue from before the window adds to a measure.
pub(crate) fn adds_to(measure: &str) -> bool {
    COUNTS.contains(&measure)
}

/// What has to be asked to find one among the traffic of a question: who crosses and who comes.
pub(crate) fn questions(of: &Question) -> [Question; 2] {
    ["crossings_per_day", "arrivals_per_day"].map(|measure| Question::corridor(measure).direction(&of.direction))
}

/// Vehicles a day that cross and that come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Backlog {
    crossed: f64,
    came: f64,
}

impl Backlog {
    /// A queue that is worked off, when the paired interval says that surely more cross than come.
    pub(crate) fn of(crossed: &[Option<f64>], came: &[Option<f64>]) -> Option<Self> {
        let pairs = crossed.iter().zip(came).filter_map(|(crossed, came)| Some(((*crossed)?, (*came)?)));
        let (crossed, came): (Vec<f64>, Vec<f64>) = pairs.unzip();
        let more = paired(&came, &crossed, crate::options::LEVEL)?.difference;
        let [crossed, came] = [&crossed, &came].map(|values| portway_stats::interval::mean(values));
        let found = Self { crossed: crossed?, came: came? };
        Estimate::low(&more).filter(|low| *low > WORTH_A_WORD * found.came).map(|_| found)
    }

    /// The warning.
    pub(crate) fn note(self) -> Note {
        let [crossed, came] = [self.crossed, self.came].map(|number| format!("{number:.1}"));
        Note {
            severity: Severity::Warning,
            code: "works-off".into(),
            scope: CORRIDOR.into(),
            message: format!(
                "{crossed} vehicles a day cross and only {came} come: a queue from before the window is worked off in it, so its \
                 crossings are no gain"
            ),
            values: values([("crossed", Said::Number(crossed)), ("came", Said::Number(came))]),
        }
    }
}
