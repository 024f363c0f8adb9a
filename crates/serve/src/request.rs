//! What a study is asked for, what is known of it while it waits and runs, and what it leaves.

use crate::problem::{Answered, Problem};
use jiff::civil::Date;
use portway_report::Language;
use portway_study::options::MOST_REPLICATIONS;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, SchemaType, Type};

/// Replications when nothing is said, as on the command line.
const DEFAULT_REPLICATIONS: u32 = 20;
/// Seed when nothing is said, as on the command line.
const DEFAULT_SEED: u64 = 1;
/// Most days of an animation: records of every vehicle are kept, and nobody watches longer.
pub(crate) const MOST_ANIMATED_DAYS: i32 = 7;
/// Most changes of one study or text; a page makes a handful.
const MOST_CHANGES: usize = 200;
/// Most names of a path; the deepest of the language, in a dated change of a step, has about ten. Paths are followed one call inside
/// another, so the limit keeps the stack too.
const MOST_PARTS_OF_A_PATH: usize = 20;
/// Longest path.
const MOST_BYTES_OF_A_PATH: usize = 500;
/// Longest value: the longest of the reference corridor, a process, has some hundred characters.
const MOST_BYTES_OF_A_VALUE: usize = 20_000;
/// Longest values of one scenario together: a study keeps what it was asked, and is listed and told to every page with it.
const MOST_BYTES_OF_ALL_VALUES: usize = 100_000;
/// Longest standard of a capacity.
const MOST_CHARS_OF_A_STANDARD: usize = 200;
/// Longest date, `2026-01-31`.
const MOST_BYTES_OF_A_DATE: usize = 10;
/// As much of a text that makes no sense as a message repeats.
const SHOWN_CHARS: usize = 60;

/// What a study finds out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StudyKind {
    /// What one scenario does.
    Run,
    /// What the second scenario does differently from the first.
    Compare,
    /// What holds a scenario back.
    Bottleneck,
    /// The largest flow that keeps a standard.
    Capacity,
    /// Which inputs that nobody knows decide the answer.
    Sensitivity,
    /// When agreed projects may open.
    Programme,
    /// Every vehicle of some days of one replication, to be watched.
    Animate,
}

impl StudyKind {
    /// The command of the same name.
    pub(crate) fn command(self) -> &'static str {
        match self {
            Self::Run | Self::Animate => "run",
            Self::Compare => "compare",
            Self::Bottleneck => "bottleneck",
            Self::Capacity => "capacity",
            Self::Sensitivity => "sensitivity",
            Self::Programme => "programme",
        }
    }

    /// The same as the API writes it.
    pub(crate) fn name(self) -> &'static str {
        if self == Self::Animate { "animate" } else { self.command() }
    }

    /// How many scenarios it speaks of.
    fn scenarios(self) -> usize {
        match self {
            Self::Compare => 2,
            Self::Programme => 0,
            _ => 1,
        }
    }
}

/// One input and a value for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangedValue {
    /// Dotted path of the input.
    pub(crate) path: String,
    /// The value as the folder would have it, e.g. `5` or `"20 min"` with its quotes.
    pub(crate) value: String,
}

/// A scenario, with changes that are tried and not written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskedScenario {
    /// Name of the scenario.
    pub(crate) name: String,
    /// What is different in it for this study only.
    #[serde(default)]
    #[schema(default = json!([]))]
    pub(crate) changes: Vec<ChangedValue>,
}

/// The names of languages.
pub(crate) fn languages() -> Object {
    portway_study::described::one_of(Language::ALL.map(Language::name))
}

fn language_or_null() -> Object {
    let words = Language::ALL.map(|language| json!(language.name())).into_iter().chain([Value::Null]);
    let kinds = SchemaType::from_iter([Type::String, Type::Null]);
    ObjectBuilder::new().schema_type(kinds).enum_values(Some(words)).default(Some(Value::Null)).build()
}

/// What a study is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct StudyRequest {
    /// What it finds out.
    pub(crate) kind: StudyKind,
    /// One scenario, two to compare, none for the programme.
    #[serde(default)]
    #[schema(default = json!([]))]
    pub(crate) scenarios: Vec<AskedScenario>,
    /// First day of results, ISO date; that of the scenario when none.
    #[serde(default)]
    #[schema(default = json!(null))]
    pub(crate) from: Option<String>,
    /// Last day of results.
    #[serde(default)]
    #[schema(default = json!(null))]
    pub(crate) to: Option<String>,
    /// Replications; 20 when none. An animation has one.
    #[serde(default)]
    #[schema(default = json!(null))]
    pub(crate) replications: Option<u32>,
    /// Seed; 1 when none.
    #[serde(default)]
    #[schema(default = json!(null))]
    pub(crate) seed: Option<u64>,
    /// The standard of a capacity, as the command line takes it.
    #[serde(default)]
    #[schema(default = json!(null))]
    pub(crate) standard: Option<String>,
    /// Language of the report: `en`, `zh` or `ru`.
    #[serde(default)]
    #[schema(schema_with = language_or_null)]
    pub(crate) lang: Option<String>,
}

/// A request that makes sense, with its defaults filled in.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) request: StudyRequest,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    pub(crate) replications: u32,
    pub(crate) seed: u64,
    pub(crate) language: Language,
}

impl Asked {
    /// Checks what can be told without the folder.
    pub(crate) fn new(request: StudyRequest) -> Answered<Self> {
        let kind = request.kind;
        if request.scenarios.len() != kind.scenarios() {
            let needs = format!("`{}` is about {} scenarios", kind.name(), kind.scenarios());
            return Err(Problem::unusable(needs, format!("{} were named", request.scenarios.len())));
        }
        for scenario in &request.scenarios {
            check_changes(&scenario.changes)?;
        }
        match &request.standard {
            Some(_) if kind != StudyKind::Capacity => {
                return Err(Problem::unusable("only a capacity has a standard", "leave `standard` away"));
            }
            Some(text) if text.chars().count() > MOST_CHARS_OF_A_STANDARD => {
                let title = format!("a standard has at most {MOST_CHARS_OF_A_STANDARD} characters");
                return Err(Problem::unusable(title, "for example: P90 total-wait <= 12 h"));
            }
            _ => {}
        }
        let changes = !request.scenarios.iter().all(|scenario| scenario.changes.is_empty());
        if changes && kind == StudyKind::Sensitivity {
            let hint = "write the changes as a scenario first";
            return Err(Problem::unusable("ranges of evidence speak of what the folder says", hint));
        }
        let (from, to) = (date(request.from.as_deref())?, date(request.to.as_deref())?);
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            return Err(Problem::unusable(format!("{from} is after {to}"), "the window needs its first day first"));
        }
        if kind == StudyKind::Programme && (from.is_some() || to.is_some()) {
            return Err(Problem::unusable("a programme has no window", "leave `from` and `to` away"));
        }
        let replications = request.replications.unwrap_or(DEFAULT_REPLICATIONS);
        if replications == 0 || replications > MOST_REPLICATIONS {
            let title = format!("{replications} replications cannot be run");
            return Err(Problem::unusable(title, format!("from 1 to {MOST_REPLICATIONS}")));
        }
        let seed = request.seed.unwrap_or(DEFAULT_SEED);
        let language = language(request.lang.as_deref())?;
        Ok(Self { from, to, replications, seed, language, request })
    }

    /// The command line that does the same, as a shell takes it; empty when there is none.
    pub(crate) fn command(&self, dir: &str) -> String {
        let words = self.arguments(dir);
        if words.is_empty() {
            return String::new();
        }
        std::iter::once("portway".to_owned()).chain(words.iter().map(|word| quoted(word))).collect::<Vec<_>>().join(" ")
    }

    /// Whether it is about something that no file says.
    pub(crate) fn tries_something(&self) -> bool {
        self.request.scenarios.iter().any(|scenario| !scenario.changes.is_empty())
    }

    /// The arguments of that command line; none when something is tried that no file says.
    pub(crate) fn arguments(&self, dir: &str) -> Vec<String> {
        let Self { request, replications, seed, language, .. } = self;
        if self.tries_something() {
            return Vec::new();
        }
        let mut words = vec![request.kind.command().to_owned(), dir.to_owned()];
        match request.kind {
            StudyKind::Compare => words.extend(request.scenarios.iter().map(|scenario| scenario.name.clone())),
            _ => {
                words.extend(request.scenarios.iter().flat_map(|scenario| ["--scenario".into(), scenario.name.clone()]))
            }
        }
        let mut option = |name: &str, value: String| words.extend([format!("--{name}"), value]);
        if let Some(from) = self.from {
            option("from", from.to_string());
        }
        if let Some(to) = self.to {
            option("to", to.to_string());
        }
        if let (StudyKind::Capacity, Some(standard)) = (request.kind, &request.standard) {
            option("standard", standard.clone());
        }
        let replications = if request.kind == StudyKind::Animate { 1 } else { *replications };
        // Those of a capacity and a sensitivity are bounds with defaults of their own.
        if matches!(request.kind, StudyKind::Run | StudyKind::Compare | StudyKind::Bottleneck | StudyKind::Animate) {
            option("replications", replications.to_string());
        }
        option("seed", seed.to_string());
        if *language != Language::En {
            option("lang", language.name().to_owned());
        }
        if request.kind == StudyKind::Animate {
            words.push("--visits".into());
        }
        words
    }
}

fn date(text: Option<&str>) -> Answered<Option<Date>> {
    let read = |text: &str| {
        // Longer texts may say a time too, which would be dropped without a word.
        let date = (text.len() <= MOST_BYTES_OF_A_DATE).then(|| text.parse::<Date>().ok()).flatten();
        let shown: String = text.chars().take(SHOWN_CHARS).collect();
        date.ok_or_else(|| Problem::unusable(format!("`{shown}` is no date"), "write it as 2026-01-31"))
    };
    text.map(read).transpose()
}

/// Refuses changes that are more, deeper or longer than any that a person makes.
pub(crate) fn check_changes(changes: &[ChangedValue]) -> Answered<()> {
    if changes.len() > MOST_CHANGES {
        return Err(Problem::unusable(format!("more than {MOST_CHANGES} changes at once"), "write them in the text"));
    }
    for ChangedValue { path, value } in changes {
        if path.split('.').count() > MOST_PARTS_OF_A_PATH || path.len() > MOST_BYTES_OF_A_PATH {
            let start: String = path.chars().take(SHOWN_CHARS).collect();
            return Err(Problem::unusable(format!("`{start}…` is no path of an input"), "it is too long"));
        }
        if value.len() > MOST_BYTES_OF_A_VALUE {
            return Err(Problem::unusable("a value is too long", "write long tables into a file of the folder"));
        }
    }
    if changes.iter().map(|change| change.value.len()).sum::<usize>() > MOST_BYTES_OF_ALL_VALUES {
        return Err(Problem::unusable(
            "the values are too long together",
            "write long tables into a file of the folder",
        ));
    }
    Ok(())
}

/// The language of an `en`, `zh` or `ru`; English when nothing is said.
pub(crate) fn language(name: Option<&str>) -> Answered<Language> {
    let Some(name) = name else { return Ok(Language::En) };
    let found = Language::ALL.into_iter().find(|language| language.name() == name);
    found.ok_or_else(|| Problem::unusable(format!("`{name}` is no language of Portway"), "en, zh or ru"))
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
