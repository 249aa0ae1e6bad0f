//! What a case costs: a record, not a number (`domain.md` 5.1).

use serde::{Deserialize, Serialize};

use crate::id::StaffId;
use crate::money::Dong;
use crate::time::Day;

/// A charge (phí, lệ phí, giá) on one way of filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Fee, levy or price, as far as the source tells them apart.
    pub kind: ChargeKind,
    /// How much; `None` where the source gives no number. Zero as the source wrote it is `Some`, and the note may
    /// contradict it.
    pub amount: Option<Money>,
    /// What the amount is for; `None` where the source does not say.
    pub per_what: Option<PerWhat>,
    /// The step of a staggered tariff, in the source's words.
    pub tier: Option<String>,
    /// The case variant it is limited to, in the source's words.
    pub case_variant: Option<String>,
    /// Who pays nothing (miễn).
    pub exempt_groups: Vec<FeeGroup>,
    /// Who pays less (giảm).
    pub reduced_groups: Vec<FeeGroup>,
    /// First day it applies.
    pub from: Option<Day>,
    /// Last day it applies.
    pub to: Option<Day>,
    /// The text that sets it.
    pub legal_basis: Option<String>,
    /// When it is collected (HinhThucThu).
    pub collected_at: Option<CollectedAt>,
    /// The note as the source wrote it.
    pub raw_text: String,
    /// Who confirmed the record; `None` until a person has.
    pub confirmed_by: Option<StaffId>,
}

/// The legal nature of a charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChargeKind {
    /// Phí: for a service.
    Fee,
    /// Lệ phí: for a state act.
    Levy,
    /// Giá: a price.
    Price,
    /// Phí or lệ phí: the national portal's types do not tell them apart (`domain.md` 7.6).
    FeeOrLevy,
}

impl ChargeKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Fee, Self::Levy, Self::Price, Self::FeeOrLevy];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::Levy => "levy",
            Self::Price => "price",
            Self::FeeOrLevy => "fee_or_levy",
        }
    }

    /// The kind of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// An amount with its currency. The two real ones (`domain.md` 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Money {
    /// Vietnamese đồng.
    Vnd(Dong),
    /// Whole United States dollars, as for a temporary residence card.
    Usd(i64),
}

impl Money {
    /// Whether there is nothing to pay.
    pub const fn is_zero(self) -> bool {
        match self {
            Self::Vnd(dong) => dong.is_zero(),
            Self::Usd(dollars) => dollars == 0,
        }
    }
}

/// What one amount pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PerWhat {
    /// Hồ sơ: the case.
    Case,
    /// Trang: a page.
    Page,
    /// Bản: a copy.
    Copy,
    /// Người: a person.
    Person,
    /// Sự kiện: a confirmed event.
    Event,
    /// Phương tiện: a vehicle.
    Vehicle,
    /// Cơ sở: a site.
    Site,
}

/// A group that charges exempt or reduce (`domain.md` 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeeGroup {
    /// Người khuyết tật.
    PersonWithDisability,
    /// Hộ nghèo.
    PoorHousehold,
    /// Hộ cận nghèo.
    NearPoorHousehold,
    /// Người có công với cách mạng và gia đình.
    PersonOfMerit,
    /// Người cao tuổi.
    Elderly,
    /// Đồng bào dân tộc thiểu số.
    EthnicMinority,
    /// Trẻ em.
    Child,
}

/// When a charge is collected (HinhThucThu 1, 2, 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CollectedAt {
    /// At intake.
    Intake,
    /// With a supplement.
    Supplement,
    /// At return of the result.
    Return,
}
