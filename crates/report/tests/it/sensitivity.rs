//! What decides an answer, as table and page in three languages.

use crate::sample;
use expect_test::expect;
use portway_report::{Language, Style, html, table};
use portway_study::ranking::{Asked, Spread};
use portway_study::results::ModelRef;
use portway_study::sensitivity::{
    FixedInput, GrowingRuns, InputEffect, Rest, SensitivityAnswer, Share, Status, VariedInput, Weight,
};
use portway_study::{EvidenceCounts, RestsOn, Sensitivity};

fn share(value: f64) -> Option<Share> {
    Some(Share { value, low: value * 0.8, high: value * 1.3 })
}

fn spread(mean: f64) -> Option<Spread> {
    Some(Spread { mean: Some(mean), half_width: Some(0.04) })
}

fn row(input: usize, weight: Weight, size: f64) -> InputEffect {
    let closer = weight != Weight::Rest;
    InputEffect {
        input,
        weight,
        mean: -size,
        mean_absolute: size,
        mean_absolute_half_width: Some(size / 5.0),
        spread: Some(size / 3.0),
        noise: Some(0.1),
        real: size > 0.5,
        first: share(size / 4.0).filter(|_| closer),
        total: share(size / 3.0).filter(|_| closer),
        at_low: spread(size / 2.0).filter(|_| size > 0.0),
        at_high: spread(-size / 3.0).filter(|_| size > 0.0),
    }
}

fn input(path: &str, status: Status, parts: usize) -> VariedInput {
    let [low, high, written] = ["5 %", "30 %", "15 %"].map(str::to_owned);
    VariedInput { path: path.into(), status, low, high, written, parts }
}

pub(crate) fn sensitivity() -> Sensitivity {
    let asked = |measure: &str, statistic: &str, unit: &str| Asked {
        measure: measure.into(),
        statistic: statistic.into(),
        scope: String::new(),
        direction: String::new(),
        unit: unit.into(),
    };
    let time = SensitivityAnswer {
        asked: asked("door_to_door_h", "p90", "h"),
        written: Spread { mean: Some(5.6), half_width: Some(0.2) },
        mean: Some(Spread { mean: Some(6.59), half_width: Some(0.31) }),
        deviation: Some(Spread { mean: Some(1.64), half_width: Some(0.22) }),
        rows: vec![
            row(1, Weight::Decides, 2.4),
            row(0, Weight::Decides, 1.2),
            row(2, Weight::Little, 0.1),
            row(3, Weight::Rest, 0.0),
            row(4, Weight::Rest, 0.09),
        ],
        rest: Some(Rest { inputs: 2, total: Share { value: 0.028, low: 0.01, high: 0.044 } }),
        starts: 8,
        design_rows: 100,
    };
    let crossings = SensitivityAnswer {
        asked: asked("crossings_per_day", "mean", "vehicles/day"),
        mean: None,
        deviation: None,
        rows: (0..5).map(|input| row(input, Weight::Rest, 0.0)).collect(),
        rest: None,
        ..time.clone()
    };
    Sensitivity {
        rests_on: RestsOn {
            portway: "0.1.0".into(),
            model: ModelRef { name: "sample".into(), hash: "0123456789abcdef".repeat(4) },
            title: "Sample crossing 样例口岸".into(),
            scenario: "winter".into(),
            scenario_title: "Winter with more lanes".into(),
            from: "2026-01-01".into(),
            to: "2026-01-31".into(),
            zone: "Asia/Yakutsk".into(),
            seed: 1,
            replications: 2,
            level: 0.95,
            evidence: EvidenceCounts { observed: 3, assumption: 5, ..EvidenceCounts::default() },
        },
        replications_alone: 20,
        runs: 1358,
        inputs: vec![
            input("flow.*.volume", Status::Derived, 10),
            input("facility.right-port.stage.x-ray.share", Status::Assumption, 1),
            input("facility.right-port.stage.documents.service", Status::Observed, 1),
            input("class.loaded.load", Status::Assumption, 1),
            input("link.bridge.speed", Status::Derived, 1),
        ],
        fixed: vec![
            FixedInput { path: "flow.*.gaps".into(), status: Status::Assumption, mistake: None },
            FixedInput {
                path: "facility.right-port.stage.gate.lanes".into(),
                status: Status::Assumption,
                mistake: Some("this stage has no lane at any time".into()),
            },
        ],
        set_aside: vec![4],
        answers: vec![time, crossings],
        growing: GrowingRuns { runs: 21, of: 1036, scope: "right-port.x-ray".into(), left_out: 0 },
        diagnostics: Vec::new(),
    }
}

fn told(language: Language) -> String {
    table::sensitivity(&sensitivity(), &sample::model(), Style { language, ..Style::PLAIN })
}

#[test]
fn a_table_in_english() {
    expect![[r#"
        Sample crossing 样例口岸, Winter with more lanes: 5 uncertain inputs over their
        ranges

        2 of 5 uncertain inputs decide time door to door P90: right-port.x-ray.share,
        flow.*.volume; each has a part in at least 5 % of its variance. 2 others do not
        matter: together they have a part in 2.8 % of the variance (at most 4.4 %).

        None of 5 uncertain inputs changes crossings.

        What moves it: Time door to door, h, P90
        As written 5.6 ± 0.2 h; over all ranges 6.6 ± 0.3 h on average, with a standard
        deviation of 1.6 ± 0.2 h.
        input                               at low       at high    of variance
        right-port.x-ray.share        +1.20 ± 0.04  −0.80 ± 0.04  80 % (64–100)
          5 % to 30 %, written 15 %
        flow.*.volume                 +0.60 ± 0.04  −0.40 ± 0.04   40 % (32–52)
          5 % to 30 %, written 15 %, 10 inputs together
        right-port.documents.service  +0.05 ± 0.04  −0.03 ± 0.04      3 % (3–4)
          5 % to 30 %, written 15 %

        What moves it: Crossings, vehicles/day, mean
        As written 5.6 ± 0.2 vehicles/day.

        Effect of the whole range, from many places: Time door to door, h, P90
        input                                  μ*     σ  chance         alone
        right-port.x-ray.share         2.4 ±  0.5  0.80    0.10  60 % (48–78)
        flow.*.volume                  1.2 ±  0.2  0.40    0.10  30 % (24–39)
        right-port.documents.service  0.10 ± 0.02  0.03    0.10     2 % (2–3)

        One input stood out and was not looked at closer, because only the eight largest are
          link.bridge.speed

        One input was not worth a closer look
          class.loaded.load

        One assumption cannot be varied: evidence.csv gives no range
          flow.*.gaps

        Ranges that cannot be used
        right-port.gate.lanes: this stage has no lane at any time

        What it rests on
        8 inputs: 3 observed, 0 design figures, 0 derived, 5 assumptions
        2 replications, seed 1, 2026-01-01 to 2026-01-31, Asia/Yakutsk time
        scenario winter: Winter with more lanes
        model sample 0123456789ab, Portway 0.1.0
        ± is the half-width of the 95 % interval over replications.
        1358 runs of 2 replications each: screening from 8 places (Morris 1991), then
          shares of the variance in 100 rows (Saltelli 2010, Jansen 1999), in which
          noise is no variance. Within its range every value is as likely, and no input
          depends on another. “Alone” is what knowing the input would take off the
          variance; “of variance” is its part together with others. An input decides
          from 5 % on. “At low” and “at high” are differences from the answer as written
          with one input moved, paired over 20 replications.
        In 21 of 1036 runs a queue grows until the window ends, most often at
          right-port.x-ray; times there depend on the length of the window.
    "#]]
    .assert_eq(&told(Language::En));
}

#[test]
fn a_table_in_chinese() {
    expect![[r#"
        Sample crossing 样例口岸，Winter with more lanes：5 项不确定输入参数在其范围内变
        动

        5 项不确定输入参数中，有 2 项决定全程时间 P90：right-port.x-ray.share、
        flow.*.volume；每项对其方差的贡献不低于 5%。其余 2 项影响可忽略：合计对方差的贡
        献为 2.8%（不超过 4.4%）。

        5 项不确定输入参数均不改变出入境车次。

        影响因素：全程时间（小时）（P90）
        按模型现值为 5.6 ± 0.2 小时；在全部范围内平均为 6.6 ± 0.3 小时，标准差 1.6 ± 0.2
        小时。
        输入参数                            取下限        取上限      方差份额
        right-port.x-ray.share        +1.20 ± 0.04  −0.80 ± 0.04  80% (64–100)
          5 % 至 30 %，现值 15 %
        flow.*.volume                 +0.60 ± 0.04  −0.40 ± 0.04   40% (32–52)
          5 % 至 30 %，现值 15 %，10 项输入参数同时变动
        right-port.documents.service  +0.05 ± 0.04  −0.03 ± 0.04      3% (3–4)
          5 % 至 30 %，现值 15 %

        影响因素：出入境车次（辆/日）（均值）
        按模型现值为 5.6 ± 0.2 辆/日。

        筛选：输入参数在全范围变动的效应，全程时间（小时）（P90）
        输入参数                               μ*     σ  随机误差     单独作用
        right-port.x-ray.share         2.4 ±  0.5  0.80      0.10  60% (48–78)
        flow.*.volume                  1.2 ±  0.2  0.40      0.10  30% (24–39)
        right-port.documents.service  0.10 ± 0.02  0.03      0.10     2% (2–3)

        另有 1 项输入参数效应明显但未进一步分析（只进一步分析效应最大的八项）
          link.bridge.speed

        1 项输入参数无需细查
          class.loaded.load

        1 项假设无法变动：evidence.csv 未给出范围
          flow.*.gaps

        无法使用的范围
        right-port.gate.lanes：this stage has no lane at any time

        结论的依据
        共 8 项输入参数：实测 3 项，设计值 0 项，推算 0 项，假设 5 项
        2 次重复仿真，随机种子 1，2026年1月1日至31日，Asia/Yakutsk 时间
        情景 winter：Winter with more lanes
        模型 sample 0123456789ab，Portway 0.1.0
        ± 表示各次重复仿真所得 95% 置信区间的半宽。
        共 1358 次运行，每次 2 次重复仿真：先从 8 个起点筛选（Morris 1991），再用 100 行
          样本分解方差（Saltelli 2010，Jansen 1999），仿真噪声不计入方差。范围内各值等可
          能，各输入参数相互独立。“单独作用”指确知该输入参数可消除的方差份额，“方差份额”
          还包括它与其他输入参数的共同作用。份额达到 5% 即视为起决定作用。“取下限”和“取
          上限”是只变动该输入参数时与现值结果之差，由 20 次重复仿真配对得出。
        1036 次运行中有 21 次出现持续增长到时段结束的排队，多见于 right-port.x-ray；该处
          的时间取决于时段长短。
    "#]]
    .assert_eq(&told(Language::Zh));
}

#[test]
fn a_table_in_russian() {
    expect![[r#"
        Sample crossing 样例口岸, Winter with more lanes: влияние неопределённых
        параметров (5) в пределах их диапазонов

        2 из 5 неопределённых параметров определяют показатель «полное время в пути
        P90»: right-port.x-ray.share, flow.*.volume; вклад каждого в дисперсию — не
        менее 5 %. Ещё 2 параметра несущественны: их общий вклад в дисперсию — 2,8 % (не
        более 4,4 %).

        Ни один из 5 неопределённых параметров не меняет показатель «пересечения
        границы».

        Что меняет ответ: Полное время в пути, ч, P90
        По модели 5,6 ± 0,2 ч; по всем диапазонам в среднем 6,6 ± 0,3 ч, стандартное
        отклонение 1,6 ± 0,2 ч.
        параметр                  при нижней границе  при верхней границе   полный вклад
        right-port.x-ray.share          +1,20 ± 0,04         −0,80 ± 0,04  80 % (64–100)
          от 5 % до 30 %, в модели 15 %
        flow.*.volume                   +0,60 ± 0,04         −0,40 ± 0,04   40 % (32–52)
          от 5 % до 30 %, в модели 15 %, вместе 10 пар.
        right-port.documents.se…        +0,05 ± 0,04         −0,03 ± 0,04      3 % (3–4)
          от 5 % до 30 %, в модели 15 %

        Что меняет ответ: Пересечения границы, авт./сут., среднее
        По модели 5,6 ± 0,2 авт./сут..

        Отсев: эффект всего диапазона, Полное время в пути, ч, P90
        параметр                          μ*     σ  случайный разброс  собственный вклад
        right-port.x-ray.share    2,4 ±  0,5  0,80               0,10       60 % (48–78)
        flow.*.volume             1,2 ±  0,2  0,40               0,10       30 % (24–39)
        right-port.documents.s…  0,10 ± 0,02  0,03               0,10          2 % (2–3)

        1 параметр заметно влияет, но подробнее не рассматривался: рассматриваются только восемь самых влиятельных
          link.bridge.speed

        1 параметр не потребовал подробного изучения
          class.loaded.load

        1 допущение не варьировалось: в evidence.csv нет диапазона
          flow.*.gaps

        Диапазоны, которые не удалось использовать
        right-port.gate.lanes: this stage has no lane at any time

        На чём это основано
        исходных данных: 8, из них по наблюдениям 3, проектных 0, расчётных 0, допущений
          5
        2 прогона, начальное число 1, с 1 по 31 января 2026 г., время Asia/Yakutsk
        сценарий winter: Winter with more lanes
        модель sample 0123456789ab, Portway 0.1.0
        ± — полуширина 95-процентного доверительного интервала по прогонам.
        Расчётов: 1358, в каждом прогонов: 2. Сначала отсев из 8 точек (Morris, 1991),
          затем разложение дисперсии по 100 строкам (Saltelli, 2010; Jansen, 1999); шум
          моделирования в дисперсию не входит. Внутри диапазона все значения
          равновероятны, параметры независимы. «Собственный вклад» — насколько
          уменьшилась бы дисперсия, будь параметр известен; «полный вклад» — с учётом
          совместного действия с другими. Определяющим считается параметр с полным
          вкладом от 5 %. «При нижней границе» и «при верхней границе» — отличие от
          ответа по модели, когда меняется один параметр, по 20 парным прогонам.
        В 21 из 1036 расчётов очередь растёт до конца периода, чаще всего на
          right-port.x-ray; время там зависит от длины периода.
    "#]]
    .assert_eq(&told(Language::Ru));
}

#[test]
fn assumptions_are_hollow_and_what_is_known_is_solid() {
    for language in Language::ALL {
        let page = html::sensitivity(language, &sensitivity(), &sample::model());
        let bars = |class: &str| page.matches(&format!("<rect class=\"{class}\"")).count();
        assert_eq!((bars("low hollow"), bars("high hollow"), bars("low solid"), bars("high solid")), (1, 1, 3, 3));
        assert!(page.contains("flow.*.gaps") && page.contains("this stage has no lane at any time"));
    }
}
