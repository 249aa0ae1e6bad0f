//! Taking uploads: file by file, each inspected and kept before the next is read. What is refused is said by name;
//! the others stay.

use axum::body::Bytes;
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use motcua_domain::person::Person;
use motcua_engine::engine::UseError;
use motcua_engine::ports::{InspectError, Inspected};
use motcua_text::Text;

use crate::edge::{Edge, Parts};
use crate::words::say;

/// The largest file.
const FILE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// The largest request with files: a handful of phone photos at once.
pub(crate) const UPLOAD_BYTES_MAX: usize = 160 * 1024 * 1024;
/// What a file field takes; phones offer the camera for it.
pub(crate) const ACCEPT: &str = "image/jpeg,image/png,application/pdf";
/// What comes before the name of a paper in the name of its field.
pub(crate) const PAPER_FIELD: &str = "paper-";
const TEXT_BYTES_MAX: usize = 64 * 1024;

/// A file that is not taken.
pub(crate) struct Refused {
    /// The paper that it was meant for.
    pub paper: String,
    /// The file's name.
    pub name: String,
    /// Why, by stable code.
    pub code: String,
}

impl Refused {
    /// The whole sentence.
    pub(crate) fn words(&self, t: &Text) -> String {
        t.filing_file_refused(&self.name, say(t, &format!("filing-{}", self.code)))
    }
}

/// Everything that a request with files brought.
#[derive(Default)]
pub(crate) struct Received {
    /// Fields that are no files.
    pub fields: Vec<(String, String)>,
    /// Files that were kept, by paper.
    pub kept: usize,
    /// Files that were not taken.
    pub refused: Vec<Refused>,
}

impl Received {
    /// Whether a button or field of this name was sent.
    pub(crate) fn has(&self, wanted: &str) -> bool {
        self.fields.iter().any(|(name, _)| name == wanted)
    }
}

/// Reads a request and hands each inspected file to `keep`, with the paper it is meant for and its name.
pub(crate) async fn receive<F>(edge: &Edge, mut multipart: Multipart, keep: F) -> Result<Received, UseError>
where
    F: Fn(&Parts, &str, &str, &[u8], &Inspected) -> Result<(), UseError> + Clone + Send + 'static,
{
    let mut received = Received::default();
    loop {
        let mut field = match multipart.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(received),
            Err(error) => return Err(broken(&error)),
        };
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name().map(str::to_owned) else {
            let (bytes, _) = read(&mut field, TEXT_BYTES_MAX).await?;
            received
                .fields
                .push((name, String::from_utf8_lossy(&bytes).into_owned()));
            continue;
        };
        let (bytes, is_whole) = read(&mut field, FILE_BYTES_MAX).await?;
        // An empty file field sends a file without a name.
        if file_name.is_empty() && bytes.is_empty() {
            continue;
        }
        let Some(paper) = name.strip_prefix(PAPER_FIELD).map(str::to_owned) else {
            continue;
        };
        let verdict = if is_whole {
            take(edge, keep.clone(), paper.clone(), file_name.clone(), bytes).await?
        } else {
            Some("file-too-large".to_owned())
        };
        match verdict {
            None => received.kept += 1,
            Some(code) => received.refused.push(Refused {
                paper,
                name: file_name,
                code,
            }),
        }
    }
}

/// Reads a field up to a size; what is beyond is read and dropped, so that the rest of the request is still heard.
async fn read(field: &mut Field<'_>, size_max: usize) -> Result<(Bytes, bool), UseError> {
    let mut bytes = Vec::new();
    let mut is_whole = true;
    loop {
        match field.chunk().await {
            Ok(None) => return Ok((bytes.into(), is_whole)),
            Ok(Some(chunk)) if is_whole && bytes.len() + chunk.len() <= size_max => {
                bytes.extend_from_slice(&chunk)
            }
            Ok(Some(_)) => {
                is_whole = false;
                bytes = Vec::new();
            }
            Err(error) => return Err(broken(&error)),
        }
    }
}

/// A request with files that could not be read to its end.
fn broken(error: &MultipartError) -> UseError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        UseError::Unusable("upload-too-large")
    } else {
        UseError::Unusable("upload-broken")
    }
}

/// Inspects one file and hands it on; a code if it is not taken.
async fn take<F>(
    edge: &Edge,
    keep: F,
    paper: String,
    name: String,
    bytes: Bytes,
) -> Result<Option<String>, UseError>
where
    F: Fn(&Parts, &str, &str, &[u8], &Inspected) -> Result<(), UseError> + Send + 'static,
{
    edge.ask(move |parts| {
        let inspected = match parts.inspector.inspect(&bytes) {
            Ok(inspected) => inspected,
            Err(InspectError::Unusable(code)) => return Ok(Some(code)),
            Err(InspectError::Busy) => return Err(UseError::Busy),
            Err(InspectError::Machine(reason)) => return Err(UseError::Failed(reason)),
        };
        match keep(parts, &paper, &name, &bytes, &inspected) {
            Ok(()) => Ok(None),
            Err(UseError::Unusable(code)) => Ok(Some(code.to_owned())),
            Err(error) => Err(error),
        }
    })
    .await
}

/// Keeps files in a draft.
pub(super) fn into_draft(
    person: Person,
    draft: motcua_domain::id::DraftId,
) -> impl Fn(&Parts, &str, &str, &[u8], &Inspected) -> Result<(), UseError> + Clone + Send + 'static {
    move |parts, paper, name, bytes, inspected| {
        parts
            .engine
            .attach(&person, draft, paper, name, bytes, inspected)
            .map(drop)
    }
}
