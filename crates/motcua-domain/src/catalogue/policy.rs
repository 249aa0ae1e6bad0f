//! Rules of a version that move its clocks (`domain.md` 4.3, 4.4). They are data with a legal basis, never constants.

use serde::{Deserialize, Serialize};

use crate::case::{SupplementEffect, SupplementStage};
use crate::time::{TimeLimit, TimeOfDay};

/// What asking for a supplement means at one stage (`domain.md` 4.4, policy record).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplementPolicy {
    /// At intake or after appraisal.
    pub stage: SupplementStage,
    /// What happens to the limit.
    pub effect: PolicyEffect,
    /// How long after reception the officer may still ask (D61 19.4: three working days).
    pub ask_within: TimeLimit,
    /// How long the applicant has; `None` where no text sets it.
    pub applicant_window: Option<TimeLimit>,
    /// Rounds that need no further legal ground.
    pub rounds_max: u8,
    /// What follows when the applicant lets the window pass.
    pub on_expiry: OnExpiry,
    /// The text that says so.
    pub legal_basis: String,
}

/// The effect of a supplement on the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PolicyEffect {
    /// From zero when the dossier is full (D61 19.4).
    Restart,
    /// The applicant's time is excluded.
    Suspend,
    /// The limit runs on.
    Nothing,
    /// The due date is pushed by the days waited. Met in cases taken over from an older system only; no new case may
    /// be accepted under it.
    ShiftByDays,
}

impl PolicyEffect {
    /// The effect that a case accepted today may pin; `None` for the legacy one.
    pub const fn pinned(self) -> Option<SupplementEffect> {
        match self {
            Self::Restart => Some(SupplementEffect::Restart),
            Self::Suspend => Some(SupplementEffect::Suspend),
            Self::Nothing => Some(SupplementEffect::Nothing),
            Self::ShiftByDays => None,
        }
    }
}

/// What follows when no answer comes in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnExpiry {
    /// Processing stops (Form 05).
    Stop,
    /// The case is refused.
    Refuse,
    /// A person decides.
    Ask,
}

/// An hour of the day with legal effect (mốc 15 giờ). The hour is a field, not a constant (`domain.md` 4.3); the hour
/// itself still counts as before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutOff {
    /// Which of its three uses.
    pub used_for: CutOffUse,
    /// The local time: 15:00 in every text seen so far.
    pub at: TimeOfDay,
    /// The text that says so.
    pub legal_basis: String,
}

/// What a cut-off decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CutOffUse {
    /// Hand-over to the resolving agency; the limit already runs (D61 18.2, D309 9).
    HandOver,
    /// "Same-day" results: after it, the next working day.
    SameDayResult,
    /// Bundles: after it, the clock starts the next working day (D301 7.2).
    BundleStart,
}
