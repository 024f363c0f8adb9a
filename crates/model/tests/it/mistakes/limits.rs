//! Limits that nobody could ever meet, or that never end.

use super::check_more;
use expect_test::{Expect, expect};

/// A cap of the small corridor, with one of its lines changed.
fn limit(right: &str, wrong: &str, expect: Expect) {
    const LIMIT: &str = r#"[limit.yard]
counts = "vehicles"
at-most = 20
enter = ["gate.documents"]
leave = ["gate.documents"]
"#;
    assert!(LIMIT.contains(right));
    check_more(&LIMIT.replacen(right, wrong, 1), expect);
}

#[test]
fn a_limit_is_fine() {
    limit("yard", "yard", expect![""]);
    limit("leave = [\"gate.documents\"]", "every = \"month\"", expect![""]);
}

#[test]
fn a_quota_without_a_period() {
    limit(
        "leave = [\"gate.documents\"]\n",
        "",
        expect![[r#"
        error[missing-key]: a limit without an end: it would never have room again
          --> corridor.toml:51:8
           |
        51 | [limit.yard]
           |        ^^^^ no period
           |
           = help: write `every` for a quota, or `leave` for a cap on how many are
                   inside at once

        1 error
    "#]],
    );
    limit(
        "leave = [\"gate.documents\"]",
        "every = \"week\"",
        expect![[r#"
        error[unknown-word]: expected "day" or "month" or "year", found "week"
          --> corridor.toml:55:9
           |
        55 | every = "week"
           |         ^^^^^^

        1 error
    "#]],
    );
}

#[test]
fn a_cap_with_a_period() {
    limit(
        "leave = [\"gate.documents\"]",
        "leave = [\"gate.documents\"]\nevery = \"day\"",
        expect![[r#"
        error[conflict]: only one of `leave` or `every` may be written
          --> corridor.toml:56:9
           |
        55 | leave = ["gate.documents"]
           |         ------------------ here
        56 | every = "day"
           |         ^^^^^ and here

        1 error
    "#]],
    );
}

#[test]
fn a_limit_that_is_never_given_back() {
    let lot = "[facility.lot]\nnode = \"west\"\n[facility.lot.stage.in]\nlanes = 1\nservice = \"1 min\"\n\
               [facility.lot.process]\neast = [\"in\"]\n[route.west]\ndirection = \"east\"\npath = [\"lot\", \"bridge\", \"gate\"]\n\
               [flow.more]\nclass = \"bus\"\nroute = \"west\"\nvolume = \"1/day\"\n";
    limit(
        "leave = [\"gate.documents\"]",
        &format!("leave = [\"lot.in\"]\n{lot}"),
        expect![[r#"
        error[not-after]: no route passes `lot.in` after a stage at which limit `yard` is entered
          --> corridor.toml:55:10
           |
        55 | leave = ["lot.in"]
           |          ^^^^^^^^ never gives anything back

        1 error
    "#]],
    );
}

#[test]
fn a_vehicle_that_is_larger_than_the_limit() {
    let small = crate::folders::SMALL.replacen("[class.bus]\n", "[class.bus]\npassengers = 42\n", 1);
    let text = "[limit.yard]\ncounts = \"people\"\nat-most = 20\nenter = [\"gate.documents\"]\nevery = \"day\"\n";
    super::check_files(
        &[("corridor.toml", &format!("{small}{text}"))],
        expect![[r#"
        error[too-small]: a vehicle of class `bus` counts for 42 and could never enter
          --> corridor.toml:54:11
           |
        54 | at-most = 20
           |           ^^ fewer than one vehicle brings

        1 error
    "#]],
    );
}

/// A coach carries groups of thirty through the hall, and goes through it as well: the limits there are of both.
#[test]
fn limits_on_the_path_of_a_service() {
    const COACH: &str = "[class.coach]\nseats = 42\n[class.group]\npassengers = 30\n[facility.hall]\nnode = \"east\"\n\
        [facility.hall.stage.passports]\nlanes = 2\nservice = \"1 min\"\n[facility.hall.stage.coaches]\nlanes = 2\nservice = \"1 min\"\n\
        [facility.hall.process]\neast = [{ stage = \"passports\", classes = [\"group\"] }, { stage = \"coaches\", classes = [\"coach\"] }]\n\
        [node.town]\ncountry = \"CN\"\nzone = \"Asia/Shanghai\"\nat = [127.6, 50.2]\n\
        [link.street]\nfrom = \"east\"\nto = \"town\"\ntravel = \"5 min\"\n\
        [service.coach]\nclass = \"coach\"\npath = [\"bridge\", \"hall\", \"street\"]\nforward = \"east\"\nevery = \"1 h\"\n\
        [route.ride]\ndirection = \"east\"\npath = [\"coach\"]\n\
        [flow.groups]\nclass = \"group\"\nroute = \"ride\"\nvolume = \"10/day\"\n";
    let cap = |at_most: u32, stage: &str| {
        let stage = format!("[\"hall.{stage}\"]");
        format!("{COACH}[limit.hall]\ncounts = \"people\"\nat-most = {at_most}\nenter = {stage}\nleave = {stage}\n")
    };
    check_more(&cap(20, "coaches"), expect![""]);
    check_more(&cap(30, "passports"), expect![""]);
    check_more(
        &cap(20, "passports"),
        expect![[r#"
        error[too-small]: a vehicle of class `group` counts for 30 and could never enter
          --> corridor.toml:87:11
           |
        87 | at-most = 20
           |           ^^ fewer than one vehicle brings

        1 error
    "#]],
    );
}

#[test]
fn a_limit_may_not_move_while_vehicles_are_inside() {
    limit(
        "leave = [\"gate.documents\"]\n",
        "leave = [\"gate.documents\"]\n[scenario.now.on.2024-01-10]\nlimit.yard.at-most = 5\nlimit.yard.counts = \"people\"\n",
        expect![[r#"
            error[structure-change]: a dated change may not change `counts` of a limit
              --> corridor.toml:58:12
               |
            58 | limit.yard.counts = "people"
               |            ^^^^^^ vehicles are under way on this day
               |
               = help: write it under `set`, which holds from the beginning

            1 error
        "#]],
    );
}
