//! From a case to its papers: the engine's port, which chooses the paper and fills it from the facts.
//!
//! Legal papers are Vietnamese, whatever language the person reads.

mod agency;
mod birth;
mod outcome;
mod process;
mod words;

#[cfg(test)]
pub(crate) use agency::{letterhead, title};

use motcua_engine::ports::{PaperKind, PaperOrder, PaperPress, PressError};

use crate::child::{ChildError, ChildRenderer};
use crate::paper::Paper;
use crate::render::render;
use crate::template::TemplateSet;

/// The press of the city: it prints the papers of [`crate::paper`].
#[derive(Clone, Debug)]
pub struct DocumentPress {
    renderer: Renderer,
}

#[derive(Clone, Debug)]
enum Renderer {
    Child(ChildRenderer),
    Here(TemplateSet),
}

impl DocumentPress {
    /// A press that renders in a child process with a deadline, as a server must.
    pub const fn new(renderer: ChildRenderer) -> Self {
        Self {
            renderer: Renderer::Child(renderer),
        }
    }

    /// A press that renders in this process, without a deadline: for tests and for checking templates.
    pub const fn in_process(templates: TemplateSet) -> Self {
        Self {
            renderer: Renderer::Here(templates),
        }
    }
}

impl PaperPress for DocumentPress {
    /// A fault of the order or of a template is permanent; a child that died, or was too slow on a busy
    /// machine, is not.
    fn press(&self, order: &PaperOrder) -> Result<Vec<u8>, PressError> {
        let paper = paper_of(order).map_err(|gap| PressError::Permanent(gap.to_string()))?;
        match &self.renderer {
            Renderer::Child(child) => child.render(&paper).map_err(PressError::from),
            Renderer::Here(templates) => {
                render(&paper, templates).map_err(|error| PressError::Permanent(error.to_string()))
            }
        }
    }
}

impl From<ChildError> for PressError {
    fn from(error: ChildError) -> Self {
        match error {
            ChildError::Render(_) | ChildError::Request(_) => Self::Permanent(error.to_string()),
            ChildError::Start(_) | ChildError::TooLate { .. } | ChildError::NoAnswer(_) => {
                Self::Temporary(error.to_string())
            }
        }
    }
}

/// Something that the paper must say, and the case does not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Gap {
    /// A fact of the case is missing.
    #[error("the case has no {0}")]
    Fact(&'static str),
    /// A question is not answered, or in no readable way.
    #[error("the form does not answer `{0}`")]
    Answer(&'static str),
}

/// The paper that an order asks for.
fn paper_of(order: &PaperOrder) -> Result<Paper, Gap> {
    let facts = &order.facts;
    Ok(match order.kind {
        PaperKind::SendingReceipt => Paper::SendingReceipt(process::sending_receipt(facts)),
        PaperKind::Form01 => Paper::Receipt(process::receipt(facts)?),
        PaperKind::Form02 => Paper::SupplementRequest(process::supplement(facts)?),
        PaperKind::Form03 => Paper::IntakeRefusal(process::intake_refusal(facts)?),
        PaperKind::Form06 => Paper::ControlSheet(process::control_sheet(facts)?),
        PaperKind::Outcome => outcome::outcome(facts)?,
    })
}
