//! One scenario, replicated and summarised.

use crate::growth;
use crate::journey::Journey;
use crate::options::{LEVEL, Progress, Replications, StudyError, StudyOptions};
use crate::precision;
use crate::replicate::{self, Prepared, Replicated};
use crate::results::{ModelRef, Note, Results, Severity};
use crate::said::{Said, values};
use crate::samples::Samples;
use crate::summary;
use crate::visits::VisitRecords;
use portway_model::element::Timeline;
use std::sync::atomic::AtomicBool;

/// What a study found.
#[derive(Clone, Debug)]
pub struct Study {
    /// Measures, findings and series.
    pub results: Results,
    /// The values of every replication, of the measures that a later run is compared by.
    pub samples: Samples,
    /// Every visit of replication 0, when asked for.
    pub visits: Option<VisitRecords>,
}

/// Runs a scenario and summarises its replications.
///
/// The result depends on the timeline, the seed and the number of replications only. `cancel` is looked at between events of
/// the kernel, so that a study ends soon after it is set.
///
/// Errors: [`StudyError`].
pub fn run(
    timeline: &Timeline,
    model: ModelRef,
    options: &StudyOptions,
    progress: &dyn Progress,
    cancel: &AtomicBool,
) -> Result<Study, StudyError> {
    options.check()?;
    let pool = replicate::pool(options.threads)?;
    let prepared = Prepared::new(timeline)?;
    progress.scenario(&timeline.scenario.name);
    let mut all = replicate::replicate(&prepared, options, &pool, progress, cancel)?;
    let visits = options.record_visits.then(|| VisitRecords::new(&prepared, std::mem::take(&mut all.visits)));
    let growing = growth::find(&prepared, &all);
    let mut diagnostics = growing.notes();
    diagnostics.extend(prepared.state_note());
    diagnostics.extend(precision_note(options, &prepared, &all));
    let (seed, notes) = (options.seed, diagnostics.clone());
    let samples = Samples::new(timeline, model.clone(), seed, &prepared, &all, &growing, notes).shortened();
    let results = Results {
        portway: crate::VERSION.to_owned(),
        model,
        scenario: timeline.scenario.name.clone(),
        seed,
        replications: all.count(),
        from: timeline.scenario.from.to_string(),
        to: timeline.scenario.to.to_string(),
        measures: summary::measures(&prepared, &all, &growing),
        owners: summary::owners(&prepared, &all, &growing),
        trade: prepared.layout.trade.results(&all.trades, &prepared.layout.directions),
        diagnostics,
        series: all.sums.take_means(&prepared.layout, &prepared.hour_ms()),
        journey: Journey::new(&prepared.layout, &all.journeys, &growing),
    };
    Ok(Study { results, samples, visits })
}

/// Says so when the asked precision was not reached.
pub(crate) fn precision_note(options: &StudyOptions, prepared: &Prepared, all: &Replicated) -> Option<Note> {
    let Replications::Precision { relative, .. } = options.replications else { return None };
    let reached = precision::reached(prepared, all)?;
    let percent = |share: f64, decimals: usize| format!("{:.decimals$}", share * 100.0);
    let (reached_percent, asked, level) = (percent(reached, 1), percent(relative, 1), percent(LEVEL, 0));
    (reached > relative).then(|| Note {
        severity: Severity::Warning,
        code: "precision-not-reached".into(),
        scope: crate::query::CORRIDOR.into(),
        message: format!(
            "after {} replications the half-width is {reached_percent} % of the mean at the {level} % level, not the {asked} % \
             asked for",
            all.count()
        ),
        values: values([
            ("replications", Said::Number(all.count().to_string())),
            ("reached", Said::Number(reached_percent)),
            ("level", Said::Number(level)),
            ("asked", Said::Number(asked)),
        ]),
    })
}
