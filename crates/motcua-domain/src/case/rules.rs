//! The law that a case was accepted under, pinned on the case so that it cannot change under its feet
//! (`domain.md` 0.1; invariant 11 of 3.7).

use serde::{Deserialize, Serialize};

use super::appraisal::Silence;
use super::payment::ChargeLine;
use crate::catalogue::{CollectedAt, OnExpiry};
use crate::id::{CalendarId, FormId, VersionId};
use crate::time::{ExclusionGround, TimeLimit};

/// What an accepted case keeps of its procedure version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The procedure version in force at acceptance.
    pub version: VersionId,
    /// The form version its answers were given to.
    pub form: FormId,
    /// The calendar that computed the original due date.
    pub calendar: CalendarId,
    /// Thời hạn giải quyết: the limit by law for this channel and variant.
    pub limit: TimeLimit,
    /// Cam kết: the city's shorter promise, where there is one (`domain.md` 4.6).
    pub promise: Option<TimeLimit>,
    /// Whether the clock of a case received after the cut-off starts the next working day (`domain.md` 4.3).
    pub cut_off_start: bool,
    /// What a supplement after appraisal does.
    pub supplement: SupplementRule,
    /// National code of the result when granted, `KQ.G15.000031`.
    pub outcome_code: Option<String>,
    /// Stable names of the conditions that the specialist must judge, each once, before a result (D61 19.3). Cases
    /// accepted before they were pinned have none here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// What it costs, as computed for this applicant on the day of acceptance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charges: Vec<ChargeLine>,
    /// Whether the charges of intake are paid before acceptance (a field of the procedure, `domain.md` 5.4).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fee_first: bool,
    /// Whether the division head initials a draft before it is signed (ký nháy).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub division_review: bool,
    /// Whether the result is given at once at the desk, without Form 01 (T04, D61 17.4).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub immediate: bool,
    /// What asking opinions means.
    #[serde(default, skip_serializing_if = "OpinionRule::is_default")]
    pub opinions: OpinionRule,
    /// Activities of the office whose time sector law excludes; without such a text none is (`domain.md` 4.5).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<ExclusionGround>,
}

impl Rules {
    /// Whether something must be paid before the case is accepted.
    pub fn owes_first(&self) -> bool {
        self.fee_first && self.owes_at_intake()
    }

    /// Whether a charge of intake leaves something to pay.
    pub fn owes_at_intake(&self) -> bool {
        self.charges
            .iter()
            .any(|line| line.collected_at == CollectedAt::Intake && !line.due.is_zero())
    }

    /// Whether time spent on this ground does not count.
    pub fn excludes(&self, ground: ExclusionGround) -> bool {
        self.excluded.contains(&ground)
    }
}

/// What asking opinions means for a case, as pinned (T11, D61 19.5).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpinionRule {
    /// What silence means.
    #[serde(default)]
    pub silence: Silence,
    /// The text that says so; empty where none does.
    #[serde(default)]
    pub legal_basis: String,
}

impl OpinionRule {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// What a supplement after appraisal does to the clock (`domain.md` 4.4), as pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupplementRule {
    /// Effect on the limit.
    pub effect: SupplementEffect,
    /// How long after reception the officer may still ask (D61 19.4: three working days).
    pub ask_within: TimeLimit,
    /// How long the applicant has to answer; `None` where no text sets it.
    pub applicant_window: Option<TimeLimit>,
    /// How many rounds need no further legal ground.
    pub rounds_max: u8,
    /// What follows when the applicant lets the window pass.
    #[serde(default = "asked_of_a_person", skip_serializing_if = "is_asked_of_a_person")]
    pub on_expiry: OnExpiry,
    /// The text that says so.
    pub legal_basis: String,
}

/// Cases accepted before this was pinned leave it to a person.
const fn asked_of_a_person() -> OnExpiry {
    OnExpiry::Ask
}

fn is_asked_of_a_person(expiry: &OnExpiry) -> bool {
    *expiry == OnExpiry::Ask
}

/// The three real ways a supplement touches the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SupplementEffect {
    /// From zero when full (D61 19.4).
    Restart,
    /// The applicant's time is excluded.
    Suspend,
    /// Runs on.
    Nothing,
}
