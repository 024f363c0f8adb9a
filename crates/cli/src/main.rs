//! The `portway` command: arguments, progress, files and exit codes. What the numbers mean is decided elsewhere.

mod answer;
mod args;
mod commands;
mod failure;
mod feed;
mod interrupt;
mod model;
mod output;
mod progress;
mod settings;
mod sweep_folder;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(apologise));
    let cli = match args::Cli::try_parse() {
        Ok(cli) => cli,
        Err(message) => {
            // Help and version come this way too, with exit code 0. A closed pipe is nobody's fault.
            let _ = message.print();
            return ExitCode::from(if message.use_stderr() { failure::UNUSABLE } else { 0 });
        }
    };
    match commands::execute(cli.command) {
        Ok(outcome) => outcome.into(),
        Err(failure) => {
            output::say(&failure.to_string());
            ExitCode::from(failure.code)
        }
    }
}

/// A panic is a mistake of Portway, never of the user: one sentence, the place for the report, and no backtrace.
fn apologise(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(String::new, |at| format!(" at {}:{}", at.file(), at.line()));
    let payload = panic.payload();
    let text = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
    let text = text.unwrap_or("no further words");
    output::say(&format!(
        "error: a mistake inside Portway{place}: {text}\nhint: please report it with the model folder and the command"
    ));
}
