//! Caps on how many are inside at once, and quotas of how many come in.

use crate::corridor::{agrees, cars, observe, port, program, program_of, replications, station, table, visits};
use expect_test::expect;
use portway_sim::{InitialVehicle, Observations, Program, RunOptions, run};

const REPLICATIONS: u32 = 16;

fn limit(name: &str, more: &str) -> String {
    format!("[limit.{name}]\n{more}\n")
}

fn timetable(minutes: &str, more: &str) -> String {
    cars("[]", more).replace("volume = []", &format!("timetable = {minutes}"))
}

fn window(program: &Program) -> f64 {
    (program.window.to_tick - program.window.from_tick) as f64
}

/// Vehicles that wait in all queues, mean over the window.
fn queues(program: &Program, seen: &Observations) -> f64 {
    seen.stations.iter().map(|station| station.queue_vehicle_ms).sum::<u128>() as f64 / window(program)
}

/// Lanes without limit and at most three inside: M/M/3 with λ = 6 and μ = 3 an hour. W_q = 0.148148 h, all three are taken with
/// probability 4/9, two are inside on average (Erlang C).
#[test]
fn a_cap_is_as_many_lanes() {
    let stage = "[facility.port.stage.park]\nlanes = \"unlimited\"\nservice = \"exponential(mean 20 min)\"";
    let cap = limit("visitors", "at-most = 3\nenter = [\"port.park\"]\nleave = [\"port.park\"]");
    let program = program(&port(stage, r#"["park"]"#, &(cars("\"144/day\"", "") + &cap), 300, 4));
    let runs = replications(&program, REPLICATIONS);
    agrees("mean wait", 0.148148 * 60.0, 0.02, &runs, |seen| {
        seen.stations[0].streams[0].wait_ms.mean().unwrap() / 60_000.0
    });
    agrees("full", 4.0 / 9.0, 0.01, &runs, |seen| seen.limits[0].full_ms as f64 / window(&program));
    agrees("inside", 2.0, 0.01, &runs, |seen| seen.limits[0].inside_ms as f64 / 1000.0 / window(&program));
    let seen = &runs[0].limits[0];
    assert_eq!((seen.inside_max, seen.at_most_ms), (3000, 3000 * u128::from(seen.window_ms)));
    assert_eq!(seen.admitted / 1000, runs[0].stations[0].streams[0].wait_ms.count());
}

/// The same park behind two gates: whichever way they come, as many wait in all, and no gate is favoured.
#[test]
fn a_cap_holds_at_all_its_entries() {
    let stages = "[facility.port.stage.north]\nlanes = \"unlimited\"\nservice = \"0 min\"\n\
                  [facility.port.stage.south]\nlanes = 2\nservice = \"0 min\"\n\
                  [facility.port.stage.park]\nlanes = \"unlimited\"\nservice = \"exponential(mean 20 min)\"\n";
    let process =
        r#"[{ one-of = [{ share = "50 %", path = ["north"] }, { share = "50 %", path = ["south"] }] }, "park"]"#;
    let cap = limit("visitors", "at-most = 3\nenter = [\"port.north\", \"port.south\"]\nleave = [\"port.park\"]");
    let program = program(&port(stages, process, &(cars("\"144/day\"", "") + &cap), 300, 4));
    let runs = replications(&program, REPLICATIONS);
    agrees("queue", 6.0 * 0.148148, 0.03, &runs, |seen| queues(&program, seen));
    for gate in ["port.north", "port.south"] {
        let gate = station(&program, gate);
        agrees("mean wait", 0.148148 * 60.0, 0.03, &runs, |seen| {
            seen.stations[gate].streams[0].wait_ms.mean().unwrap() / 60_000.0
        });
    }
}

/// Nine people: three cars of three, or one bus of seven and one car of... none: the bus goes first and holds up the cars behind it.
#[test]
fn people_are_counted_by_class() {
    let stages = "[facility.port.stage.gate]\nlanes = \"unlimited\"\nservice = \"60 min\"";
    let flows = timetable(r#"["00:00", "00:01", "00:10"]"#, "")
        + "[flow.buses]\nclass = \"bus\"\nroute = \"out\"\ntimetable = [\"00:05\"]\n"
        + &limit("people", "counts = \"people\"\nat-most = 9\nenter = [\"port.gate\"]\nleave = [\"port.gate\"]");
    let text = crate::corridor::HEAD.replacen("[class.car]\n", "[class.car]\npassengers = 2.5\n", 1).replacen(
        "[class.bus]\n",
        "[class.bus]\npassengers = 6.5\n",
        1,
    ) + &port(stages, r#"["gate"]"#, &flows, 1, 0);
    let program = program_of(&text);
    let seen = visits(&program);
    // Two cars leave room for four; the bus waits for one of them to go, and the last car, for whom there would be room, behind it.
    expect![[r#"
        cars-0 lane 0: 0 0 60 60
        cars-1 lane 1: 1 1 61 61
        buses-0 lane 0: 5 60 120 120
        cars-2 lane 1: 10 61 121 121
    "#]]
    .assert_eq(&table(&program, &seen.visits, "port.gate"));
    let people = &seen.limits[0];
    assert_eq!((people.inside_max, people.admitted), (9000, 3 * 2500 + 6500));
    // Full is when not even a car fits: while bus and car are inside, from 01:00 to 02:00, one minute later the other car.
    assert_eq!(people.full_ms, 60 * 60_000);
}

/// A class without passengers is a driver.
#[test]
fn nobody_counts_for_nothing() {
    let stages = "[facility.port.stage.gate]\nlanes = \"unlimited\"\nservice = \"60 min\"";
    let cap = limit("people", "counts = \"people\"\nat-most = 2\nenter = [\"port.gate\"]\nleave = [\"port.gate\"]");
    let flows = timetable(r#"["00:00"]"#, "batch = 5") + &cap;
    let seen = observe(&program(&port(stages, r#"["gate"]"#, &flows, 1, 0)), 0);
    assert_eq!((seen.streams[0].left, seen.limits[0].inside_max), (5, 2000));
    assert_eq!(seen.streams[0].door_to_door_ms.max() / 3_600_000, 3);
}

/// Fifty want to come every day, twenty may: exactly twenty do, and the others queue. The day is that of the gate: Shanghai's
/// begins at four in the afternoon of UTC.
#[test]
fn a_quota_lets_exactly_so_many_in() {
    let gate = "[facility.port.stage.gate]\nlanes = 4\nservice = \"1 min\"\n";
    let quota = |every: &str| limit("day", &format!("at-most = 20\nenter = [\"port.gate\"]\nevery = \"{every}\""));
    let text = |every| port(gate, r#"["gate"]"#, &(timetable(r#"["08:00"]"#, "batch = 50") + &quota(every)), 10, 0);
    let of_day = observe(&program(&text("day")), 0);
    let by_day: Vec<u32> = of_day.streams[0].left_by_hour.chunks(24).map(|day| day.iter().sum()).collect();
    assert_eq!(by_day, [20; 10]);
    let seen = of_day.limits[0];
    assert_eq!((seen.admitted, seen.quota, seen.inside_max), (200_000, 200_000, 20_000));
    // From 08:04 on the first day and 00:04 on the others: 20 at 4 lanes take five minutes, the last four begin in the fifth.
    assert_eq!(seen.full_ms, (16 * 60 - 4 + 9 * (24 * 60 - 4)) * 60_000);

    let shanghai = crate::corridor::HEAD.replacen("zone = \"UTC\"\n[node.b]", "zone = \"Asia/Shanghai\"\n[node.b]", 1);
    let seen = observe(&program_of(&(shanghai + &text("day"))), 0);
    let hours: Vec<usize> = (0..72).filter(|hour| seen.streams[0].left_by_hour[*hour] > 0).collect();
    // Timetables are in the local time of the first node as well: 08:00 in Shanghai is midnight here.
    assert_eq!(hours, [0, 16, 40, 64]);

    let of_month = observe(&program(&text("month")), 0);
    assert_eq!((of_month.streams[0].left, of_month.limits[0].admitted), (20, 20_000));
    // Ten days of the 31 of January.
    assert_eq!(of_month.limits[0].quota, 20_000 * 10 / 31);
    assert_eq!(observe(&program(&text("year")), 0).streams[0].left, 20);
}

/// A car that is inside and comes to the gate again passes those that wait for it to leave; else nobody would ever move.
#[test]
fn who_is_inside_needs_no_room() {
    let stages = "[facility.port.stage.gate]\nlanes = 1\nservice = \"1 min\"\n\
                  [facility.port.stage.hall]\nlanes = 1\nservice = \"5 min\"\n[facility.port.stage.exit]\nlanes = 1\nservice = \"1 min\"\n";
    let process = r#"["gate", "hall", { back-to = "gate", share = "50 %" }, "exit"]"#;
    let cap = limit("inside", "at-most = 1\nenter = [\"port.gate\"]\nleave = [\"port.exit\"]");
    for room in ["", "room = 3"] {
        let stages = stages.replacen("lanes = 1\n", &format!("lanes = 1\n{room}\n"), 1);
        let flows = timetable(r#"["00:00", "05:00"]"#, "batch = 20") + &cap;
        let seen = observe(&program(&port(&stages, process, &flows, 3, 0)), 0);
        assert_eq!((seen.streams[0].left, seen.streams[0].inside_at_end), (120, 0), "{room}");
        assert_eq!(seen.limits[0].admitted, 120_000);
    }
}

/// Whoever goes away gives back what it holds: out of patience inside, turned away inside, at the end of the route.
#[test]
fn nothing_leaks() {
    let stages = "[facility.port.stage.gate]\nlanes = \"unlimited\"\nservice = \"0 min\"\n\
                  [facility.port.stage.desk]\nlanes = 1\nservice = \"exponential(mean 10 min)\"\npatience = \"exponential(mean 5 min)\"\n\
                  [facility.port.stage.bar]\nlanes = 1\nservice = \"exponential(mean 10 min)\"\nroom = 0\nwhen-full = \"turn-away\"\n\
                  [facility.port.stage.exit]\nlanes = \"unlimited\"\nservice = \"3 min\"\n";
    let process = r#"["gate", "desk", "bar", { stage = "exit", share = "50 %" }]"#;
    let cap = limit("inside", "at-most = 8\nenter = [\"port.gate\"]\nleave = [\"port.exit\"]")
        + &limit("day", "at-most = 100\nenter = [\"port.gate\"]\nevery = \"day\"");
    let program = program(&port(stages, process, &(cars("\"300/day\"", "") + &cap), 60, 0));
    for replication in 0..4 {
        // The run itself asserts that exactly those are counted that are inside.
        let seen = observe(&program, replication);
        let stream = &seen.streams[0];
        assert!(stream.abandoned > 100 && stream.turned_away > 100 && stream.left > 100, "{stream:?}");
        assert!(seen.limits[0].inside_max <= 8000 && seen.limits[1].inside_max == 100_000);
    }
}

/// A full area holds the cars on the road before its gate when there is no room, and those that have nothing to do with it pass.
#[test]
fn a_full_area_blocks_what_lies_before_its_gate() {
    let stages = "[facility.port.stage.entry]\nlanes = 1\nservice = \"1 min\"\n\
                  [facility.port.stage.gate]\nlanes = 1\nservice = \"1 min\"\nroom = 1\n\
                  [facility.port.stage.park]\nlanes = \"unlimited\"\nservice = \"60 min\"\n";
    let cap = limit("inside", "at-most = 2\nenter = [\"port.gate\"]\nleave = [\"port.park\"]");
    let flows = timetable(r#"["00:00"]"#, "batch = 5") + &cap;
    let program = program(&port(stages, r#"["entry", "gate", "park"]"#, &flows, 1, 0));
    expect![[r#"
        cars-0 lane 0: 0 0 1 1
        cars-1 lane 0: 0 1 2 2
        cars-2 lane 0: 0 2 3 3
        cars-3 lane 0: 0 3 4 62
        cars-4 lane 0: 0 62 63 63
    "#]]
    .assert_eq(&table(&program, &visits(&program).visits, "port.entry"));
    expect![[r#"
        cars-0 lane 0: 1 1 2 2
        cars-1 lane 0: 2 2 3 3
        cars-2 lane 0: 3 62 63 63
        cars-3 lane 0: 62 63 64 64
        cars-4 lane 0: 63 123 124 124
    "#]]
    .assert_eq(&table(&program, &visits(&program).visits, "port.gate"));
}

/// A dated change raises the cap, and a given state counts who is inside.
#[test]
fn a_cap_changes_on_a_day_and_counts_the_state() {
    let stages = "[facility.port.stage.gate]\nlanes = \"unlimited\"\nservice = \"0 min\"\n\
                  [facility.port.stage.park]\nlanes = \"unlimited\"\nservice = \"100 h\"\n";
    let cap = limit("inside", "at-most = 3\nenter = [\"port.gate\"]\nleave = [\"port.park\"]");
    let text = port(stages, r#"["gate", "park"]"#, &(timetable(r#"["01:00"]"#, "batch = 5") + &cap), 2, 0);
    let program = program(&(text + "[scenario.base.on.2024-01-02]\nlimit.inside.at-most = 7\n"));
    let park = station(&program, "port.park");
    let initial = [InitialVehicle { flow: 0, station: park, vehicles: 2, since_ms: i64::MAX }];
    let seen = run(&program, &RunOptions { initial: &initial, ..crate::corridor::options(0) }).expect("the run ends");
    let came = |hour: usize| seen.stations[park].occupied_lane_ms_by_hour[hour] / 3_600_000;
    assert_eq!([came(0), came(2), came(24), came(26)], [2, 3, 7, 7]);
}
