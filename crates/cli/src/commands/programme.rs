//! `portway programme`: when what is agreed may open, how late that is against plan, and what it brings.

use super::Outcome;
use crate::answer::{Answer, MadeOf, Place};
use crate::args::{ModelArgs, OutputArgs, ProgrammeArgs, WindowArgs};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use portway_model::element::Timeline;
use portway_model::{Corridor, Folder};
use portway_study::programme::{Effects, effects};
use portway_study::{EffectOptions, ProgrammeOptions};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

/// Replications when nothing is said.
const REPLICATIONS: u32 = 20;

/// What `programme` is asked to do.
#[derive(Debug)]
pub(crate) struct ProgrammeSettings {
    dir: PathBuf,
    /// The window in which effects are asked for, when its scenario is named.
    window: WindowArgs,
    options: ProgrammeOptions,
    effects: EffectOptions,
    output: OutputArgs,
}

impl ProgrammeSettings {
    pub(crate) fn new(model: &ModelArgs, asked: ProgrammeArgs, output: OutputArgs) -> Result<Self, Failure> {
        let ProgrammeArgs { year, draws, scenario, from, to, replications, seed, threads } = asked;
        settings::window(from, to)?;
        let (replications, threads) = (replications.unwrap_or(REPLICATIONS), threads.unwrap_or(0));
        Ok(Self {
            dir: model.dir.clone(),
            window: WindowArgs { scenario, from, to },
            options: ProgrammeOptions { seed, draws, year },
            effects: EffectOptions { seed, replications, threads, draws },
            output,
        })
    }
}

/// Draws the openings of every project, and runs a scenario with and without each when one is named. A project that is late, or
/// that brings a queue, is what the answer is about, and no finding about the model.
pub(crate) fn programme(settings: &ProgrammeSettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let (corridor, texts) = model::load(&settings.dir, settings.output.lang)?;
    if corridor.projects().is_empty() {
        return Err(Failure::new(
            format!("{} has no projects", settings.dir.display()),
            "write what is agreed as [project.NAME]; docs/language.md describes it",
        ));
    }
    let WindowArgs { scenario, from, to } = &settings.window;
    let asked = scenario.as_deref().map(|name| model::timeline(&corridor, Some(name), *from, *to)).transpose()?;
    let of_scenario = scenario.as_ref().map(|name| format!("-{name}")).unwrap_or_default();
    let name = format!("{}{of_scenario}-programme-seed{}", corridor.name(), settings.options.seed);
    let place = Place::begin(&settings.output, Some(&name))?;
    let mut found = portway_study::programme(&corridor, &settings.options);
    if let Some(timeline) = &asked {
        found.effects = Some(brought(settings, &corridor, &texts, timeline, &cancel)?);
    }

    let lang = settings.output.lang;
    let mut what = serde_json::json!({ "draws": found.draws, "year": found.year });
    if let Some(effects) = &found.effects {
        let of = &effects.rests_on;
        what["scenario"] = of.scenario.as_str().into();
        what["from"] = of.from.as_str().into();
        what["to"] = of.to.as_str().into();
        what["replications"] = of.replications.into();
    }
    let answer = Answer {
        command: "programme",
        file: "programme.json",
        value: &found,
        made_of: MadeOf { model: &found.model, seed: found.seed, what },
        texts: &texts,
        page: &|| portway_report::html::programme(lang, &found),
        table: &|| portway_report::table::programme(&found, output::style(lang)),
        files: Vec::new(),
    };
    answer.deliver(place, &settings.output, &cancel)?;
    Ok(Outcome::Done)
}

/// What every project brings in a scenario.
fn brought(
    settings: &ProgrammeSettings,
    corridor: &Corridor,
    texts: &Folder,
    timeline: &Timeline,
    cancel: &AtomicBool,
) -> Result<Effects, Failure> {
    let opened = portway_model::opened(texts, corridor, &timeline.scenario.name);
    let opened = opened.map_err(|diagnostics| model::refuse(diagnostics.first()))?;
    Ok(effects(corridor, timeline, &opened, &settings.effects, &Bar::new(), cancel)?)
}
