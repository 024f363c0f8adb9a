//! Days that cannot come in their order, levels that never are.

use super::check_more;
use expect_test::expect;

/// A season of the small corridor, with one of its lines changed.
fn season(right: &str, wrong: &str, expect: expect_test::Expect) {
    const SEASON: &str = r#"[yearly.opens]
day = "20 Dec"
[yearly.closes]
day = "10 Mar"
[season.ice]
from = "opens"
to = "closes"
[facility.gate.stage.documents]
season = "ice"
"#;
    assert!(SEASON.contains(right));
    let text = SEASON.replacen(right, wrong, 1).replacen("[facility.gate.stage.documents]\nseason = \"ice\"\n", "", 1);
    let small = crate::folders::SMALL.replacen("lanes = 2\n", "lanes = 2\nseason = \"ice\"\n", 1);
    super::check_files(&[("corridor.toml", &format!("{small}{text}"))], expect);
}

/// A gauge and what the bridge needs of it.
fn water(need: &str, expect: expect_test::Expect) {
    let month = r#"["1 m", "1 m", "1 m", "2 m", "3 m", "4 m", "5 m", "5 m", "4 m", "3 m", "2 m", "1 m"]"#;
    let text = format!("[water.amur]\nmonth = {month}\n");
    let small = crate::folders::SMALL.replacen("border = true\n", &format!("border = true\nwater = {need}\n"), 1);
    super::check_files(&[("corridor.toml", &format!("{small}{text}"))], expect);
}

#[test]
fn a_season_is_fine() {
    season("opens", "opens", expect![""]);
    water(r#"{ at = "amur", least = "1.5 m", most = "6 m" }"#, expect![""]);
}

#[test]
fn a_day_of_the_year_that_is_none() {
    season(
        "20 Dec",
        "December 20",
        expect![[r#"
        error[wrong-date]: this is not a day of the year
          --> corridor.toml:53:8
           |
        53 | day = "December 20"
           |        ^^^^^^^^^^^
           |
           = help: a day of the year is a day and a month: "9 Jan"

        1 error
    "#]],
    );
    season(
        "20 Dec",
        "20 December",
        expect![[r#"
        error[wrong-date]: `December` is not a month
          --> corridor.toml:53:11
           |
        53 | day = "20 December"
           |           ^^^^^^^^
           |
           = help: did you mean `Dec`?

        1 error
    "#]],
    );
    season(
        "20 Dec",
        "20 Dez",
        expect![[r#"
        error[wrong-date]: `Dez` is not a month
          --> corridor.toml:53:11
           |
        53 | day = "20 Dez"
           |           ^^^
           |
           = help: did you mean `Dec`?

        1 error
    "#]],
    );
    season(
        "20 Dec",
        "31 Nov",
        expect![[r#"
        error[wrong-date]: there is no day `31 Nov`
          --> corridor.toml:53:8
           |
        53 | day = "31 Nov"
           |        ^^^^^^

        1 error
    "#]],
    );
    season(
        "10 Mar",
        "29 Feb",
        expect![[r#"
        error[wrong-date]: this day does not come every year
          --> corridor.toml:55:8
           |
        55 | day = "29 Feb"
           |        ^^^^^^
           |
           = help: write 28 Feb or 1 Mar

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_yearly_day() {
    season(
        "to = \"closes\"",
        "to = \"close\"",
        expect![[r#"
            error[unknown-name]: there is no yearly day `close`
              --> corridor.toml:58:6
               |
            58 | to = "close"
               |      ^^^^^^^ not defined
               |
               = help: did you mean `closes`?

            1 error
        "#]],
    );
}

#[test]
fn a_season_from_a_day_to_itself() {
    season(
        "to = \"closes\"",
        "to = \"opens\"",
        expect![[r#"
        error[reversed]: season `ice` begins and ends around the same day of the year
          --> corridor.toml:58:6
           |
        57 | from = "opens"
           |        ------- the beginning
        58 | to = "opens"
           |      ^^^^^^^ the end
           |
           = help: with two days, it lasts from one to the other

        1 error
    "#]],
    );
}

#[test]
fn a_known_season_that_ends_before_it_begins() {
    season(
        "day = \"20 Dec\"\n[yearly.closes]\nday = \"10 Mar\"",
        "day = \"20 Dec\"\nknown = [\"2024-02-20\"]\n[yearly.closes]\nday = \"10 Mar\"\nknown = [\"2024-02-19\"]",
        expect![[r#"
            error[reversed]: season `ice` of 2023 ends before it begins: on 2024-02-19, and begins on 2024-02-20
              --> corridor.toml:60:6
               |
            59 | from = "opens"
               |        ------- the beginning
            60 | to = "closes"
               |      ^^^^^^^^ the end
               |
               = help: a season that did not come has no known days

            1 error
        "#]],
    );
}

#[test]
fn two_known_days_of_one_year() {
    season(
        "day = \"20 Dec\"",
        "day = \"20 Dec\"\nknown = [\"2024-12-18\", \"2023-12-30\", \"2025-01-03\"]",
        expect![[r#"
        error[duplicate]: `opens` has two known days in 2024
          --> corridor.toml:54:38
           |
        54 | known = ["2024-12-18", "2023-12-30", "2025-01-03"]
           |          ------------ and this one   ^^^^^^^^^^^^ this one

        1 error
    "#]],
    );
}

#[test]
fn a_spread_of_more_than_half_a_year() {
    season(
        "day = \"20 Dec\"",
        "day = \"20 Dec\"\nspread = \"normal(mean 0 d, sd 70 d)\"",
        expect![[r#"
        error[out-of-range]: a day may come at most half a year early or late
          --> corridor.toml:54:10
           |
        54 | spread = "normal(mean 0 d, sd 70 d)"
           |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ reaches 210 days
           |
           = help: with more, nobody could say which year's day it is

        1 error
    "#]],
    );
    season(
        "day = \"20 Dec\"",
        "day = \"20 Dec\"\nspread = \"uniform(-200 d, 0 d)\"",
        expect![[r#"
        error[out-of-range]: a day may come at most half a year early or late
          --> corridor.toml:54:10
           |
        54 | spread = "uniform(-200 d, 0 d)"
           |          ^^^^^^^^^^^^^^^^^^^^^^ reaches 200 days
           |
           = help: with more, nobody could say which year's day it is

        1 error
    "#]],
    );
}

#[test]
fn a_season_and_a_gauge_that_nothing_uses() {
    let month = r#"["1 m", "1 m", "1 m", "2 m", "3 m", "4 m", "5 m", "5 m", "4 m", "3 m", "2 m", "1 m"]"#;
    let text = format!(
        "[yearly.opens]\nday = \"20 Dec\"\n[yearly.closes]\nday = \"10 Mar\"\n[yearly.idle]\nday = \"1 May\"\n\
         [season.ice]\nfrom = \"opens\"\nto = \"closes\"\n[water.amur]\nmonth = {month}\n"
    );
    check_more(
        &text,
        expect![[r#"
            warning[unused]: yearly day `idle` is never used
              --> corridor.toml:55:9
               |
            55 | [yearly.idle]
               |         ^^^^ no season begins or ends with it

            warning[unused]: season `ice` is never used
              --> corridor.toml:57:9
               |
            57 | [season.ice]
               |         ^^^ nothing has this season

            warning[unused]: gauge `amur` is never used
              --> corridor.toml:60:8
               |
            60 | [water.amur]
               |        ^^^^ no link asks for its level

            3 warnings
        "#]],
    );
}

#[test]
fn levels_that_leave_nothing() {
    water(
        r#"{ at = "amur", least = "6 m", most = "1.2 m" }"#,
        expect![[r#"
        error[reversed]: the lowest level lies above the highest
          --> corridor.toml:26:32
           |
        26 | water = { at = "amur", least = "6 m", most = "1.2 m" }
           |                                ^^^^^         ------- than this
           |                                |
           |                                must be lower

        1 error
    "#]],
    );
    water(
        r#"{ at = "amur", least = "6 m" }"#,
        expect![[r#"
        warning[never-open]: at the mean level of `amur` this is closed in every month
          --> corridor.toml:26:1
           |
        26 | water = { at = "amur", least = "6 m" }
           | ^^^^^ levels are 1 to 5 m
           |
           = help: only an unusual year would open it

        1 warning
    "#]],
    );
    water(
        r#"{ at = "zeya", least = "2 m" }"#,
        expect![[r#"
            error[unknown-name]: there is no gauge `zeya`
              --> corridor.toml:26:16
               |
            26 | water = { at = "zeya", least = "2 m" }
               |                ^^^^^^ not defined
               |
               = help: known: amur

            1 error
        "#]],
    );
}

/// The same with a class that draws water, or with none.
fn fairway(draught: &str, need: &str, expect: expect_test::Expect) {
    let month = r#"["1 m", "1 m", "1 m", "2 m", "3 m", "4 m", "5 m", "5 m", "4 m", "3 m", "2 m", "1 m"]"#;
    let small = crate::folders::SMALL
        .replacen("border = true\n", &format!("border = true\nwater = {{ at = \"amur\", {need} }}\n"), 1)
        .replacen("[class.bus]\n", &format!("[class.bus]\n{draught}\n"), 1);
    super::check_files(&[("corridor.toml", &format!("{small}[water.amur]\nmonth = {month}\n"))], expect);
}

#[test]
fn a_fairway_is_fine() {
    fairway("draught = \"1.6 m\"", "depth = \"0.8 m\", under-keel = \"0.3 m\"", expect![""]);
    fairway("draught = \"1.6 m\"", "depth = \"0.8 m\", most = \"4 m\"", expect![""]);
    fairway("draught = \"none\"", "least = \"2 m\"", expect![""]);
}

#[test]
fn a_fairway_that_asks_nobody() {
    fairway(
        "draught = \"none\"",
        "depth = \"0.8 m\"",
        expect![[r#"
        warning[changes-nothing]: this depth stops nobody, because no class has a draught
          --> corridor.toml:27:32
           |
        27 | water = { at = "amur", depth = "0.8 m" }
           |                                ^^^^^^^ is asked for the draught of a class
           |
           = help: write class.NAME.draught = "1.6 m"

        1 warning
    "#]],
    );
    fairway(
        "draught = \"1.6 m\"",
        "under-keel = \"0.3 m\"",
        expect![[r#"
        error[missing-key]: `depth` is missing
          --> corridor.toml:27:37
           |
        27 | water = { at = "amur", under-keel = "0.3 m" }
           |                                     ^^^^^^^ needs `depth` beside it

        1 error
    "#]],
    );
    fairway(
        "draught = \"1.6 t\"",
        "depth = \"-1 m\"",
        expect![[r#"
        error[wrong-quantity]: `t` is a mass; a length is wanted, e.g. "1284 m"
          --> corridor.toml:12:16
           |
        12 | draught = "1.6 t"
           |                ^

        error[wrong-quantity]: a length cannot be negative here
          --> corridor.toml:27:33
           |
        27 | water = { at = "amur", depth = "-1 m" }
           |                                 ^^^^

        2 errors
    "#]],
    );
}
