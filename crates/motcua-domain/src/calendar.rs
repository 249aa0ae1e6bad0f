//! The city's calendar as decisions on record (quyết định về ngày nghỉ, ngày làm bù): proposed by one person, approved
//! by another (`domain.md` 4.9; Labour Code 45/2019 112). What was approved is law for every office from then on.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::case::Author;
use crate::time::{Day, Holiday, HolidayKind, HolidayTable, Instant};

#[cfg(test)]
mod tests;

/// A decision on single days, as its decree says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDecision {
    /// Số, ký hiệu văn bản: `1234/QĐ-TTg`.
    pub decree: String,
    /// Cơ quan ban hành: who decided it.
    pub issued_by: String,
    /// What the days are called.
    pub name: String,
    /// The days, each once.
    pub days: Vec<DecidedDay>,
}

/// One day of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedDay {
    /// Which.
    pub on: Day,
    /// Off or worked.
    pub kind: DayKind,
}

/// What a decision makes of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Ngày nghỉ.
    Off,
    /// Ngày làm bù: a rest day worked as a whole day.
    Worked,
}

impl DayKind {
    /// The same for the table of an office.
    pub const fn holiday(self) -> HolidayKind {
        match self {
            Self::Off => HolidayKind::Off,
            Self::Worked => HolidayKind::Worked,
        }
    }
}

/// What is wrong with a decision as it was written down; a form shows it at its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DecisionFault {
    /// It names no decree, or one longer than any.
    #[error("the number of the decree is missing or too long")]
    Decree,
    /// It does not say who decided.
    #[error("who decided is missing or too long")]
    IssuedBy,
    /// The days have no name.
    #[error("the name is missing or too long")]
    Name,
    /// It decides on no day, or on more than a year has.
    #[error("there is no day, or there are too many")]
    Days,
    /// A day stands in it twice.
    #[error("{0} stands in it twice")]
    Twice(Day),
    /// A day lies more than a year back or five years ahead: a slip of the pen.
    #[error("{0} is too far from today")]
    TooFar(Day),
}

/// The longest text of a field, in letters.
const LETTERS_MAX: usize = 200;
/// More days than this are no decision on single days.
const DAYS_MAX: usize = 60;
const DAYS_BACK: i64 = 366;
const DAYS_AHEAD: i64 = 5 * 366;

impl CalendarDecision {
    /// Everything that is wrong with it on `today`; empty where it can be proposed.
    pub fn faults(&self, today: Day) -> Vec<DecisionFault> {
        let is_text = |text: &str| {
            let text = text.trim();
            !text.is_empty() && text.chars().count() <= LETTERS_MAX && !text.chars().any(char::is_control)
        };
        let mut faults = Vec::new();
        for (text, fault) in [
            (&self.decree, DecisionFault::Decree),
            (&self.issued_by, DecisionFault::IssuedBy),
            (&self.name, DecisionFault::Name),
        ] {
            if !is_text(text) {
                faults.push(fault);
            }
        }
        if self.days.is_empty() || self.days.len() > DAYS_MAX {
            faults.push(DecisionFault::Days);
        }
        for (place, day) in self.days.iter().enumerate() {
            if self.days.iter().take(place).any(|earlier| earlier.on == day.on) {
                faults.push(DecisionFault::Twice(day.on));
            }
            if !(-DAYS_BACK..=DAYS_AHEAD).contains(&today.days_until(day.on)) {
                faults.push(DecisionFault::TooFar(day.on));
            }
        }
        faults
    }

    /// Writes the decision into what an office knows of single days; it replaces what was known of them.
    pub fn write_into(&self, table: &mut HolidayTable) {
        for day in &self.days {
            table.decide(
                day.on,
                Holiday {
                    kind: day.kind.holiday(),
                    name: self.name.clone(),
                    name_en: None,
                    basis: Some(self.decree.clone()),
                    swapped_with: self.swapped_with(*day),
                    is_estimated: false,
                },
            );
        }
    }

    /// The other half of a swap (hoán đổi): where a decision takes one day off and has one worked, for each other.
    fn swapped_with(&self, day: DecidedDay) -> Option<Day> {
        match self.days.as_slice() {
            [one, other] if one.kind != other.kind => Some(if one.on == day.on { other.on } else { one.on }),
            _ => None,
        }
    }
}

/// What happened to the calendar. Proposals are named by their place, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum CalendarEvent {
    /// Đề xuất.
    CalendarDecisionProposed(CalendarDecision),
    /// Phê duyệt, by another person.
    CalendarDecisionApproved {
        /// Which proposal.
        proposal: u32,
    },
    /// Không phê duyệt, or taken back by whoever proposed it.
    CalendarDecisionDeclined {
        /// Which proposal.
        proposal: u32,
    },
}

/// An event with when and whose act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRecorded {
    /// When.
    pub at: Instant,
    /// Whose act.
    pub by: Author,
    /// What.
    pub event: CalendarEvent,
}

/// A decision and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its place, from 1.
    pub number: u32,
    /// What it decides.
    pub decision: CalendarDecision,
    /// Who proposed it.
    pub proposed_by: Author,
    /// When.
    pub proposed_at: Instant,
    /// What became of it; `None` while it waits.
    pub verdict: Option<Verdict>,
}

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Approved, or not.
    pub is_approved: bool,
    /// By whom.
    pub by: Author,
    /// When.
    pub at: Instant,
}

/// Every decision on record, in the order of proposing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarRecord {
    /// The proposals.
    pub proposals: Vec<Proposal>,
    /// The approved ones in the order of approving: the later decides where two speak of a day.
    approved: Vec<u32>,
}

/// Why a proposal is not settled so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SettleRefusal {
    /// There is no such proposal.
    #[error("there is no such proposal")]
    Unknown,
    /// It was approved or declined before.
    #[error("the proposal is settled")]
    Settled,
    /// Whoever proposed may not approve (four eyes, hai người).
    #[error("whoever proposed may not approve")]
    OwnProposal,
}

impl CalendarRecord {
    /// The record that a log tells of.
    pub fn fold<'a>(log: impl IntoIterator<Item = &'a CalendarRecorded>) -> Self {
        log.into_iter().fold(Self::default(), Self::evolve)
    }

    /// The record after one more event. An event about a proposal that is not there changes nothing.
    #[must_use]
    pub fn evolve(mut self, recorded: &CalendarRecorded) -> Self {
        match &recorded.event {
            CalendarEvent::CalendarDecisionProposed(decision) => {
                let number = u32::try_from(self.proposals.len()).map_or(u32::MAX, |count| count + 1);
                self.proposals.push(Proposal {
                    number,
                    decision: decision.clone(),
                    proposed_by: recorded.by.clone(),
                    proposed_at: recorded.at,
                    verdict: None,
                });
            }
            CalendarEvent::CalendarDecisionApproved { proposal } => self.settle(*proposal, recorded, true),
            CalendarEvent::CalendarDecisionDeclined { proposal } => self.settle(*proposal, recorded, false),
        }
        self
    }

    fn settle(&mut self, number: u32, recorded: &CalendarRecorded, is_approved: bool) {
        let open = self
            .proposals
            .iter_mut()
            .find(|proposal| proposal.number == number && proposal.verdict.is_none());
        let Some(proposal) = open else { return };
        proposal.verdict = Some(Verdict {
            is_approved,
            by: recorded.by.clone(),
            at: recorded.at,
        });
        if is_approved {
            self.approved.push(number);
        }
    }

    /// A proposal by its number.
    pub fn proposal(&self, number: u32) -> Option<&Proposal> {
        self.proposals.iter().find(|proposal| proposal.number == number)
    }

    /// What was approved, in that order.
    pub fn approved(&self) -> impl Iterator<Item = &Proposal> {
        self.approved.iter().filter_map(|number| self.proposal(*number))
    }

    /// How many decisions are in force: the revision of the calendar.
    pub fn revision(&self) -> u32 {
        u32::try_from(self.approved.len()).unwrap_or(u32::MAX)
    }

    /// When the newest decision was approved.
    pub fn approved_last_at(&self) -> Option<Instant> {
        self.approved().last()?.verdict.as_ref().map(|verdict| verdict.at)
    }

    /// What an office knows of single days once the approved decisions are written into it.
    pub fn write_into(&self, table: &mut HolidayTable) {
        for proposal in self.approved() {
            proposal.decision.write_into(table);
        }
    }

    /// Approves or declines a proposal. Declining is open to whoever proposed it too: they take it back.
    ///
    /// # Errors
    /// [`SettleRefusal`] says why not.
    pub fn settling(&self, number: u32, by: &Author, approve: bool) -> Result<CalendarEvent, SettleRefusal> {
        let proposal = self.proposal(number).ok_or(SettleRefusal::Unknown)?;
        if proposal.verdict.is_some() {
            return Err(SettleRefusal::Settled);
        }
        if !approve {
            return Ok(CalendarEvent::CalendarDecisionDeclined { proposal: number });
        }
        if is_same_person(&proposal.proposed_by, by) {
            return Err(SettleRefusal::OwnProposal);
        }
        Ok(CalendarEvent::CalendarDecisionApproved { proposal: number })
    }
}

/// Whether two acts are one person's, in whatever office they acted.
fn is_same_person(one: &Author, other: &Author) -> bool {
    match (one, other) {
        (Author::Staff { staff: one, .. }, Author::Staff { staff: other, .. }) => one == other,
        _ => one == other,
    }
}
