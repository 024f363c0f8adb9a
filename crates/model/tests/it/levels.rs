//! The values that an input is tried at, from words.

use expect_test::{Expect, expect};
use portway_model::levels::{Levels, parse};

fn told(text: &str) -> String {
    match parse(text) {
        Ok(Levels::Numbers { unit, values }) => format!("{values:?} {unit}").trim_end().to_owned(),
        Ok(Levels::Between { unit, low, high }) => format!("between {low} and {high} {unit}").trim_end().to_owned(),
        Ok(Levels::Texts(texts)) => texts.join(" | "),
        Err(mistake) => {
            let help = mistake.help.map_or_else(String::new, |help| format!(" ({help})"));
            format!("{} at {:?}{help}", mistake.message, &text[mistake.span])
        }
    }
}

fn check(texts: &[&str], expected: &Expect) {
    let all: String = texts.iter().map(|text| format!("{text:<28} → {}\n", told(text))).collect();
    expected.assert_eq(&all);
}

#[test]
fn ranges_and_lists() {
    check(
        &[
            "2..8",
            "2..8 step 2",
            "2..9 step 3",
            "2..8 in 4",
            "0.1..0.3 in 3",
            "0.5..1.5",
            "0..1 step 0.1",
            "2,4, 8",
            "3",
            "-10 min..10 min in 3",
            "10 min..20 min in 5",
            "\"10 min\"..\"20 min\" in 5",
            "30 min..2 h step 30 min",
            "1 h 30 min,2 h",
            "10 min..20 min",
            "5 %..30 % in 6",
            "7 %,14 %",
            "31/day..62/day in 2",
            "31 per day",
            "40 km/h..80 km/h step 20 km/h",
        ],
        &expect![[r#"
            2..8                         → [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]
            2..8 step 2                  → [2.0, 4.0, 6.0, 8.0]
            2..9 step 3                  → [2.0, 5.0, 8.0]
            2..8 in 4                    → [2.0, 4.0, 6.0, 8.0]
            0.1..0.3 in 3                → [0.1, 0.2, 0.3]
            0.5..1.5                     → between 0.5 and 1.5
            0..1 step 0.1                → [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
            2,4, 8                       → [2.0, 4.0, 8.0]
            3                            → [3.0]
            -10 min..10 min in 3         → [-10.0, 0.0, 10.0] min
            10 min..20 min in 5          → [10.0, 12.5, 15.0, 17.5, 20.0] min
            "10 min".."20 min" in 5      → [10.0, 12.5, 15.0, 17.5, 20.0] min
            30 min..2 h step 30 min      → [30.0, 60.0, 90.0, 120.0] min
            1 h 30 min,2 h               → [90.0, 120.0] min
            10 min..20 min               → between 10 and 20 min
            5 %..30 % in 6               → [5.0, 10.0, 15.0, 20.0, 25.0, 30.0] %
            7 %,14 %                     → [7.0, 14.0] %
            31/day..62/day in 2          → [31.0, 62.0] /day
            31 per day                   → [31.0] /day
            40 km/h..80 km/h step 20 km/h → [40.0, 60.0, 80.0] km/h
        "#]],
    );
}

#[test]
fn texts_have_quotes_whether_the_shell_left_them_or_not() {
    check(
        &[
            "\"a\",\"b\"",
            "a,b",
            "2,unlimited",
            "lognormal(mean 22 min, cv 0.6),constant(9 min)",
            "\"Mo-Fr 08:00-18:00, Sa 09:00-12:00\",\"24/7\"",
            "[\"08:00\", \"20:00\"],[\"12:00\"]",
            "{ loaded = \"15 %\", other = \"0 %\" }",
            "true,false",
            "口岸",
        ],
        &expect![[r#"
            "a","b"                      → "a" | "b"
            a,b                          → "a" | "b"
            2,unlimited                  → 2 | "unlimited"
            lognormal(mean 22 min, cv 0.6),constant(9 min) → "lognormal(mean 22 min, cv 0.6)" | "constant(9 min)"
            "Mo-Fr 08:00-18:00, Sa 09:00-12:00","24/7" → "Mo-Fr 08:00-18:00, Sa 09:00-12:00" | "24/7"
            ["08:00", "20:00"],["12:00"] → ["08:00", "20:00"] | ["12:00"]
            { loaded = "15 %", other = "0 %" } → { loaded = "15 %", other = "0 %" }
            true,false                   → true | false
            口岸                           → "口岸"
        "#]],
    );
}

#[test]
fn mistakes_are_told_with_their_place() {
    check(
        &[
            "",
            "  ",
            "2..",
            "..8",
            "8..2",
            "2..2",
            "2..8 in 1",
            "2..8 in many",
            "2..8 in 3 step 2",
            "2..8 step 0",
            "2..8 step 1 min",
            "0..1000000",
            "2..8 min",
            "10 mni..20 min in 5",
            "10 min,20 mins",
            "2,,8",
            "2,4,2",
            "10 min,5 %",
            "1,5..3",
            "1 000,2 000",
            "2..4..8",
        ],
        &expect![[r#"
                                         → no values are given at "" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
                                         → no values are given at "  " (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            2..                          → a number is missing at "" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            ..8                          → a number is missing at "" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            8..2                         → a range goes from its lower to its higher end at "8..2" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            2..2                         → a range goes from its lower to its higher end at "2..2" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            2..8 in 1                    → a range is cut into 2 to 1000 values at "1" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            2..8 in many                 → a range is cut into 2 to 1000 values at "many" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            2..8 in 3 step 2             → `in` and `step` cannot stand together at " in 3 step 2" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            2..8 step 0                  → a step is above zero at "0"
            2..8 step 1 min              → the step is of another kind than the range at "1 min" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            0..1000000                   → that makes more than 1000 values at "0..1000000" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            2..8 min                     → the two ends of the range are not of one kind at "2..8 min" (each end has its own unit: 10 min..20 min)
            10 mni..20 min in 5          → `mni` is not a unit of speed at "mni" (did you mean `m/s`?)
            10 min,20 mins               → `mins` is not a unit of speed at "mins" (did you mean `m/s`?)
            2,,8                         → a value is missing at "" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            2,4,2                        → this value is named twice at "2"
            10 min,5 %                   → this value is of another kind than the first at "5 %" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
            1,5..3                       → `1,5` is not a number at "1,5" (the decimal mark is a point: `1.5`)
            1 000,2 000                  → `1` has no unit at "1 " (digits are not grouped, and every number has a unit)
            2..4..8                      → `4..8` is no quantity at "4..8" (write values as 2..8, 2..8 step 2, 10 min..20 min in 5, or 2,4,8)
        "#]],
    );
}

#[test]
fn no_words_panic() {
    let pieces =
        ["2", "..", " in ", " step ", "\"", "'", ",", "(", "{", " min", "%", "岸", "-", "\u{2212}", "1e9", "\0"];
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let text = format!("{first}{second}{third}{first}");
                if let Err(mistake) = parse(&text) {
                    assert!(text.get(mistake.span.clone()).is_some(), "{text:?}: {mistake:?}");
                }
            }
        }
    }
}
