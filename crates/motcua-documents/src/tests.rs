mod forms;
mod pdf;
mod press;
mod safety;
mod templates;
mod wire;

use crate::{Paper, RenderError, TemplateSet, render};

/// The paper of a kind among the samples.
fn sample(kind: &str) -> Paper {
    Paper::samples(true)
        .into_iter()
        .find(|paper| paper.kind() == kind)
        .expect("every kind has a sample")
}

fn rendered(paper: &Paper) -> Result<pdf::Read, RenderError> {
    render(paper, &TemplateSet::embedded()).map(|bytes| pdf::Read::of(&bytes))
}
