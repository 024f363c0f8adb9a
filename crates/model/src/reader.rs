//! Reading the tree: typed access that collects every mistake instead of stopping, and that can describe itself.
//!
//! The functions that decode an element run in two modes. On a tree they read values and report problems. In *describe* mode
//! there is no tree: the same calls record every key with its shape, default and doc text, from which the JSON Schema and the
//! reference page are made. So neither can say anything that the code does not do.

mod fields;
mod shape;
mod value;
mod words;

pub(crate) use fields::Fields;
pub(crate) use shape::{Key, Presence, Shape, example_of};
pub(crate) use value::{Form, Value};
pub(crate) use words::{CSV_FILE, WEEKLY_HOURS};

use crate::folder::MAX_WORK;
use crate::load::{Belonging, LeftOut, Parts};
use crate::problem::{Place, Problem, Problems, Sources, did_you_mean};
use crate::titles::TitleLanguage;
use crate::tree::Table;
use std::collections::{BTreeMap, BTreeSet};

/// What a reference may point to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Direction,
    Class,
    Node,
    Calendar,
    Yearly,
    Season,
    Water,
    Link,
    Facility,
    /// Called `facility.stage`.
    Stage,
    Service,
    Route,
    Profile,
    Commodity,
    Flow,
    Line,
    Limit,
    Incident,
    Event,
    Scenario,
    /// A part of the corridor, which files belong to.
    Part,
}

impl Kind {
    /// The kinds that are tables at the top of the folder.
    const TOP: &'static [Self] = &[
        Self::Direction,
        Self::Class,
        Self::Node,
        Self::Calendar,
        Self::Yearly,
        Self::Season,
        Self::Water,
        Self::Link,
        Self::Facility,
        Self::Service,
        Self::Route,
        Self::Profile,
        Self::Commodity,
        Self::Flow,
        Self::Line,
        Self::Limit,
        Self::Incident,
        Self::Event,
        Self::Scenario,
    ];

    /// The word in the folder.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Direction => "direction",
            Self::Class => "class",
            Self::Node => "node",
            Self::Calendar => "calendar",
            Self::Yearly => "yearly",
            Self::Season => "season",
            Self::Water => "water",
            Self::Link => "link",
            Self::Facility => "facility",
            Self::Stage => "stage",
            Self::Service => "service",
            Self::Route => "route",
            Self::Profile => "profile",
            Self::Commodity => "commodity",
            Self::Flow => "flow",
            Self::Line => "line",
            Self::Limit => "limit",
            Self::Incident => "incident",
            Self::Event => "event",
            Self::Scenario => "scenario",
            Self::Part => "part",
        }
    }
}

impl Kind {
    /// What one of the kind is called in a sentence.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Yearly => "yearly day",
            Self::Water => "gauge",
            other => other.word(),
        }
    }
}

/// The names that the folder defines, each with its position and place.
#[derive(Debug, Default)]
pub(crate) struct Names {
    kinds: BTreeMap<Kind, BTreeMap<String, (usize, Place)>>,
    classes: Vec<String>,
    left_out: LeftOut,
}

impl Names {
    /// Collects the names of a tree, so that references can be resolved whatever the order of files.
    pub(crate) fn of(root: &Table) -> Self {
        let mut names = Self::default();
        for kind in Kind::TOP.iter().copied() {
            for entry in root.table(kind.word()).map_or(&[][..], Table::entries) {
                names.add(kind, entry.key.to_string(), entry.place);
            }
        }
        for facility in root.table("facility").map_or(&[][..], Table::entries) {
            let crate::tree::Value::Table(inside) = &facility.item.value else { continue };
            for stage in inside.table("stage").map_or(&[][..], Table::entries) {
                names.add(Kind::Stage, format!("{}.{}", facility.key, stage.key), stage.place);
            }
        }
        names.classes = root.table("class").map_or(&[][..], Table::entries).iter().map(|e| e.key.to_string()).collect();
        names
    }

    /// The same names with those of the parts.
    pub(crate) fn with_parts(mut self, parts: &Parts) -> Self {
        parts.names().into_iter().for_each(|(name, place)| self.add(Kind::Part, name.to_string(), place));
        self
    }

    /// The same names, knowing which others a scenario leaves out.
    pub(crate) fn without(self, left_out: LeftOut) -> Self {
        Self { left_out, ..self }
    }

    /// The part that a name belongs to, when the scenario leaves it out.
    pub(crate) fn left_out(&self, kind: Kind, name: &str) -> Option<&Belonging> {
        let element = match kind {
            Kind::Stage => format!("{}.{}", Kind::Facility.word(), name.split('.').next()?),
            kind => format!("{}.{name}", kind.word()),
        };
        self.left_out.elements.get(&element)
    }

    /// Whether these are all names of the folder.
    pub(crate) fn is_whole(&self) -> bool {
        self.left_out.is_empty()
    }

    /// Elements of these names as elements of others, which number them differently.
    pub(crate) fn renumbered<'n>(
        &'n self,
        elements: &'n BTreeSet<(Kind, usize)>,
        others: &'n Self,
    ) -> impl Iterator<Item = (Kind, usize)> + 'n {
        let named = self.kinds.iter().flat_map(|(kind, names)| names.iter().map(|(name, of)| (*kind, name, of.0)));
        let wanted = named.filter(|(kind, _, position)| elements.contains(&(*kind, *position)));
        wanted.filter_map(|(kind, name, _)| Some((kind, others.find(kind, name)?)))
    }

    fn add(&mut self, kind: Kind, name: String, place: Place) {
        let known = self.kinds.entry(kind).or_default();
        let position = known.len();
        known.insert(name, (position, place));
    }

    /// The position of a name among those of its kind.
    pub(crate) fn find(&self, kind: Kind, name: &str) -> Option<usize> {
        Some(self.kinds.get(&kind)?.get(name)?.0)
    }

    /// Where the element of a name is written.
    pub(crate) fn place(&self, kind: Kind, name: &str) -> Option<Place> {
        self.kinds.get(&kind)?.get(name).map(|(_, place)| *place)
    }

    /// All names of a kind with their places, sorted by name.
    pub(crate) fn all(&self, kind: Kind) -> impl Iterator<Item = (&str, Place)> {
        self.kinds.get(&kind).into_iter().flatten().map(|(name, (_, place))| (name.as_str(), *place))
    }

    /// All names of a kind with their positions and places, sorted by name.
    pub(crate) fn positions(&self, kind: Kind) -> impl Iterator<Item = (usize, &str, Place)> {
        self.kinds.get(&kind).into_iter().flatten().map(|(name, (position, place))| (*position, name.as_str(), *place))
    }

    /// The number of names of a kind.
    pub(crate) fn count(&self, kind: Kind) -> usize {
        self.kinds.get(&kind).map_or(0, BTreeMap::len)
    }

    /// The number of all names.
    pub(crate) fn total(&self) -> u64 {
        self.kinds.values().map(|names| names.len() as u64).sum()
    }

    /// Class names in the order of the folder.
    pub(crate) fn classes(&self) -> &[String] {
        &self.classes
    }
}

/// A key that was read, for evidence and reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReadKey {
    /// Dotted path of the key.
    pub(crate) path: String,
    /// Whether it holds a number, hours or a distribution: something that needs evidence.
    pub(crate) is_input: bool,
    pub(crate) place: Place,
}

/// What reading needs and what it leaves behind.
pub(crate) struct Reader<'t> {
    pub(crate) sources: &'t Sources<'t>,
    pub(crate) names: &'t Names,
    pub(crate) problems: &'t mut Problems,
    /// Every key of the tree that a reader asked for.
    pub(crate) keys: Vec<ReadKey>,
    /// Elements that something refers to.
    pub(crate) used: BTreeSet<(Kind, usize)>,
    /// The language of titles.
    pub(crate) titles: TitleLanguage,
    /// Values looked at so far, in all readings of the folder.
    pub(crate) work: u64,
    describing: bool,
    path: Vec<String>,
    /// Above zero inside lists and tables by class, whose parts have no path of their own.
    unanchored: u32,
    /// Shapes that contain themselves and are being described.
    inside: Vec<&'static str>,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(sources: &'t Sources<'t>, names: &'t Names, problems: &'t mut Problems, work: u64) -> Self {
        Self {
            sources,
            names,
            problems,
            keys: Vec::new(),
            used: BTreeSet::new(),
            titles: TitleLanguage::default(),
            work,
            describing: false,
            path: Vec::new(),
            unanchored: 0,
            inside: Vec::new(),
        }
    }

    /// A reader that records shapes; it never reports a problem.
    pub(crate) fn describing(sources: &'t Sources<'t>, names: &'t Names, problems: &'t mut Problems) -> Self {
        Self { describing: true, ..Self::new(sources, names, problems, 0) }
    }

    pub(crate) fn report(&mut self, problem: Problem) {
        if !self.describing {
            self.problems.add(problem);
        }
    }

    /// Counts work; false, with a problem, once a hostile folder has asked for too much of it.
    pub(crate) fn spend(&mut self, values: usize) -> bool {
        self.work += values as u64;
        let within = self.work <= MAX_WORK;
        if !within {
            let problem =
                Problem::error("too-large", "classes, stages, scenarios and dates multiply to too many values");
            self.report(problem.help("split the folder, or have fewer dated changes"));
        }
        within
    }

    /// Did you mean one of the names of a kind?
    pub(crate) fn suggest(&mut self, kind: Kind, word: &str) -> Option<String> {
        let names = self.names;
        // Each name is compared, which is work as much as reading it.
        self.spend(names.count(kind)).then(|| did_you_mean(word, names.all(kind).map(|(name, _)| name))).flatten()
    }

    /// The position of a named element, marked as used; a problem when there is none.
    pub(crate) fn resolve(&mut self, kind: Kind, name: &str, place: Place) -> Option<usize> {
        let found = self.names.find(kind, name);
        match found {
            Some(position) => {
                self.used.insert((kind, position));
            }
            None if self.is_left_out(&[kind], name, place) => {}
            None => {
                let help = self.suggest(kind, name).or_else(|| self.list(kind));
                let message = format!("there is no {} `{}`", kind.noun(), shortened(name));
                self.report(Problem::error("unknown-name", message).at(place, "not defined").maybe_help(help));
            }
        }
        found
    }

    /// Whether a name is of an element that the scenario leaves out; a problem when it is.
    pub(crate) fn is_left_out(&mut self, kinds: &[Kind], name: &str, place: Place) -> bool {
        let names = self.names;
        let found = kinds.iter().find_map(|kind| Some((*kind, names.left_out(*kind, name)?)));
        if let Some((kind, Belonging { part, place: written })) = found {
            let scenario = &names.left_out.scenario;
            let what = format!("{} `{}`", kind.word(), shortened(name));
            let message = format!("{what} belongs to part `{part}`, which scenario `{scenario}` leaves out");
            let problem = Problem::error("left-out", message).at(place, "named here");
            let problem = problem.at(*written, format!("written in a file of part `{part}`"));
            let help =
                format!("add \"{part}\" to `parts` of `{scenario}`, or write what names it in a file of that part");
            self.report(problem.help(help));
        }
        found.is_some()
    }

    /// The names of a kind, when they are few enough to be read.
    fn list(&self, kind: Kind) -> Option<String> {
        const FEW: usize = 8;
        match self.names.count(kind) {
            0 => Some(format!("the folder defines no {} at all", kind.noun())),
            count if count <= FEW => {
                let names: Vec<&str> = self.names.all(kind).map(|(name, _)| name).collect();
                Some(format!("known: {}", names.join(", ")))
            }
            _ => None,
        }
    }
}

/// A word of the folder as it can stand in a message.
pub(crate) fn shortened(word: &str) -> String {
    const MAX_CHARS: usize = 60;
    shortened_to(word, MAX_CHARS)
}

/// A text cut to a number of characters, without control characters.
pub(crate) fn shortened_to(text: &str, max_chars: usize) -> String {
    let cut = text.char_indices().nth(max_chars).map(|(at, _)| &text[..at]);
    let clean = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    cut.map_or_else(|| clean(text), |cut| clean(cut) + "…")
}

/// Whether a text can be the name of an element.
pub(crate) fn is_name(text: &str) -> bool {
    const MAX_CHARS: usize = 60;
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let bytes = text.as_bytes();
    bytes.len() <= MAX_CHARS && bytes.first().is_some_and(|&b| plain(b)) && bytes.iter().all(|&b| plain(b) || b == b'-')
}
