//! What goes on while a case is appraised: opinions of other bodies, visits in the field, public posting, financial duty,
//! colleagues who work beside the holder. Each is a small thing with a beginning and an end; the clock stands still for
//! it only where the rules pinned on the case exclude its time (`domain.md` 3.2, 4.5).

use serde::{Deserialize, Serialize};

use crate::id::{FileId, NoteId, StaffId, UnitCode};
use crate::money::Dong;
use crate::time::{Due, Instant};

/// What silence of a consulted body means. Only sector law makes it consent (building permits: 12 days).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// The office waits, and the head of the one-stop desk is told.
    #[default]
    Waits,
    /// It is consent.
    Consents,
}

/// A question to another body (lấy ý kiến).
#[derive(Clone, Debug, PartialEq)]
pub struct Consultation {
    /// Whose opinion.
    pub of: UnitCode,
    /// About what.
    pub content: NoteId,
    /// When it was asked.
    pub asked_at: Instant,
    /// When the answer is due.
    pub due: Due,
    /// What silence means.
    pub silence: Silence,
    /// What it said, in versions: a later one supersedes, but does not erase, the one before (HN 3.7.2).
    pub opinions: Vec<Opinion>,
    /// How it ended without an answer.
    pub ended: Option<WithoutOpinion>,
}

/// What a body said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opinion {
    /// When.
    pub at: Instant,
    /// Who wrote it.
    pub by: Option<StaffId>,
    /// Whether it agrees.
    pub agrees: bool,
    /// In words.
    pub text: Option<NoteId>,
}

/// How a consultation ended without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutOpinion {
    /// Silence was consent by the rule.
    Silence,
    /// The office went on, on a ground.
    Waived(NoteId),
}

impl Consultation {
    /// Whether the office still waits for it.
    pub fn is_open(&self) -> bool {
        self.opinions.is_empty() && self.ended.is_none()
    }
}

/// A visit in the field (xác minh thực địa).
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// When it is, or was.
    pub at: Instant,
    /// Where.
    pub place: NoteId,
    /// Who attended and what was found, once it was.
    pub record: Option<VisitFound>,
}

/// What a visit found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VisitFound {
    /// When it was written down.
    pub recorded_at: Instant,
    /// Who attended.
    pub attended: NoteId,
    /// What was found.
    pub found: NoteId,
}

/// A public posting (niêm yết công khai).
#[derive(Clone, Debug, PartialEq)]
pub struct Posting {
    /// Where, and what.
    pub content: NoteId,
    /// From when.
    pub from: Instant,
    /// Until when at least.
    pub until: Due,
    /// How it ended.
    pub ended: Option<PostingEnd>,
}

/// How a posting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostingEnd {
    /// When.
    pub at: Instant,
    /// How many objections came.
    pub objections: u16,
    /// What they say and how they were settled.
    pub note: Option<NoteId>,
}

/// A financial duty (nghĩa vụ tài chính): set by the tax office, paid by the applicant, proved to this office.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// The office that sets it.
    pub to: UnitCode,
    /// What it was told.
    pub slip: NoteId,
    /// When.
    pub asked_at: Instant,
    /// What it set: number of the notice and amount.
    pub notice: Option<(String, Dong)>,
    /// The proof of payment, and when it came.
    pub proof: Option<(FileId, Instant)>,
    /// When the office found the proof right.
    pub confirmed_at: Option<Instant>,
}

/// Work that a colleague does beside the holder (chuyển song song).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SideTask {
    /// Who.
    pub staff: StaffId,
    /// What.
    pub task: NoteId,
    /// When it was given.
    pub given_at: Instant,
    /// When it was done, and what they say.
    pub done: Option<(Instant, Option<NoteId>)>,
}

/// Something that goes on beside the appraisal: what pages show instead of a bare "in process".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Activity {
    /// Chờ ý kiến.
    OpinionsOut,
    /// Xác minh thực địa.
    FieldCheck,
    /// Niêm yết công khai.
    PublicPosting,
    /// Chờ phối hợp: colleagues work beside the holder.
    SideTasks,
    /// Liên thông: other agencies do their part.
    AgencyTasks,
}

impl Activity {
    /// Every activity.
    pub const ALL: [Self; 5] = [
        Self::OpinionsOut,
        Self::FieldCheck,
        Self::PublicPosting,
        Self::SideTasks,
        Self::AgencyTasks,
    ];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpinionsOut => "opinions_out",
            Self::FieldCheck => "field_check",
            Self::PublicPosting => "public_posting",
            Self::SideTasks => "side_tasks",
            Self::AgencyTasks => "agency_tasks",
        }
    }
}
