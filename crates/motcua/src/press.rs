//! The press of the running program: papers are printed in a child process of our own binary.

use std::sync::Arc;
use std::time::Duration;

use motcua_documents::paper::Paper;
use motcua_documents::{ChildRenderer, DocumentPress, TemplateSet, render};
use motcua_engine::ports::PaperPress;

use crate::fault::Fault;

/// A file is inspected, and a paper printed, within so long.
pub(crate) const CHILD_DEADLINE: Duration = Duration::from_secs(20);

/// A press whose every paper is done by the deadline.
///
/// # Errors
/// A program that cannot find itself.
pub(crate) fn press() -> Result<Arc<dyn PaperPress>, Fault> {
    let renderer = ChildRenderer::new(std::env::current_exe()?, TemplateSet::embedded(), CHILD_DEADLINE);
    Ok(Arc::new(DocumentPress::new(renderer)))
}

/// A paper of the demonstration, for uploads of a past that never was.
///
/// # Errors
/// A template that does not render, which tests forbid.
pub(crate) fn sample() -> Result<Vec<u8>, Fault> {
    let paper = Paper::samples(true)
        .into_iter()
        .find(|paper| paper.kind() == "sending-receipt")
        .ok_or_else(|| Fault::new("no sample paper"))?;
    render(&paper, &TemplateSet::embedded()).map_err(|error| Fault::new(error.to_string()))
}
