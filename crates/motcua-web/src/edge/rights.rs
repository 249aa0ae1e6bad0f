//! The row of the table of routes, kept at the door: the right that a route needs is asked before anything else of
//! the request is looked at, so that whoever may not learns nothing by asking wrongly.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts as RequestParts;
use motcua_domain::access::{Action, Actor, may_in_office};
use motcua_engine::engine::UseError;

use super::{Edge, Problem, Visitor};
use crate::routes::Who;

/// The name of the case in the addresses of its routes.
const CASE: &str = "name";

/// Lets whoever has the right that the route's row asks for go on. Reading a case is asked by the view itself, which
/// also records it.
pub(super) async fn within_rights(
    parts: &mut RequestParts,
    edge: &Edge,
    visitor: &Visitor,
    actor: Actor,
) -> Result<(), Problem> {
    let kind = match parts.extensions.get::<Who>() {
        Some(Who::Office(action)) => {
            return match may_in_office(&actor, *action) {
                Ok(_) => Ok(()),
                Err(denied) => Err(visitor.problem(UseError::Denied(denied))),
            };
        }
        Some(Who::Case(Action::Act(kind))) => *kind,
        _ => return Ok(()),
    };
    let named = RawPathParams::from_request_parts(parts, edge).await.ok();
    let name = named
        .as_ref()
        .and_then(|all| all.iter().find(|(key, _)| *key == CASE));
    let Some(name) = name.map(|(_, name)| name.to_owned()) else {
        return Ok(());
    };
    let asked = edge
        .ask(move |parts| parts.engine.may_act(&actor, &name, kind))
        .await;
    asked.map_err(|error| visitor.problem(error))
}
