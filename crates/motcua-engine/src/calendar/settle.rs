//! Proposing a decision, and approving or declining it: two people, both on record.

use motcua_domain::access::{Action, Actor, may_in_office};
use motcua_domain::calendar::{CalendarDecision, CalendarEvent, CalendarRecorded, SettleRefusal};

use super::codec::encode;
use crate::case::author;
use crate::changes::{Changes, StreamChange, StreamKey};
use crate::engine::{Engine, UseError};

impl Engine {
    /// Puts a decision on record as a proposal; gives its number. It counts for nothing until another person approves.
    ///
    /// # Errors
    /// Denied unless the actor's office is to change calendars; unusable where the decision has a fault.
    pub fn propose_calendar(&self, actor: &Actor, decision: CalendarDecision) -> Result<u32, UseError> {
        may_in_office(actor, Action::ManageUnits).map_err(UseError::Denied)?;
        if !decision.faults(self.clock.now().day()).is_empty() {
            return Err(UseError::Unusable("calendar-fault"));
        }
        let (record, events) = self.calendar_record()?;
        let number = u32::try_from(record.proposals.len()).map_or(u32::MAX, |count| count + 1);
        let event = CalendarEvent::CalendarDecisionProposed(decision);
        self.write_calendar(actor, Action::ManageUnits, event, events)?;
        Ok(number)
    }

    /// Approves a proposal, from which moment every office works by it, or declines it.
    ///
    /// # Errors
    /// Denied unless the actor's office is to approve changes; not found without such a proposal; changed where
    /// somebody settled it first; unusable where the actor would approve their own.
    pub fn settle_calendar(&self, actor: &Actor, number: u32, approve: bool) -> Result<(), UseError> {
        may_in_office(actor, Action::ApproveChange).map_err(UseError::Denied)?;
        let (record, events) = self.calendar_record()?;
        let by = author(actor, Action::ApproveChange);
        let event = record
            .settling(number, &by, approve)
            .map_err(|refusal| match refusal {
                SettleRefusal::Unknown => UseError::NotFound,
                SettleRefusal::Settled => UseError::Changed,
                SettleRefusal::OwnProposal => UseError::Unusable("calendar-own"),
            })?;
        self.write_calendar(actor, Action::ApproveChange, event, events)?;
        self.refresh_calendars()?;
        self.wake.wake();
        Ok(())
    }

    fn write_calendar(
        &self,
        actor: &Actor,
        action: Action,
        event: CalendarEvent,
        events: usize,
    ) -> Result<(), UseError> {
        let recorded = CalendarRecorded {
            at: self.clock.now(),
            by: author(actor, action),
            event,
        };
        self.store.commit(Changes {
            streams: vec![StreamChange {
                stream: StreamKey::calendar(),
                expected_version: events as u64,
                events: vec![encode(&recorded)?],
            }],
            ..Changes::default()
        })?;
        Ok(())
    }
}
