//! The register (Mẫu 07, sổ theo dõi hồ sơ): the accepted cases of a period in the order of acceptance. A row of a case is
//! what its log tells, so the register is a view of the log.

use motcua_domain::access::{Action, scope};
use motcua_domain::bilingual::Bilingual;
use motcua_domain::case::{OutcomeKind, Step};
use motcua_domain::id::UnitCode;
use motcua_domain::report::{Ending, Period};
use motcua_domain::time::Instant;

use crate::engine::{Engine, UseError, actor_of};
use crate::ports::{Cursor, RegisterPart};
use crate::rows::{NEVER, StaffRow};

/// Which part of the register is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterQuery {
    /// The days of acceptance.
    pub period: Period,
    /// Only what this agency's desk received.
    pub desk: Option<UnitCode>,
    /// Where the part begins.
    pub after: Option<Cursor>,
    /// How many lines.
    pub limit: u32,
}

/// A part of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterView {
    /// The lines.
    pub lines: Vec<RegisterLine>,
    /// Where the next part begins.
    pub next: Option<Cursor>,
}

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterLine {
    /// The number.
    pub number: String,
    /// The applicant.
    pub applicant: String,
    /// The procedure.
    pub procedure: Bilingual,
    /// The desk that received it.
    pub desk: Bilingual,
    /// When it was accepted.
    pub received_at: Instant,
    /// When the result is, or was, due; `None` while the clock stands still.
    pub due_at: Option<Instant>,
    /// Where it is.
    pub step: Step,
    /// What was decided.
    pub result: Option<OutcomeKind>,
    /// When and how it ended.
    pub ended: Option<(Instant, Ending)>,
    /// When the result was returned.
    pub returned_at: Option<Instant>,
}

impl Engine {
    /// A part of the register, as far as this member may see the cases. The look is on record before it is shown.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn register(&self, staff: &StaffRow, asked: &RegisterQuery) -> Result<RegisterView, UseError> {
        let actor = actor_of(staff);
        let part = RegisterPart {
            from: asked.period.begins_at(),
            before: asked.period.to().plus_days(1).midnight(),
            desk: asked.desk.clone(),
            after: asked.after,
            limit: asked.limit.saturating_add(1),
        };
        let mut rows = self.store.register(&scope(&actor, Action::ReadCase), &part)?;
        if !rows.is_empty() {
            self.record_access(self.look_at_list(&actor))?;
        }
        let has_more = rows.len() > asked.limit as usize;
        rows.truncate(asked.limit as usize);
        let last = rows.last().filter(|_| has_more);
        let next = last.and_then(|(row, _)| row.fact.accepted_at.map(|at| Cursor { at, id: row.id }));
        let lines = rows
            .into_iter()
            .map(|(row, applicant)| {
                let is_open = row.fact.ended.is_none();
                Ok::<_, UseError>(RegisterLine {
                    number: row.name().to_owned(),
                    applicant,
                    procedure: self.procedure_name(&row.procedure)?,
                    desk: self.city.unit_name(&row.received_at),
                    received_at: row.fact.accepted_at.unwrap_or(row.sent_at),
                    // While it is open the date that was promised last, new date or not; then the law's, by which it was judged.
                    due_at: if is_open {
                        Some(row.due_at).filter(|due| *due != NEVER)
                    } else {
                        row.fact.law_due_at
                    },
                    step: row.step,
                    result: row.result,
                    ended: row.fact.ended,
                    returned_at: row.returned_at,
                })
            })
            .collect::<Result<_, _>>()?;
        Ok(RegisterView { lines, next })
    }
}
