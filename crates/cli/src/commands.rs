//! One module per command. Each turns settings into an answer and says how it went.

mod bottleneck;
mod capacity;
mod check;
mod compare;
mod explain;
mod export;
mod import;
mod measures;
mod merge;
mod new;
mod programme;
mod run;
mod schema;
mod sensitivity;
mod serve;
mod sweep;
mod validate;

use crate::args::Command;
use crate::failure::{Failure, UNUSABLE};
use std::process::ExitCode;

/// How a command that could do its work went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing to worry about.
    Done,
    /// It was done, and what it says asks for attention: a growing queue, a row of a validation that does not hold.
    Findings,
    /// The model was looked at and cannot be used; the answer says why.
    Unusable,
}

impl Outcome {
    pub(crate) fn of(findings: bool) -> Self {
        if findings { Self::Findings } else { Self::Done }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Findings => Self::from(1),
            Outcome::Unusable => Self::from(UNUSABLE),
        }
    }
}

/// Does what the command line asks for.
pub(crate) fn execute(command: Command) -> Result<Outcome, Failure> {
    match command {
        Command::New { dir } => new::new(&dir),
        Command::Check { model, json } => check::check(&model.dir, json),
        Command::Run { model, window, study, output, visits, state, against } => {
            run::run(&run::RunSettings::new(&model, window, &study, output, visits, state, against)?)
        }
        Command::Compare { model, scenarios, ranking, from, to, study, output } => {
            let asked = compare::Asked { scenarios, ranking, from, to };
            compare::compare(&compare::CompareSettings::new(&model, asked, &study, output)?)
        }
        Command::Bottleneck { model, window, by, part, trials, output } => {
            bottleneck::bottleneck(&bottleneck::BottleneckSettings::new(&model, window, by, part, &trials, output)?)
        }
        Command::Capacity { model, window, asked, output } => {
            capacity::capacity(&capacity::CapacitySettings::new(&model, window, asked, output)?)
        }
        Command::Explain { model, asked, window, study, output } => {
            explain::explain(&explain::ExplainSettings::new(&model, asked, window, &study, output)?)
        }
        Command::Validate { model, scenario, study, write, output } => {
            validate::validate(&validate::ValidateSettings::new(&model, scenario, &study, write, output)?)
        }
        Command::Sweep { model, sweep, window, trial, output } => {
            sweep::sweep(&sweep::SweepSettings::new(&model, sweep, window, &trial, output)?)
        }
        Command::Merge { shards, output } => merge::merge(&shards, &output),
        Command::Sensitivity { model, window, design, output } => {
            sensitivity::sensitivity(&sensitivity::SensitivitySettings::new(&model, window, &design, output)?)
        }
        Command::Serve { model, asked } => serve::serve(&model.dir, &asked),
        Command::Programme { model, asked, output } => {
            programme::programme(&programme::ProgrammeSettings::new(&model, asked, output)?)
        }
        Command::Import { what } => import::import(what),
        Command::Export { what } => export::export(what),
        Command::Schema => schema::schema(),
        Command::Measures { json, lang } => measures::measures(json, lang),
    }
}
