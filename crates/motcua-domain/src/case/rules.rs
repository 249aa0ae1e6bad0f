//! The law that a case was accepted under, pinned on the case so that it cannot change under its feet
//! (`domain.md` 0.1; invariant 11 of 3.7).

use serde::{Deserialize, Serialize};

use crate::id::{CalendarId, FormId, VersionId};
use crate::time::TimeLimit;

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
    /// The text that says so.
    pub legal_basis: String,
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
