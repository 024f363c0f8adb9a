//! `portway compare`: what a change brings, and which of several is the best, under common random numbers.

use super::Outcome;
use crate::answer::{Answer, MadeOf, Place};
use crate::args::{ModelArgs, OutputArgs, RankingArgs, StudyArgs};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use jiff::civil::Date;
use portway_model::element::Timeline;
use portway_model::{Corridor, Folder};
use portway_report::Basis;
use portway_study::results::{ModelRef, Note};
use portway_study::{Comparison, RankingOptions, StudyOptions};
use std::path::PathBuf;

/// What `compare` is asked to do.
#[derive(Debug)]
pub(crate) struct CompareSettings {
    dir: PathBuf,
    scenarios: Vec<String>,
    from: Option<Date>,
    to: Option<Date>,
    options: StudyOptions,
    /// How scenarios are ranked; none when two are compared row by row.
    ranking: Option<RankingOptions>,
    output: OutputArgs,
}

/// What was typed about the scenarios.
pub(crate) struct Asked {
    pub(crate) scenarios: Vec<String>,
    pub(crate) ranking: RankingArgs,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
}

impl CompareSettings {
    pub(crate) fn new(model: &ModelArgs, asked: Asked, study: &StudyArgs, output: OutputArgs) -> Result<Self, Failure> {
        let Asked { scenarios, ranking, from, to } = asked;
        settings::window(from, to)?;
        if let Some(twice) = scenarios.iter().enumerate().find(|(at, name)| scenarios[..*at].contains(name)) {
            return Err(Failure::new(
                format!("scenario `{}` is named twice", twice.1),
                "a scenario compared with itself says nothing; name others",
            ));
        }
        let options = settings::study(study, false);
        let by_rank = scenarios.len() > 2 || ranking.by.is_some();
        let ranking = if by_rank { Some(settings::ranking(&ranking, study)?) } else { settings::no_ranking(&ranking)? };
        Ok(Self { dir: model.dir.clone(), scenarios, from, to, options, ranking, output })
    }
}

/// Compares two scenarios row by row, or ranks several.
pub(crate) fn compare(settings: &CompareSettings) -> Result<Outcome, Failure> {
    let (corridor, texts) = model::load(&settings.dir, settings.output.lang)?;
    let named = |name: &String| model::timeline(&corridor, Some(name), settings.from, settings.to);
    let (mut timelines, mut unknown): (Vec<Timeline>, Vec<Failure>) = (Vec::new(), Vec::new());
    for found in settings.scenarios.iter().map(named) {
        match found {
            Ok(timeline) => timelines.push(timeline),
            Err(failure) => unknown.push(failure),
        }
    }
    if !unknown.is_empty() {
        return Err(Failure::together(unknown));
    }
    match (&settings.ranking, &timelines[..]) {
        (None, [a, b]) => pair(settings, &corridor, &texts, a, b),
        (Some(options), _) => rank(settings, &corridor, &texts, &timelines, options),
        // Only two scenarios come without a ranking.
        (None, _) => unreachable!("more than two scenarios are ranked"),
    }
}

fn rank(
    settings: &CompareSettings,
    corridor: &Corridor,
    texts: &Folder,
    timelines: &[Timeline],
    options: &RankingOptions,
) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let place = Place::begin(&settings.output, None)?;
    let beside = portway_study::ranking::beside(corridor, &options.by);
    let bar = Bar::new();
    let ranking = portway_study::rank(corridor, timelines, &beside, options, &bar, &cancel)?;
    drop(bar);
    let language = settings.output.lang;
    let answer = Answer {
        command: "compare",
        file: "ranking.json",
        value: &ranking,
        made_of: MadeOf {
            model: &ranking.rests_on.model,
            seed: ranking.rests_on.seed,
            what: serde_json::json!({ "scenarios": settings.scenarios, "first_stage": ranking.first_stage }),
        },
        texts,
        page: &|| portway_report::html::ranking(language, &ranking, corridor.model()),
        table: &|| portway_report::table::ranking(&ranking, corridor.model(), output::style(language)),
        files: Vec::new(),
    };
    answer.deliver(place, &settings.output, &cancel)?;
    Ok(Outcome::of(ranking.diagnostics.iter().any(Note::is_finding)))
}

fn pair(
    settings: &CompareSettings,
    corridor: &Corridor,
    texts: &Folder,
    a: &Timeline,
    b: &Timeline,
) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let place = Place::begin(&settings.output, None)?;

    let bar = Bar::new();
    let reference = ModelRef::of(corridor);
    let comparison = portway_study::compare(a, b, reference, &settings.options, &bar, &cancel)?;
    drop(bar);

    let [a, b] = [a, b].map(|timeline| Basis::of(corridor, timeline));
    let Comparison { model, seed, replications, .. } = &comparison;
    let what = serde_json::json!({ "a": comparison.a, "b": comparison.b, "replications": replications });
    let answer = Answer {
        command: "compare",
        file: "comparison.json",
        value: &comparison,
        made_of: MadeOf { model, seed: *seed, what },
        texts,
        page: &|| portway_report::html::comparison(settings.output.lang, &comparison, &a, &b),
        table: &|| portway_report::table::comparison(&comparison, &b, output::style(settings.output.lang)),
        files: Vec::new(),
    };
    answer.deliver(place, &settings.output, &cancel)?;
    Ok(Outcome::of(comparison.diagnostics.iter().any(Note::is_finding)))
}
