//! Signing in through the identity provider, and out.

use axum::extract::{Query, State};
use axum::http::Method;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use motcua_engine::engine::UseError;
use motcua_engine::ports::{IdentityFault, SignInReturn};
use motcua_engine::rows::SessionHolder;
use motcua_engine::session::{Secret, SignedIn};
use serde::{Deserialize, Serialize};
use url::form_urlencoded;

use crate::edge::{
    Edge, Problem, SIGN_IN_COOKIE, TurnedAway, Visitor, cookie, cookie_name, session_cookie, short_cookie,
};
use crate::pages::see;

/// How long a sign-in may take.
const SIGN_IN_MILLIS: i64 = 15 * 60_000;
const PURPOSE: &str = "oidc";

/// Where a person wants to go once signed in.
#[derive(Debug, Deserialize)]
pub struct Destination {
    /// A path on this origin.
    to: Option<String>,
}

/// What is kept while the browser is at the provider.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    saved: String,
    to: String,
}

/// The longest destination that is kept while somebody signs in: anybody can have one kept.
const DESTINATION_BYTES_MAX: usize = 500;

/// Only a path of our own is a destination: an address given from outside must not lead away. Browsers drop tabs and
/// line ends, so with one of them it is none.
pub fn local_path(to: Option<&str>) -> &str {
    let is_path = |to: &str| to.starts_with('/') && !to.starts_with("//");
    let is_plain = |to: &str| !to.chars().any(|c| c.is_control() || c == '\\');
    to.filter(|to| is_path(to) && is_plain(to) && to.len() <= DESTINATION_BYTES_MAX)
        .unwrap_or("/")
}

/// Begins: the browser goes to the provider, and a short-lived cookie ties its return to this browser.
pub async fn begin(
    State(edge): State<Edge>,
    visitor: Visitor,
    headers: axum::http::HeaderMap,
    Query(destination): Query<Destination>,
) -> Result<Response, Problem> {
    let to = local_path(destination.to.as_deref()).to_owned();
    if is_elsewhere(&edge.origins().city, &headers) {
        // The provider leads back to the city's own name, and cookies stay with the name that set them.
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("to", &to)
            .finish();
        return Ok(see(&format!("{}/sign-in?{query}", edge.origins().city)));
    }
    // A member of staff is nobody on this site, and would be led in a circle.
    if matches!(visitor.signed_in, Some(SignedIn::Person(_))) {
        return Ok(see(&to));
    }
    let begun = edge
        .ask(move |parts| {
            let chance = parts.engine.chance_bytes();
            let begun = parts.residents.begin(&chance).map_err(fault)?;
            let kept = Kept {
                saved: begun.saved,
                to,
            };
            let payload =
                serde_json::to_string(&kept).map_err(|error| UseError::Failed(error.to_string()))?;
            let secret = parts.engine.keep_ticket(PURPOSE, &payload, SIGN_IN_MILLIS)?;
            Ok((begun.address, secret))
        })
        .await;
    let (address, secret) = begun.map_err(|error| visitor.problem(error))?;
    let mut response = see(&address);
    if let Ok(value) = short_cookie(&edge, SIGN_IN_COOKIE, Some(&secret)).parse() {
        response.headers_mut().append(SET_COOKIE, value);
    }
    Ok(response)
}

/// Whether the browser calls the city by another name than its own: an address, or an alias.
fn is_elsewhere(origin: &str, headers: &axum::http::HeaderMap) -> bool {
    let own = origin.split("//").nth(1).unwrap_or(origin);
    headers
        .get(axum::http::header::HOST)
        .and_then(|host| host.to_str().ok())
        .is_some_and(|host| host != own)
}

/// What the provider sends back with the browser.
#[derive(Debug, Deserialize)]
pub struct Returned {
    code: Option<String>,
    state: Option<String>,
    error: Option<String>,
    iss: Option<String>,
}

/// Finishes: the provider's word is checked, the person recognised, a session begun.
pub async fn finish(
    State(edge): State<Edge>,
    method: Method,
    visitor: Visitor,
    headers: axum::http::HeaderMap,
    Query(returned): Query<Returned>,
) -> Result<Response, Problem> {
    opened_not_looked_at(&visitor, &method)?;
    let secret = cookie(&headers, &cookie_name(&edge, SIGN_IN_COOKIE))
        .and_then(Secret::parse)
        .ok_or_else(|| visitor.problem(UseError::Unusable("sign-in-lost")))?;
    let finished = edge
        .ask(move |parts| {
            let kept = parts
                .engine
                .take_ticket(&secret, PURPOSE)?
                .ok_or(UseError::Unusable("sign-in-lost"))?;
            let kept: Kept =
                serde_json::from_str(&kept).map_err(|error| UseError::Failed(error.to_string()))?;
            let brought = SignInReturn {
                code: returned.code.as_deref(),
                state: returned.state.as_deref(),
                error: returned.error.as_deref(),
                issuer: returned.iss.as_deref(),
            };
            let identity = parts
                .residents
                .finish(&brought, &kept.saved, parts.engine.now())
                .map_err(fault)?;
            let person = parts.engine.recognise(identity)?;
            let session = parts.engine.begin_session(SessionHolder::Person(person.id))?;
            Ok((session, kept.to))
        })
        .await;
    let (session, to) = finished.map_err(|error| visitor.problem(error))?;
    let mut response = see(local_path(Some(&to)));
    for value in [
        session_cookie(&edge, Some(&session)),
        short_cookie(&edge, SIGN_IN_COOKIE, None),
    ] {
        if let Ok(value) = value.parse() {
            response.headers_mut().append(SET_COOKIE, value);
        }
    }
    Ok(response)
}

/// What works once is not used up by a program that only looks whether an address is there (`HEAD`).
fn opened_not_looked_at(visitor: &Visitor, method: &Method) -> Result<(), Problem> {
    if *method == Method::HEAD {
        return Err(Problem::turned_away(visitor.clone(), TurnedAway::Method));
    }
    Ok(())
}

/// Ends the session.
pub async fn sign_out(State(edge): State<Edge>, visitor: Visitor) -> Result<Response, Problem> {
    if let Some(secret) = visitor.secret.clone() {
        edge.ask(move |parts| parts.engine.end_session(&secret))
            .await
            .map_err(|error| visitor.problem(error))?;
    }
    let mut response = see("/");
    if let Ok(value) = session_cookie(&edge, None).parse() {
        response.headers_mut().append(SET_COOKIE, value);
    }
    Ok(response)
}

/// Signs in by a bypass link of the demonstration.
pub async fn bypass(
    State(edge): State<Edge>,
    method: Method,
    visitor: Visitor,
    axum::extract::Path(secret): axum::extract::Path<String>,
) -> Result<Response, Problem> {
    opened_not_looked_at(&visitor, &method)?;
    let secret = Secret::parse(&secret).ok_or_else(|| visitor.problem(UseError::NotFound))?;
    let taken = edge.ask(move |parts| parts.engine.take_bypass(&secret)).await;
    let (who, session) = taken.map_err(|error| visitor.problem(error))?;
    let to = match who {
        SessionHolder::Person(_) => "/",
        SessionHolder::Staff(_) => "/desk",
    };
    let mut response = see(to).into_response();
    if let Ok(value) = session_cookie(&edge, Some(&session)).parse() {
        response.headers_mut().append(SET_COOKIE, value);
    }
    Ok(response)
}

fn fault(fault: IdentityFault) -> UseError {
    match fault {
        IdentityFault::NotProved(reason) => {
            tracing::warn!(reason, "a sign-in was not proved");
            UseError::Unusable("sign-in-not-proved")
        }
        IdentityFault::Unreachable(reason) => UseError::Failed(reason),
    }
}

#[cfg(test)]
mod tests;
