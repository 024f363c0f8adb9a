//! Requests that nobody sends by accident, made from the description of the API itself.

use crate::world::{CORRIDOR, World, request};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};
use std::fs;

/// A generator of numbers that is good enough to choose nonsense and gives the same nonsense every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }

    fn word(&mut self) -> &'static str {
        const WORDS: [&str; 16] = [
            "base",
            "corridor.toml",
            "",
            "..",
            "%2e%2e%2fcorridor.toml",
            "a%00b",
            "'\"<script>",
            "%E5%8F%A3%E5%B2%B8",
            "-1",
            "1e999",
            "null",
            "2026-01-01",
            "facility.gate.stage.control.lanes",
            "[[[[",
            "*",
            "https:%2F%2Fportway.example",
        ];
        WORDS[self.throw(WORDS.len())]
    }

    fn value(&mut self, depth: usize) -> Value {
        match self.throw(if depth == 0 { 5 } else { 7 }) {
            0 => Value::Null,
            1 => json!(self.word()),
            2 => json!(self.throw(3) as i64 - 1),
            3 => json!(1e300),
            4 => json!(true),
            5 => Value::Array((0..self.throw(4)).map(|_| self.value(depth - 1)).collect()),
            _ => {
                const KEYS: [&str; 9] =
                    ["kind", "scenarios", "name", "changes", "path", "value", "hash", "files", "replications"];
                let key = KEYS[self.throw(KEYS.len())];
                json!({ key: self.value(depth - 1) })
            }
        }
    }

    /// A value that mostly fits a schema of the description, so that requests get past the first check.
    fn fitting(&mut self, schema: &Value, all: &Value, depth: usize) -> Value {
        if depth == 0 || self.throw(8) == 0 {
            return self.value(2);
        }
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap_or_default();
            return self.fitting(&all["components"]["schemas"][name], all, depth - 1);
        }
        if let Some(choices) = schema["enum"].as_array() {
            return choices[self.throw(choices.len())].clone();
        }
        if let Some(choices) = schema["oneOf"].as_array() {
            let choice = choices[self.throw(choices.len())].clone();
            return self.fitting(&choice, all, depth - 1);
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => kinds[self.throw(kinds.len())].as_str().unwrap_or_default(),
            kind => kind.as_str().unwrap_or_default(),
        };
        match kind {
            "object" => {
                let fields = schema["properties"].as_object().cloned().unwrap_or_default();
                let field = |(name, inner): (String, Value)| (name, self.fitting(&inner, all, depth - 1));
                Value::Object(fields.into_iter().map(field).collect())
            }
            "array" => {
                let items = schema["items"].clone();
                Value::Array((0..self.throw(3)).map(|_| self.fitting(&items, all, depth - 1)).collect())
            }
            "integer" | "number" => json!(self.throw(4)),
            "boolean" => json!(self.throw(2) == 0),
            "string" => json!(self.word()),
            _ => Value::Null,
        }
    }
}

#[tokio::test]
async fn no_request_that_the_description_allows_breaks_the_server_or_the_folder() {
    let world = World::new();
    let description: Value = serde_json::from_str(&portway_serve::openapi()).expect("JSON");
    let mut dice = Dice(2026);
    let mut sent = 0;
    for _ in 0..40 {
        for (path, operations) in description["paths"].as_object().expect("paths") {
            for (method, operation) in operations.as_object().expect("operations") {
                // The stream of events never ends.
                if path.ends_with("/events") {
                    continue;
                }
                let mut address = String::new();
                for part in path.split('/').skip(1) {
                    address.push('/');
                    address.push_str(if part.starts_with('{') { dice.word() } else { part });
                }
                if dice.throw(2) == 0 {
                    let (key, value) = (dice.word(), dice.word());
                    address.push_str(
                        &format!("?lang={value}&hash={key}&even_so={value}").replace(['<', '>', '"', '\''], ""),
                    );
                }
                let address = address.replace(['<', '>', '"', '[', '\''], "x");
                let content = &operation["requestBody"]["content"];
                let (kind, body) = match content.get("application/json") {
                    Some(json) => ("application/json", dice.fitting(&json["schema"], &description, 6).to_string()),
                    None => ("text/plain", dice.word().to_owned()),
                };
                let body = if dice.throw(6) == 0 { body.chars().take(5).collect() } else { body };
                let method: Method = method.to_uppercase().parse().expect("a method");
                let headers = [("x-portway", "1"), ("content-type", kind), ("if-match", dice.word())];
                let answer = world.send(request(method.clone(), &address, &headers, Body::from(body.clone()))).await;
                sent += 1;
                assert!(!answer.status.is_server_error(), "{method} {address} {body}: {}", answer.text());
                if answer.status.is_client_error() {
                    let title = answer.json()["title"].as_str().map(str::to_owned);
                    assert!(title.is_some_and(|title| !title.is_empty()), "{method} {address}: {}", answer.text());
                }
            }
        }
    }
    assert!(sent > 500, "{sent}");
    assert_eq!(world.get("/api/v1/corridor").await.status, StatusCode::OK);
    // Whatever was written, the folder can be used, and nothing appeared outside of it.
    let loaded = world.get("/api/v1/corridor").await.json();
    assert!(loaded["default_scenario"].is_string(), "{loaded}");
    let around = fs::read_dir(world.model("..")).expect("there").count();
    assert_eq!(around, 2, "only the model and the runs");
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_and_nothing_is_kept() {
    let world = World::new();
    let known = world.get("/api/v1/files/corridor.toml").await.header("etag").to_owned();
    let large = "#".repeat(9 << 20);
    let answer = world.put("/api/v1/files/corridor.toml", ("if-match", &known), &large).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let larger = "#".repeat(17 << 20);
    let answer = world.put("/api/v1/files/corridor.toml", ("if-match", &known), &larger).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(fs::read_to_string(world.model("corridor.toml")).expect("there"), CORRIDOR);
}

#[tokio::test]
async fn only_so_many_studies_wait() {
    let world = World::new();
    let long = json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 10_000, "to": "2030-12-31" });
    let mut refused = 0;
    for _ in 0..60 {
        let answer = world.post("/api/v1/studies", long.clone()).await;
        refused += usize::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert!((8..=10).contains(&refused), "{refused}");
    for study in world.get("/api/v1/studies").await.json()["studies"].as_array().expect("some") {
        world.delete(&format!("/api/v1/studies/{}", study["id"].as_str().expect("an id"))).await;
    }
}

#[tokio::test]
async fn a_path_that_is_deeper_than_any_is_refused() {
    let world = World::new();
    let path = vec!["a"; 5_000].join(".");
    let changes = json!([{ "path": path, "value": "1" }]);
    let body = json!({ "hash": world.hash().await, "changes": changes, "preview": true });
    let refused = world.post("/api/v1/scenarios/base/values", body).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().len() < 300, "{}", refused.text());
    let study = json!({ "kind": "run", "scenarios": [{ "name": "base", "changes": changes }] });
    assert_eq!(world.post("/api/v1/studies", study).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[cfg(unix)]
#[tokio::test]
async fn links_in_the_folder_of_studies_lead_nowhere() {
    let world = World::new();
    let study = world.study(json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 1 })).await;
    let id = study["id"].as_str().expect("an id").to_owned();
    let folder = world.runs().join(&id);
    fs::write(world.model("../secret"), "nobody's business").expect("written");
    fs::remove_file(folder.join("report.html")).expect("there");
    std::os::unix::fs::symlink(world.model("../secret"), folder.join("report.html")).expect("a link");
    let world = world.again();
    assert_eq!(world.get(&format!("/api/v1/studies/{id}/report")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(&format!("/api/v1/studies/{id}/files/report.html")).await.status, StatusCode::NOT_FOUND);
}
