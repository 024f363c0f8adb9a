//! `portway explain`: where a number comes from.

use super::Outcome;
use crate::answer::{Answer, Place};
use crate::args::{ExplainArgs, ModelArgs, OutputArgs, StudyArgs, WindowArgs};
use crate::failure::Failure;
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use portway_study::results::Note;
use portway_study::{Question, StudyOptions};
use std::path::PathBuf;

/// What `explain` is asked to do.
#[derive(Debug)]
pub(crate) struct ExplainSettings {
    dir: PathBuf,
    question: Question,
    window: WindowArgs,
    options: StudyOptions,
    output: OutputArgs,
}

impl ExplainSettings {
    pub(crate) fn new(
        model: &ModelArgs,
        asked: ExplainArgs,
        window: WindowArgs,
        study: &StudyArgs,
        output: OutputArgs,
    ) -> Result<Self, Failure> {
        settings::window(window.from, window.to)?;
        let ExplainArgs { measure, scope, direction, class, owner } = asked;
        let [scope, direction, class, owner] = [scope, direction, class, owner].map(Option::unwrap_or_default);
        let question = Question { measure, scope, direction, class, owner, ..Question::default() };
        Ok(Self { dir: model.dir.clone(), question, window, options: settings::study(study, false), output })
    }
}

/// Explains a number.
pub(crate) fn explain(settings: &ExplainSettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let ExplainSettings { dir, question, window, options, output } = settings;
    let (corridor, texts) = model::load(dir, output.lang)?;
    let timeline = model::timeline(&corridor, window.scenario.as_deref(), window.from, window.to)?;
    portway_study::explain::check(&timeline, question).map_err(|all| {
        Failure::together(all.into_iter().map(|refused| Failure::new(refused.message, refused.help)).collect())
    })?;
    let place = Place::begin(output, None)?;

    let bar = Bar::new();
    let explanation = portway_study::explain(&corridor, &timeline, question, options, &bar, &cancel)?;
    drop(bar);

    let answer = Answer {
        command: "explain",
        file: "explanation.json",
        value: &explanation,
        made_of: (&explanation.rests_on).into(),
        texts: &texts,
        page: &|| portway_report::html::explain(output.lang, &explanation, timeline.first()),
        table: &|| portway_report::table::explain(&explanation, timeline.first(), output::style(output.lang)),
        files: Vec::new(),
    };
    answer.deliver(place, output, &cancel)?;
    Ok(Outcome::of(explanation.diagnostics.iter().any(Note::is_finding)))
}
