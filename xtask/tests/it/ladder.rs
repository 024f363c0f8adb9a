//! The crates stand on each other in one order, and each names the few libraries it may use.

use cargo_metadata::{DependencyKind, MetadataCommand, Package};

/// A crate: its name, the crates of the project below it that it may use, the libraries it may use.
///
/// A new line here is a decision: it costs build time for everyone and belongs into the commit message.
const LADDER: [(&str, &[&str], &[&str]); 10] = [
    ("portway-model", &[], &["annotate-snippets", "csv", "jiff", "sha2", "serde", "serde_json", "strsim", "toml"]),
    ("portway-gtfs", &["portway-model"], &["csv", "jiff"]),
    ("portway-stats", &[], &["libm", "statrs"]),
    ("portway-sim", &["portway-model", "portway-stats"], &["jiff"]),
    (
        "portway-study",
        &["portway-model", "portway-stats", "portway-sim"],
        &["jiff", "rayon", "serde", "serde_json", "utoipa"],
    ),
    (
        "portway-report",
        &["portway-model", "portway-stats", "portway-study"],
        &["fluent-bundle", "jiff", "maud", "parquet", "serde", "serde_json", "unicode-width"],
    ),
    ("portway-disk", &["portway-model", "portway-study", "portway-report"], &["serde", "serde_json", "tempfile"]),
    (
        "portway-serve",
        &["portway-model", "portway-study", "portway-report", "portway-disk"],
        &[
            "axum",
            "hyper",
            "hyper-util",
            "jiff",
            "rust-embed",
            "serde",
            "serde_json",
            "sha2",
            "similar",
            "tempfile",
            "tokio",
            "tokio-stream",
            "toml_edit",
            "tower-http",
            "utoipa",
            "utoipa-axum",
        ],
    ),
    (
        "portway",
        &["portway-model", "portway-gtfs", "portway-study", "portway-report", "portway-disk", "portway-serve"],
        &["clap", "ctrlc", "indicatif", "jiff", "serde", "serde_json", "tempfile", "terminal_size", "tokio", "zip"],
    ),
    ("xtask", &[], &["clap", "nix", "serde_json"]),
];

/// Libraries that tests and benches may use, in any crate.
const TESTING: [&str; 7] = ["bytes", "cargo_metadata", "expect-test", "nix", "proptest", "tempfile", "tower"];

fn packages() -> Vec<Package> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    let metadata = MetadataCommand::new().manifest_path(manifest).no_deps().exec().expect("cargo metadata answers");
    metadata.packages
}

#[test]
fn every_crate_stands_on_the_ladder() {
    let mut names: Vec<String> = packages().iter().map(|package| package.name.to_string()).collect();
    let mut ladder: Vec<String> = LADDER.iter().map(|(name, ..)| name.to_string()).collect();
    names.sort();
    ladder.sort();
    assert_eq!(names, ladder);
}

#[test]
fn a_crate_uses_only_what_is_below_it() {
    for package in packages() {
        let (_, below, libraries) = LADDER.iter().find(|(name, ..)| *name == package.name.as_str()).expect("listed");
        for dependency in &package.dependencies {
            let name = dependency.name.as_str();
            let allowed = match dependency.kind {
                DependencyKind::Development => {
                    TESTING.contains(&name) || libraries.contains(&name) || below.contains(&name)
                }
                _ => libraries.contains(&name) || below.contains(&name),
            };
            assert!(allowed, "{} may not use {name}: see LADDER", package.name);
        }
    }
}

#[test]
fn the_ladder_has_no_way_up() {
    for (position, (name, below, _)) in LADDER.iter().enumerate() {
        for used in *below {
            let used_at = LADDER.iter().position(|(other, ..)| other == used).expect("listed");
            assert!(used_at < position, "{name} uses {used}, which stands above it");
        }
    }
}
