//! The edge: where HTTP becomes a question to the engine, and an answer becomes a page.
//!
//! Only here is anything asynchronous. The engine runs on blocking threads ([`Edge::ask`]); a refusal becomes a page
//! that explains itself, a failure gets an incident number and is logged once.

mod counts;
mod explained;
mod headers;
mod house;
mod limits;
mod problem;
mod rights;
mod turned_away;
mod visitor;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use motcua_engine::engine::{Engine, UseError};
use motcua_engine::ports::{Inspector, PasskeyCeremonies, ResidentSignIn};

pub use counts::{Counts, counted};
pub use explained::{Explained, explained};
pub use headers::{no_store, security_headers};
pub use house::in_words;
pub use limits::{Class, Limits, Peer, Rate, Rates, within_limits};
pub use problem::{Problem, ProblemWords, refusal_words};
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

    /// Asks the engine on a blocking thread.
    ///
    /// # Errors
    /// What the engine answers; a panic inside becomes a failure.
    pub async fn ask<T, F>(&self, question: F) -> Result<T, UseError>
    where
        T: Send + 'static,
        F: FnOnce(&Parts) -> Result<T, UseError> + Send + 'static,
    {
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
