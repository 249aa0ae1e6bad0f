use std::sync::Arc;
use std::thread;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{Request, header};
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use motcua_engine::engine::UseError;
use motcua_testcity::{Nobody, TestCity};
use tower::ServiceExt as _;

use super::on_one_thread;
use crate::edge::{Edge, Origins, Parts};

fn edge(city: &TestCity) -> Edge {
    Edge::new(Parts {
        engine: city.engine.clone(),
        residents: Arc::new(Nobody),
        passkeys: Arc::new(Nobody),
        inspector: Arc::new(Nobody),
        origins: Origins {
            city: "http://city.localhost".to_owned(),
            staff: "http://staff.localhost".to_owned(),
            papers: "http://papers.localhost".to_owned(),
        },
    })
}

/// The threads on which two questions of one answer are asked.
async fn threads(State(edge): State<Edge>) -> String {
    let here = |_: &Parts| Ok(thread::current().id());
    let (first, second) = (edge.ask(here).await.unwrap(), edge.ask(here).await.unwrap());
    let name = |_: &Parts| Ok(thread::current().name().unwrap_or_default().to_owned());
    let name = edge.ask(name).await.unwrap();
    format!("{} {name}", first == second)
}

/// A question that panics, and how it is answered.
async fn panics(State(edge): State<Edge>) -> &'static str {
    let answer: Result<(), UseError> = edge.ask(|_| panic!("as a fault of ours would")).await;
    match answer {
        Err(UseError::Failed(_)) => "a failure",
        _ => "something else",
    }
}

async fn asks(path: &str, method: &str, cookie: Option<&str>) -> String {
    let city = TestCity::new();
    let edge = edge(&city);
    let router = Router::new()
        .route("/threads", get(threads).post(threads))
        .route("/panics", get(panics))
        .layer(from_fn_with_state(edge.clone(), on_one_thread))
        .with_state(edge);
    let mut request = Request::builder().method(method).uri(path);
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, format!("motcua={cookie}"));
    }
    let response = router
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let body = to_bytes(response.into_body(), 1 << 10).await.unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

#[tokio::test]
async fn whoever_only_looks_and_has_a_session_is_answered_on_one_thread() {
    let session = "0a".repeat(32);
    assert_eq!(asks("/threads", "GET", Some(&session)).await, "true motcua-pages");
    for (method, cookie) in [
        ("POST", Some(session.as_str())),
        ("GET", None),
        ("GET", Some("no secret")),
    ] {
        let said = asks("/threads", method, cookie).await;
        assert!(!said.ends_with("motcua-pages"), "{method} {cookie:?}: {said}");
    }
}

#[tokio::test]
async fn a_question_that_panics_is_a_failure_on_either_thread() {
    let session = "0a".repeat(32);
    assert_eq!(asks("/panics", "GET", Some(&session)).await, "a failure");
    assert_eq!(asks("/panics", "GET", None).await, "a failure");
}
