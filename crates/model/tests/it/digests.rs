//! What a scenario says, as one text that stays the same while nothing changes that its results hang on.

use portway_model::{Folder, TitleLanguage, load_in};
use std::collections::BTreeMap;

const CORRIDOR: &str = include_str!("../../../cli/template/corridor.toml");
const CHECKPOINTS: &str = include_str!("../../../cli/template/checkpoints.toml");
const DEMAND: &str = include_str!("../../../cli/template/demand.toml");
const SCENARIOS: &str = include_str!("../../../cli/template/scenarios.toml");

fn digests(files: &[(&str, &str)], titles: TitleLanguage) -> BTreeMap<String, String> {
    let template = [
        ("corridor.toml", CORRIDOR),
        ("checkpoints.toml", CHECKPOINTS),
        ("demand.toml", DEMAND),
        ("scenarios.toml", SCENARIOS),
    ];
    let kept = template.into_iter().filter(|(name, _)| !files.iter().any(|(other, _)| other == name));
    let folder = Folder::of(kept.chain(files.iter().copied()));
    let loaded = load_in(&folder, titles);
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:?}", loaded.diagnostics));
    corridor.digests(&folder).into_iter().map(|(name, digest)| (name.to_owned(), digest)).collect()
}

fn english(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    digests(files, TitleLanguage::En)
}

#[test]
fn scenarios_that_say_different_things_have_different_digests() {
    let all = english(&[]);
    let mut different: Vec<&String> = all.values().collect();
    different.sort();
    different.dedup();
    assert!(all.len() >= 3 && different.len() == all.len(), "{all:?}");
    assert!(all.values().all(|digest| digest.len() == 64));
}

#[test]
fn what_has_no_say_in_results_changes_nothing() {
    let before = english(&[]);
    assert_eq!(digests(&[], TitleLanguage::Ru), before);
    let commented = format!("# A remark.\n{CHECKPOINTS}");
    let titled = commented.replacen("title = \"Documents\"", "title = { en = \"Papers\", ru = \"Документы\" }", 1);
    assert_ne!(titled, commented);
    assert_eq!(english(&[("checkpoints.toml", &titled)]), before);
    let evidence =
        "path,status,source,low,high,note\nfacility.north-checkpoint.stage.documents.lanes,observed,counted,,,\n";
    assert_eq!(english(&[("evidence.csv", evidence)]), before);
}

#[test]
fn another_scenario_changes_nothing_and_a_value_all_that_have_it() {
    let before = english(&[]);
    let more = format!(
        "{SCENARIOS}\n[scenario.new]\ntitle = \"New\"\nbase = \"base\"\nset.facility.north-checkpoint.stage.documents.lanes = 9\n"
    );
    let mut after = english(&[("scenarios.toml", &more)]);
    assert_ne!(after.remove("new").as_ref(), before.get("base"));
    assert_eq!(after, before);
    let lanes = CHECKPOINTS.replacen("lanes = 3", "lanes = 4", 1);
    assert_ne!(lanes, CHECKPOINTS);
    let after = english(&[("checkpoints.toml", &lanes)]);
    assert_ne!(after["base"], before["base"]);
}

#[test]
fn tables_beside_the_text_belong_to_what_is_said() {
    let days = |country: &str| format!("date,country,kind,name\n2026-03-09,{country},off,Day\n");
    let first = english(&[("holidays.csv", &days("KZ"))]);
    assert_ne!(first, english(&[]));
    assert_ne!(first, english(&[("holidays.csv", &days("UZ"))]));
}
