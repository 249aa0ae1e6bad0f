//! What an engine does for the store: lend a connection for reading, and make a piece of work true.

use crate::driver::{Driver, Fault};

/// One of the two engines.
pub trait Engine: private::Work {}

impl<E: private::Work> Engine for E {}

/// Only this crate can be an engine: the driver is no promise to anybody else.
pub(crate) mod private {
    use super::{Driver, Fault};

    /// The two things an engine does.
    pub trait Work: Send + Sync {
        /// Reads on a lent connection. Sees everything that was acknowledged before.
        fn read<T>(&self, work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault>) -> Result<T, Fault>;

        /// Makes a piece of work true, durably, and gives what it returned. Work of more than one statement asks
        /// [`Driver::atomically`] or [`Driver::batch`] to be all or nothing.
        fn write<T: Send + 'static>(
            &self,
            work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault> + Send + 'static,
        ) -> Result<T, Fault>;
    }
}
