//! Papers of a case: page images to look at, originals from their own origin, legal papers as attachments.

use axum::extract::Path;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use motcua_domain::id::FileId;
use motcua_engine::engine::{UseError, actor_of};

use crate::edge::{Officer, Problem};
use crate::pages::see;
use crate::papers::attachment;

/// A page image. The look is recorded before it leaves.
pub async fn page_image(
    officer: Officer,
    Path((name, file, page)): Path<(String, String, u32)>,
) -> Result<Response, Problem> {
    let file = file_id(&officer, &file)?;
    let image = officer
        .ask(move |engine, staff| engine.paper_image(&actor_of(staff), &name, file, page))
        .await?;
    Ok(([(CONTENT_TYPE, "image/jpeg")], image).into_response())
}

/// Leads to a paper as it was given: a one-time address on the papers' origin.
pub async fn original(
    officer: Officer,
    Path((name, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let file = file_id(&officer, &file)?;
    let ticket = officer
        .ask(move |engine, staff| engine.download_ticket(&actor_of(staff), &name, file))
        .await?;
    let papers = &officer.visitor.edge.origins().papers;
    Ok(see(&format!("{papers}/{}", ticket.reveal())))
}

/// A legal paper of the case.
pub async fn legal(
    officer: Officer,
    Path((name, kind)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (file_name, bytes) = officer
        .ask(move |engine, staff| engine.legal_paper(&actor_of(staff), &name, &kind))
        .await?;
    Ok(attachment(&file_name, "application/pdf", bytes))
}

fn file_id(officer: &Officer, text: &str) -> Result<FileId, Problem> {
    text.parse()
        .map_err(|_| officer.visitor.problem(UseError::NotFound))
}
