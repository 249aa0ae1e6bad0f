//! The reconciler that carries approved decisions out on the running cases. It takes no input, may run at any time,
//! twice, or on two nodes at once, and goes on where it was left: a case that is where it belongs is left alone.

use motcua_domain::access::Actor;
use motcua_domain::calendar::CalendarRecord;
use motcua_domain::case::Command;
use motcua_domain::id::CaseId;

use crate::case::{Act, decode};
use crate::changes::StreamKey;
use crate::engine::{Engine, UseError};
use crate::ports::CommitError;
use crate::rows::PassRow;

/// The name of its way through the cases.
pub(super) const PASS: &str = "calendar";
/// Cases looked at in one turn, so that letters and papers wait for no decree.
const BATCH: u32 = 100;
/// It begins so long after an approval: by then every node has read the decision, and no case is accepted any more by
/// the calendar of before.
pub(super) const SETTLES_MILLIS: i64 = 60_000;
/// Somebody may act on a case at the same moment: it is tried again so often.
const TRIES: u32 = 3;

/// What a turn did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// There is nothing to carry out, or not yet.
    Nothing,
    /// It looked at so many cases, and there may be more.
    LookedAt(u32),
}

impl Engine {
    /// Carries the approved decisions out on a batch of running cases.
    ///
    /// # Errors
    /// A failure of the machine; the next turn goes on from the same place.
    pub fn apply_calendar_decisions(&self) -> Result<Applied, UseError> {
        let record = self.refresh_calendars()?;
        let Some(pass) = self.pass_under_way(&record)? else {
            return Ok(Applied::Nothing);
        };
        let ids = self.store.unresolved_after(pass.after, BATCH)?;
        for id in &ids {
            self.apply_calendar_to(*id)?;
        }
        let looked_at = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        let further = PassRow {
            after: ids.last().copied().or(pass.after),
            looked_at: pass.looked_at.saturating_add(u64::from(looked_at)),
            is_done: looked_at < BATCH,
            version: pass.version + 1,
            ..pass.clone()
        };
        self.keep_pass(&further, pass.version)?;
        Ok(Applied::LookedAt(looked_at))
    }

    /// The way through the cases that is not at its end; begun now if a decision asks for one.
    fn pass_under_way(&self, record: &CalendarRecord) -> Result<Option<PassRow>, UseError> {
        let known = self.store.pass(PASS)?;
        let target = record.revision();
        if let Some(pass) = known.as_ref().filter(|pass| pass.target == target) {
            return Ok((!pass.is_done).then(|| pass.clone()));
        }
        let is_settled = record
            .approved_last_at()
            .is_some_and(|at| at.plus_millis(SETTLES_MILLIS) <= self.clock.now());
        // A node that has read less than another leaves the way to it.
        let is_behind = known.as_ref().is_some_and(|pass| pass.target > target);
        if !is_settled || is_behind {
            return Ok(None);
        }
        let version = known.map_or(0, |pass| pass.version);
        let begun = PassRow {
            name: PASS.to_owned(),
            target,
            after: None,
            looked_at: 0,
            total: self.store.unresolved()?,
            is_done: false,
            version: version + 1,
        };
        Ok(self.keep_pass(&begun, version)?.then_some(begun))
    }

    /// Keeps how far it has come; `false` where another node was first, which loses nothing.
    fn keep_pass(&self, pass: &PassRow, expected: u64) -> Result<bool, UseError> {
        match self.store.keep_pass(pass, expected) {
            Ok(()) => Ok(true),
            Err(CommitError::Conflict { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Brings one case to the calendar of now. A rule that says no says that it is where it belongs, or has ended.
    fn apply_calendar_to(&self, id: CaseId) -> Result<(), UseError> {
        for _ in 0..TRIES {
            let act = Act {
                command: Command::ApplyCalendarDecision {
                    calendar: self.calendars().id.clone(),
                },
                rows: Vec::new(),
                idempotency: None,
            };
            match self.act(&Actor::System, id, act) {
                Ok(_) | Err(UseError::Refused(_) | UseError::NotFound) => return Ok(()),
                Err(UseError::Changed) => {}
                // One damaged log must not keep every other case from its date: people are told of it.
                Err(UseError::Failed(reason)) if self.is_damaged(id)? => {
                    tracing::error!(case = %id, reason, "a case cannot be read, so no decision was applied to it");
                    return Ok(());
                }
                Err(error) => return Err(error),
            }
        }
        Err(UseError::Changed)
    }

    /// Whether the store can be read and the case's log cannot.
    fn is_damaged(&self, id: CaseId) -> Result<bool, UseError> {
        let records = self.store.events(&StreamKey::case(id))?;
        Ok(records.iter().any(|record| decode(record).is_err()))
    }
}
