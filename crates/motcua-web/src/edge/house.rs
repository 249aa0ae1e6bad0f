//! Every answer in the house's way: what a library answers when it rejects a request (a form that does not read, a body
//! too large, a method that is not there, a panic) becomes the page or the problem details of the visitor's language.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Edge, Problem, Visitor};

/// Answers with words where the answer has none.
pub async fn in_words(State(edge): State<Edge>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    // What the visitor is known by; the rest of the request is gone by the time it may be needed.
    let mut asked = Request::new(());
    *asked.method_mut() = parts.method.clone();
    *asked.uri_mut() = parts.uri.clone();
    *asked.headers_mut() = parts.headers.clone();
    let answer = next.run(Request::from_parts(parts, body)).await;
    if !is_wordless(&answer) {
        return answer;
    }
    let (mut parts, ()) = asked.into_parts();
    let visitor = match <Visitor as FromRequestParts<Edge>>::from_request_parts(&mut parts, &edge).await {
        Ok(visitor) => visitor,
        Err(problem) => return problem.into_response(),
    };
    let mut response = Problem::of_status(visitor, answer.status()).into_response();
    if let Some(methods) = answer.headers().get(ALLOW) {
        response.headers_mut().insert(ALLOW, methods.clone());
    }
    response
}

/// Whether an answer says no without words of ours: those are pages or JSON.
fn is_wordless(answer: &Response) -> bool {
    let status = answer.status();
    let kind = answer.headers().get(CONTENT_TYPE).map(|value| value.as_bytes());
    let is_ours = kind.is_some_and(|kind| {
        [
            &b"text/html"[..],
            b"application/json",
            b"application/problem+json",
        ]
        .iter()
        .any(|ours| kind.starts_with(ours))
    });
    (status.is_client_error() || status.is_server_error()) && !is_ours
}
