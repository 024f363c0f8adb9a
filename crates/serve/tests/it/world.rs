//! A studio over a small corridor in a folder of its own.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, StatusCode};
use portway_serve::{Access, Settings, Studio, router};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tower::ServiceExt;

/// A bridge, a checkpoint with two lanes, sixty trucks a day.
pub(crate) const CORRIDOR: &str = r#"[corridor]
language = 1
name = "small"
title = { en = "Small", zh = "小型走廊", ru = "Малый" }
zone = "Asia/Yakutsk"
default-scenario = "base"

[direction.in]
title = "In"

[class.truck]
title = "Truck"

[node.a]
country = "CN"
zone = "Asia/Shanghai"
at = [127.50, 50.24]

[node.b]
country = "RU"
zone = "Asia/Yakutsk"

[link.bridge]
from = "a"
to = "b"
travel = "5 min"
border = true

[facility.gate]
node = "b"

[facility.gate.stage.control]
lanes = 2   # as counted
service = "exponential(mean 30 min)"

[facility.gate.process]
in = ["control"]

[route.in]
direction = "in"
path = ["bridge", "gate"]

[flow.trucks]
class = "truck"
route = "in"
volume = "60/day"

[scenario.base]
title = "As it is"
from = "2026-01-05"
to = "2026-01-11"
"#;

pub(crate) struct World {
    pub(crate) app: Router,
    pub(crate) studio: Arc<Studio>,
    place: TempDir,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("plain"))
    }
}

impl World {
    pub(crate) fn new() -> Self {
        Self::with(Access::loopback())
    }

    pub(crate) fn with(access: Access) -> Self {
        let place = TempDir::new().expect("a folder");
        fs::create_dir(place.path().join("model")).expect("a folder");
        fs::write(place.path().join("model/corridor.toml"), CORRIDOR).expect("written");
        Self::open(place, access)
    }

    /// The same folders, opened by a new server.
    pub(crate) fn again(self) -> Self {
        self.studio.close();
        Self::open(self.place, Access::loopback())
    }

    fn open(place: TempDir, access: Access) -> Self {
        let (dir, runs) = (place.path().join("model"), place.path().join("runs"));
        let studio = Arc::new(Studio::open(Settings { dir, runs, access, threads: 1 }).expect("opens"));
        drop(portway_serve::work(&studio));
        Self { app: router(Arc::clone(&studio)), studio, place }
    }

    pub(crate) fn model(&self, name: &str) -> PathBuf {
        self.place.path().join("model").join(name)
    }

    pub(crate) fn runs(&self) -> PathBuf {
        self.place.path().join("runs")
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.app.clone().oneshot(request).await.expect("answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a whole body").to_vec();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(request(Method::GET, path, &[], Body::empty())).await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        let headers = [("x-portway", "1"), ("content-type", "application/json")];
        self.send(request(Method::POST, path, &headers, Body::from(body.to_string()))).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.send(request(Method::DELETE, path, &[("x-portway", "1")], Body::empty())).await
    }

    pub(crate) async fn put(&self, path: &str, state: (&str, &str), text: &str) -> Answer {
        self.send(request(Method::PUT, path, &[("x-portway", "1"), state], Body::from(text.to_owned()))).await
    }

    pub(crate) async fn hash(&self) -> String {
        self.get("/api/v1/corridor").await.json()["hash"].as_str().expect("a hash").to_owned()
    }

    /// Asks for a study and waits for its end.
    pub(crate) async fn study(&self, asked: Value) -> Value {
        let begun = self.post("/api/v1/studies", asked).await;
        assert_eq!(begun.status, StatusCode::ACCEPTED, "{}", begun.text());
        self.ended(begun.json()["id"].as_str().expect("an id")).await
    }

    /// Waits until a study neither waits nor runs.
    pub(crate) async fn ended(&self, id: &str) -> Value {
        for _ in 0..6_000 {
            let study = self.get(&format!("/api/v1/studies/{id}")).await.json();
            if !["queued", "running"].contains(&study["state"].as_str().expect("a state")) {
                return study;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("study {id} does not end")
    }
}

pub(crate) fn request(method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path);
    if !headers.iter().any(|(name, _)| *name == "host") {
        request = request.header("host", "localhost:8470");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body).expect("a request")
}
