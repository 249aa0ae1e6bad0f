//! Connections that are lent for reading.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, TryLockError};

use rusqlite::Connection;

use crate::driver::Fault;

/// A fixed set of connections, each behind a lock of its own: a reader takes the first free one, and waits for one
/// only when all are lent.
pub(super) struct Readers {
    connections: Vec<Arc<Mutex<Connection>>>,
    turn: AtomicUsize,
}

impl Readers {
    /// Lends these.
    pub(super) fn new(connections: Vec<Connection>) -> Self {
        let connections = connections
            .into_iter()
            .map(|connection| Arc::new(Mutex::new(connection)))
            .collect();
        Self {
            connections,
            turn: AtomicUsize::new(0),
        }
    }

    /// Lends the one connection there is, which the writer uses too.
    pub(super) fn sharing(connection: Arc<Mutex<Connection>>) -> Self {
        Self {
            connections: vec![connection],
            turn: AtomicUsize::new(0),
        }
    }

    /// Lends a connection.
    pub(super) fn lend<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        let in_turn = || {
            let (before, from) = self.connections.split_at(turn % self.connections.len().max(1));
            from.iter().chain(before)
        };
        for connection in in_turn() {
            match connection.try_lock() {
                Ok(connection) => return work(&connection),
                // A reader that panicked left no work behind: it cannot write.
                Err(TryLockError::Poisoned(poisoned)) => return work(&poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => {}
            }
        }
        match in_turn().next() {
            Some(connection) => work(&connection.lock().unwrap_or_else(PoisonError::into_inner)),
            None => Err(Fault::machine("no connection to read with")),
        }
    }
}
