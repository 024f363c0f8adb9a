//! `portway run`: simulate one scenario, print the table, write the run folder.

use super::Outcome;
use crate::args::{ModelArgs, OutputArgs, StudyArgs, WindowArgs};
use crate::earlier::{self, Earlier};
use crate::failure::Failure;
use crate::manifest::manifest;
use crate::progress::Bar;
use crate::run_folder::{MANIFEST, REPORT, RunFolder};
use crate::{folder, interrupt, model, output, settings};
use jiff::civil::Date;
use portway_model::InputChange;
use portway_report::parquet::{self, ParquetError};
use portway_report::{Basis, Language, Since};
use portway_study::{Results, Study, StudyOptions};
use serde_json::json;
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
    let folder = place.as_deref().map(RunFolder::begin).transpose()?;
    let earlier = match (&settings.against, &place) {
        (Some(dir), _) => Some(Earlier::named(dir)?),
        (None, Some(place)) => Earlier::replaced(place, corridor.hash()),
        (None, None) => None,
    };

    let bar = Bar::new();
    let study = portway_study::run(&timeline, model::reference(&corridor), &settings.options, &bar, &cancel)?;
    drop(bar);

    let basis = model::basis(&corridor, &timeline);
    let since = earlier.as_ref().and_then(|earlier| earlier.since(&corridor, &texts, &study.samples));
    if let Some(folder) = folder {
        write(&folder, settings.output.lang, &study, &basis, since.as_ref())?;
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
    Ok(Outcome::of(study.results.diagnostics.iter().any(|note| note.severity == "finding")))
}

/// Where the run folder goes. A program that reads JSON gets a folder only when it asks for one.
fn place(settings: &RunSettings, name: &str, scenario: &str) -> Option<PathBuf> {
    match &settings.output {
        OutputArgs { out: Some(out), .. } => Some(out.clone()),
        OutputArgs { json: true, .. } => None,
        _ => Some(Path::new("runs").join(format!("{name}-{scenario}-seed{}", settings.options.seed))),
    }
}

fn write(
    folder: &RunFolder,
    language: Language,
    study: &Study,
    basis: &Basis<'_>,
    since: Option<&Since>,
) -> Result<(), Failure> {
    let Results { scenario, from, to, replications, seed, .. } = &study.results;
    let what = json!({ "scenario": scenario, "from": from, "to": to, "replications": replications });
    folder.write(MANIFEST, manifest("run", &study.results.model, *seed, what).as_bytes())?;
    folder.write("results.json", output::json(&study.results).as_bytes())?;
    folder.write(REPORT, portway_report::html::run(language, &study.results, basis, since).as_bytes())?;
    if let Some(Since::Compared { inputs, files, comparison }) = since {
        let input =
            |change: &InputChange| json!({ "path": change.path, "before": change.before, "after": change.after });
        let inputs: Vec<_> = inputs.iter().map(input).collect();
        let told = json!({ "files": files, "inputs": inputs, "comparison": comparison });
        folder.write("since.json", output::json(&told).as_bytes())?;
    }
    let parquet = |name: &str, bytes: Result<Vec<u8>, ParquetError>| {
        let bytes = bytes.map_err(|error| Failure::new(format!("cannot make {name}: {error}"), ""))?;
        folder.write(name, &bytes)
    };
    parquet("hourly.parquet", parquet::hourly(&study.results, basis))?;
    if !study.results.owners.is_empty() {
        parquet("owners.parquet", parquet::owners(&study.results))?;
    }
    if !study.results.trade.is_empty() {
        parquet("trade.parquet", parquet::trade(&study.results))?;
    }
    if let Some(visits) = &study.visits {
        parquet("visits.parquet", parquet::visits(visits, 0))?;
    }
    Ok(())
}
