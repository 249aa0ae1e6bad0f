//! So many at once, and so many waiting: whoever comes beyond that is told at once.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Places for those who work, and for those who wait to.
#[derive(Debug)]
pub(crate) struct Slots {
    at_once: usize,
    waiting_max: usize,
    taken: Mutex<Taken>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct Taken {
    working: usize,
    waiting: usize,
}

/// A place, until it is dropped.
#[derive(Debug)]
pub(crate) struct Slot<'a>(&'a Slots);

impl Slots {
    /// Places for `at_once` who work and `waiting_max` who wait.
    pub(crate) fn new(at_once: usize, waiting_max: usize) -> Self {
        Self {
            at_once,
            waiting_max,
            taken: Mutex::default(),
            freed: Condvar::new(),
        }
    }

    /// Takes a place, waiting for one at most so long; `None` if too many wait already, or none came free.
    pub(crate) fn take(&self, patience: Duration) -> Option<Slot<'_>> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.working >= self.at_once {
            if taken.waiting >= self.waiting_max {
                return None;
            }
            taken.waiting += 1;
            let is_full = |taken: &mut Taken| taken.working >= self.at_once;
            let waited = self.freed.wait_timeout_while(taken, patience, is_full);
            taken = waited.unwrap_or_else(PoisonError::into_inner).0;
            taken.waiting -= 1;
        }
        if taken.working >= self.at_once {
            return None;
        }
        taken.working += 1;
        Some(Slot(self))
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        let mut taken = self.0.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.working -= 1;
        drop(taken);
        self.0.freed.notify_one();
    }
}
