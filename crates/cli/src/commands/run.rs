//! `portway run`: simulate one scenario, print the table, write the run folder.

use super::Outcome;
use crate::args::{ModelArgs, OutputArgs, StudyArgs, WindowArgs};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use jiff::civil::Date;
use portway_disk::run_folder::REPORT;
use portway_disk::{Earlier, earlier, folder, run_files};
use portway_report::Basis;
use portway_study::StudyOptions;
use portway_study::results::{ModelRef, Note};
use std::path::{Path, PathBuf};

/// What `run` is asked to do.
#[derive(Debug)]
pub(crate) struct RunSettings {
    dir: PathBuf,
    scenario: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
    options: StudyOptions,
    output: OutputArgs,
    state: Option<PathBuf>,
    against: Option<PathBuf>,
}

impl RunSettings {
    pub(crate) fn new(
        model: &ModelArgs,
        window: WindowArgs,
        study: &StudyArgs,
        output: OutputArgs,
        visits: bool,
        state: Option<PathBuf>,
        against: Option<PathBuf>,
    ) -> Result<Self, Failure> {
        settings::window(window.from, window.to)?;
        if against.is_some() && output.json && output.out.is_none() {
            return Err(Failure::new(
                "with --json, a comparison needs a run folder to stand in",
                "name one with --out; it is written to since.json there",
            ));
        }
        let options = settings::study(study, visits);
        let WindowArgs { scenario, from, to } = window;
        Ok(Self { dir: model.dir.clone(), scenario, from, to, options, output, state, against })
    }
}

/// Runs a scenario.
pub(crate) fn run(settings: &RunSettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let (corridor, texts) = model::load(&settings.dir, settings.output.lang)?;
    let mut timeline = model::timeline(&corridor, settings.scenario.as_deref(), settings.from, settings.to)?;
    let state = settings.state.as_deref().map(folder::read_state).transpose()?;
    if let Some(state) = &state {
        timeline = model::with_state(timeline, state)?;
    }
    let place = place(settings, corridor.name(), &timeline.scenario.name);
    let folder = place.as_deref().map(output::run_folder).transpose()?;
    let earlier = match (&settings.against, &place) {
        (Some(dir), _) => Some(Earlier::named(dir)?),
        (None, Some(place)) => Earlier::replaced(place, corridor.hash()),
        (None, None) => None,
    };

    let bar = Bar::new();
    let study = portway_study::run(&timeline, ModelRef::of(&corridor), &settings.options, &bar, &cancel)?;
    drop(bar);

    let basis = Basis::of(&corridor, &timeline);
    let since = earlier.as_ref().and_then(|earlier| earlier.since(&corridor, &texts, &study.samples));
    if let Some(folder) = folder {
        run_files::write(&folder, output::typed(), settings.output.lang, &study, &basis, since.as_ref())?;
        earlier::write(&folder, &texts, &study.samples)?;
        earlier.iter().try_for_each(|earlier| earlier.keep(&folder))?;
        if let Some(state) = &state {
            // The arguments name a file that may be gone or changed when the run is to be repeated.
            folder.write("state.csv", &state.bytes)?;
        }
        interrupt::check(&cancel)?;
        folder.finish()?;
    }
    output::answer(&if settings.output.json {
        output::json(&study.results)
    } else {
        portway_report::table::run(&study.results, &basis, since.as_ref(), output::style(settings.output.lang))
    })?;
    if let (Some(dir), None) = (&settings.against, &since) {
        output::say(&format!("The model is the one of {}: there is nothing to compare.", dir.display()));
    }
    if let Some(place) = place {
        output::say(&format!("Report: {}", place.join(REPORT).display()));
    }
    Ok(Outcome::of(study.results.diagnostics.iter().any(Note::is_finding)))
}

/// Where the run folder goes. A program that reads JSON gets a folder only when it asks for one.
fn place(settings: &RunSettings, name: &str, scenario: &str) -> Option<PathBuf> {
    match &settings.output {
        OutputArgs { out: Some(out), .. } => Some(out.clone()),
        OutputArgs { json: true, .. } => None,
        _ => Some(Path::new("runs").join(format!("{name}-{scenario}-seed{}", settings.options.seed))),
    }
}
