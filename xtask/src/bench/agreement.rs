//! Do engines give the same answers? Only then does a comparison of their speed mean anything.

use std::fmt::Write;

/// A comparison fails beyond this many standard errors. With ninety comparisons of equal engines, six tables in a thousand
/// would hold a false alarm.
pub(super) const Z_LIMIT: f64 = 4.0;

/// The means that the runs of one engine gave for one measure of one network; one number per run.
pub(super) struct Sample {
    /// Name of the engine.
    pub(super) engine: String,
    /// One mean per independent run.
    pub(super) means: Vec<f64>,
}

impl Sample {
    /// Mean over the runs.
    pub(super) fn mean(&self) -> f64 {
        self.means.iter().sum::<f64>() / self.means.len() as f64
    }
}

/// What comparing every engine with every other gave.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Verdict {
    /// How many pairs were compared.
    pub(super) comparisons: usize,
    /// Largest distance in standard errors.
    pub(super) largest_z: f64,
    /// Pairs beyond the limit, in words.
    pub(super) disagreements: String,
}

impl Verdict {
    /// Adds the pairs of one measure of one network, which are called `what`.
    pub(super) fn compare(&mut self, what: &str, samples: &[Sample]) {
        let spread = spread(samples);
        for (index, a) in samples.iter().enumerate() {
            for b in &samples[index + 1..] {
                let error = spread * (1.0 / a.means.len() as f64 + 1.0 / b.means.len() as f64).sqrt();
                let z = (a.mean() - b.mean()) / error;
                self.comparisons += 1;
                self.largest_z = self.largest_z.max(z.abs());
                // An answer that is not a number agrees with nothing.
                if z.is_nan() || z.abs() > Z_LIMIT {
                    let (one, other) = (a.mean(), b.mean());
                    let _ = writeln!(
                        self.disagreements,
                        "{what}: {} says {one:.4}, {} says {other:.4}, z = {z:.1}",
                        a.engine, b.engine
                    );
                }
            }
        }
    }
}

/// Standard deviation of the mean of one run, from all engines together: they simulate the same system for the same time,
/// so its runs spread equally, and an engine with five runs borrows from those with more.
pub(super) fn spread(samples: &[Sample]) -> f64 {
    let squares = |sample: &Sample| {
        let mean = sample.mean();
        sample.means.iter().map(|value| (value - mean).powi(2)).sum::<f64>()
    };
    let runs: usize = samples.iter().map(|sample| sample.means.len()).sum();
    (samples.iter().map(squares).sum::<f64>() / (runs - samples.len()) as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::{Sample, Verdict};
    use expect_test::expect;

    fn sample(engine: &str, means: &[f64]) -> Sample {
        Sample { engine: engine.into(), means: means.into() }
    }

    #[test]
    fn an_engine_that_is_off_disagrees_with_every_other() {
        let mut verdict = Verdict::default();
        let samples =
            [sample("a", &[2.9, 3.0, 3.1]), sample("b", &[3.0, 3.1, 2.95]), sample("c", &[4.0, 4.1, 3.9, 4.0])];
        verdict.compare("mm1 wait", &samples);
        expect![[r#"
            Verdict {
                comparisons: 3,
                largest_z: 15.240015240022865,
                disagreements: "mm1 wait: a says 3.0000, c says 4.0000, z = -15.2\nmm1 wait: b says 3.0167, c says 4.0000, z = -15.0\n",
            }
        "#]]
        .assert_debug_eq(&verdict);
    }

    #[test]
    fn no_answer_is_no_agreement() {
        let mut verdict = Verdict::default();
        verdict.compare("mm1 wait", &[sample("a", &[3.0, 3.1]), sample("b", &[f64::NAN, 3.0])]);
        expect![[r#"
            mm1 wait: a says 3.0500, b says NaN, z = NaN
        "#]]
        .assert_eq(&verdict.disagreements);
    }
}
