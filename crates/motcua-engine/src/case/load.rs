//! Loading a case: its log, decoded and folded.

use motcua_domain::case::{Case, Recorded, fold};
use motcua_domain::id::CaseId;
use motcua_domain::time::Instant;

use super::codec::decode;
use crate::changes::{EventRecord, StreamKey};
use crate::engine::{Engine, UseError};
use crate::rows::CaseRow;

/// A case with the log it was folded from.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedCase {
    /// The case.
    pub case: Case,
    /// Its log, oldest first.
    pub log: Vec<Recorded>,
}

impl LoadedCase {
    /// How many events the case has: the version to commit against.
    pub fn version(&self) -> u64 {
        self.log.len() as u64
    }

    /// The case as it was at a moment: what a paper or letter ordered then must say, however late it leaves. The
    /// sending itself always belongs to it.
    #[must_use]
    pub fn as_of(self, at: Instant) -> Self {
        let log: Vec<_> = self
            .log
            .iter()
            .take_while(|recorded| recorded.at <= at)
            .cloned()
            .collect();
        match fold(&log) {
            Some(case) => Self { case, log },
            None => self,
        }
    }

    /// The row that the log tells of.
    pub fn row(&self) -> CaseRow {
        CaseRow::of(&self.case, self.version())
    }
}

impl CaseRow {
    /// The row that a log as it is kept tells of; `None` if it cannot be read, or tells of no case.
    pub fn of_log(records: &[EventRecord]) -> Option<Self> {
        let log = records.iter().map(decode).collect::<Result<Vec<_>, _>>().ok()?;
        fold(&log).map(|case| Self::of(&case, log.len() as u64))
    }
}

impl Engine {
    /// Loads a case by its log.
    ///
    /// # Errors
    /// [`UseError::NotFound`] if it has no events.
    pub(crate) fn load_case(&self, id: CaseId) -> Result<LoadedCase, UseError> {
        let records = self.store.events(&StreamKey::case(id))?;
        let log = records.iter().map(decode).collect::<Result<Vec<_>, _>>()?;
        let case = fold(&log).ok_or(UseError::NotFound)?;
        Ok(LoadedCase { case, log })
    }

    /// The case that a printed number or reference names, however it was typed.
    ///
    /// # Errors
    /// [`UseError::NotFound`] if no case is called so.
    pub(crate) fn case_named(&self, typed: &str) -> Result<CaseRow, UseError> {
        let name = motcua_domain::case::SendingReference::parse(typed)
            .map(|reference| reference.as_str().to_owned())
            .or_else(|| {
                motcua_domain::case::CaseNumber::parse(typed).map(|number| number.as_str().to_owned())
            })
            .ok_or(UseError::NotFound)?;
        self.store.case_named(&name)?.ok_or(UseError::NotFound)
    }
}
