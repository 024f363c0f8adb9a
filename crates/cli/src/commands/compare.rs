//! `portway compare`: what a change brings, under common random numbers.

use super::Outcome;
use crate::answer::{Answer, MadeOf, Place};
use crate::args::{ModelArgs, OutputArgs, StudyArgs};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use jiff::civil::Date;
use portway_report::Basis;
use portway_study::{Comparison, StudyOptions};
use std::path::PathBuf;

/// What `compare` is asked to do.
#[derive(Debug)]
pub(crate) struct CompareSettings {
    dir: PathBuf,
    scenarios: [String; 2],
    from: Option<Date>,
    to: Option<Date>,
    options: StudyOptions,
    output: OutputArgs,
}

impl CompareSettings {
    pub(crate) fn new(
        model: &ModelArgs,
        scenarios: [String; 2],
        from: Option<Date>,
        to: Option<Date>,
        study: &StudyArgs,
        output: OutputArgs,
    ) -> Result<Self, Failure> {
        settings::window(from, to)?;
        Ok(Self { dir: model.dir.clone(), scenarios, from, to, options: settings::study(study, false), output })
    }
}

/// Compares two scenarios.
pub(crate) fn compare(settings: &CompareSettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let (corridor, texts) = model::load(&settings.dir)?;
    let [a, b] = &settings.scenarios;
    let a = model::timeline(&corridor, Some(a), settings.from, settings.to)?;
    let b = model::timeline(&corridor, Some(b), settings.from, settings.to)?;
    let place = Place::begin(&settings.output, None)?;

    let bar = Bar::new();
    let reference = model::reference(&corridor);
    let comparison = portway_study::compare(&a, &b, reference, &settings.options, &bar, &cancel)?;
    drop(bar);

    let [a, b] = [&a, &b].map(|timeline| Basis { timeline, evidence: corridor.evidence() });
    let Comparison { model, seed, replications, .. } = &comparison;
    let what = serde_json::json!({ "a": comparison.a, "b": comparison.b, "replications": replications });
    let answer = Answer {
        command: "compare",
        file: "comparison.json",
        value: &comparison,
        made_of: MadeOf { model, seed: *seed, what },
        texts: &texts,
        page: &|| portway_report::html::comparison(settings.output.lang, &comparison, &a, &b),
        table: &|| portway_report::table::comparison(&comparison, &b, output::style(settings.output.lang)),
        files: Vec::new(),
    };
    answer.deliver(place, &settings.output, &cancel)?;
    Ok(Outcome::of(comparison.diagnostics.iter().any(|note| note.severity == "finding")))
}
