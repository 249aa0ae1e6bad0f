//! Giving a case to a specialist, or to another one (phân công).

use axum::extract::Path;
use axum::response::Response;
use motcua_domain::case::{Command, CommandKind};
use motcua_domain::id::StaffId;
use motcua_engine::engine::UseError;

use super::Acting;
use crate::edge::{Officer, Problem};
use crate::office::Given;

/// T09 Phân công.
pub async fn assign(officer: Officer, name: Path<String>, given: Given) -> Result<Response, Problem> {
    let specialist = specialist(&given).ok_or_else(|| officer.visitor.problem(UNKNOWN))?;
    Acting::new(officer, name, &given)
        .carry_out(CommandKind::Assign, move |engine, actor, name| {
            engine.act_named(actor, name, |_| Ok(Command::Assign { specialist }))
        })
        .await
}

/// Nobody of this name can be given a case.
pub(super) const UNKNOWN: UseError = UseError::Unusable("specialist-unknown");

/// The specialist that was chosen.
pub(super) fn specialist(given: &Given) -> Option<StaffId> {
    given.text("specialist").parse().ok()
}
