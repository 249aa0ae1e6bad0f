//! Acts on a case by the name that people use for it: its number, or its reference before acceptance.

use motcua_domain::access::{Action, Actor, CaseRelations, Ground, may};
use motcua_domain::case::{Command, CommandKind, Context, guard};
use motcua_domain::id::{CaseId, NoteId};

use super::act::{Act, Acted, Words};
use super::load::LoadedCase;
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

    /// Whether the actor may carry out such an act on this case now: asked by pages that come before the act.
    ///
    /// # Errors
    /// As [`Engine::act_named`], as far as it can be known before the words of the act.
    pub fn allows(&self, actor: &Actor, name: &str, kind: CommandKind) -> Result<(), UseError> {
        let row = self.visible_case(actor, name)?;
        let case = self.load_case(row.id)?.case;
        may(actor, Action::Act(kind), &case.relations).map_err(UseError::Denied)?;
        let calendar = self.calendar_of(&case.relations.competent);
        let context = Context::new(self.clock.now(), &calendar);
        guard(&case, kind, &context).map_err(UseError::Refused)
    }

    /// Whether the actor's rights reach such an act on this case at all, whatever the case says to it now: asked at the
    /// door, before anything of a request is read.
    ///
    /// # Errors
    /// Not found where the actor may not even see the case; denied where the act is not theirs.
    pub fn may_act(&self, actor: &Actor, name: &str, kind: CommandKind) -> Result<(), UseError> {
        let relations = relations_of(self.visible_case(actor, name)?);
        may(actor, Action::Act(kind), &relations).map_err(UseError::Denied)?;
        Ok(())
    }

    /// A case that the actor may see, and on what ground.
    pub(crate) fn readable_case(&self, actor: &Actor, name: &str) -> Result<(LoadedCase, Ground), UseError> {
        let loaded = self.load_case(self.case_named(name)?.id)?;
        // Whether somebody else's case exists is private to them.
        let ground = may(actor, Action::ReadCase, &loaded.case.relations).map_err(|_| UseError::NotFound)?;
        Ok((loaded, ground))
    }

    /// The row of a case that the actor may see. Looking here is no look at personal data: nothing of it is shown.
    pub(crate) fn visible_case(&self, actor: &Actor, name: &str) -> Result<CaseRow, UseError> {
        let row = self.case_named(name)?;
        let relations = relations_of(row.clone());
        may(actor, Action::ReadCase, &relations).map_err(|_| UseError::NotFound)?;
        Ok(row)
    }
}

/// What rights depend on.
fn relations_of(row: CaseRow) -> CaseRelations {
    CaseRelations {
        applicant: row.applicant,
        received_at: row.received_at,
        competent: row.competent,
        holder: row.holder,
        agencies: row.agencies,
        colleagues: row.colleagues,
    }
}
