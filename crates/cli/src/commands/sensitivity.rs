//! `portway sensitivity`: which of the things that nobody knows decide the answer.

use super::Outcome;
use crate::answer::{Answer, Place};
use crate::args::{ModelArgs, OutputArgs, SensitivityArgs, WindowArgs};
use crate::failure::{Failure, UNUSABLE};
use crate::progress::Bar;
use crate::{interrupt, model, output, settings};
use jiff::civil::Date;
use portway_study::SensitivityOptions;
use portway_study::results::Note;
use portway_study::sensitivity::{Analysis, REPLICATIONS_ALONE, SensitivityError};
use std::path::PathBuf;
use std::time::Instant;

/// What `sensitivity` is asked to do.
#[derive(Debug)]
pub(crate) struct SensitivitySettings {
    dir: PathBuf,
    scenario: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
    options: SensitivityOptions,
    output: OutputArgs,
}

impl SensitivitySettings {
    pub(crate) fn new(
        model: &ModelArgs,
        window: WindowArgs,
        args: &SensitivityArgs,
        output: OutputArgs,
    ) -> Result<Self, Failure> {
        settings::window(window.from, window.to)?;
        let WindowArgs { scenario, from, to } = window;
        Ok(Self { dir: model.dir.clone(), scenario, from, to, options: settings::sensitivity(args), output })
    }
}

/// Looks for the inputs that decide.
pub(crate) fn sensitivity(settings: &SensitivitySettings) -> Result<Outcome, Failure> {
    let cancel = interrupt::flag()?;
    let (corridor, texts) = model::load(&settings.dir, settings.output.lang)?;
    let timeline = model::timeline(&corridor, settings.scenario.as_deref(), settings.from, settings.to)?;
    let default = format!("sensitivity-{}-{}", corridor.name(), timeline.scenario.name);
    let place = Place::begin(&settings.output, Some(&default))?;

    let bar = Bar::new();
    let analysis = Analysis::new(&texts, &corridor, &timeline, &settings.options, &bar, &cancel).map_err(failure)?;
    let plan = analysis.plan();
    if plan.inputs == 0 {
        return Err(Failure::new(
            format!("evidence.csv gives no range for any input of scenario {}", timeline.scenario.name),
            "fill in `low` and `high` of what is not known for sure",
        ));
    }
    let began = Instant::now();
    let base = analysis.base().map_err(failure)?;
    let each = began.elapsed().as_secs_f64() / f64::from(REPLICATIONS_ALONE);
    announce(&plan, each * f64::from(plan.replications));
    bar.begin_again();
    let sensitivity = analysis.run(&base).map_err(failure)?;
    drop(analysis);
    drop(bar);

    let language = settings.output.lang;
    let answer = Answer {
        command: "sensitivity",
        file: "sensitivity.json",
        value: &sensitivity,
        made_of: (&sensitivity.rests_on).into(),
        texts: &texts,
        page: &|| portway_report::html::sensitivity(language, &sensitivity, corridor.model()),
        table: &|| portway_report::table::sensitivity(&sensitivity, corridor.model(), output::style(language)),
        files: Vec::new(),
    };
    answer.deliver(place, &settings.output, &cancel)?;
    Ok(Outcome::of(sensitivity.diagnostics.iter().any(Note::is_finding)))
}

/// How much is to come, before it comes.
fn announce(plan: &portway_study::sensitivity::Plan, seconds: f64) {
    output::say(&format!(
        "{} inputs vary: {} runs for screening, at most {} for shares of the variance and {} with one input \
         moved alone; about {}",
        plan.inputs,
        plan.screening,
        plan.closer,
        plan.alone,
        about(seconds)
    ));
}

/// A time as nobody needs it more exactly.
fn about(seconds: f64) -> String {
    match seconds {
        s if s < 1.5 => "a second".to_owned(),
        s if s < 10.0 => format!("{} s", s.round()),
        s if s < 100.0 => format!("{} s", (s / 5.0).round() * 5.0),
        s if s < 5400.0 => format!("{} min", (s / 60.0).round()),
        s => format!("{} h", (s / 360.0).round() / 10.0),
    }
}

fn failure(error: SensitivityError) -> Failure {
    match error {
        SensitivityError::Study(error) => error.into(),
        SensitivityError::Refused(refused) => {
            output::say(
                portway_model::render(&refused.diagnostics, &refused.folder, output::colour_stderr()).trim_end(),
            );
            Failure {
                message: "two ranges of evidence.csv do not go together".into(),
                hint: "the values above were tried together; make the ranges fit each other".into(),
                code: UNUSABLE,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::about;

    #[test]
    fn a_time_is_said_roughly() {
        assert_eq!([0.2, 7.3, 23.0, 128.0, 9000.0].map(about), ["a second", "7 s", "25 s", "2 min", "2.5 h"]);
    }
}
