//! Runs both scenarios on the same random numbers and pairs their replications.

use super::{ChangeVerdict, ComparedScenario, Comparison, ComparisonRow};
use crate::growth::{self, Growing};
use crate::options::{LEVEL, Progress, StudyError, StudyOptions};
use crate::query::{CORRIDOR, Query, Sample};
use crate::replicate::{self, Prepared, Replicated};
use crate::results::{Measure, ModelRef, Note};
use crate::study::precision_note;
use crate::summary;
use portway_model::element::Timeline;
use portway_stats::paired;
use std::sync::atomic::AtomicBool;

/// Runs scenarios A and B with the same seed and compares them replication by replication.
///
/// Every draw has its own address, so replication `i` of B meets the same arrivals and the same coins as replication `i` of A as
/// far as the scenarios agree; the difference then varies less than either (common random numbers). With a precision, both
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

    let growing = [&side_a, &side_b].map(|(prepared, all)| growth::find(prepared, all));
    let mut diagnostics = Vec::from_iter(windows_note(a, b));
    for (growing, (prepared, all)) in growing.iter().zip([&side_a, &side_b]) {
        for note in growing.notes().into_iter().chain(precision_note(options, prepared, all)) {
            if !diagnostics.contains(&note) {
                diagnostics.push(note);
            }
        }
    }
    Ok(Comparison {
        portway: crate::VERSION.to_owned(),
        model,
        a: describe(a),
        b: describe(b),
        seed: options.seed,
        replications: pairs,
        level: LEVEL,
        rows: rows(&side_a, &side_b, &growing),
        diagnostics,
    })
}

/// Totals of windows of different length differ for no other reason, and of other dates for the season.
fn windows_note(a: &Timeline, b: &Timeline) -> Option<Note> {
    let (a, b) = (&a.scenario, &b.scenario);
    ((a.from, a.to) != (b.from, b.to)).then(|| Note {
        severity: "warning".into(),
        code: "windows-differ".into(),
        scope: CORRIDOR.into(),
        message: format!(
            "{} runs from {} to {} and {} from {} to {}: differences of the dates are among those \
             shown; --from and --to give both the same window",
            a.name, a.from, a.to, b.name, b.from, b.to
        ),
    })
}

type Side = (Prepared, Replicated);

fn describe(timeline: &Timeline) -> ComparedScenario {
    let scenario = &timeline.scenario;
    ComparedScenario {
        scenario: scenario.name.clone(),
        title: scenario.title.clone(),
        from: scenario.from.to_string(),
        to: scenario.to.to_string(),
    }
}

fn rows(a: &Side, b: &Side, growing: &[Growing; 2]) -> Vec<ComparisonRow> {
    let twin = |query: &Query, side: &Side| side.0.queries.iter().position(|other| key(other, side) == key(query, a));
    let mut rows: Vec<ComparisonRow> = Vec::new();
    for (index, query) in a.0.queries.iter().enumerate() {
        let in_a = Some((query, summary::measure(&a.0.layout, query, a.1.of(index)), a.1.of(index).collect()));
        let in_b = twin(query, b).map(|i| {
            let other = &b.0.queries[i];
            (other, summary::measure(&b.0.layout, other, b.1.of(i)), b.1.of(i).collect())
        });
        rows.extend(row(in_a, in_b, growing));
    }
    for (index, query) in b.0.queries.iter().enumerate() {
        if !a.0.queries.iter().any(|other| key(other, a) == key(query, b)) {
            let in_b = Some((query, summary::measure(&b.0.layout, query, b.1.of(index)), b.1.of(index).collect()));
            rows.extend(row(None, in_b, growing));
        }
    }
    rows
}

fn key<'a>(query: &'a Query, side: &'a Side) -> (&'a str, &'a str, &'a str, &'a str) {
    (query.measure.name, query.scope(&side.0.layout), &query.direction, &query.class)
}

type Asked<'a> = (&'a Query, Measure, Vec<Sample>);

/// One row, unless neither side ever had a value at a station.
fn row(a: Option<Asked<'_>>, b: Option<Asked<'_>>, growing: &[Growing; 2]) -> Option<ComparisonRow> {
    let settle = |asked: Option<Asked<'_>>, growing: &Growing| {
        asked.map(|(query, mut measure, samples)| {
            if growing.affects(query) {
                measure.forget();
            }
            (query.station.is_some(), measure, samples)
        })
    };
    let (a, b) = (settle(a, &growing[0]), settle(b, &growing[1]));
    let (at_station, named) = a.as_ref().or(b.as_ref()).map(|(station, measure, _)| (*station, measure.clone()))?;
    let mean = |side: &Option<(bool, Measure, Vec<Sample>)>| side.as_ref().and_then(|(_, measure, _)| measure.mean);
    let (mean_a, mean_b) = (mean(&a), mean(&b));
    if at_station && mean_a.is_none() && mean_b.is_none() {
        return None;
    }
    let paired = match (&a, &b) {
        (Some((_, _, a)), Some((_, _, b))) if mean_a.is_some() && mean_b.is_some() => {
            let both = a.iter().zip(b).filter_map(|(a, b)| Some((a.value?, b.value?)));
            let (a, b): (Vec<f64>, Vec<f64>) = both.unzip();
            paired(&a, &b, LEVEL)
        }
        _ => None,
    };
    let difference = paired.map(|p| p.difference);
    let half_width = difference.and_then(|d| d.half_width);
    Some(ComparisonRow {
        name: named.name,
        scope: named.scope,
        direction: named.direction,
        class: named.class,
        unit: named.unit,
        a: mean_a,
        b: mean_b,
        difference: difference.map(|d| d.mean),
        half_width,
        level: LEVEL,
        verdict: match difference.filter(|d| d.half_width.is_some()) {
            Some(difference) if difference.covers(0.0) => ChangeVerdict::NoChangeSeen,
            Some(_) => ChangeVerdict::Changed,
            None => ChangeVerdict::CannotTell,
        },
        variance_reduction: paired.and_then(|p| p.variance_reduction),
    })
}
