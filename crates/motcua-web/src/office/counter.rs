//! The counter (quầy): the person who is there, what they file, and the desk's answer at once. Everything is saved with
//! every button, so that a reload, or the next person in between, loses nothing.

mod answers;
mod filing;
mod person;
mod receipt;

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::id::DraftId;
use motcua_engine::engine::UseError;

use super::Given;
use crate::edge::{Officer, Problem};
use crate::pages::see;

pub use answers::{ask, asking, refuse, refusing};
pub use filing::{choose, save, show};
pub use person::{find, home, register};

/// The identifier in an address.
fn draft_id(officer: &Officer, id: &str) -> Result<DraftId, Problem> {
    id.parse()
        .map_err(|_| officer.visitor.problem(UseError::NotFound))
}

/// Where a draft at the counter is.
fn address(id: DraftId) -> String {
    format!("/desk/counter/{id}")
}

/// Takes a scan out again.
pub async fn remove(officer: Officer, Path(id): Path<String>, given: Given) -> Result<Response, Problem> {
    let id = draft_id(&officer, &id)?;
    let file = given.text("file").parse();
    officer
        .ask(move |engine, staff| {
            let file = file.map_err(|_| UseError::NotFound)?;
            engine.detach_at_counter(staff, id, file)
        })
        .await?;
    Ok(see(&address(id)))
}

/// Throws away what was filled in.
pub async fn discard(officer: Officer, Path(id): Path<String>) -> Result<Response, Problem> {
    let id = draft_id(&officer, &id)?;
    officer
        .ask(move |engine, staff| engine.discard_at_counter(staff, id))
        .await?;
    Ok(see("/desk/counter"))
}
