//! The payment machine (`domain.md` 3.4, 5): one per charge. Finance never moves the case; the case only asks whether a
//! charge is settled.

use serde::{Deserialize, Serialize};

use crate::catalogue::{ChargeKind, CollectedAt};
use crate::money::Dong;

#[cfg(test)]
mod tests;

/// A charge as the case was accepted with it (khoản thu): list price, reduction, ground and what is due side by side
/// (`domain.md` 5.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargeLine {
    /// The stable name of the charge in the procedure version, `le-phi`.
    pub name: String,
    /// Fee, levy or price.
    pub kind: ChargeKind,
    /// What the text sets, in whole đồng.
    pub list: Dong,
    /// What this applicant owes, in whole đồng.
    pub due: Dong,
    /// Why it is less, where it is.
    pub relief: Option<Relief>,
    /// The text that sets it.
    pub legal_basis: String,
    /// When it is collected.
    pub collected_at: CollectedAt,
    /// Whether it is paid back when the applicant withdraws (a rule per charge, `domain.md` U19).
    pub is_refundable: bool,
    /// Whether a person confirmed the figure; else pages say "to be confirmed".
    pub is_confirmed: bool,
}

/// A reduction or a waiver (giảm, miễn).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relief {
    /// What is left to pay, in whole đồng; zero is a waiver.
    pub due: Dong,
    /// The ground: the stable name of a group, or what the finance officer wrote as a document number. No personal data.
    pub ground: String,
    /// The text that allows it.
    pub legal_basis: String,
}

/// A charge of a case and where its payment stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// What is owed.
    pub line: ChargeLine,
    /// Where the payment stands.
    pub state: PaymentState,
    /// How many attempts to pay online were begun.
    pub attempts: u16,
    /// The receipt, once paid.
    pub receipt: Option<Receipt>,
    /// Money that came although nothing was owed any more: references of the payment service, to be paid back.
    pub doubles: Vec<String>,
    /// Such money that was paid back: its references stay known, so that a report which comes again pays nothing twice.
    pub paid_back: Vec<String>,
    /// Whether the books agree on it.
    pub is_reconciled: bool,
}

/// A fee receipt (biên lai): it belongs to finance, not to the set of forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The number in the desk's series of the year.
    pub number: u32,
    /// The year of the series.
    pub year: i16,
    /// How it was paid.
    pub method: PaymentMethod,
    /// The payment service's reference, where one took it.
    pub reference: Option<String>,
}

/// How money came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentMethod {
    /// Tiền mặt.
    Cash,
    /// Chuyển khoản, quét mã QR at the desk.
    Transfer,
    /// Thẻ.
    Card,
    /// Trực tuyến, through the payment service.
    Online,
}

impl PaymentMethod {
    /// Every method.
    pub const ALL: [Self; 4] = [Self::Cash, Self::Transfer, Self::Card, Self::Online];

    /// Those a desk may take.
    pub const AT_DESK: [Self; 3] = [Self::Cash, Self::Transfer, Self::Card];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Transfer => "transfer",
            Self::Card => "card",
            Self::Online => "online",
        }
    }

    /// The method of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// What the payment service says of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaymentReport {
    /// The money came.
    Paid {
        /// Which attempt, from 1.
        attempt: u16,
        /// The service's reference of the money.
        reference: String,
    },
    /// It did not come, and will not.
    Failed {
        /// Which attempt.
        attempt: u16,
    },
    /// The bank has not answered: nobody guesses, it is asked again.
    Unclear {
        /// Which attempt.
        attempt: u16,
    },
}

/// Where the payment of a charge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaymentState {
    /// Chưa đến lúc thu.
    NotDue,
    /// Phải nộp.
    Due,
    /// Đang thanh toán: an attempt is under way.
    Started,
    /// Không thành công: it may be tried again.
    Failed,
    /// Chưa rõ kết quả: the bank's answer is missing.
    Unclear,
    /// Đã nộp.
    Paid,
    /// Được miễn.
    Waived,
    /// Đề nghị hoàn tiền.
    RefundAsked,
    /// Đã hoàn tiền.
    Refunded,
    /// Không hoàn tiền.
    RefundRefused,
}

/// What can happen to a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "each is the arrow of the same name in `domain.md` 3.4"
)]
pub enum PaymentMove {
    FallDue,
    Start,
    Fail,
    Lose,
    Pay,
    Waive,
    AskRefund,
    Refund,
    RefuseRefund,
}

impl PaymentState {
    /// Every state, in the order of a payment's life.
    pub const ALL: [Self; 10] = [
        Self::NotDue,
        Self::Due,
        Self::Started,
        Self::Failed,
        Self::Unclear,
        Self::Paid,
        Self::Waived,
        Self::RefundAsked,
        Self::Refunded,
        Self::RefundRefused,
    ];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotDue => "not_due",
            Self::Due => "due",
            Self::Started => "started",
            Self::Failed => "failed",
            Self::Unclear => "unclear",
            Self::Paid => "paid",
            Self::Waived => "waived",
            Self::RefundAsked => "refund_asked",
            Self::Refunded => "refunded",
            Self::RefundRefused => "refund_refused",
        }
    }

    /// INVARIANT: the one table of the machine. `None` where the move has no place.
    #[must_use]
    pub const fn after(self, happened: PaymentMove) -> Option<Self> {
        use PaymentMove as M;
        match (self, happened) {
            (Self::NotDue, M::FallDue) => Some(Self::Due),
            (Self::Due | Self::Failed, M::Start) => Some(Self::Started),
            (Self::Started | Self::Unclear, M::Fail) => Some(Self::Failed),
            (Self::Started, M::Lose) => Some(Self::Unclear),
            // Money that comes late is money: an attempt that was given up may still be paid.
            (Self::Due | Self::Started | Self::Failed | Self::Unclear, M::Pay) => Some(Self::Paid),
            // While money is under way nobody can waive it.
            (Self::NotDue | Self::Due | Self::Failed, M::Waive) => Some(Self::Waived),
            (Self::Paid, M::AskRefund) => Some(Self::RefundAsked),
            (Self::RefundAsked, M::Refund) => Some(Self::Refunded),
            (Self::RefundAsked, M::RefuseRefund) => Some(Self::RefundRefused),
            _ => None,
        }
    }

    /// Whether nothing is left to pay.
    pub const fn is_settled(self) -> bool {
        !matches!(
            self,
            Self::NotDue | Self::Due | Self::Started | Self::Failed | Self::Unclear
        )
    }

    /// Whether the applicant can pay now.
    pub const fn is_payable(self) -> bool {
        matches!(self, Self::Due | Self::Failed)
    }
}

impl Charge {
    /// A charge at acceptance: due at once if it is collected at intake and there is something to pay.
    pub fn new(line: &ChargeLine) -> Self {
        let state = if line.due.is_zero() {
            PaymentState::Waived
        } else if line.collected_at == CollectedAt::Intake {
            PaymentState::Due
        } else {
            PaymentState::NotDue
        };
        Self {
            line: line.clone(),
            state,
            attempts: 0,
            receipt: None,
            doubles: Vec::new(),
            paid_back: Vec::new(),
            is_reconciled: false,
        }
    }

    /// Moves the payment where the machine allows it; elsewhere nothing changes.
    pub(super) fn go(&mut self, happened: PaymentMove) {
        if let Some(state) = self.state.after(happened) {
            self.state = state;
        }
    }

    /// Whether money that came waits to be paid back: a refund that was asked, or a double payment.
    pub fn is_owed_back(&self) -> bool {
        self.state == PaymentState::RefundAsked || !self.doubles.is_empty()
    }
}
