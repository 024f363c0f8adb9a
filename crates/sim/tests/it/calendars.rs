//! Opening hours, shifts, dated changes, incidents and appointments.

use crate::corridor::{agrees, cars, observe, port, program, replications, station, table, visits};
use expect_test::expect;

fn timetable(minutes: &str) -> String {
    cars("[]", "").replace("volume = []", &format!("timetable = {minutes}"))
}

/// Open from eight to nine: who comes before waits, who is on a lane at nine is finished, who queues stays for tomorrow.
#[test]
fn a_stage_closes_and_finishes_its_vehicle() {
    let stage = "[calendar.day]\nopen = \"Mo-Su 08:00-09:00\"\n\
                 [facility.port.stage.gate]\nlanes = 1\nservice = \"40 min\"\nhours = \"day\"";
    let program = program(&port(stage, r#"["gate"]"#, &timetable(r#"["07:00", "07:30", "08:10"]"#), 2, 0));
    expect![[r#"
        cars-0 lane 0: 420 480 520 520
        cars-1 lane 0: 450 520 560 560
        cars-2 lane 0: 490 1920 1960 1960
        cars-3 lane 0: 1860 1960 2000 2000
    "#]]
    .assert_eq(&table(&program, &visits(&program).visits, "port.gate"));
}

#[test]
fn lanes_follow_the_shifts() {
    let stage = "[facility.port.stage.gate]\nservice = \"60 min\"\n\
                 lanes = [{ hours = \"00:00-02:00\", lanes = 1 }, { hours = \"02:00-24:00\", lanes = 3 }]";
    let program = program(&port(stage, r#"["gate"]"#, &timetable(r#"["00:30", "00:31", "00:32", "00:33"]"#), 1, 0));
    expect![[r#"
        cars-0 lane 0: 30 30 90 90
        cars-1 lane 0: 31 90 150 150
        cars-2 lane 1: 32 120 180 180
        cars-3 lane 2: 33 120 180 180
    "#]]
    .assert_eq(&table(&program, &visits(&program).visits, "port.gate"));
    let open = &observe(&program, 0).stations[0].open_lane_ms_by_hour;
    assert_eq!(open[..3], [3_600_000, 3_600_000, 3 * 3_600_000]);
}

/// A link that closes at night keeps vehicles on the gate's lane.
#[test]
fn a_closed_link_keeps_vehicles_where_they_are() {
    let program = program(&format!(
        r#"
[calendar.day]
open = "Mo-Su 08:00-20:00"
[link.bridge]
from = "a"
to = "b"
length = "1 km"
travel = "5 min"
hours = "day"
[facility.port]
node = "a"
[facility.port.stage.gate]
lanes = 1
service = "1 min"
[facility.port.process]
out = ["gate"]
[route.out]
direction = "out"
path = ["port", "bridge"]
{}
[scenario.base]
from = "2024-01-01"
to = "2024-01-01"
"#,
        timetable(r#"["07:30", "07:40", "08:30"]"#)
    ));
    expect![[r#"
        cars-0 lane 0: 450 450 451 480
        cars-1 lane 0: 460 480 481 481
        cars-2 lane 0: 510 510 511 511
    "#]]
    .assert_eq(&table(&program, &visits(&program).visits, "port.gate"));
}

/// From the second day on there are two lanes, service takes half as long, and everybody is sent to the scanner.
#[test]
fn dated_changes_hold_from_their_day_on() {
    let stages = "[facility.port.stage.gate]\nlanes = 1\nservice = \"60 min\"\n\
                  [facility.port.stage.scanner]\nlanes = 1\nservice = \"5 min\"";
    let text =
        port(stages, r#"["gate", { stage = "scanner", share = "0 %" }]"#, &timetable(r#"["10:00", "10:01"]"#), 2, 0);
    let change = "[scenario.base.on.2024-01-02]\nfacility.port.stage.gate.lanes = 2\nfacility.port.stage.gate.service = \"30 min\"\n\
                  facility.port.process.out = [\"gate\", { stage = \"scanner\", share = \"100 %\" }]\n";
    let program = program(&(text + change));
    let seen = visits(&program).visits;
    expect![[r#"
        cars-0 lane 0: 600 600 660 660
        cars-1 lane 0: 601 660 720 720
        cars-2 lane 0: 2040 2040 2070 2070
        cars-3 lane 1: 2041 2041 2071 2071
    "#]]
    .assert_eq(&table(&program, &seen, "port.gate"));
    expect![[r#"
        cars-2 lane 0: 2070 2070 2075 2075
        cars-3 lane 0: 2071 2075 2080 2080
    "#]]
    .assert_eq(&table(&program, &seen, "port.scanner"));
}

#[test]
fn a_dated_incident_takes_lanes_and_gives_them_back() {
    let stage = "[facility.port.stage.gate]\nlanes = 2\nservice = \"30 min\"\n\
                 [incident.scanner]\nat = [\"port.gate\"]\nlanes = 1\nfrom = \"2024-01-01 01:00\"\nto = \"2024-01-01 03:00\"";
    let minutes = r#"["00:40", "00:50", "01:05", "01:06", "02:50", "02:51"]"#;
    let program = program(&port(stage, r#"["gate"]"#, &timetable(minutes), 1, 0));
    expect![[r#"
        cars-0 lane 0: 40 40 70 70
        cars-1 lane 1: 50 50 80 80
        cars-2 lane 0: 65 80 110 110
        cars-3 lane 0: 66 110 140 140
        cars-4 lane 0: 170 170 200 200
        cars-5 lane 1: 171 180 210 210
    "#]]
    .assert_eq(&table(&program, &visits(&program).visits, "port.gate"));
}

/// Down for 2 h in every 10 h on average, so open for 80 % of the time: renewal theory.
#[test]
fn random_incidents_come_as_often_as_they_say() {
    let stage = "[facility.port.stage.gate]\nlanes = 1\nservice = \"1 min\"\n\
                 [incident.breakdown]\nat = [\"port.gate\"]\nevery = \"exponential(mean 8 h)\"\nlasts = \"exponential(mean 2 h)\"";
    let program = program(&port(stage, r#"["gate"]"#, &cars("\"10/day\"", ""), 400, 5));
    agrees("open", 0.8, 0.01, &replications(&program, 10), |seen| {
        let window = (program.window.to_tick - program.window.from_tick) as f64;
        seen.stations[0].open_lane_ms as f64 / window
    });
}

/// One place an hour, two hours ahead. Everybody comes exactly at the slot, and waits for it at home.
#[test]
fn slots_are_given_out_in_order() {
    let stages = "[facility.port.stage.slots]\nkind = \"appointments\"\nevery = \"1 h\"\nplaces = 1\nlead = \"2 h\"\n\
                  [facility.port.stage.gate]\nlanes = 1\nservice = \"10 min\"";
    let minutes = r#"["00:00", "00:10", "00:20", "09:30"]"#;
    let program = program(&port(stages, r#"["slots", "gate"]"#, &timetable(minutes), 1, 0));
    let seen = visits(&program);
    expect![[r#"
        cars-0 lane 0: 0 120 120 120
        cars-1 lane 0: 10 180 180 180
        cars-2 lane 0: 20 240 240 240
        cars-3 lane 0: 570 720 720 720
    "#]]
    .assert_eq(&table(&program, &seen.visits, "port.slots"));
    assert_eq!(seen.streams[0].wait_virtual_ms.sum(), (120 + 170 + 220 + 150) * 60_000);
    assert_eq!(seen.streams[0].wait_physical_ms.sum(), 0);
}

/// Twelve of a hundred miss their slot and book again; five of a hundred places are lost. So 24 places a day serve
/// 24 × 0.95 × 0.88 vehicles when more want to come.
#[test]
fn missed_and_lost_slots_cost_capacity() {
    let stages = "[facility.port.stage.slots]\nkind = \"appointments\"\nevery = \"1 h\"\nplaces = 1\nlead = \"0 h\"\n\
                  no-show = \"12 %\"\nlost = \"5 %\"\npunctuality = \"normal(mean 0 min, sd 25 min)\"";
    let program = program(&port(stages, r#"["slots"]"#, &cars("\"40/day\"", ""), 200, 5));
    agrees("served a day", 24.0 * 0.95 * 0.88, 0.01, &replications(&program, 8), |seen| {
        seen.streams[0].left as f64 / 200.0
    });
}

/// A clock that goes forward has a day of 23 hours; its missing hour holds nothing.
#[test]
fn a_missing_hour_is_empty() {
    let text = port(
        "[facility.port.stage.gate]\nlanes = 1\nservice = \"1 min\"",
        r#"["gate"]"#,
        &cars("\"2400/day\"", ""),
        1,
        0,
    );
    let text = text.replace("2024-01-01", "2024-03-31");
    let head = crate::corridor::HEAD.replacen("zone = \"UTC\"", "zone = \"Europe/Warsaw\"", 1);
    let program = crate::corridor::program_of(&(head + &text));
    let seen = observe(&program, 0);
    assert_eq!(program.window.to_tick, 23 * 3_600_000);
    let hours = &seen.streams[0].arrived_by_hour;
    assert_eq!((hours.len(), hours[2]), (24, 0));
    assert!(hours[1] > 50 && hours[3] > 50, "{hours:?}");
    assert_eq!(seen.stations[station(&program, "port.gate")].open_lane_ms_by_hour[2], 0);
}
