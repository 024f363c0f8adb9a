//! Tests of fit: how likely data like these are if the law is the one that is claimed.
//!
//! A small p-value speaks against the law; with many tests a few are small by chance, so compare with a level divided
//! by their number.

use statrs::function::gamma::gamma_ur;

/// Outcome of a test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The test's statistic: largest distance, or chi-square.
    pub statistic: f64,
    /// Probability of a statistic at least as large if the law holds.
    pub p_value: f64,
}

/// One-sample Kolmogorov–Smirnov test of values against a continuous, fully specified distribution function.
///
/// The p-value is Kolmogorov's limit with the correction of Stephens, "Use of the Kolmogorov–Smirnov, Cramér–von Mises
/// and related statistics without extensive tables" (JRSS B 32, 1970), good from about five values on. Parameters that
/// were fitted to the same values make it too large. None without values, or with one that is not a number.
pub fn kolmogorov_smirnov(values: &[f64], distribution: impl Fn(f64) -> f64) -> Option<Fit> {
    let sorted = sorted(values)?;
    let n = sorted.len() as f64;
    let distances = sorted.iter().enumerate().map(|(below, &value)| {
        let expected = distribution(value);
        ((below + 1) as f64 / n - expected).max(expected - below as f64 / n)
    });
    let statistic = distances.fold(0.0, f64::max);
    Some(Fit { statistic, p_value: kolmogorov_tail(statistic, n) })
}

/// Two-sample Kolmogorov–Smirnov test: whether two samples may come from the same continuous law.
pub fn kolmogorov_smirnov_two(first: &[f64], second: &[f64]) -> Option<Fit> {
    let (first, second) = (sorted(first)?, sorted(second)?);
    let (n, m) = (first.len() as f64, second.len() as f64);
    let (mut i, mut j, mut statistic) = (0, 0, 0.0f64);
    while i < first.len() && j < second.len() {
        // Equal values are one step of both distribution functions.
        let value = first[i].min(second[j]);
        i += first[i..].iter().take_while(|&&other| other <= value).count();
        j += second[j..].iter().take_while(|&&other| other <= value).count();
        statistic = statistic.max((i as f64 / n - j as f64 / m).abs());
    }
    Some(Fit { statistic, p_value: kolmogorov_tail(statistic, n * m / (n + m)) })
}

/// Pearson's chi-square test of counts against expected counts. `fitted` parameters estimated from the same data cost
/// one degree of freedom each, on top of the one for the total.
///
/// Expected counts below about five make the p-value rough. None when the lengths differ, an expected count is not
/// positive, or no degree of freedom is left.
pub fn chi_square(observed: &[u64], expected: &[f64], fitted: usize) -> Option<Fit> {
    let usable = observed.len() == expected.len() && expected.iter().all(|&count| count > 0.0 && count.is_finite());
    let freedom = observed.len().checked_sub(fitted + 1).filter(|&freedom| usable && freedom > 0)?;
    let terms =
        observed.iter().zip(expected).map(|(&observed, expected)| (observed as f64 - expected).powi(2) / expected);
    let statistic: f64 = terms.sum();
    Some(Fit { statistic, p_value: chi_square_tail(statistic, freedom) })
}

/// Probability that a chi-square variable exceeds a value.
pub fn chi_square_tail(value: f64, degrees_of_freedom: usize) -> f64 {
    if value <= 0.0 || degrees_of_freedom == 0 {
        return 1.0;
    }
    gamma_ur(degrees_of_freedom as f64 / 2.0, value / 2.0).clamp(0.0, 1.0)
}

fn sorted(values: &[f64]) -> Option<Vec<f64>> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    (!sorted.is_empty() && !sorted.iter().any(|value| value.is_nan())).then_some(sorted)
}

/// Probability of a distance at least as large for an effective sample size.
fn kolmogorov_tail(distance: f64, size: f64) -> f64 {
    let root = size.sqrt();
    let x = (root + 0.12 + 0.11 / root) * distance;
    // Below this the probability is 1 to twelve digits, and the alternating series would converge slowly.
    if x < 0.2 {
        return 1.0;
    }
    let mut sum = 0.0;
    for k in 1..=100 {
        let k = f64::from(k);
        let term = libm::exp(-2.0 * k * k * x * x);
        sum += if k % 2.0 == 1.0 { term } else { -term };
        if term < 1e-16 {
            break;
        }
    }
    (2.0 * sum).clamp(0.0, 1.0)
}
