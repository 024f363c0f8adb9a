//! `portway capacity`: the largest sustained flow that keeps a service standard.

use super::Outcome;
use crate::answer::{Answer, Place};
use crate::args::{CapacityArgs, ModelArgs, OutputArgs, WindowArgs};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use jiff::civil::Date;
use portway_model::{Diagnostic, Folder, Label, Severity};
use portway_study::capacity::Outcome as Found;
use portway_study::{CapacityOptions, Standard, StudyError};
use std::path::PathBuf;

/// What `capacity` is asked to do.
#[derive(Debug)]
pub(crate) struct CapacitySettings {
    dir: PathBuf,
    scenario: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
    options: CapacityOptions,
    output: OutputArgs,
}

impl CapacitySettings {
    pub(crate) fn new(
        model: &ModelArgs,
        window: WindowArgs,
        asked: CapacityArgs,
        output: OutputArgs,
    ) -> Result<Self, Failure> {
        let WindowArgs { scenario, from, to } = window;
        settings::window(from, to)?;
        let options = CapacityOptions {
            standard: standard(&asked.standard)?,
            direction: asked.direction,
            mix: asked.mix.unwrap_or_default(),
            precision: asked.precision,
            most_replications: asked.replications,
            rays: asked.points,
            seed: asked.seed,
            threads: asked.threads.unwrap_or(0),
        };
        Ok(Self { dir: model.dir.clone(), scenario, from, to, options, output })
    }
}

/// Reads a standard; a mistake is shown where it is.
fn standard(text: &str) -> Result<Standard, Failure> {
    Standard::parse(text).map_err(|mistake| {
        let folder = Folder::of([(STANDARD, text)]);
        let column = text.get(..mistake.span.start).map_or(1, |before| 1 + before.chars().count());
        let (file, label) = (STANDARD.to_owned(), String::new());
        let label = Label { file, span: mistake.span, line: 1, column, text: label, primary: true };
        let problem = Diagnostic::new(Severity::Error, "standard", mistake.message);
        let problem = Diagnostic { labels: vec![label], help: mistake.help, ..problem };
        let shown = portway_model::render(&[problem], &folder, output::colour_stderr());
        let shown = shown.trim_end().trim_end_matches("1 error").trim_end();
        let message = shown.strip_prefix("error[standard]: ").unwrap_or(shown);
        Failure::new(message, "portway capacity --help says how a standard is written")
    })
}

/// What stands where a file name would.
const STANDARD: &str = "--standard";

/// Searches the capacities of a scenario.
pub(crate) fn capacity(settings: &CapacitySettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let (corridor, texts) = model::load(&settings.dir, settings.output.lang)?;
    let timeline = model::timeline(&corridor, settings.scenario.as_deref(), settings.from, settings.to)?;
    let name = format!("{}-{}-capacity-seed{}", corridor.name(), timeline.scenario.name, settings.options.seed);
    let place = Place::begin(&settings.output, Some(&name))?;

    let bar = Bar::new();
    let capacity = portway_study::capacity(&corridor, &timeline, &settings.options, &bar, &cancel);
    drop(bar);
    let capacity = capacity.map_err(|error| match error {
        StudyError::Options(why) => Failure::new(why, "portway capacity --help lists the options"),
        other => other.into(),
    })?;

    let language = settings.output.lang;
    let answer = Answer {
        command: "capacity",
        file: "capacity.json",
        value: &capacity,
        made_of: (&capacity.rests_on).into(),
        texts: &texts,
        page: &|| portway_report::html::capacity(language, &capacity, timeline.first()),
        table: &|| portway_report::table::capacity(&capacity, timeline.first(), output::style(language)),
        files: Vec::new(),
    };
    answer.deliver(place, &settings.output, &cancel)?;
    Ok(Outcome::of(capacity.capacities.iter().any(|found| found.outcome == Found::NoneKeeps)))
}
