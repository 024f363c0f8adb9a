//! `portway bottleneck` through the binary, on the corridor of `portway new`.

use crate::world::World;
use serde_json::Value;

const QUICK: [&str; 2] = ["--replications", "4"];

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn a_bottleneck_is_printed_and_kept() {
    let world = World::with_model();
    let said = world.portway(&[&["bottleneck", "model", "--out", "found"][..], &QUICK].concat());
    assert_eq!(said.code, 0, "{said:?}");
    assert!(said.out.contains("What holds what") && said.out.contains("What it rests on"), "{said:?}");
    assert_eq!(said.err, "Report: found/report.html\n");
    assert_eq!(world.list("found"), ["bottleneck.json", "manifest.json", "model", "report.html"]);
    let kept = world.read("found/bottleneck.json");
    let found = json(&kept);
    let rows = found["rows"].as_array().expect("it is a list");
    // Every row names an input of the folder, and a lane is among them.
    let lane = rows.iter().find(|row| row["path"] == "facility.north-checkpoint.stage.documents.lanes");
    let said = lane.map(|row| [&row["kind"], &row["from"], &row["to"]]);
    assert_eq!(said, Some([&"lanes".into(), &"3".into(), &"4".into()]));
    assert!(rows.iter().all(|row| row["vehicle_hours_per_year"]["half_width"].is_number()), "{kept}");

    // As an object it is the same bytes, whatever the number of threads, and leaves nothing behind.
    let printed = world.portway(&[&["bottleneck", "model", "--json", "--threads", "3"][..], &QUICK].concat());
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    assert_eq!(printed.out, kept);
    assert!(!world.path("runs").exists());
}

#[test]
fn an_overloaded_stage_is_named_and_a_finding() {
    let world = World::with_model();
    let demand = world.read("model/demand.toml").replace("150/day", "260/day");
    world.write("model/demand.toml", demand);
    let said = world.portway(&[&["bottleneck", "model", "--by", "crossings"][..], &QUICK].concat());
    assert_eq!(said.code, 1, "{said:?}");
    let found = json(&world.read("runs/start-base-bottleneck-seed1/bottleneck.json"));
    assert_eq!((&found["limit"], &found["by"]), (&"resource".into(), &"crossings".into()));
    let best = found["best"]["row"].as_u64().expect("one more lane surely helps") as usize;
    assert_eq!(found["rows"][best]["path"], "facility.north-checkpoint.stage.documents.lanes");
    assert_eq!(found["diagnostics"][0]["code"], "queue-grows");
    for (language, word) in [("zh", "瓶颈分析"), ("ru", "что сдерживает пропуск")] {
        let said = world.portway(&[&["bottleneck", "model", "--lang", language][..], &QUICK].concat());
        assert!(said.code == 1 && said.out.contains(word), "{said:?}");
        assert!(world.read("runs/start-base-bottleneck-seed1/report.html").contains(word));
    }
}
