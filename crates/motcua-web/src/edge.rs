//! The edge: where HTTP becomes a question to the engine, and an answer becomes a page.
//!
//! Only here is anything asynchronous. The engine runs on blocking threads ([`Edge::ask`]), and a page of somebody who
//! has signed in is made on one of them from its session to its last word ([`on_one_thread`]); a refusal becomes a page
//! that explains itself, a failure gets an incident number and is logged once.

mod counts;
mod explained;
mod headers;
mod house;
mod limits;
mod problem;
mod rights;
mod seat;
mod turned_away;
mod visitor;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use motcua_engine::engine::{Engine, UseError};
use motcua_engine::ports::{Inspector, PasskeyCeremonies, ResidentSignIn};
use motcua_text::Lang;

use crate::about::{About, KeptPages};
use crate::kept::Kept;
use seat::Seats;

pub use counts::{Counts, counted};
pub use explained::{Explained, explained};
pub use headers::{no_store, security_headers};
pub use house::in_words;
pub use limits::{Class, Limits, Peer, Rate, Rates, within_limits};
pub use problem::{Problem, ProblemWords, refusal_words};
pub use seat::on_one_thread;
pub use turned_away::TurnedAway;
pub use visitor::{
    Officer, Resident, SESSION_COOKIE, SIGN_IN_COOKIE, Visitor, cookie, cookie_name, lang_cookie,
    session_cookie, short_cookie,
};

/// Visitors whose requests are counted at once, in each of two generations: some ten megabytes at the most.
const COUNTS_MAX: usize = 65_536;

/// What the pages need of the city.
pub struct Parts {
    /// The engine.
    pub engine: Engine,
    /// Who vouches for residents.
    pub residents: Arc<dyn ResidentSignIn>,
    /// Passkeys of the staff.
    pub passkeys: Arc<dyn PasskeyCeremonies>,
    /// Looks at uploads.
    pub inspector: Arc<dyn Inspector>,
    /// How the origins are called.
    pub origins: Origins,
}

/// The three origins (ASVS 3.5.4): residents, staff, and papers as they were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origins {
    /// `https://city.example`, without a slash at the end.
    pub city: String,
    /// `https://staff.example`.
    pub staff: String,
    /// `https://papers.example`.
    pub papers: String,
}

impl Origins {
    /// Whether browsers come by TLS: then cookies are `Secure` and carry the `__Host-` prefix.
    pub fn is_secure(&self) -> bool {
        self.city.starts_with("https://")
    }
}

/// The state that every handler shares.
#[derive(Clone)]
pub struct Edge(Arc<Shared>);

struct Shared {
    parts: Parts,
    incidents: AtomicU64,
    limits: Option<(Limits, limits::Table)>,
    counts: Counts,
    about: KeptPages,
    seats: Seats,
}

impl Edge {
    /// Takes the parts in hand, and lets everybody ask as much as they like.
    pub fn new(parts: Parts) -> Self {
        Self::with(parts, None)
    }

    /// The same, within limits.
    pub fn within(parts: Parts, limits: Limits) -> Self {
        Self::with(parts, Some((limits, limits::Table::new(COUNTS_MAX))))
    }

    fn with(parts: Parts, limits: Option<(Limits, limits::Table)>) -> Self {
        Self(Arc::new(Shared {
            parts,
            incidents: AtomicU64::new(1),
            limits,
            counts: Counts::default(),
            about: KeptPages::default(),
            seats: Seats::default(),
        }))
    }

    /// What was asked since the start.
    pub fn counts(&self) -> &Counts {
        &self.0.counts
    }

    /// The limits and the counts, where there are limits.
    fn limits(&self) -> Option<(&Limits, &limits::Table)> {
        self.0.limits.as_ref().map(|(limits, table)| (limits, table))
    }

    /// The engine, for what does not wait.
    pub fn engine(&self) -> &Engine {
        &self.0.parts.engine
    }

    /// The origins.
    pub fn origins(&self) -> &Origins {
        &self.0.parts.origins
    }

    /// A page about the portal, as whoever has not signed in gets it.
    pub(crate) fn kept_page(&self, about: About, lang: Lang) -> Option<&Kept> {
        let demo = self.engine().city().is_demo;
        self.0.about.get(about, lang, demo)
    }

    /// Asks the engine on a blocking thread: this one, where the whole answer is made on one ([`on_one_thread`]).
    ///
    /// # Errors
    /// What the engine answers; a panic inside becomes a failure.
    pub async fn ask<T, F>(&self, question: F) -> Result<T, UseError>
    where
        T: Send + 'static,
        F: FnOnce(&Parts) -> Result<T, UseError> + Send + 'static,
    {
        if seat::is_taken() {
            return catch_unwind(AssertUnwindSafe(|| question(&self.0.parts)))
                .unwrap_or_else(|_| Err(UseError::Failed("the question panicked".to_owned())));
        }
        let shared = Arc::clone(&self.0);
        tokio::task::spawn_blocking(move || question(&shared.parts))
            .await
            .unwrap_or_else(|error| Err(UseError::Failed(error.to_string())))
    }

    /// The next incident number: the moment and a counter, so that it is found in the log of any process.
    fn incident(&self) -> String {
        let turn = self.0.incidents.fetch_add(1, Ordering::Relaxed);
        format!("{:X}-{turn}", self.engine().now().millis() / 1000)
    }
}
