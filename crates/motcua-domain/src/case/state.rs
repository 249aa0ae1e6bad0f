//! What a case is, as its events tell it.

use serde::{Deserialize, Serialize};

use super::command::Finding;
use super::event::SupplementItem;
use super::number::{CaseNumber, SendingReference};
use super::rules::Rules;
use super::step::{Party, Step};
use crate::access::CaseRelations;
use crate::channel::Channel;
use crate::id::{AnswerSetId, CaseId, FileId, NoteId, StaffId, VersionId};
use crate::time::{Due, Instant, Ledger};

/// A case (hồ sơ): the fold of its events.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Its identifier.
    pub id: CaseId,
    /// Where it is.
    pub step: Step,
    /// Since when it is there.
    pub step_since: Instant,
    /// What the receipt of sending calls it.
    pub reference: SendingReference,
    /// Its number, from acceptance.
    pub number: Option<CaseNumber>,
    /// The procedure version it was sent under; the one that binds is in `rules`.
    pub version: VersionId,
    /// The way it came.
    pub channel: Channel,
    /// On what ground the applicant acts.
    pub ground: GroundForActing,
    /// Who stands in which relation to it.
    pub relations: CaseRelations,
    /// The answers as they now stand.
    pub answers: AnswerSetId,
    /// The papers as they now stand.
    pub papers: Vec<FiledPaper>,
    /// How the result comes back.
    pub delivery: DeliveryWay,
    /// When it was sent.
    pub sent_at: Instant,
    /// The clock of the desk's answer.
    pub intake: IntakeClock,
    /// The law it keeps, from acceptance.
    pub rules: Option<Rules>,
    /// The legal clock, from acceptance.
    pub clock: Option<Clock>,
    /// When it was accepted.
    pub accepted_at: Option<Instant>,
    /// When it was handed over.
    pub handed_over_at: Option<Instant>,
    /// Every notice that asked for more.
    pub supplements: Vec<Supplement>,
    /// What the specialist found; empty before the examination.
    pub findings: Vec<Finding>,
    /// The draft before the signatory.
    pub draft: Option<Draft>,
    /// Who signed.
    pub signature: Option<Signature>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// When the result was returned.
    pub returned_at: Option<Instant>,
    /// A request to withdraw that waits for a decision.
    pub withdrawal: Option<Withdrawal>,
    /// The reason for a refusal at the door.
    pub refusal_reason: Option<NoteId>,
    /// The applicant's rating.
    pub rating: Option<u8>,
}

/// On what ground somebody acts (căn cứ thay mặt).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroundForActing {
    /// For themselves.
    Own,
    /// As a parent.
    Parent,
    /// As a guardian.
    Guardian,
    /// On a mandate.
    Mandate,
}

/// How the result comes back (cách trả kết quả).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryWay {
    /// As an electronic result, taken on the tracker page.
    Electronic,
    /// At the one-stop desk.
    Desk,
}

/// A paper in the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledPaper {
    /// The stable name of the requirement it meets.
    pub component: String,
    /// The file.
    pub file: FileId,
}

/// The clock of the desk's answer to a sending: eight working hours (`domain.md` 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntakeClock {
    /// When the sending, or the answer to a supplement, arrived.
    pub started_at: Instant,
    /// The desk must answer by then.
    pub due: Due,
    /// When it answered.
    pub answered_at: Option<Instant>,
}

/// The legal clock: a budget and a ledger; both due moments can be computed anew from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Clock {
    /// The facts.
    pub ledger: Ledger,
    /// The original due moment, never overwritten.
    pub original: Due,
    /// The due moment now.
    pub current: Due,
    /// The city's promise, where it made one.
    pub promised: Option<Due>,
    /// The latest lawful hand-over.
    pub handover_by: Instant,
}

/// One round of asking for more.
#[derive(Clone, Debug, PartialEq)]
pub struct Supplement {
    /// Before acceptance or after appraisal.
    pub stage: SupplementStage,
    /// When it was asked.
    pub asked_at: Instant,
    /// What was asked, all at once.
    pub items: Vec<SupplementItem>,
    /// Until when the applicant may answer, where a text sets it.
    pub answer_by: Option<Due>,
    /// When the answer came.
    pub answered_at: Option<Instant>,
    /// When the desk found it complete.
    pub confirmed_at: Option<Instant>,
}

/// When more was asked: the two have different law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupplementStage {
    /// Before acceptance (T05).
    Intake,
    /// After appraisal (T12).
    Appraisal,
}

/// A draft result before the signatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Granted or refused.
    pub kind: OutcomeKind,
    /// Why.
    pub reason: Option<NoteId>,
    /// Who drafted it.
    pub by: Option<StaffId>,
}

/// What was decided (kết quả giải quyết).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// Granted.
    Granted,
    /// Not eligible, with reasons: a result too (D61 19.8).
    Refused,
}

/// A signature of the signatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who signed.
    pub by: StaffId,
    /// When.
    pub at: Instant,
}

/// An issued result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Granted or refused.
    pub kind: OutcomeKind,
    /// Why.
    pub reason: Option<NoteId>,
    /// Its number in the agency's book of the year.
    pub document_number: u32,
    /// The year of the book.
    pub year: i16,
    /// National result code.
    pub code: Option<String>,
    /// The result as a file, where it is one.
    pub file: Option<FileId>,
    /// When it was issued.
    pub issued_at: Instant,
    /// Whether the original due moment was met.
    pub on_time: bool,
}

/// A request to withdraw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// When it was asked.
    pub asked_at: Instant,
    /// Why, if they said.
    pub reason: Option<NoteId>,
}

impl Clock {
    /// Whether the law's due moment is met at `at`. Lawful exclusions and restarts have moved it; an extension
    /// has not: a case that needed one stays late for the report (D61 19.9).
    pub fn is_met_at(&self, at: Instant) -> bool {
        self.ledger.extension.is_none() && at <= self.current.at
    }
}

impl Case {
    /// What people call it: its number, or its reference before acceptance.
    pub fn name(&self) -> &str {
        self.number
            .as_ref()
            .map_or(self.reference.as_str(), CaseNumber::as_str)
    }

    /// Who has it: who its step says, but the desk while an answered supplement waits to be looked at.
    pub fn in_hands_of(&self) -> Party {
        if self.supplement_answered() {
            Party::ReceivingOfficer
        } else {
            self.step.in_hands_of()
        }
    }

    /// The supplement that waits for the applicant or for the desk, if one does.
    pub fn open_supplement(&self) -> Option<&Supplement> {
        self.supplements
            .last()
            .filter(|round| round.confirmed_at.is_none())
    }

    /// Whether the applicant has answered and the desk has yet to find it complete.
    pub fn supplement_answered(&self) -> bool {
        self.open_supplement()
            .is_some_and(|round| round.answered_at.is_some())
    }

    /// Whether the legal clock stands still.
    pub fn is_paused(&self) -> bool {
        self.clock.as_ref().is_some_and(|clock| clock.ledger.is_paused())
    }

    /// The moment by which somebody of the city must have acted: the intake answer before acceptance, the
    /// current due date after it; `None` where the city owes nothing.
    pub fn city_due(&self) -> Option<Due> {
        match self.step {
            Step::Sent => Some(self.intake.due),
            step if step.is_being_resolved() => self.clock.as_ref().map(|clock| clock.current),
            _ => None,
        }
    }

    /// Whether the moment has passed by which the city had to act. A paused clock is never late.
    pub fn is_late(&self, now: Instant) -> bool {
        !self.is_paused() && self.city_due().is_some_and(|due| now > due.at)
    }
}
