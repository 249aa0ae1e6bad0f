//! A plain pool of connections.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use postgres::Config;

use super::connection::Connection;
use crate::driver::Fault;

/// Callers that may wait for each connection before the next one is told that the store is busy.
const WAITING_MAX: usize = 64;

/// How long one waits.
const PATIENCE: Duration = Duration::from_secs(10);

/// The pool.
pub(super) struct Pool {
    config: Config,
    size: usize,
    state: Mutex<State>,
    given_back: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Connection>,
    open: usize,
    waiting: usize,
}

/// One of the places of the pool.
struct Place<'a> {
    pool: &'a Pool,
    connection: Option<Connection>,
}

impl Pool {
    /// At most `size` connections, opened as they are needed.
    pub(super) fn new(config: Config, size: usize) -> Self {
        Self {
            config,
            size,
            state: Mutex::default(),
            given_back: Condvar::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lends a connection, waiting for one if all are lent.
    pub(super) fn lend<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut place = self.place()?;
        let connection = match &mut place.connection {
            Some(connection) => connection,
            none => none.insert(Connection::open(&self.config)?),
        };
        work(connection)
    }

    /// A place for one connection, with the one that was used last if one is idle: its caches are warm.
    fn place(&self) -> Result<Place<'_>, Fault> {
        let is_full = |state: &State| state.idle.is_empty() && state.open >= self.size;
        let mut state = self.state();
        if is_full(&state) {
            if state.waiting >= self.size * WAITING_MAX {
                return Err(Fault::Busy);
            }
            state.waiting += 1;
            let (after, _) = self
                .given_back
                .wait_timeout_while(state, PATIENCE, |state| is_full(state))
                .unwrap_or_else(PoisonError::into_inner);
            state = after;
            state.waiting -= 1;
            if is_full(&state) {
                return Err(Fault::Busy);
            }
        }
        let connection = state.idle.pop();
        if connection.is_none() {
            state.open += 1;
        }
        Ok(Place {
            pool: self,
            connection,
        })
    }
}

impl Drop for Place<'_> {
    /// Gives it back, also by a panic and where the server did not answer.
    fn drop(&mut self) {
        let mut state = self.pool.state();
        match self.connection.take().filter(Connection::is_usable) {
            Some(connection) => state.idle.push(connection),
            None => {
                // One that broke tells that the server went away: the others are no better.
                state.open -= 1 + state.idle.len();
                state.idle.clear();
                self.pool.given_back.notify_all();
            }
        }
        self.pool.given_back.notify_one();
    }
}
