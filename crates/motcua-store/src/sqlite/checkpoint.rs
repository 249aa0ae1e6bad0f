//! Carrying the log over into the database file, off the path of commits.
//!
//! A commit that also had to checkpoint would answer for tens of milliseconds of disk work that is not its own.
//! So a thread of its own does it while commits go on. It alone could never finish under constant load, because
//! the log grows meanwhile, and the log starts anew only when all of it is carried over; so once it has done the
//! bulk of a long log, the writer carries over the small rest between two groups.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use rusqlite::Connection;

use crate::driver::Fault;
use crate::migrate::OpenError;

/// Commits after which the thread looks at the log.
const COMMITS_MAX: u32 = 256;

/// Pages in the log from which the writer lends a hand: 32 MiB at 4 KiB a page.
const LOG_PAGES_MAX: i64 = 8 * 1024;

/// The thread.
pub(super) struct Checkpoints {
    bell: Option<SyncSender<()>>,
    is_log_long: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// How the writer tells of its commits, and hears of a long log.
pub(super) struct Bell {
    ring: SyncSender<()>,
    is_log_long: Arc<AtomicBool>,
    commits: u32,
}

impl Checkpoints {
    /// Begins.
    pub(super) fn begin(connection: Connection) -> Result<Self, OpenError> {
        let (bell, rings) = sync_channel(1);
        let is_log_long = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&is_log_long);
        let thread = std::thread::Builder::new()
            .name("motcua-checkpoints".to_owned())
            .spawn(move || serve(&connection, &rings, &told))
            .map_err(|error| OpenError::Machine {
                reason: error.to_string(),
            })?;
        Ok(Self {
            bell: Some(bell),
            is_log_long,
            thread: Some(thread),
        })
    }

    /// A bell for the writer.
    pub(super) fn bell(&self) -> Option<Bell> {
        let ring = self.bell.clone()?;
        Some(Bell {
            ring,
            is_log_long: Arc::clone(&self.is_log_long),
            commits: 0,
        })
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        drop(self.bell.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Until every bell is gone.
fn serve(connection: &Connection, rings: &Receiver<()>, is_log_long: &AtomicBool) {
    while rings.recv().is_ok() {
        match carry_over(connection) {
            Ok(pages) => is_log_long.store(pages >= LOG_PAGES_MAX, Ordering::Release),
            Err(fault) => tracing::warn!(?fault, "a checkpoint did not happen; the log keeps everything"),
        }
    }
}

/// Carries over what can be without waiting for anybody; gives the pages that the log has.
fn carry_over(connection: &Connection) -> Result<i64, Fault> {
    Ok(connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get(1))?)
}

impl Bell {
    /// After a group of commits: rings now and then, and shortens a long log.
    pub(super) fn committed(&mut self, connection: &Connection, commits: usize) -> Result<(), Fault> {
        self.commits = self
            .commits
            .saturating_add(u32::try_from(commits).unwrap_or(u32::MAX));
        if self.commits >= COMMITS_MAX {
            self.commits = 0;
            // A bell that still rings is enough.
            let _ = self.ring.try_send(());
        }
        if self.is_log_long.swap(false, Ordering::AcqRel) {
            carry_over(connection)?;
        }
        Ok(())
    }
}
