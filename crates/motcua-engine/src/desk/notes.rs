//! Private notes (ghi chú riêng): one for each officer and case, in no log, shown to nobody else.

use motcua_domain::id::CaseId;

use crate::engine::{Engine, UseError, actor_of};
use crate::ports::CommitError;
use crate::rows::{PrivateNoteRow, StaffRow};

/// The longest note, in letters.
pub const NOTE_LETTERS_MAX: usize = 4_000;

/// A note as its writer sees it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PrivateNote {
    /// The words; empty where there are none.
    pub text: String,
    /// The version that a change of it must name; 0 where there is none yet.
    pub version: u64,
}

impl std::fmt::Debug for PrivateNote {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "PrivateNote({})", self.version)
    }
}

/// What became of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKept {
    /// It is kept.
    Yes,
    /// It is too long.
    TooLong,
    /// It was changed in another window; here is how it stands there.
    ChangedElsewhere(PrivateNote),
}

impl Engine {
    /// Keeps what an officer notes for themself about a case; empty words take the note away.
    ///
    /// # Errors
    /// Not found if the case is not within the officer's rights.
    pub fn keep_note(
        &self,
        staff: &StaffRow,
        name: &str,
        text: &str,
        expected: u64,
    ) -> Result<NoteKept, UseError> {
        let case = self.visible_case(&actor_of(staff), name)?.id;
        if text.chars().count() > NOTE_LETTERS_MAX {
            return Ok(NoteKept::TooLong);
        }
        let note = PrivateNoteRow {
            staff: staff.id,
            case,
            text: text.trim().to_owned(),
            version: expected.saturating_add(1),
            saved_at: self.clock.now(),
        };
        match self.store.save_private_note(&note, expected) {
            Ok(()) => Ok(NoteKept::Yes),
            Err(CommitError::Conflict { .. }) => Ok(NoteKept::ChangedElsewhere(self.note_of(staff, case)?)),
            Err(error) => Err(error.into()),
        }
    }

    /// The officer's own note about a case.
    pub(crate) fn note_of(&self, staff: &StaffRow, case: CaseId) -> Result<PrivateNote, UseError> {
        let kept = self.store.private_note(staff.id, case)?;
        Ok(kept.map_or_else(PrivateNote::default, |row| PrivateNote {
            text: row.text,
            version: row.version,
        }))
    }
}
