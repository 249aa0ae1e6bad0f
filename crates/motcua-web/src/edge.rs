//! The edge: where HTTP becomes a question to the engine, and an answer becomes a page.
//!
//! Only here is anything asynchronous. The engine runs on blocking threads ([`Edge::ask`]); a refusal becomes a page
//! that explains itself, a failure gets an incident number and is logged once.

mod headers;
mod problem;
mod rights;
mod visitor;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use motcua_engine::engine::{Engine, UseError};
use motcua_engine::ports::{Inspector, PasskeyCeremonies, ResidentSignIn};

pub use headers::{no_store, security_headers};
pub use problem::{Problem, ProblemWords, refusal_words};
pub use visitor::{
    Officer, Resident, SESSION_COOKIE, SIGN_IN_COOKIE, Visitor, cookie, lang_cookie, session_cookie,
    short_cookie,
};

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
}

impl Edge {
    /// Takes the parts in hand.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(Shared {
            parts,
            incidents: AtomicU64::new(1),
        }))
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
