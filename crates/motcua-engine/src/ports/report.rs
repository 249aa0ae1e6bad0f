//! What reports ask of a store: counts by what can be told apart, and the register. Every question takes a [`Scope`].

use motcua_domain::access::Scope;
use motcua_domain::channel::Channel;
use motcua_domain::id::UnitCode;
use motcua_domain::report::Marks;
use motcua_domain::time::Instant;

use super::store::{Cursor, StoreError};
use crate::rows::CaseRow;

/// Counts for reports, and the register.
pub trait ReportStore: Send + Sync {
    /// The cases of a scope that a period has to do with, counted by their marks. The rule of what each counts as is the
    /// domain's.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn tallies(
        &self,
        scope: &Scope,
        begins_at: Instant,
        closes_at: Instant,
    ) -> Result<Vec<Tally>, StoreError>;

    /// The open cases of a scope by agency and by the unit of whoever holds them.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn at_risk(&self, scope: &Scope, horizon: &Horizon) -> Result<Vec<AtRisk>, StoreError>;

    /// A part of the register: accepted cases of a scope in the order of acceptance, with the applicants' names.
    ///
    /// # Errors
    /// [`StoreError`] if the machine cannot.
    fn register(&self, scope: &Scope, part: &RegisterPart) -> Result<Vec<(CaseRow, String)>, StoreError>;
}

/// So many cases that have the same marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The agency that decides them.
    pub agency: UnitCode,
    /// Their procedure.
    pub procedure: String,
    /// The way they came.
    pub channel: Channel,
    /// Their marks.
    pub marks: Marks,
    /// How many.
    pub count: u64,
}

/// The moments that tell what is late and what soon will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Horizon {
    /// What was due before it is late.
    pub now: Instant,
    /// 24 hours later.
    pub day: Instant,
    /// The end of the last working day that is looked ahead to.
    pub days: Instant,
}

/// How the open cases of a unit stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AtRisk {
    /// The agency that decides them.
    pub agency: UnitCode,
    /// The unit of whoever holds them; `None` for those that nobody holds.
    pub division: Option<UnitCode>,
    /// In which the city owes something, or the clock stands still.
    pub open: u64,
    /// Already late.
    pub late: u64,
    /// Due within 24 hours.
    pub within_24_hours: u64,
    /// Due until the end of the days looked ahead to, those within 24 hours among them.
    pub within_days: u64,
}

/// Which part of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterPart {
    /// Accepted from then on.
    pub from: Instant,
    /// And before then.
    pub before: Instant,
    /// Only what this agency's desk received.
    pub desk: Option<UnitCode>,
    /// Only what comes after this place, by the moment of acceptance.
    pub after: Option<Cursor>,
    /// At most so many.
    pub limit: u32,
}
