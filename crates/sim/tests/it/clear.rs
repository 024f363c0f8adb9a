//! What holds in every corridor with links to be kept clear, checked on random small ones: whoever has to move can.

use crate::corridor::{program, visits};
use portway_sim::{Observations, Program, Visit};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A stage of a random corridor.
#[derive(Clone, Debug)]
struct Stage {
    lanes: u32,
    room: Option<u32>,
    service: &'static str,
    /// Lanes by night; the demand comes by night too.
    night_lanes: Option<u32>,
    more: &'static str,
}

/// A random corridor: a port, a bridge to be kept clear, perhaps a road behind it, another port.
#[derive(Clone, Debug)]
struct Net {
    near: Stage,
    hall: Stage,
    far: Stage,
    /// Which vehicles pass the hall before the far stage.
    hall_step: &'static str,
    /// Properties of the bridge, and of the road behind it when there is one.
    bridge: &'static str,
    road: Option<&'static str>,
    rework: u32,
    both_ways: bool,
    from_the_door: bool,
    later_room: Option<u32>,
    per_day: u32,
}

fn stages() -> impl Strategy<Value = Stage> {
    let room = prop_oneof![1 => Just(None), 4 => (0u32..3).prop_map(Some)];
    let service =
        prop_oneof![Just("exponential(mean 1 min)"), Just("90 s"), Just("uniform(0 min, 3 min)"), Just("0 min")];
    let night = prop_oneof![2 => Just(None), 1 => (0u32..2).prop_map(Some)];
    let more = prop_oneof![
        6 => Just(""),
        1 => Just("discipline = { priority = [\"bus\", \"car\"] }\n"),
        1 => Just("discipline = { weights = { bus = 3, car = 1 } }\n"),
        1 => Just("patience = \"exponential(mean 20 min)\"\n"),
        1 => Just("balk-at = 2\n"),
        1 => Just("when-full = \"turn-away\"\n"),
    ];
    (1u32..3, room, service, night, more).prop_map(|(lanes, room, service, night_lanes, more)| Stage {
        lanes,
        room,
        service,
        night_lanes,
        more: if room.is_none() && more.starts_with("when-full") { "" } else { more },
    })
}

fn links() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just(""),
        Just("overtaking = false\n"),
        Just("storage = 1\n"),
        Just("storage = 3\novertaking = false\n"),
        Just("flow-capacity = \"60/h\"\n"),
        Just("flow-capacity = \"60/h\"\novertaking = false\n"),
    ]
}

fn nets() -> impl Strategy<Value = Net> {
    let hall_step = prop_oneof![
        Just(""),
        Just("{ stage = \"hall\", classes = [\"bus\"] }, "),
        Just("{ stage = \"hall\", share = \"50 %\" }, "),
        Just("\"hall\", "),
    ];
    let later = prop_oneof![Just(None), (0u32..3).prop_map(Some)];
    (
        (stages(), stages(), stages()),
        (hall_step, links(), prop_oneof![1 => Just(None), 1 => links().prop_map(Some)]),
        (prop_oneof![Just(0u32), 1u32..40], any::<bool>(), any::<bool>(), later, 10u32..60),
    )
        .prop_map(
            |(
                (near, hall, far),
                (hall_step, bridge, road),
                (rework, both_ways, from_the_door, later_room, per_day),
            )| Net {
                near,
                hall,
                far,
                hall_step,
                bridge,
                road,
                rework,
                both_ways,
                from_the_door,
                later_room,
                per_day,
            },
        )
}

/// The corridor as text. Demand comes in the first four hours of two days, so that nobody is left at the end of the second.
fn text(net: &Net) -> String {
    let mut text = String::from("[facility.one]\nnode = \"a\"\n[facility.two]\nnode = \"c\"\n");
    for (name, stage) in [("one.stage.near", &net.near), ("two.stage.hall", &net.hall), ("two.stage.far", &net.far)] {
        let lanes = match stage.night_lanes {
            None => format!("lanes = {}", stage.lanes),
            Some(night) => format!(
                "lanes = [{{ hours = \"01:00-02:00\", lanes = {night} }}, {{ hours = \"02:00-01:00\", lanes = {} }}]",
                stage.lanes
            ),
        };
        text += &format!("[facility.{name}]\n{lanes}\nservice = \"{}\"\n{}", stage.service, stage.more);
        if let Some(room) = stage.room {
            text += &format!("room = {room}\n");
        }
    }
    let rework = match net.rework {
        0 => String::new(),
        share => format!(", {{ back-to = \"far\", share = \"{share} %\" }}"),
    };
    text += "[facility.one.process]\nout = [\"near\"]\nback = [\"near\"]\n";
    text += &format!("[facility.two.process]\nout = [{}\"far\"{rework}]\nback = [\"far\"]\n", net.hall_step);
    let (end, path) =
        if net.road.is_some() { ("b", ["bridge", "road"].as_slice()) } else { ("c", ["bridge"].as_slice()) };
    text += &format!(
        "[link.bridge]\nfrom = \"a\"\nto = \"{end}\"\nlength = \"1 km\"\ntravel = \"2 min\"\nkeep-clear = true\n{}",
        net.bridge
    );
    if let Some(road) = net.road {
        text += &format!("[link.road]\nfrom = \"b\"\nto = \"c\"\nlength = \"1 km\"\ntravel = \"1 min\"\n{road}");
    }
    let quoted = |names: Vec<&str>| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let out = path.iter().copied().chain(["two"]);
    let near = (!net.from_the_door).then_some("one");
    text += &format!("[route.out]\ndirection = \"out\"\npath = [{}]\n", quoted(near.into_iter().chain(out).collect()));
    let back = ["two"].into_iter().chain(path.iter().rev().copied()).chain(["one"]);
    text += &format!("[route.back]\ndirection = \"back\"\npath = [{}]\n", quoted(back.collect()));
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
    text += "[scenario.base]\nfrom = \"2024-01-01\"\nto = \"2024-01-02\"\n";
    if let Some(room) = net.later_room {
        text += &format!("[scenario.base.on.2024-01-02]\nfacility.two.stage.far.room = {room}\n");
    }
    text
}

fn holds(net: &Net, program: &Program, seen: &Observations) {
    let inside: u64 = seen.streams.iter().map(|stream| stream.inside_at_end).sum();
    assert_eq!(inside, 0, "somebody waits for ever");
    for stream in &seen.streams {
        let gone = stream.left + stream.turned_away + stream.abandoned;
        assert_eq!(stream.arrived, gone, "a vehicle was lost or made");
    }
    // Waiting places are never exceeded by those that come from another place; the door has room for all.
    let mut met = BTreeSet::new();
    let inner: Vec<&Visit> = seen.visits.iter().filter(|v| !met.insert((v.flow, v.vehicle))).collect();
    for (name, stage) in [("one.near", &net.near), ("two.hall", &net.hall), ("two.far", &net.far)] {
        let Some(station) = program.stations.iter().position(|info| info.name == name) else { continue };
        if let Some(room) = stage.room {
            let room = room.max(if name == "two.far" { net.later_room.unwrap_or(0) } else { 0 });
            let mut edges: Vec<(i64, i64)> = Vec::new();
            for visit in
                inner.iter().filter(|visit| visit.station as usize == station && visit.arrived_ms < visit.started_ms)
            {
                edges.extend([(visit.arrived_ms, 1), (visit.started_ms, -1)]);
            }
            edges.sort_unstable();
            let most = edges
                .iter()
                .scan(0, |now, edge| {
                    *now += edge.1;
                    Some(*now)
                })
                .max()
                .unwrap_or(0);
            assert!(most <= i64::from(room), "{name}: {most} wait in a room of {room}");
        }
    }
    // A vehicle whose place is certain and cannot be taken away again does not stop.
    let certain = net.hall_step != "{ stage = \"hall\", share = \"50 %\" }, "
        && [&net.near, &net.hall, &net.far].iter().all(|stage| stage.night_lanes.is_none())
        && net.later_room.is_none()
        && net.road.is_none()
        && !net.both_ways
        && !net.bridge.contains("overtaking")
        && !net.bridge.contains("flow-capacity");
    if certain {
        let bridge = program.stations.iter().position(|info| info.name == "bridge");
        let stopped = seen.visits.iter().find(|v| Some(v.station as usize) == bridge && v.left_ms > v.ended_ms);
        assert_eq!(stopped, None, "it stopped on the bridge");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_holds_where_links_are_kept_clear(net in nets()) {
        let program = program(&text(&net));
        holds(&net, &program, &visits(&program));
    }
}
