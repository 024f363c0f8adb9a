//! Offered work against capacity, before anything is run.

use crate::corridor::{cars, port, program, station};

#[test]
fn rework_and_shares_count_in_the_offered_load() {
    let stages = "[facility.port.stage.customs]\nlanes = 4\nservice = \"7.5 min\"\n[facility.port.stage.x-ray]\nlanes = 1\nservice = \"6 min\"";
    let process = r#"["customs", { share = "20 %", path = ["x-ray", { back-to = "customs", share = "50 %" }] }]"#;
    let text = port(stages, process, &cars("\"240/day\"", ""), 3, 1);
    let change = "[scenario.base.on.2024-01-03]\nfacility.port.stage.customs.lanes = 1\n";
    let program = program(&(text + change));
    let load = program.offered_load();
    let minutes = |values: &[f64]| values.iter().map(|ms| (ms / 6_000.0).round() / 10.0).collect::<Vec<f64>>();
    let customs = &load[station(&program, "port.customs")];
    // 240 / (1 − 0.2 × 0.5) visits of 7.5 minutes.
    assert_eq!(minutes(&customs.offered_lane_ms), [2000.0; 3]);
    assert_eq!(minutes(customs.available_lane_ms.as_ref().unwrap()), [5760.0, 5760.0, 1440.0]);
    let x_ray = &load[station(&program, "port.x-ray")];
    assert_eq!(minutes(&x_ray.offered_lane_ms), [320.0; 3]);
}

#[test]
fn slots_and_flow_capacity_are_capacities_too() {
    let stages = "[facility.port.stage.slots]\nkind = \"appointments\"\nevery = \"1 h\"\nplaces = 10\nno-show = \"20 %\"\nlost = \"5 %\"";
    let text = port(stages, r#"["slots"]"#, &cars("\"240/day\"", ""), 1, 0)
        .replace("path = [\"port\"]", "path = [\"port\", \"bridge\"]")
        + "[link.bridge]\nfrom = \"a\"\nto = \"b\"\nlength = \"1 km\"\ntravel = \"2 min\"\nflow-capacity = \"20/h\"\n";
    let program = program(&text);
    let ratio = |name: &str| {
        let load = &program.offered_load()[station(&program, name)];
        load.offered_lane_ms[0] / load.available_lane_ms.as_ref().unwrap()[0]
    };
    assert!((ratio("port.slots") - 240.0 / 0.8 / (240.0 * 0.95)).abs() < 1e-9, "{}", ratio("port.slots"));
    assert!((ratio("bridge") - 0.5).abs() < 1e-9, "{}", ratio("bridge"));
}
