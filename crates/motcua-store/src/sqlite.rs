//! The embedded engine: SQLite with one writer, readers beside it, and checkpoints out of the way.

mod checkpoint;
mod connection;
mod readers;
mod writer;

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

pub(crate) use connection::Savepoint;

use crate::driver::{Driver, Fault};
use crate::engine::private::Work;
use crate::migrate::{OpenError, migrate};
use crate::store::SqlStore;
use checkpoint::Checkpoints;
use readers::Readers;
use writer::Writer;

/// A store in one file, for one process.
pub type SqliteStore = SqlStore<Sqlite>;

/// How a store in a file is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// How many connections read at once: some more than cores, so that a thread that was put aside in the middle of
    /// a read keeps nobody waiting.
    pub readers: usize,
    /// How many writes may wait before the next one is told that the store is busy.
    pub queue: usize,
}

impl Default for Options {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Self {
            readers: 2 * cores,
            queue: 1024,
        }
    }
}

/// The engine of a [`SqliteStore`]. INVARIANT: only the writer's thread writes.
pub struct Sqlite {
    // In the order in which they must end: the writer drains its queue, then the checkpoints stop, then the
    // readers close, and only then may another process have the file.
    writer: Writer,
    _checkpoints: Option<Checkpoints>,
    readers: Readers,
    _lock: Option<File>,
}

impl Sqlite {
    fn on_disk(path: &Path, options: &Options) -> Result<Self, OpenError> {
        let lock = lock(path)?;
        let connection = connection::writer(path)?;
        migrate(&mut Driver::Sqlite(&connection))?;
        let readers = (0..options.readers.max(1))
            .map(|_| connection::reader(path))
            .collect::<Result<Vec<_>, _>>()?;
        let checkpoints = Checkpoints::begin(connection::checkpointer(path)?)?;
        let writer = Writer::begin(
            Arc::new(Mutex::new(connection)),
            options.queue,
            Some(checkpoints.bell()),
        )?;
        Ok(Self {
            writer,
            _checkpoints: Some(checkpoints),
            readers: Readers::new(readers),
            _lock: Some(lock),
        })
    }

    /// In memory there is one connection: SQLite shares a database in memory only with locks that make readers
    /// fail, and a test is not the place to wait for them.
    fn in_memory(options: &Options) -> Result<Self, OpenError> {
        let connection = connection::in_memory()?;
        migrate(&mut Driver::Sqlite(&connection))?;
        let connection = Arc::new(Mutex::new(connection));
        let writer = Writer::begin(Arc::clone(&connection), options.queue, None)?;
        Ok(Self {
            writer,
            _checkpoints: None,
            readers: Readers::sharing(connection),
            _lock: None,
        })
    }
}

impl SqliteStore {
    /// Opens the store in the file at `path`, making it if there is none, and brings its schema up to date. The
    /// file is this process's alone until the store is dropped.
    ///
    /// # Errors
    /// [`OpenError`]: another process has it, a newer program wrote it, or the machine cannot.
    pub fn open(path: &Path, options: Options) -> Result<Self, OpenError> {
        Sqlite::on_disk(path, &options).map(Self::new)
    }

    /// A store that is gone when it is dropped, for tests.
    ///
    /// # Errors
    /// [`OpenError`] if the machine cannot.
    pub fn in_memory() -> Result<Self, OpenError> {
        Self::in_memory_with(Options::default())
    }

    /// [`Self::in_memory`] with a queue of another length.
    ///
    /// # Errors
    /// [`OpenError`] if the machine cannot.
    pub fn in_memory_with(options: Options) -> Result<Self, OpenError> {
        Sqlite::in_memory(&options).map(Self::new)
    }
}

impl Work for Sqlite {
    fn read<T>(&self, work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        self.readers
            .lend(|connection| work(&mut Driver::Sqlite(connection)))
    }

    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        self.writer.write(work)
    }
}

/// Takes the lock beside the file. It is the operating system's, so it ends with the process, however it ends.
fn lock(path: &Path) -> Result<File, OpenError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let beside = PathBuf::from(name);
    let machine = |error: std::io::Error| OpenError::Machine {
        reason: format!("lock file: {error}"),
    };
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(beside)
        .map_err(machine)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
        Err(TryLockError::Error(error)) => Err(machine(error)),
    }
}
