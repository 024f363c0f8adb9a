//! What a corridor can take, as tables and pages.

use crate::sample;
use expect_test::expect;
use portway_report::{Language, Style, html, table};
use portway_study::capacity::{
    Axis, Between, Capacity, DirectionFlow, Fluid, Frontier, FrontierPoint, Limit, LimitKind, Outcome, Sustained,
    Tested, TestedVerdict,
};
use portway_study::results::ModelRef;
use portway_study::{EvidenceCounts, RestsOn, Standard};

fn fluid(per_day: f64) -> Option<Fluid> {
    Some(Fluid { per_day, scope: "right-port.documents".into(), title: "Right port, Documents".into() })
}

fn limit(kind: LimitKind) -> Limit {
    let grows = kind == LimitKind::Growth;
    Limit {
        kind,
        scope: if grows { "right-port.documents".into() } else { String::new() },
        title: if grows { "Right port, Documents".into() } else { String::new() },
        direction: if grows { String::new() } else { "east".into() },
        passengers: false,
    }
}

fn sustained(direction: &str, per_day: f64) -> Sustained {
    let tested = |share: f64, verdict| Tested {
        per_day: share * per_day,
        replications: 24,
        verdict,
        value_h: Some(3.9),
        limit: limit(LimitKind::Time),
    };
    Sustained {
        direction: direction.into(),
        outcome: Outcome::Enclosed,
        per_day: Some(per_day),
        low_per_day: 0.97 * per_day,
        high_per_day: Some(1.02 * per_day),
        today_per_day: 169.5,
        fluid: fluid(1.2 * per_day),
        limit: Some(limit(LimitKind::Time)),
        by_direction: vec![DirectionFlow { direction: "east".into(), per_day }],
        busiest_day_ratio: 1.23,
        tested: vec![tested(0.97, TestedVerdict::Keeps), tested(1.02, TestedVerdict::Breaks)],
    }
}

fn capacity() -> Capacity {
    let standard = Standard::parse("P90 wait <= 4 h").expect("it is the default");
    let axis = |name: &str, today_per_day| Axis { name: name.into(), today_per_day };
    let point = |share: [f64; 2], per_day| FrontierPoint { share, sustained: sustained("", per_day) };
    let points = vec![point([1.0, 0.0], 310.0), point([0.5, 0.5], 612.3), point([0.0, 1.0], 1204.0)];
    Capacity {
        rests_on: RestsOn {
            portway: "0.1.0".into(),
            model: ModelRef { name: "sample".into(), hash: "0123456789abcdef".into() },
            title: "Sample crossing".into(),
            scenario: "winter".into(),
            scenario_title: "Winter with more lanes".into(),
            from: "2026-01-01".into(),
            to: "2026-01-31".into(),
            zone: "Asia/Yakutsk".into(),
            seed: 1,
            replications: 24,
            level: 0.95,
            evidence: EvidenceCounts { observed: 1, design: 1, derived: 1, assumption: 2, without: 0 },
        },
        standard_text: standard.text(),
        standard,
        precision: 0.02,
        frontier_precision: 0.05,
        most_replications: 48,
        replications_run: 2016,
        mix: Vec::new(),
        capacities: vec![sustained("", 612.3), sustained("east", 310.0), sustained("west", 1204.0)],
        frontiers: vec![Frontier {
            between: Between::Directions,
            axes: [axis("east", 85.1), axis("west", 84.4)],
            points,
        }],
    }
}

fn shown(capacity: &Capacity, language: Language) -> String {
    table::capacity(capacity, &sample::model(), Style { language, ..Style::PLAIN })
}

#[test]
fn a_table() {
    expect![[r#"
        Sample crossing: how much it can take

        All traffic, in the scenario's own mix: 612 vehicles a day (593 to 625) can be
        sustained, 3.6 times the 170 of the scenario as written. What gives way first:
        freight traffic (To the east) no longer keeps P90 wait <= 4 h.

        Largest sustained flow, vehicles/day
        direction    as written  capacity  95 % interval  fluid bound  of it %
        all traffic         170       612        593–625          735       83
        To the east         170       310        300–317          372       83
        To the west         170     1,200    1,160–1,230        1,440       83

        What gives way first
        all traffic: freight traffic (To the east) no longer keeps P90 wait <= 4 h. The
          fluid bound is set by Right port, Documents.
        To the east: freight traffic (To the east) no longer keeps P90 wait <= 4 h. The
          fluid bound is set by Right port, Documents.
        To the west: freight traffic (To the east) no longer keeps P90 wait <= 4 h. The
          fluid bound is set by Right port, Documents.

        What one direction costs the other, vehicles/day
        shared   To the east  To the west  together  95 % interval  fluid bound
        100 : 0          310            0       310        300–317          372
        50 : 50          306          306       612        593–625          735
        0 : 100            0        1,200     1,200    1,160–1,230        1,440

        What it rests on
        5 inputs: 1 observed, 1 design figures, 1 derived, 2 assumptions
        24 replications, seed 1, 2026-01-01 to 2026-01-31, Asia/Yakutsk time
        scenario winter: Winter with more lanes
        model sample 0123456789ab, Portway 0.1.0
        ± is the half-width of the 95 % interval over replications.
        Standard: P90 wait <= 4 h, carried >= 95 %. Each direction keeps it for freight
          and for passengers by itself.
        The window's busiest day brings 1.23 times as many vehicles as its mean day.
        Where one direction is named, the other traffic stays as the scenario has it,
          and must keep the standard too.
        Stochastic bisection under common random numbers. Each flow is replicated 24 to
          48 times until a test tells; the lower end of an interval keeps the standard
          and the upper one breaks it, and both are right with 95 %. 2,016 replications
          in all.
    "#]]
    .assert_eq(&shown(&capacity(), Language::En));
}

#[test]
fn other_languages_say_the_same() {
    expect![[r#"
        Sample crossing：通行能力

        全部车流，按情景的车型构成，每日可持续通过 612 辆（593 至 625），为情景所设 170
        辆的 3.6 倍。最先达到极限的是：货运车辆（To the east）不再满足 P90 wait <= 4 h。

        最大可持续流量，辆/日
        方向         情景值  通行能力  95% 置信区间  车道理论上限  占比%
        全部车辆        170       612       593–625           735     83
        To the east     170       310       300–317           372     83
        To the west     170     1,200   1,160–1,230         1,440     83

        最先达到极限之处
        全部车辆：货运车辆（To the east）不再满足 P90 wait <= 4 h。车道理论上限取决于
          Right port·Documents。
        To the east：货运车辆（To the east）不再满足 P90 wait <= 4 h。车道理论上限取决于
          Right port·Documents。
        To the west：货运车辆（To the east）不再满足 P90 wait <= 4 h。车道理论上限取决于
          Right port·Documents。

        两个方向之间的此消彼长，辆/日
        比例     To the east  To the west   合计  95% 置信区间  车道理论上限
        100 : 0          310            0    310       300–317           372
        50 : 50          306          306    612       593–625           735
        0 : 100            0        1,200  1,200   1,160–1,230         1,440

        结论的依据
        共 5 项输入参数：实测 1 项，设计值 1 项，推算 1 项，假设 2 项
        24 次重复仿真，随机种子 1，2026年1月1日至31日，Asia/Yakutsk 时间
        情景 winter：Winter with more lanes
        模型 sample 0123456789ab，Portway 0.1.0
        ± 表示各次重复仿真所得 95% 置信区间的半宽。
        服务标准：P90 wait <= 4 h, carried >= 95 %。每个方向的货运和客运须各自满足。
        时段内最繁忙一日的车流量是日均的 1.23 倍。
        单列一个方向时，其余车流保持情景所设水平，且同样须满足标准。
        采用公共随机数的随机二分搜索。每个流量重复仿真 24 至 48 次，直至检验可以判定；区
          间下端满足标准，上端不满足，两者同时正确的概率为 95%。共 2,016 次重复仿真。
    "#]]
    .assert_eq(&shown(&capacity(), Language::Zh));
    expect![[r#"
        Sample crossing: пропускная способность

        Весь поток, состав — как в сценарии: устойчиво проходит 612 авт. в сутки (от 593
        до 625) — это 3,6 потока по сценарию (170). Первое ограничение: грузовой поток
        (To the east) больше не укладывается в P90 wait <= 4 h.

        Наибольший устойчивый поток, авт./сут.
                                   пропускная  95-процентный  предел по
        направление  по сценарию  способность       интервал    полосам  доля предела, %
        весь поток           170          612        593–625        735               83
        To the east          170          310        300–317        372               83
        To the west          170        1 200    1 160–1 230      1 440               83

        Первое ограничение
        весь поток: грузовой поток (To the east) больше не укладывается в P90 wait <= 4
          h. Предел по полосам задаёт «Right port, Documents».
        To the east: грузовой поток (To the east) больше не укладывается в P90 wait <= 4
          h. Предел по полосам задаёт «Right port, Documents».
        To the west: грузовой поток (To the east) больше не укладывается в P90 wait <= 4
          h. Предел по полосам задаёт «Right port, Documents».

        Как потоки двух направлений ограничивают друг друга, авт./сут.
                                                   95-процентный  предел по
        доли     To the east  To the west  вместе       интервал    полосам
        100 : 0          310            0     310        300–317        372
        50 : 50          306          306     612        593–625        735
        0 : 100            0        1 200   1 200    1 160–1 230      1 440

        На чём это основано
        исходных данных: 5, из них по наблюдениям 1, проектных 1, расчётных 1, допущений
          2
        24 прогона, начальное число 1, с 1 по 31 января 2026 г., время Asia/Yakutsk
        сценарий winter: Winter with more lanes
        модель sample 0123456789ab, Portway 0.1.0
        ± — полуширина 95-процентного доверительного интервала по прогонам.
        Норматив: P90 wait <= 4 h, carried >= 95 %. Каждое направление выдерживает его
          отдельно для грузового и для пассажирского потока.
        В самый напряжённый день периода автомобилей в 1,23 раза больше, чем в среднем.
        Где названо одно направление, остальной поток остаётся таким, как в сценарии, и
          тоже должен выдерживать норматив.
        Стохастическая бисекция на общих случайных числах. Для каждого уровня потока —
          от 24 до 48 прогонов, пока критерий не даст ответа; нижний конец интервала
          норматив выдерживает, верхний нарушает, и то и другое верно с вероятностью 95
          %. Всего прогонов: 2 016.
    "#]]
    .assert_eq(&shown(&capacity(), Language::Ru));
}

#[test]
fn corridors_without_a_number_are_answered_in_words() {
    let mut answers = Vec::new();
    for (outcome, kind) in [
        (Outcome::Beyond, None),
        (Outcome::NoneKeeps, Some(LimitKind::Growth)),
        (Outcome::Unclear, None),
        (Outcome::Enclosed, Some(LimitKind::Carried)),
    ] {
        let mut asked = capacity();
        let whole = &mut asked.capacities[0];
        whole.limit = kind.map(limit);
        whole.outcome = outcome;
        if outcome != Outcome::Enclosed {
            whole.per_day = None;
        }
        if matches!(outcome, Outcome::Beyond | Outcome::Unclear) {
            whole.high_per_day = None;
        }
        answers.push(shown(&asked, Language::En).split("\n\n").nth(1).unwrap_or_default().to_owned());
    }
    expect![[r#"
        Up to 593 vehicles a day keep the standard, and more were not looked at: nothing
        binds below that.
        --
        Not even 625 vehicles a day keep the standard. What gives way first: the queue
        at Right port, Documents grows without end.
        --
        At most 48 replications of a flow do not tell: 593 vehicles a day keep the
        standard, and no flow that was looked at surely breaks it.
        --
        All traffic, in the scenario's own mix: 612 vehicles a day (593 to 625) can be
        sustained, 3.6 times the 170 of the scenario as written. What gives way first:
        of freight traffic (To the east) more than 5 % do not get through."#]]
    .assert_eq(&answers.join("\n--\n"));
}

#[test]
fn a_page_has_the_curve_its_table_and_what_it_rests_on_in_every_language() {
    for language in Language::ALL {
        let page = html::capacity(language, &capacity(), &sample::model());
        for part in ["<svg", "stroke-dasharray", "<details>", "P90 wait &lt;= 4 h", "0123456789ab"] {
            assert!(page.contains(part), "{part} is missing in {language:?}");
        }
        assert!(!page.contains("NaN") && !page.contains("inf"), "{language:?}");
    }
    let russian = html::capacity(Language::Ru, &capacity(), &sample::model());
    assert!(russian.contains("1\u{202f}200") && !russian.contains("1,200"));
}

#[test]
fn no_line_of_russian_words_is_wider_than_the_terminal() {
    let text = shown(&capacity(), Language::Ru);
    let widest = text.lines().max_by_key(|line| line.chars().count()).unwrap_or_default();
    assert!(widest.chars().count() <= 80, "{widest}");
}
