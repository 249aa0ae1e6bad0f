//! Acts that ask something in writing, as data: which fields, and what command they make. Everything that such acts have
//! in common (the page, what was typed, what is missing, what the law says to it) stands here once; the acts
//! themselves are the table of [`table`].

mod fields;
mod parse;
mod table;

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use motcua_domain::case::{Command, CommandKind};
use motcua_engine::case::Wording;
use motcua_engine::engine::{UseError, actor_of};
use motcua_engine::view::SheetFacts;
use motcua_text::Text;

use super::{Acting, act_words};
use crate::components::{Problem as FieldProblem, Tone};
use crate::edge::{Officer, Problem, refusal_words};
use crate::office::{Given, Place};
use crate::page::Page;
use crate::pages::html;
use crate::words::say;

pub use fields::Field;
pub(crate) use fields::Shown;
pub use parse::Asked;
pub use table::SHEETS;

/// An act that asks something in writing.
pub struct Sheet {
    /// Which act it is.
    pub kind: CommandKind,
    /// Its address.
    pub path: &'static str,
    /// Whether it cannot be taken back.
    pub is_red: bool,
    /// What it asks, in this order; nothing for an act that is one button.
    pub fields: &'static [Field],
    /// The command that the answers make. They were checked against the fields before.
    pub command: fn(&Asked<'_>, &mut Wording<'_>) -> Result<Command, UseError>,
}

#[derive(Template)]
#[template(path = "office/sheet.html")]
struct SheetPage {
    page: Page,
    name: String,
    queue: String,
    procedure: String,
    note: String,
    tone: Tone,
    action: String,
    act: String,
    is_red: bool,
    fields: Vec<fields::Shown>,
    problems: Vec<FieldProblem>,
    /// What the law says to it, and what to do; empty for nothing.
    refused: (String, String),
}

/// What is shown of a form that was sent and did not go through.
#[derive(Default)]
struct Back {
    problems: Vec<FieldProblem>,
    refused: (String, String),
}

impl Sheet {
    /// The sheet of an act, if it asks something in writing or is a button of this kind.
    pub fn of(kind: CommandKind) -> Option<&'static Self> {
        SHEETS.iter().find(|sheet| sheet.kind == kind)
    }

    /// The page that asks, where the act has a place now.
    pub async fn ask(&self, officer: Officer, Path(name): Path<String>) -> Result<Response, Problem> {
        let kind = self.kind;
        let facts = officer
            .ask(move |engine, staff| {
                engine.allows(&actor_of(staff), &name, kind)?;
                engine.sheet_facts(staff, &name, kind)
            })
            .await?;
        let given = Given::of_query(&officer.visitor.path);
        Ok(html(
            &officer.visitor,
            &self.page(&officer, &facts, &given, Back::default()),
        ))
    }

    /// Carries the act out, or asks again with everything that was typed.
    pub async fn carry_out(
        &'static self,
        officer: Officer,
        name: Path<String>,
        given: Given,
    ) -> Result<Response, Problem> {
        let facts = self.facts(&officer, &name).await?;
        let problems = self.missing(officer.visitor.t(), &facts, &given);
        if !problems.is_empty() {
            let back = Back {
                problems,
                ..Back::default()
            };
            return Ok(self.again(&officer, &facts, &given, back));
        }
        let (asked, staff) = (given.clone(), officer.staff.id);
        let attempt = Acting::new(officer, name, &given)
            .attempt(move |engine, actor, name| {
                engine.act_named(actor, name, |words| {
                    (self.command)(&Asked::new(&asked, staff), words)
                })
            })
            .await;
        match attempt {
            Ok(done) => Ok(crate::pages::see(&done.address(self.kind))),
            Err((officer, UseError::Refused(refusal))) => {
                let back = Back {
                    refused: refusal_words(officer.visitor.t(), &refusal),
                    ..Back::default()
                };
                Ok(self.again(&officer, &facts, &given, back))
            }
            Err((officer, error)) => Err(officer.visitor.problem(error)),
        }
    }

    async fn facts(&self, officer: &Officer, name: &str) -> Result<SheetFacts, Problem> {
        let (name, kind) = (name.to_owned(), self.kind);
        officer
            .ask(move |engine, staff| engine.sheet_facts(staff, &name, kind))
            .await
    }

    fn missing(&self, t: &Text, facts: &SheetFacts, given: &Given) -> Vec<FieldProblem> {
        self.fields
            .iter()
            .filter_map(|field| field.problem(t, self.kind, facts, given))
            .collect()
    }

    fn again(&self, officer: &Officer, facts: &SheetFacts, given: &Given, back: Back) -> Response {
        let page = html(&officer.visitor, &self.page(officer, facts, given, back));
        (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
    }

    fn page(&self, officer: &Officer, facts: &SheetFacts, given: &Given, back: Back) -> SheetPage {
        let t = officer.visitor.t();
        let act = act_words(t, self.kind);
        let mut page = officer.page(act.clone(), Place::Desk);
        page.has_errors = !back.problems.is_empty() || !back.refused.0.is_empty();
        let error_of = |id: &str| {
            back.problems
                .iter()
                .find(|problem| problem.field == id || problem.field.starts_with(&format!("{id}-")))
                .map(|problem| problem.words.clone())
                .unwrap_or_default()
        };
        SheetPage {
            name: facts.name.clone(),
            queue: given.text("queue").to_owned(),
            procedure: crate::words::pick(&facts.procedure, t.lang()).to_owned(),
            note: say(t, &format!("office-sheet-{}", self.kind.name())),
            tone: if self.is_red { Tone::Red } else { Tone::Sea },
            action: self.path.replace("{name}", &facts.name),
            act,
            is_red: self.is_red,
            fields: self
                .fields
                .iter()
                .map(|field| field.shown(t, self.kind, facts, given, &error_of))
                .collect(),
            problems: back.problems,
            refused: back.refused,
            page,
        }
    }
}

#[cfg(test)]
mod tests;
