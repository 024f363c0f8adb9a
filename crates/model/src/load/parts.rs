//! Parts of a corridor: which file belongs to which, and the folder as a scenario of some of them sees it.

use crate::problem::{Place, Problem, Problems};
use crate::reader::{is_name, shortened};
use crate::tree::{Entry, Table, Value};
use std::collections::BTreeMap;

/// The key at the head of a file that names its part.
pub(crate) const PART: &str = "part";

/// Tables that hold values and not elements, and what is about the folder and not in it: they belong to the whole corridor,
/// wherever they are written.
pub(crate) const OF_THE_WHOLE: [&str; 6] = ["corridor", "scenario", "project", "money", "air", "choice"];

/// The part of every file that names one, by the number of the file.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    of_file: BTreeMap<u32, (String, Place)>,
}

impl Parts {
    /// Takes the part from the head of a file, so that the rest of its table is elements alone.
    pub(crate) fn take(&mut self, file: u32, table: Table, problems: &mut Problems) -> Table {
        let Some(entry) = table.get(PART) else { return table };
        let place = entry.item.place;
        match &entry.item.value {
            Value::Text(name) if is_name(name) => {
                self.of_file.insert(file, (name.clone(), place));
            }
            Value::Text(name) => {
                let problem = Problem::error("bad-name", format!("`{}` is not a name", shortened(name)));
                let help = "names are lower-case letters, digits and hyphens, at most 60";
                problems.add(problem.at(place, "").help(help));
            }
            other => {
                let message = format!("expected the name of a part, found {}", other.what());
                let help = "the part that this file belongs to, as in part = \"river\"";
                problems.add(Problem::error("wrong-type", message).at(place, "").help(help));
            }
        }
        table.filtered(|entry| &*entry.key != PART)
    }

    /// Every part once, sorted by name, with the place where it is first named.
    pub(crate) fn names(&self) -> BTreeMap<&str, Place> {
        let mut names = BTreeMap::new();
        for (name, place) in self.of_file.values() {
            names.entry(name.as_str()).or_insert(*place);
        }
        names
    }

    /// The part that an element belongs to; none when it belongs to all.
    fn of(&self, entry: &Entry) -> Option<&str> {
        self.of_file.get(&entry.place.file).map(|(part, _)| part.as_str())
    }

    /// The elements of the folder, as `kind.name`, that belong to a part.
    pub(crate) fn elements(&self, root: &Table) -> BTreeMap<String, Belonging> {
        let mut all = BTreeMap::new();
        if self.of_file.is_empty() {
            return all;
        }
        for kind in root.entries().iter().filter(|kind| !OF_THE_WHOLE.contains(&&*kind.key)) {
            for element in root.table(&kind.key).map_or(&[][..], Table::entries) {
                if let Some(part) = self.of(element) {
                    let belonging = Belonging { part: part.to_string(), place: element.place };
                    all.insert(format!("{}.{}", kind.key, element.key), belonging);
                }
            }
        }
        all
    }
}

/// The part that an element belongs to, and where the element is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Belonging {
    pub(crate) part: String,
    pub(crate) place: Place,
}

/// What a scenario of some parts leaves out.
#[derive(Clone, Debug, Default)]
pub(crate) struct LeftOut {
    /// The scenario that says so, itself or for those that start from it.
    pub(crate) scenario: String,
    /// The elements, as `kind.name`.
    pub(crate) elements: BTreeMap<String, Belonging>,
}

impl LeftOut {
    /// What a scenario of some parts leaves out; a scenario without a list leaves nothing out.
    pub(crate) fn of(scenario: &str, parts: Option<&[String]>, elements: &BTreeMap<String, Belonging>) -> Self {
        let mut left_out = Self { scenario: scenario.to_string(), ..Self::default() };
        if let Some(parts) = parts {
            let others = elements.iter().filter(|(_, belonging)| !parts.contains(&belonging.part));
            left_out.elements = others.map(|(name, belonging)| (name.clone(), belonging.clone())).collect();
        }
        left_out
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// The folder, or what a scenario writes over it, without the elements that are left out.
    pub(crate) fn apply(&self, table: &Table) -> Table {
        if self.is_empty() {
            return table.clone();
        }
        let mut kept = Table::default();
        for kind in table.entries() {
            let mut kind = kind.clone();
            if let Value::Table(elements) = &kind.item.value {
                let stays = |element: &Entry| !self.elements.contains_key(&format!("{}.{}", kind.key, element.key));
                let value = Value::Table(elements.filtered(stays));
                kind.item = crate::tree::Item { value, place: kind.item.place }.into();
            }
            kept.put(kind);
        }
        kept
    }
}
