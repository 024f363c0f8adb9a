//! Trade in the terminal, on the page and as Parquet.

use crate::sample;
use expect_test::{Expect, expect};
use portway_model::element::{Commodity, TradeUnit};
use portway_model::element::{Money, Timeline};
use portway_model::quantity::Currency;
use portway_report::{Basis, Language, Style, html, parquet, table};
use portway_study::Results;
use portway_study::journey::Figure;
use portway_study::trade::{TradeMonth, TradeRow};

fn timeline() -> Timeline {
    let mut timeline = sample::timeline(31);
    let model = &mut timeline.versions[0].model;
    let coal = Commodity {
        name: "coal".into(),
        title: "Coal 煤".into(),
        hs: vec!["27".into()],
        unit: TradeUnit::Tonne,
        value: None,
    };
    model.commodities.push(Commodity { name: "power".into(), title: "Electricity".into(), ..coal.clone() });
    model.commodities.push(coal);
    model.money = Some(Money {
        currency: Currency::parse("CNY").expect("a currency"),
        second: None,
        rates: Vec::new(),
        fuel_price_per_l: None,
        virtual_wait_share: 1.0,
    });
    timeline
}

fn results() -> Results {
    let row = |commodity: &str, unit: &str, amount: f64, half_width: f64, value: Option<f64>| TradeRow {
        commodity: commodity.into(),
        hs: vec!["27".into()],
        direction: "east".into(),
        unit: unit.into(),
        amount: Figure { mean: amount, half_width: Some(half_width) },
        value: value.map(|value| Figure { mean: value, half_width: Some(half_width * 400.0) }),
        months: vec![TradeMonth { month: "2026-01".into(), amount, value }],
    };
    let power = row("power", "MWh", 62_400.0, 0.0, None);
    let coal = row("coal", "t", 31_620.0, 410.0, Some(25_296_000.0));
    let west = TradeRow { direction: "west".into(), ..row("coal", "t", 0.0, 0.0, Some(0.0)) };
    Results { trade: vec![power, coal, west], ..sample::results(31) }
}

fn check(language: Language, expect: Expect) {
    let (timeline, evidence) = (timeline(), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    let text = table::run(&results(), &basis, None, Style { language, ..Style::PLAIN });
    let of_coal = |section: &&str| section.contains("煤");
    expect.assert_eq(&format!("{}\n", text.split("\n\n").find(of_coal).unwrap_or_default()));
}

#[test]
fn the_terminal_has_a_row_for_each_commodity_of_a_direction() {
    check(
        Language::En,
        expect![[r#"
            Trade across the border in the window
            commodity          amount  unit    value, million CNY
            To the east
              Coal 煤      31.6 ± 0.4  1000 t          25.3 ± 0.2
              Electricity  62.4        GWh                –
        "#]],
    );
    check(
        Language::Zh,
        expect![[r#"
            期间跨境贸易
            商品                 数量  单位  金额，百万 CNY
            To the east
              Coal 煤      31.6 ± 0.4  千吨      25.3 ± 0.2
              Electricity  62.4        GWh          –
        "#]],
    );
    check(
        Language::Ru,
        expect![[r#"
            Торговля через границу за период
            товар               объём  ед.     стоимость, млн CNY
            To the east
              Coal 煤      31,6 ± 0,4  тыс. т          25,3 ± 0,2
              Electricity  62,4        ГВт·ч              –
        "#]],
    );
}

#[test]
fn the_page_has_the_same_and_the_months() {
    let (timeline, evidence) = (timeline(), sample::evidence());
    let basis = Basis { timeline: &timeline, evidence: &evidence, counts: sample::counts() };
    let page = html::run(Language::En, &results(), &basis, None);
    assert!(page.contains("the value of what is traded") && page.contains("By month") && page.contains("2026-01"));
    assert!(!html::run(Language::En, &sample::results(31), &basis, None).contains("the value of what is traded"));
}

#[test]
fn parquet_has_a_row_for_each_month() {
    assert_eq!(&parquet::trade(&results()).expect("plain results")[..4], b"PAR1");
}
