//! Services: carriers that leave by timetable, at intervals or when full, with passengers that wait, ride and get off.

use crate::corridor::{agrees, observe, program, replications, station, table, visits};
use portway_sim::{Observations, Program};

/// People who go out by the service `line` across the river `water`, and what else the test says.
fn ferry(service: &str, flows: &str, more: &str) -> Program {
    ferry_until("2024-01-01", service, flows, more)
}

/// The same, from New Year to a day.
fn ferry_until(to: &str, service: &str, flows: &str, more: &str) -> Program {
    program(&format!(
        r#"
[class.person]
[class.ship]
seats = 3
[link.water]
from = "a"
to = "b"
travel = "10 min"
border = true
[service.line]
class = "ship"
path = ["water"]
forward = "out"
back = "back"
{service}
[route.over]
direction = "out"
path = ["line"]
{flows}
[scenario.base]
from = "2024-01-01"
to = "{to}"
{more}
"#
    ))
}

/// People at these times of the day.
fn people(times: &str) -> String {
    format!("[flow.people]\nclass = \"person\"\nroute = \"over\"\ntimetable = [{times}]\n")
}

/// Crossings of a class.
fn crossed(program: &Program, seen: &Observations, class: &str) -> u64 {
    let streams = program.streams.iter().zip(&seen.streams).filter(|(stream, _)| stream.class_name == class);
    streams.map(|(_, stream)| stream.crossed).sum()
}

#[test]
fn passengers_wait_for_the_timetable_and_ride_together() {
    let program = ferry("timetable = [\"08:00\", \"09:00\"]", &people("\"07:30\", \"07:50\", \"08:10\""), "");
    let seen = visits(&program);
    assert_eq!(
        table(&program, &seen.visits, "line.a"),
        "people-0 lane 0: 450 480 490 490\npeople-1 lane 1: 470 480 490 490\npeople-2 lane 0: 490 540 550 550\n"
    );
    assert_eq!(crossed(&program, &seen, "person"), 3);
    assert_eq!(crossed(&program, &seen, "ship"), 4, "ships come for every departure at both ends, empty or not");
    assert_eq!(seen.lines[0].departures(), 2);
    assert_eq!((seen.lines[0].seats, seen.lines[0].boarded(), seen.lines[0].full), (6, 3, 0));
}

#[test]
fn who_finds_no_seat_waits_for_the_next_carrier() {
    let five = people("\"07:00\", \"07:01\", \"07:02\", \"07:03\", \"07:04\"");
    let program = ferry("timetable = [\"08:00\", \"09:00\"]", &five, "");
    let seen = visits(&program);
    let second = "people-3 lane 0: 423 540 550 550\npeople-4 lane 1: 424 540 550 550\n";
    assert!(table(&program, &seen.visits, "line.a").ends_with(second));
    assert_eq!(seen.lines[0].full, 1);
}

#[test]
fn a_carrier_that_is_late_leaves_when_it_is_ready() {
    // Ten minutes over and five at each stop: it serves every second departure of each end, always five minutes late.
    let service = "fleet = 1\nevery = \"15 min\"\nturnaround = \"5 min\"";
    let program = ferry(service, &people("\"07:59\", \"08:14\""), "");
    let seen = visits(&program);
    assert_eq!(
        table(&program, &seen.visits, "line.a"),
        "people-0 lane 0: 479 485 495 495\npeople-1 lane 0: 494 515 525 525\n"
    );
    assert_eq!((seen.lines[0].departures(), seen.lines[0].cancelled), (48, 47));
}

#[test]
fn two_cabins_leave_both_ends_together() {
    let service = "fleet = 2\nevery = \"14.4 min\"\nturnaround = \"1 min\"";
    let seen = observe(&ferry(service, "", ""), 0);
    // The first departure of the day finds the cabins not ready; it takes place a minute late.
    assert_eq!(seen.lines.iter().map(|way| way.departures()).collect::<Vec<_>>(), [100, 100]);
}

#[test]
fn a_carrier_leaves_when_every_seat_is_taken_or_it_has_waited_long_enough() {
    let service = "fleet = 2\nwhen-full = { at-most = \"30 min\" }";
    let program = ferry(service, &people("\"08:01\", \"08:02\", \"08:03\", \"08:35\""), "");
    let seen = visits(&program);
    let rows = table(&program, &seen.visits, "line.a");
    assert!(rows.starts_with("people-0 lane 0: 481 483 493 493\n"), "{rows}");
    assert!(rows.contains("people-3 lane 0: 515 "), "{rows}");
}

#[test]
fn getting_on_and_off_takes_each_passenger_its_time() {
    let service = "timetable = [\"08:00\"]\nboarding = \"1 min\"\nalighting = \"2 min\"";
    let program = ferry(service, &people("\"07:00\", \"07:01\""), "");
    let seen = visits(&program);
    // Two minutes of boarding, ten of travel; the second gets off two minutes behind the first.
    assert_eq!(
        table(&program, &seen.visits, "line.a"),
        "people-0 lane 0: 420 480 492 492\npeople-1 lane 1: 421 480 494 494\n"
    );
}

#[test]
fn nobody_leaves_outside_the_hours() {
    let more = "[calendar.day]\nzone = \"UTC\"\nopen = \"Mo-Su 08:00-10:00\"\n";
    let program = ferry("fleet = 2\nevery = \"30 min\"\nhours = \"day\"", "", more);
    let seen = observe(&program, 0);
    assert_eq!(seen.lines[0].departures(), 4);
}

/// A bus whose passengers go through a hall with one lane while it stands at the barrier.
fn bus_through_hall(more: &str) -> Program {
    program(&format!(
        r#"
[class.person]
[class.coach]
seats = 50
[link.near]
from = "a"
to = "b"
travel = "10 min"
border = true
[link.far]
from = "b"
to = "c"
travel = "5 min"
[facility.port]
node = "b"
[facility.port.stage.barrier]
lanes = 1
service = "1 min"
[facility.port.stage.hall]
lanes = 1
service = "2 min"
{more}
[facility.port.process]
out = [{{ stage = "barrier", classes = ["coach"] }}, {{ stage = "hall", classes = ["person"] }}]
[service.line]
class = "coach"
path = ["near", "port", "far"]
forward = "out"
timetable = ["08:00"]
[route.over]
direction = "out"
path = ["line"]
[flow.people]
class = "person"
route = "over"
timetable = ["07:00"]
batch = 10
[scenario.base]
from = "2024-01-01"
to = "2024-01-01"
"#
    ))
}

#[test]
fn a_bus_leaves_with_the_last_of_its_passengers() {
    let program = bus_through_hall("");
    let seen = visits(&program);
    // It reaches the port at 8:10. The hall takes 20 minutes for ten, so it is through at 8:30 and at the end at 8:35.
    let barrier = table(&program, &seen.visits, "port.barrier");
    assert_eq!(barrier, "line forward-0 lane 0: 490 490 491 510\n");
    assert_eq!(table(&program, &seen.visits, "port.hall").lines().last(), Some("people-9 lane 0: 490 508 510 510"));
    let aboard = table(&program, &seen.visits, "line.a.aboard");
    assert_eq!(aboard.lines().next(), Some("people-0 lane 0: 492 492 515 515"));
    assert_eq!(aboard.lines().count(), 10);
    assert_eq!(crossed(&program, &seen, "person"), 10);
}

#[test]
fn a_bus_does_not_wait_for_those_who_are_sent_back() {
    let program = bus_through_hall("room = 4\nwhen-full = \"turn-away\"");
    let seen = visits(&program);
    // One lane and four places: five pass, and five are turned away.
    assert_eq!(table(&program, &seen.visits, "port.barrier"), "line forward-0 lane 0: 490 490 491 500\n");
    assert_eq!(table(&program, &seen.visits, "line.a.aboard").lines().count(), 5);
}

#[test]
fn the_wait_for_a_headway_is_half_of_it() {
    // Poisson passengers, carriers every 20 minutes with room for all: uniform waits, mean 10 minutes.
    let people = "[flow.people]\nclass = \"person\"\nroute = \"over\"\nvolume = \"600/day\"\n";
    let text = ferry("fleet = 8\nevery = \"20 min\"", people, "");
    let mut program = text;
    program.services[0].seats = 1000;
    let seen = replications(&program, 40);
    let platform = station(&program, "line.a");
    let stream = program.streams.iter().position(|stream| stream.class_name == "person").unwrap();
    agrees("wait", 10.0, 0.01, &seen, |seen| {
        seen.stations[platform].streams[stream].wait_ms.mean().unwrap_or(0.0) / 60_000.0
    });
}

#[test]
fn every_passenger_who_came_has_left_or_is_inside() {
    let people = "[flow.people]\nclass = \"person\"\nroute = \"over\"\nvolume = \"900/day\"\n";
    let program = ferry("fleet = 3\nwhen-full = { at-most = \"10 min\" }\nboarding = \"5 s\"", people, "");
    for seen in replications(&program, 10) {
        let served: u64 = seen.stations[station(&program, "line.a")].streams.iter().map(|s| s.service_ms.count()).sum();
        assert!(served <= seen.lines[0].boarded() && seen.lines[0].boarded() <= served + 9, "three ships hold nine");
    }
}

#[test]
fn a_bus_passes_a_facility_where_its_passengers_have_nothing_to_do() {
    let program = program(
        r#"
[class.person]
[class.coach]
seats = 50
[link.near]
from = "a"
to = "b"
travel = "10 min"
[link.far]
from = "b"
to = "c"
travel = "5 min"
[facility.toll]
node = "b"
[facility.toll.stage.booth]
service = "1 min"
lanes = 1
[facility.toll.process]
out = [{ stage = "booth", classes = ["coach"] }]
[service.line]
class = "coach"
path = ["near", "toll", "far"]
forward = "out"
timetable = ["08:00"]
alighting = "1 min"
[route.over]
direction = "out"
path = ["line"]
[flow.people]
class = "person"
route = "over"
timetable = ["07:00"]
batch = 3
[scenario.base]
from = "2024-01-01"
to = "2024-01-01"
"#,
    );
    let seen = visits(&program);
    // Eight o'clock, ten minutes, one at the booth, five more; the third gets off two minutes behind the first.
    let rows = table(&program, &seen.visits, "line.a");
    assert_eq!(rows.lines().last(), Some("people-2 lane 2: 420 480 498 498"));
}

#[test]
fn who_would_wait_for_another_season_goes_home() {
    let season = r#"
[yearly.opens]
day = "20 Dec"
[yearly.closes]
day = "3 Jan"
[season.winter]
from = "opens"
to = "closes"
"#;
    let service = "timetable = [\"08:00\"]\nseason = \"winter\"";
    let program = ferry_until("2024-01-05", service, &people("\"07:00\", \"09:00\""), season);
    let seen = observe(&program, 0);
    let people = program.streams.iter().position(|stream| stream.class_name == "person").unwrap();
    // Two days of departures take three of the first four; the fourth goes home when the season ends, and so do the six who
    // come on the three days after it.
    assert_eq!((seen.streams[people].crossed, seen.streams[people].turned_away), (3, 7));
    assert_eq!(seen.lines[0].cancelled, 3);
}

/// Of two ships one breaks at 08:10 while both are under way, until 09:45: it finishes its ride and stays, and the other is late for
/// the departures of both ends. With both out of order nobody leaves.
#[test]
fn carriers_that_are_out_of_order_finish_their_ride_and_stay() {
    let service = "fleet = 2\nevery = \"30 min\"\nturnaround = \"10 min\"";
    let incident =
        "[incident.broken]\nat = [\"line\"]\ncarriers = 1\nfrom = \"2024-01-01 08:10\"\nto = \"2024-01-01 09:45\"";
    let starts_of = |more: &str| {
        let program = ferry(service, &people("\"07:55\", \"08:25\", \"08:55\", \"09:25\", \"09:55\""), more);
        let seen = visits(&program);
        let stop = station(&program, "line.a") as u32;
        let at_stop = seen.visits.iter().filter(|visit| visit.station == stop);
        at_stop.map(|visit| (visit.started_ms / 60_000) % 1440).collect::<Vec<i64>>()
    };
    let hour = |hours: i64, minutes: i64| hours * 60 + minutes;
    let whole = starts_of("");
    assert_eq!(whole, [hour(8, 0), hour(8, 30), hour(9, 0), hour(9, 30), hour(10, 0)]);
    let broken = starts_of(incident);
    assert_eq!(broken.len(), 5);
    assert!(broken.iter().zip(&whole).any(|(late, on_time)| late > on_time), "{broken:?}");
    let none = starts_of(&incident.replace("carriers = 1\n", ""));
    assert!(!none.iter().any(|start| (hour(8, 11)..hour(9, 45)).contains(start)), "{none:?}");
}

/// Three fit before the gangway; the others keep their lane in the hall, and the hall keeps those behind them.
#[test]
fn a_stop_that_is_full_holds_up_the_stage_before_it() {
    let hall = "[facility.hall]\nnode = \"a\"\n[facility.hall.stage.desk]\nlanes = 2\nservice = \"1 min\"\n[facility.hall.process]\nout = [\"desk\"]";
    let with = |room: &str| {
        let flows = people("\"07:00\"").replace("timetable", "batch = 6\ntimetable");
        let text = format!("{flows}\n{hall}\n[route.unused]\ndirection = \"out\"\npath = [\"hall\", \"line\"]\n");
        let text = text.replace("route = \"over\"", "route = \"unused\"");
        ferry(&format!("timetable = [\"08:00\", \"09:00\"]\n{room}"), &text, "")
    };
    let program = with("room = 3");
    let seen = visits(&program);
    let left: Vec<i64> = seen.visits.iter().filter(|v| v.station == 0).map(|v| v.left_ms / 60_000 % 1440).collect();
    let hour = |hours: i64, minutes: i64| hours * 60 + minutes;
    assert_eq!(left, [hour(7, 1), hour(7, 1), hour(7, 2), hour(8, 0), hour(8, 0), hour(8, 1)]);
    assert_eq!((seen.lines[0].boarded(), seen.lines[0].waiting_max), (6, 3));
    let free = visits(&with(""));
    assert_eq!((free.lines[0].boarded(), free.lines[0].waiting_max), (6, 6));
}

/// One fits on the pier, and the ship has three seats: those at the door come in while others get on.
#[test]
fn a_small_stop_does_not_bound_the_load_of_a_carrier() {
    let flows = people("\"07:00\"").replace("timetable", "batch = 5\ntimetable");
    let seen = visits(&ferry("timetable = [\"12:00\", \"13:00\"]\nroom = 1", &flows, ""));
    // Three of five leave at noon and two are left behind, one of them at the door; they leave at one.
    assert_eq!((seen.lines[0].boarded(), seen.lines[0].full, seen.lines[0].waiting_max), (5, 1, 5));
    assert_eq!(seen.lines[0].by_day[0].departures, 2);
}

/// Two departures with every seat taken: the first leaves nobody behind, the second somebody at the door.
#[test]
fn who_waits_at_the_door_of_a_small_stop_is_left_behind_too() {
    let flows = people("\"07:00\"").replace("timetable", "batch = 4\ntimetable");
    let seen = visits(&ferry("timetable = [\"12:00\"]\nroom = 3", &flows, ""));
    assert_eq!((seen.lines[0].boarded(), seen.lines[0].full), (3, 1));
    let flows = flows.replace("batch = 4", "batch = 3");
    let seen = visits(&ferry("timetable = [\"12:00\"]\nroom = 3", &flows, ""));
    assert_eq!((seen.lines[0].boarded(), seen.lines[0].full), (3, 0));
}

/// The third is there at three minutes past eight and makes the ship full, though only one fits on the pier. Two ships lie
/// there at eight, and of six who come at nine each takes three.
#[test]
fn a_carrier_at_a_small_stop_leaves_when_there_is_somebody_for_every_seat() {
    let service = "fleet = 2\nwhen-full = { at-most = \"30 min\" }\nroom = 1";
    let program = ferry(service, &people("\"08:01\", \"08:02\", \"08:03\", \"08:35\""), "");
    let seen = visits(&program);
    let rows = table(&program, &seen.visits, "line.a");
    let boarded: Vec<&str> = rows.lines().filter(|row| row.starts_with("people-")).take(3).collect();
    assert!(boarded.len() == 3 && boarded.iter().all(|row| row.contains(" 483 ")), "{rows}");
    let program = ferry(service, &people("\"09:00\"").replace("timetable", "batch = 6\ntimetable"), "");
    let seen = visits(&program);
    assert!(table(&program, &seen.visits, "line.a").contains("people-5 "));
    let nine = seen.lines[0].by_day[0];
    assert_eq!((nine.boarded, seen.lines[0].boarded()), (6, 6));
}
