//! What does not hold inside one element.

use super::{check, check_more};
use expect_test::expect;

#[test]
fn an_unknown_key() {
    check(
        "border = true",
        "boarder = true",
        expect![[r#"
        error[unknown-key]: unknown key `boarder`
          --> corridor.toml:25:1
           |
        25 | boarder = true
           | ^^^^^^^ not a key of this table
           |
           = help: did you mean `border`?

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_kind_of_element() {
    check_more(
        r#"[bridge.second]
"#,
        expect![[r#"
            error[unknown-key]: unknown key `bridge`
              --> corridor.toml:51:2
               |
            51 | [bridge.second]
               |  ^^^^^^ not a key of this table
               |
               = help: known here: part, corridor, money, air, direction, class, node,
                       calendar, yearly, season, water, link, facility, service, route,
                       profile, choice, commodity, line, flow, event, incident, limit,
                       scenario, project

            1 error
        "#]],
    );
}

#[test]
fn a_missing_key() {
    check(
        r#"country = "RU"
"#,
        "",
        expect![[r#"
            error[missing-key]: `country` is missing
              --> corridor.toml:16:7
               |
            16 | [node.east]
               |       ^^^^ needs `country`
               |
               = help: country: Country, ISO 3166.

            1 error
        "#]],
    );
}

#[test]
fn a_wrong_type() {
    check(
        "lanes = 2",
        "lanes = true",
        expect![[r#"
        error[wrong-type]: expected a number of lanes, "unlimited" or a list of shifts, found true or false
          --> corridor.toml:30:9
           |
        30 | lanes = true
           |         ^^^^ this is true or false

        1 error
    "#]],
    );
}

#[test]
fn a_table_instead_of_a_value() {
    check(
        r#"zone = "Asia/Yakutsk"

"#,
        r#"zone = { name = "Asia/Yakutsk" }

"#,
        expect![[r#"
            error[wrong-type]: expected a time zone such as "Asia/Shanghai", found a table
             --> corridor.toml:6:8
              |
            6 | zone = { name = "Asia/Yakutsk" }
              |        ^^^^^^^^^^^^^^^^^^^^^^^^^ this is a table

            1 error
        "#]],
    );
}

#[test]
fn a_name_in_capitals() {
    check(
        "[class.bus]",
        "[class.Bus]",
        expect![[r#"
        error[bad-name]: `Bus` is not a name
          --> corridor.toml:11:8
           |
        11 | [class.Bus]
           |        ^^^
           |
           = help: names are lower-case letters, digits and hyphens, at most 60

        error[unknown-name]: there is no class `bus`
          --> corridor.toml:31:13
           |
        31 | service = { bus = "40 min", other = "20 min" }
           |             ^^^ not defined
           |
           = help: did you mean `Bus`?

        error[unknown-name]: there is no class `bus`
          --> corridor.toml:44:9
           |
        44 | class = "bus"
           |         ^^^^^ not defined
           |
           = help: did you mean `Bus`?

        3 errors
    "#]],
    );
}

#[test]
fn a_class_called_other() {
    check(
        "[class.bus]",
        r#"[class.other]
[class.bus]"#,
        expect![[r#"
            error[bad-name]: no class may be called `other`
              --> corridor.toml:11:8
               |
            11 | [class.other]
               |        ^^^^^ stands for the rest in tables by class

            1 error
        "#]],
    );
}

#[test]
fn another_language() {
    check(
        "language = 1",
        "language = 2",
        expect![[r#"
        error[language-version]: language 2 is not read here
         --> corridor.toml:3:12
          |
        3 | language = 2
          |            ^ this version reads language 1

        1 error
    "#]],
    );
}

#[test]
fn a_latitude_in_place_of_a_longitude() {
    check(
        r#"country = "RU""#,
        r#"country = "RU"
at = [50.2, 127.5]"#,
        expect![[r#"
            error[out-of-range]: the latitude is not between -90 and 90
              --> corridor.toml:18:6
               |
            18 | at = [50.2, 127.5]
               |      ^^^^^^^^^^^^^ longitude comes first

            1 error
        "#]],
    );
}

#[test]
fn a_pair_of_three() {
    check(
        r#"country = "RU""#,
        r#"country = "RU"
at = [127.5, 50.2, 130]"#,
        expect![[r#"
            error[wrong-length]: expected 2 values, found 3
              --> corridor.toml:18:6
               |
            18 | at = [127.5, 50.2, 130]
               |      ^^^^^^^^^^^^^^^^^^

            1 error
        "#]],
    );
}

#[test]
fn a_link_that_is_a_loop() {
    check(
        r#"to = "east""#,
        r#"to = "west""#,
        expect![[r#"
        error[loop]: link `bridge` begins and ends at the same node
          --> corridor.toml:22:6
           |
        22 | to = "west"
           |      ^^^^^^

        1 error
    "#]],
    );
}

#[test]
fn a_speed_without_a_length() {
    check(
        r#"length = "1 km"
"#,
        "",
        expect![[r#"
            error[missing-key]: a speed needs a `length`
              --> corridor.toml:23:9
               |
            23 | speed = "36 km/h"
               |         ^^^^^^^^^

            1 error
        "#]],
    );
}

#[test]
fn a_speed_and_a_travel_time() {
    check(
        r#"speed = "36 km/h""#,
        r#"speed = "36 km/h"
travel = "2 min""#,
        expect![[r#"
            error[conflict]: only one of `speed` or `travel` may be written
              --> corridor.toml:25:10
               |
            24 | speed = "36 km/h"
               |         --------- here
            25 | travel = "2 min"
               |          ^^^^^^^ and here

            1 error
        "#]],
    );
}

#[test]
fn alternating_without_time_to_enter() {
    check(
        "border = true",
        r#"border = true
alternating = { phase = "5 min", clearance = "5 min" }"#,
        expect![[r#"
            error[out-of-range]: the clearance takes the whole phase, so nobody can enter
              --> corridor.toml:26:46
               |
            26 | alternating = { phase = "5 min", clearance = "5 min" }
               |                         ------- than this    ^^^^^^^ must be shorter

            1 error
        "#]],
    );
}

#[test]
fn a_calendar_that_never_opens() {
    check_more(
        r#"[calendar.winter]
open = []
[incident.x]
at = ["bridge"]
every = "9 d"
lasts = "1 h"
"#,
        expect![[r#"
            error[never-open]: calendar `winter` never opens
              --> corridor.toml:52:8
               |
            52 | open = []
               |        ^^ no hours at all
               |
               = help: give hours in `open` or spans in `opened`

            1 error
        "#]],
    );
}

#[test]
fn a_profile_of_eleven_months() {
    check_more(
        r#"[profile.p]
month = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
"#,
        expect![[r#"
            error[wrong-length]: expected 12 values, found 11
              --> corridor.toml:52:9
               |
            52 | month = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
               |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

            1 error
        "#]],
    );
}

#[test]
fn a_profile_of_nothing() {
    check_more(
        r#"[profile.p]
weekday = [0, 0, 0, 0, 0, 0, 0]
"#,
        expect![[r#"
            error[out-of-range]: these are all zero, so nobody would ever come
              --> corridor.toml:52:11
               |
            52 | weekday = [0, 0, 0, 0, 0, 0, 0]
               |           ^^^^^^^^^^^^^^^^^^^^^

            1 error
        "#]],
    );
}

#[test]
fn a_volume_and_a_timetable() {
    check(
        r#"volume = "60/day""#,
        r#"volume = "60/day"
timetable = ["08:00"]"#,
        expect![[r#"
            error[conflict]: only one of `volume` or `timetable` may be written
              --> corridor.toml:43:13
               |
            42 | volume = "60/day"
               |          -------- here
            43 | timetable = ["08:00"]
               |             ^^^^^^^^^ and here

            1 error
        "#]],
    );
}

#[test]
fn no_volume() {
    check(
        r#"volume = "60/day"
"#,
        "",
        expect![[r#"
            error[missing-key]: `volume` or `timetable` is missing
              --> corridor.toml:39:7
               |
            39 | [flow.trucks]
               |       ^^^^^^ needs one of them

            1 error
        "#]],
    );
}

#[test]
fn an_incident_that_ends_before_it_begins() {
    check_more(
        r#"[incident.repair]
at = ["bridge"]
from = "2024-05-22 15:00"
to = "2024-05-22 09:00"
"#,
        expect![[r#"
            error[reversed]: this incident ends before it begins
              --> corridor.toml:54:6
               |
            53 | from = "2024-05-22 15:00"
               |        ------------------ the beginning
            54 | to = "2024-05-22 09:00"
               |      ^^^^^^^^^^^^^^^^^^ the end

            1 error
        "#]],
    );
}

#[test]
fn an_incident_without_a_length() {
    check_more(
        r#"[incident.repair]
at = ["bridge"]
every = "exponential(mean 60 d)"
"#,
        expect![[r#"
            error[missing-key]: `lasts` is missing
              --> corridor.toml:51:11
               |
            51 | [incident.repair]
               |           ^^^^^^ needs `lasts` beside `every`

            1 error
        "#]],
    );
}

#[test]
fn an_incident_without_a_pause() {
    check_more(
        r#"[incident.flicker]
at = ["bridge"]
every = "0 s"
lasts = "0 s"
"#,
        expect![[r#"
            error[out-of-range]: this comes too often for an incident
              --> corridor.toml:53:9
               |
            53 | every = "0 s"
               |         ^^^^^ at least 1 min on average

            1 error
        "#]],
    );
}

#[test]
fn elements_that_nothing_uses() {
    check_more(
        r#"[class.car]
[node.north]
country = "RU"
zone = "Asia/Yakutsk"
[calendar.never-named]
open = "Mo-Fr 08:00-20:00"
"#,
        expect![[r#"
            warning[unused]: class `car` is never used
              --> corridor.toml:51:8
               |
            51 | [class.car]
               |        ^^^ no flow is of this class

            warning[unused]: node `north` is never used
              --> corridor.toml:52:7
               |
            52 | [node.north]
               |       ^^^^^ no link ends here and no facility stands here

            warning[unused]: calendar `never-named` is never used
              --> corridor.toml:55:11
               |
            55 | [calendar.never-named]
               |           ^^^^^^^^^^^ nothing has these hours

            3 warnings
        "#]],
    );
}
