//! Building the inbox.

use motcua_domain::access::{Action, scope};
use motcua_domain::time::Instant;

use super::inbox::{InboxQuery, InboxRow, InboxView, Narrowing, Queue, QueueCount};
use super::queues::query_of;
use super::shared::DaysLeft;
use crate::engine::{Engine, UseError, actor_of};
use crate::ports::Cursor;
use crate::rows::{CaseRow, NEVER, StaffRow};

impl Engine {
    /// The inbox of a member of staff.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn inbox(&self, staff: &StaffRow, asked: &InboxQuery) -> Result<InboxView, UseError> {
        let actor = actor_of(staff);
        let scope = scope(&actor, Action::ReadCase);
        let now = self.clock.now();
        let views = self.saved_views(staff)?;
        let mut query = query_of(asked.queue, &asked.narrowing, staff, now);
        let wide = Narrowing::default();
        let questions: Vec<_> = Queue::ALL
            .into_iter()
            .map(|queue| query_of(queue, &wide, staff, now))
            .chain(
                views
                    .iter()
                    .map(|view| query_of(view.queue, &view.narrowing, staff, now)),
            )
            .chain([query.clone()])
            .collect();
        let mut counts = self
            .store
            .counts_of_cases(&scope, &questions, QueueCount::BOUND)?
            .into_iter();
        let queues = Queue::ALL
            .into_iter()
            .map(|queue| QueueCount {
                queue,
                count: counts.next().unwrap_or(0),
            })
            .collect();
        let views = views
            .into_iter()
            .map(|view| (view, counts.next().unwrap_or(0)))
            .collect();
        let count = counts.next().unwrap_or(0);
        query.after = asked.after;
        query.limit = asked.limit.saturating_add(1);
        let mut rows = self.store.list_cases(&scope, &query)?;
        if !rows.is_empty() {
            self.record_access(self.look_at_list(&actor))?;
        }
        let has_more = rows.len() > asked.limit as usize;
        rows.truncate(asked.limit as usize);
        let next = rows.last().filter(|_| has_more).map(|(row, _)| Cursor {
            at: row.due_at,
            id: row.id,
        });
        Ok(InboxView {
            queue: asked.queue,
            queues,
            views,
            first_work: self.next_case(staff, Queue::Mine, "")?,
            count,
            rows: rows
                .into_iter()
                .map(|(row, applicant)| self.inbox_row(staff, row, applicant, now))
                .collect::<Result<_, _>>()?,
            next,
        })
    }

    pub(super) fn inbox_row(
        &self,
        staff: &StaffRow,
        row: CaseRow,
        applicant: String,
        now: Instant,
    ) -> Result<InboxRow, UseError> {
        let calendar = self.calendar_of(&row.competent);
        let left = match (row.is_paused, row.due_at == NEVER) {
            (true, _) => DaysLeft::Paused,
            (false, true) => DaysLeft::Nothing,
            (false, false) => DaysLeft::until(row.due_at, &calendar, now),
        };
        let name = row.name().to_owned();
        Ok(InboxRow {
            short_name: short_name(&name, &self.city.document_code(&staff.agency)),
            name,
            left,
            applicant,
            procedure: self.procedure_name(&row.procedure)?,
            step: row.step,
            is_answered: row.is_answered,
            channel: row.channel,
            received_at: self.city.unit_name(&row.received_at),
            sent_at: row.sent_at,
        })
    }
}

/// A number without the prefix of the reader's own unit; everything else whole, or two units' numbers look alike.
fn short_name(name: &str, own_unit: &str) -> String {
    name.strip_prefix(own_unit)
        .and_then(|rest| rest.strip_prefix('-'))
        .unwrap_or(name)
        .to_owned()
}

#[cfg(test)]
mod tests;
