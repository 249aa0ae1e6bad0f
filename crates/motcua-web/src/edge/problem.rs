//! Answers that are not what was asked for: each says what did not happen, what is safe, and what to do.

use axum::Json;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use motcua_domain::access::Denied;
use motcua_domain::case::Refusal;
use motcua_engine::engine::UseError;
use motcua_engine::session::SignedIn;
use motcua_text::{Lang, Text};
use serde::Serialize;
use url::form_urlencoded;

use super::turned_away::What;
use super::{Edge, TurnedAway, Visitor};
use crate::office::{Place, frame_of};

/// Something went otherwise than asked.
pub struct Problem {
    visitor: Box<Visitor>,
    what: What,
}

/// A problem as programs read it.
#[derive(Serialize)]
struct Details<'a> {
    #[serde(rename = "type")]
    kind: String,
    title: &'a str,
    status: u16,
    detail: &'a str,
    next: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_basis: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    incident: Option<&'a str>,
}

/// What the problem page shows.
pub struct ProblemWords {
    /// The heading: what did not happen.
    pub heading: String,
    /// What is safe, and why.
    pub body: String,
    /// What to do.
    pub next: String,
    /// The text of law behind a refusal.
    pub legal_basis: Option<&'static str>,
    /// The incident number of a failure.
    pub incident: Option<String>,
    /// The officers' page of the case that was refused, to go on from there.
    pub case: Option<String>,
}

impl Problem {
    /// A problem for this visitor.
    pub fn new(visitor: Visitor, error: UseError) -> Self {
        Self::of(visitor, What::Engine(error))
    }

    /// A request of this visitor that no use case hears of.
    pub fn turned_away(visitor: Visitor, why: TurnedAway) -> Self {
        Self::of(visitor, What::Edge(why))
    }

    /// What an answer without words of ours says by its status.
    pub fn of_status(visitor: Visitor, status: StatusCode) -> Self {
        Self::of(visitor, What::of_status(status))
    }

    fn of(visitor: Visitor, what: What) -> Self {
        Self {
            visitor: Box::new(visitor),
            what,
        }
    }

    /// The status that fits.
    pub fn status(&self) -> StatusCode {
        let error = match &self.what {
            What::Engine(error) => error,
            What::Edge(why) => return why.status(),
        };
        match error {
            UseError::NotFound | UseError::Denied(Denied::NotYourCase) => StatusCode::NOT_FOUND,
            UseError::SignInFirst => StatusCode::UNAUTHORIZED,
            UseError::Denied(Denied::NotYourOffice) => StatusCode::FORBIDDEN,
            UseError::Refused(_) | UseError::Changed => StatusCode::CONFLICT,
            UseError::Unusable("upload-too-large") => StatusCode::PAYLOAD_TOO_LARGE,
            UseError::KeyReused | UseError::Unusable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            UseError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            UseError::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn words(&self, incident: Option<String>) -> ProblemWords {
        let t = self.visitor.t();
        let (heading, body, next) = match &self.what {
            What::Engine(error) => words_of(t, error),
            What::Edge(why) => why.words(t),
        };
        let legal_basis = match &self.what {
            What::Engine(UseError::Refused(refusal)) => refusal.legal_basis(),
            _ => None,
        };
        ProblemWords {
            heading,
            body,
            next,
            legal_basis,
            incident,
            case: self.desk_case(),
        }
    }

    /// The officers' page of the case on which an act was refused.
    fn desk_case(&self) -> Option<String> {
        if !matches!(self.what, What::Engine(UseError::Refused(_) | UseError::Changed)) {
            return None;
        }
        let (name, _) = self.visitor.path.strip_prefix("/desk/cases/")?.split_once('/')?;
        Some(format!("/desk/cases/{name}"))
    }

    /// The stable code, under which programs know the problem.
    pub fn code(&self) -> &'static str {
        match &self.what {
            What::Engine(error) => code_of(error),
            What::Edge(why) => why.code(),
        }
    }

    /// Logs a failure, once and here, and makes the answer: a page for people, problem details for programs.
    fn answer(self, edge: &Edge) -> Response {
        if matches!(self.what, What::Engine(UseError::SignInFirst)) && !self.visitor.is_program {
            return self.to_sign_in();
        }
        let incident = match &self.what {
            What::Engine(UseError::Failed(reason)) => {
                let incident = edge.incident();
                tracing::error!(%incident, reason, "a request failed");
                Some(incident)
            }
            _ => None,
        };
        let status = self.status();
        let words = self.words(incident);
        let mut response = if self.visitor.is_program {
            self.details(&words)
        } else {
            let mut page = self.visitor.page(words.heading.clone());
            if let Some(SignedIn::Staff(staff)) = &self.visitor.signed_in {
                page.office = Some(frame_of(&self.visitor, staff, Place::Nowhere));
            }
            crate::pages::problem(page, words)
        };
        *response.status_mut() = status;
        if let Some(after_s) = self.retry_after_s() {
            response
                .headers_mut()
                .insert(RETRY_AFTER, HeaderValue::from(after_s));
        }
        response
    }

    /// Seconds after which it is worth trying again, where time alone helps.
    const fn retry_after_s(&self) -> Option<u32> {
        match self.what {
            What::Engine(UseError::Busy) => Some(2),
            What::Edge(TurnedAway::TooMany { after_s }) => Some(after_s),
            _ => None,
        }
    }

    /// Problem details for programs (RFC 9457). Without a token the answer also says how to bring one (RFC 6750).
    fn details(&self, words: &ProblemWords) -> Response {
        let details = Details {
            kind: format!("/problems/{}", self.code()),
            title: &words.heading,
            status: self.status().as_u16(),
            detail: &words.body,
            next: &words.next,
            legal_basis: words.legal_basis,
            incident: words.incident.as_deref(),
        };
        let mut response = Json(details).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(
            CONTENT_LANGUAGE,
            HeaderValue::from_static(match self.visitor.lang {
                Lang::Vi => "vi",
                Lang::En => "en",
            }),
        );
        if self.status() == StatusCode::UNAUTHORIZED {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }

    /// Whoever must sign in is led to where that begins, and comes back.
    fn to_sign_in(&self) -> Response {
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("to", &self.visitor.path)
            .finish();
        (StatusCode::SEE_OTHER, [(LOCATION, format!("/sign-in?{query}"))]).into_response()
    }
}

/// The stable code of what the engine answers.
pub(super) const fn code_of(error: &UseError) -> &'static str {
    match error {
        UseError::NotFound | UseError::Denied(Denied::NotYourCase) => "not-found",
        UseError::SignInFirst => "sign-in-first",
        UseError::Denied(Denied::NotYourOffice) => "not-your-office",
        UseError::Refused(refusal) => refusal.code(),
        UseError::Changed => "changed-meanwhile",
        UseError::KeyReused => "key-reused",
        UseError::Busy => "busy",
        UseError::Unusable(code) => code,
        UseError::Failed(_) => "failed",
    }
}

/// What did not happen, what is safe, and what to do.
pub(super) fn words_of(t: &Text, error: &UseError) -> (String, String, String) {
    match error {
        UseError::NotFound | UseError::Denied(Denied::NotYourCase) => (
            t.problem_not_found_title(),
            t.problem_not_found_body(),
            t.problem_not_found_next(),
        ),
        UseError::SignInFirst => (
            t.problem_sign_in_title(),
            t.problem_sign_in_body(),
            t.problem_sign_in_next(),
        ),
        UseError::Denied(Denied::NotYourOffice) => (
            t.problem_denied_title(),
            t.problem_denied_body(),
            t.problem_denied_next(),
        ),
        UseError::Refused(refusal) => {
            let (body, next) = refusal_words(t, refusal);
            (t.problem_refused_title(), body, next)
        }
        UseError::Changed => (
            t.problem_changed_title(),
            t.problem_changed_body(),
            t.problem_changed_next(),
        ),
        UseError::Unusable("invitation-own") => (
            t.desk_invitation_own_title(),
            t.desk_invitation_own_body(),
            t.desk_invitation_own_next(),
        ),
        UseError::KeyReused | UseError::Unusable(_) => (
            t.problem_unusable_title(),
            why_unusable(t, code_of(error)).unwrap_or_else(|| t.problem_unusable_body()),
            t.problem_unusable_next(),
        ),
        UseError::Busy => (
            t.problem_busy_title(),
            t.problem_busy_body(),
            t.problem_busy_next(),
        ),
        UseError::Failed(_) => (
            t.problem_failed_title(),
            t.problem_failed_body(),
            t.problem_failed_next(),
        ),
    }
}

/// Why a request could not be used, in its own sentence.
pub(super) fn why_unusable(t: &Text, code: &str) -> Option<String> {
    t.find(&format!("edge-why-{code}"), &[])
}

/// What a refusal says and what to do, by its stable code.
pub fn refusal_words(t: &Text, refusal: &Refusal) -> (String, String) {
    let code = refusal.code();
    let say = |key: String| t.find(&key, &[]).unwrap_or_else(|| code.to_owned());
    (
        say(format!("refusal-{code}")),
        say(format!("refusal-{code}-next")),
    )
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let edge = self.visitor.edge.clone();
        self.answer(&edge)
    }
}
