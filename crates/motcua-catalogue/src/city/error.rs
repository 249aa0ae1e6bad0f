//! What is wrong with a city's folder, for the person who keeps it.

use thiserror::Error;

/// What is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("city/{file}: {key}: {reason}")]
pub struct CityError {
    file: String,
    key: String,
    reason: String,
}

impl CityError {
    /// A fault in `file`, at the entry that `key` names.
    pub(super) fn new(file: impl Into<String>, key: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            key: key.into(),
            reason: reason.into(),
        }
    }

    /// The file, from the folder of the city.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The entry in it: a code, an id, or a line.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What is wrong with it, and what to do.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}
