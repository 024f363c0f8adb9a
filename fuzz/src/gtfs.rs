//! What the fuzz target does with a feed of timetables.
//!
//! The tests of `portway-gtfs` include this file and replay the corpus through it.

use portway_gtfs::export::Publisher;
use portway_gtfs::import::{Wishes, new_corridor};
use portway_gtfs::{Mode, evidence, export, import, read};
use portway_model::{Diagnostic, Folder, SourceFile, load, render};

/// Reads a feed, imports it and exports what came of it: nothing panics, every mistake lies in its file, what was
/// imported can be loaded, and what was exported can be read.
pub fn gtfs(files: &Folder) {
    let feed = match read(files) {
        Ok(feed) => feed,
        Err(diagnostics) => return mistakes(&diagnostics, files),
    };
    let wishes = Wishes {
        name: "fuzz".into(),
        forward: "out".into(),
        back: Some("in".into()),
        countries: vec![(None, "CN".into())],
        ..Wishes::default()
    };
    let new = new_corridor(&feed, &wishes);
    let corridor = load(&Folder::of([("corridor.toml", &*new)])).corridor.expect("a new corridor can be loaded");
    let imported = match import(&feed, &wishes, corridor.model()) {
        Ok(imported) => imported,
        Err(diagnostics) => return mistakes(&diagnostics, files),
    };
    let rows = evidence::merged("", &wishes.name, &imported.evidence).expect("an empty table has every column");
    let folder = Folder::of([("corridor.toml", &*new), ("gtfs-fuzz.toml", &imported.toml), ("evidence.csv", &rows)]);
    let loaded = load(&folder);
    let shown = render(&loaded.diagnostics, &folder, false);
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{shown}\n{}", imported.toml));
    assert!(!shown.contains("evidence"), "{shown}");
    let timeline = corridor.timeline(None).expect("the new corridor has one scenario");
    let publisher = Publisher {
        name: None,
        url: "https://example.org/".into(),
        language: "en".into(),
        version: corridor.hash().into(),
        modes: vec![],
    };
    let Ok(exported) = export(&timeline, &publisher) else { return };
    for feed in exported.feeds {
        assert!(feed.lines.iter().all(|(_, mode, _)| Mode::of_name(mode.name()) == Some(*mode)));
        let file = |(name, text): (&str, String)| SourceFile { name: name.into(), bytes: text.into_bytes() };
        let files = Folder { files: feed.files.into_iter().map(file).collect() };
        read(&files).unwrap_or_else(|diagnostics| panic!("{}", render(&diagnostics, &files, false)));
    }
}

fn mistakes(diagnostics: &[Diagnostic], files: &Folder) {
    assert!(!diagnostics.is_empty());
    for label in diagnostics.iter().flat_map(|diagnostic| &diagnostic.labels) {
        let mut named = files.files.iter().filter(|file| file.name == label.file);
        assert!(named.any(|file| file.bytes.get(label.span.clone()).is_some()), "{label:?}");
    }
    assert!(!render(diagnostics, files, false).is_empty());
}
