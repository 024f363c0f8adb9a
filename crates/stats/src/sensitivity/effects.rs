//! Elementary effects: what moving one input alone does, at many places.

use super::{Radial, cross_product, difference};
use crate::interval::{mean, student_t, variance};

/// What moving one input does to the answer, per whole range of the input, over all starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Morris's μ: mean effect with its sign. Effects of both signs cancel in it.
    pub mean: f64,
    /// μ*, mean of the absolute effects (Campolongo, Cariboni and Saltelli 2007). Noise alone makes it larger than zero.
    pub mean_absolute: f64,
    /// Standard error of μ* over the starts; none with one start.
    pub mean_absolute_error: Option<f64>,
    /// Morris's σ: standard deviation of the effects over the starts; large where the effect depends on the other inputs.
    pub spread: Option<f64>,
    /// Standard error that noise gives one effect, from its paired replications, root mean square over the starts; none with
    /// one replication. An effect of this size is nothing but luck.
    pub noise: Option<f64>,
    /// Mean square effect without the share of noise; may fall below zero by chance.
    pub mean_square: f64,
    /// Whether the mean square lies above zero by more than chance allows (one-sided Student test over the starts, 2.5 %).
    pub real: bool,
}

/// The effects of every input from the answers `[start][point][replication]` at [`Radial::points`].
///
/// Starts whose answers are not finite must be left out of both by the caller.
pub fn elementary_effects(design: &[Radial], answers: &[Vec<Vec<f64>>]) -> Vec<Effect> {
    let inputs = design.first().map_or(0, |start| start.start.len());
    (0..inputs).map(|input| effect(design, answers, input)).collect()
}

fn effect(design: &[Radial], answers: &[Vec<Vec<f64>>], input: usize) -> Effect {
    let by_start: Vec<Vec<f64>> = design
        .iter()
        .zip(answers)
        .map(|(start, points)| {
            let step = start.moved[input] - start.start[input];
            difference(&points[input + 1], &points[0]).map(|difference| difference / step).collect()
        })
        .collect();
    let means: Vec<f64> = by_start.iter().filter_map(|effects| mean(effects)).collect();
    let absolute: Vec<f64> = means.iter().map(|effect| effect.abs()).collect();
    let squares: Vec<f64> = by_start.iter().map(|effects| cross_product(effects, effects)).collect();
    let noise: Vec<f64> =
        by_start.iter().filter_map(|effects| Some(variance(effects)? / effects.len() as f64)).collect();
    let error = |values: &[f64]| variance(values).map(|variance| (variance / values.len() as f64).sqrt());
    let mean_square = mean(&squares).unwrap_or(0.0);
    Effect {
        mean: mean(&means).unwrap_or(0.0),
        mean_absolute: mean(&absolute).unwrap_or(0.0),
        mean_absolute_error: error(&absolute),
        spread: variance(&means).map(f64::sqrt),
        noise: mean(&noise).map(f64::sqrt),
        mean_square,
        real: error(&squares).is_some_and(|error| mean_square > student_t(LEVEL, squares.len() as u64 - 1) * error),
    }
}

/// Two-sided level whose upper half is the test of [`Effect::real`].
const LEVEL: f64 = 0.95;
