//! A mail server that delivers nothing: it keeps the last messages in memory and shows them.
//!
//! It listens on loopback only, speaks enough SMTP (RFC 5321) for a relay's client, and is bounded in
//! every direction: message size, line length, recipients, connections, messages kept. Two addresses
//! misbehave on purpose, in any domain: mail to `bounce@…` is refused for good (550) and mail to
//! `busy@…` for now (450), so that the outbox meets both.

mod mail;
mod pages;
mod session;

#[cfg(test)]
mod tests;

use std::collections::{HashMap, VecDeque};
use std::io::{self, BufReader, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub use mail::CaughtMail;

/// The largest message that is taken, in bytes.
pub const MESSAGE_BYTES_MAX: usize = 1024 * 1024;
/// How many connections are served at a time.
pub const CONNECTIONS_MAX: usize = 64;

/// How long a silent client is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// The catcher could not be started.
#[derive(Debug, thiserror::Error)]
pub enum MailCatcherError {
    /// The address is reachable from other machines, and this server has no manners for that.
    #[error("the mail catcher listens on loopback only, not on {0}")]
    NotLoopback(SocketAddr),
    /// The address could not be bound, or no thread could be had.
    #[error("the mail catcher cannot listen: {0}")]
    Listen(#[from] io::Error),
}

/// A running mail catcher; it stops, and its threads are joined, when this is dropped.
#[derive(Debug)]
pub struct MailCatcher {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    kept: Mutex<Kept>,
    kept_max: usize,
    open: Mutex<HashMap<u64, TcpStream>>,
    stopping: AtomicBool,
}

#[derive(Debug, Default)]
struct Kept {
    mails: VecDeque<Arc<CaughtMail>>,
    caught: u64,
}

impl MailCatcher {
    /// Starts to listen on a loopback address (port 0 picks a free one) and keeps the last `kept_max`
    /// messages.
    ///
    /// # Errors
    /// When the address is not loopback, is taken, or threads cannot be started.
    pub fn start(address: SocketAddr, kept_max: usize) -> Result<Self, MailCatcherError> {
        if !address.ip().is_loopback() {
            return Err(MailCatcherError::NotLoopback(address));
        }
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            kept: Mutex::default(),
            kept_max,
            open: Mutex::default(),
            stopping: AtomicBool::new(false),
        });
        let for_acceptor = Arc::clone(&shared);
        let acceptor = thread::Builder::new()
            .name("mail-catcher".to_owned())
            .spawn(move || accept(&listener, &for_acceptor))?;
        Ok(Self {
            address,
            shared,
            acceptor: Some(acceptor),
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The messages kept, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<Arc<CaughtMail>> {
        lock(&self.shared.kept).mails.iter().cloned().collect()
    }

    /// Stops listening, ends open conversations, and waits for every thread.
    pub fn stop(mut self) {
        self.shut_down();
    }

    fn shut_down(&mut self) {
        let Some(acceptor) = self.acceptor.take() else {
            return;
        };
        self.shared.stopping.store(true, Ordering::SeqCst);
        for stream in lock(&self.shared.open).values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
        // The acceptor sleeps in accept(); a knock at its own door wakes it.
        let _ = TcpStream::connect(self.address);
        if acceptor.join().is_err() {
            tracing::error!("the mail catcher's thread panicked");
        }
    }
}

impl Drop for MailCatcher {
    fn drop(&mut self) {
        self.shut_down();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut workers: Vec<JoinHandle<()>> = Vec::new();
    for (number, stream) in (0_u64..).zip(listener.incoming()) {
        if shared.stopping.load(Ordering::SeqCst) {
            break;
        }
        workers.retain(|worker| !worker.is_finished());
        match stream.and_then(|stream| serve(number, stream, shared)) {
            Ok(Some(worker)) => workers.push(worker),
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "the mail catcher lost a connection"),
        }
    }
    // A conversation may have begun between the order to stop and the knock.
    for stream in lock(&shared.open).values() {
        let _ = stream.shutdown(Shutdown::Both);
    }
    for worker in workers {
        let _ = worker.join();
    }
}

/// Serves a connection on its own thread, or says politely that there are too many.
fn serve(number: u64, mut stream: TcpStream, shared: &Arc<Shared>) -> io::Result<Option<JoinHandle<()>>> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    {
        let mut open = lock(&shared.open);
        if open.len() >= CONNECTIONS_MAX {
            drop(open);
            stream.write_all(b"421 sandbox.localhost too many connections, try later\r\n")?;
            return Ok(None);
        }
        open.insert(number, stream.try_clone()?);
    }
    let for_worker = Arc::clone(shared);
    let worker = thread::Builder::new()
        .name(format!("mail-catcher-{number}"))
        .spawn(move || {
            if let Err(error) = converse(&stream, &for_worker) {
                tracing::debug!(%error, "a conversation with the mail catcher broke off");
            }
            lock(&for_worker.open).remove(&number);
        });
    if worker.is_err() {
        lock(&shared.open).remove(&number);
    }
    worker.map(Some)
}

fn converse(stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    session::converse(BufReader::new(stream), stream, |envelope, raw| {
        let mut kept = lock(&shared.kept);
        kept.caught += 1;
        let mail = CaughtMail {
            number: kept.caught,
            from: envelope.from,
            to: envelope.to,
            raw,
        };
        kept.mails.push_back(Arc::new(mail));
        while kept.mails.len() > shared.kept_max {
            kept.mails.pop_front();
        }
    })
}
