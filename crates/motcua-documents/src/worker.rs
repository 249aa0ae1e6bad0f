//! The renderer as a child process: one request in, one answer out, and it ends.
//!
//! Wire format. Request: a frame of JSON, `{"paper": …, "templates": …}`. Answer: one byte, `0` for a PDF
//! or `1` for an error, then a frame of the PDF or of the [`RenderError`] as JSON. A frame is its length
//! as four bytes, most significant first, and then as many bytes.

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::paper::Paper;
use crate::render::{RenderError, render};
use crate::template::TemplateSet;

/// No frame is longer, in bytes: beyond it a length is nonsense.
const FRAME_BYTES_MAX: u32 = 64 * 1024 * 1024;
const ANSWER_PDF: u8 = 0;
const ANSWER_ERROR: u8 = 1;

/// What the child is asked.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Request {
    pub(crate) paper: Paper,
    pub(crate) templates: TemplateSet,
}

/// Why the child could not answer at all.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Reading the request or writing the answer failed.
    #[error("the pipe failed: {0}")]
    Pipe(#[from] io::Error),
    /// The request is not one.
    #[error("the request is not one: {0}")]
    Request(#[source] serde_json::Error),
    /// The answer could not be written as JSON.
    #[error("the answer cannot be written: {0}")]
    Answer(#[source] serde_json::Error),
}

/// Reads one request, renders it, writes the answer. The binary's `motcua render` is this and nothing else.
///
/// A paper that cannot be rendered is an answer, not an error.
///
/// # Errors
/// When the pipes fail or the request is not one.
pub fn serve(mut input: impl Read, mut output: impl Write) -> Result<(), ServeError> {
    let request: Request = serde_json::from_slice(&read_frame(&mut input)?).map_err(ServeError::Request)?;
    let (kind, body) = match render(&request.paper, &request.templates) {
        Ok(pdf) => (ANSWER_PDF, pdf),
        Err(error) => (
            ANSWER_ERROR,
            serde_json::to_vec(&error).map_err(ServeError::Answer)?,
        ),
    };
    output.write_all(&[kind])?;
    write_frame(&mut output, &body)?;
    Ok(output.flush()?)
}

/// Reads the child's answer: the PDF, or why there is none.
pub(crate) fn read_answer(input: &mut impl Read) -> io::Result<Result<Vec<u8>, RenderError>> {
    let mut kind = [u8::MAX];
    input.read_exact(&mut kind)?;
    let nonsense = |why: &str| io::Error::new(io::ErrorKind::InvalidData, why.to_owned());
    match kind {
        [ANSWER_PDF] => Ok(Ok(read_frame(input)?)),
        [ANSWER_ERROR] => {
            let error =
                serde_json::from_slice(&read_frame(input)?).map_err(|error| nonsense(&error.to_string()))?;
            Ok(Err(error))
        }
        _ => Err(nonsense("the answer is of no known kind")),
    }
}

pub(crate) fn write_frame(output: &mut impl Write, body: &[u8]) -> io::Result<()> {
    let length = u32::try_from(body.len())
        .ok()
        .filter(|length| *length <= FRAME_BYTES_MAX)
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "a frame may not be that long"))?;
    output.write_all(&length.to_be_bytes())?;
    output.write_all(body)
}

fn read_frame(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    input.read_exact(&mut length)?;
    let length = u32::from_be_bytes(length);
    if length > FRAME_BYTES_MAX {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            "no frame is that long",
        ));
    }
    // `take` rather than a buffer of the announced length: a lie costs nothing.
    let mut body = Vec::new();
    input.take(u64::from(length)).read_to_end(&mut body)?;
    if body.len() as u64 == u64::from(length) {
        Ok(body)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}
