//! What can be read and makes no sense: warnings of services, limits, lines, events, incidents and seasons.

use super::check_more;
use expect_test::expect;

const DAY: &str = "[calendar.day]\nopen = \"Mo-Su 08:00-20:00\"\n";

/// The direction of the way back.
const WEST: &str = "[direction.west]\n";

/// A ferry with these keys, people who have no other way, and what else the test says.
fn ferry(keys: &str, more: &str) -> String {
    format!(
        r#"
[class.ship]
seats = 100
[class.person]
[service.ferry]
class = "ship"
path = ["bridge"]
forward = "east"
{keys}
[route.by-ferry]
direction = "east"
path = ["ferry"]
[flow.people]
class = "person"
route = "by-ferry"
volume = "10/day"
{more}
"#
    )
}

/// A power line from the east to a node.
fn line(keys: &str, to: &str) -> String {
    format!(
        r#"
[node.inland]
country = "RU"
zone = "Asia/Yakutsk"
[link.inland]
from = "east"
to = "inland"
travel = "1 min"
[route.inland]
direction = "east"
path = ["inland"]
[flow.inland]
class = "truck"
route = "inland"
volume = "1/day"
[commodity.power]
unit = "MWh"
[line.wire]
kind = "electricity"
from = "east"
to = "{to}"
direction = "east"
commodity = "power"
{keys}
"#
    )
}

/// What is right is not told of.
#[test]
fn a_ferry_and_a_line_are_fine() {
    check_more(&ferry("timetable = [\"08:00\", \"18:00\"]\nhours = \"day\"", DAY), expect![[""]]);
    check_more(&ferry("every = \"1 h\"\nback = \"west\"\nfleet = 2\nboarding = \"10 s\"", WEST), expect![[""]]);
    check_more(&line("volume = \"5 MW\"", "west"), expect![[""]]);
    check_more(&line("volume = \"5 MW\"\nborder = false", "inland"), expect![[""]]);
}

#[test]
fn a_timetable_outside_the_opening_hours() {
    check_more(
        &ferry("timetable = [\"06:00\"]\nhours = \"day\"", DAY),
        expect![[r#"
        warning[never-departs]: service `ferry` never departs: calendar `day` is closed at every departure
          --> corridor.toml:55:10
           |
        55 | [service.ferry]
           |          ^^^^^ carries nobody

        1 warning
    "#]],
    );
}

#[test]
fn two_carriers_at_once() {
    check_more(
        &ferry("timetable = [\"08:00\", \"08:00\"]", ""),
        expect![[r#"
        warning[departure-twice]: service `ferry` leaves twice at 08:00
          --> corridor.toml:55:10
           |
        55 | [service.ferry]
           |          ^^^^^ one of them would leave without passengers

        1 warning
    "#]],
    );
}

#[test]
fn a_fleet_that_cannot_keep_its_interval() {
    check_more(
        &ferry("every = \"1 min\"\nback = \"west\"\nfleet = 2\nturnaround = \"10 min\"", WEST),
        expect![[r#"
        warning[too-few-carriers]: service `ferry` needs 24 carriers to leave both ends at this interval, and has 2
          --> corridor.toml:55:10
           |
        55 | [service.ferry]
           |          ^^^^^ carriers are not back in time

        1 warning
    "#]],
    );
}

#[test]
fn a_fleet_larger_than_can_be_used() {
    check_more(
        &ferry("every = \"4 h\"\nback = \"west\"\nfleet = 8", WEST),
        expect![[r#"
        warning[fleet-too-large]: service `ferry` has 8 carriers and can use 3 at this interval
          --> corridor.toml:55:10
           |
        55 | [service.ferry]
           |          ^^^^^ the others never leave

        1 warning
    "#]],
    );
}

#[test]
fn boarding_that_takes_longer_than_the_interval() {
    check_more(
        &ferry("every = \"10 min\"\nboarding = \"12 s\"", ""),
        expect![[r#"
        warning[boarding-too-long]: service `ferry` needs 20 min to fill its seats and leaves every 10 min
          --> corridor.toml:55:10
           |
        55 | [service.ferry]
           |          ^^^^^ no carrier leaves full and in time

        1 warning
    "#]],
    );
}

#[test]
fn more_people_than_seats() {
    check_more(
        &ferry("timetable = [\"08:00\"]", "").replace("\"10/day\"", "\"250/day\""),
        expect![[r#"
        warning[above-seats]: 250 a day are to ride with service `ferry`, which has 100 seats a day
          --> corridor.toml:55:10
           |
        55 | [service.ferry]
           |          ^^^^^ the queue for it grows without end

        1 warning
    "#]],
    );
}

#[test]
fn seats_of_a_class_that_no_service_has() {
    check_more(
        "[class.boat]\nseats = 9\n[flow.boats]\nclass = \"boat\"\nroute = \"east\"\nvolume = \"1/day\"\n",
        expect![[r#"
            warning[idle-seats]: class `boat` has seats, and no service has such carriers
              --> corridor.toml:51:8
               |
            51 | [class.boat]
               |        ^^^^ nobody gets on

            1 warning
        "#]],
    );
}

#[test]
fn passengers_that_are_counted_in_their_carrier_too() {
    check_more(
        &ferry("every = \"1 h\"", "").replace("seats = 100", "seats = 100\npassengers = 40"),
        expect![[r#"
        warning[counted-twice]: class `ship` carries passengers with seats and has `passengers` of its own
          --> corridor.toml:52:8
           |
        52 | [class.ship]
           |        ^^^^ the same people twice

        1 warning
    "#]],
    );
}

#[test]
fn a_limit_where_nobody_comes() {
    check_more(
        "[facility.lot]\nnode = \"east\"\n[facility.lot.stage.in]\nlanes = 1\nservice = \"1 min\"\n[facility.lot.process]\neast = [\"in\"]\n[limit.quota]\nat-most = 9\nenter = [\"lot.in\"]\nevery = \"day\"\n",
        expect![[r#"
        warning[unused]: facility `lot` is never used
          --> corridor.toml:51:11
           |
        51 | [facility.lot]
           |           ^^^ no route passes it

        warning[never-entered]: nothing comes to a stage at which limit `quota` is entered
          --> corridor.toml:58:8
           |
        58 | [limit.quota]
           |        ^^^^^ limits nothing

        2 warnings
    "#]],
    );
}

#[test]
fn a_limit_of_people_where_no_class_has_any() {
    check_more(
        "[limit.quota]\nat-most = 90\ncounts = \"people\"\nenter = [\"gate.documents\"]\nevery = \"day\"\n",
        expect![[r#"
            warning[nobody-counted]: limit `quota` counts people, and no class that comes there has passengers
              --> corridor.toml:51:8
               |
            51 | [limit.quota]
               |        ^^^^^ counts each vehicle as one

            1 warning
        "#]],
    );
}

#[test]
fn a_line_that_carries_nothing() {
    check_more(
        &line("volume = \"0 MW\"", "west"),
        expect![[r#"
        warning[carries-nothing]: line `wire` never carries anything
          --> corridor.toml:68:7
           |
        68 | [line.wire]
           |       ^^^^ no day has a volume

        1 warning
    "#]],
    );
}

#[test]
fn a_line_inside_a_country_that_is_trade() {
    check_more(
        &line("volume = \"5 MW\"\nborder = true", "inland"),
        expect![[r#"
        warning[no-border]: line `wire` is counted as trade, and both its ends lie in RU
          --> corridor.toml:68:7
           |
        68 | [line.wire]
           |       ^^^^ write `border = false`, or another end

        1 warning
    "#]],
    );
}

#[test]
fn a_line_between_countries_that_is_no_trade() {
    check_more(
        &line("volume = \"5 MW\"\nborder = false", "west"),
        expect![[r#"
        warning[uncounted-border]: line `wire` goes from RU to CN and is not counted as trade
          --> corridor.toml:68:7
           |
        68 | [line.wire]
           |       ^^^^ leave `border = false` out, or name another end

        1 warning
    "#]],
    );
}

#[test]
fn an_event_that_multiplies_by_one() {
    check_more(
        "[event.fair]\nfrom = \"2024-01-10\"\nto = \"2024-01-12\"\nfactor = 1\nflows = [\"trucks\"]\n",
        expect![[r#"
            warning[changes-nothing]: event `fair` multiplies by 1
              --> corridor.toml:51:8
               |
            51 | [event.fair]
               |        ^^^^ as many come as on other days

            1 warning
        "#]],
    );
}

#[test]
fn an_incident_that_lasts_longer_than_it_stays_away() {
    check_more(
        "[incident.storm]\nat = [\"bridge\"]\nevery = \"2 h\"\nlasts = \"3 d\"\n",
        expect![[r#"
        warning[mostly-broken]: incident `storm` lasts longer than what works in between
          --> corridor.toml:51:11
           |
        51 | [incident.storm]
           |           ^^^^^ are `every` and `lasts` exchanged?

        1 warning
    "#]],
    );
}

#[test]
fn a_season_outside_of_every_window() {
    check_more(
        &ferry(
            "every = \"1 h\"\nseason = \"summer\"",
            "[yearly.begins]\nday = \"1 Jun\"\n[yearly.ends]\nday = \"1 Sep\"\n[season.summer]\nfrom = \"begins\"\nto = \"ends\"\n",
        ),
        expect![[r#"
            warning[outside-season]: season `summer` lies outside the window of every scenario
              --> corridor.toml:72:9
               |
            72 | [season.summer]
               |         ^^^^^^ what keeps to it is closed

            1 warning
        "#]],
    );
}
