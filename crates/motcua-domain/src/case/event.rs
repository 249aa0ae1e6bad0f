//! What happened to a case: past tense, versioned, without personal data. Names, answers, reasons and
//! files are pointed to, so that they can lawfully be destroyed without breaking the fold.

use serde::{Deserialize, Serialize};

use super::command::{Finding, SupplementAnswer};
use super::number::{CaseNumber, SendingReference};
use super::rules::Rules;
use super::state::{DeliveryWay, FiledPaper, GroundForActing, OutcomeKind, SupplementStage};
use crate::channel::Channel;
use crate::id::{AnswerSetId, CalendarId, CaseId, FileId, NoteId, PersonId, StaffId, UnitCode, VersionId};
use crate::time::{Due, Instant};

/// An event with who, when and in which office: every transition has actor, role, legal ground and time
/// (invariant 2 of `domain.md` 3.7; the ground is [`Event::legal_ground`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// When it happened.
    pub at: Instant,
    /// Whose act it was.
    pub by: Author,
    /// What happened.
    pub event: Event,
}

/// Whose act an event was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The applicant.
    Applicant(PersonId),
    /// A member of staff, in the office they acted in (stable role name).
    Staff {
        /// Who.
        staff: StaffId,
        /// The role they acted in.
        role: String,
    },
    /// A rule of the city.
    System,
}

/// Something that happened to a case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum Event {
    /// T01 Đã gửi.
    Sent(Box<Sent>),
    /// T07 Người nộp thu hồi.
    Recalled,
    /// T02 Đã tiếp nhận.
    Accepted(Box<Accepted>),
    /// The case got its number, in the commit that accepted it.
    NumberAssigned {
        /// The number.
        number: CaseNumber,
    },
    /// T06 Từ chối tiếp nhận.
    IntakeRefused {
        /// The reason in words.
        reason: NoteId,
    },
    /// T05, T12 Đã yêu cầu bổ sung.
    SupplementRequested(SupplementRequested),
    /// The applicant answered.
    SupplementAnswered(SupplementAnswered),
    /// T13 The supplement is complete; the clock goes on as the rule says.
    SupplementConfirmed {
        /// The due moment from now on.
        due: Due,
    },
    /// T08 Đã chuyển.
    HandedOver,
    /// T09 Đã phân công.
    Assigned {
        /// Who holds it.
        specialist: StaffId,
    },
    /// T10 Đã thẩm định.
    Examined(Examined),
    /// T19, T20 Đã dự thảo kết quả.
    OutcomeDrafted(OutcomeDrafted),
    /// Trả lại dự thảo.
    SentBack {
        /// What must be mended.
        reason: NoteId,
    },
    /// Đã ký.
    OutcomeSigned,
    /// Đã ban hành: on time is judged here.
    OutcomeIssued(Issued),
    /// T21 Đã trả kết quả.
    ResultReturned(Returned),
    /// T17 Xin rút.
    WithdrawalAsked {
        /// Why, if they said.
        reason: Option<NoteId>,
    },
    /// T17 The request to withdraw was not granted.
    WithdrawalDeclined {
        /// Why.
        reason: NoteId,
    },
    /// T17 Đã rút.
    Withdrawn,
    /// A decree on days off moved the current due date; the original stays.
    CalendarDecisionApplied(CalendarApplied),
    /// Đã đánh giá.
    ServiceRated {
        /// One to five.
        score: u8,
    },
}

/// See [`Event::Sent`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: SendingReference,
    /// The version shown.
    pub version: VersionId,
    /// The way it came.
    pub channel: Channel,
    /// Whose act.
    pub applicant: PersonId,
    /// On what ground.
    pub ground: GroundForActing,
    /// The receiving agency.
    pub received_at: UnitCode,
    /// The deciding agency.
    pub competent: UnitCode,
    /// The answers.
    pub answers: AnswerSetId,
    /// The papers.
    pub papers: Vec<FiledPaper>,
    /// How the result comes back.
    pub delivery: DeliveryWay,
    /// The desk must answer by then: eight working hours.
    pub intake_due: Due,
}

/// See [`Event::Accepted`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Accepted {
    /// The law that the case keeps.
    pub rules: Rules,
    /// The original due moment, frozen.
    pub due: Due,
    /// The city's promised moment, where it promises one.
    pub promised: Option<Due>,
    /// The latest lawful hand-over (15:00 rule).
    pub handover_by: Instant,
}

/// See [`Event::SupplementRequested`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplementRequested {
    /// Before acceptance or after appraisal.
    pub stage: SupplementStage,
    /// All defects, in one notice.
    pub items: Vec<SupplementItem>,
    /// Until when the applicant may answer, where a text sets it.
    pub answer_by: Option<Due>,
    /// The sector law that allowed a further or late round.
    pub further_ground: Option<String>,
}

/// One defect that a supplement notice lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplementItem {
    /// What is to be mended: the stable name of a question or of a paper.
    pub target: String,
    /// Whether the target is a paper (else a question).
    pub is_paper: bool,
    /// The reason and the guidance, in words for the applicant.
    pub reason: NoteId,
}

/// See [`Event::SupplementAnswered`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplementAnswered {
    /// The answers as they now stand.
    pub answers: AnswerSetId,
    /// What answers each item.
    pub replies: Vec<SupplementAnswer>,
    /// The desk must answer by then, when the case is still at intake.
    pub intake_due: Option<Due>,
}

/// See [`Event::Examined`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Examined {
    /// Each condition and what was found.
    pub findings: Vec<Finding>,
}

/// See [`Event::OutcomeDrafted`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeDrafted {
    /// Granted or refused.
    pub kind: OutcomeKind,
    /// Why; always there for a refusal.
    pub reason: Option<NoteId>,
}

/// See [`Event::OutcomeIssued`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Issued {
    /// The number in the agency's book of the year; 0 until the commit gives it.
    pub document_number: u32,
    /// The year of the book.
    pub year: i16,
    /// National result code.
    pub outcome_code: Option<String>,
    /// The result as a file, where it is one.
    pub file: Option<FileId>,
    /// Whether the original due moment was met: what a national report counts.
    pub on_time: bool,
}

/// See [`Event::ResultReturned`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    /// Whether it was taken electronically (else at the desk, against identity and right).
    pub electronically: bool,
}

/// See [`Event::CalendarDecisionApplied`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalendarApplied {
    /// The calendar that knows the decision.
    pub calendar: CalendarId,
    /// The due moment from now on.
    pub due: Due,
}

impl Event {
    /// The text that lets this happen, with the short tags of `domain.md`.
    pub const fn legal_ground(&self) -> &'static str {
        match self {
            Self::Sent(_) => "D310; D224 15",
            Self::Recalled => "NP T07",
            Self::Accepted(_) | Self::NumberAssigned { .. } => "D309 8.3; C01 19",
            Self::IntakeRefused { .. } => "D61 17.1b",
            Self::SupplementRequested(asked) => match asked.stage {
                SupplementStage::Intake => "D309 8.1 (17.2a)",
                SupplementStage::Appraisal => "D61 19.4",
            },
            Self::SupplementAnswered(_) | Self::SupplementConfirmed { .. } => "D61 19.4",
            Self::HandedOver => "D61 18; D309 9",
            Self::Assigned { .. } => "D61 19.1",
            Self::Examined(_) => "D61 19.3",
            Self::OutcomeDrafted(_)
            | Self::SentBack { .. }
            | Self::OutcomeSigned
            | Self::OutcomeIssued(_) => "D61 19.8",
            Self::ResultReturned(_) => "D61 20",
            Self::WithdrawalAsked { .. } | Self::WithdrawalDeclined { .. } | Self::Withdrawn => "HN UC07",
            Self::CalendarDecisionApplied(_) => "Labour Code 45/2019 112",
            Self::ServiceRated { .. } => "C01 13-15",
        }
    }
}

impl Event {
    /// The stable name of the event's type, as the log and `text/` write it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Sent(_) => "sent",
            Self::Recalled => "recalled",
            Self::Accepted(_) => "accepted",
            Self::NumberAssigned { .. } => "number_assigned",
            Self::IntakeRefused { .. } => "intake_refused",
            Self::SupplementRequested(_) => "supplement_requested",
            Self::SupplementAnswered(_) => "supplement_answered",
            Self::SupplementConfirmed { .. } => "supplement_confirmed",
            Self::HandedOver => "handed_over",
            Self::Assigned { .. } => "assigned",
            Self::Examined(_) => "examined",
            Self::OutcomeDrafted(_) => "outcome_drafted",
            Self::SentBack { .. } => "sent_back",
            Self::OutcomeSigned => "outcome_signed",
            Self::OutcomeIssued(_) => "outcome_issued",
            Self::ResultReturned(_) => "result_returned",
            Self::WithdrawalAsked { .. } => "withdrawal_asked",
            Self::WithdrawalDeclined { .. } => "withdrawal_declined",
            Self::Withdrawn => "withdrawn",
            Self::CalendarDecisionApplied(_) => "calendar_decision_applied",
            Self::ServiceRated { .. } => "service_rated",
        }
    }
}
