//! The traffic of each owner in the terminal, on the page and as Parquet.

use crate::sample;
use expect_test::{Expect, expect};
use portway_report::{Basis, Language, Style, html, parquet, table};
use portway_study::{OwnerResults, Results};

/// The sample with two owners, of whom each has the traffic of one class.
fn results() -> Results {
    let mut results = sample::results(31);
    let of = |class: &str| {
        let wanted = ["crossings_per_day", "crossings", "door_to_door_h", "wait_h"];
        let rows =
            results.measures.iter().filter(|m| m.scope == "corridor" && m.direction == "east" && m.class == class);
        rows.filter(|m| wanted.contains(&m.name.as_str())).cloned().collect::<Vec<_>>()
    };
    let classes: Vec<&str> = ["loaded", "bus"].to_vec();
    let owners = ["Region group 边疆集团", ""].iter().zip(classes);
    results.owners =
        owners.map(|(owner, class)| OwnerResults { owner: (*owner).into(), measures: of(class) }).collect();
    results
}

fn told(language: Language) -> String {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    let text = table::run(&results(), &basis, None, Style { language, ..Style::PLAIN });
    let section = text.split("\n\n").nth(3).unwrap_or_default();
    format!("{section}\n")
}

fn check(language: Language, expect: Expect) {
    expect.assert_eq(&told(language));
}

#[test]
fn the_terminal_has_a_row_for_each_owner() {
    check(
        Language::En,
        expect![[r#"
        By enterprise: crossings, hours door to door and waiting
        enterprise             crossings/day  door to door         P90      waiting
        Region group 边疆集团     58.3 ± 1.0   10.8 ±  0.7  22.7 ± 1.5   7.9 ±  0.5
        no owner named             5.1 ± 0.1   1.97 ± 0.13   4.1 ± 0.3  1.44 ± 0.10
    "#]],
    );
    check(
        Language::Zh,
        expect![[r#"
        各企业：车流量、全程时间与等待时间（小时）
        企业                      车次/日     全程时间         P90         等待
        Region group 边疆集团  58.3 ± 1.0  10.8 ±  0.7  22.7 ± 1.5   7.9 ±  0.5
        未注明企业              5.1 ± 0.1  1.97 ± 0.13   4.1 ± 0.3  1.44 ± 0.10
    "#]],
    );
    check(
        Language::Ru,
        expect![[r#"
        По предприятиям: поток, полное время в пути и ожидание, ч
        предприятие             авт./сут.       в пути         P90     ожидание
        Region group 边疆集团  58,3 ± 1,0  10,8 ±  0,7  22,7 ± 1,5   7,9 ±  0,5
        владелец не указан      5,1 ± 0,1  1,97 ± 0,13   4,1 ± 0,3  1,44 ± 0,10
    "#]],
    );
}

#[test]
fn the_page_has_the_same_table_and_none_without_owners() {
    let (timeline, evidence) = (sample::timeline(31), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    assert!(html::run(Language::En, &results(), &basis, None).contains("Region group 边疆集团"));
    assert!(!html::run(Language::En, &sample::results(31), &basis, None).contains("By enterprise"));
}

#[test]
fn parquet_has_a_row_for_each_owner_and_measure() {
    let bytes = parquet::owners(&results()).expect("plain results");
    assert_eq!(&bytes[..4], b"PAR1");
}
