//! The catalogues are whole: each can be read, and all have the same messages with the same values.

use super::*;
use std::collections::{BTreeMap, BTreeSet};

/// Ids of messages with the names of the values that their texts use.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for (file, text) in CATALOGUES[language as usize] {
        let read = FluentResource::try_new((*text).to_owned());
        assert!(read.is_ok(), "{}/{file}.ftl: {:?}", language.tag(), read.err().map(|(_, mistakes)| mistakes));
        let mut id = String::new();
        for line in text.lines() {
            let begins = line.starts_with(|c: char| c.is_ascii_lowercase());
            if let Some((name, _)) = line.split_once(" =").filter(|_| begins) {
                id = name.to_owned();
                assert!(all.insert(id.clone(), BTreeSet::new()).is_none(), "{} has {id} twice", language.tag());
            }
            let values = line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
            });
            if let Some(known) = all.get_mut(&id) {
                known.extend(values);
            }
        }
    }
    all
}

#[test]
fn every_language_says_everything() {
    let english = messages(Language::En);
    for language in [Language::Zh, Language::Ru] {
        let other = messages(language);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let more: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty() && more.is_empty(), "{}: missing {missing:?}, more {more:?}", language.tag());
        // Each language takes of a date what it writes: English the ISO text, Russian the number of the month for its name.
        let of_dates = |id: &str| id.starts_with("date") || id.starts_with("axis-") || id == "month-of-year";
        for (id, values) in english.iter().filter(|(id, _)| !of_dates(id)) {
            assert_eq!(values, &other[id], "values of {id} in {}", language.tag());
        }
    }
}

#[test]
fn plurals_follow_the_language() {
    let said = |language: Language| [1, 2, 5, 21].map(|n: usize| language.say("replications", &[("count", n.into())]));
    assert_eq!(said(Language::En), ["1 replication", "2 replications", "5 replications", "21 replications"]);
    assert_eq!(said(Language::Zh), ["1 次重复仿真", "2 次重复仿真", "5 次重复仿真", "21 次重复仿真"]);
    assert_eq!(said(Language::Ru), ["1 прогон", "2 прогона", "5 прогонов", "21 прогон"]);
}

#[test]
fn dates_are_written_as_the_language_writes_them() {
    use jiff::civil::date;
    let said = |from, to| Language::ALL.map(|language| language.dates(from, to).replace('\u{a0}', " "));
    let expected = ["2026-01-01 to 2026-01-31", "2026年1月1日至31日", "с 1 по 31 января 2026 г."];
    assert_eq!(said(date(2026, 1, 1), date(2026, 1, 31)), expected);
    let expected = ["2026-01-15 to 2026-03-02", "2026年1月15日至3月2日", "с 15 января по 2 марта 2026 г."];
    assert_eq!(said(date(2026, 1, 15), date(2026, 3, 2)), expected);
    let expected =
        ["2025-12-01 to 2026-01-31", "2025年12月1日至2026年1月31日", "с 1 декабря 2025 г. по 31 января 2026 г."];
    assert_eq!(said(date(2025, 12, 1), date(2026, 1, 31)), expected);
    let day = |language: Language| {
        [language.iso_date("2026-05-09"), language.month(date(2026, 5, 9)), language.iso_date("the 9th")]
    };
    assert_eq!(day(Language::En), ["2026-05-09", "2026-05", "the 9th"]);
    assert_eq!(day(Language::Zh), ["2026年5月9日", "2026年5月", "the 9th"]);
    assert_eq!(day(Language::Ru), ["9 мая 2026\u{a0}г.", "май 2026\u{a0}г.", "the 9th"]);
}
