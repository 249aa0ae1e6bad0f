//! What people and rules ask of a case: imperative, with everything that chance or the desk supplies.

mod kind;

use serde::{Deserialize, Serialize};

use super::delivery::CarrierReport;
use super::ending::{Fault, StopGround, StopKind};
use super::event::SupplementItem;
use super::exchange::ExchangeReport;
use super::number::SendingReference;
use super::payment::{PaymentMethod, PaymentReport, Relief};
use super::rules::Rules;
use super::state::{DeliveryWay, FiledPaper, GroundForActing, OutcomeKind};
use super::task::{TaskOrder, TaskPlan};
use crate::channel::Channel;
use crate::id::{AnswerSetId, CalendarId, CaseId, FileId, NoteId, PersonId, StaffId, UnitCode, VersionId};
use crate::money::Dong;
use crate::time::{Day, Instant, TimeLimit};

pub use kind::CommandKind;

/// A command on a case. Those that speak of one of several things (a charge, an opinion, a task) name it by its
/// place in the case, from 0.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "it lives for one decision and is never kept in numbers"
)]
pub enum Command {
    /// T01 Nộp hồ sơ trực tuyến.
    Send(Box<Sending>),
    /// T03-T06 Tiếp nhận trực tiếp hoặc qua bưu chính: what a person brought or the post carried, and what the desk
    /// says to it at once.
    Receive {
        /// What was brought.
        sending: Box<Sending>,
        /// What the desk says.
        answer: Box<DeskAnswer>,
    },
    /// T07 Thu hồi khi chưa tiếp nhận.
    Recall,
    /// Yêu cầu nộp phí trước: the dossier is right, and its procedure asks for the fee before acceptance.
    AskFee {
        /// The law that the case will keep, its charges among it.
        rules: Box<Rules>,
    },
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
    /// Ghi nhận không khai thác được dữ liệu: a connected store that holds a component did not give it; only then may
    /// it be asked for (D309 8.1).
    RecordRetrievalFailure {
        /// The component that was looked for.
        component: String,
        /// The store that was asked.
        source: String,
        /// What it answered.
        error: String,
    },
    /// T08 Chuyển hồ sơ.
    HandOver,
    /// T08 Nhận hồ sơ phi địa giới: the desk of the competent agency has it, and that agency's limit begins (D309 8.3).
    TakeOver,
    /// T09 Phân công: gives the case to a specialist, or to another one.
    Assign {
        /// Who shall hold it.
        specialist: StaffId,
    },
    /// T09 Thu hồi phân công: takes the case back from the specialist.
    TakeBack,
    /// T09 Trả lại người phân công: the specialist gives it back, with a reason.
    GiveBack {
        /// Why.
        reason: Option<NoteId>,
    },
    /// T09 Trả lại bộ phận một cửa: back to the desk that handed it over, with a reason.
    ReturnToDesk {
        /// Why.
        reason: Option<NoteId>,
    },
    /// T09 Chuyển song song: others of the agency work beside the holder.
    Forward {
        /// Who.
        to: Vec<StaffId>,
        /// What each shall do.
        task: Option<NoteId>,
    },
    /// T09 Hoàn thành phần việc: one of them is done.
    FinishForward {
        /// Who is done.
        staff: StaffId,
        /// What they say.
        result: Option<NoteId>,
    },
    /// Hoàn tác: takes back an internal move just made.
    UndoMove {
        /// Who made it.
        staff: StaffId,
    },
    /// T10 Thẩm định: the specialist records what they checked.
    Examine {
        /// Each condition and what was found.
        findings: Vec<Finding>,
    },
    /// T11 Lấy ý kiến.
    AskOpinion {
        /// Whose.
        of: UnitCode,
        /// About what.
        content: Option<NoteId>,
        /// Within what time.
        limit: TimeLimit,
    },
    /// T11 Cho ý kiến: a later one stands beside the earlier, it does not erase it.
    GiveOpinion {
        /// Which consultation.
        consultation: u16,
        /// Whether the body agrees.
        agrees: bool,
        /// What it says.
        text: Option<NoteId>,
    },
    /// T11 Hết hạn không trả lời: what silence means by the rule of the case.
    TakeSilence {
        /// Which consultation.
        consultation: u16,
    },
    /// T11 Tiếp tục không chờ ý kiến: on a ground.
    ProceedWithoutOpinion {
        /// Which consultation.
        consultation: u16,
        /// The ground.
        ground: Option<NoteId>,
    },
    /// T10 Hẹn xác minh thực địa: the applicant is told.
    PlanVisit {
        /// When.
        at: Instant,
        /// Where.
        place: Option<NoteId>,
    },
    /// T10 Biên bản xác minh thực địa.
    RecordVisit {
        /// When it was.
        visited_at: Instant,
        /// Where, who attended and what was found.
        record: VisitRecord,
    },
    /// Niêm yết công khai.
    PostPublicly {
        /// For how long.
        period: TimeLimit,
        /// Where, and what is posted.
        content: Option<NoteId>,
    },
    /// Kết thúc niêm yết.
    EndPosting {
        /// How many objections came.
        objections: u16,
        /// What they say and how they were settled; needed where there are some.
        note: Option<NoteId>,
    },
    /// T15 Phiếu chuyển thông tin nghĩa vụ tài chính: the slip goes to the tax office, and the clock stands still.
    AskFinancialDuty {
        /// The office that sets the duty.
        to: UnitCode,
        /// What it must know.
        slip: Option<NoteId>,
    },
    /// T15 Thông báo nộp tiền: what the tax office set.
    NotifyDuty {
        /// Number of the notice.
        notice: String,
        /// How much.
        amount: Dong,
    },
    /// T15 Chứng từ nộp tiền: the applicant's proof.
    ProveDuty {
        /// The proof.
        file: FileId,
    },
    /// T15 The proof is right; the clock runs again from the moment it came.
    ConfirmDuty,
    /// T19, T20 Dự thảo kết quả.
    DraftOutcome {
        /// Granted or refused.
        kind: OutcomeKind,
        /// The reason; a refusal always has one.
        reason: Option<NoteId>,
    },
    /// T20 Ký nháy: the division head has reviewed the draft.
    Initial,
    /// The reviewer or the signatory sends the draft back with a reason.
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
    /// T04 Trả kết quả ngay: no Form 01, but it is recorded (D61 17.4).
    GiveImmediately {
        /// The officer compared the collector with an identity paper.
        identity_checked: bool,
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
    /// T21 Gửi bưu điện: the result leaves with the carrier.
    Dispatch {
        /// The carrier's tracking number.
        tracking: String,
    },
    /// T21 What the carrier says of a sending.
    ReportDelivery {
        /// What.
        report: CarrierReport,
    },
    /// T16 Đề xuất xin lỗi, gia hạn: the specialist proposes.
    ProposeApology {
        /// Why it will be late.
        reason: Option<NoteId>,
        /// The new day.
        new_day: Day,
    },
    /// T16 Xin lỗi và hẹn lại (Form 04): once.
    Apologise {
        /// Why it is late.
        reason: Option<NoteId>,
        /// The new day.
        new_day: Day,
    },
    /// T14, T18 Dừng giải quyết (Form 05).
    Stop {
        /// On what ground.
        ground: StopGround,
        /// Whether it ends the case or only holds it.
        kind: StopKind,
        /// In words for the applicant.
        reason: Option<NoteId>,
    },
    /// Tiếp tục giải quyết: a stop that only held the case is lifted.
    Resume,
    /// T17 The applicant asks to withdraw; the desk may record it for them.
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
    /// T22 Đính chính, cấp lại: an issued result is wrong and is made anew.
    OpenCorrection {
        /// What is wrong.
        reason: Option<NoteId>,
        /// Whose fault it is; the agency bears the cost of its own.
        fault: Fault,
    },
    /// Thu hồi kết quả: an issued result no longer holds.
    RevokeOutcome {
        /// Why, with the ground in law.
        reason: Option<NoteId>,
    },
    /// Lưu trữ: the package is closed.
    Archive,
    /// Trao đổi: a message between the applicant and whoever holds the case, kept in it.
    WriteMessage {
        /// The words.
        text: Option<NoteId>,
    },
    /// Liên thông: gives each agency its task.
    OpenTasks {
        /// All at once or one after another.
        order: TaskOrder,
        /// Who does what within what time.
        tasks: Vec<TaskPlan>,
    },
    /// Liên thông: an agency has done its part.
    FinishTask {
        /// Which task.
        task: u16,
        /// What it says.
        note: Option<NoteId>,
        /// Its own result, where it has one.
        file: Option<FileId>,
    },
    /// Liên thông: an agency apologises for its own part (D301 4.3).
    ApologiseTask {
        /// Which task.
        task: u16,
        /// Why.
        reason: Option<NoteId>,
        /// The new day of this part.
        new_day: Day,
    },
    /// Thu tiền tại quầy.
    TakePayment {
        /// Which charge.
        charge: u16,
        /// How.
        method: PaymentMethod,
    },
    /// Thanh toán trực tuyến: the applicant begins to pay.
    StartPayment {
        /// Which charge.
        charge: u16,
    },
    /// What the payment service says of an attempt; it may say so twice, or late.
    ReportPayment {
        /// Which charge.
        charge: u16,
        /// What.
        report: PaymentReport,
    },
    /// Miễn, giảm: on a ground.
    RelieveCharge {
        /// Which charge.
        charge: u16,
        /// What is left to pay, and why.
        relief: Relief,
    },
    /// Đề nghị hoàn tiền.
    AskRefund {
        /// Which charge.
        charge: u16,
        /// Why.
        reason: Option<NoteId>,
    },
    /// Quyết định hoàn tiền.
    DecideRefund {
        /// Which charge.
        charge: u16,
        /// Whether it is paid back.
        granted: bool,
        /// Why not.
        reason: Option<NoteId>,
    },
    /// Đối soát: the day's takings and the books agree on this charge.
    Reconcile {
        /// Which charge.
        charge: u16,
    },
    /// What became of a message to another body, or one that came from it.
    ReportExchange {
        /// What.
        report: ExchangeReport,
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

/// What an applicant hands in (hồ sơ nộp).
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    /// The identifier of the new case.
    pub case: CaseId,
    /// The reference printed on the receipt of sending.
    pub reference: SendingReference,
    /// The procedure version shown to the applicant.
    pub version: VersionId,
    /// The way it came.
    pub channel: Channel,
    /// Whose act it is.
    pub applicant: PersonId,
    /// On what ground they act.
    pub ground: GroundForActing,
    /// The agency whose desk receives it.
    pub received_at: UnitCode,
    /// The agency that decides it.
    pub competent: UnitCode,
    /// Phi địa giới: the desk that serves the deciding agency, where another one received it (D309 8.3).
    pub forward_to: Option<UnitCode>,
    /// The answers.
    pub answers: AnswerSetId,
    /// The papers.
    pub papers: Vec<FiledPaper>,
    /// How the result shall come back.
    pub delivery: DeliveryWay,
}

/// What the desk says at once to a person who stands before it, or to what the post carried.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "it lives for one decision and is never kept in numbers"
)]
pub enum DeskAnswer {
    /// T03 Tiếp nhận (Form 01).
    Accept(Rules),
    /// T05 Yêu cầu bổ sung (Form 02).
    Ask(Vec<SupplementItem>),
    /// T06 Từ chối (Form 03), signed by both.
    Refuse(Option<NoteId>),
}

/// What a visit in the field must say (D61 19.3): where, who attended, what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitRecord {
    /// Where.
    pub place: Option<NoteId>,
    /// Who attended.
    pub attended: Option<NoteId>,
    /// What was found.
    pub found: Option<NoteId>,
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
