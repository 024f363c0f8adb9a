//! A change made in the browser, written into the texts: the value and nothing else, with comments and order kept.

use crate::problem::{Answered, Problem};
use portway_model::Folder;
use std::collections::BTreeMap;
use std::time::Duration;
use toml_edit::{DocumentMut, Item, Table, Value};

/// How long a difference may be looked for; beyond, it is told in coarser pieces, which are as true.
const MOST_TIME_OF_A_DIFFERENCE: Duration = Duration::from_millis(300);

/// What some editors write before the first letter of a text.
const MARK: char = '\u{feff}';

/// The file that defines each scenario.
pub(crate) fn files_of_scenarios(texts: &Folder) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for file in texts.sorted() {
        let Some(document) = document(&file.name, &file.bytes) else { continue };
        let Some(scenarios) = document.get("scenario").and_then(Item::as_table_like) else { continue };
        for (name, _) in scenarios.iter() {
            files.entry(name.to_owned()).or_insert_with(|| file.name.clone());
        }
    }
    files
}

/// A file as a document; none for a table, or for a text that is no TOML.
fn document(name: &str, bytes: &[u8]) -> Option<DocumentMut> {
    if !name.ends_with(".toml") {
        return None;
    }
    std::str::from_utf8(bytes).ok()?.parse().ok()
}

/// A text of a file after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Edited {
    /// Name of the file.
    pub(crate) file: String,
    /// The text before; empty for a new file.
    pub(crate) before: String,
    /// The text after.
    pub(crate) after: String,
}

impl Edited {
    /// The difference as people read it, with a few lines around each change.
    pub(crate) fn diff(&self) -> String {
        diff(&self.file, &self.before, &self.after)
    }
}

/// The difference of two states of a file.
pub(crate) fn diff(file: &str, before: &str, after: &str) -> String {
    let lines = similar::TextDiff::configure().timeout(MOST_TIME_OF_A_DIFFERENCE).diff_lines(before, after);
    lines.unified_diff().context_radius(2).header(file, file).to_string()
}

/// Writes values into the `set` of a scenario, in the file that defines it. A path that begins with `on.DATE.` is a change of that day.
pub(crate) fn set_in_scenario(texts: &Folder, scenario: &str, changes: &[(String, String)]) -> Answered<Edited> {
    let files = files_of_scenarios(texts);
    let file = files.get(scenario).ok_or_else(|| Problem::not_found(&format!("scenario `{scenario}`")))?;
    let (before, mut document) = open(texts, file)?;
    let scenarios = table_in(document.as_table_mut(), "scenario")?;
    let own = table_in(scenarios, scenario)?;
    for (path, value) in changes {
        let dated = path.starts_with("on.");
        let path = if dated { path.clone() } else { format!("set.{path}") };
        set(own, &path, read_value(value)?)?;
    }
    let after = in_form_of(&before, document.to_string());
    Ok(Edited { file: file.clone(), before, after })
}

/// Adds a scenario that starts from another, behind all others of the file that defines that one.
pub(crate) fn add_scenario(
    texts: &Folder,
    name: &str,
    title: &str,
    base: &str,
    changes: &[(String, String)],
) -> Answered<Edited> {
    let files = files_of_scenarios(texts);
    if files.contains_key(name) {
        return Err(Problem::unusable(format!("there is a scenario `{name}` already"), "choose another name"));
    }
    let file = files.get(base).ok_or_else(|| Problem::not_found(&format!("scenario `{base}`")))?;
    let (before, _) = open(texts, file)?;
    // Written as text behind the file, so that what stands there stays as it is to the byte.
    let mut own = Table::new();
    own.insert("title", toml_edit::value(title));
    own.insert("base", toml_edit::value(base));
    for (path, value) in changes {
        let path = if path.starts_with("on.") { path.clone() } else { format!("set.{path}") };
        set(&mut own, &path, read_value(value)?)?;
    }
    let mut scenarios = Table::new();
    scenarios.set_implicit(true);
    scenarios.insert(name, Item::Table(own));
    let mut added = DocumentMut::new();
    added.insert("scenario", Item::Table(scenarios));
    let gap = if before.is_empty() || before.ends_with('\n') { "\n" } else { "\n\n" };
    let after = in_form_of(&before, format!("{before}{gap}{added}"));
    Ok(Edited { file: file.clone(), before, after })
}

/// Removes a scenario with all that it says.
pub(crate) fn remove_scenario(texts: &Folder, name: &str) -> Answered<Edited> {
    let files = files_of_scenarios(texts);
    let file = files.get(name).ok_or_else(|| Problem::not_found(&format!("scenario `{name}`")))?;
    let (before, mut document) = open(texts, file)?;
    if let Some(scenarios) = document.get_mut("scenario").and_then(Item::as_table_like_mut) {
        scenarios.remove(name);
    }
    let after = in_form_of(&before, with_remarks_of(&before, document.to_string()));
    Ok(Edited { file: file.clone(), before, after })
}

/// The text with the remarks that stood above what was removed and apart from it: those before its last blank line, such as what a
/// file says of itself at its head.
fn with_remarks_of(before: &str, after: String) -> String {
    let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let same = (0..=same).rev().find(|&at| before.is_char_boundary(at) && (at == 0 || before[..at].ends_with('\n')));
    let same = same.unwrap_or(0);
    let remarks =
        before[same..].split_inclusive('\n').take_while(|line| line.trim().is_empty() || line.starts_with('#'));
    let remarks: String = remarks.collect();
    match remarks.rfind("\n\n") {
        Some(end) if !after[same..].starts_with(&remarks[..end]) => {
            format!("{}{}{}", &after[..same], &remarks[..end + 1], &after[same..])
        }
        _ => after,
    }
}

/// The text with line ends as in another, where all of that are of one kind, and with its byte order mark; documents are written with
/// plain ends and without the mark.
fn in_form_of(before: &str, after: String) -> String {
    let windows = before.contains("\r\n") && !before.replace("\r\n", "").contains('\n');
    let after = if windows { after.replace("\r\n", "\n").replace('\n', "\r\n") } else { after };
    with_mark_of(before, after)
}

/// The text with a byte order mark where another has one. Browsers take it off and do not say so.
pub(crate) fn with_mark_of(before: &str, after: String) -> String {
    match before.starts_with(MARK) && !after.starts_with(MARK) {
        true => format!("{MARK}{after}"),
        false => after,
    }
}

fn open(texts: &Folder, name: &str) -> Answered<(String, DocumentMut)> {
    let file = crate::folder::find(texts, name)?;
    let text = String::from_utf8(file.bytes.clone())
        .map_err(|_| Problem::unusable(format!("{name} is not UTF-8"), "save it as UTF-8"))?;
    let document: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
        Problem::unusable(format!("{name} cannot be read: {}", error.message()), "mend the text first")
    })?;
    Ok((text, document))
}

/// A value from words, without what stands around it.
fn read_value(text: &str) -> Answered<Value> {
    if text.contains('\n') {
        return Err(Problem::unusable("a value stands on one line", "write long values in the text"));
    }
    let mut value: Value = text.trim().parse().map_err(|error: toml_edit::TomlError| {
        Problem::unusable(
            format!("`{text}` cannot be read: {}", error.message()),
            "write it as in the folder: 3, \"22 min\", [\"Mo-Su 08:00-20:00\"]",
        )
    })?;
    value.decor_mut().clear();
    Ok(value)
}

/// The table of a name, made where there is none.
fn table_in<'t>(table: &'t mut dyn toml_edit::TableLike, name: &str) -> Answered<&'t mut dyn toml_edit::TableLike> {
    if table.get(name).is_none() {
        let mut made = Table::new();
        made.set_implicit(true);
        table.insert(name, Item::Table(made));
    }
    table
        .get_mut(name)
        .and_then(Item::as_table_like_mut)
        .ok_or_else(|| Problem::unusable(format!("`{name}` is a value and no table"), "change it in the text"))
}

/// Puts a value at a dotted path. What is there keeps its comments and its place; what is new is written with dots, on one line.
fn set(table: &mut dyn toml_edit::TableLike, path: &str, value: Value) -> Answered<()> {
    let Some((first, rest)) = split(path) else {
        return Err(Problem::unusable(
            format!("`{path}` is no path of an input"),
            "write names with dots between them",
        ));
    };
    let Some(rest) = rest else {
        match table.get_mut(&first).and_then(Item::as_value_mut) {
            Some(present) => {
                let decor = present.decor().clone();
                *present = value;
                *present.decor_mut() = decor;
            }
            None => add(table, &first, value),
        }
        return Ok(());
    };
    if table.get(&first).is_none() {
        let mut made = Table::new();
        made.set_dotted(true);
        table.insert(&first, Item::Table(made));
    }
    match table.get_mut(&first).and_then(Item::as_table_like_mut) {
        Some(inner) => set(inner, &rest, value),
        // A table by class takes the place of the one value for all, and a single class is then no input by itself.
        None => Err(Problem::unusable(
            format!("`{first}` of `{path}` is one value, which has no parts"),
            "change the whole value",
        )),
    }
}

/// Puts a new value behind all others. The blank before the bracket that ends a table on one line belongs to its last value, which
/// the new one is now.
fn add(table: &mut dyn toml_edit::TableLike, name: &str, mut value: Value) {
    let last = table.iter_mut().last().and_then(|(_, item)| item.as_value_mut().map(Value::decor_mut));
    let blank = last.and_then(|decor| {
        let blank = decor.suffix()?.as_str()?.to_owned();
        (!blank.is_empty() && blank.trim().is_empty()).then(|| decor.set_suffix(""))?;
        Some(blank)
    });
    if let Some(blank) = blank {
        value.decor_mut().set_suffix(blank);
    }
    table.insert(name, Item::Value(value));
}

/// The first name of a path and the rest. Names hold no dots, but quotes are taken off.
fn split(path: &str) -> Option<(String, Option<String>)> {
    let (first, rest) = match path.split_once('.') {
        Some((first, rest)) => (first, Some(rest.to_owned())),
        None => (path, None),
    };
    let first = first.trim().trim_matches('"');
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (!first.is_empty() && first.chars().all(plain)).then(|| (first.to_owned(), rest))
}

#[cfg(test)]
mod tests;
