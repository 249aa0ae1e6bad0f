//! What a decision would move, before anybody approves it: computed from the ledgers of the running cases by the very
//! rule that will carry it out, in bounded batches.

use motcua_domain::access::{Action, Actor, may_in_office};
use motcua_domain::case::{Case, Command, Context, Event, decide};
use motcua_domain::id::{CalendarId, CaseId};
use motcua_domain::time::{Due, Instant, OfficeCalendar};

use super::snapshot::Calendars;
use crate::engine::{Engine, UseError};

/// Cases read at a time.
const BATCH: u32 = 200;
/// Cases looked at for one page: whoever has more goes on from there.
const LOOKED_AT_MAX: u32 = 2_000;
/// Cases that are named one by one.
const NAMED_MAX: usize = 20;

/// What a decision would move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarDifference {
    /// Running cases in all, as an upper bound: those with a number and no result.
    pub running: u64,
    /// Those looked at here.
    pub looked_at: u32,
    /// Those that would be due later.
    pub later: u32,
    /// Those that would be due earlier.
    pub earlier: u32,
    /// The first of them.
    pub moved: Vec<MovedCase>,
    /// Where to go on, if there are more than one page looks at.
    pub next: Option<CaseId>,
}

/// A case that would move. Its number is no secret, and nothing else of it is told (`domain.md` 3.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedCase {
    /// Its number.
    pub name: String,
    /// Due now.
    pub from: Due,
    /// Due then.
    pub to: Due,
}

impl Engine {
    /// What approving a proposal would move among the running cases after `after`.
    ///
    /// # Errors
    /// Denied unless the actor's office is to approve changes; not found without such a proposal.
    pub fn calendar_difference(
        &self,
        actor: &Actor,
        number: u32,
        after: Option<CaseId>,
    ) -> Result<CalendarDifference, UseError> {
        may_in_office(actor, Action::ApproveChange).map_err(UseError::Denied)?;
        let record = self.refresh_calendars()?;
        let proposal = record.proposal(number).ok_or(UseError::NotFound)?;
        let calendars = self.calendars().with(&proposal.decision);
        let mut difference = CalendarDifference {
            running: self.store.unresolved()?,
            ..CalendarDifference::default()
        };
        let mut after = after;
        while difference.looked_at < LOOKED_AT_MAX {
            let ids = self.store.unresolved_after(after, BATCH)?;
            for id in &ids {
                let case = self.load_case(*id)?.case;
                difference.look_at(&case, self.clock.now(), &calendars, self);
            }
            match ids.last() {
                Some(last) if ids.len() == BATCH as usize => after = Some(*last),
                _ => return Ok(difference),
            }
        }
        difference.next = after;
        Ok(difference)
    }
}

impl CalendarDifference {
    fn look_at(&mut self, case: &Case, now: Instant, calendars: &Calendars, engine: &Engine) {
        self.looked_at += 1;
        let calendar = calendars.of(&engine.city, &case.relations.competent);
        let Some((from, to)) = moved(case, calendar, &calendars.id, now) else {
            return;
        };
        if to.at > from.at {
            self.later += 1;
        } else {
            self.earlier += 1;
        }
        if self.moved.len() < NAMED_MAX {
            self.moved.push(MovedCase {
                name: case.name().to_owned(),
                from,
                to,
            });
        }
    }
}

/// From when to when a case moves under a calendar; `None` where it stays.
fn moved(case: &Case, calendar: &OfficeCalendar, id: &CalendarId, now: Instant) -> Option<(Due, Due)> {
    let from = case.clock.as_ref()?.current;
    let command = Command::ApplyCalendarDecision { calendar: id.clone() };
    let events = decide(Some(case), &command, &Context::new(now, calendar)).ok()?;
    events.into_iter().find_map(|event| match event {
        Event::CalendarDecisionApplied(applied) => Some((from, applied.due)),
        _ => None,
    })
}
