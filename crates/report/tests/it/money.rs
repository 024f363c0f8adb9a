//! Money and air in tables and pages: told where the model has prices, and not told in so many words where it has none.

use crate::sample;
use expect_test::expect;
use jiff::civil::date;
use portway_model::element::{Air, Money, Timeline};
use portway_model::quantity::{Currency, Price};
use portway_report::{Basis, Language, Style, html, table};
use portway_study::{Measure, Results};

fn currency(code: &str) -> Currency {
    Currency::parse(code).expect("a code of ISO 4217")
}

fn timeline() -> Timeline {
    let mut timeline = sample::timeline(31);
    let model = &mut timeline.versions[0].model;
    let litre = Price { amount: 7.0, currency: currency("CNY") };
    let classes = model.classes.iter().count();
    model.money = Some(Money {
        currency: currency("CNY"),
        second: Some(currency("RUB")),
        rates: vec![(date(2025, 12, 17), 11.26), (date(2026, 1, 14), 11.28)],
        fuel_price_per_l: Some(vec![litre; classes]),
        virtual_wait_share: 1.0,
    });
    model.air = Some(Air { co2_kg_per_l: vec![2.66; classes], yard_idling_share: 0.0 });
    timeline
}

/// The sample with costs: those of a direction and class are in proportion to its time door to door.
fn results() -> Results {
    let mut results = sample::results(31);
    let doors: Vec<Measure> = results.measures.iter().filter(|m| m.name == "door_to_door_h").cloned().collect();
    let priced = [
        ("cost_per_crossing", "CNY/vehicle", 150.0),
        ("cost_moving_per_crossing", "CNY/vehicle", 20.0),
        ("cost_service_per_crossing", "CNY/vehicle", 15.0),
        ("cost_waiting_per_crossing", "CNY/vehicle", 40.0),
        ("cost_running_per_crossing", "CNY/vehicle", 10.0),
        ("cost_fees_per_crossing", "CNY/vehicle", 60.0),
        ("cost_idling_per_crossing", "CNY/vehicle", 5.0),
        ("cost_per_crossing_second", "RUB/vehicle", 1690.0),
        ("delay_cost_per_year", "CNY/year", 312_000.0),
        ("delay_cost_per_year_second", "RUB/year", 3_515_000.0),
        ("delay_h_per_year", "h/year", 2_310.0),
        ("idling_fuel_l_per_year", "l/year", 4_120.0),
        ("idling_co2_t_per_year", "t/year", 10.96),
    ];
    for (name, unit, per_hour) in priced {
        results.measures.extend(doors.iter().map(|door| Measure {
            name: name.into(),
            unit: unit.into(),
            mean: door.mean.map(|hours| hours * per_hour),
            half_width: door.half_width.map(|hours| hours * per_hour),
            quantiles: None,
            quantile_half_widths: None,
            ..door.clone()
        }));
    }
    results
}

/// The part of what `run` prints that is about money.
fn told(results: &Results, timeline: &Timeline, language: Language) -> String {
    let evidence = sample::evidence();
    let style = Style { language, ..Style::PLAIN };
    let all = table::run(results, &Basis { timeline, evidence: &evidence, counts: sample::counts() }, None, style);
    let begin = ["Money and air", "费用与排放", "Затраты и выбросы"].iter().find_map(|title| all.find(title));
    let part = begin.map_or("", |begin| &all[begin..]);
    part.split("\n\n").next().unwrap_or_default().to_owned() + "\n"
}

fn page(results: &Results, timeline: &Timeline) -> String {
    html::run(Language::En, results, &Basis { timeline, evidence: &sample::evidence(), counts: sample::counts() }, None)
}

#[test]
fn costs_per_crossing_and_sums_of_a_year() {
    expect![[r#"
        Money and air, for one crossing
        class                   all, CNY   waiting  tolls, fees        all, RUB
        To the east
          Loaded truck 货车  1,620 ± 110  430 ± 30     650 ± 40  18,300 ± 1,200
          Empty truck        1,250 ±  80  330 ± 20     500 ± 30  14,100 ±   900
          Bus                  295 ±  20   79 ±  5     118 ±  8   3,300 ±   200
          all classes        1,480 ±  70  394 ± 20     590 ± 30  16,600 ±   800
        To the west
          Loaded truck 货车    970 ±  60  260 ± 17     390 ± 30  11,000 ±   700
          Empty truck          750 ±  50  201 ± 13     300 ± 20   8,500 ±   600
          Bus                  177 ±  12   47 ±  3      71 ±  5   2,000 ±   130
          all classes          890 ±  40  236 ± 12     354 ± 18  10,000 ±   500
        Waiting takes 22,700 ± 1,100 vehicle-hours a year and costs 3.07 ± 0.15 million
          CNY, which is 34.6 ± 1.7 million RUB.
        Engines idling burn 41,000 ± 2,000 l of fuel a year and give off 108 ± 5 t of
          carbon dioxide.
        A year is the window of 31 days scaled to 365.
        1 CNY is 11.26 to 11.28 RUB, by date.
    "#]]
    .assert_eq(&told(&results(), &timeline(), Language::En));
}

#[test]
fn the_same_in_chinese_and_russian() {
    let both = [Language::Zh, Language::Ru].map(|language| told(&results(), &timeline(), language));
    expect![[r#"
        费用与排放（每车次）
        车型                   合计，CNY      等待      规费       合计，RUB
        To the east
          Loaded truck 货车  1,620 ± 110  430 ± 30  650 ± 40  18,300 ± 1,200
          Empty truck        1,250 ±  80  330 ± 20  500 ± 30  14,100 ±   900
          Bus                  295 ±  20   79 ±  5  118 ±  8   3,300 ±   200
          全部车型           1,480 ±  70  394 ± 20  590 ± 30  16,600 ±   800
        To the west
          Loaded truck 货车    970 ±  60  260 ± 17  390 ± 30  11,000 ±   700
          Empty truck          750 ±  50  201 ± 13  300 ± 20   8,500 ±   600
          Bus                  177 ±  12   47 ±  3   71 ±  5   2,000 ±   130
          全部车型             890 ±  40  236 ± 12  354 ± 18  10,000 ±   500
        等待每年占用 22,700 ± 1,100 车时，损失 307 ± 15 万元，合 3,460 ± 170 万卢布。
        怠速每年耗油 41,000 ± 2,000 升，排放二氧化碳 108 ± 5 吨。
        年度数值由统计时段 31 天折算为 365 天。
        1 CNY 合 11.26 至 11.28 RUB（按日期）。
        Затраты и выбросы на одно пересечение
        категория             всего, CNY  ожидание     сборы      всего, RUB
        To the east
          Loaded truck 货车  1 620 ± 110  430 ± 30  650 ± 40  18 300 ± 1 200
          Empty truck        1 250 ±  80  330 ± 20  500 ± 30  14 100 ±   900
          Bus                  295 ±  20   79 ±  5  118 ±  8   3 300 ±   200
          все категории      1 480 ±  70  394 ± 20  590 ± 30  16 600 ±   800
        To the west
          Loaded truck 货车    970 ±  60  260 ± 17  390 ± 30  11 000 ±   700
          Empty truck          750 ±  50  201 ± 13  300 ± 20   8 500 ±   600
          Bus                  177 ±  12   47 ±  3   71 ±  5   2 000 ±   130
          все категории        890 ±  40  236 ± 12  354 ± 18  10 000 ±   500
        Ожидание занимает 22 700 ± 1 100 автомобиле-часов в год и обходится в 3,07 ±
          0,15 млн юаней, то есть в 34,6 ± 1,7 млн рублей.
        На холостом ходу за год сжигается 41 000 ± 2 000 л топлива и выбрасывается 108 ±
          5 т углекислого газа.
        Годовые значения пересчитаны с периода в 31 день на 365 дней.
        Курс: 1 CNY = от 11,26 до 11,28 RUB в зависимости от даты.
    "#]]
    .assert_eq(&both.concat());
}

#[test]
fn one_currency_has_one_column_and_no_rate() {
    let mut timeline = timeline();
    let money = timeline.versions[0].model.money.as_mut().expect("it has been set");
    (money.second, money.rates) = (None, Vec::new());
    let mut results = results();
    results.measures.retain(|m| !m.name.ends_with("_second"));
    expect![[r#"
        Money and air, for one crossing
        class                   all, CNY   waiting  tolls, fees
        To the east
          Loaded truck 货车  1,620 ± 110  430 ± 30     650 ± 40
          Empty truck        1,250 ±  80  330 ± 20     500 ± 30
          Bus                  295 ±  20   79 ±  5     118 ±  8
          all classes        1,480 ±  70  394 ± 20     590 ± 30
        To the west
          Loaded truck 货车    970 ±  60  260 ± 17     390 ± 30
          Empty truck          750 ±  50  201 ± 13     300 ± 20
          Bus                  177 ±  12   47 ±  3      71 ±  5
          all classes          890 ±  40  236 ± 12     354 ± 18
        Waiting takes 22,700 ± 1,100 vehicle-hours a year and costs 3.07 ± 0.15 million
          CNY.
        Engines idling burn 41,000 ± 2,000 l of fuel a year and give off 108 ± 5 t of
          carbon dioxide.
        A year is the window of 31 days scaled to 365.
    "#]]
    .assert_eq(&told(&results, &timeline, Language::En));
}

#[test]
fn what_the_model_does_not_say_is_not_told() {
    let plain = (sample::results(31), sample::timeline(31));
    let evidence = sample::evidence();
    let all = table::run(
        &plain.0,
        &Basis { timeline: &plain.1, evidence: &evidence, counts: sample::counts() },
        None,
        Style::PLAIN,
    );
    assert!(all.ends_with("Costs are not told: the model has no [money] table.\n"), "{all}");
    assert!(page(&plain.0, &plain.1).contains("Costs are not told: the model has no [money] table."));
    // Money without air says so beside the costs.
    let mut timeline = timeline();
    timeline.versions[0].model.air = None;
    let mut results = results();
    results.measures.retain(|m| !m.name.contains("idling"));
    let told = told(&results, &timeline, Language::En);
    assert!(told.contains("Fuel and carbon dioxide of idling are not told"), "{told}");
    assert!(!page(&results, &timeline).contains("fuel of idling</li>"));
}

#[test]
fn costs_that_grow_with_the_window_have_no_number_and_no_picture() {
    let mut results = results();
    let money = |m: &&mut Measure| ["cost", "delay", "idling"].iter().any(|begin| m.name.starts_with(begin));
    results.measures.iter_mut().filter(money).for_each(|m| (m.mean, m.half_width) = (None, None));
    let told = told(&results, &timeline(), Language::En);
    assert!(told.contains('–') && !told.contains("CNY a year"), "{told}");
    assert!(!page(&results, &timeline()).contains("Cost of a crossing by class"));
}

#[test]
fn the_page_has_a_bar_of_each_class_and_the_table_behind_it() {
    let page = page(&results(), &timeline());
    assert!(page.contains("A crossing costs 1,480 ± 70 CNY; about 27 % of it is waiting"), "the heading is not there");
    for direction in ["To the east", "To the west"] {
        assert!(page.contains(&format!("Cost of a crossing by class, {direction}")), "{direction} is not drawn");
    }
    let row = "<th scope=\"row\">Bus</th>";
    let after = page.split("Cost of a crossing by class").last().unwrap_or_default();
    assert!(after.contains(row) && after.contains("<th scope=\"col\" class=\"n\">all, RUB</th>"), "{after}");
}
