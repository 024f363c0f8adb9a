//! One value of the tree: of which form it is, and the lists, tables by class and choices made of others.

use super::{Kind, Reader, Shape};
use crate::id::Id;
use crate::problem::{Place, Problem};
use crate::tree::{self, Item, Table};

/// A value that is being read, or, in describe mode, the record of how it would be.
pub(crate) struct Value<'a, 't> {
    pub(crate) reader: &'a mut Reader<'t>,
    /// None in describe mode.
    pub(super) item: Option<&'t Item>,
    /// The key that holds the value; for a part of a list the part itself.
    pub(crate) owner: Place,
    /// Set by the readers of numbers, hours and distributions.
    pub(super) is_input: bool,
    pub(super) shape: Shape,
}

/// The form of a TOML value, by which alternatives are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    /// A whole number or one with a point.
    Number,
    List,
    Table,
}

/// One alternative of [`Value::either`].
pub(crate) type Way<'w, 'a, 't, T> = (Form, &'w mut dyn FnMut(&mut Value<'a, 't>) -> Option<T>);

impl<'a, 't> Value<'a, 't> {
    pub(super) fn of(reader: &'a mut Reader<'t>, item: &'t Item, owner: Place) -> Self {
        Self { reader, item: Some(item), owner, is_input: false, shape: Shape::Nothing }
    }

    pub(super) fn described(reader: &'a mut Reader<'t>) -> Self {
        Self { reader, item: None, owner: Place::default(), is_input: false, shape: Shape::Nothing }
    }

    pub(super) fn into_shape(self) -> Shape {
        self.shape
    }

    /// True in describe mode.
    pub(crate) fn describing(&self) -> bool {
        self.item.is_none()
    }

    /// Where the value is written.
    pub(crate) fn place(&self) -> Place {
        self.item.map_or(self.owner, |item| item.place)
    }

    /// Reports a mistake in this value.
    pub(crate) fn wrong(&mut self, code: &'static str, message: impl Into<String>, label: &str) {
        let problem = Problem::error(code, message).at(self.place(), label);
        self.reader.report(problem);
    }

    /// The table, when the value is one.
    pub(crate) fn as_table(&self) -> Option<&'t Table> {
        match &self.item?.value {
            tree::Value::Table(table) => Some(table),
            _ => None,
        }
    }

    pub(crate) fn form(&self) -> Option<Form> {
        match self.item?.value {
            tree::Value::Text(_) | tree::Value::Date(_) => Some(Form::Text),
            tree::Value::Whole(_) | tree::Value::Number(_) => Some(Form::Number),
            tree::Value::List(_) => Some(Form::List),
            tree::Value::Table(_) => Some(Form::Table),
            tree::Value::Bool(_) => None,
        }
    }

    /// Whether the value has a form; a problem when not.
    pub(super) fn expect(&mut self, form: Form, wanted: &str) -> bool {
        let right = self.form() == Some(form);
        if !right {
            self.wrong_type(wanted);
        }
        right
    }

    /// Reports that something else should stand here.
    pub(crate) fn wrong_type(&mut self, wanted: &str) {
        let found = self.item.map_or("nothing", |item| item.value.what());
        self.wrong("wrong-type", format!("expected {wanted}, found {found}"), &format!("this is {found}"));
    }

    /// The alternative that reads the form the value has.
    pub(crate) fn either<T>(&mut self, wanted: &str, ways: &mut [Way<'_, 'a, 't, T>]) -> Option<T> {
        if self.describing() {
            let mut shapes = Vec::new();
            let mut result = None;
            for (_, read) in ways {
                self.shape = Shape::Nothing;
                let value = read(self);
                result = result.or(value);
                match std::mem::replace(&mut self.shape, Shape::Nothing) {
                    Shape::Either(inner) => shapes.extend(inner),
                    shape => shapes.push(shape),
                }
            }
            self.shape = Shape::Either(shapes);
            return result;
        }
        let form = self.form();
        match ways.iter_mut().find(|(of, _)| Some(*of) == form) {
            Some((_, read)) => read(self),
            None => {
                self.wrong_type(wanted);
                None
            }
        }
    }

    /// A list with a bounded number of parts; every part is read, also after a mistake.
    pub(crate) fn list<T>(
        &mut self,
        (low, high): (usize, usize),
        mut read: impl FnMut(&mut Value<'_, 't>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Some(item) = self.item else {
            self.reader.unanchored += 1;
            let mut value = Value::described(self.reader);
            let element = read(&mut value);
            self.shape = Shape::List { of: Box::new(value.into_shape()), low, high };
            self.reader.unanchored -= 1;
            return Some(element.into_iter().collect());
        };
        let tree::Value::List(items) = &item.value else {
            self.wrong_type("a list");
            return None;
        };
        if !self.reader.spend(items.len()) {
            return None;
        }
        let mut right = (low..=high).contains(&items.len());
        if !right {
            let wanted = match (low, high) {
                (low, high) if low == high => format!("{low}"),
                (low, usize::MAX) => format!("at least {low}"),
                (low, high) => format!("{low} to {high}"),
            };
            let message = format!("expected {wanted} values, found {}", items.len());
            self.wrong("wrong-length", message, "");
        }
        let mut all = Vec::with_capacity(items.len());
        self.reader.unanchored += 1;
        for item in items {
            let mut value = Value::of(self.reader, item, item.place);
            let element = read(&mut value);
            self.is_input |= value.is_input;
            right &= element.is_some();
            all.extend(element);
        }
        self.reader.unanchored -= 1;
        right.then_some(all)
    }

    /// One value for all classes, or a table by class with `other` for the rest.
    pub(crate) fn per_class<T: Clone>(
        &mut self,
        mut read: impl FnMut(&mut Value<'_, 't>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let names = self.reader.names;
        let classes = names.classes();
        if !self.reader.spend(classes.len()) {
            return None;
        }
        self.reader.unanchored += 1;
        let result = match self.as_table() {
            None => {
                let one = match self.item {
                    Some(item) => {
                        let mut value = Value::of(self.reader, item, item.place);
                        let one = read(&mut value);
                        self.is_input |= value.is_input;
                        one
                    }
                    None => {
                        let mut value = Value::described(self.reader);
                        let one = read(&mut value);
                        self.shape = Shape::PerClass(Box::new(value.into_shape()));
                        one
                    }
                };
                one.map(|one| vec![one; classes.len()])
            }
            Some(table) => self.by_class(table, classes, read),
        };
        self.reader.unanchored -= 1;
        result
    }

    fn by_class<T: Clone>(
        &mut self,
        table: &'t Table,
        classes: &[String],
        mut read: impl FnMut(&mut Value<'_, 't>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut values: Vec<Option<T>> = vec![None; classes.len()];
        let mut other = None;
        let mut right = true;
        for entry in table.entries() {
            let position = match &*entry.key {
                "other" => None,
                name => match self.reader.resolve(Kind::Class, name, entry.place) {
                    Some(position) => Some(position),
                    None => {
                        right = false;
                        continue;
                    }
                },
            };
            let mut value = Value::of(self.reader, &entry.item, entry.item.place);
            let one = read(&mut value);
            self.is_input |= value.is_input;
            right &= one.is_some();
            match position {
                Some(position) => values[position] = one,
                None => other = one,
            }
        }
        if !right {
            return None;
        }
        let missing: Vec<&str> = classes.iter().zip(&values).filter(|(_, v)| v.is_none()).map(|(c, _)| &**c).collect();
        if other.is_none() && !missing.is_empty() {
            const SHOWN: usize = 5;
            let more = if missing.len() > SHOWN { ", …" } else { "" };
            let names = format!("{}{more}", missing[..missing.len().min(SHOWN)].join(", "));
            let problem = Problem::error("missing-class", format!("no value for class {names}"));
            let problem =
                problem.at(self.owner, "a value by class").help("name every class, or add `other = …` for the rest");
            self.reader.report(problem);
            return None;
        }
        values.into_iter().map(|value| value.or_else(|| other.clone())).collect()
    }

    /// The name of another element.
    pub(crate) fn reference<T>(&mut self, kind: Kind) -> Option<Id<T>> {
        self.shape = Shape::Reference(kind);
        if self.describing() {
            return Some(Id::new(0));
        }
        let name = self.plain_text("a name")?;
        let place = self.place();
        self.reader.resolve(kind, name, place).map(Id::new)
    }

    /// The name of another element, as text.
    pub(crate) fn reference_name(&mut self, kind: Kind) -> Option<String> {
        self.reference::<()>(kind)?;
        match self.item {
            Some(_) => self.plain_text("a name").map(str::to_string),
            None => Some(String::new()),
        }
    }

    /// One of fixed words.
    pub(crate) fn choice<T: Clone>(&mut self, words: &[(&'static str, T)]) -> Option<T> {
        self.shape = Shape::Words(words.iter().map(|(word, _)| *word).collect());
        if self.describing() {
            return words.first().map(|(_, value)| value.clone());
        }
        let text = self.plain_text("a word")?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| value.clone());
        if found.is_none() {
            let known: Vec<String> = words.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            let help = crate::problem::did_you_mean(text, words.iter().map(|(word, _)| *word));
            // Quantities stand in quotes, so that a count is put in quotes too is the likeliest slip.
            let unquoted = || text.trim().parse::<u32>().ok().map(|n| format!("a plain number has no quotes: {n}"));
            let help = help.or_else(unquoted);
            let message = format!("expected {}, found \"{}\"", known.join(" or "), super::shortened(text));
            let problem = Problem::error("unknown-word", message).at(self.place(), "").maybe_help(help);
            self.reader.report(problem);
        }
        found
    }

    /// A shape that contains itself. Describe mode goes in once.
    pub(crate) fn recursive<T>(
        &mut self,
        name: &'static str,
        dummy: T,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        if !self.describing() {
            return read(self);
        }
        if self.reader.inside.contains(&name) {
            self.shape = Shape::Recursive(name, None);
            return Some(dummy);
        }
        self.reader.inside.push(name);
        let result = read(self);
        let shape = std::mem::replace(&mut self.shape, Shape::Nothing);
        self.shape = Shape::Recursive(name, Some(Box::new(shape)));
        result
    }
}

impl<'a, 't> Value<'a, 't> {
    /// A word that says the default, read as none; or what else is read.
    pub(crate) fn word_or<T>(
        &mut self,
        word: &'static str,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        if !self.describing() {
            let is_word = matches!(&self.item?.value, tree::Value::Text(text) if text == word);
            return if is_word { Some(None) } else { read(self).map(Some) };
        }
        let result = read(self);
        let shape = std::mem::replace(&mut self.shape, Shape::Nothing);
        self.shape = Shape::Either(vec![shape, Shape::Words(vec![word])]);
        result.map(Some)
    }

    /// Says that the value is no input that needs evidence, although it holds a number.
    pub(crate) fn not_an_input(&mut self) {
        self.is_input = false;
    }

    /// Reads a part of this value, such as the table under one of its keys.
    pub(crate) fn piece<T>(
        &mut self,
        item: &'t Item,
        owner: Place,
        read: impl FnOnce(&mut Value<'_, 't>) -> Option<T>,
    ) -> Option<T> {
        read(&mut Value::of(self.reader, item, owner))
    }

    /// Says that the value is an input, although only this crate knows what its text means.
    pub(crate) fn count_as_input(&mut self) {
        self.is_input = true;
    }

    /// In describe mode: what is read, or another shape.
    pub(crate) fn alternatives<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>, other: Shape) -> Option<T> {
        let result = read(self);
        let shape = std::mem::replace(&mut self.shape, Shape::Nothing);
        self.shape = Shape::Either(vec![shape, other]);
        result
    }

    /// In describe mode: the name of an element of one of several kinds.
    pub(crate) fn any_reference(&mut self, kinds: &[Kind]) {
        self.shape = Shape::Either(kinds.iter().map(|kind| Shape::Reference(*kind)).collect());
    }

    /// A name that the author gives.
    pub(crate) fn element_name(&mut self) -> Option<String> {
        self.shape = Shape::Text { what: "name", example: "amur" };
        if self.describing() {
            return Some("name".into());
        }
        let text = self.plain_text("a name")?;
        if !super::is_name(text) {
            let message = format!("`{}` is not a name", super::shortened(text));
            let problem = Problem::error("bad-name", message).at(self.place(), "");
            self.reader.report(problem.help("names are lower-case letters, digits and hyphens, at most 60"));
            return None;
        }
        Some(text.to_string())
    }

    /// The table as it is written, for the changes of a scenario, which describe mode calls by this shape.
    pub(crate) fn written_table(&mut self, shape: Shape) -> Option<&'t Table> {
        self.shape = shape;
        if self.describing() || self.expect(Form::Table, "the tables to change") { self.as_table() } else { None }
    }
}
