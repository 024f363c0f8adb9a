//! The keys of one table.

use super::shape::{Key, Presence};
use super::{Form, Kind, ReadKey, Reader, Shape, Value, is_name, shortened};
use crate::problem::{Place, Problem, did_you_mean};
use crate::tree::{self, Table};
use jiff::civil::Date;

/// Access to a table that remembers which keys were asked for: all others are unknown.
pub(crate) struct Fields<'a, 't> {
    pub(crate) reader: &'a mut Reader<'t>,
    table: Option<&'t Table>,
    /// The key or value that the table belongs to, for what is missing.
    pub(crate) place: Place,
    keys: Vec<Key>,
    only_when: Option<(&'static str, bool)>,
    failed: bool,
    /// Whether any key held something that needs evidence.
    any_input: bool,
}

impl<'a, 't> Fields<'a, 't> {
    /// The fields of a table; without one, of a description.
    pub(crate) fn new(reader: &'a mut Reader<'t>, table: Option<&'t Table>, place: Place) -> Self {
        Self { reader, table, place, keys: Vec::new(), only_when: None, failed: false, any_input: false }
    }

    /// A key that must be there.
    pub(crate) fn required<T>(
        &mut self,
        key: &'static str,
        doc: &'static str,
        read: impl FnOnce(&mut Value<'_, 't>) -> Option<T>,
    ) -> Option<T> {
        let value = self.key(key, doc, Presence::Required, read);
        let applies = self.only_when.is_none_or(|(_, holds)| holds);
        if value.is_none() && applies && !self.has(key) && !self.reader.describing {
            self.failed = true;
            let when = self.only_when.map_or(String::new(), |(when, _)| format!(" for {when}"));
            let problem = Problem::error("missing-key", format!("`{key}` is missing{when}"));
            let problem = problem.at(self.place, format!("needs `{key}`"));
            self.reader.report(problem.help(format!("{key}: {doc}")));
        }
        value
    }

    /// A key with a default, which the text names. None when it is absent; a mistake in it fails the table.
    pub(crate) fn optional<T>(
        &mut self,
        key: &'static str,
        doc: &'static str,
        default: &'static str,
        read: impl FnOnce(&mut Value<'_, 't>) -> Option<T>,
    ) -> Option<T> {
        self.key(key, doc, Presence::Optional(default), read)
    }

    /// Reads keys that make sense only under a condition; written without it, they are a mistake.
    pub(crate) fn only_when<T>(&mut self, when: &'static str, holds: bool, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.only_when.replace((when, holds));
        let result = read(self);
        self.only_when = before;
        result
    }

    /// The title for people, the element's name when none is given; with it the note, which is only for readers of the text.
    pub(crate) fn title(&mut self, name: &str) -> String {
        let title = self.optional(
            "title",
            "For people, in any script; by language where reports in several are wanted.",
            "the name",
            |v| v.title(),
        );
        self.optional("note", "Remark for readers of the text.", "none", |v| v.text("text", "as in 2024"));
        title.unwrap_or_else(|| name.to_string())
    }

    /// Whether the key is written.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|table| table.get(key).is_some())
    }

    /// Where a key is written, else the table's own place.
    pub(crate) fn place_of(&self, key: &str) -> Place {
        self.table.and_then(|table| table.get(key)).map_or(self.place, |entry| entry.item.place)
    }

    /// True in describe mode, in which nothing is checked.
    pub(crate) fn describing(&self) -> bool {
        self.reader.describing
    }

    /// Reports a mistake in this table, which fails it.
    pub(crate) fn fail(&mut self, problem: Problem) {
        self.failed = true;
        self.reader.report(problem);
    }

    /// A problem whose first place is this table.
    pub(crate) fn problem(&self, code: &'static str, message: impl Into<String>, label: &str) -> Problem {
        Problem::error(code, message).at(self.place, label)
    }

    /// Exactly one of several keys must be written.
    pub(crate) fn exactly_one(&mut self, keys: &[&str]) -> bool {
        if self.reader.describing {
            return true;
        }
        let written: Vec<&str> = keys.iter().copied().filter(|key| self.has(key)).collect();
        let choice = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" or ");
        match written[..] {
            [_] => return true,
            [] => {
                let problem = self.problem("missing-key", format!("{choice} is missing"), "needs one of them");
                self.fail(problem);
            }
            [first, second, ..] => {
                let problem = Problem::error("conflict", format!("only one of {choice} may be written"));
                let problem = problem.at(self.place_of(second), "and here").at(self.place_of(first), "here");
                self.fail(problem);
            }
        }
        false
    }

    /// Ends the reading: reports unknown keys. Returns the recorded keys, and whether everything was right.
    pub(crate) fn finish(self) -> (Vec<Key>, bool) {
        let mut right = !self.failed;
        for entry in self.table.map_or(&[][..], Table::entries) {
            if self.keys.iter().any(|key| *key.name == *entry.key) {
                continue;
            }
            right = false;
            let known = self.keys.iter().map(|key| key.name);
            let help = did_you_mean(&entry.key, known.clone()).unwrap_or_else(|| {
                let known: Vec<&str> = known.collect();
                format!("known here: {}", known.join(", "))
            });
            let message = format!("unknown key `{}`", shortened(&entry.key));
            self.reader
                .report(Problem::error("unknown-key", message).at(entry.place, "not a key of this table").help(help));
        }
        (self.keys, right)
    }

    fn key<T>(
        &mut self,
        name: &'static str,
        doc: &'static str,
        presence: Presence,
        read: impl FnOnce(&mut Value<'_, 't>) -> Option<T>,
    ) -> Option<T> {
        // Looking for a key is the work that multiplies with elements, scenarios and dates.
        self.failed |= !self.reader.spend(1);
        let entry = self.table.and_then(|table| table.get(name));
        let mut shape = Shape::Nothing;
        let mut result = None;
        if let (Some((when, false)), Some(entry)) = (self.only_when, entry) {
            let problem = Problem::error("key-not-read", format!("`{name}` is read only for {when}"));
            self.fail(problem.at(entry.place, "has no effect here"));
        } else if self.reader.describing {
            let mut value = Value::described(self.reader);
            result = read(&mut value);
            shape = value.into_shape();
        } else if let Some(entry) = entry {
            self.reader.path.push(name.to_string());
            let mut value = Value::of(self.reader, &entry.item, entry.place);
            result = read(&mut value);
            let is_input = value.is_input;
            self.any_input |= is_input;
            self.reader.note_key(is_input, entry);
            self.reader.path.pop();
            self.failed |= result.is_none();
        }
        self.keys.push(Key { name, doc, shape, presence, only_when: self.only_when.map(|(when, _)| when) });
        result
    }
}

impl Reader<'_> {
    /// Remembers a key that has a path of its own.
    pub(super) fn note_key(&mut self, is_input: bool, entry: &tree::Entry) {
        if self.unanchored == 0 {
            self.keys.push(ReadKey { path: self.path.join("."), is_input, place: entry.place });
        }
    }
}

impl<'t> Value<'_, 't> {
    /// A table with known keys. The reading function gives none when something it needs is missing.
    pub(crate) fn table<T>(&mut self, read: impl FnOnce(&mut Fields<'_, 't>) -> Option<T>) -> Option<T> {
        if self.item.is_some() && !self.expect(Form::Table, "a table") {
            return None;
        }
        let place = self.owner;
        let table = self.as_table();
        let mut fields = Fields::new(self.reader, table, place);
        let result = read(&mut fields);
        let any_input = fields.any_input;
        let (keys, right) = fields.finish();
        // Keys with a path of their own are inputs themselves; inside a list they make the list one.
        self.is_input |= any_input && self.reader.unanchored > 0;
        self.shape = Shape::Table(keys);
        if right { result } else { None }
    }

    /// A table of elements by the names their author gave them.
    pub(crate) fn named<T>(
        &mut self,
        mut read: impl FnMut(&mut Fields<'_, 't>, &'t str) -> Option<T>,
    ) -> Option<Vec<Option<T>>> {
        let mut all = Vec::new();
        let shape = self.each(|value, name| {
            let good = is_name(name);
            if !good && !value.reader.describing {
                let message = format!("`{}` is not a name", shortened(name));
                let problem = Problem::error("bad-name", message).at(value.owner, "");
                value.reader.report(problem.help("names are lower-case letters, digits and hyphens, at most 60"));
            }
            let element = value.table(|fields| read(fields, name));
            all.push(element.filter(|_| good));
        })?;
        self.shape = Shape::Named(Box::new(shape));
        Some(all)
    }

    /// A table whose keys are names of elements of a kind.
    pub(crate) fn keyed<T>(
        &mut self,
        kind: Kind,
        mut read: impl FnMut(&mut Value<'_, 't>, usize) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut all = Vec::new();
        let mut right = true;
        let shape = self.each(|value, name| {
            let place = value.owner;
            // What is said of an element that the scenario leaves out is left out with it.
            if !value.reader.describing && value.reader.names.left_out(kind, name).is_some() {
                return;
            }
            let position = if value.reader.describing { Some(0) } else { value.reader.resolve(kind, name, place) };
            match position.and_then(|position| read(value, position)) {
                Some(element) => all.push(element),
                None => right = false,
            }
        })?;
        self.shape = Shape::Keyed(kind, Box::new(shape));
        right.then_some(all)
    }

    /// A table whose keys are dates, in the order of dates. `help` says how a key is written.
    pub(crate) fn by_date<T>(
        &mut self,
        help: &str,
        mut read: impl FnMut(&mut Value<'_, 't>) -> Option<T>,
    ) -> Option<Vec<(Date, T)>> {
        let mut all = Vec::new();
        let mut right = true;
        let shape = self.each(|value, key| {
            let date = if value.describing() { Some(Date::constant(2024, 1, 1)) } else { value.key_as_date(key, help) };
            let read = if value.reader.spend(1) { read(value) } else { None };
            match date.zip(read) {
                Some(pair) => all.push(pair),
                None => right = false,
            }
        })?;
        self.shape = Shape::ByDate(Box::new(shape));
        all.sort_by_key(|(date, _)| *date);
        right.then_some(all)
    }

    /// The key of this value as a date; a problem when it is none.
    pub(crate) fn key_as_date(&mut self, key: &str, help: &str) -> Option<Date> {
        let date = crate::calendar::parse_date(key).ok();
        if date.is_none() {
            let problem = Problem::error("wrong-date", format!("`{}` is not a date", shortened(key)));
            self.reader.report(problem.at(self.owner, "").help(help));
        }
        date
    }

    /// Every key of a table with its path; gives the shape of the values.
    fn each(&mut self, mut read: impl FnMut(&mut Value<'_, 't>, &'t str)) -> Option<Shape> {
        if self.reader.describing {
            let mut value = Value::described(self.reader);
            read(&mut value, "name");
            return Some(value.into_shape());
        }
        if !self.expect(Form::Table, "a table by name") {
            return None;
        }
        for entry in self.as_table()?.entries() {
            self.reader.path.push(entry.key.to_string());
            let mut value = Value::of(self.reader, &entry.item, entry.place);
            read(&mut value, &entry.key);
            let is_input = value.is_input;
            self.reader.note_key(is_input, entry);
            self.reader.path.pop();
        }
        Some(Shape::Nothing)
    }
}
