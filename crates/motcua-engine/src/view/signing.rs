//! What waits for the signature, and signing several drafts that nobody said no to.

use motcua_domain::access::{Action, scope};
use motcua_domain::case::{Command, CommandKind, Step};

use super::report::SignLine;
use crate::case::Acted;
use crate::engine::{Engine, UseError, actor_of};
use crate::ports::{CaseFilter, CaseQuery};
use crate::rows::StaffRow;

impl Engine {
    /// The drafts that this member may sign, the nearest due moment first, at most `limit`. The look is on record before
    /// they are shown.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn to_sign(&self, staff: &StaffRow, limit: u32) -> Result<Vec<SignLine>, UseError> {
        let actor = actor_of(staff);
        let query = CaseQuery {
            limit,
            ..CaseQuery::of(CaseFilter {
                steps: vec![Step::LeaderSigning],
                ..CaseFilter::default()
            })
        };
        let may_sign = scope(&actor, Action::Act(CommandKind::SignOutcome));
        let rows = self.store.list_cases(&may_sign, &query)?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        self.record_access(self.look_at_list(&actor))?;
        let now = self.clock.now();
        let mut lines = Vec::new();
        for (row, applicant) in rows {
            let case = self.load_case(row.id)?.case;
            // Somebody may have signed it in between.
            let Some(draft) = case.draft.filter(|_| case.step == Step::LeaderSigning) else {
                continue;
            };
            let drafted_by = match draft.by {
                Some(by) => self.store.staff(by)?.map(|member| member.name),
                None => None,
            };
            lines.push(SignLine {
                row: self.inbox_row(staff, row, applicant, now)?,
                kind: draft.kind,
                drafted_by,
                is_unanimous: case.is_unanimous(),
            });
        }
        Ok(lines)
    }

    /// Signs one of several drafts: only one that nobody said no to, whatever was ticked.
    ///
    /// # Errors
    /// As [`Engine::act_named`]; unusable where the draft must be looked at by itself.
    pub fn sign_unanimous(&self, staff: &StaffRow, name: &str) -> Result<Acted, UseError> {
        let actor = actor_of(staff);
        let row = self.visible_case(&actor, name)?;
        if !self.load_case(row.id)?.case.is_unanimous() {
            return Err(UseError::Unusable("sign-alone"));
        }
        self.act_named(&actor, name, |_| Ok(Command::SignOutcome))
    }
}
