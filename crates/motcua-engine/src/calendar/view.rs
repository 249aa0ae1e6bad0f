//! The page of the calendar: a year of decided days with their sources, what is proposed, and how far the
//! recomputation of running cases has come.

use motcua_domain::calendar::Proposal;
use motcua_domain::time::{Day, Holiday};

use super::apply::PASS;
use crate::engine::{Engine, UseError};

/// The page of the calendar. It tells of no person and no case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarView {
    /// Which year.
    pub year: i16,
    /// Its decided days in order.
    pub days: Vec<DecidedDayView>,
    /// Every proposal, the newest first, with the names of who proposed and who settled it.
    pub proposals: Vec<(Proposal, String, String)>,
    /// How far the running cases have been recomputed; `None` where no decision was ever approved.
    pub progress: Option<CalendarProgress>,
}

/// A day off or worked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedDayView {
    /// Which.
    pub day: Day,
    /// What was decided of it.
    pub decision: Holiday,
}

/// How far the running cases have been recomputed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarProgress {
    /// Approved; the recomputation begins within a minute or two.
    Waiting,
    /// Under way.
    Running {
        /// Cases looked at.
        looked_at: u64,
        /// Cases there were at its beginning.
        total: u64,
    },
    /// Every running case is where the calendar puts it.
    Done {
        /// Cases looked at.
        looked_at: u64,
    },
}

impl Engine {
    /// The calendar of a year, for anybody of the staff: what days are off is no secret.
    ///
    /// # Errors
    /// A failure of the machine.
    pub fn calendar_view(&self, year: i16) -> Result<CalendarView, UseError> {
        let record = self.refresh_calendars()?;
        let calendars = self.calendars();
        let days = calendars.usual.rules().holidays.iter();
        let mut proposals = Vec::new();
        for proposal in record.proposals.iter().rev() {
            let settled_by = proposal
                .verdict
                .as_ref()
                .map_or_else(|| Ok(String::new()), |verdict| self.name_of(&verdict.by))?;
            proposals.push((proposal.clone(), self.name_of(&proposal.proposed_by)?, settled_by));
        }
        let progress = match self.store.pass(PASS)? {
            _ if record.revision() == 0 => None,
            Some(pass) if pass.target == record.revision() && pass.is_done => Some(CalendarProgress::Done {
                looked_at: pass.looked_at,
            }),
            Some(pass) if pass.target == record.revision() => Some(CalendarProgress::Running {
                looked_at: pass.looked_at,
                total: pass.total.max(pass.looked_at),
            }),
            _ => Some(CalendarProgress::Waiting),
        };
        Ok(CalendarView {
            year,
            days: days
                .filter(|(day, _)| day.year() == year)
                .map(|(day, decision)| DecidedDayView {
                    day,
                    decision: decision.clone(),
                })
                .collect(),
            proposals,
            progress,
        })
    }

    /// The name of a member of staff who acted; empty for the city itself.
    fn name_of(&self, author: &motcua_domain::case::Author) -> Result<String, UseError> {
        let motcua_domain::case::Author::Staff { staff, .. } = author else {
            return Ok(String::new());
        };
        Ok(self
            .store
            .staff(*staff)?
            .map_or_else(String::new, |staff| staff.name))
    }
}
