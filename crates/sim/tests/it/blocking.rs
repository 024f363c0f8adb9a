//! What does not fit stays where it is: across stages, across links, and round in circles.

use crate::corridor::{cars, observe, options, port, program, station, table, visits};
use expect_test::expect;
use portway_sim::{Program, Visit};

/// A port at `a`, a link, a port at `b`; cars come at the given minutes of the day and go through both.
fn two_ports(link: &str, second: &str, minutes: &str) -> String {
    format!(
        r#"
[facility.first]
node = "a"
[facility.first.stage.gate]
lanes = 1
service = "1 min"
[facility.first.process]
out = ["gate"]
[link.bridge]
from = "a"
to = "b"
length = "1 km"
{link}
[facility.second]
node = "b"
[facility.second.stage.hall]
{second}
[facility.second.process]
out = ["hall"]
[route.out]
direction = "out"
path = ["first", "bridge", "second"]
[flow.cars]
class = "car"
route = "out"
timetable = {minutes}
[scenario.base]
from = "2024-01-01"
to = "2024-01-01"
"#
    )
}

/// The hall takes 10 minutes and has no room. The bridge holds two. So the third car is kept at the gate of the other
/// country, and the fourth waits in front of it.
#[test]
fn a_full_hall_stops_the_bridge_and_then_the_gate_before_it() {
    let text = two_ports(
        "travel = \"2 min\"\nstorage = 2",
        "lanes = 1\nservice = \"10 min\"\nroom = 0",
        r#"["00:00", "00:01", "00:02", "00:03", "00:04"]"#,
    );
    let program = program(&text);
    let seen = visits(&program).visits;
    expect![[r#"
        cars-0 lane 0: 0 0 1 1
        cars-1 lane 0: 1 1 2 2
        cars-2 lane 0: 2 2 3 3
        cars-3 lane 0: 3 3 4 13
        cars-4 lane 0: 4 13 14 23
    "#]]
    .assert_eq(&table(&program, &seen, "first.gate"));
    expect![[r#"
        cars-0 lane 0: 1 1 3 3
        cars-1 lane 1: 2 2 4 13
        cars-2 lane 0: 3 3 5 23
        cars-3 lane 1: 13 13 15 33
        cars-4 lane 0: 23 23 25 43
    "#]]
    .assert_eq(&table(&program, &seen, "bridge"));
    expect![[r#"
        cars-0 lane 0: 3 3 13 13
        cars-1 lane 0: 13 13 23 23
        cars-2 lane 0: 23 23 33 33
        cars-3 lane 0: 33 33 43 43
        cars-4 lane 0: 43 43 53 53
    "#]]
    .assert_eq(&table(&program, &seen, "second.hall"));
    expect![[r#"
        bridge waits for second.hall: 4 13
        first.gate waits for bridge: 4 13
        bridge waits for second.hall: 5 23
        first.gate waits for bridge: 14 23
        bridge waits for second.hall: 15 33
        bridge waits for second.hall: 25 43
    "#]]
    .assert_eq(&holds(&program));
}

/// Who held a place for want of another, with the minutes since the window began of both ends.
fn holds(program: &Program) -> String {
    let begin = program.window.start_ms + program.window.from_tick;
    let minutes = |ms: i64| (ms - begin) / 60_000;
    let name = |station: u32| &program.stations[station as usize].name;
    let options = portway_sim::RunOptions { record_holds: true, ..options(0) };
    let seen = portway_sim::run(program, &options).expect("the run ends");
    assert!(seen.visits.is_empty(), "holds alone were asked for");
    let line = |hold: &portway_sim::Hold| {
        let (from, to) = (minutes(hold.from_ms), minutes(hold.to_ms));
        format!("{} waits for {}: {from} {to}\n", name(hold.station), name(hold.waits_for))
    };
    seen.holds.iter().map(line).collect()
}

/// As above, but nobody may stop on the bridge. The hall has one waiting place, so two cars may be on their way; the third is
/// kept at the gate though the bridge is empty, until the hall has a place for it, and the fourth waits behind it.
#[test]
fn nobody_stops_on_a_bridge_that_is_kept_clear() {
    let text = two_ports(
        "travel = \"2 min\"\nstorage = 2\nkeep-clear = true",
        "lanes = 1\nservice = \"10 min\"\nroom = 1",
        r#"["00:00", "00:01", "00:02", "00:03"]"#,
    );
    let program = program(&text);
    let seen = visits(&program).visits;
    expect![[r#"
        cars-0 lane 0: 0 0 1 1
        cars-1 lane 0: 1 1 2 2
        cars-2 lane 0: 2 2 3 13
        cars-3 lane 0: 3 13 14 23
    "#]]
    .assert_eq(&table(&program, &seen, "first.gate"));
    expect![[r#"
        cars-0 lane 0: 1 1 3 3
        cars-1 lane 1: 2 2 4 4
        cars-2 lane 0: 13 13 15 15
        cars-3 lane 0: 23 23 25 25
    "#]]
    .assert_eq(&table(&program, &seen, "bridge"));
    expect![[r#"
        cars-0 lane 0: 3 3 13 13
        cars-1 lane 0: 4 13 23 23
        cars-2 lane 0: 15 23 33 33
        cars-3 lane 0: 25 33 43 43
    "#]]
    .assert_eq(&table(&program, &seen, "second.hall"));
    expect![[r#"
        first.gate waits for second.hall: 3 13
        first.gate waits for second.hall: 14 23
    "#]]
    .assert_eq(&holds(&program));
}

/// Two cars a minute at most leave a link with a flow capacity of 60 an hour, however many are ready.
#[test]
fn flow_capacity_spaces_the_vehicles_that_leave_a_link() {
    for overtaking in ["true", "false"] {
        let text = two_ports(
            &format!("travel = \"2 min\"\nflow-capacity = \"20/h\"\novertaking = {overtaking}"),
            "lanes = \"unlimited\"\nservice = \"1 min\"",
            r#"["00:00", "00:01", "00:02", "00:10"]"#,
        );
        let program = program(&text);
        expect![[r#"
            cars-0 lane 0: 1 1 3 3
            cars-1 lane 1: 2 2 4 6
            cars-2 lane 0: 3 3 5 9
            cars-3 lane 0: 11 11 13 13
        "#]]
        .assert_eq(&table(&program, &visits(&program).visits, "bridge"));
    }
}

/// Cars and buses part after the bridge, and the bus hall is slow. With overtaking cars pass the buses that are kept on
/// the bridge; without it they are kept behind them.
#[test]
fn without_overtaking_the_head_of_a_link_keeps_everybody_behind_it() {
    let with = |overtaking: bool| {
        program(&format!(
            r#"
[link.bridge]
from = "a"
to = "b"
length = "1 km"
travel = "2 min"
overtaking = {overtaking}
[facility.second]
node = "b"
[facility.second.stage.hall]
lanes = 1
service = "1 min"
[facility.second.stage.bus-hall]
lanes = 1
service = "30 min"
room = 0
[facility.second.process]
out = [{{ stage = "hall", except = ["bus"] }}, {{ stage = "bus-hall", classes = ["bus"] }}]
[route.out]
direction = "out"
path = ["bridge", "second"]
[flow.buses]
class = "bus"
route = "out"
timetable = ["00:00", "00:01"]
[flow.cars]
class = "car"
route = "out"
timetable = ["00:02", "00:03"]
[scenario.base]
from = "2024-01-01"
to = "2024-01-01"
"#
        ))
    };
    let free = with(true);
    expect![[r#"
        cars-0 lane 0: 4 4 5 5
        cars-1 lane 0: 5 5 6 6
    "#]]
    .assert_eq(&table(&free, &visits(&free).visits, "second.hall"));
    let strict = with(false);
    expect![[r#"
        cars-0 lane 0: 32 32 33 33
        cars-1 lane 0: 32 33 34 34
    "#]]
    .assert_eq(&table(&strict, &visits(&strict).visits, "second.hall"));
}

/// All visits, with those of the second way of the pontoon told as visits of the first.
fn ways_as_one(program: &Program) -> Vec<Visit> {
    let pontoon = station(program, "pontoon") as u32;
    let mut seen = visits(program).visits;
    seen.iter_mut().filter(|visit| visit.station > pontoon).for_each(|visit| visit.station = pontoon);
    seen
}

/// Ten minutes for each way, of which the last four admit nobody. Phases are counted from 1970, so midnight UTC begins
/// with the way out.
#[test]
fn an_alternating_link_admits_one_way_at_a_time() {
    let program = program(
        r#"
[link.pontoon]
from = "a"
to = "b"
length = "500 m"
travel = "4 min"
alternating = { phase = "10 min", clearance = "4 min" }
[facility.shore]
node = "b"
[facility.shore.stage.desk]
lanes = "unlimited"
service = "0 min"
[facility.shore.process]
back = ["desk"]
[route.out]
direction = "out"
path = ["pontoon"]
[route.back]
direction = "back"
path = ["shore", "pontoon"]
[flow.out]
class = "car"
route = "out"
timetable = ["00:01", "00:05", "00:07", "00:15"]
[flow.back]
class = "car"
route = "back"
timetable = ["00:02", "00:12", "00:17"]
[scenario.base]
from = "2024-01-01"
to = "2024-01-01"
"#,
    );
    let seen = ways_as_one(&program);
    expect![[r#"
        out-0 lane 0: 1 1 5 5
        out-1 lane 0: 5 5 9 9
        back-0 lane 0: 10 10 14 14
        back-1 lane 1: 12 12 16 16
        out-2 lane 0: 7 20 24 24
        out-3 lane 1: 15 20 24 24
        back-2 lane 0: 30 30 34 34
    "#]]
    .assert_eq(&table(&program, &seen, "pontoon"));
}

/// A vehicle that cannot leave the deck keeps the other way closed, whatever the lights say.
#[test]
fn a_deck_that_is_not_empty_stays_closed_to_the_other_way() {
    let program = program(
        r#"
[link.pontoon]
from = "a"
to = "b"
length = "500 m"
travel = "4 min"
alternating = { phase = "10 min", clearance = "4 min" }
[facility.second]
node = "b"
[facility.second.stage.hall]
lanes = 1
service = "15 min"
room = 0
[facility.second.stage.desk]
lanes = "unlimited"
service = "0 min"
[facility.second.process]
out = ["hall"]
back = ["desk"]
[route.out]
direction = "out"
path = ["pontoon", "second"]
[route.back]
direction = "back"
path = ["second", "pontoon"]
[flow.out]
class = "car"
route = "out"
timetable = ["00:00", "00:01"]
[flow.back]
class = "car"
route = "back"
timetable = ["00:02"]
[scenario.base]
from = "2024-01-01"
to = "2024-01-01"
"#,
    );
    let seen = ways_as_one(&program);
    expect![[r#"
        out-0 lane 0: 0 0 4 4
        out-1 lane 1: 1 1 5 19
        back-0 lane 0: 30 30 34 34
    "#]]
    .assert_eq(&table(&program, &seen, "pontoon"));
}

/// Documents and second line have one lane each and no room, and everybody goes round twice on average: the two would
/// hold each other for ever. They change places instead.
#[test]
fn vehicles_that_hold_each_others_places_change_them() {
    let stages = "[facility.port.stage.documents]\nlanes = 1\nservice = \"exponential(mean 5 min)\"\nroom = 2\nwhen-full = \"turn-away\"\n\
                  [facility.port.stage.second]\nlanes = 1\nservice = \"exponential(mean 5 min)\"\nroom = 0";
    let process = r#"["documents", "second", { back-to = "documents", share = "50 %" }]"#;
    let text = port(stages, process, &cars("\"400/day\"", ""), 30, 0).replace("when-full = \"turn-away\"", "");
    let program = program(&text);
    let seen = observe(&program, 0);
    let busy = seen.stations[station(&program, "port.second")].busy_lane_ms as f64;
    let window = program.window.to_tick as f64;
    assert!(seen.streams[0].left > 1000, "only {} vehicles came through", seen.streams[0].left);
    assert!(busy / window > 0.4, "the second line worked {} of the time", busy / window);
}

/// Both directions share two halls and pass them in opposite order.
#[test]
fn two_directions_through_the_same_halls_do_not_lock_each_other() {
    let program = program(
        r#"
[facility.port]
node = "a"
[facility.port.stage.hall]
lanes = 1
service = "exponential(mean 5 min)"
room = 0
[facility.port.stage.yard]
lanes = 1
service = "exponential(mean 5 min)"
room = 0
[facility.port.process]
out = ["hall", "yard"]
back = ["yard", "hall"]
[route.out]
direction = "out"
path = ["port"]
[route.back]
direction = "back"
path = ["port"]
[flow.out]
class = "car"
route = "out"
volume = "500/day"
[flow.back]
class = "car"
route = "back"
volume = "500/day"
[scenario.base]
from = "2024-01-01"
to = "2024-01-20"
"#,
    );
    let seen = observe(&program, 0);
    for stream in &seen.streams {
        assert!(stream.left > 1000, "only {} vehicles came through", stream.left);
    }
}

/// A hundred stages without room, all full behind a slow last one: one vehicle leaving moves all of them at that instant.
#[test]
fn one_vehicle_that_leaves_moves_a_whole_line_at_once() {
    let count = 100;
    let mut stages = String::new();
    let mut names = Vec::new();
    for stage in 0..count {
        let service = if stage + 1 == count { "60 min" } else { "1 s" };
        stages += &format!("[facility.port.stage.s{stage:03}]\nlanes = 1\nservice = \"{service}\"\nroom = 0\n");
        names.push(format!("\"s{stage:03}\""));
    }
    let flows = cars("[]", "").replace("volume = []", "timetable = [\"00:00\"]\nbatch = 150");
    let program = program(&port(&stages, &format!("[{}]", names.join(", ")), &flows, 1, 0));
    let seen = visits(&program).visits;
    let last = station(&program, "port.s099") as u32;
    let releases: Vec<i64> = seen.iter().filter(|visit| visit.station == last).map(|visit| visit.left_ms).collect();
    assert_eq!(releases.len(), 23);
    // From the second on, every release of the last stage is a release of all the others.
    for stage in 0..99 {
        let left: Vec<i64> = seen.iter().filter(|visit| visit.station == stage).map(|visit| visit.left_ms).collect();
        assert!(releases[..20].iter().all(|at| left.contains(at)), "stage {stage} did not move");
    }
}

/// Both ways cross a bridge that holds two of each and lets one out in ten minutes. At 15:00 the bus in the hall, the first bus on
/// the bridge, the car in the gate and the first car on the bridge change places. Five minutes later the next four hold each
/// other, and may not change before the bridge lets the next ones out.
#[test]
fn a_circle_waits_for_the_headway_of_its_links() {
    let program = program(
        r#"
[facility.one]
node = "a"
[facility.one.stage.gate]
lanes = 1
service = "10 s"
room = 0
[facility.one.process]
out = ["gate"]
back = ["gate"]
[link.bridge]
from = "a"
to = "b"
travel = "1 min"
storage = 2
flow-capacity = "6/h"
[facility.two]
node = "b"
[facility.two.stage.hall]
lanes = 1
service = { car = "10 s", bus = "5 min" }
room = 0
[facility.two.process]
out = ["hall"]
back = ["hall"]
[route.out]
direction = "out"
path = ["one", "bridge", "two"]
[route.back]
direction = "back"
path = ["two", "bridge", "one"]
[flow.cars]
class = "car"
route = "out"
timetable = ["00:00"]
batch = 4
[flow.buses]
class = "bus"
route = "back"
timetable = ["00:00"]
batch = 4
[scenario.base]
from = "2024-01-01"
to = "2024-01-01"
"#,
    );
    let mut seen = visits(&program).visits;
    let bridge = station(&program, "bridge") as u32;
    let others = program.stations.iter().rposition(|other| other.name == "bridge").expect("it has two ways") as u32;
    assert_ne!(bridge, others);
    for way in [bridge, others] {
        seen.sort_by_key(|visit| visit.left_ms);
        let left: Vec<i64> = seen.iter().filter(|visit| visit.station == way).map(|visit| visit.left_ms).collect();
        let gaps: Vec<i64> = left.windows(2).map(|two| (two[1] - two[0]) / 1000).collect();
        assert_eq!(gaps, [600, 600, 600], "seconds between those that leave");
    }
}
