//! Acts on a case by the name that people use for it: its number, or its reference before acceptance.

use motcua_domain::access::{Action, Actor, CaseRelations, may};
use motcua_domain::case::Command;
use motcua_domain::id::{CaseId, NoteId};

use super::act::{Act, Acted, Words};
use crate::engine::{Engine, UseError};
use crate::rows::CaseRow;

/// Where the words of an act go while its command is put together: each becomes a note of the case.
pub struct Wording<'a> {
    engine: &'a Engine,
    case: CaseId,
    words: Words,
}

impl Wording<'_> {
    /// Keeps words as a note; empty words become none.
    pub fn note(&mut self, text: &str) -> Option<NoteId> {
        self.engine.note(&mut self.words, self.case, text)
    }
}

impl Engine {
    /// Carries out a command on the case of this number or reference. `command` is asked once the case is known, so
    /// that its words become notes of it.
    ///
    /// # Errors
    /// As [`Engine::act`]; not found too where the actor may not even see the case.
    pub fn act_named(
        &self,
        actor: &Actor,
        name: &str,
        command: impl FnOnce(&mut Wording<'_>) -> Result<Command, UseError>,
    ) -> Result<Acted, UseError> {
        let row = self.visible_case(actor, name)?;
        let mut wording = Wording {
            engine: self,
            case: row.id,
            words: Words::default(),
        };
        let command = command(&mut wording)?;
        let act = Act {
            command,
            rows: wording.words.into_rows(),
            idempotency: None,
        };
        self.act(actor, row.id, act)
    }

    /// The row of a case that the actor may see. Looking here is no look at personal data: nothing of it is shown.
    pub(crate) fn visible_case(&self, actor: &Actor, name: &str) -> Result<CaseRow, UseError> {
        let row = self.case_named(name)?;
        let relations = CaseRelations {
            applicant: row.applicant,
            received_at: row.received_at.clone(),
            competent: row.competent.clone(),
            holder: row.holder,
        };
        may(actor, Action::ReadCase, &relations).map_err(|_| UseError::NotFound)?;
        Ok(row)
    }
}
