//! Proving a financial duty (chứng từ nộp tiền): what the tax office set, and one file that shows it was paid. The clock
//! stands still until it comes.

use askama::Template;
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Response};
use motcua_domain::case::Command;
use motcua_engine::engine::UseError;
use motcua_engine::view::{TrackerView, YourPart};

use super::supplement::Kept;
use super::uploads::{self, ACCEPT, PAPER_FIELD};
use crate::components::{FileField, Problem as FieldProblem};
use crate::edge::{Edge, Resident};
use crate::page::{Page, Tab};
use crate::pages::{html, see};
use crate::words::pick;

/// The name of the one paper of this page.
const PROOF: &str = "proof";

#[derive(Template)]
#[template(path = "city/duty.html")]
struct DutyPage {
    page: Page,
    back: String,
    action: String,
    under_title: String,
    lead: String,
    problems: Vec<FieldProblem>,
    field: FileField,
}

/// Shows what is to be paid, and asks for the proof.
pub async fn ask(State(edge): State<Edge>, resident: Resident, Path(name): Path<String>) -> Response {
    match tracked(&edge, &resident, &name).await {
        Ok(view) => duty_page(&resident, &name, &view, String::new()),
        Err(error) => resident.visitor.problem(error).into_response(),
    }
}

/// Takes the proof.
pub async fn prove(
    State(edge): State<Edge>,
    resident: Resident,
    Path(name): Path<String>,
    multipart: Multipart,
) -> Response {
    match try_prove(&edge, &resident, &name, multipart).await {
        Ok(response) => response,
        Err(error) => resident.visitor.problem(error).into_response(),
    }
}

async fn try_prove(
    edge: &Edge,
    resident: &Resident,
    name: &str,
    multipart: Multipart,
) -> Result<Response, UseError> {
    // Asked before a file is read, because what is kept stays: nothing is uploaded to a case that waits for none.
    let view = tracked(edge, resident, name).await?;
    if !matches!(view.your_part, YourPart::MeetDuty { .. }) {
        return Ok(see(&format!("/cases/{name}")));
    }
    let kept = Kept::default();
    let received = uploads::receive(edge, multipart, kept.keeping(resident.person.clone())).await?;
    let t = resident.visitor.t();
    let file = kept
        .take()
        .remove(PROOF)
        .and_then(|files| files.into_iter().next());
    let Some(file) = file else {
        let refused: Vec<String> = received.refused.iter().map(|refused| refused.words(t)).collect();
        let error = if refused.is_empty() {
            t.applicant_duty_missing()
        } else {
            refused.join(". ")
        };
        return Ok(duty_page(resident, name, &view, error));
    };
    let (actor, called) = (resident.actor(), name.to_owned());
    edge.ask(move |parts| {
        parts
            .engine
            .act_named(&actor, &called, |_| Ok(Command::ProveDuty { file }))
    })
    .await?;
    Ok(see(&format!("/cases/{name}")))
}

async fn tracked(edge: &Edge, resident: &Resident, name: &str) -> Result<TrackerView, UseError> {
    let (person, name) = (resident.person.clone(), name.to_owned());
    edge.ask(move |parts| parts.engine.track(&person, &name)).await
}

fn duty_page(resident: &Resident, name: &str, view: &TrackerView, error: String) -> Response {
    let visitor = &resident.visitor;
    let t = visitor.t();
    let YourPart::MeetDuty { notice, amount } = &view.your_part else {
        // It was proved meanwhile, or nothing is set yet: the tracker says which.
        return see(&format!("/cases/{name}"));
    };
    let field = FileField {
        name: format!("{PAPER_FIELD}{PROOF}"),
        label: t.applicant_duty_file(),
        is_title: false,
        hint: t.tracker_supplement_files_hint(),
        error,
        accept: ACCEPT,
        many: false,
    };
    let problems: Vec<FieldProblem> = Some(&field.error)
        .filter(|error| !error.is_empty())
        .map(|error| FieldProblem {
            field: field.name.clone(),
            words: error.clone(),
        })
        .into_iter()
        .collect();
    let mut page = visitor.page(t.applicant_duty(amount.to_string()));
    page.tab = Some(Tab::Cases);
    page.has_errors = !problems.is_empty();
    let shown = DutyPage {
        page,
        back: format!("/cases/{name}"),
        action: format!("/cases/{name}/duty"),
        under_title: format!("{} · {name}", pick(&view.procedure, t.lang())),
        lead: t.applicant_duty_detail(notice),
        problems,
        field,
    };
    html(visitor, &shown)
}
