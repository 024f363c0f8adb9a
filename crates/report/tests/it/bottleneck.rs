//! What holds a corridor back, in the terminal and on a page.

use crate::sample;
use expect_test::expect;
use portway_report::{Language, Style, html, table};
use portway_study::Bottleneck;
use portway_study::bottleneck::{
    Amount, Base, Best, Cause, Demand, Effect, Group, Held, Kind, Limit, RankBy, Resource, Root, Row, Verdict, Where,
};
use portway_study::results::ModelRef;
use portway_study::{EvidenceCounts, RestsOn};

fn amount(mean: f64, half_width: f64) -> Amount {
    Amount { mean, half_width: Some(half_width) }
}

fn effect(difference: f64, half_width: f64) -> Effect {
    Effect { difference: Some(difference), half_width: Some(half_width) }
}

fn row(kind: Kind, group: Group, title: &str, from: &str, to: &str, evidence: &str, hours: Effect) -> Row {
    let (hours_saved, half_width) = (hours.difference.unwrap_or(0.0), hours.half_width.unwrap_or(0.0));
    let verdict = if hours_saved.abs() <= half_width { Verdict::NoChangeSeen } else { Verdict::Gains };
    let [path, title, from, to, evidence] = ["an.input", title, from, to, evidence].map(str::to_owned);
    Row {
        resource: Resource { kind, group, path, scope: String::new(), title, from, to, evidence },
        replications: 20,
        verdict,
        crossings_per_day: effect(if verdict == Verdict::Gains { 7.3 } else { 0.0 }, 1.9),
        p90_h: Effect::default(),
        vehicle_hours_per_year: hours,
        waiting_hours_per_year: hours,
    }
}

fn at(scope: &str, title: &str, is_link: bool) -> Where {
    let direction = if is_link { "east" } else { "" };
    Where { scope: scope.into(), direction: direction.into(), title: title.into(), is_link }
}

/// Made-up numbers of a corridor that one station holds back.
fn found(limit: Limit) -> Bottleneck {
    let documents = at("right-port.documents", "Right port, Documents", false);
    let bridge = at("bridge", "Bridge", true);
    let customs = at("left-port.customs", "Left port, Customs 海关", false);
    let held = |at: &Where, waits_for: &Where, hours: f64, closed_share: f64| Held {
        at: at.clone(),
        waits_for: waits_for.clone(),
        hours_per_day: amount(hours, 0.2),
        vehicles: amount(2.0 * hours, 0.4),
        closed_share,
    };
    let rows = vec![
        row(Kind::Lanes, Group::Resource, "Right port, Documents", "4", "5", "observed", effect(-52_300.0, 4_100.0)),
        row(Kind::Hours, Group::Resource, "daytime", "12 h/day", "13 h/day", "assumption", effect(-9_000.0, 4_000.0)),
        row(Kind::Room, Group::Resource, "Left port, Customs 海关", "8", "9", "none", effect(-3.0, 70.0)),
        row(Kind::SideLanes, Group::Side, "RU", "26", "34", "assumption", effect(-60_000.0, 4_000.0)),
        row(Kind::Lead, Group::Process, "Slots", "3 h", "2 h 42 min", "derived", effect(-60_100.0, 900.0)),
        row(Kind::Demand, Group::Demand, "", "100 %", "110 %", "derived", effect(90_000.0, 9_000.0)),
    ];
    Bottleneck {
        rests_on: RestsOn {
            portway: "0.1.0".into(),
            model: ModelRef { name: "sample".into(), hash: "0123456789abcdef".into() },
            title: "Sample crossing 样例口岸".into(),
            scenario: "base".into(),
            scenario_title: "May".into(),
            from: "2025-05-01".into(),
            to: "2025-05-31".into(),
            zone: "Asia/Yakutsk".into(),
            seed: 1,
            replications: 20,
            level: 0.95,
            evidence: EvidenceCounts { observed: 3, design: 0, derived: 1, assumption: 2, without: 0 },
        },
        by: RankBy::Hours,
        screening: 8,
        base: Base {
            crossings_per_day: amount(245.0, 1.7),
            arrivals_per_day: amount(252.1, 1.5),
            p90_h: None,
            vehicle_hours_per_year: amount(412_000.0, 9_000.0),
            waiting_hours_per_year: amount(301_000.0, 9_000.0),
        },
        limit,
        demand: Some(Demand { arrivals_per_day: amount(25.2, 0.3), crossings_per_day: amount(25.1, 0.3) }),
        simultaneous_level: 0.9833,
        best: Some(Best { row: 0, not_told_apart: vec![] }),
        not_tried: vec![],
        part: None,
        rows,
        chain: vec![Root {
            at: documents.clone(),
            cause: Cause::Overloaded,
            lane_use_share: Some(amount(0.949, 0.007)),
            held: vec![held(&bridge, &documents, 3.1, 0.1), held(&customs, &bridge, 2.4, 0.9)],
        }],
        diagnostics: vec![],
    }
}

fn printed(language: Language, limit: Limit) -> String {
    table::bottleneck(&found(limit), &sample::model(), Style { language, ..Style::PLAIN })
}

#[test]
fn a_bottleneck_in_english() {
    expect![[r#"
        Sample crossing 样例口岸: what holds it back, May

        245 ± 2 of 252 ± 2 vehicles that come a day cross. One more unit buys most at
        Right port, Documents (lanes 4 → 5): 52,000 ± 4,000 vehicle-hours a year saved,
        about 13 % of all, 7.3 ± 1.9 more crossings a day.

        Other rules or faster work would save more: Slots (lead of booking 3 h → 2 h 42
        min): 60,100 ± 900 vehicle-hours a year saved, about 15 % of all, 7.3 ± 1.9 more
        crossings a day.

        One more unit of each resource
                                      crossings/day  P90, h  vehicle-hours/year
        Right port, Documents
          ● lanes 4 → 5                  +7.3 ± 1.9       –     −52,000 ± 4,000
        Calendar daytime
          ○ open 12 h/day → 13 h/day     +7.3 ± 1.9       –      −9,000 ± 4,000
        1 more shows no change of weight; by its own interval at most 73 vehicle-hours a
        year may hide in chance: Left port, Customs 海关.

        If only one country builds
                           crossings/day  P90, h  vehicle-hours/year
        All controls in RU
          ○ lanes 26 → 34     +7.3 ± 1.9       –     −60,000 ± 4,000

        Other rules, faster work: a tenth less time
                                   crossings/day  P90, h  vehicle-hours/year
        Slots
          ● lead of booking −10 %     +7.3 ± 1.9       –       −60,100 ± 900

        For comparison: a tenth more demand
                                  crossings/day  P90, h  vehicle-hours/year
        All flows with a volume
          ● demand 100 % → 110 %     +7.3 ± 1.9       –     +90,000 ± 9,000

        Paired differences to the scenario as it is. Vehicle-hours are those spent in
        the corridor, scaled to a year of 365 days; the scenario has 412,000 ± 9,000, of
        which 301,000 ± 9,000 are waiting.
        ○ begins from a number that is an assumption, ● from a better one.

        What holds what
        Right port, Documents: more work comes than the lanes can do; they are busy 94.9
        ± 0.7 % of the time they are open.
          → Bridge (To the east) is held 3.1 ± 0.2 h a day (6.2 ± 0.4 vehicles on
            average), because Right port, Documents has no room.
          → Left port 左岸口岸, Customs 海关 is held 2.4 ± 0.2 h a day (4.8 ± 0.4
            vehicles on average), because Bridge (To the east) is closed.

        What it rests on
        6 inputs: 3 observed, 0 design figures, 1 derived, 2 assumptions
        20 replications, seed 1, 2025-05-01 to 2025-05-31, Asia/Yakutsk time
        scenario base: May
        model sample 0123456789ab, Portway 0.1.0
        ± is the half-width of the 95 % interval over replications.
        Every row is one change alone, on the same random numbers, with 8 replications;
          those that may matter have 20. A row is judged by its own 95 % interval; that
          a resource is the best holds among all of them at 95 % (Bonferroni, 98.33 %
          each).
    "#]]
    .assert_eq(&printed(Language::En, Limit::Resource));
}

#[test]
fn a_bottleneck_in_russian() {
    expect![[r#"
        Sample crossing 样例口岸: что сдерживает пропуск, May

        Пропуск ограничен спросом: границу пересекают 245 ± 2 авт. в сутки, и ни один
        отдельный ресурс этого числа не увеличит. Если бы в сутки приезжало на 25,2 ±
        0,3 авт. больше, проехало бы на 25,1 ± 0,3 больше.

        Наибольший эффект даёт ещё одна единица ресурса: Right port, Documents (полосы 4
        → 5) — экономия 52 000 ± 4 000 автомобиле-часов в год, около 13 % общего
        времени, на 7,3 ± 1,9 пересечений в сутки больше. Другие правила или более
        быстрая работа дали бы больше: Slots (заблаговременность записи 3 ч → 2 ч 42
        мин) — экономия 60 100 ± 900 автомобиле-часов в год, около 15 % общего времени,
        на 7,3 ± 1,9 пересечений в сутки больше.

        Каждый ресурс — на единицу больше
                                           перес./сут.  P90, ч       авт.-ч/год
        Right port, Documents
          ● полосы 4 → 5                    +7,3 ± 1,9       –  −52 000 ± 4 000
        Режим работы daytime
          ○ открыто 12 ч/сут. → 13 ч/сут.   +7,3 ± 1,9       –   −9 000 ± 4 000
        Ещё 1 строка заметного изменения не показывает; в пределах её собственного
        интервала возможен выигрыш до 73 автомобиле-часов в год: Left port, Customs 海
        关.

        Если строит только одна сторона
                            перес./сут.  P90, ч       авт.-ч/год
        Все посты контроля, RU
          ○ полосы 26 → 34   +7,3 ± 1,9       –  −60 000 ± 4 000

        Другие правила, более быстрая работа: время на 10 % меньше
                                             перес./сут.  P90, ч     авт.-ч/год
        Slots
          ● заблаговременность записи −10 %   +7,3 ± 1,9       –  −60 100 ± 900

        Для сравнения: спрос на 10 % больше
                                 перес./сут.  P90, ч       авт.-ч/год
        Все потоки с заданной интенсивностью
          ● спрос 100 % → 110 %   +7,3 ± 1,9       –  +90 000 ± 9 000

        Парные разности с исходным сценарием. Автомобиле-часы — время, проведённое в
        коридоре, в пересчёте на год из 365 дней; в сценарии их 412 000 ± 9 000, из них
        ожидание — 301 000 ± 9 000.
        ○ исходное значение — допущение, ● обосновано лучше.

        Что из-за чего стоит
        Right port, Documents: поток превышает возможности полос; они заняты 94,9 ± 0,7
        % времени, когда открыты.
          → Bridge (To the east): задержка 3,1 ± 0,2 ч в сутки (в среднем 6,2 ± 0,4
            авт.), потому что нет места дальше — Right port, Documents.
          → Left port 左岸口岸, Customs 海关: задержка 2,4 ± 0,2 ч в сутки (в среднем
            4,8 ± 0,4 авт.), потому что закрыто дальше — Bridge (To the east).

        На чём это основано
        исходных данных: 6, из них по наблюдениям 3, проектных 0, расчётных 1, допущений
          2
        20 прогонов, начальное число 1, с 1 по 31 мая 2025 г., время Asia/Yakutsk
        сценарий base: May
        модель sample 0123456789ab, Portway 0.1.0
        ± — полуширина 95-процентного доверительного интервала по прогонам.
        В каждой строке одно изменение при тех же случайных числах; прогонов по 8, а
          там, где изменение может быть существенным, — по 20. Строка оценивается по
          собственному 95-процентному интервалу; вывод о лучшем ресурсе верен для всех
          сразу с вероятностью 95 % (Бонферрони, по 98,33 %).
    "#]]
    .assert_eq(&printed(Language::Ru, Limit::Demand));
}

#[test]
fn a_bottleneck_in_chinese() {
    expect![[r#"
        Sample crossing 样例口岸：瓶颈分析，May

        制约因素是需求：每日通过 245 ± 2 辆，任何单项资源都不能增加通过量。若每日多来
        25.2 ± 0.3 辆，其中 25.1 ± 0.3 辆可以通过。

        增加一个单位收益最大的是“Right port, Documents”（车道 4 → 5）：每年节省 52,000 ±
        4,000 车时，约占总量的 13%，每日多通过 7.3 ± 1.9 辆。调整规则或加快作业收益更
        大：“Slots”（预约提前量 3 小时 → 2 小时 42 分钟），每年节省 60,100 ± 900 车时，
        约占总量的 15%，每日多通过 7.3 ± 1.9 辆。

        每项资源各增加一个单位
                                                 车次/日  P90（小时）          车时/年
        Right port, Documents
          ● 车道 4 → 5                        +7.3 ± 1.9            –  −52,000 ± 4,000
        日历 daytime
          ○ 开放时间 12 小时/日 → 13 小时/日  +7.3 ± 1.9            –   −9,000 ± 4,000
        其余 1 项未见明显变化；按各项自身的置信区间，随机波动中最多可能隐含每年 73 车时
        （Left port, Customs 海关）。

        仅一侧口岸扩建
                             车次/日  P90（小时）          车时/年
        RU 一侧全部查验环节
          ○ 车道 26 → 34  +7.3 ± 1.9            –  −60,000 ± 4,000

        调整规则、加快作业：时间缩短十分之一
                                车次/日  P90（小时）        车时/年
        Slots
          ● 预约提前量 −10%  +7.3 ± 1.9            –  −60,100 ± 900

        对照：需求增加十分之一
                                   车次/日  P90（小时）          车时/年
        全部按流量给定的车流
          ● 需求 100 % → 110 %  +7.3 ± 1.9            –  +90,000 ± 9,000

        与现状情景的配对差值。车时指车辆在通道内度过的时间，折算为一年 365 天；现状为
        412,000 ± 9,000，其中等待 301,000 ± 9,000。
        ○ 现值为假设，● 现值依据较好。

        阻滞关系：何处受阻于何处
        “Right port·Documents”：来车超过车道的处理能力；开放时间内车道的占用率为 94.9 ±
        0.7%。
          → “Bridge (To the east)”每日受阻 3.1 ± 0.2 小时（平均 6.2 ± 0.4 辆），因为
            “Right port·Documents”没有空位。
          → “Left port 左岸口岸·Customs 海关”每日受阻 2.4 ± 0.2 小时（平均 4.8 ± 0.4
            辆），因为“Bridge (To the east)”关闭。

        结论的依据
        共 6 项输入参数：实测 3 项，设计值 0 项，推算 1 项，假设 2 项
        20 次重复仿真，随机种子 1，2025年5月1日至31日，Asia/Yakutsk 时间
        情景 base：May
        模型 sample 0123456789ab，Portway 0.1.0
        ± 表示各次重复仿真所得 95% 置信区间的半宽。
        每行只作一项变动，采用相同的随机数，先做 8 次重复仿真；可能有影响的做 20 次。各
          行按其自身的 95% 置信区间判断；“收益最大”在全部资源之间以 95% 的置信度成立
          （Bonferroni 法，每项 98.33%）。
    "#]]
    .assert_eq(&printed(Language::Zh, Limit::Demand));
}

#[test]
fn effects_beyond_the_shown_ones_are_not_called_none() {
    let mut found = found(Limit::Resource);
    let sure = found.rows[0].clone();
    found.rows.splice(1..1, vec![sure; 19]);
    let text = table::bottleneck(&found, &sample::model(), Style::PLAIN);
    assert!(text.contains("And 13 more with an effect; the table of the page and --json list them."), "{text}");
    assert!(text.contains("1 more shows no change of weight"), "{text}");
    let page = html::bottleneck(Language::En, &found, &sample::model());
    assert!(page.contains("And 5 more with an effect"), "bars that are not drawn are counted");
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for language in Language::ALL {
        for line in printed(language, Limit::Unclear).lines() {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
        }
    }
}

#[test]
fn nothing_held_and_nothing_bought_is_said() {
    let idle = Bottleneck { chain: vec![], best: None, rows: vec![], demand: None, ..found(Limit::Demand) };
    let printed = table::bottleneck(&idle, &sample::model(), Style::PLAIN);
    assert!(printed.contains("The limit is demand: 245 ± 2 vehicles a day cross"), "{printed}");
    assert!(printed.contains("buys nothing that can be told from chance"), "{printed}");
    assert!(printed.contains("Nothing stands still for want of a place elsewhere."), "{printed}");
    let page = html::bottleneck(Language::En, &idle, &sample::model());
    assert!(page.contains("Nothing stands still") && !page.contains("<svg"), "nothing is drawn of nothing");
}

/// Bars that rest on an assumption are hollow, and the cause that has too much work is red.
#[test]
fn the_page_draws_what_it_says() {
    for language in Language::ALL {
        let page = html::bottleneck(language, &found(Limit::Resource), &sample::model());
        assert_eq!(page.matches("<svg").count(), 4, "three groups of bars and a chain");
        assert_eq!(page.matches("class=\"hollow\"").count(), 2);
        assert_eq!(page.matches("class=\"track over\"").count(), 1);
        assert!(page.contains("Right port, Documents"));
    }
}
