//! The body of a request: JSON, or nothing where nothing is needed.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use motcua_engine::engine::UseError;
use serde::de::DeserializeOwned;

use crate::edge::{Edge, Problem, Visitor};

/// What was asked, read as JSON; an empty body is `{}`. Unknown fields are refused, so that a slip in a name is heard.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequest<Edge> for Asked<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, edge: &Edge) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visitor = <Visitor as FromRequestParts<Edge>>::from_request_parts(&mut parts, edge).await?;
        let unreadable = || visitor.problem(UseError::Unusable("json-unreadable"));
        let bytes = Bytes::from_request(Request::from_parts(parts, body), edge)
            .await
            .map_err(|rejection| Problem::of_status(visitor.clone(), rejection.status()))?;
        let text: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
        serde_json::from_slice(text).map(Self).map_err(|_| unreadable())
    }
}
