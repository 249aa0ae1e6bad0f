//! Acts that need a reason in words: one page asks for it, the next request carries the act out. An act is a value
//! here; everything that such acts have in common stands once.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::case::{Command, CommandKind};
use motcua_domain::id::NoteId;
use motcua_text::Text;

use super::{Acting, allowed};
use crate::components::{Problem as FieldProblem, TextField, Tone};
use crate::edge::{Officer, Problem};
use crate::office::{Given, Place};
use crate::page::Page;
use crate::pages::html;

/// An act that needs a reason.
pub(super) struct WithReason {
    /// Which act it is.
    pub(super) kind: CommandKind,
    /// The last part of its address.
    pub(super) slug: &'static str,
    /// What its page says.
    pub(super) words: fn(&Text) -> Words,
    /// Whether it cannot be taken back.
    pub(super) is_red: bool,
    /// The command, once the reason is a note of the case.
    pub(super) command: fn(Option<NoteId>) -> Command,
}

/// What the page of such an act says.
pub(super) struct Words {
    /// The question.
    pub(super) title: String,
    /// What will follow.
    pub(super) note: String,
    /// How to write the reason; empty where the note says it.
    pub(super) hint: String,
    /// The act, on its button.
    pub(super) act: String,
}

#[derive(Template)]
#[template(path = "office/reason.html")]
struct ReasonPage {
    page: Page,
    words: Words,
    action: String,
    is_red: bool,
    tone: Tone,
    field: TextField,
    problems: Vec<FieldProblem>,
    name: String,
    queue: String,
}

impl WithReason {
    /// The page that asks why, where the act has a place now.
    pub(super) async fn ask(&self, officer: &Officer, Path(name): Path<String>) -> Result<Response, Problem> {
        allowed(officer, &name, self.kind).await?;
        let given = Given::of_query(&officer.visitor.path);
        Ok(html(&officer.visitor, &self.page(officer, &name, &given, false)))
    }

    /// Carries the act out, or asks again where no reason was given.
    pub(super) async fn carry_out(
        &self,
        officer: Officer,
        name: Path<String>,
        given: Given,
    ) -> Result<Response, Problem> {
        let reason = given.text("reason").to_owned();
        if reason.is_empty() {
            let again = html(&officer.visitor, &self.page(&officer, &name, &given, true));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, again).into_response());
        }
        let command = self.command;
        Acting::new(officer, name, &given)
            .carry_out(self.kind, move |engine, actor, name| {
                engine.act_named(actor, name, |words| Ok(command(words.note(&reason))))
            })
            .await
    }

    fn page(&self, officer: &Officer, name: &str, given: &Given, is_missing: bool) -> ReasonPage {
        let t = officer.visitor.t();
        let words = (self.words)(t);
        let mut page = officer.page(words.title.clone(), Place::Desk);
        page.has_errors = is_missing;
        let error = if is_missing {
            t.office_reason_missing()
        } else {
            String::new()
        };
        let problems = is_missing.then(|| FieldProblem {
            field: "reason".to_owned(),
            words: error.clone(),
        });
        ReasonPage {
            page,
            action: format!("/desk/cases/{name}/{}", self.slug),
            is_red: self.is_red,
            tone: if self.is_red { Tone::Red } else { Tone::Sea },
            field: TextField {
                name: "reason".to_owned(),
                label: t.office_reason(),
                hint: words.hint.clone(),
                error,
                lines: 5,
                ..TextField::default()
            },
            words,
            problems: problems.into_iter().collect(),
            name: name.to_owned(),
            queue: given.text("queue").to_owned(),
        }
    }
}
