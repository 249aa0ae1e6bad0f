//! Papers as they were given leave from an origin of their own, as attachments, by an address that works once.
//! The site that gives the address has asked for the right and recorded the look.

use axum::extract::{Path, State};
use axum::http::Method;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use motcua_engine::engine::UseError;
use motcua_engine::session::Secret;
use url::form_urlencoded;

use crate::edge::{Edge, Problem, Visitor};

/// Gives the file that a one-time address stands for. Looking whether it is there (`HEAD`), as scanners of mail and
/// browsers do, does not use it up.
pub async fn download(
    State(edge): State<Edge>,
    method: Method,
    visitor: Visitor,
    Path(ticket): Path<String>,
) -> Result<Response, Problem> {
    let secret = Secret::parse(&ticket).ok_or_else(|| visitor.problem(UseError::NotFound))?;
    let is_looking = method == Method::HEAD;
    let file = edge
        .ask(move |parts| {
            if is_looking {
                parts.engine.see_download(&secret)
            } else {
                parts.engine.take_download(&secret)
            }
        })
        .await;
    let (name, media_type, bytes) = file.map_err(|error| visitor.problem(error))?;
    Ok(attachment(&name, &media_type, bytes))
}

/// An answer that browsers save and never open in the page.
pub fn attachment(name: &str, media_type: &str, bytes: Vec<u8>) -> Response {
    let encoded: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let disposition = format!("attachment; filename*=UTF-8''{}", encoded.replace('+', "%20"));
    (
        [
            (CONTENT_TYPE, media_type.to_owned()),
            (CONTENT_DISPOSITION, disposition),
        ],
        bytes,
    )
        .into_response()
}
