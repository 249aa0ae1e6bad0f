//! The engine: the ports and the city's facts, in one hand.

use std::sync::{Arc, PoisonError, RwLock};

use motcua_domain::access::{Actor, Denied, Role};
use motcua_domain::case::Refusal;
use motcua_domain::id::UnitCode;
use motcua_domain::time::{Instant, OfficeCalendar};
use thiserror::Error;

use crate::calendar::Calendars;
use crate::case::CodecError;
use crate::city::{CityFacts, Procedures};
use crate::ports::{
    Chance, Clock, CommitError, FileStore, FileStoreError, Registers, Store, StoreError, Wake,
};
use crate::rows::StaffRow;
use crate::search::{ProcedureSearch, SearchError};

/// Everything the engine needs of the world.
#[derive(Clone)]
pub struct Parts {
    /// Where everything is kept.
    pub store: Arc<dyn Store>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub chance: Arc<dyn Chance>,
    /// Files by content.
    pub files: Arc<dyn FileStore>,
    /// Search of procedures.
    pub search: Arc<dyn ProcedureSearch>,
    /// The national catalogue beside the city's own procedures.
    pub procedures: Arc<dyn Procedures>,
    /// Registers that hold facts about people.
    pub registers: Arc<dyn Registers>,
    /// Wakes the worker after a commit.
    pub wake: Arc<dyn Wake>,
    /// The city.
    pub city: Arc<CityFacts>,
}

/// What the system does. Cheap to clone; shared by pages, API and worker.
#[derive(Clone)]
pub struct Engine {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) chance: Arc<dyn Chance>,
    pub(crate) files: Arc<dyn FileStore>,
    pub(crate) search: Arc<dyn ProcedureSearch>,
    pub(crate) procedures: Arc<dyn Procedures>,
    pub(crate) registers: Arc<dyn Registers>,
    pub(crate) wake: Arc<dyn Wake>,
    pub(crate) city: Arc<CityFacts>,
    /// What offices work by now; replaced as a whole when a decision is approved, here or on another node.
    pub(crate) calendars: Arc<RwLock<Arc<Calendars>>>,
    pub(crate) tells_nobody: bool,
}

impl Engine {
    /// Takes the parts in hand.
    pub fn new(parts: Parts) -> Self {
        let Parts {
            store,
            clock,
            chance,
            files,
            search,
            procedures,
            registers,
            wake,
            city,
        } = parts;
        Self {
            store,
            clock,
            chance,
            files,
            search,
            procedures,
            registers,
            wake,
            calendars: Arc::new(RwLock::new(Arc::new(Calendars::before_decisions(&city)))),
            city,
            tells_nobody: false,
        }
    }

    /// The same engine for writing a history that happened long ago: nothing leaves the building because of it.
    #[must_use]
    pub fn telling_nobody(self) -> Self {
        Self {
            tells_nobody: true,
            ..self
        }
    }

    /// Now.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The city's facts.
    pub fn city(&self) -> &CityFacts {
        &self.city
    }

    /// The calendars as they are now: the city's facts and every approved decision.
    pub fn calendars(&self) -> Arc<Calendars> {
        Arc::clone(&self.calendars.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The calendar of an agency.
    pub(crate) fn calendar_of(&self, agency: &UnitCode) -> OfficeCalendar {
        self.calendars().of(&self.city, agency).clone()
    }
}

/// The actor that a member of staff is.
pub fn actor_of(staff: &StaffRow) -> Actor {
    Actor::Staff {
        staff: staff.id,
        agency: staff.agency.clone(),
        roles: staff
            .roles
            .iter()
            .filter_map(|name| Role::from_name(name))
            .collect(),
    }
}

/// Why a use case did nothing. The first group is an answer to give; [`UseError::Failed`] is a fault of the
/// machine and gets an incident number at the edge.
#[derive(Debug, Error)]
pub enum UseError {
    /// There is no such thing, or its existence is private to the asker.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, or the session has ended.
    #[error("sign in first")]
    SignInFirst,
    /// The actor has no right to it.
    #[error("denied: {0:?}")]
    Denied(Denied),
    /// A rule says no.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// Somebody else changed it first: look again.
    #[error("changed meanwhile")]
    Changed,
    /// The idempotency key was used for something else.
    #[error("the key was used for another request")]
    KeyReused,
    /// Too much waits to be written: try again after a moment.
    #[error("busy")]
    Busy,
    /// What was given cannot be used; the code names the sentence in `text/`.
    #[error("unusable: {0}")]
    Unusable(&'static str),
    /// The machine cannot.
    #[error("failed: {0}")]
    Failed(String),
}

impl From<CommitError> for UseError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Conflict { .. } => Self::Changed,
            CommitError::KeyReused => Self::KeyReused,
            CommitError::Busy => Self::Busy,
            CommitError::Store(error) => error.into(),
        }
    }
}

impl From<StoreError> for UseError {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<CodecError> for UseError {
    fn from(error: CodecError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<FileStoreError> for UseError {
    fn from(error: FileStoreError) -> Self {
        match error {
            FileStoreError::Missing => Self::NotFound,
            other => Self::Failed(other.to_string()),
        }
    }
}

impl From<SearchError> for UseError {
    fn from(error: SearchError) -> Self {
        Self::Failed(error.to_string())
    }
}
