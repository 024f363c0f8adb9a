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

/// What the record month of the reference corridor is: a base that was otherwise, with changes before, inside and after the window.
const DATED: &str = r#"
[class.van]
title = "Van"

[calendar.office]
zone = "Asia/Yakutsk"
open = "Mo-Su 08:00-20:00"

[facility.scan]
node = "b"

[facility.scan.process]
in = ["x-ray"]

[facility.scan.stage.x-ray]
lanes = 1
service = { truck = "9 min", van = "5 min" }
share = { truck = "50 %", other = "10 %" }
hours = "office"

[scenario.once.set]
facility.scan.stage.x-ray.service.truck = "16 min"

[scenario.once]
title = "As it was"
from = "2020-01-01"
to = "2025-12-31"

# Not in the order of days.
[scenario.once.on.2024-03-06]
calendar.office.open = "Mo-Su 00:00-24:00"

[scenario.once.on.2023-01-10]
calendar.office.open = "Mo-Su 07:00-23:00"

[scenario.once.on.2025-05-20]
facility.scan.stage.x-ray.share.truck = "20 %"

[scenario.once.on.2025-07-01]
facility.scan.stage.x-ray.lanes = 2

[scenario.month]
title = "A month of it"
base = "once"
from = "2025-05-01"
to = "2025-05-31"
"#;

const EVIDENCE: &str = "path,status,source,low,high,note
facility.scan.stage.x-ray.service,assumption,ours,,,
facility.scan.stage.x-ray.lanes,observed,counted,,,
calendar.office.open,observed,the sign today,,,
scenario.once.set.facility.scan.stage.x-ray.service,derived,theirs,,,
scenario.once.on.2024-03-06.calendar.office.open,observed,the sign of 2024,,,
";

#[tokio::test]
async fn inputs_are_those_of_the_first_day_of_the_window_with_what_comes_later_in_it() {
    let world = World::new();
    fs::write(world.model("dated.toml"), DATED).expect("written");
    fs::write(world.model("evidence.csv"), EVIDENCE).expect("written");
    let answer = world.get("/api/v1/scenarios/month/inputs").await.json();
    let all = answer["inputs"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let shown = |path: &str| {
        let input = all.iter().find(|input| input["path"] == path).unwrap_or_else(|| panic!("{path}: {answer}"));
        let source = input["evidence"].get("source").cloned();
        json!([input["value"], input["scenario_value"], input["later"], source])
    };
    // One value of a table is the scenario's, and the table is shown whole.
    let service = r#"{ truck = "16 min", van = "5 min" }"#;
    assert_eq!(shown("facility.scan.stage.x-ray.service"), json!([service, true, [], "theirs"]));
    // The last change before the window, and nothing of it twice.
    let open = "\"Mo-Su 00:00-24:00\"";
    assert_eq!(shown("calendar.office.open"), json!([open, true, [], "the sign of 2024"]));
    // A change inside the window, and none after it.
    let (before, after) = (r#"{ truck = "50 %", other = "10 %" }"#, r#"{ truck = "20 %", other = "10 %" }"#);
    let later = json!([["2025-05-20", after]]);
    assert_eq!(shown("facility.scan.stage.x-ray.share"), json!([before, false, later, null]));
    assert_eq!(shown("facility.scan.stage.x-ray.lanes"), json!(["1", false, [], "counted"]));
    // A place shows the same.
    let network = world.get("/api/v1/scenarios/month").await.json();
    let scan = network["facilities"].as_array().expect("some").iter().find(|facility| facility["name"] == "scan");
    let values = scan.expect("there")["stages"][0]["values"].as_array().expect("some");
    assert!(values.iter().any(|value| value["value"] == service), "{network}");
}
