//! The table of counts, bounded.

use std::collections::HashMap;
use std::mem;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use motcua_domain::time::Instant;

use super::{Class, Rate};

const HOUR_MICROS: i64 = 3_600_000_000;

/// Whose requests are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Subject {
    /// An address of IPv4.
    V4(u32),
    /// A network of IPv6: its first 64 bits, which is what one customer has.
    V6(u64),
    /// A person or member of staff.
    Holder(u128),
}

impl Subject {
    pub(super) fn of_address(address: IpAddr) -> Self {
        match address {
            IpAddr::V4(address) => Self::V4(address.to_bits()),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                let network = [a, b, c, d]
                    .into_iter()
                    .fold(0u64, |bits, part| (bits << 16) | u64::from(part));
                Self::V6(network)
            }
        }
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key(Class, Subject);

impl Key {
    pub(super) const fn new(class: Class, subject: Subject) -> Self {
        Self(class, subject)
    }
}

/// Two generations of counts. When the young one is full, the old one is forgotten and the young one is the old one:
/// whoever keeps asking stays in, and a crowd of strangers costs no more memory than this.
pub(in crate::edge) struct Table {
    size_max: usize,
    generations: Mutex<Generations>,
}

#[derive(Default)]
struct Generations {
    young: HashMap<Key, i64>,
    old: HashMap<Key, i64>,
}

impl Table {
    /// A table of at most twice `size_max` counts, some 50 bytes each.
    pub(in crate::edge) fn new(size_max: usize) -> Self {
        Self {
            size_max,
            generations: Mutex::default(),
        }
    }

    /// Counts one request at `now`. `None` if it is within the rate; else in how many seconds one will be.
    pub(super) fn take(&self, key: Key, rate: Rate, now: Instant) -> Option<u32> {
        let every = HOUR_MICROS / i64::from(rate.per_hour.max(1));
        let tolerated = every * (i64::from(rate.burst.max(1)) - 1);
        let now = now.millis().saturating_mul(1000);
        let mut generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        let Generations { young, old } = &mut *generations;
        let known = young.get(&key).copied().or_else(|| old.remove(&key));
        let due = known.unwrap_or(now).max(now);
        let early = due - now - tolerated;
        let next = if early > 0 { due } else { due + every };
        if young.len() >= self.size_max && !young.contains_key(&key) {
            *old = mem::take(young);
        }
        young.insert(key, next);
        (early > 0).then(|| u32::try_from(early.div_euclid(1_000_000) + 1).unwrap_or(u32::MAX))
    }

    /// How many counts it holds.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        let generations = self.generations.lock().unwrap_or_else(PoisonError::into_inner);
        generations.young.len() + generations.old.len()
    }
}
