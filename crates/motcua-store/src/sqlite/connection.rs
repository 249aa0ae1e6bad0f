//! Connections and how they are set up.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::driver::Fault;

/// How long a connection waits for a tool that somebody opened the file with.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements that stay prepared on a connection: all of ours, and the shapes of lists that are asked for.
const STATEMENTS: usize = 256;

/// The writer's connection. `synchronous=FULL`: a commit returns when the log is on the disk. Checkpoints are
/// somebody else's work, so that no commit waits for one.
pub(super) fn writer(path: &Path) -> Result<Connection, Fault> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    connection.pragma_update(None, "cache_size", -64 * 1024)?;
    Ok(connection)
}

/// A connection that cannot write.
pub(super) fn reader(path: &Path) -> Result<Connection, Fault> {
    let connection = open(path, OpenFlags::empty())?;
    connection.pragma_update(None, "query_only", 1)?;
    connection.pragma_update(None, "cache_size", -16 * 1024)?;
    Ok(connection)
}

/// The connection that carries the log over into the database file. FULL here makes it wait for the disk before
/// the log may be written over.
pub(super) fn checkpointer(path: &Path) -> Result<Connection, Fault> {
    let connection = open(path, OpenFlags::empty())?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    Ok(connection)
}

/// The only connection to a database in memory.
pub(super) fn in_memory() -> Result<Connection, Fault> {
    let connection = Connection::open_in_memory()?;
    keep_plans(&connection)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

fn open(path: &Path, more: OpenFlags) -> Result<Connection, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | more;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    keep_plans(&connection)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// Otherwise SQLite looks at the values that are bound to a `LIMIT`, and for that compiles the statement anew each
/// time: half of what the reads of a page cost.
fn keep_plans(connection: &Connection) -> Result<(), Fault> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// A part of a transaction that can be taken back alone. Dropped without [`Savepoint::keep`], also by a panic, it
/// takes back what was written since.
pub(crate) struct Savepoint<'a> {
    connection: &'a Connection,
    is_open: bool,
}

impl<'a> Savepoint<'a> {
    /// Begins. Savepoints nest.
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self, Fault> {
        connection.prepare_cached("SAVEPOINT part")?.execute([])?;
        Ok(Self {
            connection,
            is_open: true,
        })
    }

    /// What was written since stays part of the transaction.
    pub(crate) fn keep(mut self) -> Result<(), Fault> {
        self.connection.prepare_cached("RELEASE part")?.execute([])?;
        self.is_open = false;
        Ok(())
    }
}

impl Drop for Savepoint<'_> {
    fn drop(&mut self) {
        if self.is_open {
            // It fails only where the engine has taken the whole transaction back itself, and the writer sees that.
            let _ = self.connection.execute_batch("ROLLBACK TO part; RELEASE part");
        }
    }
}
