//! The folder's TOML as one tree in which every key and value knows its place.
//!
//! Parts are shared, so that a scenario with a few changes costs a few nodes and not a copy of the corridor.

mod parse;

pub(crate) use parse::{Parsed, parse, text_of};

use crate::problem::Place;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A value and where it was written.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) value: Value,
    pub(crate) place: Place,
}

/// A TOML value.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Whole(i64),
    Number(f64),
    Bool(bool),
    /// A TOML date or time, as text.
    Date(String),
    List(Vec<Item>),
    Table(Table),
}

impl Value {
    /// The kind of value with an article, for messages.
    pub(crate) fn what(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Whole(_) => "a whole number",
            Self::Number(_) => "a number",
            Self::Bool(_) => "true or false",
            Self::Date(_) => "a date",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// Keys and items in the order of writing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    entries: Vec<Entry>,
    positions: BTreeMap<Arc<str>, usize>,
}

/// One key of a table.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: Arc<str>,
    pub(crate) place: Place,
    pub(crate) item: Arc<Item>,
}

impl Table {
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        self.positions.get(key).map(|&position| &self.entries[position])
    }

    /// The table under a key, when it is one.
    pub(crate) fn table(&self, key: &str) -> Option<&Table> {
        match &self.get(key)?.item.value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The same to be changed; a shared part is copied first.
    pub(crate) fn table_mut(&mut self, key: &str) -> Option<&mut Table> {
        let position = *self.positions.get(key)?;
        match &mut Arc::make_mut(&mut self.entries[position].item).value {
            Value::Table(table) => Some(table),
            _ => None,
        }
    }

    /// The same table with some of its entries.
    pub(crate) fn filtered(&self, keep: impl Fn(&Entry) -> bool) -> Self {
        let mut kept = Self::default();
        self.entries.iter().filter(|entry| keep(entry)).for_each(|entry| kept.put(entry.clone()));
        kept
    }

    /// Adds a key, or replaces its item.
    pub(crate) fn put(&mut self, entry: Entry) {
        match self.positions.get(&entry.key) {
            Some(&position) => self.entries[position] = entry,
            None => {
                self.positions.insert(entry.key.clone(), self.entries.len());
                self.entries.push(entry);
            }
        }
    }

    /// The item under a dotted path.
    pub(crate) fn find(&self, path: &str) -> Option<&Entry> {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        match rest {
            None => self.get(first),
            Some(rest) => self.table(first)?.find(rest),
        }
    }

    /// Writes the values of `patch` over this table; tables are merged key by key, everything else is replaced.
    pub(crate) fn apply(&mut self, patch: &Table) {
        for entry in &patch.entries {
            match (&entry.item.value, self.table(&entry.key).is_some()) {
                (Value::Table(inner), true) => {
                    if let Some(table) = self.table_mut(&entry.key) {
                        table.apply(inner);
                    }
                }
                _ => self.put(entry.clone()),
            }
        }
    }
}

/// A value as its author could have written it on one line.
pub(crate) fn written(item: &Item) -> String {
    match &item.value {
        Value::Text(text) => format!("{text:?}"),
        Value::Whole(number) => number.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Bool(value) => value.to_string(),
        Value::Date(text) => text.clone(),
        Value::List(items) => {
            let items: Vec<String> = items.iter().map(written).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(table) => {
            let keys: Vec<String> = table.entries.iter().map(|e| format!("{} = {}", e.key, written(&e.item))).collect();
            format!("{{ {} }}", keys.join(", "))
        }
    }
}
