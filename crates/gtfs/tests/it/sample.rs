//! A small feed, and the way of a feed through the crate.

use portway_gtfs::import::{Imported, Wishes, new_corridor};
use portway_gtfs::{Exported, Publisher, evidence, export, import, read};
use portway_model::{Corridor, Folder, SourceFile, load, render};

/// A ferry between two banks an hour apart by the clock, and a bus on one of them.
pub(crate) const FEED: &str = include_str!("../../../../fuzz/corpus/gtfs/two-banks.txt");

/// The files that stand one after the other, each under a line `--- NAME`.
pub(crate) fn files(text: &str) -> Folder {
    let mut folder = Folder::default();
    for part in text.split("--- ").skip(1) {
        let (name, bytes) = part.split_once('\n').unwrap_or((part, ""));
        folder.files.push(SourceFile { name: name.into(), bytes: bytes.into() });
    }
    folder
}

/// The sample with one text in it replaced.
pub(crate) fn changed(from: &str, to: &str) -> Folder {
    assert_eq!(FEED.matches(from).count(), 1, "{from}");
    files(&FEED.replace(from, to))
}

pub(crate) fn wishes() -> Wishes {
    let country = |zone: &str, country: &str| (Some(zone.to_owned()), country.to_owned());
    Wishes {
        name: "river".into(),
        forward: "out".into(),
        back: Some("in".into()),
        countries: vec![country("Asia/Shanghai", "CN"), country("Asia/Yakutsk", "RU")],
        ..Wishes::default()
    }
}

/// What a feed becomes in a corridor that holds nothing else, or what is said against it.
pub(crate) fn imported(files: &Folder, wishes: &Wishes) -> Result<Imported, String> {
    let shown = |diagnostics: Vec<portway_model::Diagnostic>| render(&diagnostics, files, false);
    let feed = read(files).map_err(shown)?;
    let corridor = corridor([("corridor.toml", new_corridor(&feed, wishes).as_str())]);
    import(&feed, wishes, corridor.model()).map_err(shown)
}

/// The corridor of a feed alone.
pub(crate) fn corridor_of(files: &Folder, wishes: &Wishes) -> Corridor {
    let feed = read(files).unwrap();
    let new = new_corridor(&feed, wishes);
    let imported = imported(files, wishes).unwrap_or_else(|said| panic!("{said}"));
    let rows = evidence::merged("", &wishes.name, &imported.evidence).unwrap();
    corridor([("corridor.toml", new.as_str()), ("gtfs-river.toml", &imported.toml), ("evidence.csv", &rows)])
}

pub(crate) fn corridor<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Corridor {
    let folder = Folder::of(texts);
    let loaded = load(&folder);
    loaded.corridor.unwrap_or_else(|| panic!("{}", render(&loaded.diagnostics, &folder, false)))
}

pub(crate) fn publisher() -> Publisher {
    Publisher {
        name: None,
        url: "https://example.org/".into(),
        language: "en".into(),
        version: "1".into(),
        modes: Vec::new(),
    }
}

pub(crate) fn exported(corridor: &Corridor, from: &str, to: &str) -> Exported {
    let timeline = corridor.timeline(None).unwrap();
    let timeline = timeline.with_window(from.parse().ok(), to.parse().ok()).unwrap();
    let shown = |diagnostics: Vec<portway_model::Diagnostic>| render(&diagnostics, &Folder::default(), false);
    export(&timeline, &publisher()).map_err(shown).unwrap_or_else(|said| panic!("{said}"))
}
