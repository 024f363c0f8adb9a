//! Quantities, distributions, hours, dates and zones inside an element: the letters that are wrong are underlined.

use super::{check, check_more};
use expect_test::expect;

#[test]
fn a_wrong_unit() {
    check(
        r#""36 km/h""#,
        r#""36 knots""#,
        expect![[r#"
        error[wrong-quantity]: `knots` is not a unit of speed
          --> corridor.toml:24:13
           |
        24 | speed = "36 knots"
           |             ^^^^^
           |
           = help: a speed is wanted, e.g. "60 km/h"; its units are `m/s`, `km/h`

        1 error
    "#]],
    );
}

#[test]
fn a_unit_of_another_kind() {
    check(
        r#""1 km""#,
        r#""1 min""#,
        expect![[r#"
        error[wrong-quantity]: `min` is a duration; a length is wanted, e.g. "1284 m"
          --> corridor.toml:23:13
           |
        23 | length = "1 min"
           |             ^^^

        1 error
    "#]],
    );
}

#[test]
fn a_number_without_a_unit() {
    check(
        r#"length = "1 km""#,
        "length = 1",
        expect![[r#"
        error[missing-unit]: a number without a unit
          --> corridor.toml:23:10
           |
        23 | length = 1
           |          ^
           |
           = help: write 1 with its unit, as in "1284 m"

        1 error
    "#]],
    );
}

#[test]
fn a_negative_time() {
    check(
        r#"other = "20 min""#,
        r#"other = "-20 min""#,
        expect![[r#"
        error[wrong-distribution]: a duration cannot be negative here
          --> corridor.toml:31:38
           |
        31 | service = { bus = "40 min", other = "-20 min" }
           |                                      ^^^^^^^

        1 error
    "#]],
    );
}

#[test]
fn a_distribution_with_a_wrong_parameter() {
    check(
        r#"other = "20 min""#,
        r#"other = "lognormal(mean 20 min, sd 3 min)""#,
        expect![[r#"
        error[wrong-distribution]: `lognormal` has no parameter `sd`
          --> corridor.toml:31:61
           |
        31 | service = { bus = "40 min", other = "lognormal(mean 20 min, sd 3 min)" }
           |                                                             ^^
           |
           = help: e.g. "lognormal(mean 22 min, cv 0.6)"

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_distribution() {
    check(
        r#"other = "20 min""#,
        r#"other = "lognorm(mean 20 min, cv 0.6)""#,
        expect![[r#"
        error[wrong-distribution]: `lognorm` is not a distribution
          --> corridor.toml:31:38
           |
        31 | service = { bus = "40 min", other = "lognorm(mean 20 min, cv 0.6)" }
           |                                      ^^^^^^^
           |
           = help: did you mean `lognormal`?

        1 error
    "#]],
    );
}

#[test]
fn a_negative_count() {
    check(
        "lanes = 2",
        "lanes = -2",
        expect![[r#"
        error[out-of-range]: -2 is negative
          --> corridor.toml:30:9
           |
        30 | lanes = -2
           |         ^^

        1 error
    "#]],
    );
}

#[test]
fn a_huge_count() {
    check(
        "lanes = 2",
        "lanes = 9999999",
        expect![[r#"
        error[out-of-range]: 9999999 is too large: at most 100000
          --> corridor.toml:30:9
           |
        30 | lanes = 9999999
           |         ^^^^^^^

        1 error
    "#]],
    );
}

#[test]
fn a_share_over_hundred_per_cent() {
    check(
        r#"["documents"]"#,
        r#"[{ stage = "documents", share = "120 %" }]"#,
        expect![[r#"
        error[wrong-quantity]: a share is at most 1, which is 100 %
          --> corridor.toml:33:41
           |
        33 | east = [{ stage = "documents", share = "120 %" }]
           |                                         ^^^^^

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_zone() {
    check(
        r#"zone = "Asia/Shanghai""#,
        r#"zone = "Asia/Shangai""#,
        expect![[r#"
        error[unknown-zone]: `Asia/Shangai` is not in the tz database
          --> corridor.toml:15:9
           |
        15 | zone = "Asia/Shangai"
           |         ^^^^^^^^^^^^
           |
           = help: did you mean `Asia/Shanghai`?

        1 error
    "#]],
    );
}

#[test]
fn a_country_by_name() {
    check(
        r#"country = "RU""#,
        r#"country = "Russia""#,
        expect![[r#"
        error[wrong-country]: `Russia` is not a country code
          --> corridor.toml:17:12
           |
        17 | country = "Russia"
           |            ^^^^^^
           |
           = help: two capital letters of ISO 3166, as in "CN"

        1 error
    "#]],
    );
}

#[test]
fn hours_that_are_none() {
    check_more(
        r#"[calendar.day]
open = ["Mo-Fr 08:00-20:00", "Sa 8-15"]
"#,
        expect![[r#"
            error[wrong-hours]: `8` is not a time
              --> corridor.toml:52:34
               |
            52 | open = ["Mo-Fr 08:00-20:00", "Sa 8-15"]
               |                                  ^
               |
               = help: a time is hours and minutes: "08:00"

            1 error
        "#]],
    );
}

#[test]
fn a_closure_that_is_no_date() {
    check_more(
        r#"[calendar.day]
open = "Mo-Fr 08:00-20:00"
closed = ["2024-02-30"]
"#,
        expect![[r#"
            error[wrong-date]: there is no day `2024-02-30`
              --> corridor.toml:53:12
               |
            53 | closed = ["2024-02-30"]
               |            ^^^^^^^^^^

            1 error
        "#]],
    );
}

#[test]
fn a_departure_at_half_past_twenty_five() {
    check(
        r#""08:30""#,
        r#""25:30""#,
        expect![[r#"
        error[wrong-time]: there is no time `25:30`
          --> corridor.toml:46:24
           |
        46 | timetable = ["12:00", "25:30"]
           |                        ^^^^^

        1 error
    "#]],
    );
}

#[test]
fn gaps_of_an_unknown_form() {
    check(
        r#"volume = "60/day""#,
        r#"volume = "60/day"
gaps = "erlang four""#,
        expect![[r#"
            error[wrong-distribution]: `erlang` gaps have no parameter `four`
              --> corridor.toml:43:16
               |
            43 | gaps = "erlang four"
               |                ^^^^
               |
               = help: write "exponential", "constant", "erlang 4", "gamma cv 0.7" or
                       "hyperexponential cv 2"

            1 error
        "#]],
    );
}

#[test]
fn a_volume_without_a_unit() {
    check(
        r#"volume = "60/day""#,
        "volume = 60",
        expect![[r#"
        error[missing-unit]: a number without a unit
          --> corridor.toml:42:10
           |
        42 | volume = 60
           |          ^^
           |
           = help: write 60 with its unit, as in "31/day"

        1 error
    "#]],
    );
}

#[test]
fn a_text_with_escapes_is_underlined_as_a_whole() {
    check(
        r#""36 km/h""#,
        r#""36\tkm\u002fs""#,
        expect![[r#"
        error[wrong-quantity]: `km/s` is not a unit of speed
          --> corridor.toml:24:9
           |
        24 | speed = "36\tkm\u002fs"
           |         ^^^^^^^^^^^^^^^
           |
           = help: did you mean `km/h`?

        1 error
    "#]],
    );
}
