//! What a stage does with its vehicles: who is next, who goes away, which lanes open, how waiting is counted.

use crate::corridor::{cars, observe, options, port, program, station, table, visits, visits_from};
use expect_test::expect;
use portway_sim::{InitialVehicle, RunOptions, run};

fn flow(name: &str, class: &str, minutes: &str, more: &str) -> String {
    format!("[flow.{name}]\nclass = \"{class}\"\nroute = \"out\"\ntimetable = {minutes}\n{more}\n")
}

/// Two buses for every car while both wait.
#[test]
fn a_weighted_cycle_serves_by_its_weights() {
    let stage =
        "[facility.port.stage.gate]\nlanes = 1\nservice = \"10 min\"\ndiscipline = { weights = { bus = 2, car = 1 } }";
    let flows = flow("cars", "car", r#"["00:00"]"#, "batch = 4") + &flow("buses", "bus", r#"["00:01"]"#, "batch = 4");
    let program = program(&port(stage, r#"["gate"]"#, &flows, 1, 0));
    let order: Vec<String> = table(&program, &visits(&program).visits, "port.gate")
        .lines()
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect();
    assert_eq!(order.join(" "), "cars-0 buses-0 buses-1 cars-1 buses-2 buses-3 cars-2 cars-3");
}

/// A third car in the queue opens two more lanes; they close when nobody waits.
#[test]
fn a_queue_opens_lanes_and_closes_them() {
    let stage = "[facility.port.stage.gate]\nlanes = 1\nservice = \"10 min\"\nextra-lanes = { lanes = 2, open-at = 3, close-at = 0 }";
    let minutes = r#"["00:00", "00:01", "00:02", "00:03", "00:21", "00:22"]"#;
    let program = program(&port(stage, r#"["gate"]"#, &flow("cars", "car", minutes, ""), 1, 0));
    expect![[r#"
        cars-0 lane 0: 0 0 10 10
        cars-1 lane 1: 1 3 13 13
        cars-2 lane 2: 2 3 13 13
        cars-3 lane 0: 3 10 20 20
        cars-4 lane 0: 21 21 31 31
        cars-5 lane 0: 22 31 41 41
    "#]]
    .assert_eq(&table(&program, &visits(&program).visits, "port.gate"));
}

/// Sixty days on a lane are more milliseconds than a plan holds; two cars wait and are served as long as any other.
#[test]
fn a_service_of_many_weeks_is_served_to_the_end() {
    let stages = "[facility.port.stage.gate]\nlanes = 2\nservice = \"1 d\"\n\
                  [facility.port.stage.yard]\nlanes = 1\nservice = \"60 d\"\nroom = 1";
    let program = program(&port(stages, r#"["gate", "yard"]"#, &cars("\"0/day\"", ""), 130, 0));
    let gate = station(&program, "port.gate");
    let initial = [InitialVehicle { flow: 0, station: gate, vehicles: 2, since_ms: i64::MAX }];
    let seen = run(&program, &RunOptions { initial: &initial, ..options(0) }).expect("the run ends");
    let days = |ms: u128| ms as f64 / 86_400_000.0;
    let stream = &seen.streams[0];
    assert_eq!((stream.left, stream.inside_at_end), (2, 0));
    assert_eq!(days(seen.stations[station(&program, "port.yard")].streams[0].service_ms.sum()), 120.0);
    assert_eq!((days(stream.wait_ms.sum()), days(stream.door_to_door_ms.sum())), (60.0, 1.0 + 60.0 + 1.0 + 120.0));
}

#[test]
fn a_long_queue_is_not_joined() {
    let stage = "[facility.port.stage.gate]\nlanes = 1\nservice = \"10 min\"\nbalk-at = 2";
    let program = program(&port(stage, r#"["gate"]"#, &flow("cars", "car", r#"["00:00"]"#, "batch = 7"), 1, 0));
    let seen = observe(&program, 0);
    assert_eq!((seen.streams[0].left, seen.streams[0].turned_away), (3, 4));
    assert_eq!(seen.stations[0].queue_max_vehicles, 2);
}

/// A lot of two places before a slow hall: two wait in the lot, the others for a place in it.
#[test]
fn waiting_in_a_holding_lot_is_yard_waiting() {
    let stages = "[facility.port.stage.lot]\nkind = \"holding\"\nlanes = 2\nservice = \"0 min\"\n\
                  [facility.port.stage.hall]\nlanes = 1\nservice = \"10 min\"\nroom = 0";
    let program = program(&port(stages, r#"["lot", "hall"]"#, &flow("cars", "car", r#"["00:00"]"#, "batch = 5"), 1, 0));
    let seen = observe(&program, 0);
    let minutes = |sum: u128| sum / 60_000;
    let stream = &seen.streams[0];
    // Car 1 goes through, 2 and 3 wait 10 and 20 minutes in the lot, 4 and 5 wait 10 and 20 for it and 20 in it.
    assert_eq!(minutes(stream.wait_yard_ms.sum()), 10 + 20 + 20 + 20);
    assert_eq!(minutes(stream.wait_physical_ms.sum()), 10 + 20);
    assert_eq!(minutes(stream.wait_ms.sum()), 100);
    assert_eq!((stream.wait_blocked_ms.sum(), stream.wait_virtual_ms.sum()), (0, 0));
}

/// A run from a given state: three cars wait at the hall, the first since an hour before.
#[test]
fn a_run_begins_with_the_vehicles_it_is_given() {
    let stages = "[facility.port.stage.gate]\nlanes = 1\nservice = \"1 min\"\n[facility.port.stage.hall]\nlanes = 1\nservice = \"10 min\"";
    let program = program(&port(stages, r#"["gate", "hall"]"#, &flow("cars", "car", r#"["00:05"]"#, ""), 1, 0));
    let hall = station(&program, "port.hall");
    let start = program.window.start_ms;
    let initial = [
        InitialVehicle { flow: 0, station: hall, vehicles: 1, since_ms: start - 3_600_000 },
        InitialVehicle { flow: 0, station: hall, vehicles: 2, since_ms: start },
    ];
    let seen = visits_from(&program, &initial);
    expect![[r#"
        cars-4294967295 lane 0: -60 0 10 10
        cars-4294967294 lane 0: 0 10 20 20
        cars-4294967293 lane 0: 0 20 30 30
        cars-0 lane 0: 6 30 40 40
    "#]]
    .assert_eq(&table(&program, &seen.visits, "port.hall"));
    let stream = &seen.streams[0];
    assert_eq!((stream.inside_at_start, stream.arrived, stream.left), (3, 1, 4));
}

/// The window begins with whoever is inside, and counts only what happens in it.
#[test]
fn the_warm_up_is_thrown_away_but_its_vehicles_stay() {
    let stage = "[facility.port.stage.gate]\nlanes = 1\nservice = \"10 h\"";
    let program = program(&port(stage, r#"["gate"]"#, &flow("cars", "car", r#"["20:00"]"#, ""), 1, 1));
    let seen = observe(&program, 0);
    let stream = &seen.streams[0];
    assert_eq!((stream.inside_at_start, stream.arrived, stream.left, stream.inside_at_end), (1, 1, 1, 1));
    assert_eq!(stream.door_to_door_ms.sum(), 10 * 3_600_000);
    // Busy from midnight to six and from eight in the evening on.
    assert_eq!(seen.stations[0].busy_lane_ms, 10 * 3_600_000);
}

/// Too many vehicles end the run with the place where they wait.
#[test]
fn a_queue_without_bound_is_named() {
    let stage = "[facility.port.stage.gate]\nlanes = 1\nservice = \"60 min\"";
    let program = program(&port(stage, r#"["gate"]"#, &cars("\"600000/day\"", ""), 3, 0));
    let error = portway_sim::run(&program, &crate::corridor::options(0)).unwrap_err();
    let portway_sim::RunError::TooManyVehicles { station: 0, at_ms } = error else { panic!("{error}") };
    let day = (at_ms - program.window.start_ms) / 86_400_000;
    assert_eq!(day, 1);
}

#[test]
fn a_raised_flag_stops_the_run() {
    let stage = "[facility.port.stage.gate]\nlanes = 1\nservice = \"1 min\"";
    let program = program(&port(stage, r#"["gate"]"#, &cars("\"1000/day\"", ""), 30, 0));
    let flag = std::sync::atomic::AtomicBool::new(true);
    let options = portway_sim::RunOptions { cancel: Some(&flag), ..crate::corridor::options(0) };
    assert_eq!(portway_sim::run(&program, &options), Err(portway_sim::RunError::Cancelled));
}
