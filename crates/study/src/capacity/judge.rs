//! Whether a flow keeps the standard, decided from replications so that all decisions of a search are right together.
//!
//! A flow keeps the standard when every part of the traffic does, and breaks it when any does not. For the first claim each part
//! may use the whole error, because the claim is only wrong when one certain part is (an intersection-union test, Berger 1982);
//! for the second the parts share it. The flows of a search and the looks at each share it too (Bonferroni). All tests are
//! one-sided, because at a flow only one of the claims can be wrong. That a queue grows is no test and has no share: the plan says it
//! and the replications agree, so it breaks the standard at the first look.

use super::search::{POINTS, Verdict};
use super::standard::Standard;
use crate::options::LEVEL;
use crate::trials::Answers;
use portway_stats::interval::{mean, student_t, variance};

/// Replications after which a flow is looked at. Only claims that it breaks the standard may be made before
/// [`FEWEST_TO_KEEP`]: a corridor that is closed for a day in every fifth replication looks quiet in the first few.
pub(crate) const LOOKS: [u32; 4] = [8, 24, 48, 96];

/// Fewest replications from which a flow may be said to keep the standard.
const FEWEST_TO_KEEP: u32 = 24;

/// Questions asked for each part of the traffic: the limited time, what came, what left.
pub(crate) const QUESTIONS: usize = 3;

/// What the replications say of a flow.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    /// The largest strain of all parts: see [`Point`](super::search::Point).
    pub(crate) strain: f64,
    /// The part with that strain, as an index of those asked about.
    pub(crate) part: usize,
    /// Whether that part fails by what it carries, not by its time.
    pub(crate) by_carried: bool,
    /// Mean of the limited statistic of that part, hours; none where it grows or nobody left.
    pub(crate) value_h: Option<f64>,
}

/// Judges a flow by the answers of its replications. `active` tells which parts have traffic; `looks` is how many looks at a
/// flow the search allows.
pub(crate) fn judge(answers: &Answers, active: &[bool], standard: &Standard, looks: usize) -> Judged {
    let parts: Vec<usize> = (0..active.len()).filter(|part| active[*part]).collect();
    let error_of_a_look = (1.0 - LEVEL) / (POINTS * looks) as f64;
    // A flow is tested twice for each part: by its time and by what it carries.
    let error_of_a_part = error_of_a_look / (2 * parts.len().max(1)) as f64;
    let mut worst = Judged { verdict: Verdict::Keeps, strain: -1.0, part: 0, by_carried: false, value_h: None };
    let mut all_keep = true;
    let mut one_breaks = !answers.growing.is_empty();
    for part in parts {
        let [times, came, left] = [0, 1, 2].map(|question| &answers.values[part * QUESTIONS + question]);
        let carried: Vec<f64> = came
            .iter()
            .zip(left)
            .filter_map(|(came, left)| Some((*came)?.max(0.0)).zip(*left))
            .filter(|(came, _)| *came > 0.0)
            .map(|(came, left)| left / came)
            .collect();
        if carried.is_empty() {
            // Nobody came in any replication, so nobody waited.
            continue;
        }
        let times: Vec<f64> = times.iter().flatten().copied().collect();
        let tests = [
            Test { values: &times, limit: standard.limit_h, upwards: true },
            Test { values: &carried, limit: standard.carried_share, upwards: false },
        ];
        for (by_carried, test) in [false, true].into_iter().zip(tests) {
            all_keep &= test.keeps(error_of_a_look);
            one_breaks |= test.breaks(error_of_a_part);
            let strain = test.strain();
            if strain > worst.strain {
                worst = Judged { strain, part, by_carried, value_h: mean(&times), ..worst };
            }
        }
    }
    if !answers.growing.is_empty() {
        worst.strain = f64::INFINITY;
    }
    let replications = answers.values.first().map_or(0, Vec::len) as u32;
    worst.verdict = match (one_breaks, all_keep) {
        (true, _) => Verdict::Breaks,
        (false, true) if replications >= FEWEST_TO_KEEP => Verdict::Keeps,
        _ => Verdict::Undecided,
    };
    worst
}

/// One number of every replication against its limit.
struct Test<'v> {
    values: &'v [f64],
    limit: f64,
    /// Whether more is worse.
    upwards: bool,
}

impl Test<'_> {
    /// Distance of the mean from the limit, above zero where the limit is broken, and its standard error. Without values
    /// nobody reached the end of the route, which breaks any limit.
    fn excess(&self) -> (f64, f64) {
        let Some(mean) = mean(self.values) else { return (f64::INFINITY, 0.0) };
        let excess = if self.upwards { mean - self.limit } else { self.limit - mean };
        let error = variance(self.values).map_or(f64::INFINITY, |v| (v / self.values.len() as f64).sqrt());
        (excess, error)
    }

    fn reach(&self, error: f64) -> f64 {
        // The two-sided factor of level 1 − 2ε is the one-sided one of error ε.
        student_t(1.0 - 2.0 * error, (self.values.len() as u64).saturating_sub(1))
    }

    fn keeps(&self, error: f64) -> bool {
        let (excess, deviation) = self.excess();
        excess <= 0.0 && (deviation == 0.0 || excess + self.reach(error) * deviation <= 0.0)
    }

    fn breaks(&self, error: f64) -> bool {
        let (excess, deviation) = self.excess();
        excess > 0.0 && (deviation == 0.0 || excess - self.reach(error) * deviation > 0.0)
    }

    /// The mean over its limit; for a share that must be carried, what is lost over what may be.
    fn strain(&self) -> f64 {
        match mean(self.values) {
            None => f64::INFINITY,
            Some(mean) if self.upwards => mean / self.limit,
            Some(mean) => (1.0 - mean) / (1.0 - self.limit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::{Note, Severity};
    use crate::said::Values;

    fn standard() -> Standard {
        Standard::parse("P90 wait <= 4 h").expect("it is the default")
    }

    /// One part of the traffic whose time alternates around a mean.
    fn answers(mean_h: f64, spread_h: f64, carried: f64, replications: usize) -> Answers {
        let times = (0..replications).map(|r| Some(mean_h + if r % 2 == 0 { spread_h } else { -spread_h }));
        let values = vec![times.collect(), vec![Some(100.0); replications], vec![Some(100.0 * carried); replications]];
        Answers { values, ..Answers::default() }
    }

    fn verdict(answers: &Answers) -> Verdict {
        judge(answers, &[true], &standard(), LOOKS.len()).verdict
    }

    #[test]
    fn a_decision_waits_for_evidence() {
        assert_eq!(verdict(&answers(1.0, 0.5, 1.0, 24)), Verdict::Keeps);
        assert_eq!(verdict(&answers(9.0, 0.5, 1.0, 8)), Verdict::Breaks);
        assert_eq!(verdict(&answers(3.9, 0.5, 1.0, 24)), Verdict::Undecided);
        assert_eq!(verdict(&answers(1.0, 0.5, 1.0, 8)), Verdict::Undecided, "eight are too few to say that it keeps");
    }

    #[test]
    fn what_is_not_carried_breaks_the_standard_and_so_does_a_growing_queue() {
        let lossy = judge(&answers(1.0, 0.5, 0.8, 24), &[true], &standard(), LOOKS.len());
        assert_eq!((lossy.verdict, lossy.by_carried), (Verdict::Breaks, true));
        let mut growing = answers(1.0, 0.5, 1.0, 8);
        let (severity, code, values) = (Severity::Finding, "queue-grows".to_owned(), Values::new());
        growing.growing.push(Note { severity, code, scope: "gate".into(), message: String::new(), values });
        let judged = judge(&growing, &[true], &standard(), LOOKS.len());
        assert_eq!((judged.verdict, judged.strain), (Verdict::Breaks, f64::INFINITY));
    }

    #[test]
    fn parts_without_traffic_have_no_say_and_vehicles_that_never_leave_have() {
        let mut nobody = answers(9.0, 0.0, 0.0, 24);
        assert_eq!(judge(&nobody, &[false], &standard(), LOOKS.len()).verdict, Verdict::Keeps);
        nobody.values[0] = vec![None; 24];
        assert_eq!(verdict(&nobody), Verdict::Breaks);
    }
}
