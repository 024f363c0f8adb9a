//! Money and air: amounts in two currencies, rates by date, and what a corridor without them says.

use crate::folders::{SMALL, good};
use crate::quantities::show;
use expect_test::expect;
use jiff::civil::date;
use portway_model::quantity::{Currency, Per, Price, parse_price};

/// The small corridor with both tables.
pub(crate) fn priced() -> String {
    let money = r#"
[money]
currency = "CNY"
second = "RUB"
rate = { 2024-01-15 = 12.5, 2023-10-25 = 13 }
fuel-price = { bus = "7 CNY/l", other = "75 RUB/l" }
virtual-wait = "50 %"
[air]
co2 = "2.66 kg/l"
yard-idling = "30 %"
"#;
    let text = SMALL
        .replacen("load = \"17.5 t\"", "load = \"17.5 t\"\nhour-cost = \"40000 RUB/day\"\nidle-fuel = \"3 l/h\"", 1)
        .replacen("[class.bus]", "[class.bus]\nhour-cost = \"180 CNY/h\"\nidle-fuel = \"3.7 l/h\"", 1)
        .replacen("border = true", "border = true\nrunning-cost = \"3 CNY/km\"", 1)
        .replacen("lanes = 2", "lanes = 2\nfee = { bus = \"0 RUB\", other = \"8700 RUB\" }", 1);
    text + money
}

fn price(text: &str, per: Per) -> String {
    parse_price(text, per)
        .map_or_else(|error| show(text, &error), |Price { amount, currency }| format!("{text}: {amount} {currency}\n"))
}

#[test]
fn an_amount_names_its_currency_and_what_it_is_paid_for() {
    let read = ["8700 RUB", " 8700RUB ", "0 CNY", "13 bn RUB", "0.5 M CNY"].map(|text| price(text, Per::Once)).concat()
        + &["1500 RUB/h", "1500 RUB per h", "1500 RUB / h", "48000 RUB/day"]
            .map(|text| price(text, Per::Hour))
            .concat()
        + &price("2.2 CNY/km", Per::Km)
        + &price("76 RUB/l", Per::Litre);
    expect![[r#"
        8700 RUB: 8700 RUB
         8700RUB : 8700 RUB
        0 CNY: 0 CNY
        13 bn RUB: 13000000000 RUB
        0.5 M CNY: 500000 CNY
        1500 RUB/h: 1500 RUB
        1500 RUB per h: 1500 RUB
        1500 RUB / h: 1500 RUB
        48000 RUB/day: 2000 RUB
        2.2 CNY/km: 2.2 CNY
        76 RUB/l: 76 RUB
    "#]]
    .assert_eq(&read);
}

#[test]
fn an_amount_that_is_none_says_why() {
    let once = ["", "RUB", "8700", "8700 per h", "8700 RUR", "8700 ₽", "8700 rub", "8700 Taler", "8,700 RUB", "-5 RUB"];
    let told = once.map(|text| price(text, Per::Once)).concat()
        + &["8700 RUB/h", "8700 RUB or so", "9999999999999 RUB", "13 bn", "2 mn RUB"]
            .map(|text| price(text, Per::Once))
            .concat()
        + &["1500 RUB", "1500 RUB/km", "1500 RUB per", "1500 RUB h"].map(|text| price(text, Per::Hour)).concat();
    expect![[r#"

        ^ nothing is written here
          = money is wanted, e.g. "8700 RUB"
        RUB
        ^^^ a number is wanted, not `RUB`
          = money is wanted, e.g. "8700 RUB"
        8700
        ^^^^ `8700` has no currency
          = money is wanted, e.g. "8700 RUB"
        8700 per h
        ^^^^ `8700` has no currency
          = money is wanted, e.g. "8700 RUB"
        8700 RUR
             ^^^ `RUR` is not a currency of ISO 4217
          = did you mean `RUB`?
        8700 ₽
             ^ `₽` is not a currency of ISO 4217
          = did you mean `RUB`?
        8700 rub
             ^^^ `rub` is not a currency of ISO 4217
          = did you mean `RUB`?
        8700 Taler
             ^^^^^ `Taler` is not a currency of ISO 4217
          = three capital letters of ISO 4217, as in "RUB"
        8,700 RUB
        ^^^^^ `8,700` is not a number
          = digits are not grouped: `8700`
        -5 RUB
        ^^^^^^ money cannot be negative here
        8700 RUB/h
                ^^ money for `h` does not belong here
          = money is wanted, e.g. "8700 RUB"
        8700 RUB or so
                 ^^^^^ `or so` is left over after the money
          = money is wanted, e.g. "8700 RUB"
        9999999999999 RUB
        ^^^^^^^^^^^^^^^^^ the largest amount of money is 1000000000000
        13 bn
        ^^ `13` has no currency
          = money is wanted, e.g. "8700 RUB"
        2 mn RUB
          ^^ `mn` is not a currency of ISO 4217
          = did you mean `MNT`?
        1500 RUB
             ^^^ `RUB` is money once; money per hour is wanted, e.g. "1500 RUB/h"
          = did you mean `RUB/h`?
        1500 RUB/km
                ^^^ money for `km` does not belong here
          = money per hour is wanted, e.g. "1500 RUB/h"
        1500 RUB per
                 ^^^ `per` is left over after the money
          = money per hour is wanted, e.g. "1500 RUB/h"
        1500 RUB h
                 ^ `h` is left over after the money
          = money per hour is wanted, e.g. "1500 RUB/h"
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_day_has_the_latest_rate_at_or_before_it() {
    let corridor = good(&[("corridor.toml", &priced())]);
    let money = corridor.model().money.as_ref().expect("the corridor has [money]");
    let on = [date(2023, 1, 1), date(2023, 10, 25), date(2024, 1, 14), date(2024, 1, 15), date(2030, 1, 1)];
    assert_eq!(on.map(|day| money.rate_on(day)), [13.0, 13.0, 13.0, 12.5, 12.5]);
    let toll = Price { amount: 1250.0, currency: Currency::parse("RUB").expect("a code of ISO 4217") };
    assert_eq!((money.in_first(toll, on[3]), money.in_second(toll, on[3])), (100.0, 1250.0));
    let bus = Price { amount: 10.0, currency: money.currency };
    assert_eq!((money.in_first(bus, on[2]), money.in_second(bus, on[2])), (10.0, 130.0));
}

#[test]
fn classes_links_and_stages_have_their_amounts_and_inputs_their_paths() {
    let corridor = good(&[("corridor.toml", &priced())]);
    let model = corridor.model();
    let mut told = String::new();
    for class in &model.classes {
        told += &format!("{}: {:?}, {:?} l/h\n", class.name, class.hour_cost, class.idle_fuel_l_per_h);
    }
    let bridge = model.links.iter().next().and_then(|link| link.running_cost_per_km.as_ref());
    let fee = model.stages.iter().next().and_then(|stage| stage.fee.as_ref());
    told +=
        &format!("{:?}\n{:?}\n{:?}\n", bridge.map(|by_class| by_class[0]), fee.map(|by_class| by_class[1]), model.air);
    let priced = ["money", "air", "class"];
    for input in corridor.inputs().iter().filter(|input| priced.contains(&input.path.split('.').next().unwrap_or(""))) {
        told += &format!("{} = {}\n", input.path, input.value);
    }
    expect![[r#"
        truck: Some(Price { amount: 1666.6666666666667, currency: Currency("RUB") }), Some(3.0) l/h
        bus: Some(Price { amount: 180.0, currency: Currency("CNY") }), Some(3.7) l/h
        Some(Price { amount: 3.0, currency: Currency("CNY") })
        Some(Price { amount: 0.0, currency: Currency("RUB") })
        Some(Air { co2_kg_per_l: [2.66, 2.66], yard_idling_share: 0.3 })
        money.rate.2024-01-15 = 12.5
        money.rate.2023-10-25 = 13
        money.fuel-price = { bus = "7 CNY/l", other = "75 RUB/l" }
        money.virtual-wait = "50 %"
        air.co2 = "2.66 kg/l"
        air.yard-idling = "30 %"
        class.truck.load = "17.5 t"
        class.truck.hour-cost = "40000 RUB/day"
        class.truck.idle-fuel = "3 l/h"
        class.bus.hour-cost = "180 CNY/h"
        class.bus.idle-fuel = "3.7 l/h"
    "#]]
    .assert_eq(&told);
}

#[test]
fn a_corridor_without_the_tables_has_no_money_and_no_air() {
    let corridor = good(&[("corridor.toml", SMALL)]);
    let model = corridor.model();
    assert_eq!((&model.money, &model.air), (&None, &None));
    assert!(model.classes.iter().all(|class| class.hour_cost.is_none() && class.idle_fuel_l_per_h.is_none()));
}

#[test]
fn a_scenario_may_change_prices_on_a_day_and_add_a_rate() {
    let more = r#"
[scenario.now.set.money]
rate.2024-01-20 = 12
[scenario.now.on.2024-01-10]
money.virtual-wait = "100 %"
class.truck.hour-cost = "2000 RUB/h"
facility.gate.stage.documents.fee = { bus = "0 RUB", other = "9540 RUB" }
"#;
    let corridor = good(&[("corridor.toml", &(priced() + more))]);
    let timeline = corridor.timeline(None).expect("a default scenario");
    let money = |day: i8| timeline.on(date(2024, 1, day)).money.as_ref().expect("the corridor has [money]");
    assert_eq!((money(9).virtual_wait_share, money(10).virtual_wait_share), (0.5, 1.0));
    assert_eq!(money(9).rate_on(date(2024, 1, 20)), 12.0);
    let cost = |day: i8| timeline.on(date(2024, 1, day)).classes.iter().next().and_then(|class| class.hour_cost);
    assert_eq!(cost(10).map(|price| price.amount), Some(2000.0));
}
