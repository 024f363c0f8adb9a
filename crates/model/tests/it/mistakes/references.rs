//! Names of what is not there, and routes that do not connect.

use super::{check, check_more};
use expect_test::expect;

#[test]
fn an_unknown_class() {
    check(
        r#"class = "truck""#,
        r#"class = "trick""#,
        expect![[r#"
        error[unknown-name]: there is no class `trick`
          --> corridor.toml:40:9
           |
        40 | class = "trick"
           |         ^^^^^^^ not defined
           |
           = help: did you mean `truck`?

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_class_in_a_table() {
    check(
        r#"{ bus = "40 min","#,
        r#"{ buss = "40 min","#,
        expect![[r#"
        error[unknown-name]: there is no class `buss`
          --> corridor.toml:31:13
           |
        31 | service = { buss = "40 min", other = "20 min" }
           |             ^^^^ not defined
           |
           = help: did you mean `bus`?

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_node() {
    check(
        r#"from = "west""#,
        r#"from = "north""#,
        expect![[r#"
        error[unknown-name]: there is no node `north`
          --> corridor.toml:21:8
           |
        21 | from = "north"
           |        ^^^^^^^ not defined
           |
           = help: known: east, west

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_calendar_when_there_is_none() {
    check(
        "border = true",
        r#"border = true
hours = "heihe-freight""#,
        expect![[r#"
            error[unknown-name]: there is no calendar `heihe-freight`
              --> corridor.toml:26:9
               |
            26 | hours = "heihe-freight"
               |         ^^^^^^^^^^^^^^^ not defined
               |
               = help: the folder defines no calendar at all

            1 error
        "#]],
    );
}

#[test]
fn an_unknown_stage_in_a_process() {
    check(
        r#"["documents"]"#,
        r#"["document"]"#,
        expect![[r#"
        error[unknown-name]: facility `gate` has no stage `document`
          --> corridor.toml:33:9
           |
        33 | east = ["document"]
           |         ^^^^^^^^^^ not defined
           |
           = help: did you mean `documents`?

        1 error
    "#]],
    );
}

#[test]
fn a_stage_of_another_facility() {
    check(
        r#"["documents"]"#,
        r#"["documents", "x-ray"]"#,
        expect![[r#"
        error[unknown-name]: facility `gate` has no stage `x-ray`
          --> corridor.toml:33:22
           |
        33 | east = ["documents", "x-ray"]
           |                      ^^^^^^^ not defined

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_leg() {
    check(
        r#"["bridge", "gate"]"#,
        r#"["brigde", "gate"]"#,
        expect![[r#"
            error[unknown-name]: there is no facility, link or service `brigde`
              --> corridor.toml:37:9
               |
            37 | path = ["brigde", "gate"]
               |         ^^^^^^^^ not defined
               |
               = help: did you mean `bridge`?

            1 error
        "#]],
    );
}

#[test]
fn an_unknown_direction_of_a_process() {
    check(
        r#"east = ["documents"]"#,
        r#"est = ["documents"]"#,
        expect![[r#"
        error[unknown-name]: there is no direction `est`
          --> corridor.toml:33:1
           |
        33 | est = ["documents"]
           | ^^^ not defined
           |
           = help: did you mean `east`?

        1 error
    "#]],
    );
}

#[test]
fn an_unknown_target_of_an_incident() {
    check_more(
        r#"[incident.x]
at = ["gate.document"]
every = "9 d"
lasts = "1 h"
"#,
        expect![[r#"
            error[unknown-name]: there is no stage `gate.document`
              --> corridor.toml:52:7
               |
            52 | at = ["gate.document"]
               |       ^^^^^^^^^^^^^^^ not defined
               |
               = help: did you mean `gate.documents`?

            1 error
        "#]],
    );
}

#[test]
fn an_unknown_scenario_by_default() {
    check(
        r#"name = "small""#,
        r#"name = "small"
default-scenario = "no""#,
        expect![[r#"
            error[unknown-name]: there is no scenario `no`
             --> corridor.toml:5:20
              |
            5 | default-scenario = "no"
              |                    ^^^^ not defined
              |
              = help: did you mean `now`?

            1 error
        "#]],
    );
}

#[test]
fn a_route_that_comes_back_to_the_wrong_end() {
    check(
        r#"["bridge", "gate"]"#,
        r#"["gate", "bridge", "gate"]"#,
        expect![[r#"
        error[not-connected]: the route does not connect at `gate`
          --> corridor.toml:37:27
           |
        37 | path = ["gate", "bridge", "gate"]
           |                 --------  ^^^^^^ stands at east
           |                 |
           |                 ends at west

        1 error
    "#]],
    );
}

#[test]
fn two_links_that_do_not_meet() {
    check(
        r#"path = ["bridge", "gate"]
"#,
        r#"path = ["bridge", "gate", "road"]
[node.city]
country = "RU"
zone = "Asia/Yakutsk"
[node.suburb]
country = "RU"
zone = "Asia/Yakutsk"
[link.road]
from = "suburb"
to = "city"
travel = "5 min"
"#,
        expect![[r#"
            error[not-connected]: the route does not connect at `road`
              --> corridor.toml:37:27
               |
            37 | path = ["bridge", "gate", "road"]
               |                   ------  ^^^^^^ joins suburb and city
               |                   |
               |                   ends at east

            1 error
        "#]],
    );
}

#[test]
fn against_one_way() {
    check(
        r#"path = ["bridge", "gate"]
"#,
        r#"path = ["bridge", "gate", "ramp"]
[node.city]
country = "RU"
zone = "Asia/Yakutsk"
[link.ramp]
from = "city"
to = "east"
travel = "1 min"
one-way = true
"#,
        expect![[r#"
            error[one-way]: the route travels `ramp` against its one way
              --> corridor.toml:37:27
               |
            37 | path = ["bridge", "gate", "ramp"]
               |                           ^^^^^^ leads from city to east

            1 error
        "#]],
    );
}

#[test]
fn a_facility_that_does_not_serve_the_direction() {
    check_more(
        r#"[direction.west]
[route.west]
direction = "west"
path = ["gate", "bridge"]
[flow.back]
class = "bus"
route = "west"
volume = "1/day"
"#,
        expect![[r#"
            error[no-process]: facility `gate` has no process for `west`
              --> corridor.toml:54:9
               |
            54 | path = ["gate", "bridge"]
               |         ^^^^^^ this route passes it
               |
               = help: write facility.gate.process.west = ["stage", …]

            1 error
        "#]],
    );
}

#[test]
fn a_name_of_a_link_and_a_facility() {
    check(
        "[facility.gate]",
        r#"[link.gate]
from = "west"
to = "east"
travel = "1 min"
[facility.gate]"#,
        expect![[r#"
            error[ambiguous]: `gate` is a facility and a link
              --> corridor.toml:41:19
               |
            41 | path = ["bridge", "gate"]
               |                   ^^^^^^ which of them?

            1 error
        "#]],
    );
}

#[test]
fn a_crossing_point_that_names_nothing() {
    check(
        r#"[facility.gate]"#,
        "[facility.gate]\nbcp = \"gates\"",
        expect![[r#"
        error[unknown-name]: there is no facility `gates`
          --> corridor.toml:28:7
           |
        28 | bcp = "gates"
           |       ^^^^^^^ not defined
           |
           = help: did you mean `gate`?

        1 error
    "#]],
    );
}

#[test]
fn a_crossing_point_that_is_part_of_another() {
    check_more(
        r#"[facility.yard]
node = "east"
bcp = "toll"
process = {}
[facility.toll]
node = "east"
bcp = "gate"
process = {}
"#,
        expect![[r#"
            error[no-crossing-point]: `toll` does not name a border crossing point
              --> corridor.toml:53:7
               |
            53 | bcp = "toll"
               |       ^^^^^^ its own `bcp` says something else
               |
               = help: name what facility.toll.bcp names, or take that key away

            1 error
        "#]],
    );
}

#[test]
fn a_step_that_no_stage_is() {
    check(
        "lanes = 2",
        "lanes = 2\nstep = \"exit\"",
        expect![[r#"
        error[unknown-word]: expected "lodgement" or "assessment" or "inspection" or "release", found "exit"
          --> corridor.toml:31:8
           |
        31 | step = "exit"
           |        ^^^^^^

        1 error
    "#]],
    );
}
