//! What happened to a case: past tense, versioned, without personal data. Names, answers, reasons and
//! files are pointed to, so that they can lawfully be destroyed without breaking the fold.

mod name;
mod payload;

use serde::{Deserialize, Serialize};

use super::delivery::CarrierReport;
use super::exchange::ExchangeReport;
use super::number::CaseNumber;
use super::payment::Relief;
use crate::id::{FileId, NoteId, PersonId, StaffId, UnitCode};
use crate::money::Dong;
use crate::time::{Day, Due, Instant};

pub use payload::{
    Accepted, Apologised, CalendarApplied, CorrectionOpened, Examined, FeeAsked, Issued, OpinionAsked,
    OpinionGiven, OutcomeDrafted, PaymentTaken, RetrievalFailed, Returned, Sent, StoppedCase,
    SupplementAnswered, SupplementItem, SupplementRequested, TaskFinished, TasksOpened, VisitRecorded,
};

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

/// Something that happened to a case. Things of which a case may have several are named by their place, from 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
pub enum Event {
    /// T01 Đã gửi; T03 đã nộp at a desk or by post.
    Sent(Box<Sent>),
    /// T07 Người nộp thu hồi.
    Recalled,
    /// The fee comes before acceptance.
    FeeAsked(FeeAsked),
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
    /// Không khai thác được dữ liệu.
    RetrievalFailed(RetrievalFailed),
    /// T08 Đã chuyển.
    HandedOver,
    /// T08 The desk of the competent agency has it.
    TakenOver {
        /// The due moment of the competent agency, from its own receipt.
        due: Due,
    },
    /// T09 Đã phân công.
    Assigned {
        /// Who holds it.
        specialist: StaffId,
    },
    /// T09 Đã thu hồi phân công.
    TakenBack,
    /// T09 Đã trả lại người phân công.
    GivenBack {
        /// Why.
        reason: NoteId,
    },
    /// T09 Đã trả lại bộ phận một cửa.
    ReturnedToDesk {
        /// Why.
        reason: NoteId,
    },
    /// T09 Đã chuyển song song.
    Forwarded {
        /// Who works beside the holder.
        to: Vec<StaffId>,
        /// What each shall do.
        task: NoteId,
    },
    /// T09 A colleague is done.
    ForwardFinished {
        /// Who.
        staff: StaffId,
        /// What they say.
        result: Option<NoteId>,
    },
    /// Đã hoàn tác the last internal move.
    MoveUndone,
    /// T10 Đã thẩm định.
    Examined(Examined),
    /// T11 Đã lấy ý kiến.
    OpinionAsked(OpinionAsked),
    /// T11 Đã có ý kiến.
    OpinionGiven(OpinionGiven),
    /// T11 Silence was consent.
    SilenceTaken {
        /// Which consultation.
        consultation: u16,
        /// The due moment of the case from now on.
        due: Option<Due>,
    },
    /// T11 The office went on without.
    OpinionWaived {
        /// Which consultation.
        consultation: u16,
        /// On what ground.
        ground: NoteId,
        /// The due moment of the case from now on.
        due: Option<Due>,
    },
    /// T10 Đã hẹn xác minh.
    VisitPlanned {
        /// When.
        at: Instant,
        /// Where.
        place: NoteId,
    },
    /// T10 Đã xác minh.
    VisitRecorded(VisitRecorded),
    /// Đã niêm yết.
    PostingBegun {
        /// What and where.
        content: NoteId,
        /// Until when at least.
        until: Due,
    },
    /// Đã kết thúc niêm yết.
    PostingEnded {
        /// How many objections.
        objections: u16,
        /// What they say.
        note: Option<NoteId>,
        /// The due moment of the case from now on.
        due: Option<Due>,
    },
    /// T15 Đã yêu cầu thực hiện nghĩa vụ tài chính.
    FinancialDutyAsked {
        /// The office that sets it.
        to: UnitCode,
        /// What it was told.
        slip: NoteId,
    },
    /// T15 Đã có thông báo nộp tiền.
    DutyNotified {
        /// Number of the notice.
        notice: String,
        /// How much.
        amount: Dong,
    },
    /// T15 Đã nộp chứng từ.
    DutyProved {
        /// The proof.
        file: FileId,
    },
    /// T15 Đã hoàn thành nghĩa vụ tài chính.
    DutyMet {
        /// The due moment from now on.
        due: Due,
    },
    /// T19, T20 Đã dự thảo kết quả.
    OutcomeDrafted(OutcomeDrafted),
    /// T20 Đã ký nháy.
    OutcomeInitialled,
    /// Trả lại dự thảo.
    SentBack {
        /// What must be mended.
        reason: NoteId,
    },
    /// Đã ký.
    OutcomeSigned,
    /// Đã ban hành: on time is judged here.
    OutcomeIssued(Issued),
    /// T21 Đã gửi bưu điện.
    ResultDispatched {
        /// The carrier's tracking number.
        tracking: String,
    },
    /// T21 The carrier said something of it.
    DeliveryReported(CarrierReport),
    /// T21 Đã trả kết quả.
    ResultReturned(Returned),
    /// T16 Đã đề xuất xin lỗi, gia hạn.
    ApologyProposed {
        /// Why.
        reason: NoteId,
        /// The new day.
        new_day: Day,
    },
    /// T16 Đã xin lỗi và hẹn lại.
    Apologised(Apologised),
    /// T14, T18 Đã dừng.
    Stopped(StoppedCase),
    /// Đã tiếp tục.
    Resumed {
        /// The due moment from now on, where a limit runs.
        due: Option<Due>,
    },
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
    /// T22 An issued result is made anew.
    CorrectionOpened(CorrectionOpened),
    /// T22 Kết quả đã bị thu hồi.
    OutcomeRevoked {
        /// Why.
        reason: NoteId,
    },
    /// Đã lưu trữ.
    Archived,
    /// Trao đổi.
    MessageWritten {
        /// The words.
        text: NoteId,
    },
    /// Liên thông: tasks were given.
    TasksOpened(TasksOpened),
    /// Liên thông: the next agency's part began.
    TaskStarted {
        /// Which.
        task: u16,
        /// Its due moment.
        due: Due,
    },
    /// Liên thông: an agency has done its part.
    TaskFinished(TaskFinished),
    /// Liên thông: an agency apologised for its part.
    TaskApologised {
        /// Which.
        task: u16,
        /// Why.
        reason: NoteId,
        /// The new due moment of the part.
        due: Due,
    },
    /// The applicant began to pay online.
    PaymentStarted {
        /// Which charge.
        charge: u16,
        /// Which attempt, from 1.
        attempt: u16,
    },
    /// It did not come.
    PaymentFailed {
        /// Which charge.
        charge: u16,
    },
    /// The bank has not answered.
    PaymentUnclear {
        /// Which charge.
        charge: u16,
    },
    /// Đã thu.
    PaymentTaken(PaymentTaken),
    /// Money came although nothing was owed any more: to be paid back.
    PaymentDoubled {
        /// Which charge.
        charge: u16,
        /// The payment service's reference.
        reference: String,
    },
    /// Đã miễn, giảm.
    ChargeRelieved {
        /// Which charge.
        charge: u16,
        /// What is left, and why.
        relief: Relief,
    },
    /// Đã đề nghị hoàn tiền.
    RefundAsked {
        /// Which charge.
        charge: u16,
        /// Why.
        reason: Option<NoteId>,
    },
    /// Đã quyết định hoàn tiền.
    RefundDecided {
        /// Which charge.
        charge: u16,
        /// Whether it is paid back.
        granted: bool,
        /// Why not.
        reason: Option<NoteId>,
    },
    /// Đã đối soát.
    PaymentReconciled {
        /// Which charge.
        charge: u16,
    },
    /// What became of a message, or came from another body.
    ExchangeReported(ExchangeReport),
    /// A decree on days off moved the current due date; the original stays.
    CalendarDecisionApplied(CalendarApplied),
    /// Đã đánh giá.
    ServiceRated {
        /// One to five.
        score: u8,
    },
}
