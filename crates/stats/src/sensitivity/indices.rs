//! Sobol's indices: which share of the variance an input brings alone, and which share it has a part in.

use super::{cross_product, difference};
use crate::random::{Key, unit};

/// A value with an interval that need not lie around it evenly.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounded {
    /// The estimate.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The indices of one group of inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupIndices {
    /// First-order index: share of the variance that would go away on average if the group were known.
    pub first: Bounded,
    /// Total index: share of the variance that would remain if everything but the group were known.
    pub total: Bounded,
}

/// Shares of the variance of an answer over the whole space of its inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct VarianceShares {
    /// Mean answer.
    pub mean: Bounded,
    /// Variance of the answer because of the inputs, without the noise of the simulation.
    pub variance: Bounded,
    /// Each group, in the order of the design.
    pub groups: Vec<GroupIndices>,
}

/// Resamples behind an interval. Its ends then move by a few hundredths of its length when the seed changes.
const RESAMPLES: usize = 1000;

/// The indices from the answers `[row][point][replication]` at [`VarianceDesign::points`](super::VarianceDesign::points);
/// none with fewer than two rows or without any variance.
///
/// First-order indices are estimated as Saltelli and others did in 2010 (their equation b), total ones as Jansen did in
/// "Analysis of variance designs for model output" (Computer Physics Communications 117, 1999). Intervals of the given
/// level are percentiles of a bootstrap over the rows (Efron 1979), as Archer, Saltelli and Sobol did in 1997. Indices may
/// fall below 0 or above 1 by chance.
pub fn variance_shares(answers: &[Vec<Vec<f64>>], key: Key, level: f64) -> Option<VarianceShares> {
    let groups = answers.first()?.len().checked_sub(2)?;
    let sums = RowSums::new(answers, groups)?;
    let all: Vec<usize> = (0..answers.len()).collect();
    let values = sums.estimate(&all)?;
    let mut resampled: Vec<Vec<f64>> = vec![Vec::with_capacity(RESAMPLES); values.len()];
    for resample in 0..RESAMPLES {
        let stream = key.with(resample as u64);
        let place = |row: usize| (unit(stream.draw(row as u64)) * all.len() as f64) as usize;
        let rows: Vec<usize> = all.iter().map(|&row| place(row).min(all.len() - 1)).collect();
        // A resample without variance says nothing about shares of it.
        if let Some(values) = sums.estimate(&rows) {
            resampled.iter_mut().zip(values).for_each(|(kept, value)| kept.push(value));
        }
    }
    let bounded = |index: usize, sorted: &mut Vec<f64>| {
        sorted.sort_by(f64::total_cmp);
        let at = |share: f64| sorted.get(((sorted.len() - 1) as f64 * share).round() as usize).copied();
        let tail = (1.0 - level) / 2.0;
        let value = values[index];
        Bounded { value, low: at(tail).unwrap_or(value), high: at(1.0 - tail).unwrap_or(value) }
    };
    let bounds: Vec<Bounded> = resampled.iter_mut().enumerate().map(|(index, sorted)| bounded(index, sorted)).collect();
    let [mean, variance, ref indices @ ..] = bounds[..] else { return None };
    let groups = indices.chunks_exact(2).map(|pair| GroupIndices { first: pair[0], total: pair[1] }).collect();
    Some(VarianceShares { mean, variance, groups })
}

/// What every row brings to the estimates, so that a resample only adds up.
struct RowSums {
    /// Mean of all answers at `a` and `b`.
    centre: f64,
    /// By row and replication: the answers at `a` and at `b` less the centre.
    base: Vec<[Vec<f64>; 2]>,
    /// By row: mean of the squares at `a` and `b`, without noise.
    squares: Vec<f64>,
    /// By row, then group: the numerators of the first-order and of the total index.
    numerators: Vec<Vec<f64>>,
}

impl RowSums {
    fn new(answers: &[Vec<Vec<f64>>], groups: usize) -> Option<Self> {
        let known = || answers.iter().flat_map(|points| points[..2].iter().flatten());
        let centre = known().sum::<f64>() / known().count().max(1) as f64;
        let mut sums = Self { centre, base: Vec::new(), squares: Vec::new(), numerators: Vec::new() };
        for points in answers {
            let less = |point: &[f64]| point.iter().map(|value| value - centre).collect::<Vec<f64>>();
            let (a, b) = (less(&points[0]), less(&points[1]));
            let of_group = |group: usize| {
                let moved: Vec<f64> = difference(points.get(group + 2)?, &points[0]).collect();
                Some([cross_product(&b, &moved), cross_product(&moved, &moved) / 2.0])
            };
            let numerators: Option<Vec<[f64; 2]>> = (0..groups).map(of_group).collect();
            sums.numerators.push(numerators?.concat());
            sums.squares.push((cross_product(&a, &a) + cross_product(&b, &b)) / 2.0);
            sums.base.push([a, b]);
        }
        Some(sums)
    }

    /// The mean, the variance, and first-order and total index of every group, over some rows.
    fn estimate(&self, rows: &[usize]) -> Option<Vec<f64>> {
        let n = rows.len() as f64;
        let replications = self.base.first()?[0].len();
        let mean_of = |replication: usize| {
            let at = |row: &usize| self.base[*row][0][replication] + self.base[*row][1][replication];
            rows.iter().map(at).sum::<f64>() / (2.0 * n)
        };
        let means: Vec<f64> = (0..replications).map(mean_of).collect();
        let square = rows.iter().map(|&row| self.squares[row]).sum::<f64>() / n;
        let points = 2.0 * n;
        let variance = (square - cross_product(&means, &means)) * points / (points - 1.0);
        // Below this, what is left is rounding.
        let least = 1e-12 * (self.centre * self.centre + square.abs());
        if rows.len() < 2 || variance.is_nan() || variance <= least {
            return None;
        }
        let mut shares = vec![0.0; self.numerators.first()?.len()];
        for &row in rows {
            shares.iter_mut().zip(&self.numerators[row]).for_each(|(sum, numerator)| *sum += numerator);
        }
        shares.iter_mut().for_each(|sum| *sum /= n * variance);
        let mean = self.centre + means.iter().sum::<f64>() / replications as f64;
        Some([mean, variance].into_iter().chain(shares).collect())
    }
}
