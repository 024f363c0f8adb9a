//! What a slip costs: every draw of it times a draw of what the project brings in a day.

use super::Openings;
use portway_stats::Estimate;
use portway_stats::interval::student_t;
use portway_stats::random::{Key, word_of};
use serde::{Deserialize, Serialize};

/// Values of Student's distribution that are drawn from: the middle values of as many parts of the same chance.
const PARTS: u32 = 1_000;

/// What is lost between the announced day and the one on which a project opens; negative where it opens earlier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Loss))]
pub struct Loss {
    /// Crossings of people and vehicles that the project would have brought.
    pub crossings: Spread,
    /// Hours door to door that it would have saved; none where
    /// [`Effect::hours_saved_per_day`](super::Effect::hours_saved_per_day) has none.
    pub hours: Option<Spread>,
}

/// A number over all draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = programme::Spread))]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// In one draw of ten it is this or less.
    pub p10: f64,
    /// In nine draws of ten.
    pub p90: f64,
}

/// What the slips of a project cost, when it brings so much in a day. How much it brings is drawn too, from what its interval says.
pub(super) fn loss(
    openings: &Openings,
    project: &str,
    seed: u64,
    crossings: Estimate,
    hours: Option<Estimate>,
) -> Loss {
    let [kind, name, purpose] = ["project", project, "effect"].map(word_of);
    let place = |draw: u32| {
        let drawn = Key::new(seed, draw).with(kind).with(name).with(purpose).draw(0);
        ((u128::from(drawn) * u128::from(PARTS)) >> 64) as usize
    };
    let places: Vec<usize> = (0..openings.slips.len() as u32).map(place).collect();
    let of = |effect: Estimate| {
        let brought = likely(effect);
        let lost = openings.slips.iter().zip(&places).map(|(days, place)| *days as f64 * brought[*place]);
        Spread::of(lost.collect())
    };
    Loss { crossings: of(crossings), hours: hours.map(of) }
}

/// What the mean may truly be, as values of the same chance.
fn likely(effect: Estimate) -> Vec<f64> {
    let freedom = effect.n.saturating_sub(1);
    let error = effect.half_width.map_or(0.0, |half_width| half_width / student_t(effect.level, freedom));
    let middle = |part: u32| (f64::from(part) + 0.5) / f64::from(PARTS) * 2.0 - 1.0;
    if error == 0.0 {
        return vec![effect.mean; PARTS as usize];
    }
    (0..PARTS)
        .map(|part| effect.mean + middle(part).signum() * student_t(middle(part).abs(), freedom) * error)
        .collect()
}

impl Spread {
    fn of(mut values: Vec<f64>) -> Self {
        let count = values.len();
        let mean = values.iter().sum::<f64>() / count as f64;
        values.sort_by(f64::total_cmp);
        let at = |part: f64| values[((part * count as f64).ceil() as usize).clamp(1, count) - 1];
        Self { mean, p10: at(0.1), p90: at(0.9) }
    }
}
