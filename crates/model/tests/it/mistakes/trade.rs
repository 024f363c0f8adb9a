//! Commodities, cargo and lines that cannot be.

use super::check_files;
use crate::folders::SMALL;
use expect_test::{Expect, expect};

const TRADE: &str = r#"
[commodity.coal]
hs = ["27"]
[commodity.power]
unit = "MWh"
[line.wire]
kind = "electricity"
from = "east"
to = "west"
direction = "east"
commodity = "power"
capacity = "750 MW"
volume = { 2012-04-01 = "3 TWh/year", 2026-01-01 = "0 MW" }
"#;

/// Gives the trucks of the small corridor a cargo.
fn folder(cargo: &str) -> String {
    SMALL.replacen("volume = \"60/day\"", &format!("volume = \"60/day\"\ncargo = {cargo}"), 1) + TRADE
}

fn check(right: &str, wrong: &str, expect: Expect) {
    let text = folder("{ coal = \"70 %\" }");
    assert!(text.contains(right), "the folder should hold {right:?}");
    check_files(&[("corridor.toml", &text.replacen(right, wrong, 1))], expect);
}

#[test]
fn trade_that_is_right() {
    check("coal", "coal", expect![[""]]);
    check("volume = { 2012-04-01 = \"3 TWh/year\", 2026-01-01 = \"0 MW\" }", "volume = \"500 MW\"", expect![[""]]);
}

#[test]
fn an_unknown_commodity() {
    check(
        "{ coal = ",
        "{ cola = ",
        expect![[r#"
        error[unknown-name]: there is no commodity `cola`
          --> corridor.toml:43:11
           |
        43 | cargo = { cola = "70 %" }
           |           ^^^^ not defined
           |
           = help: did you mean `coal`?

        1 error
    "#]],
    );
}

#[test]
fn a_cargo_above_the_load() {
    check(
        "coal = \"70 %\"",
        "coal = \"70 %\", ore = \"40 %\" ",
        expect![[r#"
        error[unknown-name]: there is no commodity `ore`
          --> corridor.toml:43:26
           |
        43 | cargo = { coal = "70 %", ore = "40 %"  }
           |                          ^^^ not defined
           |
           = help: known: coal, power

        1 error
    "#]],
    );
    let text = folder("{ coal = \"70 %\", ore = \"40 %\" }") + "[commodity.ore]\nhs = [\"26\"]\n";
    check_files(
        &[("corridor.toml", &text)],
        expect![[r#"
        error[out-of-range]: the cargo adds up to 110 %
          --> corridor.toml:43:9
           |
        43 | cargo = { coal = "70 %", ore = "40 %" }
           |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ more than the load

        1 error
    "#]],
    );
}

#[test]
fn a_cargo_of_a_class_without_a_load() {
    check(
        "load = \"17.5 t\"",
        "load = \"0 t\"",
        expect![[r#"
        error[no-load]: class `truck` carries no load, so it has no cargo
          --> corridor.toml:43:9
           |
        43 | cargo = { coal = "70 %" }
           |         ^^^^^^^^^^^^^^^^^ parts of nothing
           |
           = help: write class.truck.load

        1 error
    "#]],
    );
}

#[test]
fn a_cargo_that_no_vehicle_carries() {
    check(
        "{ coal = \"70 %\" }",
        "{ coal = \"70 %\", power = \"10 %\" }",
        expect![[r#"
        error[wrong-unit]: commodity `power` is measured in MWh, vehicles carry t
          --> corridor.toml:43:9
           |
        43 | cargo = { coal = "70 %", power = "10 %" }
           |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ names it

        1 error
    "#]],
    );
}

#[test]
fn a_chapter_that_does_not_exist() {
    check(
        "hs = [\"27\"]",
        "hs = [\"77\"]",
        expect![[r#"
        error[unknown-chapter]: the Harmonized System has no chapter 77
          --> corridor.toml:54:7
           |
        54 | hs = ["77"]
           |       ^^^^ 01 to 97, without 77

        1 error
    "#]],
    );
    check(
        "hs = [\"27\"]",
        "hs = [\"98\"]",
        expect![[r#"
        error[unknown-chapter]: the Harmonized System has no chapter 98
          --> corridor.toml:54:7
           |
        54 | hs = ["98"]
           |       ^^^^ 01 to 97, without 77

        1 error
    "#]],
    );
    check(
        "hs = [\"27\"]",
        "hs = [\"7\"]",
        expect![[r#"
        error[unknown-chapter]: `7` is no chapter
          --> corridor.toml:54:7
           |
        54 | hs = ["7"]
           |       ^^^
           |
           = help: write two digits as a text, as in "07"

        1 error
    "#]],
    );
    check(
        "hs = [\"27\"]",
        "hs = [\"coal\"]",
        expect![[r#"
        error[unknown-chapter]: `coal` is no chapter
          --> corridor.toml:54:7
           |
        54 | hs = ["coal"]
           |       ^^^^^^
           |
           = help: write two digits as a text, as in "07"

        1 error
    "#]],
    );
}

#[test]
fn a_line_that_ends_where_it_begins() {
    check(
        "to = \"west\"\ndirection",
        "to = \"east\"\ndirection",
        expect![[r#"
        error[loop]: line `wire` begins and ends at the same node
          --> corridor.toml:60:6
           |
        60 | to = "east"
           |      ^^^^^^

        1 error
    "#]],
    );
}

#[test]
fn a_line_above_its_capacity_is_a_warning() {
    check(
        "750 MW",
        "100 MW",
        expect![[r#"
        warning[above-capacity]: line `wire` is to carry more than it can
          --> corridor.toml:64:10
           |
        63 | capacity = "100 MW"
           |            -------- the capacity
        64 | volume = { 2012-04-01 = "3 TWh/year", 2026-01-01 = "0 MW" }
           |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the volume
           |
           = help: it carries the smaller of the two

        1 warning
    "#]],
    );
}

#[test]
fn a_line_of_another_kind_than_its_commodity() {
    check(
        "kind = \"electricity\"",
        "kind = \"gas\"",
        expect![[r#"
        error[wrong-unit]: commodity `power` is measured in MWh, a line of this kind in m3
          --> corridor.toml:62:13
           |
        62 | commodity = "power"
           |             ^^^^^^^
           |
           = help: write unit = "m3" in [commodity.power]

        error[wrong-quantity]: `MW` is a power; a flow of gas is wanted, e.g. "44 bcm/year"
          --> corridor.toml:63:17
           |
        63 | capacity = "750 MW"
           |                 ^^

        error[wrong-quantity]: `TWh/year` is a power; a flow of gas is wanted, e.g. "44 bcm/year"
          --> corridor.toml:64:28
           |
        64 | volume = { 2012-04-01 = "3 TWh/year", 2026-01-01 = "0 MW" }
           |                            ^^^^^^^^

        error[wrong-quantity]: `MW` is a power; a flow of gas is wanted, e.g. "44 bcm/year"
          --> corridor.toml:64:55
           |
        64 | volume = { 2012-04-01 = "3 TWh/year", 2026-01-01 = "0 MW" }
           |                                                       ^^

        4 errors
    "#]],
    );
    check(
        "commodity = \"power\"",
        "commodity = \"coal\"",
        expect![[r#"
        error[wrong-unit]: commodity `coal` is measured in t, a line of this kind in MWh
          --> corridor.toml:62:13
           |
        62 | commodity = "coal"
           |             ^^^^^^
           |
           = help: write unit = "MWh" in [commodity.coal]

        1 error
    "#]],
    );
}

#[test]
fn a_value_without_money() {
    check(
        "hs = [\"27\"]",
        "hs = [\"27\"]\nvalue = \"800 CNY/t\"",
        expect![[r#"
        error[key-not-read]: `value` is read only for a corridor with [money]
          --> corridor.toml:55:1
           |
        55 | value = "800 CNY/t"
           | ^^^^^ has no effect here

        1 error
    "#]],
    );
}

#[test]
fn a_volume_in_a_unit_of_something_else() {
    check(
        "750 MW",
        "750 t",
        expect![[r#"
        error[wrong-quantity]: `t` is a mass; a power is wanted, e.g. "750 MW"
          --> corridor.toml:63:17
           |
        63 | capacity = "750 t"
           |                 ^

        1 error
    "#]],
    );
    check(
        "750 MW",
        "44 bcm/year",
        expect![[r#"
        error[wrong-quantity]: `bcm/year` is a flow of gas; a power is wanted, e.g. "750 MW"
          --> corridor.toml:63:16
           |
        63 | capacity = "44 bcm/year"
           |                ^^^^^^^^

        1 error
    "#]],
    );
    check(
        "3 TWh/year",
        "3 TWh",
        expect![[r#"
        error[wrong-quantity]: `TWh` is not a unit of power
          --> corridor.toml:64:28
           |
        64 | volume = { 2012-04-01 = "3 TWh", 2026-01-01 = "0 MW" }
           |                            ^^^
           |
           = help: did you mean `TWh/year`?

        1 error
    "#]],
    );
}

#[test]
fn a_commodity_that_nothing_carries() {
    check(
        "{ coal = \"70 %\" }",
        "{}",
        expect![[r#"
        warning[unused]: commodity `coal` is never used
          --> corridor.toml:53:12
           |
        53 | [commodity.coal]
           |            ^^^^ no flow and no line carries it

        1 warning
    "#]],
    );
}

#[test]
fn a_line_cannot_be_turned_round_on_a_day() {
    let more = "[scenario.now.on.2024-01-10]\nline.wire.direction = \"east\"\nline.wire.volume = \"1 MW\"\n";
    check_files(
        &[("corridor.toml", &(folder("{ coal = \"70 %\" }") + more))],
        expect![[r#"
        error[structure-change]: a dated change may not change `direction` of a line
          --> corridor.toml:66:11
           |
        66 | line.wire.direction = "east"
           |           ^^^^^^^^^ vehicles are under way on this day
           |
           = help: write it under `set`, which holds from the beginning

        1 error
    "#]],
    );
}
