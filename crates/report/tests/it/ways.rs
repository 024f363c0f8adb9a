//! Which ways flows take: told where a flow chooses, with what the shares mean, and not mentioned elsewhere.

use crate::sample;
use expect_test::expect;
use portway_model::Id;
use portway_model::element::{Choice, Flow, Logit, Profile, Route, Timeline, Volume};
use portway_model::quantity::{Currency, Price};
use portway_report::{Basis, Language, Style, html, table};
use portway_study::EvidenceCounts;
use portway_study::{Measure, Quantiles, Results};

fn logit() -> Choice {
    let price = Price { amount: 500.0, currency: Currency::parse("CNY").expect("a code of ISO 4217") };
    Choice::Logit(Logit {
        value_of_time_per_h: price,
        scale: price,
        reliability: 1.0,
        learning: 0.1,
        constants: vec![None, None],
        stay_home: Some(price),
    })
}

/// The sample with a ferry beside its bridge, and flows that choose between them.
fn timeline(choices: &[Choice]) -> Timeline {
    let mut timeline = sample::timeline(31);
    let model = &mut timeline.versions[0].model;
    let east = model.routes[Id::new(0)].clone();
    model.routes.push(Route { name: "ferry".into(), title: "Ferry 轮渡".into(), ..east });
    for (number, choice) in choices.iter().enumerate() {
        model.flows.push(Flow {
            name: format!("flow-{number}"),
            title: format!("Traders {number}"),
            class: Id::new(0),
            routes: vec![Id::new(0), Id::new(2)],
            choice: Some(choice.clone()),
            volume: Volume::PerDay(60.0),
            profile: Profile { month: [1.0; 12], weekday: [1.0; 7], hour: [1.0; 24], holiday: None },
            profile_name: String::new(),
            gaps: portway_model::Distribution::Exponential { mean: 1.0 },
            batch_vehicles: 1,
            owner: None,
            cargo: Vec::new(),
            events: Vec::new(),
        });
    }
    timeline
}

fn results(shares: &[[f64; 2]]) -> Results {
    let mut results = sample::results(31);
    let door = results.measures.iter().find(|m| m.name == "door_to_door_h").expect("the sample has times").clone();
    for (number, of_flow) in shares.iter().enumerate() {
        for (route, share) in ["east", "ferry"].into_iter().zip(of_flow) {
            let scope = format!("flow-{number}/{route}");
            let (direction, class) = (String::new(), String::new());
            let of = Measure { scope, direction, class, ..door.clone() };
            let (quantiles, quantile_half_widths) = (None, None);
            let share = Measure { mean: Some(*share), half_width: Some(0.012), unit: "share".into(), ..of.clone() };
            results.measures.push(Measure { name: "way_share".into(), quantiles, quantile_half_widths, ..share });
            let name = "way_door_to_door_h".into();
            let quantiles = Some(Quantiles { p50: 3.1, p90: 5.8, p95: 7.0 });
            results.measures.push(Measure { name, mean: Some(3.4), half_width: Some(0.2), quantiles, ..of });
        }
    }
    results
}

/// The part of the terminal's report about ways.
fn told(choices: &[Choice], shares: &[[f64; 2]], language: Language) -> String {
    let timeline = timeline(choices);
    let basis = Basis { timeline: &timeline, evidence: &[], counts: EvidenceCounts::default() };
    let style = Style { language, ..Style::PLAIN };
    let text = table::run(&results(shares), &basis, None, style);
    let title = match language {
        Language::En => "Choice of way",
        Language::Zh => "路线选择",
        Language::Ru => "Выбор пути",
    };
    let from = text.find(title).expect("the section is there");
    text[from..].split("\n\n").next().unwrap_or_default().to_owned()
}

#[test]
fn learned_shares_are_an_equilibrium() {
    let one = (&[logit()][..], &[[0.613, 0.387]][..]);
    expect![[r#"
        Choice of way, and time door to door in hours
        way              share %  door to door        P90
        Traders 0
          east        61.3 ± 1.2     3.4 ± 0.2  5.8 ± 1.0
          Ferry 轮渡  38.7 ± 1.2     3.4 ± 0.2  5.8 ± 1.0
        The shares are those of an equilibrium by day-to-day learning: every day
          expectations of each way move towards what was experienced on it."#]]
    .assert_eq(&told(one.0, one.1, Language::En));
    expect![[r#"
        路线选择与全程时间（小时）
        路线            分担率 %   全程时间        P90
        Traders 0
          east        61.3 ± 1.2  3.4 ± 0.2  5.8 ± 1.0
          Ferry 轮渡  38.7 ± 1.2  3.4 ± 0.2  5.8 ± 1.0
        分担率为逐日学习达到的均衡：每一天，对各路线的预期都向当日的实际经历靠拢。"#]]
    .assert_eq(&told(one.0, one.1, Language::Zh));
    expect![[r#"
        Выбор пути и полное время в пути, ч
        путь             доля, %     в пути        P90
        Traders 0
          east        61,3 ± 1,2  3,4 ± 0,2  5,8 ± 1,0
          Ferry 轮渡  38,7 ± 1,2  3,4 ± 0,2  5,8 ± 1,0
        Доли соответствуют равновесию при ежедневном обучении: каждый день ожидания по
          каждому пути сдвигаются к тому, что на нём испытали."#]]
    .assert_eq(&told(one.0, one.1, Language::Ru));
}

#[test]
fn fixed_shares_say_so_and_so_do_those_who_stay_at_home() {
    let shares = Choice::Shares(vec![0.6, 0.4]);
    expect![[r#"
        Choice of way, and time door to door in hours
        way              share %  door to door        P90
        Traders 0
          east        60.0 ± 1.2     3.4 ± 0.2  5.8 ± 1.0
          Ferry 轮渡  40.0 ± 1.2     3.4 ± 0.2  5.8 ± 1.0
        The shares are fixed; waiting on a way moves nobody to another."#]]
    .assert_eq(&told(std::slice::from_ref(&shares), &[[0.6, 0.4]], Language::En));
    expect![[r#"
        Choice of way, and time door to door in hours
        way              share %  door to door        P90
        Traders 0
          east        60.0 ± 1.2     3.4 ± 0.2  5.8 ± 1.0
          Ferry 轮渡  40.0 ± 1.2     3.4 ± 0.2  5.8 ± 1.0
        Traders 1
          east        50.0 ± 1.2     3.4 ± 0.2  5.8 ± 1.0
          Ferry 轮渡  30.0 ± 1.2     3.4 ± 0.2  5.8 ± 1.0
        The shares of some flows are fixed, those of the others are an equilibrium by
          day-to-day learning: every day expectations of each way move towards what was
          experienced on it.
        What is missing to 100 % stayed at home, because every way cost too much."#]]
    .assert_eq(&told(&[shares, logit()], &[[0.6, 0.4], [0.5, 0.3]], Language::En));
}

#[test]
fn the_page_draws_a_bar_for_each_way() {
    let timeline = timeline(&[logit()]);
    let basis = Basis { timeline: &timeline, evidence: &[], counts: EvidenceCounts::default() };
    for language in Language::ALL {
        let page = html::run(language, &results(&[[0.613, 0.387]]), &basis, None);
        assert!(page.contains("Traders 0") && page.contains("Ferry 轮渡"), "{language:?}");
    }
    let page = html::run(Language::En, &results(&[[0.613, 0.387]]), &basis, None);
    assert!(page.contains("Traders 0: 61.3 ± 1.2 % go by east"), "the heading says the most");
    assert!(page.contains("equilibrium by day-to-day learning"));
}

#[test]
fn a_corridor_without_a_choice_says_nothing_of_it() {
    let timeline = sample::timeline(31);
    let basis = Basis { timeline: &timeline, evidence: &[], counts: EvidenceCounts::default() };
    let results = sample::results(31);
    assert!(!table::run(&results, &basis, None, Style::PLAIN).contains("Choice of way"));
    assert!(!html::run(Language::En, &results, &basis, None).contains("Choice of way"));
}
