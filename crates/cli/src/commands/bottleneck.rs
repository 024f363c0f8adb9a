//! `portway bottleneck`: what one more unit of every resource buys, and the chain of cause.

use super::Outcome;
use crate::answer::{Answer, Place};
use crate::args::{ModelArgs, OutputArgs, TrialArgs, WindowArgs};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use portway_study::BottleneckOptions;
use portway_study::bottleneck::RankBy;
use portway_study::results::Note;
use std::path::PathBuf;

/// What `bottleneck` is asked to do.
#[derive(Debug)]
pub(crate) struct BottleneckSettings {
    dir: PathBuf,
    window: WindowArgs,
    options: BottleneckOptions,
    output: OutputArgs,
}

impl BottleneckSettings {
    pub(crate) fn new(
        model: &ModelArgs,
        window: WindowArgs,
        by: RankBy,
        part: Option<String>,
        trials: &TrialArgs,
        output: OutputArgs,
    ) -> Result<Self, Failure> {
        settings::window(window.from, window.to)?;
        let TrialArgs { replications, seed, threads } = *trials;
        let options = BottleneckOptions { seed, replications, threads: threads.unwrap_or(0), by, part };
        Ok(Self { dir: model.dir.clone(), window, options, output })
    }
}

/// Looks for the bottleneck. A queue that grows is a finding, as it is for `run`.
pub(crate) fn bottleneck(settings: &BottleneckSettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let (corridor, texts) = model::load(&settings.dir, settings.output.lang)?;
    let WindowArgs { scenario, from, to } = &settings.window;
    let timeline = model::timeline(&corridor, scenario.as_deref(), *from, *to)?;
    let name = format!("{}-{}-bottleneck-seed{}", corridor.name(), timeline.scenario.name, settings.options.seed);
    let place = Place::begin(&settings.output, Some(&name))?;

    let bar = Bar::new();
    let found = portway_study::bottleneck(&corridor, &timeline, &settings.options, &bar, &cancel)?;
    drop(bar);

    let (lang, named) = (settings.output.lang, timeline.first());
    let answer = Answer {
        command: "bottleneck",
        file: "bottleneck.json",
        value: &found,
        made_of: (&found.rests_on).into(),
        texts: &texts,
        page: &|| portway_report::html::bottleneck(lang, &found, named),
        table: &|| portway_report::table::bottleneck(&found, named, output::style(lang)),
        files: Vec::new(),
    };
    answer.deliver(place, &settings.output, &cancel)?;
    Ok(Outcome::of(found.diagnostics.iter().any(Note::is_finding)))
}
