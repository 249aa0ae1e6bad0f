//! Staff sign in with passkeys, which they enrol once by an invitation.

use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Response};
use motcua_domain::id::StaffId;
use motcua_engine::engine::UseError;
use motcua_engine::ports::IdentityFault;
use motcua_engine::rows::{PasskeyRow, SessionHolder};
use motcua_engine::session::{Secret, SignedIn};
use serde::{Deserialize, Serialize};

use crate::edge::{Edge, Problem, Visitor, session_cookie};
use crate::page::Page;
use crate::pages::html;

const CEREMONY_MILLIS: i64 = 5 * 60_000;
const REGISTRATION: &str = "passkey-registration";
const SIGN_IN: &str = "passkey-sign-in";

#[derive(Template)]
#[template(path = "office/sign_in.html")]
struct SignInPage {
    page: Page,
}

/// Where staff sign in.
pub async fn sign_in(visitor: Visitor) -> Response {
    let page = visitor.page(visitor.t().office_sign_in_title());
    html(&visitor, &SignInPage { page })
}

#[derive(Template)]
#[template(path = "office/invitation.html")]
struct InvitationPage {
    page: Page,
    name: String,
    secret: String,
}

/// Where an invitation leads: whom it is for, and the button that enrols a passkey.
pub async fn invitation(
    State(edge): State<Edge>,
    visitor: Visitor,
    Path(secret): Path<String>,
) -> Result<Response, Problem> {
    let parsed = Secret::parse(&secret).ok_or_else(|| visitor.problem(UseError::NotFound))?;
    let opener = opener(&visitor);
    let staff = edge
        .ask(move |parts| parts.engine.open_invitation(&parsed, opener))
        .await;
    let staff = staff.map_err(|error| visitor.problem(error))?;
    let page = visitor.page(visitor.t().office_invitation_title());
    Ok(html(
        &visitor,
        &InvitationPage {
            page,
            name: staff.name,
            secret,
        },
    ))
}

/// Whose session opens an invitation, if anybody of the staff is signed in.
fn opener(visitor: &Visitor) -> Option<StaffId> {
    match &visitor.signed_in {
        Some(SignedIn::Staff(staff)) => Some(staff.id),
        _ => None,
    }
}

/// The beginning of a ceremony, for the script.
#[derive(Debug, Serialize)]
pub struct Begun {
    options: serde_json::Value,
    ceremony: String,
}

/// What the script brings back.
#[derive(Debug, Deserialize)]
pub struct Answer {
    ceremony: String,
    answer: serde_json::Value,
}

#[derive(Debug, Serialize, Deserialize)]
struct Registration {
    invitation: String,
    state: String,
}

/// Begins the enrolment of a passkey.
pub async fn begin_registration(
    State(edge): State<Edge>,
    visitor: Visitor,
    Path(secret): Path<String>,
) -> Result<Json<Begun>, Problem> {
    let parsed = Secret::parse(&secret).ok_or_else(|| visitor.problem(UseError::NotFound))?;
    let opener = opener(&visitor);
    let begun = edge
        .ask(move |parts| {
            let staff = parts.engine.open_invitation(&parsed, opener)?;
            let existing = parts.engine.passkeys_of(staff.id)?;
            let begun = parts
                .passkeys
                .begin_registration(&staff, &existing)
                .map_err(fault)?;
            let kept = Registration {
                invitation: secret,
                state: begun.state,
            };
            let payload = serde_json::to_string(&kept).map_err(failed)?;
            let ceremony = parts
                .engine
                .keep_ticket(REGISTRATION, &payload, CEREMONY_MILLIS)?;
            Ok(Begun {
                options: serde_json::from_str(&begun.options).map_err(failed)?,
                ceremony: ceremony.reveal().to_owned(),
            })
        })
        .await;
    begun.map(Json).map_err(|error| visitor.problem(error))
}

/// Finishes it: the passkey is kept, the invitation used up, and the person signed in.
pub async fn finish_registration(
    State(edge): State<Edge>,
    visitor: Visitor,
    Json(brought): Json<Answer>,
) -> Result<Response, Problem> {
    let opener = opener(&visitor);
    let finished = edge
        .ask(move |parts| {
            let kept = take(&parts.engine, &brought.ceremony, REGISTRATION)?;
            let kept: Registration = serde_json::from_str(&kept).map_err(failed)?;
            let (credential, payload) = parts
                .passkeys
                .finish_registration(&kept.state, &brought.answer.to_string())
                .map_err(fault)?;
            let invitation = Secret::parse(&kept.invitation).ok_or(UseError::NotFound)?;
            parts.engine.open_invitation(&invitation, opener)?;
            let staff = parts.engine.enrol_passkey(&invitation, credential, payload)?;
            parts.engine.begin_session(SessionHolder::Staff(staff))
        })
        .await;
    finished
        .map(|session| signed_in(&edge, &session))
        .map_err(|error| visitor.problem(error))
}

/// Begins a sign-in with whatever passkey the device offers.
pub async fn begin_sign_in(State(edge): State<Edge>, visitor: Visitor) -> Result<Json<Begun>, Problem> {
    let begun = edge
        .ask(|parts| {
            let begun = parts.passkeys.begin_sign_in().map_err(fault)?;
            let ceremony = parts.engine.keep_ticket(SIGN_IN, &begun.state, CEREMONY_MILLIS)?;
            Ok(Begun {
                options: serde_json::from_str(&begun.options).map_err(failed)?,
                ceremony: ceremony.reveal().to_owned(),
            })
        })
        .await;
    begun.map(Json).map_err(|error| visitor.problem(error))
}

/// Finishes it: the passkey is proved, its counter kept, a session begun.
pub async fn finish_sign_in(
    State(edge): State<Edge>,
    visitor: Visitor,
    Json(brought): Json<Answer>,
) -> Result<Response, Problem> {
    let finished = edge
        .ask(move |parts| {
            let state = take(&parts.engine, &brought.ceremony, SIGN_IN)?;
            let answer = brought.answer.to_string();
            let (claimed, credential) = parts.passkeys.claimed(&answer).map_err(fault)?;
            let (passkey, staff) = parts.engine.passkey(&credential)?;
            if staff.id != claimed {
                return Err(UseError::Unusable("passkey-not-proved"));
            }
            if let Some(payload) = parts
                .passkeys
                .finish_sign_in(&state, &answer, &passkey)
                .map_err(fault)?
            {
                parts.engine.keep_passkey(PasskeyRow { payload, ..passkey })?;
            }
            parts.engine.begin_session(SessionHolder::Staff(staff.id))
        })
        .await;
    finished
        .map(|session| signed_in(&edge, &session))
        .map_err(|error| visitor.problem(error))
}

fn take(engine: &motcua_engine::engine::Engine, ceremony: &str, purpose: &str) -> Result<String, UseError> {
    let secret = Secret::parse(ceremony).ok_or(UseError::NotFound)?;
    engine
        .take_ticket(&secret, purpose)?
        .ok_or(UseError::Unusable("sign-in-lost"))
}

fn signed_in(edge: &Edge, session: &Secret) -> Response {
    let mut response = Json(serde_json::json!({ "to": "/desk" })).into_response();
    if let Ok(value) = session_cookie(edge, Some(session)).parse() {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

fn failed(error: serde_json::Error) -> UseError {
    UseError::Failed(error.to_string())
}

fn fault(fault: IdentityFault) -> UseError {
    match fault {
        IdentityFault::NotProved(reason) => {
            tracing::warn!(reason, "a passkey was not proved");
            UseError::Unusable("passkey-not-proved")
        }
        IdentityFault::Unreachable(reason) => UseError::Failed(reason),
    }
}
