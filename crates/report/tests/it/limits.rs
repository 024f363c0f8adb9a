//! Caps and quotas in tables and pages: told where there are any.

use crate::sample;
use expect_test::expect;
use portway_model::element::{Back, Counts, Limit, Period, Timeline};
use portway_report::{Basis, Language, Style, html, table};
use portway_study::{Measure, Results};

fn timeline() -> Timeline {
    let mut timeline = sample::timeline(31);
    let model = &mut timeline.versions[0].model;
    let enter: Vec<_> = model.stages.ids().take(1).collect();
    let limit = |name: &str, title: &str, counts, at_most, back| Limit {
        name: name.into(),
        title: title.into(),
        counts,
        at_most,
        enter: enter.clone(),
        back,
    };
    model.limits.push(limit("people", "Island", Counts::People, 3000, Back::Leaving(enter.clone())));
    model.limits.push(limit("trucks", "Trucks 货车", Counts::Vehicles, 250, Back::Every(Period::Day)));
    timeline
}

fn results() -> Results {
    let mut results = sample::results(31);
    let measures = [
        ("people", "limit_admissions_per_day", "people/day", 4210.0, 51.0),
        ("people", "limit_mean", "people", 1630.5, 22.0),
        ("people", "limit_max", "people", 3000.0, 0.0),
        ("people", "limit_use_share", "share", 0.5435, 0.0073),
        ("people", "limit_full_share", "share", 0.061, 0.011),
        ("trucks", "limit_admissions_per_day", "vehicles/day", 250.0, 0.0),
        ("trucks", "limit_max", "vehicles", 250.0, 0.0),
        ("trucks", "limit_use_share", "share", 1.0, 0.0),
        ("trucks", "limit_full_share", "share", 0.312, 0.014),
    ];
    results.measures.extend(measures.map(|(scope, name, unit, mean, half_width)| Measure {
        name: name.into(),
        scope: scope.into(),
        direction: String::new(),
        class: String::new(),
        unit: unit.into(),
        mean: Some(mean),
        half_width: Some(half_width),
        level: 0.95,
        quantiles: None,
        quantile_half_widths: None,
    }));
    results
}

/// The part of what `run` prints that is about limits.
fn told(language: Language) -> String {
    let (timeline, evidence) = (timeline(), sample::evidence());
    let style = Style { language, ..Style::PLAIN };
    let all = table::run(
        &results(),
        &Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() },
        None,
        style,
    );
    let begin = ["\nLimits\n", "\n限额\n", "\nОграничения\n"].iter().find_map(|title| all.find(title));
    let part = begin.map_or("", |begin| &all[begin + 1..]);
    part.split("\n\n").next().unwrap_or_default().replace(['\u{a0}', '\u{202f}'], " ") + "\n"
}

#[test]
fn how_full_limits_were() {
    expect![[r#"
        Limits
            in a day      inside       most      used %      full %
        Island, 3,000 people at once
          4,210 ± 50  1,630 ± 20  3,000 ± 0  54.4 ± 0.7   6.1 ± 1.1
        Trucks 货车, 250 vehicles a day
            250 ±  0      –         250 ± 0   100 ±   0  31.2 ± 1.4
    "#]]
    .assert_eq(&told(Language::En));
    expect![[r#"
        限额
            日均进入        在内       最多      使用 %      满额 %
        Island、同时不超过 3,000 人
          4,210 ± 50  1,630 ± 20  3,000 ± 0  54.4 ± 0.7   6.1 ± 1.1
        Trucks 货车、每日不超过 250 辆
            250 ±  0      –         250 ± 0   100 ±   0  31.2 ± 1.4
    "#]]
    .assert_eq(&told(Language::Zh));
    expect![[r#"
        Ограничения
             в сутки      внутри  больше всего    занято %  заполнено %
        Island, не более 3 000 чел. одновременно
          4 210 ± 50  1 630 ± 20     3 000 ± 0  54,4 ± 0,7    6,1 ± 1,1
        Trucks 货车, не более 250 авт. в сутки
            250 ±  0      –            250 ± 0   100 ±   0   31,2 ± 1,4
    "#]]
    .assert_eq(&told(Language::Ru));
}

#[test]
fn the_page_has_a_table_of_limits_when_there_are_any() {
    let evidence = sample::evidence();
    let page = |timeline: &Timeline| {
        html::run(Language::En, &results(), &Basis { timeline, evidence: &evidence, counts: sample::counts() }, None)
    };
    let with = page(&timeline());
    assert!(
        with.contains("<h2>Limits</h2>")
            && with.contains("3,000 people at once")
            && with.contains("250 vehicles a day")
    );
    assert!(!page(&sample::timeline(31)).contains("<h2>Limits</h2>"));
}
