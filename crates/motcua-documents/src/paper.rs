//! The papers, as plain data: everything in them is decided before they come here.
//!
//! Absent values are `None`, never a line of dots: how a gap looks is the template's affair.

mod civil_status;
mod issue;
mod notice;
mod process;
mod sample;

pub use civil_status::{BirthCertificate, Parent, Sex};
pub use issue::{Date, Issue, Letterhead, Moment, Signature};
pub use notice::{NegativeOutcome, OutcomeNotice};
pub use process::{
    CaseHeading, Component, Confirmed, ControlLine, ControlSheet, Defect, IntakeRefusalForm, ReceiptSlip,
    SendingReceipt, SupplementRequestForm, Timeliness, Tracking,
};

use serde::{Deserialize, Serialize};

/// A paper to render (giấy tờ). Forms 01 to 06 are those of Circular 03/2025/TT-VPCP, Annex I
/// (`domain.md` 6.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "kebab-case")]
pub enum Paper {
    /// Form 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả.
    Receipt(ReceiptSlip),
    /// Form 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
    SupplementRequest(SupplementRequestForm),
    /// Form 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ.
    IntakeRefusal(IntakeRefusalForm),
    /// Form 06: Phiếu kiểm soát quá trình giải quyết hồ sơ.
    ControlSheet(ControlSheet),
    /// The result of a birth registration: Giấy khai sinh.
    BirthCertificate(BirthCertificate),
    /// The result granted: Thông báo kết quả giải quyết thủ tục hành chính.
    Outcome(OutcomeNotice),
    /// The result refused: Thông báo không giải quyết hồ sơ.
    NegativeOutcome(NegativeOutcome),
    /// Xác nhận đã gửi hồ sơ: proof of sending, which is not Form 01.
    SendingReceipt(SendingReceipt),
}

impl Paper {
    /// The stable name of the kind: `form-01`, `birth-certificate`, `sending-receipt`.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Receipt(_) => "form-01",
            Self::SupplementRequest(_) => "form-02",
            Self::IntakeRefusal(_) => "form-03",
            Self::ControlSheet(_) => "form-06",
            Self::BirthCertificate(_) => "birth-certificate",
            Self::Outcome(_) => "outcome",
            Self::NegativeOutcome(_) => "negative-outcome",
            Self::SendingReceipt(_) => "sending-receipt",
        }
    }

    /// Whether a character without a glyph may be printed as □ with a note. A certificate may not: it states
    /// how a name is written, in the city's name.
    pub const fn may_substitute(&self) -> bool {
        !matches!(self, Self::BirthCertificate(_))
    }

    /// One of each kind, with long and hard Vietnamese and invented people: for tests, and to check a
    /// city's own templates before they are used.
    pub fn samples(demonstration: bool) -> Vec<Self> {
        sample::all(demonstration)
    }

    /// The file name of the template.
    pub(crate) const fn template(&self) -> &'static str {
        match self {
            Self::Receipt(_) => "mau-01.typ",
            Self::SupplementRequest(_) => "mau-02.typ",
            Self::IntakeRefusal(_) => "mau-03.typ",
            Self::ControlSheet(_) => "mau-06.typ",
            Self::BirthCertificate(_) => "giay-khai-sinh.typ",
            Self::Outcome(_) => "ket-qua.typ",
            Self::NegativeOutcome(_) => "tu-choi-ket-qua.typ",
            Self::SendingReceipt(_) => "receipt-of-sending.typ",
        }
    }

    /// By whom and when it was made out.
    pub(crate) const fn issue(&self) -> &Issue {
        match self {
            Self::Receipt(paper) => &paper.issue,
            Self::SupplementRequest(paper) => &paper.issue,
            Self::IntakeRefusal(paper) => &paper.issue,
            Self::ControlSheet(paper) => &paper.issue,
            Self::BirthCertificate(paper) => &paper.issue,
            Self::Outcome(paper) => &paper.issue,
            Self::NegativeOutcome(paper) => &paper.issue,
            Self::SendingReceipt(paper) => &paper.issue,
        }
    }

    /// The number by which people ask for it.
    pub(crate) fn number(&self) -> &str {
        match self {
            Self::Receipt(paper) => &paper.case.number,
            Self::SupplementRequest(paper) => &paper.case.number,
            Self::IntakeRefusal(paper) => &paper.case.number,
            Self::ControlSheet(paper) => &paper.case.number,
            Self::BirthCertificate(paper) => &paper.number,
            Self::Outcome(paper) => &paper.case.number,
            Self::NegativeOutcome(paper) => &paper.case.number,
            Self::SendingReceipt(paper) => &paper.case.number,
        }
    }

    /// What the QR code says: the address of the tracker or of the check, else the number.
    pub(crate) fn qr_text(&self) -> &str {
        match self {
            Self::Receipt(paper) => &paper.tracking.qr,
            Self::SendingReceipt(paper) => &paper.tracking.qr,
            Self::BirthCertificate(paper) => &paper.check.qr,
            Self::Outcome(paper) => &paper.check.qr,
            Self::NegativeOutcome(paper) => &paper.check.qr,
            Self::SupplementRequest(_) | Self::IntakeRefusal(_) | Self::ControlSheet(_) => self.number(),
        }
    }
}
