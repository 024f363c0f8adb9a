//! What must follow when a whole corridor is turned round, slowed down or given more lanes.

use crate::corridor::{cars, observe, port, program, program_of, visits};
use portway_sim::{Observations, Program, Visit};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Two ports and a bridge, each element as its own piece of text, so that they can be put together in any order.
fn pieces(lanes: (u32, u32), room: u32, per_day: u32, bridge: &str) -> Vec<String> {
    let port = |name: &str, node: &str, lanes: u32| {
        format!(
            "[facility.{name}]\nnode = \"{node}\"\n\
             [facility.{name}.stage.hall]\nlanes = {lanes}\nservice = \"exponential(mean 4 min)\"\nroom = {room}\n\
             [facility.{name}.stage.desk]\nlanes = 2\nservice = \"lognormal(mean 3 min, cv 0.8)\"\n\
             [facility.{name}.process]\nout = [\"hall\", {{ stage = \"desk\", share = \"40 %\" }}]\nback = [\"desk\"]\n"
        )
    };
    let flow = |name: &str, class: &str, route: &str| {
        format!("[flow.{name}]\nclass = \"{class}\"\nroute = \"{route}\"\nvolume = \"{per_day}/day\"\n")
    };
    vec![
        port("one", "a", lanes.0),
        port("two", "b", lanes.1),
        format!("[link.bridge]\n{bridge}\ntravel = \"5 min\"\nstorage = 3\novertaking = false\n"),
        "[route.out]\ndirection = \"out\"\npath = [\"one\", \"bridge\", \"two\"]\n".to_owned(),
        "[route.back]\ndirection = \"back\"\npath = [\"two\", \"bridge\", \"one\"]\n".to_owned(),
        flow("cars", "car", "out"),
        flow("buses", "bus", "back"),
        "[scenario.base]\nfrom = \"2024-01-01\"\nto = \"2024-01-05\"\n".to_owned(),
    ]
}

fn whole(directions: [&str; 2], nodes: [&str; 2], pieces: impl Iterator<Item = String>) -> Program {
    let mut text = String::from("[corridor]\nlanguage = 1\nname = \"test\"\nzone = \"UTC\"\n");
    directions.iter().for_each(|name| text += &format!("[direction.{name}]\n"));
    text += "[class.car]\n[class.bus]\n";
    nodes.iter().for_each(|name| text += &format!("[node.{name}]\ncountry = \"CN\"\nzone = \"UTC\"\n"));
    pieces.for_each(|piece| text += &piece);
    program_of(&text)
}

/// What was seen of each direction and of each stage, by name.
fn by_name(program: &Program, seen: &Observations) -> BTreeMap<String, (u64, u128, u128)> {
    let streams = program.streams.iter().zip(&seen.streams).map(|(stream, saw)| {
        let name = format!("{} {}", stream.direction_name, stream.class_name);
        (name, (saw.left, saw.door_to_door_ms.sum(), saw.wait_blocked_ms.sum()))
    });
    let stations = program.stations.iter().zip(&seen.stations).filter(|(info, _)| info.name.contains('.'));
    let stations = stations
        .map(|(info, saw)| (info.name.clone(), (saw.queue_max_vehicles, saw.queue_vehicle_ms, saw.busy_lane_ms)));
    streams.chain(stations).collect()
}

/// When each vehicle joined a station and when its service began there.
fn starts(seen: &[Visit]) -> BTreeMap<u32, (i64, i64)> {
    seen.iter().map(|visit| (visit.vehicle, (visit.arrived_ms, visit.started_ms))).collect()
}

fn laws() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("exponential(mean 10 min)"),
        Just("lognormal(mean 10 min, cv 1.2)"),
        Just("uniform(2 min, 18 min)"),
        Just("10 min")
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The same corridor told from the other bank: directions, places, ports, flows in the opposite order and the bridge
    /// named from its other end. Every direction and stage sees exactly what it saw before.
    #[test]
    fn a_mirrored_corridor_gives_mirrored_results(one in 1u32..4, two in 1u32..4, room in 0u32..4, per_day in 50u32..250) {
        let here = pieces((one, two), room, per_day, "from = \"a\"\nto = \"b\"");
        let there = pieces((one, two), room, per_day, "from = \"b\"\nto = \"a\"");
        let plain = whole(["out", "back"], ["a", "b"], here.into_iter());
        let mirrored = whole(["back", "out"], ["b", "a"], there.into_iter().rev());
        prop_assert_eq!(by_name(&plain, &observe(&plain, 0)), by_name(&mirrored, &observe(&mirrored, 0)));
    }

    /// Half the traffic over twice the days with everything taking twice as long is the same corridor on a slower clock.
    /// Rounding to milliseconds is all that may differ.
    #[test]
    fn doubling_every_time_constant_doubles_every_time(lanes in 1u32..4, room in 0u32..5, per_day in 60u32..200) {
        let corridor = |slow: u32, days: u32| {
            let stages = format!(
                "[facility.port.stage.hall]\nlanes = {lanes}\nservice = \"exponential(mean {} s)\"\n\
                 [facility.port.stage.desk]\nlanes = 2\nservice = \"lognormal(mean {} s, cv 0.7)\"\nroom = {room}\n",
                300 * slow, 400 * slow
            );
            let volume = f64::from(per_day) / f64::from(slow);
            program(&port(&stages, "[\"hall\", \"desk\"]", &cars(&format!("\"{volume}/day\""), ""), days, 0))
        };
        let (quick, slow) = (corridor(1, 10), corridor(2, 20));
        let (quick, slow) = (observe(&quick, 0), observe(&slow, 0));
        let arrived = |seen: &Observations| seen.streams.iter().map(|stream| stream.arrived).sum::<u64>();
        let hours = |seen: &Observations| seen.streams.iter().map(|stream| stream.door_to_door_ms.sum()).sum::<u128>() as f64;
        let queue = |seen: &Observations| seen.stations[1].queue_vehicle_ms as f64;
        prop_assert_eq!(arrived(&quick), arrived(&slow));
        for (what, quick, slow) in [("door to door", hours(&quick), hours(&slow)), ("queue", queue(&quick), queue(&slow))] {
            prop_assert!((slow - 2.0 * quick).abs() <= 1e-3 * slow + 1e5, "{}: {} and {}", what, quick, slow);
        }
    }

    /// First come, first served, with each vehicle's own service time: another lane lets every single vehicle begin no later
    /// (Kiefer and Wolfowitz 1955, the ordered vector of work left is smaller in each place).
    #[test]
    fn another_lane_makes_nobody_wait_longer(lanes in 1u32..5, per_day in 50u32..600, law in laws()) {
        let corridor = |lanes: u32| {
            let stages = format!("[facility.port.stage.hall]\nlanes = {lanes}\nservice = \"{law}\"\n");
            program(&port(&stages, "[\"hall\"]", &cars(&format!("\"{per_day}/day\""), ""), 3, 0))
        };
        let (few, more) = (starts(&visits(&corridor(lanes)).visits), starts(&visits(&corridor(lanes + 1)).visits));
        // A visit is recorded when it ends in the window, so a longer queue leaves some of the last out.
        prop_assert!(few.len() <= more.len() && !few.is_empty());
        for (vehicle, (arrived, started)) in &few {
            let (arrived_too, started_with_more) = more[vehicle];
            prop_assert_eq!(*arrived, arrived_too);
            prop_assert!(started_with_more <= *started, "car {}", vehicle);
        }
    }
}
