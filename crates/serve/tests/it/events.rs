use crate::world::{World, request};
use axum::body::Body;
use axum::http::Method;
use serde_json::json;
use tokio_stream::StreamExt;
use tower::ServiceExt;

#[tokio::test]
async fn a_page_hears_of_a_study_from_its_beginning_to_its_end() {
    let world = World::new();
    let response =
        world.app.clone().oneshot(request(Method::GET, "/api/v1/events", &[], Body::empty())).await.expect("answers");
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut stream = response.into_body().into_data_stream();
    world.study(json!({ "kind": "run", "scenarios": [{ "name": "base" }], "replications": 2 })).await;
    let mut heard = String::new();
    while !heard.contains("\"finished\"") {
        let chunk = stream.next().await.expect("goes on").expect("a chunk");
        heard.push_str(&String::from_utf8_lossy(&chunk));
    }
    assert!(heard.starts_with("event: hello\n"), "{heard}");
    assert!(
        heard.contains("event: study\ndata: {") && heard.contains("\"queued\"") && heard.contains("\"running\""),
        "{heard}"
    );
}

#[tokio::test]
async fn a_stream_ends_with_the_server() {
    let world = World::new();
    let response =
        world.app.clone().oneshot(request(Method::GET, "/api/v1/events", &[], Body::empty())).await.expect("answers");
    let mut stream = response.into_body().into_data_stream();
    assert!(stream.next().await.is_some());
    world.studio.close();
    assert!(stream.next().await.is_none());
}
