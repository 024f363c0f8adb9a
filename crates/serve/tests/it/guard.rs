use crate::world::{World, request};
use axum::body::Body;
use axum::http::{Method, StatusCode};
use portway_serve::Access;
use serde_json::json;

#[tokio::test]
async fn another_name_of_this_machine_is_refused() {
    let world = World::new();
    for (host, status) in [
        ("localhost:8470", StatusCode::OK),
        ("127.0.0.1:8470", StatusCode::OK),
        ("[::1]:8470", StatusCode::OK),
        ("[::1]", StatusCode::OK),
        ("[::ffff:127.0.0.1]:8470", StatusCode::OK),
        ("Localhost.:8470", StatusCode::OK),
        ("[::1]x", StatusCode::MISDIRECTED_REQUEST),
        ("[::1", StatusCode::MISDIRECTED_REQUEST),
        ("portway.example:8470", StatusCode::MISDIRECTED_REQUEST),
        ("127.0.0.1.portway.example", StatusCode::MISDIRECTED_REQUEST),
        ("", StatusCode::MISDIRECTED_REQUEST),
    ] {
        let answer = world.send(request(Method::GET, "/api/v1/corridor", &[("host", host)], Body::empty())).await;
        assert_eq!(answer.status, status, "{host}");
    }
}

#[tokio::test]
async fn a_page_of_another_site_changes_nothing() {
    let world = World::new();
    let body = || Body::from(json!({ "kind": "run", "scenarios": [{ "name": "base" }] }).to_string());
    let kind = ("content-type", "application/json");
    for headers in [
        vec![kind],
        vec![kind, ("x-portway", "1"), ("origin", "http://portway.example")],
        vec![kind, ("x-portway", "1"), ("origin", "null")],
        vec![kind, ("x-portway", "1"), ("sec-fetch-site", "cross-site")],
    ] {
        let answer = world.send(request(Method::POST, "/api/v1/studies", &headers, body())).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
    }
    let own = [kind, ("x-portway", "1"), ("origin", "http://localhost:8470"), ("sec-fetch-site", "same-origin")];
    let answer = world.send(request(Method::POST, "/api/v1/studies", &own, body())).await;
    assert_eq!(answer.status, StatusCode::ACCEPTED);
    assert_eq!(world.get("/api/v1/studies").await.json()["studies"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn with_a_token_only_who_knows_it_sees_anything() {
    let token = "0123456789abcdef0123";
    let world = World::with(Access::with_token(token.into()).expect("a token"));
    let ask = |headers: Vec<(&'static str, String)>, path: &'static str| {
        let world = &world;
        async move {
            let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            world.send(request(Method::GET, path, &headers, Body::empty())).await
        }
    };
    let path = "/api/v1/corridor";
    assert_eq!(ask(vec![], path).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(ask(vec![], "/").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(ask(vec![("authorization", "Bearer wrong".into())], path).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(ask(vec![("authorization", format!("Bearer {token}"))], path).await.status, StatusCode::OK);
    assert_eq!(ask(vec![("cookie", format!("a=b; portway-8470={token}"))], path).await.status, StatusCode::OK);
    // The token of a studio on another port of this machine is another one.
    let other = ask(vec![("cookie", format!("portway-8471={token}"))], path).await;
    assert_eq!(other.status, StatusCode::UNAUTHORIZED);

    // A wrong token in the address takes nobody's place and leads nowhere.
    let wrong = ask(vec![("cookie", format!("portway-8470={token}"))], "//portway.example/x?token=wrong").await;
    assert_eq!((wrong.header("location"), wrong.header("set-cookie")), ("", ""));

    // The address with the token leads to the one without, and the browser keeps it where no script can read it.
    let welcome = ask(vec![], "/?token=0123456789abcdef0123").await;
    assert_eq!(welcome.status, StatusCode::SEE_OTHER);
    assert_eq!(welcome.header("location"), "/");
    assert!(welcome.header("set-cookie").starts_with("portway-8470="), "{}", welcome.header("set-cookie"));
    assert!(welcome.header("set-cookie").contains("HttpOnly; SameSite=Strict"), "{}", welcome.header("set-cookie"));
}

#[test]
fn a_token_must_be_worth_the_name() {
    assert_eq!(Access::with_token("short".into()).err().as_deref(), Some("a token has at least 16 characters"));
    assert!(Access::with_token("sixteen or more; with signs".into()).is_err());
}

#[tokio::test]
async fn pages_may_run_nothing_but_what_the_server_brings() {
    let world = World::new();
    for path in ["/", "/api/v1/corridor", "/nothing.js"] {
        let answer = world.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'; script-src 'self';") && !policy.contains("unsafe-eval"),
            "{path}: {policy}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
}
