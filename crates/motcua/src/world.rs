//! The real world: the clock, chance, and waking the worker. The only place of the product that has them.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
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
pub(crate) struct Waker(SyncSender<()>);

/// The worker's ear.
#[derive(Debug)]
pub(crate) struct Ear(Receiver<()>);

/// A waker and its ear.
pub(crate) fn waking() -> (Waker, Ear) {
    let (sender, receiver) = sync_channel(1);
    (Waker(sender), Ear(receiver))
}

impl Wake for Waker {
    fn wake(&self) {
        // A full channel means that a waking is under way already.
        let _ = self.0.try_send(());
    }
}

/// What ended a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Somebody woke us, or the time is over.
    Over,
    /// Nobody can wake us any more: the city closes.
    Closed,
}

impl Ear {
    /// Rests until woken, at most so long.
    pub(crate) fn rest(&self, at_most: Duration) -> Rest {
        match self.0.recv_timeout(at_most) {
            Ok(()) | Err(std::sync::mpsc::RecvTimeoutError::Timeout) => Rest::Over,
            Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => Rest::Closed,
        }
    }
}
