//! Inputs that are tried at several values, from words as `facility.port.stage.gate.lanes=2..8`.

use crate::corridor::Corridor;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::distribution::{self, Distribution};
use crate::folder::{Folder, SourceFile};
use crate::levels::{self, Levels, quantity_text};
use crate::problem::{Problems, Source};
use crate::quantity::{Dimension, Sign, WordError, parse_signed};
use crate::tree::{self, Value};
use crate::vary::{RefusedVariation, VARIATIONS, inputs_of, unknown_path};
use serde::Serialize;
use std::ops::Range;

/// Name of the text that shows the words to whoever wrote them. Diagnostics about a word point into it.
pub const WORDS: &str = "--vary";

/// Most inputs of one design.
pub const MAX_FACTORS: usize = 50;

/// An input and the values that it is tried at.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// Dotted path of the input, as `evidence.csv` writes it.
    pub path: String,
    /// The values.
    pub levels: Levels,
    /// The value that the scenario gives it, as written.
    pub now: String,
}

/// One value of a factor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Level {
    /// A number of the factor's unit.
    Number(f64),
    /// A value of the model language.
    Text(String),
}

/// Reads the words of several inputs for a scenario of a corridor, each `PATH=VALUES`.
///
/// # Errors
/// Every mistake, each with its place in the words.
pub fn factors(words: &[String], corridor: &Corridor, scenario: &str) -> Result<Vec<Factor>, Box<RefusedVariation>> {
    let known = inputs_of(corridor, scenario);
    let mut read: Vec<Factor> = Vec::new();
    let mut mistakes = Vec::new();
    for (index, word) in words.iter().enumerate() {
        match factor(word, &known) {
            Ok(factor) if read.iter().any(|other| other.path == factor.path) => {
                let message = format!("`{}` is varied twice", crate::reader::shortened(&factor.path));
                mistakes.push(at(
                    words,
                    index,
                    0..factor.path.len(),
                    Diagnostic::new(Severity::Error, "vary", message),
                ));
            }
            Ok(factor) => read.push(factor),
            Err((span, mistake)) => mistakes.push(at(words, index, span, mistake)),
        }
    }
    if words.len() > MAX_FACTORS {
        let message = format!("more than {MAX_FACTORS} inputs cannot be varied together");
        mistakes.push(Diagnostic::new(Severity::Error, "vary", message));
    }
    if mistakes.is_empty() { Ok(read) } else { Err(refused(mistakes, words)) }
}

impl Factor {
    /// A level as a model file would have it. A quantity given to a distribution moves its mean.
    ///
    /// # Errors
    /// One clause when this input has no such value.
    pub fn model_value(&self, level: &Level) -> Result<String, String> {
        let number = match level {
            Level::Text(text) => return Ok(text.clone()),
            Level::Number(number) => *number,
        };
        let text = quantity_text(number, self.levels.unit());
        let plain = if self.levels.unit().is_empty() { text.clone() } else { format!("{text:?}") };
        let now = match written(&self.now) {
            Written::Text(now) => now,
            Written::Table(_) => {
                return Err("its value is a table: name one class of it, or write tables in braces".to_owned());
            }
            Written::Other => return Ok(plain),
        };
        let Some((distribution, dimension)) = distribution_of(&now) else { return Ok(plain) };
        let mean = parse_signed(&text, dimension, Sign::Any).map_err(|mistake| mistake.message)?;
        let moved = distribution.with_mean(mean).ok_or_else(|| format!("`{now}` cannot have the mean {text}"))?;
        Ok(format!("{:?}", moved.words(dimension)))
    }
}

/// A distribution in words with its dimension; a plain quantity is none, because it is replaced as it stands.
fn distribution_of(now: &str) -> Option<(Distribution, Dimension)> {
    if !now.contains('(') {
        return None;
    }
    // Only durations are distributed in the language; a plain factor of a distribution has no unit.
    [Dimension::Duration, Dimension::Number]
        .into_iter()
        .find_map(|dimension| Some((distribution::parse(now, dimension, Sign::Any).ok()?, dimension)))
}

/// What a value as written holds.
enum Written {
    /// A text, without its quotes.
    Text(String),
    /// A table, each key with its value as written.
    Table(Vec<(String, String)>),
    /// A number, a list, a date, or true or false.
    Other,
}

fn written(value: &str) -> Written {
    let text = format!("value = {value}");
    let root = tree::parse(&vec![Source { name: "value.toml", text: &text }], &mut Problems::default()).root;
    match root.get("value").map(|entry| &entry.item.value) {
        Some(Value::Text(text)) => Written::Text(text.clone()),
        Some(Value::Table(table)) => {
            let entries = table.entries().iter();
            Written::Table(entries.map(|entry| (entry.key.to_string(), tree::written(&entry.item))).collect())
        }
        _ => Written::Other,
    }
}

/// The value that an input has now; below an input with a table by class, that of the class or of the others.
fn value_now(path: &str, known: &[(&str, &str)]) -> String {
    let of = |wanted: &str| known.iter().find(|(input, _)| *input == wanted).map(|(_, value)| *value);
    if let Some(value) = of(path) {
        return value.to_owned();
    }
    let (input, class) = path.rsplit_once('.').unwrap_or_default();
    let value = of(input).unwrap_or_default();
    let Written::Table(by_class) = written(value) else { return value.to_owned() };
    let of_class = |class: &str| by_class.iter().find(|(key, _)| key == class).map(|(_, value)| value.clone());
    of_class(class).or_else(|| of_class("other")).unwrap_or_default()
}

type Mistake = (Range<usize>, Diagnostic);

fn factor(word: &str, known: &[(&str, &str)]) -> Result<Factor, Mistake> {
    let problem = |span: Range<usize>, message: String, help: Option<String>| {
        (span, Diagnostic { help, ..Diagnostic::new(Severity::Error, "vary", message) })
    };
    let Some((left, right)) = word.split_once('=') else {
        let help = Some("write PATH=VALUES, e.g. facility.port.stage.gate.lanes=2..8".to_owned());
        return Err(problem(0..word.len(), "this names no values".to_owned(), help));
    };
    let path = left.trim();
    if let Some(unknown) = unknown_path(known, path) {
        return Err((0..left.trim_end().len(), unknown));
    }
    let levels = levels::parse(right).map_err(|mistake| {
        let WordError { span, message, help } = mistake.shifted(left.len() + 1);
        problem(span, message, help)
    })?;
    let factor = Factor { path: path.to_owned(), levels, now: value_now(path, known) };
    // What holds for one number of a range holds for all: the ends are tried here, every value by the loader.
    let tried = match &factor.levels {
        Levels::Numbers { values, .. } => values.iter().map(|value| Level::Number(*value)).collect(),
        Levels::Between { low, high, .. } => vec![Level::Number(*low), Level::Number(*high)],
        Levels::Texts(_) => Vec::new(),
    };
    match tried.iter().find_map(|level| factor.model_value(level).err()) {
        Some(message) => Err(problem(left.len() + 1..word.len(), message, None)),
        None => Ok(factor),
    }
}

/// The mistake with its place in the words, one on each line.
fn at(words: &[String], index: usize, span: Range<usize>, mistake: Diagnostic) -> Diagnostic {
    let before: usize = words[..index].iter().map(|word| word.len() + 1).sum();
    let column = 1 + words[index].get(..span.start).map_or(0, |text| text.chars().count());
    let label = Label {
        file: WORDS.to_owned(),
        span: before + span.start..before + span.end,
        line: index + 1,
        column,
        text: String::new(),
        primary: true,
    };
    Diagnostic { labels: vec![label], ..mistake }
}

/// Mistakes in the values of variations, shown in the words that the values came from: once for each input, whatever the number of
/// its values that cannot be.
pub fn as_typed(mistakes: RefusedVariation, words: &[String]) -> Box<RefusedVariation> {
    let RefusedVariation { diagnostics, folder } = mistakes;
    let text = folder.files.iter().find(|file| file.name == VARIATIONS).map(|file| file.bytes.as_slice());
    let text = std::str::from_utf8(text.unwrap_or_default()).unwrap_or_default();
    // The word of an input whose value stands on the line that a mistake points at.
    let word_of = |diagnostic: &Diagnostic| {
        let label = diagnostic.labels.iter().find(|label| label.file == VARIATIONS)?;
        let line = text.get(..label.span.start)?.lines().next_back().unwrap_or_default();
        let path = line.split_once(" =").map_or(line, |(path, _)| path).trim_start_matches("set.").trim();
        words.iter().position(|word| word.split('=').next().is_some_and(|typed| typed.trim() == path))
    };
    let mut shown: Vec<Diagnostic> = Vec::new();
    let mut told: Vec<usize> = Vec::new();
    for diagnostic in &diagnostics {
        let Some(index) = word_of(diagnostic) else { continue };
        if !told.contains(&index) {
            told.push(index);
            let begin = words[index].find('=').map_or(0, |at| at + 1);
            shown.push(at(words, index, begin..words[index].len(), diagnostic.clone()));
        }
    }
    // What lies elsewhere, such as in a text of the folder that no longer fits, is shown where it lies.
    if shown.is_empty() { Box::new(RefusedVariation { diagnostics, folder }) } else { refused(shown, words) }
}

fn refused(diagnostics: Vec<Diagnostic>, words: &[String]) -> Box<RefusedVariation> {
    let text = words.join("\n") + "\n";
    let folder = Folder { files: vec![SourceFile { name: WORDS.to_owned(), bytes: text.into_bytes() }] };
    Box::new(RefusedVariation { diagnostics, folder })
}
