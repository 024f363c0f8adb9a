//! Quantities: what is read, what is refused, and what the refusal says.

use expect_test::expect;
use portway_model::quantity::{
    Dimension, Per, Sign, WordError, parse, parse_price, parse_signed, rounded_duration, words,
};
use proptest::prelude::*;

const DIMENSIONS: [Dimension; 12] = [
    Dimension::Duration,
    Dimension::Length,
    Dimension::Speed,
    Dimension::Mass,
    Dimension::Rate,
    Dimension::FuelRate,
    Dimension::EmissionFactor,
    Dimension::Power,
    Dimension::GasFlow,
    Dimension::MassFlow,
    Dimension::Share,
    Dimension::Number,
];

/// A mistake as a reader sees it: the text, marks under the wrong bytes, the message and the help.
pub(crate) fn show(text: &str, error: &WordError) -> String {
    let before = text[..error.span.start].chars().count();
    let wide = text[error.span.clone()].chars().count().max(1);
    let help = error.help.as_ref().map_or(String::new(), |help| format!("  = {help}\n"));
    format!("{text}\n{}{} {}\n{help}", " ".repeat(before), "^".repeat(wide), error.message)
}

fn refused(dimension: Dimension, texts: &[&str]) -> String {
    texts.iter().map(|text| show(text, &parse(text, dimension).unwrap_err())).collect()
}

#[test]
fn quantities_are_read_in_their_base_unit() {
    let read = |text, dimension| parse(text, dimension).unwrap();
    assert_eq!(read("22 min", Dimension::Duration), 1_320_000.0);
    assert_eq!(read("22min", Dimension::Duration), 1_320_000.0);
    assert_eq!(read(" 1 h 30 min ", Dimension::Duration), 5_400_000.0);
    assert_eq!(read("1d2h3min4s5ms", Dimension::Duration), 93_784_005.0);
    assert_eq!(read("0.5 s", Dimension::Duration), 500.0);
    assert_eq!(read("1284 m", Dimension::Length), 1284.0);
    assert_eq!(read("1.284 km", Dimension::Length), 1284.0);
    assert_eq!(read("36 km/h", Dimension::Speed), 10.0);
    assert_eq!(read("17500 kg", Dimension::Mass), 17.5);
    assert_eq!(read("31/day", Dimension::Rate), 31.0);
    assert_eq!(read("31 per day", Dimension::Rate), 31.0);
    assert_eq!(read("31 / day", Dimension::Rate), 31.0);
    assert_eq!(read("600/h", Dimension::Rate), 14_400.0);
    assert_eq!(read("2.5 l/h", Dimension::FuelRate), 2.5);
    assert_eq!(read("2660 g/l", Dimension::EmissionFactor), 2.66);
    assert_eq!(read("750 MW", Dimension::Power), 750.0);
    assert_eq!(read("8.76 TWh/year", Dimension::Power), 1000.0);
    assert_eq!(read("876 GWh/year", Dimension::Power), 100.0);
    assert_eq!(read("36.5 bcm/year", Dimension::GasFlow), 100.0);
    assert_eq!(read("120 mcm/day", Dimension::GasFlow), 120.0);
    assert_eq!(read("3.65 Mt/year", Dimension::MassFlow), 10_000.0);
    assert_eq!(read("365 kt/year", Dimension::MassFlow), 1000.0);
    assert_eq!(read("15 %", Dimension::Share), 0.15);
    assert_eq!(read("0.15", Dimension::Share), 0.15);
    assert_eq!(read("1.5", Dimension::Number), 1.5);
    assert_eq!(parse_signed("-1 h 30 min", Dimension::Duration, Sign::Any), Ok(-5_400_000.0));
    assert_eq!(parse_signed("\u{2212}5 min", Dimension::Duration, Sign::Any), Ok(-300_000.0));
}

#[test]
fn every_share_in_per_cent_is_the_decimal() {
    for percent in 0..=100 {
        let decimal: f64 = format!("{}.{:02}", percent / 100, percent % 100).parse().unwrap();
        assert_eq!(parse(&format!("{percent} %"), Dimension::Share), Ok(decimal));
    }
}

#[test]
fn mistakes_in_durations_say_where_and_what_instead() {
    let texts = [
        "",
        "22",
        "22 km",
        "5 m",
        "22 mins",
        "2 hours",
        "22 mn",
        "22 fortnights",
        "min",
        "1,5 h",
        "1,284 s",
        "1 284 s",
        "1_000 ms",
        "-5 min",
        "30 min 1 h",
        "1 h 1 h",
        "1 h and",
        "1.2.3 h",
        ".5 h",
        "5. h",
        "4000 d",
        "NaN",
        "1e3 s",
        "22 min)",
        "+5 min",
        "二十 min",
    ];
    expect![[r#"

        ^ nothing is written here
          = a duration is wanted, e.g. "22 min"
        22
        ^^ `22` has no unit
          = a duration is wanted, e.g. "22 min"
        22 km
           ^^ `km` is a length; a duration is wanted, e.g. "22 min"
        5 m
          ^ `m` is a length; a duration is wanted, e.g. "22 min"
          = did you mean `min`?
        22 mins
           ^^^^ `mins` is not a unit of time
          = did you mean `min`?
        2 hours
          ^^^^^ `hours` is not a unit of time
          = did you mean `h`?
        22 mn
           ^^ `mn` is not a unit of time
          = did you mean `min`?
        22 fortnights
           ^^^^^^^^^^ `fortnights` is not a unit of time
          = a duration is wanted, e.g. "22 min"; its units are `ms`, `s`, `min`, `h`, `d`
        min
        ^^^ a number is wanted, not `min`
          = a duration is wanted, e.g. "22 min"
        1,5 h
        ^^^ `1,5` is not a number
          = the decimal mark is a point: `1.5`
        1,284 s
        ^^^^^ `1,284` is not a number
          = digits are not grouped: `1284`
        1 284 s
        ^^ `1` has no unit
          = digits are not grouped, and every number has a unit
        1_000 ms
        ^^^^^ `1_000` is not a number
          = digits are not grouped: `1000`
        -5 min
        ^^^^^^ a duration cannot be negative here
        30 min 1 h
               ^^^ `h` cannot follow `min`
          = parts go from large to small: "1 h 30 min"
        1 h 1 h
            ^^^ `h` cannot follow `h`
          = parts go from large to small: "1 h 30 min"
        1 h and
            ^^^ a number is wanted, not `and`
          = a duration is wanted, e.g. "22 min"
        1.2.3 h
        ^^^^^ `1.2.3` is not a number
          = a number has digits on both sides of its point: `0.5`
        .5 h
        ^^ `.5` is not a number
          = a number has digits on both sides of its point: `0.5`
        5. h
        ^^ `5.` is not a number
          = a number has digits on both sides of its point: `0.5`
        4000 d
        ^^^^^^ the longest duration is 3650 d
        NaN
        ^^^ a number is wanted, not `NaN`
          = a duration is wanted, e.g. "22 min"
        1e3 s
         ^ `e` is not a unit of time
          = a duration is wanted, e.g. "22 min"; its units are `ms`, `s`, `min`, `h`, `d`
        22 min)
              ^ a number is wanted, not `)`
          = a duration is wanted, e.g. "22 min"
        +5 min
        ^^ a number is wanted, not `+5`
          = a duration is wanted, e.g. "22 min"
        二十 min
        ^^ a number is wanted, not `二十`
          = a duration is wanted, e.g. "22 min"
    "#]]
    .assert_eq(&refused(Dimension::Duration, &texts));
}

#[test]
fn mistakes_in_other_quantities() {
    expect![[r#"
        1284
        ^^^^ `1284` has no unit
          = a length is wanted, e.g. "1284 m"
        1284 metres
             ^^^^^^ `metres` is not a unit of length
          = did you mean `m`?
        22 min
           ^^^ `min` is a duration; a length is wanted, e.g. "1284 m"
        50000 km
        ^^^^^^^^ the longest length is 40075 km, once around the Earth
        3 m 2 m
            ^^^ `2 m` is left over after the quantity
          = a length is wanted, e.g. "1284 m"
    "#]]
    .assert_eq(&refused(Dimension::Length, &["1284", "1284 metres", "22 min", "50000 km", "3 m 2 m"]));
    expect![[r#"
        60
        ^^ `60` has no unit
          = a speed is wanted, e.g. "60 km/h"
        60 kmh
           ^^^ `kmh` is not a unit of speed
          = did you mean `km/h`?
        60 km
           ^^ `km` is a length; a speed is wanted, e.g. "60 km/h"
        0 km/h
        ^^^^^^ a speed is above zero
        5000 km/h
        ^^^^^^^^^ the highest speed is 1200 km/h
    "#]]
    .assert_eq(&refused(Dimension::Speed, &["60", "60 kmh", "60 km", "0 km/h", "5000 km/h"]));
    expect![[r#"
        17,5 t
        ^^^^ `17,5` is not a number
          = the decimal mark is a point: `17.5`
        17 tons
           ^^^^ `tons` is not a unit of mass
          = did you mean `t`?
        2000000 t
        ^^^^^^^^^ the largest mass is 1000000 t
    "#]]
    .assert_eq(&refused(Dimension::Mass, &["17,5 t", "17 tons", "2000000 t"]));
    expect![[r#"
        31
        ^^ `31` has no unit
          = a rate is wanted, e.g. "31/day"
        31 day
           ^^^ `day` is not a unit of rate
          = did you mean `/day`?
        31/d
          ^^ `/d` is not a unit of rate
          = did you mean `/day`?
        31 per month
           ^^^^^^^^^ `per month` is not a unit of rate
          = a rate is wanted, e.g. "31/day"; its units are `/day`, `/h`
        600 / hour
            ^^^^^^ `/ hour` is not a unit of rate
          = did you mean `/h`?
    "#]]
    .assert_eq(&refused(Dimension::Rate, &["31", "31 day", "31/d", "31 per month", "600 / hour"]));
    expect![[r#"
        15
        ^^ a share is at most 1, which is 100 %
          = did you mean "15 %"?
        101 %
        ^^^^^ a share is at most 1, which is 100 %
        -1 %
        ^^^^ a share cannot be negative here
        half
        ^^^^ a number is wanted, not `half`
          = a share is wanted, e.g. "15 %"
        0.15 pct
             ^^^ `pct` is not a unit of share
          = a share is wanted, e.g. "15 %"; its units are `%`
    "#]]
    .assert_eq(&refused(Dimension::Share, &["15", "101 %", "-1 %", "half", "0.15 pct"]));
    expect![[r#"
        two
        ^^^ a number is wanted, not `two`
          = a plain number is wanted, e.g. "0.7"
        2 min
          ^^^ `min` is a duration; a plain number is wanted, e.g. "0.7"
        1 2
          ^ `2` is left over after the quantity
          = a plain number is wanted, e.g. "0.7"
    "#]]
    .assert_eq(&refused(Dimension::Number, &["two", "2 min", "1 2"]));
}

#[test]
fn durations_for_people_are_rounded() {
    let shown: Vec<String> =
        [0.0, 0.4, 12.0, 9_500.0, 45_300.0, 599_000.0, 600_001.0, 5_400_000.0, 273_600_001.0, -60_000.0, f64::NAN]
            .into_iter()
            .map(rounded_duration)
            .collect();
    expect!["0 s | 0 s | 12 ms | 9 s 500 ms | 45 s | 9 min 59 s | 10 min | 1 h 30 min | 3 d 4 h | -1 min | –"]
        .assert_eq(&shown.join(" | "));
}

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        0.0..1.0f64,
        0.0..330.0f64,
        0.0..4e5f64,
        (0u32..10_000_000).prop_map(f64::from),
        (1u32..100).prop_map(|percent| f64::from(percent) / 100.0)
    ]
}

proptest! {
    #[test]
    fn no_text_panics_and_every_mistake_lies_in_it(text in "\\PC{0,30}|[0-9., /%dhmskt-]{0,20}") {
        for dimension in DIMENSIONS {
            if let Err(error) = parse_signed(&text, dimension, Sign::Any) {
                prop_assert!(text.get(error.span.clone()).is_some(), "{:?} of {text:?}", error.span);
            }
        }
    }

    #[test]
    fn no_text_panics_as_money_and_every_mistake_lies_in_it(text in "\\PC{0,30}|[0-9., /%RUBCNYhkml]{0,20}") {
        for per in [Per::Once, Per::Hour, Per::Km, Per::Litre, Per::Tonne, Per::MegawattHour, Per::CubicMetre] {
            if let Err(error) = parse_price(&text, per) {
                prop_assert!(text.get(error.span.clone()).is_some(), "{:?} of {text:?}", error.span);
            }
        }
    }

    #[test]
    fn words_are_read_back_exactly(value in any_value()) {
        for dimension in DIMENSIONS {
            let fits = match dimension {
                Dimension::Share => value <= 1.0,
                Dimension::Speed => value > 0.0 && value < 333.0,
                Dimension::Mass => value <= 1e6,
                Dimension::FuelRate | Dimension::GasFlow => value <= 2e4,
                Dimension::Power => value <= 1e6,
                Dimension::MassFlow => value <= 3e8,
                Dimension::EmissionFactor => value <= 10.0,
                _ => true,
            };
            if fits {
                let text = words(value, dimension);
                prop_assert_eq!(parse(&text, dimension), Ok(value), "{}", text);
            }
        }
    }
}
