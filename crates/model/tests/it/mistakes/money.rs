//! Mistakes about money and air.

use super::{check_files, check_more};
use crate::money::priced;
use expect_test::{Expect, expect};

/// Replaces a text of the corridor with prices and shows what is said about it.
fn check_priced(right: &str, wrong: &str, expect: Expect) {
    let text = priced();
    assert!(text.contains(right), "the corridor should hold {right:?}");
    check_files(&[("corridor.toml", &text.replacen(right, wrong, 1))], expect);
}

#[test]
fn an_amount_in_a_corridor_without_money() {
    check_more(
        "[class.lorry]\nhour-cost = \"1500 RUB/h\"\n",
        expect![[r#"
        error[key-not-read]: `hour-cost` is read only for a corridor with [money]
          --> corridor.toml:52:1
           |
        52 | hour-cost = "1500 RUB/h"
           | ^^^^^^^^^ has no effect here

        1 error
    "#]],
    );
}

#[test]
fn a_class_without_an_amount_in_a_corridor_with_money() {
    check_priced(
        "hour-cost = \"180 CNY/h\"\n",
        "",
        expect![[r#"
        error[missing-key]: `hour-cost` is missing for a corridor with [money]
          --> corridor.toml:13:8
           |
        13 | [class.bus]
           |        ^^^ needs `hour-cost`
           |
           = help: hour-cost: What an hour of the vehicle and its driver costs, fuel
                   not counted.

        1 error
    "#]],
    );
}

#[test]
fn a_currency_that_is_neither_of_the_two() {
    check_priced(
        "running-cost = \"3 CNY/km\"",
        "running-cost = \"0.4 USD/km\"",
        expect![[r#"
        error[wrong-currency]: USD is not a currency of this corridor
          --> corridor.toml:30:16
           |
        30 | running-cost = "0.4 USD/km"
           |                ^^^^^^^^^^^^
           |
           = help: amounts here are in CNY or RUB

        1 error
    "#]],
    );
}

#[test]
fn a_currency_that_is_none() {
    check_priced(
        "second = \"RUB\"",
        "second = \"RUR\"",
        expect![[r#"
            error[wrong-currency]: `RUR` is not a currency of ISO 4217
              --> corridor.toml:60:11
               |
            60 | second = "RUR"
               |           ^^^
               |
               = help: did you mean `RUB`?

            1 error
        "#]],
    );
}

#[test]
fn an_amount_without_its_currency() {
    check_priced(
        "other = \"8700 RUB\"",
        "other = 8700",
        expect![[r#"
        error[missing-unit]: a number without a currency
          --> corridor.toml:36:32
           |
        36 | fee = { bus = "0 RUB", other = 8700 }
           |                                ^^^^
           |
           = help: write 8700 with its currency, as in "8700 RUB"

        1 error
    "#]],
    );
}

#[test]
fn the_same_currency_twice() {
    check_priced(
        "second = \"RUB\"",
        "second = \"CNY\"",
        expect![[r#"
            error[conflict]: the second currency is the first one
              --> corridor.toml:60:10
               |
            59 | currency = "CNY"
               |            ----- here
            60 | second = "CNY"
               |          ^^^^^ and here

            1 error
        "#]],
    );
}

#[test]
fn a_second_currency_without_a_rate() {
    check_priced(
        "rate = { 2024-01-15 = 12.5, 2023-10-25 = 13 }\n",
        "",
        expect![[r#"
        error[missing-key]: `rate` is missing for a `second` currency
          --> corridor.toml:58:2
           |
        58 | [money]
           |  ^^^^^ needs `rate`
           |
           = help: rate: By date: how much of the second currency one of the first
                   buys from then on.

        1 error
    "#]],
    );
}

#[test]
fn a_rate_without_a_second_currency() {
    check_priced(
        "second = \"RUB\"\n",
        "",
        expect![[r#"
        error[key-not-read]: `rate` is read only for a `second` currency
          --> corridor.toml:60:1
           |
        60 | rate = { 2024-01-15 = 12.5, 2023-10-25 = 13 }
           | ^^^^ has no effect here

        error[wrong-currency]: RUB is not a currency of this corridor
          --> corridor.toml:61:41
           |
        61 | fuel-price = { bus = "7 CNY/l", other = "75 RUB/l" }
           |                                         ^^^^^^^^^^
           |
           = help: amounts here are in CNY; a `second` currency of [money] needs its
                   `rate`

        2 errors
    "#]],
    );
}

#[test]
fn a_rate_of_a_day_that_is_none() {
    check_priced(
        "2024-01-15 = 12.5",
        "2024-01-32 = 12.5",
        expect![[r#"
        error[wrong-date]: `2024-01-32` is not a date
          --> corridor.toml:61:10
           |
        61 | rate = { 2024-01-32 = 12.5, 2023-10-25 = 13 }
           |          ^^^^^^^^^^
           |
           = help: write the first day of the rate, as in 2025-12-17 = 11.26

        1 error
    "#]],
    );
}

#[test]
fn a_rate_of_nothing() {
    check_priced(
        "2024-01-15 = 12.5",
        "2024-01-15 = 0",
        expect![[r#"
        error[out-of-range]: 0 is not between 0.000001 and 1000000
          --> corridor.toml:61:23
           |
        61 | rate = { 2024-01-15 = 0, 2023-10-25 = 13 }
           |                       ^

        1 error
    "#]],
    );
}

#[test]
fn air_without_what_an_engine_burns() {
    check_priced(
        "idle-fuel = \"3 l/h\"",
        "",
        expect![[r#"
        error[missing-key]: `idle-fuel` is missing for a corridor with [air]
         --> corridor.toml:9:8
          |
        9 | [class.truck]
          |        ^^^^^ needs `idle-fuel`
          |
          = help: idle-fuel: Fuel that the idling engine burns.

        1 error
    "#]],
    );
}

#[test]
fn a_dated_change_of_the_currency() {
    check_priced(
        "[scenario.now]",
        "[scenario.now]\non.2024-01-10.money.currency = \"USD\"",
        expect![[r#"
        error[structure-change]: a dated change may not change `currency` of [money]
          --> corridor.toml:55:21
           |
        55 | on.2024-01-10.money.currency = "USD"
           |                     ^^^^^^^^ vehicles are under way on this day
           |
           = help: write it under `set`, which holds from the beginning

        1 error
    "#]],
    );
}
