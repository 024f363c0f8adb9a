//! `portway compare`: what a change brings, under common random numbers.

use super::Outcome;
use crate::args::{ModelArgs, OutputArgs, StudyArgs};
use crate::failure::Failure;
use crate::manifest::manifest;
use crate::progress::Bar;
use crate::run_folder::{MANIFEST, MODEL, REPORT, RunFolder};
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
    let folder = settings.output.out.as_deref().map(RunFolder::begin).transpose()?;

    let bar = Bar::new();
    let reference = model::reference(&corridor);
    let comparison = portway_study::compare(&a, &b, reference, &settings.options, &bar, &cancel)?;
    drop(bar);

    let bases = [&a, &b].map(|timeline| Basis { timeline, evidence: corridor.evidence() });
    if let Some(folder) = folder {
        folder.write_texts(MODEL, &texts)?;
        write(&folder, &comparison, &bases)?;
        interrupt::check(&cancel)?;
        folder.finish()?;
    }
    output::answer(&if settings.output.json {
        output::json(&comparison)
    } else {
        portway_report::table::comparison(&comparison, &bases[1], output::style())
    })?;
    Ok(Outcome::of(comparison.diagnostics.iter().any(|note| note.severity == "finding")))
}

fn write(folder: &RunFolder, comparison: &Comparison, [a_basis, b_basis]: &[Basis<'_>; 2]) -> Result<(), Failure> {
    let Comparison { a, b, replications, seed, .. } = comparison;
    let what = serde_json::json!({ "a": a, "b": b, "replications": replications });
    folder.write(MANIFEST, manifest("compare", &comparison.model, *seed, what).as_bytes())?;
    folder.write("comparison.json", output::json(comparison).as_bytes())?;
    folder.write(REPORT, portway_report::html::comparison(comparison, a_basis, b_basis).as_bytes())
}
