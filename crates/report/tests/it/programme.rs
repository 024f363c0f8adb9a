//! A programme of three projects as a table and as a page.

use expect_test::expect;
use portway_report::{Language, Style, html, table};
use portway_study::programme::{
    BestProject, Change, ChangeRow, Cost, Effect, Effects, Group, GroupEffect, Lanes, Loss, MilestoneRow, Outcome,
    Outlook, Price, Programme, ProjectEffect, ProjectRow, Spread, YearChance,
};
use portway_study::results::ModelRef;
use portway_study::{EvidenceCounts, RestsOn};
use unicode_width::UnicodeWidthStr;

fn project(name: &str, title: &str, status: &str) -> ProjectRow {
    ProjectRow {
        name: name.into(),
        title: title.into(),
        owner: "Region group".into(),
        status: status.into(),
        planned: Some("2017-06-01".into()),
        opens: Some("2026-09-01".into()),
        months_late: Some(111.05),
        outlook: None,
        cost: None,
        milestones_done: 0,
        milestones: Vec::new(),
        changes: Vec::new(),
    }
}

fn programme() -> Programme {
    let step = |date: &str, title: &str, done| MilestoneRow { date: date.into(), title: title.into(), done };
    let outlook = Outlook {
        p10: "2026-06-16".into(),
        p50: "2026-09-01".into(),
        p90: "2026-11-17".into(),
        mean_slip_days: 0.0,
        chance_as_announced: 0.503,
        chance_by_year: 0.978,
        years: [(2026, 0.978), (2027, 1.0)].map(|(year, chance)| YearChance { year, chance }).into(),
    };
    let change =
        ChangeRow { path: "calendar.cableway.closed".into(), before: "[\"2020-01-01\"]".into(), after: "[]".into() };
    let cableway = ProjectRow {
        outlook: Some(outlook),
        cost: Some(Cost { amount: 13e9, currency: "RUB".into() }),
        milestones_done: 1,
        milestones: vec![step("2019-07-18", "Start <i>", true), step("2026-05-31", "Ropes", false)],
        changes: vec![change],
        ..project("cableway", "Cableway 索道", "under construction")
    };
    let old = ProjectRow {
        planned: Some("2026-01-01".into()),
        opens: Some("2025-12-25".into()),
        months_late: Some(-0.23),
        cost: Some(Cost { amount: 570e6, currency: "CNY".into() }),
        ..project("old", "Permanent checkpoint", "open")
    };
    let stopped = ProjectRow {
        planned: None,
        opens: None,
        months_late: None,
        owner: String::new(),
        ..project("x", "Line", "stopped")
    };
    Programme {
        portway: "0.1.0".into(),
        model: ModelRef { name: "amur".into(), hash: "0123456789abcdef".into() },
        title: "Sample".into(),
        seed: 7,
        draws: 10_000,
        year: Some(2026),
        evidence: EvidenceCounts { assumption: 1, design: 2, ..EvidenceCounts::default() },
        projects: vec![cableway, old, stopped],
        effects: None,
    }
}

/// The same with what each brings: one project is told, one is there already, one says nothing.
fn with_effects() -> Programme {
    let change = |without: f64, with: f64, half_width| Change {
        without: Some(without),
        with: Some(with),
        difference: Some(with - without),
        half_width: Some(half_width),
    };
    let nothing = change(0.0, 0.0, 0.0);
    let unknown = Change { difference: None, half_width: None, ..nothing };
    let group =
        |group, crossings_per_day, p90_h| GroupEffect { group, crossings_per_day, door_to_door_h: unknown, p90_h };
    let effect = Effect {
        crossings_per_day: change(3600.0, 3800.0, 30.0),
        hours_saved_per_day: unknown,
        groups: vec![
            group(Group::People, change(3400.0, 3600.0, 30.0), change(13.8, 12.4, 0.4)),
            group(Group::Vehicles, change(200.0, 200.0, 0.0), nothing),
        ],
        cargo_t_per_day: nothing,
        seats_per_day: change(7800.0, 18_400.0, 1400.0),
        lanes: vec![Lanes {
            scope: "rope".into(),
            facility: String::new(),
            title: "Rope <b>".into(),
            direction: "China → Russia".into(),
            without_per_day: None,
            with_per_day: Some(500.0),
        }],
        cost_per_daily_crossing: Some(Price { amount: 65e6, low: 56e6, high: 76e6, currency: "RUB".into() }),
        slip: Some(Loss { crossings: Spread { mean: 400.0, p10: -15_000.0, p90: 15_400.0 }, hours: None }),
        growing_without: vec!["rope".into()],
        growing_with: Vec::new(),
    };
    let of = |name: &str, outcome, effect| ProjectEffect { name: name.into(), outcome, reason: String::new(), effect };
    let effects = Effects {
        rests_on: RestsOn {
            portway: "0.1.0".into(),
            model: programme().model,
            title: "Sample".into(),
            scenario: "may".into(),
            scenario_title: "May".into(),
            from: "2026-05-01".into(),
            to: "2026-05-07".into(),
            zone: "UTC".into(),
            seed: 7,
            replications: 6,
            level: 0.95,
            evidence: EvidenceCounts::default(),
        },
        projects: vec![
            of("cableway", Outcome::Told, Some(effect)),
            of("old", Outcome::AlreadyThere, None),
            of("x", Outcome::ChangesNothing, None),
        ],
        best: Some(BestProject { name: "cableway".into(), not_told_apart: vec!["old".into()] }),
        simultaneous_level: 0.95,
    };
    Programme { effects: Some(effects), ..programme() }
}

fn style(language: Language) -> Style {
    Style { language, ..Style::PLAIN }
}

fn said(language: Language) -> String {
    table::programme(&programme(), style(language)).replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_programme_in_english() {
    expect![[r#"
        Sample: the programme

        3 projects: 1 open, 1 still to open, 1 stopped. 1 of those still to open is
        announced later than first planned, by 111 months in the mean. By the end of
        2026, 1.0 of the 1 that says how far it may slip can be expected to be open.

        From plan to opening
                               late,                               on   by end
            planned    opens  months      P10      P50      P90  time  of 2026
        Cableway 索道
            2017-06  2026-09     111  2026-06  2026-09  2026-11  50 %     98 %
          under construction · 13 billion RUB · 1 of 2 milestones · Region group
        Permanent checkpoint
            2026-01  2025-12    −0.2        –        –        –     –        –
          open · 570 million CNY · Region group
        Line
                  –        –       –        –        –        –     –        –
          stopped

        What it rests on
        3 inputs: 0 observed, 2 design figures, 0 derived, 1 assumption
        10,000 draws of each slip, seed 7
        model amur 0123456789ab, Portway 0.1.0
        Slips of different projects are drawn apart from each other. P10, P50 and P90
          are the days on which a tenth, half and nine tenths of the draws have opened;
          a month is 30.4 days. A project without a stated slip has no chance told.
    "#]]
    .assert_eq(&said(Language::En));
}

#[test]
fn a_programme_in_chinese() {
    expect![[r#"
        Sample：合作项目进度

        共 3 个项目：已启用 1 个，待启用 1 个，已停止 1 个。待启用项目中有 1 个现公布的
        日期晚于最初计划，平均推迟 111 个月。到 2026 年底，在给出延期分布的 1 个项目中，
        预计有 1.0 个启用。

        从计划到启用
                                推迟                             按期    2026
             原计划     启用  （月）      P10      P50      P90  启用  年底前
        Cableway 索道
            2017-06  2026-09     111  2026-06  2026-09  2026-11   50%     98%
          在建 · 130 亿 RUB · 节点 1/2 · Region group
        Permanent checkpoint
            2026-01  2025-12    −0.2        –        –        –     –       –
          已启用 · 5.7 亿 CNY · Region group
        Line
                  –        –       –        –        –        –     –       –
          已停止

        结论的依据
        共 3 项输入参数：实测 0 项，设计值 2 项，推算 0 项，假设 1 项
        每项延期抽样 10,000 次，随机种子 7
        模型 amur 0123456789ab，Portway 0.1.0
        各项目的延期相互独立抽样。P10、P50、P90 分别为十分之一、一半、十分之九的抽样已启
          用的日期；一个月按 30.4 天计。未给出延期分布的项目不计算概率。
    "#]]
    .assert_eq(&said(Language::Zh));
}

#[test]
fn a_programme_in_russian() {
    expect![[r#"
        Sample: программа проектов

        3 проекта: открыто 1, предстоит открыть 1, остановлено 1. У 1 предстоящего
        проекта объявленный срок позже первоначального плана, в среднем на 111 мес. К
        концу 2026 г. из 1 проекта, для которого указан возможный перенос, в среднем
        откроется 1,0.

        От плана до открытия
                               опозд.,                                в  до конца
               план  открытие     мес.      P10      P50      P90  срок      2026
        Cableway 索道
            06.2017   09.2026      111  06.2026  09.2026  11.2026  50 %      98 %
          строится · 13 млрд RUB · этапы: 1 из 2 · Region group
        Permanent checkpoint
            01.2026   12.2025     −0,2        –        –        –     –         –
          открыт · 570 млн CNY · Region group
        Line
                  –         –        –        –        –        –     –         –
          остановлен

        На чём это основано
        исходных данных: 3, из них по наблюдениям 0, проектных 2, расчётных 0, допущений
          1
        выборок каждого переноса: 10 000, начальное число 7
        модель amur 0123456789ab, Portway 0.1.0
        Переносы разных проектов разыгрываются независимо. P10, P50 и P90 — дни, к
          которым открытие состоялось в десятой части, половине и девяти десятых
          выборок; месяц — 30,4 дня. Для проекта без указанного переноса вероятность не
          приводится.
    "#]]
    .assert_eq(&said(Language::Ru));
}

#[test]
fn what_projects_bring_in_three_languages() {
    let said = Language::ALL.map(|language| {
        let said = table::programme(&with_effects(), style(language)).replace(['\u{a0}', '\u{202f}'], " ");
        let title = table_title(language);
        let from = said.find(title).expect("it has the section");
        let section: String = said[from..].split_inclusive('\n').take_while(|line| line.len() > 1).collect();
        section
    });
    expect![[r#"
        What each brings
                    crossings  door to    its P90,
                        a day  door, h           h
        Cableway 索道
          people    +200 ± 30        –  −1.4 ± 0.4
          vehicles     0             –     0
          +10,600 ± 1,400 seats a day
          capacity – → 500 a day: Rope <b>, China → Russia
          a daily crossing costs 65 million RUB (56 million RUB to 76 million RUB)
          crossings lost by a mean slip of 0 d: 400 (−15,000 to 15,400)
          without it the queue at Rope <b>, China → Russia grows until the end
        Already in the scenario: Permanent checkpoint. What was there before is not
          known, so there is nothing to compare with.
        What they change is not written down: Line.

        各项目的效果
                     每日      全程    全程 P90
                     通行  （小时）    （小时）
        Cableway 索道
          人员  +200 ± 30         –  −1.4 ± 0.4
          车辆     0              –     0
          每日座位 +10,600 ± 1,400
          每日通过能力 – → 500：Rope <b>，China → Russia
          每一日通行量造价 6,500 万 RUB（5,600 万 RUB 至 7,600 万 RUB）
          平均延期 0 天，损失通行量 400（−15,000 至 15,400）
          无项目时，Rope <b>，China → Russia 的排队持续增长至期末
        已包含在情景中：Permanent checkpoint。此前状况未知，无从对比。
        未写明带来何种变化：Line。

        Что даёт каждый проект
                  пересечений  в пути,       P90 в
                      в сутки        ч     пути, ч
        Cableway 索道
          люди      +200 ± 30        –  −1,4 ± 0,4
          машины       0             –     0
          мест в сутки: +10 600 ± 1 400
          пропускная способность в сутки – → 500: Rope <b>, China → Russia
          одно пересечение в сутки стоит 65 млн RUB (от 56 млн RUB до 76 млн RUB)
          пересечений потеряно за 0 дн. переноса: 400 (от −15 000 до 15 400)
          без него очередь на Rope <b>, China → Russia растёт до конца
        Уже есть в сценарии: Permanent checkpoint. Что было раньше, неизвестно,
          сравнивать не с чем.
        Не записано, что меняют: Line.
    "#]]
    .assert_eq(&said.join("\n"));
}

fn table_title(language: Language) -> &'static str {
    match language {
        Language::En => "What each brings",
        Language::Zh => "各项目的效果",
        Language::Ru => "Что даёт каждый проект",
    }
}

#[test]
fn the_page_leads_with_the_project_that_brings_the_most() {
    let page = html::programme(Language::En, &with_effects());
    assert_eq!(page.matches("<svg").count(), 3);
    assert!(page.contains("Cableway 索道 brings the most: +200\u{a0}±\u{a0}30 crossings"));
    assert!(page.contains("Rope &lt;b&gt;, China → Russia") && !page.contains("<b>"), "a title is text");
}

#[test]
fn no_line_is_wider_than_a_terminal() {
    for (language, programme) in Language::ALL.into_iter().flat_map(|l| [(l, programme()), (l, with_effects())]) {
        let said = table::programme(&programme, style(language));
        let wide: Vec<&str> = said.lines().filter(|line| line.width() > 80).collect();
        assert!(wide.is_empty(), "{wide:?}");
    }
}

#[test]
fn the_page_draws_plan_outlook_and_milestones_and_trusts_no_title() {
    let page = html::programme(Language::En, &programme());
    assert!(page.contains("Start &lt;i&gt;") && !page.contains("<i>"), "a title is text");
    assert_eq!(page.matches("<svg").count(), 1);
    // Two milestones are drawn, one of them filled; the ring of P50; two openings.
    assert_eq!(page.matches("<path class=\"seen\"").count(), 1);
    assert_eq!(page.matches("<path class=\"hollow\"").count(), 1);
    assert_eq!(page.matches("<circle class=\"simulated\"").count(), 1);
    assert!(page.contains("<circle class=\"seen\"") && page.contains("<circle class=\"hollow\""));
    assert!(page.contains("calendar.cableway.closed"));
    for language in Language::ALL {
        assert!(html::programme(language, &programme()).contains("2026"));
    }
}
