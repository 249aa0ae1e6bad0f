//! Answers that are not what was asked for: each says what did not happen, what is safe, and what to do.

use axum::http::StatusCode;
use axum::http::header::{LOCATION, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use motcua_domain::access::Denied;
use motcua_domain::case::Refusal;
use motcua_engine::engine::UseError;
use motcua_text::Text;
use url::form_urlencoded;

use super::{Edge, Visitor};

/// Something went otherwise than asked.
pub struct Problem {
    visitor: Box<Visitor>,
    error: UseError,
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
}

impl Problem {
    /// A problem for this visitor.
    pub fn new(visitor: Visitor, error: UseError) -> Self {
        Self {
            visitor: Box::new(visitor),
            error,
        }
    }

    /// The status that fits.
    pub const fn status(&self) -> StatusCode {
        match &self.error {
            UseError::NotFound | UseError::Denied(Denied::NotYourCase) => StatusCode::NOT_FOUND,
            UseError::SignInFirst => StatusCode::UNAUTHORIZED,
            UseError::Denied(Denied::NotYourOffice) => StatusCode::FORBIDDEN,
            UseError::Refused(_) | UseError::Changed => StatusCode::CONFLICT,
            UseError::KeyReused | UseError::Unusable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            UseError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            UseError::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn words(&self, incident: Option<String>) -> ProblemWords {
        let t = self.visitor.t();
        let (heading, body, next) = match &self.error {
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
            UseError::KeyReused | UseError::Unusable(_) => (
                t.problem_unusable_title(),
                t.problem_unusable_body(),
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
        };
        let legal_basis = match &self.error {
            UseError::Refused(refusal) => refusal.legal_basis(),
            _ => None,
        };
        ProblemWords {
            heading,
            body,
            next,
            legal_basis,
            incident,
        }
    }

    /// Logs a failure, once and here, and makes the page.
    fn page(self, edge: &Edge) -> Response {
        if matches!(self.error, UseError::SignInFirst) {
            return self.to_sign_in();
        }
        let incident = match &self.error {
            UseError::Failed(reason) => {
                let incident = edge.incident();
                tracing::error!(%incident, reason, "a request failed");
                Some(incident)
            }
            _ => None,
        };
        let status = self.status();
        let words = self.words(incident);
        let page = self.visitor.page(words.heading.clone());
        let mut response = (status, crate::pages::problem(page, words)).into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response
                .headers_mut()
                .insert(RETRY_AFTER, axum::http::HeaderValue::from_static("2"));
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
        self.page(&edge)
    }
}
