//! What the people on duty ask of the engine.

use crate::engine::{Engine, UseError};

/// A token that nobody holds: the hash of no secret.
const NOBODYS: [u8; 32] = [0; 32];

impl Engine {
    /// Whether the store takes writes: goes the whole way of one, and changes nothing.
    ///
    /// # Errors
    /// What a write would meet now.
    pub fn takes_writes(&self) -> Result<(), UseError> {
        Ok(self.store.touch_session(&NOBODYS, self.clock.now())?)
    }

    /// How many messages wait to leave, and how many were given up and wait for a person.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn outbox_counts(&self) -> Result<(u64, u64), UseError> {
        Ok(self.store.outbox_counts()?)
    }
}
