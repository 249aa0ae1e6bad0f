//! The ports of the engine, on either database.

mod cases;
mod catalogue;
mod desk;
mod drafts;
mod outbox;
mod pass;
mod people;
mod reports;
mod sessions;
mod takings;

use motcua_engine::changes::Changes;
use motcua_engine::ports::{CommitError, Committed, Store};

use crate::driver::{Columns, Fault, Value};
use crate::engine::Engine;

/// A store on one of the engines: [`crate::SqliteStore`] or [`crate::PostgresStore`].
pub struct SqlStore<E> {
    pub(crate) engine: E,
}

impl<E: Engine> SqlStore<E> {
    pub(crate) fn new(engine: E) -> Self {
        Self { engine }
    }

    /// Every row of a statement.
    fn all<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&mut Columns<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        self.engine.read(|driver| driver.query(sql, values, read))
    }

    /// The row of a statement that gives at most one.
    fn one<T>(
        &self,
        sql: &str,
        values: &[Value<'_>],
        read: impl Fn(&mut Columns<'_>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        self.engine.read(|driver| driver.find(sql, values, read))
    }
}

impl<E: Engine> Store for SqlStore<E> {
    fn commit(&self, changes: Changes) -> Result<Committed, CommitError> {
        Ok(self
            .engine
            .write(|driver| crate::commit::commit(driver, changes))?)
    }
}
