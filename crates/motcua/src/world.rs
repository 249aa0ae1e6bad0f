//! The real world: the clock, chance, and waking the worker. The only place of the product that has them.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use motcua_domain::time::Instant;
use motcua_engine::ports::{Chance, Clock, Wake};

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RealClock;

impl Clock for RealClock {
    #[expect(clippy::disallowed_methods, reason = "the one real clock of the product")]
    fn now(&self) -> Instant {
        let millis = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |elapsed| elapsed.as_millis());
        Instant::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
    }
}

/// The machine's source of chance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RealChance;

impl Chance for RealChance {
    #[expect(
        clippy::disallowed_methods,
        clippy::panic,
        reason = "without chance no secret may be made; stopping is safe"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            panic!("the machine gives no chance: {error}");
        }
    }
}

/// Wakes the worker; several wakings before it looks are one.
#[derive(Clone, Debug)]
pub(crate) struct Waker {
    sender: SyncSender<()>,
    is_closing: Arc<AtomicBool>,
}

/// The worker's ear.
#[derive(Debug)]
pub(crate) struct Ear {
    receiver: Receiver<()>,
    is_closing: Arc<AtomicBool>,
}

/// A waker and its ear.
pub(crate) fn waking() -> (Waker, Ear) {
    let (sender, receiver) = sync_channel(1);
    let is_closing = Arc::new(AtomicBool::new(false));
    (
        Waker {
            sender,
            is_closing: Arc::clone(&is_closing),
        },
        Ear { receiver, is_closing },
    )
}

impl Waker {
    /// Tells the worker that the city closes: it ends after the turn it is in.
    pub(crate) fn close(&self) {
        self.is_closing.store(true, Ordering::Release);
        self.wake();
    }
}

impl Wake for Waker {
    fn wake(&self) {
        // A full channel means that a waking is under way already.
        let _ = self.sender.try_send(());
    }
}

/// What ended a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Somebody woke us, or the time is over.
    Over,
    /// The city closes.
    Closed,
}

impl Ear {
    /// Rests until woken, at most so long.
    pub(crate) fn rest(&self, at_most: Duration) -> Rest {
        let heard = self.receiver.recv_timeout(at_most);
        let is_gone = heard == Err(RecvTimeoutError::Disconnected);
        if is_gone || self.is_closing() {
            Rest::Closed
        } else {
            Rest::Over
        }
    }

    /// Whether the city closes.
    pub(crate) fn is_closing(&self) -> bool {
        self.is_closing.load(Ordering::Acquire)
    }
}
