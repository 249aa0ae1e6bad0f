//! What officers keep for themselves, and how they find people's cases: plain rows beside the log.

use motcua_domain::access::Scope;
use motcua_domain::id::{CaseId, StaffId};
use motcua_domain::time::Instant;

use super::store::{CommitError, StoreError};
use crate::rows::{CaseRow, PrivateNoteRow, SavedViewRow};

/// Saved views, private notes, the time that files were open, and the index of people.
pub trait DeskStore: Send + Sync {
    /// A member's saved views, by name.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn saved_views(&self, staff: StaffId) -> Result<Vec<SavedViewRow>, StoreError>;

    /// Saves a view under its name if the stored one has `expected` as its version (0: there is none yet).
    ///
    /// # Errors
    /// [`CommitError::Conflict`] if it stands otherwise.
    fn save_view(&self, view: &SavedViewRow, expected: u64) -> Result<(), CommitError>;

    /// Throws a view away.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn delete_view(&self, staff: StaffId, name: &str) -> Result<(), StoreError>;

    /// What a member noted for themself about a case.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn private_note(&self, staff: StaffId, case: CaseId) -> Result<Option<PrivateNoteRow>, StoreError>;

    /// Saves a note if the stored one has `expected` as its version (0: there is none yet).
    ///
    /// # Errors
    /// [`CommitError::Conflict`] if another window saved first.
    fn save_private_note(&self, note: &PrivateNoteRow, expected: u64) -> Result<(), CommitError>;

    /// The member now has `case` open, or none: what they had open before has been open until `at`, counted as at
    /// most `most_millis`.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn looks_at(
        &self,
        staff: StaffId,
        case: Option<CaseId>,
        at: Instant,
        most_millis: i64,
    ) -> Result<(), StoreError>;

    /// How long a case was open on the desks of all members together.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn time_open(&self, case: CaseId) -> Result<TimeOpen, StoreError>;

    /// The cases within a scope of whoever the key names, newest first, at most `limit`, with the applicants' names.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn cases_of_people(&self, scope: &Scope, who: &PersonKey, limit: u32) -> Result<FoundCases, StoreError>;
}

/// How long a file was open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeOpen {
    /// In milliseconds.
    pub millis: i64,
    /// How many openings that makes.
    pub times: u32,
}

/// What somebody is looked for by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonKey {
    /// The whole personal number: twelve digits.
    Number(String),
    /// The beginning of a name or its last words, folded by [`crate::search::fold`]: at least two words.
    Name(String),
}

/// What a search for people's cases gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundCases {
    /// The cases.
    pub cases: Vec<(CaseRow, String)>,
    /// Whether more people are called so than are looked at, so that cases may be missing.
    pub is_cut: bool,
}
