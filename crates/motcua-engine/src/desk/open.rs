//! How long a file is open on a desk: from its opening to what the officer looks at next, as the server sees it.

use crate::engine::{Engine, UseError, actor_of};
use crate::rows::StaffRow;

/// A file counts as open for so long at most: whoever went to lunch did not read it.
const OPEN_MILLIS_MAX: i64 = 15 * 60_000;

impl Engine {
    /// The officer looks at a case now. Its acts and their pages belong to it.
    ///
    /// # Errors
    /// Not found if the case is not within the officer's rights.
    pub fn opens_file(&self, staff: &StaffRow, name: &str) -> Result<(), UseError> {
        let case = self.visible_case(&actor_of(staff), name)?.id;
        let now = self.clock.now();
        Ok(self.store.looks_at(staff.id, Some(case), now, OPEN_MILLIS_MAX)?)
    }

    /// The officer looks at something else.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn leaves_file(&self, staff: &StaffRow) -> Result<(), UseError> {
        let now = self.clock.now();
        Ok(self.store.looks_at(staff.id, None, now, OPEN_MILLIS_MAX)?)
    }
}
