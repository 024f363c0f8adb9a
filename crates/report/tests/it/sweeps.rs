//! Sweeps as table, page and files, from answers that follow a formula.

use bytes::Bytes;
use expect_test::expect;
use parquet::file::reader::{FileReader, SerializedFileReader};
use portway_model::factor::Level;
use portway_report::{Language, Style, csv, html, table};
use portway_study::rests_on::{EvidenceCounts, RestsOn};
use portway_study::results::ModelRef;
use portway_study::sweep::journal::{Journal, PointAnswer};
use portway_study::sweep::{Design, Planned, Varied, summarise};
use portway_study::{AskedMeasure, SweepPlan, SweepResults};

const LANES: (&str, &str) = ("facility.port.stage.gate.lanes", "1..4");
const SERVICE: (&str, &str) = ("facility.port.stage.gate.service", "10 min..20 min in 3");
const HOURS: (&str, &str) = ("calendar.port.open", "\"Mo-Su 00:00-24:00\",\"Mo-Fr 08:00-18:00, Sa 09:00-12:00\"");

fn plan(design: Design, vary: &[(&str, &str)], measures: &[&str], replications: u32) -> SweepPlan {
    let varied = |(path, values): &(&str, &str)| Varied {
        path: (*path).into(),
        values: (*values).into(),
        now: "3".into(),
        of: if path.starts_with("facility") { "Port 口岸, Gate".into() } else { String::new() },
    };
    SweepPlan {
        rests_on: RestsOn {
            portway: "0.1.0".into(),
            model: ModelRef { name: "sample".into(), hash: "5f2a9c01d4e7aa".into() },
            title: "Sample crossing".into(),
            scenario: "winter".into(),
            scenario_title: "Winter".into(),
            from: "2026-01-01".into(),
            to: "2026-01-31".into(),
            zone: "Asia/Yakutsk".into(),
            seed: 1,
            replications,
            level: 0.95,
            evidence: EvidenceCounts { observed: 2, design: 1, derived: 1, assumption: 5, without: 0 },
        },
        design,
        vary: vary.iter().map(varied).collect(),
        measures: measures
            .iter()
            .map(|word| {
                let asked = AskedMeasure::parse(word).expect("a word of this test");
                let of = if asked.direction.is_empty() { Vec::new() } else { vec!["Into Russia".to_owned()] };
                Planned::from(&AskedMeasure { of, ..asked })
            })
            .collect(),
        indifference: None,
        shard: None,
    }
}

/// Longer service and fewer lanes make it slower; one lane with long service is flooded. Luck is the same at every point, but for
/// a little.
fn results(plan: &SweepPlan) -> SweepResults {
    let points = plan.points().expect("a plan of this test");
    let answer = |point: u32| {
        let numbers: Vec<f64> = points
            .get(point)
            .iter()
            .map(|level| match level {
                Level::Number(number) => *number,
                Level::Text(text) => text.len() as f64 / 10.0,
            })
            .collect();
        let (first, rest) = (numbers[0], numbers[1..].iter().sum::<f64>());
        let flooded = first < 2.0 && rest > 19.0;
        let value = |measure: usize, replication: u32| {
            let luck = f64::from(replication % 5) * 0.1 + f64::from((replication * 7 + point * 3) % 11) * 0.002;
            let mean = if measure == 3 {
                140.0 + first.min(3.0)
            } else {
                (measure + 1) as f64 * (1.0 + rest / 20.0) + 1.0 / first
            };
            (!flooded || measure == 3).then_some(mean + luck)
        };
        let of_measure = |measure| (0..plan.rests_on.replications).map(|r| value(measure, r)).collect();
        let growing = if flooded { vec!["port.gate".to_owned()] } else { Vec::new() };
        PointAnswer { point, values: (0..plan.measures.len()).map(of_measure).collect(), growing, overflow: None }
    };
    let answers = (0..points.len()).map(|point| (point, answer(point))).collect();
    summarise(plan, &Journal { answers, damaged: 0 }).expect("every point has an answer")
}

const MEASURES: [&str; 4] = ["door_to_door_h", "door_to_door_h:p90@into-ru", "wait_h", "crossings_per_day"];

fn map() -> SweepResults {
    results(&plan(Design::Full, &[LANES, SERVICE], &MEASURES, 10))
}

/// One of each kind of page: a map, a line, categories, panels of a full design, panels of a hypercube, nothing to compare.
fn every_kind() -> [SweepResults; 7] {
    let lhs = Design::Lhs { points: 30 };
    [
        map(),
        results(&plan(Design::Full, &[LANES], &MEASURES, 10)),
        results(&plan(Design::Full, &[HOURS], &MEASURES[..1], 10)),
        results(&plan(Design::Full, &[LANES, SERVICE, HOURS], &MEASURES, 10)),
        results(&plan(lhs, &[LANES, ("link.bridge.speed", "20 km/h..60 km/h")], &MEASURES[..2], 10)),
        results(&plan(Design::Full, &[LANES, HOURS], &["direction_ratio"], 10)),
        results(&plan(Design::Full, &[LANES, SERVICE], &MEASURES[..1], 1)),
    ]
}

#[test]
fn a_cloud_is_thinned_and_says_so_and_every_place_where_a_queue_grows_has_one_sign() {
    let three = [LANES, SERVICE, ("link.bridge.speed", "20 km/h..60 km/h")];
    let mut found = results(&plan(Design::Lhs { points: 4500 }, &three, &MEASURES[..1], 2));
    // A quarter of them, with one lane, outgrew the kernel: no queue grows until the end, because there is no end.
    for point in found.points.iter_mut().filter(|point| point.measures[0].mean.is_none()) {
        (point.growing, point.overflow) = (Vec::new(), Some("port.gate".into()));
    }
    let page = html::sweep(&found, Language::En);
    let dots = page.matches("class=\"d0 soft\"").count();
    assert!((3 * 1100..=3 * 1300).contains(&dots), "{dots}");
    assert!(page.contains("one point in 3 is drawn"));
    let signs = page.matches(">∞</text>").count();
    assert!((3..600).contains(&signs), "{signs}");
}

#[test]
fn a_table() {
    expect![[r#"
        Sample crossing: 12 points of 2 inputs, 2026-01-01 to 2026-01-31

        The best of 12 points by time door to door is gate.lanes = 4, gate.service = 10
        min: 1.96 ± 0.11 h. Every other point with a value is worse by more than 0.04 h
        as far as can be told; this one is really the best with a probability of 95 %.
        At one point a queue grows until the window ends, so that it has no mean.

        What was varied
        facility.port.stage.gate.lanes: 1..4 (now 3)
        facility.port.stage.gate.service: 10 min..20 min in 3 (now 3)

        The best points
                                                            Time door to
                         gate.                                door, P90,
               gate.  service,  Time door to    behind the  Into Russia,
        point  lanes       min       door, h          best             h  verdict
        9          4        10   1.96 ± 0.11      –          3.46 ± 0.11  best
        6          3        10   2.04 ± 0.11  +0.09 ± 0.01   3.54 ± 0.11  worse
        3          2        10   2.21 ± 0.11  +0.25 ± 0.01   3.71 ± 0.11  worse
        10         4        15   2.21 ± 0.11  +0.25 ± 0.01   3.96 ± 0.11  worse
        7          3        15   2.29 ± 0.11  +0.33 ± 0.01   4.04 ± 0.11  worse
        4          2        15   2.46 ± 0.11  +0.50 ± 0.01   4.21 ± 0.11  worse
        11         4        20   2.46 ± 0.11  +0.50 ± 0.01   4.46 ± 0.11  worse
        8          3        20   2.54 ± 0.11  +0.58 ± 0.01   4.54 ± 0.11  worse
        5          2        20   2.71 ± 0.11  +0.75 ± 0.01   4.71 ± 0.11  worse
        0          1        10   2.71 ± 0.11  +0.75 ± 0.01   4.21 ± 0.11  worse
        and 2 more points in results.csv
        2 more columns are in results.csv.

        What it rests on
        9 inputs: 2 observed, 1 design figures, 1 derived, 5 assumptions
        10 replications, seed 1, 2026-01-01 to 2026-01-31, Asia/Yakutsk time
        scenario winter: Winter
        model sample 5f2a9c01d4e7, Portway 0.1.0
        ± is the half-width of the 95 % interval over replications.
        full design: every combination
        Every point is compared with the best one, replication by replication on common
          random numbers. The one that is really best is the best one, or among those
          not told apart from it, with a probability of 95 %; nothing is promised of all
          differences at once. What differs by less than 0.04 h counts as equally good.
    "#]]
    .assert_eq(&table::sweep(&map(), Style::PLAIN));
}

#[test]
fn a_table_in_chinese_and_russian() {
    let in_language = |language| table::sweep(&map(), Style { language, ..Style::PLAIN });
    expect![[r#"
        Sample crossing：2 项输入参数，12 个方案点，2026年1月1日至31日

        按全程时间衡量，12 个方案点中最优的是 gate.lanes = 4，gate.service = 10 min：
        1.96 ± 0.11 小时。其余有数值的方案点看来均比它差 0.04 小时以上；它确为最优的概率
        为 95%。有 1 个方案点的排队持续增长至时段结束，因此没有均值。

        变动的输入参数
        facility.port.stage.gate.lanes: 1..4 (现值 3)
        facility.port.stage.gate.service: 10 min..20 min in 3 (现值 3)

        最优的方案点
                                                           全程时间，
                        gate.                               P90，Into
              gate.  service,     全程时间                 Russia（小     全部等待
        编号  lanes       min     （小时）  与最优点之差         时）     （小时）  判定
        9         4        10  1.96 ± 0.11      –         3.46 ± 0.11  4.96 ± 0.11  最优
        6         3        10  2.04 ± 0.11  +0.09 ± 0.01  3.54 ± 0.11  5.04 ± 0.11  较差
        3         2        10  2.21 ± 0.11  +0.25 ± 0.01  3.71 ± 0.11  5.21 ± 0.11  较差
        10        4        15  2.21 ± 0.11  +0.25 ± 0.01  3.96 ± 0.11  5.71 ± 0.11  较差
        7         3        15  2.29 ± 0.11  +0.33 ± 0.01  4.04 ± 0.11  5.79 ± 0.11  较差
        4         2        15  2.46 ± 0.11  +0.50 ± 0.01  4.21 ± 0.11  5.96 ± 0.11  较差
        11        4        20  2.46 ± 0.11  +0.50 ± 0.01  4.46 ± 0.11  6.46 ± 0.11  较差
        8         3        20  2.54 ± 0.11  +0.58 ± 0.01  4.54 ± 0.11  6.54 ± 0.11  较差
        5         2        20  2.71 ± 0.11  +0.75 ± 0.01  4.71 ± 0.11  6.71 ± 0.11  较差
        0         1        10  2.71 ± 0.11  +0.75 ± 0.01  4.21 ± 0.11  5.71 ± 0.11  较差
        其余 2 个方案点见 results.csv
        另有 1 列见 results.csv。

        结论的依据
        共 9 项输入参数：实测 2 项，设计值 1 项，推算 1 项，假设 5 项
        10 次重复仿真，随机种子 1，2026年1月1日至31日，Asia/Yakutsk 时间
        情景 winter：Winter
        模型 sample 5f2a9c01d4e7，Portway 0.1.0
        ± 表示各次重复仿真所得 95% 置信区间的半宽。
        全因子设计：所有组合
        各方案点采用公共随机数，逐次重复仿真与最优点比较。真正的最优点在最优点及相当各点
          之中的概率为 95%；不保证所有差值的区间同时成立。相差不足 0.04 小时的视为相当。
    "#]]
    .assert_eq(&in_language(Language::Zh));
    expect![[r#"
        Sample crossing: 12 вариантов по 2 параметрам, с 1 по 31 января 2026 г.

        Лучший из вариантов (всего 12) по показателю «полное время в пути» — gate.lanes
        = 4, gate.service = 10 min: 1,96 ± 0,11 ч. Все остальные варианты, у которых
        есть значение, насколько можно судить, хуже более чем на 0,04 ч; этот вариант
        действительно лучший с вероятностью 95 %. В 1 варианте очередь растёт до конца
        периода, поэтому среднего у него нет.

        Что менялось
        facility.port.stage.gate.lanes: 1..4 (сейчас 3)
        facility.port.stage.gate.service: 10 min..20 min in 3 (сейчас 3)

        Лучшие варианты
                                                            Полное время
                         gate.                              в пути, P90,
               gate.  service,  Полное время     разница с  Into Russia,
        номер  lanes       min     в пути, ч        лучшим             ч  оценка
        9          4        10   1,96 ± 0,11      –          3,46 ± 0,11  лучший
        6          3        10   2,04 ± 0,11  +0,09 ± 0,01   3,54 ± 0,11  хуже
        3          2        10   2,21 ± 0,11  +0,25 ± 0,01   3,71 ± 0,11  хуже
        10         4        15   2,21 ± 0,11  +0,25 ± 0,01   3,96 ± 0,11  хуже
        7          3        15   2,29 ± 0,11  +0,33 ± 0,01   4,04 ± 0,11  хуже
        4          2        15   2,46 ± 0,11  +0,50 ± 0,01   4,21 ± 0,11  хуже
        11         4        20   2,46 ± 0,11  +0,50 ± 0,01   4,46 ± 0,11  хуже
        8          3        20   2,54 ± 0,11  +0,58 ± 0,01   4,54 ± 0,11  хуже
        5          2        20   2,71 ± 0,11  +0,75 ± 0,01   4,71 ± 0,11  хуже
        0          1        10   2,71 ± 0,11  +0,75 ± 0,01   4,21 ± 0,11  хуже
        и ещё 2 варианта в results.csv
        Ещё 2 столбца — в results.csv.

        На чём это основано
        исходных данных: 9, из них по наблюдениям 2, проектных 1, расчётных 1, допущений
          5
        10 прогонов, начальное число 1, с 1 по 31 января 2026 г., время Asia/Yakutsk
        сценарий winter: Winter
        модель sample 5f2a9c01d4e7, Portway 0.1.0
        ± — полуширина 95-процентного доверительного интервала по прогонам.
        полный факторный план: все сочетания
        Каждый вариант сравнивается с лучшим прогон за прогоном при общих случайных
          числах. Действительно лучший вариант — среди равноценных или сам названный
          лучшим с вероятностью 95 %; что все интервалы разностей верны одновременно, не
          утверждается. Варианты, которые различаются менее чем на 0,04 ч, считаются
          равноценными.
    "#]]
    .assert_eq(&in_language(Language::Ru));
}

#[test]
fn no_line_is_wider_than_the_page() {
    for results in every_kind() {
        for language in Language::ALL {
            let text = table::sweep(&results, Style { width: 200, language, ..Style::PLAIN });
            let wide = text.lines().find(|line| unicode_width::UnicodeWidthStr::width(*line) > 80);
            assert_eq!(wide, None, "{language:?}");
        }
    }
}

#[test]
fn what_has_no_interval_or_no_better_is_said() {
    let first = |results: &SweepResults| {
        let text = table::sweep(results, Style::PLAIN);
        text.split("\n\n").nth(1).expect("the answer is the second part").to_owned()
    };
    let [.., neutral, once] = every_kind();
    expect!["Ratio of directions lies between 1.56 and 2.38."].assert_eq(&first(&neutral));
    expect![[r#"
        The best of 12 points by time door to door is gate.lanes = 4, gate.service = 10
        min: 1.76 h. One replication does not say how sure that is. At one point a queue
        grows until the window ends, so that it has no mean."#]]
    .assert_eq(&first(&once));
    let flooded = plan(Design::Full, &[("a.b", "1"), ("c.d", "20,30")], &MEASURES[..1], 3);
    expect![[r#"
        No point has a value of time door to door. At 2 points a queue grows until the
        window ends, so that they have no mean."#]]
    .assert_eq(&first(&results(&flooded)));
}

#[test]
fn files_have_one_row_for_each_point() {
    let results = results(&plan(Design::Full, &[SERVICE, HOURS], &MEASURES[..1], 10));
    let text = csv::sweep(&results);
    expect![[r#"
        point,facility.port.stage.gate.service_min,calendar.port.open,door_to_door_h,door_to_door_h_half_width,from_best,from_best_half_width,standing,growing
        0,10,Mo-Su 00:00-24:00,1.4052000000000002,0.10876028810096347,0.05020000000000004,0.007149638192400005,worse,
        1,10,"Mo-Fr 08:00-18:00, Sa 09:00-12:00",1.4846000000000001,0.10643160301083439,0.1296000000000001,0.009532850923199996,worse,
        2,15,Mo-Su 00:00-24:00,1.3706666666666667,0.10522476182036614,0.015666666666666607,0.011916063654000011,as_good,
        3,15,"Mo-Fr 08:00-18:00, Sa 09:00-12:00",1.4522666666666666,0.10759468858601076,0.09726666666666664,0.010921252736073457,worse,
        4,20,Mo-Su 00:00-24:00,1.355,0.10760515158733756,,,best,
        5,20,"Mo-Fr 08:00-18:00, Sa 09:00-12:00",1.4344000000000001,0.10759468858601078,0.07940000000000005,0.01092125273607341,worse,
    "#]].assert_eq(&text);
    let bytes = portway_report::parquet::sweep(&results).expect("it can be written");
    assert_eq!(bytes, portway_report::parquet::sweep(&results).expect("it can be written"), "the same bytes");
    let reader = SerializedFileReader::new(Bytes::from(bytes)).expect("it can be read");
    let names: Vec<String> =
        reader.metadata().file_metadata().schema_descr().columns().iter().map(|c| c.name().to_owned()).collect();
    assert_eq!(names.join(","), text.lines().next().expect("a heading"));
    let rows: Vec<String> =
        reader.get_row_iter(None).expect("rows").map(|row| row.expect("a row").to_string()).collect();
    assert_eq!(rows.len(), 6);
    expect![[r#"{point: 1, facility.port.stage.gate.service_min: 10.0, calendar.port.open: "Mo-Fr 08:00-18:00, Sa 09:00-12:00", door_to_door_h: 1.4846000000000001, door_to_door_h_half_width: 0.10643160301083439, from_best: 0.1296000000000001, from_best_half_width: 0.009532850923199996, standing: "worse", growing: ""}"#]].assert_eq(&rows[1]);
}

#[test]
fn pages_are_whole_in_every_language() {
    for (kind, results) in every_kind().iter().enumerate() {
        for language in Language::ALL {
            let page = html::sweep(results, language);
            assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count());
            assert!(page.contains(&format!("lang=\"{}\"", language.tag())));
            assert!(!page.contains("NaN") && !page.contains("inf"), "kind {kind} in {language:?}");
            // Every point is in the table behind the picture.
            assert!(page.matches("<tr>").count() > results.points.len(), "kind {kind} in {language:?}");
            assert!(page.replace("http://www.w3.org/2000/svg", "").matches("http:").count() == 0);
        }
    }
}

#[test]
fn a_map_has_a_cell_for_every_point_and_marks_the_best() {
    let page = html::sweep(&map(), Language::En);
    let first = page.split("</svg>").next().expect("there is a drawing");
    assert_eq!(first.matches("<title>").count(), 1 + 1 + 12, "page, drawing, cells");
    assert_eq!(first.matches("class=\"best\"").count(), 1);
    assert_eq!(first.matches("∞").count(), 1, "one point is flooded");
}
