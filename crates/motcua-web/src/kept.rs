//! What is the same for everybody is made and compressed once, and kept.

use std::io::Write as _;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;

/// A body that never changes, as it is and compressed. Cheap to send: both are shared, not copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    media_type: HeaderValue,
    plain: Bytes,
    gzipped: Bytes,
}

impl Kept {
    /// Keeps a body of this media type.
    pub fn of(media_type: &'static str, body: impl Into<Bytes>) -> Self {
        let plain = body.into();
        Self {
            media_type: HeaderValue::from_static(media_type),
            gzipped: gzip(&plain).into(),
            plain,
        }
    }

    /// The body as it is.
    pub fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// The body compressed; empty where that failed.
    pub fn gzipped(&self) -> &Bytes {
        &self.gzipped
    }

    /// An answer in a coding that the asker's headers allow.
    pub fn answer(&self, asked: &HeaderMap) -> Response {
        let accepts_gzip = asked
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .is_some_and(accepts_gzip);
        let is_gzipped = accepts_gzip && !self.gzipped.is_empty();
        let body = if is_gzipped { &self.gzipped } else { &self.plain };
        let mut response = Response::new(Body::from(body.clone()));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, self.media_type.clone());
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if is_gzipped {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    }
}

/// The compressed form, or nothing where compressing fails; then the plain form is sent.
fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(plain)
        .and_then(|()| encoder.finish())
        .unwrap_or_default()
}

/// Whether an `Accept-Encoding` header allows gzip; `gzip;q=0` forbids it.
fn accepts_gzip(header: &str) -> bool {
    header.split(',').any(|entry| {
        let mut parts = entry.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|coding| coding.eq_ignore_ascii_case("gzip"));
        let refused = parts.any(|part| {
            part.strip_prefix("q=")
                .is_some_and(|q| q.trim_matches(['0', '.']).is_empty())
        });
        named && !refused
    })
}

#[cfg(test)]
mod tests;
