use crate::world::{CORRIDOR, World};
use axum::http::StatusCode;
use serde_json::json;
use std::fs;

const LANES: &str = "facility.gate.stage.control.lanes";

#[tokio::test]
async fn a_value_is_set_in_a_scenario_and_comments_stay() {
    let world = World::new();
    let hash = world.hash().await;
    let body = |preview| json!({ "hash": hash, "changes": [{ "path": LANES, "value": "4" }], "preview": preview });
    let shown = world.post("/api/v1/scenarios/base/values", body(true)).await.json();
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there"), CORRIDOR);
    let written = world.post("/api/v1/scenarios/base/values", body(false)).await.json();
    assert_eq!(shown["diff"], written["diff"]);
    let text = fs::read_to_string(world.model("corridor.toml")).expect("there");
    assert_eq!(text, format!("{CORRIDOR}set.{LANES} = 4\n"));
    // The page that still shows the folder from before is told.
    let late = world.post("/api/v1/scenarios/base/values", body(false)).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
}

#[tokio::test]
async fn a_value_that_cannot_stand_there_is_told_with_its_place() {
    let world = World::new();
    let hash = world.hash().await;
    for (path, value, code) in [
        (LANES, "\"many\"", "unknown-word"),
        ("facility.gate.stage.control.lanez", "4", "unknown-key"),
        ("facility.nowhere.stage.control.lanes", "4", "missing-key"),
    ] {
        let body = json!({ "hash": hash, "changes": [{ "path": path, "value": value }] });
        let refused = world.post("/api/v1/scenarios/base/values", body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        let codes = refused.json();
        assert!(codes["diagnostics"].as_array().expect("some").iter().any(|d| d["code"] == code), "{path}: {codes}");
    }
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there"), CORRIDOR);
}

#[tokio::test]
async fn a_copy_is_added_run_and_removed_again() {
    let world = World::new();
    let body = json!({
        "hash": world.hash().await, "name": "four", "title": "Четыре полосы", "base": "base",
        "changes": [{ "path": LANES, "value": "4" }],
    });
    assert_eq!(world.post("/api/v1/scenarios", body.clone()).await.status, StatusCode::OK);
    let network = world.get("/api/v1/scenarios/four").await.json();
    assert_eq!(network["scenario"]["title"], "Четыре полосы");
    assert_eq!(network["facilities"][0]["stages"][0]["lanes"], 4);
    let values = network["facilities"][0]["stages"][0]["values"].as_array().expect("some").clone();
    let lanes = values.iter().find(|value| value["label"] == "lanes").expect("there");
    assert_eq!((&lanes["value"], &lanes["scenario_value"]), (&json!("4"), &json!(true)));

    let removed = world.delete(&format!("/api/v1/scenarios/four?hash={}", world.hash().await)).await;
    assert_eq!(removed.status, StatusCode::OK, "{}", removed.text());
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there").trim_end(), CORRIDOR.trim_end());
    // The only scenario left is what the folder names as its default, so it stays.
    let refused = world.delete(&format!("/api/v1/scenarios/base?hash={}", world.hash().await)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let refused = refused.json();
    assert_eq!(refused["title"], "scenario `base` is still needed elsewhere, so it was not removed");
    let places = refused["diagnostics"].as_array().expect("some").iter().map(|d| &d["labels"][0]["line"]);
    assert_eq!(places.collect::<Vec<_>>(), [&json!(null), &json!(6)], "{refused}");
}

#[tokio::test]
async fn titles_come_in_the_language_that_is_asked_for() {
    let world = World::new();
    for (lang, title) in [("en", "Small"), ("zh", "小型走廊"), ("ru", "Малый")] {
        assert_eq!(world.get(&format!("/api/v1/corridor?lang={lang}")).await.json()["title"], title);
    }
    assert_eq!(world.get("/api/v1/corridor?lang=xx").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
