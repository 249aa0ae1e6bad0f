//! What can go wrong in a statement, told apart by what the caller must do.

use motcua_engine::ports::{CommitError, StoreError};

/// Why a piece of work did not happen.
#[derive(Debug)]
pub enum Fault {
    /// Somebody else was first.
    Conflict {
        /// With what.
        what: String,
    },
    /// The idempotency key stands for another request.
    KeyReused,
    /// Too much waits already.
    Busy,
    /// The disk has no room. What was to be written is taken back, and it may be tried again once there is room: unlike
    /// a flush that failed, a write that found no room has left nothing in doubt.
    Full,
    /// The machine cannot.
    Machine {
        /// In words, without content of rows.
        reason: String,
        /// Whether the disk may no longer hold what it was told to: nothing may be promised any more.
        is_grave: bool,
    },
}

impl Fault {
    /// Somebody else changed `what` first.
    pub(crate) fn conflict(what: impl Into<String>) -> Self {
        Self::Conflict { what: what.into() }
    }

    /// The machine cannot, this time.
    pub(crate) fn machine(reason: impl Into<String>) -> Self {
        Self::Machine {
            reason: reason.into(),
            is_grave: false,
        }
    }

    /// Whether nothing may be promised any more.
    pub(crate) fn is_grave(&self) -> bool {
        matches!(self, Self::Machine { is_grave: true, .. })
    }
}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        use rusqlite::ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_UNIQUE};
        let rusqlite::Error::SqliteFailure(cause, message) = &error else {
            return Self::machine(error.to_string());
        };
        if matches!(
            cause.extended_code,
            SQLITE_CONSTRAINT_PRIMARYKEY | SQLITE_CONSTRAINT_UNIQUE
        ) {
            return Self::conflict(message.as_deref().map_or("a row", table_of));
        }
        let is_grave = matches!(
            cause.code,
            Code::SystemIoFailure | Code::DatabaseCorrupt | Code::NotADatabase
        );
        if cause.code == Code::DiskFull {
            return Self::Full;
        }
        Self::Machine {
            reason: error.to_string(),
            is_grave,
        }
    }
}

/// The table in `UNIQUE constraint failed: events.stream_id, events.version`.
fn table_of(message: &str) -> &str {
    message
        .split_once(": ")
        .and_then(|(_, columns)| columns.split('.').next())
        .unwrap_or("a row")
}

impl From<postgres::Error> for Fault {
    fn from(error: postgres::Error) -> Self {
        use postgres::error::SqlState;
        let Some(cause) = error.as_db_error() else {
            return Self::machine(error.to_string());
        };
        match cause.code() {
            code if *code == SqlState::UNIQUE_VIOLATION => Self::conflict(cause.table().unwrap_or("a row")),
            code if *code == SqlState::T_R_SERIALIZATION_FAILURE
                || *code == SqlState::T_R_DEADLOCK_DETECTED =>
            {
                Self::conflict("the same rows")
            }
            code if code.code() == crate::postgres::EXPECTATION_FAILED => {
                Self::conflict(cause.detail().unwrap_or("a row"))
            }
            code => Self::machine(format!("{}: {}", code.code(), cause.message())),
        }
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        Self::machine(error.0)
    }
}

impl From<Fault> for CommitError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Conflict { what } => Self::Conflict { what },
            Fault::KeyReused => Self::KeyReused,
            Fault::Busy | Fault::Full => Self::Busy,
            Fault::Machine { reason, .. } => Self::Store(StoreError(reason)),
        }
    }
}

/// For the ports that know only the machine's failures.
impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Machine { reason, .. } => Self(reason),
            other => Self(CommitError::from(other).to_string()),
        }
    }
}
