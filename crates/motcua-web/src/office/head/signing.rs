//! Signing several drafts that nobody said no to: a list, a second look, then each by itself with a line of its own.

use askama::Template;
use axum::response::Response;
use motcua_domain::case::OutcomeKind;
use motcua_engine::engine::UseError;
use motcua_engine::view::SignLine;
use motcua_text::Text;

use crate::components::{DaysLeft, Tone};
use crate::edge::{Officer, Problem, refusal_words};
use crate::office::{Given, Place};
use crate::page::Page;
use crate::pages::{html, see};
use crate::words;

/// The most drafts that the page shows.
pub(super) const DRAFTS: u32 = 20;

/// A draft that waits for the signature.
pub(super) struct DraftRow {
    pub(super) name: String,
    pub(super) short_name: String,
    pub(super) procedure: String,
    pub(super) applicant: String,
    pub(super) left: Option<DaysLeft>,
    pub(super) kind: String,
    pub(super) drafted_by: String,
    pub(super) is_unanimous: bool,
}

impl DraftRow {
    pub(super) fn of(t: &Text, line: &SignLine) -> Self {
        Self {
            name: line.row.name.clone(),
            short_name: line.row.short_name.clone(),
            procedure: words::pick(&line.row.procedure, t.lang()).to_owned(),
            applicant: line.row.applicant.clone(),
            left: words::days_left(t, line.row.left),
            kind: match line.kind {
                OutcomeKind::Granted => t.report_register_granted(),
                OutcomeKind::Refused => t.report_register_refused(),
            },
            drafted_by: line.drafted_by.clone().unwrap_or_default(),
            is_unanimous: line.is_unanimous,
        }
    }
}

/// What became of one case.
struct Signed {
    name: String,
    tone: Tone,
    words: String,
}

#[derive(Template)]
#[template(path = "office/head_sign.html")]
struct SignPage {
    page: Page,
    /// Before signing: what is about to be signed.
    drafts: Vec<DraftRow>,
    /// Afterwards: what became of each.
    signed: Vec<Signed>,
}

/// The second look: what was ticked and may be signed so.
pub async fn look(officer: Officer, given: Given) -> Result<Response, Problem> {
    let wanted: Vec<String> = given.all("case").map(str::to_owned).collect();
    let lines = officer
        .ask(move |engine, staff| engine.to_sign(staff, DRAFTS))
        .await?;
    let t = officer.visitor.t();
    let drafts: Vec<DraftRow> = lines
        .iter()
        .filter(|line| line.is_unanimous && wanted.contains(&line.row.name))
        .map(|line| DraftRow::of(t, line))
        .collect();
    if drafts.is_empty() {
        return Ok(see("/desk/head#sign"));
    }
    let shown = SignPage {
        page: officer.page(t.report_sign_look(drafts.len().to_string()), Place::Head),
        drafts,
        signed: Vec::new(),
    };
    Ok(html(&officer.visitor, &shown))
}

/// Signs each. What a rule refuses stays, and its line says why.
pub async fn sign(officer: Officer, given: Given) -> Result<Response, Problem> {
    let most = DRAFTS as usize;
    let names: Vec<String> = given.all("case").take(most).map(str::to_owned).collect();
    let done = officer
        .ask(move |engine, staff| {
            let mut done = Vec::new();
            for name in names {
                let answer = match engine.sign_unanimous(staff, &name) {
                    Ok(_) => None,
                    Err(error @ (UseError::Failed(_) | UseError::Busy)) if done.is_empty() => {
                        return Err(error);
                    }
                    Err(error) => Some(error),
                };
                done.push((name, answer));
            }
            Ok(done)
        })
        .await?;
    let t = officer.visitor.t();
    let signed: Vec<Signed> = done
        .into_iter()
        .map(|(name, error)| Signed {
            name,
            tone: match error {
                None => Tone::Jade,
                Some(_) => Tone::Gold,
            },
            words: match error {
                None => t.report_sign_done(),
                Some(UseError::Refused(refusal)) => {
                    let (why, next) = refusal_words(t, &refusal);
                    format!("{why} {next}")
                }
                Some(UseError::Unusable(_)) => t.report_sign_alone(),
                Some(UseError::NotFound | UseError::Denied(_)) => t.report_sign_not_yours(),
                Some(_) => t.report_sign_not_done(),
            },
        })
        .collect();
    let count = signed.iter().filter(|line| line.tone == Tone::Jade).count();
    let shown = SignPage {
        page: officer.page(
            t.report_sign_result(count.to_string(), signed.len().to_string()),
            Place::Head,
        ),
        drafts: Vec::new(),
        signed,
    };
    Ok(html(&officer.visitor, &shown))
}
