//! Finding a case by what its papers say, and the case that comes after another one in a queue.

use motcua_domain::access::{Action, Role, role_reaches, scope};
use motcua_domain::case::{CaseNumber, CommandKind};
use motcua_domain::id::StaffId;

use super::inbox::{Narrowing, Queue};
use super::queues::query_of;
use crate::engine::{Engine, UseError, actor_of};
use crate::ports::{CaseQuery, Cursor, Order};
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

    /// What opens by itself after an act, and by one key: the case of the queue whose deadline is the earliest and that
    /// is not this one. Asked before the act, because the act moves the case.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn next_case(&self, staff: &StaffRow, queue: Queue, name: &str) -> Result<Option<String>, UseError> {
        let first = self.of_queue(staff, queue, None, Order::NearestDue)?;
        Ok(first.into_iter().find(|next| next != name))
    }

    /// The cases before and after a case in the order of a queue.
    ///
    /// # Errors
    /// Not found if the case is not within the officer's rights.
    pub fn neighbours(&self, staff: &StaffRow, queue: Queue, name: &str) -> Result<Neighbours, UseError> {
        let row = self.visible_case(&actor_of(staff), name)?;
        let here = Cursor {
            at: row.due_at,
            id: row.id,
        };
        let beside = |order| {
            let found = self.of_queue(staff, queue, Some(here), order)?;
            Ok::<_, UseError>(found.into_iter().next())
        };
        Ok(Neighbours {
            before: beside(Order::FarthestDue)?,
            after: beside(Order::NearestDue)?,
        })
    }

    /// The names of the first two cases of a queue from a place on.
    fn of_queue(
        &self,
        staff: &StaffRow,
        queue: Queue,
        after: Option<Cursor>,
        order: Order,
    ) -> Result<Vec<String>, UseError> {
        let scope = scope(&actor_of(staff), Action::ReadCase);
        let query = CaseQuery {
            after,
            order,
            limit: 2,
            ..query_of(queue, &Narrowing::default(), staff, self.clock.now())
        };
        let found = self.store.list_cases(&scope, &query)?;
        Ok(found.into_iter().map(|(row, _)| row.name().to_owned()).collect())
    }
}

/// The cases beside a case in a queue, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before it.
    pub before: Option<String>,
    /// The one after it.
    pub after: Option<String>,
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
