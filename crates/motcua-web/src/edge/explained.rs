//! The page behind each problem that the API names: `type` is an address (RFC 9457 3.1.1), and here it leads.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use motcua_domain::access::Denied;
use motcua_engine::engine::UseError;
use motcua_text::Text;

use super::problem::{code_of, why_unusable, words_of};
use super::{Problem, TurnedAway, Visitor};
use crate::page::Page;
use crate::pages::html;

/// What a code means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The code.
    pub code: String,
    /// What did not happen.
    pub heading: String,
    /// Why, and what is safe.
    pub body: String,
    /// What to do.
    pub next: String,
}

#[derive(Template)]
#[template(path = "shared/explained.html")]
struct ExplainedPage {
    page: Page,
    explained: Explained,
}

/// The answers of the engine that carry nothing.
const PLAIN: [UseError; 8] = [
    UseError::NotFound,
    UseError::SignInFirst,
    UseError::Denied(Denied::NotYourOffice),
    UseError::Changed,
    UseError::KeyReused,
    UseError::Busy,
    UseError::Failed(String::new()),
    UseError::Unusable("invitation-own"),
];

impl Explained {
    /// What a code means; `None` if no problem has it. A refusal and whatever could not be used have a page as soon as
    /// they have their sentences, which tidy asks for.
    pub fn of(t: &Text, code: &str) -> Option<Self> {
        let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let (heading, body, next) = is_code
            .then(|| {
                plain(t, code)
                    .or_else(|| edge(t, code))
                    .or_else(|| refused(t, code))
                    .or_else(|| unusable(t, code))
            })
            .flatten()?;
        Some(Self {
            code: code.to_owned(),
            heading,
            body,
            next,
        })
    }
}

type Words = (String, String, String);

fn plain(t: &Text, code: &str) -> Option<Words> {
    let error = PLAIN.into_iter().find(|error| code_of(error) == code)?;
    Some(words_of(t, &error))
}

fn edge(t: &Text, code: &str) -> Option<Words> {
    let why = TurnedAway::ALL.into_iter().find(|why| why.code() == code)?;
    Some(why.words(t))
}

fn refused(t: &Text, code: &str) -> Option<Words> {
    let body = t.find(&format!("refusal-{code}"), &[])?;
    let next = t.find(&format!("refusal-{code}-next"), &[])?;
    Some((t.problem_refused_title(), body, next))
}

fn unusable(t: &Text, code: &str) -> Option<Words> {
    let why = why_unusable(t, code)?;
    Some((t.problem_unusable_title(), why, t.problem_unusable_next()))
}

/// The page of a code.
pub async fn explained(visitor: Visitor, Path(code): Path<String>) -> Result<Response, Problem> {
    let explained = Explained::of(visitor.t(), &code).ok_or_else(|| visitor.problem(UseError::NotFound))?;
    let mut page = visitor.page(explained.heading.clone());
    page.which = code;
    Ok(html(&visitor, &ExplainedPage { page, explained }))
}

#[cfg(test)]
mod tests;
