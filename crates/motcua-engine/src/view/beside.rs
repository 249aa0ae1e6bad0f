//! What stands beside a case on the officer's screen and is no part of it: their own note, the same person's other
//! filings, and for the head how long it was open.

use motcua_domain::access::{Action, Actor, Role, Scope, scope};
use motcua_domain::case::Step;
use motcua_domain::id::{CaseId, PersonId};
use motcua_domain::time::Instant;

use crate::desk::PrivateNote;
use crate::engine::{Engine, UseError, actor_of};
use crate::ports::{CaseFilter, CaseQuery, Order, TimeOpen};
use crate::rows::{CaseRow, StaffRow};

/// A filing of the same person under the same procedure is worth a warning for so long after it was sent, even when
/// it is closed.
const SAME_AGAIN_MILLIS: i64 = 30 * 24 * 3_600_000;
/// The most such filings that are named.
const SAME_AGAIN_MAX: u32 = 10;

/// What stands beside a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BesideCase {
    /// What the officer noted for themself.
    pub note: PrivateNote,
    /// The same person's other filings under the same procedure, within the officer's rights.
    pub filed_again: Vec<OtherFiling>,
    /// How long it was open on desks; for the head alone.
    pub time_open: Option<TimeOpen>,
}

/// Another filing of the same person under the same procedure (hồ sơ trùng).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherFiling {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub step: Step,
    /// When it was sent.
    pub sent_at: Instant,
}

impl Engine {
    /// What stands beside a case for this officer.
    ///
    /// # Errors
    /// Not found if the case is not within the officer's rights.
    pub fn beside_case(&self, staff: &StaffRow, name: &str) -> Result<BesideCase, UseError> {
        let actor = actor_of(staff);
        let row = self.visible_case(&actor, name)?;
        let scope = scope(&actor, Action::ReadCase);
        Ok(BesideCase {
            note: self.note_of(staff, row.id)?,
            filed_again: self.filed_again(&scope, row.applicant, &row.procedure, Some(row.id))?,
            time_open: actor
                .holds(Role::Head)
                .then(|| self.store.time_open(row.id))
                .transpose()?,
        })
    }

    /// The person's own filings under a procedure that are open or not a month old: what they see before they send
    /// another one.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn filed_already(&self, person: PersonId, procedure: &str) -> Result<Vec<OtherFiling>, UseError> {
        let scope = scope(&Actor::Applicant { person }, Action::ReadCase);
        self.filed_again(&scope, person, procedure, None)
    }

    fn filed_again(
        &self,
        scope: &Scope,
        applicant: PersonId,
        procedure: &str,
        but: Option<CaseId>,
    ) -> Result<Vec<OtherFiling>, UseError> {
        let query = CaseQuery {
            order: Order::NewestSent,
            limit: SAME_AGAIN_MAX,
            ..CaseQuery::of(CaseFilter {
                applicant: Some(applicant),
                procedure: Some(procedure.to_owned()),
                ..CaseFilter::default()
            })
        };
        let since = self.clock.now().plus_millis(-SAME_AGAIN_MILLIS);
        let is_near = |row: &CaseRow| Some(row.id) != but && (!row.step.is_closed() || row.sent_at >= since);
        let found = self.store.list_cases(scope, &query)?;
        Ok(found
            .into_iter()
            .filter(|(row, _)| is_near(row))
            .map(|(row, _)| OtherFiling {
                name: row.name().to_owned(),
                step: row.step,
                sent_at: row.sent_at,
            })
            .collect())
    }
}
