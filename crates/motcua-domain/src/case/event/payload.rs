//! What the larger events carry.

use serde::{Deserialize, Serialize};

use crate::case::appraisal::Silence;
use crate::case::command::{Finding, SupplementAnswer};
use crate::case::ending::{Fault, StopGround, StopKind};
use crate::case::number::SendingReference;
use crate::case::payment::{ChargeLine, PaymentMethod};
use crate::case::rules::Rules;
use crate::case::state::{DeliveryWay, FiledPaper, GroundForActing, OutcomeKind, SupplementStage};
use crate::case::task::{TaskOrder, TaskPlan};
use crate::channel::Channel;
use crate::id::{AnswerSetId, CalendarId, CaseId, FileId, NoteId, PersonId, UnitCode, VersionId};
use crate::time::{Due, Instant};

/// See [`super::Event::Sent`].
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
    /// The desk that serves the deciding agency, where another one received it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forward_to: Option<UnitCode>,
    /// The answers.
    pub answers: AnswerSetId,
    /// The papers.
    pub papers: Vec<FiledPaper>,
    /// How the result comes back.
    pub delivery: DeliveryWay,
    /// The desk must answer by then: eight working hours.
    pub intake_due: Due,
}

/// See [`super::Event::Accepted`].
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

/// See [`super::Event::SupplementRequested`].
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

/// See [`super::Event::SupplementAnswered`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplementAnswered {
    /// The answers as they now stand.
    pub answers: AnswerSetId,
    /// What answers each item.
    pub replies: Vec<SupplementAnswer>,
    /// The desk must answer by then, when the case is still at intake.
    pub intake_due: Option<Due>,
}

/// See [`super::Event::Examined`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Examined {
    /// Each condition and what was found.
    pub findings: Vec<Finding>,
}

/// See [`super::Event::OutcomeDrafted`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutcomeDrafted {
    /// Granted or refused.
    pub kind: OutcomeKind,
    /// Why; always there for a refusal.
    pub reason: Option<NoteId>,
}

/// See [`super::Event::OutcomeIssued`].
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

/// See [`super::Event::ResultReturned`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    /// Whether it was taken electronically (else at the desk, against identity and right, or from the carrier).
    pub electronically: bool,
    /// The carrier's reference that proves the receipt, where it came by post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier_proof: Option<String>,
}

/// See [`super::Event::CalendarDecisionApplied`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalendarApplied {
    /// The calendar that knows the decision.
    pub calendar: CalendarId,
    /// The due moment from now on.
    pub due: Due,
}

/// See [`super::Event::FeeAsked`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeeAsked {
    /// What is to be paid.
    pub charges: Vec<ChargeLine>,
}

/// See [`super::Event::RetrievalFailed`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RetrievalFailed {
    /// The component that was looked for.
    pub component: String,
    /// The store that was asked.
    pub source: String,
    /// What it answered.
    pub error: String,
}

/// See [`super::Event::OpinionAsked`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpinionAsked {
    /// Whose.
    pub of: UnitCode,
    /// About what.
    pub content: NoteId,
    /// When the answer is due.
    pub due: Due,
    /// What silence means.
    pub silence: Silence,
}

/// See [`super::Event::OpinionGiven`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpinionGiven {
    /// Which consultation.
    pub consultation: u16,
    /// Whether the body agrees.
    pub agrees: bool,
    /// In words.
    pub text: Option<NoteId>,
    /// The due moment of the case from now on, where the time of asking is excluded.
    pub due: Option<Due>,
}

/// See [`super::Event::VisitRecorded`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VisitRecorded {
    /// When it was.
    pub visited_at: Instant,
    /// Where.
    pub place: NoteId,
    /// Who attended.
    pub attended: NoteId,
    /// What was found.
    pub found: NoteId,
    /// The due moment of the case from now on, where the time of the visit is excluded.
    pub due: Option<Due>,
}

/// See [`super::Event::Apologised`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Apologised {
    /// Why.
    pub reason: NoteId,
    /// The new due moment.
    pub due: Due,
    /// Whether it came at the latest one day before the due date.
    pub in_time: bool,
}

/// See [`super::Event::Stopped`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoppedCase {
    /// On what ground.
    pub ground: StopGround,
    /// Whether it is over.
    pub kind: StopKind,
    /// In words.
    pub reason: NoteId,
}

/// See [`super::Event::CorrectionOpened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CorrectionOpened {
    /// What is wrong.
    pub reason: NoteId,
    /// Whose fault.
    pub fault: Fault,
    /// The internal due moment.
    pub due: Due,
}

/// See [`super::Event::TasksOpened`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TasksOpened {
    /// In what order.
    pub order: TaskOrder,
    /// The tasks.
    pub tasks: Vec<TaskPlan>,
}

/// See [`super::Event::TaskFinished`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskFinished {
    /// Which.
    pub task: u16,
    /// What the agency says.
    pub note: Option<NoteId>,
    /// Its own result.
    pub file: Option<FileId>,
    /// Whether the part's own due moment was met.
    pub on_time: bool,
}

/// See [`super::Event::PaymentTaken`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentTaken {
    /// Which charge.
    pub charge: u16,
    /// How.
    pub method: PaymentMethod,
    /// The number of the receipt in the desk's series of the year; 0 until the commit gives it.
    pub receipt_number: u32,
    /// The year of the series.
    pub year: i16,
    /// The payment service's reference, where one took it.
    pub reference: Option<String>,
}
