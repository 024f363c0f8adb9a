//! Timetables in and out, as a user meets them.

use crate::world::World;
use std::io::Write;

/// A feed as the fuzzer keeps it: files one after the other, each under a line `--- NAME`.
const FEED: &str = include_str!("../../../../fuzz/corpus/gtfs/two-banks.txt");
const IMPORT: [&str; 11] = [
    "import",
    "gtfs",
    "feed",
    "--forward",
    "northbound",
    "--back",
    "southbound",
    "--country",
    "Asia/Shanghai=CN,Asia/Yakutsk=RU",
    "--name",
    "river",
];

fn feed() -> Vec<(String, String)> {
    let parts = FEED.split("--- ").skip(1).map(|part| part.split_once('\n').unwrap());
    parts.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

fn world() -> World {
    let world = World::with_model();
    std::fs::create_dir(world.path("feed")).unwrap();
    feed().iter().for_each(|(name, text)| world.write(&format!("feed/{name}"), text));
    world
}

fn import<'a>(world: &World, more: &[&'a str]) -> crate::world::Said {
    let arguments: Vec<&'a str> = IMPORT.iter().copied().chain(more.iter().copied()).collect();
    world.portway(&arguments)
}

/// A small archive, each file under a name of its own choice.
fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_feed_comes_into_a_corridor_which_then_runs_and_goes_out_again() {
    let world = world();
    let said = import(&world, &["--into", "model", "--seats", "50"]);
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(world.portway(&["check", "model"]).code, 0);
    let run = world.portway(&["run", "model", "--replications", "2"]);
    assert!(run.out.contains("Services"), "{run:?}");
    let out = world.portway(&["export", "gtfs", "model", "--out", "out", "--from", "2026-06-01", "--to", "2026-06-30"]);
    assert_eq!(out.code, 0, "{out:?}");
    assert_eq!(world.list("out"), ["Asia-Shanghai"]);
    let again = world.portway(&["export", "gtfs", "model", "--out", "out"]);
    assert!(again.failure().contains("is left as it is"));
}

#[test]
fn a_second_import_needs_force_and_leaves_the_same_bytes() {
    let world = world();
    assert_eq!(import(&world, &["--into", "model"]).code, 0);
    let before = (world.read("model/gtfs-river.toml"), world.read("model/evidence.csv"));
    assert!(import(&world, &["--into", "model"]).failure().contains("--force"));
    assert_eq!(import(&world, &["--into", "model", "--force"]).code, 0);
    assert_eq!((world.read("model/gtfs-river.toml"), world.read("model/evidence.csv")), before);
    let fewer = import(&world, &["--into", "model", "--force", "--route", "F"]);
    assert_eq!(fewer.code, 0, "{fewer:?}");
    assert!(!world.read("model/evidence.csv").contains("river-bus"));
    assert!(world.list("model").iter().all(|name| !name.starts_with('.')));
}

#[test]
fn a_folder_that_could_not_be_used_afterwards_is_left_as_it_was() {
    let world = world();
    world.write("model/mine.toml", "[node.river-market]\ncountry = \"CN\"\nzone = \"Asia/Shanghai\"\n");
    let before = (world.list("model"), world.read("model/evidence.csv"));
    let said = import(&world, &["--into", "model"]);
    assert!(said.code == 2 && said.err.contains("nothing was written"), "{said:?}");
    assert_eq!((world.list("model"), world.read("model/evidence.csv")), before);
    let said = import(&world, &["--into", "nowhere", "--route", "none"]);
    assert!(said.code == 2 && !world.path("nowhere").exists(), "{said:?}");
}

#[test]
fn a_feed_without_a_corridor_becomes_one() {
    let world = world();
    assert_eq!(import(&world, &["--into", "line"]).code, 0);
    assert_eq!(world.list("line"), ["corridor.toml", "evidence.csv", "gtfs-river.toml"]);
    assert_eq!(world.portway(&["run", "line", "--replications", "2"]).code, 0);
}

#[test]
fn archives_are_read_in_memory_and_only_what_is_a_feed_in_them() {
    let world = world();
    let files = feed();
    let names: Vec<String> = files.iter().map(|(name, _)| format!("feed-2026/{name}")).collect();
    let mut inside: Vec<(&str, &str)> = names.iter().zip(&files).map(|(name, (_, text))| (&**name, &**text)).collect();
    inside.extend([("../../escaped.txt", "x"), ("__MACOSX/feed-2026/stops.txt", "x")]);
    world.write("feed.zip", archive(&inside));
    let zipped: Vec<&str> = IMPORT.iter().map(|word| if *word == "feed" { "feed.zip" } else { word }).collect();
    let run = |into: &str| world.portway(&[&zipped[..], &["--into", into]].concat());
    assert_eq!(run("a").code, 0);
    assert_eq!(import(&world, &["--into", "b"]).code, 0);
    assert_eq!(world.read("a/gtfs-river.toml"), world.read("b/gtfs-river.toml"));
    assert!(!world.path("../escaped.txt").exists() && !world.path("escaped.txt").exists());

    world.write("feed.zip", archive(&[("a/stops.txt", "x"), ("b/stops.txt", "x")]));
    assert!(run("c").failure().contains("more than one feed"));
    world.write("feed.zip", archive(&[("stops.txt", &"0".repeat(65 << 20))]));
    assert!(run("c").failure().contains("larger than 64 MB"));
    world.write("feed.zip", b"PK\x03\x04 no archive");
    assert!(run("c").failure().contains("cannot read feed.zip"));
    world.write("feed.zip", archive(&[("readme.md", "x")]));
    assert!(run("c").failure().contains("is no feed"));
}
