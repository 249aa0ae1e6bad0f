//! Filing by a program in a resident's name: a draft with answers, its papers, and sending it once.

use axum::Json;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use motcua_domain::form::Answer;
use motcua_domain::id::DraftId;
use motcua_domain::person::Person;
use motcua_engine::engine::{Engine, UseError};
use motcua_engine::ports::InspectError;

use super::body::Asked;
use super::wire::{Draft, FieldProblem, KeptFile, NewDraft, Sending};
use crate::edge::{Parts, Problem, Resident};
use crate::office::Given;

/// `POST /drafts`: makes or takes up the draft for a procedure, and says what it still lacks.
pub(super) async fn create(
    resident: Resident,
    Asked(asked): Asked<NewDraft>,
) -> Result<(StatusCode, Json<Draft>), Problem> {
    let draft = ask(&resident, move |parts, person| {
        save(&parts.engine, person, &asked)
    })
    .await?;
    Ok((StatusCode::CREATED, Json(draft)))
}

/// `POST /drafts/{id}/papers/{paper}?name=`: the body is the file.
pub(super) async fn attach(
    resident: Resident,
    Path((id, paper)): Path<(String, String)>,
    bytes: Bytes,
) -> Result<(StatusCode, Json<KeptFile>), Problem> {
    let id = draft_id(&resident, &id)?;
    let name = Given::of_query(&resident.visitor.path).text("name").to_owned();
    let kept = ask(&resident, move |parts, person| {
        let inspected = parts.inspector.inspect(&bytes).map_err(|error| match error {
            InspectError::Unusable(code) => {
                tracing::info!(code, "an uploaded file was not taken");
                UseError::Unusable("file-unusable")
            }
            InspectError::Busy => UseError::Busy,
            InspectError::Machine(reason) => UseError::Failed(reason),
        })?;
        let file = parts
            .engine
            .attach(person, id, &paper, &name, &bytes, &inspected)?;
        Ok(KeptFile {
            file: file.to_string(),
            media_type: inspected.media_type,
        })
    })
    .await?;
    Ok((StatusCode::CREATED, Json(kept)))
}

/// `POST /drafts/{id}/send`: a second call answers as the first did.
pub(super) async fn send(resident: Resident, Path(id): Path<String>) -> Result<Json<Sending>, Problem> {
    let id = draft_id(&resident, &id)?;
    let sent = ask(&resident, move |parts, person| parts.engine.send(person, id)).await?;
    Ok(Json(Sending {
        reference: sent.reference.as_str().to_owned(),
        procedure: sent.procedure.into(),
        sent_at: sent.sent_at.to_string(),
        answer_due: sent.answer_due.into(),
        desk: sent.desk.into(),
    }))
}

fn save(engine: &Engine, person: &Person, asked: &NewDraft) -> Result<Draft, UseError> {
    let row = engine.start_draft(person.id, &asked.procedure)?;
    let draft = engine.open_draft(person, row.id)?;
    for page in &draft.form.pages {
        let given: Vec<(String, Answer)> = page
            .questions
            .iter()
            .filter_map(|question| Some((question.id.clone(), asked.answers.get(&question.id)?.clone())))
            .collect();
        if !given.is_empty() {
            engine.save_page(person, row.id, &page.id, &given)?;
        }
    }
    if let Some(desk) = &asked.desk {
        engine.choose_desk(person, row.id, desk)?;
    }
    let unknown = asked
        .answers
        .iter()
        .map(|(question, _)| question)
        .filter(|question| draft.form.question(question).is_none())
        .map(str::to_owned)
        .collect();
    let check = engine.check_draft(person, row.id)?;
    Ok(Draft {
        id: row.id.to_string(),
        form: draft.form.id.as_str().to_owned(),
        is_complete: check.is_complete(),
        problems: check
            .problems
            .iter()
            .map(|problem| FieldProblem {
                question: problem.question.clone(),
                code: problem.code.code(),
            })
            .collect(),
        missing_papers: check.missing_papers,
        unknown,
    })
}

fn draft_id(resident: &Resident, text: &str) -> Result<DraftId, Problem> {
    text.parse()
        .map_err(|_| resident.visitor.problem(UseError::NotFound))
}

async fn ask<T, F>(resident: &Resident, question: F) -> Result<T, Problem>
where
    T: Send + 'static,
    F: FnOnce(&Parts, &Person) -> Result<T, UseError> + Send + 'static,
{
    let person = resident.person.clone();
    let answer = resident
        .visitor
        .edge
        .ask(move |parts| question(parts, &person))
        .await;
    answer.map_err(|error| resident.visitor.problem(error))
}
