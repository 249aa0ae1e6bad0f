//! How far reconcilers have come: plain rows with compare-and-swap, so that two nodes share one way.

use motcua_domain::id::CaseId;

use super::store::{CommitError, StoreError};
use crate::rows::PassRow;

/// Ways through all the cases that are still worked on.
pub trait PassStore: Send + Sync {
    /// How far a reconciler has come.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn pass(&self, name: &str) -> Result<Option<PassRow>, StoreError>;

    /// Keeps how far it has come if the stored row has `expected` as its version (0: there is none yet).
    ///
    /// # Errors
    /// [`CommitError::Conflict`] if another node was first.
    fn keep_pass(&self, pass: &PassRow, expected: u64) -> Result<(), CommitError>;

    /// The accepted cases without a result after `after` in the order of ids, at most `limit`. Some of them may have
    /// ended without one: the log of each says so.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn unresolved_after(&self, after: Option<CaseId>, limit: u32) -> Result<Vec<CaseId>, StoreError>;

    /// How many there are.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn unresolved(&self) -> Result<u64, StoreError>;
}
