//! Services that nobody could ride with.

use super::check_more;
use expect_test::expect;

/// A ferry beside the bridge with this in place of something right, and a route that rides with it.
fn ferry(class: &str, keys: &str) -> String {
    format!(
        r#"
[class.ship]
seats = 100
[service.ferry]
class = "{class}"
{keys}
[route.by-ferry]
direction = "east"
path = ["ferry"]
[flow.people]
class = "bus"
route = "by-ferry"
volume = "10/day"
"#
    )
}

#[test]
fn carriers_without_seats() {
    check_more(
        &ferry("truck", "path = [\"bridge\"]\nforward = \"east\"\nevery = \"1 h\""),
        expect![[r#"
        error[no-seats]: carriers of class `truck` have no seats
          --> corridor.toml:55:9
           |
        55 | class = "truck"
           |         ^^^^^^^ takes nobody on
           |
           = help: write class.truck.seats = 50

        1 error
    "#]],
    );
}

#[test]
fn no_departures() {
    check_more(
        &ferry("ship", "path = [\"bridge\"]\nforward = \"east\""),
        expect![[r#"
        error[missing-key]: `timetable` or `every` or `when-full` is missing
          --> corridor.toml:54:10
           |
        54 | [service.ferry]
           |          ^^^^^ needs one of them

        1 error
    "#]],
    );
}

#[test]
fn a_fleet_that_never_comes_back() {
    check_more(
        &ferry("ship", "path = [\"bridge\"]\nforward = \"east\"\nfleet = 2\nevery = \"1 h\""),
        expect![[r#"
        error[missing-key]: carriers that go to and fro need the direction of the way back
          --> corridor.toml:58:9
           |
        58 | fleet = 2
           |         ^ needs `back`

        1 error
    "#]],
    );
}

#[test]
fn waiting_to_be_full_with_nobody_to_wait() {
    let keys = "path = [\"bridge\"]\nforward = \"east\"\nwhen-full = { at-most = \"1 h\" }";
    check_more(
        &ferry("ship", keys),
        expect![[r#"
        error[missing-key]: carriers that leave when they are full need a `fleet`
          --> corridor.toml:58:13
           |
        58 | when-full = { at-most = "1 h" }
           |             ^^^^^^^^^^^^^^^^^^^ how many are there?

        1 error
    "#]],
    );
}

#[test]
fn a_path_without_a_link() {
    check_more(
        &ferry("ship", "path = [\"gate\"]\nforward = \"east\"\nevery = \"1 h\""),
        expect![[r#"
        error[loop]: the service ends where it begins
          --> corridor.toml:56:8
           |
        56 | path = ["gate"]
           |        ^^^^^^^^ leads nowhere
           |
           = help: a path has at least one link; what goes to and fro is written
                   once, with `back`

        1 error
    "#]],
    );
}

#[test]
fn a_route_that_rides_the_other_way() {
    let keys = "path = [\"bridge\"]\nforward = \"west\"\nevery = \"1 h\"\n[direction.west]";
    check_more(
        &ferry("ship", keys),
        expect![[r#"
        error[other-direction]: service `ferry` carries `west` here, not `east`
          --> corridor.toml:62:9
           |
        62 | path = ["ferry"]
           |         ^^^^^^^ rides the other way

        1 error
    "#]],
    );
}

#[test]
fn departures_too_close_to_each_other() {
    check_more(
        &ferry("ship", "path = [\"bridge\"]\nforward = \"east\"\nevery = \"1 s\""),
        expect![[r#"
        error[out-of-range]: this duration is too short
          --> corridor.toml:58:9
           |
        58 | every = "1 s"
           |         ^^^^^ at least 10000 ms

        1 error
    "#]],
    );
}

#[test]
fn a_service_that_nobody_rides_with() {
    let ship = "[class.ship]\nseats = 10\n[service.ferry]\nclass = \"ship\"\npath = [\"bridge\"]\nforward = \"east\"\nevery = \"1 h\"\n";
    check_more(
        ship,
        expect![[r#"
        warning[unused]: service `ferry` is never used
          --> corridor.toml:53:10
           |
        53 | [service.ferry]
           |          ^^^^^ no route rides with it

        1 warning
    "#]],
    );
}

/// A ferry with a fleet of three, and an incident that hits this.
fn broken(lines: &str, expect: expect_test::Expect) {
    let fleet = "path = [\"bridge\"]\nforward = \"east\"\nback = \"west\"\nfleet = 3\nevery = \"1 h\"";
    let incident =
        format!("[direction.west]\n[incident.ice]\n{lines}\nfrom = \"2024-01-05 00:00\"\nto = \"2024-01-06 00:00\"\n");
    check_more(&(ferry("ship", fleet) + &incident), expect);
}

#[test]
fn carriers_that_are_out_of_order() {
    broken("at = [\"ferry\"]\ncarriers = 2", expect![""]);
    broken("at = [\"ferry\", \"bridge\"]", expect![""]);
    broken(
        "at = [\"ferry\"]\ncarriers = 9",
        expect![[r#"
            error[out-of-range]: service `ferry` has no 9 carriers
              --> corridor.toml:71:12
               |
            71 | carriers = 9
               |            ^ the fleet is 3

            1 error
        "#]],
    );
    broken(
        "at = [\"bridge\"]\ncarriers = 1",
        expect![[r#"
        error[no-fleet]: this incident hits no service, so it takes no carriers
          --> corridor.toml:71:12
           |
        71 | carriers = 1
           |            ^ of which fleet?
           |
           = help: name a service in `at`

        1 error
    "#]],
    );
    broken(
        "at = [\"fery\"]\ncarriers = 1",
        expect![[r#"
        error[unknown-name]: there is no link `fery`
          --> corridor.toml:70:7
           |
        70 | at = ["fery"]
           |       ^^^^^^ not defined
           |
           = help: known: bridge

        1 error
    "#]],
    );
}

#[test]
fn carriers_of_no_fleet_cannot_be_out_of_order() {
    let one_way = ferry("ship", "path = [\"bridge\"]\nforward = \"east\"\nevery = \"1 h\"");
    let incident = "[incident.ice]\nat = [\"ferry\"]\nfrom = \"2024-01-05 00:00\"\nto = \"2024-01-06 00:00\"\n";
    check_more(
        &(one_way + incident),
        expect![[r#"
        error[no-fleet]: service `ferry` has no fleet that could be out of order
          --> corridor.toml:67:6
           |
        67 | at = ["ferry"]
           |      ^^^^^^^^^ named here
           |
           = help: write service.ferry.fleet, or name the link that is closed

        1 error
    "#]],
    );
}
