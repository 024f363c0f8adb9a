//! Runs scenarios until their rows are precise enough, and judges every row.

use super::{ExactCheck, ExactRow, FAMILY_ERROR, POWER, bias_to_find};
use crate::options::{LEVEL, Progress, Replications, StudyError, StudyOptions};
use crate::replicate::{self, Prepared, Replicated};
use crate::results::ModelRef;
use crate::said::{self, Reason, Said};
use crate::validation::{ValidatedScenario, Verdict, judge};
use portway_model::element::{ExactAnswer, Observation, Timeline};
use portway_stats::interval::{level_of_each, mean, student_t, variance};
use std::sync::atomic::AtomicBool;

/// Replications before the number needed is worked out: enough for a spread that is known to an eighth.
const PILOT: u32 = 32;

/// Replications after which a row is left as vague as it is.
const MOST: u32 = 20_000;

/// Rounds of replications. The first estimate of the number is nearly always enough; a second corrects it.
const ROUNDS: u32 = 4;

/// Standard errors to a side of a 95 % interval, as the half-widths of published answers are made.
const NORMAL_95: f64 = 1.96;

/// Holds the simulation against every exact answer of one folder.
///
/// `rows_in_all` is the number of rows of the whole run, over which the error rate is shared. Each timeline is run once, in
/// two steps: a pilot tells how much the rows of the scenario vary, and then as many replications follow as the vaguest row
/// needs to find the bias that is asked for as a precision. With [`Replications::Fixed`] that many are run and no more, whatever they show.
///
/// Errors: [`StudyError`].
pub fn check_exact(
    answers: &[ExactAnswer],
    timelines: &[Timeline],
    about: (ModelRef, &str),
    rows_in_all: usize,
    options: &StudyOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<ExactCheck, StudyError> {
    options.check()?;
    let pool = replicate::pool(options.threads)?;
    let bias = bias_to_find(options);
    let limit_level = level_of_each(1.0 - FAMILY_ERROR, rows_in_all);
    let (model, title) = about;
    let mut check = ExactCheck {
        model,
        title: title.to_owned(),
        scenarios: Vec::new(),
        events: 0,
        rows: answers.iter().map(unanswered).collect(),
        diagnostics: Vec::new(),
        fingerprint: String::new(),
    };
    for timeline in timelines {
        let scenario = &timeline.scenario;
        let mut prepared = Prepared::new(timeline)?;
        // Only what the rows ask for is kept of a replication.
        prepared.queries = Vec::new();
        let mut asked = Vec::new();
        for (index, answer) in answers.iter().enumerate().filter(|(_, answer)| answer.scenario == scenario.name) {
            match judge::query(&question(answer), &prepared.layout) {
                Ok(query) => {
                    check.rows[index].unit = query.unit(&prepared.layout);
                    asked.push(index);
                    prepared.queries.push(query);
                }
                Err(reason) => check.rows[index].because(reason),
            }
        }
        progress.scenario(&scenario.name);
        let mut all = Replicated::new(&prepared);
        let mut target = match options.replications {
            Replications::Fixed(n) => n,
            Replications::Precision { .. } => PILOT,
        };
        for _ in 0..ROUNDS {
            replicate::extend(&prepared, &mut all, target, options, &pool, progress, cancel)?;
            for (query, &index) in asked.iter().enumerate() {
                let values = values(&all, query, &check.rows[index].statistic);
                check.rows[index].answer(&values, limit_level, bias);
            }
            if matches!(options.replications, Replications::Fixed(_)) {
                break;
            }
            let needed = asked.iter().map(|&index| check.rows[index].replications_needed(bias)).max();
            target = needed.unwrap_or(0).clamp(all.count(), MOST);
            if target == all.count() {
                break;
            }
        }
        check.events += all.sums.events;
        check.scenarios.push(ValidatedScenario {
            scenario: scenario.name.clone(),
            from: scenario.from.to_string(),
            to: scenario.to.to_string(),
            replications: all.count(),
        });
    }
    Ok(check)
}

/// An answer as an observation without a range, because both ask the same of a run.
fn question(answer: &ExactAnswer) -> Observation {
    Observation {
        id: answer.id.clone(),
        scenario: answer.scenario.clone(),
        measure: answer.measure.clone(),
        statistic: answer.statistic.clone(),
        scope: answer.scope.clone(),
        direction: answer.direction.clone(),
        class: answer.class.clone(),
        from: None,
        to: None,
        value: answer.value,
        low: answer.value,
        high: answer.value,
        source: String::new(),
        note: String::new(),
    }
}

/// The values of a statistic, replication by replication.
fn values(all: &Replicated, query: usize, statistic: &str) -> Vec<f64> {
    all.of(query).filter_map(|sample| sample.statistic(statistic)).collect()
}

fn unanswered(answer: &ExactAnswer) -> ExactRow {
    let question = judge::unanswered(&question(answer));
    ExactRow {
        id: question.id,
        scenario: question.scenario,
        measure: question.measure,
        statistic: question.statistic,
        scope: question.scope,
        direction: question.direction,
        class: question.class,
        unit: String::new(),
        exact: answer.value,
        exact_half_width: answer.half_width,
        simulated: None,
        half_width: None,
        z: None,
        z_limit: None,
        detectable_bias: None,
        replications: 0,
        verdict: Verdict::CannotTell,
        reason: question.reason,
        reason_code: question.reason_code,
        reason_values: question.reason_values,
        source: answer.source.clone(),
    }
}

impl ExactRow {
    /// Fills in what the replications gave. A two-sided test at `limit_level`.
    fn answer(&mut self, values: &[f64], limit_level: f64, bias: f64) {
        self.replications = values.len() as u32;
        let (Some(simulated), Some(variance)) = (mean(values), variance(values)) else {
            let sentence = "it needs two replications in which it occurs";
            self.because(Reason::plain("two-replications", sentence));
            return;
        };
        let freedom = values.len() as u64 - 1;
        let error = (variance / values.len() as f64).sqrt();
        let both = error.hypot(self.exact_error());
        let distance = simulated - self.exact;
        let limit = student_t(limit_level, freedom);
        // One side of the test is enough for a bias of one sign, so the power is that of a one-sided quantile.
        let found_beyond = limit + student_t(2.0 * POWER - 1.0, freedom);
        self.simulated = Some(simulated);
        self.half_width = Some(student_t(LEVEL, freedom) * error);
        self.z = Some(if distance == 0.0 { 0.0 } else { distance / both });
        self.z_limit = Some(limit);
        self.detectable_bias = Some(found_beyond * both / self.exact.abs());
        let (verdict, reason) = if self.z.is_some_and(|z| z.abs() > limit) {
            (Verdict::Misses, Reason::default())
        } else if found_beyond * error > bias * self.exact.abs() && error > self.exact_error() {
            let percent = (bias * 100.0).to_string();
            let reason = Reason {
                code: "bias-could-hide",
                sentence: format!("a bias of {percent} % could hide in the noise of the run"),
                values: said::values([("bias", Said::Number(percent))]),
            };
            (Verdict::CannotTell, reason)
        } else {
            (Verdict::Agrees, Reason::default())
        };
        self.verdict = verdict;
        self.because(reason);
    }

    fn because(&mut self, reason: Reason) {
        let Reason { code, sentence, values } = reason;
        (self.reason, self.reason_code, self.reason_values) = (sentence, code.to_owned(), values);
    }

    /// Standard error of the answer itself.
    fn exact_error(&self) -> f64 {
        self.exact_half_width.unwrap_or(0.0) / NORMAL_95
    }

    /// Replications that find the bias, or that are as sure as the answer is; some more than the spread of the pilot says,
    /// because it is itself uncertain.
    fn replications_needed(&self, bias: f64) -> u32 {
        let (Some(half_width), Some(limit)) = (self.half_width, self.z_limit) else { return 0 };
        if self.verdict != Verdict::CannotTell {
            return self.replications;
        }
        let freedom = u64::from(self.replications.max(2)) - 1;
        let error = half_width / student_t(LEVEL, freedom);
        let wanted = bias * self.exact.abs() / (limit + student_t(2.0 * POWER - 1.0, freedom));
        let wanted = wanted.max(self.exact_error());
        let factor = (error / wanted).powi(2) * MARGIN;
        (f64::from(self.replications) * factor).ceil().min(f64::from(MOST)) as u32
    }
}

/// Replications beyond those that the pilot asks for. With 32 values the variance is known to a quarter; more of them also
/// make the Student factors smaller, which pays for half of it.
const MARGIN: f64 = 1.1;
