//! The one place that prints.

use crate::failure::Failure;
pub(crate) use portway_disk::manifest::json;
use portway_disk::{RunFolder, reason};
use portway_report::{Language, Style};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;

/// Prints the answer of a command to standard output.
///
/// A reader that has seen enough and closed the pipe, as `head` does, is no failure; a full disk behind it is.
pub(crate) fn answer(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("cannot write to standard output: {}", reason(&error)), ""))
        }
        _ => Ok(()),
    }
}

/// Tells people something that is not part of the answer. When even that cannot be said, nobody can be told.
pub(crate) fn say(text: &str) {
    let mut err = io::stderr().lock();
    let _ = writeln!(err, "{text}");
}

/// Whether standard output should carry colours.
pub(crate) fn colour_stdout() -> bool {
    wants_colour() && io::stdout().is_terminal()
}

/// Whether standard error should carry colours.
pub(crate) fn colour_stderr() -> bool {
    wants_colour() && io::stderr().is_terminal()
}

/// The convention of no-color.org: any non-empty value means no.
fn wants_colour() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// How text for standard output is dressed: as wide as the terminal, plain where nobody looks.
pub(crate) fn style(language: Language) -> Style {
    let said = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok()).filter(|columns| *columns > 0);
    // A pipe has no width, and the answer is then that of none.
    let asked = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let columns = said.or_else(asked).unwrap_or(DEFAULT_COLUMNS);
    Style { colour: colour_stdout(), width: columns.min(MOST_COLUMNS), language }
}

/// Width where nobody says one; every terminal has it.
const DEFAULT_COLUMNS: usize = 80;
/// Most columns that are used: longer lines are hard to read.
const MOST_COLUMNS: usize = 120;

/// Begins a run folder, and tells of earlier ones beside it that had to be put back in their place.
pub(crate) fn run_folder(place: &Path) -> Result<RunFolder, Failure> {
    let folder = RunFolder::begin(place)?;
    folder.put_back().iter().for_each(|told| say(told));
    Ok(folder)
}

/// What was typed behind the name of the program, as manifests keep it.
pub(crate) fn typed() -> impl Iterator<Item = String> {
    std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned())
}

/// Rows of cells one below the other, two blanks apart, each column as wide as its widest cell.
pub(crate) fn columns<const N: usize>(rows: impl Iterator<Item = [String; N]>) -> String {
    let rows: Vec<[String; N]> = rows.collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
