//! A resident's own cases.

use axum::Json;
use axum::extract::Path;
use motcua_engine::view::{MyCase, TrackerView};

use super::wire::{self, CaseLine, Holder, OwnCase, Page};
use crate::edge::{Problem, Resident};

/// The most cases of one answer.
const CASES: u32 = 100;

/// `GET /cases`: newest first.
pub(super) async fn list(resident: Resident) -> Result<Json<Page<CaseLine>>, Problem> {
    let person = resident.person.id;
    let visitor = &resident.visitor;
    let cases = visitor
        .edge
        .ask(move |parts| parts.engine.my_cases(person, CASES))
        .await
        .map_err(|error| visitor.problem(error))?;
    Ok(Json(Page {
        items: cases.into_iter().map(line).collect(),
        next: None,
    }))
}

fn line(case: MyCase) -> CaseLine {
    CaseLine {
        name: case.name,
        procedure: case.procedure.into(),
        step: case.step.name(),
        sent_at: case.sent_at.to_string(),
        is_your_turn: Some(case.is_your_turn),
        left: case.due.map(|due| due.left.into()),
        applicant: None,
    }
}

/// `GET /cases/{name}`.
pub(super) async fn show(resident: Resident, Path(name): Path<String>) -> Result<Json<OwnCase>, Problem> {
    let visitor = &resident.visitor;
    let person = resident.person.clone();
    let view = visitor
        .edge
        .ask(move |parts| parts.engine.track(&person, &name))
        .await
        .map_err(|error| visitor.problem(error))?;
    Ok(Json(own_case(view)))
}

fn own_case(view: TrackerView) -> OwnCase {
    OwnCase {
        reference: view.reference,
        number: view.number,
        code: view.code,
        procedure: view.procedure.into(),
        status: view.status.code(),
        step: view.step.name(),
        sent_at: view.sent_at.to_string(),
        accepted_at: view.accepted_at.map(|at| at.to_string()),
        received_at: view.received_at.into(),
        holder: Holder {
            party: wire::party(view.holder.party),
            person: view.holder.person,
            unit: view.holder.unit.map(Into::into),
        },
        due: view.due.map(|due| wire::DueMoment {
            at: due.at.to_string(),
            on: due.on.to_string(),
        }),
        can: view
            .can
            .into_iter()
            .map(motcua_domain::case::CommandKind::name)
            .collect(),
        log: view.log.into_iter().map(Into::into).collect(),
        papers: view.papers.into_iter().map(Into::into).collect(),
    }
}
