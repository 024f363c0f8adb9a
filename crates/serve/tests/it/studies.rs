use crate::world::World;
use axum::http::StatusCode;
use serde_json::{Value, json};
use std::fs;

#[tokio::test]
async fn a_run_leaves_the_folder_that_the_command_would_and_outlives_the_server() {
    let world = World::new();
    let study = world.study(json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 3 })).await;
    assert_eq!(study["state"], "finished", "{study}");
    let id = study["id"].as_str().expect("an id").to_owned();
    assert!(study["command"].as_str().expect("words").ends_with("--scenario base --replications 3 --seed 1"));
    let answer = world.get(&format!("/api/v1/studies/{id}/answer")).await.json();
    assert_eq!(answer["days"].as_array().map(Vec::len), Some(7));
    assert_eq!(answer["series"]["daily"][0]["mean"].as_array().map(Vec::len), Some(7));
    let files = world.get(&format!("/api/v1/studies/{id}/files")).await.json();
    for name in ["manifest.json", "results.json", "report.html", "hourly.parquet", "samples.json"] {
        assert!(files["files"].as_array().expect("names").contains(&json!(name)), "{name}: {files}");
    }
    let parquet = world.get(&format!("/api/v1/studies/{id}/files/hourly.parquet")).await;
    assert!(parquet.body.starts_with(b"PAR1") && parquet.header("content-disposition").contains("attachment"));
    let report = world.get(&format!("/api/v1/studies/{id}/report")).await;
    assert!(
        report.header("content-security-policy").contains("sandbox"),
        "{}",
        report.header("content-security-policy")
    );

    let world = world.again();
    let study = world.get(&format!("/api/v1/studies/{id}")).await.json();
    assert_eq!((&study["state"], &study["done"]), (&json!("finished"), &json!(3)));
    assert_eq!(world.get(&format!("/api/v1/studies/{id}/answer")).await.json(), answer);
    assert_eq!(world.delete(&format!("/api/v1/studies/{id}")).await.status, StatusCode::NO_CONTENT);
    assert_eq!(fs::read_dir(world.runs()).expect("there").count(), 0);
}

#[tokio::test]
async fn the_same_numbers_as_the_library_gives() {
    let world = World::new();
    let study =
        world.study(json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 2, "seed": 7 })).await;
    let path = format!("/api/v1/studies/{}/files/results.json", study["id"].as_str().expect("an id"));
    let folder = portway_model::Folder::of([("corridor.toml", crate::world::CORRIDOR)]);
    let corridor = portway_model::load(&folder).corridor.expect("loads");
    let timeline = corridor.timeline(Some("base")).expect("there");
    let model = portway_study::results::ModelRef { name: "small".into(), hash: folder.hash() };
    let replications = portway_study::Replications::Fixed(2);
    let options = portway_study::StudyOptions { seed: 7, replications, threads: 1, record_visits: false };
    let silent = portway_study::Silent;
    let run = portway_study::run(&timeline, model, &options, &silent, &false.into()).expect("runs");
    let expected = portway_report::json::pretty(&run.results).expect("writes");
    assert_eq!(world.get(&path).await.text(), expected);
}

#[tokio::test]
async fn what_is_tried_is_compared_and_written_nowhere() {
    let world = World::new();
    let before = world.hash().await;
    let tried = json!({ "name": "base", "changes": [{ "path": "facility.gate.stage.control.lanes", "value": "1" }] });
    let study =
        world.study(json!({ "kind": "compare", "scenarios": [{ "name": "base" }, tried], "replications": 5 })).await;
    assert_eq!((&study["state"], &study["command"]), (&json!("finished"), &json!("")), "{study}");
    let answer = world.get(&format!("/api/v1/studies/{}/answer", study["id"].as_str().expect("an id"))).await.json();
    let rows = answer["rows"].as_array().expect("rows");
    let door = rows.iter().find(|row| row["name"] == "door_to_door_h" && row["class"] == "" && row["direction"] == "");
    // Sixty trucks a day and half an hour each are more than one lane can do.
    assert!(door.is_some_and(|row| row["b"].is_null() || row["difference"].as_f64() > Some(1.0)), "{door:?}");
    assert_eq!(world.hash().await, before);
}

#[tokio::test]
async fn a_run_with_something_tried_says_so_and_is_no_run_to_compare_with() {
    let world = World::new();
    let change = json!({ "path": "facility.gate.stage.control.lanes", "value": "3" });
    let asked = json!({ "kind": "run", "scenarios": [{ "name": "base", "changes": [change] }], "replications": 2 });
    let study = world.study(asked).await;
    let id = study["id"].as_str().expect("an id");
    assert_eq!((&study["state"], &study["command"]), (&json!("finished"), &json!("")), "{study}");
    let manifest = world.get(&format!("/api/v1/studies/{id}/files/manifest.json")).await.json();
    assert_eq!(manifest["asked"]["scenarios"][0]["changes"][0], change);
    assert!(!world.runs().join(id).join("samples.json").exists());
    assert!(
        world.get(&format!("/api/v1/studies/{id}/report")).await.text().contains("facility.gate.stage.control.lanes")
    );
}

#[tokio::test]
async fn every_vehicle_of_a_day_can_be_watched() {
    let world = World::new();
    let asked =
        json!({ "kind": "animate", "scenarios": [{ "name": "base" }], "from": "2026-01-06", "to": "2026-01-06" });
    let study = world.study(asked).await;
    assert_eq!(study["state"], "finished", "{study}");
    let tracks = world.get(&format!("/api/v1/studies/{}/tracks", study["id"].as_str().expect("an id"))).await.body;
    let length = u32::from_le_bytes(tracks[..4].try_into().expect("four")) as usize;
    let header: serde_json::Value = serde_json::from_slice(&tracks[4..4 + length]).expect("a header");
    let (vehicles, moves) = (header["vehicles"].as_u64().expect("n"), header["moves"].as_u64().expect("n"));
    assert!((30..100).contains(&vehicles), "{vehicles}");
    assert_eq!(tracks.len() as u64, 4 + length as u64 + 4 * (vehicles + (vehicles + 1) + 5 * moves));
    let too_long = json!({ "kind": "animate", "scenarios": [{ "name": "base" }], "to": "2026-02-11" });
    assert_eq!(world.post("/api/v1/studies", too_long).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_study_that_runs_is_cancelled_and_the_next_one_begins() {
    let world = World::new();
    let long = json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 10_000, "to": "2030-12-31" });
    let long = world.post("/api/v1/studies", long).await.json()["id"].as_str().expect("an id").to_owned();
    let short = json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 1 });
    let short = world.post("/api/v1/studies", short).await.json()["id"].as_str().expect("an id").to_owned();
    assert_eq!(world.get(&format!("/api/v1/studies/{short}/answer")).await.status, StatusCode::CONFLICT);
    assert_eq!(world.delete(&format!("/api/v1/studies/{long}")).await.status, StatusCode::NO_CONTENT);
    assert_eq!(world.ended(&long).await["state"], "cancelled");
    assert_eq!(world.ended(&short).await["state"], "finished");
    // Nothing is left of what was cancelled.
    assert_eq!(fs::read_dir(world.runs()).expect("there").count(), 1);
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_before_it_waits() {
    let world = World::new();
    for asked in [
        json!({ "kind": "run", "scenarios": [] }),
        json!({ "kind": "run", "scenarios": [{ "name": "nowhere" }] }),
        json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 0 }),
        json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 4_000_000 }),
        json!({ "kind": "run", "scenarios": [{ "name": "base" }], "from": "2026-02-30" }),
        json!({ "kind": "run", "scenarios": [{ "name": "base" }], "from": "2026-01-09", "to": "2026-01-08" }),
        json!({ "kind": "run", "scenarios": [{ "name": "base", "changes": [{ "path": "no.such.path", "value": "1" }] }] }),
        json!({ "kind": "dance", "scenarios": [{ "name": "base" }] }),
        json!({ "kind": "run", "scenarios": [{ "name": "base" }], "unknown": 1 }),
    ] {
        let answer = world.post("/api/v1/studies", asked.clone()).await;
        assert!(answer.status.is_client_error(), "{asked}: {}", answer.status);
        assert!(!answer.json()["title"].as_str().expect("words").is_empty(), "{asked}");
    }
    assert_eq!(world.get("/api/v1/studies").await.json(), json!({ "studies": [] }));
}

/// The digest of the only scenario that a study is about, and the one that the scenario has by now.
async fn digests(world: &World, id: &str) -> (Value, Value) {
    let study = world.get(&format!("/api/v1/studies/{id}")).await.json();
    let corridor = world.get("/api/v1/corridor?lang=ru").await.json();
    let rows = corridor["scenarios"].as_array().expect("some");
    let row = rows.iter().find(|row| row["name"] == "base").expect("there");
    assert_eq!(study["digests"].as_array().map(Vec::len), Some(1), "{study}");
    (study["digests"][0].clone(), row["digest"].clone())
}

#[tokio::test]
async fn a_study_keeps_what_its_scenario_said() {
    let world = World::new();
    let study = world.study(json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 1 })).await;
    let id = study["id"].as_str().expect("an id").to_owned();
    let more = json!({ "hash": world.hash().await, "name": "more", "title": "More", "base": "base", "changes": [] });
    assert_eq!(world.post("/api/v1/scenarios", more).await.status, StatusCode::OK);
    // Another scenario makes another folder, and the same answer.
    let world = world.again();
    assert_ne!(world.hash().await, study["hash"].as_str().expect("a hash"));
    let (then, now) = digests(&world, &id).await;
    assert_eq!(then, now);
    let lanes = json!({ "path": "facility.gate.stage.control.lanes", "value": "3" });
    let body = json!({ "hash": world.hash().await, "changes": [lanes] });
    assert_eq!(world.post("/api/v1/scenarios/base/values", body).await.status, StatusCode::OK);
    let (then, now) = digests(&world, &id).await;
    assert_ne!(then, now);
}

#[tokio::test]
async fn a_study_of_before_digests_were_written_is_read_without_them() {
    let world = World::new();
    let study = world.study(json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 1 })).await;
    let id = study["id"].as_str().expect("an id").to_owned();
    let file = world.runs().join(&id).join("study.json");
    let mut old: Value = serde_json::from_slice(&fs::read(&file).expect("there")).expect("JSON");
    old.as_object_mut().expect("an object").remove("digests");
    fs::write(&file, old.to_string()).expect("written");
    let world = world.again();
    assert_eq!(world.get(&format!("/api/v1/studies/{id}")).await.json()["digests"], json!([]));
}
