//! What people and rules ask of a case: imperative, with everything that chance or the desk supplies.

use serde::{Deserialize, Serialize};

use super::event::SupplementItem;
use super::number::SendingReference;
use super::rules::Rules;
use super::state::{DeliveryWay, FiledPaper, GroundForActing, OutcomeKind};
use crate::channel::Channel;
use crate::id::{AnswerSetId, CalendarId, CaseId, FileId, NoteId, PersonId, StaffId, UnitCode, VersionId};

/// A command on a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// T01 Nộp hồ sơ trực tuyến.
    Send {
        /// The identifier of the new case.
        case: CaseId,
        /// The reference printed on the receipt of sending.
        reference: SendingReference,
        /// The procedure version shown to the applicant.
        version: VersionId,
        /// The way it came.
        channel: Channel,
        /// Whose act it is.
        applicant: PersonId,
        /// On what ground they act.
        ground: GroundForActing,
        /// The agency whose desk receives it.
        received_at: UnitCode,
        /// The agency that decides it.
        competent: UnitCode,
        /// The answers.
        answers: AnswerSetId,
        /// The papers.
        papers: Vec<FiledPaper>,
        /// How the result shall come back.
        delivery: DeliveryWay,
    },
    /// T07 Thu hồi khi chưa tiếp nhận.
    Recall,
    /// T02 Tiếp nhận: the rules in force now are pinned.
    Accept {
        /// The law that the case keeps.
        rules: Rules,
    },
    /// T06 Từ chối tiếp nhận (Form 03).
    RefuseIntake {
        /// The reason, in words for the applicant.
        reason: Option<NoteId>,
    },
    /// T05, T12 Yêu cầu bổ sung, hoàn thiện (Form 02): one notice that lists everything.
    RequestSupplement {
        /// All defects.
        items: Vec<SupplementItem>,
        /// The sector law that allows a further round or a late one, where the rule asks for it.
        further_ground: Option<String>,
    },
    /// The applicant answers a supplement, item by item.
    AnswerSupplement {
        /// The answers as they now stand.
        answers: AnswerSetId,
        /// What answers each item, in the order of the notice.
        replies: Vec<SupplementAnswer>,
    },
    /// T13 The desk finds the supplement complete.
    ConfirmSupplement,
    /// T08 Chuyển hồ sơ.
    HandOver,
    /// T09 Phân công: gives the case to a specialist, or to another one.
    Assign {
        /// Who shall hold it.
        specialist: StaffId,
    },
    /// T10 Thẩm định: the specialist records what they checked.
    Examine {
        /// Each condition and what was found.
        findings: Vec<Finding>,
    },
    /// T19, T20 Dự thảo kết quả.
    DraftOutcome {
        /// Granted or refused.
        kind: OutcomeKind,
        /// The reason; a refusal always has one.
        reason: Option<NoteId>,
    },
    /// The signatory sends the draft back with a reason.
    SendBack {
        /// What must be mended.
        reason: Option<NoteId>,
    },
    /// Ký.
    SignOutcome,
    /// Lấy số, đóng dấu, ban hành. The number comes from the agency's series in the same commit.
    IssueOutcome {
        /// The result as a file; `None` where it is rendered from the case itself.
        file: Option<FileId>,
    },
    /// T21 Trả kết quả at the desk.
    ReturnResult {
        /// The officer compared the collector with an identity paper.
        identity_checked: bool,
        /// The officer checked the right to collect.
        right_checked: bool,
    },
    /// T21 The applicant takes the electronic result.
    CollectResult,
    /// T17 The applicant asks to withdraw.
    AskWithdrawal {
        /// Why, if they say.
        reason: Option<NoteId>,
    },
    /// T17 Somebody in office decides about it.
    DecideWithdrawal {
        /// Whether the case ends.
        granted: bool,
        /// Why not.
        reason: Option<NoteId>,
    },
    /// A decision of the State on days off reached a running case (`domain.md` 17, U17; W46).
    ApplyCalendarDecision {
        /// The calendar that knows the decision.
        calendar: CalendarId,
    },
    /// Đánh giá: after the result, never a condition of it (`domain.md` 2.2).
    RateService {
        /// One to five.
        score: u8,
    },
}

/// A condition of the procedure and what the specialist found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The stable name of the condition in the procedure version.
    pub condition: String,
    /// Whether it is met.
    pub met: bool,
}

/// What answers one item of a supplement notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplementAnswer {
    /// The item, by its place in the notice, from 0.
    pub item: u16,
    /// New files for it.
    pub files: Vec<FileId>,
    /// Whether an answer in the form was given anew.
    pub answered: bool,
}

/// The kind of a command: what rights, snapshots and buttons speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(
    missing_docs,
    reason = "each kind is documented at the command of the same name"
)]
pub enum CommandKind {
    Send,
    Recall,
    Accept,
    RefuseIntake,
    RequestSupplement,
    AnswerSupplement,
    ConfirmSupplement,
    HandOver,
    Assign,
    Examine,
    DraftOutcome,
    SendBack,
    SignOutcome,
    IssueOutcome,
    ReturnResult,
    CollectResult,
    AskWithdrawal,
    DecideWithdrawal,
    ApplyCalendarDecision,
    RateService,
}

impl CommandKind {
    /// Every kind, in the order of a case's life.
    pub const ALL: [Self; 20] = [
        Self::Send,
        Self::Recall,
        Self::Accept,
        Self::RefuseIntake,
        Self::RequestSupplement,
        Self::AnswerSupplement,
        Self::ConfirmSupplement,
        Self::HandOver,
        Self::Assign,
        Self::Examine,
        Self::DraftOutcome,
        Self::SendBack,
        Self::SignOutcome,
        Self::IssueOutcome,
        Self::ReturnResult,
        Self::CollectResult,
        Self::AskWithdrawal,
        Self::DecideWithdrawal,
        Self::ApplyCalendarDecision,
        Self::RateService,
    ];
}

impl Command {
    /// What kind of command this is.
    pub const fn kind(&self) -> CommandKind {
        match self {
            Self::Send { .. } => CommandKind::Send,
            Self::Recall => CommandKind::Recall,
            Self::Accept { .. } => CommandKind::Accept,
            Self::RefuseIntake { .. } => CommandKind::RefuseIntake,
            Self::RequestSupplement { .. } => CommandKind::RequestSupplement,
            Self::AnswerSupplement { .. } => CommandKind::AnswerSupplement,
            Self::ConfirmSupplement => CommandKind::ConfirmSupplement,
            Self::HandOver => CommandKind::HandOver,
            Self::Assign { .. } => CommandKind::Assign,
            Self::Examine { .. } => CommandKind::Examine,
            Self::DraftOutcome { .. } => CommandKind::DraftOutcome,
            Self::SendBack { .. } => CommandKind::SendBack,
            Self::SignOutcome => CommandKind::SignOutcome,
            Self::IssueOutcome { .. } => CommandKind::IssueOutcome,
            Self::ReturnResult { .. } => CommandKind::ReturnResult,
            Self::CollectResult => CommandKind::CollectResult,
            Self::AskWithdrawal { .. } => CommandKind::AskWithdrawal,
            Self::DecideWithdrawal { .. } => CommandKind::DecideWithdrawal,
            Self::ApplyCalendarDecision { .. } => CommandKind::ApplyCalendarDecision,
            Self::RateService { .. } => CommandKind::RateService,
        }
    }
}
