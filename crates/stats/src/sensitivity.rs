//! Which inputs of a function decide its values: screening by elementary effects, then shares of the variance.
//!
//! The function is a simulation, so its values carry noise. The points of a row, or around a start, are run with the same few
//! replications, so that noise which they share cancels in their differences; every row has replications of its own, because
//! intervals and tests take rows for independent. Wherever a square of a difference is wanted, two *different* replications give
//! its two factors. Their noise is independent, so the expected product is the square of the true difference, and noise is not
//! taken for an effect. With one replication there is nothing to tell them apart by, and plain squares are used: right for
//! functions without noise.
//!
//! Every input is a position from 0 to 1 and is as likely to stand anywhere in between. What a position means is the
//! caller's affair.

mod design;
mod effects;
mod indices;

pub use design::{Radial, VarianceDesign, latin_hypercube, radial};
pub use effects::{Effect, elementary_effects};
pub use indices::{Bounded, GroupIndices, VarianceShares, variance_shares};

/// The mean of `x[r] × y[s]` over all pairs of different replications: an estimate of the product of the two means that noise
/// does not bias. With one replication, the plain product.
fn cross_product(x: &[f64], y: &[f64]) -> f64 {
    let n = x.len().min(y.len());
    let same: f64 = x.iter().zip(y).map(|(x, y)| x * y).sum();
    if n < 2 {
        return same;
    }
    let all = x[..n].iter().sum::<f64>() * y[..n].iter().sum::<f64>();
    (all - same) / (n * (n - 1)) as f64
}

/// Difference of two points, replication by replication.
fn difference<'a>(to: &'a [f64], from: &'a [f64]) -> impl Iterator<Item = f64> + 'a {
    to.iter().zip(from).map(|(to, from)| to - from)
}
