//! The edge of the world: time, chance, files, letters, papers. Each remembers what it was asked, and can be told to
//! fail.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use motcua_domain::time::Instant;
use motcua_engine::ports::{
    Chance, Clock, FileStore, FileStoreError, Letter, Letters, MailError, PaperKind, PaperOrder, PaperPress,
    PressError, Wake,
};
use motcua_engine::search::{ProcedureSearch, SearchError, SearchQuery, SearchResults};
use sha2::{Digest, Sha256};

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A clock that stands still until somebody moves it.
#[derive(Debug)]
pub struct HandClock(AtomicI64);

impl HandClock {
    /// A clock that shows `at`.
    pub const fn at(at: Instant) -> Self {
        Self(AtomicI64::new(at.millis()))
    }

    /// Moves it to `at`.
    pub fn set(&self, at: Instant) {
        self.0.store(at.millis(), Ordering::SeqCst);
    }

    /// Moves it on.
    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for HandClock {
    fn now(&self) -> Instant {
        Instant::from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// Chance that is the same in every run: SplitMix64 of a seed. Several threads may share it; who gets which draw
/// then depends on them, but no two ever get the same.
#[derive(Debug)]
pub struct SeededChance(AtomicU64);

impl SeededChance {
    /// Chance of a seed.
    pub const fn of(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }

    /// The next draw.
    pub fn draw(&self) -> u64 {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        let mut mixed = self.0.fetch_add(STEP, Ordering::SeqCst).wrapping_add(STEP);
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            for (byte, drawn) in chunk.iter_mut().zip(self.draw().to_le_bytes()) {
                *byte = drawn;
            }
        }
    }
}

/// A page of a file: the hash of the file, and the number from 1.
type PageKey = ([u8; 32], u32);

/// Files in memory, by content.
#[derive(Debug, Default)]
pub(crate) struct FilesInMemory {
    files: Mutex<HashMap<[u8; 32], Vec<u8>>>,
    pages: Mutex<HashMap<PageKey, Vec<u8>>>,
}

impl FileStore for FilesInMemory {
    fn keep(&self, bytes: &[u8]) -> Result<[u8; 32], FileStoreError> {
        let hash: [u8; 32] = Sha256::digest(bytes).into();
        held(&self.files).insert(hash, bytes.to_vec());
        Ok(hash)
    }

    fn open(&self, hash: &[u8; 32]) -> Result<Vec<u8>, FileStoreError> {
        held(&self.files)
            .get(hash)
            .cloned()
            .ok_or(FileStoreError::Missing)
    }

    fn keep_pages(&self, hash: &[u8; 32], pages: &[Vec<u8>]) -> Result<(), FileStoreError> {
        held(&self.pages).extend(
            pages
                .iter()
                .zip(1..)
                .map(|(page, number)| ((*hash, number), page.clone())),
        );
        Ok(())
    }

    fn open_page(&self, hash: &[u8; 32], page: u32) -> Result<Vec<u8>, FileStoreError> {
        held(&self.pages)
            .get(&(*hash, page))
            .cloned()
            .ok_or(FileStoreError::Missing)
    }

    /// Its files have no age: who swept them has said that they are old.
    fn forget(&self, hash: &[u8; 32], _: u32, _: Instant) -> Result<bool, FileStoreError> {
        held(&self.pages).retain(|(of, _), _| of != hash);
        held(&self.files).remove(hash);
        Ok(true)
    }
}

/// A postman who keeps every letter. He can be told to fail the next ones.
#[derive(Debug, Default)]
pub struct CaughtLetters {
    letters: Mutex<Vec<Letter>>,
    faults: Mutex<Vec<MailError>>,
}

impl CaughtLetters {
    /// Every letter that was handed over, oldest first.
    pub fn all(&self) -> Vec<Letter> {
        held(&self.letters).clone()
    }

    /// The next letters that are not failed yet meet these faults, in this order.
    pub fn will_fail(&self, faults: impl IntoIterator<Item = MailError>) {
        held(&self.faults).extend(faults);
    }
}

impl Letters for CaughtLetters {
    fn deliver(&self, letter: &Letter) -> Result<(), MailError> {
        let mut faults = held(&self.faults);
        if !faults.is_empty() {
            return Err(faults.remove(0));
        }
        held(&self.letters).push(letter.clone());
        Ok(())
    }
}

/// A press whose papers are one line each. It remembers every order, and can be told to fail the next ones.
#[derive(Debug, Default)]
pub struct PaperTray {
    orders: Mutex<Vec<PaperOrder>>,
    faults: AtomicU64,
}

impl PaperTray {
    /// Every order that was printed, oldest first.
    pub fn all(&self) -> Vec<PaperOrder> {
        held(&self.orders).clone()
    }

    /// The orders of one kind.
    pub fn of(&self, kind: PaperKind) -> Vec<PaperOrder> {
        self.all()
            .into_iter()
            .filter(|order| order.kind == kind)
            .collect()
    }

    /// The next `times` orders fail.
    pub fn will_fail(&self, times: u64) {
        self.faults.fetch_add(times, Ordering::SeqCst);
    }
}

impl PaperPress for PaperTray {
    fn press(&self, order: &PaperOrder) -> Result<Vec<u8>, PressError> {
        let less = |left: u64| left.checked_sub(1);
        if self
            .faults
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, less)
            .is_ok()
        {
            return Err(PressError::Temporary("out of ink".to_owned()));
        }
        held(&self.orders).push(order.clone());
        Ok(format!("%PDF {} {}", order.kind.name(), order.facts.name).into_bytes())
    }
}

/// Counts how often the worker was woken.
#[derive(Debug, Default)]
pub(crate) struct WakeCount(pub(crate) AtomicU64);

impl Wake for WakeCount {
    fn wake(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

/// A search that finds nothing: stories name their procedure by its code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FindsNothing;

impl ProcedureSearch for FindsNothing {
    fn search(&self, _query: &SearchQuery) -> Result<SearchResults, SearchError> {
        Ok(SearchResults::default())
    }
}
