//! Saved views (bộ lọc đã lưu): a queue and what narrows it, under a name of the officer's own.

use crate::engine::{Engine, UseError};
use crate::ports::CommitError;
use crate::rows::{SavedViewRow, StaffRow};
use crate::view::{Narrowing, Queue};

/// The most views that one officer keeps: more is no help in a rail.
pub const VIEWS_MAX: usize = 20;
/// The longest name, in letters.
const NAME_LETTERS_MAX: usize = 60;

/// A view under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// What the officer calls it.
    pub name: String,
    /// The queue.
    pub queue: Queue,
    /// What narrows it.
    pub narrowing: Narrowing,
    /// The version that a change of it must name; 0 where it is not kept yet.
    pub version: u64,
}

/// What became of a view that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewKept {
    /// It is kept.
    Yes,
    /// It has no name, or one too long for a rail.
    NameUnusable,
    /// Another view is called so, or this one was changed in another window.
    NameTaken,
    /// The officer has as many as can be kept.
    TooMany,
}

impl Engine {
    /// The officer's views, by name.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn saved_views(&self, staff: &StaffRow) -> Result<Vec<SavedView>, UseError> {
        let rows = self.store.saved_views(staff.id)?;
        Ok(rows.into_iter().filter_map(view).collect())
    }

    /// Keeps a view under its name; its version says which state of it the officer saw.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn keep_view(&self, staff: &StaffRow, view: &SavedView) -> Result<ViewKept, UseError> {
        let name = view.name.trim();
        if name.is_empty() || name.chars().count() > NAME_LETTERS_MAX || name.chars().any(char::is_control) {
            return Ok(ViewKept::NameUnusable);
        }
        if view.version == 0 && self.store.saved_views(staff.id)?.len() >= VIEWS_MAX {
            return Ok(ViewKept::TooMany);
        }
        let row = SavedViewRow {
            staff: staff.id,
            name: name.to_owned(),
            queue: view.queue.name().to_owned(),
            procedure: view.narrowing.procedure.clone(),
            channel: view.narrowing.channel,
            received_at: view.narrowing.received_at.clone(),
            version: view.version.saturating_add(1),
        };
        match self.store.save_view(&row, view.version) {
            Ok(()) => Ok(ViewKept::Yes),
            Err(CommitError::Conflict { .. }) => Ok(ViewKept::NameTaken),
            Err(error) => Err(error.into()),
        }
    }

    /// Throws a view away.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn drop_view(&self, staff: &StaffRow, name: &str) -> Result<(), UseError> {
        Ok(self.store.delete_view(staff.id, name)?)
    }
}

/// A row as a view; a queue that does not exist any more takes its views with it.
fn view(row: SavedViewRow) -> Option<SavedView> {
    Some(SavedView {
        queue: Queue::from_name(&row.queue)?,
        name: row.name,
        narrowing: Narrowing {
            procedure: row.procedure,
            channel: row.channel,
            received_at: row.received_at,
        },
        version: row.version,
    })
}
