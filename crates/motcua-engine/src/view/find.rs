//! Finding a case by what its papers say, and the case that comes after another one in a queue.

use motcua_domain::access::{Action, Role, role_reaches, scope};
use motcua_domain::case::{CaseNumber, CommandKind};
use motcua_domain::id::StaffId;

use super::desk_of::query_of;
use super::inbox::Queue;
use crate::engine::{Engine, UseError, actor_of};
use crate::ports::{CaseQuery, Cursor};
use crate::rows::StaffRow;

impl Engine {
    /// The name of the case that was typed: its number, with or without the own unit's prefix, or its reference.
    /// `None` if there is none that this member of staff may see.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn find_case(&self, staff: &StaffRow, typed: &str) -> Result<Option<String>, UseError> {
        let actor = actor_of(staff);
        let unit = self.city.document_code(&staff.agency);
        let with_unit = format!("{unit}-{}", typed.trim());
        let candidates = [
            Some(typed.trim().to_owned()),
            short_number(typed).then_some(with_unit),
        ];
        for name in candidates.into_iter().flatten() {
            match self.visible_case(&actor, &name) {
                Ok(row) => return Ok(Some(row.name().to_owned())),
                Err(UseError::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// The case that follows a case in a queue, else the first of the queue: what opens by itself after an act. Asked
    /// before the act, because the act moves the case.
    ///
    /// # Errors
    /// Not found if the case is not within the officer's rights.
    pub fn next_case(&self, staff: &StaffRow, queue: Queue, name: &str) -> Result<Option<String>, UseError> {
        let actor = actor_of(staff);
        let row = self.visible_case(&actor, name)?;
        let scope = scope(&actor, Action::ReadCase);
        let here = Cursor {
            at: row.due_at,
            id: row.id,
        };
        for after in [Some(here), None] {
            let query = CaseQuery {
                after,
                limit: 2,
                ..query_of(queue, staff, &actor, self.clock.now())
            };
            let found = self.store.list_cases(&scope, &query)?;
            if let Some((next, _)) = found.into_iter().find(|(next, _)| next.id != row.id) {
                return Ok(Some(next.name().to_owned()));
            }
        }
        Ok(None)
    }
}

impl Engine {
    /// The specialists of the own agency, for whoever may give cases to them; nobody for others.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn own_specialists(&self, staff: &StaffRow) -> Result<Vec<(StaffId, String)>, UseError> {
        if !reaches(staff, CommandKind::Assign) {
            return Ok(Vec::new());
        }
        Ok(specialists_among(self.store.staff_of(staff.agency.as_str())?))
    }
}

/// Whether one of their offices is to carry out such acts at all, on whatever case.
pub fn reaches(staff: &StaffRow, kind: CommandKind) -> bool {
    staff
        .roles
        .iter()
        .filter_map(|name| Role::from_name(name))
        .any(|role| role_reaches(role, Action::Act(kind)))
}

/// Those who can be given a case, by id and name.
pub(super) fn specialists_among(staff: Vec<StaffRow>) -> Vec<(StaffId, String)> {
    let name = Role::Specialist.name();
    staff
        .into_iter()
        .filter(|member| member.roles.iter().any(|role| role == name))
        .map(|member| (member.id, member.name))
        .collect()
}

/// Whether it is a case number without its unit: `261125-0042`.
fn short_number(typed: &str) -> bool {
    let with_unit = format!("X-{}", typed.trim());
    typed.matches('-').count() == 1 && CaseNumber::parse(&with_unit).is_some()
}
