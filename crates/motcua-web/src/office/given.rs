//! What a form or an address gives, as names and texts: fields whose names come from the city's own facts
//! (conditions, papers, questions) cannot be a struct.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use url::form_urlencoded;

use crate::edge::{Edge, Problem, Visitor};
use motcua_engine::engine::UseError;

/// Names and texts, in the order they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given(Vec<(String, String)>);

impl Given {
    /// Reads the body of a form.
    pub fn parse(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().collect())
    }

    /// Reads the query of an address.
    pub fn of_query(address: &str) -> Self {
        let query = address.split_once('?').map_or("", |(_, query)| query);
        Self::parse(query.as_bytes())
    }

    /// The first text under a name, trimmed; empty if there is none.
    pub fn text(&self, name: &str) -> &str {
        let first = self.0.iter().find(|(known, _)| known == name);
        first.map_or("", |(_, text)| text.trim())
    }

    /// Every text under a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(known, _)| known == name)
            .map(|(_, text)| text.as_str())
    }

    /// Whether a box of this name was ticked.
    pub fn is_ticked(&self, name: &str) -> bool {
        !self.text(name).is_empty()
    }
}

impl FromRequest<Edge> for Given {
    type Rejection = Problem;

    async fn from_request(request: Request, edge: &Edge) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let visitor =
            <Visitor as axum::extract::FromRequestParts<Edge>>::from_request_parts(&mut parts, edge).await?;
        match Bytes::from_request(Request::from_parts(parts, body), edge).await {
            Ok(bytes) => Ok(Self::parse(&bytes)),
            Err(_) => Err(visitor.problem(UseError::Unusable("form-unreadable"))),
        }
    }
}

#[cfg(test)]
mod tests;
