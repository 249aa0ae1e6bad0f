//! The page that asks for a reason before an act that needs one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::components::{Problem as FieldProblem, TextField, Tone};
use crate::edge::Officer;
use crate::office::Place;
use crate::page::Page;
use crate::pages::html;

/// What the page of such an act says.
pub struct WithReason {
    /// The question.
    pub title: String,
    /// What will follow.
    pub note: String,
    /// How to write the reason.
    pub hint: String,
    /// The act, on its button.
    pub act: String,
    /// Whether it cannot be taken back.
    pub is_red: bool,
    /// Where it is sent.
    pub action: String,
}

/// The page.
#[derive(Template)]
#[template(path = "office/reason.html")]
pub struct ReasonPage {
    page: Page,
    what: WithReason,
    tone: Tone,
    field: TextField,
    problems: Vec<FieldProblem>,
    name: String,
    queue: String,
}

impl ReasonPage {
    /// Asks for the reason; with an error when it was sent without one.
    pub fn answer(officer: &Officer, what: WithReason, name: &str, queue: &str, sent: bool) -> Response {
        let t = officer.visitor.t();
        let error = if sent {
            t.office_reason_missing()
        } else {
            String::new()
        };
        let mut page = officer.page(what.title.clone(), Place::Desk);
        page.has_errors = sent;
        let problems = sent.then(|| FieldProblem {
            field: "reason".to_owned(),
            words: error.clone(),
        });
        let shown = Self {
            tone: if what.is_red { Tone::Red } else { Tone::Sea },
            field: TextField {
                name: "reason".to_owned(),
                label: t.office_reason(),
                hint: what.hint.clone(),
                error,
                lines: 5,
                ..TextField::default()
            },
            problems: problems.into_iter().collect(),
            name: name.to_owned(),
            queue: queue.to_owned(),
            page,
            what,
        };
        let response = html(&officer.visitor, &shown);
        if sent {
            (StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
        } else {
            response
        }
    }
}
