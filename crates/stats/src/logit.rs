//! Choice among alternatives by the multinomial logit model: each is taken with a probability in proportion to exp(−cost).
//!
//! Costs are in units of the model's scale. By `libm` alone, so that every machine chooses alike.

use crate::random::unit;

/// Probabilities of the alternatives.
///
/// ```
/// let shares = portway_stats::logit::shares(&[3.0, 3.0]);
/// assert_eq!(shares, [0.5, 0.5]);
/// ```
pub fn shares(costs: &[f64]) -> Vec<f64> {
    let mut weights = costs.to_vec();
    let sum = weigh(&mut weights);
    weights.iter().map(|weight| weight / sum).collect()
}

/// The alternative that 64 uniform bits choose; 0 where there is none. Costs become weights, so that nothing is allocated.
pub fn choose(costs: &mut [f64], bits: u64) -> usize {
    let sum = weigh(costs);
    let mut left = unit(bits) * sum;
    for (at, weight) in costs.iter().enumerate() {
        left -= weight;
        if left < 0.0 {
            return at;
        }
    }
    // Rounding may leave a hair: it belongs to the last one that anybody takes.
    costs.iter().rposition(|weight| *weight > 0.0).unwrap_or(0)
}

/// Turns costs into weights and gives their sum. The cheapest weighs 1, so that no cost is too large to be weighed.
fn weigh(costs: &mut [f64]) -> f64 {
    let least = costs.iter().copied().fold(f64::INFINITY, f64::min);
    costs.iter_mut().for_each(|cost| *cost = libm::exp(least - *cost));
    costs.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_of_one_scale_leaves_27_of_100() {
        let shares = shares(&[7.0, 6.0]);
        assert!((shares[0] - 1.0 / (1.0 + std::f64::consts::E)).abs() < 1e-15, "{shares:?}");
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn draws_fall_as_the_probabilities_say() {
        let costs = [1.0, 0.0, 2.5];
        let expected = shares(&costs);
        // Bits in even steps hit each alternative as often as it is likely.
        let steps = 10_000_u64;
        let mut taken = [0.0; 3];
        for step in 0..steps {
            taken[choose(&mut costs.clone(), step * (u64::MAX / steps))] += 1.0 / steps as f64;
        }
        for (taken, expected) in taken.iter().zip(expected) {
            assert!((taken - expected).abs() <= 2.0 / steps as f64, "{taken} against {expected}");
        }
    }

    #[test]
    fn costs_beyond_all_measure_are_weighed() {
        assert_eq!(shares(&[1e300, 0.0]), [0.0, 1.0]);
        for bits in [0, u64::MAX] {
            assert_eq!(choose(&mut [1e300, 0.0, 1e300], bits), 1);
        }
    }
}
