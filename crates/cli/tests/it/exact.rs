//! `docs/validation.md` is fresh: the folders it speaks of are as they were, and the simulator still answers as it did.

use portway_model::element::Timeline;
use portway_model::{Corridor, Folder, SourceFile, load};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn corridor(dir: &Path) -> Corridor {
    let files = fs::read_dir(dir).expect("the folder can be read").map(|entry| {
        let entry = entry.expect("the folder can be read");
        let name = entry.file_name().into_string().expect("names are UTF-8");
        SourceFile { name, bytes: fs::read(entry.path()).expect("the file can be read") }
    });
    let loaded = load(&Folder { files: files.collect() });
    assert!(loaded.diagnostics.is_empty(), "{}: {:#?}", dir.display(), loaded.diagnostics);
    loaded.corridor.expect("there are no diagnostics")
}

/// One row of the page's table of folders, cell by cell: name, rows, rows that agree, events, hash, fingerprint.
fn row<'p>(page: &'p str, name: &str) -> Vec<&'p str> {
    let begin = format!("| `{name}` |");
    let line = page.lines().find(|line| line.starts_with(&begin));
    let line = line.unwrap_or_else(|| panic!("docs/validation.md does not speak of {name}; {AGAIN}"));
    line.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`')).collect()
}

const AGAIN: &str = "`cargo run --release -- validate validation --write docs/validation.md` writes it again";

#[test]
fn the_page_about_exact_answers_is_fresh() {
    let page = fs::read_to_string(root().join("docs/validation.md")).expect("the page can be read");
    let mut folders: Vec<PathBuf> = fs::read_dir(root().join("validation"))
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.join("corridor.toml").is_file())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    for folder in &folders {
        let corridor = corridor(folder);
        assert_eq!(Some(corridor.name()), folder.file_name().and_then(|name| name.to_str()));
        let answers = corridor.exact_answers();
        let timelines: Vec<Timeline> = corridor
            .scenarios()
            .map(|scenario| corridor.timeline(Some(&scenario.name)).expect("the scenario is its own"))
            .collect();
        let [name, rows, _, _, hash, fingerprint] = row(&page, corridor.name())[..] else {
            panic!("the table of folders has six columns");
        };
        assert_eq!(rows, answers.len().to_string(), "{name}: {AGAIN}");
        assert_eq!(hash, &corridor.hash()[..16], "{name} was changed; {AGAIN}");
        let now = portway_study::exact::fingerprint(answers, &timelines, &AtomicBool::new(false));
        assert_eq!(
            Ok(fingerprint.to_owned()),
            now,
            "{name} is answered otherwise than when the page was written; {AGAIN}"
        );
        for answer in answers {
            assert!(page.contains(&format!("| {} |", answer.id)), "{} is not on the page; {AGAIN}", answer.id);
        }
    }
}
