//! Runs both scenarios on the same random numbers and pairs their replications.

use super::{ChangeVerdict, ComparedScenario, Comparison, ComparisonRow};
use crate::backlog::Backlog;
use crate::growth;
use crate::options::{LEVEL, Progress, StudyError, StudyOptions};
use crate::query::CORRIDOR;
use crate::replicate::{self, Prepared, Replicated};
use crate::results::{ModelRef, Note, Severity};
use crate::said::{Said, values};
use crate::samples::{SampleRow, Samples};
use crate::study::precision_note;
use portway_model::element::Timeline;
use portway_stats::paired;
use std::sync::atomic::AtomicBool;

/// Runs scenarios A and B with the same seed and compares them replication by replication.
///
/// Every draw has its own address, so replication `i` of B meets the same arrivals and the same coins as replication `i` of A as
/// far as the scenarios agree; the difference then varies less than either (common random numbers). Where the windows begin
/// on the same day, the longer warm-up serves both. With a precision, both
/// get as many replications as the harder one needs.
///
/// Errors: [`StudyError`].
pub fn compare(
    a: &Timeline,
    b: &Timeline,
    model: ModelRef,
    options: &StudyOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Comparison, StudyError> {
    options.check()?;
    let pool = replicate::pool(options.threads)?;
    let both = begin_together(&[a.clone(), b.clone()]);
    let (a, b) = (&both[0], &both[1]);
    let run = |timeline: &Timeline| -> Result<Side, StudyError> {
        let prepared = Prepared::new(timeline)?;
        progress.scenario(&timeline.scenario.name);
        let all = replicate::replicate(&prepared, options, &pool, progress, cancel)?;
        Ok((prepared, all))
    };
    let mut side_a = run(a)?;
    let mut side_b = run(b)?;
    let pairs = side_a.1.count().max(side_b.1.count());
    for (prepared, all) in [&mut side_a, &mut side_b] {
        replicate::extend(prepared, all, pairs, options, &pool, progress, cancel)?;
    }

    let samples = |timeline: &Timeline, (prepared, all): &Side| {
        let growing = growth::find(prepared, all);
        let notes = growing.notes().into_iter().chain(precision_note(options, prepared, all)).collect();
        Samples::new(timeline, model.clone(), options.seed, prepared, all, &growing, notes)
    };
    Ok(pair(&samples(a, &side_a), &samples(b, &side_b)))
}

/// Arrivals are counted from the beginning of the run, so the same vehicles meet the window only when all runs begin on
/// the same day: where the windows do, the longest warm-up serves all.
pub(crate) fn begin_together(timelines: &[Timeline]) -> Vec<Timeline> {
    let mut all = timelines.to_vec();
    let longest = timelines.iter().map(|timeline| timeline.scenario.warm_up_days).max().unwrap_or(0);
    if timelines.windows(2).all(|pair| pair[0].scenario.from == pair[1].scenario.from) {
        all.iter_mut().for_each(|timeline| timeline.scenario.warm_up_days = longest);
    }
    all
}

type Side = (Prepared, Replicated);

/// Compares two runs replication by replication, as far as both have them. The model is that of `b`.
pub fn pair(a: &Samples, b: &Samples) -> Comparison {
    let mut diagnostics = Vec::from_iter(windows_note(&a.scenario, &b.scenario));
    for (side, other) in [(a, b), (b, a)] {
        let total = |name: &str| {
            let of_all = |row: &&SampleRow| row.scope == CORRIDOR && row.direction.is_empty() && row.class.is_empty();
            let row = side.rows.iter().filter(of_all).find(|row| row.name == name);
            row.map_or(&[][..], |row| &row.values)
        };
        let works_off = Backlog::of(total("crossings_per_day"), total("arrivals_per_day")).map(Backlog::note);
        // A run and the run before share the name of their scenario, which then tells nobody anything.
        let named = side.scenario.scenario != other.scenario.scenario;
        for note in side.diagnostics.iter().cloned().chain(works_off) {
            let note = if named { note.of(&side.scenario.scenario) } else { note };
            if !diagnostics.contains(&note) {
                diagnostics.push(note);
            }
        }
    }
    Comparison {
        portway: crate::VERSION.to_owned(),
        model: b.model.clone(),
        a: a.scenario.clone(),
        b: b.scenario.clone(),
        seed: b.seed,
        replications: a.replications.min(b.replications),
        level: LEVEL,
        rows: rows(&a.rows, &b.rows),
        diagnostics,
    }
}

/// Totals of windows of different length differ for no other reason, and of other dates for the season.
pub(crate) fn windows_note(a: &ComparedScenario, b: &ComparedScenario) -> Option<Note> {
    ((&a.from, &a.to) != (&b.from, &b.to)).then(|| Note {
        severity: Severity::Warning,
        code: "windows-differ".into(),
        scope: CORRIDOR.into(),
        message: format!(
            "{} runs from {} to {} and {} from {} to {}: differences of the dates are among those \
             shown; --from and --to give both the same window",
            a.scenario, a.from, a.to, b.scenario, b.from, b.to
        ),
        values: values([
            ("a", Said::Text(a.scenario.clone())),
            ("a-from", Said::Date(a.from.clone())),
            ("a-to", Said::Date(a.to.clone())),
            ("b", Said::Text(b.scenario.clone())),
            ("b-from", Said::Date(b.from.clone())),
            ("b-to", Said::Date(b.to.clone())),
        ]),
    })
}

impl ComparedScenario {
    /// The scenario of a timeline with its window.
    pub(crate) fn of(timeline: &Timeline) -> Self {
        let scenario = &timeline.scenario;
        Self {
            scenario: scenario.name.clone(),
            title: scenario.title.clone(),
            from: scenario.from.to_string(),
            to: scenario.to.to_string(),
        }
    }
}

/// The rows of `a` in their order, each with its twin in `b`, then those that only `b` has.
fn rows(a: &[SampleRow], b: &[SampleRow]) -> Vec<ComparisonRow> {
    let twin = |row: &SampleRow, others: &[SampleRow]| others.iter().position(|other| other.is_twin(row));
    let in_a = a.iter().filter_map(|of_a| row(Some(of_a), twin(of_a, b).map(|at| &b[at])));
    let only_b = b.iter().filter(|of_b| twin(of_b, a).is_none()).filter_map(|of_b| row(None, Some(of_b)));
    in_a.chain(only_b).collect()
}

/// One row, unless neither side ever had a value at a station.
fn row(a: Option<&SampleRow>, b: Option<&SampleRow>) -> Option<ComparisonRow> {
    let named = a.or(b)?;
    let (mean_a, mean_b) = (a.and_then(SampleRow::mean), b.and_then(SampleRow::mean));
    if named.scope != CORRIDOR && mean_a.is_none() && mean_b.is_none() {
        return None;
    }
    let paired = match (a, b) {
        (Some(a), Some(b)) => {
            let both = a.values.iter().zip(&b.values).filter_map(|(a, b)| Some(((*a)?, (*b)?)));
            let (a, b): (Vec<f64>, Vec<f64>) = both.unzip();
            paired(&a, &b, LEVEL)
        }
        _ => None,
    };
    let difference = paired.map(|p| p.difference);
    Some(ComparisonRow {
        name: named.name.clone(),
        scope: named.scope.clone(),
        direction: named.direction.clone(),
        class: named.class.clone(),
        unit: named.unit.clone(),
        a: mean_a,
        b: mean_b,
        difference: difference.map(|d| d.mean),
        half_width: difference.and_then(|d| d.half_width),
        level: LEVEL,
        verdict: match difference.filter(|d| d.half_width.is_some()) {
            Some(difference) if difference.covers(0.0) => ChangeVerdict::NoChangeSeen,
            Some(_) => ChangeVerdict::Changed,
            None => ChangeVerdict::CannotTell,
        },
        variance_reduction: paired.and_then(|p| p.variance_reduction),
    })
}
