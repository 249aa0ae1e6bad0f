//! Uploads that nothing refers to (tệp mồ côi) are forgotten after a day: pages of a draft that was thrown away, photos
//! that were taken out again, answers to a supplement that were never given.

use motcua_domain::id::FileId;

use crate::engine::{Engine, UseError};

/// An upload has so long to find its draft or case.
const AGE_HOURS: i64 = 24;
/// Uploads that are looked at in one transaction, so that nobody waits for a large sweep.
const BATCH: u32 = 64;

impl Engine {
    /// Forgets uploads older than a day to which no case and no draft refers, row by row first and then their content:
    /// whatever ends the sweep in between leaves content without a row, never a row without content. Gives how many
    /// rows.
    ///
    /// # Errors
    /// A failure of the machine; what was forgotten stays forgotten.
    pub fn forget_orphans(&self) -> Result<u32, UseError> {
        let before = self.clock.now().plus_hours(-AGE_HOURS);
        let mut forgotten = 0;
        let mut after: Option<FileId> = None;
        loop {
            let swept = self.store.sweep_uploads(before, after, BATCH)?;
            forgotten += swept.forgotten;
            for (hash, pages) in &swept.content {
                self.files.forget(hash, *pages, before)?;
            }
            match swept.last {
                Some(last) => after = Some(last),
                None => return Ok(forgotten),
            }
        }
    }
}
