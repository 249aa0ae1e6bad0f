//! What moves a date or ends a case out of its order: apology and new date (T16), stop (T14, T18), withdrawal (T17),
//! correction after issue (T22), archive.

use serde::{Deserialize, Serialize};

use super::step::Step;
use crate::id::NoteId;
use crate::time::{Day, Due, Instant};

/// Apology and new date (xin lỗi và hẹn lại), D61 19.9.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apology {
    /// When.
    pub at: Instant,
    /// Why.
    pub reason: NoteId,
    /// The new due moment: set once.
    pub due: Due,
    /// Whether it came at the latest one day before the due date.
    pub in_time: bool,
}

/// What a specialist proposes to the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApologyProposal {
    /// Why it will be late.
    pub reason: NoteId,
    /// The new day.
    pub new_day: Day,
}

/// On what ground a case stops (căn cứ dừng).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopGround {
    /// Hết hạn bổ sung: the window passed without an answer (T14).
    NoSupplement,
    /// Theo quy định pháp luật.
    Law,
    /// Theo quyết định của toà án hoặc cơ quan có thẩm quyền.
    Court,
    /// Người yêu cầu đã chết or the organisation no longer exists.
    ApplicantGone,
    /// Trùng hồ sơ.
    Duplicate,
}

impl StopGround {
    /// Every ground.
    pub const ALL: [Self; 5] = [
        Self::NoSupplement,
        Self::Law,
        Self::Court,
        Self::ApplicantGone,
        Self::Duplicate,
    ];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoSupplement => "no_supplement",
            Self::Law => "law",
            Self::Court => "court",
            Self::ApplicantGone => "applicant_gone",
            Self::Duplicate => "duplicate",
        }
    }

    /// The ground of a stable name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.name() == name)
    }
}

/// Whether a stop ends the case or only holds it (`domain.md` U20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopKind {
    /// It is over.
    Ended,
    /// It may go on; the clock stands still.
    Paused,
}

/// A stop (dừng giải quyết).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// When.
    pub at: Instant,
    /// On what ground.
    pub ground: StopGround,
    /// Whether it is over.
    pub kind: StopKind,
    /// In words.
    pub reason: NoteId,
    /// Where the case was.
    pub from: Step,
}

/// Whose fault a wrong result is. The agency bears all cost of its own (D61 21).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Lỗi của cơ quan.
    Agency,
    /// Lỗi của người yêu cầu.
    Applicant,
}

/// A correction under way (đính chính, cấp lại).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correction {
    /// When it began.
    pub opened_at: Instant,
    /// What is wrong.
    pub reason: NoteId,
    /// Whose fault.
    pub fault: Fault,
    /// The internal due moment: a clock of its own.
    pub due: Due,
}
