//! The forms of the process: 01, 02, 03, 06, and the receipt of sending.

use serde::{Deserialize, Serialize};

use super::issue::{Date, Issue, Moment, Signature};

/// Which case, whose, about what: what every form of the process begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseHeading {
    /// The case number (mã hồ sơ); before acceptance, the reference of the sending.
    pub number: String,
    /// The applicant (người nộp hồ sơ).
    pub applicant: String,
    /// Where they live.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// The personal number, already masked: `048•••••••34`.
    pub masked_id: Option<String>,
    /// What is asked for (nội dung yêu cầu giải quyết): the procedure, and whom it concerns.
    pub content: String,
}

/// How to follow the case (hướng dẫn tra cứu).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tracking {
    /// What the QR code says: an address without personal data, or the number.
    pub qr: String,
    /// Where to look and whom to call, in sentences.
    pub guide: String,
}

/// One paper of the dossier (thành phần hồ sơ), by how many sheets of which kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Component {
    /// Its name.
    pub name: String,
    /// Originals (bản chính).
    pub original: u16,
    /// Certified copies (bản sao chứng thực).
    pub certified: u16,
    /// Plain or photographed copies (bản chụp).
    pub photo: u16,
    /// `Khai thác từ cơ sở dữ liệu` where data stand in the paper's place.
    pub note: Option<String>,
}

/// Form 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả: proof of acceptance with the promised day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptSlip {
    /// By whom and when.
    pub issue: Issue,
    /// The case.
    pub case: CaseHeading,
    /// The centre or one-stop shop that received it.
    pub centre: String,
    /// What was handed in.
    pub components: Vec<Component>,
    /// Sets of the dossier (số lượng hồ sơ, bộ).
    pub sets: u16,
    /// The legal limit in words: `5 ngày làm việc`.
    pub limit: String,
    /// When it was accepted.
    pub received_at: Moment,
    /// When the result is due.
    pub due_at: Moment,
    /// The charge in words: `8.000 đồng`, `Không thu`.
    pub fee: String,
    /// Where and how the result is returned.
    pub return_way: String,
    /// How to follow the case.
    pub tracking: Tracking,
    /// The applicant's signature.
    pub applicant_signature: Signature,
    /// The receiving officer's signature.
    pub officer_signature: Signature,
}

/// One thing to complete (nội dung cần bổ sung).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defect {
    /// What.
    pub item: String,
    /// Why.
    pub reason: String,
    /// How to put it right.
    pub guidance: Option<String>,
}

/// Form 02, Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ: everything that is wrong, at once (D61 17.2a).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplementRequestForm {
    /// By whom and when.
    pub issue: Issue,
    /// The case.
    pub case: CaseHeading,
    /// Everything to complete.
    pub defects: Vec<Defect>,
    /// The last day to answer, where there is one.
    pub answer_by: Option<Date>,
    /// What the request does to the time limit, in a sentence: it restarts, stands still, runs on, or has not begun.
    pub effect_on_limit: Option<String>,
    /// Whom to ask for help.
    pub contact: String,
    /// The guiding officer's signature.
    pub officer_signature: Signature,
}

/// Form 03, Phiếu từ chối tiếp nhận giải quyết hồ sơ: the door says no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeRefusalForm {
    /// By whom and when.
    pub issue: Issue,
    /// The case.
    pub case: CaseHeading,
    /// The shop that refuses.
    pub centre: String,
    /// Why.
    pub reason: String,
    /// By which law (căn cứ).
    pub ground: String,
    /// What can be done instead, where anything can.
    pub next_step: Option<String>,
    /// The applicant's signature.
    pub applicant_signature: Signature,
    /// The officer's signature.
    pub officer_signature: Signature,
}

/// How a step ended against its time (kết quả giải quyết).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timeliness {
    /// Trước hạn.
    Early,
    /// Đúng hạn.
    OnTime,
    /// Quá hạn.
    Late,
    /// Not yet finished.
    Running,
    /// The result is issued and waits to be collected: no limit runs.
    AwaitingReturn,
    /// The result was handed out.
    Returned,
    /// The case ended without a result: withdrawn.
    Closed,
}

/// Who stands behind a line of the control sheet, in the place of a signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confirmed {
    /// Whose act it was.
    pub name: String,
    /// When the log has it (đã xác nhận điện tử).
    pub at: Moment,
}

/// One hand-over (giao, nhận hồ sơ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlLine {
    /// Who gives: unit and person.
    pub given_by: String,
    /// Who takes: unit and person.
    pub taken_by: String,
    /// When it was given.
    pub given_at: Moment,
    /// When it was taken; `None` while it lies between them.
    pub taken_at: Option<Moment>,
    /// By when the one who takes must be done.
    pub due_at: Option<Moment>,
    /// How the step ended.
    pub result: Timeliness,
    /// A remark: when it ended.
    pub note: Option<String>,
    /// Who gave it; `None` where a rule of the city did, or a hand must sign.
    pub given_sign: Option<Confirmed>,
    /// Who took it; `None` until they acted.
    pub taken_sign: Option<Confirmed>,
}

/// Form 06, Phiếu kiểm soát quá trình giải quyết hồ sơ: every hand-over of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlSheet {
    /// By whom and when it was printed.
    pub issue: Issue,
    /// The case.
    pub case: CaseHeading,
    /// The agency that resolves the case.
    pub resolving_agency: String,
    /// The agency that takes part, where one does.
    pub coordinating_agency: Option<String>,
    /// When the case was accepted.
    pub received_at: Moment,
    /// When the result is due.
    pub due_at: Moment,
    /// The hand-overs, in order.
    pub lines: Vec<ControlLine>,
}

/// Xác nhận đã gửi hồ sơ: proof that something was sent, and by when it will be answered. It is not Form
/// 01, and says so: number and legal limit exist from acceptance only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SendingReceipt {
    /// By whom and when.
    pub issue: Issue,
    /// The case; its number is the reference of the sending.
    pub case: CaseHeading,
    /// When it arrived.
    pub sent_at: Moment,
    /// By when the officer answers: 8 working hours (`domain.md` 4.8).
    pub answer_by: Moment,
    /// The agency that will look at it.
    pub addressee: String,
    /// The names of the papers sent.
    pub papers: Vec<String>,
    /// How to follow it.
    pub tracking: Tracking,
}
