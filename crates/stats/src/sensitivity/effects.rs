//! Elementary effects: what moving one input alone does, at many places.

use super::{Radial, cross_product, difference};
use crate::interval::{mean, variance};
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

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
    /// Whether the effects are larger than noise makes them: an F test of their mean square against the variance between
    /// replications, 1 %. Without noise, whether there is any effect.
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
        real: beyond_noise(&means, &noise, by_start.first().map_or(0, Vec::len)),
    }
}

/// Whether effects are more than noise, from the mean of each over its replications and the variance of that mean.
fn beyond_noise(means: &[f64], noise: &[f64], replications: usize) -> bool {
    let square = means.iter().map(|effect| effect * effect).sum::<f64>() / means.len().max(1) as f64;
    let Some(chance) = mean(noise).filter(|chance| *chance > 0.0) else { return square > 0.0 };
    let degrees = (means.len() * (replications - 1)) as f64;
    let law = FisherSnedecor::new(means.len() as f64, degrees);
    law.is_ok_and(|law| law.sf(square / chance) < SIGNIFICANCE)
}

/// Probability with which noise alone is called an effect.
const SIGNIFICANCE: f64 = 0.01;
