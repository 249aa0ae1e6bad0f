//! The static files: the style sheet, the script, the drawings.
//!
//! They are part of the program. Each address carries a hash of the content, so a browser may keep
//! a file for ever and a new version of the program shows its own look at once; each file is
//! compressed once, when first asked for anything ([`Kept`]).

use std::sync::LazyLock;

use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

use crate::kept::Kept;

/// A static file of this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asset {
    /// `motcua.css`, the one style sheet.
    Style,
    /// `motcua.js`, which only adds.
    Script,
    /// `icons.svg`, a sprite: use `url#name`.
    Icons,
    /// `mark.svg`, the three arches and the door, for light grounds.
    Mark,
    /// `mark-light.svg`, the same for dark grounds.
    MarkLight,
    /// `hero.svg`, the bridge line of the portal.
    Hero,
    /// `arches.svg`, the row on top of the footer.
    Arches,
}

impl Asset {
    /// Every file, in the order of [`FILES`].
    pub const ALL: [Self; 7] = [
        Self::Style,
        Self::Script,
        Self::Icons,
        Self::Mark,
        Self::MarkLight,
        Self::Hero,
        Self::Arches,
    ];

    /// The name before the hash and the ending after it.
    const fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Style => ("motcua", "css"),
            Self::Script => ("motcua", "js"),
            Self::Icons => ("icons", "svg"),
            Self::Mark => ("mark", "svg"),
            Self::MarkLight => ("mark-light", "svg"),
            Self::Hero => ("hero", "svg"),
            Self::Arches => ("arches", "svg"),
        }
    }

    const fn source(self) -> &'static [u8] {
        match self {
            Self::Style => include_bytes!("../static/motcua.css"),
            Self::Script => include_bytes!("../static/motcua.js"),
            Self::Icons => include_bytes!("../static/icons.svg"),
            Self::Mark => include_bytes!("../static/mark.svg"),
            Self::MarkLight => include_bytes!("../static/mark-light.svg"),
            Self::Hero => include_bytes!("../static/hero.svg"),
            Self::Arches => include_bytes!("../static/arches.svg"),
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Style => "text/css; charset=utf-8",
            Self::Script => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        }
    }

    /// The address of this file, with the hash of its content: `/static/motcua.1a2b3c4d5e6f.css`.
    #[must_use]
    pub fn url(self) -> &'static str {
        File::of(self).map_or("", |file| file.url.as_str())
    }
}

/// A file as it is sent.
struct File {
    asset: Asset,
    url: String,
    kept: Kept,
}

static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let mut files: Vec<File> = Vec::with_capacity(Asset::ALL.len());
    // The style sheet names drawings, so it comes last: its content, and therefore its hash,
    // depends on theirs.
    for asset in Asset::ALL.into_iter().rev() {
        let mut content = asset.source().to_vec();
        if asset == Asset::Style {
            content = with_hashed_drawings(&content, &files);
        }
        files.push(File::new(asset, content));
    }
    files
});

/// The style sheet with `url(hero.svg)` replaced by the full address of the drawing.
fn with_hashed_drawings(style: &[u8], drawings: &[File]) -> Vec<u8> {
    let mut style = String::from_utf8_lossy(style).into_owned();
    for drawing in drawings {
        let (stem, ending) = drawing.asset.name();
        style = style.replace(&format!("url({stem}.{ending})"), &format!("url({})", drawing.url));
    }
    style.into_bytes()
}

impl File {
    fn new(asset: Asset, plain: Vec<u8>) -> Self {
        let hash: String = Sha256::digest(&plain)
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let (stem, ending) = asset.name();
        Self {
            asset,
            url: format!("/static/{stem}.{hash}.{ending}"),
            kept: Kept::of(asset.media_type(), plain),
        }
    }

    fn of(asset: Asset) -> Option<&'static Self> {
        FILES.iter().find(|file| file.asset == asset)
    }
}

/// The routes of the static files, for every origin.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/static/{file}", get(serve))
}

async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let Some((file, is_current)) = find(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // A page of the version before may still ask for its file: it gets ours, but may not keep it.
    let caching = if is_current {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mut response = file.kept.answer(&headers);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}

/// The file that a requested name means, and whether the name carries its present hash.
fn find(name: &str) -> Option<(&'static File, bool)> {
    let (rest, ending) = name.rsplit_once('.')?;
    let stem = rest.split_once('.').map_or(rest, |(stem, _)| stem);
    let file = FILES.iter().find(|file| file.asset.name() == (stem, ending))?;
    Some((file, file.url.strip_prefix("/static/") == Some(name)))
}

#[cfg(test)]
mod tests;
