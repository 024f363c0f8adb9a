//! The elements shown in `docs/language.md` are read as they stand there.

use portway_model::{Folder, load, render};

/// The TOML blocks of the page, in order.
fn blocks(page: &str) -> Vec<&str> {
    page.split("```toml\n").skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

#[test]
fn the_elements_of_the_language_page_are_read() {
    let page = include_str!("../../../../docs/language.md");
    let elements = blocks(page);
    assert!(elements.len() > 3, "the page has blocks of TOML");
    let named: Vec<(String, &str)> =
        elements.iter().enumerate().map(|(n, text)| (format!("{n}.toml"), *text)).collect();
    let folder = Folder::of(named.iter().map(|(name, text)| (name.as_str(), *text)));
    // The page shows single elements and not a whole corridor, so names may be missing; keys and values may not be wrong.
    let mut diagnostics = load(&folder).diagnostics;
    let incomplete = ["unknown-name", "missing-key", "no-holidays", "no-evidence", "missing-class", "not-connected"];
    diagnostics.retain(|diagnostic| !incomplete.contains(&diagnostic.code));
    assert!(diagnostics.is_empty(), "{}", render(&diagnostics, &folder, false));
}

/// Keys from every kind of table arrive in the reference.
#[test]
fn the_reference_names_keys_of_every_depth() {
    let reference = portway_model::reference();
    for key in ["default-scenario", "flow-capacity", "extra-lanes", "back-to", "no-show", "warm-up"] {
        assert!(reference.contains(&format!("| `{key}` |")), "{key} is not in the reference");
    }
}
