//! Why the program ends without having done what was asked: one sentence that says what to do.

use std::fmt;

/// A fault, in a sentence.
#[derive(Debug)]
pub(crate) struct Fault(String);

impl Fault {
    /// A fault with its sentence.
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

macro_rules! from {
    ($($kind:ty),+ $(,)?) => {$(
        impl From<$kind> for Fault {
            fn from(error: $kind) -> Self {
                Self(error.to_string())
            }
        }
    )+};
}

from!(
    std::io::Error,
    motcua_catalogue::city::CityError,
    motcua_engine::engine::UseError,
    motcua_engine::ports::CommitError,
    motcua_engine::ports::FileStoreError,
    motcua_engine::ports::StoreError,
    motcua_store::OpenError,
    motcua_store::search::SearchIndexError,
    serde_json::Error,
);
