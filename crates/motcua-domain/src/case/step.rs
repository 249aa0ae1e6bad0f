//! Where a case is: the inner step, and the national status that the public sees.

use serde::{Deserialize, Serialize};

/// The ten codes of the national portal (trạng thái hồ sơ), `domain.md` 3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum NationalStatus {
    /// 1 Mới đăng ký.
    New = 1,
    /// 2 Được tiếp nhận.
    Accepted = 2,
    /// 3 Không được tiếp nhận.
    NotAccepted = 3,
    /// 4 Đang xử lý.
    InProcess = 4,
    /// 5 Yêu cầu bổ sung giấy tờ.
    SupplementAsked = 5,
    /// 6 Yêu cầu thực hiện nghĩa vụ tài chính.
    FinancialDuty = 6,
    /// 7 Công dân yêu cầu rút hồ sơ.
    Withdrawn = 7,
    /// 8 Dừng xử lý.
    Stopped = 8,
    /// 9 Đã xử lý xong.
    Resolved = 9,
    /// 10 Đã trả kết quả.
    Returned = 10,
}

impl NationalStatus {
    /// The code, 1 to 10.
    pub const fn code(self) -> u8 {
        self as u8
    }
}

/// In whose hands a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// The applicant must act: "your turn".
    Applicant,
    /// The receiving officer at the one-stop desk.
    ReceivingOfficer,
    /// The head of the division, who assigns.
    DivisionHead,
    /// The specialist who holds it.
    Specialist,
    /// The person who signs.
    Signatory,
    /// The clerk, who numbers and seals.
    Clerk,
    /// The returning officer at the desk.
    ReturningOfficer,
    /// Nobody: the matter is closed.
    Nobody,
}

/// The inner step of a case (bước), `domain.md` 3.2. National status 5 is split by acceptance, because the
/// two supplements have different law: before it there is no limit to touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Sent online, waiting for the desk's answer within eight working hours.
    Sent,
    /// The desk asked for more before accepting (T05).
    SupplementAtIntake,
    /// The dossier is right; the fee comes before acceptance. The answer is given, the limit has not begun.
    AwaitingFee,
    /// Refused at the door (T06).
    NotAccepted,
    /// Taken back before acceptance (T07).
    Recalled,
    /// Accepted: number, Form 01 and the legal limit exist (T02).
    Accepted,
    /// Handed over to the resolving agency, not yet with a person (T08).
    HandedOver,
    /// With a specialist (T09, T10).
    Appraisal,
    /// The applicant must complete it after appraisal (T12).
    SupplementAfterAppraisal,
    /// The applicant has a financial duty to meet (T15, status 6).
    FinancialDuty,
    /// The draft is with the division head, who initials it.
    DivisionReview,
    /// Waiting for the signature.
    LeaderSigning,
    /// Signed, waiting for number and seal.
    ClerkIssuing,
    /// Issued, waiting to be collected (status 9).
    Ready,
    /// Returned to the applicant (status 10).
    Delivered,
    /// An issued result is made anew (T22).
    Correcting,
    /// Withdrawn at the applicant's request (T17).
    Withdrawn,
    /// Stopped by a decision (T14, T18).
    Stopped,
}

impl Step {
    /// Every step, in the order of a case's life.
    pub const ALL: [Self; 18] = [
        Self::Sent,
        Self::SupplementAtIntake,
        Self::AwaitingFee,
        Self::NotAccepted,
        Self::Recalled,
        Self::Accepted,
        Self::HandedOver,
        Self::Appraisal,
        Self::SupplementAfterAppraisal,
        Self::FinancialDuty,
        Self::DivisionReview,
        Self::LeaderSigning,
        Self::ClerkIssuing,
        Self::Ready,
        Self::Delivered,
        Self::Correcting,
        Self::Withdrawn,
        Self::Stopped,
    ];

    /// The stable name, for rows and logs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::SupplementAtIntake => "supplement_at_intake",
            Self::AwaitingFee => "awaiting_fee",
            Self::NotAccepted => "not_accepted",
            Self::Recalled => "recalled",
            Self::Accepted => "accepted",
            Self::HandedOver => "handed_over",
            Self::Appraisal => "appraisal",
            Self::SupplementAfterAppraisal => "supplement_after_appraisal",
            Self::FinancialDuty => "financial_duty",
            Self::DivisionReview => "division_review",
            Self::LeaderSigning => "leader_signing",
            Self::ClerkIssuing => "clerk_issuing",
            Self::Ready => "ready",
            Self::Delivered => "delivered",
            Self::Correcting => "correcting",
            Self::Withdrawn => "withdrawn",
            Self::Stopped => "stopped",
        }
    }

    /// The step that a stable name stands for.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// The public face of the step.
    pub const fn national(self) -> NationalStatus {
        match self {
            Self::Sent | Self::AwaitingFee => NationalStatus::New,
            Self::SupplementAtIntake | Self::SupplementAfterAppraisal => NationalStatus::SupplementAsked,
            Self::NotAccepted | Self::Recalled => NationalStatus::NotAccepted,
            Self::Accepted => NationalStatus::Accepted,
            Self::HandedOver
            | Self::Appraisal
            | Self::DivisionReview
            | Self::LeaderSigning
            | Self::ClerkIssuing => NationalStatus::InProcess,
            Self::FinancialDuty => NationalStatus::FinancialDuty,
            Self::Ready | Self::Correcting => NationalStatus::Resolved,
            Self::Delivered => NationalStatus::Returned,
            Self::Withdrawn => NationalStatus::Withdrawn,
            Self::Stopped => NationalStatus::Stopped,
        }
    }

    /// Who has the case at this step.
    pub const fn in_hands_of(self) -> Party {
        match self {
            Self::Sent | Self::Accepted => Party::ReceivingOfficer,
            Self::SupplementAtIntake
            | Self::AwaitingFee
            | Self::SupplementAfterAppraisal
            | Self::FinancialDuty => Party::Applicant,
            Self::HandedOver | Self::DivisionReview => Party::DivisionHead,
            Self::Appraisal | Self::Correcting => Party::Specialist,
            Self::LeaderSigning => Party::Signatory,
            Self::ClerkIssuing => Party::Clerk,
            Self::Ready => Party::ReturningOfficer,
            Self::NotAccepted | Self::Recalled | Self::Delivered | Self::Withdrawn | Self::Stopped => {
                Party::Nobody
            }
        }
    }

    /// Whether the legal limit has begun and the matter is not yet decided.
    pub const fn is_being_resolved(self) -> bool {
        matches!(
            self,
            Self::Accepted
                | Self::HandedOver
                | Self::Appraisal
                | Self::SupplementAfterAppraisal
                | Self::FinancialDuty
                | Self::DivisionReview
                | Self::LeaderSigning
                | Self::ClerkIssuing
        )
    }

    /// Whether nothing is awaited any more: the case does not move without a new act of law (invariant 8 of
    /// `domain.md` 3.7), which a correction after issue or the lifting of a stop is.
    pub const fn is_closed(self) -> bool {
        matches!(
            self,
            Self::NotAccepted | Self::Recalled | Self::Delivered | Self::Withdrawn | Self::Stopped
        )
    }
}
