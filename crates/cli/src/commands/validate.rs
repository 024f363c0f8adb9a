//! `portway validate`: the simulation beside what was really observed, or beside exact answers.

mod exact;

use super::Outcome;
use crate::args::{ModelArgs, OutputArgs, StudyArgs};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use portway_disk::RunFolder;
use portway_disk::manifest::manifest;
use portway_disk::run_folder::{MANIFEST, MODEL, REPORT};
use portway_model::element::Observation;
use portway_model::{Corridor, Folder};
use portway_report::Language;
use portway_study::results::ModelRef;
use portway_study::{StudyOptions, Validation, Verdict};
use std::path::PathBuf;

/// What `validate` is asked to do.
#[derive(Debug)]
pub(crate) struct ValidateSettings {
    dir: PathBuf,
    scenario: Option<String>,
    options: StudyOptions,
    /// How folders of exact answers are run: to a precision of their own unless a number of replications is asked for.
    exact_options: StudyOptions,
    /// Page to write about exact answers.
    write: Option<PathBuf>,
    output: OutputArgs,
}

impl ValidateSettings {
    pub(crate) fn new(
        model: &ModelArgs,
        scenario: Option<String>,
        study: &StudyArgs,
        write: Option<PathBuf>,
        output: OutputArgs,
    ) -> Result<Self, Failure> {
        let options = settings::study(study, false);
        let exact_options = StudyOptions { replications: settings::exact_replications(study), ..options.clone() };
        Ok(Self { dir: model.dir.clone(), scenario, options, exact_options, write, output })
    }
}

/// Judges every observation of the folder, or every exact answer of it or of the model folders in it.
pub(crate) fn validate(settings: &ValidateSettings) -> Result<Outcome, Failure> {
    if settings.dir.is_dir() && !settings.dir.join("corridor.toml").exists() {
        let folders = exact::folders_in(&settings.dir)?;
        if !folders.is_empty() {
            let load = |folder: &PathBuf| Ok(model::load(folder, settings.output.lang)?.0);
            let corridors = folders.iter().map(load).collect::<Result<_, Failure>>()?;
            return exact::validate(settings, corridors);
        }
    }
    let (corridor, texts) = model::load(&settings.dir, settings.output.lang)?;
    if corridor.observations().is_empty() && !corridor.exact_answers().is_empty() {
        return exact::validate(settings, vec![corridor]);
    }
    observed(settings, &corridor, &texts)
}

/// Judges every observation of the folder.
fn observed(settings: &ValidateSettings, corridor: &Corridor, texts: &Folder) -> Result<Outcome, Failure> {
    if settings.write.is_some() {
        return Err(Failure::new(
            format!("{} has no exact answers, so there is no page to write about them", settings.dir.display()),
            "leave --write out; --out DIR keeps what observations gave",
        ));
    }
    let cancel = interrupt::flag()?;
    if let Some(name) = &settings.scenario {
        // A misspelt name would otherwise look like a scenario without observations.
        model::timeline(corridor, Some(name), None, None)?;
    }
    let wanted = |row: &&Observation| settings.scenario.as_ref().is_none_or(|name| *name == row.scenario);
    let observations: Vec<Observation> = corridor.observations().iter().filter(wanted).cloned().collect();
    if observations.is_empty() {
        let whose = settings.scenario.as_ref().map_or_else(String::new, |name| format!(" of scenario `{name}`"));
        return Err(Failure::new(
            format!("{} has no observations{whose} to compare with", settings.dir.display()),
            "write them into observations.csv; docs/language.md describes it",
        ));
    }
    let mut names: Vec<&str> = observations.iter().map(|row| row.scenario.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let timelines = names.iter().map(|name| model::timeline(corridor, Some(name), None, None));
    let timelines = timelines.collect::<Result<Vec<_>, _>>()?;
    let folder = settings.output.out.as_deref().map(output::run_folder).transpose()?;

    let bar = Bar::new();
    let reference = ModelRef::of(corridor);
    let validation = portway_study::validate(&observations, &timelines, reference, &settings.options, &bar, &cancel)?;
    drop(bar);

    if let Some(folder) = folder {
        folder.write_texts(MODEL, texts)?;
        write(&folder, settings.output.lang, &validation, corridor.title())?;
        interrupt::check(&cancel)?;
        folder.finish()?;
    }
    output::answer(&if settings.output.json {
        output::json(&validation)
    } else {
        portway_report::table::validation(&validation, output::style(settings.output.lang))
    })?;
    Ok(Outcome::of(validation.rows.iter().any(|row| row.verdict != Verdict::Agrees)))
}

fn write(folder: &RunFolder, language: Language, validation: &Validation, title: &str) -> Result<(), Failure> {
    let what = serde_json::json!({ "scenarios": validation.scenarios });
    folder
        .write(MANIFEST, manifest("validate", output::typed(), &validation.model, validation.seed, what).as_bytes())?;
    folder.write("validation.json", output::json(validation).as_bytes())?;
    Ok(folder.write(REPORT, portway_report::html::validation(language, validation, title).as_bytes())?)
}
