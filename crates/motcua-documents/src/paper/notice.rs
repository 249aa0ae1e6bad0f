//! Results that are notices (thông báo): of what was granted, and of what was not.

use serde::{Deserialize, Serialize};

use super::issue::{Issue, Moment, Signature};
use super::process::{CaseHeading, Tracking};

/// Thông báo kết quả giải quyết thủ tục hành chính: granted, where no template of the result itself exists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutcomeNotice {
    /// By whom and when it was issued; its letterhead has the number and sign, `12/TB-KQ`.
    pub issue: Issue,
    /// The case.
    pub case: CaseHeading,
    /// The agency that decided.
    pub agency: String,
    /// When the case was accepted; `None` for an immediate result.
    pub received_at: Option<Moment>,
    /// National code of the result (mã kết quả), `KQ.G15.000031`.
    pub result_code: Option<String>,
    /// Where and how the result is returned.
    pub return_way: String,
    /// The signatory.
    pub signature: Signature,
    /// How to check that the paper is what the city holds.
    pub check: Tracking,
}

/// Thông báo không giải quyết hồ sơ: the refusal as a result, with its reason (D61 19.8).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NegativeOutcome {
    /// By whom and when it was issued; its letterhead has the number and sign, `12/TB-KQ`.
    pub issue: Issue,
    /// The case.
    pub case: CaseHeading,
    /// The agency that decided.
    pub agency: String,
    /// When the case was accepted.
    pub received_at: Option<Moment>,
    /// Why.
    pub reason: String,
    /// By which law (căn cứ).
    pub ground: String,
    /// The signatory.
    pub signature: Signature,
    /// How to check that the paper is what the city holds.
    pub check: Tracking,
}
