//! The server engine: PostgreSQL with a plain pool and few round trips.

mod batch;
mod connection;
mod pool;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub(crate) use connection::{Connection, EXPECTATION_FAILED};

use crate::driver::{Driver, Fault};
use crate::engine::private::Work;
use crate::migrate::{OpenError, migrate};
use crate::store::SqlStore;
use pool::Pool;

/// A store on a server, for any number of processes.
pub type PostgresStore = SqlStore<Postgres>;

/// The engine of a [`PostgresStore`].
pub struct Postgres {
    pool: Pool,
}

impl PostgresStore {
    /// Connects to the database that `config` names (`host=/run/postgresql user=motcua dbname=motcua`, or an URL;
    /// a host that begins with a slash is the folder of a socket), with at most `pool` connections, and brings its
    /// schema up to date.
    ///
    /// # Errors
    /// [`OpenError`]: a newer program wrote it, or the machine cannot.
    pub fn connect(config: &str, pool: usize) -> Result<Self, OpenError> {
        let config = config
            .parse()
            .map_err(|error: ::postgres::Error| OpenError::Machine {
                reason: error.to_string(),
            })?;
        let pool = Pool::new(config, pool.max(1));
        pool.lend(|connection| Ok(migrate(&mut Driver::Postgres(connection))))??;
        Ok(Self::new(Postgres { pool }))
    }
}

impl Work for Postgres {
    fn read<T>(&self, work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        self.pool
            .lend(|connection| work(&mut Driver::Postgres(connection)))
    }

    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        self.pool.lend(|connection| {
            // As on the other engine: work that panics has written nothing, and the caller hears of a failure. A
            // connection that is still within a transaction is not lent again.
            catch_unwind(AssertUnwindSafe(|| work(&mut Driver::Postgres(connection))))
                .unwrap_or_else(|_| Err(Fault::machine("the work panicked; nothing of it was written")))
        })
    }
}
