//! `portway programme`: when what is agreed may open, and how late that is against plan.

use super::Outcome;
use crate::answer::{Answer, MadeOf, Place};
use crate::args::{ModelArgs, OutputArgs, ProgrammeArgs};
use crate::failure::Failure;
use crate::{interrupt, model, output};
use portway_study::ProgrammeOptions;
use std::path::PathBuf;

/// What `programme` is asked to do.
#[derive(Debug)]
pub(crate) struct ProgrammeSettings {
    dir: PathBuf,
    options: ProgrammeOptions,
    output: OutputArgs,
}

impl ProgrammeSettings {
    pub(crate) fn new(model: &ModelArgs, asked: &ProgrammeArgs, output: OutputArgs) -> Self {
        let ProgrammeArgs { year, draws, seed } = *asked;
        Self { dir: model.dir.clone(), options: ProgrammeOptions { seed, draws, year }, output }
    }
}

/// Draws the openings of every project. A project that is late is what the answer is about, and no finding about the model.
pub(crate) fn programme(settings: &ProgrammeSettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let (corridor, texts) = model::load(&settings.dir, settings.output.lang)?;
    if corridor.projects().is_empty() {
        return Err(Failure::new(
            format!("{} has no projects", settings.dir.display()),
            "write what is agreed as [project.NAME]; docs/language.md describes it",
        ));
    }
    let name = format!("{}-programme-seed{}", corridor.name(), settings.options.seed);
    let place = Place::begin(&settings.output, Some(&name))?;
    let found = portway_study::programme(&corridor, &settings.options);

    let lang = settings.output.lang;
    let answer = Answer {
        command: "programme",
        file: "programme.json",
        value: &found,
        made_of: MadeOf {
            model: &found.model,
            seed: found.seed,
            what: serde_json::json!({ "draws": found.draws, "year": found.year }),
        },
        texts: &texts,
        page: &|| portway_report::html::programme(lang, &found),
        table: &|| portway_report::table::programme(&found, output::style(lang)),
        files: Vec::new(),
    };
    answer.deliver(place, &settings.output, &cancel)?;
    Ok(Outcome::Done)
}
