//! What holds in every corridor, checked on random small ones from the records of all visits.

use crate::corridor::{observe, options, program, visits};
use portway_sim::program::StationKind;
use portway_sim::{Observations, Program, Visit};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A stage of a random corridor.
#[derive(Clone, Debug)]
struct Stage {
    lanes: u32,
    room: Option<u32>,
    turn_away: bool,
    discipline: u8,
    service: String,
    patience: bool,
    share: u32,
}

/// A random corridor: a port, a link, another port; both directions over the same stages in opposite order or not.
#[derive(Clone, Debug)]
struct Net {
    stages: Vec<Stage>,
    storage: Option<u32>,
    overtaking: bool,
    headway: bool,
    rework: u32,
    incident: bool,
    both_ways: bool,
    per_day: u32,
    /// Most vehicles between the first stage of the first port and that of the second; 0 for no limit.
    cap: u32,
}

fn stages() -> impl Strategy<Value = Stage> {
    let service = prop_oneof![
        Just("exponential(mean 2 min)".to_owned()),
        Just("90 s".to_owned()),
        Just("uniform(0 min, 4 min)".to_owned()),
        Just("0 min".to_owned()),
    ];
    let room = prop_oneof![Just(None), (0u32..4).prop_map(Some)];
    (1u32..4, room, any::<bool>(), 0u8..3, service, prop::bool::weighted(0.2), prop_oneof![Just(100u32), 0u32..100])
        .prop_map(|(lanes, room, turn_away, discipline, service, patience, share)| Stage {
            lanes,
            room,
            turn_away: turn_away && room.is_some(),
            discipline,
            service,
            patience,
            share,
        })
}

fn nets() -> impl Strategy<Value = Net> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let storage = prop_oneof![Just(None), (1u32..5).prop_map(Some)];
    let cap = prop_oneof![Just(0u32), 1u32..8];
    (prop::collection::vec(stages(), 2..6), storage, flags, 0u32..60, 20u32..300, cap).prop_map(
        |(stages, storage, (overtaking, headway, incident, both_ways), rework, per_day, cap)| Net {
            stages,
            storage,
            overtaking,
            headway,
            rework,
            incident,
            both_ways,
            // Two flows, and at most twelve minutes of each vehicle under the cap: a third of what a day can pass, so that a cap
            // alone keeps nobody inside at midnight.
            per_day: match cap {
                // Where everybody must have left, what single lanes that block each other pass in a day, incidents counted.
                0 if rework == 0 && !both_ways => per_day.min(120),
                0 => per_day,
                cap => per_day.min(20 * cap).min(120),
            },
            cap,
        },
    )
}

/// The corridor as text. Demand comes in the first four hours, so that a corridor that does not lock is empty at midnight.
fn text(net: &Net) -> String {
    let half = net.stages.len().div_ceil(2);
    let mut text = String::from("[facility.one]\nnode = \"a\"\n[facility.two]\nnode = \"b\"\n");
    let mut steps = [Vec::new(), Vec::new()];
    for (index, stage) in net.stages.iter().enumerate() {
        let port = usize::from(index >= half);
        text += &format!(
            "[facility.{}.stage.s{index}]\nlanes = {}\nservice = \"{}\"\n",
            ["one", "two"][port],
            stage.lanes,
            stage.service
        );
        if let Some(room) = stage.room {
            text += &format!("room = {room}\n");
        }
        if stage.turn_away {
            text += "when-full = \"turn-away\"\n";
        }
        match stage.discipline {
            0 => {}
            1 => text += "discipline = { priority = [\"bus\", \"car\"] }\n",
            _ => text += "discipline = { weights = { bus = 3, car = 1 } }\n",
        }
        if stage.patience {
            text += "patience = \"exponential(mean 20 min)\"\n";
        }
        // The first stage of each port is always passed, so that rework has somewhere to go back to.
        let first = index == 0 || index == half;
        let share = if first { 100 } else { stage.share };
        steps[port].push(format!("{{ stage = \"s{index}\", share = \"{share} %\" }}"));
    }
    let reverse = |steps: &[String]| steps.iter().rev().cloned().collect::<Vec<_>>().join(", ");
    for (port, name) in ["one", "two"].into_iter().enumerate() {
        let mut out = steps[port].join(", ");
        if port == 0 && net.rework > 0 {
            out += &format!(", {{ back-to = \"s0\", share = \"{} %\" }}", net.rework);
        }
        text += &format!("[facility.{name}.process]\nout = [{out}]\nback = [{}]\n", reverse(&steps[port]));
    }
    text += &format!(
        "[link.bridge]\nfrom = \"a\"\nto = \"b\"\nlength = \"1 km\"\ntravel = \"2 min\"\novertaking = {}\n",
        net.overtaking
    );
    if let Some(storage) = net.storage {
        text += &format!("storage = {storage}\n");
    }
    if net.headway {
        text += "flow-capacity = \"50/h\"\n";
    }
    if net.incident {
        text += "[incident.power]\nat = [\"one.s0\", \"bridge\"]\nevery = \"exponential(mean 1 h)\"\nlasts = \"exponential(mean 10 min)\"\n";
    }
    if net.cap > 0 {
        text += &format!("[limit.cap]\nat-most = {}\nenter = [\"one.s0\"]\nleave = [\"two.s{half}\"]\n", net.cap);
    }
    text += "[route.out]\ndirection = \"out\"\npath = [\"one\", \"bridge\", \"two\"]\n";
    text += "[route.back]\ndirection = \"back\"\npath = [\"two\", \"bridge\", \"one\"]\n";
    text += &format!("[profile.early]\nhour = {:?}\n", (0..24).map(|hour| u32::from(hour < 4)).collect::<Vec<_>>());
    let mut flow = |name: &str, class: &str, route: &str| {
        text += &format!(
            "[flow.{name}]\nclass = \"{class}\"\nroute = \"{route}\"\nvolume = \"{}/day\"\nprofile = \"early\"\n",
            net.per_day
        );
    };
    flow("cars", "car", "out");
    flow("buses", "bus", "out");
    if net.both_ways {
        flow("cars-back", "car", "back");
    }
    text + "[scenario.base]\nfrom = \"2024-01-01\"\nto = \"2024-01-02\"\n"
}

/// The largest number of half-open intervals that overlap.
fn most_at_once(intervals: impl Iterator<Item = (i64, i64)>) -> usize {
    let mut edges: Vec<(i64, i32)> =
        intervals.filter(|(from, to)| from < to).flat_map(|(from, to)| [(from, 1), (to, -1)]).collect();
    edges.sort_unstable();
    let (mut now, mut most) = (0, 0);
    for (_, step) in edges {
        now += step;
        most = most.max(now);
    }
    most as usize
}

fn holds(net: &Net, program: &Program, seen: &Observations) {
    // The first visit of a vehicle is the one that it enters from the door.
    let mut met = BTreeSet::new();
    let known = seen.visits.iter().map(|visit| (met.insert((visit.flow, visit.vehicle)), visit));
    let known: Vec<(bool, &Visit)> = known.collect();
    for (station, info) in program.stations.iter().enumerate() {
        let here: Vec<(bool, &Visit)> = known.iter().copied().filter(|(_, v)| v.station as usize == station).collect();
        let all: Vec<&Visit> = here.iter().map(|(_, visit)| *visit).collect();
        for visit in &all {
            assert!(visit.arrived_ms <= visit.started_ms && visit.started_ms <= visit.ended_ms, "{visit:?}");
            assert!(visit.ended_ms <= visit.left_ms, "{visit:?}");
        }
        // Never more than the lanes, and never two on one of them.
        let stage = info.name.split_once(".s").map(|(_, number)| &net.stages[number.parse::<usize>().unwrap()]);
        let lanes = stage.map_or(net.storage.unwrap_or(u32::MAX), |stage| stage.lanes) as usize;
        assert!(most_at_once(all.iter().map(|v| (v.started_ms, v.left_ms))) <= lanes, "{}", info.name);
        assert!(all.iter().all(|visit| (visit.lane as usize) < lanes));
        let mut by_lane: BTreeMap<u32, Vec<(i64, i64)>> = BTreeMap::new();
        all.iter().for_each(|v| by_lane.entry(v.lane).or_default().push((v.started_ms, v.left_ms)));
        assert!(by_lane.into_values().all(|lane| most_at_once(lane.into_iter()) <= 1), "{}", info.name);
        // Inside a class, first come is first served. Equal instants may be in either order. Who waits at the door counts
        // from there, who is held in another place from being let in, so the two are told apart. Who is inside under a cap passes
        // those of other places that wait for room.
        let passes = net.cap > 0 && info.name == "one.s0";
        let kinds = [(0, false), (0, true), (1, false), (1, true)];
        for (class, door) in kinds.into_iter().filter(|(_, door)| *door || !passes) {
            let is_mine =
                |(at_door, v): &&(bool, &Visit)| program.flows[v.flow as usize].class == class && *at_door == door;
            let mut mine: Vec<&Visit> = here.iter().filter(is_mine).map(|(_, visit)| *visit).collect();
            mine.sort_by_key(|visit| (visit.arrived_ms, visit.started_ms));
            assert!(mine.windows(2).all(|two| two[0].started_ms <= two[1].started_ms), "{} class {class}", info.name);
        }
        // Waiting places are never exceeded by those that come from another place; the door has room for all.
        if let Some(Stage { room: Some(room), .. }) = stage {
            let inner = here.iter().filter(|(at_door, _)| !at_door);
            assert!(most_at_once(inner.map(|(_, v)| (v.arrived_ms, v.started_ms))) <= *room as usize, "{}", info.name);
        }
        if info.kind == StationKind::Link && !net.overtaking {
            let mut mine = all.clone();
            mine.sort_by_key(|visit| (visit.started_ms, visit.left_ms));
            assert!(mine.windows(2).all(|two| two[0].left_ms <= two[1].left_ms), "overtaken on {}", info.name);
        }
        if info.kind == StationKind::Link && net.headway {
            let mut left: Vec<i64> = all.iter().map(|visit| visit.left_ms).collect();
            left.sort_unstable();
            assert!(left.windows(2).all(|two| two[1] - two[0] >= 72_000), "two leave {} at once", info.name);
        }
    }
    assert!(seen.limits.iter().all(|limit| limit.inside_max <= u64::from(net.cap) * 1000), "{:?}", seen.limits);
    // A vehicle is in one place at a time, without gaps between.
    let mut by_vehicle: BTreeMap<(u32, u32), Vec<&Visit>> = BTreeMap::new();
    seen.visits.iter().for_each(|visit| by_vehicle.entry((visit.flow, visit.vehicle)).or_default().push(visit));
    for way in by_vehicle.values() {
        assert!(way.windows(2).all(|two| two[0].left_ms == two[1].arrived_ms), "{way:?}");
    }
}

/// Little's law without sampling error: when everybody has left, areas are sums of times.
fn areas_are_sums(net: &Net, program: &Program, seen: &Observations) {
    let gone = seen.streams.iter().all(|stream| stream.inside_at_end == 0);
    assert!(gone || net.both_ways || net.rework > 0, "somebody is still inside");
    if !gone {
        return;
    }
    for (index, station) in seen.stations.iter().enumerate() {
        let sum =
            |get: fn(&portway_sim::observations::StationStream) -> u128| station.streams.iter().map(get).sum::<u128>();
        let name = &program.stations[index].name;
        assert_eq!(station.busy_lane_ms, sum(|stream| stream.service_ms.sum()), "busy {name}");
        assert_eq!(station.blocked_lane_ms, sum(|stream| stream.blocked_ms.sum()), "blocked {name}");
        if !net.stages.iter().any(|stage| stage.patience) {
            assert_eq!(station.queue_vehicle_ms, sum(|stream| stream.wait_ms.sum()), "queue {name}");
        }
        let hours = |values: &[u64]| values.iter().map(|value| u128::from(*value)).sum::<u128>();
        assert_eq!(hours(&station.queue_vehicle_ms_by_hour), station.queue_vehicle_ms);
        assert_eq!(hours(&station.occupied_lane_ms_by_hour), station.busy_lane_ms + station.blocked_lane_ms);
        assert_eq!(hours(&station.open_lane_ms_by_hour), station.open_lane_ms);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_holds_in_every_corridor(net in nets()) {
        let program = program(&text(&net));
        let seen = visits(&program);
        holds(&net, &program, &seen);
        areas_are_sums(&net, &program, &seen);
        // The record of visits does not disturb the run, and a run repeats.
        let plain = observe(&program, 0);
        prop_assert_eq!(&plain.streams, &seen.streams);
        prop_assert_eq!(&plain.stations, &seen.stations);
        let other = portway_sim::run(&program, &portway_sim::RunOptions { seed: 1, ..options(0) }).unwrap();
        prop_assert!(other.events > 0);
    }
}
