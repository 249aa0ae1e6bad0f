//! Procedures: search, and one by its code.

use axum::Json;
use axum::extract::{Path, State};
use motcua_engine::search::SearchQuery;
use motcua_engine::view::ProcedureView;

use super::wire::{Channel, Page, Procedure, Requirement};
use crate::edge::{Edge, Problem, Visitor};
use crate::office::Given;

/// How many are found at most.
const FOUND: usize = 20;

/// `GET /procedures?q=`.
pub(super) async fn search(
    State(edge): State<Edge>,
    visitor: Visitor,
) -> Result<Json<Page<Procedure>>, Problem> {
    let query = SearchQuery {
        text: Given::of_query(&visitor.path).text("q").to_owned(),
        limit: FOUND,
        ..SearchQuery::default()
    };
    let found = edge.ask(move |parts| parts.engine.search(&query)).await;
    let found = found.map_err(|error| visitor.problem(error))?;
    Ok(Json(Page {
        items: found.found.into_iter().map(procedure).collect(),
        next: None,
    }))
}

/// `GET /procedures/{code}`.
pub(super) async fn show(
    State(edge): State<Edge>,
    visitor: Visitor,
    Path(code): Path<String>,
) -> Result<Json<Procedure>, Problem> {
    let found = edge.ask(move |parts| parts.engine.procedure(&code)).await;
    found
        .map(|found| Json(procedure(found)))
        .map_err(|error| visitor.problem(error))
}

fn procedure(view: ProcedureView) -> Procedure {
    Procedure {
        code: view.code,
        name: view.name.into(),
        field: view.field,
        decision: view.decision,
        can_file_here: view.can_file_here,
        is_unconfirmed: view.is_unconfirmed,
        promise: view.promise,
        channels: view
            .channels
            .into_iter()
            .map(|entry| Channel {
                channel: entry.channel.name(),
                limit: entry.limit,
                fee_dong: entry.fee.map(motcua_domain::money::Dong::get),
            })
            .collect(),
        papers: view
            .need
            .into_iter()
            .map(|paper| Requirement {
                name: paper.name,
                label: paper.label.into(),
                is_required: paper.is_required,
            })
            .collect(),
    }
}
