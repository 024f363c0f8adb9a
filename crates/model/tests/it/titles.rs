//! Titles in several languages.

use crate::folders::SMALL;
use crate::mistakes::check;
use expect_test::expect;
use portway_model::TitleLanguage::{En, Ru, Zh};
use portway_model::vary::{InputValue, Variation, vary};
use portway_model::{Corridor, Folder, TitleLanguage, load_in};

const MORE: &str = r#"
[scenario.wide]
title = { ru = "Шире", zh = "扩建" }
base = "now"
set.facility.gate.stage.documents.lanes = 5
set.facility.gate.title.zh = "新卡口"
"#;

fn folder() -> Folder {
    let gate = "[facility.gate]\ntitle = { en = \"Gate\", zh = \"卡口\" }";
    let text = SMALL.replacen("[facility.gate]", gate, 1);
    Folder::of([("corridor.toml", &*format!("{text}{MORE}"))])
}

fn read(titles: TitleLanguage) -> Corridor {
    load_in(&folder(), titles).corridor.expect("it is right")
}

#[test]
fn a_title_is_had_in_the_language_wanted_or_the_next_best() {
    let gate = |corridor: &Corridor| corridor.model().facilities.iter().next().map(|f| f.title.clone());
    assert_eq!([En, Zh, Ru].map(|l| gate(&read(l))).map(Option::unwrap), ["Gate", "卡口", "Gate"]);
    let wide = |corridor: &Corridor| corridor.timeline(Some("wide")).expect("it is there");
    assert_eq!([En, Zh, Ru].map(|l| wide(&read(l)).scenario.title), ["扩建", "扩建", "Шире"]);
    // A scenario may change one language of a title and keep the others.
    assert_eq!(wide(&read(Zh)).first().facilities.iter().next().map(|f| f.title.as_str()), Some("新卡口"));
    assert_eq!(wide(&read(En)).first().facilities.iter().next().map(|f| f.title.as_str()), Some("Gate"));
}

#[test]
fn a_variation_speaks_the_language_of_its_corridor() {
    let change = InputValue { path: "facility.gate.stage.documents.lanes".into(), value: "7".into() };
    let timelines = vary(&folder(), &read(Zh), "wide", &[Variation { changes: vec![change] }]).expect("it is right");
    assert_eq!(timelines[0].scenario.title, "扩建");
}

#[test]
fn the_language_changes_neither_hash_nor_diagnostics() {
    assert_eq!(read(Zh).hash(), read(En).hash());
    let broken = Folder::of([("corridor.toml", SMALL.replacen("[facility.gate]", "[facility.gaet]", 1).as_str())]);
    assert_eq!(load_in(&broken, Ru).diagnostics, load_in(&broken, En).diagnostics);
}

#[test]
fn a_language_that_reports_do_not_have_is_told() {
    check(
        "[facility.gate]",
        "[facility.gate]\ntitle = { eng = \"Gate\", zh = \"卡口\" }",
        expect![[r#"
        error[unknown-key]: unknown key `eng`
          --> corridor.toml:28:11
           |
        28 | title = { eng = "Gate", zh = "卡口" }
           |           ^^^ not a key of this table
           |
           = help: did you mean `en`?

        1 error
    "#]],
    );
    check(
        "[facility.gate]",
        "[facility.gate]\ntitle = {}",
        expect![[r#"
        error[missing-key]: the title has no language
          --> corridor.toml:28:1
           |
        28 | title = {}
           | ^^^^^ needs `en`, `zh` or `ru`

        1 error
    "#]],
    );
    check(
        "[facility.gate]",
        "[facility.gate]\ntitle = { en = 4 }",
        expect![[r#"
        error[wrong-type]: expected text, found a whole number
          --> corridor.toml:28:16
           |
        28 | title = { en = 4 }
           |                ^ this is a whole number

        1 error
    "#]],
    );
    check(
        "[facility.gate]",
        "[facility.gate]\ntitle = 4",
        expect![[r#"
        error[wrong-type]: expected text, found a whole number
          --> corridor.toml:28:9
           |
        28 | title = 4
           |         ^ this is a whole number

        1 error
    "#]],
    );
}
