use crate::world::{CORRIDOR, World};
use axum::http::StatusCode;
use std::fs;

#[tokio::test]
async fn a_text_is_read_changed_and_written_back_to_the_byte() {
    let world = World::new();
    let read = world.get("/api/v1/files/corridor.toml").await;
    assert_eq!(read.text(), CORRIDOR);
    let text = CORRIDOR.replace("lanes = 2   # as counted", "lanes = 3   # as counted in spring");
    let saved = world.put("/api/v1/files/corridor.toml", ("if-match", read.header("etag")), &text).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there"), text);
    let saved = saved.json();
    assert!(saved["diff"].as_str().expect("a diff").contains("-lanes = 2   # as counted\n+lanes = 3"), "{saved}");
    assert_eq!(saved["hash"], world.hash().await.as_str());
    // Nothing lies about beside it.
    assert_eq!(fs::read_dir(world.model("")).expect("there").count(), 1);
}

#[tokio::test]
async fn who_comes_second_is_told_and_loses_nothing() {
    let world = World::new();
    let known = world.get("/api/v1/files/corridor.toml").await.header("etag").to_owned();
    let (first, second) = (CORRIDOR.replace("60/day", "61/day"), CORRIDOR.replace("60/day", "62/day"));
    let path = "/api/v1/files/corridor.toml";
    assert_eq!(world.put(path, ("if-match", &known), &first).await.status, StatusCode::OK);
    let refused = world.put(path, ("if-match", &known), &second).await;
    assert_eq!(refused.status, StatusCode::PRECONDITION_FAILED);
    let conflict = refused.json();
    assert_eq!(conflict["text"], first.as_str());
    assert!(
        conflict["diff"].as_str().expect("a diff").contains("-volume = \"61/day\"\n+volume = \"62/day\""),
        "{conflict}"
    );
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there"), first);
    // With the state that the conflict tells, the second may decide.
    let state = conflict["etag"].as_str().expect("a state").to_owned();
    assert_eq!(world.put(path, ("if-match", &state), &second).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_editor_beside_the_browser_is_somebody_else_too() {
    let world = World::new();
    let known = world.get("/api/v1/files/corridor.toml").await.header("etag").to_owned();
    fs::write(world.model("corridor.toml"), CORRIDOR.replace("60/day", "59/day")).expect("written");
    let refused = world.put("/api/v1/files/corridor.toml", ("if-match", &known), CORRIDOR).await;
    assert_eq!(refused.status, StatusCode::PRECONDITION_FAILED);
    assert!(fs::read_to_string(world.model("corridor.toml")).expect("there").contains("59/day"));
}

#[tokio::test]
async fn a_text_with_mistakes_is_not_written_unless_one_insists() {
    let world = World::new();
    let known = world.get("/api/v1/files/corridor.toml").await.header("etag").to_owned();
    let text = CORRIDOR.replace("lanes = 2", "lanez = 2");
    let path = "/api/v1/files/corridor.toml";
    let refused = world.put(path, ("if-match", &known), &text).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problem = refused.json();
    let unknown = problem["diagnostics"].as_array().expect("some").iter().find(|d| d["code"] == "unknown-key");
    assert_eq!(unknown.expect("told")["labels"][0]["line"], 33);
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there"), CORRIDOR);

    let saved = world.put(&format!("{path}?even_so=true"), ("if-match", &known), &text).await;
    assert_eq!(saved.status, StatusCode::OK);
    // The folder is shown with its mistakes, and can be mended.
    let corridor = world.get("/api/v1/corridor").await.json();
    assert!(
        corridor["scenarios"].as_array().expect("some").is_empty()
            && !corridor["diagnostics"].as_array().expect("some").is_empty()
    );
    let known = world.get(path).await.header("etag").to_owned();
    assert_eq!(world.put(path, ("if-match", &known), CORRIDOR).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_new_file_needs_a_name_that_is_free_and_leads_nowhere() {
    let world = World::new();
    let new = ("if-none-match", "*");
    let path = "/api/v1/files/more.toml";
    assert_eq!(world.put(path, new, "# nothing yet\n").await.status, StatusCode::OK);
    assert_eq!(world.put(path, new, "# again\n").await.status, StatusCode::PRECONDITION_FAILED);
    for name in [
        "..%2Fout.toml",
        "%2Fetc%2Fout.toml",
        "a%5C..%5Cout.toml",
        ".hidden.toml",
        "out.sh",
        "a%00.toml",
        "..",
        "con:.toml",
        "a%0Ab.toml",
        "More.toml",
        "Corridor.TOML",
    ] {
        let answer = world.put(&format!("/api/v1/files/{name}"), new, "x = 1\n").await;
        assert!(answer.status.is_client_error(), "{name}: {}", answer.status);
    }
    assert_eq!(
        world.put("/api/v1/files/corridor.toml", ("x-nothing", "1"), "x").await.status,
        StatusCode::PRECONDITION_REQUIRED
    );
    // Whatever there is, would be overwritten by who has not seen it.
    assert_eq!(
        world.put("/api/v1/files/corridor.toml", ("if-match", "*"), "x").await.status,
        StatusCode::PRECONDITION_REQUIRED
    );
    assert!(!world.model("../out.toml").exists());
}

#[tokio::test]
async fn a_byte_order_mark_that_browsers_take_off_stays() {
    let world = World::new();
    fs::write(world.model("corridor.toml"), format!("\u{feff}{CORRIDOR}")).expect("written");
    let path = "/api/v1/files/corridor.toml";
    let known = world.get(path).await.header("etag").to_owned();
    let text = CORRIDOR.replace("60/day", "61/day");
    let saved = world.put(path, ("if-match", &known), &text).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there"), format!("\u{feff}{text}"));
    let state = saved.json()["etag"].as_str().expect("a state").to_owned();
    assert_eq!(world.put(path, ("if-match", &state), &text).await.status, StatusCode::OK);
}

#[tokio::test]
async fn texts_are_checked_before_they_are_saved() {
    let world = World::new();
    let text = CORRIDOR.replace("\"60/day\"", "\"60 a day\"");
    let checked = world.post("/api/v1/check", serde_json::json!({ "files": { "corridor.toml": text } })).await.json();
    let mistake =
        checked["diagnostics"].as_array().expect("some").iter().find(|d| d["severity"] == "error").expect("one");
    assert_eq!(mistake["labels"][0]["line"], 46);
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there"), CORRIDOR);
}

#[tokio::test]
async fn a_long_text_that_a_folder_may_hold_is_taken() {
    let world = World::new();
    let text = format!("{CORRIDOR}{}", "# a long remark\n".repeat(200_000));
    let checked = world.post("/api/v1/check", serde_json::json!({ "files": { "corridor.toml": text } })).await;
    assert_eq!(checked.status, StatusCode::OK, "{}", checked.text());
}
