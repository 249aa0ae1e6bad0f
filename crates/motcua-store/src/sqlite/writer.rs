//! The one writer: a thread that owns the connection that writes.
//!
//! Callers put their work into a bounded queue. The writer takes what waits, runs it in one transaction, and waits
//! for the disk once for all of it; each piece of work can be taken back alone. Nobody hears of success before the
//! disk has it (house invariant 11).

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::Connection;

use super::checkpoint::Bell;
use crate::driver::{Driver, Fault};
use crate::migrate::OpenError;

/// Pieces of work in one transaction. Beyond this the disk is no longer what they wait for.
const GROUP_MAX: usize = 128;

/// The handle of the thread.
pub(super) struct Writer {
    queue: Option<SyncSender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Begins.
    pub(super) fn begin(
        connection: Arc<Mutex<Connection>>,
        queue: usize,
        bell: Option<Option<Bell>>,
    ) -> Result<Self, OpenError> {
        let (sender, jobs) = sync_channel(queue.max(1));
        Self::of(
            Desk {
                connection,
                bell: bell.flatten(),
                grave: None,
                #[cfg(test)]
                commits: None,
            },
            sender,
            jobs,
        )
    }

    fn of(
        mut desk: Desk,
        sender: SyncSender<Box<dyn Job>>,
        jobs: Receiver<Box<dyn Job>>,
    ) -> Result<Self, OpenError> {
        let thread = std::thread::Builder::new()
            .name("motcua-writer".to_owned())
            .spawn(move || desk.serve(&jobs))
            .map_err(|error| OpenError::Machine {
                reason: error.to_string(),
            })?;
        Ok(Self {
            queue: Some(sender),
            thread: Some(thread),
        })
    }

    /// Queues the work and waits until it is durable or has not happened.
    pub(super) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Driver<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let (reply, answer) = sync_channel(1);
        let job = Box::new(Work {
            work: Some(work),
            outcome: None,
            reply,
        });
        let gone = || Fault::machine("the writer has ended");
        self.queue
            .as_ref()
            .ok_or_else(gone)?
            .try_send(job)
            .map_err(|error| match error {
                TrySendError::Full(_) => Fault::Busy,
                TrySendError::Disconnected(_) => gone(),
            })?;
        answer.recv().unwrap_or_else(|_| Err(gone()))
    }
}

impl Drop for Writer {
    /// What is in the queue is written first.
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A piece of work whose type is forgotten.
trait Job: Send {
    /// Does it, without telling anybody. Says why its whole group cannot be written, if so.
    fn run(&mut self, driver: &mut Driver<'_>) -> Option<Stop>;

    /// Tells the caller: what came of it if the group is durable, else why it is not.
    fn answer(self: Box<Self>, group: &Result<(), Stop>);
}

/// Why nothing of a group is written.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stop {
    /// There is no room on the disk: this group is not written, and the next one may be.
    Full,
    /// Nothing may be promised any more, now and later.
    Grave(String),
    /// This time it could not begin.
    Unbegun(String),
}

impl From<&Fault> for Stop {
    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::Full => Self::Full,
            other => Self::Grave(words(other)),
        }
    }
}

struct Work<T, F> {
    work: Option<F>,
    outcome: Option<Result<T, Fault>>,
    reply: SyncSender<Result<T, Fault>>,
}

impl<T: Send, F: FnOnce(&mut Driver<'_>) -> Result<T, Fault> + Send> Job for Work<T, F> {
    fn run(&mut self, driver: &mut Driver<'_>) -> Option<Stop> {
        let work = self.work.take()?;
        // A fault in one use case must not end the writer for all: what it wrote is taken back by its savepoint.
        let outcome = catch_unwind(AssertUnwindSafe(|| work(driver)))
            .unwrap_or_else(|_| Err(Fault::machine("the work panicked; nothing of it was written")));
        let stop = match &outcome {
            Err(fault) if fault.is_grave() || matches!(fault, Fault::Full) => Some(Stop::from(fault)),
            _ => None,
        };
        self.outcome = Some(outcome);
        stop
    }

    fn answer(self: Box<Self>, group: &Result<(), Stop>) {
        let outcome = match group {
            Ok(()) => self
                .outcome
                .unwrap_or_else(|| Err(Fault::machine("the work was not done"))),
            Err(Stop::Full) => Err(Fault::Full),
            Err(Stop::Grave(reason) | Stop::Unbegun(reason)) => Err(Fault::machine(reason.clone())),
        };
        // A caller that no longer listens is no fault of the others.
        let _ = self.reply.send(outcome);
    }
}

/// What the thread has on its desk.
struct Desk {
    connection: Arc<Mutex<Connection>>,
    bell: Option<Bell>,
    /// Why nothing is written any more. After a failed write or flush the kernel may have dropped what it was told
    /// to keep, and would not say so a second time: so the attempt is never repeated.
    grave: Option<String>,
    /// What a test does in place of the commit.
    #[cfg(test)]
    commits: Option<CommitHook>,
}

/// Commits, or fails as a disk would.
#[cfg(test)]
type CommitHook = Box<dyn FnMut(&Connection) -> Result<(), Fault> + Send>;

impl Desk {
    /// Until every sender is gone and the queue is empty.
    fn serve(&mut self, jobs: &Receiver<Box<dyn Job>>) {
        while let Ok(first) = jobs.recv() {
            let mut group = vec![first];
            let outcome = self.write_group(&mut group, jobs);
            let commits = group.len();
            for job in group {
                job.answer(&outcome);
            }
            self.after(commits);
        }
    }

    /// Runs the first job and whatever waits behind it in one transaction.
    fn write_group(
        &mut self,
        group: &mut Vec<Box<dyn Job>>,
        jobs: &Receiver<Box<dyn Job>>,
    ) -> Result<(), Stop> {
        if let Some(reason) = &self.grave {
            return Err(Stop::Grave(format!(
                "nothing is written any more since: {reason}"
            )));
        }
        let connection = Arc::clone(&self.connection);
        let connection = connection.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(fault) = statement(&connection, "BEGIN IMMEDIATE") {
            return Err(Stop::Unbegun(words(&fault)));
        }
        let mut done = 0;
        while let Some(job) = group.get_mut(done) {
            let stop = job.run(&mut Driver::Sqlite(&connection));
            // The engine takes a whole transaction back by itself where it cannot go on; then nothing of the group
            // has happened.
            let given_up = || Stop::Grave("the engine gave up".to_owned());
            if let Some(stop) = stop.or_else(|| connection.is_autocommit().then(given_up)) {
                return Err(self.stopped(&connection, stop));
            }
            done += 1;
            if group.len() < GROUP_MAX
                && let Ok(next) = jobs.try_recv()
            {
                group.push(next);
            }
        }
        // INVARIANT: a commit that fails is never tried again and never acknowledged.
        match self.commit(&connection) {
            Ok(()) => Ok(()),
            Err(fault) => Err(self.stopped(&connection, Stop::from(&fault))),
        }
    }

    fn commit(&mut self, connection: &Connection) -> Result<(), Fault> {
        #[cfg(test)]
        if let Some(hook) = &mut self.commits {
            return hook(connection);
        }
        statement(connection, "COMMIT")
    }

    /// Takes a group back. Only where the disk was full, and all of it could be taken back, does the writer go on.
    fn stopped(&mut self, connection: &Connection, stop: Stop) -> Stop {
        if !connection.is_autocommit() {
            let _ = connection.execute_batch("ROLLBACK");
        }
        let stop = match stop {
            Stop::Full if !connection.is_autocommit() => {
                Stop::Grave("the disk is full, and what was begun could not be taken back".to_owned())
            }
            stop => stop,
        };
        match &stop {
            Stop::Grave(reason) => {
                tracing::error!(reason, "a commit failed: the store takes no more writes");
                self.grave = Some(reason.clone());
            }
            Stop::Full | Stop::Unbegun(_) => tracing::error!("the disk is full: nothing was written"),
        }
        stop
    }

    /// What can be done once the callers have their answers.
    fn after(&mut self, commits: usize) {
        let Some(bell) = &mut self.bell else { return };
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        if let Err(fault) = bell.committed(&connection, commits)
            && fault.is_grave()
        {
            self.grave = Some(words(&fault));
        }
    }
}

fn statement(connection: &Connection, sql: &str) -> Result<(), Fault> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

fn words(fault: &Fault) -> String {
    match fault {
        Fault::Machine { reason, .. } => reason.clone(),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests;
