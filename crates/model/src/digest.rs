//! What a scenario says as one short text, which changes only when something changes that its results hang on.
//!
//! Comments, the order of files and titles have no say in results, and other scenarios, projects and evidence none in this one's.

use crate::corridor::Corridor;
use crate::decode::part_of_file;
use crate::folder::Folder;
use crate::load::HOLIDAYS;
use crate::tree::{Item, Table, Value, written};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

type Sum = [u8; 32];

impl Corridor {
    /// SHA-256 of what each scenario says, by its name: its window and the tree behind every version of its timeline, with the tables
    /// that the tree names. `folder` is the one that the corridor was loaded from. The language of titles has no say.
    pub fn digests(&self, folder: &Folder) -> BTreeMap<&str, String> {
        let files = folder.files.iter().filter(|file| file.name.ends_with(".csv"));
        let files = files.map(|file| (file.name.as_str(), Sha256::digest(&file.bytes).into())).collect();
        let mut sums = Sums { files, known: BTreeMap::new() };
        let scenarios = self.scenarios().zip(&self.said);
        scenarios
            .map(|(scenario, said)| {
                let mut sha = Sha256::new();
                let (from, to, warm_up) = (scenario.from, scenario.to, scenario.warm_up_days);
                put(&mut sha, format!("{from} {to} {warm_up}").as_bytes());
                sums.files.get(HOLIDAYS).iter().for_each(|sum| put(&mut sha, *sum));
                for (day, tree) in said {
                    put(&mut sha, day.map(|day| day.to_string()).unwrap_or_default().as_bytes());
                    put(&mut sha, &sums.table(tree, &mut Vec::new()));
                }
                let digest = sha.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
                (scenario.name.as_str(), digest)
            })
            .collect()
    }
}

/// Sums of tables. Scenarios share most of their trees, and what is shared is summed once.
struct Sums<'c> {
    files: BTreeMap<&'c str, Sum>,
    known: BTreeMap<*const Item, Sum>,
}

impl Sums<'_> {
    fn table<'t>(&mut self, table: &'t Table, path: &mut Vec<&'t str>) -> Sum {
        let mut sha = Sha256::new();
        for entry in table.entries() {
            path.push(&entry.key);
            if !says_nothing(path) {
                put(&mut sha, entry.key.as_bytes());
                match &entry.item.value {
                    Value::Table(inner) => {
                        let at = Arc::as_ptr(&entry.item);
                        let sum = match self.known.get(&at) {
                            Some(sum) => *sum,
                            None => self.table(inner, path),
                        };
                        self.known.insert(at, sum);
                        put(&mut sha, &sum);
                    }
                    _ => self.value(&mut sha, &entry.item),
                }
            }
            path.pop();
        }
        sha.finalize().into()
    }

    /// A value that is no table, and the file that it names.
    fn value(&self, sha: &mut Sha256, item: &Item) {
        put(sha, written(item).as_bytes());
        self.files_of(sha, item);
    }

    fn files_of(&self, sha: &mut Sha256, item: &Item) {
        match &item.value {
            Value::Text(text) => {
                let name = part_of_file(text).map_or(text.as_str(), |(_, file)| file);
                self.files.get(name).iter().for_each(|sum| put(sha, *sum));
            }
            Value::List(items) => items.iter().for_each(|item| self.files_of(sha, item)),
            Value::Table(table) => table.entries().iter().for_each(|entry| self.files_of(sha, &entry.item)),
            _ => {}
        }
    }
}

/// Whether no result of a scenario hangs on what stands under a path of its tree.
fn says_nothing(path: &[&str]) -> bool {
    matches!(
        path,
        ["scenario" | "project"]
            | ["corridor", "title" | "default-scenario"]
            | [_, _, "title"]
            | ["facility", _, "stage", _, "title"]
    )
}

/// Lengths are summed too, so that a text moved from one value to the next gives another sum.
fn put(sha: &mut Sha256, bytes: &[u8]) {
    sha.update((bytes.len() as u64).to_le_bytes());
    sha.update(bytes);
}
