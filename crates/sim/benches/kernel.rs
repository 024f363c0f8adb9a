//! Speed of the kernel on the checkpoint network, as a table. Run with `cargo bench -p portway-sim`.

#![allow(clippy::print_stdout, reason = "a benchmark prints its table")]

use portway_model::{Folder, load};
use portway_sim::{Program, RunOptions, compile, run};
use std::time::Instant;

/// Two directions through a checkpoint and over a bridge, lanes and demand times `scale`.
fn checkpoint(scale: u32, days: &str) -> String {
    let hours = "[0.3, 0.2, 0.2, 0.2, 0.3, 0.5, 0.9, 1.3, 1.5, 1.6, 1.6, 1.5, 1.4, 1.4, 1.5, 1.6, 1.6, 1.5, 1.3, 1.1, 0.9, 0.7, 0.5, 0.4]";
    let mut text = format!(
        r#"
[corridor]
language = 1
name = "checkpoint"
zone = "UTC"
[direction.out]
[direction.back]
[class.truck]
[node.a]
country = "CN"
zone = "UTC"
[node.b]
country = "RU"
zone = "UTC"
[profile.day]
hour = {hours}
[scenario.year]
from = "2025-01-01"
to = "{days}"
[facility.port]
node = "a"
[facility.port.stage.x-ray]
lanes = {scale}
service = "exponential(mean 8 min)"
"#
    );
    for way in ["out", "back"] {
        text += &format!(
            r#"
[facility.port.stage.gate-{way}]
lanes = {}
service = "exponential(mean 2 min)"
[facility.port.stage.passport-{way}]
lanes = {}
service = "lognormal(mean 8 min, cv 0.5)"
[facility.port.stage.documents-{way}]
lanes = {}
service = "exponential(mean 6 min)"
[facility.port.stage.physical-{way}]
lanes = {}
service = "exponential(mean 45 min)"
[link.bridge-{way}]
from = "a"
to = "b"
length = "1 km"
travel = "5 min"
border = true
storage = {}
[route.{way}]
direction = "{way}"
path = ["port", "bridge-{way}"]
[flow.{way}]
class = "truck"
route = "{way}"
volume = "{}/day"
profile = "day"
"#,
            2 * scale,
            4 * scale,
            3 * scale,
            2 * scale,
            20 * scale,
            300 * scale
        );
    }
    text += "[facility.port.process]\n";
    for way in ["out", "back"] {
        text += &format!(
            "{way} = [\"gate-{way}\", \"passport-{way}\", \"documents-{way}\", \
             {{ stage = \"x-ray\", share = \"15 %\" }}, {{ stage = \"physical-{way}\", share = \"5 %\" }}]\n"
        );
    }
    text
}

fn compiled(text: &str) -> Program {
    let loaded = load(&Folder::of([("corridor.toml", text)]));
    let corridor = loaded.corridor.unwrap_or_else(|| panic!("{:#?}", loaded.diagnostics));
    compile(&corridor.timeline(None).expect("it has one scenario")).expect("it compiles")
}

fn measure(name: &str, text: &str) {
    let begin = Instant::now();
    let program = compiled(text);
    let prepared = begin.elapsed();
    let mut best = f64::INFINITY;
    let mut row = String::new();
    for replication in 0..5 {
        let options = RunOptions { seed: 1, replication, record_visits: false, initial: &[], cancel: None };
        let begin = Instant::now();
        let seen = run(&program, &options).expect("the run ends");
        let seconds = begin.elapsed().as_secs_f64();
        if seconds < best {
            best = seconds;
            let vehicles: u64 = seen.streams.iter().map(|stream| stream.left).sum();
            let mean = seen.streams[0].door_to_door_ms.mean().unwrap_or(0.0) / 60_000.0;
            row = format!(
                "{name:<10} {:>10} {vehicles:>10} {:>9.1} {:>9.1} {:>9.3} {mean:>9.2} {:>9.1}",
                seen.events,
                seconds * 1e3,
                seen.events as f64 / seconds / 1e6,
                seconds * 1e6 / vehicles as f64,
                prepared.as_secs_f64() * 1e3,
            );
        }
    }
    println!("{row}");
}

fn main() {
    // `cargo bench -p portway-sim -- light` measures only that network.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|wanted| wanted == name);
    println!(
        "{:<10} {:>10} {:>10} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "network", "events", "vehicles", "ms", "M ev/s", "µs/veh", "min inside", "load ms"
    );
    for (name, scale, to) in [("light", 1, "2025-12-31"), ("heavy", 100, "2025-01-31")] {
        if is_wanted(name) {
            measure(name, &checkpoint(scale, to));
        }
    }
}
